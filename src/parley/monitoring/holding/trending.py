"""From counts to trends: rows, before and after, levels, delay, and all of it in words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parley.model import Effort, LevelChange, RateComparison, Report, Tally, Trend, first_instant

from ..ever import TICK
from . import wording
from .changes import levels
from .comparing import RUN_UP, Compared, compare
from .delays import reporting_delay
from .happenings import Happenings, day_number, day_of, hours_watched, rows_by_day
from .rows import Row, counts_of
from .tallies import rows_of
from .years import ordinary_years

MOST_REGIONS = 30
MOST_SHOWN = 1_000
"""So many rows of a trend are shown, the last ones; figures rest on all of them."""
_LOOK_BACK = dt.timedelta(days=120)


@dataclass(frozen=True)
class Asked:
    """What a trend is asked for: a provision, from when and until when it holds (``None``: open), and the day."""

    provision: str | None
    start: dt.datetime | None
    end: dt.datetime | None
    as_of: dt.datetime
    zone: dt.tzinfo

    @property
    def until(self) -> dt.datetime:
        return self.as_of if self.end is None else min(self.as_of, self.end + TICK)


@dataclass(frozen=True)
class Series:
    """A table's counts of one kind by one claimant: nothing in it overlaps with another claimant's."""

    claimant: str | None
    region: str | None
    actor: str | None
    act: str | None
    object: str | None

    @property
    def parts(self) -> tuple[str | None, ...]:
        return self.claimant, self.region, self.actor, self.act, self.object

    @classmethod
    def of(cls, report: Report) -> Series:
        place = report.place
        return cls(report.claimant, place.region or place.name, report.actor, report.act, report.object)


def of_happenings(
    asked: Asked,
    several: Sequence[Happenings],
    effort: Callable[[str | None], Sequence[Effort]],
    since: int,
    ordinary: bool,
) -> Iterator[Trend]:
    """The trends of one claimant's events: over all regions and, if there are several, of each (the busiest 30).

    ``effort`` gives what the claimant watched of a region (``None``: of all of them; "": of none that is drawn).
    ``since`` is the day from which on the claimant is known to have reported at all. ``ordinary``: these are no acts
    but something that comes in every year, and is held against other years, too.
    """
    whole = Happenings.together(several) if len(several) != 1 else several[0]
    yield _of_happenings(asked, whole, effort(whole.region), since, ordinary)
    if len(several) > 1:
        busiest = sorted(several, key=lambda one: (-len(one.day), one.region or ""))[:MOST_REGIONS]
        for one in sorted(busiest, key=lambda one: one.region or ""):
            yield _of_happenings(asked, one, effort(one.region or ""), since, ordinary, part=True)


def _of_happenings(
    asked: Asked, told: Happenings, effort: Sequence[Effort], since: int, ordinary: bool, part: bool = False
) -> Trend:
    today = day_number((asked.as_of - TICK).astimezone(asked.zone).date())
    rows = rows_by_day(told, since, today, effort, asked.zone)
    if rows and rows[-1].end > asked.as_of:
        rows[-1] = replace(rows[-1], end=asked.as_of)
        rows = [row for row in rows if row.days]
    delay = reporting_delay(told.day, told.reported, today)
    until = asked.until
    if delay is not None and delay.late:
        until = min(until, first_instant(day_of(today - delay.late + 1), asked.zone))
    found = compare(rows, asked.start, until, "", asked.zone)
    more = ordinary_years(rows, asked.start, until, asked.zone) if ordinary else ()
    words = _first_words(rows, asked, found, more)
    words += _effort_words(told.claimant, effort, (*found.comparisons, *more))
    shown = _shown(rows, asked.start)
    changed = _changes(shown, asked.zone)
    words += wording.changes(changed) + wording.delay(delay)
    if told.vague:
        words.append(f"{told.vague:,} more may have been on any of more than a week's days, and are on none.")
    if told.unsure:
        verbs = ("tells", "is") if told.unsure == 1 else ("tell", "are")
        words.append(f"{told.unsure:,} more {verbs[0]} of an act that may be another, and {verbs[1]} not counted.")
    return Trend(
        provision=asked.provision,
        region=told.region or ("no certain region" if part else None),
        claimant=told.claimant,
        start=asked.start,
        counts=tuple(row.shown(asked.zone) for row in shown),
        comparisons=(*found.comparisons, *more),
        changes=changed,
        delay=delay,
        words=tuple(words),
    )


def of_tally(asked: Asked, series: Series, reports: Sequence[Report], effort: Sequence[Effort]) -> Trend:
    """The trend of a table's counts of one kind: see :func:`.tallies.rows_of` for how they become rows."""
    rows = [row for row in rows_of(reports, asked.zone) if row.end <= asked.as_of]
    if effort:
        rows = [replace(row, hours=_hours(row, effort, asked.zone)) for row in rows]
    apart = dict.fromkeys(one.note or "told apart as earlier" for one in reports if one.tally is Tally.EARLIER)
    found = compare(rows, asked.start, asked.until, " or ".join(apart), asked.zone)
    words = _first_words(rows, asked, found)
    shown = _shown(rows, asked.start)
    changed = _changes(shown, asked.zone)
    words += [*wording.rows(shown, asked.zone), *_effort_words(series.claimant, effort, found.comparisons)]
    words += wording.changes(changed)
    return Trend(
        provision=asked.provision,
        region=series.region,
        claimant=series.claimant,
        actor=series.actor,
        act=series.act,
        object=series.object,
        tallied=True,
        start=asked.start,
        counts=tuple(row.shown(asked.zone) for row in shown),
        comparisons=found.comparisons,
        changes=changed,
        words=tuple(words),
    )


def grouped(reports: Sequence[Report]) -> dict[Series, list[Report]]:
    """The counts of tables by what they are counts of."""
    found: dict[Series, list[Report]] = defaultdict(list)
    for report in reports:
        found[Series.of(report)].append(report)
    return found


def _first_words(rows: Sequence[Row], asked: Asked, found: Compared, more: Sequence[RateComparison] = ()) -> list[str]:
    """What was compared; or why nothing can be, with what there is."""
    words = [one.words for one in (*found.comparisons, *more)]
    if found.why_not:
        held = [row for row in rows if asked.end is None or row.end <= asked.until]
        since = [row for row in held if asked.start is None or (row.first and row.first >= asked.start)]
        words += [*wording.so_far(since, asked.start is not None, asked.zone), found.why_not]
    return words


def _hours(row: Row, effort: Sequence[Effort], zone: dt.tzinfo) -> float | None:
    return None if row.first is None else hours_watched(effort, (row.first, row.end), zone)[0]


def _shown(rows: Sequence[Row], start: dt.datetime | None) -> list[Row]:
    kept = [row for row in rows if start is None or row.end > start - RUN_UP - _LOOK_BACK]
    if len(kept) < len(rows) and len(kept) < 24:  # months, say: a few of them tell nothing
        kept = list(rows[-24:])
    return kept[-MOST_SHOWN:]


def _changes(rows: Sequence[Row], zone: dt.tzinfo) -> tuple[LevelChange, ...]:
    adding = [row for row in rows if row.adds_up]
    counts = counts_of(adding, corrected=True)
    begins = levels(counts)
    edges = [0, *begins, len(adding)]
    means = [float(counts.number[a:b].sum() / counts.exposure[a:b].sum()) if b > a else 0.0 for a, b in pairwise(edges)]
    return tuple(
        LevelChange(day=adding[at].first.astimezone(zone).date(), before=round(old, 4), after=round(new, 4))  # type: ignore[union-attr]
        for at, old, new in zip(begins, means[:-1], means[1:], strict=True)
    )


def _effort_words(claimant: str | None, effort: Sequence[Effort], found: Sequence[RateComparison]) -> list[str]:
    who = claimant or "the source"
    if not effort:
        return [f"How much {who} watched for it is not told: fewer eyes would look like fewer events."]
    if any(one.exposure == "days" for one in found):
        return [f"How much {who} watched for it is not told for before and after, so the rates are per day."]
    return []
