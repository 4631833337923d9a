"""Operative paragraphs are what the body says whose name stands over them."""

from __future__ import annotations

from parley.model import Act
from reading.papers import statements, words

TEXT = """The Regional Council,

Recalling its statement of 4 May 2031,

1. Condemns the attack of 27 July on a patrol of the Commission;

2. Calls upon Orlavia to hand over the plans of the minefields by 15 August;

3. Requests the Secretary-General to report within thirty days;

4. Decides to remain seized of the matter.
"""


def test_each_numbered_paragraph_is_a_statement_of_the_body() -> None:
    found = statements(TEXT)
    assert [(each.act, words(each, "source"), words(each, "content")) for each in found] == [
        (Act.CRITICISE, ["The Regional Council"], ["the attack of 27 July on a patrol of the Commission"]),
        (
            Act.DEMAND,
            ["The Regional Council"],
            ["Orlavia to hand over the plans of the minefields by 15 August"],
        ),
        (Act.REQUEST, ["The Regional Council"], ["the Secretary-General to report within thirty days"]),
        (Act.ANNOUNCE, ["The Regional Council"], ["to remain seized of the matter"]),
    ]


def test_numbered_paragraphs_without_a_body_over_them_are_nobodys() -> None:
    assert [each for each in statements(TEXT.split("\n", 1)[1]) if each.speaker is not None] == []
