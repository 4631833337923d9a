"""The map: the text's lines and zones, and reports with the circle in which they may truly lie.

There is no background: no default map decides a border. What is drawn is what the text's annexes
and the reports say; a border is drawn as somebody's claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from parley.model import Report, Shape, ShapeKind

from .clusters import Cluster, clustered
from .labels import Labels, around, written
from .legend import HATCHED, legend
from .outlines import Outline, outlines
from .projection import Point, Projection, Reach, degrees
from .svg import element, path, paths, picture, style_of, text, title, verdict_mark

WIDTH, TALLEST = 720, 620
_INSET = 22
"""Room around the map for the numbers of the graticule."""
_SIZES = {"zone": 11.0, "line": 11.0, "region": 10.0, "border": 9.5, "place": 9.5, "count": 8.5}
_NAMED_PLACES = 14
_VAGUE_M = 1000
"""A place known less exactly than this gives a mark no name."""
_FAR_NAMED = 6


def draw_map(
    shapes: Sequence[Shape],
    reports: Sequence[Report],
    verdicts: Mapping[str, str],
    bands: Sequence[tuple[str, float]] = (),
    *,
    unwatched: Iterable[str] = (),
    blind: Iterable[str] = (),
    today: Iterable[str] = (),
    cell_m: tuple[int, int] | None = None,
) -> Markup | None:
    """Shapes and the reports that have a point; ``verdicts`` gives the mark by report id (else a dot).

    ``bands`` are distances in metres from a shape, by its name, that the text makes a rule of; each is
    shaded on both sides. ``unwatched`` names regions and zones where nobody looked: they are hatched, and sparsely
    those of ``blind``, where nobody who looked could have seen all that the text bans. Reports of ``today`` (ids) have
    a ring. ``cell_m`` says that places are coarse, and how coarse. Reports that would lie
    on one another are one mark with each claimant's count; so the picture stays small however many there are.

    A report that lies farther from the shapes than they reach is named below the map and not drawn: with it nothing
    else could be seen.

    An equirectangular projection about the middle latitude, with its error; ``None`` where nothing has a place.
    """
    placed = [report for report in reports if report.place.latitude is not None and report.place.longitude is not None]
    drawings = outlines(shapes)
    points = [point for each in drawings for point in each.points]
    reach = Reach.of(points)
    far = [report.id for report in placed if not reach.holds(_point(report))]
    placed = [report for report in placed if reach.holds(_point(report))]
    points += [_point(report) for report in placed]
    if not points:
        return None
    plane = Projection.of(points, WIDTH - 2 * _INSET, TALLEST)
    laid = [each.laid_out(plane) for each in drawings]
    groups = clustered([(report, plane.at(_point(report))) for report in placed], verdicts, frozenset(today))
    labels = Labels(plane.width, plane.height)
    for group in groups:
        labels.keep_free(group.x, group.y, 6)
    _name_shapes(laid, labels)
    _name_places(groups, labels)
    for group in reversed(groups):  # the gravest first
        if len(group.reports) > 1:
            spots = around(group.x, group.y, group.counts, _SIZES["count"])
            labels.place(group.counts, spots, "count halo", _SIZES["count"], needed=False)
    hatched = dict.fromkeys(blind, "blind") | dict.fromkeys(unwatched, "unwatched")
    inner = [
        *_areas(laid, hatched),
        *_bands(laid, bands, plane.metres),
        *_net(plane),
        *_lines(laid),
        *(_circle(group, plane.metres) for group in groups),
        *(_mark(group) for group in groups),
        *labels.drawn,
        _north(plane),
        _scale_bar(plane),
    ]
    ground = element("rect", x=0, y=0, width=plane.width, height=plane.height, class_="ground")
    drawn = element(
        "svg", ground, *inner, x=_INSET, y=_INSET, width=plane.width, height=plane.height, overflow="hidden"
    )
    kinds = {shape.kind for shape in shapes}
    key, below = legend(
        WIDTH,
        plane.height + 2 * _INSET + 6,
        verdicts={group.verdict for group in groups},
        kinds=kinds,
        hatched={hatched[shape.name] for shape in shapes if shape.name in hatched},
        bands=[_band_words(*band) for band in bands if band[0] in {shape.name for shape in shapes}],
        today=any(group.today for group in groups),
        counted=any(len(group.reports) > 1 for group in groups),
        notes=_notes(plane, cell_m, ShapeKind.BORDER in kinds, far),
    )
    hatch = element(
        "defs",
        element(
            "pattern", element("path", d="M0 0 V7", class_="hatch"),
            id="pmap-hatch", width=5, height=7, patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
        ),
        element(
            "pattern", element("path", d="M0 0 V4", class_="hatch"),
            id="pmap-sparse", width=12, height=9, patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
        ),
    )  # fmt: skip
    whole = element("g", hatch, drawn, *_numbers(plane), *key, class_="pmap")
    return picture(WIDTH, below, "Map of the text's lines and zones, and of what was reported", style_of("map"), whole)


def _notes(plane: Projection, cell_m: tuple[int, int] | None, borders: bool, far: Sequence[str]) -> list[str]:
    error = max(plane.error * 100, 0.1)
    said = [
        f"Equirectangular about {degrees(round(plane.middle, 1), 'NS')}, WGS 84; "
        f"lengths are off by up to {error:.1f} %.",
        "No background map: nothing here decides a border."
        + (" A border is drawn where somebody claims it." if borders else ""),
    ]
    if far:
        shown = ", ".join(far[:_FAR_NAMED]) + (" …" if len(far) > _FAR_NAMED else "")
        number = "One report lies" if len(far) == 1 else f"{len(far):,} reports lie"
        said.append(f"{number} far from all that the annexes draw, and off this map: {shown}.")
    if cell_m is not None:
        high, wide = (f"{metres / 1000:g}" for metres in cell_m)
        said.append(
            f"Places are coarse: a mark stands in the middle of a cell of {high} by {wide} km, not where it was."
        )
    return said


def _areas(laid: Sequence[Outline], hatched: Mapping[str, str]) -> Iterable[str]:
    """Regions and zones. A zone that was watched lies unhatched in a region where else nobody looked."""
    inside = [each for each in laid if each.shape.kind.has_inside]
    regions, zones = (
        [each for each in inside if (each.shape.kind is ShapeKind.REGION) is first] for first in (True, False)
    )
    yield from _hatched(regions, hatched)
    for each in zones:
        if each.shape.name not in hatched:
            yield _held(each, "ground")
    for each in inside:
        yield element("g", title(each.shape.name), _held(each, each.shape.kind.value))
    yield from _hatched(zones, hatched)


def _held(each: Outline, class_: str) -> str:
    """What a shape holds, with its border."""
    if not each.is_cut:
        return paths(each.rings, closed=True, class_=class_)
    return paths(each.rings, closed=True, class_=f"{class_} inside") + paths(each.lines, class_=f"{class_} edge")


def _hatched(laid: Iterable[Outline], hatched: Mapping[str, str]) -> Iterable[str]:
    for each in laid:
        if each.shape.name in hatched:
            class_ = hatched[each.shape.name]
            words = title(f"{each.shape.name}: {HATCHED[class_]}")
            yield element("g", words, paths(each.rings, closed=True, class_=class_))


def _bands(laid: Sequence[Outline], bands: Iterable[tuple[str, float]], metres: float) -> Iterable[str]:
    for name, distance in bands:
        for each in laid:
            if each.shape.name == name:
                words = title(_band_words(name, distance))
                yield element("g", words, paths(each.lines, class_="band", stroke_width=2 * distance / metres))


def _band_words(name: str, distance: float) -> str:
    return f"within {distance / 1000:g} km of the {name}"


def _lines(laid: Sequence[Outline]) -> Iterable[str]:
    for kind in (ShapeKind.BORDER, ShapeKind.LINE):
        for each in laid:
            shape = each.shape
            if shape.kind is kind:
                claimed = f", claimed by {shape.party}" if shape.party else ", contested"
                words = shape.name + (claimed if kind is ShapeKind.BORDER else "")
                yield element("g", title(words), paths(each.lines, class_=kind.value))


def _net(plane: Projection) -> Iterable[str]:
    across, up = plane.graticule()
    for x in (plane.at((longitude, plane.middle))[0] for longitude in across):
        yield path([(x, 0), (x, plane.height)], class_="net")
    for y in (plane.at((plane.west, latitude))[1] for latitude in up):
        yield path([(0, y), (plane.width, y)], class_="net")


def _numbers(plane: Projection) -> Iterable[str]:
    """The numbers of the graticule, on the map's upper and left edge."""
    across, up = plane.graticule()
    for longitude in across:
        x = plane.at((longitude, plane.middle))[0] + _INSET
        yield text(x, _INSET - 6, degrees(longitude, "EW"), class_="small", text_anchor="middle")
    for latitude in up:
        y = plane.at((plane.west, latitude))[1] + _INSET
        if y < 2 * _INSET:  # the corner belongs to the longitudes
            continue
        turned = f"rotate(-90 {_INSET - 7:g} {y:.1f})"
        yield text(_INSET - 7, y, degrees(latitude, "NS"), class_="small", text_anchor="middle", transform=turned)


def _circle(group: Cluster, metres: float) -> str:
    """Where the reports may truly lie, as far as that is more than the mark covers."""
    radius = group.radius_m / metres
    return element("circle", cx=group.x, cy=group.y, r=radius, class_="radius") if radius > 7 else ""


def _mark(group: Cluster) -> str:
    if not group.verdict:
        drawn = element("circle", cx=group.x, cy=group.y, r=2.4 if len(group.reports) > 1 else 1.9, class_="dot")
    else:
        drawn = verdict_mark(group.verdict, group.x, group.y)
    ring = element("circle", cx=group.x, cy=group.y, r=7.5, class_="today") if group.today else ""
    return element("g", title(group.words), ring, drawn)


def _name_shapes(laid: Sequence[Outline], labels: Labels) -> None:
    longest: dict[tuple[str, str | None], tuple[Shape, tuple[Point, ...]]] = {}
    for each in laid:
        shape = each.shape
        for ring in each.rings or each.lines:
            known = longest.get((shape.name, shape.party))
            if known is None or len(ring) > len(known[1]):
                longest[shape.name, shape.party] = shape, ring
    order = (ShapeKind.LINE, ShapeKind.ZONE, ShapeKind.BORDER, ShapeKind.REGION)
    for shape, ring in sorted(longest.values(), key=lambda pair: order.index(pair[0].kind)):
        size = _SIZES[shape.kind.value]
        if shape.kind.has_inside:
            left, top = min(x for x, _ in ring), min(y for _, y in ring)
            right, bottom = max(x for x, _ in ring), max(y for _, y in ring)
            wide = len(shape.name) * size * 0.3 + 6
            rows = (top + size + 3, bottom - 6, (top + bottom) / 2)
            spots = [(x, y) for y in rows for x in (left + wide, right - wide, (left + right) / 2)]
            if shape.kind is ShapeKind.ZONE:
                spots = [((left + right) / 2, (top + bottom) / 2), *spots]
        else:
            along = [ring[round(share * (len(ring) - 1))] for share in (0.04, 0.96, 0.2, 0.8, 0.5, 0.35, 0.65)]
            spots = [spot for x, y in along for spot in around(x, y, shape.name, size)]
        labels.place(shape.name, spots, f"l-{shape.kind.value} halo", size, needed=True)


def _name_places(groups: Iterable[Cluster], labels: Labels) -> None:
    """A mark is called by the place that most of its reports name, and a place is written once."""
    found = [(number, name, group) for group in groups for name, number in _places(group).most_common(1)]
    named: set[str] = set()
    for _, name, group in sorted(found, key=lambda one: (-one[0], one[1])):
        if name not in named and len(named) < _NAMED_PLACES:
            named.add(name)
            spots = around(group.x, group.y, name, _SIZES["place"], gap=11)
            labels.place(name, spots, "l-place halo", _SIZES["place"], needed=False)


def _places(group: Cluster) -> Counter[str]:
    places = (report.place for report in group.reports)
    return Counter(one.name for one in places if one.name and (one.radius_m or 0) <= _VAGUE_M)


def _north(plane: Projection) -> str:
    x, y = plane.width - 18, 30
    arrow = element("path", d=f"M{x:.1f} {y - 18} l4.5 13 l-4.5 -3 l-4.5 3 Z", class_="north")
    return arrow + written(x, y + 8, "N", "small halo")


def _scale_bar(plane: Projection) -> str:
    kilometres, length = plane.scale_bar()
    x, y = 12.0, plane.height - 12
    line = element("path", d=f"M{x:g} {y - 5:.1f} v5 h{length:.1f} v-5", class_="scale")
    return line + text(x + length + 6, y, f"{kilometres:g} km", class_="small halo")


def _point(report: Report) -> Point:
    return report.place.longitude or 0.0, report.place.latitude or 0.0
