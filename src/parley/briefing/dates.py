"""The dates that follow from a text: as a table, as a picture, as a calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from rich.table import Table

from parley.model import CheckOutput, Deadline, WrongUsage
from parley.process import refuse_existing, write_new

from .calendar import calendar
from .pictures import draw_gantt
from .tables import add, moment, table


def write_dates(checked: CheckOutput, svg: Path | None, ics: Path | None) -> CheckOutput:
    """Write the dates of ``checked`` as a picture and as a calendar, where a file is named for either.

    Raises :class:`WrongUsage` where there are none to write, and for a file that is there already.
    """
    for path in filter(None, (svg, ics)):
        refuse_existing(path)
    if ics is not None and not any(row.date for row in checked.timeline):
        why = "D-day is not fixed" if checked.timeline else "nothing in the text has a date"
        raise WrongUsage(f"{checked.path}: {why}, so a calendar would be empty; suppose one with --d-day 2031-03-01.")
    files: list[str] = []
    if svg is not None:
        d_day = checked.d_day.date() if isinstance(checked.d_day, dt.datetime) else checked.d_day
        drawn = draw_gantt(checked.timeline, checked.title or checked.path, d_day)
        if drawn is None:
            raise WrongUsage(f"{checked.path}: no date follows from the text, so there is nothing to draw.")
        write_new(svg, f"{drawn}\n")
        files.append(str(svg))
    if ics is not None:
        write_new(ics, calendar(checked, checked.title).decode("utf-8"))
        files.append(str(ics))
    return checked.replace(files=tuple(files)) if files else checked


def dates(checked: CheckOutput) -> Table:
    """One row for each date; counted from D-day where that isn't fixed, or from what the text leaves undated."""
    found = table("Dates that follow", "date", "day", "where", "who", "what")
    for row in checked.timeline:
        date = f"{'at the latest ' if row.latest else ''}{moment(row.time or row.date) or 'not fixed'}"
        what = f"{row.what} ({row.assumed})" if row.assumed else row.what
        add(found, (date, str(row.day or row.counted or ""), row.provision or "", _who(row), what))
    return found


def _who(row: Deadline) -> str:
    return ", ".join(row.bearers)
