"""The word lists are sound: every act is one of the closed list, every country has its code once."""

from __future__ import annotations

import pytest

from parley.model import Act
from parley.reading.attribution.cues import lexicon, quotation_act
from parley.reading.speakers import countries
from parley.reading.speakers.countries import country_named


def test_every_cue_does_an_act_of_the_closed_list() -> None:
    assert all(isinstance(act, Act) for section in lexicon().values() for act in section.values())
    assert quotation_act("say") is Act.STATE
    assert quotation_act("eat") is None


def test_of_two_acts_for_one_word_the_first_named_counts() -> None:
    assert lexicon()["clause"]["agree"] is Act.COMMIT


@pytest.mark.parametrize(
    ("words", "code"),
    [("Norway", "NOR"), ("Norwegian", "NOR"), ("Oslo", "NOR"), ("U.S.", "USA"), ("Côte d’Ivoire", "CIV"), ("us", None)],
)
def test_a_country_is_known_by_name_people_and_capital(words: str, code: str | None) -> None:
    state = country_named(words)
    assert (state.id if state else None) == code


def test_no_country_is_written_in_small_letters() -> None:
    assert not [name for name in countries._by_name() if name == name.lower()]
