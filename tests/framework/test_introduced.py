"""Names by which a text brings in a body without setting it up in so many words."""

from __future__ import annotations

import pytest

from parley.framework.checks.introduced import bodies_introduced


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
