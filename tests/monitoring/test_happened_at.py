"""What sets a duty off counts only where, and at what hours, the words for it say."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

IN_ZONE = {"latitude": -42.5, "longitude": 92.5, "radius_m": 50}
ELSEWHERE = {**IN_ZONE, "longitude": 98}


def shelled(id: str, day: int, hour: int = 10, **more: Any) -> Row:
    row = {"id": id, "event_earliest": f"2031-03-{day:02}T{hour}:00", "act": "shelling", "object": "mortar"}
    return {**row, "actor": "KES", "claimant": "RED", **more}


def occasions(held: Held, case: str, *rows: Row) -> dict[str | None, str]:
    text = f"{case} the Commission shall visit the place within 24 hours. {{#visit}}\n"
    return {one.occasion: one.verdict.value for one in held(text, list(rows)).verdicts}


@pytest.mark.parametrize(
    "case",
    [
        "If there is shelling in the Gulf Zone,",
        "After any shelling in the Gulf Zone",
        "Whenever shelling occurs within 5 km of the Gulf Zone,",
    ],
)
def test_it_has_to_have_been_at_the_place(held: Held, case: str) -> None:
    rows = shelled("there", 5, **IN_ZONE), shelled("elsewhere", 7, **ELSEWHERE), shelled("somewhere", 9)
    assert occasions(held, case, *rows) == {"there": "overdue", "somewhere": "cannot tell"}


def test_it_has_to_have_been_at_these_hours(held: Held) -> None:
    case = "If there is shelling in the Gulf Zone between 08:00 and 14:00,"
    rows = shelled("day", 5, **IN_ZONE), shelled("evening", 6, 18, **IN_ZONE)
    assert occasions(held, case, *rows) == {"day": "overdue"}
    assert occasions(held, "If there is shelling at night,", shelled("late", 6, 18)) == {"late": "cannot tell"}


def test_a_place_that_no_annex_draws_is_known_by_its_name(held: Held) -> None:
    rows = shelled("there", 5, place="Tarn market"), shelled("elsewhere", 7, **ELSEWHERE)
    assert occasions(held, "If shelling occurs in Tarn,", *rows) == {"there": "overdue", "elsewhere": "cannot tell"}


def test_the_place_of_an_event_that_is_the_thing_of_a_duty_is_the_event_s(held: Held) -> None:
    text = "The Commission shall visit the place of every shelling in the Gulf Zone within 24 hours. {#visit}\n"
    rows = [shelled("there", 5, **IN_ZONE), shelled("elsewhere", 7, **ELSEWHERE)]
    assert {one.occasion: one.verdict.value for one in held(text, rows).verdicts} == {"there": "overdue"}
