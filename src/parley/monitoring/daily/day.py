"""The reporting day: 24 hours of local time that end at a stated hour."""

from __future__ import annotations

import datetime as dt

from parley.model import Framework, ReportingDay
from parley.text import patterns as re

_CLOCK = re.compile(r"\b(?:as of|as at|by|at|until)\s+([01]?\d|2[0-3])[:.]([0-5]\d)\b")
_DAILY = re.compile(r"\b(?:daily|every day|each day)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:report|reports|publish|issue|circulate)\b", re.IGNORECASE)


def hour_of_text(framework: Framework) -> dt.time | None:
    """The hour at which the text says that a daily report is made ("shall report every day as of 19:30")."""
    for sentence in framework.sentences:
        words = " ".join(sentence.exact.split())
        daily = sentence.operative and _TELLS.search(words) and _DAILY.search(words)
        if daily and (clock := _CLOCK.search(words)):
            return dt.time(int(clock[1]), int(clock[2]))
    return None


def reporting_day(
    day: dt.date | None, hour: dt.time, hour_from: str, now: dt.datetime, zone: dt.tzinfo
) -> tuple[ReportingDay, ReportingDay]:
    """The reporting day that ends on ``day`` at ``hour``, and the one before it; by default the last that is over.

    One that ends at midnight is ``day`` itself, from its first hour to its last. A day is from wall clock to wall clock
    of ``zone``: 23 or 25 hours where the clocks change.
    """
    if day is None:
        day = now.astimezone(zone).date()
        if dt.datetime.combine(day, hour, tzinfo=zone) > now:
            day -= dt.timedelta(days=1)
    elif hour == dt.time():
        day += dt.timedelta(days=1)
    end, start, before = (dt.datetime.combine(day - dt.timedelta(days=back), hour, tzinfo=zone) for back in range(3))
    return (
        ReportingDay(start=start, end=end, hour_from=hour_from),
        ReportingDay(start=before, end=start, hour_from=hour_from),
    )


def still_to_come(day: ReportingDay, as_of: dt.datetime, zone: dt.tzinfo) -> tuple[str, ...]:
    """The note on a day that is not over, or has not begun, at the time as of which it is told."""
    if as_of >= day.end:
        return ()
    by = _told(as_of, zone)
    if as_of < day.start:
        starts = _told(day.start, zone)
        return (f"The reporting day has not begun by {by}: it starts on {starts}, and nothing can be told of it.",)
    return (
        f"The reporting day is not over by {by}: it ends on {_told(day.end, zone)}, and more may be reported in it.",
    )


def _told(moment: dt.datetime, zone: dt.tzinfo) -> str:
    here = moment.astimezone(zone)
    return f"{here.day} {here:%B %Y, %H:%M}"
