"""Precedents as a table: each with its words, what is alike and what differs."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from parley.model import Facet, PrecedentsOutput
from parley.text.visible import visible

from .tables import add, table


def precedents(output: PrecedentsOutput) -> Iterable[Table | Text]:
    yield Text(visible(output.reading or output.like), style="bold")
    found = table(f"{len(output.precedents)} precedents in {len(output.searched)} texts", "like", "where", "words", "")
    for each in output.precedents:
        where = " ".join(filter(None, (each.path, each.provision and f"§ {each.provision}")))
        add(found, (f"{each.likeness:.0%}", where, " ".join(each.exact.split()), _compared(each.alike, each.differs)))
    yield found


def _compared(alike: Iterable[Facet], differs: Iterable[Facet]) -> str:
    """What is alike in a line, and each part that differs with both its sides."""
    same = ", ".join(each.part for each in alike)
    lines = [f"alike: {same}"] if same else []
    return "\n".join([*lines, *(f"{each.part}: {each.here or '–'} ↔ {each.there or '–'}" for each in differs)])
