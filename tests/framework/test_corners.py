"""Corners and points that the text tells in degrees: another place than the annex draws is a defect of the two."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.checks import Draft
from parley.framework.checks.corners import RULES
from parley.framework.checks.geometry import AnotherWidth
from parley.model import Finding, Shape, ShapeKind
from parley.text.positions import boxes, positions

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
annexes: {A: annexes/zones.geojson}
d_day: 2031-03-06T06:00+02:00
---
# Agreement

"""
AREA = "45.10000° N 20.00000° E, 45.10000° N 20.20000° E, 45.00000° N 20.20000° E and 45.00000° N 20.00000° E"
SQUARE = [[20.0, 45.1], [20.2, 45.1], [20.2, 45.0], [20.0, 45.0], [20.0, 45.1]]
ZONE = Shape(name="Zone", kind=ShapeKind.ZONE, annex="A", geometry={"type": "Polygon", "coordinates": [SQUARE]})
ROAD = Shape(
    name="Long Road",
    kind=ShapeKind.LINE,
    annex="A",
    geometry={"type": "LineString", "coordinates": [[20.0, 45.05], [20.2, 45.05]]},
)


def findings(text: str, *shapes: Shape) -> list[Finding]:
    draft = Draft(parse(HEAD + text + "\n"), shapes)
    return [finding for rule in (*RULES, AnotherWidth()) for finding in rule.find(draft)]


@pytest.mark.parametrize(
    ("words", "degrees"),
    [
        ("at 12.6° N 40.7° E", (12.6, 40.7)),
        ("12°36'00\" N, 40°42'00\" E", (12.6, 40.7)),
        ("N 12.6°, E 40.7°", (12.6, 40.7)),
        ("40.7° E, 12.6° S", (-12.6, 40.7)),
        ("latitude 12.60 north and longitude 40.70 east", (12.6, 40.7)),
    ],
)
def test_a_position_is_read_as_treaties_write_it(words: str, degrees: tuple[float, float]) -> None:
    [found] = positions(words)
    assert (found.latitude, found.longitude) == pytest.approx(degrees)


@pytest.mark.parametrize("words", ["40 km N of the mill", "Articles 12 and 40", "at 12° in the shade"])
def test_other_numbers_are_no_position(words: str) -> None:
    assert positions(words) == []


def test_what_two_parallels_and_two_meridians_bound_has_four_corners() -> None:
    [corners] = boxes("between 45.0° N and 45.1° N and between 20.0° E and 20.2° E")
    assert {(each.latitude, each.longitude) for each in corners} == {(45, 20), (45, 20.2), (45.1, 20), (45.1, 20.2)}


def test_corners_that_the_annex_draws_have_no_finding() -> None:
    assert findings(f"**Zone** means the area whose corners are {AREA}, as drawn in Annex A.", ZONE) == []
    bounded = "**Zone** means the area between 45.0° N and 45.1° N and between 20.0° E and 20.2° E."
    assert findings(bounded, ZONE) == []


@pytest.mark.parametrize(
    ("there", "instead"),
    [("45.10000° N 20.20000° E", "45.10000° N 20.30000° E"), (" 45.00000° N 20.0", " 44.9° N 20.0")],
)
def test_a_corner_elsewhere_is_found_at_its_degrees(there: str, instead: str) -> None:
    text = f"**Zone** means the area whose corners are {AREA}, as drawn in Annex A.".replace(there, instead)
    [found] = findings(text, ZONE)
    assert found.code == "L12.position"
    assert found.quote.startswith(instead.strip()[:8])


def test_the_corners_may_stand_in_the_next_sentence() -> None:
    text = f"**Zone** means the area around the mill. Its corners are {AREA.replace('20.2', '20.4')}."
    assert [each.code for each in findings(text, ZONE)] == ["L12.position"]


def test_a_road_ends_where_the_annex_draws_its_ends() -> None:
    road = "**Long Road** means the road from Dorn (45.05° N 20.0° E) to Marn ({}), as drawn in Annex A."
    assert findings(road.format("45.05° N 20.2° E"), ROAD) == []
    [found] = findings(road.format("45.05° N 20.1° E"), ROAD)
    assert (found.code, found.quote) == ("L12.position", "45.05° N 20.1° E")


def test_a_place_has_one_position() -> None:
    text = "1. The post stands at Dorn (45.05° N 20.0° E).\n2. The store is at Dorn ({})."
    assert findings(text.format("45.05° N 20.0° E")) == []
    assert [each.code for each in findings(text.format("45.15° N 20.0° E"))] == ["L7.two-positions"] * 2


def test_a_crossing_lies_on_the_line_that_is_crossed_there() -> None:
    gate = "**Gate** means the crossing point at {}.\n\n1. The canal crosses the Long Road at the Gate."
    assert findings(gate.format("45.05° N 20.1° E"), ROAD) == []
    assert [each.code for each in findings(gate.format("45.08° N 20.1° E"), ROAD)] == ["L7.two-positions"]


@pytest.mark.parametrize(
    ("sound", "defective"),
    [
        ("The Long Road is 15.7 km long.", "The Long Road is 25 km long."),
        ("The Zone covers 175 square km.", "The Zone covers 300 square km."),
        ("The Zone reaches up to 5.6 km from the Long Road.", "The Zone reaches up to 9 km from the Long Road."),
    ],
)
def test_lengths_and_areas_are_held_against_the_drawing(sound: str, defective: str) -> None:
    assert findings(f"1. {sound}", ZONE, ROAD) == []
    assert [each.code for each in findings(f"1. {defective}", ZONE, ROAD)] == ["L12.width"]


def test_without_an_annex_a_zone_is_measured_by_the_corners_that_the_text_tells() -> None:
    text = f"**Zone** means the area whose corners are {AREA}.\n\n1. The Zone is 11 km wide."
    assert findings(text) == []
    assert [each.code for each in findings(text.replace("11 km", "20 km"))] == ["L12.width"]
