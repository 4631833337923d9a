"""Trends of everything that was reported: which counts belong to which provision, and by whom."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Protocol

import numpy as np

from parley.model import Effort, Framework, Trend, first_instant

from .coverage import relevant
from .ever import EVER
from .holding import Asked, Happenings, Series, day_number, grouped, of_happenings, of_tally
from .land import Land
from .matching import Doing
from .names import Names, fold
from .standing import Known

RECORDED = "record"
"""What an instrument recorded, heat seen from above for one: no act, so that no provision is about it."""
VAGUE = dt.timedelta(days=7)


class Told(Protocol):
    """What trends are made of: reports that count, bans that were judged, and what was watched."""

    framework: Framework
    names: Names
    as_of: dt.datetime
    zone: dt.tzinfo
    effort: Sequence[Effort]
    effort_for: dict[str | None, dict[int, Effort]]
    followed: dict[str | None, list[Doing]]
    land: Land

    def happenings(self, doings: Sequence[Doing]) -> list[Happenings]:
        """The single events that are of the forbidden act, surely or perhaps of that doer and place, whenever before
        the end of the text.
        """

    def recorded(self) -> list[Happenings]:
        """The single events that an instrument recorded."""

    def tallies(self) -> list[Known]:
        """The counts of tables."""

    def first_days(self) -> Mapping[str | None, int]:
        """From which day on each claimant is known to have reported anything (days since 1970)."""


def trends(told: Told) -> Iterator[Trend]:
    """For each provision that is a ban and each claimant apart: single events, then tables of counts by kind.

    Tables that no ban is about, and what instruments recorded, are held against the text as a whole.
    """

    regions = {fold(name) for name in told.land.names}

    @cache
    def seers(provision: str | None) -> tuple[Effort, ...]:
        if provision is None:
            return tuple(told.effort)
        found = dict(told.effort_for.get(provision, {}))
        for doing in told.followed.get(provision, ()):
            if doing.place is None:  # it may be done in any region
                found |= {id(one): one for one in relevant(told.effort, frozenset(regions), doing.act)}
        return tuple(found.values())

    @cache
    def own(provision: str | None, claimant: str | None, region: str | None = None) -> tuple[Effort, ...]:
        """What the claimant watched; of one region what it watched there, or at places of the text."""
        elsewhere = regions - {fold(region)} if region is not None else frozenset()
        mine = (one for one in seers(provision) if claimant is not None and told.names.same(one.by, claimant))
        return tuple(one for one in mine if fold(one.place) not in elsewhere)

    since = told.first_days()
    tallies = told.tallies()
    sample = {Series.of(entry.report): entry for entry in tallies}
    counts = grouped([entry.report for entry in tallies])
    used: set[Series] = set()

    def events(asked: Asked, several: list[Happenings], ordinary: bool = False) -> Iterator[Trend]:
        for claimant, some in _by_claimant(several):
            effort = partial(own, asked.provision, claimant)
            yield from of_happenings(asked, some, effort, _first(since, claimant, effort(None), told.zone), ordinary)

    def tables(asked: Asked, chosen: Iterable[Series]) -> Iterator[Trend]:
        for series in sorted(chosen, key=lambda one: tuple(str(part or "") for part in one.parts)):
            effort = own(asked.provision, series.claimant, series.region)
            yield of_tally(asked, series, counts[series], effort)

    for provision, doings in told.followed.items():
        asked = _asked(told, provision, doings)
        yield from events(asked, told.happenings(doings))
        chosen = [one for one, entry in sample.items() if any(doing.may_hold(entry) for doing in doings)]
        used.update(chosen)
        yield from tables(asked, chosen)
    d_day = told.framework.d_day
    start = None if d_day is None else first_instant(d_day, told.zone)
    whole = Asked(None, start, None, told.as_of, told.zone)
    yield from tables(whole, sample.keys() - used)
    yield from events(whole, told.recorded(), ordinary=True)


def without_regions(found: Iterable[Trend]) -> tuple[Trend, ...]:
    """Those that tell nobody where single events were: of all regions together, and of tables by their own regions."""
    return tuple(one for one in found if one.tallied or one.region is None)


def _asked(told: Told, provision: str | None, doings: Sequence[Doing]) -> Asked:
    starts = [one.window.start for one in doings if one.window.start is not None]
    ends = [one.window.end for one in doings if one.window.end is not None]
    start = min(starts) if starts else None
    end = max(ends) if ends and len(ends) == len(doings) else None
    return Asked(provision, start, end, told.as_of, told.zone)


def _by_claimant(several: Iterable[Happenings]) -> list[tuple[str | None, list[Happenings]]]:
    found: dict[str | None, list[Happenings]] = defaultdict(list)
    for one in several:
        found[one.claimant].append(one)
    return sorted(found.items(), key=lambda row: row[0] or "")


def _first(since: Mapping[str | None, int], claimant: str | None, effort: Iterable[Effort], zone: dt.tzinfo) -> int:
    """The first day of which the claimant's silence says anything: it had reported, or watched."""
    watched = [
        day_number(first_instant(one.window.earliest, zone).astimezone(zone).date())
        for one in effort
        if one.window.earliest is not None
    ]
    return min([since[claimant], *watched])


def happenings_of(
    entries: Iterable[Known], zone: dt.tzinfo, land: Land, perhaps: Iterable[Known] = ()
) -> list[Happenings]:
    """Reports of single events as days, by claimant and region; one event told twice by one claimant counts once.

    ``perhaps`` are those whose act may be another: they are on no day. The region is the one that is drawn and surely
    holds the place or, where none are drawn, the source's own.
    """
    days: dict[tuple[str | None, str | None], list[tuple[int, int]]] = defaultdict(list)
    vague: dict[tuple[str | None, str | None], int] = defaultdict(int)
    unsure: dict[tuple[str | None, str | None], int] = defaultdict(int)
    seen: set[tuple[str | None, str]] = set()
    told = [(entry, sure) for some, sure in ((entries, True), (perhaps, False)) for entry in some]
    single = [(entry, sure) for entry, sure in told if entry.report.tally is None and entry.span.first > EVER]
    regions = land.regions_of([entry.report.place for entry, _ in single])
    for (entry, sure), (region, _) in zip(single, regions, strict=True):
        report = entry.report
        if (report.claimant, entry.root.id) in seen:
            continue
        seen.add((report.claimant, entry.root.id))
        key = (report.claimant, region)
        if not sure or entry.span.last - entry.span.first > VAGUE:
            (vague if sure else unsure)[key] += 1
            days[key] += []
            continue
        both = entry.span.first, report.reported
        first, reported = (day_number(one.astimezone(zone).date()) for one in both)
        days[key].append((first, reported))
    found = []
    for key, pairs in sorted(days.items(), key=lambda row: tuple(part or "" for part in row[0])):
        table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        found.append(Happenings(*key, table[:, 0], table[:, 1], vague[key], unsure[key]))
    return found


def first_days_of(entries: Iterable[Known], zone: dt.tzinfo) -> dict[str | None, int]:
    """As :meth:`Told.first_days`, of reports of single events."""
    found: dict[str | None, int] = {}
    for entry in entries:
        if entry.report.tally is None and entry.span.first > EVER:
            day = day_number(entry.span.first.astimezone(zone).date())
            found[entry.report.claimant] = min(day, found.get(entry.report.claimant, day))
    return found
