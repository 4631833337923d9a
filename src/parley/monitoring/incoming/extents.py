"""Lines and areas as places: the point in their middle, and the radius that covers all of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ..ellipsoid import wgs84
from .mgrs import Placed

EXTENT = "extent_m"
"""The column beside ``latitude`` and ``longitude`` that says how far a line or an area reaches from its middle."""


def covering(geometry: dict[str, Any]) -> Placed | None:
    """The circle around all corners of a GeoJSON geometry; ``None`` where it has none.

    Raises ``ValueError`` for what is no geometry, or on no globe.
    """
    try:
        corners = np.array(list(_corners(geometry)), dtype=np.float64).reshape(-1, 2)
    except (TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError("it is no geometry") from error
    if not len(corners):
        return None
    if not (np.abs(corners) <= (180.0, 90.0)).all():
        raise ValueError("a corner lies on no globe")
    longitudes, latitudes = corners.T
    if np.ptp(longitudes) > 180:  # the shorter way round is across the 180th meridian
        longitudes = longitudes % 360
    east, north = (float((axis.min() + axis.max()) / 2) for axis in (longitudes, latitudes))
    east = (east + 180) % 360 - 180
    same = np.ones(len(corners))
    _, _, metres = wgs84().inv(east * same, north * same, longitudes, latitudes)
    return Placed(round(north, 7), round(east, 7), float(math.ceil(metres.max())))


def _corners(geometry: dict[str, Any]) -> Iterator[tuple[float, float]]:
    for one in geometry.get("geometries") or ():
        yield from _corners(one)
    yield from _pairs(geometry.get("coordinates") or ())


def _pairs(nested: Sequence[Any]) -> Iterator[tuple[float, float]]:
    """Longitude and latitude of each position in lists of any depth."""
    if nested and not isinstance(nested[0], list):
        yield float(nested[0]), float(nested[1])
        return
    for one in nested:
        yield from _pairs(one)
