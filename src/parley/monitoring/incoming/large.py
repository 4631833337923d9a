"""Large tables of cells read with pyarrow, where the extra ``tables`` is there: the same table, sooner."""

from __future__ import annotations

from collections.abc import Sequence
from csv import reader as cut
from typing import Any

import numpy as np

from ..cells import LONGEST_CELL
from ..table import Words
from .mapping import Unusable
from .raw import RawTable, are_stripped, filled, ragged, renamed

_BLOCK = 16_000_000


def read_large(data: bytes, path: str, header: Sequence[str], delimiter: str, offset: int) -> RawTable | None:
    """The rows of UTF-8 text from byte ``offset`` on, where row 2 begins; ``None``: it is left to the other reader.

    It is where pyarrow isn't there or finds fault, and where a row is longer than the header: only that reader
    knows whether what is too much is empty.
    """
    try:
        import pyarrow as pa
        from pyarrow import csv
    except ImportError:
        return None
    odd: list[tuple[int, int, str]] = []

    def skip(row: Any) -> str:
        if row.actual_columns > len(header):
            return "error"
        odd.append((row.number, row.actual_columns, row.text))
        return "skip"

    names = [f"c{place}" for place in range(len(header))]
    words = pa.dictionary(pa.int32(), pa.string())
    try:
        table = csv.read_csv(
            pa.BufferReader(pa.py_buffer(data).slice(offset)),
            read_options=csv.ReadOptions(use_threads=False, column_names=names, block_size=_BLOCK),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=skip
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, words), strings_can_be_null=False, check_utf8=True
            ),
        )
    except (pa.ArrowException, OSError, ValueError):
        return None
    if any(len(text) > LONGEST_CELL for _, _, text in odd):
        return None
    columns = {name: _words(table.column(place)) for place, name in enumerate(header)}
    kept = np.ones(table.num_rows + len(odd), dtype=bool)
    kept[[number - 1 for number, _, _ in odd]] = False
    bad = tuple(
        Unusable(number + 1, "", ragged(cells, len(header)))
        for number, cells, text in odd
        if _says_something(text, delimiter)
    )
    return filled(path, columns, np.flatnonzero(kept).astype(np.int32) + 2, bad)


def _says_something(row: str, delimiter: str) -> bool:
    return any(cell.strip() for cells in cut([row], delimiter=delimiter) for cell in cells)


def _words(column: Any) -> Words:
    whole = column.unify_dictionaries().combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    if hasattr(whole, "chunk"):
        whole = whole.chunk(0)
    values, indices = whole.dictionary.to_pylist(), whole.indices
    # Its own bytes (no cell is null): asked for an array or to fill, pyarrow would import pandas where that is there.
    codes = np.frombuffer(indices.buffers()[1], np.int32)[indices.offset : indices.offset + len(indices)]
    if "" not in values and are_stripped(values):
        return Words(codes, tuple(values))
    return renamed(Words(codes, tuple(map(str, range(len(values))))), [value.strip() for value in values])
