"""Reports by week, for each claimant apart: two sides' claims overlap and are never summed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from parley.model import Effort, Interval, Trend, first_instant, last_instant

from .coverage import hours
from .standing import Known
from .windows import EVER

MOST_WEEKS = 1_000
"""Longer rows of weeks would be a misdated report's doing: beyond them only weeks with reports are shown."""


def trends(
    provision: str | None,
    concerned: Iterable[Known],
    effort: Sequence[Effort],
    as_of: dt.datetime,
    zone: dt.tzinfo,
) -> list[Trend]:
    """ISO weeks (Monday first, in ``zone``) with the number of reports that concern a provision, surely or perhaps.

    A report counts in the week in which its event can first have been; several reports of one
    happening by one claimant count once. ``effort`` is that which could have seen it: its hours stand
    beside each count, for fewer patrols look like peace. Weeks without a report are 0, not left out.
    """
    counts: dict[str | None, Counter[dt.date]] = {}
    told: set[tuple[str | None, str]] = set()
    for entry in concerned:
        claimant = entry.report.claimant
        if (claimant, entry.root.id) in told or entry.span.first <= EVER:
            continue
        told.add((claimant, entry.root.id))
        day = entry.span.first.astimezone(zone).date()
        counts.setdefault(claimant, Counter())[day - dt.timedelta(days=day.weekday())] += 1
    return weekly(provision, counts, effort, as_of, zone)


def weekly(
    provision: str | None,
    counts: Mapping[str | None, Counter[dt.date]],
    effort: Sequence[Effort],
    as_of: dt.datetime,
    zone: dt.tzinfo,
) -> list[Trend]:
    """The rows of some counts, by claimant and the Monday of the week."""
    if not counts:
        return []
    first = min(week for weeks in counts.values() for week in weeks)
    number = (as_of.astimezone(zone).date() - first).days // 7 + 1
    if number <= MOST_WEEKS:
        shown = [first + dt.timedelta(weeks=index) for index in range(number)]
    else:
        shown = sorted({week for weeks in counts.values() for week in weeks})
    exposure = {week: _hours(effort, week, zone) for week in shown}
    return [
        Trend(
            provision=provision,
            claimant=claimant,
            period=Interval(earliest=week, latest=week + dt.timedelta(days=6)),
            reports=weeks[week],
            effort_hours=exposure[week],
        )
        for claimant, weeks in sorted(counts.items(), key=lambda row: row[0] or "")
        for week in shown
    ]


def _hours(effort: Sequence[Effort], week: dt.date, zone: dt.tzinfo) -> float | None:
    if not effort:
        return None
    return hours(effort, first_instant(week, zone), last_instant(week + dt.timedelta(days=6), zone), zone)
