"""Bans on what runs along a line: "fly along the Separation Line", "no more than two flights along the border"."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import KM_NORTH, Held

BAN = "1. No Party shall fly aircraft along the Separation Line. {#along}\n"
EVERYWHERE = "Mission,radar,everywhere,2031-03-01,2031-04-01,1,\n"


def _flight(day: int = 5, **more: Any) -> dict[str, Any]:
    same = {"act": "flight", "object": "aircraft", "actor": "KES", "claimant": "ORL"}
    return same | {"id": f"R-{day}", "event_earliest": f"2031-03-{day:02}"} | more


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({"act": "flight along the Separation Line"}, "breached"),
        ({"act": "flight along the line"}, "breached"),
        ({"place": "along the Line"}, "breached"),
        ({"place": "Separation Line"}, "breached"),
        ({}, "cannot tell"),
        ({"place": "Tolmere"}, "cannot tell"),
        ({"place": "Tolmere, near the Line"}, "cannot tell"),
        ({"latitude": -42 + 3 * KM_NORTH, "longitude": 90, "radius_m": 100}, "cannot tell"),
        ({"latitude": -42 + 120 * KM_NORTH, "longitude": 90, "radius_m": 100}, "kept"),
        ({"act": "flight over the Gulf Zone", "latitude": -42.5, "longitude": 92.5, "radius_m": 100}, "kept"),
    ],
)
def test_only_words_say_that_it_was_along_the_line_and_the_map_that_it_was_far_from_it(
    held: Held, more: dict[str, Any], verdict: str
) -> None:
    assert held(BAN, [_flight(**more)], effort=EVERYWHERE).verdicts[0].verdict == verdict


@pytest.mark.parametrize(
    ("place", "verdict"), [("border", "breached"), ("the border", "breached"), ("", "cannot tell")]
)
def test_so_many_along_a_border_that_no_annex_draws(held: Held, place: str, verdict: str) -> None:
    ban = "1. No Party shall conduct more than two reconnaissance flights a week along the common border. {#along}\n"
    rows = [_flight(day, act="reconnaissance flight", place=place, count=1) for day in (4, 5, 6)]
    assert held(ban, rows).verdicts[0].verdict == verdict


def test_who_watched_the_line_watched_for_it(held: Held) -> None:
    line = "Mission,radar,Separation Line,2031-03-01,2031-04-01,1,\n"
    assert held(BAN, [], effort=line).verdicts[0].verdict == "kept"
