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
from parley.text.citing import provisions_cited

from .amounts import (
    CLOCK,
    DAY,
    LENGTH,
    Amount,
    Shift,
    amounts,
    bare,
    same_beside,
    shifts,
)
from .likeness import words_of
from .meaning import Step, called, held, matched, steps, weight
from .pairing import Pairs, Unit
from .references import Reference, Renumbered, listed_numbers, renumbered


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
        both = {issue.id for issue in before.issues} & {issue.id for issue in after.issues}
        self.parties = parties
        self.unsaid = {each.was for each in told if each.kind is ChangeKind.SETTLED and each.after is None}
        """Provisions of points of which it isn't told yet what stands there."""
        self.old, self.new = _Beside(before, both), _Beside(after, both)
        self.renumbered = any(one.number != other.number for one, other in pairs.units)
        self.references = Renumbered(before, after, pairs)


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
        yield _whole(ChangeKind.ADDED, unit, sentence, parties)
    for unit, sentence in pairs.gone:
        yield _whole(ChangeKind.REMOVED, unit, sentence, parties)


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


def _reworded(old_unit: Unit, old: Sentence, new_unit: Unit, new: Sentence, sides: _Sides) -> Iterator[Change]:
    pieces, there = sides.old.pieces(old), sides.new.pieces(new)
    if len(there) == 1 < len(pieces) and _filled(pieces, there[0]):
        if old_unit.id in sides.unsaid:
            told = "These words stand now where the point was open."
            yield _change(ChangeKind.REWORDED, old_unit, new_unit, _line(old), _line(new), told)
        return  # what became of the point is told
    earlier = sides.references.earlier(old_unit.id)
    found = list(_meanings(old_unit, old, new_unit, new, earlier, sides.parties))
    yield from found
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
            told = "The definition changed; it bears on every provision that uses the word."
            yield _change(ChangeKind.DEFINITION, *at, " ".join([told, *(f"{each.meaning}." for each in moved)]))
        return
    term = bool({old.form, new.form} & {SentenceForm.DURATION, SentenceForm.ENTRY_INTO_FORCE})
    for each in moved:
        timed = term and all(side is None or _is_time(side) for side in (each.old, each.new))
        yield _change(ChangeKind.WINDOW if timed else ChangeKind.AMOUNT, *at, f"{each.meaning}.")
    words = bare(pieces[0], one), bare(there[0], other)
    if found or (moved and not (unread and words_of(words[0]) != words_of(words[1]))):
        return
    yield _change(ChangeKind.REWORDED, *at, _same_or_not(old, new, one, other))


def _is_time(each: Amount) -> bool:
    return each.kind in (LENGTH, DAY, CLOCK) or each.beside in ("day", "days", "month", "months", "year", "years")


def _same_or_not(old: Sentence, new: Sentence, one: Sequence[Amount], other: Sequence[Amount]) -> str:
    """What is said of two wordings in which nothing that Parley reads differs."""
    if SentenceForm.NOT_READ in (old.form, new.form):
        which = "one of the two wordings" if old.form is not new.form else "these sentences"
        return f"The words changed, and Parley does not understand {which}: compare them."
    if not new.obligations:
        return "The words changed."
    if not same_beside(one, other):
        return "The words changed, and numbers in them stand beside other words: compare them."
    return "The words changed; what Parley understands of them is the same."


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
    old_unit: Unit, old: Sentence, new_unit: Unit, new: Sentence, earlier: Reference, parties: Sequence[str]
) -> Iterator[Change]:
    pairs = matched(old.obligations, new.obligations)
    kept = [(one, other) for one, other in pairs if one is not None and other is not None]
    for one, other in pairs:
        if one is None or other is None:
            there = one or other
            assert there is not None
            added = one is None
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
    said = (new if added else old).reading or there.id
    return f"A {called(there)} was {'added' if added else 'taken out'}: {said}"


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
