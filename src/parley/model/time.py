"""Moments, intervals and time expressions.

Conventions: ISO weeks, Monday first; "late last month" is the 21st to its end, "early"
the 1st to the 10th, "mid" the 11th to the 20th; "earlier this week" is Monday to the day of
publication; "next week" is Monday to Sunday; "now" and "currently" are the present without a date;
"at some point" has no date and gets none.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema, model_validator

from .value import Value

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_moment(value: Any) -> dt.date | dt.datetime:
    """A date (``2031-03-06``) or a date with time (``2031-03-06T12:00+02:00``) from ISO 8601.

    A time without a zone is taken as it stands (naive); the caller knows the zone of its process.
    """
    if isinstance(value, dt.datetime | dt.date):
        return value
    if isinstance(value, str):
        if _ISO_DATE.fullmatch(value):
            return dt.date.fromisoformat(value)
        return dt.datetime.fromisoformat(value)
    raise ValueError("a moment is an ISO 8601 date or date with time")


YEARS = (1000, 2999)
"""The years, both included, from which days can be counted on and back without leaving the calendar."""


def near_enough(moment: dt.date) -> bool:
    """Whether ``moment``, as a person gave it, lies in ``YEARS``."""
    return YEARS[0] <= moment.year <= YEARS[1]


Moment = Annotated[
    dt.date | dt.datetime,
    BeforeValidator(parse_moment),
    PlainSerializer(lambda moment: moment.isoformat(), return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "description": "ISO 8601 date, or date with time",
            "pattern": r"^\d{4}-\d{2}-\d{2}([T ].+)?$",
        }
    ),
]
"""A day, or a day with a time."""


def first_instant(moment: dt.date, zone: dt.tzinfo = dt.UTC) -> dt.datetime:
    """The first instant a moment can mean: midnight for a day, itself for a time (``zone`` if naive)."""
    if isinstance(moment, dt.datetime):
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return dt.datetime.combine(moment, dt.time.min, tzinfo=zone)


def last_instant(moment: dt.date, zone: dt.tzinfo = dt.UTC) -> dt.datetime:
    """The last instant a moment can mean: the day's last microsecond, or the time itself."""
    if isinstance(moment, dt.datetime):
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return dt.datetime.combine(moment, dt.time.max, tzinfo=zone)


class Interval(Value):
    """When: ``earliest`` and ``latest``, both inclusive; ``None`` is open. ``said`` is how it was put."""

    earliest: Moment | None = None
    latest: Moment | None = None
    said: str | None = None

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if (
            self.earliest is not None
            and self.latest is not None
            and first_instant(self.earliest) > last_instant(self.latest)
        ):
            raise ValueError(f"interval ends ({self.latest}) before it begins ({self.earliest})")
        return self

    def overlaps(self, other: Interval, zone: dt.tzinfo = dt.UTC) -> bool:
        """Whether the two can share an instant; open ends reach without limit."""
        return _not_after(self.earliest, other.latest, zone) and _not_after(other.earliest, self.latest, zone)

    def within(self, other: Interval, zone: dt.tzinfo = dt.UTC) -> bool:
        """Whether every instant of this interval surely lies in ``other``."""
        starts = other.earliest is None or (
            self.earliest is not None and first_instant(self.earliest, zone) >= first_instant(other.earliest, zone)
        )
        ends = other.latest is None or (
            self.latest is not None and last_instant(self.latest, zone) <= last_instant(other.latest, zone)
        )
        return starts and ends


def _not_after(start: dt.date | None, end: dt.date | None, zone: dt.tzinfo) -> bool:
    return start is None or end is None or first_instant(start, zone) <= last_instant(end, zone)


class Every(enum.StrEnum):
    """The length of periods that follow one another: ISO weeks (Monday first) or calendar months."""

    WEEK = "week"
    MONTH = "month"
