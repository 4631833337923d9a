"""Single events by day: what one claimant reported, and how much it watched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from parley.model import Effort, first_instant, last_instant

from .rows import Row, one_day

Days = npt.NDArray[np.int64]

FIRST_DAY = dt.date(1970, 1, 1)
MOST_DAYS = 4_000
"""A trend goes no further back than this from its last day: what is earlier may be a misdated report."""


@dataclass(frozen=True, eq=False)
class Happenings:
    """The events that one claimant reported about one provision, in one region (``None``: not told).

    Arrays with one place for each event, all in days since 1970 of the process's zone: ``day``, on which it can first
    have been, and ``reported``. ``vague`` counts further events that may have been on any of more than a week's days,
    ``unsure`` those of which the act may be another.
    """

    claimant: str | None
    region: str | None
    day: Days
    reported: Days
    vague: int = 0
    unsure: int = 0

    @staticmethod
    def together(several: Sequence[Happenings]) -> Happenings:
        """All regions of one claimant as one."""
        return Happenings(
            several[0].claimant,
            None,
            np.concatenate([one.day for one in several]),
            np.concatenate([one.reported for one in several]),
            sum(one.vague for one in several),
            sum(one.unsure for one in several),
        )


def day_number(day: dt.date) -> int:
    """Days since 1970."""
    return (day - FIRST_DAY).days


def day_of(number: int) -> dt.date:
    return FIRST_DAY + dt.timedelta(days=number)


def rows_by_day(happenings: Happenings, first: int, last: int, effort: Sequence[Effort], zone: dt.tzinfo) -> list[Row]:
    """One row a day from ``first`` to ``last`` (days since 1970): a day without a report is 0, with the hours watched.

    ``effort`` is the claimant's own; empty: nobody told.
    """
    first = max(first, last - MOST_DAYS)
    inside = happenings.day[(happenings.day >= first) & (happenings.day <= last)] - first
    numbers = np.bincount(inside, minlength=max(0, last - first + 1)).tolist()
    begins = _midnights(first, last + 1, zone)
    hours = hours_watched(effort, begins, zone) if effort else [None] * len(numbers)
    return [
        one_day(begin, end, number, watched)
        for begin, end, number, watched in zip(begins[:-1], begins[1:], numbers, hours, strict=True)
    ]


@lru_cache(maxsize=16)
def _midnights(first: int, last: int, zone: dt.tzinfo) -> tuple[dt.datetime, ...]:
    """The first instant of each day; one provision is asked about the same days as the others."""
    return tuple(first_instant(day_of(day), zone) for day in range(first, last + 1))


def hours_watched(effort: Iterable[Effort], begins: Sequence[dt.datetime], zone: dt.tzinfo) -> list[float | None]:
    """Hours watched, times the share that could be seen, between each of ``begins`` and the next, of all observers."""
    edges = np.array([one.timestamp() for one in begins])
    total = np.zeros(len(edges) - 1)
    for one in effort:
        first = edges[0] if one.window.earliest is None else first_instant(one.window.earliest, zone).timestamp()
        last = edges[-1] if one.window.latest is None else last_instant(one.window.latest, zone).timestamp()
        total += one.share * np.clip(np.minimum(edges[1:], last) - np.maximum(edges[:-1], first), 0, None)
    return [round(seconds / 3600, 4) for seconds in total.tolist()]
