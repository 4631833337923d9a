"""Where an object ends, where the next deed begins, and whose time and place it is."""

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
SLOTS = ("act", "object", "place", "window", "trigger")


def read(sentence: str) -> list[dict[str, str]]:
    obligations = [one for one in parse(HEAD + sentence + "\n").obligations if one.provision == "2"]
    slots = [[(name, getattr(one, name)) for name in SLOTS] for one in obligations]
    return [{name: slot.words for name, slot in one if slot} for one in slots]


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("The guards shall keep a list of all visitors.", "a list of all visitors"),
        ("Kestria shall bear the cost of transport.", "the cost of transport"),
        ("Orlavia shall bring the children to the border.", "the children"),
        ("Orlavia shall connect the mill to the power grid by D+9.", "the mill"),
        ("The Commission shall draw lots to decide who goes first.", "lots"),
        ("The Commission may ask either Party why a prisoner has been moved.", "either Party"),
        ("Each Party shall stop its newspapers from calling for revenge.", "its newspapers"),
        ("Kestria may keep up to 40 guards in Tarn.", "up to 40 guards"),
        ("The Parties shall suspend payments to the militias.", "payments to the militias"),
        ("No side may fly drones over the patrols of the Commission.", "drones"),
        ("Kestria shall remove the boom across the river mouth.", "the boom"),
        ("Kestria shall pay 2 million crowns for the wharf it burned down in March 2031.",
         "2 million crowns for the wharf it burned down in March 2031"),
    ],
)  # fmt: skip
def test_an_object_ends_where_something_else_is_told(sentence: str, thing: str) -> None:
    assert [each["object"] for each in read(sentence)] == [thing]


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Nobody may lay nets or sink barrels in the channel.", [("lay", "nets"), ("sink", "barrels")]),
        ("Neither Party shall tamper with the seals or induce others to do so.",
         [("tamper with", "the seals"), ("induce", "others")]),
        ("Neither Party shall dig trenches or repair old ones.", [("dig", "trenches"), ("repair", "old ones")]),
        ("Each guard shall take cover and warn the villagers.", [("take cover", None), ("warn", "the villagers")]),
        ("No Party shall advance, dig trenches or lay wire.",
         [("advance", None), ("dig", "trenches"), ("lay", "wire")]),
        ("Kestria shall stop supplying water to the fort and start supplying it to the town.",
         [("supplying", "water"), ("start", "supplying it")]),
        ("No Party shall attack doctors or aid workers.", [("attack", "doctors or aid workers")]),
        ("Kestria shall vacate schools and police stations.", [("vacate", "schools and police stations")]),
        ("Kestria shall hand over guns and mine detectors.", [("hand over", "guns and mine detectors")]),
    ],
)  # fmt: skip
def test_a_verb_begins_the_next_deed_where_it_is_no_attribute(
    sentence: str, deeds: list[tuple[str, str | None]]
) -> None:
    assert [(each["act"], each.get("object")) for each in read(sentence)] == deeds


@pytest.mark.parametrize(
    ("sentence", "window"),
    [
        ("Orlavia shall release forty civilians on D+3.", "on D+3"),
        ("The masons shall go back to work on D+14.", "on D+14"),
        ("Orlavia shall return the lighthouse taken on 3 May 2031.", None),
        ("Orlavia shall return the boats seized from fishermen since 1 May 2031.", None),
        ("Disputes shall be put to the Commission, which answers within ten days.", None),
        ("The wounded shall be carried to the ferry at Tarn, which sails at 06:00, by D+3.", "by D+3"),
    ],
)
def test_the_time_of_a_thing_is_not_the_deed_s(sentence: str, window: str | None) -> None:
    assert [each.get("window") for each in read(sentence)] == [window]


@pytest.mark.parametrize(
    ("sentence", "slot", "words"),
    [
        ("Kestria shall return the paintings taken from them during the siege.", "trigger", None),
        ("Each side shall give the other the names of its hostages and where they are held by D+2.", "trigger", None),
        ("Ambulances shall travel only by day and along the roads of Tarn.", "object", None),
        ("Aircraft shall not fly lower than 3,000 metres over the islands.", "object", None),
        ("No Party shall levy tolls in the harbour quarter.", "place", "in the harbour quarter"),
        ("Military aircraft shall not fly over Tarn.", "place", "over Tarn"),
    ],
)
def test_slots_take_what_is_theirs(sentence: str, slot: str, words: str | None) -> None:
    (found,) = read(sentence)
    assert found.get(slot) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Heavy lorries shall use the old road and light vehicles the new road.",
        "No leaflet may be dropped or loudspeaker used within hearing of the line.",
        "The masons shall go back to work on D+14 and are paid for the months they missed.",
    ],
)
def test_what_holds_another_clause_is_not_read(sentence: str) -> None:
    assert read(sentence) == []
