"""What happened, is planned or may be: events, meetings, measures."""

from __future__ import annotations

import enum

from .actor import Actor, Ref
from .criticism import Criticism
from .span import Span
from .statement import Condition, Statement, TimeExpression
from .time import Interval
from .value import Value


class EventStatus(enum.StrEnum):
    HAPPENED = "happened"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class PloverRoot(enum.StrEnum):
    """The event types of PLOVER (Open Event Data Alliance)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    YIELD = "YIELD"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Event(Value):
    """Something that happened, is planned, is hypothetical or is denied.

    ``cameo`` is a CAMEO code as a string (``"036"`` is not ``36``), or ``None``. ``statement`` is
    the id of the statement that tells of it, or ``None`` where the paper tells it in its own voice.
    """

    id: str
    document: str
    type: PloverRoot
    cameo: str | None = None
    status: EventStatus
    actor: Ref | None = None
    recipient: Ref | None = None
    interval: Interval | None = None
    place: str | None = None
    statement: str | None = None
    spans: tuple[Span, ...] = ()


class Meeting(Value):
    """A meeting, planned or held. ``parties`` sit at the table; whom it only concerns does not.

    ``convenor``, ``level`` and ``delegates`` are what the text says, and empty where it doesn't.
    ``window`` is when it is to take place, as narrow as the text allows.
    """

    id: str
    document: str
    status: EventStatus
    parties: tuple[Ref, ...] = ()
    venue: str | None = None
    window: Interval = Interval()
    convenor: Ref | None = None
    level: str | None = None
    purpose: str | None = None
    delegates: tuple[Ref, ...] = ()
    agenda: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class MeasureStatus(enum.StrEnum):
    GRANTED = "granted"
    WITHHELD = "withheld"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    IMPOSED = "imposed"
    EASED = "eased"
    LIFTED = "lifted"


class MeasureChange(Value):
    """One step in the life of a measure: the status that began, when, and who tells it (``None``: the paper itself)."""

    document: str
    status: MeasureStatus
    since: Interval | None = None
    statement: str | None = None
    told_by: Ref | None = None
    spans: tuple[Span, ...] = ()


class Measure(Value):
    """Something one actor grants, withholds, suspends or resumes towards another, or a restriction that it lays on it.

    A restriction (sanctions, tariffs) is imposed, eased, suspended or lifted.
    ``what`` names the things in the text's words ("all assistance", "the sharing of intelligence").
    ``status`` is the last one the paper states as fact; what may follow stands in ``conditions``.
    ``exempt`` names what it spares, though it is of that kind ("medical flights"), in the text's words.
    ``until`` is the day on which it ends by what was said of it ("for 30 days", "until March 12").
    ``changes`` are the statuses that it had, one after the other; the last is ``status``.
    ``announced`` is the status that it is told to get without more being asked for ("will lift its freeze on March 12":
    still suspended, announced to be resumed, until March 12).
    """

    id: str
    document: str
    by: Ref | None = None
    towards: Ref | None = None
    what: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    status: MeasureStatus
    since: Interval | None = None
    until: Interval | None = None
    announced: MeasureStatus | None = None
    conditions: tuple[Condition, ...] = ()
    changes: tuple[MeasureChange, ...] = ()
    statements: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Reading(Value):
    """All that was read from one document; ``notes`` say what was not read, and why."""

    document: str
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    criticisms: tuple[Criticism, ...] = ()
    notes: tuple[str, ...] = ()
