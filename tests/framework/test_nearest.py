"""A sentence that isn't understood: why, and the nearest form that would be."""

from __future__ import annotations

import re

import pytest

from parley.framework import nearest_form
from small_framework import sentence


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("The Parties should meet often.", "“should” binds nobody"),
        ("The Parties shall deem it good.", "“deem” is no act"),
        ("The Parties reaffirm the common heritage of the coasts.", "no word in it obliges"),
        ("Kestria shall release ____ prisoners.", "a blank"),
    ],
)
def test_what_is_not_read_gets_a_reason_and_a_form(words: str, why: str) -> None:
    assert sentence(words).reading is None
    assert why in nearest_form(words)


@pytest.mark.parametrize(
    "words", ["__", "should", "at 06:00 on D-day", "banned", "x", "Release", "shall be x", "shall x", "shall meet"]
)
def test_the_nearest_form_is_itself_understood(words: str) -> None:
    form = re.search(r"nearest form: “(.*)”", nearest_form(words))
    assert form is not None
    assert sentence(form[1]).reading is not None
