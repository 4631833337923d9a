"""A time that is said once and holds for two clauses, and one that points back to the day before it."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.model import Window

FRONT = """---
title: T
parties: {ALD: Aldany, BRE: Bremia}
d_day: 2031-04-01
---

1. A Commission (JVC) is established.

"""


def windows(words: str) -> list[Window | None]:
    told = [each for each in parse(f"{FRONT}2. {words}\n").obligations if each.provision == "2"]
    return [each.window.value if each.window else None for each in told]


def due(words: str) -> list[str]:
    """The day of April by which each clause is due, "D+n", or "" where it has none."""
    ends = [window.end if window else None for window in windows(words)]
    return [str(at.day or (at.moment.day if at.moment else "?")) if at else "" for at in ends]


@pytest.mark.parametrize(
    "words",
    [
        "By 15 April 2031 Aldany shall hand over 25 vehicles, and Bremia shall hand over 18 vehicles.",
        "Not later than 15 April 2031 Aldany shall open the road and Bremia shall reopen the school.",
        "Aldany shall open the bridge, and Bremia shall publish its lists, by 15 April 2031.",
        "Aldany shall hand over 25 vehicles and Bremia shall hand over 18 vehicles by 15 April 2031.",
        "Aldany shall hand over 25 vehicles by 15 April 2031, and Bremia shall open the road by the same day.",
        "Aldany shall withdraw by 15 April 2031, and Bremia shall open the road not later than that date.",
        "Aldany shall withdraw by 15 April 2031. Bremia shall open the road by the same date.",
    ],
)
def test_a_deadline_of_two_clauses_is_that_of_both(words: str) -> None:
    assert due(words) == ["15", "15"]


def test_a_stretch_in_front_of_two_bans_is_that_of_both() -> None:
    one, other = windows("From D+3 to D+10 Aldany shall not fly drones, and Bremia shall not fire rockets.")
    assert one is not None
    assert one == other


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By 15 April 2031 Aldany shall withdraw, and Bremia shall leave by 20 April 2031.", ["15", "20"]),
        ("By 15 April 2031 Aldany shall withdraw, and Bremia may keep its posts.", ["15", ""]),
        ("By 15 April 2031 Aldany shall withdraw, and Bremia shall not return to the Belt.", ["15", ""]),
        ("By 15 April 2031 Aldany shall withdraw its guns, and the JVC shall verify the withdrawal.", ["15", ""]),
        ("By 15 April 2031 Aldany shall hand over 25 vehicles; Bremia shall hand over 18 vehicles.", ["15", ""]),
        ("Aldany shall withdraw its tanks, and the JVC shall publish a report by 15 April 2031.", ["", "15"]),
    ],
)
def test_a_clause_keeps_its_own_time_and_another_kind_of_clause_has_none(words: str, expected: list[str]) -> None:
    assert due(words) == expected


def test_on_the_same_day_is_a_day_only_where_one_day_was_named() -> None:
    assert due("Aldany shall free 20 men on 5 April 2031. On the same day Bremia shall free 30 men.") == ["5", "5"]
    assert due("Aldany shall free 20 men by 5 April 2031. On the same day Bremia shall free 30 men.") == ["5", "?"]
