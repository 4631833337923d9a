"""Bans whose place is another for each party, several places under one term, or whence something is taken."""

from __future__ import annotations

from typing import Any

import pytest

STRUCK = {"event_earliest": "2031-03-05", "act": "missile strike", "object": "power station", "claimant": "ORL"}


@pytest.mark.parametrize(
    "where",
    [
        "in the territory of the other Party",
        "on the territory of the other Party",
        "on the other Party's territory",
        "of the other Party",
    ],
)
def test_what_is_attacked_in_the_land_of_the_other_is_the_others(held: Any, where: str) -> None:
    text = f"1. Neither Party shall attack power stations {where}.\n"
    theirs = held(text, [{**STRUCK, "id": "r1", "actor": "KES", "counterpart": "ORL"}]).verdicts
    assert [(one.bearer, one.verdict.value) for one in theirs] == [("KES", "breached"), ("ORL", "cannot tell")]


def test_what_is_not_attacked_there_needs_somebody_to_say_that_it_was_there(held: Any) -> None:
    text = "1. Neither Party shall send patrols into the territory of the other Party.\n"
    patrol = {"id": "r1", "event_earliest": "2031-03-05", "act": "patrol", "actor": "KES", "claimant": "ORL"}
    assert held(text, [patrol]).verdicts[0].verdict.value == "cannot tell"
    assert "Not held" not in held(text, [patrol]).verdicts[0].why


def site(name: str, west: float) -> dict[str, Any]:
    corners = [[west, -40.1], [west + 0.1, -40.1], [west + 0.1, -40], [west, -40], [west, -40.1]]
    drawn = {"type": "Polygon", "coordinates": [corners]}
    return {"type": "Feature", "properties": {"name": name, "kind": "zone", "annex": "B"}, "geometry": drawn}


SITES = [site("Storage Site Orda", 90.0), site("Storage Site Dusan", 91.0), site("Depot", 92.0)]
TERM = "**Storage Sites** means the sites in Annex B.\n\n"
AT_ORDA = {"latitude": -40.05, "longitude": 90.05, "radius_m": 50, "claimant": "JVC", "object": "mortars"}
AT_DEPOT = {**AT_ORDA, "longitude": 92.05}
BAN = f"{TERM}1. Neither Party shall remove weapons from the Storage Sites.\n"


def removed(**more: Any) -> dict[str, Any]:
    told = {"id": "r1", "event_earliest": "2031-03-05", "act": "removal from storage", "actor": "KES"}
    return {**told, **AT_ORDA, **more}


def verdict(held: Any, text: str, row: dict[str, Any]) -> str:
    said: str = held(text, [row], features=SITES).verdicts[0].verdict.value
    return said


def test_a_term_in_the_plural_is_every_shape_of_its_annex_that_has_it_in_its_name(held: Any) -> None:
    assert verdict(held, BAN, removed()) == "breached"
    assert verdict(held, BAN, removed(longitude=91.05)) == "breached"
    assert verdict(held, BAN, removed(**AT_DEPOT)) == "cannot tell"
    one = BAN.replace("the Storage Sites.", "any Storage Site.")
    assert verdict(held, one, removed()) == "breached"


def test_what_is_pulled_back_to_a_place_is_not_taken_from_it(held: Any) -> None:
    watched = "JVC,camera,everywhere,2031-03-01,2031-03-31,1,"
    for said, expected in (("pulled back", "kept"), ("withdrawal", "cannot tell"), ("removed", "breached")):
        seen = held(BAN, [removed(act=said)], features=SITES, effort=watched)
        assert seen.verdicts[0].verdict.value == expected


def test_a_duty_that_a_breach_sets_off_is_not_pending_where_the_ban_is_not_held(held: Any) -> None:
    text = "1. Neither Party shall attack villages along the Old Road.\n\n2. A Party found to have broken this "
    text += "agreement shall remedy the breach within 5 days of the finding.\n"
    shot = {"id": "r1", "event_earliest": "2031-03-05", "act": "attack", "object": "village", "actor": "KES"}
    found = {**shot, "claimant": "Commission", "life": "found", "found_by": "Commission"}
    assert [one.verdict.value for one in held(text, [found]).verdicts][2:] == ["cannot tell", "pending"]
    assert [one.verdict.value for one in held(text, []).verdicts][2:] == ["pending"] * 2
