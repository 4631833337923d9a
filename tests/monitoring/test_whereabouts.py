"""Duties done at a place, and withdrawals from one: what is told elsewhere, and what is seen there since."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.conftest import KM_NORTH

OUT = "1. Orlavia shall withdraw its tanks from the Gulf Zone by D+10. {#out}\n"
IN_GULF = {"latitude": -42.5, "longitude": 92.5, "radius_m": 100}
NEAR = {"latitude": -42 + 2 * KM_NORTH, "longitude": 92.5}
FAR = {"latitude": -30.0, "longitude": 92.5, "radius_m": 100}


def row(id: str, day: int, act: str, **more: Any) -> dict[str, Any]:
    when = f"2031-03-{day:02}T10:00"
    given = {"id": id, "event_earliest": when, "event_latest": when, "reported": when, "act": act, "actor": "ORL"}
    return {**given, "object": "tanks", "claimant": "JVC", **more}


LEFT = row("left", 8, "withdrawal")
SEEN = row("seen", 15, "presence", count=12, **IN_GULF)
FOUND = {"life": "found", "found_by": "JVC"}


def verdict(result: Any) -> Any:
    return next(one for one in result.verdicts if one.provision == "out")


@pytest.mark.parametrize(
    ("place", "outcome"),
    [
        ({}, "kept"),
        ({"place": "Gulf Zone"}, "kept"),
        ({"place": "west of the Gulf Zone"}, "kept"),
        (IN_GULF, "kept"),
        (NEAR, "kept"),  # nobody said how exact that is
        (FAR, "cannot tell"),
        ({"place": "Harrowell"}, "cannot tell"),
        ({"place": "Harrowell", "act": "withdrawal from the Gulf Zone"}, "kept"),
    ],
)
def test_a_withdrawal_told_elsewhere_may_be_another(held: Any, place: dict[str, Any], outcome: str) -> None:
    assert verdict(held(OUT, [{**LEFT, **place}])).verdict == outcome


def test_what_is_to_be_done_in_a_place_is_not_done_elsewhere(held: Any) -> None:
    text = "1. Orlavia shall clear the mines in the Gulf Zone by D+10. {#out}\n"
    cleared = row("cleared", 8, "clearance", object="mines")
    assert verdict(held(text, [{**cleared, **IN_GULF}])).verdict == "kept"
    assert verdict(held(text, [{**cleared, **FAR}])).verdict == "overdue"


@pytest.mark.parametrize(
    ("text", "place", "outcome"),
    [
        ("from Tolmere", "Tolmere", "kept"),
        ("from Tolmere", "Tolmere bridge", "kept"),
        ("from Tolmere", "Harrowell", "cannot tell"),
        ("to at least 15 km from the Separation Line", "Harrowell", "kept"),  # where it went is not asked yet
    ],
)
def test_a_place_that_no_annex_shows_is_known_by_its_name(held: Any, text: str, place: str, outcome: str) -> None:
    provision = f"1. Orlavia shall withdraw its tanks {text} by D+10. {{#out}}\n"
    assert verdict(held(provision, [{**LEFT, "place": place}])).verdict == outcome


@pytest.mark.parametrize(
    ("rows", "outcome", "told"),
    [
        ([LEFT, SEEN], "cannot tell", "But seen there since"),
        ([LEFT, {**SEEN, "act": "deployment"}], "cannot tell", "But seen there since"),
        ([{**LEFT, **FOUND}, SEEN], "kept", "Seen there since"),
        ([SEEN], "overdue", "Seen there since"),
        ([LEFT, {**SEEN, "object": "trucks"}], "kept", None),
        ([LEFT, {**SEEN, "actor": "KES"}], "kept", None),
        ([LEFT, {**SEEN, "count": 0}], "kept", None),
        ([LEFT, {**SEEN, **FAR}], "kept", None),
        ([LEFT, row("seen", 6, "presence", **IN_GULF)], "kept", None),
        ([LEFT, row("seen", 9, "presence", **IN_GULF)], "cannot tell", "But seen there since"),
    ],
)
def test_what_is_seen_where_it_should_be_gone(held: Any, rows: list[Any], outcome: str, told: str | None) -> None:
    one = verdict(held(OUT, rows))
    assert (one.verdict, "seen" in one.reports) == (outcome, told is not None)
    assert (told or "").casefold() in one.why.casefold()
    assert told is not None or "seen there" not in one.why.casefold()


def test_a_distance_from_a_line_is_looked_at_alike(held: Any) -> None:
    text = "1. Orlavia shall withdraw its tanks to at least 15 km from the Separation Line by D+10. {#out}\n"
    near = {"latitude": -42 + 5 * KM_NORTH, "longitude": 90, "radius_m": 100}
    assert verdict(held(text, [LEFT, {**SEEN, **near}])).verdict == "cannot tell"
    assert verdict(held(text, [LEFT, {**SEEN, "latitude": -42 + 20 * KM_NORTH, "longitude": 90}])).verdict == "kept"


def test_of_a_number_of_things_others_may_be_seen(held: Any) -> None:
    text = "1. Orlavia shall withdraw 20 tanks from the Gulf Zone by D+10. {#out}\n"
    one = verdict(held(text, [{**LEFT, "count": 20}, SEEN]))
    assert (one.verdict, "Seen there since" in one.why) == ("kept", True)


def by_days(act: str, place: str) -> list[dict[str, Any]]:
    return [
        {"id": f"R{day}", "event_earliest": f"2031-03-{day:02d}T10:00", "reported": f"2031-03-{day:02d}T12:00",
         "act": act, "actor": "JVC", "claimant": "JVC", "place": place}
        for day in range(1, 11)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("duty", "act", "place", "verdict"),
    [
        ("patrol the Gulf Zone every day", "patrol", "Gulf Zone", "kept"),
        ("inspect the Gulf Zone at least once a week", "inspection", "the Gulf Zone", "kept"),
        ("inspect the Gulf Zone by D+5", "inspection", "Gulf Zone", "kept"),
        ("patrol the Gulf Zone every day", "patrol", "Separation Line", "cannot tell"),
        ("patrol the Gulf Zone every day", "patrol", "", "cannot tell"),
        ("inspect its depots by D+5", "inspection", "depots", "cannot tell"),
    ],
)
def test_a_place_s_own_name_says_that_it_was_there(held: Any, duty: str, act: str, place: str, verdict: str) -> None:
    [one] = held(f"1. The Commission shall {duty}. {{#duty}}\n", by_days(act, place), "2031-03-10T20:00").verdicts
    assert one.verdict == verdict
