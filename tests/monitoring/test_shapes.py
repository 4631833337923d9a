"""GeoJSON to zones and lines: what is sound is kept as it is, what is not is refused with place and mend."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import TEAM, ShapeKind, UnusableInput
from parley.monitoring import load_shapes

SQUARE = [[[90, -42], [91, -42], [91, -41], [90, -41], [90, -42]]]


def load(document: Any) -> Any:
    return load_shapes(json.dumps(document).encode(), "annexes/a.geojson", TEAM)


def feature(geometry: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": geometry, "coordinates": coordinates}}


def test_a_feature_has_the_name_by_which_the_text_calls_it() -> None:
    [zone] = load(feature("Polygon", SQUARE, name="Gulf Zone", annex="B", party="KES", valid_from="2031-03-01"))
    assert (zone.name, zone.kind, zone.annex, zone.party) == ("Gulf Zone", ShapeKind.ZONE, "B", "KES")
    assert zone.geometry == {"type": "Polygon", "coordinates": SQUARE}


def test_a_bare_geometry_is_called_as_its_file() -> None:
    [line] = load({"type": "LineString", "coordinates": [[90, -42], [91, -42]]})
    assert (line.name, line.kind) == ("a", ShapeKind.LINE)


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ([], "no GeoJSON object"),
        ({"type": "FeatureCollection", "features": []}, "without features"),
        (feature("Point", [90, -42], name="Post"), "its geometry is Point"),
        (feature("GeometryCollection", []), "its geometry is GeometryCollection"),
        (feature("Polygon", [], name="Gulf"), "feature 1 (Gulf): it has an empty part"),
        (feature("Polygon", [[]], name="Gulf"), "empty or too short part"),
        (feature("Polygon", [SQUARE[0][:-1]]), "not closed"),
        (feature("Polygon", [[[90, -42], [91, -41], [91, -42], [90, -41], [90, -42]]]), "Self-intersection"),
        (feature("LineString", [[-42, 151], [-41, 152]]), "axes swapped"),
        (feature("LineString", [[90, -42], [541, -42]]), "not on the globe"),
        (feature("LineString", [[90, -42], [90, -42]]), "no extent"),
        (feature("LineString", [[90, "x"], [90, -42]]), "no row of numbers"),
        (feature("LineString", [[90, 10**400], [90, -42]]), "no row of numbers"),
        (feature("LineString", [[90, -42], [91, -42]], kind="zone"), "it says kind zone but its LineString is a line"),
        (feature("LineString", [[90, -42], [91, -42]], name=3), "its property name is no text"),
        (feature("LineString", [[90, -42], [91, -42]], valid_from="soon"), "no span of time"),
        ({"type": "FeatureCollection", "features": [feature("Polygon", SQUARE)] * 2}, "it has no name"),
        ({**feature("Polygon", SQUARE), "crs": {"properties": {"name": "EPSG:3857"}}}, "reference system is EPSG:3857"),
    ],
)
def test_what_is_not_sound_is_refused(document: Any, says: str) -> None:
    with pytest.raises(UnusableInput) as refusal:
        load(document)
    assert says in str(refusal.value)
    assert str(refusal.value).startswith("annexes/a.geojson")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"type": "LineString", "coordinates": [[90, 1e309], [91, -42]]}', "no row of numbers"),
        ('{"type": "LineString", "coordinates": [[90, NaN], [91, -42]]}', "it holds NaN"),
        ('{"type": "LineString", "coordinates": [[90, -42', "line 1, column"),
        ("[" * 100_000, "annexes/a.geojson"),
    ],
)
def test_text_that_json_or_numbers_cannot_hold_is_refused(text: str, says: str) -> None:
    with pytest.raises(UnusableInput, match=says):
        load_shapes(text.encode(), "annexes/a.geojson")


TYPES = ["FeatureCollection", "Feature", "Polygon", "LineString"]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["Feature", "Polygon", "LineString"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "name"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_document_ends_in_anything_but_shapes_or_a_sentence(document: Any) -> None:
    with contextlib.suppress(UnusableInput):
        assert load(document)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_file_may_have_any_encoding_that_a_text_may_have(encoding: str) -> None:
    text = json.dumps(feature("Polygon", SQUARE, name="Zone Nord-Été"), ensure_ascii=False)
    [zone] = load_shapes(text.encode(encoding), "a.geojson", TEAM)
    assert zone.name == "Zone Nord-Été"


@pytest.mark.parametrize("data", [b"", b" \n"])
def test_a_file_without_anything_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(UnusableInput, match=r"zone.geojson: it is empty; export it as GeoJSON again"):
        load_shapes(data, "zone.geojson")


@pytest.mark.parametrize(
    ("start", "end"),
    [("from", "until"), ("start", "end"), ("Start_Date", "End_Date"), ("validFrom", "valid_until"), ("since", "to")],
)
def test_when_it_holds_may_stand_under_other_names(start: str, end: str) -> None:
    [zone] = load(feature("Polygon", SQUARE, **{start: "2031-03-01", end: "2031-03-05"}))
    assert (str(zone.valid.earliest), str(zone.valid.latest)) == ("2031-03-01", "2031-03-05")
    [zone] = load(feature("Polygon", SQUARE, valid_to="2031-03-04", **{end: "2031-03-05"}))
    assert str(zone.valid.latest) == "2031-03-04"


def test_from_where_to_where_a_line_runs_is_no_time() -> None:
    [line] = load(feature("LineString", [[90, -42], [91, -42]], start="Pell", end="Temmick", to=12.5))
    assert (line.valid.earliest, line.valid.latest) == (None, None)


@pytest.mark.parametrize("said", ["6 March 2031", "2031", 2031, "03/06/2031"])
def test_a_time_that_is_not_understood_is_refused(said: Any) -> None:
    with pytest.raises(UnusableInput, match="no span of time"):
        load(feature("Polygon", SQUARE, until=said))
