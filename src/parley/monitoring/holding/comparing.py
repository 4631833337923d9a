"""Before and after the text began: which stretches of time are compared, and what came of it.

The windows are one rule for every case (an interrupted series without the run-up, for the days before a truce are more
violent than usual):

* the first 28 days from the start are held against what was to be expected from the 16 weeks that end 4 weeks before
  it, as the counts were going (:mod:`.expecting`). It takes 12 weeks of counts to tell how they were going; where there
  are fewer, against the rate of the 8 weeks that end a week before the start;
* where there are more, all days since the start against that rate: no trend of weeks is carried over months;
* a count that straddles an end of a window is in none; where counts are longer than a week the windows hold as many
  counts as they would hold weeks, and the run-up one at least.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from parley.model import Against, RateComparison

from . import wording
from .expecting import against_trend
from .rates import Counts, rate_ratio
from .rows import Row, counts_of, interval

WEEK = dt.timedelta(days=7)
BASELINE, RUN_UP = 8 * WEEK, WEEK
TREND, TREND_RUN_UP = 16 * WEEK, 4 * WEEK
FIRST_WEEKS = 4 * WEEK
_TREND_SHARE = 0.75
"""So much of the weeks that show how counts were going has to have been counted.

Twelve weeks at least are longer than the eight over which the trend is carried: the run-up and the first weeks.
"""
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
    longer = max(median(row.days or 0.0 for row in adding) * _DAY / WEEK, 1.0)
    before = within(adding, start - RUN_UP - BASELINE * longer, start - RUN_UP)
    after = within(adding, start, end)
    if not _enough(before):
        since = "" if not before else f" but {wording.days(_days(before))}"
        return Compared(why_not=f"From the weeks before the start there is nothing to compare with{since}.")
    if not _enough(after):
        return Compared(why_not="Too little of the time since the start has been counted to compare it with before.")
    until = max(after[0].first or start, start) + FIRST_WEEKS * longer
    first = within(after, start, until)
    told = []
    if _enough(first):
        going = _going(adding, start, longer)
        told.append(compared(Against.FIRST_WEEKS, going or before, first, earlier, zone, along=bool(going)))
    if len(first) < len(after):
        told.append(compared(Against.SINCE_START, before, after, earlier, zone))
    return Compared(tuple(told))


def _going(adding: Sequence[Row], start: dt.datetime, longer: float) -> list[Row]:
    """The rows that show how the counts were going; none where they are too few to tell."""
    end = start - max(TREND_RUN_UP, WEEK * longer)
    rows = within(adding, end - TREND * longer, end)
    return rows if _days(rows) * _DAY >= _TREND_SHARE * TREND * longer else []


def within(rows: Sequence[Row], first: dt.datetime, end: dt.datetime) -> list[Row]:
    """The rows that lie in a stretch of time as a whole."""
    return [row for row in rows if row.first is not None and row.first >= first and row.end <= end]


def compared(
    against: Against, before: Sequence[Row], after: Sequence[Row], earlier: str, zone: dt.tzinfo, along: bool = False
) -> RateComparison:
    """The two stretches of rows, per day, or per hour watched where that is known of both.

    ``along``: against what was to be expected as the counts were going, where they tell that.
    """
    by_hours = _watched(before) and _watched(after)
    if by_hours:
        before, after = [row for row in before if row.hours], [row for row in after if row.hours]
    sides = counts_of(before, by_hours=by_hours), counts_of(after, by_hours=by_hours)
    own = sides
    told_apart = any(row.told_apart for row in (*before, *after))
    if told_apart:
        own = (
            counts_of(before, corrected=True, by_hours=by_hours),
            counts_of(after, corrected=True, by_hours=by_hours),
        )
    going = against_trend(*own) if along else None
    ratio, trend = going or (rate_ratio(*own), None)
    naive = ratio
    if told_apart:
        going = against_trend(*sides) if trend else None
        naive = going[0] if going else rate_ratio(*sides)
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
        "naive": naive,
        "corrected": ratio if told_apart else None,
        "trend": trend,
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
