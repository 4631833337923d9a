"""From degrees to a picture: the projection, what it gets wrong, its graticule and its scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyproj import Geod

Point = tuple[float, float]
"""Longitude before latitude, or x before y."""

_ROOM = 2.0
"""Degrees around what is drawn that are always near it."""
_ALL_AROUND = 60.0
"""Where no two neighbours are so many degrees of longitude apart, a drawing goes around the globe."""
_STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 45.0)


@dataclass(frozen=True)
class Projection:
    """Equirectangular about the middle latitude: north is up everywhere, and one scale holds on that latitude.

    ``west`` to ``east`` and ``south`` to ``north`` are what is drawn; beyond 180 degrees longitudes count on.
    """

    west: float
    east: float
    south: float
    north: float
    width: float
    height: float

    @classmethod
    def of(cls, points: Sequence[Point], width: float, highest: float, margin: float = 0.06) -> Projection:
        """The least that holds all the points, with some room around; no higher than ``highest``, and no flat strip."""
        across = crosses(points)
        longitudes = [unwrapped(x, across) for x, _ in points]
        west, east = min(longitudes), max(longitudes)
        south, north = min(y for _, y in points), max(y for _, y in points)
        shrink = _shrink((south + north) / 2)
        wide, tall = max((east - west) * shrink, 0.02), max(north - south, 0.02)
        wide, tall = max(wide, tall * width / highest), max(tall, wide * 0.45)
        wide, tall = wide * (1 + 2 * margin), tall * (1 + 2 * margin)
        middle = (west + east) / 2, (south + north) / 2
        aside = min(wide / shrink / 2, 180.0)
        return cls(
            west=middle[0] - aside,
            east=middle[0] + aside,
            south=max(middle[1] - tall / 2, -90.0),
            north=min(middle[1] + tall / 2, 90.0),
            width=width,
            height=min(width * tall / wide, highest),
        )

    @property
    def middle(self) -> float:
        return (self.south + self.north) / 2

    def at(self, point: Point) -> Point:
        x = unwrapped(point[0], self.east > 180)
        return (
            (x - self.west) / (self.east - self.west) * self.width,
            (self.north - point[1]) / (self.north - self.south) * self.height,
        )

    @property
    def metres(self) -> float:
        """Metres that one unit of the picture stands for, on the middle latitude."""
        return _length((0.0, self.middle), (0.01, self.middle)) / 0.01 * (self.east - self.west) / self.width

    @property
    def error(self) -> float:
        """The largest share by which a length in the picture is wrong, along or across, anywhere in it."""
        across = [_length((0.0, y), (0.01, y)) / 0.01 * (self.east - self.west) / self.width for y in self._rows()]
        up = [
            _length((0.0, y), (0.0, y + 0.01)) / 0.01 * (self.north - self.south) / self.height
            for y in (self.south, self.middle, self.north - 0.01)
        ]
        return max(abs(self.metres / true - 1) if true else 1.0 for true in (*across, *up))

    def _rows(self) -> tuple[float, float, float]:
        return self.south, self.middle, self.north

    def graticule(self) -> tuple[list[float], list[float]]:
        """Longitudes and latitudes of the lines: round numbers, some three to seven each way."""
        return _round_numbers(self.west, self.east), _round_numbers(self.south, self.north)

    def scale_bar(self, share: float = 0.2) -> tuple[float, float]:
        """A round number of kilometres of about so great a share of the width, and its length in the picture."""
        wanted = self.width * share * self.metres / 1000
        step = 10 ** math.floor(math.log10(wanted))
        kilometres = max(factor * step for factor in (1, 2, 5) if factor * step <= wanted)
        return kilometres, kilometres * 1000 / self.metres


@dataclass(frozen=True)
class Reach:
    """What is drawn, and around it as much again as it reaches itself, or two degrees; of nothing, everything."""

    across: bool
    sides: tuple[tuple[float, float], ...] = ()
    """From where to where, of longitudes and of latitudes."""

    @classmethod
    def of(cls, drawn: Sequence[Point]) -> Reach:
        if not drawn:
            return cls(False)
        across = crosses(drawn)
        axes = [unwrapped(x, across) for x, _ in drawn], [y for _, y in drawn]
        rooms = [max(max(axis) - min(axis), _ROOM) for axis in axes]
        return cls(across, tuple((min(axis) - room, max(axis) + room) for axis, room in zip(axes, rooms, strict=True)))

    def holds(self, point: Point) -> bool:
        at = unwrapped(point[0], self.across), point[1]
        return all(low <= each <= high for each, (low, high) in zip(at, self.sides, strict=False))


def crosses(points: Iterable[Point]) -> bool:
    """Whether the points lie on both sides of the 180th meridian, nearer to it than to Greenwich, or count on there."""
    longitudes = [x for x, _ in points]
    if any(x > 180 for x in longitudes):
        return True
    western, eastern = [x for x in longitudes if x < 0], [x for x in longitudes if x >= 0]
    if not western or not eastern:
        return False
    return min(eastern) - max(western) > max(360 - (max(eastern) - min(western)), _ALL_AROUND)


def filled(outline: Sequence[Point]) -> Iterator[Point]:
    """The corners of an outline, and places on edges so long that they may go around the globe."""
    yield from outline[:1]
    for begin, end in pairwise(outline):
        pieces = math.ceil(abs(end[0] - begin[0]) / _ALL_AROUND) or 1
        for piece in range(1, pieces + 1):
            share = piece / pieces
            yield begin[0] + (end[0] - begin[0]) * share, begin[1] + (end[1] - begin[1]) * share


def unwrapped(longitude: float, across: bool) -> float:
    return longitude + 360 if across and longitude < 0 else longitude


def degrees(value: float, letters: str) -> str:
    """``41.5\u00b0 S``; ``letters`` are those of positive and of negative numbers. Beyond 180 east it is west."""
    value = value - 360 if value > 180 else value
    return f"{abs(value):g}\u00b0" + (f"\u00a0{letters[value < 0]}" if value else "")


def _round_numbers(low: float, high: float) -> list[float]:
    step = next((step for step in _STEPS if (high - low) / step <= 6), _STEPS[-1])
    first = math.ceil(low / step)
    return [round(number * step, 6) for number in range(first, math.floor(high / step) + 1)]


def _length(one: Point, other: Point) -> float:
    """Metres between two points on the ellipsoid."""
    return float(_geod().inv(*one, *other)[2])


@cache
def _geod() -> Geod:
    from pyproj import Geod  # heavy, and only a map needs it

    return Geod(ellps="WGS84")


def _shrink(latitude: float) -> float:
    return max(math.cos(math.radians(latitude)), 0.05)
