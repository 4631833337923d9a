"""What a text would have meant if it had been in force: breaches, what nobody could tell, clocks that clash."""

from __future__ import annotations

import enum

from .monitoring import Outcome
from .time import Interval, Moment
from .value import Value


class Untellable(enum.StrEnum):
    """Why nobody could have told: the words leave it open, the reports do, or nobody watched."""

    BRACKET = "a bracket is open"
    SENTENCE = "the sentence is not held against reports"
    REPORTS = "the reports leave it in doubt"
    SILENCE = "nobody watched all of it"


class ProvisionTally(Value):
    """What became of one provision: how many verdicts of each kind, and the reports that decided them."""

    provision: str | None
    verdicts: dict[Outcome, int]
    reports: tuple[str, ...] = ()


class Untold(Value):
    """Provisions of which it could not be told, for the same cause; ``why`` and ``would_help`` are sentences."""

    cause: Untellable
    provisions: tuple[str | None, ...]
    why: str
    would_help: str


class ClashKind(enum.StrEnum):
    """How two time limits fail to fit.

    ``ORDER``: what should come later is due before what should come first has to be there. ``BAN``: a duty falls
    due wholly within a time in which a ban forbids the same act to the same bearer. ``END``: a duty falls due
    after the text has ended. ``NOTICE``: a notice runs out before the answer to it is due.
    """

    ORDER = "order"
    NOTICE = "notice"
    BAN = "ban"
    END = "end"


class Clash(Value):
    """Two time limits that what happened makes hard, or impossible, to keep together.

    ``provisions`` are the two concerned (one, where the text's end is the other), ``after`` the report that set
    the clock running (``None`` for a deadline of the text), ``dues`` when each was due.
    """

    kind: ClashKind
    provisions: tuple[str | None, ...]
    bearers: tuple[str | None, ...] = ()
    after: str | None = None
    dues: tuple[Interval, ...] = ()
    why: str


class Idle(Value):
    """A provision that no report touched; ``why`` says whether it was set off at all, or stood and was not tested."""

    provision: str | None
    why: str


class Rehearsal(Value):
    """A draft held against what happened, or against a week somebody wrote down.

    ``d_day`` is the one that was taken, ``supposed`` unless the text fixes it; ``script`` the file of a scripted
    week. ``ends`` is when the text would have ended, if it says so.
    """

    d_day: Moment | None = None
    supposed: bool = False
    script: str | None = None
    ends: Moment | None = None
    tallies: tuple[ProvisionTally, ...] = ()
    untold: tuple[Untold, ...] = ()
    clashes: tuple[Clash, ...] = ()
    idle: tuple[Idle, ...] = ()
    summary: tuple[str, ...] = ()
