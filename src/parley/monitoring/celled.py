"""The cells of a table of Parley's own columns (CSV): each as what its column holds, or a sentence why not."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from parley.model import Life, Tally, UnusableInput

from .cells import (
    LONGEST_CELL,
    MEND_LONG,
    NAMES,
    TOO_LONG,
    BadCell,
    Count,
    fits,
    read_count,
    read_life,
    read_name,
    read_number,
    read_tally,
    read_time,
)
from .columns import Column, Holds

MOST_ROWS = 2_000_000
_DEGREES = (Holds.LATITUDE, Holds.LONGITUDE)

Cells = dict[str, Any]
"""A row's cells by column, each as what its column holds (``value_of``); empty cells are left out."""


@dataclass(frozen=True)
class OwnTable:
    """A table's columns by position (``None``: a column that we have no use for), and its rows.

    ``known`` remembers what the words of a column's cells were read as, for tables repeat themselves;
    ``None`` for a column that holds words alone.
    """

    path: str
    header: tuple[str, ...]
    columns: tuple[Column | None, ...]
    zone: dt.tzinfo
    rows: Iterable[tuple[int, list[str]]]
    known: tuple[dict[str, Any] | None, ...]


def rows_of(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, before = 0, csv.field_size_limit(max(len(text), LONGEST_CELL))  # one long cell makes no row of another
    try:
        for row in reader:
            number += 1
            if number > MOST_ROWS:
                raise UnusableInput(path, f"it has more than {MOST_ROWS:,} rows", "split it")
            if any(map(str.strip, row)):
                yield number, row
    except csv.Error as error:
        raise UnusableInput(
            path, f"it is no CSV ({error})", "check the quotation marks", f"row {number + 1}"
        ) from error
    finally:
        csv.field_size_limit(before)


def columns_of(header: tuple[str, ...], known: Sequence[Column], path: str) -> tuple[Column | None, ...]:
    by_name = {name: column for column in known for name in column.aliases}
    by_name |= {column.name: column for column in known}
    names = [name.casefold() for name in header]
    columns = [by_name.get(name) for name in names]
    for place, column in enumerate(columns):
        if column is None:
            continue
        rival = next((other for other in range(place) if columns[other] is column), None)
        if rival is None:
            continue
        if names[place] == names[rival]:
            raise UnusableInput(path, f"it has the column {header[place]} twice", "remove or rename one of them")
        # Our own name wins over another source's; of two foreign names the first; the other is kept in the note.
        columns[rival if names[place] == column.name else place] = None
    missing = [column.name for column in known if column.required and column not in columns]
    if missing:
        raise UnusableInput(
            path,
            f"it has no column {' nor '.join(missing)}, its header being {', '.join(header)[:200] or 'empty'}",
            "name the columns as docs/reference/reports.md does",
        )
    return tuple(columns)


def read_row(table: OwnTable, number: int, row: list[str]) -> Cells:
    """The cells of a row by column name; what stands in other columns is joined to the note."""
    if len(row) != len(table.header):
        raise UnusableInput(
            table.path,
            f"it has {len(row)} cells and the header {len(table.header)}",
            "put a cell with a comma in it in quotation marks",
            f"row {number}",
        )
    if max(map(len, row)) > LONGEST_CELL:
        raise UnusableInput(table.path, TOO_LONG, MEND_LONG, f"row {number}")
    cells: Cells = {}
    extra: list[str] = []
    for raw, column, name, known in zip(row, table.columns, table.header, table.known, strict=True):
        words = raw.strip()
        if not words:
            if column is not None and column.required:
                where = f"row {number}, column {column.name}"
                raise UnusableInput(table.path, "it is empty", "fill it in: every row needs it", where)
        elif column is None:
            extra.append(f"{name}: {words}")
        elif known is None:
            cells[column.name] = _name(table, number, name, words) if column.name in NAMES else words
        else:
            if words not in known:
                try:
                    known[words] = value_of(words, column.holds, table.zone)
                except BadCell as bad:
                    raise refusal(table, number, name, words, str(bad), _swapped(table, row, column, words)) from bad
            cells[column.name] = known[words]
    if extra:
        cells["note"] = "; ".join([cells["note"], *extra] if "note" in cells else extra)
    return cells


def _name(table: OwnTable, number: int, header: str, words: str) -> str:
    try:
        return read_name(words)
    except BadCell as bad:
        raise refusal(table, number, header, words, str(bad)) from bad


def value_of(words: str, holds: Holds, zone: dt.tzinfo) -> dt.date | Count | float | Life | Tally | None:
    if holds is Holds.TIME:
        return read_time(words, zone)
    if holds is Holds.COUNT:
        return read_count(words)
    if holds is Holds.LIFE:
        return read_life(words)
    if holds is Holds.TALLY:
        return read_tally(words)
    return read_number(words, holds)


def refusal(table: OwnTable, number: int, column: str, words: str, mend: str, problem: str = "") -> UnusableInput:
    shown = words if len(words) <= 60 else f"{words[:60]}…"
    return UnusableInput(table.path, f"it holds '{shown}'{problem}", mend, f"row {number}, column {column}")


def _swapped(table: OwnTable, row: list[str], column: Column, words: str) -> str:
    """Another column of the row whose cell would fit here while this one would fit there: they look swapped."""
    others = list(zip(table.columns, table.header, row, strict=True))
    if column.holds in _DEGREES:  # most likely with the other coordinate
        others.sort(key=lambda one: one[0] is None or one[0].holds not in _DEGREES)
    for other, name, raw in others:
        if other is None or other.holds is column.holds or not raw.strip():
            continue
        if fits(raw.strip(), column.holds, table.zone) and fits(words, other.holds, table.zone):
            return f", and the columns {column.name} and {name} look swapped"
    return ""
