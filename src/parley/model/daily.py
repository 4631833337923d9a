"""The daily report, as monitors write it: a reporting day, region by region, against the day before."""

from __future__ import annotations

import datetime as dt
import enum

from .monitoring import Life, Outcome, ReportPlace, Revision
from .remedy import Remedy
from .time import Interval
from .trend import AreaTrend, Trend
from .value import Value


class ReportingDay(Value):
    """From ``start`` (excluded) to ``end`` (included), local time; ``hour_from`` says who set the hour.

    It follows on "the hour": "as the text says", "is midnight, for nobody stated one".
    """

    start: dt.datetime
    end: dt.datetime
    hour_from: str


class ClaimCount(Value):
    """Reports of one claimant in the reporting day and the one before; ``late`` of them tell of earlier days.

    Two claimants' counts stand side by side and are never added: they may tell of the same happening.
    """

    claimant: str | None
    reports: int
    before: int
    late: int = 0


class DailyRegion(Value):
    """A region: what each claimant reported of it, and how long it was watched (``None``: no effort is recorded).

    ``name`` ``None`` stands for reports that lie in no region, or of which nobody can tell in which. ``partly`` are the
    zones and lines in it, at least in part, that somebody watched where nobody watched all of it. ``blind`` are acts
    that the text bans there and that nobody who watched could have seen: flights alone hear no shot.
    """

    name: str | None
    claims: tuple[ClaimCount, ...] = ()
    effort_hours: float | None = None
    effort_before: float | None = None
    watched_by: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    blind: tuple[str, ...] = ()


class DailyAct(Value):
    """What was reported to have been done, side by side by claimant; ``None``: no act was named."""

    act: str | None
    claims: tuple[ClaimCount, ...]


class DailyProvision(Value):
    """Where one obligation stands for one bearer at the end of the day, and where it stood at its start.

    ``before`` ``None``: there was no such verdict yet. ``why`` is ``None`` for an audience that is told no places.
    ``remedies`` are what the text foresees where it is broken.
    """

    obligation: str
    provision: str | None
    bearer: str | None
    occasion: str | None
    verdict: Outcome
    finding: str | None = None
    before: Outcome | None = None
    finding_before: str | None = None
    reports: tuple[str, ...] = ()
    why: str | None = None
    would_change: str
    remedies: tuple[Remedy, ...] = ()

    @property
    def changed(self) -> bool:
        return (self.verdict, self.finding) != (self.before, self.finding_before)


class DailyReport(Value):
    """One report of the day, as it was made; ``act`` and ``worded`` as in :class:`.monitoring.Report`.

    ``told`` keeps the monitors' words for how they know ("heard", "seen", "assessed as outgoing mortar fire").
    ``late``: it tells of an earlier reporting day. ``region`` as in :class:`DailyRegion`; ``perhaps`` names those
    in which it may lie where nobody can tell. ``corrected_by`` is the report that has replaced it since.
    """

    id: str
    event: Interval
    reported: dt.datetime
    act: str | None
    worded: str | None = None
    object: str | None
    count: int | None
    qualifier: str | None = None
    actor: str | None
    counterpart: str | None
    claimant: str | None
    region: str | None
    perhaps: tuple[str, ...] = ()
    place: ReportPlace
    about: str | None = None
    life: Life
    found_by: str | None = None
    told: tuple[str, ...] = ()
    note: str | None = None
    late: bool = False
    corrected_by: str | None = None


class DailyWeapon(Value):
    """A weapon reported at a place: what that is for a rule of the text with a place, and where it was measured.

    ``verdict`` is that of the provision whose verdict the report decides; ``None`` where it decides none.
    """

    report: str
    verdict: Outcome | None
    provision: str | None = None
    measured: tuple[str, ...] = ()


class Hindrance(enum.StrEnum):
    """How monitors were kept from moving."""

    DENIED = "denied"
    DELAYED = "delayed"
    CONDITIONED = "conditioned"
    NOT_SAID = "how is not said"


class DailyRestriction(Value):
    """A restriction of the monitors' freedom of movement."""

    report: str
    how: Hindrance


class DailyCorrection(Value):
    """What the day's reports put right of earlier ones: the new report, the old one, and each thing that changed."""

    report: str
    corrects: str
    by: str | None
    withdrawn: bool = False
    changes: tuple[str, ...] = ()


class DailyEffort(Value):
    """Who watched what, with what: hours in the reporting day and in the one before."""

    by: str
    means: str
    place: str
    hours: float
    before: float


class Daily(Value):
    """The daily report. ``day`` is compared with ``previous``; what was known at ``as_of`` counts.

    ``cell_m`` is the size (height and width, in metres) of the cells to which coordinates are coarsened;
    ``None`` where they are given as they are. ``revisions`` are what late reports, corrections, withdrawals and
    denials that came in the day (or since, in a revised report) made of verdicts. ``trends`` and ``areas`` say how it
    has gone since the text began, by ``as_of``: counts, and what maps of control grew by.
    """

    day: ReportingDay
    previous: ReportingDay
    as_of: dt.datetime
    cell_m: tuple[int, int] | None = None
    regions: tuple[DailyRegion, ...] = ()
    acts: tuple[DailyAct, ...] = ()
    provisions: tuple[DailyProvision, ...] = ()
    reports: tuple[DailyReport, ...] = ()
    weapons: tuple[DailyWeapon, ...] = ()
    restrictions: tuple[DailyRestriction, ...] = ()
    corrections: tuple[DailyCorrection, ...] = ()
    revisions: tuple[Revision, ...] = ()
    effort: tuple[DailyEffort, ...] = ()
    trends: tuple[Trend, ...] = ()
    areas: tuple[AreaTrend, ...] = ()

    @property
    def unwatched(self) -> tuple[str, ...]:
        """The regions in which nobody looked."""
        return tuple(region.name for region in self.regions if region.name and region.effort_hours == 0)

    @property
    def blind(self) -> tuple[str, ...]:
        """The regions in which nobody who looked could have seen all that the text bans there."""
        return tuple(region.name for region in self.regions if region.name and region.blind)
