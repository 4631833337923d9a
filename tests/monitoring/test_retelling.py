"""A body's finding tells of the event of the report that it is about, whatever its own date and act."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.test_watching import kestria, shot

pytestmark = pytest.mark.usefixtures("both_ways")

EARLY = "1. No Party shall fire at the forces of the other Party until 2031-03-12. {#fire}\n"
LATE = "1. No Party shall fire at the forces of the other Party from 2031-03-12. {#fire}\n"
FOUND = {"life": "found", "found_by": "JVC", "claimant": "JVC", "about": "r1"}


def finding(id: str = "f1", **more: Any) -> dict[str, Any]:
    return {**shot(id, event_earliest="2031-03-14", reported="2031-03-14"), **FOUND, **more}


def stands(result: Any) -> tuple[str, Any]:
    verdict = kestria(result)
    return str(verdict.verdict), verdict.finding


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"actor": ""},
        {"act": "attack"},
        {"act": "shelling"},
        {"act": "violation"},
        {"act": ""},
        {"act": "", "actor": ""},
        {"act": "", "actor": "JVC"},
        {"act": "finding", "actor": "JVC"},
    ],
)
def test_it_tells_of_the_event_that_it_is_about(held: Any, more: dict[str, Any]) -> None:
    assert stands(held(EARLY, [shot(), finding(**more)])) == ("breached", "found")
    after = held(LATE, [shot(), finding(**more)])
    assert all(verdict.reports == () for verdict in after.verdicts)


def test_a_finding_about_a_finding_or_about_what_was_corrected_tells_of_the_same_event(held: Any) -> None:
    chain = [shot(), finding(act=""), finding("f2", about="f1", event_earliest="2031-03-15", reported="2031-03-15")]
    corrected = [shot(), shot("r2", corrects="r1", reported="2031-03-12"), finding()]
    for rows in (chain, corrected):
        assert stands(held(EARLY, rows)) == ("breached", "found")
        assert kestria(held(LATE, rows)).reports == ()


def test_its_own_time_counts_where_it_is_a_part_of_the_events(held: Any) -> None:
    rows = [shot(event_earliest="2031-03-09", event_latest="2031-03-14", reported="2031-03-14"), finding()]
    assert stands(held(LATE, rows)) == ("breached", "found")


@pytest.mark.parametrize(
    "more",
    [
        {"life": "alleged"},
        {"life": "alleged", "found_by": "", "claimant": "HAL"},
        {"found_by": "The Mirror"},
        {"about": ""},
        {"about": "r9"},
    ],
)
def test_what_is_no_finding_about_it_tells_of_its_own_event(held: Any, more: dict[str, Any]) -> None:
    told = held(LATE, [shot(), finding(**more)])
    assert any("f1" in verdict.reports for verdict in told.verdicts)


def test_what_a_body_found_to_have_followed_has_its_own_time(held: Any) -> None:
    text = "1. Kestria shall withdraw its tanks by 2031-03-15. {#fire}\n"
    rows = [shot(), finding(act="withdrawal", object="tanks", actor="KES")]
    assert "14 March" in kestria(held(text, rows)).why


def test_what_another_did_by_a_finding_without_an_act_is_left_open(held: Any) -> None:
    told = held(LATE, [shot(), finding(act="", actor="ORL")])
    assert [verdict.verdict.value for verdict in told.verdicts if verdict.bearer == "ORL"] == ["cannot tell"]


def test_that_another_did_it_was_when_it_was_done(held: Any) -> None:
    rows = [shot(), finding(actor="ORL", counterpart="KES")]
    [early] = [verdict for verdict in held(EARLY, rows).verdicts if verdict.bearer == "ORL"]
    assert (early.verdict, early.finding, early.reports) == ("breached", "found", ("f1",))
    assert all(verdict.reports == () for verdict in held(LATE, rows).verdicts)


def test_a_finding_may_name_who_did_what_nobody_was_named_for(held: Any) -> None:
    assert stands(held(EARLY, [shot(actor=""), finding(act="")])) == ("breached", "found")
    assert kestria(held(LATE, [shot(actor=""), finding(act="")])).reports == ()
