"""How reports call a party's own forces, and names that leave open who it was."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.monitoring.names import Names

NAMES = Names(parse("---\nparties: {ALD: Alda, BOR: Borun}\n---\n\n1. No Party shall shell the town of Osk.\n"))


@pytest.mark.parametrize(
    "name",
    [
        "Borun's army",
        "Army of Borun",
        "BOR forces",
        "Borun Air Force",
        "Military Forces of Borun (2019-)",
        "the armed forces of Borun",
    ],
)
def test_the_forces_of_a_party_are_the_party(name: str) -> None:
    assert NAMES.same(name, "BOR")
    assert not NAMES.nobody(name)


@pytest.mark.parametrize(
    "name",
    ["ALD and BOR", "ALD;BOR", "Both Parties", "the Parties", "Borun?", "unknown (probably Borun)", "disputed", None],
)
def test_several_or_somebody_in_doubt_is_no_one_doer(name: str | None) -> None:
    assert NAMES.nobody(name)


@pytest.mark.parametrize("name", ["REB", "Red Front", "Free Borunia", "Police of Nara"])
def test_a_stranger_is_a_stranger(name: str) -> None:
    assert not NAMES.nobody(name)
    assert not NAMES.same(name, "BOR")
