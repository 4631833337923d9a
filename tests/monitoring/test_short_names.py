"""A body goes by the short name that the text gives it, in the front matter or not."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.monitoring.filled import with_all_meant
from parley.monitoring.names import Names
from parley.monitoring.truth import Truth


def names(text: str, others: str = "") -> Names:
    return Names(parse(f"---\nparties: {{ALD: Alda, BOR: Borun}}\nothers: {{{others}}}\n---\n\n{text}\n"))


@pytest.mark.parametrize("others", ["", "JVC: Joint Verification Commission"])
def test_a_body_that_is_set_up_goes_by_the_name_in_brackets(others: str) -> None:
    known = names("A Joint Verification Commission (the Commission) is established.", others)
    assert known.same("the Commission", "Joint Verification Commission")
    assert known.same("Commission", "JVC")
    assert known.is_body("the Commission")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Gulf Mission of Nations (the Mission) shall monitor this agreement.", "the Mission"),
        (
            'The Gulf Mission of Nations (hereinafter "the Observers") may stay. The Observers shall monitor it.',
            "Observers",
        ),
        ("The Gulf Mission of Nations (“GMN”) is invited. GMN shall inspect every depot.", "GMN"),
        ("**Watchers** means the Gulf Mission of Nations.\n\nThe Watchers shall inspect every depot.", "Watchers"),
        ("The Mission shall inspect every depot.", "Mission"),
    ],
)
def test_so_does_who_was_there_before(text: str, short: str) -> None:
    known = names(text, "UNM: Gulf Mission of Nations")
    assert known.same(short, "UNM")
    assert known.is_body(short)


def test_parties_have_short_names_but_not_the_one_that_they_share() -> None:
    known = names("Alda (the North) and Borun (Annex A) agree. Alda and Borun (the States) agree.")
    assert known.same("North", "ALD")
    assert not known.knows("Annex A")
    assert not known.knows("the States")


def test_of_two_commissions_one_alone_is_in_doubt() -> None:
    known = names("The Peace Commission shall inspect depots.", "JVC: Joint Commission, PC: Peace Commission")
    assert known.nobody("the Commission")
    assert known.same("Peace Commission", "PC")


def test_whoever_bears_a_duty_by_a_part_of_one_name_is_that_one() -> None:
    text = "The Administration shall return the books by 10 May 2031. The Committee shall hand over all knives."
    known = Names(parse(f"---\nparties: {{PA: Prison Administration, BC: Block Committee}}\n---\n\n1. {text}\n"))
    assert known.same("Administration", "PA")
    assert known.same("the Block Committee", "Committee")
    two = Names(parse(f"---\nparties: {{PA: Prison Administration, TA: Town Administration}}\n---\n\n1. {text}\n"))
    assert two.did("Prison Administration", "Administration").truth is not Truth.YES


CLANS = "---\nparties: {AMR: Amrani clan, DAL: Dalu clan}\nd_day: 2047-01-01\n---\n\n"


@pytest.mark.parametrize("name", ["Dalu", "the Dalu clan", "Clan Dalu"])
def test_what_the_names_of_all_parties_have_may_be_left_out(name: str) -> None:
    clans = Names(parse(f"{CLANS}1. No Party shall shell Osk.\n"))
    assert clans.same(name, "DAL")
    assert clans.nobody("the clan")


@pytest.mark.parametrize("whose", ["Both clans", "The clans", "Each clan"])
def test_they_are_all_meant_by_that_word(whose: str) -> None:
    text = parse(f"{CLANS}1. {whose} shall keep the road to the well open at all times.\n")
    [one] = with_all_meant(text).obligations
    assert one.bearer is not None
    assert one.bearer.value == ("AMR", "DAL")
    same = parse(CLANS.replace("Dalu clan", "Dalu council") + f"1. {whose} shall keep the road open at all times.\n")
    assert with_all_meant(same) == same
