"""What the verbs that read papers print."""

from __future__ import annotations

import datetime as dt

from ..actor import Actor
from ..criticism import Criticism
from ..document import DocumentSummary
from ..event import Event, Measure, Meeting
from ..issue import Position, PositionChange
from ..proposal import Proposal
from ..review import Review
from ..statement import Statement, TimeExpression
from ..tone import Tone
from ..value import Value
from .base import Output


class ReadOutput(Output):
    """``left_out`` are the statements that a person rejected, or merged into another one (``reviewed`` says which)."""

    documents: tuple[DocumentSummary, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    left_out: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    criticisms: tuple[Criticism, ...] = ()
    proposals: tuple[Proposal, ...] = ()


class SearchHit(Value):
    """Words found in a document: its id and path, the span, and the line around it."""

    document: str
    path: str
    start: int
    end: int
    exact: str
    line: str


class SearchOutput(Output):
    hits: tuple[SearchHit, ...] = ()


class PositionsOutput(Output):
    """``changes`` are the moves of all cells, the newest last, since the day ``since`` if one is given.

    ``tone`` is between two actors, where it was asked for.
    """

    cells: tuple[Position, ...] = ()
    changes: tuple[PositionChange, ...] = ()
    since: dt.date | None = None
    tone: Tone | None = None


class TalksOutput(Output):
    meetings: tuple[Meeting, ...] = ()
    agenda: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class ReviewOutput(Output, Review):
    pass
