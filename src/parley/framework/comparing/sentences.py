"""Sentences that two drafts both have, compared: the duties in them, the amounts, and what is only said otherwise."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence

from parley.model import (
    Change,
    ChangeKind,
    Duration,
    Framework,
    Instant,
    Obligation,
    Sentence,
    SentenceForm,
    Side,
)
from parley.text import patterns as re
from parley.text.citing import provisions_cited

from .amounts import (
    CLOCK,
    DAY,
    LENGTH,
    Amount,
    Shift,
    amounts,
    bare,
    shifts,
)
from .carried import Carriers
from .defined import burden, changed, definition_of, using, widened
from .likeness import words_of
from .meaning import Step, called, held, limit_moved, matched, steps, weight
from .pairing import Pairs, Unit
from .references import Reference, Renumbered, listed_numbers, renumbered
from .rewordings import same_or_not, softened


class _Beside:
    """The words of sentences beside open points: those are compared by label, and told with whose wording stands."""

    def __init__(self, framework: Framework, labels: Collection[str]) -> None:
        self._text = framework.text
        self._open = sorted((each.start, each.end, each.label in labels) for each in framework.brackets)

    def pieces(self, sentence: Sentence) -> list[str]:
        """The text around the points that only this draft has, without those that both have."""
        pieces, at, text = [], sentence.start, ""
        first, last = (bisect.bisect_left(self._open, (place, 0, False)) for place in (sentence.start, sentence.end))
        for start, end, both in self._open[first:last]:
            if start < at:  # within one that is done
                continue
            text += self._text[at:start]
            at = end
            if both:
                text += " … "
            else:
                pieces.append(text)
                text = ""
        return [*pieces, text + self._text[at : max(at, sentence.end)]]


class _Sides:
    """What both drafts have in common for the comparison of their sentences."""

    def __init__(
        self, before: Framework, after: Framework, pairs: Pairs, parties: Sequence[str], told: Sequence[Change]
    ) -> None:
        self._before, self._after, self._pairs = before, after, pairs
        both = {issue.id for issue in before.issues} & {issue.id for issue in after.issues}
        self.parties = parties
        self._told_open = [
            (each.start, each.end)
            for each in before.brackets
            if each.label not in both
            and any(one.kind is ChangeKind.SETTLED and one.before == each.exact for one in told)
        ]
        several = {each.exact for each in before.brackets if len(each.alternatives) > 1}
        self.unsaid = {
            each.was
            for each in told
            if each.kind is ChangeKind.SETTLED and each.after is None and each.before in several
        }
        """Provisions of points of which it isn't told yet what stands there."""
        self.old, self.new = _Beside(before, both), _Beside(after, both)
        self.renumbered = any(one.number != other.number for one, other in pairs.units)
        self.references = Renumbered(before, after, pairs)
        self.carriers = Carriers(pairs)

    def defined(self, old: Sentence, new: Sentence) -> tuple[str, dict[str, Side]]:
        """What a definition that changed does, and who gave and took where the word is used."""
        one, other = definition_of(old, self._before), definition_of(new, self._after)
        if one is None or other is None or one.term != other.term:
            return "The definition changed; it bears on every provision that uses the word.", {}
        used, wide = [*using(other.term, self._after)], widened(one.meaning, other.meaning)
        found = [_sides(each, burden(each, wide), self.parties) for each in used]
        moved = {party: side for sides in found for party, side in sides.items()}
        clear = {party: side for party, side in moved.items() if all(sides.get(party, side) is side for sides in found)}
        return changed(other.term, wide, used), clear

    def same_unit(self, old: Unit, new: Unit) -> bool:
        return self._pairs.later(old.id) is new

    def told_open(self, sentence: Sentence) -> bool:
        """Whether a sentence of the earlier draft is all within a point whose outcome is told."""
        return any(start <= sentence.start and sentence.end <= end for start, end in self._told_open)


def sentences_changed(
    before: Framework, after: Framework, pairs: Pairs, parties: Sequence[str], told: Sequence[Change]
) -> Iterator[Change]:
    """What changed in the sentences that both drafts have, and those that only one of them has; ``told`` of points."""
    sides = _Sides(before, after, pairs, parties, told)
    for old_unit, old, new_unit, new in pairs.sentences:
        pieces, there = sides.old.pieces(old), sides.new.pieces(new)
        earlier = sides.references.earlier(old_unit.id)
        one, other = "[]".join(pieces), "[]".join(there)
        same = words_of(one) == words_of(other)
        if not same and renumbered(one, earlier) != renumbered(other, Renumbered.later):
            yield from _reworded(old_unit, old, new_unit, new, sides)
            continue
        if same and sides.renumbered and old.operative:
            yield from _elsewhere(old_unit, old, new_unit, new, earlier)
        if pairs.later(old_unit.id) is not new_unit:
            said = f"This sentence stood in {_called(old_unit)} before."
            yield _change(ChangeKind.MOVED, old_unit, new_unit, _line(old), _line(new), said)
    for unit, sentence in pairs.new:
        own = [*sides.carriers.rest(sentence, later=True)]
        for each in sentence.obligations:
            yield from _carried(unit, each, sides)
        if own or not sentence.obligations:
            yield _whole(ChangeKind.ADDED, unit, sentence, own, parties)
    for unit, sentence in pairs.gone:
        own = [*sides.carriers.rest(sentence, later=False)]
        if (own or not sentence.obligations) and not sides.told_open(sentence):
            yield _whole(ChangeKind.REMOVED, unit, sentence, own, parties)


def _elsewhere(old_unit: Unit, old: Sentence, new_unit: Unit, new: Sentence, earlier: Reference) -> Iterator[Change]:
    """References that stand as they were, and now name another provision."""
    for cited in provisions_cited(old.exact):
        now, said = earlier(cited, old.exact), Renumbered.later(cited, old.exact)
        if now != said:
            words = " ".join(old.exact[cited.start : cited.end].split())
            told = f"“{words}” is said as before, and what it named has the number {listed_numbers(now)} now."
            yield _change(ChangeKind.AMOUNT, old_unit, new_unit, _line(old), _line(new), told)


def _filled(pieces: Sequence[str], whole: str) -> bool:
    """Whether ``whole`` differs from ``pieces`` only in what stands between them."""
    words, (first, *middle, last) = words_of(whole), [words_of(each) for each in pieces]
    if words[: len(first)] != first or (last and words[len(first) :][-len(last) :] != last):
        return False
    at, end = len(first), len(words) - len(last)
    for piece in middle:
        at = next((i + len(piece) for i in range(at, end - len(piece) + 1) if words[i : i + len(piece)] == piece), -1)
        if at < 0:
            return False
    return at <= end


def _carried(unit: Unit, each: Obligation, sides: _Sides) -> Iterator[Change]:
    """A duty that stood in another sentence before, and what is different in it now."""
    found = sides.carriers.came(each)
    if found is None:
        return
    before, after = " ".join(found.before.sentence.exact.split()), " ".join(each.sentence.exact.split())
    what = f" ({each.act.value})" if each.act else ""
    told = f"This {called(each)}{what} stood in {_called(found.unit)} before, in another sentence."
    if sides.same_unit(found.unit, unit):
        told = f"This {called(each)}{what} stood in another sentence of it before."
    yield _change(ChangeKind.MOVED, found.unit, unit, before, after, told)
    for step in steps(found.before, each, sides.references.earlier(found.unit.id), Renumbered.later):
        sided = _moved(step, each, sides.parties)
        yield _change(step.kind, found.unit, unit, step.before, step.after, f"{step.meaning}{what}.", sided)


def _whole(
    kind: ChangeKind, unit: Unit, sentence: Sentence, own: Sequence[Obligation], parties: Sequence[str]
) -> Change:
    """A sentence that is new, or is gone, with the duties ``own`` that came or went with it."""
    added = kind is ChangeKind.ADDED
    said = sentence.reading or ("Parley does not understand this sentence." if sentence.operative else None)
    moved: dict[str, Side] = {}
    for each in own:
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


def _reworded(old_unit: Unit, old: Sentence, new_unit: Unit, new: Sentence, sides: _Sides) -> Iterator[Change]:
    pieces, there = sides.old.pieces(old), sides.new.pieces(new)
    if len(there) == 1 < len(pieces) and _filled(pieces, there[0]):
        if old_unit.id in sides.unsaid:
            told = "These words stand now where the point was open."
            yield _change(ChangeKind.REWORDED, old_unit, new_unit, _line(old), _line(new), told)
        return  # what became of the point is told
    earlier = sides.references.earlier(old_unit.id)
    found = list(_meanings(old_unit, old, new_unit, new, earlier, sides))
    yield from found
    if not found and any(map(sides.carriers.went, old.obligations)):
        return  # what is left of it stands as it was, and where the rest went is told there
    at = old_unit, new_unit, _line(old), _line(new)
    is_definition = new.form is SentenceForm.DEFINITION
    if len(pieces) > 1 or len(there) > 1:
        if not found:
            told = "The words changed beside a point that is open in one of the two drafts: compare them."
            yield _change(ChangeKind.DEFINITION if is_definition else ChangeKind.REWORDED, *at, told)
        return
    one, other = amounts(pieces[0], earlier), amounts(there[0], Renumbered.later)
    moved = [*_not_told(old, new, one, other, found, earlier)]
    unread = SentenceForm.NOT_READ in (old.form, new.form)
    if is_definition:
        if not found:
            told, moved_by = sides.defined(old, new)
            said = " ".join([told, *(f"{each.meaning}." for each in moved)])
            yield _change(ChangeKind.DEFINITION, *at, said, moved_by)
        return
    soft = softened(old, new) if not any(each.kind is ChangeKind.TRIGGER for each in found) else None
    if soft:
        sided: dict[str, Side] = {}
        for duty in new.obligations:
            sided |= _sides(duty, soft.burden, sides.parties)
        yield _change(soft.kind, *at, f"{soft.meaning}.", sided)
        return
    term = bool({old.form, new.form} & {SentenceForm.DURATION, SentenceForm.ENTRY_INTO_FORCE})
    for each in moved:
        timed = term and all(side is None or _is_time(side) for side in (each.old, each.new))
        limit = limit_moved(new.obligations[0], each, there[0]) if len(new.obligations) == 1 else None
        if limit:
            moved_by = _moved(limit, new.obligations[0], sides.parties)
            yield _change(ChangeKind.AMOUNT, *at, f"{limit.meaning}.", moved_by)
            continue
        yield _change(ChangeKind.WINDOW if timed else ChangeKind.AMOUNT, *at, f"{each.meaning}.")
    words = bare(pieces[0], one), bare(there[0], other)
    if found or (moved and not (unread and words_of(words[0]) != words_of(words[1]))):
        return
    yield _change(ChangeKind.REWORDED, *at, same_or_not(old, new, one, other))


def _is_time(each: Amount) -> bool:
    return each.kind in (LENGTH, DAY, CLOCK) or each.beside in ("day", "days", "month", "months", "year", "years")


def _not_told(
    old: Sentence,
    new: Sentence,
    one: Sequence[Amount],
    other: Sequence[Amount],
    found: Sequence[Change],
    earlier: Reference,
) -> Iterator[Shift]:
    """The amounts that differ, without those in what was told, and in times that are the same in other words."""
    before = [change.before for change in found if change.before and change.before != _line(old)]
    after = [change.after for change in found if change.after and change.after != _line(new)]
    told: list[Amount] = []
    told_now: list[Amount] = []
    for left, right in matched(old.obligations, new.obligations):
        if left is None or right is None:
            before += held(left) if left else ()
            after += held(right) if right else ()
        elif left.window and right.window and left.window.value == right.window.value:
            told += _times(left.window.words)
            told_now += _times(right.window.words)
    told += [each for words in before for each in amounts(words, earlier)]
    told_now += [each for words in after for each in amounts(words, Renumbered.later)]
    yield from shifts(one, other, told, told_now)


def _times(words: str) -> list[Amount]:
    """The amounts that a window has in it: no "second Monday", and no working days."""
    return [each for each in amounts(words) if isinstance(each.value, Duration | Instant) or each.kind == CLOCK]


def _meanings(
    old_unit: Unit, old: Sentence, new_unit: Unit, new: Sentence, earlier: Reference, sides: _Sides
) -> Iterator[Change]:
    parties = sides.parties
    pairs = matched(old.obligations, new.obligations)
    kept = [(one, other) for one, other in pairs if one is not None and other is not None]
    for one, other in pairs:
        if one is None or other is None:
            there = one or other
            assert there is not None
            added = one is None
            if other is not None and sides.carriers.came(other):
                yield from _carried(new_unit, other, sides)
                continue
            if one is not None and sides.carriers.went(one):
                continue
            moved = _sides(there, weight(there) * (1 if added else -1), parties)
            kind, told = ChangeKind.ADDED if added else ChangeKind.REMOVED, _came_or_went(there, old, new, added)
            if there.act and any(_beside(there, pair[added]) for pair in kept):
                kind = ChangeKind.ACT
                told = f"The {called(there)} was {'widened' if added else 'narrowed'}: it "
                told += f"{'now covers' if added else 'no longer covers'} “{there.act.words}”."
            yield _change(kind, old_unit, new_unit, _line(old), _line(new), told, moved)
            continue
        for step in steps(one, other, earlier, Renumbered.later):
            several = len(new.obligations) > 1 and other.act
            told = f"{step.meaning} ({other.act.value})." if several and other.act else f"{step.meaning}."
            yield _change(step.kind, old_unit, new_unit, step.before, step.after, told, _moved(step, other, parties))


def _came_or_went(there: Obligation, old: Sentence, new: Sentence, added: bool) -> str:
    sentence = new if added else old
    said = sentence.reading or there.id
    parts = _READINGS.split(said)
    if len(parts) == len(sentence.obligations):  # each duty is said in a sentence of its own
        said = parts[[each.id for each in sentence.obligations].index(there.id)]
    return f"A {called(there)} was {'added' if added else 'taken out'}: {said}"


_READINGS = re.compile(r"(?<=\.)\s+(?=[A-Z])")


def _beside(one: Obligation, other: Obligation) -> bool:
    """Whether two of one sentence differ in the act alone: "detain or question civilians"."""
    parts = ("bearer", "modality", "object", "counterpart")
    alike = all(_said(one, part) == _said(other, part) for part in parts)
    return alike and (one.object is not None or called(one) == "ban")


def _said(each: Obligation, part: str) -> object:
    slot = getattr(each, part)
    return slot.value if slot else None


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
