"""What was received or lodged sets off what is owed on it, and nothing else that was handed over does."""

from __future__ import annotations

from typing import Any

import pytest

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"


def row(id: str, act: str, thing: str = "", **more: Any) -> dict[str, Any]:
    at = "2031-03-07T10:00"
    told = {"id": id, "event_earliest": at, "event_latest": at, "reported": at, "act": act, "object": thing}
    return {**told, "actor": "ORL", "claimant": "ORL", "counterpart": "JVC", **more}


SHOT = row("i1", "shell", "mortar", actor="KES", counterpart="ORL")
RECORDS = row("m1", "handed over mine records", "records of mines")


def occasions(held: Any, duty: str, *rows: dict[str, Any]) -> dict[str | None, str]:
    result = held(f"{FIRE}2. {duty} {{#duty}}\n", [SHOT, *rows])
    return {one.occasion: one.verdict.value for one in result.verdicts if one.provision == "duty"}


@pytest.mark.parametrize(
    "duty",
    [
        "The Commission shall investigate every complaint of a Party within 5 days of receiving it.",
        "The Commission shall investigate every complaint within 5 days of its receipt.",
        "The Commission shall examine any complaint within 5 days of receipt.",
        "The Commission shall investigate every complaint within 5 days after it was lodged.",
        "The Commission shall investigate every complaint of a Party within 5 days of its submission.",
        "The Commission shall visit the place within 48 hours of receipt of a complaint.",
        "Upon receiving a complaint, the Commission shall visit the place within 48 hours.",
        "When a complaint is lodged, the Commission shall investigate within 48 hours.",
        "If the Commission receives a complaint from either Party, it shall open an inquiry within 24 hours.",
    ],
)
@pytest.mark.parametrize("act", ["complaint", "lodged a complaint"])
def test_a_complaint_that_was_received_and_nothing_else_that_was(held: Any, duty: str, act: str) -> None:
    prisoners = row("p1", "handed over prisoners", "prisoners")
    complaint = row("c1", act, about="i1")
    assert occasions(held, duty, complaint, RECORDS, prisoners) == {"c1": "overdue"}
    assert occasions(held, duty, RECORDS, prisoners) == {None: "pending"}


@pytest.mark.parametrize(
    ("act", "thing"),
    [("protest", "shelling"), ("accusation", ""), ("sent a note", "protest"), ("letter", "complaint of the shelling")],
)
def test_what_may_be_a_complaint_leaves_it_open(held: Any, act: str, thing: str) -> None:
    duty = "The Commission shall investigate every complaint within 5 days of receiving it."
    assert occasions(held, duty, row("c1", act, thing, about="i1")) == {"c1": "cannot tell"}
    notices = "The Commission shall answer every notice within 5 days of receiving it."
    assert occasions(held, notices, row("c1", act, thing, about="i1")) == {None: "pending"}


@pytest.mark.parametrize("act", ["looked into the complaint", "withdrew its complaint", "rejected the complaint"])
def test_what_is_done_with_a_complaint_is_none(held: Any, act: str) -> None:
    duty = "The Commission shall investigate every complaint within 5 days of receiving it."
    assert occasions(held, duty, row("c1", act, about="i1")) == {None: "pending"}


def test_a_complaint_of_a_party_is_none_of_anybody_else(held: Any) -> None:
    duty = "The Commission shall investigate every complaint of {} within 5 days of receiving it."
    of_red = row("c1", "complaint", about="i1", actor="RED", claimant="RED")
    of_orlavia = row("c2", "complaint", about="i1", actor="", claimant="ORL")
    assert occasions(held, duty.format("a Party"), of_red, of_orlavia) == {"c2": "overdue"}
    assert occasions(held, duty.format("Kestria"), of_orlavia) == {None: "pending"}
    assert occasions(held, duty.format("Orlavia"), of_orlavia) == {"c2": "overdue"}


@pytest.mark.parametrize(
    ("act", "thing", "told"),
    [
        ("received", "maps", {"m1": "overdue"}),
        ("handed over", "maps of minefields", {"m1": "cannot tell"}),  # by the word, given and perhaps received
        ("handed over", "prisoners", {None: "pending"}),
    ],
)
def test_of_another_thing_it_is_asked_whether_that_was_received(held: Any, act: str, thing: str, told: Any) -> None:
    for duty in (
        "The Commission shall inspect the maps within 5 days of receiving them.",
        "Upon receipt of the maps, the Commission shall mark the minefields within 10 days.",
    ):
        assert occasions(held, duty, row("m1", act, thing)) == told


def test_what_is_concluded_on_a_complaint_is_counted_from_when_it_came_in(held: Any) -> None:
    duty = (
        "The Commission shall hand the Parties its conclusions on each complaint no later than 6 days after it came in."
    )
    assert occasions(held, duty, row("c1", "complaint", about="i1"), RECORDS) == {"c1": "overdue"}
