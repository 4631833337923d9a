"""An incident's life: what followed a report, step by step, and the clocks that the text sets running."""

from __future__ import annotations

import datetime as dt
import enum

from .audience import TEAM, Label
from .monitoring import Life, Outcome
from .value import Value


class Stage(enum.StrEnum):
    """What a report about an incident is of its life."""

    NOTICE = "notice"
    REPLY = "reply"
    INQUIRY = "inquiry"
    FINDING = "finding"
    REMEDY = "remedy"
    OTHER = "other"


class LifeStep(Value):
    """One report about an incident: what it is of its life, when it was told, and by whom.

    ``established`` says that a body of the text stands behind it; whatever else is told is a claim. A
    finding by anybody else is none: it is listed as ``other``.
    """

    stage: Stage
    report: str
    told: dt.datetime
    by: str | None = None
    established: bool = False


class LifeClock(Value):
    """A duty of the text that the incident, or a step of its life, set running: from when, until when, what came of it.

    ``after`` is the report that set it running.
    """

    obligation: str
    provision: str | None
    bearer: str | None = None
    after: str
    since: dt.datetime | None = None
    due: dt.datetime | None = None
    verdict: Outcome
    why: str


class IncidentLife(Value):
    """What became of one incident: its steps in the order in which they were told, and the clocks of the text.

    ``life`` is "found" or "remedied" only by a body of the text, which ``found_by`` names. ``versions`` says
    where the incident was told, corrected and withdrawn.
    """

    incident: str
    life: Life
    found_by: tuple[str, ...] = ()
    steps: tuple[LifeStep, ...] = ()
    clocks: tuple[LifeClock, ...] = ()
    versions: tuple[str, ...] = ()
    audience: Label = TEAM
