"""What was reported, what was watched, and what follows for the text: reports, effort, verdicts."""

from __future__ import annotations

import datetime as dt
import enum

from .audience import TEAM, Label
from .remedy import Remedy
from .suspension import Suspension
from .time import Interval
from .trend import Trend
from .value import Value


class Life(enum.StrEnum):
    """How far an incident has come. ``FOUND`` only ever by the body that the text names."""

    ALLEGED = "alleged"
    UNDER_INQUIRY = "under inquiry"
    FOUND = "found"
    REMEDIED = "remedied"
    WITHDRAWN = "withdrawn"


class Tally(enum.StrEnum):
    """What a count of a table of counts is: never of one happening, but of all in the time of its event.

    ``PERIOD``: all that was counted then. ``RUNNING``: a running total since the event's beginning, to be
    differenced before it is compared with anything. ``EARLIER`` and ``NEW`` are parts of a period's count that
    the source tells apart: what happened before and was counted only now, and what happened in the period itself.
    """

    PERIOD = "period"
    RUNNING = "running"
    EARLIER = "earlier"
    NEW = "new"


class Candidate(Value):
    """One of the places that a name can mean: WGS 84 degrees, and within how many metres (``None``: nobody said)."""

    name: str
    latitude: float
    longitude: float
    radius_m: float | None = None
    within: str | None = None
    """The region that tells it from others of its name."""

    @property
    def told_apart(self) -> str:
        """It and no other of its name, in words: by its region, or else by its coordinates."""
        return f"{self.name} {f'in {self.within}' if self.within else f'at {self.latitude:.2f}, {self.longitude:.2f}'}"


class ReportPlace(Value):
    """Where, with its precision: the true place lies within ``radius_m`` metres of the point.

    ``radius_m`` ``None`` means that nobody said how precise it is. WGS 84 degrees. A place with a
    name alone has no point, and gets none by guessing: where the gazetteer knows several places of
    the name they are its ``candidates``, and it stays ambiguous.
    """

    latitude: float | None = None
    longitude: float | None = None
    radius_m: float | None = None
    name: str | None = None
    region: str | None = None
    """The region that the source puts it in, as the source calls it."""
    candidates: tuple[Candidate, ...] = ()


class Report(Value):
    """What somebody reported.

    ``event`` is when it is said to have happened, ``reported`` when that was said. ``act`` is an act
    of the lexicon, ``worded`` what the source called it where that is another word than the act's own
    ("delay" of ``deny-access``), ``object`` the weapon or thing, ``count`` how many (``None``: undetermined).
    ``qualifier`` is how the count was hedged ("more than"), and ``tally`` says what it counts where it is one
    of a table of counts.
    ``actor`` is the alleged doer and ``claimant`` who alleges it: never the same question.
    ``corrects`` is the id of the report it replaces. ``found_by`` is the body that found it, with
    ``life`` found or remedied. ``origin`` is the file and row it came from.
    """

    id: str
    event: Interval
    reported: dt.datetime
    place: ReportPlace = ReportPlace()
    act: str | None = None
    worded: str | None = None
    object: str | None = None
    count: int | None = None
    qualifier: str | None = None
    tally: Tally | None = None
    actor: str | None = None
    counterpart: str | None = None
    claimant: str | None = None
    document: str | None = None
    corrects: str | None = None
    about: str | None = None
    """For a follow-up (a notice, a meeting held, a finding): the id of the report it follows."""
    life: Life = Life.ALLEGED
    found_by: str | None = None
    note: str | None = None
    origin: str = ""
    audience: Label = TEAM

    @property
    def act_said(self) -> str | None:
        """The act in the words of the source."""
        return self.worded or self.act


class Effort(Value):
    """What was watched, by whom, with what, where, when. Without it silence proves nothing.

    ``place`` names a zone or line of the text, or "everywhere"; ``share`` of it that could be seen, 0 to 1.
    """

    by: str
    means: str
    place: str
    window: Interval
    share: float = 1.0
    acts: tuple[str, ...] = ()
    origin: str = ""
    audience: Label = TEAM


class Outcome(enum.StrEnum):
    KEPT = "kept"
    BREACHED = "breached"
    OVERDUE = "overdue"
    PENDING = "pending"
    CANNOT_TELL = "cannot tell"


GRAVITY = (Outcome.BREACHED, Outcome.OVERDUE, Outcome.CANNOT_TELL, Outcome.PENDING, Outcome.KEPT)
"""Outcomes, the gravest first."""


class Verdict(Value):
    """What the reports say of one obligation for one bearer (and one occasion, where a trigger sets it off).

    A verdict is given where it is the same in every completion of the doubtful reports; else it is
    ``cannot tell``. ``finding`` ("alleged" or "found") says how far a breach has been established.
    ``reports`` are the ids of the deciding ones; ``why`` and ``would_change`` are plain sentences.
    ``remedies`` are what the text foresees for it, where it is breached or overdue.
    """

    obligation: str
    provision: str | None
    bearer: str | None = None
    occasion: str | None = None
    verdict: Outcome
    finding: str | None = None
    window: Interval | None = None
    reports: tuple[str, ...] = ()
    why: str
    would_change: str
    remedies: tuple[Remedy, ...] = ()
    audience: Label = TEAM


class Stood(Value):
    """How a verdict stood at a time: its reports and why. No verdict at all where nothing had set it off."""

    verdict: Outcome
    finding: str | None = None
    reports: tuple[str, ...] = ()
    why: str

    @classmethod
    def of(cls, verdict: Verdict | None) -> Stood | None:
        if verdict is None:
            return None
        return cls(verdict=verdict.verdict, finding=verdict.finding, reports=verdict.reports, why=verdict.why)


class Revision(Value):
    """Until the reports ``by`` came, at ``at``, it was ``before``; since then it is ``after``: by these reports alone.

    Both are as of ``at``, so that nothing of the difference is the passing of time. ``None`` is no verdict.
    """

    obligation: str
    provision: str | None
    bearer: str | None = None
    occasion: str | None = None
    at: dt.datetime
    by: tuple[str, ...]
    before: Stood | None = None
    after: Stood | None = None
    audience: Label = TEAM

    def without_reasons(self) -> Revision:
        """The same for those who may not be told why, for reasons measure places."""
        bare = (None if each is None else each.replace(why="") for each in (self.before, self.after))
        return self.replace(**dict(zip(("before", "after"), bare, strict=True)))


class Coverage(Value):
    """How much of a place was watched over a window: ``share`` is of the days, by ``by``."""

    provision: str | None
    place: str
    window: Interval
    days: int
    days_watched: int
    share: float
    by: tuple[str, ...] = ()


class Watch(Value):
    """Everything that holding reports against a text gives; ``notes`` say what reports were set aside, and why.

    ``revisions`` are what late or corrected reports made of verdicts, where somebody asked for them.
    """

    as_of: dt.datetime
    verdicts: tuple[Verdict, ...] = ()
    trends: tuple[Trend, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    revisions: tuple[Revision, ...] = ()
    notes: tuple[str, ...] = ()
