"""Invented articles as files: what is read in each stands beside it, and a change in the reading shows as a diff.

``PARLEY_GOLDEN=write pytest tests/reading/test_golden.py`` writes the expected files anew; whoever does so
answers for every line of the diff.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.model import Actor, ActorKind, EventStatus, Interval, Reading, Ref, Statement
from parley.reading import read
from reading.papers import COMMISSION, ORLAVIA, paper

FOLDER = Path(__file__).parents[1] / "golden" / "reading"
ARTICLES = sorted(path for path in FOLDER.glob("*.txt") if not path.name.endswith(".expected.txt"))
KESTRIA = Actor(id="KES", name="Kestria", kind=ActorKind.STATE, aliases=("Kestrian", "Tamsen"))
HALVERN = Actor(id="HAL", name="Halvern", kind=ActorKind.STATE, aliases=("Halvernian", "Halvernians"))


def read_article(path: Path) -> Reading:
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")  # a checkout on Windows may have changed line ends
    return read(paper(text, published="2031-03-05"), (KESTRIA, ORLAVIA, HALVERN, COMMISSION))


def told(reading: Reading) -> Iterator[str]:
    """One line for each thing read: words of the text in «», actors by id, else as named with a question mark."""
    number = {each.id: place for place, each in enumerate(reading.statements, 1)}
    for each in reading.statements:
        yield f"{number[each.id]}. {_head(each, number)}: {' … '.join(f'«{span.exact}»' for span in each.content)}"
        yield from (f"   {condition.cue}: {condition.words}" for condition in each.conditions)
        if each.hedges:
            yield "   hedged by: " + ", ".join(span.exact for span in each.hedges)
    for time in reading.times:
        yield f"time «{time.span.exact}»: {time.timex}, {time.earliest} to {time.latest}"
    for event in reading.events:
        words = " ".join(span.exact for span in event.spans)
        yield f"event {event.status.value} {event.type.value}: {_name(event.actor)} «{words}» {_name(event.recipient)}"
    for meeting in reading.meetings:
        parties, delegates = (", ".join(map(_name, each)) for each in (meeting.parties, meeting.delegates))
        where = f"in {meeting.venue}, {_days(meeting.window)}"
        yield f"meeting {meeting.status.value}: {parties} {where}; delegates: {delegates or 'none named'}"
    for measure in reading.measures:
        what = ", ".join(measure.what)
        since = f"since {_days(measure.since)}"
        yield f"measure {measure.status.value}: {_name(measure.by)} to {_name(measure.towards)}: {what}, {since}"
        yield from (f"   {condition.cue}: {condition.words}" for condition in measure.conditions)


def _head(each: Statement, number: dict[str, int]) -> str:
    parts = [_name(each.speaker), each.act.value, each.commitment.value]
    parts += ["direct"] if each.direct else []
    parts += [f"to {_name(each.addressee)}"] if each.addressee else []
    parts += [f"within {number[each.within]}"] if each.within else []
    parts += [f"said {_days(each.interval)}"] if each.interval else []
    return ", ".join(parts)


def _name(ref: Ref | None) -> str:
    if ref is None:
        return "nobody"
    who = ref.id or f"{ref.name}?"
    return who + (f" of {ref.of}" if ref.of else "") + "".join(f" +{_name(member)}" for member in ref.members)


def _days(interval: Interval | None) -> str:
    if interval is None:
        return "no date"
    return (
        f"{interval.earliest}" if interval.earliest == interval.latest else f"{interval.earliest} to {interval.latest}"
    )


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_article_is_read_as_written_down(path: Path) -> None:
    lines = "".join(f"{line}\n" for line in told(read_article(path)))
    expected = path.with_suffix(".expected.txt")
    if os.environ.get("PARLEY_GOLDEN") == "write":
        expected.write_text(lines, encoding="utf-8", newline="\n")
    assert lines == expected.read_text("utf-8")


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("halted-aid", ("resume", "pull", "release", "meet")),
        ("port-access", ("reopen", "fired", "resume", "agrees")),
        ("two-ministers", ("shelling", "accept", "free", "agree")),
    ],
)
def test_nothing_that_is_only_possible_is_told_as_having_happened(article: str, words: tuple[str, ...]) -> None:
    reading = read_article(FOLDER / f"{article}.txt")
    happened = {span.exact for e in reading.events if e.status is EventStatus.HAPPENED for span in e.spans}
    assert happened
    assert not happened & set(words)
