"""What moved since when, and tone between two actors, on an invented process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Audience, Every, WrongUsage
from parley.process import Process

Make = Callable[..., Path]
Opened = Callable[[Path], Process]

PAPERS = {
    "documents/a.md": "Republic of Kestria on every prisoner.\n",
    "documents/a.meta.toml": "published = 2031-04-01\n",
    "documents/b.md": "Orlavian Union on every prisoner.\n",
    "documents/b.meta.toml": "published = 2031-04-20\n",
}


@pytest.fixture
def process(make: Make, opened: Opened) -> Process:
    """Its clock stands at 1 May 2031."""
    return opened(make(PAPERS))


def test_a_day_is_a_date_or_so_many_days_before_the_processs_own(process: Process) -> None:
    assert process.positions(since="2031-04-20").since == dt.date(2031, 4, 20)
    assert process.positions(since="11d").since == dt.date(2031, 4, 20)
    assert process.positions().since is None


@pytest.mark.parametrize("words", ["yesterday", "11", "99999999d", "999999d", "0001-01-01", "20-04-2031", "-3d", "١d"])
def test_anything_else_is_wrong_usage(process: Process, words: str) -> None:
    with pytest.raises(WrongUsage, match=r"no day|too far"):
        process.positions(since=words)


def test_tone_names_actors_by_id_name_or_alias(process: Process) -> None:
    found = process.positions(tone=("Kestria", "orlavian union"), every=Every.MONTH).tone
    assert found is not None
    assert (found.actor.id, found.recipient.id, found.every, found.periods) == ("KES", "ORL", "month", ())
    assert process.positions().tone is None


@pytest.mark.parametrize(
    ("pair", "why"), [(("KES", "XYZ"), "no actor here; the process has KES, ORL"), (("KES", "Kestria"), "both are KES")]
)
def test_who_is_not_there_is_said(process: Process, pair: tuple[str, str], why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        process.positions(Audience("mediator"), tone=pair)


def test_changes_come_with_their_cells_the_oldest_first(finished_demo: Path) -> None:
    process = Process.open(finished_demo)
    everything = process.positions()
    moves = [(cell.party, cell.issue, cell.option, move.to) for cell in everything.cells for move in cell.history]
    assert sorted(moves, key=str) == sorted(((c.party, c.issue, c.option, c.to) for c in everything.changes), key=str)
    days = [change.date.latest for change in everything.changes]
    assert days == sorted(days)
    later = process.positions(since="2026-03-26").changes
    assert later == tuple(c for c in everything.changes if c.date.latest >= dt.date(2026, 3, 26))
    assert 0 < len(later) < len(everything.changes)
