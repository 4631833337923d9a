"""Tables for a terminal, and how times are written in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from parley.model import Interval, Ref
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


def named(ref: Ref | None) -> str:
    """As people read it, with whom somebody not named belongs to, or of whom a group consists."""
    if ref is None:
        return ""
    if ref.members:
        return f"{ref.name} ({', '.join(member.id or member.name for member in ref.members)})"
    return f"{ref.name} (of {ref.of})" if ref.of else ref.name


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
