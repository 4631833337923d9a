"""JSON as tools write it: lists of records, GeoJSON, and the exports of Kobo and ODK, as rows and columns.

A record in a record is flattened with ``/`` between the names, as Kobo itself names groups. GeoJSON geometries,
in features or in fields, give the columns ``latitude`` and ``longitude`` (for a field: with its name before them): a
point its own, a line or an area those of its middle, and ``extent_m``, within which of it all of it lies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from parley.model import NotYetHandled, UnusableInput

from .extents import EXTENT, covering
from .raw import RawTable, from_rows, read_text

_LISTS = ("features", "results", "value", "data", "records", "rows", "events")
"""Where the records stand in what tools write: GeoJSON, Kobo's API, ODK Central's OData, and others."""
_DEEPEST = 12
_MOST_COLUMNS = 2_000


def read_json(data: bytes, path: str, records: str | None = None) -> RawTable:
    """The records of a JSON document; ``records`` names the list that holds them, where that isn't evident.

    The first record is row 1. Raises :class:`UnusableInput` naming the line or the record, and the mend.
    """
    text, notes = read_text(data, path)
    found = _records(_parsed(text, path), path, records)
    del text
    rows: list[dict[str, str]] = []
    names: dict[str, None] = {}
    for number, record in enumerate(found, 1):
        if not isinstance(record, dict):
            raise UnusableInput(path, "it is no object with names", "write each as {name: value}", f"record {number}")
        row = _feature(record) if record.get("type") == "Feature" and "geometry" in record else dict(_flat(record))
        names |= dict.fromkeys(row)
        if len(names) > _MOST_COLUMNS:
            raise NotYetHandled(path, f"its records have more than {_MOST_COLUMNS:,} names", "export fewer fields")
        rows.append(row)
    header = list(names)
    cells: Iterator[tuple[int, list[str]]] = (
        (number, [row.get(name, "") for name in header]) for number, row in enumerate(rows, 1)
    )
    return from_rows(path, header, cells, notes)


def _parsed(text: str, path: str) -> Any:
    def refuse(constant: str) -> NoReturn:
        raise UnusableInput(path, f"it holds {constant}, which is no number", "write finite numbers, or null")

    try:
        return json.loads(text, parse_constant=refuse, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and error.msg == "Extra data":  # JSON Lines
            return [_parsed_line(line, path, number, refuse) for number, line in enumerate(lines, 1)]
        raise UnusableInput(path, f"it is no JSON ({error.msg})", "export it again", where) from error
    except RecursionError as error:
        raise UnusableInput(path, "it nests too deep", "export it flat") from error


def _parsed_line(line: str, path: str, number: int, refuse: Any) -> Any:
    try:
        return json.loads(line, parse_constant=refuse, parse_int=str, parse_float=str)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnusableInput(path, "it is no JSON", "export it again", f"line {number}") from error


def _records(document: Any, path: str, named: str | None) -> list[Any]:
    found = document
    if named is not None:
        for name in named.split("/"):
            found = found.get(name) if isinstance(found, dict) else None
        if not isinstance(found, list):
            raise UnusableInput(path, f"it has no list '{named}'", "name the list that holds the records")
    elif isinstance(document, dict):
        lists = [document[name] for name in _LISTS if isinstance(document.get(name), list)]
        if document.get("type") == "Feature":
            lists = [[document]]
        if len(lists) != 1:
            raise UnusableInput(
                path, "where its records stand is not evident", "name their list as records in the mapping"
            )
        found = lists[0]
    if not isinstance(found, list) or not found:
        raise UnusableInput(path, "it holds no records", "export it again, with its rows")
    return found


def _feature(feature: dict[str, Any]) -> dict[str, str]:
    properties = feature.get("properties")
    row = dict(_flat(properties)) if isinstance(properties, dict) else {}
    if "id" in feature and "id" not in row:
        row["id"] = _word(feature["id"])
    geometry = feature.get("geometry")
    if isinstance(geometry, dict):
        row |= {name: value for name, value in _place(geometry, "").items() if name not in row}
    return row


def _flat(record: dict[str, Any], before: str = "", depth: int = 0) -> Iterable[tuple[str, str]]:
    for key, value in record.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and depth < _DEEPEST:
            if isinstance(value.get("type"), str) and isinstance(value.get("coordinates"), list):
                yield from _place(value, f"{name}/").items()
                if isinstance(value.get("properties"), dict):
                    yield from _flat(value["properties"], f"{name}/", depth + 1)
            else:
                yield from _flat(value, f"{name}/", depth + 1)
        elif key == "_geolocation" and isinstance(value, list) and len(value) == 2:  # Kobo: latitude first
            yield from zip((f"{before}_latitude", f"{before}_longitude"), map(_word, value), strict=True)
        else:
            yield name, _word(value)


def _place(geometry: dict[str, Any], before: str) -> dict[str, str]:
    """Longitude and latitude of a point, or of the middle of a line or an area, and how far that reaches from it."""
    spot = geometry.get("coordinates")
    if geometry.get("type") == "Point" and isinstance(spot, list) and len(spot) >= 2:
        return {f"{before}latitude": _word(spot[1]), f"{before}longitude": _word(spot[0])}
    kind = _word(geometry.get("type"))
    try:
        circle = covering(geometry)
    except ValueError as error:  # in the cell of a coordinate it is refused as any other that is none
        return {f"{before}geometry": kind, f"{before}latitude": f"{kind}: {error}"}
    said = {"latitude": circle.latitude, "longitude": circle.longitude, EXTENT: circle.radius_m} if circle else {}
    return {f"{before}geometry": kind} | {f"{before}{name}": f"{value:.10g}" for name, value in said.items()}


def _word(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)
