"""An incident's life: its steps, who stands behind them, and the clocks that the text itself sets running."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from parley.model import TEAM, Framework, IncidentLife, Life, Outcome, Report
from parley.monitoring import lives, load_reports, watch

TEXT = """1. No Party shall fire at the forces of the other Party from D-day. {#fire}

2. The Commission shall investigate each incident within 48 hours of notice. {#inquiry}

3. Each Party shall remedy every Confirmed Violation within 7 days of the finding. {#remedy}
"""
SHOT = {
    "id": "r1",
    "event_earliest": "2031-03-05T10:00",
    "reported": "2031-03-05T12:00",
    "act": "shelling",
    "actor": "KES",
    "counterpart": "ORL",
    "claimant": "ORL",
}


def about(id: str, time: str, act: str, by: str, **more: str) -> dict[str, str]:
    times = {"event_earliest": f"2031-03-{time}", "reported": f"2031-03-{time}"}
    return {"id": id, "act": act, "actor": by, "claimant": by, "about": "r1", **times, **more}


NOTICE = about("n1", "05T14:00", "notice", "ORL")
REPLY = about("a1", "05T18:00", "notice", "KES")
INQUIRY = about("i1", "06T10:00", "investigation", "JVC")
FINDING = about("f1", "08T10:00", "finding", "JVC", life="found", found_by="Joint Verification Commission")
REMEDY = about("m1", "10T10:00", "remedy", "KES")


Lived = Callable[..., IncidentLife]
COLUMNS = (
    *("id", "event_earliest", "reported", "act", "actor", "counterpart"),
    *("claimant", "about", "life", "found_by", "corrects"),
)


def rows_of(rows: Sequence[dict[str, str]]) -> tuple[Report, ...]:
    lines = [",".join(row.get(column, "") for column in COLUMNS) for row in rows]
    return load_reports("\n".join([",".join(COLUMNS), *lines]).encode(), "reports/x.csv", TEAM)[0]


@pytest.fixture
def lived(framework_of: Callable[[str], Framework]) -> Lived:
    """What became of the incident, by these reports about it."""

    def tell(*rows: dict[str, str], as_of: str = "2031-03-20T12:00") -> IncidentLife:
        reports, text = rows_of([SHOT, *rows]), framework_of(TEXT)
        found = watch(text, (), reports, (), dt.datetime.fromisoformat(as_of).replace(tzinfo=dt.UTC))
        return lives(text, reports, found)[0]

    return tell


def test_the_steps_of_a_life_in_their_order(lived: Lived) -> None:
    life = lived(REMEDY, FINDING, INQUIRY, REPLY, NOTICE)
    assert [(step.stage.value, step.report, step.by, step.established) for step in life.steps] == [
        ("notice", "n1", "ORL", False),
        ("reply", "a1", "KES", False),
        ("inquiry", "i1", "Commission", True),
        ("finding", "f1", "Commission", True),
        ("remedy", "m1", "KES", False),
    ]


@pytest.mark.parametrize(
    ("rows", "life"),
    [
        ((NOTICE, REPLY), "alleged"),
        ((NOTICE, INQUIRY), "under inquiry"),
        ((INQUIRY, FINDING), "found"),
        ((INQUIRY, FINDING, REMEDY), "found"),
        ((FINDING, about("m2", "12T10:00", "remedy", "JVC", life="remedied", found_by="JVC")), "remedied"),
    ],
)
def test_how_far_it_has_come_is_said_by_a_body_of_the_text_alone(
    lived: Lived, rows: tuple[dict[str, str], ...], life: str
) -> None:
    found = lived(*rows)
    assert found.life.value == life
    assert found.found_by == (("Commission",) if FINDING in rows else ())


def test_a_finding_by_anybody_else_is_none(lived: Lived) -> None:
    life = lived(about("f2", "08T10:00", "finding", "The Mirror", life="found", found_by="The Mirror"))
    assert (life.life, life.steps[0].stage.value, life.steps[0].established) == (Life.ALLEGED, "other", False)


def test_a_denial_is_a_reply(lived: Lived) -> None:
    assert lived(about("d1", "06T10:00", "deny", "KES")).steps[0].stage.value == "reply"


def test_the_clock_of_the_text_runs_from_the_notice(lived: Lived) -> None:
    [clock] = [one for one in lived(NOTICE, INQUIRY).clocks if one.provision == "inquiry"]
    assert (clock.after, clock.verdict) == ("n1", Outcome.KEPT)
    assert clock.due == dt.datetime(2031, 3, 7, 14, tzinfo=dt.UTC)
    [late] = lived(NOTICE, {**INQUIRY, "event_earliest": "2031-03-08", "reported": "2031-03-09"}).clocks
    assert late.verdict is Outcome.BREACHED
    [overdue] = lived(NOTICE).clocks
    assert overdue.verdict is Outcome.OVERDUE
    [pending] = lived(NOTICE, as_of="2031-03-06T12:00").clocks
    assert pending.verdict is Outcome.PENDING


def test_without_a_notice_no_clock_of_it_runs(lived: Lived) -> None:
    assert [one.provision for one in lived(INQUIRY).clocks] == []


def test_what_is_about_the_notice_is_of_the_incidents_life(lived: Lived) -> None:
    life = lived(NOTICE, {**INQUIRY, "about": "n1"})
    assert [step.stage.value for step in life.steps] == ["notice", "inquiry"]
    assert life.clocks[0].verdict is Outcome.KEPT


def test_a_finding_sets_the_remedys_clock_running_for_each_party(lived: Lived) -> None:
    for claimant, verdict in (("JVC", Outcome.KEPT), ("KES", Outcome.CANNOT_TELL)):
        clocks = [c for c in lived(FINDING, {**REMEDY, "claimant": claimant}).clocks if c.provision == "remedy"]
        assert {one.bearer for one in clocks} == {"KES", "ORL"}
        assert next(one for one in clocks if one.bearer == "KES").verdict is verdict


def test_corrections_are_kept_as_history(lived: Lived) -> None:
    corrected = {**SHOT, "id": "r1b", "corrects": "r1", "reported": "2031-03-06", "act": "small-arms fire"}
    life = lived(corrected, NOTICE)
    assert (life.incident, life.steps[0].report) == ("r1b", "n1")
    assert life.versions == (
        "r1, told (reports/x.csv, row 2)",
        "r1b, corrected (reports/x.csv, row 3)",
    )
