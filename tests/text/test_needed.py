"""The words that a pattern needs stand in every text that it matches in, whatever their case and script."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text import needed as asking
from parley.text import patterns
from parley.text.needed import folded, needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\btruce\b", {"truce"}),
        (r"by\s+(?:the\s+)?(?:[A-Z]\w+\s+)?(?P<month>March|April)", {"march", "april"}),  # rarer than "by"
        (r"(?:no|not)\s+later\s+than", {"no later than", "not later than"}),
        (r"withdr[ae]w(?:al|s)?", {"withdraw", "withdrew"}),
        (r"accepts?|accepted", {"accept"}),
        (r"(?P<day>\d{1,2})[:.]\d{2}", {"0:00", "0.00"}),
        (r"[\w\s]{2,60}?(?=\s+violations?)", {" violation"}),
        (r"(?<!no )fire(?!s)", {"fire"}),
        (r"(?!)", set()),  # matches nowhere
        (r"(?:mine)?\s*", None),
        (r"the\s+[a-z]+|all|party|day|with", None),  # hardly a sentence without one of them
        (r"(?P<a>\w)-(?P=a)\s+(?:km|miles)\.", {" km.", " miles."}),
        (r"(?i)\\[Uu]nit\.|\(unit", {r"\unit.", "(unit"}),
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


@st.composite
def pieces(draw: st.DrawFn, depth: int = 3) -> str:
    """A pattern of ``re``, small and silly."""
    kind = draw(st.integers(0, 8)) if depth else 8
    if kind > 6:
        return draw(LEAVES)
    one, other = draw(pieces(depth - 1)), draw(pieces(depth - 1)) if kind < 3 else ""
    mark = draw(st.sampled_from(["?", "*", "+", "*?", "{2}", "{1,3}", "{0,2}?"]))
    return (
        f"{one}{other}",
        f"{one} +{other}",
        f"(?:{one}|{other})",
        f"({one}){mark}",
        f"(?={one})",
        f"(?!{one})",
        f"(?-i:{one})",
    )[kind]


LONG = 14
"""Characters of a long text here: patterns as silly as these take for ever where a thousand can be repeated."""


@given(pattern=pieces(), text=TEXTS, flags=st.sampled_from([0, re.IGNORECASE]))
def test_a_pattern_that_looks_for_its_words_first_finds_what_it_would_have_found(pattern, text, flags):
    plain, sparing = re.compile(pattern, flags), patterns.compile(pattern, flags)
    with patch.object(asking, "LONG", LONG), patch.object(patterns, "LONG", LONG):
        for whole in (text, text + " " * LONG):
            assert [each.span() for each in sparing.finditer(whole)] == [each.span() for each in plain.finditer(whole)]
            assert (sparing.search(whole, 1, 8) is None) == (plain.search(whole, 1, 8) is None)
            assert (sparing.match(whole) is None) == (plain.match(whole) is None)
            assert (sparing.fullmatch(whole, 2) is None) == (plain.fullmatch(whole, 2) is None)
            assert sparing.sub("-", whole) == plain.sub("-", whole)
