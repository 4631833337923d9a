"""What can be read of a row that gave no report."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import replace

import numpy as np

from parley.model import Interval, ReportPlace

from ..cells import NAMES
from ..rows import MOST, Unread, blank_row, rest_of
from ..table import NEVER, ReportTable
from .mapping import Source, Unusable
from .select import Selection

_WHEN = ("event", "event_earliest", "event_latest", "reported", "period_hours", "margin_days")
_WHERE = ("latitude", "longitude", "point", "mgrs", "observer", "bearing", "range", "radius_m", "place")


def unread_rows(
    table: ReportTable, faults: MappingOf[int, Unusable], selection: Selection, fields: MappingOf[str, Source]
) -> list[Unread]:
    """The rows of ``faults`` (places in ``table``) as far as they can be read: no time, or no place, where the fault
    is in it. Of more than so many the rest is one row of which nothing is known.
    """
    when, where, called = (
        {selection.named(name, fields.get(name)) for name in names} for names in (_WHEN, _WHERE, NAMES)
    )
    rows = sorted(faults)
    unsaid = np.where(table.reported == NEVER, 0, table.reported).astype(np.int64)
    values = replace(table, reported=unsaid).values(rows[:MOST])
    found = []
    for row, report in zip(rows[:MOST], values, strict=True):
        fault = faults[row]
        if fault.column in called:
            found.append(blank_row(selection.raw.path, fault.row, fault.why, report.audience))
            continue
        said = table.reported[row] != NEVER
        if fault.column in when:
            report, said = (
                report.replace(event=Interval()),
                said and fault.column != selection.named("reported", fields.get("reported")),
            )
        if fault.column in where or not fault.column:
            report = report.replace(place=ReportPlace())
        spot = f"row {fault.row} of {selection.raw.path}" + (f", column {fault.column}" if fault.column else "")
        found.append(Unread(report, spot, fault.why.partition(";")[0], report.reported if said else None))
    if len(rows) > MOST:
        first = faults[rows[MOST]]
        found.append(rest_of(selection.raw.path, first.row, first.why, len(rows) - MOST, found[0].report.audience))
    return found
