"""The text's own phrase in a report; a checkpoint, or an arrival, as the word for what was done."""

from __future__ import annotations

from typing import Any

import pytest

from parley.text import act_covers

from .conftest import Held, Row

IN_GULF = {"latitude": -42.5, "longitude": 92.5, "radius_m": 50}


def told(act: str, thing: str = "", **more: Any) -> Row:
    row = {"id": "r1", "event_earliest": "2031-03-05", "act": act, "object": thing, "actor": "KES", "claimant": "RED"}
    return {**row, **IN_GULF, **more}


def of_kes(held: Held, text: str, row: Row) -> str:
    return next(one.verdict.value for one in held(f"{text} {{#one}}\n", [row]).verdicts if one.bearer == "KES")


@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize(
    ("act", "thing", "verdict"),
    [
        ("set off explosive charges", "two charges", "breached"),
        ("set off", "explosive charges", "breached"),
        ("charges set off", "charges", "breached"),
        ("setting off of charges", "charges", "breached"),
        ("warned not to set off charges", "charges", "cannot tell"),
        ("threatened to set off charges", "charges", "cannot tell"),
        ("set off for the front", "soldiers", "cannot tell"),
        ("detonated explosive charges", "charges", "cannot tell"),
    ],
)
def test_a_phrase_that_the_lexicon_does_not_know_is_the_text_s_own(
    held: Held, act: str, thing: str, verdict: str
) -> None:
    assert of_kes(held, "No Party shall set off explosive charges.", told(act, thing)) == verdict


@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("ban", ["set up checkpoints", "establish checkpoints in the Gulf Zone", "erect roadblocks"])
@pytest.mark.parametrize(
    ("act", "thing", "verdict"),
    [
        ("checkpoint", "", "breached"),
        ("new checkpoint", "", "breached"),
        ("roadblock", "", "breached"),
        ("barricade", "", "breached"),
        ("checkpoint", "civilian cars", "breached"),  # who was held up there
        ("attack on checkpoint", "checkpoint", "cannot tell"),
        ("checkpoint removed", "checkpoint", "cannot tell"),
    ],
)
def test_a_checkpoint_is_one_that_was_set_up(held: Held, ban: str, act: str, thing: str, verdict: str) -> None:
    assert of_kes(held, f"No Party shall {ban}.", told(act, thing)) == verdict


def test_a_ban_on_attacking_checkpoints_is_none_on_having_them(held: Held) -> None:
    assert of_kes(held, "No Party shall attack checkpoints.", told("checkpoint")) == "cannot tell"


@pytest.mark.parametrize(
    ("text", "act", "thing", "verdict"),
    [
        ("Kestria shall deploy 40 guards by D+10.", "arrival", "40 guards", "kept"),
        ("Kestria shall deploy 40 guards by D+10.", "guards arrived", "40 guards", "kept"),
        ("Kestria shall return 20 trucks to Orlavia by D+10.", "arrival", "20 trucks", "kept"),
        ("Kestria shall deliver 10 trucks of food by D+10.", "arrival", "10 trucks of food", "cannot tell"),
        ("Kestria shall withdraw its tanks from the Gulf Zone by D+10.", "arrival", "tanks", "cannot tell"),
        ("No Party shall deploy troops in the Gulf Zone.", "arrival", "troops", "breached"),
        ("No Party shall enter the Gulf Zone.", "arrival", "soldiers", "breached"),
        ("No Party shall deploy troops in the Gulf Zone.", "arrival", "ambulance", "cannot tell"),
        ("No Party shall advance in the Gulf Zone.", "arrival", "bus", "cannot tell"),
    ],
)
def test_who_arrived_was_deployed_or_returned(held: Held, text: str, act: str, thing: str, verdict: str) -> None:
    assert of_kes(held, text, told(act, thing)) == verdict


def test_who_arrived_attacked_nobody() -> None:
    assert not act_covers("attack", "arrive")
    assert not act_covers("advance", "arrive")
