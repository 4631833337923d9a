"""Words said once and meant several times: each half with a time or a place of its own is a deed of its own."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Obligation

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern}\n---\n\n1. "


def read(words: str) -> list[tuple[str, ...]]:
    """Bearer, object, place and window of each obligation, in the text's words; empty where nothing is said."""
    return [
        tuple(words_of(each, slot) for slot in ("bearer", "object", "place", "window"))
        for each in parse(HEAD + words).obligations
    ]


def words_of(obligation: Obligation, slot: str) -> str:
    said = getattr(obligation, slot)
    return said.words if said else ""


@pytest.mark.parametrize(
    ("words", "deeds"),
    [
        (
            "Kestria shall mend the dyke within ten days and the sluices within twenty days.",
            [("Kestria", "the dyke", "", "within ten days"), ("Kestria", "the sluices", "", "within twenty days")],
        ),
        (
            "A third of the hostages shall be freed by D+2, another third by D+4 and the rest by D+6.",
            [
                ("", "A third of the hostages", "", "by D+2"),
                ("", "another third", "", "by D+4"),
                ("", "the rest", "", "by D+6"),
            ],
        ),
        (
            "Orlavia shall reopen the following passes: Orsk by D+3 and the Grey Saddle by D+5.",
            [("Orlavia", "Orsk", "", "by D+3"), ("Orlavia", "the Grey Saddle", "", "by D+5")],
        ),
        (
            "The Parties shall withdraw: Kestria behind the canal by D+5, and Orlavia beyond the ridge by D+7.",
            [("Kestria", "", "behind the canal", "by D+5"), ("Orlavia", "", "beyond the ridge", "by D+7")],
        ),
        (
            "Kestria shall remove its rafts by D+5 and Orlavia by D+7.",
            [("Kestria", "its rafts", "", "by D+5"), ("Orlavia", "its rafts", "", "by D+7")],
        ),
        (
            "The patients are to be moved in this order: the wounded on D+1, all others by D+4.",
            [("", "the wounded", "", "on D+1"), ("", "all others", "", "by D+4")],
        ),
        (
            "All barriers shall be lifted and all watch-towers dismantled by D+4.",
            [("", "All barriers", "", ""), ("", "all watch-towers", "", "by D+4")],
        ),
    ],
)
def test_each_half_has_its_own_time_or_place(words: str, deeds: list[tuple[str, ...]]) -> None:
    assert read(words) == deeds


@pytest.mark.parametrize(
    "words",
    [
        "Kestria shall withdraw its rafts and ferries by D+5.",
        "Kestria shall see to it that no guard sets foot on the isles of Orsk and Pell before D+9.",
        "Kestria shall release the crews between D+5 and D+9.",
    ],
)
def test_a_list_with_one_time_is_one_deed(words: str) -> None:
    assert len(read(words)) <= 1


def test_a_second_verb_is_a_deed_of_its_own_kind() -> None:
    found = parse(f"{HEAD}Kestria shall withdraw its rafts by D+5 and report their number by D+8.").obligations
    assert [each.act.value for each in found if each.act] == ["withdraw", "report"]
