"""First to whom and then what is given; and what somebody has done."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. "


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Kestria shall lend Orlavia six pumps by D+5.", "six pumps"),
        ("Kestria shall lend them the pumps that they need.", "the pumps that they need"),
        ("Kestria shall send Orlavia the list of the missing by D+3.", "the list of the missing"),
        ("Kestria shall send them each day to Tarn.", "them"),
        ("Kestria shall give them back.", "them"),
        ("Kestria shall have the wells tested every month.", "the wells"),
    ],
)
def test_what_is_given_is_the_object(words: str, thing: str) -> None:
    assert [each.object and each.object.words for each in parse(HEAD + words).obligations] == [thing]
