"""An incident's life: its steps, who stands behind them, and the clocks that the text itself sets running."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

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


@pytest.mark.parametrize(
    ("row", "by"),
    [
        (about("s1", "06T10:00", "shelling", "ORL", claimant="KES"), "KES"),  # a counter-claim: "they shelled us"
        (about("s1", "06T10:00", "explosion", "ORL", claimant="KES"), "KES"),
        (about("s1", "06T10:00", "shelling", "unknown gunmen", claimant="KES"), "KES"),
        (about("s1", "05T10:00", "shelling", "KES", claimant="HAL"), "HAL"),  # a second source
        (about("s1", "06T10:00", "deny", "ORL", claimant="KES"), "KES"),
        (about("s1", "06T10:00", "deny", "", claimant="KES"), "KES"),
        (about("s1", "06T10:00", "shelling", "KES", claimant="JVC", life="under inquiry"), "Commission"),
        (about("s1", "06T10:00", "shelling", "KES", claimant="HAL", life="found", found_by="HAL"), "HAL"),
        (about("s1", "06T10:00", "notice", "ORL", claimant="JVC"), "ORL"),  # what somebody else logs of it
        (about("s1", "06T10:00", "reply", "KES", claimant="JVC"), "KES"),
        (about("s1", "06T10:00", "inquiry opened", "JVC", claimant="HAL"), "Commission"),
        (about("s1", "06T10:00", "compensated", "KES", claimant="ORL"), "KES"),
        (about("s1", "06T10:00", "protest", "ORL", claimant="HAL"), "ORL"),
    ],
)
def test_each_step_is_by_who_made_it(lived: Lived, row: dict[str, str], by: str) -> None:
    assert [step.by for step in lived(row).steps] == [by]


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


REPLIES = """1. No Party shall fire at the forces of the other Party from D-day. {#fire}

2. The Commission shall investigate each incident within 48 hours of notice. {#inquiry}

3. %s {#reply}
"""


@pytest.fixture
def replied(framework_of: Callable[[str], Framework]) -> Callable[..., dict[tuple[str | None, str | None], str]]:
    """The verdicts on one sentence, by bearer and what set it off."""

    def tell(sentence: str, *rows: dict[str, str]) -> dict[tuple[str | None, str | None], str]:
        reports, text = rows_of([SHOT, *rows]), framework_of(REPLIES % sentence)
        found = watch(text, (), reports, (), dt.datetime(2031, 3, 20, tzinfo=dt.UTC))
        return {(one.bearer, one.occasion): one.verdict.value for one in found.verdicts if one.provision == "reply"}

    return tell


@pytest.mark.parametrize(
    "sentence",
    [
        "The Party notified shall reply within 24 hours of the notice.",
        "The Party notified shall reply within 24 hours.",
        "The notified Party shall answer within 24 hours of notification.",
        "The receiving Party shall reply within 24 hours of receipt of the notice.",
        "Each Party shall answer a notice within 24 hours.",
        "The other Party shall reply to a notice within 24 hours.",
        "The other side shall answer within 24 hours of notice.",
        "A Party that receives a notice shall answer it within 24 hours.",
        "A Party which has been notified of an incident shall reply within 24 hours.",
        "A notice shall be answered within 24 hours by the Party to which it is addressed.",
        "Each Party shall respond to a notice of the other Party within 24 hours.",
        "Upon receipt of a notice, a Party shall reply within 24 hours.",
        "If a Party gives notice of an incident, the other Party shall reply within 24 hours.",
        "The Party to which a notice is given shall reply to it within 24 hours.",
        "The accused Party shall reply to a notice within 24 hours.",
        "When notified of an incident, a Party shall reply within 24 hours.",
    ],
)
def test_whoever_was_given_a_notice_answers_it(replied: Callable[..., dict[Any, str]], sentence: str) -> None:
    assert replied(sentence, NOTICE) == {("KES", "n1"): "overdue", ("ORL", None): "pending"}
    late = about("a1", "07T18:00", "reply", "KES", claimant="HAL")
    assert replied(sentence, NOTICE, late)[("KES", "n1")] == "breached"
    soon = [about("a1", "05T18:00", act, "KES", claimant="HAL") for act in ("notice", "reply", "written answer")]
    for reply in (*soon, {**soon[1], "about": "n1"}, about("a1", "05T18:00", "deny", "KES")):
        assert replied(sentence, NOTICE, reply) == {("KES", "n1"): "kept", ("ORL", None): "pending"}
    assert replied(sentence, NOTICE, {**soon[1], "claimant": "KES"})[("KES", "n1")] == "cannot tell"
    logged = about("a1", "05T18:00", "deny", "KES", claimant="JVC")  # the body's own denial, or Kestria's?
    assert replied(sentence, NOTICE, logged)[("KES", "n1")] == "cannot tell"
    own = {**about("a1", "05T18:00", "reply", "ORL"), "about": "n1"}
    assert replied(sentence, NOTICE, own)[("KES", "n1")] == "overdue"


def test_to_whom_a_notice_was_given_is_said_or_not_known(replied: Callable[..., dict[Any, str]]) -> None:
    sentence = "The Party notified shall reply within 24 hours of the notice."
    monitors = about("n1", "05T14:00", "notice", "JVC")
    assert set(replied(sentence, monitors).values()) == {"cannot tell"}
    told = replied(sentence, {**monitors, "counterpart": "KES"})
    assert told == {("KES", "n1"): "overdue", ("ORL", None): "pending"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The notifying Party shall deliver evidence within 24 hours of the notice.",
        "The complaining Party shall deliver evidence within 24 hours of the notice.",
        "The Party that gave the notice shall deliver evidence within 24 hours.",
    ],
)
def test_the_giver_of_a_notice_owes_what_is_asked_of_it(replied: Callable[..., dict[Any, str]], sentence: str) -> None:
    assert replied(sentence, NOTICE) == {("ORL", "n1"): "overdue", ("KES", None): "pending"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Party concerned shall remedy a Confirmed Violation within 7 days of the finding.",
        "The Party responsible shall remedy a Confirmed Violation within 7 days of the finding.",
        "The violating Party shall withdraw its forces within 7 days of the finding.",
    ],
)
def test_who_is_said_to_have_done_it_owes_the_remedy(replied: Callable[..., dict[Any, str]], sentence: str) -> None:
    assert replied(sentence, FINDING) == {("KES", "r1"): "overdue", ("ORL", None): "pending"}


def test_a_party_that_is_told_by_nothing_that_happened_is_not_guessed(
    replied: Callable[..., dict[Any, str]],
) -> None:
    sentence = "The Party whose turn it is shall open the crossing by D+5."
    assert set(replied(sentence).values()) == {"cannot tell"}


def test_two_notices_of_one_incident_do_not_contradict_each_other(lived: Lived) -> None:
    other = {**about("n2", "05T15:00", "notice", "HAL"), "about": "n1"}
    [step] = [one for one in lived(NOTICE, other).steps if one.report == "n2"]
    assert step.stage.value == "notice"


def test_each_party_is_measured_by_its_own_line_where_a_breach_sets_a_duty_off(held: Any) -> None:
    text = "1. No Party shall place tanks within 10 km of the Separation Line.\n\n"
    text += "2. Each Party shall notify the Commission of every incident by its forces within 24 hours.\n"
    own = [_own_line("KES", -42.0), _own_line("ORL", -42.4)]
    tanks = {"id": "r1", "event_earliest": "2031-03-05", "act": "placement", "object": "tanks", "claimant": "COM"}
    near_the_others = {**tanks, "actor": "KES", "latitude": -42.38, "longitude": 90, "radius_m": 50}
    result = held(text, [near_the_others], features=own)
    assert {(one.bearer, one.verdict.value) for one in result.verdicts if one.provision == "2"} == {
        ("KES", "pending"),
        ("ORL", "pending"),
    }
    result = held(text, [{**near_the_others, "actor": "ORL"}], features=own)
    assert ("ORL", "overdue") in {(one.bearer, one.verdict.value) for one in result.verdicts}


def _own_line(party: str, latitude: float) -> dict[str, Any]:
    named = {"name": "Separation Line", "kind": "line", "annex": "A", "party": party}
    line = {"type": "LineString", "coordinates": [[89.0, latitude], [91.0, latitude]]}
    return {"type": "Feature", "properties": named, "geometry": line}
