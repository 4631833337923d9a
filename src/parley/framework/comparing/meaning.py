"""What changed in what a sentence obliges to: a duty became a permission, 14 days became 30, an exception widened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from parley.model import (
    ChangeKind,
    Instant,
    Modality,
    Obligation,
    Relation,
    Slot,
    Thing,
    Where,
    Window,
)
from parley.text import patterns as re
from parley.text.acts import act_covers
from parley.text.listing import listed

from ..reader.said_values import say_window
from .amounts import Shift, amounts, bare, shifts, things_in
from .lengths import is_after, is_longer
from .likeness import words_of
from .references import Reference, renumbered
from .scope import WIDER, scope

T = TypeVar("T")

_NAMES = {Modality.MUST: "duty", Modality.MUST_NOT: "ban", Modality.MAY: "permission"}
_SLOTS = (ChangeKind.OBJECT, ChangeKind.TRIGGER, ChangeKind.EXCEPTION, ChangeKind.COUNTERPART, ChangeKind.VERIFIER)


@dataclass(frozen=True)
class Step:
    """One difference of two obligations. ``burden`` is 1 where the bearer bears more, -1 less, 0 where that is open."""

    kind: ChangeKind
    before: str | None
    after: str | None
    meaning: str
    burden: int = 0
    freed: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()


def matched(old: Sequence[Obligation], new: Sequence[Obligation]) -> list[tuple[Obligation | None, Obligation | None]]:
    """The obligations of two sentences that are one; alone where there is no other."""
    scored = sorted((-_like(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new))
    left, right = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[tuple[Obligation | None, Obligation | None]] = []
    for score, i, j in scored:
        if i in left and j in right and (score <= -3 or len(old) == len(new) == 1):
            pairs.append((left.pop(i), right.pop(j)))
    return [*pairs, *((each, None) for each in left.values()), *((None, each) for each in right.values())]


def _like(one: Obligation, other: Obligation) -> int:
    acts = _value(one.act), _value(other.act)
    same = 3 if acts[0] == acts[1] else 2 if acts[0] and acts[1] and _breadth(acts[0], acts[1]) else 0
    bearers = set(_who(one)) & set(_who(other))
    things = set(_words(one.object)) & set(_words(other.object))
    counterparts = _value(one.counterpart) == _value(other.counterpart)
    return same + 2 * bool(bearers) + bool(things) + counterparts + (_value(one.modality) == _value(other.modality))


def steps(old: Obligation, new: Obligation, earlier: Reference, later: Reference) -> Iterator[Step]:
    """Each part in which two obligations differ. A part that brackets leave open in one of them is not compared.

    ``earlier`` and ``later`` tell what the references of either point at: what only follows a new number is the same.
    """
    found = [*_steps(old, new)]
    turned = {_value(old.modality), _value(new.modality)} == {Modality.MAY, Modality.MUST_NOT}
    fell = [step for step in found if turned and step.kind in _BOUNDING and None in (step.before, step.after)]
    for step in found:
        if step.before and step.after and renumbered(step.before, earlier) == renumbered(step.after, later):
            continue
        if step.kind is ChangeKind.MODALITY:
            bounds = "".join(f", {'without' if each.before else 'with'} “{each.before or each.after}”" for each in fell)
            yield replace(step, meaning=step.meaning + bounds)
        elif found[0].kind is not ChangeKind.MODALITY:
            yield step
        elif step not in fell:
            yield replace(step, burden=0)  # what was permitted and is banned now has moved somebody already


def _steps(old: Obligation, new: Obligation) -> Iterator[Step]:
    if old.modality and new.modality and old.modality.value is not new.modality.value:
        yield _modality(old.modality, new.modality)
    if _both(old, new, "bearer") and _value(old.bearer) != _value(new.bearer):
        yield _bearers(old, new)
    if _both(old, new, "act") and _value(old.act) != _value(new.act):
        yield _act(old, new)
    if _both(old, new, "place") and _value(old.place) != _value(new.place):
        yield _place(old, new)
    if _both(old, new, "window") and _value(old.window) != _value(new.window):
        yield _window(old, new)
    for kind in _SLOTS:
        before, after = getattr(old, kind.value), getattr(new, kind.value)
        if _both(old, new, kind.value) and _words(before) != _words(after):
            moved = shifts(amounts(before.words), amounts(after.words)) if before and after else []
            if moved or (_value(before) != _value(after) and not _same_said(before, after)):
                yield _words_changed(kind, before, after, new, moved)


def _same_said(before: Slot[Any] | None, after: Slot[Any] | None) -> bool:
    """Whether two wordings differ only in how they write their amounts: "500" and "five hundred"."""
    if before is None or after is None:
        return False
    one, other = amounts(before.words), amounts(after.words)
    return one == other and words_of(bare(before.words, one)) == words_of(bare(after.words, other))


def _both(old: Obligation, new: Obligation, name: str) -> bool:
    """Whether a part can be compared: what is missing beside an open bracket may be in the bracket."""
    return all(getattr(each, name) is not None or not each.labels for each in (old, new)) and (
        getattr(old, name) is not None or getattr(new, name) is not None
    )


def _modality(old: Slot[Modality], new: Slot[Modality]) -> Step:
    heavy = {Modality.MAY: 0, Modality.MUST: 1, Modality.MUST_NOT: 1}
    burden = heavy[new.value] - heavy[old.value]
    meaning = f"A {_NAMES[old.value]} became a {_NAMES[new.value]}"
    return Step(ChangeKind.MODALITY, old.words, new.words, meaning, burden)


def _bearers(old: Obligation, new: Obligation) -> Step:
    before, after = _who(old), _who(new)
    freed = tuple(each for each in before if each not in after)
    bound = tuple(each for each in after if each not in before)
    if not before:
        meaning = f"It now says who must see to it: {listed(after)}"
    elif not after:
        meaning = f"It no longer says who must see to it; it was {listed(before)}"
    else:
        parts = [f"now binds {listed(bound)}"] if bound else []
        parts += [f"no longer binds {listed(freed)}"] if freed else []
        meaning = "It " + " and ".join(parts) if parts else "It binds the same in another order"
    told = before and after  # who must see to it where nobody is named stays open
    return Step(
        ChangeKind.BEARER,
        _said(old.bearer),
        _said(new.bearer),
        meaning,
        freed=freed if told and weight(old) > 0 else (),
        bound=bound if told and weight(new) > 0 else (),
    )


def _act(old: Obligation, new: Obligation) -> Step:
    before, after = _value(old.act), _value(new.act)
    wide = "" if not (before and after) else _breadth(before, after)
    sign = {"wider": 1, "narrower": -1}.get(wide, 0) * weight(new)
    told = f", which is {wide}" if wide else ""
    return Step(ChangeKind.ACT, _said(old.act), _said(new.act), f"“{before}” became “{after}”{told}", sign)


def _breadth(before: str, after: str) -> str:
    return "wider" if act_covers(after, before) else "narrower" if act_covers(before, after) else ""


def _place(old: Obligation, new: Obligation) -> Step:
    before: Where | None = _value(old.place)
    after: Where | None = _value(new.place)
    meaning, sign, is_duty = "The place changed", 0, called(new) == "duty"
    if before is None or after is None:
        meaning = "It now holds in one place" if before is None else "It is no longer bound to one place"
        sign = 0 if is_duty else -1 if before is None else 1  # a duty done in one place may be the harder one
    elif before.relation is after.relation and before.distance == after.distance and _names(before) != _names(after):
        more, fewer = _names(after) - _names(before), _names(before) - _names(after)
        if not (more and fewer):
            meaning = f"It {'now also holds' if more else 'no longer holds'} for {listed(sorted(more or fewer))}"
            sign = 1 if more else -1
            left = is_duty and before.relation is Relation.OUTSIDE  # "withdraw from Tarn and Velm"
            if not left and before.relation not in _HOLDS_THERE:
                sign = 0  # outside two places is less than outside one
    elif before.relation is after.relation and before.of == after.of and before.distance and after.distance:
        farther = after.distance.metres > before.distance.metres
        sign = 1 if farther is (is_duty or after.relation is Relation.WITHIN_DISTANCE) else -1
        if is_duty and after.relation is not Relation.BEYOND_DISTANCE:
            sign = 0  # to patrol a wider strip is more, to be anywhere in it less
        meaning = f"The distance went from {before.distance} to {after.distance}: {'farther' if farther else 'nearer'}"
    return Step(ChangeKind.PLACE, _said(old.place), _said(new.place), meaning, sign * weight(new))


_HOLDS_THERE = (Relation.IN, Relation.WITHIN_DISTANCE, Relation.NEAR, Relation.ACROSS, Relation.ALONG)
"""Places of which one more is more that holds."""


def _names(where: Where) -> set[str]:
    """The places one by one, as far as "and" tells them apart."""
    return {name for each in where.of for name in re.split(r"\s*,\s+(?:and\s+)?|\s+and\s+", each)}


def _window(old: Obligation, new: Obligation) -> Step:
    before, after = _value(old.window), _value(new.window)
    modality = new.modality.value if new.modality else Modality.MUST
    was_until, until = (_value(each.modality) not in (None, Modality.MUST) for each in (old, new))
    said, said_now = _said(old.window), _said(new.window)
    if before is None or after is None:
        there = say_window(after or before or Window(), until=was_until if after is None else until)
        meaning = f"A time was {'set' if before is None else 'taken out'}: {there}"
        # A duty with a time limit is heavier than one without; a ban or a permission for a time is smaller.
        sign = (1 if before is None else -1) * (1 if modality is Modality.MUST else -1) * weight(new)
        return Step(ChangeKind.WINDOW, said, said_now, meaning, sign)
    told, sign = _shift(before, after, modality)
    if said and said_now and _NOTICE.search(said) and _NOTICE.search(said_now):
        meaning = f"“{said}” became “{said_now}”"
    else:
        meaning = f"“{say_window(before, until=was_until)}” became “{say_window(after, until=until)}”"
    return Step(ChangeKind.WINDOW, said, said_now, meaning + (told and f": {told}"), sign)


_NOTICE = re.compile(r"\bnotice\b|\bin\s+advance\b|\bbefore(?:hand)?\b|\bahead\b", re.IGNORECASE)
"""A length of time that lies before what it is told of: its value alone reads as if it lay behind."""
_MORE = {"start": ("later", "earlier"), "end": ("later", "earlier"), "every": ("less often", "more often")}
_LIGHTER_IF_MORE = {
    Modality.MUST: {"start", "end", "within", "every"},
    Modality.MUST_NOT: {"start", "every"},
    Modality.MAY: {"end", "within", "lasts"},
}
"""Parts of a window of which more (later, longer) lightens what the bearer bears."""


def _shift(before: Window, after: Window, modality: Modality) -> tuple[str, int]:
    """ "later" and which way that bears on the bearer, where a single part of the window moved."""
    moved = [name for name in Window.model_fields if getattr(before, name) != getattr(after, name)]
    if len(moved) != 1:
        return "", 0
    name = moved[0]
    old, new = getattr(before, name), getattr(after, name)
    more = is_after(old, new) if isinstance(old, Instant) and isinstance(new, Instant) else is_longer(old, new)
    if more is None:
        return "", 0
    told = _MORE.get(name, ("longer", "shorter"))[0 if more else 1]
    return told, -1 if more is (name in _LIGHTER_IF_MORE[modality]) else 1


_TITLES = {ChangeKind.TRIGGER: "condition"}
_BOUNDING = (ChangeKind.TRIGGER, ChangeKind.EXCEPTION)


def _words_changed(
    kind: ChangeKind, before: Slot[Any] | None, after: Slot[Any] | None, new: Obligation, moved: Sequence[Shift]
) -> Step:
    name = _TITLES.get(kind, kind.value)
    sign, told = 0, f"The {name} changed"
    if before is None:
        told = f"{'An' if name[0] in 'aeo' else 'A'} {name} was added"
        sign = -1 if kind in _BOUNDING else 0
    elif after is None:
        told = f"The {name} was taken out"
        sign = 1 if kind in _BOUNDING else 0
    elif kind is ChangeKind.OBJECT:
        told, sign = (_numbers(before.value, after.value, new) if _counts(moved, before, after) else None) or (
            told,
            sign,
        )
    elif kind is ChangeKind.EXCEPTION:
        told, sign = _exceptions(set(_words(before)), set(_words(after))) or (told, sign)
    if kind is ChangeKind.OBJECT and before and after and not sign and (wide := scope(before.words, after.words)):
        told, sign = f"“{_said(before)}” became “{_said(after)}”: {wide}", 1 if wide == WIDER else -1
    if moved and told == f"The {name} changed":
        told = f"{told}. {'. '.join(each.meaning for each in moved)}"
    return Step(kind, _said(before), _said(after), told, sign * weight(new))


def _counts(moved: Sequence[Shift], before: Slot[Any], after: Slot[Any]) -> bool:
    """Whether one number changed that counts the same thing, and is none of its name: "Resolution 1701"."""
    same = set(things_in(before.words)) & set(things_in(after.words))
    return bool(same) and len(moved) == 1 and moved[0].new is not None and moved[0].new.beside.isalpha()


def _numbers(before: Thing, after: Thing, new: Obligation) -> tuple[str, int] | None:
    """How many are meant, or how many there may be: a ban on more than 200 is wider as a ban on more than 100."""
    if before.most is not None and after.most is not None and before.most != after.most:
        more, permitted = after.most > before.most, weight(new) < 0
        what = "limit" if called(new) == "duty" else called(new)
        wide = "wider" if more is (what != "ban") else "narrower"
        told = f"The most that there may be went from {_plain(before.most)} to {_plain(after.most)}"
        return f"{told}: the {what} is {wide}", 1 if more is permitted else -1
    if before.number is None or after.number is None or before.number == after.number:
        return None
    told = f"The number went from {_plain(before.number)} to {_plain(after.number)}"
    return told, 1 if after.number > before.number else -1


_LIMITING = re.compile(
    r"(?:limit|reduc|restrict|cut|lower|cap|confin|bring(?:ing)?\s+down|draw(?:ing)?\s+down)\w*\b", re.IGNORECASE
)
"""Verbs of a duty that says how many may be left: what counts is the number behind "to"."""


def limit_moved(new: Obligation, shift: Shift, words: str) -> Step | None:
    """ "limit its guards to 200" that became 150: who has to keep to fewer bears more."""
    if new.act is None or shift.old is None or shift.new is None or shift.more is None:
        return None
    if shift.old.beside != shift.new.beside:
        return None
    if called(new) != "duty" or not _LIMITING.match(new.act.words) or not _TO.search(words, 0, shift.new.start):
        return None
    told = f"The most that there may be went from {shift.old.words} to {shift.new.words}"
    stricter = not shift.more
    meaning = f"{told}: the limit is {'narrower' if stricter else 'wider'}"
    return Step(ChangeKind.AMOUNT, None, None, meaning, 1 if stricter else -1)


_TO = re.compile(r"\bto\s+(?:(?:no\s+more\s+than|at\s+most|a\s+maximum\s+of|below|under)\s+)?\Z")


def _plain(number: float) -> str:
    return f"{number:,.12g}"


def _exceptions(before: set[str], after: set[str]) -> tuple[str, int] | None:
    """An exception with "or ..." added lets more through. Other words added may as well bound it: that stays open."""
    if before < after and "or" in after - before:
        return "The exception was widened", -1
    if after < before and "or" in before - after:
        return "The exception was narrowed", 1
    return None


def weight(each: Obligation) -> int:
    """To somebody banned or obliged more is a burden; to somebody permitted it is less of one."""
    return -1 if each.modality and each.modality.value is Modality.MAY else 1


def called(each: Obligation) -> str:
    """ "duty", "ban" or "permission"."""
    return _NAMES[each.modality.value if each.modality else Modality.MUST]


def _who(each: Obligation) -> tuple[str, ...]:
    return each.bearer.value if each.bearer else ()


def _value(slot: Slot[T] | None) -> T | None:
    return slot.value if slot else None


def _said(slot: Slot[Any] | None) -> str | None:
    return " ".join(slot.words.split()) if slot else None


def _words(slot: Slot[Any] | None) -> tuple[str, ...]:
    return words_of(slot.words) if slot else ()


def held(each: Obligation) -> Iterator[str]:
    """The words of its parts."""
    for name in ("object", "place", "window", "trigger", "exception"):
        slot = getattr(each, name)
        if slot is not None:
            yield slot.words
