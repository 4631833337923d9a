"""What a text calls its parties: a word that it says, or the one that their names share; and a people by its name."""

from __future__ import annotations

import pytest

from parley.framework import check, parse
from parley.model import Framework, Modality

CLANS = """---
title: Truce
parties: {OST: Ostani clan, BEL: Belghar clan}
others: {ELD: Council of Elders}
---

**Saddle** means the pasture in Annex A.

1. """
STATES = """---
title: Truce
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
---

Kestria and Orlavia (each a State) agree.

1. """


def bearers(read: Framework) -> list[tuple[str, ...]]:
    return [one.bearer.value for one in read.obligations if one.bearer]


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither clan shoots at the houses of the other.",
        "From noon on 3 May 2031 neither clan shoots at the people, the houses or the animals of the other.",
        "Each clan takes its fighters down from the Saddle by 8 May 2031.",
        "A clan that is shot at tells the Elders within one day.",
        "Neither of the two clans builds posts on the Saddle.",
        "Both clans meet at the mill on D+3.",
    ],
)
def test_parties_go_by_the_word_that_the_names_of_all_of_them_share(sentence: str) -> None:
    assert bearers(parse(CLANS + sentence)) == [("OST", "BEL")]


def test_a_word_that_others_have_in_their_names_too_is_nobodys() -> None:
    read = parse(
        CLANS.replace("Council of Elders", "Sirin clan") + "A clan that is shot at tells the Elders within one day."
    )
    assert ("OST", "BEL") not in bearers(read)


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("The Ostani give back 34 sheep by 10 May 2031.", ("OST",)),
        ("The Ostani gives back 34 sheep by 10 May 2031.", ("OST",)),
        ("The Belghar pay 400,000 crowns to the family of Halim by 20 May 2031.", ("BEL",)),
        ("The Belghar set free the two men whom they hold, by 6 May 2031.", ("BEL",)),
        ("The Ostani and the Belghar open the road by 10 May 2031.", ("OST", "BEL")),
    ],
)
def test_a_clan_is_the_people_whose_name_it_has(sentence: str, whose: tuple[str, ...]) -> None:
    assert bearers(parse(CLANS + sentence)) == [whose]


def test_what_stands_behind_a_peoples_name_may_be_a_noun() -> None:
    assert ("OST",) not in bearers(parse(CLANS + "The Ostani herd grazes on the Saddle until 3 May 2031."))


def test_nothing_that_a_clan_promises_is_a_strangers_act() -> None:
    found = check(parse(CLANS + "Each clan shall take its fighters down from the Saddle by 8 May 2031.")).findings
    assert "I3.outsider" not in [one.code for one in found]


def test_a_text_may_call_its_parties_states() -> None:
    assert bearers(parse(STATES + "Neither State shall attack ports of the other State.")) == [("KES", "ORL")]
    assert bearers(parse(STATES + "Each of the States shall open one road by D+3.")) == [("KES", "ORL")]
    assert bearers(parse(STATES + "Each State Party shall open one road by D+3.")) == [("KES", "ORL")]


def test_a_head_of_state_is_no_party() -> None:
    (one,) = parse(STATES + "Each State shall inform the Head of State of Norrhaven by D+3.").obligations
    assert one.object is not None
    assert "Head of State" in one.object.value.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Until 30 September 2031 no armed man of either clan goes onto the Saddle.",
        "Until 30 September 2031 no armed man of either clan shall go onto the Saddle.",
        "Until D+30 no soldier enters the Saddle.",
        "Until the bodies leave the bridge no soldier shall enter it.",
    ],
)
def test_behind_a_date_without_a_comma_nobody_is_whom_a_ban_binds(sentence: str) -> None:
    (one,) = parse(CLANS + sentence).obligations
    assert one.modality is not None
    assert one.modality.value is Modality.MUST_NOT
    assert one.bearer is not None
    assert not any(word in one.bearer.value[0] for word in ("2031", "bridge"))
