"""Latitude and longitude that look exchanged: points, or shapes, far from all others that would be near them then.

Nobody knows which of the two is meant, so each is measured both ways, and only what is so both ways is sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from .geometry import Floats, Mask, Rows
from .raster import Box
from .standing import Known

_NEAR_DEGREES = 2.0
"""So far around all the shapes a report is no surprise."""
_MOST_COMPARED = 1_000
"""So many shapes are held against one another."""
_TOLD = 5
_TURNS = np.array([(0.0, 0.0), (360.0, 0.0), (-360.0, 0.0)])
"""Longitude and latitude of the same place, counted in other ways."""


def odd_points(bounds: Box, latitudes: Floats, longitudes: Floats) -> Mask:
    """Which points are far from what is drawn and would be near with their coordinates exchanged.

    ``bounds``: west, south, east and north of all that is drawn, in degrees; east may lie beyond 180.
    """
    west, south, east, north = bounds
    high, wide = (north - south) / 2 + _NEAR_DEGREES, (east - west) / 2 + _NEAR_DEGREES

    def near(latitude: Floats, longitude: Floats) -> Mask:
        off_south = np.abs(latitude - (south + north) / 2)
        off_west = np.abs((longitude - (west + east) / 2 + 180) % 360 - 180)
        inside: Mask = (off_south <= high) & (off_west <= wide) & (np.abs(latitude) <= 90.0)
        return inside

    return near(longitudes, latitudes) & ~near(latitudes, longitudes)


def odd_shapes(boxes: npt.NDArray[np.float64]) -> Rows:
    """Which shapes are far from all others and would be near one with latitude and longitude exchanged.

    ``boxes`` has west, south, east and north of each shape, in degrees; east may lie beyond 180.
    """
    number = len(boxes)
    if not 1 < number <= _MOST_COMPARED:
        return np.empty(0, dtype=np.int64)

    def near_another(these: npt.NDArray[np.float64]) -> Mask:
        low, high = these[:, None, :2] - _NEAR_DEGREES, these[:, None, 2:] + _NEAR_DEGREES
        turns = [(low + turn <= boxes[None, :, 2:]) & (high + turn >= boxes[None, :, :2]) for turn in _TURNS]
        near = np.any(np.all(turns, axis=3), axis=0)
        found: Mask = np.any(near & ~np.eye(number, dtype=np.bool_), axis=1)
        return found

    exchanged = boxes[:, [1, 0, 3, 2]]
    on_the_globe = np.abs(exchanged[:, [1, 3]]).max(axis=1) <= 90.0
    return np.flatnonzero(~near_another(boxes) & near_another(exchanged) & on_the_globe)


def told_points(some: Sequence[Known], number: int) -> list[str]:
    """The note on so many reports, the first five of which are told."""
    if not number:
        return []
    shown = ", ".join(f"{entry.id} ({entry.report.origin})" for entry in some[:_TOLD])
    more = f" and {number - _TOLD} more." if number > _TOLD else "."
    return [f"latitude and longitude look swapped in: {shown}{more}"]


def told_shapes(names: Iterable[str]) -> list[str]:
    """The note on shapes of these names."""
    shown = " or ".join(f"'{name}'" for name in dict.fromkeys(names))
    return [f"latitude and longitude look swapped in the shape of {shown}."] if shown else []
