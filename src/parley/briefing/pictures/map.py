"""The map: the text's lines and zones, and reports with the circle in which they may truly lie.

There is no background: no default map decides a border. What is drawn is what the text's annexes
and the reports say.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from markupsafe import Markup

from parley.model import Report, Shape, ShapeKind

from .svg import element, path, picture, text, title, verdict_mark

WIDTH, MARGIN, LARGEST_HEIGHT = 720, 26, 520
METRES_PER_DEGREE = 111_320.0  # of latitude; good to 1 % for a picture

Point = tuple[float, float]


def draw_map(
    shapes: Sequence[Shape],
    reports: Sequence[Report],
    verdicts: Mapping[str, str],
    bands: Iterable[tuple[str, float]] = (),
) -> Markup | None:
    """Shapes and the reports that have a point; ``verdicts`` gives the mark by report id (else a dot).

    ``bands`` are distances in metres from a shape, by its name, that the text makes a rule of; each is
    shaded on both sides.

    An equirectangular projection about the middle latitude, with a scale bar; ``None`` where
    nothing has a place. Longitude is taken as written: a map across the antimeridian is not drawn well.
    """
    placed = [report for report in reports if report.place.latitude is not None and report.place.longitude is not None]
    outlines = [(shape, ring) for shape in shapes for ring in _rings(shape.geometry)]
    points = [point for _, ring in outlines for point in ring]
    points += [(report.place.longitude or 0.0, report.place.latitude or 0.0) for report in placed]
    if not points:
        return None
    project, height, metres = _projection(points)
    parts = [element("rect", x=0.5, y=0.5, width=WIDTH - 1, height=height - 1, class_="frame")]
    for name, distance in bands:
        words = f"within {distance / 1000:g} km of {name}"
        for line in (
            path([project(point) for point in ring], class_="band", stroke_width=2 * distance / metres)
            for shape, ring in outlines
            if shape.name == name
        ):
            parts.append(element("g", title(words), line))
    for shape, ring in outlines:
        closed = shape.kind is ShapeKind.ZONE
        drawn = path([project(point) for point in ring], closed=closed, class_=shape.kind.value)
        parts.append(element("g", title(shape.name), drawn))
    for report in placed:
        parts.append(_report(report, verdicts.get(report.id, ""), project, metres))
    for shape in shapes:
        ring = max(_rings(shape.geometry), key=len, default=[])
        if ring:
            x, y = project(_label_point(ring, shape.kind))
            parts.append(text(x + 8, y - 6, shape.name, class_="label halo"))
    parts.append(_scale_bar(height, metres))
    return picture(WIDTH, height, "Map of the text's lines and zones, and of what was reported", *parts)


def _report(report: Report, verdict: str, project: Callable[[Point], Point], metres: float) -> str:
    x, y = project((report.place.longitude or 0.0, report.place.latitude or 0.0))
    radius = (report.place.radius_m or 0.0) / metres
    circle = element("circle", cx=x, cy=y, r=radius, class_="radius") if radius > 3 else ""
    mark = verdict_mark(verdict, x, y) if verdict else element("circle", cx=x, cy=y, r=2, class_="dot")
    precision = f"within {report.place.radius_m:g} m" if report.place.radius_m is not None else "precision not stated"
    words = f"{report.id}: {report.act or 'report'}, {report.actor or 'actor not named'}, {precision}"
    return element("g", title(words), circle, mark)


def _projection(points: Sequence[Point]) -> tuple[Callable[[Point], Point], float, float]:
    """From degrees to the picture, with the picture's height and the metres that one unit of it stands for."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = max(math.cos(math.radians((south + north) / 2)), 0.05)
    wide, tall = max((east - west) * shrink, 1e-3), max(north - south, 1e-3)
    units = min((WIDTH - 2 * MARGIN) / wide, (LARGEST_HEIGHT - 2 * MARGIN) / tall)
    left = (WIDTH - wide * units) / 2

    def project(point: Point) -> Point:
        return left + (point[0] - west) * shrink * units, MARGIN + (north - point[1]) * units

    return project, tall * units + 2 * MARGIN, METRES_PER_DEGREE / units


def _rings(geometry: Mapping[str, object]) -> list[list[Point]]:
    """The outlines of a GeoJSON geometry: lines, and the rings of polygons."""
    if geometry.get("type") == "GeometryCollection":
        members = geometry.get("geometries")
        return [ring for member in (members if isinstance(members, list) else []) for ring in _rings(member)]
    return list(_lines(geometry.get("coordinates")))


def _lines(coordinates: object) -> Iterable[list[Point]]:
    if not isinstance(coordinates, list | tuple) or not coordinates:
        return
    if isinstance(coordinates[0], list | tuple) and coordinates[0] and isinstance(coordinates[0][0], int | float):
        yield [(float(point[0]), float(point[1])) for point in coordinates]
    else:
        for part in coordinates:
            yield from _lines(part)


def _label_point(ring: Sequence[Point], kind: ShapeKind) -> Point:
    """Where a name stands: at a line's northern end, in a zone's middle."""
    if kind is ShapeKind.LINE:
        return max(ring, key=lambda point: point[1])
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def _scale_bar(height: float, metres: float) -> str:
    """A bar of a round number of kilometres, about a fifth of the width."""
    wanted = WIDTH / 5 * metres / 1000
    step = 10 ** math.floor(math.log10(wanted))
    kilometres = max(factor * step for factor in (1, 2, 5) if factor * step <= wanted)
    length = kilometres * 1000 / metres
    x, y = MARGIN, height - 12
    line = element("path", d=f"M{x} {y - 5:.1f} v5 h{length:.1f} v-5", class_="scale")
    return line + text(x + length + 6, y, f"{kilometres:g} km", class_="small")
