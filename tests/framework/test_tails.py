"""What stands behind a verb of giving: to whom first, then what; and what a time before something is before."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
title: Truce
status: draft
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {HAL: Kingdom of Halvern}
---

1. A Joint Commission (the Commission) is established.

2. """


def read(sentence: str) -> dict[str, str]:
    (obligation,) = (one for one in parse(HEAD + sentence + "\n").obligations if one.provision == "2")
    slots = ((name, getattr(obligation, name)) for name in ("modality", "act", "object", "counterpart", "window"))
    return {name: slot.words for name, slot in slots if slot}


@pytest.mark.parametrize(
    ("sentence", "thing", "whom"),
    [
        ("Kestria shall hand the Commission its maps by D+3.", "its maps", "the Commission"),
        ("Each Party shall send the Commission a list of its depots.", "a list of its depots", "the Commission"),
        ("Kestria shall show the inspectors its depots.", "its depots", None),
        (
            "Kestria shall provide to the Commission early notice of any move.",
            "early notice of any move",
            "to the Commission",
        ),
        ("Halvern shall lend them the tools.", "the tools", None),
        ("Kestria shall pay the bereaved families a pension.", "a pension", None),
        ("Kestria shall send the first convoy to Halvern.", "the first convoy", "to Halvern"),
        ("Kestria shall send the lists of all the missing to Halvern.", "the lists of all the missing", "to Halvern"),
        ("Kestria shall send its lists every week.", "its lists", None),
    ],
)
def test_to_whom_it_goes_is_no_part_of_what_is_given(sentence: str, thing: str, whom: str | None) -> None:
    found = read(sentence)
    assert (found["object"], found.get("counterpart")) == (thing, whom)


@pytest.mark.parametrize(
    "window",
    [
        "at least three hours before sailing",
        "two days before departure",
        "one day ahead of the rotation",
        "24 hours in advance of any rotation",
    ],
)
def test_a_time_before_may_be_before_anything_that_happens(window: str) -> None:
    assert read(f"Captains must submit a plan to the Commission {window}.")["window"] == window


def test_what_can_be_done_may_be_done() -> None:
    assert read("The Parties can meet in Tarn.")["modality"] == "can"
    assert read("Neither Party can fire.")["modality"] == "Neither Party can"


def test_whoever_is_given_something_is_said_back_behind_it() -> None:
    for sentence in ("Halvern shall lend them the tools.", "Halvern shall lend Kestria pumps by D+3."):
        (told,) = (one for one in parse(HEAD + sentence + "\n").sentences if one.provision == "2")
        assert told.reading is not None
        assert " to them" in told.reading or " to Kestria" in told.reading
