"""Reviewing: what is open for a person to settle, what was decided, and how often the reading was right."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .decision import DecisionKind
from .issue import Position
from .proposal import Proposal
from .span import Span
from .statement import Statement
from .value import Value


class Drawn(Value):
    """A random sample: ``size`` statements of ``of``, drawn by ``seed`` from those that ``filters`` left."""

    seed: int
    size: int
    of: int
    filters: dict[str, str] = {}


class ReviewItem(Value):
    """A statement for a person to look at.

    ``path`` is its paper and ``context`` the words around it. ``why`` are sentences on what is
    uncertain, none for a certain one. ``positions`` are the cells that rest on it. ``decided`` is the
    hash of the decision that stands on it, if any.
    """

    statement: Statement
    path: str
    context: Span
    why: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    decided: str | None = None


class Judgement(Value):
    """A decision on a statement that stands.

    ``statement`` is the id that the statement has in this output, ``None`` where the decision no longer
    finds it. ``words`` are its content as they were when it was decided, ``changes`` the new values by
    field, ``same_as`` the id of the statement into which it was merged. ``sample`` is the random sample
    it was drawn in, ``reader`` the version that had read it.
    """

    decision: str
    kind: DecisionKind
    by: str
    at: dt.datetime
    document: str
    path: str
    statement: str | None
    words: str
    changes: dict[str, Any] = {}
    same_as: str | None = None
    note: str = ""
    sample: Drawn | None = None
    reader: str = ""


class Rate(Value):
    """How many of the decided were right in ``field``, among those of ``group``.

    ``field`` is ``statement`` (it is one at all), a field of a statement, or ``all`` of them at once.
    ``group`` is ``all``, ``direct``, ``indirect``, ``nested``, ``uncertain`` or ``certain``. ``share``
    is between 0 and 1; ``low`` and ``high`` bound it at 95 % (Wilson 1927). All three are ``None`` where
    ``of`` is 0.
    """

    field: str
    group: str
    right: int
    of: int
    share: float | None = None
    low: float | None = None
    high: float | None = None


class Precision(Value):
    """What the decisions say of the reading: of one random ``sample``, or of what was in none (``None``).

    ``decided`` of the sample's statements are decided so far. ``notes`` say in plain words what the
    figures can't be taken for.
    """

    sample: Drawn | None
    decided: int
    rates: tuple[Rate, ...] = ()
    notes: tuple[str, ...] = ()


class Review(Value):
    """Where reviewing stands: how many ``statements`` there are, and how many of them are ``uncertain``.

    ``open`` are those still to be looked at, in the order in which they are shown; ``proposals`` what several
    papers seem to tell in common, as long as nobody decided whether they do.
    """

    statements: int
    uncertain: int
    open: tuple[ReviewItem, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    precision: tuple[Precision, ...] = ()
