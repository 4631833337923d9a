"""Numbers with units: distances, durations, counts, and days counted from D-day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Self

from .value import Value

METRES = {"m": 1.0, "km": 1000.0, "nautical miles": 1852.0, "miles": 1609.344}
"""Metres in each unit of distance; the nautical mile is the international one (1929)."""

SECONDS = {"minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800}
"""Seconds in each unit of fixed length. Months and years have no fixed length: they are calendar steps."""

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


class Distance(Value):
    """A length as written: ``number`` and ``unit`` (a key of ``METRES``)."""

    number: float
    unit: str

    @property
    def metres(self) -> float:
        return self.number * METRES[self.unit]

    def __str__(self) -> str:
        return f"{self.number:g} {self.unit}"


class Duration(Value):
    """A length of time as written, ISO 8601 in and out (``PT24H``, ``P30D``, ``P2M``)."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    @classmethod
    def parse(cls, iso: str) -> Self:
        """Read ISO 8601 (years, months, weeks, days, hours, minutes); ``ValueError`` on anything else."""
        match = _DURATION.fullmatch(iso)
        if not match or not any(match.groups()):
            raise ValueError(f"{iso!r} is not an ISO 8601 duration such as PT24H, P30D or P2M")
        years, months, weeks, days, hours, minutes = (int(group or 0) for group in match.groups())
        return cls(months=12 * years + months, days=7 * weeks + days, minutes=60 * hours + minutes)

    def __str__(self) -> str:
        hours, minutes = divmod(self.minutes, 60)
        date = (f"{self.months}M" if self.months else "") + (f"{self.days}D" if self.days else "")
        time = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
        return "P" + (date + (f"T{time}" if time else "") or "T0M")

    @property
    def timedelta(self) -> dt.timedelta:
        """The fixed part; raises ``ValueError`` where calendar months are in it (use ``after``)."""
        if self.months:
            raise ValueError("months have no fixed length")
        return dt.timedelta(days=self.days, minutes=self.minutes)

    def after(self, moment: dt.datetime) -> dt.datetime:
        """The instant this long after ``moment``; a month steps to the same day, or the month's last."""
        index = moment.year * 12 + moment.month - 1 + self.months
        year, month = divmod(index, 12)
        last = (dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
        stepped = moment.replace(year=year, month=month + 1, day=min(moment.day, last))
        return stepped + dt.timedelta(days=self.days, minutes=self.minutes)


class DayCount(Value):
    """``D+n``: n days after D-day; D itself is ``D+0``. A count names the whole day."""

    days: int

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read ``D``, ``D-day``, ``D+14``, ``D-3`` (any case, spaces allowed); ``ValueError`` otherwise."""
        match = re.fullmatch(r"\s*D(?:-?day)?\s*(?:([+\-\u2212])\s*(\d{1,5}))?\s*", words, re.IGNORECASE)
        if not match:
            raise ValueError(f"{words!r} is not a day count such as D-day or D+14")
        sign, number = match.groups()
        return cls(days=int(number or 0) * (-1 if sign and sign != "+" else 1))

    def __str__(self) -> str:
        return f"D{self.days:+d}" if self.days else "D-day"

    def on(self, d_day: dt.date) -> dt.date:
        return d_day + dt.timedelta(days=self.days)
