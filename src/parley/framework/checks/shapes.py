"""Zones and lines by their geometry, whatever it is: measured within bounds, one sentence each where it is unsound."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parley.model import Shape, ShapeKind
from parley.model.crowding import sides_beside
from parley.text.positions import Position

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MOST_POSITIONS = 50_000
"""Of a shape with more nothing is computed: a map of a zone needs no more, and a hostile one costs too much."""
MOST_TO_CROSS = 20_000
"""Positions up to which lines are tested for crossings, and two shapes are laid over one another."""
MOST_BESIDE = 25_000_000
"""Pairs of sides that may lie beside one another: looking at each takes some 15 nanoseconds."""
_FIRST = 1_000
"""So many corners of a border are looked at where it has too many sides beside one another."""
_DEEPEST = 8
_KM = 111.195
"""Kilometres in a degree of latitude, on a sphere of 6,371 km."""


@dataclass(frozen=True)
class Drawn:
    """A shape with what is wrong with it (``None``: nothing) and, where it can be measured, its geometry in km."""

    shape: Shape
    positions: int
    problem: str | None = None
    large: bool = False

    @cached_property
    def plane(self) -> BaseGeometry | None:
        """The geometry in kilometres on a plane through its middle latitude; ``None`` where it is unsound."""
        if self.problem:
            return None
        [plane] = _plane([self.shape])
        return plane

    def beside(self, other: Drawn) -> tuple[BaseGeometry, BaseGeometry] | None:
        """Both on one plane; ``None`` where one is unsound, or they are too large to be laid over one another."""
        if self.problem or other.problem or self.positions + other.positions > MOST_TO_CROSS:
            return None
        one, two = _plane([self.shape, other.shape])
        return one, two


def drawn(shape: Shape) -> Drawn:
    """A shape looked at, in bounded time: walked without recursion, and tested for soundness if not too large.

    Where its file told that it can't be used and nothing else is found, that is what is wrong with it.
    """
    found = _looked_at(shape)
    if found.problem is None and shape.unsound is not None:
        return replace(found, problem=f"can't be used: {shape.unsound}")
    return found


def _looked_at(shape: Shape) -> Drawn:
    positions, deepest, ring_open, off = 0, 0, False, False
    collection = False
    stack: list[tuple[Any, int]] = [(shape.geometry, 0)]
    while stack:
        part, depth = stack.pop()
        deepest = max(deepest, depth)
        if isinstance(part, dict):
            collection = collection or part.get("type") == "GeometryCollection"
            inner = part.get("geometries") or part.get("coordinates") or []
            stack.append((inner, depth + 1))
        elif isinstance(part, list | tuple):
            if part and isinstance(part[0], int | float):
                positions += 1
                off = off or not _on_globe(part)
            else:
                if part and shape.kind is ShapeKind.ZONE and _is_row(part):
                    ring_open = ring_open or list(part[0][:2]) != list(part[-1][:2])
                if positions + len(stack) + len(part) > 4 * MOST_POSITIONS:
                    positions = MOST_POSITIONS + 1  # more than could be walked in good time
                else:
                    stack.extend((each, depth + 1) for each in part)
        if positions > MOST_POSITIONS:
            return Drawn(
                shape, positions, f"has more than {MOST_POSITIONS:,} positions, too many to be judged", large=True
            )
    if collection:
        return Drawn(shape, positions, f"is a collection of shapes ({deepest} levels deep), and not one zone or line")
    if deepest > _DEEPEST:
        return Drawn(shape, positions, f"nests {deepest} levels deep, which no zone or line does")
    if positions == 0:
        return Drawn(shape, positions, "is empty: it has no position at all")
    if off:
        return Drawn(shape, positions, "has positions that are not on the globe, or no numbers")
    if ring_open:
        return Drawn(shape, positions, "has a ring that is not closed: its last position is not its first")
    return _sound(shape, positions)


def _sound(shape: Shape, positions: int) -> Drawn:
    import shapely

    try:
        built = _scaled(_in_degrees(shape), 0.0)
        zone = shape.kind is ShapeKind.ZONE
        if built.is_empty:
            return Drawn(shape, positions, "is empty")
        if built.length == 0:
            return Drawn(shape, positions, "has no extent: all its positions are the same")
        if sides_beside(shapely.get_coordinates(built)) > MOST_BESIDE:
            if zone and not _some_simple(built):
                return Drawn(shape, positions, "crosses its own border")
            told = "has so many sides beside one another that it can't be told in good time whether they cross"
            return Drawn(shape, positions, told, large=True)
        if zone and built.convex_hull.area < 1e-9 * _across(built) ** 2:
            return Drawn(shape, positions, "encloses no area: its border runs back on itself")
        if zone and not shapely.is_valid(built):
            reason = shapely.is_valid_reason(built).split("[")[0].strip().lower()
            said = "crosses its own border" if "intersection" in reason else f"is no sound polygon ({reason})"
            return Drawn(shape, positions, said)
        if not zone and positions <= MOST_TO_CROSS and not built.is_simple:
            return Drawn(shape, positions, "crosses itself, so it has no two sides")
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, shapely.errors.ShapelyError):
        return Drawn(shape, positions, "has coordinates that fit no zone or line")
    return Drawn(shape, positions)


def _some_simple(built: BaseGeometry) -> bool:
    """Whether the first corners of the border do not cross: of what is drawn at random these do already."""
    import shapely

    first = shapely.get_exterior_ring(shapely.get_geometry(built, 0))
    return bool(shapely.is_simple(shapely.linestrings(shapely.get_coordinates(first)[:_FIRST])))


def _across(built: BaseGeometry) -> float:
    west, south, east, north = built.bounds
    return float(max(east - west, north - south))


def _plane(shapes: Sequence[Shape]) -> list[BaseGeometry]:
    """Geometries in kilometres on one plane through their middle latitude, in one piece across the 180th meridian."""
    import shapely

    built = [_in_degrees(one) for one in shapes]
    west, _, east, _ = shapely.total_bounds(built)
    if east - west > 180:
        built = [_further_east(one) for one in built]
    return [_scaled(one, _latitude(shapes)) for one in built]


def _in_degrees(shape: Shape) -> BaseGeometry:
    from shapely.geometry import shape as to_shapely

    return to_shapely(shape.geometry)


def _scaled(built: BaseGeometry, latitude: float) -> BaseGeometry:
    import numpy as np
    import shapely

    scale = np.array([_KM * math.cos(math.radians(latitude)), _KM])
    moved: BaseGeometry = shapely.transform(built, lambda row: row[:, :2] * scale)
    return moved


def _further_east(built: BaseGeometry) -> BaseGeometry:
    """With its western parts counted on beyond 180 degrees, where what they go on from is."""
    import numpy as np
    import shapely

    parts = shapely.get_parts(built)
    western = shapely.bounds(parts).reshape(-1, 4)[:, 2] <= 0
    if not western.any():
        return built
    parts[western] = shapely.transform(parts[western], lambda rows: np.add(rows[:, :2], (360, 0)))
    return shapely.union_all(parts) if built.area else shapely.geometrycollections(parts)


def _latitude(shapes: Sequence[Shape]) -> float:
    found = [position[1] for shape in shapes for position in some_positions(shape.geometry)]
    return sum(found) / len(found) if found else 0.0


def some_positions(geometry: dict[str, Any], most: int = 100) -> Iterator[Sequence[float]]:
    """The first positions of a geometry, at most so many."""
    stack: list[Any] = [geometry.get("coordinates")]
    while stack and most:
        part = stack.pop()
        if isinstance(part, list | tuple) and part:
            if isinstance(part[0], int | float):
                most -= 1
                yield part
            else:
                stack.extend(part[: most + 1])


def _is_row(part: Sequence[Any]) -> bool:
    return all(
        isinstance(each, list | tuple) and each and isinstance(each[0], int | float) for each in (part[0], part[-1])
    )


def _on_globe(position: Sequence[Any]) -> bool:
    if len(position) < 2 or not all(isinstance(each, int | float) and math.isfinite(each) for each in position[:2]):
        return False
    return bool(abs(position[0]) <= 180 and abs(position[1]) <= 90)


def width_km(zone: Drawn) -> float | None:
    """The width of a zone: that of a rectangle of its area and its border's length, in km."""
    plane = zone.plane
    if plane is None:
        return None
    half, area = plane.length / 2, plane.area
    root = half**2 - 4 * area
    return (half - math.sqrt(root)) / 2 if root > 0 else math.sqrt(area)


def apart_km(shape: Drawn, places: Sequence[Position], corners: bool) -> list[float] | None:
    """How far places lie from a line, from the border of a zone, or from the nearest corner of either, in km."""
    import shapely

    points = {"type": "MultiPoint", "coordinates": [[each.longitude, each.latitude] for each in places]}
    both = shape.beside(Drawn(Shape(name="", kind=ShapeKind.LINE, geometry=points), len(places)))
    if both is None:
        return None
    built, told = both
    rim = shapely.multipoints(shapely.get_coordinates(built)) if corners else built.boundary if built.area else built
    return [float(each) for each in shapely.distance(shapely.get_parts(told), rim)]


def reach_km(zone: Drawn, line: Drawn) -> float | None:
    """How far the zone's border gets from the line, in km."""
    import shapely

    both = zone.beside(line)
    if both is None:
        return None
    area, along = both
    corners = shapely.points(shapely.get_coordinates(area))
    return float(shapely.distance(corners, along).max())
