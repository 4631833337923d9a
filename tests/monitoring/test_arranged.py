"""What took place was arranged before, and what was answered was asked: when is another matter."""

from __future__ import annotations

import pytest

from .conftest import Held, Row

SHELLED = {"id": "R1", "event_earliest": "2031-03-05T10:00", "act": "shelling", "actor": "KES", "claimant": "ORL"}
MET = {"id": "R2", "act": "emergency meeting", "actor": "Commission", "claimant": "ORL", "about": "R1"}
CALL = "The Commission shall call an emergency meeting within 24 hours of an incident."


@pytest.mark.parametrize(
    ("sentence", "told", "verdict"),
    [
        (CALL, {"event_earliest": "2031-03-06T08:00"}, "kept"),
        (CALL, {"event_earliest": "2031-03-06T20:00"}, "cannot tell"),
        (CALL, {"event_earliest": "2031-03-06T20:00", "about": ""}, "cannot tell"),
        (CALL, {"event_earliest": "2031-03-06T20:00", "act": "inspection"}, "overdue"),
        (CALL, {"event_earliest": "2031-03-06T20:00", "act": "patrol", "about": ""}, "overdue"),
        (CALL.replace("call", "hold"), {"event_earliest": "2031-03-06T20:00", "act": "meeting"}, "breached"),
        (
            "The Commission shall order an inspection within 24 hours of an incident.",
            {"event_earliest": "2031-03-06T20:00", "act": "inspection"},
            "cannot tell",
        ),
        (
            "The Commission shall invite both Parties to a meeting within 24 hours of an incident.",
            {"event_earliest": "2031-03-06T20:00", "act": "meeting"},
            "cannot tell",
        ),
    ],
)
def test_when_it_was_called_is_not_when_it_was_held(held: Held, sentence: str, told: Row, verdict: str) -> None:
    result = held(f"1. No Party shall shell.\n\n2. {sentence}\n", [SHELLED, MET | told])
    one = next(each for each in result.verdicts if each.provision == "2")
    assert one.verdict == verdict
    assert "between" not in one.why


ACCESS = "Each Party shall grant the Commission access to any site within 24 hours of a request."
REPLY = "Each Party shall reply within 48 hours of a notice by the other Party."


@pytest.mark.parametrize(
    ("sentence", "told", "verdict"),
    [
        (ACCESS, {"act": "access granted", "actor": "KES", "counterpart": "Commission"}, "cannot tell"),
        (ACCESS, {"act": "inspection", "actor": "Commission"}, "pending"),
        (REPLY, {"act": "reply", "actor": "KES"}, "cannot tell"),
        (REPLY, {"act": "reply", "actor": "ORL"}, "pending"),
    ],
)
def test_what_was_answered_had_been_asked_though_nobody_says_when(
    held: Held, sentence: str, told: Row, verdict: str
) -> None:
    result = held(f"1. {sentence}\n", [told | {"id": "R1", "event_earliest": "2031-03-06", "claimant": "Commission"}])
    assert result.verdicts[0].verdict == verdict


FOUND = {"id": "R2", "act": "shelling", "actor": "KES", "about": "R1", "claimant": "Commission"}
FOUND |= {"found_by": "Commission", "life": "found", "event_earliest": "2031-03-05T10:00"}


@pytest.mark.parametrize(
    ("duty", "in_time", "late"),
    [
        ("send its finding to both Parties", "cannot tell", "cannot tell"),
        ("communicate its conclusions to the Parties", "cannot tell", "overdue"),
        ("send a report to both Parties", "cannot tell", "overdue"),
        ("issue a finding", "kept", "cannot tell"),
        ("establish the facts", "kept", "cannot tell"),
        ("hold a meeting", "overdue", "overdue"),
    ],
)
def test_who_found_it_has_something_to_tell_and_whom_it_told_is_not_said(
    held: Held, duty: str, in_time: str, late: str
) -> None:
    text = f"1. No Party shall shell.\n\n2. The Commission shall {duty} within 48 hours of an incident.\n"
    for reported, verdict in (("2031-03-06T10:00", in_time), ("2031-03-09T10:00", late)):
        result = held(text, [SHELLED, FOUND | {"reported": reported}])
        assert result.verdicts[-1].verdict == verdict
    assert held(text, [SHELLED]).verdicts[-1].verdict == "overdue"


def test_what_was_granted_too_late_and_is_about_nothing_may_be_what_was_asked_for(held: Held) -> None:
    asked = {"id": "R1", "event_earliest": "2031-03-05T09:00", "act": "request for access", "actor": "Commission"}
    given = {"id": "R2", "event_earliest": "2031-03-06T20:00", "act": "access granted", "actor": "KES"}
    rows = [asked | {"counterpart": "KES", "claimant": "Commission"}]
    one = held(f"1. {ACCESS}\n", rows).verdicts[0]
    assert one.verdict == "overdue"
    rows.append(given | {"counterpart": "Commission", "claimant": "Commission"})
    one = held(f"1. {ACCESS}\n", rows).verdicts[0]
    assert (one.verdict, one.reports) == ("cannot tell", ("R1", "R2"))


def test_a_meeting_about_one_more_of_several_may_be_about_them(held: Held) -> None:
    text = "1. No Party shall shell.\n\n2. If three or more shellings happen within 48 hours, "
    text += "the Commission shall meet within 24 hours.\n"
    shelled = [SHELLED | {"id": f"S{hour}", "event_earliest": f"2031-03-05T1{hour}:00"} for hour in range(4)]
    met = MET | {"act": "meeting", "event_earliest": "2031-03-06T08:00", "about": "S3"}
    one = held(text, [*shelled, met]).verdicts[-1]
    assert (one.occasion, one.verdict) == ("S2", "cannot tell")
    assert "R2 is about S3, and may be about this, too" in one.why
    assert held(text, shelled).verdicts[-1].verdict == "overdue"
