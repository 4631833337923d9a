"""Readers know provisions by their numbers and headings, or first words, and not by the ids of the source."""

from __future__ import annotations

import pytest

from parley.briefing.named import called, names_of, number_of
from parley.framework import parse
from parley.model import Actor

TEXT = parse(
    "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n## Fire\n\n1. No Party shall fire at ships. {#fire}\n\n"
    "## Weapons\n\n2. No Party shall place guns. {#guns}\n\n"
    "3. Each Party shall hand over the maps of all of its minefields to the Commission. {#maps}\n\n"
    "The Parties shall meet. {#meet}\n"
)
NAMES = names_of([Actor(id="HAL", name="Halvern", kind="state")], TEXT)


@pytest.mark.parametrize(
    ("provision", "name", "number"),
    [
        ("fire", "1. Fire", "1"),
        ("guns", "2. No Party shall place guns", "2"),
        ("maps", "3. Each Party shall hand over the maps of all …", "3"),
        ("meet", "The Parties shall meet", "The Parties shall meet"),
        ("elsewhere", "elsewhere", "elsewhere"),
        (None, "whole text", "whole text"),
    ],
)
def test_a_heading_names_what_stands_alone_under_it_and_else_the_first_words_do(provision, name, number):
    assert called(provision, NAMES) == name
    assert number_of(provision, NAMES) == number


def test_actors_of_the_process_and_of_the_text_have_their_names():
    assert (NAMES["HAL"], NAMES["KES"]) == ("Halvern", "Kestria")
