"""Which kind of table the bytes are, and its rows. Workbooks and Parquet are opened in the child process."""

from __future__ import annotations

from parley.model import UnusableInput
from parley.text.papers.kinds import OLD_OFFICE

from .mapping import Mapping
from .raw import RawTable, read_csv
from .records import read_json

_PEEK = 65_536
_GUARDED = {b"PK\x03\x04": "excel", b"PK\x05\x06": "excel", b"PAR1": "parquet"}


def open_table(data: bytes, path: str, mapping: Mapping | None = None) -> RawTable:
    """The table in a file, whatever its ending says: CSV, JSON, GeoJSON, Excel or Parquet.

    ``mapping`` may say where the header or the records stand. Raises :class:`UnusableInput`.
    """
    if not data.strip():
        raise UnusableInput(path, "it is empty", "export it again, with its header")
    for mark, kind in _GUARDED.items():
        if data.startswith(mark):
            from .guard import read_guarded  # few tables need the child process

            return read_guarded(kind, data, path, mapping)
    if data.startswith(OLD_OFFICE):
        raise UnusableInput(path, "it is an old or a locked Excel workbook", "save it as .xlsx without a password")
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        return read_json(data, path, mapping.records if mapping else None)
    return read_csv(data, path, mapping.header_row if mapping else 1)


def header_of(data: bytes, path: str) -> tuple[str, ...]:
    """The names of the columns, of a CSV from its first rows alone. Raises as :func:`open_table` does."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"[") or len(data) < _PEEK or data.startswith((*_GUARDED, OLD_OFFICE)):
        return open_table(data, path).header
    head, mark, _ = data[:_PEEK].rpartition(b"\n")
    return read_csv(head if mark else data, path).header
