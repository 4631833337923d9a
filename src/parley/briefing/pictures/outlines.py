"""What of a shape is drawn: what it holds, and its border; in one piece, however the globe was cut to write it down.

A shape across the 180th meridian is written as pieces that end there (RFC 7946, section 3.1.9), and one around a pole
has edges along that meridian and along the pole. None of these edges is a border.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parley.model import Shape

from .projection import Point, Projection, crosses, filled, unwrapped

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_SEAM, _POLE = 180.0, 90.0


@dataclass(frozen=True)
class Outline:
    """A shape as it is drawn: its lines, or its border, and the rings around what it holds (even-odd; none of a line).

    Positions are degrees; beyond 180 longitudes count on where what is drawn lies across the 180th meridian.
    """

    shape: Shape
    lines: tuple[tuple[Point, ...], ...]
    rings: tuple[tuple[Point, ...], ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether not all of the edges around what it holds are its border."""
        return bool(self.rings) and sum(map(len, self.rings)) != sum(map(len, self.lines))

    @property
    def points(self) -> Iterable[Point]:
        """Corners and, on edges that may go around the globe, places between them."""
        return (point for line in (*self.lines, *self.rings) for point in filled(line))

    def laid_out(self, plane: Projection) -> Outline:
        """The same in the picture's units."""
        lines, rings = (
            tuple(tuple(plane.at(point) for point in line) for line in each) for each in (self.lines, self.rings)
        )
        return Outline(self.shape, lines, rings)


def outlines(shapes: Sequence[Shape]) -> tuple[Outline, ...]:
    """All that the shapes draw, in their order."""
    drawn = [_geometry(shape) for shape in shapes]
    across = crosses([point for each in drawn for line in _parts(each) for point in filled(line)])
    return tuple(_outline(shape, each, across) for shape, each in zip(shapes, drawn, strict=True))


def _geometry(shape: Shape) -> Any:
    import shapely  # heavy, and only a map needs it
    from shapely.geometry import shape as geometry_of

    return shapely.force_2d(geometry_of(shape.geometry))


def _outline(shape: Shape, drawn: Any, across: bool) -> Outline:
    import shapely

    if across:
        drawn = shapely.transform(drawn, _counting_on)
    if not shape.kind.has_inside:
        return Outline(shape, tuple(_parts(_merged(drawn))))
    if len(shapely.get_parts(drawn)) > 1:
        drawn = shapely.union_all(drawn)
    rings = tuple(_parts(drawn))
    return Outline(shape, tuple(_parts(_border(drawn))), rings)


def _counting_on(positions: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    import numpy as np

    longitudes = [unwrapped(each, True) for each in positions[:, 0].tolist()]
    return np.column_stack((longitudes, positions[:, 1]))


def _border(zone: Any) -> Any:
    """The border of a zone, without the edges that are there because the globe was laid out flat.

    An edge along the 180th meridian is one of these if the zone goes on on the other side of it.
    """
    import shapely
    from shapely.affinity import translate

    border = zone.boundary
    west, south, east, north = zone.bounds
    if north == _POLE or south == -_POLE:
        poles = [shapely.linestrings([(west, pole), (east, pole)]) for pole in (-_POLE, _POLE)]
        border = shapely.difference(border, shapely.multilinestrings(poles))
    if (west, east) == (-_SEAM, _SEAM):
        sides = [shapely.linestrings([(x, -_POLE), (x, _POLE)]) for x in (-_SEAM, _SEAM)]
        on_west, on_east = (shapely.intersection(zone.boundary, side) for side in sides)
        common = shapely.intersection(on_west, translate(on_east, -2 * _SEAM))
        border = shapely.difference(border, shapely.union(common, translate(common, 2 * _SEAM)))
    return _merged(border)


def _merged(lines: Any) -> Any:
    """Lines that meet at their ends as one."""
    import shapely

    return shapely.line_merge(lines) if lines.geom_type == "MultiLineString" else lines


def _parts(drawn: Any) -> Iterable[tuple[Point, ...]]:
    """The lines of a geometry, and the rings of polygons."""
    import shapely

    for part in shapely.get_parts(drawn):
        if part.geom_type == "Polygon":
            yield from (tuple(ring.coords) for ring in (part.exterior, *part.interiors))
        elif part.geom_type in ("LineString", "LinearRing") and not part.is_empty:
            yield tuple(part.coords)
