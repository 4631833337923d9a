"""The globe laid out flat so that what is drawn lies in one piece: cut along a meridian that is far from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Box = tuple[float, float, float, float]
"""West, south, east and north."""
_GAP_DEGREES = 1e-9
_FURTHER = 10.0
"""What goes around the globe is drawn on for so many degrees on either side, so that nothing ends with the chart."""


class Chart:
    """Geometries of shapely in degrees, between -180 and 180, laid out on longitudes that run once around the globe.

    ``drawn`` is what they are together, ``west`` the longitude from which the chart runs on: the middle of the widest
    stretch without any of them. Where there is none, ``drawn`` reaches further on both sides and ends where it does not
    on the globe (:meth:`is_rim`).
    """

    def __init__(self, geometries: Sequence[Any]) -> None:
        parts = shapely.get_parts(geometries)
        bounds = shapely.bounds(parts).reshape(-1, 4)
        cut = _emptiest(bounds[:, 0], bounds[:, 2])
        self._around = cut is None
        self.west = -180.0
        if cut is None:
            frame = shapely.box(-180 - _FURTHER, -90, 180 + _FURTHER, 90)
            copies = [shapely.intersection(turned(parts, turn), frame) for turn in (-360, 0, 360)]
            self.drawn = shapely.union_all(np.concatenate(copies))
            return
        off = bounds[:, 0] < cut
        self.west = cut - 360 if off.all() else cut
        if off.any() and not off.all():
            parts[off] = turned(parts[off], 360)
            self.drawn = shapely.union_all(parts)
        else:
            self.drawn = geometries[0] if len(geometries) == 1 else shapely.union_all(geometries)

    @property
    def east(self) -> float:
        return self.west + 360

    def longitudes(self, longitudes: Floats) -> Floats:
        """The same longitudes as the chart counts them."""
        off = (longitudes < self.west) | (longitudes > self.east)
        return np.where(off, (longitudes - self.west) % 360 + self.west, longitudes) if off.any() else longitudes

    def is_rim(self, begins: Floats, ends: Floats) -> Mask:
        """Which edges, by their ends as rows of longitude and latitude, are there because the globe was laid out flat.

        Those along a pole, which is one place, and those with which the chart of what goes around the globe ends. (An
        edge there that is a border stands on the other side of the chart, too.)
        """
        found: Mask = (np.abs(begins[:, 1]) == 90) & (np.abs(ends[:, 1]) == 90)
        if self._around:
            rim = 180 + _FURTHER / 2
            found |= (np.abs(begins[:, 0]) > rim) & (np.abs(ends[:, 0]) > rim)
        return found


def turned(geometries: Any, degrees: float) -> Any:
    """The same geometries so many degrees further east."""
    return shapely.transform(geometries, lambda rows: np.add(rows, (degrees, 0.0)))


def meet(one: Any, other: Any) -> bool:
    """Whether two geometries between -180 and 180 degrees have a place of the globe in common."""
    return any(bool(shapely.intersects(one, turned(other, turn))) for turn in (0, -360, 360))


def enclosing(boxes: npt.NDArray[Any]) -> Box:
    """The least box around boxes, rows of west, south, east and north from -180 to 180.

    Its west is one of theirs, or -180 where they go around the globe; its east may lie beyond 180.
    """
    west, east = boxes[:, 0], boxes[:, 2]
    south, north = float(boxes[:, 1].min()), float(boxes[:, 3].max())
    cut = _emptiest(west, east)
    if cut is None:
        return -180.0, south, 180.0, north
    further = np.where(west < cut, 360.0, 0.0)
    first, last = float((west + further).min()), float((east + further).max())
    return (first - 360, south, last - 360, north) if first >= 180 else (first, south, last, north)


def _emptiest(west: Floats, east: Floats) -> float | None:
    """The middle of the widest stretch of longitudes that none of these stretches touches, from -180 up to 180."""
    order = np.argsort(west)
    begins, ends = west[order], np.maximum.accumulate(east[order])
    gaps = np.append(begins[1:], begins[0] + 360) - ends
    widest = int(gaps.argmax())
    if gaps[widest] < _GAP_DEGREES:
        return None
    middle = float(ends[widest] + gaps[widest] / 2)
    return middle - 360 if middle >= 180 else middle
