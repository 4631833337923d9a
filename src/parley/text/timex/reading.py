"""What a rule of this room gives: the value read from some words, in its situation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from .calendar import Days, bounds, month_value, part_of, week_value
from .tense import Cue, Tense, cue_at, tense_at
from .triggers import Trigger

_REACH = 600
"""Code points over which "the next day" reaches back for the day that it follows."""
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n|[.!?:”\"’»)][ \t]*\r?\n")
"""Where a paragraph ends: at an empty line, or with the sentence that ends a line."""


class Clock(NamedTuple):
    """A time of day without its day, or a stretch of it.

    ``zone`` is ``None`` where the words name none that is fixed; ``until`` is the end of "06:00-18:00".
    """

    start: dt.time
    until: dt.time | None = None
    zone: dt.tzinfo | None = None


@dataclass(frozen=True)
class TimeReading:
    """One time expression as understood; ``days`` bounds it where the words give dates."""

    timex: str | None
    kind: str = "DATE"
    days: Days | None = None
    anchor: str | None = None
    clock: Clock | None = None

    @property
    def day(self) -> dt.date | None:
        """The one day it names, if it names one."""
        return self.days[0] if self.days and self.days[0] == self.days[1] else None


@dataclass
class Situation:
    """A text being read: its date of publication, and the dated time last named before the words at hand."""

    text: str
    published: dt.date | None
    told: TimeReading | None = None
    told_at: int = field(default=-_REACH)

    weekdays: dict[int, dt.date] | None = None
    """The days that bare weekdays mean, by their offset, once one was looked for."""

    def tense(self, start: int, end: int) -> Tense | None:
        return tense_at(self.text, start, end)

    def cue(self, start: int, end: int) -> Cue | None:
        return cue_at(self.text, start, end)

    def told_before(self, offset: int) -> Days | None:
        """The days of what the story last dated in the same paragraph, if not too far back to be meant."""
        near = offset - self.told_at <= _REACH and not _PARAGRAPH.search(self.text, self.told_at, offset)
        return self.told.days if self.told and near else None

    @property
    def anchor(self) -> str | None:
        return self.published.isoformat() if self.published else None


Resolve = Callable[["re.Match[str]", Situation], "TimeReading | None"]


class Rule(NamedTuple):
    """A pattern, what its matches mean, and the words without which it cannot match.

    ``None`` from ``resolve`` means "no time after all".
    """

    pattern: re.Pattern[str]
    resolve: Resolve
    trigger: Trigger


def dated(
    value: str,
    *,
    kind: str = "DATE",
    anchor: str | None = None,
    part: str | None = None,
    published: dt.date | None = None,
) -> TimeReading | None:
    """A reading of a TIMEX3 value with the days it bounds; ``None`` for a date that no calendar has."""
    days = bounds(value)
    if days is None:
        return None
    if part:
        days = part_of(days, part, published)
    return TimeReading(timex=value, kind=kind, days=days, anchor=anchor)


def undated(value: str | None, kind: str = "DATE", anchor: str | None = None) -> TimeReading:
    """A reading without dates: a reference, a duration, or words that have none."""
    return TimeReading(timex=value, kind=kind, anchor=anchor)


def moved(day: dt.date, unit: str, count: int) -> str | None:
    """The TIMEX3 value ``count`` units from ``day``, as coarse as the unit; ``None`` beyond the calendar."""
    try:
        if unit == "day":
            return (day + dt.timedelta(days=count)).isoformat()
        if unit == "week":
            return week_value(day + dt.timedelta(weeks=count))
        if unit == "fortnight":
            return week_value(day + dt.timedelta(weeks=2 * count))
        if unit == "weekend":
            return week_value(day + dt.timedelta(weeks=count)) + "-WE"
        if unit == "month":
            year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
            return month_value(dt.date(year, month + 1, 1))
        if unit == "quarter":
            year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + count, 4)
            return f"{year:04d}-Q{quarter + 1}" if 0 < year < 10_000 else None
        year = day.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
        return f"{year:04d}" if 0 < year < 10_000 else None
    except (ValueError, OverflowError):
        return None


def period(day: dt.date, unit: str, count: int) -> str | None:
    """The value of the whole period: the decade or century itself, not a year in it."""
    value = moved(day, unit, count)
    if value and unit in ("decade", "century"):
        return value[:3] if unit == "decade" else value[:2]
    return value


OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The value of a unit of time of which nothing more is known."""
