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


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of time, from ``first`` until just before ``end``; ``first`` ``None``: nobody told.

    ``number`` ``None`` is undetermined. The other names are those of :class:`parley.model.TrendCount`.
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
    days: float | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "days", None if self.first is None else (self.end - self.first) / _DAY)

    @property
    def corrected(self) -> int | None:
        """What of the number is told to be of its own time; all of it where nothing is told apart."""
        if self.number is None or self.new is not None:
            return None if self.number is None else self.new
        return max(0, self.number - (self.earlier or 0))

    @property
    def told_apart(self) -> bool:
        return self.earlier is not None or self.new is not None

    @property
    def adds_up(self) -> bool:
        """Whether it is a number over a stretch of time that no other row covers."""
        return self.number is not None and bool(self.days) and not self.overlaps

    def shown(self, zone: dt.tzinfo) -> TrendCount:
        silent = self.number == 0 and self.hours == 0.0
        days = self.days
        return TrendCount.checked(
            period=interval(self.first, self.end, zone),
            days=None if days is None else round(days, 3),
            count=None if silent else self.number,
            qualifier=self.qualifier,
            earlier=self.earlier,
            new=self.new,
            differenced=self.differenced,
            fell_by=self.fell_by,
            overlaps=self.overlaps,
            hours=None if self.hours is None else round(self.hours, 2),
            reports=self.reports,
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
    return Counts(np.array(numbers), np.array(exposure))
