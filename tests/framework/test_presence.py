"""A place that is to be free of something, and who is to keep just that there: by kinds, members and drawn ground."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.checks import Draft, conflicts, keeping
from parley.model import Shape, ShapeKind

HEAD = """---
parties: {KES: Kestria, ORL: Orlavia}
others: {HAL: Halvern}
annexes: {A: annexes/map.geojson}
d_day: 2031-03-06T06:00+02:00
---
# Agreement

**Green Zone** means the strip drawn in Annex A.

**Mill Meadow** means the ground drawn in Annex A.

1. A Joint Commission (the Commission) is established on D-day.
"""


def zone(name: str, west: float, south: float, east: float, north: float) -> Shape:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return Shape(name=name, kind=ShapeKind.ZONE, annex="A", geometry={"type": "Polygon", "coordinates": [ring]})


def codes(ban: str, put: str, *shapes: Shape) -> list[tuple[str, str | None]]:
    draft = Draft(parse(f"{HEAD}2. {ban}\n3. {put}\n"), shapes)
    rules = (conflicts.DutyAgainstBan(), conflicts.PermissionInBan(), keeping.PlaceWithTwoRules())
    return [(found.code, found.provision) for rule in rules for found in rule.find(draft)]


@pytest.mark.parametrize(
    ("ban", "put", "twin", "code"),
    [
        ("No armed person shall enter or stay in the Green Zone from D-day.",
         "Kestria shall station a company of infantry in the Green Zone by D+5.",
         "Kestria shall station a company of infantry at Ardel by D+5.", "L1.duty-and-ban"),
        ("The Green Zone is kept free of troops and guns from D-day.",
         "Each Party shall maintain four posts with ten soldiers each in the Green Zone.",
         "Each Party shall maintain four posts with ten soldiers each behind the Green Zone.", "L1.duty-and-ban"),
        ("There shall be no military personnel in the Green Zone after D+3.",
         "Orlavia may leave one battalion in the Green Zone.",
         "Orlavia may leave one battalion in the Green Zone until D+2.", "L2.permission-in-ban"),
        ("No vessel of either Party shall enter Lake Sarn.", "Orlavia shall send two gunboats to Lake Sarn by D+4.",
         "Orlavia shall send two gunboats to Ardel by D+4.", "L1.duty-and-ban"),
        ("Neither Party shall keep soldiers in the Green Zone, except engineers who clear mines under Article 9.",
         "Each Party may keep a platoon of soldiers in the Green Zone.",
         "Each Party may keep a platoon of engineers in the Green Zone.", "L2.permission-in-ban"),
        ("From D+2 the Green Zone shall be free of military personnel.",
         "The Parties may carry out military patrols in the Green Zone.",
         "The Commission may carry out patrols in the Green Zone.", "L2.permission-in-ban"),
    ],
)  # fmt: skip
def test_a_place_kept_free_is_not_to_be_filled(ban: str, put: str, twin: str, code: str) -> None:
    assert (code, "3") in codes(ban, put)
    assert codes(ban, twin) == []


@pytest.mark.parametrize(
    "ban",
    [
        "Neither Party shall bring new soldiers into the Green Zone.",
        "Neither Party shall keep more than 50 soldiers in the Green Zone.",
        "No soldier shall enter the Green Zone unless the Commission has agreed.",
        "Neither Party shall keep Heavy Weapons in the Green Zone.",
    ],
)
def test_a_ban_on_some_leaves_room_for_others(ban: str) -> None:
    assert codes(ban, "Each Party may keep 40 soldiers in the Green Zone.") == []


def test_ground_that_two_zones_share_is_one_place() -> None:
    ban, put = (
        "Neither Party shall keep soldiers in the Green Zone.",
        "Kestria may post 40 soldiers in the Mill Meadow.",
    )
    green = zone("Green Zone", 20.0, 45.9, 20.4, 46.0)
    assert codes(ban, put, green, zone("Mill Meadow", 20.1, 45.95, 20.2, 46.05)) == [("D2.two-rules", "3")]
    assert codes(ban, put, green, zone("Mill Meadow", 20.1, 46.1, 20.2, 46.2)) == []
    assert codes(ban, put, green, zone("Mill Meadow", 19.0, 45.0, 21.0, 47.0)) == []  # has room beside the zone
