"""How long a text says that it holds. D-day is 1 March 2031, a whole day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.model import Duration
from parley.monitoring.terms import leaving, outliving, terms

CALM = "1. No Party shall carry out shelling. {#calm}\n\n"


@pytest.fixture
def read(framework_of: Any) -> Any:
    return lambda sentence: terms(framework_of(f"{CALM}2. {sentence} {{#term}}\n"), dt.UTC)


@pytest.mark.parametrize(
    ("sentence", "of", "last"),
    [
        ("This Agreement shall remain in force for 60 days from D-day.", (), "04-30"),
        ("This Agreement lapses on D+60 unless the Parties extend it.", (), "04-30"),
        ("The Agreement enters into force on D-day and remains in force for 90 days.", (), "05-30"),
        ("This Agreement expires on 30 April 2031.", (), "04-30"),
        ("This Agreement shall remain in force until 30 April 2031.", (), "04-30"),
        ("The cease-fire holds for an initial period of 30 days.", (), "03-31"),
        ("The ban in Article 1 shall lapse after 30 days.", ("calm",), "03-31"),
        ("This Article ends 45 days after D-day.", ("term",), "04-15"),
    ],
)
def test_a_term_is_of_the_text_or_of_an_article(read: Any, sentence: str, of: tuple[str, ...], last: str) -> None:
    (term,) = read(sentence)
    assert (term.of, f"{term.first:%m-%d}", term.renews) == (of, last, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "This Agreement remains in force until the Parties conclude a final settlement.",
        "This Agreement lasts 72 hours from its signature.",
        "The Parties to this Agreement shall hold talks within 30 days.",
        "The Commission shall remain in force for 30 days.",
        "This Agreement shall remain in force for [#term KES: 30 | ORL: 60] days.",
    ],
)
def test_other_sentences_give_none(read: Any, sentence: str) -> None:
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "renews", "told", "may", "period", "notice"),
    [
        ("It may be extended by mutual agreement.", False, False, True, None, None),
        ("The Parties may prolong this Agreement by 20 days.", False, False, True, Duration(days=20), None),
        ("It is extended by 30 days unless a Party gives notice of 10 days.", True, True, False, 30, 10),
        ("The truce shall be renewed automatically for 30 days at a time.", True, False, False, 30, None),
        ("The truce is extended automatically as long as talks go on.", None, False, False, None, None),
    ],
)
def test_what_follows_a_term(
    read: Any, sentence: str, renews: bool | None, told: bool, may: bool, period: Any, notice: Any
) -> None:
    (term,) = read(f"This Agreement shall last 60 days. {sentence}")
    period, notice = (Duration(days=each) if isinstance(each, int) else each for each in (period, notice))
    assert (term.renews, term.told, term.may, term.period, term.notice) == (renews, told, may, period, notice)


def test_a_party_may_be_free_to_leave(framework_of: Any) -> None:
    text = framework_of(f"{CALM}2. A Party may terminate this Agreement with 14 days' notice. {{#leave}}\n")
    assert leaving(text) == (("leave", Duration(days=14)),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Article 1 continues to apply after the end of this Agreement.",
        "The duties in Article 1 shall survive the termination of this Agreement.",
        "Article 1 binds the Parties beyond its expiry.",
    ],
)
def test_what_outlives_the_text(framework_of: Any, sentence: str) -> None:
    assert outliving(framework_of(f"{CALM}2. {sentence} {{#after}}\n")) == {"calm"}
