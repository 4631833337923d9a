"""What was said: statements, their acts and how far their speakers stand behind them."""

from __future__ import annotations

import enum

from .actor import Ref
from .decision import Reviewed
from .span import Span
from .time import Interval, Moment
from .value import Value


class Act(enum.StrEnum):
    """What a speaker does by saying it (speech acts). A closed list; ``ACT_DEFINITIONS`` has the meanings."""

    DEMAND = "demand"
    REQUEST = "request"
    PROPOSE = "propose"
    OFFER = "offer"
    COMMIT = "commit"
    ACCEPT = "accept"
    REJECT = "reject"
    CONDITION = "condition"
    THREATEN = "threaten"
    WARN = "warn"
    ACCUSE = "accuse"
    DENY = "deny"
    ADMIT = "admit"
    APOLOGISE = "apologise"
    THANK = "thank"
    PRAISE = "praise"
    CRITICISE = "criticise"
    EXPRESS_WILLINGNESS = "express-willingness"
    ANNOUNCE = "announce"
    PREDICT = "predict"
    ASSESS = "assess"
    ASK = "ask"
    STATE = "state"


ACT_DEFINITIONS: dict[Act, str] = {
    Act.DEMAND: "requires another to do or stop something, as a claim of right or without leave to refuse",
    Act.REQUEST: "asks another to do something and leaves it to refuse",
    Act.PROPOSE: "puts forward a course for several to take",
    Act.OFFER: "holds out something of its own to another",
    Act.COMMIT: "binds itself to do or not to do something",
    Act.ACCEPT: "agrees to what another put forward",
    Act.REJECT: "refuses what another put forward",
    Act.CONDITION: "makes an act or assent hang on something else",
    Act.THREATEN: "announces harm to another should it act or fail to act",
    Act.WARN: "tells another of a harm to come that is not the speaker's to bring",
    Act.ACCUSE: "says that another did wrong",
    Act.DENY: "says that something said of it or of another is not so",
    Act.ADMIT: "owns that something to its disadvantage is so",
    Act.APOLOGISE: "expresses regret for its own deed to one who suffered by it",
    Act.THANK: "expresses gratitude",
    Act.PRAISE: "says that another did well",
    Act.CRITICISE: "says that another did badly, short of an accusation of wrong",
    Act.EXPRESS_WILLINGNESS: "says that it is ready or willing, without binding itself",
    Act.ANNOUNCE: "makes known a decision, event or plan",
    Act.PREDICT: "says what will come, without power over it",
    Act.ASSESS: "gives a judgement of how things stand",
    Act.ASK: "puts a question",
    Act.STATE: "says that something is so; none of the above",
}


class Commitment(enum.StrEnum):
    """How far the speaker stands behind the content."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    POSSIBLE = "possible"
    DENIED = "denied"
    ASKED = "asked"


class ConditionState(enum.StrEnum):
    """Whether a condition of a measure is met, as far as the paper tells."""

    PENDING = "pending"
    """Nothing in the paper says that it is met."""
    MET = "met"
    """The paper says so in its own voice."""
    SAID_MET = "said to be met"
    SAID_NOT_MET = "said not to be met"
    DISPUTED = "disputed"
    """Some say that it is met, others that it isn't."""


class Condition(Value):
    """Something that a statement, event or measure hangs on: ``cue`` ("if", "unless"), and its spans.

    ``cue_span`` is where the cue stands. Conditions of measures have a ``state``; where somebody says
    that it is met or not, ``said_by`` is who, ``statement`` the statement, and ``evidence`` the words
    that tell it.
    """

    cue: str
    words: str
    spans: tuple[Span, ...] = ()
    cue_span: Span | None = None
    state: ConditionState | None = None
    said_by: Ref | None = None
    statement: str | None = None
    evidence: tuple[Span, ...] = ()


class Statement(Value):
    """One attribution: somebody said something.

    ``source``, ``cue`` and ``content`` are lists of spans, for attributions are often
    discontinuous; ``source`` is the words that name the speaker. ``speaker`` is whom they name, or
    ``None`` where nobody is named ("it was announced"). ``within`` is the id of the statement that
    reports this one: it is held as told by that statement's speaker. ``interval`` is when it was
    said, as far as the text tells. ``hedges`` are the words that weaken it. ``doubts`` are sentences
    about what the reader was unsure of, for a person to settle; ``reviewed`` says that one did.
    """

    id: str
    document: str
    within: str | None = None
    speaker: Ref | None = None
    addressee: Ref | None = None
    act: Act = Act.STATE
    direct: bool = False
    commitment: Commitment = Commitment.ASSERTED
    interval: Interval | None = None
    issues: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    hedges: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    doubts: tuple[str, ...] = ()
    reviewed: Reviewed | None = None


class TimeExpression(Value):
    """A time as a text puts it.

    ``timex`` is its TIMEX3 value (``2025-03-06``, ``2025-W11``, ``2025-02``, ``PRESENT_REF``,
    ``P2D``), ``kind`` its TIMEX3 type. ``earliest`` and ``latest`` bound it, both inclusive, and are
    both ``None`` where the words give no date. ``anchor`` says what it was counted from: a date in
    ISO form, or the words of an event ("after the meeting"), or ``None``.
    """

    span: Span
    timex: str | None = None
    kind: str = "DATE"
    earliest: Moment | None = None
    latest: Moment | None = None
    anchor: str | None = None
