"""Zones and lines as annexes draw them: unsound, overlapping, out of place, not as wide as told; hostile ones too."""

from __future__ import annotations

from typing import Any

import pytest

from parley.framework import parse
from parley.framework.checks import Draft
from parley.framework.checks.geometry import RULES
from parley.framework.checks.shapes import MOST_POSITIONS, drawn, reach_km, width_km
from parley.model import Finding, Shape, ShapeKind

TEXT = """---
parties: {KES: Kestria, ORL: Orlavia}
annexes: {A: annexes/zones.geojson}
d_day: 2031-03-06T06:00+02:00
---
# Agreement

**Contact Line** means the line shown in Annex A.

**North Zone** means the area shown in Annex A.

**South Zone** means the area shown in Annex A.

1. No Party shall place tanks in the North Zone from D-day.
2. No Party shall fly aircraft in the South Zone from D-day.
"""
SQUARE = [[20.0, 45.0], [20.2, 45.0], [20.2, 45.1], [20.0, 45.1], [20.0, 45.0]]


def zone(name: str, ring: list[list[float]]) -> Shape:
    return Shape(name=name, kind=ShapeKind.ZONE, annex="A", geometry={"type": "Polygon", "coordinates": [ring]})


def line(name: str, row: list[list[float]]) -> Shape:
    return Shape(name=name, kind=ShapeKind.LINE, annex="A", geometry={"type": "LineString", "coordinates": row})


def shifted(ring: list[list[float]], east: float) -> list[list[float]]:
    return [[x + east, y] for x, y in ring]


def findings(*shapes: Shape, text: str = TEXT) -> list[Finding]:
    draft = Draft(parse(text), shapes)
    return [finding for rule in RULES for finding in rule.find(draft)]


def test_sound_shapes_apart_have_no_finding() -> None:
    straight = line("Contact Line", [[20.0, 45.0], [20.1, 45.02], [20.2, 45.0]])
    assert findings(straight, zone("North Zone", SQUARE), zone("South Zone", shifted(SQUARE, 0.3))) == []


@pytest.mark.parametrize(
    ("ring", "why"),
    [
        ([[20.0, 45.0], [20.2, 45.1], [20.2, 45.0], [20.0, 45.1], [20.0, 45.0]], "crosses its own border"),
        ([[20.0, 45.0], [20.2, 45.0], [20.0, 45.0], [20.0, 45.0]], "encloses no area"),
        ([[20.0, 45.0]] * 4, "no extent"),
        (SQUARE[:-1], "not closed"),
        ([[20.0, 145.0], *SQUARE[1:-1], [20.0, 145.0]], "not on the globe"),
        ([], "empty"),
    ],
)  # fmt: skip
def test_an_unsound_zone_is_told_at_its_definition(ring: list[list[float]], why: str) -> None:
    [found] = findings(zone("North Zone", ring))
    assert found.code == "D2.unsound"
    assert found.quote == "**North Zone** means the area shown in Annex A."
    assert why in found.why


def test_a_line_that_crosses_itself() -> None:
    [found] = findings(line("Contact Line", [[20.0, 45.0], [20.6, 45.2], [20.6, 45.0], [20.0, 45.2]]))
    assert (found.code, found.quote) == ("D1.unsound", "**Contact Line** means the line shown in Annex A.")


def test_zones_that_overlap_under_different_rules_name_both() -> None:
    [found] = findings(zone("North Zone", SQUARE), zone("South Zone", shifted(SQUARE, 0.1)))
    assert found.code == "D2.overlap"
    assert "not place tanks" in found.why
    assert "not fly aircraft" in found.why
    assert set(found.also) >= {"1", "2"}
    settled = TEXT + "3. Where the two zones overlap, the rules of the North Zone hold.\n"
    assert findings(zone("North Zone", SQUARE), zone("South Zone", shifted(SQUARE, 0.1)), text=settled) == []


def test_a_zone_within_a_zone_is_meant_so() -> None:
    inner = [[20.05, 45.02], [20.1, 45.02], [20.1, 45.05], [20.05, 45.05], [20.05, 45.02]]
    assert findings(zone("North Zone", SQUARE), zone("South Zone", inner)) == []


def test_a_corridor_out_of_its_zone() -> None:
    text = TEXT.replace("the area shown in Annex A.\n\n1.", "the corridor in the North Zone shown in Annex A.\n\n1.")
    found = findings(zone("North Zone", SQUARE), zone("South Zone", shifted(SQUARE, 2)), text=text)
    assert [each.code for each in found] == ["D2.outside"]


@pytest.mark.parametrize(("km", "told"), [(40, True), (11, False)])
def test_the_text_says_another_width_than_the_annex(km: int, told: bool) -> None:
    strip = [[20.0, 45.0], [21.0, 45.0], [21.0, 45.1], [20.0, 45.1], [20.0, 45.0]]
    text = TEXT.replace("**North Zone** means the area", f"**North Zone** means the area {km} km wide, as")
    found = findings(zone("North Zone", strip), text=text)
    assert [(each.code, each.quote) for each in found] == ([("L12.width", f"{km} km")] if told else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The North Zone has a width of 20 km in total.", True),
        ("The total width of the North Zone is 20 km.", True),
        ("The total width of the North Zone is 11 km.", False),
    ],
)
def test_a_width_is_told_in_an_article_too(words: str, told: bool) -> None:
    strip = [[20.0, 45.0], [21.0, 45.0], [21.0, 45.1], [20.0, 45.1], [20.0, 45.0]]
    found = findings(zone("North Zone", strip), text=f"{TEXT}3. {words}\n")
    assert [(each.code, each.quote) for each in found] == ([("L12.width", "20 km")] if told else [])


@pytest.mark.parametrize(("km", "told"), [(40, True), (6, False)])
def test_the_text_says_another_reach_from_the_line(km: int, told: bool) -> None:
    strip = [[20.0, 44.95], [21.0, 44.95], [21.0, 45.05], [20.0, 45.05], [20.0, 44.95]]
    text = TEXT.replace(
        "**North Zone** means the area", f"**North Zone** means the area within {km} km of the Contact Line"
    )
    found = findings(zone("North Zone", strip), line("Contact Line", [[20.0, 45.0], [21.0, 45.0]]), text=text)
    assert [each.code for each in found] == (["L12.width"] if told else [])


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Kestria shall move its tanks 900 km from the Contact Line between D+3 and D+4.",
         "900 km from the Contact Line between D+3 and D+4"),
        ("Kestria shall withdraw its tanks at least 800 km from the Contact Line within 24 hours of D-day.",
         "800 km from the Contact Line within 24 hours of D-day"),
        ("Kestria shall withdraw its tanks at least 800 km from the Contact Line by D+20.", None),
        ("Kestria shall withdraw missiles with a range of 900 km by D+1.", None),
    ],
)  # fmt: skip
def test_a_withdrawal_faster_than_troops_can_move(words: str, quote: str | None) -> None:
    found = findings(text=f"{TEXT}3. {words}\n")
    assert [(each.code, each.quote) for each in found] == ([("D11.too-fast", quote)] if quote else [])


def deep(levels: int) -> dict[str, Any]:
    geometry: dict[str, Any] = {"type": "Polygon", "coordinates": [SQUARE]}
    for _ in range(levels):
        geometry = {"type": "GeometryCollection", "geometries": [geometry]}
    return geometry


def test_hostile_geometry_gets_one_sentence() -> None:
    nested = Shape(name="North Zone", kind=ShapeKind.ZONE, annex="A", geometry=deep(2_000))
    zigzag = [[20 + i / 1e5, 45.0 if i % 2 else 45.1] for i in range(5_000)]
    crossed = zone("South Zone", [*zigzag, [20.0, 45.05], zigzag[0]])
    assert [each.code for each in findings(nested, crossed)] == ["D2.unsound", "D2.unsound"]
    many = zone("North Zone", [[20.0, 45.0]] * (MOST_POSITIONS + 1))
    assert "too many" in (drawn(many).problem or "")


@pytest.mark.parametrize(
    "geometry", [{}, {"type": "Polygon"}, {"type": "Polygon", "coordinates": None},
                 {"type": "Point", "coordinates": [1, 2]}, {"type": "Polygon", "coordinates": [[["a", "b"]]]},
                 {"type": "Polygon", "coordinates": [[[None, 1]]]},
                 {"type": 7, "coordinates": [[[1, 2], [3, 4], [1, 2]]]}]
)  # fmt: skip
def test_what_is_no_geometry_is_no_crash(geometry: dict[str, Any]) -> None:
    [found] = findings(Shape(name="North Zone", kind=ShapeKind.ZONE, annex="A", geometry=geometry))
    assert found.code == "D2.unsound"


def test_what_is_drawn_across_the_meridian_is_one_piece() -> None:
    pieces = [[shifted(SQUARE, 159.8)], [shifted(SQUARE, -200.0)]]  # 179.8 to 180, and -180 to -179.8
    across = Shape(name="Zone", kind=ShapeKind.ZONE, geometry={"type": "MultiPolygon", "coordinates": pieces})
    whole = zone("Zone", [[20.0, 45.0], [20.4, 45.0], [20.4, 45.1], [20.0, 45.1], [20.0, 45.0]])
    assert width_km(drawn(across)) == pytest.approx(width_km(drawn(whole)))
    east = line("Line", [[-179.8, 45.0], [-179.8, 45.1]])
    assert reach_km(drawn(zone("West", pieces[0][0])), drawn(east)) == pytest.approx(0.4 * 78.6, rel=0.01)
