"""Names that a text gives: to a body that it brings in without setting it up in so many words, to things by terms."""

from __future__ import annotations

import pytest

from parley.framework.checks.introduced import bodies_introduced, fronts_of, own_words, without_fronts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Watchers are thirty people, at least ten of them women.", "Watchers"),
        ("The Bench, which the League appoints by D-day, is made up of three lawyers.", "Bench"),
        ("Three Adjudicators, citizens of neither Party, are appointed by the League.", "Adjudicators"),
        ("The Embassy appoints three Referees by D-day.", "Referees"),
        ("The League sends 40 observers (the Eyes) to the valley.", "Eyes"),
        ("A Watch is set up, whose members are herein called the Verifiers.", "Verifiers"),
    ],
)
def test_a_body_is_known_by_who_is_in_it(text: str, name: str) -> None:
    assert bodies_introduced(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Heavy Weapons are stored in three sheds.",
        "Each Party is responsible for its officers.",
        "The Line is 40 km long.",
        "The Depots are guarded by the Parties.",
    ],
)
def test_things_are_no_bodies(text: str) -> None:
    assert bodies_introduced(text) == frozenset()


@pytest.mark.parametrize(
    ("term", "meaning", "told"),
    [
        ("Empty Flyer", "an aircraft in which nobody sits", {"Flyer": "drone", "Flyers": "drone"}),
        ("Wrongdoing", "an act that contradicts this Pact", {"Wrongdoing": "breach", "Wrongdoings": "breach"}),
        ("Depot", "a place on the list in Annex B", {}),
    ],
)
def test_a_word_of_its_own_is_told_by_its_definition(term: str, meaning: str, told: dict[str, str]) -> None:
    assert dict(own_words([(term, meaning)])) == told


def test_what_only_the_front_of_a_term_says_is_left_out() -> None:
    fronts = fronts_of(["Calm Water"])
    assert without_fronts("in the Calm Water", {"mood": [(7, 11)], "flow": [(12, 17)]}, fronts) == {"flow": [(12, 17)]}
    assert without_fronts("when it is calm", {"mood": [(11, 15)]}, fronts) == {"mood": [(11, 15)]}
