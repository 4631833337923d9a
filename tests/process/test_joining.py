"""Several papers that tell of one thing: proposed, decided by a person, and remembered at the next reading."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from parley.model import (
    Document,
    Event,
    EventStatus,
    Interval,
    Joined,
    NotPermitted,
    PloverRoot,
    Reading,
    Ref,
    Span,
    WrongUsage,
)
from parley.process import Process, Reader
from process.conftest import NOON, SETTINGS

ATTACK = "Kestria shelled Ostra on Monday, and houses near the market burnt.\n"
MONDAY = dt.date(2031, 3, 31)


def read_shelling(document: Document, *_: object) -> Reading:
    """One event wherever the paper has the word "shelled"; of another span in a later version of the reader."""
    start = document.text.find("shelled")
    if start < 0:
        return Reading(document=document.id)
    event = Event(
        id=f"{document.id[:12]}-e1",
        document=document.id,
        type=PloverRoot.ASSAULT,
        cameo="194",
        status=EventStatus.HAPPENED,
        actor=Ref(id="KES", name="Kestria"),
        interval=Interval(earliest=MONDAY, latest=MONDAY),
        place="Ostra",
        spans=(Span.of(document.text, start, start + len("shelled"), document.id),),
    )
    return Reading(document=document.id, events=(event,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "process.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "documents").mkdir()
    for name, words in (("a", "First. "), ("b", "Second. ")):
        (tmp_path / "documents" / f"{name}.txt").write_text(words + ATTACK, encoding="utf-8")
    return tmp_path


def opened(folder: Path, version: str = "1") -> Process:
    return Process.open(folder, clock=lambda: NOON, reader=Reader(version, read_shelling))


def test_nothing_is_merged_before_somebody_decides(folder: Path) -> None:
    output = opened(folder).read()
    (proposal,) = output.proposals
    assert proposal.decided is None
    assert len(output.events) == 2
    assert set(proposal.members) == {event.id for event in output.events}


def test_what_was_joined_is_one_at_the_next_reading_and_says_by_whom(folder: Path) -> None:
    process = opened(folder)
    (proposal,) = process.read().proposals
    decision = process.join(proposal.id, by="A. Clerk")
    assert decision.kind == "merge"
    (again,) = opened(folder, "2").read().proposals
    assert (again.id, again.decided, again.decided_by) == (proposal.id, Joined.ONE, "A. Clerk")


def test_what_was_kept_apart_is_not_proposed_again(folder: Path) -> None:
    process = opened(folder)
    (proposal,) = process.read().proposals
    decision = process.join(proposal.id, by="A. Clerk", groups=[[target] for target in proposal.targets])
    assert decision.kind == "reject"
    (again,) = opened(folder, "2").read().proposals
    assert (again.decided, again.decided_by) == (Joined.APART, "A. Clerk")


def test_a_later_decision_counts_more(folder: Path) -> None:
    process = opened(folder)
    (proposal,) = process.read().proposals
    process.join(proposal.id, by="A. Clerk", groups=[[target] for target in proposal.targets])
    process.join(proposal.id, by="B. Clerk")
    (again,) = process.read().proposals
    assert (again.decided, again.decided_by) == (Joined.ONE, "B. Clerk")


def test_a_decision_that_was_taken_back_counts_no_more(folder: Path) -> None:
    process = opened(folder)
    decision = process.join(process.read().proposals[0].id, by="A. Clerk")
    process.decide("revoke", decision.hash, by="A. Clerk")
    (again,) = process.read().proposals
    assert again.decided is None


def test_a_further_paper_opens_the_question_again(folder: Path) -> None:
    process = opened(folder)
    process.join(process.read().proposals[0].id, by="A. Clerk")
    (folder / "documents" / "c.txt").write_text("Third. " + ATTACK, encoding="utf-8")
    (again,) = opened(folder).read().proposals
    assert again.decided is None
    assert len(again.tellings) == 3


def test_a_decision_that_finds_its_things_no_more_is_said(folder: Path) -> None:
    process = opened(folder)
    process.join(process.read().proposals[0].id, by="A. Clerk")

    def read_elsewhere(document: Document, *_: object) -> Reading:
        (event,) = read_shelling(document).events
        elsewhere = Span.of(document.text, 0, 5, document.id)
        return Reading(document=document.id, events=(event.replace(spans=(elsewhere,)),))

    output = Process.open(folder, clock=lambda: NOON, reader=Reader("2", read_elsewhere)).read()
    assert [note for note in output.notes if "a decision by A. Clerk finds its event here no more" in note]
    assert all(proposal.decided is None for proposal in output.proposals)


def test_a_decision_tells_nothing_of_what_the_papers_say(folder: Path) -> None:
    process = opened(folder)
    process.join(process.read().proposals[0].id, by="A. Clerk")
    chain = (folder / "decisions.jsonl").read_text(encoding="utf-8")
    assert not any(word in chain for word in ("shelled", "Ostra", "Kestria"))


def test_groups_have_to_be_the_proposals_own(folder: Path) -> None:
    process = opened(folder)
    (proposal,) = process.read().proposals
    with pytest.raises(WrongUsage, match="each of its targets once"):
        process.join(proposal.id, by="A. Clerk", groups=[[proposal.targets[0]]])
    with pytest.raises(WrongUsage, match="no proposal of this process"):
        process.join("p0", by="A. Clerk")


class TestCaucuses:
    def test_what_rests_on_a_caucus_paper_is_for_those_who_may_see_it_and_decided_in_that_caucus(
        self, folder: Path
    ) -> None:
        (folder / "documents" / "b.txt").unlink()
        caucus = folder / "caucus" / "KES" / "documents"
        caucus.mkdir(parents=True)
        (caucus / "k.txt").write_text("Canary. " + ATTACK, encoding="utf-8")
        process = opened(folder)
        assert process.read("team").proposals == ()
        (proposal,) = process.read("mediator").proposals
        assert "party:KES" in proposal.audience.parts
        process.join(proposal.id, by="A. Clerk")
        assert not (folder / "decisions.jsonl").exists()
        assert (folder / "caucus" / "KES" / "decisions.jsonl").exists()
        assert process.read("mediator").proposals[0].decided is Joined.ONE
        assert process.read("team").proposals == ()

    def test_what_rests_on_the_caucuses_of_two_parties_is_recorded_nowhere(self, folder: Path) -> None:
        for party in ("KES", "ORL"):
            papers = folder / "caucus" / party / "documents"
            papers.mkdir(parents=True)
            (papers / "k.txt").write_text(f"{party}. " + ATTACK, encoding="utf-8")
        for name in ("a", "b"):
            (folder / "documents" / f"{name}.txt").unlink()
        process = opened(folder)
        (proposal,) = process.read("mediator").proposals
        with pytest.raises(NotPermitted, match="caucuses of two parties"):
            process.join(proposal.id, by="A. Clerk")
