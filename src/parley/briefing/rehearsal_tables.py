"""A rehearsal on a terminal: first in words, then what was at odds and what nobody could have told."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from parley.model import Rehearsal, Untellable
from parley.text.visible import visible

from .tables import add, table


def rehearsed(rehearsal: Rehearsal) -> Iterator[Table | Text]:
    """The summary; then clocks that clash, what could not have been told, and what no report touched."""
    for line in rehearsal.summary:
        yield Text(visible(line))
    if rehearsal.clashes:
        rows = table("Time limits at odds", "which", "who", "why")
        for clash in rehearsal.clashes:
            who = ", ".join(one or "nobody named" for one in clash.bearers)
            add(rows, (" and ".join(map(_name, clash.provisions)), who, clash.why))
        yield rows
    doubted = [one for one in rehearsal.untold if one.cause is not Untellable.REPORTS]
    if doubted:
        rows = table("What nobody could have told", "cause", "where", "why", "what would help")
        for one in doubted:
            add(rows, (one.cause.value, ", ".join(map(_name, one.provisions)), one.why, one.would_help))
        yield rows
    if rehearsal.idle:
        rows = table("What no report touched", "where", "why")
        for idle in rehearsal.idle:
            add(rows, (_name(idle.provision), idle.why))
        yield rows


def _name(provision: str | None) -> str:
    return provision or "whole text"
