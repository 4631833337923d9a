"""On which side of a line a place lies the compass tells, where the text names it: "north of the river"."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import KM_NORTH, Held

pytestmark = pytest.mark.usefixtures("both_ways")

WATCHED = "COM,patrols,everywhere,2031-03-01,2031-03-31,1,\n"
TANKS = "1. Kestria shall not deploy tanks north of the Separation Line.\n"
NEAR = "1. Kestria shall not deploy tanks within 10 km south of the Separation Line.\n"
BEND = {
    "type": "Feature",
    "properties": {"name": "Separation Line", "kind": "line", "annex": "A"},
    "geometry": {"type": "LineString", "coordinates": [[89, -42], [91, -42], [91, -41], [90, -41]]},
}


def seen(north_km: float, east: float = 90.0, radius: int | str = 50) -> dict[str, Any]:
    report = {"id": "R1", "event_earliest": "2031-03-05", "act": "deployment", "object": "tanks", "actor": "KES"}
    return {**report, "latitude": -42 + north_km * KM_NORTH, "longitude": east, "radius_m": radius}


@pytest.mark.parametrize(
    ("ban", "place", "verdict"),
    [
        (TANKS, seen(3), "breached"),
        (TANKS, seen(300), "breached"),
        (TANKS, seen(-3), "kept"),
        (TANKS, seen(3, radius=4000), "cannot tell"),
        (TANKS, seen(3, radius=""), "cannot tell"),  # nobody said how exact that is
        (TANKS, seen(3, east=95.0), "cannot tell"),  # beyond the end of what is drawn
        (TANKS.replace("north", "east"), seen(3), "cannot tell"),  # nothing is east of a line from west to east
        (TANKS.replace("north", "south"), seen(-3), "breached"),
        (NEAR, seen(-3), "breached"),
        (NEAR, seen(3), "kept"),
        (NEAR, seen(-13), "kept"),
        (NEAR.replace("south of", "inland of"), seen(-3), "cannot tell"),  # no map tells that
        (NEAR.replace("10 km south", "10 km to the north"), seen(3), "breached"),
    ],
)
def test_a_point_is_held_against_the_side_that_the_text_names(
    held: Held, ban: str, place: dict[str, Any], verdict: str
) -> None:
    result = held(ban, [place], effort=WATCHED)
    assert result.verdicts[0].verdict == verdict


@pytest.mark.parametrize(("east", "verdict"), [(89.5, "breached"), (90.5, "cannot tell")])
def test_in_a_bend_nobody_can_tell(held: Held, east: float, verdict: str) -> None:
    result = held(TANKS, [seen(20, east)], effort=WATCHED, features=[BEND])
    assert result.verdicts[0].verdict == verdict


def test_where_no_shape_has_that_name_words_alone_tell(held: Held) -> None:
    text = TANKS.replace("Separation Line", "River Tarn")
    assert held(text, [seen(3)], effort=WATCHED).verdicts[0].verdict == "cannot tell"
    told = {**seen(-3), "act": "deployment north of the Tarn"}
    assert held(text, [told], effort=WATCHED).verdicts[0].verdict == "breached"
