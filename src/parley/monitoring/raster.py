"""The cells of a raster that a border touches, and what they tell of how far the border is without measuring."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Cells = npt.NDArray[np.int64]
Box = tuple[float, float, float, float]
"""West, south, east and north."""
Axes = tuple[Floats, Floats]
"""Of places: eastward and northward."""

_SLACK = 1e-7
"""In cells: borders are taken to reach so much further, for cutting an edge rounds."""
_EDGES_AT_ONCE = 200_000
_SIDE = 256
"""Cells along one side of the raster around a border."""
_EAST_M, _NORTH_M = (111_319.0, 111_321.0), (110_574.0, 111_695.0)
"""The least and the most that a degree of WGS 84 measures, along the equator and along a meridian."""
_ROUNDED_M = 1.0


def touched(begins: Axes, ends: Axes, shape: tuple[int, int]) -> Mask:
    """Which cells edges touch, or come within a cell of: rows northward, columns eastward, as many as ``shape`` has.

    Places are in cells from the south-western corner; what lies beyond the raster counts to its rim. Edges are cut
    into pieces no longer than a cell, each of which counts to all cells of its box, four at most.
    """
    found = np.zeros(shape, dtype=np.bool_)
    for start in range(0, len(begins[0]), _EDGES_AT_ONCE):
        some = slice(start, start + _EDGES_AT_ONCE)
        sides = [(begin[some], end[some]) for begin, end in zip(begins, ends, strict=True)]
        _mark(found, *(_cells(*side, cells) for side, cells in zip(_pieces(sides), shape[::-1], strict=True)))
    return found


def _pieces(sides: list[Axes]) -> list[Axes]:
    """The edges, those longer than a cell cut into pieces: where each begins and ends along each axis."""
    steps = [end - begin for begin, end in sides]
    pieces = np.ceil(np.maximum(np.abs(steps[0]), np.abs(steps[1]))).astype(np.int64)
    long = np.flatnonzero(pieces > 1)
    if not len(long):
        return sides
    pieces, short = pieces[long], np.flatnonzero(pieces <= 1)
    edge = np.repeat(np.arange(len(long)), pieces)
    number = np.arange(len(edge)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    begun, ended = number / pieces[edge], (number + 1) / pieces[edge]
    found = []
    for (begin, end), step in zip(sides, steps, strict=True):
        start, length = begin[long][edge], step[long][edge]
        one, other = start + length * begun, start + length * ended
        found.append((np.concatenate((begin[short], one)), np.concatenate((end[short], other))))
    return found


def _cells(begins: Floats, ends: Floats, most: int) -> tuple[Cells, Cells]:
    """Along an axis of so many cells the first and the last one that each piece can touch."""
    return _clipped(np.minimum(begins, ends) - _SLACK, most), _clipped(np.maximum(begins, ends) + _SLACK, most)


def _mark(found: Mask, across: tuple[Cells, Cells], along: tuple[Cells, Cells]) -> None:
    """Notes the cells of each piece's box, by their first and last columns and rows; most boxes are one cell."""
    (left, right), (low, high) = across, along
    found[low, left] = True
    wide = np.flatnonzero((left != right) | (low != high))
    for columns in (left[wide], right[wide]):
        for rows in (low[wide], high[wide]):
            found[rows, columns] = True


def _clipped(at: Floats, cells: int) -> Cells:
    """The cells of places along an axis; what lies beyond it counts to its ends."""
    return np.clip(at, 0, cells - 1).astype(np.int64)


class Surroundings:
    """A raster around a border: where it is surely farther, and where surely nearer, than so many metres.

    ``begins`` and ``ends`` are the ends of the border's edges as rows of longitude and latitude, ``box`` degrees that
    hold them all, not near a pole and not around the globe. How many cells of a rectangle are border is the sum of
    four numbers (Crow, "Summed-Area Tables for Texture Mapping", SIGGRAPH 1984), so that each question costs the same.
    """

    def __init__(self, begins: Any, ends: Any, box: Box) -> None:
        self._west, self._south, east, north = box
        self._wide, self._high = (east - self._west) / _SIDE, (north - self._south) / _SIDE
        border = touched(self._axes(begins[:, 0], begins[:, 1]), self._axes(ends[:, 0], ends[:, 1]), (_SIDE, _SIDE))
        self._sums = np.zeros((_SIDE + 1, _SIDE + 1), dtype=np.int64)
        self._sums[1:, 1:] = border.cumsum(axis=0).cumsum(axis=1)
        parallels = abs(self._south), abs(north)
        least = math.cos(math.radians(max(parallels)))
        most = 1.0 if self._south <= 0 <= north else math.cos(math.radians(min(parallels)))
        self._least_m = self._wide * _EAST_M[0] * least / 1.002, self._high * _NORTH_M[0] / 1.002
        self._most_m = math.hypot(self._wide * _EAST_M[1] * most, self._high * _NORTH_M[1]) * 1.002

    def _axes(self, longitudes: Floats, latitudes: Floats) -> Axes:
        return (longitudes - self._west) / self._wide, (latitudes - self._south) / self._high

    def farther(self, latitudes: Floats, longitudes: Floats, metres: Floats) -> Mask:
        """Where the border is surely farther from points in the box than so many metres, which may be negative."""
        reach = np.maximum(metres, 0.0) + _ROUNDED_M
        columns, rows = (np.minimum(reach / least, _SIDE).astype(np.int64) + 1 for least in self._least_m)
        found: Mask = (metres < 0) | (self._within(latitudes, longitudes, columns, rows) == 0)
        return found

    def nearer(self, latitudes: Floats, longitudes: Floats, metres: Floats) -> Mask:
        """Where the border is surely nearer to points in the box than so many metres."""
        reach = np.clip((metres - _ROUNDED_M) / self._most_m, 0, _SIDE).astype(np.int64) - 2
        found = self._within(latitudes, longitudes, np.maximum(reach, 0), np.maximum(reach, 0)) > 0
        return found & (reach >= 0)

    def _within(self, latitudes: Floats, longitudes: Floats, columns: Cells, rows: Cells) -> Cells:
        """How many cells of the border are at most so many columns and rows away from the cell of each point."""
        x, y = (_clipped(at, _SIDE) for at in self._axes(longitudes, latitudes))
        left, right = np.maximum(x - columns, 0), np.minimum(x + columns + 1, _SIDE)
        low, high = np.maximum(y - rows, 0), np.minimum(y + rows + 1, _SIDE)
        sums = self._sums
        counted: Cells = sums[high, right] - sums[low, right] - sums[high, left] + sums[low, left]
        return counted
