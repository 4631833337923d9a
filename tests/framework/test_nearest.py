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


def form_of(words: str) -> str:
    form = re.search(r"nearest form: “(.*?)”", nearest_form(words))
    assert form is not None
    return form[1]


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (
            "Guaranteed corridor for the retreat of mercenaries.",
            "[who] shall [establish or ensure] guaranteed corridor",
        ),
        ("Kestria shall release ____ prisoners.", "Kestria shall release [how many] prisoners [by when]."),
        ("The Parties should meet in Tarn.", "The Parties shall meet in Tarn [by when]."),
        (
            "Within 72 hours of signature, Kestria shall submit a list of prisoners, and released them within 14 days.",
            "Kestria shall submit a list of prisoners within 72 hours of signature.",
        ),
        (
            "They will reflect the composition of the Group.",
            "[who] will reflect the composition of the Group [by when].",
        ),
    ],
)
def test_the_form_has_the_sentence_s_own_words_as_far_as_they_fit(words: str, form: str) -> None:
    assert form in form_of(words)


def test_what_is_missing_is_told() -> None:
    said = nearest_form("Programme for the creation of jobs in the region.")
    assert "it does not say who does it, or by when, or what is done" in said


def test_what_the_form_leaves_out_is_told() -> None:
    said = nearest_form("Within 7 days, Kestria shall submit a list of prisoners, and released them within 14 days.")
    assert "left out and to be said apart: “and released them within 14 days”" in said


@pytest.mark.parametrize(
    "words",
    [
        "Kestria shall release ____ prisoners.",
        "The Parties should meet in Tarn.",
        "Guaranteed corridor for the retreat of mercenaries.",
        "They will reflect the composition of the Group.",
        "Kestria shall set one new date within 2 days, at most 5 days on.",
    ],
)
def test_the_form_is_itself_understood_once_its_blanks_are_filled(words: str) -> None:
    form = form_of(words)
    for blank, filled in (
        ("[who]", "Each Party"),
        ("[by when]", "by D+3"),
        ("[how many]", "10"),
        ("[establish or ensure]", "establish"),
    ):
        form = form.replace(blank, filled)
    assert sentence(form).reading is not None


@pytest.mark.parametrize("words", ["x", "banned", "shall be x", "If it rains, x", "…"])
def test_words_that_fit_no_form_get_a_form_alone(words: str) -> None:
    assert "[do what]" in form_of(words) or "[done]" in form_of(words)
