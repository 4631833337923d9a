"""Which zones hold which points: a grid over the zones that settles nearly all points by the cell they lie in.

A cell that no border crosses lies wholly inside a zone or wholly outside it, so that a point in it needs no
geometry at all; only points in cells that a border crosses are held against the zone itself (prepared, by
GEOS). The answers are exact: edges are straight in longitude and latitude (RFC 7946, section 3.1.1), and a
point on a border is inside. The idea is that of a raster filter before the exact test (Zimbrao and de Souza,
"A Raster Approximation for the Processing of Spatial Joins", VLDB 1998).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from .raster import touched

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_MOST_SIDE = 2048
"""Cells along one side of the grid, at most."""
_MOST_CELLS = 2_000_000
"""Cells looked at while the grid is built, all zones together: bounds its memory (about 10 bytes each)."""
_MOST_PIECES = 4_000_000
"""Pieces of edges, each at most a cell long, all zones together: bounds the time that building takes."""
_BATCH = 1 << 18
"""Points handled at a time, so that what is kept of a batch stays small."""
_SLACK = 1e-7
"""In cells: a zone's box reaches so much further."""


class Grid:
    """An index over zones: shapely polygons or multipolygons, in degrees, longitude before latitude.

    ``zones`` may lie over one another; an empty one holds nothing. For few ``points`` a coarse grid is enough,
    which is built sooner; the answers are the same.
    """

    def __init__(self, zones: Sequence[Any], points: int = 10_000_000) -> None:
        self.zones = np.array(list(zones), dtype=object)
        shapely.prepare(self.zones)
        bounds = shapely.bounds(self.zones).reshape(-1, 4)
        there = np.flatnonzero(np.isfinite(bounds).all(axis=1))
        self._west, self._south, self._side = 0.0, 0.0, 0
        if not len(there):
            return
        west, south = bounds[there, :2].min(axis=0)
        east, north = bounds[there, 2:].max(axis=0)
        wide, high = max(east - west, 1e-9), max(north - south, 1e-9)
        share = float((((bounds[there, 2:] - bounds[there, :2]) / (wide, high)) + 0.01).prod(axis=1).sum())
        most = min(_MOST_CELLS, points + 4096)
        side = max(8, min(_MOST_SIDE, int((most / share) ** 0.5)))
        border = float(shapely.length(self.zones[there]).sum()) / min(wide, high)  # in sides of the grid, or more
        self._side = side = max(4, min(side, int(_MOST_PIECES / max(border, 1.0))))
        self._west, self._south = float(west), float(south)
        self._east, self._north = float(east), float(north)
        self._per_x, self._per_y = side / wide, side / high
        crossed: list[tuple[int, Numbers]] = []
        filled: list[tuple[int, Numbers]] = []
        for number, border, inside in self._cells_of(there, bounds[there]):
            crossed.append((number, border))
            filled.append((number, inside))
        self._inside = _Lists(filled, side * side)
        self._border = _Lists(crossed, side * side)

    def _columns(self, longitudes: Floats) -> Floats:
        return np.asarray((longitudes - self._west) * self._per_x)

    def _rows(self, latitudes: Floats) -> Floats:
        return np.asarray((latitudes - self._south) * self._per_y)

    def _cells_of(self, zones: Rows, bounds: Floats) -> Iterator[tuple[int, Numbers, Numbers]]:
        """Of each of these zones, the cells that its border touches, and those that lie wholly inside it."""
        points, ring = shapely.get_coordinates(
            shapely.get_rings(shapely.get_parts(self.zones[zones])), return_index=True
        )
        goes_on = ring[:-1] == ring[1:]
        limits = [0, *np.cumsum(shapely.get_num_coordinates(self.zones[zones])).tolist()]
        left, low = self._cells(self._columns(bounds[:, 0]) - _SLACK), self._cells(self._rows(bounds[:, 1]) - _SLACK)
        right, high = self._cells(self._columns(bounds[:, 2]) + _SLACK), self._cells(self._rows(bounds[:, 3]) + _SLACK)
        for place, (number, column, row) in enumerate(zip(zones.tolist(), left.tolist(), low.tolist(), strict=True)):
            corners = points[limits[place] : limits[place + 1]]
            east, north = self._columns(corners[:, 0]) - column, self._rows(corners[:, 1]) - row
            edges = np.flatnonzero(goes_on[limits[place] : limits[place + 1] - 1])
            shape = int(high[place]) - row + 1, int(right[place]) - column + 1
            border = touched((east[edges], north[edges]), (east[edges + 1], north[edges + 1]), shape)
            inside = self._filled(self.zones[number], border, column, row)
            yield number, self._numbered(border, column, row), self._numbered(inside, column, row)

    def _numbered(self, cells: Mask, column: int, row: int) -> Numbers:
        """The numbers of those cells of a box that are true; its first column and row."""
        rows, columns = np.nonzero(cells)
        numbers: Numbers = ((rows + row) * self._side + columns + column).astype(np.int32)
        return numbers

    def _cells(self, at: Floats) -> Rows:
        """The columns, or rows, of those places; what lies beyond the grid counts to its edge."""
        return np.clip(at, 0, self._side - 1).astype(np.int64)

    def _filled(self, zone: Any, border: Mask, column: int, row: int) -> Mask:
        """The cells of a box that lie inside: in each row, of each run of cells without border, one is asked."""
        clear = ~border
        starts = clear.copy()
        starts[:, 1:] &= border[:, :-1]
        rows, columns = np.nonzero(starts)
        x = self._west + (columns + column + 0.5) / self._per_x
        y = self._south + (rows + row + 0.5) / self._per_y
        answers = np.asarray(shapely.intersects_xy(zone, x, y), dtype=np.bool_)
        run = np.cumsum(starts.ravel()).reshape(border.shape)
        return clear & np.concatenate(([False], answers))[run]

    def batches(self, longitudes: Floats, latitudes: Floats) -> Iterator[tuple[Numbers, Numbers]]:
        """Pairs of a point and a zone that holds it, by number, some points after others; each pair once.

        A point without finite coordinates is in no zone.
        """
        for start in range(0, len(longitudes) if self._side else 0, _BATCH):
            x, y = longitudes[start : start + _BATCH], latitudes[start : start + _BATCH]
            within = (x >= self._west) & (x <= self._east) & (y >= self._south) & (y <= self._north)
            points = np.flatnonzero(within).astype(np.int32)
            x, y = x[points], y[points]
            columns = np.minimum(self._columns(x).astype(np.int32), self._side - 1)
            rows = np.minimum(self._rows(y).astype(np.int32), self._side - 1)
            cells = rows * np.int32(self._side) + columns
            surely, zones = self._inside.at(cells)
            perhaps, asked = self._border.at(cells)
            held = self._held(x[perhaps], y[perhaps], asked)
            found = np.concatenate((surely, perhaps[held]))
            yield points[found] + np.int32(start), np.concatenate((zones, asked[held]))

    def _held(self, x: Floats, y: Floats, zones: Numbers) -> Mask:
        """Which of the pairs hold, each asked of the zone itself."""
        held = np.zeros(len(zones), dtype=np.bool_)
        order = np.argsort(zones, kind="stable")
        limits = np.searchsorted(zones[order], np.arange(len(self.zones) + 1))
        for number in np.flatnonzero(np.diff(limits)).tolist():
            these = order[limits[number] : limits[number + 1]]
            held[these] = shapely.intersects_xy(self.zones[number], x[these], y[these])
        return held

    def pairs(self, longitudes: Floats, latitudes: Floats) -> tuple[Numbers, Numbers]:
        """All pairs of a point and a zone that holds it, by number: two columns, in no particular order."""
        batches = list(self.batches(longitudes, latitudes))
        if not batches:
            return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32)
        return np.concatenate([points for points, _ in batches]), np.concatenate([zones for _, zones in batches])


class _Lists:
    """For each cell the zones that it belongs to, one list after another in one array."""

    def __init__(self, rows: Sequence[tuple[int, Numbers]], cells: int) -> None:
        self._count = np.zeros(cells, dtype=np.int32)
        for _, members in rows:
            self._count[members] += 1
        self._first = np.cumsum(self._count, dtype=np.int32) - self._count
        self._zones = np.empty(int(self._count.sum()), dtype=np.int32)
        filled = self._first.copy()
        for number, members in rows:
            self._zones[filled[members]] = number
            filled[members] += 1

    def at(self, cells: Numbers) -> tuple[Rows, Numbers]:
        """Pairs of a place in ``cells`` and a zone of that cell."""
        count = self._count[cells]
        places = np.repeat(np.arange(len(cells)), count)
        shift = self._first[cells] - (np.cumsum(count) - count)
        return places, self._zones[np.arange(len(places)) + np.repeat(shift, count)]
