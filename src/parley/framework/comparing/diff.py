"""``diff``: two drafts compared by provision and by meaning, and who moved between them."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence

from parley.model import (
    Change,
    ChangeKind,
    Comparison,
    Framework,
    Obligation,
    PartyMoves,
    Sentence,
    SentenceForm,
    Side,
)

from ..parse import parse
from ..settle import settle
from .likeness import words_of
from .meaning import Step, called, matched, steps, weight
from .pairing import Pairs, Unit, pair
from .points import reopened, settled, settled_unlabelled, taken_from


def diff(before: Framework, after: Framework) -> Comparison:
    """What changed from one draft to the other.

    Points that only one draft has open are told first, by whose wording stands in the other. Then that draft is
    read as if they had been settled so: a settled point isn't told again as duties that changed.
    """
    pairs = pair(before, after)
    closed = list(settled(before, after, pairs))
    unlabelled = settled_unlabelled(before, after, pairs)
    agreed = taken_from(list(settled(after, before, pairs.turned())))
    changes = [*(outcome.change for outcome in (*closed, *unlabelled)), *reopened(before, after, pairs, agreed)]
    order = {provision.id: index for index, provision in enumerate(after.provisions)}
    taken = taken_from(closed)
    if taken or agreed:
        before, after = _as_settled(before, taken), _as_settled(after, agreed)
        pairs = pair(before, after)
    parties = tuple(party.id for party in after.parties)
    both = {issue.id for issue in before.issues} & {issue.id for issue in after.issues}
    changes += [*_provisions(pairs), *_sentences(pairs, parties, _Beside(before, both), _Beside(after, both))]
    changes = [_among(change, parties) for change in changes]
    changes.sort(key=lambda change: order.get(change.provision or "", len(order) if change.was else -1))
    return Comparison(changes=tuple(changes), who_moved=_who_moved(changes, parties))


def _provisions(pairs: Pairs) -> Iterator[Change]:
    moved = pairs.moved()
    for old, new in pairs.units:
        if new.id is not None and new.id in moved:
            told = f"It stands elsewhere now, under “{new.heading}”." if new.heading else "It stands elsewhere now."
            yield Change(provision=new.id, was=old.id, kind=ChangeKind.MOVED, meaning=told)
        if old.number != new.number:
            told = f"Number {old.number or 'none'} became {new.number or 'none'}."
            yield Change(
                provision=new.id,
                was=old.id,
                kind=ChangeKind.RENUMBERED,
                before=old.number,
                after=new.number,
                meaning=told,
            )


def _as_settled(draft: Framework, taken: Mapping[str, str]) -> Framework:
    return parse(settle(draft, taken), draft.path) if taken else draft


def _among(change: Change, parties: Sequence[str]) -> Change:
    """The change with the parties alone as movers: a mediator whose bridging words stand has taken nothing."""
    if not parties or not change.moved:
        return change
    return change.replace(moved={party: side for party, side in change.moved.items() if party in parties})


class _Beside:
    """The words of sentences beside the points that are open in both drafts: those are compared by label."""

    def __init__(self, framework: Framework, labels: Collection[str]) -> None:
        self._text = framework.text
        self._points = sorted((each.start, each.end) for each in framework.brackets if each.label in labels)

    def words(self, sentence: Sentence) -> tuple[str, ...]:
        parts, at = [], sentence.start
        first, last = (bisect.bisect_left(self._points, (place, 0)) for place in (sentence.start, sentence.end))
        for start, end in self._points[first:last]:
            parts.append(self._text[at:start])
            at = max(at, end)
        return words_of(" … ".join([*parts, self._text[at : sentence.end]]))


def _sentences(pairs: Pairs, parties: Sequence[str], before: _Beside, after: _Beside) -> Iterator[Change]:
    for old_unit, old, new_unit, new in pairs.sentences:
        if before.words(old) != after.words(new):
            yield from _reworded(old_unit, old, new_unit, new, parties)
        elif pairs.later(old_unit.id) is not new_unit:
            told = f"This sentence stood in {_called(old_unit)} before."
            yield _change(ChangeKind.MOVED, old_unit, new_unit, _line(old), _line(new), told)
    for unit, sentence in pairs.new:
        yield _whole(ChangeKind.ADDED, unit, sentence, parties)
    for unit, sentence in pairs.gone:
        yield _whole(ChangeKind.REMOVED, unit, sentence, parties)


def _whole(kind: ChangeKind, unit: Unit, sentence: Sentence, parties: Sequence[str]) -> Change:
    """A sentence that is new, or is gone, with the duties that came or went with it."""
    added = kind is ChangeKind.ADDED
    said = sentence.reading or ("Parley does not understand this sentence." if sentence.operative else None)
    moved: dict[str, Side] = {}
    for each in sentence.obligations:
        moved |= _sides(each, weight(each) * (1 if added else -1), parties)
    return Change(
        provision=unit.id if added else None,
        was=None if added else unit.id,
        kind=kind,
        before=None if added else _line(sentence),
        after=_line(sentence) if added else None,
        meaning=said,
        moved=moved,
    )


def _reworded(old_unit: Unit, old: Sentence, new_unit: Unit, new: Sentence, parties: Sequence[str]) -> Iterator[Change]:
    found = list(_meanings(old_unit, old, new_unit, new, parties))
    yield from found
    if found:
        return
    kind = ChangeKind.DEFINITION if new.form is SentenceForm.DEFINITION else ChangeKind.REWORDED
    told = "The words changed."
    if kind is ChangeKind.DEFINITION:
        told = "The definition changed; it bears on every provision that uses the word."
    elif SentenceForm.NOT_READ in (old.form, new.form):
        which = "one of the two wordings" if old.form is not new.form else "these sentences"
        told = f"The words changed, and Parley does not understand {which}: compare them."
    elif new.obligations:
        told = "The words changed; what Parley understands of them is the same."
    yield _change(kind, old_unit, new_unit, _line(old), _line(new), told)


def _meanings(old_unit: Unit, old: Sentence, new_unit: Unit, new: Sentence, parties: Sequence[str]) -> Iterator[Change]:
    for one, other in matched(old.obligations, new.obligations):
        if one is None or other is None:
            there = one or other
            assert there is not None
            added = one is None
            kind = ChangeKind.ADDED if added else ChangeKind.REMOVED
            moved = _sides(there, weight(there) * (1 if added else -1), parties)
            said = (new if added else old).reading or there.id
            told = f"A {called(there)} was {'added' if added else 'taken out'}: {said}"
            yield _change(kind, old_unit, new_unit, _line(old), _line(new), told, moved)
            continue
        for step in steps(one, other):
            several = len(new.obligations) > 1 and other.act
            told = f"{step.meaning} ({other.act.value})." if several and other.act else f"{step.meaning}."
            yield _change(step.kind, old_unit, new_unit, step.before, step.after, told, _moved(step, other, parties))


def _moved(step: Step, each: Obligation, parties: Sequence[str]) -> dict[str, Side]:
    if step.freed or step.bound:
        sides = {party: Side.TOOK for party in step.freed if party in parties}
        return sides | {party: Side.GAVE for party in step.bound if party in parties}
    return _sides(each, step.burden, parties)


def _sides(each: Obligation, burden: int, parties: Sequence[str]) -> dict[str, Side]:
    """Who gave and who took where a bearer bears more (1) or less (-1). What binds all alike moves nobody."""
    bearers = [party for party in parties if each.bearer and party in each.bearer.value]
    if not burden or not bearers or len(bearers) == len(parties):
        return {}
    towards = [party for party in parties if each.counterpart and party in each.counterpart.value]
    gave, took = (bearers, towards) if burden > 0 else (towards, bearers)
    return {**dict.fromkeys(gave, Side.GAVE), **dict.fromkeys(took, Side.TOOK)}


def _who_moved(changes: Sequence[Change], parties: Sequence[str]) -> tuple[PartyMoves, ...]:
    """Per party what it gave and took. Parties that did neither are there too, with nothing."""
    named = dict.fromkeys([*parties, *(party for change in changes for party in change.moved)])
    return tuple(
        PartyMoves(party=party, gave=_sayings(changes, party, Side.GAVE), took=_sayings(changes, party, Side.TOOK))
        for party in named
    )


def _sayings(changes: Sequence[Change], party: str, side: Side) -> tuple[str, ...]:
    return tuple(
        f"{_place(change)}: {change.meaning}"
        for change in changes
        if change.moved.get(party) is side and change.meaning
    )


def _place(change: Change) -> str:
    id = change.provision if change.provision is not None else change.was
    return id or "the text"


def _change(
    kind: ChangeKind,
    old: Unit,
    new: Unit,
    before: str | None,
    after: str | None,
    meaning: str,
    moved: Mapping[str, Side] | None = None,
) -> Change:
    return Change(
        provision=new.id, was=old.id, kind=kind, before=before, after=after, meaning=meaning, moved=dict(moved or {})
    )


def _called(unit: Unit) -> str:
    return unit.id or "the text outside all provisions"


def _line(sentence: Sentence) -> str:
    return " ".join(sentence.exact.split())
