"""GeoJSON (RFC 7946) to the zones and lines of an annex. What is not sound is refused, never repaired in silence."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, NoReturn

import shapely
from pydantic import ValidationError
from pydantic_core import from_json

from parley.model import TEAM, Interval, Label, Shape, ShapeKind, UnusableInput
from parley.text import MAX_BYTES, decode
from parley.text import patterns as re
from parley.text.wordlist import word_set

from .building import Drawn, Flat, built, faults, in_rows, plain
from .bulk import uncollected
from .seam import Unsound, cut_lines, cut_zones, runs_across

MOST_VERTICES = 1_000_000
MOST_RINGS = 10_000
MOST_FEATURES = 10_000

_KINDS = {
    "Polygon": ShapeKind.ZONE,
    "MultiPolygon": ShapeKind.ZONE,
    "LineString": ShapeKind.LINE,
    "MultiLineString": ShapeKind.LINE,
}
_BESIDE = {ShapeKind.ZONE: ShapeKind.REGION, ShapeKind.LINE: ShapeKind.BORDER}
"""What else a drawing of this form may say that it is."""
_CALLED_LINE = re.compile(r"\b(?:line|border|front(?:ier)?|axis)\W*$", re.IGNORECASE)
"""The names of what is to be a line, where no geometry tells."""
_FARTHEST = 540
"""Longitudes may count on so far: once around the globe from 180 degrees on either side."""
_LEVELS = {"LineString": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}
"""How many lists stand around a position."""


_WHEN = {
    "valid_from": word_set("validfrom from since start starts startdate begin begins begindate datefrom effectivefrom"),
    "valid_to": word_set(
        "validto validuntil validtill to until till end ends enddate dateto effectiveto effectiveuntil"
    ),
}
"""The properties that say when a shape holds, and under which other names, without their signs, they may stand."""
_THING = word_set("weapon weapons weapontype weaponkind object")
"""Under which names, without their signs, the thing may stand for which a shape counts alone."""
_BOUNDS = word_set(
    "parties side sides belligerent belligerents faction factions actor actors force forces appliesto bearer "
    "calibre caliber equipment system systems arms armament thing things weaponclass "
    "valid validity date dates period time times when day days expires expiry expiration"
)
"""Names of other properties that read like a bound."""
_MAY_BE_DATED = frozenset().union(*_WHEN.values()) - {"validfrom", "validto"}
"""Names that read like one where no date stands in them."""
_DATED = re.compile(r"\b(?:19|20|21)\d\d(?!\d)|\b\d{9,}")
"""A year, or a number of seconds: what else stands under such a name may be the two ends of a line."""


@dataclass(frozen=True)
class _Spot:
    """Where in a file we are, for messages."""

    path: str
    where: str = ""

    def bad(self, problem: str, mend: str) -> UnusableInput:
        return UnusableInput(self.path, problem, mend, self.where)


@uncollected()
def load_shapes(data: bytes, path: str, label: Label = TEAM) -> tuple[Shape, ...]:
    """The zones and lines of one GeoJSON file: a FeatureCollection, a Feature, or a bare geometry.

    ``data`` is the file's bytes, ``path`` its name for messages and evidence. Coordinates are WGS 84
    degrees, longitude before latitude. A feature's properties: ``name`` (by which the text calls it;
    the only feature of a file may leave it out and gets the file's name), ``kind`` (zone, line, region or
    border; else zone or line by the geometry), ``annex``, ``valid_from``, ``valid_to`` (ISO dates; also under names
    such as ``from`` and ``until``), ``party``, ``weapon`` (or ``object``). Other properties are not used; those that
    read like a bound are kept in the shape's ``unread``. Raises ``UnusableInput``
    naming the file, the feature and the mend.
    """
    spots = _spots(data, path)
    shapes: list[tuple[Shape, _Spot]] = []

    def drawings() -> Iterator[Any]:
        for feature, spot in spots:
            shapes.append(_shape(feature, spot, label, len(spots) == 1))
            yield built(shapes[-1][0].geometry)

    for (_, spot), problem in zip(shapes, faults(drawings()), strict=True):
        if problem is not None:
            raise spot.bad(*problem)
    return tuple(shape for shape, _ in shapes)


@uncollected()
def shapes_as_drawn(data: bytes, path: str, label: Label = TEAM) -> tuple[tuple[Shape, ...], tuple[str, ...]]:
    """As :func:`load_shapes` for whoever judges the drawings: one that can't be used says so in ``unsound``.

    Whether borders cross is not looked at. Those that nothing can be called by are in the notes. Raises
    ``UnusableInput`` where the file as a whole can't be used.
    """
    spots = _spots(data, path)
    shapes: list[Shape] = []
    notes: list[str] = []
    for feature, spot in spots:
        try:
            shapes.append(_shape(feature, spot, label, len(spots) == 1)[0])
        except UnusableInput as error:
            try:
                shapes.append(_as_it_is(feature, spot, label, len(spots) == 1, error.problem))
            except UnusableInput:
                notes.append(str(error))
    return tuple(shapes), tuple(notes)


def _spots(data: bytes, path: str) -> list[tuple[dict[str, Any], _Spot]]:
    """The features of a file, each with its place."""
    spot = _Spot(path)
    if len(data) > MAX_BYTES:
        raise spot.bad(f"it has {len(data):,} bytes, more than {MAX_BYTES:,}", "split or simplify it")
    if not data.strip():
        raise spot.bad("it is empty", "export it as GeoJSON again")
    features = _features(_parse(data, spot), spot)
    return [(feature, _Spot(path, f"feature {number}")) for number, feature in enumerate(features, 1)]


def _as_it_is(feature: dict[str, Any], spot: _Spot, label: Label, alone: bool, problem: str) -> Shape:
    """A feature that can't be used, as far as it can be told what it is to be. Raises where it can't be named."""
    name, properties = _name(feature, spot, alone)
    geometry = feature.get("geometry")
    drawn = geometry if isinstance(geometry, dict) else {}
    by_name = ShapeKind.LINE if _CALLED_LINE.search(name) else ShapeKind.ZONE
    kind = _KINDS.get(str(drawn.get("type")), by_name)
    annex = properties.get("annex")
    return Shape(
        name=name,
        kind=kind,
        geometry=drawn,
        annex=annex if isinstance(annex, str) and annex else None,
        path=spot.path,
        unsound=problem,
        audience=label,
    )


def _name(feature: dict[str, Any], spot: _Spot, alone: bool) -> tuple[str, dict[str, Any]]:
    """What a feature is called, and its properties."""
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        raise spot.bad("its properties are no object", "write {...} or null")
    name = _words(properties, "name", spot)
    name = name or (PurePosixPath(spot.path.replace("\\", "/")).stem if alone else None)
    if not name:
        raise spot.bad("it has no name", "set its property name to the words by which the text calls it")
    return name, properties


def _parse(data: bytes, spot: _Spot) -> dict[str, Any]:
    def refuse(constant: str) -> NoReturn:
        raise spot.bad(f"it holds {constant}, which is no coordinate", "write finite numbers")

    again = "export it as GeoJSON again"
    try:
        document = _quickly(data) or json.loads(_text(data, spot), parse_constant=refuse)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnusableInput(spot.path, f"it is no JSON ({error.msg})", again, where) from error
    except RecursionError as error:
        raise spot.bad("it nests too deep to be GeoJSON", again) from error
    except ValueError as error:  # a whole number of more digits than Python reads
        raise spot.bad("it holds a number too long to read", "write coordinates in degrees") from error
    if not isinstance(document, dict):
        raise spot.bad("it is JSON but no GeoJSON object", "export a FeatureCollection")
    _check_reference_system(document, spot)
    return document


def _quickly(data: bytes) -> Any:
    """By pydantic's reader, in a fifth of the time; ``None`` where it finds fault, which it words less well.

    Nor does it read anything but UTF-8 without a mark.
    """
    try:
        return from_json(data, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        return None


def _text(data: bytes, spot: _Spot) -> str:
    text, _ = decode(data, spot.path)
    return text.removeprefix("\ufeff")


def _check_reference_system(document: dict[str, Any], spot: _Spot) -> None:
    """The ``crs`` member left GeoJSON in 2016; where an old file names another system, its numbers differ."""
    crs = document.get("crs")
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name")) if isinstance(properties, dict) else "unnamed"
    if not name.replace("::", ":").upper().endswith(("CRS84", "EPSG:4326")):
        raise spot.bad(f"its reference system is {name}", "export it in WGS 84 (EPSG:4326)")


def _features(document: dict[str, Any], spot: _Spot) -> list[dict[str, Any]]:
    kind = document.get("type")
    if kind == "FeatureCollection":
        features = document.get("features")
        if not isinstance(features, list) or not features:
            raise spot.bad("it is a FeatureCollection without features", "add a zone or a line")
        if len(features) > MOST_FEATURES:
            raise spot.bad(f"it has {len(features):,} features, more than {MOST_FEATURES:,}", "split it")
    elif kind == "Feature":
        features = [document]
    else:
        features = [{"type": "Feature", "properties": {}, "geometry": document}]
    for number, feature in enumerate(features, 1):
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            raise _Spot(spot.path, f"feature {number}").bad("it is no GeoJSON Feature", 'give it "type": "Feature"')
    return features


def _shape(feature: dict[str, Any], spot: _Spot, label: Label, alone: bool) -> tuple[Shape, _Spot]:
    """The shape, of which is not known yet whether it crosses itself, and where it stands."""
    name, properties = _name(feature, spot, alone)
    told = {key: _words(properties, key, spot) for key in ("annex", "party", "kind")}
    spot = _Spot(spot.path, f"{spot.where} ({name})")
    geometry = feature.get("geometry")
    kind_of_geometry = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind_of_geometry, str) or kind_of_geometry not in _KINDS:
        raise spot.bad(
            f"its geometry is {kind_of_geometry or 'missing'}",
            "draw a zone as Polygon or MultiPolygon, a line as LineString or MultiLineString",
        )
    kind = _KINDS[kind_of_geometry]
    if told["kind"] and (wanted := told["kind"].strip().casefold()) != kind.value:
        beside = _BESIDE[kind]
        if wanted != beside.value:
            problem = f"it says kind {told['kind']} but its {kind_of_geometry} is a {kind.value} or {beside.value}"
            raise spot.bad(problem, "mend one of them")
        kind = beside
    shape = Shape(
        name=name,
        kind=kind,
        geometry=_drawn(geometry, kind_of_geometry, spot),
        annex=told["annex"],
        path=spot.path,
        valid=_valid(properties, spot),
        party=told["party"],
        object=_thing(properties, spot),
        unread=_unread(properties),
        audience=label,
    )
    return shape, spot


def _words(properties: dict[str, Any], key: str, spot: _Spot) -> str | None:
    value = properties.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise spot.bad(f"its property {key} is no text", "put it in quotation marks")
    return value


def _thing(properties: dict[str, Any], spot: _Spot) -> str | None:
    """The kind of thing for which alone a shape counts."""
    told = (_words(properties, name, spot) for name in properties if _plain(name) in _THING)
    return next((thing for thing in told if thing is not None), None)


def _unread(properties: dict[str, Any]) -> tuple[str, ...]:
    """The properties that read like a bound and are none that is known."""
    told = [(name, _plain(name), str(value)) for name, value in properties.items() if value not in (None, "")]
    return tuple(
        name for name, plain, value in told if plain in _BOUNDS or (plain in _MAY_BE_DATED and not _DATED.search(value))
    )


def _plain(name: str) -> str:
    """The name of a property without its signs."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _valid(properties: dict[str, Any], spot: _Spot) -> Interval:
    start, end = (_when(properties, key, others, spot) for key, others in _WHEN.items())
    try:
        return Interval(earliest=start, latest=end)
    except ValidationError as error:
        raise spot.bad(
            f"valid_from {start} to valid_to {end} is no span of time", "write ISO dates, the first one first"
        ) from error


def _when(properties: dict[str, Any], key: str, others: frozenset[str], spot: _Spot) -> str | None:
    """An end of the time in which a shape holds; under another name only what may be a date is one, and no place."""
    if (own := _words(properties, key, spot)) is not None:
        return own
    for name, value in properties.items():
        if _plain(name) in others and _DATED.search(str(value)):
            return str(value)
    return None


def _drawn(geometry: dict[str, Any], kind: str, spot: _Spot) -> dict[str, Any]:
    """The geometry: every position finite and on the globe, every ring closed, not all in one place.

    As it is written, or cut at the 180th meridian if it runs across it.
    """
    rings: list[Any] = [geometry.get("coordinates")]
    for _ in range(_LEVELS[kind] - 1):
        if not all(isinstance(ring, list) and ring for ring in rings):
            raise spot.bad(f"it has an empty part, or coordinates that fit no {kind}", "remove or redraw it")
        rings = [inner for ring in rings for inner in ring]
    if len(rings) > MOST_RINGS:
        raise spot.bad(f"it has {len(rings):,} rings, more than {MOST_RINGS:,}", "simplify it")
    if sum(len(ring) for ring in rings if isinstance(ring, list)) > MOST_VERTICES:
        raise spot.bad(f"it has more than {MOST_VERTICES:,} vertices", "simplify it")
    closed, across = _KINDS[kind] is ShapeKind.ZONE, False
    flat: dict[int, Flat] = {}
    for ring in rings:
        if not isinstance(ring, list) or len(ring) < (4 if closed else 2):
            raise spot.bad("it has an empty or too short part", f"give it {'four' if closed else 'two'} positions")
        if (laid := plain(ring)) is not None:
            flat[id(ring)] = laid
        else:
            _check_positions(ring, spot)
            across = across or runs_across(in_rows(ring))
        if closed and ring[0][:2] != ring[-1][:2]:
            if not _same_place(ring[0], ring[-1]):
                raise spot.bad("it has a ring that is not closed", "repeat its first position at its end")
            across = True
    coordinates = geometry["coordinates"]
    if across:
        return _cut(coordinates, kind, spot)
    drawn = built({"type": kind, "coordinates": coordinates}, flat)
    if drawn.length == 0:
        raise spot.bad("it has no extent: all its positions are the same", "draw it again")
    return {"type": kind, "coordinates": Drawn(coordinates, drawn)}


def _cut(coordinates: list[Any], kind: str, spot: _Spot) -> dict[str, Any]:
    """A geometry that runs across the 180th meridian, or around a pole, as pieces between -180 and 180."""
    parts = coordinates if kind.startswith("Multi") else [coordinates]
    try:
        if _KINDS[kind] is ShapeKind.ZONE:
            drawn = cut_zones([[in_rows(ring) for ring in rings] for rings in parts])
        else:
            drawn = cut_lines([in_rows(line) for line in parts])
    except Unsound as error:
        raise spot.bad(str(error), "cut the shape at the 180th meridian (RFC 7946, section 3.1.9)") from error
    if drawn.length == 0:
        raise spot.bad("it has no extent: all its positions are the same", "draw it again")
    written = json.loads(shapely.to_geojson(drawn))
    return {"type": written["type"], "coordinates": Drawn(written["coordinates"], drawn)}


def _same_place(one: list[float], other: list[float]) -> bool:
    """Whether two positions are the same but for whole turns around the globe."""
    return one[1] == other[1] and (one[0] - other[0]) % 360 == 0


def _check_positions(ring: list[Any], spot: _Spot) -> None:
    for number, position in enumerate(ring, 1):
        if not isinstance(position, list) or not 2 <= len(position) <= 4 or not all(map(_is_number, position)):
            raise spot.bad(f"position {number} of a part is no row of numbers", "write [longitude, latitude]")
        longitude, latitude = position[:2]
        at = f"position {number} of a part, ({longitude:.12g}, {latitude:.12g}),"
        if 90 < abs(latitude) <= 180 and abs(longitude) <= 90:
            raise spot.bad(f"{at} has its axes swapped, by the look of it", "put longitude before latitude")
        if abs(latitude) > 90 or abs(longitude) > _FARTHEST:
            raise spot.bad(f"{at} is not on the globe", "write longitude and latitude in degrees, WGS 84")


def _is_number(value: Any) -> bool:
    """A number that degrees or metres can be: neither a boolean nor 1e309 nor hundreds of digits."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < 1e12 if isinstance(value, int) else math.isfinite(value)
