"""The sections of the brief, in its order. Each is a function from the facts to one section."""

from collections.abc import Callable

from ..facts import Facts
from ..lines import Section
from ..thread import thread
from .ground import cannot_tell, obligations, on_the_map, over_time, the_day
from .record import measures, new_papers, next_meeting, positions, silences, timeline
from .text import brackets, findings, packages, released

SECTIONS: tuple[Callable[[Facts], Section | None], ...] = (
    thread,
    new_papers,
    timeline,
    positions,
    measures,
    next_meeting,
    brackets,
    packages,
    released,
    findings,
    the_day,
    obligations,
    on_the_map,
    over_time,
    silences,
    cannot_tell,
)
"""A function may give ``None``: a section that this audience has no part in."""

__all__ = ["SECTIONS"]
