"""A Parquet table as columns of words. It runs in the child process, and needs the extra ``tables``."""

from __future__ import annotations

import io
import json
from typing import Any

import numpy as np

from parley.model import NotYetHandled, UnusableInput

from ..table import Words
from .raw import MOST_COLUMNS, MOST_ROWS, RawTable, renamed

_LARGEST = 2_000_000_000
"""Bytes of all columns unpacked, by the file's own account; the child's bound of memory holds besides."""
_MEND = "write it anew, or save it as CSV and name that"


def read_parquet(data: bytes, path: str) -> RawTable:
    """Every column as words: times as ISO 8601, nested values as JSON, bytes left out. The first row is row 1."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise UnusableInput(
            path,
            "it is a Parquet table, and reading one needs the extra 'tables'",
            "install it with: pip install 'parley-peace[tables]'",
        ) from None
    try:
        file = pq.ParquetFile(io.BytesIO(data))
        about = file.metadata
        size = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
        if about.num_rows > MOST_ROWS or len(file.schema_arrow) > MOST_COLUMNS or size > _LARGEST:
            problem = f"it has {about.num_rows:,} rows, {len(file.schema_arrow):,} columns and {size:,} bytes unpacked"
            raise NotYetHandled(path, problem, "divide it into several files")
        table = file.read(use_threads=False)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UnusableInput(path, f"it is no sound Parquet table ({str(error)[:100]})", _MEND) from error
    left_out = [f.name for f in table.schema if pa.types.is_binary(f.type) or pa.types.is_large_binary(f.type)]
    names = [name for name in dict.fromkeys(table.column_names) if name not in left_out]
    columns = {name: _words(table.column(name), pa) for name in names}
    notes = (f"columns of bytes were left out: {', '.join(left_out)[:200]}",) if left_out else ()
    return RawTable(path, columns, np.arange(1, table.num_rows + 1, dtype=np.int32), (), notes)


def _words(column: Any, pa: Any) -> Words:
    whole = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    if pa.types.is_nested(whole.type):
        return Words.of(_said(value) or None for value in whole.to_pylist())
    coded = whole if pa.types.is_dictionary(whole.type) else whole.dictionary_encode()
    codes = np.asarray(coded.indices.fill_null(-1)).astype(np.int32)
    values = coded.dictionary.to_pylist()
    return renamed(Words(codes, tuple(map(str, range(len(values))))), (_said(value).strip() for value in values))


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
