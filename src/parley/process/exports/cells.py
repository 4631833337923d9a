"""Cells of a spreadsheet that can't carry a formula, and rows as RFC 4180 has them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | bool | None

_STRIPPED = r"""['"\s\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*"""
_FORMULA = re.compile(_STRIPPED + r"[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]")
"""Beginnings that a spreadsheet may take for a formula (OWASP, CSV injection): also behind what some programs strip,
which are quotation marks, white space and marks that aren't seen."""


def safe(words: str) -> str:
    """The words with an apostrophe before them where a spreadsheet could run them; ``unsafe`` takes it away."""
    return f"'{words}" if _FORMULA.match(words) else words


def unsafe(cell: str) -> str:
    """The words that a cell was made of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def written(cell: Cell) -> str:
    """A cell as text: a number stays a number, true and false in small letters, nothing for ``None``."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return safe(cell) if isinstance(cell, str) else repr(cell)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], bom: bool) -> bytes:
    """A table as CSV after RFC 4180: commas, CRLF, doubled quotation marks, a header; UTF-8.

    Half a character, as in a file's name that is no UTF-8, is written as an escape.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([written(cell) for cell in row] for row in rows)
    return (b"\xef\xbb\xbf" if bom else b"") + table.getvalue().encode("utf-8", "backslashreplace")
