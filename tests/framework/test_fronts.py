"""What stands in front of a deed or in its subject is laid behind it, and lists are read item by item."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.reader.fronts import FRONTS
from parley.model import Framework, Modality

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern}\n---\n\n1. "


def framework(words: str) -> Framework:
    return parse(HEAD + words)


def said(words: str, *slots: str) -> list[tuple[str, ...]]:
    found = framework(words).obligations
    return [tuple(getattr(each, slot).words if getattr(each, slot) else "" for slot in slots) for each in found]


@pytest.mark.parametrize("front", FRONTS, ids=lambda front: front.name)
def test_the_example_of_a_form_fits_it(front: object) -> None:
    assert front in FRONTS
    assert front.pattern.match(front.example)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "exception"),
    [
        ("No raft other than a ferry may pass the weir.", "other than a ferry"),
        ("All rafts, except those of the wardens, shall leave the canal.", "except those of the wardens"),
        ("Other than ambulances, no van shall use the mill road.", "Other than ambulances"),
    ],
)
def test_who_is_excepted_is_an_exception(words: str, exception: str) -> None:
    assert said(words, "exception") == [(exception,)]


def test_a_place_before_a_ban_is_its_place() -> None:
    words = "Within the northern sector it is forbidden to:\n- carry arms;\n- dig trenches or lay mines."
    assert said(words, "act", "place") == [
        ("carry", "Within the northern sector"),
        ("dig", "Within the northern sector"),
        ("lay", "Within the northern sector"),
    ]


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("Two or more breaches in a month entitle Orlavia to suspend its payments.", Modality.MAY),
        ("Any breach shall oblige Orlavia to suspend its payments.", Modality.MUST),
    ],
)
def test_a_cause_that_entitles_or_obliges_is_the_case_of_a_duty(words: str, modality: Modality) -> None:
    [only] = framework(words).obligations
    assert (only.bearer and only.bearer.value, only.modality and only.modality.value) == (("ORL",), modality)
    assert only.trigger is not None


def test_items_take_a_time_between_commas_from_their_introduction() -> None:
    words = "No Party shall, from D-day:\n- move guns;\n- call up reservists."
    assert said(words, "window") == [("from D-day",), ("from D-day",)]


def test_the_following_things_each_have_their_own_place() -> None:
    words = (
        "The following shall be withdrawn by D+9:\n(a) tanks, to the depot at Orsk;\n(b) mortars, to the fort of Pell."
    )
    assert said(words, "object", "place", "window") == [
        ("tanks", "to the depot at Orsk", "by D+9"),
        ("mortars", "to the fort of Pell", "by D+9"),
    ]


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("Either Party may end this agreement on 30 days' notice.", "on 30 days' notice"),
        ("Kestria may call a session of the Council at two days' notice.", "at two days' notice"),
        (
            "Kestria shall report each fire not later than 9 hours after it breaks out.",
            "not later than 9 hours after it breaks out",
        ),
    ],
)
def test_notice_and_what_happens_set_a_time(words: str, window: str) -> None:
    assert said(words, "window") == [(window,)]


def test_what_makes_no_difference_is_no_condition() -> None:
    assert said("Neither Party shall shell Orsk, even if provoked.", "trigger") == [("",)]


@pytest.mark.parametrize(
    "front", ["From D-day", "As of D-day", "By D+2", "Until D+3", "From 1 March 2031", "During the Truce"]
)
@pytest.mark.parametrize("who", ["neither Party", "each Party", "Kestria and Orlavia"])
def test_a_time_in_front_is_nobody_who_does_it(front: str, who: str) -> None:
    head = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
    [duty] = parse(f"{head}1. {front}, {who} shall fly drones.\n").obligations
    assert duty.bearer is not None
    assert duty.bearer.value == ("KES", "ORL")
    assert duty.window is not None
    assert duty.window.words == front
