"""How reports call a party's own forces, and names that leave open who it was."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.monitoring.names import Names
from parley.monitoring.truth import YES, Truth

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
        "Government of Borun",
        "Borun (State)",
        "BOR 3rd Brigade",
        "Borun's 21st motorised infantry regiment",
    ],
)
def test_the_forces_of_a_party_are_the_party(name: str) -> None:
    assert NAMES.same(name, "BOR")
    assert not NAMES.nobody(name)


@pytest.mark.parametrize(
    "name",
    [
        "ALD or BOR",
        "either Party",
        "one of the sides",
        "Borun?",
        "unknown (probably Borun)",
        "disputed",
        "enemies of Alda and Borun",
        "neither Alda nor Borun",
        "unknown/BOR",
        "Alda and Borun (alleged)",
        None,
    ],
)
def test_somebody_in_doubt_is_no_doer(name: str | None) -> None:
    assert NAMES.nobody(name)


@pytest.mark.parametrize(
    "name",
    [
        "ALD and BOR",
        "Borun, Alda",
        "ALD;BOR",
        "ALD/BOR",
        "Both Parties",
        "the Parties",
        "each side",
        "all of the Parties",
        "the armed forces of Alda and Borun",
        "Alda's army as well as BOR forces",
    ],
)
def test_of_several_who_are_named_each_did_it(name: str) -> None:
    assert NAMES.did(name, "BOR") is YES
    assert NAMES.did(name, "Alda") is YES
    assert NAMES.same(name, "Borun and Alda")
    assert not NAMES.same(name, "BOR")


@pytest.mark.parametrize(
    ("name", "borun"),
    [
        ("ALD and unknown gunmen", Truth.UNKNOWN),
        ("Alda and others", Truth.UNKNOWN),
        ("Alda, supported by Borun", Truth.UNKNOWN),
        ("Alda and the Red Front", Truth.NO),
    ],
)
def test_who_is_named_beside_somebody_else_did_it(name: str, borun: Truth) -> None:
    assert NAMES.did(name, "ALD") is YES
    assert NAMES.did(name, "BOR").truth is borun


def test_both_of_three_are_not_known() -> None:
    three = Names(parse("---\nparties: {A: Alda, B: Borun, C: Casta}\n---\n\n1. No Party shall shell Osk.\n"))
    assert three.nobody("both sides")
    assert three.did("all Parties", "C") is YES


@pytest.mark.parametrize("name", ["REB", "Red Front", "Free Borunia", "Police of Nara"])
def test_a_stranger_is_a_stranger(name: str) -> None:
    assert not NAMES.nobody(name)
    assert not NAMES.same(name, "BOR")


def test_of_two_who_are_named_with_or_it_was_one_of_them_and_nobody_else() -> None:
    for words in ("Government of Borun or Army of Dorn", "Borun or the Dorn Front", "Dorn Front or Borun's army"):
        told = NAMES.did(words, "BOR")
        assert (told.truth, told.why) == (Truth.UNKNOWN, "which of those who are named did it is not said")
        assert NAMES.did(words, "ALD").truth is Truth.NO
    assert NAMES.did("Government of Dorn or Dorn Front", "BOR").truth is Truth.NO
    for words in ("Borun or others", "Borun or unknown gunmen", "enemies of Dorn or Borun", "neither Dorn or Borun"):
        assert NAMES.did(words, "ALD").truth is Truth.UNKNOWN, words


def test_a_name_with_that_of_a_party_in_it_is_told_as_it_stands() -> None:
    assert NAMES.did("Protesters (Borun)", "BOR").why == "whether 'Protesters (Borun)' says that BOR did it is open"
    assert NAMES.did(None, "BOR").why == "nobody is named as the doer"
