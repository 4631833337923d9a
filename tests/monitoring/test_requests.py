"""Duties within a time of a request: who was asked, for what; and what was refused."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")

TEXT = "1. Each Party shall grant access to any place within 12 hours of a request by the Commission. {#a}\n"


def request(**more: Any) -> Row:
    told = {"id": "q1", "event_earliest": "2031-03-07T08:00Z", "reported": "2031-03-07T08:00Z", "actor": "JVC"}
    return {**told, "act": "request for access", "counterpart": "KES", "claimant": "JVC", **more}


def granted(hour: str, **more: Any) -> Row:
    told = {"id": "g1", "event_earliest": hour, "reported": hour, "act": "access granted", "actor": "KES"}
    return {**told, "counterpart": "JVC", "claimant": "JVC", "about": "q1", **more}


def of(held: Held, party: str, *rows: Row) -> list[str]:
    return [one.verdict.value for one in held(TEXT, list(rows)).verdicts if one.bearer == party]


@pytest.mark.parametrize(
    ("rows", "kes", "orl"),
    [
        ([], "pending", "pending"),
        ([request()], "overdue", "pending"),
        ([request(act="access request")], "overdue", "pending"),
        ([request(act="request", object="access to Osk")], "overdue", "pending"),
        ([request(), granted("2031-03-07T19:00Z")], "kept", "pending"),
        ([request(), granted("2031-03-07T21:00Z")], "breached", "pending"),
        ([request(), granted("2031-03-07T12:00Z", act="access denied")], "breached", "pending"),
        ([request(counterpart="")], "cannot tell", "cannot tell"),
        ([request(act="request")], "cannot tell", "pending"),
        ([request(act="request for a meeting")], "pending", "pending"),
        ([request(actor="ORL", claimant="ORL")], "pending", "pending"),
    ],
)
def test_who_is_asked_for_it_owes_it(held: Held, rows: list[Row], kes: str, orl: str) -> None:
    assert (of(held, "KES", *rows), of(held, "ORL", *rows)) == ([kes], [orl])


def refusal(hour: str = "2031-03-07T12:00Z", **more: Any) -> Row:
    return granted(hour, id="r1", act="denied access", about="", **more)


def told(held: Held, *rows: Row, as_of: str = "2031-03-31T12:00") -> Any:
    [one] = [each for each in held(TEXT, list(rows), as_of=as_of).verdicts if each.bearer == "KES"]
    return one


def test_what_is_refused_was_asked_for_before(held: Held) -> None:
    one = told(held, refusal())
    assert (one.verdict, one.finding, one.reports) == ("breached", "alleged", ("r1",))
    assert "What was refused had been asked for" in one.why
    assert of(held, "ORL", refusal()) == ["pending"]
    assert of(held, "KES", refusal(counterpart="HAL")) == ["pending"]
    assert told(held, refusal(life="found", found_by="JVC")).finding == "found"


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([refusal(), granted("2031-03-07T20:00Z", about="")], "cannot tell"),  # perhaps within 12 hours of the request
        ([refusal(), granted("2031-03-08T20:00Z", about="")], "breached"),
        ([refusal(), granted("2031-03-07T08:00Z", about="")], "breached"),  # another time
        ([refusal(actor="KES or ORL")], "cannot tell"),
    ],
)
def test_what_was_granted_after_all(held: Held, rows: list[Row], verdict: str) -> None:
    assert told(held, *rows).verdict == verdict


def test_the_time_for_what_was_refused_may_not_be_over(held: Held) -> None:
    assert told(held, refusal(), as_of="2031-03-07T18:00").verdict == "cannot tell"
    assert told(held, refusal(), as_of="2031-03-08T18:00").verdict == "breached"


ACCESS = "1. Each Party shall grant the Commission access to any place within 12 hours of a request. {#a}\n"
ASKED = ["asked to be let in", "wanted to inspect the depot", "request to visit", "asked to enter", "asked for entry"]
LET_IN = ["let us in", "let the team in", "admitted our team", "waved us through"]
REFUSED = ["guards would not open the gate", "would not let us in", "turned us away", "refused to let us in"]


def _access(held: Held, asked: str, answer: str, hour: str) -> Any:
    told = held(ACCESS, [request(act=asked), granted(hour, act=answer, object="inspectors")])
    return next(one for one in told.verdicts if one.bearer == "KES")


@pytest.mark.parametrize("asked", ASKED)
def test_who_wants_to_be_let_in_asks_for_access(held: Held, asked: str) -> None:
    assert _access(held, asked, "let in", "2031-03-07T19:00Z").verdict == "kept"
    assert _access(held, asked, "let in", "2031-03-08T19:00Z").verdict == "breached"


@pytest.mark.parametrize("answer", LET_IN)
def test_who_lets_us_in_grants_access(held: Held, answer: str) -> None:
    assert _access(held, "request for access", answer, "2031-03-07T19:00Z").verdict == "kept"


@pytest.mark.parametrize("answer", REFUSED)
def test_what_was_asked_for_and_refused_is_breached_when_its_time_is_over(held: Held, answer: str) -> None:
    one = _access(held, "request for access", answer, "2031-03-07T19:00Z")
    assert (one.verdict, one.finding) == ("breached", "alleged")
    assert "It was refused" in one.why
