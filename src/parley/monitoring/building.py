"""GeoJSON geometries as shapely's, from arrays instead of one position after another."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape

from parley.model.crowding import FEW_CORNERS, sides_beside

Flat = npt.NDArray[np.float64]
"""Positions as rows of two numbers."""
_NONE: Mapping[int, Flat] = MappingProxyType({})
_THREADS = 2
MOST_BESIDE = 250_000_000
"""Pairs of sides that may lie beside one another in one file: looking at each takes some 15 nanoseconds."""
_CORNERS_AT_ONCE = 50_000


class Drawn(list[Any]):
    """Coordinates that keep the geometry that was built of them, so that nobody builds it again."""

    def __init__(self, coordinates: list[Any], geometry: Any) -> None:
        super().__init__(coordinates)
        self.geometry = geometry


def built(geometry: dict[str, Any], flat: Mapping[int, Flat] = _NONE) -> Any:
    """As :func:`shapely.geometry.shape`; positions have to be those of a geometry that was checked.

    ``flat`` has the positions of rings that were laid out before (:func:`plain`), by the ring's ``id``.
    """
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if isinstance(coordinates, Drawn):
        return coordinates.geometry
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


def in_rows(positions: list[Any]) -> Flat:
    """Positions that were checked, heights left out, as rows of longitude and latitude."""
    return np.array([position[:2] for position in positions], dtype=np.float64)


def plain(positions: list[Any]) -> Flat | None:
    """The positions in rows, if all are two numbers on the globe, none of them half around it from the one before.

    They are as JSON has them. Others may be sound all the same, with heights for one: they have to be looked at one
    by one.
    """
    try:
        if set(map(len, positions)) != {2}:
            return None
        numbers = list(chain.from_iterable(positions))
        at = np.frombuffer(struct.pack(f"{len(numbers)}d", *numbers)).reshape(-1, 2)
    except (TypeError, struct.error, OverflowError):  # no rows, no numbers, a whole number of hundreds of digits
        return None
    if ((at == 0) | (at == 1)).any() and bool in map(type, numbers):  # which a false and a true are packed as
        return None
    longitudes, latitudes = at[:, 0], at[:, 1]
    on_globe = np.abs(longitudes).max() <= 180 and np.abs(latitudes).max() <= 90
    return at if on_globe and (np.abs(np.diff(longitudes)) <= 180).all() else None


def faults(geometries: Iterable[Any]) -> list[tuple[str, str] | None]:
    """What is wrong with each, and the mend: a border that crosses another or itself, or so many sides beside one
    another that nobody can look for that in good time.

    Many are looked through while the next are made.
    """
    with ThreadPoolExecutor(_THREADS) as threads:
        asked = [(some, threads.submit(shapely.is_valid, some)) for some in _some(_bounded(geometries))]
        return [
            None if is_sound else _fault(one)
            for some, answers in asked
            for one, is_sound in zip(some, answers.result(), strict=True)
        ]


def _fault(geometry: Any) -> tuple[str, str]:
    if geometry is None:
        problem = "its sides lie beside one another in too many places to find out in good time whether they cross"
        return problem, "simplify it"
    why = shapely.is_valid_reason(geometry)
    return f"it is no sound {geometry.geom_type} ({why}, longitude first)", "untangle it at that place"


def _bounded(geometries: Iterable[Any]) -> Iterator[Any]:
    """The geometries, with ``None``, which is never sound, for each that takes too long to be looked through."""
    left = MOST_BESIDE
    for one in geometries:
        corners = shapely.get_num_coordinates(one)
        beside = sides_beside(shapely.get_coordinates(one)) if corners > FEW_CORNERS else 0
        looked_through = beside <= left
        left -= beside if looked_through else 0
        yield one if looked_through else None


def _some(geometries: Iterable[Any]) -> Iterator[npt.NDArray[np.object_]]:
    """As many at a time as have so many corners that a thread is worth its turns."""
    waiting: list[Any] = []
    corners = 0
    for one in geometries:
        waiting.append(one)
        corners += 0 if one is None else shapely.get_num_coordinates(one)
        if corners >= _CORNERS_AT_ONCE:
            yield np.array(waiting, dtype=np.object_)
            waiting, corners = [], 0
    yield np.array(waiting, dtype=np.object_)
