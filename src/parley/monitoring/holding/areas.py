"""Maps of control, one a day: how many square kilometres they grew by, and what that does not say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.polygon import orient

from parley.model import AreaStep, AreaTrend, Shape

from ..ellipsoid import wgs84
from . import wording
from .comparing import BASELINE, RUN_UP

_DRAWN = re.compile(rb'"type"\s*:\s*"(?:Multi)?(Polygon|Point|LineString)"')
_SHOWN = 7


@dataclass(frozen=True)
class ControlMap:
    """What one source drew on one day: its zones."""

    source: str
    day: dt.date
    zones: tuple[Shape, ...]


def is_map(data: bytes) -> bool:
    """Whether GeoJSON draws areas, and nothing else: then it may be a map of control."""
    return {one[1] for one in _DRAWN.finditer(data)} == {b"Polygon"}


def square_kilometres(zone: Shape) -> float:
    """The area on the ellipsoid WGS 84, holes left out (pyproj's ``Geod``; Karney, *Journal of Geodesy* 87, 2013)."""
    geometry = shape(zone.geometry)
    parts = geometry.geoms if isinstance(geometry, MultiPolygon) else [geometry]
    return sum(_area(part) for part in parts) / 1e6


def _area(polygon: Polygon) -> float:
    return abs(float(wgs84().geometry_area_perimeter(orient(polygon))[0]))


def area_trends(
    maps: Iterable[ControlMap], start: dt.datetime | None, as_of: dt.datetime, zone: dt.tzinfo
) -> Iterator[AreaTrend]:
    """What each source's zones grew by from map to map, of the maps drawn by ``as_of``; sources are never joined."""
    drawn: dict[tuple[str, str | None], dict[dt.date, float]] = {}
    today = as_of.astimezone(zone).date()
    for one in sorted(maps, key=lambda each: (each.source, each.day)):
        if one.day > today:
            continue
        for area in one.zones:
            name = area.name if len(one.zones) > 1 else None
            days = drawn.setdefault((one.source, name), {})
            days[one.day] = days.get(one.day, 0.0) + square_kilometres(area)
    begun = None if start is None else start.astimezone(zone).date()
    for (source, name), days in sorted(drawn.items(), key=lambda row: (row[0][0], row[0][1] or "")):
        steps = _steps(days)
        yield AreaTrend(source=source, name=name, start=begun, steps=steps, words=tuple(_words(steps, begun)))


def _steps(days: dict[dt.date, float]) -> tuple[AreaStep, ...]:
    before: dt.date | None = None
    steps = []
    for day, area in sorted(days.items()):
        grew = None if before is None else round(area - days[before], 3)
        steps.append(AreaStep(day=day, since=before, area_km2=round(area, 3), grew_km2=grew))
        before = day
    return tuple(steps)


def _words(steps: Sequence[AreaStep], start: dt.date | None) -> Iterator[str]:
    grown = [one for one in steps if one.since is not None]
    if not grown:
        yield "There is one map only, so nothing can have grown."
        return
    after = [one for one in grown if start is None or one.day > start]
    if after:
        shown = ", ".join(_step(one) for one in after[:_SHOWN])
        more = f" and {len(after) - _SHOWN} more maps" if len(after) > _SHOWN else ""
        begun = "" if start is None else f"Since the start ({wording.day(start)}): "
        yield f"{begun}{shown}{more}."
    if start is not None:
        first, last = start - RUN_UP - BASELINE, start - RUN_UP
        before = [one for one in grown if one.since and first <= one.since and one.day <= last]
        days = sum((one.day - one.since).days for one in before if one.since)
        if days:
            total = sum(one.grew_km2 or 0.0 for one in before)
            span = f"{wording.day(before[0].since or first)} to {wording.day(before[-1].day)}"
            yield f"Before it the map grew by {total / days:.1f} km² a day ({span})."
    yield _LAG


_LAG = (
    "A map lags behind what it shows by as long as its maker takes, which is not told here: "
    "what it grew by on a day may have been taken earlier."
)


def _step(one: AreaStep) -> str:
    grew = one.grew_km2 or 0.0
    days = (one.day - one.since).days if one.since else 1
    over = "" if days == 1 else f" in the {days} days to it"
    return f"{'+' if grew >= 0 else '−'}{abs(grew):.1f} km² on {wording.day(one.day)}{over}"
