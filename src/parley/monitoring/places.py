"""Place rules against reported places: a report's point with its precision, inside, outside, or cannot tell."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from parley.model import Framework, Relation, ReportPlace, Shape, Slot, Where, first_instant, last_instant
from parley.text import patterns as re
from parley.text.listing import listed

from .bounded import ByThing, told_unread
from .building import built
from .called import CalledShapes
from .chart import enclosing
from .ever import TICK
from .exchanged import odd_points, odd_shapes, told_points, told_shapes
from .geometry import Floats, Mask, Measured, Region
from .names import Names, fold
from .notyet import NotYet
from .raster import Box
from .standing import Known
from .truth import Fact, Truth
from .windows import Span

UNSTATED_RADIUS_M = 5_000.0
"""A point whose precision nobody stated decides nothing nearer than this to the border that counts."""

_CLOSE_M = 100.0
"""So near to the limit a distance is told to ten metres."""

_MANY = 4
"""So many places of one name are told apart."""

_AROUND = 0.5
"""Degrees around a place that are taken to be of it where the hour of the sun is asked for: two minutes."""

_HANDLED = {
    Relation.IN: "in",
    Relation.OUTSIDE: "outside",
    Relation.WITHIN_DISTANCE: "within",
    Relation.BEYOND_DISTANCE: "beyond",
}
_THE = re.compile(r"\bthe\s+")
_NEGATED = frozenset({Relation.OUTSIDE, Relation.BEYOND_DISTANCE})


class Places:
    """The shapes of a text, measured against the points of all known reports."""

    def __init__(
        self, framework: Framework, shapes: Sequence[Shape], known: Sequence[Known], names: Names, zone: dt.tzinfo
    ) -> None:
        self.shapes, self._zone = shapes, zone
        self._called = CalledShapes(framework, shapes, names)
        self.by_thing = ByThing(framework, shapes, names)
        self._regions: dict[tuple[int, ...], Region] = {}
        dates = ((index, one.valid) for index, one in enumerate(shapes))
        self._dated = frozenset(index for index, valid in dates if valid.earliest or valid.latest)
        self._points = [entry for entry in known if entry.report.place.latitude is not None]

    def notes(self) -> list[str]:
        """On shapes with latitude and longitude that look exchanged, without a name of the text, with unread bounds."""
        turned = told_shapes(self.shapes[one].name for one in sorted(self._turned))
        return [*turned, *self._called.notes(), *told_unread(self.shapes)]

    def suspected(self) -> list[str]:
        """The note on reports whose latitude and longitude look exchanged."""
        odd = np.flatnonzero(self.odd(*_degrees(self._points))).tolist()
        return told_points([self._points[index] for index in odd[:5]], len(odd))

    def odd(self, latitudes: Floats, longitudes: Floats) -> Mask:
        """Which points look as if their latitude and longitude were exchanged: see :func:`.exchanged.odd_points`."""
        if not self.shapes:
            return np.zeros(len(latitudes), dtype=np.bool_)
        return odd_points(self._all_around, latitudes, longitudes)

    def box(self, chosen: Sequence[int] | None) -> Box | None:
        """Degrees around some shapes, or around all of them, as the sun sees them; ``None`` where nothing is drawn."""
        which = range(len(self.shapes)) if chosen is None else chosen
        if not which:
            return None
        west, south, east, north = self._all_around if chosen is None else self._bounds(which)
        return west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND

    @cached_property
    def _drawn(self) -> list[Any]:
        """Each shape as shapely's."""
        return [built(one.geometry) for one in self.shapes]

    @cached_property
    def _boxes(self) -> npt.NDArray[np.float64]:
        """West, south, east and north of each shape."""
        boxes, of = self._parts
        limits = np.searchsorted(of, np.arange(len(self.shapes) + 1)).tolist()
        return np.array([enclosing(boxes[first:last]) for first, last in pairwise(limits)])

    @cached_property
    def _turned(self) -> frozenset[int]:
        """The shapes whose latitude and longitude look exchanged."""
        return frozenset(odd_shapes(self._boxes).tolist())

    @cached_property
    def _parts(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
        """West, south, east and north of each part of a shape, and the number of the shape."""
        parts, of = shapely.get_parts(self._drawn, return_index=True)
        return shapely.bounds(parts).reshape(-1, 4), of

    @cached_property
    def _all_around(self) -> Box:
        """West, south, east and north of all the shapes."""
        return self._bounds(range(len(self.shapes)))

    def _bounds(self, which: Sequence[int]) -> Box:
        boxes, of = self._parts
        return enclosing(boxes[np.isin(of, which)])

    def rule(self, slot: Slot[Where], bearer: str | None, term: str | None) -> PlaceRule | NotYet:
        """The rule for one bearer, or why the place can't be held against reports.

        A shape that names a party or a thing counts for these alone, and before a general one.
        """
        where = slot.value
        if where.relation not in _HANDLED:
            return NotYet(f"places '{where.relation.value}' another are not handled")
        chosen: list[int] = []
        for name in where.of:
            found = self._called.by(name, bearer, term)
            if not found:
                return self._called.none(name, bearer)
            chosen += found
        near = where.relation in (Relation.WITHIN_DISTANCE, Relation.BEYOND_DISTANCE)
        if near and where.distance is None:
            return NotYet("the distance was not read", "A distance in the text, such as 'within 15 km of'.")
        if not near and any(self.shapes[index].kind == "line" for index in chosen):
            why = f"'{where.of[0]}' is a line, which has no inside"
            return NotYet(why, "A zone in the annex, or a distance from the line in the text.")
        the = any(slot.words.startswith(where.of[0], found.end()) for found in _THE.finditer(slot.words))
        words = f"{'the ' if the else ''}{' or '.join(where.of)}"
        metres = where.distance.metres if near and where.distance else 0.0
        return PlaceRule(self, where, tuple(chosen), metres, words, self.by_thing.decides(chosen, term))

    def called(self, name: str) -> list[int]:
        """The shapes of a name, by their numbers; of those that name a party or a thing none."""
        return [index for index in self._called.by(name, None, None) if self.shapes[index].object is None]

    def all_called(self, names: Sequence[str]) -> tuple[int, ...]:
        """The shapes of several names; none where one of them has none."""
        shapes = [self.called(name) for name in names]
        return tuple(index for each in shapes for index in each) if all(shapes) else ()

    def called_as(self, name: str) -> frozenset[int]:
        """All the shapes of a name, whoever's and whatever they are for."""
        return frozenset(self._called.all_of(name))

    def active(self, chosen: tuple[int, ...], span: Span) -> list[tuple[int, ...]]:
        """Every set of the chosen shapes that was in force together at some instant of the span.

        A shape whose latitude and longitude look exchanged is in one such set as it is and in another, as its number's
        complement, the other way round.
        """
        sets = self._together(chosen, span)
        if self._turned.isdisjoint(chosen):
            return sets
        return [*sets, *(tuple(~index if index in self._turned else index for index in each) for each in sets)]

    def _together(self, chosen: tuple[int, ...], span: Span) -> list[tuple[int, ...]]:
        if self._dated.isdisjoint(chosen):
            return [chosen]
        valid = [self.shapes[index].valid for index in chosen]
        starts = [first_instant(one.earliest, self._zone) if one.earliest else None for one in valid]
        ends = [last_instant(one.latest, self._zone) if one.latest else None for one in valid]
        just_after = [end + TICK for end in ends if end]
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
            self._regions[chosen] = Region([self._geometry(index) for index in chosen])
        return self._regions[chosen]

    def _geometry(self, index: int) -> Any:
        drawn = self._drawn
        return drawn[index] if index >= 0 else shapely.transform(drawn[~index], lambda corners: corners[:, ::-1])

    def within(self, chosen: tuple[int, ...], metres: float, entries: Sequence[Known]) -> list[Truth]:
        """Whether each report's point, with its radius, lies within so many metres of the shapes (nought: inside).

        See :meth:`.geometry.Region.within`. A point whose coordinates look exchanged has to lie so both ways.
        """
        if not chosen or not entries:
            return [Truth.UNKNOWN] * len(entries)
        radius = np.array([_radius(entry.report.place) for entry in entries], dtype=np.float64)
        return [_TRUTHS[rank] for rank in self.ranks(chosen, metres, *_degrees(entries), radius).tolist()]

    def ranks(
        self, chosen: tuple[int, ...], metres: float, latitudes: Floats, longitudes: Floats, radius_m: Floats
    ) -> npt.NDArray[np.int8]:
        """The same of points, as a truth's number."""
        region = self.region(chosen)
        found = region.within(latitudes, longitudes, radius_m, metres)
        odd = np.flatnonzero(self.odd(latitudes, longitudes))
        if len(odd):
            exchanged = region.within(longitudes[odd], latitudes[odd], radius_m[odd], metres)
            found[odd] = np.where(found[odd] == exchanged, exchanged, Truth.UNKNOWN)
        return found

    def varies(self, chosen: tuple[int, ...]) -> bool:
        """Whether some of the shapes count on some days alone, or may have to be read the other way round."""
        return not (self._dated | self._turned).isdisjoint(chosen)

    def looks_exchanged(self, entry: Known) -> bool:
        """Whether a report with a point is one of :meth:`odd`."""
        return bool(self.odd(*_degrees([entry]))[0])

    def look_turned(self, chosen: tuple[int, ...]) -> list[str]:
        """The names of those of the shapes whose latitude and longitude look exchanged."""
        return list(dict.fromkeys(self.shapes[index].name for index in chosen if index in self._turned))

    def exact(self, chosen: tuple[int, ...], entry: Known) -> Measured:
        return self.region(chosen).exact(*_point(entry))

    def between(self, chosen: tuple[int, ...], entry: Known) -> tuple[Measured, Measured]:
        """The least and the most that :meth:`exact` can say, found sooner."""
        return self.region(chosen).between(*_point(entry))


@dataclass(frozen=True)
class PlaceRule:
    """A relation to some shapes, for one bearer; ``words`` call them as the text does ("the Separation Line")."""

    places: Places
    where: Where
    chosen: tuple[int, ...]
    metres: float
    words: str
    of_things: bool = False
    """Whether it hangs on the thing of a report which of the shapes count for it."""

    def active(self, entry: Known) -> list[tuple[int, ...]]:
        """Every set of the shapes that may have been in force together for what a report tells of."""
        sets = self._by_thing(entry) if self.of_things else [self.chosen]
        return list(dict.fromkeys(each for chosen in sets for each in self.places.active(chosen, entry.span)))

    def _by_thing(self, entry: Known) -> list[tuple[int, ...]]:
        return self.places.by_thing.sets(self.chosen, entry.report.object)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names by which effort can say that it watched this place."""
        shapes = self.places.shapes
        return frozenset({fold(name) for name in self.where.of} | {fold(shapes[i].name) for i in self.chosen})

    @property
    def each(self) -> dict[str, frozenset[str]]:
        """Of several places all of which have to be watched ("in the Lane or in the Grounds"): the names of each."""
        if len(self.where.of) < 2:
            return {}
        shapes, called = self.places.shapes, self.places.called_as
        return {
            name: frozenset({fold(name)} | {fold(shapes[i].name) for i in self.chosen if i in called(name)})
            for name in self.where.of
        }

    def truth(self, entry: Known) -> Truth:
        """Whether the report's place satisfies the rule wherever in its radius, and in its time, it was."""
        return self.truths([entry])[0]

    def truths(self, entries: Sequence[Known]) -> list[Truth]:
        """``truth`` of many reports, which costs little more than of one."""
        found: list[Truth | None] = [None] * len(entries)
        together: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for index, entry in enumerate(entries):
            if entry.report.place.latitude is None:
                named = self.by_name(entry.report.place.name)
                found[index] = named if not self.of_things or all(self.active(entry)) else Truth.UNKNOWN
                continue
            for chosen in self.active(entry):
                together[chosen].append(index)
        for chosen, indexes in together.items():
            nears = self.places.within(chosen, self.metres, [entries[index] for index in indexes])
            for index, near in zip(indexes, nears, strict=True):
                truth = _OPPOSITE[near] if self.where.relation in _NEGATED else near
                found[index] = truth if found[index] in (None, truth) else Truth.UNKNOWN
        return [Truth.UNKNOWN if truth is None else truth for truth in found]

    def by_name(self, name: str | None) -> Truth:
        """What the name of a place without coordinates tells."""
        if self.where.relation is Relation.IN and name is not None and fold(name) in self.names:
            return Truth.YES
        return Truth.UNKNOWN

    @property
    def varies(self) -> bool:
        return self.of_things or self.places.varies(self.chosen)

    @property
    def key(self) -> tuple[object, ...]:
        """Rules of one key say the same of every place."""
        return self.where.relation, self.metres, self.chosen, self.names

    def box(self, radius_m: float) -> Box | None:
        """Of shapes that do not vary: degrees beyond which no point so precise satisfies the rule, if there are any."""
        if not self.chosen or self.where.relation in _NEGATED:
            return None
        return self.places.region(self.chosen).box(self.metres + radius_m)

    def charted(self, longitudes: Floats) -> Floats:
        """Longitudes as :meth:`box` counts them."""
        return self.places.region(self.chosen).charted(longitudes)

    def near(self, latitudes: Floats, longitudes: Floats, radius_m: Floats) -> npt.NDArray[np.int8]:
        """Of shapes that do not vary: whether each true place satisfies the rule, as a truth's number."""
        if not self.chosen:
            return np.full(len(latitudes), Truth.UNKNOWN, dtype=np.int8)
        found = self.places.ranks(self.chosen, self.metres, latitudes, longitudes, radius_m)
        return 2 - found if self.where.relation in _NEGATED else found

    def fact(self, entry: Known) -> Fact:
        """The same, with what is not known of the place."""
        truth = self.truth(entry)
        place = entry.report.place
        if truth is not Truth.UNKNOWN:
            return Fact(truth)
        if place.candidates:
            several = listed([one.told_apart for one in place.candidates[:_MANY]], "or")
            more = f" or {len(place.candidates) - _MANY} more" if len(place.candidates) > _MANY else ""
            return Fact(truth, f"{place.name} could be {several}{more}", f"which {place.name} it was")
        if place.latitude is None:
            why = f"it gives '{place.name}' without coordinates" if place.name else "it gives no place"
            return Fact(truth, why, "the coordinates of the place")
        sets, by_thing = self.active(entry), self.of_things and len(self._by_thing(entry)) > 1
        if not by_thing and not all(sets):
            which = "for such things" if self.of_things else "for that time"
            return Fact(truth, f"no version of {self.words} is given {which}", f"the course of {self.words} then")
        if self.places.looks_exchanged(entry):
            return Fact(truth, "its latitude and longitude look swapped", "its coordinates the right way round")
        if turned := self.places.look_turned(self.chosen):
            shape = f"the shape of '{' or '.join(turned)}'"
            return Fact(truth, f"latitude and longitude look swapped in {shape}", f"{shape} the right way round")
        if by_thing:
            return Fact(truth, f"{self.words} is not the same for all kinds of thing", "the kind of thing it was")
        if Truth.UNKNOWN not in {self.places.within(each, self.metres, [entry])[0] for each in sets}:
            return Fact(truth, f"{self.words} changed within the time that it may have been", "a more exact time")
        limit = f"within {self.where.distance}" if self.where.distance else "inside"
        how = "nobody said how exact the place is" if place.radius_m is None else "the place is not exact enough"
        return Fact(truth, f"{how} to tell whether that was {limit}", "a more exact place")

    def measured(self, entry: Known) -> str:
        """Where it was, for a sentence: "22.0 km from the Separation Line (\u00b1 50 m)"."""
        place = entry.report.place
        if place.latitude is None:
            return f"at {place.name}" if place.name else ""
        sets = [chosen for chosen in self.active(entry) if chosen]
        told = " or ".join(dict.fromkeys(self._measured(chosen, entry) for chosen in sets))
        precise = "" if place.radius_m is None else f" (\u00b1 {metres(place.radius_m)})"
        return f"{told}{precise}" if told else ""

    def _measured(self, chosen: tuple[int, ...], entry: Known) -> str:
        told = {self._told(measured) for measured in self.places.between(chosen, entry)}
        return told.pop() if len(told) == 1 else self._told(self.places.exact(chosen, entry))

    def _told(self, measured: Measured) -> str:
        if self.where.distance is not None:
            near = abs(measured.distance_m - self.metres) < _CLOSE_M
            return f"{metres(measured.distance_m, 2 if near else 1)} from {self.words}"
        return f"{metres(measured.to_border_m)} {'inside' if measured.inside else 'outside'} {self.words}"


def apart(rule: PlaceRule | None) -> dict[str, frozenset[str]]:
    """The places of a rule that each has to be watched, if there is one at all."""
    return {} if rule is None else rule.each


_TRUTHS = (Truth.NO, Truth.UNKNOWN, Truth.YES)
_OPPOSITE = _TRUTHS[::-1]


def _point(entry: Known) -> tuple[float, float]:
    place = entry.report.place
    assert place.latitude is not None
    assert place.longitude is not None
    return place.latitude, place.longitude


def _degrees(entries: Sequence[Known]) -> tuple[Floats, Floats]:
    places = [entry.report.place for entry in entries]
    latitudes = np.array([place.latitude for place in places], dtype=np.float64)
    return latitudes, np.array([place.longitude for place in places], dtype=np.float64)


def unstated(radius_m: Floats) -> Floats:
    """Radii of points in metres, where nobody stated one (NaN) the one that is taken."""
    return np.where(np.isnan(radius_m), UNSTATED_RADIUS_M, radius_m)


def _radius(place: ReportPlace) -> float:
    return UNSTATED_RADIUS_M if place.radius_m is None else place.radius_m


def metres(length: float, decimals: int = 1) -> str:
    """A length for a sentence."""
    return f"{length:.0f} m" if length < 1000 else f"{length / 1000:.{decimals}f} km"
