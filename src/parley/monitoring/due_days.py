"""The days on which a duty is due that returns: every Tuesday and Friday, on the first day of each month."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.model import Duration, Slot, Window, first_instant, last_instant
from parley.text import patterns as re

from .windows import Span

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": 0}
_WEEKDAY = re.compile(r"\b(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b", re.I)
_EVERY_OTHER = re.compile(r"\b(?:every|each)\s+(?:other|second|third|fourth|\w+th)\s", re.I)
_ON_WEEKDAYS = re.compile(r"\b(?:on\s+|every\s+|each\s+)weekdays?\b", re.I)
_EVERY_DAY = re.compile(r"\b(?:every|each|daily|an?|per)\b", re.I)
_OF_MONTH = re.compile(
    r"\bon\s+the\s+(?P<nth>[\w\s,]+?)\s+(?:calendar\s+)?(?:day\s+|(?P<weekday>[A-Z][a-z]+day)\s+)?(?:of|in)\s+"
    r"(?:each|every|the)\s+month\b",
    re.I,
)
_NUMBER = re.compile(rf"\b(?:(?P<word>{'|'.join(_NTH)})|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))\b", re.I)


@dataclass(frozen=True)
class DueDays:
    """Days of the week, days of the month by their number (0 is the last), or the n-th such weekdays of the month.

    ``hours`` of those days, where it is due between them: "by 18:00" is from midnight on.
    """

    weekdays: frozenset[int] = frozenset()
    nth: frozenset[int] = frozenset()
    hours: tuple[dt.time, dt.time] | None = None

    @property
    def is_daily(self) -> bool:
        """Whether it is due on every day: then on D-day, too."""
        return len(self.weekdays) == 7

    def between(self, first: dt.date, until: dt.datetime, zone: dt.tzinfo) -> Iterator[Span]:
        """The due days from ``first`` on that are over by ``until``, each as a whole day of ``zone``, or its hours."""
        day = first
        while (span := self._of(day, zone)).last < until:
            if self.has(day):
                yield span
            day += dt.timedelta(days=1)

    def _of(self, day: dt.date, zone: dt.tzinfo) -> Span:
        if self.hours is None:
            return Span(first_instant(day, zone), last_instant(day, zone))
        first, last = (dt.datetime.combine(day, one, tzinfo=one.tzinfo or zone) for one in self.hours)
        return Span(first, last)

    def has(self, day: dt.date) -> bool:
        """Whether it is due on that day."""
        if not self.nth:
            return day.weekday() in self.weekdays
        step = 7 if self.weekdays else 1
        is_last = day.day + step > calendar.monthrange(day.year, day.month)[1]
        right_day = not self.weekdays or day.weekday() in self.weekdays
        return right_day and ((day.day - 1) // step + 1 in self.nth or (is_last and 0 in self.nth))


def due_days(window: Slot[Window] | None) -> DueDays | None:
    """The days that the words of a window name; ``None`` where they name none ("once a week", "every other Friday"),
    or only hours that no report shows to have been met ("every day at 18:00").
    """
    hours = window.value.hours if window is not None else None
    days = _days(window)
    if hours is None or window is None:
        return days
    if days is None and window.value.every == Duration(days=1) and _EVERY_DAY.search(window.words):
        days = DueDays(frozenset(range(7)))
    return (
        None
        if days is None or not hours[0].replace(tzinfo=None) < hours[1].replace(tzinfo=None)
        else replace(days, hours=hours)
    )


def _days(window: Slot[Window] | None) -> DueDays | None:
    if window is None or window.value.every is None or _EVERY_OTHER.search(window.words):
        return None
    of_month = _OF_MONTH.search(window.words)
    if of_month:
        found = _NUMBER.finditer(of_month["nth"])
        nth = frozenset(_NTH[one["word"].lower()] if one["word"] else int(one["digits"]) for one in found)
        weekday = of_month["weekday"]
        return DueDays(frozenset([_WEEKDAYS.index(weekday.lower())] if weekday else []), nth) if nth else None
    if _ON_WEEKDAYS.search(window.words):
        return DueDays(frozenset(range(5)))
    named = frozenset(_WEEKDAYS.index(one["day"].lower()) for one in _WEEKDAY.finditer(window.words))
    return DueDays(named) if named and len(named) == (window.value.times or 1) else None
