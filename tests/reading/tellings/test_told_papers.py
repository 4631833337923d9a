"""Whole papers, whose answers stand beside them and were written down first: meetings, measures and events."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from papers import reading_of
from parley.model import Interval, Reading, Ref

PAPERS = sorted((Path(__file__).parents[2] / "golden/articles").glob("*.toml"))


def who(ref: Ref | None) -> str:
    return (ref.id or ref.name) if ref else ""


def days(when: Interval | None) -> list[str]:
    return [str(when.earliest), str(when.latest)] if when and when.earliest and when.latest else []


@pytest.fixture(scope="module", params=PAPERS, ids=lambda path: path.stem)
def told(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Reading]:
    expected = tomllib.loads(request.param.read_text(encoding="utf-8"))
    return expected, reading_of(expected["text"], dt.date.fromisoformat(expected["published"]))


def test_the_meetings_and_no_others(told: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = told
    read = [
        {
            "status": each.status.value,
            "parties": sorted(map(who, each.parties)),
            "venue": each.venue or "",
            "window": days(each.window),
            "convenor": who(each.convenor),
            "agenda": list(each.agenda),
        }
        for each in reading.meetings
    ]
    empty: dict[str, Any] = {"parties": [], "venue": "", "window": [], "convenor": "", "agenda": []}
    assert read == [empty | row for row in expected.get("meetings", ())]


def test_the_measures_with_scope_and_conditions_and_no_others(told: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = told
    read = [
        {
            "by": who(each.by),
            "towards": who(each.towards),
            "what": list(each.what),
            "status": each.status.value,
            "since": days(each.since),
            "until": days(each.until),
            "conditions": [[one.words, one.state.value if one.state else ""] for one in each.conditions],
        }
        for each in reading.measures
    ]
    empty: dict[str, Any] = {"towards": "", "since": [], "until": [], "conditions": []}
    assert read == [empty | row for row in expected.get("measures", ())]


def test_the_events(told: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = told
    read = [[each.type.value, each.status.value, who(each.actor), who(each.recipient)] for each in reading.events]
    assert [row for row in expected["events"]["read"] if row not in read] == []
    assert [row for row in expected["events"].get("never", ()) if row in read] == []
