"""The demo's journey: what docs/reference/demo.md tells of the text, the packages and the ground comes out so."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import parley
from parley.model import Audience, Document, FindingKind, Outcome, Stance, WatchOutput
from parley.process import Process, copy_process

DEMO = Path(parley.__file__).parent / "data" / "demo"
LETTER = "2026-03-02-letter-orlavian-foreign-minister.txt"
DEMAND = "The Orlavian Union demands that no heavy weapon stand within 30 km of the Separation Line."
STORY = tomllib.loads((DEMO / "story.toml").read_text("utf-8"))["settle"]
MEDIATOR, TEAM = Audience("mediator"), Audience("team")


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Process:
    process = copy_process(DEMO, tmp_path_factory.mktemp("demo") / "process")
    process.settle(STORY["take"], by=STORY["by"], reason=STORY["reason"])
    return process


@pytest.fixture(scope="module")
def watched(settled: Process) -> WatchOutput:
    return settled.watch(TEAM)


# The text ---------------------------------------------------------------------------------------------


def test_the_draft_has_the_defects_that_were_left_in_it_and_no_other(tmp_path: Path) -> None:
    """Beside them the check says, rightly, that nobody verifies two of the provisions (G2)."""
    found = copy_process(DEMO, tmp_path / "draft").check(TEAM)
    defects = {
        finding.code.split(".")[0]: finding.provision
        for finding in found.findings
        if finding.kind is FindingKind.DEFECT and finding.code != "G2.unverified"
    }
    assert defects == {"B5": "mines", "A4": "escort", "K7": "corridor", "B7": "crossing"}


def test_most_of_the_text_is_understood(tmp_path: Path) -> None:
    understood = copy_process(DEMO, tmp_path / "draft").check(TEAM).understood
    assert understood.read >= 0.8 * understood.operative


# The packages -----------------------------------------------------------------------------------------


def test_the_package_of_the_story_is_on_the_frontier_and_nashs_choice(settled: Process) -> None:
    weighing = settled.weigh(MEDIATOR)
    on_frontier = [package for row in weighing.frontier for package in row.packages]
    assert len(weighing.frontier) >= 4
    assert STORY["take"] in on_frontier
    assert STORY["take"] in [package for row in weighing.solutions.nash for package in row.packages]
    assert not weighing.agreement_zone.empty


def test_deep_withdrawal_for_all_prisoners_is_a_trade_that_helps_both(settled: Process) -> None:
    trades = [trade.changes for trade in settled.weigh(MEDIATOR).trades]
    assert {"heavy-distance": "30", "prisoners": "all"} in trades


def test_an_unknown_reserve_is_said_to_be_unknown(settled: Process) -> None:
    assert not settled.weigh(MEDIATOR).agreement_zone.known


# The ground -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("provision", "bearer", "outcome", "finding"),
    [
        ("cease-fire", "KES", Outcome.CANNOT_TELL, None),  # astride D-day; an explosion that nobody can place
        ("cease-fire", "ORL", Outcome.BREACHED, "found"),
        ("air", "KES", Outcome.KEPT, None),  # the helicopter was found to be a medical evacuation
        ("air", "ORL", Outcome.BREACHED, "alleged"),  # contested, and said to be no medical evacuation
        ("coast", "KES", Outcome.KEPT, None),  # the attack on the port was withdrawn
        ("coast", "ORL", Outcome.BREACHED, "found"),
        ("heavy-ban", "KES", Outcome.BREACHED, "found"),
        ("heavy-ban", "ORL", Outcome.CANNOT_TELL, None),  # 31 km, give or take 4 km
        ("withdrawal", "KES", Outcome.CANNOT_TELL, None),  # its own word alone
        ("withdrawal", "ORL", Outcome.KEPT, None),
        ("inventory", "KES", Outcome.BREACHED, "found"),  # two days late
        ("inventory", "ORL", Outcome.KEPT, None),
        ("lists", "KES", Outcome.KEPT, None),
        ("lists", "ORL", Outcome.OVERDUE, None),
    ],
)
def test_what_follows_from_the_reports(
    watched: WatchOutput, provision: str, bearer: str, outcome: Outcome, finding: str | None
) -> None:
    verdicts = [(v.verdict, v.finding) for v in watched.verdicts if (v.provision, v.bearer) == (provision, bearer)]
    assert verdicts == [(outcome, finding)]


def test_the_commission_met_in_time_twice_late_once_and_has_one_meeting_to_come(watched: WatchOutput) -> None:
    meetings = sorted(verdict.verdict.value for verdict in watched.verdicts if verdict.provision == "meet")
    assert meetings == ["breached", "kept", "kept", "pending"]


def test_what_was_remedied_and_what_was_not(watched: WatchOutput) -> None:
    remedies = sorted((v.bearer, v.verdict.value) for v in watched.verdicts if v.provision == "remedy")
    assert remedies == [("KES", "kept"), ("ORL", "overdue"), ("ORL", "overdue"), ("ORL", "pending")]


def test_what_was_due_after_a_contested_allegation_nobody_can_tell(watched: WatchOutput) -> None:
    reported = {v.occasion: v.verdict.value for v in watched.verdicts if (v.provision, v.bearer) == ("report", "ORL")}
    assert reported["K-002"] == reported["K-004"] == reported["K-007"] == "cannot tell"
    assert (reported["K-003"], reported["K-005"], reported["K-009"]) == ("kept", "breached", "overdue")


def test_a_verdict_is_told_in_a_few_short_sentences(watched: WatchOutput) -> None:
    for verdict in watched.verdicts:
        assert len(verdict.why) <= 400, verdict.why
        assert " | " not in verdict.why
        assert verdict.would_change.endswith(".")


def test_reports_set_aside_are_told_of(watched: WatchOutput) -> None:
    told = "\n".join(watched.notes)
    for report in ("O-004", "O-006", "O-007", "O-008", "O-010"):
        assert report in told


# One sentence, all the way ----------------------------------------------------------------------------


@pytest.mark.parametrize(("distance", "outcome"), [("15", "not breached"), ("20", "not breached"), ("30", "breached")])
def test_the_distance_that_is_chosen_decides_whether_the_guns_at_dunmere_are_a_breach(
    tmp_path: Path, distance: str, outcome: str
) -> None:
    process = copy_process(DEMO, tmp_path / "process")
    process.settle({**STORY["take"], "heavy-distance": distance}, by=STORY["by"], reason="another choice")
    verdict = next(
        verdict
        for verdict in process.watch(TEAM).verdicts
        if (verdict.provision, verdict.bearer) == ("heavy-ban", "KES")
    )
    assert (verdict.verdict is Outcome.BREACHED) == (outcome == "breached")


def test_the_sentence_of_a_letter_is_a_position_on_the_bracket_that_the_guns_break(
    settled: Process, watched: WatchOutput
) -> None:
    from parley.reading import read
    from parley.reading.positions.positions import positions
    from parley.text import open_document

    path = DEMO / "documents" / LETTER
    document: Document = open_document(path.read_bytes(), path.name)
    actors, issues = settled.settings.actors, settled.issues()
    reading = read(document, actors, issues)
    start = document.text.index(DEMAND)
    demand = next(
        statement
        for statement in reading.statements
        if any(start <= span.start < start + len(DEMAND) for span in statement.content)
    )
    held = positions([(document, reading)], issues, actors)
    cell = next(position for position in held if (position.issue, position.option) == ("heavy-distance", "30"))
    assert demand.speaker is not None
    assert demand.speaker.id == cell.party == "ORL"
    assert cell.stance is Stance.DEMANDS
    assert demand.id in cell.statements

    settled_text = settled.framework(TEAM)
    ban = next(obligation for obligation in settled_text.obligations if obligation.provision == "heavy-ban")
    assert "30 km of the Separation Line" in " ".join(ban.sentence.exact.split())
    verdict = next(v for v in watched.verdicts if v.obligation == ban.id and v.bearer == "KES")
    assert verdict.finding == "found"
    assert "22.0 km from the Separation Line (± 50 m)" in verdict.why
