"""A party does what its home is said to do; what is sent there, or lies there, is at a place."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Obligation

HEAD = "---\nparties: {HAD: Command of Hadra, SOR: People's Guard of Sorrun}\nothers: {MER: Township of Merre}\n---\n\n"


def told(words: str, head: str = HEAD) -> list[Obligation]:
    return list(parse(f"{head}1. {words}\n\n2. Both sides shall keep the peace.\n").obligations)[:-1]


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("Hadra hands over the bodies on D+2.", [("HAD",)]),
        ("The men of Sorrun shall leave the ford.", [("men of Sorrun",)]),
        ("The commanders of Sorrun shall leave the ford.", [("SOR",)]),
        ("Sorrun will bring the poles and Hadra the wire.", [("SOR",), ("HAD",)]),
        ("On D+5 Sorrun opens the ford and Hadra the bridge.", [("SOR",), ("HAD",)]),
        ("Hadra and Sorrun shall free all prisoners by D+3.", [("HAD", "SOR")]),
    ],
)
def test_a_party_is_called_by_its_home(words: str, whose: list[tuple[str, ...]]) -> None:
    assert [each.bearer.value if each.bearer else None for each in told(words)] == whose


def test_what_goes_there_goes_to_a_place() -> None:
    (sent,) = told("Both sides shall send the carts to Hadra by D+3.")
    assert sent.counterpart is None


def test_a_home_that_two_have_is_nobody() -> None:
    head = "---\nparties: {HAD: Command of Hadra, SOR: Elders of Hadra}\n---\n\n"
    assert told("Hadra hands over the bodies on D+2.", head) == []
