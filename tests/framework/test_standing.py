"""What a text says of itself is read, and gives no obligation; what only looks like it isn't."""

from __future__ import annotations

from itertools import product

import pytest

from parley.framework import parse
from parley.framework.reader.standing import stands_for_itself
from parley.model import SentenceForm

TEXTS = ["this agreement", "the present Convention", "this Understanding", "it"]
SAID = [
    "Annexes A and B are part of {}",
    "The annex forms an integral part of {}",
    "All earlier truces between the Parties are replaced by {}",
    "Halvern is the depositary of {}",
]


@pytest.mark.parametrize(("said", "text"), [*product(SAID, TEXTS)])
def test_the_parts_of_a_text_go_with_any_name_of_it(said: str, text: str) -> None:
    assert stands_for_itself(said.format(text))


@pytest.mark.parametrize(
    "words",
    [
        "The Kestrian, Orlavian and English texts are equally authentic.",
        "It is done in Kestrian and English, both being authentic; if they differ, the English text prevails.",
        "The Separation Line is no border.",
        "This treaty changes no claim and no title.",
        "No earlier agreement on the valley stays in force.",
        "This agreement is concluded without limit of time.",
    ],
)
def test_it_is_read_as_it_stands(words: str) -> None:
    sentence = parse(f"1. {words}\n").sentences[-1]
    assert (sentence.form, sentence.reading, sentence.obligations) == (SentenceForm.STATUS, words, ())


@pytest.mark.parametrize(
    "words",
    [
        "Annex A shall be published by the Commission",
        "Kestria is part of the alliance",
        "The depot is no place for mines",
        "The Commission changes its rules",
    ],
)
def test_what_only_looks_like_it_is_not(words: str) -> None:
    assert not stands_for_itself(words)


@pytest.mark.parametrize(
    "words",
    [
        "This cease-fire lapses after 30 days unless extended by the Parties in writing.",
        "This agreement shall lapse on D+30.",
        "This truce shall cease to have effect after 60 days.",
        "The pause ceases to be in force on D+7.",
    ],
)
def test_how_long_a_text_holds_is_read(words: str) -> None:
    sentence = parse(f"1. {words}\n").sentences[-1]
    assert (sentence.reading, sentence.obligations) == (words, ())
