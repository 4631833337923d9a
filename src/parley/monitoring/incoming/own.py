"""A large table of Parley's own columns, in columns from the file on: the same reports as reading it row by row."""

from __future__ import annotations

import datetime as dt

import numpy as np

from parley.model import Label, UnusableInput

from ..acts import act_of
from ..cells import UNDETERMINED
from ..columns import REPORT
from ..table import ReportTable, Words
from .fill import LACKING, fill
from .mapping import Mapping
from .opening import open_table
from .raw import RawTable

_KNOWN = {column.name for column in REPORT} - {"time_precision"}
LARGE = 1_000_000
"""From so many bytes on a table is tried in columns first."""
_SOMEBODY = ("actor", "counterpart", "claimant")


def own_table(data: bytes, path: str, mapping: Mapping, label: Label, zone: dt.tzinfo) -> ReportTable | None:
    """The reports of a table by the mapping of Parley's own columns, or ``None``: read it row by row.

    That is where :func:`.reports.load_reports` has something to say of a row, which it then refuses or makes a note
    of: a cell that can't be read, another column, an id that stands twice, a time of reporting that isn't given.
    """
    try:
        raw = open_table(data, path, mapping)
        if raw.notes or not set(raw.header) <= _KNOWN or not _is_said(raw, "reported"):
            return None
        got = fill(raw, mapping, label, zone=zone)
    except UnusableInput:
        return None
    table = got.reports
    told = got.unusable or [note for note in got.notes if not note.startswith(LACKING)]
    if told or len(table.words["id"].values) != len(table) or _odd_acts(raw, table):
        return None
    return table


def _is_said(raw: RawTable, name: str) -> bool:
    column: Words | None = raw.columns.get(name)
    return column is not None and bool(np.all(column.codes >= 0))


def _odd_acts(raw: RawTable, table: ReportTable) -> bool:
    """Whether an act is called unknown in words, or stands where somebody is named and the other way about."""
    said = raw.columns.get("act")
    if said is None or all(map(act_of, said.values)):
        return False
    return any(word.casefold() in UNDETERMINED for word in said.values) or any(
        act_of(word) for name in _SOMEBODY for word in table.words[name].values
    )
