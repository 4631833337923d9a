"""Lists of what is forbidden: each item is a deed with its thing, bounded by the words that introduce the list."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Modality, Obligation

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n**Bay Zone** means the waters in Annex B.\n\n1. "


def read(introduction: str, *items: str) -> tuple[Obligation, ...]:
    return parse(
        HEAD + introduction + "".join(f"\n\n({mark}) {item};" for mark, item in zip("abc", items, strict=False))
    ).obligations


def words(obligations: tuple[Obligation, ...]) -> list[tuple[str | None, str | None]]:
    return [(each.act and each.act.words, each.object and each.object.words) for each in obligations]


@pytest.mark.parametrize(
    "introduction",
    [
        "The following are prohibited:",
        "The following acts shall be forbidden:",
        "The following remain forbidden to both Parties:",
        "In the Bay Zone the following are forbidden:",
    ],
)
def test_gerunds_and_nouns_are_what_is_forbidden(introduction: str) -> None:
    found = read(introduction, "hoarding fuel", "the tapping of telephones", "felling the olive trees")
    assert words(found) == [("hoarding", "fuel"), ("tapping", "telephones"), ("felling", "the olive trees")]
    assert {each.modality.value for each in found if each.modality} == {Modality.MUST_NOT}


def test_what_stands_before_the_list_bounds_each_item() -> None:
    found = read("In the Bay Zone the following are forbidden:", "hoarding fuel", "overflights by drones")
    assert [each.place and each.place.words for each in found] == ["In the Bay Zone"] * 2


def test_whom_it_binds_is_said_once() -> None:
    found = read("The following remain forbidden to both Parties:", "hoarding fuel", "the hiding of mortars")
    assert [each.bearer and each.bearer.words for each in found] == ["both Parties"] * 2


@pytest.mark.parametrize(
    "introduction",
    ["It shall be prohibited, until D+9, to:", "Kestria shall, until D+9, not:", "Kestria shall not, until D+9:"],
)
def test_a_time_between_commas_is_of_each_item(introduction: str) -> None:
    found = read(introduction, "hoard fuel", "fell the olive trees")
    assert words(found) == [("hoard", "fuel"), ("fell", "the olive trees")]
    assert [each.window and each.window.words for each in found] == ["until D+9"] * 2


def test_things_in_a_list_are_not_to_be_used() -> None:
    assert words(read("The following are prohibited:", "fishing nets", "threatening posters")) == [
        ("are prohibited", "fishing nets"),
        ("are prohibited", "threatening posters"),
    ]


def test_the_place_of_one_deed_is_not_that_of_the_deed_before() -> None:
    one, other = parse(HEAD + "Kestria shall not tap the lines or occupy the abandoned villages.").obligations
    assert one.place is None
    assert other.object is not None
    assert other.object.words == "the abandoned villages"


def test_who_is_not_responsible_is_forbidden_nothing() -> None:
    assert parse(HEAD + "Neither Party is responsible for feeding captives.").obligations == ()
