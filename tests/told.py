"""Papers with their answers beside them: what was told, and what was read, as rows that can be compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from papers import ACTORS, reading_of
from parley.model import Actor, Interval, Reading, Ref
from told_statements import compare_statements, compare_times

_IDENTIFYING = {"meetings": ("status", "parties", "venue", "window"), "measures": ("by", "towards", "status", "what")}
_BLANKS: dict[str, dict[str, Any]] = {
    "meetings": {"parties": [], "venue": "", "window": [], "convenor": "", "agenda": [], "delegates": []},
    "measures": {"by": "", "towards": "", "since": [], "until": [], "exempt": [], "conditions": []},
}


@dataclass(frozen=True)
class Finding:
    """One thing or field of a paper: ``found`` or ``right``, else ``missed``, ``wrong`` or ``invented``, in words."""

    kind: str
    field: str
    verdict: str
    words: str

    @property
    def is_fault(self) -> bool:
        return self.verdict not in ("found", "right")


def compare(paper: Mapping[str, Any], reading: Reading) -> Iterator[Finding]:
    """What was written down beside what was read: things first found or missed, then each field of what was found.

    Two things are the same that have half or more of what identifies them in common, those most alike first.
    """
    for kind, read in (("meetings", meeting_rows(reading)), ("measures", measure_rows(reading))):
        told = [_BLANKS[kind] | row for row in paper.get(kind, ())]
        same = _pairs(told, read, _IDENTIFYING[kind])
        for n, row in enumerate(told):
            if n not in (t for t, _ in same):
                yield Finding(kind, "", "missed", _short(kind, row))
        for n, row in enumerate(read):
            if n not in (r for _, r in same):
                yield Finding(kind, "", "invented", _short(kind, row))
        for t, r in same:
            yield Finding(kind, "", "found", _short(kind, told[t]))
            yield from _fields(kind, told[t], read[r])
    events, told_events = events_of(reading), paper.get("events", {})
    for row in told_events.get("read", ()):
        yield Finding("events", "", "found" if row in events else "missed", " ".join(filter(None, row)))
    for rule in told_events.get("never", ()):
        if any(row[: len(rule)] == rule for row in events):
            yield Finding("events", "", "invented", " ".join(filter(None, rule)))
    if "said" in paper:
        yield from (Finding(*each) for each in compare_statements(paper, reading))
        yield from (Finding(*each) for each in compare_times(paper, reading))


def meetings_of_sentences(told: Mapping[str, Any]) -> Iterator[tuple[str, list[Finding]]]:
    """Each sentence of a set, of a paper of its own, with what is found of its meetings; no agenda is asked."""
    for row in told["sentence"]:
        paper = {"published": "2031-03-06", "actor": told["actor"]} | row
        findings = compare(paper, reading_of_paper(paper))
        yield row["text"], [each for each in findings if each.kind == "meetings" and each.field != "agenda"]


def faults(paper: Mapping[str, Any], reading: Reading) -> list[str]:
    """What is still wrong with the reading of a paper, one line each."""
    found = [each for each in compare(paper, reading) if each.is_fault]
    return [" ".join(filter(None, (each.verdict, each.kind, each.field))) + f": {each.words}" for each in found]


def _fields(kind: str, told: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Finding]:
    for field, want in told.items():
        got = read[field]
        if want or got:
            verdict = "right" if want == got else "missed" if want and not got else "wrong"
            yield Finding(kind, field, verdict, _plain(got) if verdict == "wrong" else _plain(want))


def _pairs(
    told: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]], fields: Sequence[str]
) -> list[tuple[int, int]]:
    alike = {
        (t, r): sum(one[field] == other[field] for field in fields)
        for t, one in enumerate(told)
        for r, other in enumerate(read)
    }
    found: list[tuple[int, int]] = []
    for (t, r), points in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        if 2 * points >= len(fields) and all(t != a and r != b for a, b in found):
            found.append((t, r))
    return found


def _short(kind: str, row: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (_plain(row[field]) for field in _IDENTIFYING[kind])))


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else "; ".join(map(_plain, value))


def reading_of_paper(paper: Mapping[str, Any]) -> Reading:
    own = {each["id"]: Actor.model_validate(each) for each in paper.get("actor", ())}
    actors = {each.id: each for each in ACTORS} | own
    return reading_of(paper["text"], dt.date.fromisoformat(paper["published"]), tuple(actors.values()))


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
            "exempt": list(each.exempt),
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
        [
            each.type.value,
            each.status.value,
            *(people.get(who, who) for who in (_who(each.actor), _who(each.recipient))),
        ]
        for each in reading.events
    ]


def _who(ref: Ref | None) -> str:
    return (ref.id or ref.name) if ref else ""


def _days(when: Interval | None) -> list[str]:
    return [str(when.earliest), str(when.latest)] if when and when.earliest and when.latest else []
