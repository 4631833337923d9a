"""A claimant's table of counts as rows to compare: totals differenced, parts told apart, blanks kept blank."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parley.model import Report, Tally, first_instant, last_instant

from ..ever import TICK
from .rows import Row

_NEAR = 8
"""So many rows that end no sooner than a part are looked through for the one that holds it."""
Window = tuple[dt.datetime | None, dt.datetime]

_SPARE = dt.timedelta(minutes=1)
"""Rows that share less than this don't overlap: "00:01" and "00:00" are one midnight."""


def rows_of(reports: Sequence[Report], zone: dt.tzinfo) -> list[Row]:
    """The counts of one claimant, place, act and thing, in order of time.

    * A blank is undetermined. It says nothing where another count covers its time.
    * A running total is what came in since the total before it, over all the days between, of which it may lie on
      any. Where the claimant gave a count for some of that time, too, what is left is over the rest of it.
    * A total that falls corrects earlier counts by nobody knows which days: the row has no number, and ``fell_by``.
    * Counts that cover part of the same time can't be added; the shorter ones are kept for adding.
    * Parts told apart go to the row of the same time.
    """
    by_kind: dict[Tally, list[tuple[Window, Report]]] = defaultdict(list)
    for report in reports:
        if report.tally is not None:
            by_kind[report.tally].append((_window(report, zone), report))
    known, blank = _periods(by_kind[Tally.PERIOD])
    totals: dict[dt.datetime | None, list[tuple[Window, Report]]] = defaultdict(list)
    for window, report in by_kind[Tally.RUNNING]:
        totals[window[0]].append((window, report))
    for begun, chain in totals.items():
        known += _differences(begun, chain, known)
    rows = sorted(known + _uncovered(blank, known), key=lambda row: (row.end, row.first or row.end))
    return _with_parts(rows, by_kind[Tally.EARLIER], by_kind[Tally.NEW])


def _window(report: Report, zone: dt.tzinfo) -> Window:
    earliest, latest = report.event.earliest, report.event.latest
    end = report.reported if latest is None else last_instant(latest, zone)
    end = end + TICK if end.microsecond == 999_999 else end
    return None if earliest is None else first_instant(earliest, zone), end


def _periods(told: Iterable[tuple[Window, Report]]) -> tuple[list[Row], list[Row]]:
    """Rows with a number, of which those that others cut into are marked, and those without."""
    rows = [
        Row(first, end, report.count, report.qualifier, overlaps=first is None or first >= end, reports=(report.id,))
        for (first, end), report in told
    ]
    blank = [row for row in rows if row.number is None]
    numbered = sorted((row for row in rows if row.number is not None), key=lambda row: (row.end, -_length(row)))
    reached: dt.datetime | None = None
    known: list[Row] = []
    for row in numbered:
        if not row.overlaps and row.first is not None and reached is not None and row.first < reached - _SPARE:
            row = replace(row, overlaps=True)
        if not row.overlaps:
            reached = row.end
        known.append(row)
    return known, blank


def _length(row: Row) -> float:
    """Of two that end together the shorter one comes first."""
    return -(row.days or 0.0)


def _differences(begun: dt.datetime | None, chain: list[tuple[Window, Report]], known: list[Row]) -> list[Row]:
    """What a running total grew by between its reports, where the claimant's own counts don't tell it."""
    found: list[Row] = []
    before, total = begun, 0
    rests_on: tuple[str, ...] = ()
    adding = sorted((row for row in known if row.adds_up), key=lambda row: row.end)
    ends = [row.end for row in adding]
    for (_, end), report in sorted(chain, key=lambda one: (one[0][1], one[1].reported)):
        if report.count is None:
            continue
        if before is not None and end - before > _SPARE:
            at = bisect_right(ends, before)
            within = adding[at : bisect_left(adding, end, lo=at, key=_first)]
            row = _grown(before, end, report.count - total, within)
            found += [replace(row, reports=(*rests_on, report.id))] if row else []
        # Where nobody told since when the first total counts, that total only begins.
        before, total, rests_on = end, report.count, (report.id,)
    return found


def _grown(before: dt.datetime, end: dt.datetime, grew: int, within: list[Row]) -> Row | None:
    """The growth over the stretch that no count covers; ``None`` where there is none.

    Where there are several such stretches it is told over all of the time, and can't be added to the counts in it.
    """
    gaps: list[tuple[dt.datetime, dt.datetime]] = []
    reached = before
    for row in within:
        if row.first is None or row.first < before - _SPARE or row.end > end + _SPARE:
            return None
        if row.first > reached + _SPARE:
            gaps.append((reached, row.first))
        reached = row.end
    if end > reached + _SPARE:
        gaps.append((reached, end))
    left = grew - sum(row.number or 0 for row in within)
    if not gaps:
        return None
    if len(gaps) > 1:
        return Row(before, end, max(grew, 0), differenced=True, overlaps=True)
    first, last = gaps[0]
    return Row(first, last, left if left >= 0 else None, differenced=True, fell_by=-left if left < 0 else None)


def _uncovered(blank: list[Row], known: list[Row]) -> list[Row]:
    """The rows without a number of whose time no number tells."""
    adding = sorted((row for row in known if row.adds_up), key=lambda row: row.end)
    ends = [row.end for row in adding]
    found = []
    for row in blank:
        at = bisect_right(ends, (row.first or row.end) + _SPARE)
        if at == len(adding) or _first(adding[at]) >= row.end - _SPARE:
            found.append(row)
    return found


def _first(row: Row) -> dt.datetime:
    return row.first or row.end


def _with_parts(
    rows: list[Row], earlier: Iterable[tuple[Window, Report]], new: Iterable[tuple[Window, Report]]
) -> list[Row]:
    """What was told apart, at the row of its time or, failing that, at the row around it."""
    place: dict[Window, int] = {(row.first, row.end): at for at, row in enumerate(rows)}
    found, ends = list(rows), [row.end for row in rows]
    for part, told in ((Tally.EARLIER, earlier), (Tally.NEW, new)):
        for window, report in told:
            at = place.get(window)
            if at is None:
                around = range(bisect_left(ends, window[1]), len(rows))[:_NEAR]
                at = next((i for i in around if _holds(rows[i], window)), None)
            if at is not None and report.count is not None:
                found[at] = _plus(found[at], part, report)
    return found


def _plus(row: Row, part: Tally, report: Report) -> Row:
    """The row with one more part told apart."""
    number, reports = report.count or 0, (*row.reports, report.id)
    if part is Tally.EARLIER:
        return replace(row, earlier=(row.earlier or 0) + number, reports=reports)
    return replace(row, new=(row.new or 0) + number, reports=reports)


def _holds(row: Row, window: Window) -> bool:
    first, end = window
    return first is not None and row.first is not None and row.first <= first and end <= row.end
