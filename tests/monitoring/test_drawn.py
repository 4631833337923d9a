"""A zone that only an annex shows to be a place: what is done to it by name is done in it, whatever it is called."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import LINE, Held, Row

NAMES = ["Lane", "Shipping Lane", "Old Quarter", "Quiet Zone", "Bazaar", "Harbour Basin", "Two Bridges", "Orchard Road"]
Feature = dict[str, Any]


def zone(name: str, west: float = 95) -> Feature:
    ring = [[west, -43], [west + 1, -43], [west + 1, -42], [west, -42], [west, -43]]
    properties = {"name": name, "kind": "zone", "annex": "C"}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def told(act: str, thing: str = "", longitude: float = 95.5, **more: Any) -> Row:
    where = {"latitude": -42.5, "longitude": longitude, "radius_m": 50}
    row = {"id": "r1", "event_earliest": "2031-03-05", "act": act, "object": thing, "actor": "KES", "claimant": "RED"}
    return {**row, **where, **more}


def of_kes(held: Held, text: str, row: Row, *features: Feature) -> str:
    watched = held(f"{text} {{#one}}", [row], features=[LINE, *features])
    return next(one.verdict.value for one in watched.verdicts if one.bearer in ("KES", None))


@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("ban", "row"),
    [
        ("No Party shall enter the {}.", told("entry", "soldiers")),
        ("No Party shall shell the {}.", told("shelling", "mortars")),
        ("No Party shall fire on any part of the {}.", told("small-arms fire", "rifles")),
        ("No Party shall mine the {}.", told("laid mines", "mines")),
        ("The {} shall not be shelled.", told("shelling", "mortars")),
        ("No soldier of either Party shall enter the {}.", told("entry", "soldiers")),
        ("No Party shall patrol the {}.", told("patrol")),
        ("No Party shall cross the {}.", told("crossing", "boats")),
        ("Each Party shall keep out of the {}.", told("entry", "soldiers")),
        ("No Party shall bring heavy guns into the {}.", told("deployment", "heavy guns")),
    ],
)
def test_what_is_done_to_a_drawn_zone_is_done_in_it(held: Held, name: str, ban: str, row: Row) -> None:
    assert of_kes(held, ban.format(name), row, zone(name)) == "breached"
    assert of_kes(held, ban.format(name), {**row, "longitude": 98}, zone(name)) == "cannot tell"  # nobody watched


def test_two_zones_and_a_zone_that_is_left(held: Held) -> None:
    both = zone("Lane"), zone("Old Quarter", 97)
    assert of_kes(held, "No Party shall shell the Lane or the Old Quarter.", told("shelling"), *both) == "breached"
    left = told("withdrawal", "all troops", life="found", found_by="Commission")
    assert of_kes(held, "Kestria shall vacate the Lane by D+5.", left, *both) == "kept"


def test_what_is_no_drawn_zone_stays_a_thing(held: Held) -> None:
    shelled = told("shelling", "mortars")
    assert of_kes(held, "No Party shall shell the Lane or the villages.", shelled, zone("Lane")) == "cannot tell"
    line = LINE | {"properties": {"name": "Lane", "kind": "line", "annex": "C"}}
    assert of_kes(held, "No Party shall shell the Lane.", shelled, line) == "cannot tell"


@pytest.mark.usefixtures("both_ways")
def test_a_line_is_crossed_near_it(held: Held) -> None:
    ban = "No Party shall cross the Separation Line."
    assert of_kes(held, ban, told("crossing", "boats", latitude=-42.1, longitude=90)) == "breached"
    assert of_kes(held, ban, told("crossing", "boats", latitude=-30, longitude=90)) == "cannot tell"


def test_what_returns_in_a_zone_is_done_there_each_time(held: Held) -> None:
    text = "Kestria shall deliver food in the Lane every two days."
    days = [told("delivery", "food", id=f"r{day}", event_earliest=f"2031-03-{day:02}") for day in range(2, 31, 2)]
    for longitude, verdict in ((95.5, "kept"), (98, "overdue")):
        rows = [{**row, "longitude": longitude} for row in days]
        assert held(f"{text} {{#one}}", rows, features=[LINE, zone("Lane")]).verdicts[0].verdict == verdict
