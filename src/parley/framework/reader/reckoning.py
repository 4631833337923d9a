"""What goes with a point in time: a clock, the light of day, a length of time counted from it, the day beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parley.model import DayCount, Duration, Instant
from parley.text import durations
from parley.text import patterns as re

from .clock import Clock, clocks, zone_at
from .found import FoundInstant
from .ordinals import YEARLESS

_LATER = re.compile(
    r"\s+(?:later|thereafter|afterwards?|after\s+(?:that|this)(?=\s*(?:[,;.\0]|\Z)))(?!\s+than)(?!\w)", re.IGNORECASE
)
LIGHT = (
    r"(?:first\s+light|last\s+light|dusk|dawn|sunrise|sunset|sundown|nightfall|daybreak|"
    r"(?<=before\s)dark|(?<=until\s)dark|(?<=by\s)dark)"
)
PART_OF_DAY = r"morning|afternoon|evening|night"
_LIGHT_OR_PART = re.compile(rf"{LIGHT}|{PART_OF_DAY}", re.IGNORECASE)
LIGHTS = re.compile(rf"(?<!\w)(?P<light>{LIGHT})(?!\w)", re.IGNORECASE)
_AFTER_POINT = re.compile(
    r"\s+(?:(?:that|which)\s+(?=follow)|coming\s+(?=after))?(?P<join>after|follow(?:ing|s)?|from|of|before|prior\s+to|ahead\s+of)\s+(?:and\s+including\s+)?",
    re.I,
)
_ITSELF = re.compile(
    r"\b(?:(?:in|during|for|over|throughout)\s+the(?:\s+(?:first|next))?|every|each|for|lasting|during|over|(?:intervals|period)\s+of|another|further)\s+$",
    re.I,
)
"""Before a length that goes on from its point, or comes back after it: "for 30 days from D-day"."""
_AT_LEAST = re.compile(r"\b(?:at\s+least|(?:not|no)\s+(?:less|fewer|later)\s+than)\s+$", re.IGNORECASE)
_EXPIRY = re.compile(
    r"(?:the\s+)?(?:expiry|expiration|lapse|end|passage|passing|elapse|close)\s+of\s+(?:a\s+period\s+of\s+)?$",
    re.IGNORECASE,
)
_ON_LIGHT, _AT_LIGHT = re.compile(r"\s+(?:on|of)\s+"), re.compile(r"\s*,?\s+at\s+")
_BEFORE_CLOCK = re.compile(r"\s*,?\s*(?:(?:on|of)\s+)?")
_BEHIND_CLOCK = re.compile(r"\s*,?\s*(?P<at>at\s+)?")
_TO_CLOCK = re.compile(r"\s*(?:to|until|till|and|or|–|-)\s*")
_MINUTES = 24 * 60


def moved(instant: Instant, days: int) -> Instant:
    """The whole day after or before: "after D+10" begins with D+11. A time of day stays as it is."""
    if instant.time is not None:
        return instant
    if instant.day is not None:
        return Instant(day=DayCount(days=instant.day.days + days))
    if instant.moment is not None and not isinstance(instant.moment, dt.datetime):
        return Instant(moment=instant.moment + dt.timedelta(days=days))
    if instant.event is not None and YEARLESS.fullmatch(instant.event):
        return Instant(event=f"day {'before' if days < 0 else 'after'} {instant.event}")
    return instant


def later(instant: Instant, length: Duration) -> Instant | None:
    """The point that long after: a day count or a date where whole days are added to one, else told by the event."""
    whole = not length.months and not length.minutes % _MINUTES
    days = length.days + length.minutes // _MINUTES if whole else 0
    if whole and instant.day is not None:
        return instant.replace(day=DayCount(days=instant.day.days + days))
    if instant.moment is not None:
        try:
            if isinstance(instant.moment, dt.datetime):
                return Instant(moment=length.after(instant.moment))
            if not length.minutes % _MINUTES:
                midnight = dt.datetime.combine(instant.moment, dt.time())
                return Instant(
                    moment=length.replace(days=length.days + length.minutes // _MINUTES, minutes=0)
                    .after(midnight)
                    .date()
                )
        except (OverflowError, ValueError):
            return None
        return None
    if instant.event is not None and instant.offset is None and instant.time is None:
        return Instant(event=instant.event, offset=length)
    if instant.day is not None and not instant.day.days and instant.time is None:
        return Instant(event="D-day", offset=length)
    return None


def plain(words: str) -> str:
    """A name of an event without its article."""
    return re.sub(r"^(?:the|this|that|its|their|said)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def bare_name(words: str) -> str:
    """The words without their leading "the"."""
    return re.sub(r"^the\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


def with_clocks(text: str, found: Iterable[FoundInstant]) -> list[FoundInstant]:
    """The points with the clock that stands right before or behind each; a clock of a range of hours is none."""
    kept = sorted(found, key=lambda each: each.start)
    hours = _single(text, clocks(text))
    for index, point in enumerate(kept):
        for clock in hours:
            behind = _BEHIND_CLOCK.fullmatch(text, point.end, clock.start) if clock.start >= point.end else None
            before = _BEFORE_CLOCK.fullmatch(text, clock.end, point.start) if clock.end <= point.start else None
            if not behind and not before:
                continue
            start, end = min(point.start, clock.start), max(point.end, clock.end)
            zone = zone_at(text, end) if clock.time.tzinfo is None else None
            if zone:  # "noon on 3 March (UTC)"
                end, clock = zone[0], replace(clock, time=clock.time.replace(tzinfo=zone[1]))
            at = with_clock(point.instant, clock)
            if at is not None:
                kept[index] = replace(point, start=start, end=end, instant=at)
                break
    return kept


def with_light(text: str, found: Sequence[FoundInstant]) -> list[FoundInstant]:
    """ "Dawn on D+3", "Friday at sunset": the light of a day is a point of its own, told by its words."""
    lights = [each for each in found if _LIGHT_OR_PART.fullmatch(each.instant.event or "")]
    kept = [each for each in found if each not in lights]
    for light in lights:
        joined = light
        for index, day in enumerate(kept):
            first, second = sorted((light, day), key=lambda each: each.start)
            between = _ON_LIGHT if first is light else _AT_LIGHT
            if first.end <= second.start and between.fullmatch(text, first.end, second.start):
                joined = FoundInstant(first.start, second.end, Instant(event=bare_name(text[first.start : second.end])))
                kept[index] = joined
                break
        if joined is light:
            kept.append(light)
    return kept


def _single(text: str, found: list[Clock]) -> list[Clock]:
    ranged = {
        id(each)
        for one, other in pairwise(found)
        if _TO_CLOCK.fullmatch(text, one.end, other.start)
        for each in (one, other)
    }
    return [each for each in found if id(each) not in ranged]


def with_clock(instant: Instant, clock: Clock) -> Instant | None:
    """The time of day on the day of ``instant``; ``None`` where it has one, or its day can't be stepped."""
    if instant.moment is not None:
        return None if isinstance(instant.moment, dt.datetime) else Instant(moment=clock.on(instant.moment))
    if instant.time is not None or (instant.event and re.search(rf"{LIGHT}|\bhour\b", instant.event, re.IGNORECASE)):
        return None
    if instant.day is not None:
        return Instant(day=DayCount(days=instant.day.days + clock.next_day), time=clock.time)
    if not clock.next_day:
        return instant.replace(time=clock.time)
    if instant.offset is None:
        return Instant(event=f"midnight of the {instant.event}")
    return instant.replace(time=clock.time, offset=instant.offset.replace(days=instant.offset.days + 1))


def counted_from(text: str, found: Sequence[FoundInstant]) -> Iterator[FoundInstant]:
    """ "Eight days after D-day", "48 hours before 06:00 on 1 March 2031": a point, counted from a point."""
    starts = {each.start: each for each in found}
    for start, end, length in durations(text):
        after = _LATER.match(text, end)
        if after and not _ITSELF.search(text, 0, start):
            yield FoundInstant(start, after.end(), Instant(event="that", offset=length), bare=True)
            continue
        joined = _AFTER_POINT.match(text, end)
        point = starts.get(joined.end()) if joined else None
        if not joined or not point or _ITSELF.search(text, 0, start):
            continue
        join, at = joined["join"].lower(), point.instant
        exact = at.time is not None or isinstance(at.moment, dt.datetime)
        if join == "from" and length.minutes and not exact and at.event is None:
            continue  # "72 hours from D-day" begin at an hour that is not told
        back = join.startswith(("before", "prior", "ahead"))
        if back and at.event is not None:
            continue
        if back:
            length = Duration(months=-length.months, days=-length.days, minutes=-length.minutes)
            least = _AT_LEAST.search(text, 0, start)
            start = least.start() if least else start
        counted = later(at, length)
        expiry = _EXPIRY.search(text, 0, start)
        start = expiry.start() if expiry else start  # "upon the expiry of 20 days from D-day"
        if counted is not None:
            yield FoundInstant(
                start, point.end, counted, bare=not expiry and (back or join.startswith(("after", "follow")))
            )


def longest(found: Iterable[FoundInstant]) -> list[FoundInstant]:
    """Of points that overlap the longer, in no order."""
    kept: list[FoundInstant] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return kept
