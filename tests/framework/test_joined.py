"""Verbs joined behind one modal are all read, whatever verbs they are."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. "


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("The prisoners shall not be starved, beaten or branded.", ["starved", "beaten", "branded"]),
        ("Ships shall not be boarded, rerouted or held back.", ["boarded", "rerouted", "held back"]),
        ("The crates shall be weighed, sealed and there photographed.", ["weighed", "sealed", "photographed"]),
        ("The barges shall be towed to Tarn and moored there by D+4.", ["towed", "moored"]),
        ("The guns shall be parked in the sheds and there greased.", ["parked", "greased"]),
        ("Kestria shall not question, fingerprint or strip travellers.", ["question", "fingerprint", "strip"]),
        ("Each Party shall fill in, or fence off, its trenches by D+9.", ["fill in", "fence off"]),
        ("Kestria shall gather, douse or bury all spoiled shells.", ["gather", "douse", "bury"]),
        ("Neither Party shall re-man a post that the other has left.", ["re-man"]),
        ("No Party shall enter or overfly the town of Tarn.", ["enter", "overfly"]),
        ("No Party shall seize ships, raid ports or launch missiles.", ["seize", "raid", "launch"]),
        ("No Party shall fire at the coast, shell ports or raise blockades.", ["fire at", "shell", "raise"]),
    ],
)
def test_each_joined_verb_is_an_act(words: str, acts: list[str]) -> None:
    assert [each.act.words for each in parse(HEAD + words).obligations if each.act] == acts


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Kestria shall remove mines or fences and wires.", "mines or fences and wires"),
        ("No Party shall move tanks, attack drones or guns.", "tanks, attack drones or guns"),
        ("Kestria shall carry fuel, fire extinguishers and spare parts.", "fuel, fire extinguishers and spare parts"),
        ("Kestria shall list its guns with their number and place.", "its guns with their number and place"),
    ],
)
def test_a_second_object_is_no_verb(words: str, thing: str) -> None:
    (only,) = parse(HEAD + words).obligations
    assert only.object is not None
    assert only.object.value.text == thing


def test_what_somebody_is_let_do_may_be_two_things() -> None:
    (only,) = parse(HEAD + "The Parties shall allow civilians to leave and to return.").obligations
    assert only.act is not None
    assert only.act.words == "allow"
    assert not parse(HEAD + "Kestria undertakes to allow civilians to leave and to withdraw its tanks.").obligations


def test_a_verb_may_look_like_a_gerund() -> None:
    (first, second) = parse(HEAD + "Kestria shall sing the anthem and ring the bells.").obligations
    assert [each.act.words for each in (first, second) if each.act] == ["sing", "ring"]
