"""Duties to tell of something so long before it happens. D-day is 1 March 2031."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Outcome, Verdict

from .conftest import Held

MOVES = (
    "1. Each Party shall notify the Commission at least 24 hours before it moves more than 30 men into the Gulf Zone.\n"
)
CONVOYS = "1. The Commission shall announce each convoy to both Parties at least 48 hours in advance.\n"


def row(id: str, when: str, act: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "event_earliest": f"2031-03-{when}", "reported": f"2031-03-{when}", "act": act, **more}


def move(id: str = "m", when: str = "10T08:00", count: int | None = 60, longitude: float = 92.5) -> dict[str, Any]:
    told = {"object": "soldiers", "count": "" if count is None else count, "latitude": -42.5, "longitude": longitude}
    return row(id, when, "troop movement", actor="KES", claimant="Commission", radius_m=10, **told)


def notice(when: str, **more: Any) -> dict[str, Any]:
    told = {"object": "movement of soldiers", "actor": "KES", "counterpart": "Commission", "claimant": "Commission"}
    return row("n", when, "notification", **{**told, **more})


def convoy(id: str, when: str, act: str = "passage") -> dict[str, Any]:
    return row(id, when, act, object="aid convoy", actor="Red Circle", claimant="Red Circle")


def announced(id: str, when: str, thing: str = "aid convoy") -> dict[str, Any]:
    return row(id, when, "announcement", object=thing, actor="Commission", claimant="Commission")


def verdicts(held: Held, text: str, rows: list[Any], bearer: str = "KES") -> dict[str | None, Verdict]:
    return {one.occasion: one for one in held(text, rows).verdicts if one.bearer == bearer}


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([move(), notice("09T06:00")], Outcome.KEPT),
        ([move(), notice("09T20:00")], Outcome.BREACHED),
        ([move()], Outcome.OVERDUE),
        ([move(), notice("09T06:00", claimant="KES")], Outcome.CANNOT_TELL),
        ([move(), notice("09T20:00", claimant="KES")], Outcome.OVERDUE),
        ([move(), notice("09T06:00", object="shelling of Pell")], Outcome.CANNOT_TELL),
        ([move(), notice("09T06:00", object="movement on 12 March")], Outcome.OVERDUE),
        ([move(), notice("10T20:00")], Outcome.OVERDUE),
        ([move(count=None)], Outcome.CANNOT_TELL),
    ],
)
def test_what_is_moved_has_to_be_told_before(held: Held, rows: list[Any], outcome: Outcome) -> None:
    assert verdicts(held, MOVES, rows)["m"].verdict is outcome


@pytest.mark.parametrize("rows", [[], [move(count=20)], [move(longitude=91.0)]])
def test_what_was_not_moved_or_fewer_or_elsewhere_has_not_to_be_told(held: Held, rows: list[Any]) -> None:
    (one,) = verdicts(held, MOVES, rows).values()
    assert one.verdict is Outcome.PENDING


def test_another_partys_move_is_that_partys_to_tell(held: Held) -> None:
    (one,) = verdicts(held, MOVES, [move()], "ORL").values()
    assert one.verdict is Outcome.PENDING


def test_each_convoy_has_an_announcement_of_its_own(held: Held) -> None:
    rows = [announced("a4", "02T06:00"), convoy("c4", "04T09:00"), convoy("c6", "06T09:00")]
    found = {id: one.verdict for id, one in verdicts(held, CONVOYS, rows, "Commission").items()}
    assert found == {"c4": Outcome.KEPT, "c6": Outcome.OVERDUE}


def test_a_convoy_that_was_turned_back_had_to_be_announced(held: Held) -> None:
    found = verdicts(held, CONVOYS, [convoy("c4", "04T09:00", "turned back")], "Commission")
    assert found["c4"].verdict is Outcome.OVERDUE


@pytest.mark.parametrize(
    "words",
    [
        "notify the Commission not less than 12 hours before a flight over the Gulf Zone",
        "report every flight of its drones to the Commission 12 hours before take-off",
        "notify the Commission of all flights at least 12 hours in advance",
        "inform the Commission 12 hours before it flies drones over the Gulf Zone",
        "give the Commission 12 hours' notice of every flight",
    ],
)
def test_other_words_ask_for_the_same(held: Held, words: str) -> None:
    flight = row(
        "f", "10T08:00", "drone flight", actor="KES", claimant="ORL", object="drone", latitude=-42.5, longitude=92.5
    )
    in_time, late = (notice(when, object="flight of a drone") for when in ("09T06:00", "10T02:00"))
    for rows, outcome in (([flight, in_time], Outcome.KEPT), ([flight, late], Outcome.BREACHED)):
        assert verdicts(held, f"1. Each Party shall {words}.\n", rows)["f"].verdict is outcome
