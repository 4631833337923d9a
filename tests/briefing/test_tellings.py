"""What several papers tell in common, on the terminal: one row for each paper, the reasons beside the first."""

from __future__ import annotations

import datetime as dt

import pytest

from papers import paper, reading_of
from parley.briefing.terminal import show
from parley.model import Joined, ReadOutput
from parley.reading import propose

PAPERS = [
    ("2031-03-04", "Halvern suspended aid to Kestria on Monday until it apologises."),
    ("2031-03-11", "Halvern resumed aid to Kestria on Monday."),
]


@pytest.fixture
def output() -> ReadOutput:
    read = [
        (paper(text, dt.date.fromisoformat(day)), reading_of(text, dt.date.fromisoformat(day))) for day, text in PAPERS
    ]
    return ReadOutput(
        documents=tuple(document.replace(path=f"{document.published}.txt").summary for document, _ in read),
        measures=tuple(measure for _, reading in read for measure in reading.measures),
        proposals=propose(read)[0],
    )


def shown(output: ReadOutput, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "200")
    show(output)
    return " ".join(capsys.readouterr().out.split())


def test_names_each_paper_and_why(output, capsys, monkeypatch):
    text = shown(output, capsys, monkeypatch)
    assert "Told by several papers" in text
    (proposal,) = output.proposals
    assert f"measure {proposal.id}" in text
    for words in ("2031-03-04.txt", "2031-03-11.txt", "suspended: suspended aid", "resumed: resumed aid", "same by"):
        assert words in text
    assert "differ on status: suspended or resumed" in text


def test_says_who_decided(output, capsys, monkeypatch):
    (proposal,) = output.proposals
    decided = proposal.replace(decided=Joined.ONE, decided_by="A. Clerk")
    assert "decided: one, by A. Clerk" in shown(output.replace(proposals=(decided,)), capsys, monkeypatch)


def test_a_condition_of_a_measure_is_shown_with_its_state(output, capsys, monkeypatch):
    assert "it apologises (pending)" in shown(output, capsys, monkeypatch)


def test_the_steps_of_a_measure_are_put_together_from_both_papers(output):
    (proposal,) = output.proposals
    assert [(step.status.value, str(step.since.earliest)) for step in proposal.changes] == [
        ("suspended", "2031-03-03"),
        ("resumed", "2031-03-10"),
    ]


def test_a_measure_is_shown_with_the_day_on_which_it_ends(capsys, monkeypatch):
    text = "Halvern suspended aid to Kestria until April 5."
    output = ReadOutput(measures=reading_of(text, dt.date(2031, 3, 6)).measures)
    assert "2031-04-05" in shown(output, capsys, monkeypatch)
