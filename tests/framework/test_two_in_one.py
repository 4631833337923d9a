"""What one sentence says in two: a deed due on days and in a case, a permission with its cap, a second ban."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Obligation

HEAD = """---
title: Truce
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {JVC: Joint Verification Commission}
---

**Zone** means the land in Annex A.

1. """


def read(sentence: str) -> tuple[Obligation, ...]:
    return parse(HEAD + sentence + "\n").obligations


def when(one: Obligation) -> tuple[bool, bool]:
    """Whether it is due again and again, and whether something sets it off."""
    return one.window is not None and one.window.value.every is not None, one.trigger is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Commission shall meet every Tuesday, and within 24 hours of any shelling.",
        "The Commission shall meet once a week and also within two days of a request by a Party.",
        "The Commission meets every Tuesday and within 24 hours of any shelling.",
        "The Commission shall inspect the depots every month, and whenever a Party so requests.",
    ],
)
def test_a_deed_that_returns_may_be_due_in_a_case_besides(sentence: str) -> None:
    first, second = read(sentence)
    assert (when(first), when(second)) == ((True, False), (False, True))
    assert first.act is not None
    assert second.act is not None
    assert first.act.value == second.act.value
    assert first.object == second.object


def test_the_case_may_stand_before_the_days() -> None:
    first, second = read("The Commission shall meet within 24 hours of any shelling, and every Tuesday.")
    assert (when(first), when(second)) == ((False, True), (True, False))


def test_several_days_are_one_duty() -> None:
    (one,) = read("The Commission shall meet every Tuesday and every Friday.")
    assert one.window is not None
    assert one.window.value.times == 2


@pytest.mark.parametrize(
    ("sentence", "most"),
    [
        ("Each Party may send shepherds into the Zone, but no more than six at a time.", 6),
        ("Each Party may send unarmed shepherds into the Zone, no more than six of them at once.", 6),
        ("Each Party may send up to six shepherds into the Zone at a time.", 6),
        ("Each Party may keep police in the Zone, but fewer than 30 at any time.", 29),
        ("Each Party may graze its sheep in the Zone, but at most 200 of them.", 200),
        ("Each Party may fly drones over the Zone, but at most two a day.", 2),
    ],
)
def test_what_is_allowed_may_have_a_cap_behind_it(sentence: str, most: float) -> None:
    (one,) = read(sentence)
    assert one.object is not None
    assert one.object.value.most == most


@pytest.mark.parametrize(
    ("sentence", "act", "thing"),
    [
        ("Neither Party shall lay mines, and neither shall attack repair crews.", "attack", "repair crews"),
        (
            "Neither Party shall lay mines, and neither shall attack crews repairing power lines.",
            "attack",
            "crews repairing power lines",
        ),
        ("Neither Party shall lay mines; neither shall detain doctors in the Zone.", "detain", "doctors"),
    ],
)
def test_neither_is_who_must_not(sentence: str, act: str, thing: str) -> None:
    _, one = read(sentence)
    assert one.bearer is not None
    assert one.act is not None
    assert one.object is not None
    assert (one.bearer.value, one.act.value, one.object.value.text) == (("KES", "ORL"), act, thing)


def test_somebody_may_stand_behind_neither_shall() -> None:
    _, one = read("Neither Party shall lay mines, and neither shall patrol boats cross the river.")
    assert one.bearer is not None
    assert one.bearer.value == ("patrol boats",)


@pytest.mark.parametrize(
    "who",
    [
        "A Party found to have broken point 1",
        "A Party found in breach of point 1",
        "A Party that the Commission finds to have broken point 1",
        "A Party found by the Commission to be in breach",
    ],
)
@pytest.mark.parametrize("pays", ["shall pay", "pays"])
def test_a_party_found_to_have_broken_something_owes_what_follows(who: str, pays: str) -> None:
    (one,) = read(f"{who} {pays} 500 crowns within seven days of the finding.")
    assert one.act is not None
    assert one.act.value == "pay"
    assert one.bearer is not None
    assert one.bearer.words == who
