"""A ban on what is present in a place is held against whose it is there; to go onto a place is to enter it."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import KM_NORTH

AT = {"latitude": -42 + 20 * KM_NORTH, "longitude": 90, "radius_m": 100}
LAUNCHERS = {"id": "r1", "event_earliest": "2031-03-15", "act": "spotted", "object": "BM-21 Grad", "count": 3, **AT}


@pytest.mark.parametrize(
    "text",
    [
        "From D+11 no multiple rocket launcher of either Party shall be present within 50 km of the Separation Line.",
        "No multiple rocket launcher of either Party shall be within 50 km of the Separation Line.",
        "Multiple rocket launchers of the Parties shall not be present within 50 km of the Separation Line.",
        "No multiple rocket launcher of the Orlavian Union shall be present within 50 km of the Separation Line.",
    ],
)
def test_whose_things_are_present_is_told_by_the_report(held: Any, text: str) -> None:
    seen = held(f"1. {text}\n", [{**LAUNCHERS, "actor": "ORL", "claimant": "JVC"}])
    by = {one.bearer: (one.verdict.value, one.finding) for one in seen.verdicts}
    assert by["ORL"] == ("breached", "alleged")
    assert by.get("KES", ("cannot tell", None)) == ("cannot tell", None)


def test_where_the_text_names_nobody_it_is_whoever_has_them_there(held: Any) -> None:
    text = "1. No multiple rocket launcher shall be present within 50 km of the Separation Line.\n"
    (one,) = held(text, [{**LAUNCHERS, "actor": "ORL", "claimant": "JVC"}]).verdicts
    assert (one.bearer, one.verdict.value) == (None, "breached")
    turned_away = {"id": "r1", "event_earliest": "2031-03-15", "act": "turned away", "object": "delegates", **AT}
    (one,) = held(text, [{**turned_away, "actor": "ORL", "claimant": "JVC"}]).verdicts
    assert one.reports == ()


@pytest.mark.parametrize("goes", ["go onto", "go into", "move onto"])
def test_to_go_onto_a_place_is_to_enter_it(held: Any, goes: str) -> None:
    inside = {"latitude": -42.5, "longitude": 92.5, "radius_m": 100}
    entry = {"id": "r1", "event_earliest": "2031-03-15", "act": "entry", "actor": "ORL", "claimant": "JVC", **inside}
    verdicts = held(f"1. Neither Party shall {goes} the Gulf Zone.\n", [entry]).verdicts
    assert [one.verdict.value for one in verdicts] == ["cannot tell", "breached"]
