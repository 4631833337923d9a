"""Asked of many sentences at once, a word or a pattern is found in those where it is found one by one."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from parley.text.holding import Holding
from parley.text.needed import folded

SENTENCES = {
    3: "Each Party shall withdraw its guns by D+10.",
    40: "The withdrawal of  the guns\nis confirmed by the Mission.",
    90: "Nobody fires.",
}


def test_sentences_are_told_by_their_numbers():
    held = Holding(SENTENCES)
    assert held.any_of(["withdraw"]) == {3, 40}
    assert held.any_of(["the guns is", "fires"]) == {40, 90}
    assert held.any_of(["tank", "by d+00"]) == {3}
    assert held.any_of([]) == frozenset()


def test_no_word_stands_across_two_sentences():
    assert Holding({1: "of the", 2: "Mission"}).any_of(["the mission", "themission"]) == frozenset()


def test_a_pattern_may_match_where_the_words_stand_that_it_needs():
    held = Holding(SENTENCES)
    assert held.may_match(re.compile(r"\bconfirm\w*\s+by\b")) == {40}
    assert held.may_match(re.compile(r"\w+")) == {3, 40, 90}
    assert Holding({}).may_match(re.compile("confirm")) == frozenset()


@given(
    st.lists(st.text("abI Eß1.\n", max_size=12), max_size=6),
    st.text("abi e0.", min_size=1, max_size=6).filter(lambda word: "  " not in word),
)
def test_what_holds_a_word_is_what_holds_it_one_by_one(sentences, word):
    found = Holding(dict(enumerate(sentences))).any_of([word])
    assert found == {number for number, words in enumerate(sentences) if word in folded(words)}
