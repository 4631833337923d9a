"""Whom "he" and "she" mean: not somebody who is only spoken of in the words that they say, and nobody is both."""

from __future__ import annotations

import pytest

from parley.reading import Resolver, parse, read
from reading.papers import ACTORS, paper


def meant(text: str, pronoun: str, after: str) -> str | None:
    start = text.index(pronoun, text.index(after))
    ref = Resolver(parse(text), ACTORS).resolve(start, start + len(pronoun))
    assert ref is not None
    return ref.id


def test_who_is_named_in_a_quotation_does_not_say_it() -> None:
    text = (
        "“The talks will go on,” Anton Larsen said.\n\n"
        "“It is Peter Hoffman who sounds angry. Jon Dane is patient,” he added."
    )
    assert meant(text, "he", "patient") == "anton-larsen"


def test_a_long_quotation_is_no_distance() -> None:
    text = (
        "Anna Hoffman spoke in Varn.\n\n"
        "“The road is open. The bridge is not. The river is high. The boats are gone. We wait,” she said."
    )
    assert meant(text, "she", "We wait") == "anna-hoffman"


def test_nobody_is_he_and_she_in_one_paper() -> None:
    text = (
        "Tamsyn Orde came to Varn. She met the mayor and she signed the book. "
        "The talks had been Orde's idea. He said that they would fail."
    )
    assert meant(text, "He", "idea") is None


@pytest.mark.parametrize(("pronoun", "who"), [("She", "anna-orde"), ("He", "peter-orde")])
def test_of_two_of_one_surname_the_pronoun_tells_which(pronoun: str, who: str) -> None:
    text = f"Anna Orde and Peter Orde arrived on Monday. Orde spoke first. {pronoun} said that talks would resume."
    assert meant(text, pronoun, "spoke first") == who


def test_whose_neighbour_speaks_is_not_the_one_who_has_neighbours() -> None:
    text = "Anna Hoffman sells bread. Hoffman's neighbour told of a night in January. “They took the radio,” she said."
    assert meant(text, "she", "radio") is None


def test_a_name_that_nobody_bears_in_full_is_somebody() -> None:
    text = "Anton Larsen arrived. Mr. Quill has an ally in Larsen. He said that the road was open."
    assert meant(text, "He", "ally") != "anton-larsen"


def test_who_was_only_mentioned_is_not_the_candidate_who_speaks() -> None:
    text = (
        "The army called upon Peter Hoffman to leave. “The road is open,” the candidate said in Varn. "
        "“We will come back,” he went on."
    )
    assert meant(text, "he", "come back") is None


def test_he_of_a_question_in_front_is_who_answers_it() -> None:
    text = "Mara Quill called it worthless. Asked whether he would meet Oda Lind, Ivo Tarn said he would meet no one."
    (meeting,) = read(paper(text), ACTORS).meetings
    assert {party.name for party in meeting.parties} == {"Ivo Tarn", "Oda Lind"}


def test_the_comma_before_who_answers_gives_nobody_an_office() -> None:
    text = "Mara Quill spoke. Asked if she would meet Oda Lind, the envoy said no date was set."
    assert [each.speaker.id for each in read(paper(text), ACTORS).statements if each.speaker] == [None]
