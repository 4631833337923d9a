"""How firmly something is said: which words are hedges, how far they reach, what they make of it."""

from __future__ import annotations

import pytest

from parley.model import Act, Commitment
from parley.reading import parse
from parley.reading.statements.commitment import commitment
from parley.reading.statements.hedges import hedges_of
from reading.papers import statements


def hedges(text: str) -> list[str]:
    """The hedges of a sentence that nobody is said to speak."""
    return [" ".join(token.text for token in each.tokens) for each in hedges_of(list(parse(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry is said to have sunk.", ["is said to"]),
        ("Orlavia is widely expected to sign.", ["is widely expected to"]),
        ("The council seems to favour the plan.", ["seems to"]),
        ("The truce may well hold.", ["may well"]),
        ("In all likelihood the truce will hold.", ["In all likelihood"]),
        ("In our view the draft is fair.", ["In our view"]),
        ("The truce, as far as we can tell, is holding.", ["as far as we can tell"]),
        ("Kestria does not rule out a second round.", ["does not rule out"]),
        ("I rather doubt that the ice will hold.", ["I rather doubt"]),
    ],
)
def test_a_hedge_is_the_whole_phrase_that_carries_the_doubt(text: str, expected: list[str]) -> None:
    assert hedges(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may leave now.",
        "No Party may enter the zone.",
        "May I ask for the map?",
        "Could you please send the list?",
        "The guard could not open the gate.",
        "The boats that might leave tonight are small.",
        "I fear the worst.",
    ],
)
def test_leave_courtesy_ability_and_what_weakens_a_part_are_no_hedges(text: str) -> None:
    assert hedges(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ("Orlavia said the road might be open.", Commitment.POSSIBLE, ["might"]),
        ("Orlavia said it was probably too late.", Commitment.HEDGED, ["probably"]),
        ("The minister suspects that the truce is over.", Commitment.HEDGED, ["suspects"]),
        ("Orlavia denied that the road might be open.", Commitment.DENIED, ["might"]),
        ("Orlavia said the road was open.", Commitment.ASSERTED, []),
    ],
)
def test_of_several_readings_the_weakest_decides(text: str, expected: Commitment, words: list[str]) -> None:
    first = statements(text)[0]
    assert (first.commitment, [each.exact for each in first.hedges]) == (expected, words)


def test_what_nobody_is_said_to_speak_has_a_commitment_too() -> None:
    how, found = commitment(list(parse("Perhaps the road is open.")), None, Act.STATE, None, False)
    assert how is Commitment.POSSIBLE
    assert [each.possible for each in found] == [True]
