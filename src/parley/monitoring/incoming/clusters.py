"""Reports of several sources that may tell of one event: proposed with their reasons, for a person to decide.

A report is held against the first report of a cluster and never against its latest, so that no chain of near
neighbours joins what lies far apart. Blocks of a day and of half a degree keep the search linear.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.model import CountBy, Joined, Label, Report, ReportPlace, SourceCluster
from parley.text import act_covers

from ..ellipsoid import wgs84
from ..names import fold
from ..windows import Span, event_span

HOURS_APART = dt.timedelta(hours=6)
"""Two times may differ by so much, beyond their own stretches."""
_BIN = HOURS_APART.total_seconds()
UNSTATED_M = 1_000.0
"""What a place whose precision nobody stated is taken for here; half a kilometre more may lie between any two."""
MARGIN_M = 500.0
LARGEST_RADIUS_M = 25_000.0
"""A place known less exactly than this says nothing of nearness."""
LONGEST = dt.timedelta(days=3)
"""What tells of a longer stretch of time is no single event."""
MOST = 2_000
_SMALL_M = 2_000.0
"""A place known as well as this is kept in the small squares."""
_SQUARES = ((_SMALL_M, 0.05), (LARGEST_RADIUS_M, 0.5))
"""The largest radius of the places in squares of so many degrees."""
_DEGREE_M = 110_000.0
"""A degree of latitude is at least so long."""


@dataclass(eq=False)
class _Cluster:
    number: int
    first: Report
    span: Span
    members: list[Report] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


def clusters(
    reports: Sequence[Report],
    zone: dt.tzinfo = dt.UTC,
    decided: Mapping[str, tuple[Joined, str]] | None = None,
) -> tuple[SourceCluster, ...]:
    """Proposals, those of most sources first. ``decided``: what was decided of a cluster, by its id, and by whom.

    Two reports may be one event if one's act is a case of the other's, no two different doers are named, their
    times come within six hours, their places within their radii and half a kilometre (or bear one name), and
    their claimants or papers differ. At most ``MOST`` are proposed.
    """
    blocks: dict[tuple[object, ...], list[_Cluster]] = defaultdict(list)
    found: list[_Cluster] = []
    for report in sorted(reports, key=lambda one: (one.reported, one.id)):
        span = event_span(report, zone)
        if not _is_event(report, span):
            continue
        near = {one.number: one for key in _neighbours(report, span) for one in blocks.get(key, ())}
        joined = next((near[number] for number in sorted(near) if _joins(near[number], report, span)), None)
        if joined is None:
            joined = _Cluster(len(found), report, span, [report])
            found.append(joined)
            for key in _homes(report, span):
                blocks[key].append(joined)
    several = [one for one in found if len(one.members) > 1]
    several.sort(key=lambda one: -len(one.members))
    return tuple(_proposed(one, decided or {}) for one in several[:MOST])


def _is_event(report: Report, span: Span) -> bool:
    if report.about is not None or report.tally is not None or report.act is None:
        return False
    place = report.place
    exact = place.latitude is not None and (place.radius_m or 0.0) <= LARGEST_RADIUS_M
    return span.last - span.first <= LONGEST and (exact or place.name is not None)


def _radius(place: ReportPlace) -> float:
    return UNSTATED_M if place.radius_m is None else place.radius_m


def _bins(first: dt.datetime, last: dt.datetime) -> range:
    return range(int(first.timestamp() // _BIN), int(last.timestamp() // _BIN) + 1)


def _homes(report: Report, span: Span) -> Iterator[tuple[object, ...]]:
    """Where a cluster that begins with the report is kept: by the hours it touches, and its square or its name."""
    place = report.place
    for hours in _bins(span.first, span.last):
        if place.latitude is not None and place.longitude is not None:
            sizes = [size for most, size in _SQUARES if _radius(place) <= most]
            yield from ((hours, *_square(size, place.latitude // size, place.longitude // size)) for size in sizes[:1])
        if place.name is not None:
            yield hours, fold(place.name)


def _neighbours(report: Report, span: Span) -> Iterator[tuple[object, ...]]:
    """Where the clusters are kept that the report may join: by the hours near it, and the squares in reach."""
    place = report.place
    squares: list[tuple[object, ...]] = [] if place.name is None else [(fold(place.name),)]
    if place.latitude is not None and place.longitude is not None and _radius(place) <= LARGEST_RADIUS_M:
        narrow = max(math.cos(math.radians(min(abs(place.latitude) + 1.0, 89.0))), 0.02)
        for most, size in _SQUARES:
            north = (_radius(place) + most + MARGIN_M) / _DEGREE_M
            east = north / narrow
            rows = range(int((place.latitude - north) // size), int((place.latitude + north) // size) + 1)
            columns = range(int((place.longitude - east) // size), int((place.longitude + east) // size) + 1)
            squares += [_square(size, row, column) for row in rows for column in columns]
    for hours in _bins(span.first - HOURS_APART, span.last + HOURS_APART):
        yield from ((hours, *square) for square in squares)


def _square(size: float, row: float, column: float) -> tuple[object, ...]:
    """A square of so many degrees; columns go on across the 180th meridian."""
    return size, int(row), int(column) % round(360 / size)


def _joins(cluster: _Cluster, report: Report, span: Span) -> bool:
    first = cluster.first
    if any(_one_source(report, member) for member in cluster.members):
        return False
    assert first.act is not None
    assert report.act is not None
    if not (act_covers(first.act, report.act) or act_covers(report.act, first.act)):
        return False
    if first.actor and report.actor and fold(first.actor) != fold(report.actor):
        return False
    gap = max(span.first - cluster.span.last, cluster.span.first - span.last, dt.timedelta(0))
    where = _near(first, report)
    if gap > HOURS_APART or where is None:
        return False
    when = "times that overlap" if not gap else f"times {_hours(gap)} apart"
    cluster.members.append(report)
    cluster.why.append(f"{report.id}: {where}, {when}, '{report.act_said}' beside '{first.act_said}'")
    return True


def _one_source(one: Report, other: Report) -> bool:
    return (one.claimant, one.document) == (other.claimant, other.document)


def _near(one: Report, other: Report) -> str | None:
    """How near the two places are, in words; ``None`` if they are not, or if nobody can tell."""
    here, there = one.place, other.place
    if here.latitude is not None and there.latitude is not None:
        allowed = MARGIN_M + _radius(here) + _radius(there)
        if abs(here.latitude - there.latitude) * _DEGREE_M > allowed:
            return None
        _, _, metres = wgs84().inv(here.longitude, here.latitude, there.longitude, there.latitude)
        return f"{metres / 1000:.1f} km away" if metres <= allowed else None
    if here.name and there.name and fold(here.name) == fold(there.name):
        return f"the same place by name ({here.name})"
    return None


def _hours(gap: dt.timedelta) -> str:
    return f"{gap.total_seconds() / 3600:.1f} hours"


def _proposed(cluster: _Cluster, decided: Mapping[str, tuple[Joined, str]]) -> SourceCluster:
    ids = tuple(member.id for member in cluster.members)
    id = hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:12]
    joined, by = decided.get(id, (None, None))
    return SourceCluster(
        id=id,
        reports=ids,
        why=tuple(cluster.why),
        independent=independent(cluster.members),
        counts=tuple(CountBy(claimant=one.claimant, count=one.count) for one in cluster.members),
        decided=joined,
        decided_by=by,
        audience=Label.union([member.audience for member in cluster.members]),
    )


def independent(reports: Sequence[Report]) -> int:
    """How many sources there are, those that share a claimant or a document being one; nobody's word is no source."""
    groups: list[set[str]] = []
    for report in reports:
        marks = {f"by {fold(report.claimant)}"} if report.claimant else set()
        if report.document:
            marks.add(f"in {report.document}")
        if not marks:
            continue
        touching = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks]
        groups.append(marks.union(*touching))
    return len(groups)
