"""Where what the rows tell of happened: by coordinates, by the grid, as seen by an observer, or by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.model import Candidate
from parley.text.listing import counted

from ..cells import BadCell
from ..table import Floats, Words
from .degrees import COARSE_M, METRES_A_DEGREE, read_column, read_point
from .extents import EXTENT
from .gazetteer import Gazetteer
from .mapping import Source
from .mgrs import Placed, read_mgrs
from .polar import read_bearing, read_range, seen_from
from .select import Selection, combine, shortened, spread

_FARTHEST = 20_100_000.0


@dataclass(frozen=True)
class Places:
    """Degrees and metres, NaN where not known; the name; what an ambiguous name may be; and what to tell of them."""

    latitude: Floats
    longitude: Floats
    radius_m: Floats
    name: Words
    candidates: MappingOf[int, tuple[Candidate, ...]]
    notes: tuple[str, ...]


class _Points:
    """Points as they are gathered: what is known first stays. ``radius`` is of the form in which they were written."""

    def __init__(self, rows: int) -> None:
        self.latitude, self.longitude, self.radius = (np.full(rows, np.nan) for _ in range(3))
        self.bounds = np.zeros(rows, dtype=bool)
        """Where no statement can make the place more exact than its form: a square of the grid, a bearing."""

    @property
    def open(self) -> NDArray[np.bool_]:
        empty: NDArray[np.bool_] = np.isnan(self.latitude)
        return empty

    def fill(self, values: list[Placed | None], codes: NDArray[np.int32], bounds: bool) -> None:
        """Take over the points of rows that have none yet."""
        waiting = self.open
        self.bounds |= waiting & bounds
        for into, name in (("latitude", "latitude"), ("longitude", "longitude"), ("radius", "radius_m")):
            got = spread([value and getattr(value, name) for value in values], codes, np.nan, np.float64)
            setattr(self, into, np.where(waiting, got, getattr(self, into)))


def places(selection: Selection, fields: MappingOf[str, Source], gazetteer: Gazetteer) -> Places:
    """The place of each row. Rows whose coordinates can't be used become unusable; a name alone stays a name."""
    mapping, rows = selection.mapping, len(selection.raw)
    points = _Points(rows)
    notes: list[str] = []
    _degrees(selection, fields, points, notes)
    readers: dict[str, Callable[[str], Placed | None]] = {"point": read_point, "mgrs": read_mgrs}
    for one, reader in readers.items():
        if one in fields:
            column = selection.said(fields[one])
            points.fill(selection.read(selection.named(one, fields[one]), column, reader), column.codes, one == "mgrs")
    if "observer" in fields:
        _observed(selection, fields, points, gazetteer)
    said = selection.said(fields.get("radius_m"))
    if mapping.no_point:
        none = np.array([*(word in mapping.no_point for word in said.values), False])[said.codes]
        for array in (points.latitude, points.longitude, points.radius):
            array[none] = np.nan
    values = selection.read(selection.named("radius_m", fields.get("radius_m")), said, _radius_reader(mapping.no_point))
    stated = spread(values, said.codes, np.nan, np.float64)
    stated = np.where(points.open, np.nan, stated)
    form = np.where(points.bounds | np.isnan(stated), points.radius, np.nan)
    radius = np.fmax(form, stated)
    name = selection.said(fields.get("place"))
    candidates = _by_name(selection, fields, points, radius, name, gazetteer, notes)
    return Places(points.latitude, points.longitude, radius, name, candidates, tuple(notes))


def _degrees(selection: Selection, fields: MappingOf[str, Source], points: _Points, notes: list[str]) -> None:
    if not fields.keys() >= set(_AXES):
        return
    columns = {axis: selection.said(fields[axis]) for axis in _AXES}
    read = {axis: read_column(columns[axis].values, axis) for axis in _AXES}
    for axis, other in (_AXES, _AXES[::-1]):
        faulty = read[axis][2]
        if faulty:
            wrong = np.zeros(len(columns[axis].values) + 1, dtype=bool)
            wrong[list(faulty)] = True
            for row in np.flatnonzero(wrong[columns[axis].codes]).tolist():
                word, twin = columns[axis].at(row) or "", columns[other].at(row) or ""
                why = f"it holds '{shortened(word)}'; {faulty[int(columns[axis].codes[row])]}"
                if _fits(word, other) and _fits(twin, axis):
                    why = f"it holds '{shortened(word)}', and latitude and longitude look swapped; swap the two back"
                selection.fault_at(row, selection.named(axis, fields[axis]), why)
    (north, north_step), (east, east_step) = (
        [np.append(array, np.nan)[columns[axis].codes] for array in read[axis][:2]] for axis in _AXES
    )
    half = np.flatnonzero(np.isnan(north) != np.isnan(east))
    selection.fault(half, "", "it has one coordinate; give both coordinates or neither")
    nowhere = (north == 0) & (east == 0)
    if nowhere.any():
        notes.append(f"{int(nowhere.sum()):,} rows lie at 0, 0, which tables write for no place: they get no point")
    sure = ~(np.isnan(north) | np.isnan(east) | nowhere)
    coarse = np.fmin(north_step, east_step)  # programs drop noughts at the end, so the longer of the two tells
    coarse *= METRES_A_DEGREE / 2
    exact = selection.mapping.radius_from_decimals
    points.latitude = np.where(sure, north, np.nan)
    points.longitude = np.where(sure, east, np.nan)
    points.radius = np.where(sure & (exact | (coarse > COARSE_M)), coarse, np.nan)
    extent = np.where(sure, _extents(selection, fields["latitude"]), np.nan)
    areas = ~np.isnan(extent)
    points.radius[areas], points.bounds = extent[areas], points.bounds | areas
    if areas.any():
        told = counted(int(areas.sum()), "row gives", "rows give")
        notes.append(f"{told} a line or an area: its middle stands for it, within the radius that covers all of it")


def _extents(selection: Selection, latitude: Source) -> Floats:
    """How far what the latitudes are the middle of reaches from it, in metres; NaN for a point."""
    found = np.full(len(selection.raw), np.nan)
    for name in latitude.columns:
        column = selection.raw.columns.get(name.removesuffix("latitude") + EXTENT)
        if column is not None:
            found = np.array([*map(float, column.values), np.nan])[column.codes]
    return found


_AXES = ("latitude", "longitude")


def _fits(word: str, axis: str) -> bool:
    return bool(word) and not read_column([word], axis)[2]


def _radius_reader(no_point: frozenset[str]) -> Callable[[str], float | None]:
    def read(words: str) -> float | None:
        if words in no_point:
            return None
        try:
            number = float(words)
        except ValueError as error:
            raise BadCell("write metres, or translate it in the mapping's table") from error
        if not 0 <= number <= _FARTHEST:
            raise BadCell("write metres from 0 up")
        return number

    return read


def _observed(selection: Selection, fields: MappingOf[str, Source], points: _Points, gazetteer: Gazetteer) -> None:
    mapping = selection.mapping
    columns = [selection.said(fields.get(name)) for name in ("observer", "bearing", "range")]
    codes, combined = combine(columns)
    found: list[Placed | None] = []
    bad: dict[int, tuple[str, str]] = {}
    for code, (observer, bearing, distance) in enumerate(combined):
        found.append(None)
        if not observer or not bearing or not distance:
            continue
        at = ""
        try:
            at = "observer"
            stands = _standpoint(observer, gazetteer)
            at = "bearing"
            angle = read_bearing(bearing, fields["bearing"].unit, mapping.bearing_error)
            at = "range"
            far = read_range(distance, fields["range"].unit, mapping.range_error, mapping.decimal)
        except BadCell as fault:
            said = {"observer": observer, "bearing": bearing, "range": distance}[at]
            bad[code] = (at, f"it holds '{shortened(said)}'; {fault}")
        else:
            found[code] = seen_from(stands, angle, far)
    for code, (at, why) in bad.items():
        selection.fault(np.flatnonzero(codes == code), selection.named(at, fields[at]), why)
    points.fill(found, codes, True)


def _standpoint(observer: str, gazetteer: Gazetteer) -> Placed:
    """Where the observer stood: a name that the gazetteer knows once, or coordinates."""
    known = gazetteer.find(observer).places
    if len(known) == 1:
        return Placed(known[0].latitude, known[0].longitude, known[0].radius_m)
    if len(known) > 1:
        raise BadCell("say which of the places of this name, with its region after a comma")
    try:
        placed = read_point(observer)
    except BadCell as fault:
        raise BadCell("write coordinates, or a name that places.csv has") from fault
    if placed is None:
        raise BadCell("write coordinates, or a name that places.csv has")
    return placed


def _by_name(
    selection: Selection,
    fields: MappingOf[str, Source],
    points: _Points,
    radius: Floats,
    name: Words,
    gazetteer: Gazetteer,
    notes: list[str],
) -> dict[int, tuple[Candidate, ...]]:
    """Points for names that mean one place; candidates for those that mean several; a note on those not known."""
    waiting = np.flatnonzero(points.open & (name.codes >= 0))
    if not gazetteer or not waiting.size:
        return {}
    codes, combined = combine([name.take(waiting), selection.said(fields.get("region")).take(waiting)])
    found = [gazetteer.find(place or "", region) for place, region in combined]
    candidates: dict[int, tuple[Candidate, ...]] = {}
    unknown: Counter[str] = Counter()
    for row, code in zip(waiting.tolist(), codes.tolist(), strict=True):
        one = found[code]
        if len(one.places) == 1:
            [place] = one.places
            points.latitude[row], points.longitude[row] = place.latitude, place.longitude
            radius[row] = np.nan if place.radius_m is None else place.radius_m
        elif one.places:
            candidates[row] = one.places
        elif one.shape is None:
            unknown[combined[code][0] or ""] += 1
    if candidates:
        names = dict.fromkeys(str(name.at(row)) for row in candidates)
        notes.append(f"{_rows(len(candidates))} a place of which there are several ({_few(list(names))})")
    if unknown:
        told = [f"{place}{_perhaps(place, gazetteer)}" for place, _ in unknown.most_common(3)]
        notes.append(f"{_rows(unknown.total())} a place that is not known ({_few(told, len(unknown))})")
    return candidates


def _rows(number: int) -> str:
    return counted(number, "row names", "rows name")


def _perhaps(name: str, gazetteer: Gazetteer) -> str:
    near = gazetteer.near(name)
    return f": {near}?" if near else ""


def _few(names: list[str], total: int | None = None) -> str:
    rest = (len(names) if total is None else total) - min(3, len(names))
    return ", ".join(names[:3]) + (f" and {rest} more" if rest > 0 else "")
