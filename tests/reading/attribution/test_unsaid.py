"""Words that speak of saying though nobody has said anything: what is wished, awaited, supposed or held back."""

from __future__ import annotations

import pytest

from parley.model import Act, Commitment
from reading.papers import statements, words


@pytest.mark.parametrize(
    "text",
    [
        "Kestria should be asked to open its stores.",
        "Kestria must be told that the truce is over.",
        "Kestria could be forced to admit that it lied.",
        "If Kestria says that the truce is over, the talks will end.",
        "Once Kestria says that the road is open, the talks will begin.",
        "Before Kestria announces a truce, it should talk to us.",
        "It is hard to believe that Kestria wants peace.",
        "Neither the mission nor the Kestrian envoy responded to requests for comment.",
    ],
)
def test_what_nobody_has_said_is_no_statement(text: str) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kestria was asked to open its stores.",
        "Kestria was forced to admit that it lied.",
        "A wise general once said that the road was long.",
        "Before Kestria announced a truce, the guns had left.",
    ],
)
def test_what_was_said_is_one(text: str) -> None:
    assert len(statements(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hoffman stopped short of saying that the truce had failed.",
        "Anna Hoffman forgot to mention that the truce had failed.",
        "Anna Hoffman has never admitted that the truce had failed.",
    ],
)
def test_what_somebody_did_not_say_is_told_as_unsaid(text: str) -> None:
    (told,) = statements(text)
    assert (told.act, told.commitment) == (Act.STATE, Commitment.DENIED)


@pytest.mark.parametrize(
    ("text", "speaker", "addressee"),
    [
        ("“Will you resign?” Anna Hoffman was asked.", None, "Anna Hoffman"),
        ("“Will you resign?” Anna Hoffman was asked by Ivo Tarn.", "Ivo Tarn", "Anna Hoffman"),
        ("Anna Hoffman was told: “Go home.”", None, "Anna Hoffman"),
        ("Anna Hoffman was quoted as saying: “Go home.”", "Anna Hoffman", None),
    ],
)
def test_who_is_asked_in_marks_has_not_spoken(text: str, speaker: str | None, addressee: str | None) -> None:
    (told,) = statements(text)
    assert (told.speaker.name if told.speaker else None) == speaker
    assert (told.addressee.name if told.addressee else None) == addressee


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We are ready for peace” was Anna Hoffman's answer.", "Anna Hoffman"),
        ("“Nobody wants this war” was Anna Hoffman's reply when asked about the road.", "Anna Hoffman"),
    ],
)
def test_an_answer_in_marks_is_whose_it_was(text: str, source: str) -> None:
    assert words(statements(text)[0], "source") == [source]


def test_words_after_a_question_are_doubted_for_another_may_answer() -> None:
    (told,) = statements("“And the bridge?” asked Ivo Tarn. “It is closed.”")
    assert told.addressee is None
    assert "somebody else may answer" in told.doubts[0]


def test_a_town_that_is_attacked_is_not_reproached() -> None:
    assert statements("Kestria freed the prisoners before Orlavia attacked Sarn.") == ()
    for text in ("Orlavia attacked Kestria's plan for the road.", "Anna Hoffman attacked Ivo Tarn on Monday."):
        (told,) = statements(text)
        assert told.act is Act.CRITICISE
