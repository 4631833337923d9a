"""Distance and containment: points against lines and zones on the ellipsoid, in metres.

A first answer for many points at once comes from one azimuthal equidistant projection centred on
the shape; its error is bounded. Where that error could matter, and wherever a distance is told to
a reader, the answer comes from a projection centred on the point itself, in which distances from
the point are geodesic (WGS 84).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Proj
from shapely.geometry import GeometryCollection, MultiPolygon
from shapely.geometry import shape as to_shapely

Floats = npt.NDArray[np.float64]

_EARTH_M = 6_371_000.0
_LONGEST_EDGE_DEGREES = 0.25
"""Edges of GeoJSON are straight in longitude and latitude; longer ones are cut so that they stay so projected."""
_ROUGH_M = 25.0
"""The outline that the rough answer is measured from may stray this far from the true one."""
_FAR_DEGREES = 15.0
"""Beyond this the rough projection's error is no longer small: such points are measured exactly."""


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
        union = shapely.union_all([to_shapely(geometry) for geometry in geometries])
        self._degrees = shapely.segmentize(union, _LONGEST_EDGE_DEGREES)
        areas = [part for part in shapely.get_parts(self._degrees) if part.geom_type == "Polygon"]
        self.has_inside = bool(areas)
        west, south, east, north = self._degrees.bounds
        self._longitude, self._latitude = (west + east) / 2, (south + north) / 2
        self._reach = max(east - west, north - south) / 2
        self._forward = _projection(self._latitude, self._longitude)
        edge, self._area = _projected(self._degrees, self._forward)
        self._outline = shapely.simplify(edge, _ROUGH_M, preserve_topology=False)
        self._exact: dict[tuple[float, float], Measured] = {}

    def rough(self, latitudes: Floats, longitudes: Floats) -> tuple[Floats, npt.NDArray[np.bool_], Floats]:
        """Metres to the border, inside or not, and the largest error of the metres, for arrays of points."""
        x, y = self._forward(longitudes, latitudes)
        finite = np.isfinite(x) & np.isfinite(y)
        points = shapely.points(np.where(finite, x, 0.0), np.where(finite, y, 0.0))
        distance = np.asarray(shapely.distance(points, self._outline), dtype=np.float64)
        inside = np.asarray(shapely.contains(self._area, points), dtype=np.bool_)
        # The tangential scale of the projection at an angle c from its centre is c / sin c (Snyder 1987, p. 191).
        angle = np.minimum(np.hypot(x, y) / _EARTH_M + math.radians(self._reach), 1.5)
        error = distance * (angle / np.sin(np.maximum(angle, 1e-9)) - 1.0) * 2.0 + 2 * _ROUGH_M
        far = np.degrees(angle) > _FAR_DEGREES + self._reach
        return distance, inside, np.where(far | ~finite, np.inf, error)

    def exact(self, latitude: float, longitude: float) -> Measured:
        """Metres to the border along the geodesic, to about a metre for edges up to a few hundred kilometres."""
        known = self._exact.get((latitude, longitude))
        if known is None:
            edge, area = _projected(self._degrees, _projection(latitude, longitude))
            here = shapely.points(0.0, 0.0)
            known = Measured(float(shapely.distance(here, edge)), bool(shapely.intersects(area, here)))
            self._exact[latitude, longitude] = known
        return known


def _projection(latitude: float, longitude: float) -> Proj:
    return Proj(proj="aeqd", lat_0=latitude, lon_0=longitude, ellps="WGS84")


def _projected(degrees: Any, forward: Proj) -> tuple[Any, Any]:
    """The projected border (lines as they are) and the projected areas."""

    def project(coordinates: Floats) -> Floats:
        return np.column_stack(forward(coordinates[:, 0], coordinates[:, 1]))

    whole = shapely.transform(degrees, project)
    parts = shapely.get_parts(whole)
    areas = MultiPolygon([part for part in parts if part.geom_type == "Polygon"])
    edge = GeometryCollection([part.boundary if part.geom_type == "Polygon" else part for part in parts])
    shapely.prepare(areas)
    return edge, areas
