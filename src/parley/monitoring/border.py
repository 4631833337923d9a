"""A border in space: how far points of WGS 84 are from it in a straight line, whatever the projection would be.

Pieces of border are short, so that a straight line through the earth between two places next to one another differs
from the way along the ground by less than anybody measures, and by a known amount where they are farther apart. Pieces
that follow one another lie in a ball; nearly all of them are passed over by the distance of their ball alone (the
bounding volumes of Rubin and Whitted, "A 3-Dimensional Representation for Fast Rendering of Complex Scenes",
SIGGRAPH 1980).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

_WIDE_M, _SQUARED_ECCENTRICITY = 6_378_137.0, 6.69437999014e-3
"""Of WGS 84: the radius of the equator, and by how much a meridian is no circle."""
_FEWEST_IN_BALL = 4
_ROUNDED_M = 1.0
"""Distances of balls are taken to be exact to this: the squares of long ones lose their last digits."""
_AT_ONCE = 100_000
"""Pairs of a point and a ball, or a piece, that are looked at together, so that they stay near the processor."""


def in_space(latitudes: Floats, longitudes: Floats) -> Floats:
    """Metres from the centre of the earth, in three rows: to 0 and to 90 degrees east on the equator, to the pole."""
    north, east = np.radians(latitudes), np.radians(longitudes)
    up, out = np.sin(north), np.cos(north)
    normal = _WIDE_M / np.sqrt(1 - _SQUARED_ECCENTRICITY * up**2)
    return np.stack(
        (normal * out * np.cos(east), normal * out * np.sin(east), normal * (1 - _SQUARED_ECCENTRICITY) * up)
    )


class Border:
    """Pieces of border, each from one of ``corners`` (rows of longitude and latitude) to the one after it.

    ``begins`` are the corners with which pieces begin, ``line`` numbers the line of each piece. All metres are
    straight, through the earth; points are those of :func:`in_space`. A border without pieces is endlessly far away.
    """

    def __init__(self, corners: Floats, begins: Rows, line: npt.NDArray[Any]) -> None:
        places = in_space(corners[:, 1], corners[:, 0])
        self._from = places[:, begins]
        to = places[:, begins + 1]
        self._step = to - self._from
        self._square = np.maximum(_squared(self._step), 1e-12)
        opens = np.flatnonzero(np.diff(line, prepend=-1))
        in_line = np.arange(len(line)) - np.repeat(opens, np.diff(opens, append=len(line)))
        self._in_ball = max(_FEWEST_IN_BALL, math.isqrt(len(line)) // 2)  # about as many balls as pieces to look at
        self._first = np.flatnonzero(in_line % self._in_ball == 0)
        self._count = np.diff(self._first, append=len(line))
        low = np.minimum.reduceat(np.minimum(self._from, to), self._first, axis=1)
        high = np.maximum.reduceat(np.maximum(self._from, to), self._first, axis=1)
        self._middle = low.sum(axis=1, keepdims=True) / max(low.shape[1], 1)
        self._centre = (low + high) / 2 - self._middle
        self._radius = np.sqrt(_squared(high - low)) / 2 + _ROUNDED_M

    def between(self, points: Floats) -> tuple[Floats, Floats]:
        """What the balls alone tell of the metres from each point to the border: the least and the most."""
        found = np.full((2, points.shape[1]), np.inf)
        for rows, gaps in self._gaps(points):
            found[0, rows], found[1, rows] = (gaps - self._radius).min(axis=1), (gaps + self._radius).min(axis=1)
        return np.maximum(found[0], 0.0), found[1]

    def metres(self, points: Floats) -> Floats:
        """From each point to the border."""
        found = np.full(points.shape[1], np.inf)
        for rows, gaps in self._gaps(points):
            here = points[:, rows]
            near = np.arange(len(gaps)), gaps.argmin(axis=1)
            least = np.full(len(gaps), np.inf)
            for at, _, metres in self._pairs(here, *near):
                np.minimum.at(least, at, metres)
            others = gaps - self._radius < least[:, None]
            others[near] = False
            for at, _, metres in self._pairs(here, *np.nonzero(others)):
                np.minimum.at(least, at, metres)
            found[rows] = least
        return found

    def near(self, points: Floats, metres: Floats) -> Iterator[tuple[Rows, Rows]]:
        """Pairs of a point and a piece that is at most so many metres from it, by number, some after others."""
        for rows, gaps in self._gaps(points):
            balls = np.nonzero(gaps - self._radius <= metres[rows, None])
            for at, pieces, far in self._pairs(points[:, rows], *balls):
                kept = far <= metres[rows[at]]
                yield rows[at[kept]], pieces[kept]

    def _gaps(self, points: Floats) -> Iterator[tuple[Rows, Floats]]:
        """From each point to the middle of each ball, some points after others."""
        if not len(self._radius):
            return
        points, number = points - self._middle, points.shape[1]
        for rows in _parts(number, number * len(self._radius)):
            here = points[:, rows]
            squares = (-2 * here).T @ self._centre
            squares += _squared(here)[:, None]
            squares += _squared(self._centre)
            yield rows, np.sqrt(np.maximum(squares, 0.0, out=squares), out=squares)

    def _pairs(self, points: Floats, near: Rows, balls: Rows) -> Iterator[tuple[Rows, Rows, Floats]]:
        """Each of these points with each piece of its ball, by number, and the metres between the two."""
        for some in _parts(len(near), len(near) * self._in_ball):
            count = self._count[balls[some]]
            shift = self._first[balls[some]] - (np.cumsum(count) - count)
            pieces = np.arange(int(count.sum())) + np.repeat(shift, count)
            at = np.repeat(near[some], count)
            off, step = points[:, at] - self._from[:, pieces], self._step[:, pieces]
            share = np.clip((off * step).sum(axis=0) / self._square[pieces], 0.0, 1.0)
            yield at, pieces, np.sqrt(_squared(off - step * share))


def _squared(axes: Floats) -> Floats:
    return np.asarray((axes * axes).sum(axis=0))


def _parts(number: int, work: int) -> list[Rows]:
    """The numbers from nought on in so many parts that none of them is much work."""
    numbers = np.arange(number)
    return np.array_split(numbers, work // _AT_ONCE + 1) if work >= _AT_ONCE else [numbers]
