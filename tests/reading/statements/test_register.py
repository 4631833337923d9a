"""The act of a sentence by lexicon and learnt weights, and where it overrules the rules."""

from __future__ import annotations

import pytest

from parley.model import Act
from parley.reading import act_of
from parley.reading.statements import register
from parley.reading.statements.own_voice import utterance, words_after_label
from reading.papers import statements


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("We demand that the crews be freed at once.", Act.DEMAND),
        ("I should be grateful if you would send us the maps.", Act.REQUEST),
        ("Let us draw lots for the chair.", Act.PROPOSE),
        ("We place two launches at the disposal of the pilots.", Act.OFFER),
        ("My Government undertakes to publish the lists.", Act.COMMIT),
        ("We are in no position to sign this draft.", Act.REJECT),
        ("Whoever fires on the ferry will bear the consequences.", Act.THREATEN),
        ("I apologise to the families of the drowned.", Act.APOLOGISE),
        ("Thank you for the blankets.", Act.THANK),
        ("MS. SELWIN: Who holds the keys?", Act.ASK),
    ],
)
def test_the_author_of_a_sentence_does_its_act(sentence: str, act: Act) -> None:
    found, probability = act_of(sentence)
    assert found is act
    assert 0 < probability <= 1


def test_the_side_that_is_named_as_speaking_does_the_act() -> None:
    assert act_of("Kestria turned down the offer.")[0] is Act.REJECT


def test_the_probabilities_of_all_acts_add_up_to_one() -> None:
    chances = register.probabilities(register.evidence(utterance("The road is open.")))
    assert set(chances) == set(Act)
    assert sum(chances.values()) == pytest.approx(1)


def test_a_longer_phrase_speaks_for_the_words_in_it() -> None:
    hits = register.evidence(utterance("We are not in a position to concur.")).hits
    assert Act.REJECT in {act for _, act in hits}


def test_a_phrase_may_be_broken_by_a_few_words() -> None:
    def acts(text: str) -> set[Act]:
        return {act for place, act in register.evidence(utterance(text)).hits if place.endswith("phrase")}

    assert Act.OFFER in acts("We place three of our boats at the disposal of the pilots.")
    assert Act.OFFER not in acts("We place, on the bank of the river north of the old mill, no value.")


@pytest.mark.parametrize(
    "text",
    [
        "Kestria said that Orlavia had not been invited to the meeting.",
        "Kestria said that Orlavia might accept the proposal.",
        "Kestria said that the road was open.",
    ],
)
def test_what_shows_no_stronger_act_is_stated(text: str) -> None:
    assert [each.act for each in statements(text)] == [Act.STATE]


def test_words_of_a_wrong_show_an_accusation_after_a_cue_that_tells_nothing() -> None:
    (told,) = statements("Kestria said that Orlavia had flagrantly violated the truce.")
    assert told.act is Act.ACCUSE


def test_a_label_of_a_transcript_is_no_part_of_what_is_said() -> None:
    assert words_after_label("MS. SELWIN: Fine.") == "Fine."
    assert words_after_label("The road is open: go.") == "The road is open: go."


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Orlavia vowed to shoot down anything that crossed the line.", Act.THREATEN),
        ("The government of Kestria offers its apologies to the crew.", Act.APOLOGISE),
        ("Kestria said that Orlavia had not been invited to the meeting.", Act.STATE),
    ],
)
def test_a_cue_of_one_act_may_bring_another_and_a_plain_negative_is_no_denial(text: str, act: Act) -> None:
    assert [each.act for each in statements(text)] == [act]
