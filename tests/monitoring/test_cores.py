"""A name is known again by what is distinctive in it, and by a party's own forces, also with its adjective."""

from __future__ import annotations

from typing import Any

import pytest

from parley.framework import parse
from parley.monitoring.names import Names
from parley.monitoring.truth import Truth


def names(parties: str, text: str = "No Party shall shell the town of Osk.") -> Names:
    return Names(parse(f"---\nparties: {{{parties}}}\n---\n\n1. {text}\n"))


STATES = names("ALD: Republic of Alda, BOR: Republic of Borun")


@pytest.mark.parametrize(
    "name",
    [
        "Alda",
        "A.L.D.",
        "Alda (Republic of)",
        "Government of Alda",
        "Aldan army",
        "the Aldan Navy",
        "Alda MoD",
        "Alda Min. of Defence",
        "Aldan Ministry of the Interior",
        "Ministry of Defence of Alda",
        "Aldan side",
        "Alda's artillery",
        "Álda",
        "Alda (ALD)",
        "Gov. of Alda",
        "Alda Gov't",
        "ALD AF",
    ],
)
def test_it_is_that_party(name: str) -> None:
    assert STATES.did(name, "ALD").truth is Truth.YES
    assert STATES.did(name, "BOR").truth is Truth.NO


@pytest.mark.parametrize(
    "name",
    [
        "Alda (alleged)",
        "probably Alda",
        "suspected Aldan forces",
        "Alda-backed militia",
        "pro-Aldan rebels",
        "Alda (unconfirmed)",
        "soldiers from Alda",
        "Alda Liberation Front",
        "Kingdom of Alda",
        "suspected Red Front",
        "Republic",
        "soldiers",
        "Armed Men",
        "local militia",
        "3rd Brigade",
        "the National Army",
        "Government forces",
        "authorities",
        "Адла",
        "ألدا",
        "Aldda",
        "Aldna army",
        "Republic of Adla",
        "AAF",
        "R.A.",
        "Side A",
        "the other side",
        "we",
        "warship",
        "2 tanks",
        "Unmarked Drone",
        "Frigate Audace",
        "MV Amal",
        "Wolf Battalion",
        "Northern Command",
        "Coalition forces",
        "the North",
        "Gen. Harka",
        "General Orman",
        "Prime Minister",
        "Prison Director",
        "Mayor Tesk",
        "customs officers",
        "armed farmers",
        "tbc",
        "see note",
    ],
)
def test_it_may_be_that_party(name: str) -> None:
    assert STATES.nobody(name)
    assert STATES.did(name, "ALD").truth is Truth.UNKNOWN


@pytest.mark.parametrize(
    "name",
    [
        "Aldara",
        "Republic of Casta",
        "Red Front",
        "Castan army",
        "Castan warship",
        "warships of Casta",
        "Casta's 3rd Brigade",
        "Labour Party",
        "fishermen",
        "bandits",
        "United Nations",
        "UN peacekeepers",
        "Mayor of Casta",
    ],
)
def test_a_stranger_is_nobody_of_the_text(name: str) -> None:
    assert STATES.did(name, "ALD").truth is Truth.NO


def test_what_fits_two_is_open() -> None:
    two = names("ALD: Republic of Alda, ALK: Kingdom of Alda")
    for name in ("Alda", "Aldan army"):
        assert two.did(name, "ALD").truth is two.did(name, "ALK").truth is Truth.UNKNOWN
    assert two.did("Kingdom of Alda", "ALD").truth is Truth.NO


def test_a_name_may_be_the_adjective_and_a_part_of_one_is_in_doubt() -> None:
    more = names("ORL: Orlavian Union, TNT: Republic of Trin and Tobar, ALF: Alda Liberation Front")
    assert more.same("Orlavia", "ORL")
    assert more.same("Trin and Tobar", "TNT")
    assert more.nobody("Liberation Front")


@pytest.mark.parametrize(
    ("parties", "text"),
    [
        ("ALD: Government of Alda, BOR: Republic of Borun", "The Government shall leave Osk."),
        ("ALD: Republic of Alda, BOR: Republic of Borun", "The Government of Alda shall leave Osk."),
        ("ALD: Republic of Alda, NLF: National Liberation Front", "The Government side shall leave Osk."),
    ],
)
def test_the_government_is_the_one_that_has_one(parties: str, text: str) -> None:
    assert names(parties, text).did("Government of Alda", "Government side").truth is Truth.YES
    assert names(parties, text).same("the Government", "ALD")


def test_of_two_states_the_government_is_neither() -> None:
    assert not STATES.knows("the Government")


def test_what_a_government_owes_that_may_be_either_nobody_can_tell(held: Any) -> None:
    result = held("1. The Government shall release 45 detainees by D+10.\n", [])
    assert [one.why for one in result.verdicts] == [
        "Not held against reports yet: reports do not tell who the 'Government' is."
    ]


@pytest.mark.parametrize(
    ("actor", "verdict"),
    [("Kestria", "breached"), ("Kestrian army", "breached"), ("probably Kestria", "cannot tell"), ("Nara", "kept")],
)
def test_a_ban_is_not_kept_where_its_bearer_goes_by_another_name(held: Any, actor: str, verdict: str) -> None:
    row = {"id": "r1", "event_earliest": "2031-03-10", "reported": "2031-03-10", "act": "fire", "actor": actor}
    effort = "JVC,radar,everywhere,2031-03-01,2031-03-31T12:00,1,\n"
    result = held(
        "1. Kestria shall not fire at Orlavia from D-day.\n", [{**row, "counterpart": "Orlavia"}], effort=effort
    )
    assert [one.verdict.value for one in result.verdicts] == [verdict]
