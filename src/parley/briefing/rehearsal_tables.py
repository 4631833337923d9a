"""A rehearsal on a terminal: in words, then what was at odds and what nobody could have told; and suspensions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from parley.model import Buffer, Rehearsal, Suspension, Untellable
from parley.text.visible import visible

from .tables import add, moment, table


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


def suspended(suspensions: Sequence[Suspension]) -> Iterator[Table]:
    """What was suspended, or might have been: from when until when, and on what ground."""
    if suspensions:
        rows = table("Suspensions", "what", "by", "state", "from", "until", "why")
        for one in suspensions:
            what = ", ".join(one.suspends) or f"as {_name(one.provision)} says"
            when = [moment(time) if time else "" for time in (one.since, one.until)]
            add(rows, (what, one.by or "the text", one.state.value, *when, one.why))
        yield rows


def asked(buffers: Sequence[Buffer]) -> Iterator[Table]:
    """Zones by party and weapon, each from a line of its own."""
    if buffers:
        rows = table("Zones asked for, by party and weapon", "where", "party", "weapons", "width", "from")
        for one in buffers:
            add(rows, (_name(one.provision), one.party, one.weapons, str(one.width), one.line))
        yield rows


def _name(provision: str | None) -> str:
    return provision or "whole text"
