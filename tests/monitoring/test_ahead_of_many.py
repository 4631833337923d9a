"""A duty to tell so long before something of so many: "10 days before any exercise with more than 5,000 troops"."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

BEFORE = "at least 10 days before"


def came(count: int | str = 6000, thing: str = "troops", act: str = "exercise", **more: Any) -> Row:
    row = {"id": "e1", "event_earliest": "2031-03-20", "act": act, "object": thing, "count": count, "actor": "KES"}
    return {**row, "claimant": "RED", **more}


def notice(day: int, about: str = "e1", thing: str = "exercise", act: str = "notified in writing") -> Row:
    row = {"id": f"n{day}", "event_earliest": f"2031-03-{day:02}", "act": act, "object": thing, "actor": "KES"}
    return {**row, "claimant": "Commission", "about": about}


def of_kes(held: Held, text: str, *rows: Row) -> list[str]:
    watched = held(f"{text} {{#tell}}\n", list(rows))
    return [one.verdict.value for one in watched.verdicts if one.bearer == "KES"]


@pytest.mark.parametrize(
    "text",
    [
        f"The Parties shall notify the Commission in writing {BEFORE} any exercise with more than 5,000 troops.",
        f"Each Party shall notify the Commission {BEFORE} any military exercise involving more than 5,000 troops.",
        "Each Party shall give the Commission 10 days' notice of any exercise with more than 5,000 troops.",
        "Each Party shall announce to the Commission any exercise of 5,001 or more soldiers 10 days in advance.",
    ],
)
def test_what_is_of_so_many_has_to_be_told_of_and_what_is_smaller_has_not(held: Held, text: str) -> None:
    assert of_kes(held, text, came()) == ["overdue"]
    assert of_kes(held, text, came("", "6,000 troops")) == ["overdue"]
    assert of_kes(held, text, came(3000)) == ["pending"]
    assert of_kes(held, text, came("")) == ["cannot tell"]
    assert of_kes(held, text, came(60, "tanks")) == ["cannot tell"]  # with how many troops nobody says


def test_a_notice_in_time_keeps_it_and_a_late_one_breaks_it(held: Held) -> None:
    text = f"Each Party shall notify the Commission in writing {BEFORE} any exercise with more than 5,000 troops."
    assert of_kes(held, text, came(), notice(5)) == ["kept"]
    assert of_kes(held, text, came(), notice(15)) == ["breached"]
    other = notice(4, about="", thing="lost soldier", act="hotline message")
    assert of_kes(held, text, came(), notice(15), other) == ["breached"]
    assert of_kes(held, text, came(), other) == ["cannot tell"]


def test_where_it_is_and_what_moves(held: Held) -> None:
    of = "any exercise with more than 500 troops within 50 km of the Separation Line"
    text = f"Each Party shall notify the Commission {BEFORE} {of}."
    near, far = {"latitude": -42.1, "longitude": 90, "radius_m": 50}, {"latitude": -30, "longitude": 90, "radius_m": 50}
    assert of_kes(held, text, came(**near)) == ["overdue"]
    assert of_kes(held, text, came(**far)) == ["pending"]
    moves = "Each Party shall inform the Commission at least 10 days before any movement of more than ten vehicles."
    assert of_kes(held, moves, came(12, "vehicles", "movement")) == ["overdue"]
    assert of_kes(held, moves, came(8, "vehicles", "movement")) == ["pending"]
