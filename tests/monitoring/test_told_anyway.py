"""What is not held against reports says what they tell of it all the same; duties that last at hours, and somewhere."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Verdict

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")


def row(act: str, thing: str, time: str = "2031-03-05T12:00Z", **more: Any) -> Row:
    told = {"id": "r1", "event_earliest": time, "reported": time, "act": act, "object": thing, "actor": "KES"}
    return {**told, "claimant": "JVC", **more}


def of_kestria(held: Held, text: str, *rows: Row) -> Verdict:
    return next(one for one in held(f"1. {text} {{#a}}\n", list(rows)).verdicts if one.bearer == "KES")


def test_a_duty_without_a_deadline_tells_that_it_was_done(held: Held) -> None:
    maps = "Each Party shall hand over the maps of its minefields to the Commission."
    told = of_kestria(held, maps, row("delivery", "maps of minefields"))
    assert (told.verdict, told.reports) == ("cannot tell", ("r1",))
    assert "no deadline that could be missed. What is told of it: Commission says that KES delivered" in told.why
    assert of_kestria(held, maps, row("delivery", "a list of prisoners")).reports == ()


def test_what_hangs_on_a_condition_tells_that_it_failed(held: Held) -> None:
    passage = "Kestria shall allow merchant ships to pass through the Gulf Zone after inspection by the Commission."
    failed = row("access denied", "merchant ship", latitude=-42.5, longitude=92.5, radius_m=100)
    told = of_kestria(held, passage, failed)
    assert (told.verdict, told.reports) == ("cannot tell", ("r1",))
    assert "But it hangs on 'after inspection by the Commission', of which reports do not tell." in told.why
    assert of_kestria(held, passage, failed | {"longitude": 95.0}).reports == ()


@pytest.mark.parametrize(("time", "verdict"), [("T12:00Z", "breached"), ("T20:00Z", "cannot tell")])
def test_what_lasts_at_hours_fails_within_them(held: Held, time: str, verdict: str) -> None:
    convoys = "The Parties shall allow relief convoys to pass every day from 08:00 to 16:00."
    told = of_kestria(held, convoys, row("access denied", "relief convoy", f"2031-03-05{time}"))
    assert told.verdict == verdict
    assert bool(told.reports) is (verdict == "breached")


@pytest.mark.parametrize(
    ("where", "verdict"),
    [
        ({"latitude": -42.5, "longitude": 92.5, "radius_m": 100}, "breached"),
        ({"latitude": -42.5, "longitude": 95.0, "radius_m": 100}, "cannot tell"),
        ({"place": "Gulf Zone"}, "breached"),
        ({}, "breached"),
    ],
)
def test_what_lasts_somewhere_fails_there(held: Held, where: Row, verdict: str) -> None:
    text = "Kestria shall protect fishing vessels in the Gulf Zone."
    assert of_kestria(held, text, row("attack", "fishing vessel", **where)).verdict == verdict


def test_where_an_undrawn_place_is_nobody_can_tell(held: Held) -> None:
    text = "Kestria shall allow relief convoys to pass through the Tolmere Corridor at all times."
    denied = row("access denied", "relief convoy", place="Osk")
    assert "no annex shows where Tolmere Corridor is" in of_kestria(held, text, denied).why
    assert of_kestria(held, text, denied | {"place": "the Tolmere Corridor"}).verdict == "breached"
