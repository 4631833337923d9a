"""A small cease-fire between two invented parties, and what it takes to hold reports against it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest

from parley.framework import parse
from parley.model import TEAM, Framework, Watch
from parley.monitoring import load_reports, load_shapes, watch, watching

HEADER = (
    "id,event_earliest,event_latest,reported,act,object,count,actor,counterpart,claimant,"
    "latitude,longitude,radius_m,place,about,corrects,life,found_by,document,note"
)
FRONT = """---
title: A cease-fire
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
d_day: 2031-03-01
annexes: {A: annexes/line.geojson, B: annexes/gulf.geojson}
---

**Separation Line** means the line shown in Annex A.

**Gulf Zone** means the waters shown in Annex B.

**Heavy Weapons** means artillery of 100 mm calibre and above and tanks.

**Confirmed Violation** means a breach that the Commission has found.

A Joint Verification Commission (the Commission) is established.

"""
LINE = {
    "type": "Feature",
    "properties": {"name": "Separation Line", "kind": "line", "annex": "A"},
    "geometry": {"type": "LineString", "coordinates": [[89.0, -42.0], [91.0, -42.0]]},
}
GULF = {
    "type": "Feature",
    "properties": {"name": "Gulf Zone", "kind": "zone", "annex": "B"},
    "geometry": {"type": "Polygon", "coordinates": [[[92, -43], [93, -43], [93, -42], [92, -42], [92, -43]]]},
}
KM_NORTH = 1 / 111.07
"""Degrees of latitude in a kilometre, about 42 degrees south."""

Row = dict[str, Any]
Held = Callable[..., Watch]


def table(rows: list[Row]) -> bytes:
    columns = HEADER.split(",")
    lines = [",".join(f'"{row.get(column, "")}"' for column in columns) for row in rows]
    return "\n".join([HEADER, *lines]).encode()


@pytest.fixture
def framework_of() -> Callable[[str], Framework]:
    """A framework with these provisions after the front matter and the definitions."""
    return lambda provisions: parse(FRONT + provisions)


@pytest.fixture
def held(framework_of: Callable[[str], Framework]) -> Held:
    """What watching gives for some provisions, rows of reports and rows of effort."""

    def hold(provisions: str, rows: list[Row], as_of: str = "2031-03-31T12:00", effort: str = "", **more: Any) -> Watch:
        data = {"type": "FeatureCollection", "features": more.pop("features", [LINE, GULF])}
        shapes = load_shapes(json.dumps(data).encode(), "annexes/all.geojson")
        reports, _ = load_reports(table(rows), "reports/incidents.csv", TEAM)
        seen = load_reports(f"by,means,place,earliest,latest,share,acts\n{effort}".encode(), "reports/effort.csv", TEAM)
        moment = dt.datetime.fromisoformat(as_of).replace(tzinfo=dt.UTC)
        return watch(framework_of(provisions), shapes, reports, seen[1], moment, **more)

    return hold


@pytest.fixture(params=[10**9, 0], ids=["as values", "as columns"])
def both_ways(request: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are judged as values, and as columns: the answers are the same."""
    monkeypatch.setattr(watching, "MANY", request.param)


def deed(id: str = "r1", day: int = 5, **more: Any) -> Row:
    """What a relief society tells that Kestria did on a day of March 2031."""
    told = {"id": id, "event_earliest": f"2031-03-{day:02}", "act": "release", "object": "prisoners", "actor": "KES"}
    return {**told, "claimant": "RED", **more}


def verdicts(held: Held, text: str, *rows: Row, as_of: str = "2031-04-01") -> list[str]:
    """The verdicts on a text, in its order."""
    return [one.verdict.value for one in held(text, list(rows), as_of=as_of).verdicts]
