"""Which kind of table the bytes are, and its rows. Workbooks and Parquet are opened in the child process."""

from __future__ import annotations

import codecs

from parley.model import UnusableInput
from parley.text.papers.kinds import OLD_OFFICE

from .mapping import Mapping
from .raw import RawTable, read_csv
from .records import read_json

_PEEK = 65_536
_GUARDED = {b"PK\x03\x04": "excel", b"PK\x05\x06": "excel", b"PAR1": "parquet"}


_WORKBOOKS = (".xlsx", ".xlsm")


def in_utf8(data: bytes) -> bytes:
    """The bytes of a text that has a mark of UTF-16 or UTF-32 as UTF-8; others, and damaged ones, as they are."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return data
    wide = data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE))
    try:
        return data.decode("utf-32" if wide else "utf-16").encode()
    except UnicodeError:
        return data


def _refuse_no_workbook(data: bytes, path: str) -> None:
    """Raises :class:`UnusableInput` for what is called a workbook and is neither one nor text."""
    if not path.casefold().endswith(_WORKBOOKS):
        return
    try:
        is_text = b"\x00" not in data and bool(data.decode())
    except UnicodeDecodeError:
        is_text = False
    if not is_text:
        raise UnusableInput(path, "it is called an Excel workbook and is none, or a damaged one", "save it anew")


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
    _refuse_no_workbook(data, path)
    data = in_utf8(data)
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        return read_json(data, path, mapping.records if mapping else None)
    return read_csv(data, path, mapping.header_row if mapping else 1)


def header_of(data: bytes, path: str) -> tuple[str, ...]:
    """The names of the columns, of a CSV from its first rows alone. Raises as :func:`open_table` does."""
    data = in_utf8(data)
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    is_workbook = path.casefold().endswith(_WORKBOOKS)
    if is_workbook or start[:1] in (b"{", b"[") or len(data) < _PEEK or data.startswith((*_GUARDED, OLD_OFFICE)):
        return open_table(data, path).header
    head, mark, _ = data[:_PEEK].rpartition(b"\n")
    return read_csv(head if mark else data, path).header
