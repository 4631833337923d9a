"""Drawings that run across the 180th meridian or around a pole, cut at the meridian as RFC 7946 (section 3.1.9) asks.

People write such drawings in several ways: from 179 to -179, from 179 to 181, around a pole without going to it, or
with an edge along it. All come out as the same pieces between -180 and 180.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

Flat = npt.NDArray[np.float64]
"""Positions as rows of longitude and latitude."""
_DECIMALS = 12
"""Degrees are rounded to so many, a tenth of a micrometre, so that a turn there and back changes nothing."""


class Unsound(ValueError):
    """A drawing that has no one reading; the message is the problem, as the end of a sentence."""


def runs_across(positions: Flat) -> bool:
    """Whether a ring or a line has to be cut: it counts on beyond 180 degrees, or steps over half the globe."""
    longitudes = positions[:, 0]
    return bool((np.abs(longitudes) > 180).any() or (np.abs(np.diff(longitudes)) > 180).any())


def cut_lines(lines: Sequence[Flat]) -> Any:
    """Lines, rows of longitude and latitude each, between -180 and 180; edges go the shorter way around the globe."""
    found = []
    for line in lines:
        positions = _with_corners(_unwound(line))
        middles = (positions[:-1, 0] + positions[1:, 0]) / 2
        turns = np.floor((middles + 180) / 360)
        limits = [0, *(np.flatnonzero(np.diff(turns)) + 1).tolist(), len(turns)]
        for begin, end in pairwise(limits):
            found.append(_turned_back(shapely.linestrings(positions[begin : end + 1]), turns[begin]))
    return found[0] if len(found) == 1 else shapely.multilinestrings(found)


def cut_zones(polygons: Sequence[Sequence[Flat]]) -> Any:
    """Polygons, each a closed ring and the rings of its holes, between -180 and 180.

    Edges go the shorter way around the globe. A ring around a pole holds the pole that it touches or, else, that of
    the half of the globe in which it lies. Raises :class:`Unsound` for a ring that crosses itself or reaches over the
    equator on its way around, and for holes that lie over their polygon's border or over one another.
    """
    return _united([_zone(rings) for rings in polygons])


def _zone(rings: Sequence[Flat]) -> Any:
    outer, *holes = map(_filled, rings)
    for hole in holes:
        if not shapely.covers(outer, hole):
            raise Unsound("it has a hole that lies over its border or over another hole")
        outer = shapely.difference(outer, hole)
    return outer


def _filled(ring: Flat) -> Any:
    """All that a closed ring holds, cut."""
    whole = shapely.polygons(_with_corners(_closed(_unwound(ring))))
    if whole.area == 0 and np.abs(ring[:, 0]).max() <= 180:
        whole = shapely.polygons(ring)  # a belt around the globe, whose long edges mean what they say
    if not shapely.is_valid(whole):
        raise Unsound(f"it is no sound Polygon ({shapely.is_valid_reason(whole)}, longitude first)")
    return _pieces(whole)


def _unwound(positions: Flat) -> Flat:
    """The same positions with longitudes that count on, so that no edge is longer than half a turn."""
    longitudes = np.round(positions[:, 0], _DECIMALS)
    turns = np.rint(np.diff(longitudes) / 360)  # of exactly half a turn none: it goes as it is written
    return np.column_stack((longitudes - 360 * np.append(0, np.cumsum(turns)), positions[:, 1]))


def _closed(ring: Flat) -> Flat:
    """A ring that counted on around the globe, closed over the pole that it holds."""
    turn = ring[-1, 0] - ring[0, 0]
    if turn == 0:
        return ring
    if abs(turn) > 360:
        raise Unsound("it has a border that goes around the globe more than once")
    touched = np.flatnonzero(np.abs(ring[:, 1]) == 90)
    if len(touched):  # a step along the pole goes nowhere, and so takes up the turn
        there = int(touched[0])
        after = ring[there + 1 :] - (turn, 0.0)
        along = there + 1 < len(ring) and abs(ring[there + 1, 1]) == 90
        again = ring[there : there + (0 if along else 1)] - (turn, 0.0)
        return np.concatenate((ring[: there + 1], again, after))
    if (ring[:, 1] < 0).any() and (ring[:, 1] > 0).any():
        raise Unsound("it has a border around the globe, on both sides of the equator, so that it may hold either pole")
    pole = math.copysign(90.0, ring[:, 1].sum())
    return np.concatenate((ring, [(ring[-1, 0], pole), (ring[0, 0], pole), ring[0]]))


def _with_corners(positions: Flat) -> Flat:
    """The positions and, between them, those where an edge crosses 180 degrees or what is a turn or two from there.

    Corners stay where they are when something is cut there, and so what lies on either side fits.
    """
    strips = (positions[:, 0] + 180) / 360
    low, high = np.minimum(strips[:-1], strips[1:]), np.maximum(strips[:-1], strips[1:])
    added: list[tuple[int, Flat]] = []
    for place in np.flatnonzero(np.floor(low) + 1 < high).tolist():
        begin, end = positions[place], positions[place + 1]
        seams = 360 * np.arange(math.floor(low[place]) + 1, math.ceil(high[place])) - 180.0
        if begin[0] > end[0]:
            seams = seams[::-1]
        at = begin[1] + (end[1] - begin[1]) / (end[0] - begin[0]) * (seams - begin[0])
        added += [(place + 1, corner) for corner in np.column_stack((seams, at))]
    if not added:
        return positions
    places, corners = zip(*added, strict=True)
    return np.insert(positions, places, corners, axis=0)


def _pieces(drawn: Any) -> Any:
    """A polygon whose longitudes count on, between -180 and 180."""
    west, _, east, _ = drawn.bounds
    found = []
    for turn in range(math.floor((west + 180) / 360), math.ceil((east + 180) / 360)):
        part = shapely.intersection(drawn, shapely.box(360 * turn - 180, -90, 360 * turn + 180, 90))
        found += [_turned_back(one, turn) for one in shapely.get_parts(part) if one.geom_type == "Polygon"]
    return _united(found)


def _turned_back(drawn: Any, turn: float) -> Any:
    def back(rows: Flat) -> Flat:
        return np.column_stack((np.round(rows[:, 0] - 360 * turn, _DECIMALS), rows[:, 1]))

    return shapely.transform(drawn, back)


def _united(parts: Sequence[Any]) -> Any:
    """The parts as one; zones that lie over one another are refused."""
    whole, areas = shapely.union_all(parts), float(shapely.area(parts).sum())
    if areas > whole.area * (1 + 1e-9):
        raise Unsound("it has parts that lie over one another")
    return whole
