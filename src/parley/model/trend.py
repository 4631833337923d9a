"""Whether it is holding: how often things were reported, before and after a text began, and how sure that is."""

from __future__ import annotations

import datetime as dt
import enum

from .time import Interval, Moment
from .value import Value


class TrendCount(Value):
    """One stretch of time of a trend: what one claimant counted in it.

    ``count`` ``None`` is undetermined, and never nought: nobody gave a number, or nobody watched. ``earlier`` and
    ``new`` are what the source told apart in it. ``differenced``: taken from a running total over ``days`` days, in
    which it may lie anywhere. ``fell_by``: by how much a running total was corrected downwards here. ``overlaps``:
    another count covers part of the same time, so the two can't be added. ``hours``: hours of the claimant's own
    watching, times the share that it could see; ``None`` where nobody told.
    """

    period: Interval
    days: float | None
    count: int | None
    qualifier: str | None = None
    earlier: int | None = None
    new: int | None = None
    differenced: bool = False
    fell_by: int | None = None
    overlaps: bool = False
    hours: float | None = None
    reports: tuple[str, ...] = ()
    """Of a table's count: the ids of the reports that it rests on."""


class RateRatio(Value):
    """How many times as many as before, with the ends of its 95 % interval; ``None``: beyond all bounds."""

    ratio: float | None
    low: float
    high: float | None


class Against(enum.StrEnum):
    """What a comparison holds side by side."""

    FIRST_WEEKS = "first weeks"
    SINCE_START = "since the start"
    ORDINARY_YEARS = "ordinary years"


class RateComparison(Value):
    """Rates in two stretches of time. ``naive``: everything that was counted; ``corrected``: without what the source
    itself told apart as earlier (``None``: it told nothing apart).

    ``exposure`` is what the rates are per: "days", or "hours watched". ``earlier_after``: how many of
    ``count_after`` are not of that time. ``trend``: the ratio is to what was to be expected as the counts were going,
    which became so many times as many in 30 days; ``None``: it is to the rate before. ``words`` says the same for
    people.
    """

    against: Against
    before: Interval
    after: Interval
    count_before: int
    count_after: int
    earlier_before: int = 0
    earlier_after: int = 0
    exposure_before: float
    exposure_after: float
    exposure: str = "days"
    naive: RateRatio
    corrected: RateRatio | None = None
    trend: float | None = None
    words: str


class LevelChange(Value):
    """A day from which on the level was another: counts a day until the change before and until the next one."""

    day: dt.date
    before: float
    after: float


class ReportingDelay(Value):
    """Days from event to report: half of the reports within ``median``, nine in ten within ``late``.

    So of each of the last ``late`` days before the day of the trend more than one report in ten is still to come.
    """

    reports: int
    median: int
    late: int


class Trend(Value):
    """What one claimant reported about one provision (``None``: the text as a whole), in one region (``None``: all).

    Claims of two sides overlap, so trends of two claimants stand side by side and are never summed. A trend counts
    reports of single events, or else (``tallied``) is a claimant's own table of counts, of ``act`` and ``object``,
    said to be done by ``actor``. ``start`` is when the text began to hold. ``words`` tells it all for people.
    """

    provision: str | None
    region: str | None = None
    claimant: str | None = None
    actor: str | None = None
    act: str | None = None
    object: str | None = None
    tallied: bool = False
    start: Moment | None = None
    counts: tuple[TrendCount, ...] = ()
    comparisons: tuple[RateComparison, ...] = ()
    changes: tuple[LevelChange, ...] = ()
    delay: ReportingDelay | None = None
    words: tuple[str, ...] = ()


class AreaStep(Value):
    """One map of a zone: its area in square kilometres, and what that grew by since the map of the day ``since``."""

    day: dt.date
    since: dt.date | None
    area_km2: float
    grew_km2: float | None


class AreaTrend(Value):
    """How a zone grew on one source's maps, whose days are those of drawing and not of what happened."""

    source: str
    name: str | None = None
    """The zone's, where a map has several."""
    start: dt.date | None = None
    steps: tuple[AreaStep, ...] = ()
    words: tuple[str, ...] = ()
