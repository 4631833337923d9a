"""The words that a pattern needs stand in every text that it matches in, whatever their case and script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text import patterns
from parley.text.needed import LONG, folded, needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\btruce\b", {"truce"}),
        (r"(?:by|before)\s+(?:the\s+)?(?P<month>March|April)", {"march", "april"}),  # rarer than "by" and "before"
        (r"withdr[ae]w(?:al|s)?", {"withdraw", "withdrew"}),
        (r"accepts?|accepted", {"accept"}),
        (r"(?P<day>\d{1,2})[:.]\d{2}", {"0:00", "0.00"}),
        (r"[\w\s]{2,60}?(?=\s+violations?)", {"violation"}),
        (r"(?<!no )fire(?!s)", {"fire"}),
        (r"(?!)", set()),  # matches nowhere
        (r"(?:mine)?s*", None),
        (r"the\s+[a-z]+|all|party|day|with", None),  # hardly a sentence without one of them
        (r"’s\b", None),  # only plain letters are looked for, and not one alone
    ],
)
def test_words_that_every_match_holds(pattern, words):
    found = needed(pattern)
    assert (set(found) if found is not None else None) == words


def test_folded_takes_letters_as_ignoring_case_does():
    assert folded("KM 12,5 ſİı K ٣") == "km 00,0 sii k 0"


TEXTS = st.text("abAB iıİIſsSkK0٣9’", max_size=12)
LEAVES = st.sampled_from([*"abisk9 ’.", "ab", "is", r"\d", r"\s", r"\w", r"\b", "[ab]", "[^a]", "[0-9]", "(?!)"])


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(inner, inner)
    marks = st.sampled_from(["?", "*", "+", "*?", "{2}", "{1,3}", "{0,2}?"])
    return st.one_of(
        pairs.map("".join),
        pairs.map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, marks).map(lambda two: f"({two[0]}){two[1]}"),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?!{one})"),
        inner.map(lambda one: f"(?-i:{one})"),
    )


@given(pattern=st.recursive(LEAVES, _larger, max_leaves=8), text=TEXTS, flags=st.sampled_from([0, re.IGNORECASE]))
def test_a_pattern_that_looks_for_its_words_first_finds_what_it_would_have_found(pattern, text, flags):
    plain, sparing = re.compile(pattern, flags), patterns.compile(pattern, flags)
    for whole in (text, text + " " * LONG):
        assert [each.span() for each in sparing.finditer(whole)] == [each.span() for each in plain.finditer(whole)]
        assert (sparing.search(whole, 1, 8) is None) == (plain.search(whole, 1, 8) is None)
        assert sparing.sub("-", whole) == plain.sub("-", whole)
