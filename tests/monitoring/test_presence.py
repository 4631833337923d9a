"""That something lay, stood or waited in a place is told in many words: it was there, at least perhaps."""

from __future__ import annotations

from typing import Any

import pytest

from parley.monitoring.acts import told_by
from parley.monitoring.truth import Truth

from .conftest import Held

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
WATCHED = "COM,patrols,everywhere,2031-03-01,2031-03-31,1,\n"
IN_GULF = {"latitude": -42.5, "longitude": 92.5, "radius_m": 100, "place": "Gulf Zone"}
PLACED = "1. No Party shall place tanks in the Gulf Zone.\n"
ENTERED = "1. No warship of either Party shall come within 5 km of the Gulf Zone.\n"
AT_MOST = "1. No Party may keep more than ten guards in the Gulf Zone at any time.\n"
SENT = "1. Each Party may send no more than two patrol boats a day into the Gulf Zone.\n"


def told(act: str, thing: str, count: int | None = None) -> dict[str, Any]:
    return {"id": "R1", "event_earliest": "2031-03-05", "reported": "2031-03-06", "actor": "KES", "claimant": "ORL",
            "act": act, "object": thing, "count": count or "", **IN_GULF}  # fmt: skip


@pytest.mark.parametrize(
    ("ban", "said", "verdict"),
    [
        *((PLACED, told(act, "tanks", 3), "breached") for act in (
            "lined up", "dug in", "left behind", "parked", "tanks counted", "seen close to the shore",
            "in firing position",
        )),
        *((ENTERED, told(act, "frigate", 1), "cannot tell") for act in (
            "seen close to the line", "spotted close to the line", "loitered", "lay at anchor", "moored",
            "frigate counted",
        )),
        (ENTERED, told("sailed into the zone", "frigate"), "breached"),
        (ENTERED, told("went into the Gulf Zone", "frigate"), "breached"),
        (AT_MOST, told("army guards counted", "guards", 16), "breached"),
        (AT_MOST, told("army guards counted", "guards", 9), "kept"),
        (SENT, told("patrol boats counted", "patrol boats", 4), "breached"),
    ],
)  # fmt: skip
def test_who_was_there_is_told_in_many_words(held: Held, ban: str, said: dict[str, Any], verdict: str) -> None:
    found = held(ban, [said], effort=WATCHED).verdicts
    assert next(one.verdict.value for one in found if one.bearer == "KES") == verdict


def test_who_fires_uses_weapons(held: Held) -> None:
    ban = "1. No Party shall use weapons in the Gulf Zone.\n"
    found = held(ban, [told("gunfire", "")], effort=WATCHED).verdicts
    assert next(one.verdict.value for one in found if one.bearer == "KES") == "cannot tell"


def test_who_counts_what_is_there_himself_looks_at_it(held: Held) -> None:
    report = told("tanks counted", "tanks", 3) | {"actor": "COM", "claimant": "COM"}
    assert {one.verdict.value for one in held(PLACED, [report], effort=WATCHED).verdicts} == {"kept"}


@pytest.mark.parametrize(
    ("said", "surely", "not_at_all"),
    [
        ("four mortar bombs landed", "shell", "enter"),
        ("shells fell on the market", "shell", "enter"),
        ("helicopter landed", "enter", "shell"),
        ("remained", "hold-positions", "withdraw"),
    ],
)
def test_what_lands_and_what_stays(said: str, surely: str, not_at_all: str) -> None:
    assert told_by(surely, said, None, happened=True).truth is YES
    assert told_by(not_at_all, said, None, happened=True).truth is NO


@pytest.mark.parametrize(
    ("wanted", "wording", "thing", "truth"),
    [
        ("strike", "air strike", "mortar", NO),
        ("fire", "sniper fire", "howitzer", NO),
        ("fire", "sniper fire", "machine gun", UNKNOWN),
        ("strike", "air strike", "tank", UNKNOWN),
        ("strike", "air strike", "village", UNKNOWN),
        ("strike", "air strike", None, UNKNOWN),
    ],
)
def test_what_was_fired_with_one_weapon_is_no_act_of_another(
    wanted: str, wording: str, thing: str | None, truth: Truth
) -> None:
    assert (
        told_by(wanted, "shell" if wanted == "strike" else "fire", thing, None, wording, happened=True).truth is truth
    )
