"""Places that no annex draws and that reports name: "no more than ten guards at the Mill Gate".

Whoever reports from that place by its name was there. Who gives another name was elsewhere only if the points of both,
with all that is not known of them, lie apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from parley.model import Framework, Relation, Report, Shape, Slot, Where

from .names import fold
from .places import UNSTATED_RADIUS_M, PlaceRule, Places
from .standing import Known
from .table import ReportTable
from .truth import Fact, Truth

_EARTH_M = 6_371_009.0
_MOST = 50
"""So many points of one name are looked at; where there are more, nobody is surely elsewhere."""
Point = tuple[float, float, float]
"""Latitude, longitude and radius in metres."""
Named = Mapping[str, frozenset[Point]]
"""The points that reports give for the names of a text's places; none where they give the name alone."""


def named_places(framework: Framework, shapes: Sequence[Shape], reports: Sequence[Report] | ReportTable) -> Named:
    """Of the places that the text names and nothing draws those that reports name, too."""
    drawn = {fold(one.name) for one in shapes} | {fold(one.term) for one in framework.definitions if one.annex}
    said = (name for one in framework.obligations if one.place for name in one.place.value.of if name[:1].isupper())
    wanted = {fold(name) for name in said} - drawn
    if not wanted:
        return {}
    found: dict[str, set[Point]] = {}
    for name, point in _of_table(reports, wanted) if isinstance(reports, ReportTable) else _of_values(reports, wanted):
        found.setdefault(name, set()).update(() if point is None else (point,))
    return {name: frozenset(points) for name, points in found.items()}


def _of_values(reports: Sequence[Report], wanted: set[str]) -> Iterator[tuple[str, Point | None]]:
    for place in (one.place for one in reports):
        if place.name is not None and (name := fold(place.name)) in wanted:
            yield name, _point(place.latitude, place.longitude, place.radius_m)


def _of_table(table: ReportTable, wanted: set[str]) -> Iterator[tuple[str, Point | None]]:
    words = table.words["place"]
    for code, said in enumerate(words.values):
        rows = np.flatnonzero(words.codes == code) if (name := fold(said)) in wanted else ()
        columns = (table.latitude, table.longitude, table.radius_m)
        given = np.unique(np.stack([column[rows] for column in columns], axis=1), axis=0) if len(rows) else ()
        for measured in given:
            yield name, _point(*(None if math.isnan(one) else float(one) for one in measured))


def _point(latitude: float | None, longitude: float | None, radius_m: float | None) -> Point | None:
    if latitude is None or longitude is None:
        return None
    return latitude, longitude, UNSTATED_RADIUS_M if radius_m is None else radius_m


def at_named(slot: Slot[Where], places: Places, named: Named) -> PlaceRule | None:
    """The rule of a place by its name, where nothing is drawn of it and reports name every part of it."""
    where = slot.value
    if where.relation is not Relation.IN or any(places.called(name) or fold(name) not in named for name in where.of):
        return None
    points = tuple(named[fold(name)] for name in where.of)
    the = "the " if f"the {where.of[0]}" in " ".join(slot.words.split()) else ""
    return NamedRule(places, where, (), 0.0, the + " or ".join(where.of), points=points)


@dataclass(frozen=True)
class NamedRule(PlaceRule):
    """To be at a place that is known by its name alone."""

    points: tuple[frozenset[Point], ...] = field(default=())

    @property
    def varies(self) -> bool:
        return True  # its name tells, and no geometry

    def truths(self, entries: Sequence[Known]) -> list[Truth]:
        return [self._of(entry) for entry in entries]

    def _of(self, entry: Known) -> Truth:
        place = entry.report.place
        if place.name is not None and fold(place.name) in self.names:
            return Truth.YES
        point = _point(place.latitude, place.longitude, place.radius_m)
        known = point is not None and all(0 < len(each) <= _MOST for each in self.points)
        if point is None or not known or self.places.looks_exchanged(entry):
            return Truth.UNKNOWN
        return Truth.NO if all(_apart(point, other) for each in self.points for other in each) else Truth.UNKNOWN

    def fact(self, entry: Known) -> Fact:
        truth = self._of(entry)
        if truth is not Truth.UNKNOWN:
            return Fact(truth)
        return Fact(truth, f"whether that was at {self.words} is not said", f"whether it was at {self.words}")

    def measured(self, entry: Known) -> str:
        name = entry.report.place.name
        return f"at {name}" if name else ""


def _apart(one: Point, other: Point) -> bool:
    """Whether two points surely are not one place, whatever the shape of the earth adds or takes."""
    (north, east, radius), (up, right, wide) = one, other
    between = math.radians(up - north), math.radians(right - east)
    across = math.cos(math.radians(north)) * math.cos(math.radians(up))
    chord = math.sin(between[0] / 2) ** 2 + across * math.sin(between[1] / 2) ** 2
    return 2 * _EARTH_M * math.asin(min(1.0, math.sqrt(chord))) * 0.99 > radius + wide
