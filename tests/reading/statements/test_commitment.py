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
        # likelihood
        ("There is every likelihood that the lists will be exchanged.", ["There is every likelihood"]),
        ("The talks would very probably be moved.", ["very probably"]),
        ("The blockade will most likely be lifted.", ["most likely"]),
        ("The council is not expected to vote.", ["is not expected to"]),
        ("Chances are the column never left.", ["Chances are"]),
        # what the speaker thinks
        ("I am inclined to think that the guards panicked.", ["I am inclined to think"]),
        ("It is our understanding that the guns were removed.", ["It is our understanding"]),
        ("To the best of our knowledge no shells were stored.", ["To the best of our knowledge"]),
        ("They are, I suspect, waiting for the rains.", ["I suspect"]),
        ("We wonder whether it might not be wiser to wait.", ["We wonder", "might"]),
        ("I really don't believe that anybody was there.", ["I really do n't believe"]),
        ("In the envoy's opinion, the map is wrong.", ["In the envoy 's opinion"]),
        ("As far as our own records go, the well is ours.", ["As far as our own records go"]),
        # appearance
        ("It looks as though the ferry will not run.", ["It looks as though"]),
        ("The report, it appears, was never sent.", ["it appears"]),
        # hearsay
        ("The dam is thought by some to be unsafe.", ["is thought by some to"]),
        ("Orlavia has been reported to be massing tanks.", ["has been reported to"]),
        ("It is widely believed that the pilots are alive.", ["It is widely believed"]),
        ("Word has it that the emissary has left.", ["Word has it"]),
        # possibility
        ("It cannot be excluded that a third party fired.", ["can not be excluded"]),
        ("There is a possibility that the road will open late.", ["There is a possibility"]),
        ("You may find that nobody is left.", ["may"]),
        ("He might, I suppose, begin with the wounded.", ["might", "I suppose"]),
        # headlines
        ("Deal seen within weeks", ["seen"]),
        ("Truce likely to hold, say monitors", ["likely to"]),
        # an effort in place of a bond
        ("We shall do our utmost to have them returned.", ["do our utmost to"]),
        ("The parties will try to settle it by post.", ["try"]),
        ("We hope to publish the names.", ["hope to"]),
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
        "Nothing could be further from the truth.",
        "Permits may be collected at the town hall.",
        "Could the schools not open first?",
        "Is it possible that the pilots lost their way?",
        "When does the commission intend to publish its findings?",
        "The witness appeared before the court.",
        "What seems to have been an attack was an accident.",
        "Some forty lorries crossed, more or less without incident.",
        "The signing was put off, reportedly by a week.",
        "The maps will be sent, if possible before the rains.",
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
        ("The envoy considered it unlikely that the truce would last.", Commitment.HEDGED, ["unlikely"]),
        ("Orlavia has warned the islands that it could recall its doctors.", Commitment.POSSIBLE, ["could"]),
        ("Orlavia hinted at measures of its own.", Commitment.HEDGED, ["hinted"]),
        ("The governor indicated a possible reduction of the toll.", Commitment.POSSIBLE, ["possible"]),
        ("It is hoped, said the engineer, that both pumps will run.", Commitment.HEDGED, ["It is hoped"]),
        ("The vote was, one might think, fair, the envoy said.", Commitment.HEDGED, ["one might think"]),
        ("The premier said she could probably sell it at home.", Commitment.HEDGED, ["probably"]),
        ("Kestria half promised a second list.", Commitment.HEDGED, ["half promised"]),
    ],
)
def test_of_several_readings_the_weakest_decides(text: str, expected: Commitment, words: list[str]) -> None:
    first = statements(text)[0]
    assert (first.commitment, [each.exact for each in first.hedges]) == (expected, words)


def test_what_nobody_is_said_to_speak_has_a_commitment_too() -> None:
    how, found = commitment(list(parse("Perhaps the road is open.")), None, Act.STATE, None, False)
    assert how is Commitment.POSSIBLE
    assert [each.possible for each in found] == [True]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Kestria expressed its support in principle for the second ferry.", ["in principle"]),
        ("The two sides reached an agreement in principle on Friday.", []),
        ("In the eyes of the Kestrian staff, the line is lost.", ["In the eyes of"]),
        ("To the best of its present knowledge, the line is lost.", ["To the best of its present knowledge"]),
        ("The draft is something that the elders might accept.", ["might"]),
        ("He has a boat that could carry forty men.", []),
        ("Take care on the dyke, for the ice could break.", ["could"]),
        ("The monks left the mill because the roof could fall.", []),
        ("The convoy could pass only by night.", []),
    ],
)
def test_a_hedge_reaches_the_whole_through_what_carries_it(text: str, hedges: list[str]) -> None:
    found = hedges_of(list(parse(text)))
    assert [" ".join(token.text for token in each.tokens) for each in found] == hedges


@pytest.mark.parametrize(
    "text",
    [
        "“I do not believe him,” Anna Hoffman said.",
        "In a letter seen by the Wire, Kestria's king promised to free them.\n\nHe left.",
    ],
)
def test_disbelief_and_reading_a_letter_weaken_nothing(text: str) -> None:
    assert statements(text)[0].commitment is Commitment.ASSERTED
