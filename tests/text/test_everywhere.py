"""All of a place, or any place at all, in whichever words."""

from __future__ import annotations

import pytest

from parley.text.everywhere import all_of, is_anywhere


@pytest.mark.parametrize(
    "words",
    ["any place in", "every part of", "the whole of", "all points within", "all of", "anywhere in", "any spot on"],
)
def test_where_the_place_itself_begins(words: str) -> None:
    assert all_of(f"{words} the Zone") == len(words) + 1
    assert all_of(f"in {words} Tarn", 3) == len(words) + 4


@pytest.mark.parametrize(
    "words", ["the north of the Zone", "some places in the Zone", "a part of the Zone", "any place"]
)
def test_what_is_not_all_of_a_place(words: str) -> None:
    assert all_of(words) is None


def test_any_place_at_all_names_none() -> None:
    assert all(map(is_anywhere, ("any place", "any point whatsoever", "every place", "anywhere")))
    assert not any(map(is_anywhere, ("the places", "any village", "any place of worship", "any place in the Zone")))
