"""Before and after the text began: which stretches of time are compared, and what came of it.

The windows are one rule for every case (an interrupted series with two levels, without the run-up: Bernal, Cummins and
Gasparrini, *International Journal of Epidemiology* 46, 2017):

* the baseline is the 56 days that end 7 days before the start, for the days before a truce are more violent than usual;
* after it the first 28 days from the start, and, where there are more, all days since the start;
* a count that straddles an end of a window is in none; where counts are longer than a week the baseline holds eight
  of them and the first weeks four.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from parley.model import Against, RateComparison, RateRatio

from . import wording
from .rates import Counts, rate_ratio
from .rows import Row, counts_of, interval

BASELINE = dt.timedelta(days=56)
RUN_UP = dt.timedelta(days=7)
FIRST_WEEKS = dt.timedelta(days=28)
LEAST_DAYS = 7.0
LEAST_COUNTS = 3
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Compared:
    """Sides to be compared, or why they can't be."""

    comparisons: tuple[RateComparison, ...] = ()
    why_not: str = ""


def compare(
    rows: Sequence[Row], start: dt.datetime | None, end: dt.datetime, earlier: str, zone: dt.tzinfo
) -> Compared:
    """The rows before ``start`` against those from then until ``end``; ``earlier`` calls what was told apart."""
    if start is None:
        return Compared(why_not="Nobody knows when the text began to hold, so there is no before and after.")
    adding = [row for row in rows if row.adds_up]
    if not adding:
        return Compared()
    length = max(median(row.days or 0.0 for row in adding) * _DAY, _DAY)
    baseline, weeks = max(BASELINE, 8 * length), max(FIRST_WEEKS, 4 * length)
    before = within(adding, start - RUN_UP - baseline, start - RUN_UP)
    after = within(adding, start, end)
    if not _enough(before):
        since = "" if not before else f" but {wording.days(_days(before))}"
        return Compared(why_not=f"From the weeks before the start there is nothing to compare with{since}.")
    if not _enough(after):
        return Compared(why_not="Too little of the time since the start has been counted to compare it with before.")
    until = max(after[0].first or start, start) + weeks
    first = within(after, start, until)
    told = []
    if _enough(first):
        told.append(compared(Against.FIRST_WEEKS, before, first, earlier, zone))
    if len(first) < len(after):
        told.append(compared(Against.SINCE_START, before, after, earlier, zone))
    return Compared(tuple(told))


def within(rows: Sequence[Row], first: dt.datetime, end: dt.datetime) -> list[Row]:
    """The rows that lie in a stretch of time as a whole."""
    return [row for row in rows if row.first is not None and row.first >= first and row.end <= end]


def compared(
    against: Against, before: Sequence[Row], after: Sequence[Row], earlier: str, zone: dt.tzinfo
) -> RateComparison:
    """The two stretches of rows, per day, or per hour watched where that is known of both."""
    by_hours = _watched(before) and _watched(after)
    if by_hours:
        before, after = [row for row in before if row.hours], [row for row in after if row.hours]
    sides = counts_of(before, by_hours=by_hours), counts_of(after, by_hours=by_hours)
    apart: RateRatio | None = None
    own = sides
    if any(row.told_apart for row in (*before, *after)):
        own = (
            counts_of(before, corrected=True, by_hours=by_hours),
            counts_of(after, corrected=True, by_hours=by_hours),
        )
        apart = rate_ratio(*own)
    fields = {
        "against": against,
        "before": interval(before[0].first, before[-1].end, zone),
        "after": interval(after[0].first, after[-1].end, zone),
        "count_before": _total(sides[0]),
        "count_after": _total(sides[1]),
        "earlier_before": _total(sides[0]) - _total(own[0]),
        "earlier_after": _total(sides[1]) - _total(own[1]),
        "exposure_before": round(float(sides[0].exposure.sum()), 2),
        "exposure_after": round(float(sides[1].exposure.sum()), 2),
        "exposure": "hours watched" if by_hours else "days",
        "naive": rate_ratio(*sides),
        "corrected": apart,
    }
    found = RateComparison(**fields, words="")
    recovered = sum(row.earlier or 0 for row in after)
    return found.replace(words=wording.comparison(found, recovered, earlier))


def _watched(rows: Sequence[Row]) -> bool:
    watched = [row for row in rows if row.hours]
    return len(watched) >= LEAST_COUNTS and _days(watched) >= LEAST_DAYS


def _enough(rows: Sequence[Row]) -> bool:
    return len(rows) >= LEAST_COUNTS and _days(rows) >= LEAST_DAYS


def _days(rows: Sequence[Row]) -> float:
    return sum(row.days or 0.0 for row in rows)


def _total(counts: Counts) -> int:
    return round(float(counts.number.sum()))
