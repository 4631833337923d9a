"""What is drawn: in which region a place lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from parley.model import ReportPlace, Shape, ShapeKind

from .building import built
from .chart import meet
from .geometry import Region
from .names import fold
from .places import UNSTATED_RADIUS_M

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]
Where = tuple[str | None, tuple[str, ...]]
"""The region in which a place surely lies, or those in which it perhaps does."""


class Land:
    """The regions that are drawn; without regions the zones stand for them."""

    def __init__(self, drawn: Sequence[Shape]) -> None:
        regions = [shape for shape in drawn if shape.kind is ShapeKind.REGION]
        self._areas = regions or [shape for shape in drawn if shape.kind is ShapeKind.ZONE]
        self._regions = _united(self._areas)
        self._places = [shape for shape in drawn if shape.kind in (ShapeKind.ZONE, ShapeKind.LINE)]

    def regions_of(self, places: Sequence[ReportPlace]) -> list[Where]:
        """Where each place lies with all of its precision; by its name where it has no coordinates."""
        found: list[Where] = [self._named(place) for place in places]
        some = [index for index, place in enumerate(places) if place.latitude is not None]
        if not some or not self._regions:
            return found
        rows = [(places[i].latitude, places[i].longitude, _radius(places[i].radius_m)) for i in some]
        latitudes, longitudes, radius = np.array(rows, dtype=np.float64).T
        answers = {name: region.within(latitudes, longitudes, radius, 0.0) for name, region in self._regions.items()}
        for number, index in enumerate(some):
            surely = [name for name, answer in answers.items() if answer[number] == 2]
            perhaps = tuple(name for name, answer in answers.items() if answer[number] == 1)
            found[index] = (surely[0], ()) if surely else (None, perhaps)
        return found

    @property
    def names(self) -> tuple[str, ...]:
        """The regions that are drawn."""
        return tuple(self._regions)

    def places_in(self, region: str) -> tuple[str, ...]:
        """The zones and lines of the text that lie in a region, be it in part."""
        areas = [built(shape.geometry) for shape in self._areas if shape.name == region]
        some = [shape for shape in self._places if shape.name != region]
        touch = (any(meet(built(shape.geometry), area) for area in areas) for shape in some)
        return tuple(dict.fromkeys(shape.name for shape, does in zip(some, touch, strict=True) if does))

    def surely(self, latitudes: Floats, longitudes: Floats, radius_m: Floats) -> Codes:
        """The place in :attr:`names` of the region that surely holds each point, as :meth:`regions_of`; -1 for none."""
        found = np.full(len(latitudes), -1, dtype=np.int64)
        for code, region in reversed(list(enumerate(self._regions.values()))):
            found[region.within(latitudes, longitudes, radius_m, 0.0) == 2] = code
        return found

    def _named(self, place: ReportPlace) -> Where:
        """By the words of the report alone; where no region is drawn, the source's own counts as one."""
        told = [fold(name) for name in (place.name, place.region) if name]
        drawn = next((region for region in self._regions if fold(region) in told), None)
        return drawn if drawn or self._regions else place.region, ()


def _united(shapes: Iterable[Shape]) -> dict[str, Region]:
    """Shapes of one name are one place."""
    named: dict[str, list[Shape]] = {}
    for shape in shapes:
        named.setdefault(shape.name, []).append(shape)
    return {name: Region([shape.geometry for shape in some]) for name, some in named.items()}


def _radius(radius_m: float | None) -> float:
    return UNSTATED_RADIUS_M if radius_m is None else radius_m
