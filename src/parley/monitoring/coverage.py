"""What was watched, where and when. Silence counts only where somebody could have seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce

from parley.model import Effort, Framework, Shape, first_instant, last_instant
from parley.text import act_covers

from .acts import act_of
from .ever import EVER, FOREVER
from .hours import Hours
from .names import fold
from .sun import Sunlit

EVERYWHERE = "everywhere"
_NAMED = 5
"""So many unknown places and acts are told one by one."""
_TOUCH = dt.timedelta(seconds=1)
"""The last microsecond of a day and the first of the next leave no gap."""

Each = Mapping[str, frozenset[str]]
"""Places all of which have to be watched, each with the names that effort may have for it."""
Spans = tuple[tuple[dt.datetime, dt.datetime], ...]


def unknown_effort(effort: Sequence[Effort], framework: Framework, shapes: Sequence[Shape]) -> list[str]:
    """One sentence on each place and each act that effort names and nothing can be held against."""
    named = known_places(framework, shapes)
    places = {one.place: one.origin for one in reversed(effort) if fold(one.place) not in named}
    acts = {act: one.origin for one in reversed(effort) for act in one.acts if act_of(act) is None}
    nothing = "so effort for it counts for no provision; write it as the text does"
    told = [f"{at}: neither the text nor an annex has the place '{one}', {nothing}." for one, at in places.items()]
    told += [f"{at}: '{one}' names no act of the lexicon, {nothing}." for one, at in acts.items()]
    more = len(told) - _NAMED
    return [*told[:_NAMED], f"Effort names {more} more such places or acts."] if more > 1 else told


def known_places(framework: Framework, shapes: Sequence[Shape]) -> frozenset[str]:
    """The folded names of the places that the text and its annexes have, and "everywhere"."""
    slots = (getattr(one, name) for one in framework.obligations for name in ("place", "object"))
    named = {fold(name) for slot in slots if slot is not None for name in getattr(slot.value, "of", ())}
    named |= {fold(one.name) for one in shapes} | {fold(one.term) for one in framework.definitions}
    return frozenset(named | {EVERYWHERE})


@dataclass(frozen=True)
class Watched:
    """How many days of a window were watched whole, and by whom at all."""

    days: int
    days_watched: int
    by: tuple[str, ...]
    itself: tuple[str, ...] = ()
    """Who watched nobody but itself, which counts for nothing here."""
    apart: tuple[tuple[str, int], ...] = ()
    """Of several places, one of which was watched on fewer days than another: on how many each was."""

    @property
    def complete(self) -> bool:
        return self.days_watched == self.days

    @property
    def words(self) -> str:
        by = f", by {', '.join(self.by)}" if self.by else ""
        apart = f" ({', '.join(f'{place} on {days}' for place, days in self.apart)})" if self.apart else ""
        return f"watched on {self.days_watched} of {self.days} days{by}{apart}{self.left_out}"

    @property
    def left_out(self) -> str:
        return f" (what {', '.join(self.itself)} watched of itself shows nothing)" if self.itself else ""


def relevant(effort: Sequence[Effort], places: frozenset[str] | None, act: str) -> list[Effort]:
    """The effort that could have seen the act at the place (``None``: the text names no place, so everywhere)."""
    return [one for one in effort if _at(one, places) and (not one.acts or any(_sees(seen, act) for seen in one.acts))]


def _at(one: Effort, places: frozenset[str] | None) -> bool:
    place = fold(one.place)
    return place == EVERYWHERE or (places is not None and place in places)


def _sees(seen: str, act: str) -> bool:
    """Whether who watched for one act sees another: what is deployed somewhere is placed there from then on."""
    named = act_of(seen) or seen
    return act_covers(named, act) or (named == "place" and act == "deploy")


def watched(
    effort: Sequence[Effort],
    start: dt.datetime,
    end: dt.datetime,
    zone: dt.tzinfo,
    hours: Hours | Sunlit | None = None,
    each: Each = {},  # noqa: B006
) -> Watched:
    """Days of ``zone`` from ``start`` to ``end``, and those that effort with a share of 1 covers from end to end.

    Shares below 1 do not add up: two patrols that each see half may see the same half. Where ``hours`` are given
    it is enough that those of each day were covered. Of several places (``each``) every one has to be covered: who
    watched one of them has not seen the other. A part of a day without length is no day, and effort without
    length, or whose end is before its beginning, has seen nothing.
    """
    spans = sorted(((*_span(one, zone), one) for one in effort), key=lambda row: (row[0], row[1]))
    inside = [
        row
        for row in spans
        if row[0] < row[1] and ((row[0] < end and row[1] > start) or row[0] <= start == end <= row[1])
    ]
    by = tuple(dict.fromkeys(one.by for *_, one in inside))
    if len(each) < 2:
        days, seen = _days_seen(_joined(inside), start, end, zone, hours)
        return Watched(days, seen, by)
    parts = {name: _joined([row for row in inside if _at(row[2], names)]) for name, names in each.items()}
    days, seen = _days_seen(reduce(_in_both, parts.values()), start, end, zone, hours)
    apart = {name: _days_seen(whole, start, end, zone, hours)[1] for name, whole in parts.items()}
    return Watched(days, seen, by, apart=tuple(apart.items()) if len(set(apart.values())) > 1 else ())


def _joined(rows: Sequence[tuple[dt.datetime, dt.datetime, Effort]]) -> Spans:
    """The stretches of time without a gap that effort with a share of 1 covers."""
    whole: list[tuple[dt.datetime, dt.datetime]] = []
    for first, last, one in rows:
        if one.share < 1.0:
            continue
        if whole and first <= whole[-1][1] + _TOUCH:
            whole[-1] = (whole[-1][0], max(whole[-1][1], last))
        else:
            whole.append((first, last))
    return tuple(whole)


def _in_both(one: Spans, other: Spans) -> Spans:
    common = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((first, last) for first, last in common if first <= last)


def watched_by_others(
    effort: Sequence[Effort],
    is_own: Callable[[str], bool],
    start: dt.datetime,
    end: dt.datetime,
    zone: dt.tzinfo,
    hours: Hours | Sunlit | None = None,
    each: Each = {},  # noqa: B006
) -> Watched:
    """As :func:`watched`, without what those watched of whose own doing it is: that is their own word alone."""
    own = {by for by in {one.by for one in effort} if is_own(by)}
    seen = watched([one for one in effort if one.by not in own], start, end, zone, hours, each)
    return replace(seen, itself=tuple(sorted(own))) if own else seen


@lru_cache(maxsize=256)
def _days_seen(
    whole: Spans,
    start: dt.datetime,
    end: dt.datetime,
    zone: dt.tzinfo,
    hours: Hours | Sunlit | None,
) -> tuple[int, int]:
    """How many days there are, and how many of them these stretches of time cover; the same for many provisions.

    A window without length is one moment of one day.
    """
    if start == end:
        return 1, int(any(first <= start <= last for first, last in whole))
    days = seen = at = 0
    day = start.astimezone(zone).date()
    last_day = end.astimezone(zone).date()
    while day <= last_day:
        whole_day = [(first_instant(day, zone), last_instant(day, zone))]
        held, covered = False, True
        for opens, closes in whole_day if hours is None else hours.of_day(day):
            opens, closes = max(start, opens), min(end, closes)
            if opens >= closes:
                continue
            while at < len(whole) and whole[at][1] + _TOUCH < closes:
                at += 1
            held, covered = True, covered and at < len(whole) and whole[at][0] <= opens
        days += held
        seen += held and covered
        day += dt.timedelta(days=1)
    return days, seen


def hours(effort: Sequence[Effort], start: dt.datetime, end: dt.datetime, zone: dt.tzinfo) -> float:
    """Hours of effort in a span of time, every observer's added up: the exposure behind a count of reports."""
    total = dt.timedelta()
    for one in effort:
        first, last = _span(one, zone)
        total += max(dt.timedelta(), min(last, end) - max(first, start))
    return round(total / dt.timedelta(hours=1), 2)


def _span(one: Effort, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
    first = EVER if one.window.earliest is None else first_instant(one.window.earliest, zone)
    last = FOREVER if one.window.latest is None else last_instant(one.window.latest, zone)
    return first, last
