"""Distance and containment: points against lines and zones on the ellipsoid, in metres.

Inside or not is decided in degrees, where the edges of GeoJSON are straight, so exactly (:mod:`.grid`).
Distances have three answers, each dearer than the one before, and a point gets the dearer one only where the
error of the cheaper could matter: that of the cells around it (:mod:`.raster`), that of one azimuthal equidistant
projection centred on the shape, with a bound for its error, and the geodesic on WGS 84 (pyproj's ``Geod``; Karney
2013), to a decimetre.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon

from .building import built
from .ellipsoid import around, wgs84
from .grid import Grid
from .raster import Box, Surroundings

if TYPE_CHECKING:
    from pyproj import Proj

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
_EARTH_M = 6_371_000.0
_DEGREE_M = 111_320.0
"""A degree along the equator is at most so long."""
_DEGREE_NORTH_M = 111_700.0
"""A degree along a meridian is at most so long."""
_LONGEST_EDGE_DEGREES = 0.05
"""Edges of GeoJSON are straight in longitude and latitude; longer ones are cut, so that, projected, the chord of a
piece leaves it by no more than 0.3 m: L^2 sin(latitude) cos(latitude) / 8 R with L = 5.6 km."""
_CHORD_M = 0.5
_FAR_DEGREES = 15.0
"""Beyond this the projection's error is no longer small: such points are measured along geodesics."""
_LARGEST_RADIUS_M = 50_000.0
_HIGHEST_DEGREES, _WIDEST_DEGREES = 80.0, 10.0
"""Cells of degrees tell distances as long as these stay small: radii, latitudes, and what is added east and west."""
_FEW = 50
"""For fewer points a raster costs more than it saves."""
_AT_ONCE = 200_000
"""Pairs of a point and a piece of border that are measured together."""


@dataclass(frozen=True)
class Measured:
    """A point against a region: metres to its border (or to the line), and whether the point is inside."""

    to_border_m: float
    inside: bool

    @property
    def distance_m(self) -> float:
        """Metres to the region itself: nought inside a zone."""
        return 0.0 if self.inside else self.to_border_m


class Region:
    """Lines and zones taken together as one place: GeoJSON geometries, longitude before latitude, WGS 84.

    Several zones are united first, so that a point on the border between two of them is inside both.
    """

    def __init__(self, geometries: Sequence[dict[str, Any]]) -> None:
        shapes = [built(geometry) for geometry in geometries]
        union = shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)
        parts = shapely.get_parts(union)
        zones = [part for part in parts if part.geom_type == "Polygon"]
        self.has_inside = bool(zones)
        self._zone = MultiPolygon(zones)
        self._grid: Grid | None = None
        lines = [*shapely.get_rings(zones), *(part for part in parts if part.geom_type != "Polygon")]
        corners, line = shapely.get_coordinates(
            shapely.segmentize(np.array(lines, dtype=object), _LONGEST_EDGE_DEGREES), return_index=True
        )
        self._corners, self._starts = corners, np.flatnonzero(line[:-1] == line[1:])
        self._from, self._to = corners[self._starts], corners[self._starts + 1]
        west, south, east, north = union.bounds
        self.bounds = (west, south, east, north)
        self._centre = (west + east) / 2, (south + north) / 2
        self._reach = math.radians(max(east - west, north - south) / 2)
        self._known: dict[tuple[float, float], Measured] = {}

    # -- inside ---------------------------------------------------------------------------------------------

    def inside(self, latitudes: Floats, longitudes: Floats) -> Mask:
        """Whether each point is in a zone of the region; on its border it is."""
        found = np.zeros(len(latitudes), dtype=np.bool_)
        if not self.has_inside:
            return found
        near = _in_box(latitudes, longitudes, self.bounds)
        x, y = longitudes[near], latitudes[near]
        if len(near) < _FEW:
            shapely.prepare(self._zone)
            found[near] = shapely.intersects_xy(self._zone, x, y)
            return found
        if self._grid is None:
            self._grid = Grid([self._zone], len(near))
        for points, _ in self._grid.batches(x, y):
            found[near[points]] = True
        return found

    # -- distances, roughly ---------------------------------------------------------------------------------

    @cached_property
    def _forward(self) -> Proj:
        return around(self._centre[1], self._centre[0])

    @cached_property
    def _tree(self) -> shapely.STRtree:
        """The pieces of the border, projected."""
        corners = np.column_stack(self._forward(self._corners[:, 0], self._corners[:, 1]))
        return shapely.STRtree(
            shapely.linestrings(np.stack((corners[self._starts], corners[self._starts + 1]), axis=1))
        )

    def rough(self, latitudes: Floats, longitudes: Floats) -> tuple[Floats, Mask, Floats]:
        """Metres to the border, inside or not, and the largest error of the metres, for arrays of points."""
        distance, error, _ = self._projected(latitudes, longitudes)
        return distance, self.inside(latitudes, longitudes), error

    def _projected(self, latitudes: Floats, longitudes: Floats) -> tuple[Floats, Floats, Any]:
        """Metres to the border with their largest error (infinite where nothing is known), and the points."""
        x, y = self._forward(longitudes, latitudes)
        finite = np.isfinite(x) & np.isfinite(y)
        points = shapely.points(np.where(finite, x, 0.0), np.where(finite, y, 0.0))
        (asked, _), nearest = self._tree.query_nearest(points, return_distance=True, all_matches=False)
        distance = np.empty(len(points))
        distance[asked] = nearest
        # The tangential scale of the projection at an angle c from its centre is c / sin c (Snyder 1987, p. 191).
        angle = np.minimum(np.hypot(x, y) / _EARTH_M + self._reach, 1.5)
        error = distance * (angle / np.sin(np.maximum(angle, 1e-9)) - 1.0) * 2.0 + distance * 1e-6 + _CHORD_M
        far = np.degrees(angle) > _FAR_DEGREES + math.degrees(self._reach)
        return distance, np.where(far | ~finite, np.inf, error), points

    # -- distances, exactly ---------------------------------------------------------------------------------

    def exact(self, latitude: float, longitude: float) -> Measured:
        """Metres to the border along the geodesic, and inside or not, of one point."""
        known = self._known.get((latitude, longitude))
        if known is None:
            at = np.array([latitude]), np.array([longitude])
            known = Measured(float(self.geodesic(*at)[0]), bool(self.inside(*at)[0]))
            self._known[latitude, longitude] = known
        return known

    def geodesic(self, latitudes: Floats, longitudes: Floats) -> Floats:
        """Metres to the border along geodesics, to a decimetre.

        Asked of each piece of border that can be the nearest by what is roughly known.
        """
        distance, error, points = self._projected(latitudes, longitudes)
        found = np.full(len(latitudes), np.inf)
        near = np.flatnonzero(np.isfinite(error))
        for some in np.array_split(near, len(near) // 5_000 + 1):
            limit = distance[some] + 2 * error[some]
            asked, pieces = self._tree.query(points[some], predicate="dwithin", distance=limit)
            for rows in np.array_split(np.arange(len(asked)), len(asked) // _AT_ONCE + 1):
                at = some[asked[rows]]
                np.minimum.at(found, at, self._to_pieces(latitudes[at], longitudes[at], pieces[rows]))
        for index in np.flatnonzero(~np.isfinite(error)).tolist():
            found[index] = self._from_far(latitudes[index], longitudes[index])
        return found

    def _from_far(self, latitude: float, longitude: float) -> float:
        """For a point far away: of the pieces of border that begin nearest, no piece being longer than 6 km."""
        here = np.full(len(self._from), longitude), np.full(len(self._from), latitude)
        metres = _metres(here[1], here[0], self._from)
        pieces = np.flatnonzero(metres <= metres.min() + 12_000.0)
        if not len(pieces):
            return math.inf  # no place on the globe
        return float(self._to_pieces(here[1][pieces], here[0][pieces], pieces).min())

    def _to_pieces(self, latitudes: Floats, longitudes: Floats, pieces: npt.NDArray[Any]) -> Floats:
        """Geodesic metres from each point to a piece of border.

        Along so short a piece the square of the distance is a parabola, whose lowest point is found twice, the
        second time from near by.
        """
        start, step = self._from[pieces], self._to[pieces] - self._from[pieces]

        def at(share: Floats) -> Floats:
            return _metres(latitudes, longitudes, start + step * share[:, None])

        low, high = np.zeros(len(pieces)), np.ones(len(pieces))
        ends = np.minimum(at(low), at(high))
        for _ in range(2):
            middle = (low + high) / 2
            a, b, c = at(low) ** 2, at(middle) ** 2, at(high) ** 2
            bend = a - 2 * b + c
            lowest = middle + (high - low) / 4 * np.divide(a - c, bend, out=np.zeros_like(a), where=bend > 0)
            lowest = np.clip(lowest, 0.0, 1.0)
            low, high = np.maximum(lowest - 0.05, 0.0), np.minimum(lowest + 0.05, 1.0)
        return np.minimum(ends, at(lowest))

    # -- within so many metres ------------------------------------------------------------------------------

    def within(self, latitudes: Floats, longitudes: Floats, radius_m: Floats, metres: float) -> npt.NDArray[np.int8]:
        """Whether each true place lies within ``metres`` of the region (0: inside): 0 no, 1 can't tell, 2 yes.

        The true place lies within ``radius_m`` of the point. Only where a cheap answer's error could matter is
        a dearer one asked for.
        """
        found = np.zeros(len(latitudes), dtype=np.int8)
        precise = float(np.minimum(radius_m, _LARGEST_RADIUS_M).max(initial=0.0))
        box = self._box(metres + precise)
        if box is None:
            return self._within(latitudes, longitudes, radius_m, metres, None)
        near = np.union1d(_in_box(latitudes, longitudes, box), np.flatnonzero(radius_m > precise))
        if not len(near):
            return found
        found[near] = self._within(latitudes[near], longitudes[near], radius_m[near], metres, box)
        return found

    def _within(
        self, latitudes: Floats, longitudes: Floats, radius_m: Floats, metres: float, box: Box | None
    ) -> npt.NDArray[np.int8]:
        """The same of points in ``box``, beyond which all are too far, but for those whose radius is very large."""
        found = np.full(len(latitudes), -1, dtype=np.int8)
        inside = self.inside(latitudes, longitudes)
        sign = np.where(inside, -1.0, 1.0)

        def settle(rows: Rows, distance: Floats, error: Floats | float) -> Rows:
            """Notes what the error leaves no doubt about; returns the rest."""
            nearest = sign[rows] * distance - radius_m[rows]
            farthest = sign[rows] * distance + radius_m[rows]
            settled = (np.abs(nearest - metres) > error) & (np.abs(farthest - metres) > error)
            settled |= np.equal(error, 0.0)
            rank = np.where(farthest <= metres, 2, np.where(nearest > metres, 0, 1))
            found[rows[settled]] = rank[settled]
            return rows[~settled]

        rows = np.arange(len(latitudes))
        if box is not None and len(rows) >= _FEW:
            there = _in_box(latitudes, longitudes, box)
            at = latitudes[there], longitudes[there]
            found[there] = self._by_cell(*at, radius_m[there], metres, inside[there], box)
            rows = np.flatnonzero(found < 0)
        if len(rows):
            rows = settle(rows, *self._projected(latitudes[rows], longitudes[rows])[:2])
        if len(rows):
            settle(rows, self.geodesic(latitudes[rows], longitudes[rows]), 0.0)
        return found

    def _by_cell(
        self, latitudes: Floats, longitudes: Floats, radius_m: Floats, metres: float, inside: Mask, box: Box
    ) -> npt.NDArray[np.int8]:
        """What the cells of a raster leave no doubt about: the answer of each point in the box, else -1."""
        cells = Surroundings(self._from, self._to, box)

        def farther(than: Floats) -> Mask:
            return cells.farther(latitudes, longitudes, than)

        def nearer(than: Floats) -> Mask:
            return cells.nearer(latitudes, longitudes, than)

        yes = np.where(inside, farther(radius_m - metres), nearer(metres - radius_m))
        no = ~inside & farther(metres + radius_m)
        perhaps = np.where(inside, nearer(radius_m - metres), nearer(metres + radius_m) & farther(metres - radius_m))
        return np.select([yes, no, perhaps], [2, 0, 1], -1).astype(np.int8)

    def _box(self, metres: float) -> Box | None:
        """Degrees around the region beyond which all is farther than so many metres; ``None`` near a pole, or where
        they would go around the globe.
        """
        pad = metres * 1.05 + 100.0
        west, south, east, north = self.bounds
        south, north = south - pad / _DEGREE_M * 1.01, north + pad / _DEGREE_M * 1.01
        highest = max(abs(south), abs(north))
        aside = pad / _DEGREE_M / math.cos(math.radians(min(highest, 89.0)))
        west, east = west - aside, east + aside
        if highest > _HIGHEST_DEGREES or aside > _WIDEST_DEGREES or west < -180 or east > 180:
            return None
        return west, south, east, north


def _in_box(latitudes: Floats, longitudes: Floats, box: Box) -> Rows:
    """Which points lie in a box of degrees, its sides counted in."""
    west, south, east, north = box
    inside = (longitudes >= west) & (longitudes <= east) & (latitudes >= south) & (latitudes <= north)
    return np.flatnonzero(inside)


def _metres(latitudes: Floats, longitudes: Floats, corners: Floats) -> Floats:
    return np.asarray(wgs84().inv(longitudes, latitudes, corners[:, 0], corners[:, 1])[2], dtype=np.float64)
