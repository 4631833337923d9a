"""What comes in every year, held against the same days of other years: heat that a satellite saw, for instance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model import Against, RateComparison

from .comparing import compared, within
from .rows import Row

FEWEST_YEARS = 2
MOST_YEARS = 10
_YEAR = dt.timedelta(days=365)


def ordinary_years(
    rows: Sequence[Row], start: dt.datetime | None, end: dt.datetime, zone: dt.tzinfo
) -> tuple[RateComparison, ...]:
    """The days from ``start`` to ``end`` (a year at most, its last) against the same days of the years before.

    Only years that the rows hold whole, and two of them at least: one year is no ordinary one. Empty otherwise. A
    year in which there was already war is no ordinary one either; nobody but the reader knows which those are.
    """
    if start is None or not rows or rows[0].first is None:
        return ()
    start = max(start, end - _YEAR)
    now = within(rows, start, end)
    before: list[Row] = []
    years = 0
    for back in range(1, MOST_YEARS + 1):
        first, last = (_years_before(one.astimezone(zone), back) for one in (start, end))
        if first < rows[0].first:
            break
        before = within(rows, first, last) + before
        years += 1
    if years < FEWEST_YEARS or len(now) < 3:
        return ()
    return (compared(Against.ORDINARY_YEARS, before, now, "", zone),)


def _years_before(moment: dt.datetime, number: int) -> dt.datetime:
    """The same day of an earlier year; for 29 February the day before."""
    try:
        return moment.replace(year=moment.year - number)
    except ValueError:
        return moment.replace(year=moment.year - number, day=28)
