"""GeoJSON geometries as shapely's, from arrays instead of one position after another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape

Flat = npt.NDArray[np.float64]
"""Positions as rows of two numbers."""
_NONE: Mapping[int, Flat] = MappingProxyType({})


def built(geometry: dict[str, Any], flat: Mapping[int, Flat] = _NONE) -> Any:
    """As :func:`shapely.geometry.shape`; positions have to be those of a geometry that was checked.

    ``flat`` has the positions of rings that were laid out before (:func:`plain`), by the ring's ``id``.
    """
    kind, coordinates = geometry["type"], geometry["coordinates"]
    try:
        if kind == "Polygon":
            return _polygon(coordinates, flat)
        if kind == "MultiPolygon":
            return shapely.multipolygons([_polygon(rings, flat) for rings in coordinates])
    except ValueError:  # positions with heights, on some or on all
        return shape(geometry)
    return shape(geometry)


def _polygon(rings: list[Any], flat: Mapping[int, Flat]) -> Any:
    known = (flat.get(id(ring)) for ring in rings)
    laid = (_flat(ring) if at is None else at for ring, at in zip(rings, known, strict=True))
    outer, *holes = map(shapely.linearrings, laid)
    return shapely.polygons(outer, holes=holes or None)


def _flat(positions: list[Any]) -> Flat:
    if set(map(len, positions)) != {2}:
        raise ValueError("heights are left to shapely")
    return np.fromiter(chain.from_iterable(positions), np.float64, 2 * len(positions)).reshape(-1, 2)


def plain(positions: list[Any]) -> Flat | None:
    """The positions in rows, if all are two numbers on the globe, none of them half around it from the one before.

    Others may be sound all the same, with heights for one: they have to be looked at one by one.
    """
    if set(map(type, positions)) != {list} or set(map(len, positions)) != {2}:
        return None
    if not set(map(type, chain.from_iterable(positions))) <= {int, float}:
        return None
    try:
        at = _flat(positions)
    except OverflowError:  # a whole number of hundreds of digits
        return None
    longitudes, latitudes = at[:, 0], at[:, 1]
    on_globe = np.abs(longitudes).max() <= 180 and np.abs(latitudes).max() <= 90
    return at if on_globe and (np.abs(np.diff(longitudes)) <= 180).all() else None
