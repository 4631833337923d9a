"""What is said back keeps the drafter's order, prepositions and articles: a mediator reads it aloud."""

from __future__ import annotations

import pytest

from parley.framework import parse

HEAD = """---
parties: {KES: Republic of Kestria, ORL: Republic of Orlavia}
others: {UNI: Continental Union, OHR: Open Hand Relief}
---

"""


def said(words: str) -> str:
    return " ".join(each.reading or "" for each in parse(f"{HEAD}1. {words}\n").sentences)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        (  # the place goes with the guns, and what follows with the list
            "Kestria shall declare to the Union, by D+2, its guns in the Delta, with their number and type.",
            "Kestria must declare to the Union its guns in the Delta, with their number and type, by D+2.",
        ),
        (
            "Orlavia shall hand the maps of the mines that it laid, on land and in the river, to the Union by D+4.",
            "Orlavia must hand the maps of the mines that it laid, on land and in the river, to the Union, by D+4.",
        ),
        (
            "Kestria shall not attack villages, including their wells, in the Delta.",
            "Kestria must not attack villages, including their wells, in the Delta.",
        ),
        (
            "No crate shall be removed from the depot by either Party.",
            "No crate may be removed from the depot by each of Kestria and Orlavia.",
        ),
        (
            "Orlavia shall start talks at Colm with the Union in the chair.",
            "talks at Colm with the Union in the chair.",
        ),
    ],
)
def test_what_stands_behind_the_verb_keeps_its_order(words: str, reading: str) -> None:
    assert reading in said(words)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("Kestria will make public statements about the orders.", "must make public statements about the orders."),
        ("Deliberate attacks on relief workers are prohibited.", "carry out deliberate attacks on relief workers."),
        ("Each Party shall inform the Union of the accident.", "must inform the Union of the accident."),
        ("Kestria shall hand the Union its maps.", "must hand its maps to the Union."),
        ("Orlavia shall put it right within 2 days.", "Orlavia must put it right, within 2 days."),
        ("The laying of mines is prohibited.", "Nobody may carry out the laying of mines."),
    ],
)
def test_no_preposition_is_lost(words: str, reading: str) -> None:
    assert reading in said(words)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("No armed group may enter Tarn.", "No armed group may enter Tarn."),
        ("No one may force them.", "No one may force them."),
        ("Neither Party shall be held responsible.", "Neither Party may be held responsible."),
        (
            "All foreign formations, military equipment and mercenaries are to leave Tarn.",
            "All foreign formations, military equipment and mercenaries must leave Tarn.",
        ),
        ("Open Hand Relief shall open an office in Tarn.", "Open Hand Relief must open an office in Tarn."),
        ("The Continental Union shall appoint the chair.", "The Continental Union must appoint the chair."),
        (
            "The Parties shall ensure that all other armed groups leave the country.",
            "Each of Kestria and Orlavia must ensure that all other armed groups leave the country.",
        ),
        ("Each Party shall ensure that none of its units fires.", "must not let any of its units fire."),
    ],
)
def test_who_is_meant_is_said_as_the_text_does(words: str, reading: str) -> None:
    assert reading in said(words)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("This process is to be finished on the day 5 after the withdrawal at the latest.", "by day 5 after the with"),
        ("Kestria shall leave within 72 hours of the signing of this Agreement.", "within 72 hours of the signing of"),
        ("On the fifth day of the truce, Kestria shall open the road.", "on day 5 of the truce."),
        (
            "The Parties shall cease fire from 00:00 (Kyiv time) on 27 July 2031.",
            "from 27 July 2031 at 00:00 (Kyiv time).",
        ),
        (
            "The Parties shall meet every 7 days and, if a Party so requests, within 24 hours.",
            "every 7 days. Each of Kestria and Orlavia must meet, within 24 hours, if a Party so requests.",
        ),
    ],
)
def test_times_are_said_as_the_text_counts_them(words: str, reading: str) -> None:
    assert reading in said(words)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("The Parties shall cease fire from 00:00 Kyiv time on 27 July 2031.", "Kyiv time"),
        ("Kestria shall leave Tarn by noon by the clocks of Tarn on D+3.", "by the clocks of Tarn"),
        ("No Party shall fire between 22:00 and 06:00 local time.", "local time"),
        ("The Parties shall cease fire at 06:00 UTC on 27 July 2031.", None),
        ("The Parties shall cease fire at 06:00 on 27 July 2031.", None),
    ],
)
def test_the_name_of_clocks_whose_offset_nobody_tells_is_kept(words: str, clock: str | None) -> None:
    (one,) = parse(f"{HEAD}1. {words}\n").obligations
    assert one.window is not None
    assert one.window.value.clock == clock
    assert clock is None or clock in said(words)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        (
            "Decentralization of powers (through direct elections; protection of the language; new courts).",
            "must be carried out (through direct elections; protection of the language; new courts).",
        ),
        (
            "The Parties shall not deploy guns in settlements, primarily at schools.",
            "in settlements, primarily at schools.",
        ),
        (
            "Setting up the buffer zone at the border.",
            "The setting up of the buffer zone must be carried out at the border.",
        ),
    ],
)
def test_nothing_is_cut_or_said_twice(words: str, reading: str) -> None:
    assert said(words).endswith(reading)


PLAIN = """Package of measures

1.
Withdrawal of heavy weapons by both sides in order to create a safe zone: - for the Kestrian troops:
from the line of contact;
- for the Orlavian troops from the old line.
2.
Decentralization of powers (through direct elections of committees;
protection of the language;
draft amendments for the charter). 3.
Release of all hostages.
"""


def test_lists_of_plain_texts_are_read_as_they_are_laid_out() -> None:
    """A dash behind a colon opens a list, an item goes on behind its own, a bracket holds its list together."""
    found = [" ".join(each.exact.split()) for each in parse(PLAIN).sentences if each.operative]
    assert "for the Kestrian troops: from the line of contact;" in found
    assert "for the Orlavian troops from the old line." in found
    assert sum("amendments" in each or "language" in each for each in found) == 1


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        (
            "No Party shall place guns within [#far KES: 15 | ORL: 30] km of the Line from D+7.",
            "must not place guns (where is still open), from D+7. Still open: #far.",
        ),
        ("The Parties shall leave Tarn by [#when KES: D+3 | ORL: D+9].", "must leave Tarn (when is still open)."),
        ("[#who KES: Kestria | ORL: Orlavia] shall clear the mines.", "must clear the mines (by whom is still open)."),
    ],
)
def test_a_part_that_a_bracket_leaves_open_is_said_to_be_open(words: str, reading: str) -> None:
    """Without it the sentence would forbid guns everywhere, or ask for something at no time."""
    assert reading in said(words)
