"""What a rule of this room gives: the value read from some words, in its situation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from .calendar import Days, bounds, month_value, part_of, week_value
from .lexicon import DAY, MONTH, YEAR, S, day_number, month_number
from .tense import Cue, Tense, cue_at, tense_at
from .triggers import Trigger

_REACH = 600
"""Code points over which "the next day" reaches back for the day that it follows."""
_NEXT_PARAGRAPH = 300
"""The same from one paragraph into the next: those of newspapers are a sentence or two."""
PARAGRAPH = re.compile(r"(?:\n[ \t\r]*|[.!?:”\"’»)][ \t]*\r?)\n\s{0,80}")
"""Where a paragraph ends: at an empty line, or with the sentence that ends a line."""
_ITEM = re.compile(r"[-*•#|]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,3}\s|Article\b|Section\b|Annex\b|[A-Z\s]{6}")
"""How an item of a list, a clause or a heading begins: what it counts from, it says itself."""
_NAMED_DAY = re.compile(
    rf"\b(?:(?P<month>{MONTH}){S}(?P<day>{DAY})|(?P<day_first>{DAY}){S}(?P<month_after>{MONTH})),?{S}(?P<year>{YEAR})(?!\w)"
)
_FAR_DAY, _YEARS = 45, 2
"""A day so far from publication may be of the year that the text gives it elsewhere, if that is so few years off."""


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
    told_day: TimeReading | None = None
    """The single day last named, and where."""
    told_day_at: int = field(default=-_REACH)

    years: dict[tuple[int, int], set[int]] | None = None
    """The years that the text gives to days, once one was looked for."""
    weekdays: dict[int, dt.date] | None = None
    """The days that bare weekdays mean, by their offset, once one was looked for."""

    def tense(self, start: int, end: int) -> Tense | None:
        return tense_at(self.text, start, end)

    def cue(self, start: int, end: int) -> Cue | None:
        return cue_at(self.text, start, end)

    def told_before(self, offset: int, *, across: bool = False) -> Days | None:
        """The days of what the story last dated in the same paragraph, if not too far back to be meant.

        ``across`` allows the paragraph before as well, for words that can mean nothing else.
        """
        return self.told.days if self.told and self._reaches(self.told_at, offset, across=across) else None

    def leads_on(self, start: int, end: int) -> bool:
        """Whether "the next month" goes on from what a story told: the verb is past, and a date came before."""
        return self.tense(start, end) == "past" and self.told_before(start, across=True) is not None

    def day_before(self, offset: int) -> Days | None:
        """The single day that the story last named, in the same paragraph or the one before."""
        near = self.told_day and self._reaches(self.told_day_at, offset, across=True)
        return self.told_day.days if self.told_day and near else None

    def news_day(self) -> TimeReading | None:
        """The day last named, however far back, if it is that of publication or the one before."""
        day = self.told_day.day if self.told_day else None
        if day is None or self.published is None or not 0 <= (self.published - day).days <= 1:
            return None
        return TimeReading(timex=day.isoformat(), days=(day, day), anchor=day.isoformat())

    def _reaches(self, told_at: int, offset: int, *, across: bool) -> bool:
        if offset - told_at > _REACH:
            return False
        ends = list(PARAGRAPH.finditer(self.text, told_at, offset))
        if not ends:
            return True
        alone = across and len(ends) == 1 and offset - told_at <= _NEXT_PARAGRAPH
        return alone and not _ITEM.match(self.text, ends[0].end())

    def tell(self, reading: TimeReading, offset: int) -> None:
        """Note that the words that end at ``offset`` say a dated time."""
        self.told, self.told_at = reading, offset
        if reading.day is not None:
            self.told_day, self.told_day_at = reading, offset

    def year_of(self, month: int, day: int) -> int | None:
        """The year that the text gives elsewhere to a day that is not near its publication, if it gives but one."""
        if self.published is None:
            return None
        if self.years is None:
            self.years = {}
            for match in _NAMED_DAY.finditer(self.text):
                named = month_number(match["month"] or match["month_after"])
                key = named, day_number(match["day"] or match["day_first"])
                self.years.setdefault(key, set()).add(int(match["year"]))
        found = self.years.get((month, day), set())
        if len(found) != 1 or abs((year := min(found)) - self.published.year) > _YEARS:
            return None
        nearest = min(abs((self.published - date).days) for date in _same_days(self.published.year, month, day))
        return year if nearest > _FAR_DAY else None

    @property
    def anchor(self) -> str | None:
        return self.published.isoformat() if self.published else None


def _same_days(year: int, month: int, day: int) -> list[dt.date]:
    """That day of a year and its neighbours, as far as they have it."""
    return [
        dt.date(near, month, min(day, 28)) for near in (year - 1, year, year + 1) if dt.MINYEAR <= near <= dt.MAXYEAR
    ]


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
