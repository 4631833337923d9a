"""The daily report as plain text, as it goes into an e-mail or onto paper."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from parley.model import DailyOutput
from parley.text.visible import visible

from ..lines import Line, Section, Table
from ..named import Names
from .telling import daily_sections, heading

_WIDTH = 100
_WIDEST_CELL = 44


def as_text(daily: DailyOutput, names: Names) -> str:
    """The whole report, wrapped; tables of narrow cells as columns, of long ones cell under cell."""
    lines = [
        f"DAILY REPORT: {daily.title}",
        f"Made for {daily.audience}. Reporting day: {heading(daily)}.",
    ]
    if daily.cell_m is not None:
        high, wide = (f"{metres / 1000:g}" for metres in daily.cell_m)
        lines.append(f"Places are coarse: cells of {high} by {wide} km, and no names of places.")
    for section in daily_sections(daily, names):
        lines += ["", section.title.upper()]
        lines += _section(section)
    notes = list(dict.fromkeys(daily.notes))
    if notes:
        lines += ["", "NOTES", *(each for note in notes for each in _wrapped(note, "- "))]
    lines += ["", f"Head of the chain of decisions: {daily.head or 'none'}"]
    return "\n".join(visible(line).rstrip() for each in lines for line in each.split("\n")) + "\n"


def _section(section: Section) -> list[str]:
    lines = _wrapped(section.intro) if section.intro else []
    if section.table:
        lines += _table(section.table)
    for line in section.lines:
        lines += _wrapped(_words(line), "- ")
    return lines


def _words(line: Line) -> str:
    return f"{line.words} {line.note}".strip() if line.note else line.words


def _table(table: Table) -> list[str]:
    rows = [[" ".join(_words(line) for line in cell) for cell in row] for row in table.rows]
    widths = [max(len(cell) for cell in column) for column in zip(table.head, *rows, strict=True)]
    if max(widths) <= _WIDEST_CELL and sum(widths) + 2 * len(widths) <= _WIDTH:
        return [_columns(table.head, widths), *(_columns(row, widths) for row in rows)]
    lines = []
    for row in rows:
        first, *others = row
        lines += _wrapped(f"{first}: {'; '.join(others[:-1])}." if len(others) > 1 else first, "- ")
        lines += _wrapped(f"{table.head[-1]}: {others[-1]}", "    ")
    return lines


def _columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _wrapped(words: str, before: str = "") -> list[str]:
    flat = " ".join(words.split())
    return textwrap.wrap(
        flat, _WIDTH, initial_indent=before, subsequent_indent=" " * len(before), break_on_hyphens=False
    ) or [before]
