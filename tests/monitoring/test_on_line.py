"""What is done on a road, a river or another line: near to it, or not far from it at a place of its name."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import KM_NORTH, Held

pytestmark = pytest.mark.usefixtures("both_ways")

ROAD = {
    "type": "Feature",
    "properties": {"name": "Trunk Road", "kind": "line", "annex": "A"},
    "geometry": {"type": "LineString", "coordinates": [[89.0, -42.0], [91.0, -42.0]]},
}
BAN = "1. No Party shall lay mines on the Trunk Road.\n"
WATCHED = "COM,patrols,Trunk Road,2031-03-01,2031-03-31,1,\n"


def laid(north_m: float, place: str = "", radius: int = 20) -> dict[str, Any]:
    report = {"id": "R1", "event_earliest": "2031-03-05", "act": "mine laying", "object": "mines", "actor": "KES"}
    return {**report, "latitude": -42 + north_m / 1000 * KM_NORTH, "longitude": 90, "radius_m": radius, "place": place}


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        (laid(30), "breached"),
        (laid(300), "cannot tell"),
        (laid(300, "Trunk Road, Mile 14"), "breached"),
        (laid(900), "kept"),
        (laid(900, "Trunk Road, Mile 14"), "cannot tell"),  # its name and its point say two things
        (laid(30, radius=4000), "cannot tell"),
    ],
)
def test_a_point_is_on_a_line_if_it_is_near_to_it(held: Held, report: dict[str, Any], verdict: str) -> None:
    assert held(BAN, [report], effort=WATCHED, features=[ROAD]).verdicts[0].verdict == verdict


def test_how_far_from_it_is_told(held: Held) -> None:
    assert "30 m from the Trunk Road" in held(BAN, [laid(30)], features=[ROAD]).verdicts[0].why
