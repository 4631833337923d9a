"""Papers with their answers beside them: what was told, and what was read, as rows that can be compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from papers import reading_of
from parley.model import Interval, Reading, Ref

_BLANKS: dict[str, dict[str, Any]] = {
    "meetings": {"parties": [], "venue": "", "window": [], "convenor": "", "agenda": [], "delegates": []},
    "measures": {"by": "", "towards": "", "since": [], "until": [], "conditions": []},
}


def reading_of_paper(paper: Mapping[str, Any]) -> Reading:
    return reading_of(paper["text"], dt.date.fromisoformat(paper["published"]))


def with_blanks(kind: str, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What was written down, with what it leaves out as empty."""
    return [_BLANKS[kind] | row for row in rows]


def meeting_rows(reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "status": each.status.value,
            "parties": sorted(map(_who, each.parties)),
            "venue": each.venue or "",
            "window": _days(each.window),
            "convenor": _who(each.convenor),
            "agenda": list(each.agenda),
            "delegates": sorted(ref.name for ref in each.delegates),
        }
        for each in reading.meetings
    ]


def measure_rows(reading: Reading) -> list[dict[str, Any]]:
    """Each condition is its words, its state, and who says so, where the text has somebody say it."""
    return [
        {
            "by": _who(each.by),
            "towards": _who(each.towards),
            "what": list(each.what),
            "status": each.status.value,
            "since": _days(each.since),
            "until": _days(each.until),
            "conditions": [
                [one.words, one.state.value if one.state else "", *([one.said_by.name] if one.said_by else [])]
                for one in each.conditions
            ],
        }
        for each in reading.measures
    ]


def events_of(reading: Reading) -> list[list[str]]:
    """Root, status, actor and recipient of each event: actors by id, people by name."""
    people = {actor.id: actor.name for actor in reading.actors if actor.kind.value == "person"}
    return [
        [each.type.value, each.status.value, *(people.get(who, who) for who in (_who(each.actor), _who(each.recipient)))]
        for each in reading.events
    ]


def _who(ref: Ref | None) -> str:
    return (ref.id or ref.name) if ref else ""


def _days(when: Interval | None) -> list[str]:
    return [str(when.earliest), str(when.latest)] if when and when.earliest and when.latest else []
