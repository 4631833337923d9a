"""On which side of a line or a zone a place lies, by the compass: "north of the Tarn", "to the east of the Line"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from parley.model import Relation, ReportPlace

from .geometry import Floats, Mask, Region
from .places import Places, unstated
from .standing import Known
from .truth import YES, Fact, Truth, unsaid

_AWAY = {
    Relation.NORTH_OF: (0.0, 1.0),
    Relation.SOUTH_OF: (0.0, -1.0),
    Relation.EAST_OF: (1.0, 0.0),
    Relation.WEST_OF: (-1.0, 0.0),
}
"""Degrees eastward and northward, away from what it is a side of."""
_BESIDE_DEGREES = 1.0
"""So far beyond all that is drawn a ray goes."""


@dataclass(frozen=True)
class Side:
    """One side of some shapes, by their numbers in ``places``; ``words`` are those of the text ("north of the Tarn").

    A point is north of a line if its meridian meets the line to the south of it and not to the north of it. Where it
    meets it on both sides, as in the bend of a river, or on neither, beyond the ends of what is drawn, nobody can tell.
    """

    places: Places
    chosen: tuple[int, ...]
    relation: Relation
    words: str

    def fact(self, entry: Known) -> Fact:
        """Whether all of a report's place, with its radius, lies on this side, whichever version was in force."""
        place = entry.report.place
        if place.latitude is None or self.places.looks_exchanged(entry):
            return unsaid(self.words)
        sets = self.places.active(self.chosen, entry.span)
        truths = {self._truth(chosen, place) if chosen else Truth.UNKNOWN for chosen in sets}
        if len(truths) == 1 and Truth.UNKNOWN not in truths:
            return YES if Truth.YES in truths else Fact(Truth.NO)
        how = "nobody said how exact the place is, to tell" if place.radius_m is None else "its place does not tell"
        bring = "a more exact place, or the course of the line there"
        return Fact(Truth.UNKNOWN, f"{how} whether it was '{self.words}'", bring)

    def _truth(self, chosen: tuple[int, ...], place: ReportPlace) -> Truth:
        assert place.latitude is not None
        assert place.longitude is not None
        region = self.places.region(chosen)
        latitude, longitude = np.array([place.latitude]), region.charted(np.array([place.longitude]))
        radius = float(unstated(np.array([np.nan if place.radius_m is None else place.radius_m]))[0])
        touching = int(region.within(latitude, longitude, np.array([radius]), 0.0)[0])
        if touching:
            return Truth.NO if touching == 2 else Truth.UNKNOWN  # surely inside a zone is on no side of it
        x, y = _rim(float(longitude[0]), float(latitude[0]), radius)
        east, north = _AWAY[self.relation]
        before, behind = self._meets(region, x, y, east, north), self._meets(region, x, y, -east, -north)
        if (behind & ~before).all():
            return Truth.YES
        return Truth.NO if (before & ~behind).all() else Truth.UNKNOWN

    def _meets(self, region: Region, x: Floats, y: Floats, east: float, north: float) -> Mask:
        """Whether a ray from each point meets what is drawn."""
        west, south, far_east, far_north = region.bounds
        reach = np.concatenate((x - west, x - far_east, y - south, y - far_north))
        far = np.abs(reach).max() + _BESIDE_DEGREES
        ends = np.stack((np.stack((x, y), axis=1), np.stack((x + east * far, y + north * far), axis=1)), axis=1)
        found: Mask = shapely.intersects(region.drawn, shapely.linestrings(ends))
        return found


def side_of(names: tuple[str, ...], relation: Relation, words: str, places: Places) -> Side | None:
    """The side that ``words`` of the text name, where it is one by the compass and a shape of each name is drawn."""
    chosen = places.all_called(names)
    return Side(places, chosen, relation, words) if relation in _AWAY and chosen else None


def _rim(x: float, y: float, radius_m: float) -> tuple[Floats, Floats]:
    """A point and the four ends of the circle around it, in degrees."""
    high = radius_m / 110_000.0
    wide = high / max(np.cos(np.radians(min(abs(y) + high, 89.0))), 0.02)
    return np.array([x, x - wide, x + wide, x, x]), np.array([y, y, y, y - high, y + high])
