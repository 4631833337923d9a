"""GeoJSON geometries as shapely's, from arrays instead of one position after another."""

from __future__ import annotations

from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape

_LARGEST_DEGREES = np.array([180.0, 90.0])


def built(geometry: dict[str, Any]) -> Any:
    """As :func:`shapely.geometry.shape`; positions have to be those of a geometry that was checked."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    try:
        if kind == "Polygon":
            return _polygon(coordinates)
        if kind == "MultiPolygon":
            return shapely.multipolygons([_polygon(rings) for rings in coordinates])
    except ValueError:  # positions with heights, on some or on all
        return shape(geometry)
    return shape(geometry)


def _polygon(rings: list[Any]) -> Any:
    outer, *holes = (shapely.linearrings(_flat(ring)) for ring in rings)
    return shapely.polygons(outer, holes=holes or None)


def _flat(positions: list[Any]) -> npt.NDArray[np.float64]:
    if set(map(len, positions)) != {2}:
        raise ValueError("heights are left to shapely")
    return np.fromiter(chain.from_iterable(positions), np.float64, 2 * len(positions)).reshape(-1, 2)


def are_plain(positions: list[Any]) -> bool:
    """Whether all are rows of two numbers on the globe, none of them half around it from the one before.

    What is not may be sound all the same, with heights for one: it has to be looked at one by one.
    """
    if set(map(type, positions)) != {list} or set(map(len, positions)) != {2}:
        return False
    if not set(map(type, chain.from_iterable(positions))) <= {int, float}:
        return False
    try:
        at = _flat(positions)
    except OverflowError:  # a whole number of hundreds of digits
        return False
    return bool((np.abs(at) <= _LARGEST_DEGREES).all() and (np.abs(np.diff(at[:, 0])) <= 180).all())
