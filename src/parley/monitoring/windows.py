"""When an obligation holds, in instants; and when a reported event can have been."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from parley.model import Duration, Instant, Interval, Moment, Report, Window, first_instant, last_instant

from .ever import EVER, FOREVER, TICK
from .hours import Hours
from .notyet import NotYet
from .sun import Sunlit
from .truth import NO, YES, Fact, Truth


class Span(NamedTuple):
    """From ``first`` to ``last``, both inclusive."""

    first: dt.datetime
    last: dt.datetime

    @property
    def interval(self) -> Interval:
        return Interval(earliest=None if self.first <= EVER else self.first, latest=self.last)


@dataclass(frozen=True)
class Bounds:
    """An obligation's window: ``None`` is open. ``open`` says why an end can't be computed (and which).

    ``hours`` are those of each day at which it holds; all, if ``None``. ``perhaps``: from ``end`` until then nobody
    can tell whether it still held, for ``doubt``.
    """

    start: dt.datetime | None = None
    end: dt.datetime | None = None
    open: NotYet | None = None
    hours: Hours | Sunlit | None = None
    perhaps: dt.datetime | None = None
    doubt: Fact | None = None

    @property
    def interval(self) -> Interval | None:
        return None if self.start is None and self.end is None else Interval(earliest=self.start, latest=self.end)


NO_D_DAY = NotYet("D-day is not fixed, so nothing can be counted from it", "A date for D-day, in the text.")


def bounds(window: Window | None, d_day: Moment | None, zone: dt.tzinfo) -> Bounds:
    """The window in instants. Without a beginning of its own an obligation holds from D-day, if that is fixed.

    A day counted from D-day is a whole calendar day in ``zone``, unless an hour of it is told; D-day itself begins at
    its hour, if it has one. Of "for 7 days" from a day, that day is the first; whether it is, or the count begins with
    the next, texts do not say, so that the day after the last is in doubt.
    """
    start = first_instant(d_day, zone) if d_day is not None else None
    if window is None:
        return Bounds(start)
    end = None
    if window.start is not None:
        got = _instant(window.start, d_day, zone, opens=True)
        if isinstance(got, NotYet):
            return Bounds(open=got)
        start = got
    if window.end is not None:
        got = _instant(window.end, d_day, zone, opens=False)
        if isinstance(got, NotYet):
            return Bounds(start, open=got)
        end = got
    elif window.lasts is not None:
        if start is None:
            return Bounds(open=NO_D_DAY)
        end = after(start, window.lasts)
        if _from_a_day(window.start, d_day) and not window.lasts.minutes and end < FOREVER:
            last = end - TICK
            return Bounds(start, last, perhaps=after(last, Duration(days=1)), doubt=_FIRST_DAY)
    if start is not None and end is not None and start > end:
        start = None if window.start is None else start  # a deadline before D-day: nothing bounds its beginning
    if start is not None and end is not None and start > end:
        why = f"its window ends ({end:%Y-%m-%d %H:%M}) before it begins ({start:%Y-%m-%d %H:%M})"
        return Bounds(open=NotYet(why, "A window in the text that begins before it ends."))
    return Bounds(start, end)


def _from_a_day(start: Instant | None, d_day: Moment | None) -> bool:
    """Whether what begins so begins with a whole day, and at no hour of it."""
    if start is not None and start.time is None and start.moment is not None:
        return not isinstance(start.moment, dt.datetime)
    whole = start is None or (start.time is None and start.day is not None)
    of_d_day = start is None or (start.day is not None and start.day.days == 0)
    return whole and not (of_d_day and isinstance(d_day, dt.datetime))


def _instant(instant: Instant, d_day: Moment | None, zone: dt.tzinfo, *, opens: bool) -> dt.datetime | NotYet:
    side = first_instant if opens else last_instant
    if instant.moment is not None:
        return side(instant.moment, zone)
    if instant.day is not None:
        if d_day is None:
            return NO_D_DAY
        if instant.day.days == 0 and opens and instant.time is None:
            return first_instant(d_day, zone)
        date = d_day.date() if isinstance(d_day, dt.datetime) else d_day
        try:
            day = instant.day.on(date)
            return side(day if instant.time is None else dt.datetime.combine(day, instant.time), zone)
        except OverflowError:
            return NotYet(f"{instant.day} lies beyond the calendar", "A nearer day in the text.")
    why = f"its window is counted from '{instant.event}', and events are not counted from yet"
    return NotYet(why, f"The date of '{instant.event}', written into the text.")


def event_span(report: Report, zone: dt.tzinfo) -> Span:
    """When the event can have been: as reported, and not after it was reported."""
    earliest, latest = report.event.earliest, report.event.latest
    first = EVER if earliest is None else first_instant(earliest, zone)
    last = report.reported if latest is None else last_instant(latest, zone)
    return Span(first, max(first, min(last, report.reported)))


def reported_span(report: Report) -> Span:
    """When it was reported. A ``reported`` at a day's last microsecond is what a day without a time is read as."""
    last = report.reported
    if last.timetz().replace(tzinfo=None) == dt.time.max:
        return Span(last.replace(hour=0, minute=0, second=0, microsecond=0), last)
    return Span(last, last)


_BEFORE = Fact(Truth.UNKNOWN, "it may have been before this applied", "a more exact time")
_AFTER = Fact(Truth.UNKNOWN, "it may have been after this had ended", "a more exact time")
_FIRST_DAY = Fact(
    Truth.UNKNOWN, "whether the first day is one of those counted is not said", "whether the first day counts"
)
_HELD = Fact(Truth.UNKNOWN, "whether the text still held then is not known", "whether it was extended or ended")


def in_window(span: Span, window: Bounds) -> Fact:
    """Whether the event was in the window: unknown where its time straddles an end."""
    start, end = window.start, window.end
    first, last = span
    if start is not None and first < start:
        if last < start or _never(span, window):
            return NO
        return _BEFORE
    if end is not None and last > end:
        if window.perhaps is not None and first <= window.perhaps and not _never(span, window):
            return window.doubt or _HELD
        return NO if first > end or _never(span, window) else _AFTER
    return YES if window.hours is None else window.hours.fact(span)


def _never(span: Span, window: Bounds) -> bool:
    return window.hours is not None and window.hours.fact(span).truth is Truth.NO


def after(instant: dt.datetime, duration: Duration) -> dt.datetime:
    """That long after, or for ever."""
    try:
        return duration.after(instant)
    except (OverflowError, ValueError):
        return FOREVER
