"""Rows of a file of reports that could not be read, as far as they can."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from parley.model import Interval, Label, Report

from .ever import EVER

MOST = 1_000
"""So many rows of a file are held against the text as far as they can be read; the rest as if nothing could be."""


@dataclass(frozen=True)
class Unread:
    """A row that gave no report: ``report`` is what can be read of it, all else is not known there.

    ``where`` names row and file, ``why`` what is wrong with it; both are empty where they are withheld. ``reported``:
    when it was made; ``None``: not known. ``blank``: nothing of it can be read, so that it may say anything.
    """

    report: Report
    where: str
    why: str
    reported: dt.datetime | None = None
    blank: bool = False

    def untold(self) -> Unread:
        """The same for those who may not be told which row it is, nor what stands in it."""
        return replace(self, where="", why="")

    def at(self, as_of: dt.datetime) -> Report | None:
        """As a report that was made by then, if it may have been."""
        latest = self.report.event.latest
        reported = self.reported or (latest if isinstance(latest, dt.datetime) else None) or as_of
        return None if reported > as_of else self.report.replace(reported=reported)


def rest_of(path: str, number: int, why: str, more: int, label: Label) -> Unread:
    """Row ``number`` and so many ``more``, of which nothing is looked at."""
    return blank_row(path, number, f"{why.partition(';')[0]}, and {more:,} more rows", label)


def blank_row(path: str, number: int, why: str, label: Label) -> Unread:
    """A row of which nothing can be read; ``label`` says who may see its file."""
    where = f"row {number} of {path}"
    nothing = Report(id=where, event=Interval(), reported=EVER, origin=f"{path}, row {number}", audience=label)
    return Unread(nothing, where, why.partition(";")[0], blank=True)
