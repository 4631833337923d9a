"""Place rules against reported places: a report's point with its precision, inside, outside, or cannot tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import shape as to_shapely

from parley.model import Framework, Relation, Shape, Where, first_instant, last_instant

from .geometry import Measured, Region
from .names import Names, fold
from .standing import Known
from .truth import Fact, Truth
from .windows import Span

UNSTATED_RADIUS_M = 5_000.0
"""A point whose precision nobody stated decides nothing nearer than this to the border that counts."""

_NEAR_DEGREES = 2.0
"""So far around all the shapes a report is no surprise."""

_HANDLED = {
    Relation.IN: "in",
    Relation.OUTSIDE: "outside",
    Relation.WITHIN_DISTANCE: "within",
    Relation.BEYOND_DISTANCE: "beyond",
}
_NEGATED = frozenset({Relation.OUTSIDE, Relation.BEYOND_DISTANCE})


class Places:
    """The shapes of a text, measured against the points of all known reports."""

    def __init__(
        self, framework: Framework, shapes: Sequence[Shape], known: Sequence[Known], names: Names, zone: dt.tzinfo
    ) -> None:
        self.shapes, self._names, self._zone = shapes, names, zone
        self._annexes = {fold(one.term): one.annex for one in framework.definitions if one.annex}
        self._regions: dict[tuple[int, ...], Region] = {}
        self._rough: dict[tuple[int, ...], dict[str, tuple[float, float]]] = {}
        self._points = [entry for entry in known if entry.report.place.latitude is not None]

    def suspected(self) -> list[str]:
        """Notes on reports far from every shape that would be near with latitude and longitude exchanged."""
        if not self.shapes:
            return []
        west, south, east, north = shapely.total_bounds([to_shapely(one.geometry) for one in self.shapes])

        def near(latitude: float, longitude: float) -> bool:
            within = south - _NEAR_DEGREES <= latitude <= north + _NEAR_DEGREES
            return bool(within and west - _NEAR_DEGREES <= longitude <= east + _NEAR_DEGREES)

        swapped = [
            f"{entry.id} ({entry.report.origin})"
            for entry in self._points
            for place in [entry.report.place]
            if place.latitude is not None and place.longitude is not None
            if near(place.longitude, place.latitude) and not near(place.latitude, place.longitude)
        ]
        shown = ", ".join(swapped[:5]) + (f" and {len(swapped) - 5} more" if len(swapped) > 5 else "")
        return [f"latitude and longitude look swapped in: {shown}."] if swapped else []

    def rule(self, where: Where, bearer: str | None, term: str | None) -> PlaceRule | str:
        """The rule for one bearer, or a clause that says why the place can't be held against reports.

        A shape that names a party or an object counts for these alone, and before a general one.
        """
        if where.relation not in _HANDLED:
            return f"places '{where.relation.value}' another are not yet held against reports"
        chosen: list[int] = []
        for name in where.of:
            found = self._named(name, bearer, term)
            if not found:
                return f"no annex gives the shape of '{name}' for {bearer or 'all'}"
            chosen += found
        near = where.relation in (Relation.WITHIN_DISTANCE, Relation.BEYOND_DISTANCE)
        if near and where.distance is None:
            return "the distance was not read"
        if not near and any(self.shapes[index].kind == "line" for index in chosen):
            return f"'{where.of[0]}' is a line, which has no inside"
        return PlaceRule(self, where, tuple(chosen), where.distance.metres if near and where.distance else 0.0)

    def _named(self, name: str, bearer: str | None, term: str | None) -> list[int]:
        annex = self._annexes.get(fold(name))
        found = [i for i, shape in enumerate(self.shapes) if fold(shape.name) == fold(name)]
        if not found and annex:
            found = [i for i, shape in enumerate(self.shapes) if shape.annex and fold(shape.annex) == fold(annex)]
        for own, wanted in (("party", bearer), ("object", term)):
            meant = [i for i in found if self._fits(getattr(self.shapes[i], own), wanted)]
            general = [i for i in found if getattr(self.shapes[i], own) is None]
            found = meant or general
        return found

    def _fits(self, own: str | None, wanted: str | None) -> bool:
        return self._names.same(own, wanted)

    def active(self, chosen: tuple[int, ...], span: Span) -> list[tuple[int, ...]]:
        """Every set of the chosen shapes that was in force together at some instant of the span."""
        valid = [self.shapes[index].valid for index in chosen]
        if all(one.earliest is None and one.latest is None for one in valid):
            return [chosen]
        starts = [first_instant(one.earliest, self._zone) if one.earliest else None for one in valid]
        ends = [last_instant(one.latest, self._zone) if one.latest else None for one in valid]
        just_after = [end + dt.timedelta(microseconds=1) for end in ends if end]
        times = {span.first, span.last} | {t for t in (*starts, *just_after) if t and span.first <= t <= span.last}
        sets = {
            tuple(
                index
                for index, start, end in zip(chosen, starts, ends, strict=True)
                if (start is None or start <= time) and (end is None or time <= end)
            )
            for time in times
        }
        return sorted(sets)

    def region(self, chosen: tuple[int, ...]) -> Region:
        if chosen not in self._regions:
            self._regions[chosen] = Region([self.shapes[index].geometry for index in chosen])
        return self._regions[chosen]

    def rough(self, chosen: tuple[int, ...], entry: Known) -> tuple[float, float]:
        """Signed metres to the border (negative inside) and their largest error, for a report with a point."""
        table = self._rough.get(chosen)
        if table is None:
            latitudes = np.array([one.report.place.latitude for one in self._points], dtype=np.float64)
            longitudes = np.array([one.report.place.longitude for one in self._points], dtype=np.float64)
            metres, inside, error = self.region(chosen).rough(latitudes, longitudes)
            signed = np.where(inside, -metres, metres)
            ids = [one.id for one in self._points]
            table = dict(zip(ids, zip(signed.tolist(), error.tolist(), strict=True), strict=True))
            self._rough[chosen] = table
        return table[entry.id]

    def exact(self, chosen: tuple[int, ...], entry: Known) -> Measured:
        place = entry.report.place
        assert place.latitude is not None
        assert place.longitude is not None
        return self.region(chosen).exact(place.latitude, place.longitude)


@dataclass(frozen=True)
class PlaceRule:
    """A relation to some shapes, for one bearer."""

    places: Places
    where: Where
    chosen: tuple[int, ...]
    metres: float

    @property
    def names(self) -> frozenset[str]:
        """The names by which effort can say that it watched this place."""
        shapes = self.places.shapes
        return frozenset({fold(name) for name in self.where.of} | {fold(shapes[i].name) for i in self.chosen})

    @property
    def words(self) -> str:
        what = " or ".join(self.where.of)
        distance = f" {self.where.distance} of" if self.where.distance else ""
        return f"{_HANDLED[self.where.relation]}{distance} {what}"

    def truth(self, entry: Known) -> Truth:
        """Whether the report's place satisfies the rule wherever in its radius, and in its time, it was."""
        place = entry.report.place
        if place.latitude is None:
            return self._by_name(entry)
        truths = {self._one(chosen, entry) for chosen in self.places.active(self.chosen, entry.span)}
        near = truths.pop() if len(truths) == 1 else Truth.UNKNOWN
        return Truth(2 - near) if self.where.relation in _NEGATED else near

    def _by_name(self, entry: Known) -> Truth:
        name = entry.report.place.name
        if self.where.relation is Relation.IN and name is not None and fold(name) in self.names:
            return Truth.YES
        return Truth.UNKNOWN

    def _one(self, chosen: tuple[int, ...], entry: Known) -> Truth:
        """Whether the place is within the distance (nought: inside) of these shapes."""
        if not chosen:
            return Truth.UNKNOWN
        radius = _radius(entry)
        signed, error = self.places.rough(chosen, entry)
        if abs(signed - self.metres) <= radius + error:
            measured = self.places.exact(chosen, entry)
            signed = -measured.to_border_m if measured.inside else measured.to_border_m
        if signed + radius <= self.metres:
            return Truth.YES
        return Truth.NO if signed - radius > self.metres else Truth.UNKNOWN

    def fact(self, entry: Known) -> Fact:
        """The same with what was measured, for a sentence."""
        place = entry.report.place
        truth = self.truth(entry)
        if place.latitude is None:
            where = f"'{place.name}'" if place.name else "an unnamed place"
            return Fact(truth, f"it was at {where}, given without coordinates")
        sets = self.places.active(self.chosen, entry.span)
        if not all(sets):
            return Fact(truth, f"no version of {' or '.join(self.where.of)} is given for that time")
        told = " or ".join(dict.fromkeys(self._measured(chosen, entry) for chosen in sets))
        precise = "how precisely nobody said" if place.radius_m is None else f"give or take {metres(place.radius_m)}"
        return Fact(truth, f"{told}, {precise}")

    def _measured(self, chosen: tuple[int, ...], entry: Known) -> str:
        measured = self.places.exact(chosen, entry)
        what = " or ".join(self.where.of)
        if self.where.distance is not None:
            return f"{metres(measured.distance_m)} from {what}"
        return f"{metres(measured.to_border_m)} {'inside' if measured.inside else 'outside'} the border of {what}"


def _radius(entry: Known) -> float:
    radius = entry.report.place.radius_m
    return UNSTATED_RADIUS_M if radius is None else radius


def metres(length: float) -> str:
    """A length for a sentence."""
    return f"{length:.0f} m" if length < 1000 else f"{length / 1000:.2f} km"
