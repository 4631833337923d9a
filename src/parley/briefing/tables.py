"""Tables for a terminal, and how times are written in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from parley.model import Interval
from parley.text.visible import visible


def table(title: str, *columns: str) -> Table:
    """An empty table; its title is printed above it."""
    made = Table(title=Text(title, style="italic"), show_lines=False, pad_edge=False, expand=False)
    for column in columns:
        made.add_column(Text(visible(column)), overflow="fold")
    return made


def add(table: Table, cells: Sequence[str], styles: dict[int, str] | None = None) -> None:
    """Add a row; ``styles`` by the number of the cell."""
    table.add_row(*(Text(visible(cell), style=(styles or {}).get(index, "")) for index, cell in enumerate(cells)))


def when(interval: Interval | None) -> str:
    """An interval in words: one day, from-to, or empty."""
    if interval is None or (interval.earliest is None and interval.latest is None):
        return ""
    start, end = moment(interval.earliest), moment(interval.latest)
    if start == end:
        return start
    return f"{start or 'before'} – {end or 'open'}"


def moment(moment: Any) -> str:
    """A day or a time; empty for none."""
    return moment.isoformat(timespec="minutes", sep=" ") if hasattr(moment, "hour") else str(moment or "")
