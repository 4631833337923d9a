"""The rows of a trend as they are worked with: stretches of time, and what was counted in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from parley.model import Interval, TrendCount

from .rates import Counts

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One stretch of time, from ``first`` until just before ``end``; ``first`` ``None``: nobody told.

    ``number`` ``None`` is undetermined. ``corrected`` is what of it is told to be of its own time, all of it where
    nothing is told apart; ``adds_up``: it is a number over a stretch of time that no other row covers. The other names
    are those of :class:`parley.model.TrendCount`.
    """

    first: dt.datetime | None
    end: dt.datetime
    number: int | None
    qualifier: str | None = None
    earlier: int | None = None
    new: int | None = None
    differenced: bool = False
    fell_by: int | None = None
    overlaps: bool = False
    hours: float | None = None
    reports: tuple[str, ...] = ()
    days: float | None = field(init=False, repr=False)
    corrected: int | None = field(init=False, repr=False)
    adds_up: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        days = None if self.first is None else (self.end - self.first) / _DAY
        own = self.new
        if self.number is None:
            own = None
        elif self.new is None:
            own = max(0, self.number - (self.earlier or 0))
        object.__setattr__(self, "days", days)
        object.__setattr__(self, "corrected", own)
        object.__setattr__(self, "adds_up", self.number is not None and bool(days) and not self.overlaps)

    @property
    def told_apart(self) -> bool:
        return self.earlier is not None or self.new is not None

    def shown(self, zone: dt.tzinfo) -> TrendCount:
        return _shown(self, zone)


@lru_cache(maxsize=16_384)
def one_day(first: dt.datetime, end: dt.datetime, number: int, hours: float | None) -> Row:
    """A day's row; many trends count as many on it, and share it. Of a day without watch nought says nothing."""
    return Row(first, end, None if number == 0 and hours == 0.0 else number, hours=hours)


@lru_cache(maxsize=16_384)
def _shown(row: Row, zone: dt.tzinfo) -> TrendCount:
    return TrendCount.checked(
        period=interval(row.first, row.end, zone),
        days=None if row.days is None else round(row.days, 3),
        count=row.number,
        qualifier=row.qualifier,
        earlier=row.earlier,
        new=row.new,
        differenced=row.differenced,
        fell_by=row.fell_by,
        overlaps=row.overlaps,
        hours=None if row.hours is None else round(row.hours, 2),
        reports=row.reports,
    )


@lru_cache(maxsize=4096)
def interval(first: dt.datetime | None, end: dt.datetime, zone: dt.tzinfo) -> Interval:
    """From ``first`` until just before ``end``: as days where both are midnights, as times otherwise."""
    begins = None if first is None else first.astimezone(zone)
    ends = end.astimezone(zone)
    if ends.time() == dt.time() and (begins is None or (begins.time() == dt.time() and begins < ends)):
        return Interval(earliest=begins.date() if begins else None, latest=(ends - _DAY / 2).date())
    return Interval(earliest=begins, latest=ends)


def counts_of(rows: Iterable[Row], *, corrected: bool = False, by_hours: bool = False) -> Counts:
    """The rows as arrays, per day or per hour watched."""
    kept = list(rows)
    numbers = [float((row.corrected if corrected else row.number) or 0) for row in kept]
    exposure = [(row.hours if by_hours else row.days) or 0.0 for row in kept]
    day = [(row.end.timestamp() / 86_400 - (row.days or 0.0) / 2) for row in kept]
    return Counts(np.array(numbers), np.array(exposure), np.array(day))
