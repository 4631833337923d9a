"""Distance and containment: points against lines and zones on the ellipsoid, in metres.

Inside or not is decided in degrees, where the edges of GeoJSON are straight, so exactly (:mod:`.grid`).
Distances have several answers, each dearer than the one before, and a point gets the dearer one only where the
error of the cheaper could matter: that of the cells around it (:mod:`.raster`), that of the balls around pieces of
border and the straight line in space (:mod:`.border`), with a bound for what the ground adds to it, and the geodesic
on WGS 84 (pyproj's ``Geod``; Karney 2013), to a decimetre.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon

from .border import Border, in_space
from .building import built
from .chart import Chart
from .ellipsoid import wgs84
from .grid import Grid
from .raster import Box, Surroundings

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
_EARTH_M = 6_371_000.0
_DEGREE_M = 111_320.0
"""A degree along the equator is at most so long."""
_LONGEST_EDGE_DEGREES = 0.05
"""Edges of GeoJSON are straight in longitude and latitude; longer ones are cut, so that the chord of a piece leaves it
by no more than 0.3 m to the side, L^2 sin(latitude) cos(latitude) / 8 R with L = 5.6 km, and 0.6 m below, L^2 / 8 R."""
_CHORD_M = 1.0
_FAR_M = 2_000_000.0
"""Beyond this what the ground adds to a straight line is no longer small: such points are measured along geodesics."""
LARGEST_RADIUS_M = 50_000.0
"""Points that are less precise are looked at wherever they are."""
_HIGHEST_DEGREES, _WIDEST_DEGREES = 80.0, 10.0
"""Cells of degrees tell distances as long as these stay small: radii, latitudes, and what is added east and west."""
_MANY = 10_000
"""For fewer points a grid, or a raster, costs more than it saves."""


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
    """Lines and zones taken together as one place: geometries of GeoJSON or shapely, longitude first, WGS 84.

    Several zones are united first, so that a point on the border between two of them is inside both.
    """

    def __init__(self, geometries: Sequence[Any]) -> None:
        shapes = [built(geometry) if isinstance(geometry, dict) else geometry for geometry in geometries]
        self._chart = Chart(shapes)
        parts = shapely.get_parts(self._chart.drawn)
        zones = [part for part in parts if part.geom_type == "Polygon"]
        self.has_inside = bool(zones)
        self._zone = MultiPolygon(zones)
        self._grid: Grid | None = None
        lines = [*shapely.get_rings(zones), *(part for part in parts if part.geom_type != "Polygon")]
        corners, line, begins = _edges(lines)
        if (np.hypot(*(corners[begins + 1] - corners[begins]).T) > _LONGEST_EDGE_DEGREES).any():
            corners, line, begins = _edges(shapely.segmentize(np.array(lines, dtype=object), _LONGEST_EDGE_DEGREES))
        begins = begins[~self._chart.is_rim(corners[begins], corners[begins + 1])]
        self._from, self._to = corners[begins], corners[begins + 1]
        self._border = Border(corners, begins, line[begins])
        west, south, east, north = self._chart.drawn.bounds
        self.bounds = (west, south, east, north)
        self._at_pole = [pole for pole in (-90.0, 90.0) if zones and pole in self._zone.bounds[1::2]]
        self._known: dict[tuple[float, float], Measured] = {}

    @property
    def drawn(self) -> Any:
        """All of it as one of shapely's, its longitudes as :meth:`charted` gives them."""
        return self._chart.drawn

    def charted(self, longitudes: Floats) -> Floats:
        """Longitudes as :attr:`bounds` and :meth:`box` count them, which may go on beyond 180 degrees."""
        return self._chart.longitudes(longitudes)

    # -- inside ---------------------------------------------------------------------------------------------

    def inside(self, latitudes: Floats, longitudes: Floats) -> Mask:
        """Whether each point is in a zone of the region; on its border it is."""
        found = np.zeros(len(latitudes), dtype=np.bool_)
        if not self.has_inside:
            return found
        for pole in self._at_pole:
            found[latitudes == pole] = True
        longitudes = self.charted(longitudes)
        near = _in_box(latitudes, longitudes, self.bounds)
        x, y = longitudes[near], latitudes[near]
        if len(near) < _MANY:
            shapely.prepare(self._zone)
            found[near] = shapely.intersects_xy(self._zone, x, y)
            return found
        if self._grid is None:
            self._grid = Grid([self._zone], len(near))
        for points, _ in self._grid.batches(x, y):
            found[near[points]] = True
        return found

    # -- distances, roughly ---------------------------------------------------------------------------------

    def rough(self, latitudes: Floats, longitudes: Floats) -> tuple[Floats, Floats]:
        """Metres along the ground to the border, for arrays of points: at least so many, and at most."""
        return _on_ground(self._border.metres(in_space(latitudes, longitudes)))

    def between(self, latitude: float, longitude: float) -> tuple[Measured, Measured]:
        """The least and the most that :meth:`exact` can say of one point."""
        at = np.array([latitude]), np.array([longitude])
        inside = bool(self.inside(*at)[0])
        least, most = (Measured(float(one[0]), inside) for one in self.rough(*at))
        return least, most

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
        points = in_space(latitudes, longitudes)
        most = _on_ground(self._border.metres(points))[1]
        found = np.full(len(latitudes), np.inf)
        near = np.flatnonzero(np.isfinite(most))
        for rows, pieces in self._border.near(points[:, near], most[near] + _CHORD_M):
            at = near[rows]
            np.minimum.at(found, at, self._to_pieces(latitudes[at], longitudes[at], pieces))
        for index in np.flatnonzero(~np.isfinite(most)).tolist():
            found[index] = self._from_far(latitudes[index], longitudes[index])
        return found

    def _from_far(self, latitude: float, longitude: float) -> float:
        """For a point far away: of the pieces of border that begin nearest, no piece being longer than 6 km."""
        here = np.full(len(self._from), longitude), np.full(len(self._from), latitude)
        metres = _metres(here[1], here[0], self._from)
        pieces = np.flatnonzero(metres <= metres.min(initial=np.inf) + 12_000.0)
        if not len(pieces):
            return math.inf  # no place on the globe, or no border
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
        longitudes = self.charted(longitudes)
        precise = float(np.minimum(radius_m, LARGEST_RADIUS_M).max(initial=0.0))
        box = self.box(metres + precise)
        if box is None:
            return self._within(latitudes, longitudes, radius_m, metres, None)
        near = np.union1d(_in_box(latitudes, longitudes, box), np.flatnonzero(radius_m > precise))
        if len(near):
            found[near] = self._within(latitudes[near], longitudes[near], radius_m[near], metres, box)
        return found

    def _within(
        self, latitudes: Floats, longitudes: Floats, radius_m: Floats, metres: float, box: Box | None
    ) -> npt.NDArray[np.int8]:
        """The same of points that are not too far, or too far for ``box``."""
        found = np.full(len(latitudes), -1, dtype=np.int8)
        inside = self.inside(latitudes, longitudes)

        def settle(rows: Rows, least: Floats, most: Floats) -> Rows:
            """Notes what distances between these to the border leave no doubt about; returns the rest."""
            low, high = np.where(inside[rows], -most, least), np.where(inside[rows], -least, most)
            radius = radius_m[rows]
            yes, no = high + radius <= metres, low - radius > metres
            perhaps = (high - radius <= metres) & (low + radius > metres)
            found[rows] = np.select([yes, no, perhaps], [2, 0, 1], -1)
            return rows[found[rows] < 0]

        rows = np.arange(len(latitudes))
        if box is not None and len(rows) >= _MANY:
            there = _in_box(latitudes, longitudes, box)
            at = latitudes[there], longitudes[there]
            found[there] = self._by_cell(*at, radius_m[there], metres, inside[there], box)
            rows = np.flatnonzero(found < 0)
        points = in_space(latitudes, longitudes)
        if len(rows):
            nearest, farthest = self._border.between(points[:, rows])
            rows = settle(rows, _on_ground(nearest)[0], _on_ground(farthest)[1])
        if len(rows):
            rows = settle(rows, *_on_ground(self._border.metres(points[:, rows])))
        if len(rows):
            distance = self.geodesic(latitudes[rows], longitudes[rows])
            settle(rows, distance, distance)
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

    def box(self, metres: float) -> Box | None:
        """Degrees around the region beyond which all is farther than so many metres; ``None`` near a pole, or where
        they would go around the globe.
        """
        pad = metres * 1.05 + 100.0
        west, south, east, north = self.bounds
        south, north = south - pad / _DEGREE_M * 1.01, north + pad / _DEGREE_M * 1.01
        highest = max(abs(south), abs(north))
        aside = pad / _DEGREE_M / math.cos(math.radians(min(highest, 89.0)))
        west, east = west - aside, east + aside
        beyond = west < self._chart.west or east > self._chart.east
        if highest > _HIGHEST_DEGREES or aside > _WIDEST_DEGREES or beyond:
            return None
        return west, south, east, north


def _edges(lines: Sequence[Any]) -> tuple[Floats, Rows, Rows]:
    """The corners of lines, the number of the line of each, and the corners with which an edge begins."""
    corners, line = shapely.get_coordinates(lines, return_index=True)
    return corners, line, np.flatnonzero(line[:-1] == line[1:])


def _in_box(latitudes: Floats, longitudes: Floats, box: Box) -> Rows:
    """Which points lie in a box of degrees, its sides counted in."""
    west, south, east, north = box
    inside = (longitudes >= west) & (longitudes <= east) & (latitudes >= south) & (latitudes <= north)
    return np.flatnonzero(inside)


def _metres(latitudes: Floats, longitudes: Floats, corners: Floats) -> Floats:
    return np.asarray(wgs84().inv(longitudes, latitudes, corners[:, 0], corners[:, 1])[2], dtype=np.float64)


def _on_ground(straight: Floats) -> tuple[Floats, Floats]:
    """Metres along the ground, at least and at most, to a border that is so far in a straight line.

    What the ground adds is what it adds on a ball, to a tenth, for WGS 84 is bent by no more than a hundredth
    otherwise. Where the straight line is long there is no most.
    """
    distance = 2 * _EARTH_M * np.arcsin(np.minimum(straight / (2 * _EARTH_M), 1.0))
    error = (distance - straight) / 10 + distance * 1e-6 + _CHORD_M
    far = straight > _FAR_M
    return np.where(far, straight - _CHORD_M, distance - error), np.where(far, np.inf, distance + error)
