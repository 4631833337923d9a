"""Whom a title, a bracket, a turn or a counterpart makes of somebody; names with small words before them."""

from __future__ import annotations

import pytest

from parley.model import Ref
from reading.papers import statements


def speakers(text: str) -> list[Ref | None]:
    return [each.speaker for each in statements(text)]


def ids(text: str) -> list[str | None]:
    return [ref.id if ref else None for ref in speakers(text)]


def test_a_name_in_full_knows_its_surname_with_the_small_words_before_it() -> None:
    text = "Khalid bin Rashwan and Pieter van der Laan met. {} said that the road was mined."
    assert ids(text.format("Bin Rashwan")) == ["khalid-bin-rashwan"]
    assert ids(text.format("Van der Laan")) == ["pieter-van-der-laan"]


@pytest.mark.parametrize("title", ["MP", "H.E.", "Brig. Gen."])
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    assert ids(f"{title} Greta Sohl said that the deal was dead.") == ["greta-sohl"]


def test_the_president_elect_is_not_the_president() -> None:
    text = (
        "President-elect Nora Sandel of Orlavia met Orlavia's president, Hugo Prell. "
        "The president-elect said that she would stay. The president said that he would go."
    )
    assert ids(text) == ["nora-sandel", "hugo-prell"]


@pytest.mark.parametrize(
    "opening",
    [
        "Kestria's foreign minister, Ina Brask, met Teo Vance, Orlavia's foreign minister.",
        "The foreign ministers of Kestria and Orlavia, Ina Brask and Teo Vance, met on Thursday.",
    ],
)
def test_a_counterpart_has_the_same_office_elsewhere(opening: str) -> None:
    text = f"{opening} Brask said that the list was complete. Her Orlavian counterpart said that it was not."
    assert ids(text) == ["ina-brask", "teo-vance"]


def test_and_is_nobody_where_none_here_has_it() -> None:
    text = (
        "Kestria's foreign minister, Ina Brask, met Teo Vance, Orlavia's interior minister. "
        "Brask said that the list was complete. Her Orlavian counterpart said that it was not."
    )
    *_, counterpart = speakers(text)
    assert counterpart is not None
    assert (counterpart.id, counterpart.of) == (None, "ORL")


def test_brackets_tell_whom_somebody_represents() -> None:
    text = (
        "Present: Ms. Alda Rook (Kestria), Mr. Henk Pryor (Orlavia), Mr. Olof Dane, chair\n\n"
        "The representative of Orlavia said that it was late. The chair said that it was early."
    )
    assert ids(text) == ["henk-pryor", "olof-dane"]


def test_whoever_sits_in_a_delegation_is_of_it_and_whoever_sits_in_a_city_is_not() -> None:
    (insider,) = speakers("A source in the Kestrian delegation said that a swap was near.")
    (stranger,) = speakers("A diplomat in Varn said that a swap was near.")
    assert insider is not None
    assert stranger is not None
    assert (insider.of, stranger.of) == ("KES", None)


def test_two_leaders_are_the_only_two_where_one_is_a_leader_and_the_other_left_to_be_understood() -> None:
    text = "Kestria's prime minister, Lena Vost, spoke to {}. Both leaders said that it had been frank."
    (both,) = speakers(text.format("Orlavia's, Bram Eckel, on Monday"))
    assert both is not None
    assert {member.id for member in both.members} == {"lena-vost", "bram-eckel"}


@pytest.mark.parametrize("other", ["Bram Eckel", "journalist Bram Eckel", "Bram Eckel, an Orlavian lawyer"])
def test_and_nobody_where_the_other_may_be_anybody(other: str) -> None:
    (both,) = speakers(
        f"Kestria's prime minister, Lena Vost, spoke to {other}. Both leaders said that it had been frank."
    )
    assert both is not None
    assert both.members == ()


def test_a_surname_with_small_words_that_two_bear_is_nobody() -> None:
    assert ids("John de Groot met Anna de Groot. De Groot said that it was late.") == [None]


def test_who_is_quoted_as_saying_says_it() -> None:
    found = statements("Greta Sohl quoted Otto Brandis as saying that no paper was needed.")
    assert [(each.speaker.id if each.speaker else None, each.within is None) for each in found] == [
        ("greta-sohl", True),
        ("otto-brandis", False),
    ]


def test_who_is_told_something_by_somebody_does_not_say_it() -> None:
    assert ids("Mayor Ilse Korn was told by General Otto Brandt that the bridge was his.") == ["otto-brandt"]


def test_who_objects_that_something_is_so_says_it() -> None:
    assert ids("Ilse Korn objected that two weeks was too long.") == ["ilse-korn"]


def test_several_named_beside_a_plural_are_all_meant() -> None:
    text = (
        "The two ministers, Ana Brask of Kestria and Tom Vance of Orlavia, met. They agreed that the pass would open."
    )
    (agreed,) = speakers(text)
    assert agreed is not None
    assert {member.id for member in agreed.members} == {"ana-brask", "tom-vance"}


def test_each_of_two_titled_persons_is_of_the_state_named_after_the_name() -> None:
    text = (
        "Prime Minister Karl Ostrand of Kestria and Prime Minister Lea Quist of Orlavia spoke. "
        "The Kestrian prime minister said that it was late. The Orlavian prime minister said that it was dark."
    )
    assert ids(text) == ["karl-ostrand", "lea-quist"]


def test_the_spokesman_for_one_is_not_the_only_spokesman_who_is_anothers() -> None:
    text = (
        "Petra Lunde and Ana Brask spoke. Lunde's spokesman, Karim Noll, said that it was late. {} said that it rained."
    )
    assert ids(text.format("The spokesman for Ana Brask")) == ["karim-noll", None]
    assert ids(text.format("The spokesman for Petra Lunde")) == ["karim-noll", "karim-noll"]


def test_an_office_with_its_owner_may_stand_before_the_name_between_commas() -> None:
    assert ids("They met the envoy of Halvern, Tilda Moen, today. The envoy said that it was late.") == ["tilda-moen"]


def test_the_senior_diplomat_is_who_was_just_called_a_diplomat() -> None:
    text = "Vida Thorne, Kestria's top diplomat, left. {}The senior diplomat said that it was late."
    assert ids(text.format("")) == ["vida-thorne"]
    assert ids(text.format("An Orlavian diplomat stayed. ")) == [None]


def test_letters_in_brackets_stand_for_a_name_with_an_apostrophe() -> None:
    assert ids("The Harbour Workers' Union (HWU) met. The HWU said that it was late.") == ["harbour-workers-union"]


def test_of_offices_and_names_in_turn_each_office_is_of_the_name_behind_it() -> None:
    text = (
        "At the invitation of the President of Halvern, Mr. Ilmar Tesk, the Prime Minister of Kestria, Ms. Orsolya "
        "Brandt, and the President of Orlavia, Mr. Darko Venn, met in Lindholt.\n\n{} said that it was late."
    )
    assert ids(text.format("The President of Halvern"))[-1] == "ilmar-tesk"
    assert ids(text.format("The Prime Minister of Kestria"))[-1] == "orsolya-brandt"
    assert ids(text.format("The President of Orlavia"))[-1] == "darko-venn"
