"""What stands once behind the prepositions of two deeds is meant for both."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Halvern}
---

**Gulf Zone** means the waters shown in Annex A.

1. """


def read(words: str) -> list[tuple[str, str, str, str]]:
    """Verb, thing, where and when of each deed."""
    return [
        (
            one.act.words if one.act else "",
            one.object.value.text if one.object else "",
            f"{one.place.value.relation} {', '.join(one.place.value.of)}" if one.place else "",
            one.window.words if one.window else "",
        )
        for one in parse(HEAD + words).obligations
    ]


@pytest.mark.parametrize(
    ("words", "deeds"),
    [
        (
            "As from D+6, neither Party shall station tanks in, or introduce tanks into, the Gulf Zone.",
            [
                ("station", "tanks", "in Gulf Zone", "As from D+6"),
                ("introduce", "tanks", "in Gulf Zone", "As from D+6"),
            ],
        ),
        (
            "No Party shall station troops in, or introduce weapons or ammunition into, the Gulf Zone.",
            [("station", "troops", "in Gulf Zone", ""), ("introduce", "weapons or ammunition", "in Gulf Zone", "")],
        ),
        (
            "No Party shall fly over, or enter, the Gulf Zone until D+20.",
            [("fly", "", "in Gulf Zone", "until D+20"), ("enter", "the Gulf Zone", "in Gulf Zone", "until D+20")],
        ),
        (
            "No Party shall carry weapons in, or fire from, the Gulf Zone.",
            [("carry", "weapons", "in Gulf Zone", ""), ("fire", "", "in Gulf Zone", "")],
        ),
        (
            "No Party shall fire into, or from, the Gulf Zone.",
            [("fire", "", "in Gulf Zone", ""), ("fire", "", "in Gulf Zone", "")],
        ),
        (
            "No Party shall fire into, or move troops within 5 km of, the Gulf Zone.",
            [("fire", "", "in Gulf Zone", ""), ("move", "troops", "within distance Gulf Zone", "")],
        ),
        (
            "Nobody may drive into or park in the Gulf Zone.",
            [("drive", "", "in Gulf Zone", ""), ("park", "", "in Gulf Zone", "")],
        ),
        (
            "The Parties shall refrain from deploying tanks in, or moving tanks into, the Gulf Zone.",
            [("deploying", "tanks", "in Gulf Zone", ""), ("moving", "tanks", "in Gulf Zone", "")],
        ),
        (
            "Kestria shall withdraw its tanks from, and shall not move tanks into, the Gulf Zone.",
            [("withdraw", "its tanks", "outside Gulf Zone", ""), ("move", "tanks", "in Gulf Zone", "")],
        ),
        (
            "No Party shall recruit from, or operate in, refugee camps.",
            [("recruit", "", "in refugee camps", ""), ("operate", "", "in refugee camps", "")],
        ),
        (
            "Kestria shall hand over, or destroy, the mines by D+5.",
            [("hand over", "the mines", "", "by D+5"), ("destroy", "the mines", "", "by D+5")],
        ),
    ],
)
def test_what_is_said_once_behind_two_prepositions_is_put_behind_both(
    words: str, deeds: list[tuple[str, str, str, str]]
) -> None:
    assert read(words) == deeds


@pytest.mark.parametrize("where", ["in or near the Gulf Zone", "in and around the Gulf Zone"])
def test_two_prepositions_of_one_place_are_one_deed(where: str) -> None:
    assert read(f"No Party shall move troops {where}.") == [("move", "troops", "near Gulf Zone", "")]
