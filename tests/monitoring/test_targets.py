"""At what a ban on attacks is aimed: a kind of thing, whose it is, or all that the other side has."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

ON_TARGET, OFF, OPEN = "breached", "no report", "cannot tell"


def hit(**more: Any) -> Row:
    """Orlavia tells what Kestria attacked."""
    told = {"id": "r1", "event_earliest": "2031-03-05", "act": "shelling", "actor": "KES", "counterpart": "ORL"}
    return {**told, "claimant": "ORL", **more}


def of_kestria(held: Held, ban: str, row: Row) -> str:
    """What the report makes of the ban: it breaks it, leaves it open, or is no case of it."""
    told = held(f"1. {ban}\n", [row]).verdicts[0]
    return OFF if not told.reports else told.verdict.value


@pytest.mark.parametrize(
    ("ban", "on", "aside"),
    [
        ("Neither Party shall attack ports, railways or bridges of the other Party.", "bridge", "wheat field"),
        ("Neither Party shall attack schools of the other Party.", "school", "wheat field"),
        ("Neither Party shall attack the other Party's schools.", "school", "depot"),
        ("Neither side shall shell the villages of the other.", "village", "depot"),
        ("Neither Party shall fire at the fishing boats of the other Party.", "fishing boat", "wheat field"),
        ("Neither Party shall attack civilians of the other Party.", "civilians", "tank"),
        ("Neither Party shall strike fuel depots belonging to the other Party.", "fuel depot", "wheat field"),
        ("Neither Party shall attack the Heavy Weapons of the other Party.", "tanks", "wheat field"),
        ("Kestria shall not attack villages of Orlavia.", "village", "depot"),
        ("Kestria shall not attack Orlavia's villages.", "village", "depot"),
        ("Neither Party shall attack the residential buildings of the other Party.", "residential building", "depot"),
    ],
)
def test_a_kind_of_thing_of_the_other_side_is_no_other_thing_of_it(held: Held, ban: str, on: str, aside: str) -> None:
    act = "missile strike" if "strike" in ban else "shelling"
    assert of_kestria(held, ban, hit(act=act, object=on)) == ON_TARGET
    assert of_kestria(held, ban, hit(act=act, object=aside)) != ON_TARGET
    assert of_kestria(held, ban, hit(act=act)) == OPEN, "what was hit is not said"
    assert of_kestria(held, ban, hit(act=act, object=on, counterpart="KES")) == OFF, "its own"
    assert of_kestria(held, ban, hit(act=act, object=on, counterpart="")) == OPEN, "whose it was is not said"


@pytest.mark.parametrize(
    "ban",
    [
        "Neither Party shall attack the other.",
        "The Parties shall not attack each other.",
        "Neither Party shall attack the other Party.",
        "Neither Party shall attack the forces of the other Party.",
        "Neither Party shall fire at each other's positions.",
        "Neither Party shall shell the territory of the other Party.",
        "Kestria shall not attack Orlavia.",
        "Kestria shall not attack the forces of Orlavia.",
    ],
)
def test_what_stands_for_a_side_as_a_whole_is_aimed_at_where_the_side_is(held: Held, ban: str) -> None:
    assert of_kestria(held, ban, hit()) == ON_TARGET
    assert of_kestria(held, ban, hit(object="mortar")) == ON_TARGET, "with what it was done"
    assert of_kestria(held, ban, hit(counterpart="")) == OPEN
    assert of_kestria(held, ban, hit(counterpart="KES")) == OFF


def test_forces_are_no_hospital(held: Held) -> None:
    ban = "Neither Party shall attack the forces or positions of the other Party."
    assert of_kestria(held, ban, hit(object="hospital")) == OPEN
    assert of_kestria(held, ban, hit(object="observation post")) == ON_TARGET


@pytest.mark.parametrize(
    ("thing", "verdict"),
    [
        ("Kolda port", ON_TARGET),
        ("Ordel road bridge", ON_TARGET),
        ("miller's house", ON_TARGET),
        ("Former port", OPEN),
        ("Abandoned house", OPEN),
        ("port crane", OPEN),
    ],
)
def test_a_name_in_front_says_which_of_them_it_was(held: Held, thing: str, verdict: str) -> None:
    assert (
        of_kestria(held, "Neither Party shall attack ports, bridges or houses of the other.", hit(object=thing))
        == verdict
    )


def test_a_word_that_has_the_letters_of_side_names_no_side(held: Held) -> None:
    assert of_kestria(held, "Neither Party shall attack residential buildings.", hit(object="depot")) == OPEN


@pytest.mark.parametrize(
    ("ban", "such", "other"),
    [
        ("carry out suicide attacks", "suicide attack", "attack"),
        ("make unprovoked attacks", "unprovoked attack", "shelling"),
        ("carry out retaliatory strikes", "retaliatory missile strike", "missile strike"),
        ("launch ground attacks", "ground attack", "shelling"),
    ],
)
def test_a_word_beside_the_act_says_which_are_meant(held: Held, ban: str, such: str, other: str) -> None:
    assert of_kestria(held, f"Neither Party shall {ban}.", hit(act=such)) == ON_TARGET
    assert of_kestria(held, f"Neither Party shall {ban}.", hit(act=other)) == OPEN


@pytest.mark.parametrize("word", ["any further", "armed", "any other", "such"])
def test_a_word_that_says_no_more_leaves_the_ban_as_it_is(held: Held, word: str) -> None:
    assert of_kestria(held, f"Neither Party shall launch {word} attacks.", hit()) == ON_TARGET


@pytest.mark.parametrize(
    ("act", "verdict"), [("cyber attack", ON_TARGET), ("hacking", ON_TARGET), ("attack", OPEN), ("missile strike", OFF)]
)
def test_a_cyber_attack_is_an_attack_and_a_missile_strike_is_none(held: Held, act: str, verdict: str) -> None:
    assert of_kestria(held, "Neither Party shall carry out cyber attacks on the other Party.", hit(act=act)) == verdict
    whole = of_kestria(held, "Neither Party shall attack the other Party.", hit(act=act))
    assert whole == ON_TARGET


def test_the_forces_and_the_population_leave_out_nobody_of_a_side(held: Held) -> None:
    ban = "No Party shall fire at the forces, the population or the territory of the other Party."
    assert of_kestria(held, ban, hit(act="fire", object="fishing vessel")) == ON_TARGET


@pytest.mark.parametrize("what", ["any target", "anything", "any object whatsoever", "anyone"])
def test_what_leaves_out_nothing_is_hit_by_whatever_was_attacked(held: Held, what: str) -> None:
    assert of_kestria(held, f"No Party shall attack {what}.", hit()) == ON_TARGET
    assert of_kestria(held, f"No Party shall attack {what}.", hit(object="hospital", counterpart="")) == ON_TARGET
