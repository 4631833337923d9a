"""A finding, a report, an inquiry, a reply that is owed sets nothing off: what it is about does."""

from __future__ import annotations

from typing import Any

import pytest

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"


def row(id: str, day: int, **more: Any) -> dict[str, Any]:
    at = f"2031-03-{day:02}T10:00"
    told = {"id": id, "event_earliest": at, "event_latest": at, "reported": at, "claimant": "ORL", "actor": "ORL"}
    return {**told, **more}


def shot(**more: Any) -> dict[str, Any]:
    return row("i1", 5, act="shell", object="mortar", actor="KES", counterpart="ORL", **more)


def by_commission(day: int, act: str, about: str = "i1") -> dict[str, Any]:
    return row("p1", day, act=act, actor="JVC", claimant="JVC", about=about)


COMPLAINT = row("c1", 6, act="complaint", counterpart="JVC", about="i1")
NOTICE = row("n1", 6, act="notice", counterpart="KES", about="i1")


def told(held: Any, duty: str, *rows: dict[str, Any]) -> dict[Any, str]:
    result = held(f"{FIRE}2. {duty} {{#duty}}\n", [shot(), *rows])
    return {(one.bearer, one.occasion): one.verdict.value for one in result.verdicts if one.provision == "duty"}


@pytest.mark.parametrize(
    "duty",
    [
        "publish a finding on every incident within 5 days",
        "issue findings on all incidents within 5 days",
        "issue a report on each violation within 48 hours",
        "send the Parties a written report on every breach within 48 hours",
        "begin an inquiry into each incident reported to it within 24 hours",
        "determine the facts of every incident within 5 days",
        "convene on every violation within 72 hours",
        "publish its findings with regard to each incident within 5 days",
    ],
)
def test_what_has_to_be_made_of_each_incident_is_owed_from_the_incident_on(held: Any, duty: str) -> None:
    assert told(held, f"The Commission shall {duty}.") == {("Commission", "i1"): "overdue"}


@pytest.mark.parametrize(
    "duty",
    [
        "Within 5 days the Commission shall publish a finding on every incident.",
        "A finding on every incident shall be published by the Commission within 5 days.",
    ],
)
def test_in_whatever_order_it_is_said(held: Any, duty: str) -> None:
    assert told(held, duty) == {("Commission", "i1"): "overdue"}


@pytest.mark.parametrize(
    ("duty", "occasion"),
    [
        ("The Commission shall open an inquiry into any complaint within 3 days.", {("Commission", "c1"): "overdue"}),
        ("The Commission shall give its decision on each complaint within 4 days.", {("Commission", "c1"): "overdue"}),
        ("The accused Party shall submit its comments on each complaint within 2 days.",
         {("KES", "c1"): "overdue", ("ORL", None): "pending"}),
    ],
)  # fmt: skip
def test_what_is_about_a_complaint_is_owed_from_the_complaint_on(held: Any, duty: str, occasion: Any) -> None:
    assert told(held, duty, COMPLAINT) == occasion


@pytest.mark.parametrize(
    "duty",
    [
        "Each Party shall reply to every notice within 24 hours.",
        "The Party concerned shall give a reply to every notice within 24 hours.",
    ],
)
def test_what_answers_a_notice_is_owed_from_the_notice_on(held: Any, duty: str) -> None:
    assert told(held, duty, NOTICE) == {("KES", "n1"): "overdue", ("ORL", None): "pending"}


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (by_commission(8, "published a finding"), "kept"),
        (by_commission(20, "published a finding"), "breached"),
        (by_commission(8, "finding"), "cannot tell"),  # whether it was published, too, is not said
        (row("f1", 5, act="shell", actor="KES", counterpart="ORL", claimant="JVC", about="i1", life="found",
             found_by="JVC") | {"reported": "2031-03-08"}, "cannot tell"),
        (row("f1", 5, act="shell", actor="KES", counterpart="ORL", claimant="JVC", about="i1", life="found",
             found_by="JVC") | {"reported": "2031-03-20"}, "breached"),
    ],
)  # fmt: skip
def test_a_finding_shows_that_it_was_published_if_it_is_told_so(held: Any, row: dict[str, Any], verdict: str) -> None:
    duty = "The Commission shall publish a finding on every incident within 5 days."
    assert told(held, duty, row) == {("Commission", "i1"): verdict}


@pytest.mark.parametrize(
    "duties",
    [
        "visit the site of each incident within 24 hours and publish a report within 5 days",
        "investigate each incident within 48 hours and shall publish a finding within 5 days",
    ],
)
def test_what_is_made_of_what_the_duty_in_front_is_about_is_of_the_same(held: Any, duties: str) -> None:
    result = held(f"{FIRE}2. The Commission shall {duties}. {{#duty}}\n", [shot()])
    assert [(one.occasion, one.verdict) for one in result.verdicts[2:]] == [("i1", "overdue")] * 2


@pytest.mark.parametrize("thing", ["a finding", "a written report", "its first report"])
def test_a_paper_that_is_owed_is_not_what_its_time_is_counted_from(held: Any, thing: str) -> None:
    assert told(held, f"The Commission shall publish {thing} within 5 days.", COMPLAINT) == {
        ("Commission", None): "cannot tell"
    }


def test_every_finding_sets_off_what_is_owed_on_it(held: Any) -> None:
    found = shot(life="found", found_by="JVC") | {"claimant": "JVC"}
    duty = "The Commission shall communicate each finding to the Parties within 2 days."
    result = held(f"{FIRE}2. {duty} {{#duty}}\n", [found])
    assert [one.occasion for one in result.verdicts if one.provision == "duty"] == ["i1"]


@pytest.mark.parametrize("since", ["of it", "of that"])
def test_a_time_may_run_from_what_the_duty_in_front_is_about(held: Any, since: str) -> None:
    duties = f"inquire into each incident and shall send its finding to the Parties within 5 days {since}"
    result = held(f"{FIRE}2. The Commission shall {duties}. {{#duty}}\n", [shot()])
    assert [(one.occasion, one.verdict) for one in result.verdicts[3:]] == [("i1", "overdue")]


@pytest.mark.parametrize("who", ["Warships of a Party", "A warship of a Party", "No warship of either Party"])
def test_ships_of_a_party_bind_the_parties(held: Any, who: str) -> None:
    ban = f"1. {who} shall {'' if who.startswith('No') else 'not '}enter the Gulf Zone. {{#ships}}\n"
    entry = row("e1", 5, act="entered", object="frigate", latitude=-42.5, longitude=92.5, radius_m=50)
    told = {one.bearer: one.verdict.value for one in held(ban, [{**entry, "actor": "KES"}]).verdicts}
    assert told == {"KES": "breached", "ORL": "cannot tell"}


@pytest.mark.parametrize("act", ["radio check", "radio check held", "held a radio check"])
def test_what_has_to_be_held_is_held_by_its_name(held: Any, act: str) -> None:
    duty = "1. The Commission shall hold a radio check with the operations rooms every Monday. {#check}\n"
    by_it = {"act": act, "object": "operations rooms", "actor": "Commission", "claimant": "Commission"}
    rows = [row(f"c{day}", day, **by_it) for day in (3, 10, 17)]
    [one] = held(duty, rows, as_of="2031-03-20T12:00").verdicts
    assert one.verdict == "kept"
    [one] = held(duty, rows[:2], as_of="2031-03-20T12:00").verdicts
    assert one.verdict == "overdue"
