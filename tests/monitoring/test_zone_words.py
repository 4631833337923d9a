"""A zone whose name holds a word for a deed is no deed, in the text or in a report; its name may stand in any cell."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest

from parley.framework import parse
from parley.model import TEAM, Watch
from parley.monitoring import load_reports, load_shapes, watch, watching

from .conftest import GULF, Row, table

NAMES = ["Disengagement Belt", "Shipping Lane", "Withdrawal Area", "Exchange Point", "Inspection Zone", "Buffer Belt"]
Held = Callable[..., Watch]


@pytest.fixture(params=[10**9, 0], ids=["as values", "as columns"])
def held(request: Any, monkeypatch: pytest.MonkeyPatch) -> Held:
    """What watching gives for provisions about a zone of some name, as values and as columns."""
    monkeypatch.setattr(watching, "MANY", request.param)

    def hold(name: str, provision: str, *rows: Row) -> Watch:
        text = f"""---
parties: {{KES: Republic of Kestria, ORL: Orlavian Union}}
d_day: 2031-03-01
---

**{name}** means the waters shown in Annex B.

A Joint Verification Commission (the Commission) is established.

1. {provision.format(zone=name)} {{#one}}
"""
        drawn = GULF | {"properties": {"name": name, "kind": "zone", "annex": "B"}}
        shapes = load_shapes(json.dumps(drawn).encode(), "annexes/zone.geojson")
        reports, _ = load_reports(table(list(rows)), "reports/incidents.csv", TEAM)
        return watch(parse(text), shapes, reports, (), dt.datetime(2031, 3, 31, tzinfo=dt.UTC))

    return hold


def told(act: str, thing: str = "tanks", **more: Any) -> Row:
    at = {"latitude": -42.5, "longitude": 92.5, "radius_m": 50}
    row = {"id": "r1", "event_earliest": "2031-03-10T10:00", "reported": "2031-03-20T18:00", "actor": "KES"}
    return {**row, "act": act, "object": thing, "claimant": "Commission", **at, **more}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("act", ["entered the {zone}", "moved into the {zone}", "went into the {last}", "drove in"])
def test_who_entered_a_zone_entered_it_whatever_it_is_called(held: Held, name: str, act: str) -> None:
    said = act.format(zone=name, last=name.split()[-1].lower())
    assert held(name, "No Party shall enter the {zone}.", told(said)).verdicts[0].verdict == "breached"


@pytest.mark.parametrize("name", NAMES)
def test_who_pulled_out_of_a_zone_withdrew_and_names_from_where(held: Held, name: str) -> None:
    left = told(f"pulled out of the {name}", "all tanks", latitude="", longitude="", radius_m="", place="Drenn")
    text = "Kestria shall withdraw its tanks from the {zone} by D+14."
    assert held(name, text, left | {"life": "found", "found_by": "Commission"}).verdicts[0].verdict == "kept"


@pytest.mark.parametrize("name", NAMES)
def test_what_has_to_be_told_ahead_is_the_convoy_through_the_zone(held: Held, name: str) -> None:
    text = (
        "Each Party shall notify the Commission at least 24 hours in advance of any movement of a military convoy "
        "through the {zone}."
    )
    convoy = told("drove through", "military convoy", id="c1")
    notice = told("gave notice", "military convoy", id="n1", event_earliest="2031-03-10T08:00", about="c1")
    posts = told("handed in", f"list of posts in the {name}", id="l1", event_earliest="2031-03-04T08:00")
    nurses = told("drove in", "nurses", id="a1", event_earliest="2031-03-12T08:00")
    bodies = told("returned", "bodies of soldiers", id="b1", event_earliest="2031-03-14T08:00")
    found = held(name, text, convoy, notice, posts, nurses, bodies).verdicts
    assert [(one.occasion, one.verdict.value) for one in found if one.bearer == "KES"] == [("c1", "breached")]
