"""Likeness: what speaks for two papers' telling of one thing, and what speaks against it.

Points, counted and named, so that a person sees why: who (up to 2), when (up to 2), where, which words. What
contradicts (other doers, other towns, days too far apart) settles it: then nothing is proposed. Who alone
is no reason either: the same two sides do many things.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import EventStatus, Interval, MeasureStatus, Ref, TargetKind, first_instant, last_instant

from ..measures.things import kinds_named, other_scope
from ..meetings.meetings import same_place
from .things import Thing, stem

ENOUGH = 3
"""As many points make a proposal."""
LIKELY = 5
"""As many points, and no other day, make a likely one."""

_PAPERS_APART = {TargetKind.EVENT: 7, TargetKind.MEETING: 14, TargetKind.MEASURE: 60}
"""Days between papers within which things without a date can be the same."""
_MOVING = ("adjourn", "brought", "defer", "delay", "moved", "postpone", "reschedule", "shifted")
_ON = (MeasureStatus.GRANTED, MeasureStatus.RESUMED, MeasureStatus.LIFTED)
_NARROW = 2


@dataclass(frozen=True)
class Likeness:
    """The points for it, each with a sentence; ``other_day`` says that the dates don't agree."""

    reasons: tuple[tuple[int, str], ...]
    other_day: bool = False

    @property
    def points(self) -> int:
        return sum(points for points, _ in self.reasons)

    @property
    def why(self) -> tuple[str, ...]:
        return tuple(words for points, words in self.reasons if points > 0)


def likeness(one: Thing, other: Thing) -> Likeness | None:
    """What two things of two papers share; ``None`` where something contradicts that they are the same."""
    if one.kind is not other.kind or one.sort != other.sort or one.document.id == other.document.id:
        return None
    first, second = sorted((one, other), key=lambda thing: _day(thing.document.published) or dt.date.min)
    compare = {TargetKind.EVENT: _events, TargetKind.MEETING: _meetings, TargetKind.MEASURE: _measures}[one.kind]
    return compare(first, second)


def _events(one: Thing, other: Thing) -> Likeness | None:
    if not _same_code(one.code, other.code) or _contradict(one.doers, other.doers):
        return None
    if _contradict(one.others, other.others) or (one.where and other.where and not _same_where(one, other)):
        return None
    who = [*_shared(one.doers, other.doers, "actor"), *_shared(one.others, other.others, "recipient")]
    days, where = _gap(one, other), _same_where(one, other)
    if not (who or where) or (days is not None and days > 1):
        return None
    reasons = [*who, *_when(one, other)]
    if where:
        reasons.append((1, f"same place ({where})"))
    reasons += _words(one, other)
    if one.trigger == other.trigger:
        reasons.append((1, f"told with the same word ({one.spans[0].exact.lower()})"))
    names = (one.names, other.names)
    if all(names) and not names[0] & names[1] and not where:
        reasons.append((-3, "the sentences name other places or people"))
    more = days == 0 or where or any(words.startswith("shared") for _, words in reasons)
    return Likeness(tuple(reasons), other_day=bool(days)) if more else None


def _meetings(one: Thing, other: Thing) -> Likeness | None:
    ours, theirs = _ids(one.doers), _ids(other.doers)
    both = ours & theirs
    if not (ours <= theirs or theirs <= ours) or not both:
        return None
    held, planned = EventStatus.HAPPENED, EventStatus.PLANNED
    days = _gap(one, other)
    if days and (one.status is other.status is held or (one.status is held and other.status is planned)):
        return None  # two that were held, and one to come after it was held, are two
    if days and days > _NARROW and not any(word.startswith(_MOVING) for word in one.words | other.words):
        return None
    named = ", ".join(sorted(ref.name for ref in one.doers if _key(ref) in both))
    reasons = [(min(len(both), 2), f"same parties ({named})"), *_when(one, other)]
    if one.place and other.place:
        if same_place(one.place, other.place):
            reasons.append((1, f"same venue ({one.place})"))
        elif days != 0:
            return None
        else:
            reasons.append((-1, "another venue"))
    topics = {word for topic in one.what for word in topic.casefold().split() if len(word) > 3}
    shared = topics & {word for topic in other.what for word in topic.casefold().split()}
    if shared:
        reasons.append((1, f"same agenda ({', '.join(sorted(shared))})"))
    return Likeness(tuple(reasons), other_day=bool(days))


def _measures(one: Thing, other: Thing) -> Likeness | None:
    if _contradict(one.doers, other.doers) or _contradict(one.others, other.others):
        return None
    who = [*_shared(one.doers, other.doers, "by"), *_shared(one.others, other.others, "towards")]
    ours, theirs = (kinds_named(each.what) for each in (one, other))
    if not who or not ours & theirs or other_scope(one.what, other.what):
        return None
    days = _gap(one, other)
    if one.status is other.status and days and days > _NARROW:
        return None  # what is suspended twice was resumed between
    if one.status is not other.status and one.when and other.when and _order(one.when, other.when) > 0:
        return None
    reasons = [*who, (1, f"same things ({'; '.join(dict.fromkeys((*one.what, *other.what)))})")]
    if one.status is other.status:
        reasons += _when(one, other)
    elif one.when and other.when and (one.status in _ON) != (other.status in _ON):
        reasons.append((1, "what one suspends, the later one resumes"))
    return Likeness(tuple(reasons), other_day=bool(days) and one.status is other.status)


def _same_code(one: str, other: str) -> bool:
    """Codes of which neither says otherwise: ``190`` is force of any kind, ``194`` heavy weapons."""
    return one[:2] == other[:2] and (one[2:3] == other[2:3] or "0" in (one[2:3] or "0", other[2:3] or "0"))


def _key(ref: Ref) -> str:
    return ref.id or ref.name.casefold()


def _ids(refs: Sequence[Ref]) -> set[str]:
    return {_key(ref) for ref in refs}


def _contradict(ours: Sequence[Ref], theirs: Sequence[Ref]) -> bool:
    """Both sides are known actors, and none is the same."""
    known = [{ref.id for ref in refs if ref.id is not None} for refs in (ours, theirs)]
    return all(known) and not known[0] & known[1]


def _shared(ours: Sequence[Ref], theirs: Sequence[Ref], role: str) -> list[tuple[int, str]]:
    both = _ids(ours) & {ref.id for ref in theirs if ref.id is not None}
    return [(1, f"same {role} ({ref.name})") for ref in ours if _key(ref) in both][:1]


def _same_where(one: Thing, other: Thing) -> str | None:
    return next((ours for ours in sorted(one.where) for theirs in other.where if same_place(ours, theirs)), None)


def _words(one: Thing, other: Thing) -> list[tuple[int, str]]:
    """One point for a name or two words in common, beside the word that tells it; two for four words."""
    names = one.names & other.names
    stems = {stem(word) for word in other.words} - {one.trigger, other.trigger}
    words = {stem(word): word for word in sorted(one.words) if stem(word) in stems}
    points = min(2, len(words) // 2) or (1 if names else 0)
    return [(points, f"shared words ({', '.join(sorted(words.values()))})")] if points else []


def _when(one: Thing, other: Thing) -> list[tuple[int, str]]:
    if one.when is None or other.when is None or not one.when.overlaps(other.when):
        return []
    widths = [_width(each) for each in (one.when, other.when)]
    points = 2 if max(widths) <= _NARROW else 1
    narrow = one.when if widths[0] <= widths[1] else other.when
    return [(points, f"the dates agree ({days_of(narrow)})")]


def days_of(when: Interval) -> str:
    """An interval for people: its day, or its first and last."""
    first, last = (_day(each) for each in (when.earliest, when.latest))
    return str(first or last) if first == last or not (first and last) else f"{first} to {last}"


def _width(when: Interval) -> int:
    """How many days it spans; very many where an end is open."""
    first, last = _day(when.earliest), _day(when.latest)
    return (last - first).days + 1 if first and last else 9999


def _gap(one: Thing, other: Thing) -> int | None:
    """Days between the two: 0 where they overlap; ``None`` where nobody can tell but the papers are of about the same
    days; else the days between the papers."""
    if one.when and other.when:
        if one.when.overlaps(other.when):
            return 0
        early, late = (one.when, other.when) if _order(one.when, other.when) < 0 else (other.when, one.when)
        end, begin = _day(early.latest), _day(late.earliest)
        return max(1, (begin - end).days) if begin and end else 1
    ours, theirs = ((_day(t.when.earliest) if t.when else None) or _day(t.document.published) for t in (one, other))
    if ours is None or theirs is None:
        return None
    apart = abs((ours - theirs).days)
    return None if apart <= _PAPERS_APART[one.kind] else apart


def _order(one: Interval, other: Interval) -> int:
    """Below 0 where the first ends before the second begins, above 0 the other way round, else 0."""
    if one.overlaps(other):
        return 0
    before = one.latest and other.earliest and last_instant(one.latest) < first_instant(other.earliest)
    return -1 if before else 1


def _day(moment: dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment
