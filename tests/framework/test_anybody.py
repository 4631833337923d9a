"""Bearers whom no list knows, and verbs of several words: in many combinations, beside what is neither."""

from __future__ import annotations

import pytest

from parley.model import Modality, SentenceForm
from small_framework import only, sentence

SOMEBODY = [
    "The marines of both sides",
    "The garrison of Cray",
    "Its owner",
    "Commanders in the field",
    "Every skipper leaving the port",
    "Persons who fled",
    "The harbour master of Cray and his deputies",
    "An umpire whom the chief justice shall appoint",
]
NOBODY = [
    "The period of the truce",
    "A decision of the umpire",
    "The withdrawal of the tanks",
    "The costs of the escort",
    "All earlier arrangements",
    "Nothing in this text",
    "The line between the camps",
]
DEEDS = [
    ("shall guard the wells", "protect", "the wells", Modality.MUST),
    ("may visit the camps", "inspect", "the camps", Modality.MAY),
    ("shall carry no rifles", "carry", "rifles", Modality.MUST_NOT),
    ("shall send the prisoners home", "return", "the prisoners", Modality.MUST),
    ("are empowered to search the barges", "search", "the barges", Modality.MAY),
]


@pytest.mark.parametrize("who", SOMEBODY)
@pytest.mark.parametrize(("does", "act", "thing", "modality"), DEEDS)
def test_whoever_stands_before_a_deed_bears_it(who: str, does: str, act: str, thing: str, modality: Modality) -> None:
    found = only(f"{who} {does}.")
    assert found.bearer is not None
    assert found.act is not None
    assert found.object is not None
    assert found.modality is not None
    assert found.bearer.words == who
    assert (found.act.value, found.object.words, found.modality.value) == (act, thing, modality)


@pytest.mark.parametrize("what", NOBODY)
@pytest.mark.parametrize("does", [each[0] for each in DEEDS])
def test_a_thing_does_nothing(what: str, does: str) -> None:
    assert sentence(f"{what} {does}.").form is SentenceForm.NOT_READ
