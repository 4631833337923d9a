"""When an obligation holds, as seconds since D-day begins, or since the clock stood at nought."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.model import DayCount, Duration, Framework, Instant, Window, first_instant, last_instant

from ..notyet import NotYet
from ..windows import NO_D_DAY, Bounds, bounds
from .signature import Says

_DAY = 86_400


@dataclass(frozen=True)
class Edge:
    """An instant: so many seconds (not below 0) after ``since``, which is D-day's beginning or the clock's."""

    since: Says
    seconds: int


@dataclass(frozen=True)
class Edges:
    start: Edge | None = None
    end: Edge | None = None


def edges(window: Window | None, framework: Framework, zone: dt.tzinfo) -> Edges | NotYet:
    """The window's ends. With D-day fixed they are exact in ``zone``; without it, a day has 24 hours."""
    if framework.d_day is not None:
        d_day = first_instant(framework.d_day, zone)
        held = bounds(window, framework.d_day, zone)
        return held.open or Edges(_after(held.start, d_day), _after(held.end, d_day))
    if window is None:
        return Edges(Edge(Says.D_DAY, 0))
    start = Edge(Says.D_DAY, 0) if window.start is None else _nominal(window.start, zone, opens=True)
    if isinstance(start, NotYet):
        return start
    if window.end is not None:
        end = _nominal(window.end, zone, opens=False)
        return end if isinstance(end, NotYet) else Edges(start, end)
    if window.lasts is None:
        return Edges(start)
    if window.lasts.months:
        return NotYet("months have no fixed length while D-day is not fixed", "A date for D-day, or days for months.")
    return Edges(start, Edge(start.since, start.seconds + seconds_of(window.lasts)))


def _after(instant: dt.datetime | None, d_day: dt.datetime) -> Edge | None:
    if instant is None:
        return None
    if instant >= d_day:
        return Edge(Says.D_DAY, int(instant.timestamp()) - int(d_day.timestamp()))
    return Edge(Says.EPOCH, max(0, int(instant.timestamp())))


def _nominal(instant: Instant, zone: dt.tzinfo, *, opens: bool) -> Edge | NotYet:
    if instant.day is not None and instant.day.days >= 0 and instant.time is not None:
        return _at_hour(instant.day, instant.time, zone)
    if instant.day is not None and instant.day.days >= 0:
        return Edge(Says.D_DAY, instant.day.days * _DAY + (0 if opens else _DAY - 1))
    if instant.day is not None:
        return NO_D_DAY
    if instant.moment is not None:
        moment = (first_instant if opens else last_instant)(instant.moment, zone)
        return Edge(Says.EPOCH, max(0, int(moment.timestamp())))
    held: Bounds = bounds(Window(start=instant), None, zone)
    assert held.open is not None
    return held.open


def _at_hour(day: DayCount, time: dt.time, zone: dt.tzinfo) -> Edge | NotYet:
    """An hour of a counted day; in another zone than the process's only where both keep one offset all year."""
    seconds = day.days * _DAY + (time.hour * 60 + time.minute) * 60
    if time.tzinfo is not None:
        own, here = time.utcoffset(), zone.utcoffset(None)
        if own is None or here is None:
            bring = "A date for D-day, or the hour on the clocks of the process."
            return NotYet("the offset between two zones is not known while D-day is not fixed", bring)
        seconds += int((here - own).total_seconds())
    return Edge(Says.D_DAY, seconds) if seconds >= 0 else NO_D_DAY


def seconds_of(duration: Duration) -> int:
    """A duration of fixed length in seconds; ``ValueError`` where months are in it."""
    return int(duration.timedelta.total_seconds())
