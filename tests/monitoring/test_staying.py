"""Who has to keep something in a place, or to stay there, must not have it elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import KM_NORTH, Held

pytestmark = pytest.mark.usefixtures("both_ways")


def seen(thing: str, latitude: float, longitude: float, actor: str = "KES") -> dict[str, Any]:
    report = {"id": "R1", "event_earliest": "2031-03-05", "act": "presence", "object": thing, "actor": actor}
    return {**report, "claimant": "COM", "latitude": latitude, "longitude": longitude, "radius_m": 50}


IN_GULF = (-42.5, 92.5)
FAR = (-40.0, 90.0)
NORTH = (-42 + 5 * KM_NORTH, 90.0)
BOATS = "1. Kestria shall keep its gunboats in the Gulf Zone.\n"
STAY = "1. Kestria's forces shall remain in the Gulf Zone until D+60.\n"
OUT = "1. Kestria shall keep its gunboats outside the Gulf Zone.\n"
GUNS = "1. Kestria shall keep all tanks at least 20 km from the Separation Line.\n"
SOUTH = "1. Kestria shall keep its tanks south of the Separation Line.\n"


@pytest.mark.parametrize(
    ("duty", "report", "verdict"),
    [
        (BOATS, seen("gunboats", *FAR), "breached"),
        (BOATS, seen("gunboats", *IN_GULF), "cannot tell"),
        (BOATS, seen("gunboats", *FAR, actor="ORL"), "cannot tell"),
        (BOATS, seen("lorries", *FAR), "cannot tell"),
        (STAY, seen("soldiers", *FAR), "breached"),
        (STAY, seen("soldiers", *IN_GULF), "cannot tell"),
        (OUT, seen("gunboats", *IN_GULF), "breached"),
        (OUT, seen("gunboats", *FAR), "cannot tell"),
        (GUNS, seen("tanks", *NORTH), "breached"),
        (GUNS, seen("tanks", *FAR), "cannot tell"),
        (SOUTH, seen("tanks", *NORTH), "breached"),
        (BOATS.replace("its gunboats", "12 gunboats"), seen("gunboats", *FAR), "cannot tell"),
    ],
)
def test_what_is_seen_elsewhere_breaks_it(held: Held, duty: str, report: dict[str, Any], verdict: str) -> None:
    assert held(duty, [report]).verdicts[0].verdict == verdict


def test_it_is_kept_where_somebody_watched(held: Held) -> None:
    watched = "COM,radar,everywhere,2031-03-01,2031-03-31,1,\n"
    assert held(BOATS, [seen("gunboats", *IN_GULF)], effort=watched).verdicts[0].verdict == "kept"


def test_a_place_that_no_shape_shows_is_held_as_before(held: Held) -> None:
    text = "1. Kestria shall keep its tanks in the Old Barracks.\n"
    result = held(text, [seen("tanks", *FAR)]).verdicts[0]
    assert result.verdict == "cannot tell"
    assert "on 0 of" in result.why
