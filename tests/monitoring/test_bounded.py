"""Zones that count for one kind of thing alone, and properties of shapes that nobody reads."""

from __future__ import annotations

import json
from typing import Any

import pytest

from parley.model import Outcome, Verdict
from parley.monitoring import load_shapes

from .conftest import Held, Row

BANS = """1. No Party shall place Heavy Weapons in the Gulf Zone from D-day. {#heavy}

2. No Party shall place tanks in the Gulf Zone from D-day. {#tanks}
"""


def zone(west: float, east: float, **told: Any) -> dict[str, Any]:
    ring = [[west, -43], [east, -43], [east, -42], [west, -42], [west, -43]]
    return {
        "type": "Feature",
        "properties": {"name": "Gulf Zone", **told},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


TANKS, GUNS = zone(92, 93, weapon="tanks"), zone(91, 93, weapon="howitzers")
"""The zone for howitzers is the wider one."""


def verdict(held: Held, features: list[Any], longitude: float, thing: str, provision: str = "heavy") -> Verdict:
    row: Row = {
        "id": "r", "event_earliest": "2031-03-05T10:00Z", "act": "placement", "object": thing, "actor": "KES",
        "claimant": "ORL", "latitude": -42.5, "longitude": longitude, "radius_m": 10,
    }  # fmt: skip
    found = held(BANS, [row], features=features, effort="Commission,posts,everywhere,2031-03-01,2031-03-31,1,\n")
    return next(one for one in found.verdicts if one.provision == provision and one.bearer == "KES")


@pytest.mark.parametrize(
    ("thing", "longitude", "outcome"),
    [
        ("tanks", 92.5, Outcome.BREACHED),
        ("tanks", 91.5, Outcome.KEPT),
        ("152 mm howitzers", 91.5, Outcome.BREACHED),
        ("152 mm howitzers", 90.5, Outcome.KEPT),
        ("Heavy Weapons", 91.5, Outcome.CANNOT_TELL),
        ("120 mm mortars", 92.5, Outcome.CANNOT_TELL),
    ],
)
def test_a_zone_holds_for_its_own_weapon_alone(held: Held, thing: str, longitude: float, outcome: Outcome) -> None:
    assert verdict(held, [TANKS, GUNS], longitude, thing).verdict is outcome


def test_where_the_kind_decides_and_is_not_known_that_is_said(held: Held) -> None:
    assert (
        "the Gulf Zone is not the same for all kinds of thing"
        in verdict(held, [TANKS, GUNS], 91.5, "Heavy Weapons").why
    )
    assert "no version of the Gulf Zone is given for such things" in verdict(held, [TANKS], 92.5, "120 mm mortars").why


def test_a_zone_for_all_counts_for_what_has_none_of_its_own(held: Held) -> None:
    wide = zone(91, 93)
    assert verdict(held, [wide, TANKS], 91.5, "152 mm howitzers").verdict is Outcome.BREACHED
    assert verdict(held, [wide, TANKS], 91.5, "tanks", "tanks").verdict is Outcome.KEPT


def test_the_defined_term_of_the_sentence_counts_at_once(held: Held) -> None:
    heavy = zone(92, 93, object="Heavy Weapons")
    assert verdict(held, [heavy, zone(91, 93)], 91.5, "tanks").verdict is Outcome.KEPT
    assert verdict(held, [heavy, zone(91, 93)], 92.5, "tanks").verdict is Outcome.BREACHED


def test_a_zone_that_changed_on_the_day_leaves_the_time_in_doubt(held: Held) -> None:
    row: Row = {
        "id": "r", "event_earliest": "2031-03-05T20:00Z", "event_latest": "2031-03-06T05:00Z", "act": "placement",
        "object": "tanks", "actor": "KES", "claimant": "ORL", "latitude": -42.5, "longitude": 92.8, "radius_m": 10,
    }  # fmt: skip
    features = [zone(92, 93, valid_to="2031-03-05"), zone(92, 92.5, valid_from="2031-03-06")]
    found = next(one for one in held(BANS, [row], features=features).verdicts if one.bearer == "KES")
    assert found.verdict is Outcome.CANNOT_TELL
    assert "the Gulf Zone changed within the time that it may have been" in found.why
    assert "a more exact time" in (found.would_change or "")


@pytest.mark.parametrize("told", [{"calibre": "100 mm"}, {"side": "KES"}, {"from": "the west"}, {"validity": "March"}])
def test_a_property_that_reads_like_a_bound_and_is_none_is_told(held: Held, told: dict[str, str]) -> None:
    (name,) = told
    notes = held(BANS, [], features=[zone(92, 93, **told)]).notes
    assert any(f"The property '{name}' of 'Gulf Zone' is not read" in note for note in notes)


def test_other_properties_are_passed_over() -> None:
    shapes = load_shapes(
        json.dumps(zone(92, 93, colour="red", since="2031-03-02", Weapon="tanks")).encode(), "a.geojson"
    )
    assert shapes[0].unread == ()
    assert shapes[0].object == "tanks"
