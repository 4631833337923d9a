"""A ban at a place that no annex draws: it is known by its name, and other places by how far they lie from it."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held

pytestmark = pytest.mark.usefixtures("both_ways")

GUARDS = "1. No Party shall keep more than ten guards at the Mill Gate at any time. {#guards}\n"
ENTRY = "1. Neither Party shall enter Noor Hospital or Elm Hospital. {#hospitals}\n"
WATCHED = "".join(
    f"HAL,nurses,{place},2031-03-01,2031-04-30,1,\n" for place in ("Mill Gate", "Noor Hospital", "Elm Hospital")
)
GATE = {"latitude": -20.0, "longitude": -29.98, "radius_m": 60}
FAR = {"latitude": -20.2, "longitude": -30.3, "radius_m": 500}
NEAR = {"latitude": -20.001, "longitude": -29.98, "radius_m": 200}


def seen(id: str, place: str, number: int, **more: Any) -> dict[str, Any]:
    row = {
        "id": id,
        "event_earliest": "2031-03-10T09:00",
        "reported": "2031-03-10T18:00",
        "act": "seen",
        "actor": "KES",
    }
    return {**row, "object": "guards", "count": number, "claimant": "HAL", "place": place, **more}


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (seen("r2", "Mill Gate", 16), "breached"),
        (seen("r2", "the Mill Gate", 16, **GATE), "breached"),
        (seen("r2", "Mill Gate", 9, **GATE), "kept"),
        (seen("r2", "Dry Hills", 16, **FAR), "kept"),
        (seen("r2", "Old Mill", 16, **NEAR), "cannot tell"),
        (seen("r2", "Old Mill", 16), "cannot tell"),
        (seen("r2", "", 16), "cannot tell"),
    ],
)
def test_who_is_at_a_place_by_its_name_is_there_and_who_is_far_from_it_is_not(
    held: Held, row: dict[str, Any], verdict: str
) -> None:
    rows = [seen("r1", "Mill Gate", 2, **GATE, actor="ORL"), row]
    one = next(one for one in held(GUARDS, rows, effort=WATCHED).verdicts if one.bearer == "KES")
    assert one.verdict == verdict


def test_a_place_that_no_report_names_either_is_known_to_nobody(held: Held) -> None:
    [one, _] = held(GUARDS, [seen("r1", "Dry Hills", 16, **FAR)], effort=WATCHED).verdicts
    assert "no annex gives the shape of 'Mill Gate'" in one.why


@pytest.mark.parametrize(
    ("place", "at", "verdict"),
    [("Elm Hospital", {}, "breached"), ("Dry Hills", FAR, "kept"), ("East Market", {}, "cannot tell")],
)
def test_of_two_such_places_either_counts(held: Held, place: str, at: dict[str, Any], verdict: str) -> None:
    rows = [
        seen("n1", "Noor Hospital", 1, **GATE, actor="HAL", act="visited", object="ward"),
        seen("e1", "Elm Hospital", 1, **NEAR, actor="HAL", act="visited", object="ward"),
        seen("r1", place, 6, act="entered", object="fighters", **at),
    ]
    one = next(one for one in held(ENTRY, rows, effort=WATCHED).verdicts if one.bearer == "KES")
    assert one.verdict == verdict
