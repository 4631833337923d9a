"""Duties within a time of a request: who was asked, for what; and what was refused."""

from __future__ import annotations

from typing import Any

import pytest

from parley.monitoring import watching

from .conftest import Held, Row

TEXT = "1. Each Party shall grant access to any place within 12 hours of a request by the Commission. {#a}\n"


@pytest.fixture(params=[10**9, 0], ids=["as values", "as columns"], autouse=True)
def both_ways(request: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MANY", request.param)


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
        ([request(), granted("2031-03-07T12:00Z", act="access denied")], "overdue", "pending"),
        ([request(counterpart="")], "cannot tell", "cannot tell"),
        ([request(act="request")], "cannot tell", "pending"),
        ([request(act="request for a meeting")], "pending", "pending"),
        ([request(actor="ORL", claimant="ORL")], "pending", "pending"),
    ],
)
def test_who_is_asked_for_it_owes_it(held: Held, rows: list[Row], kes: str, orl: str) -> None:
    assert (of(held, "KES", *rows), of(held, "ORL", *rows)) == ([kes], [orl])


def test_what_is_refused_was_asked_for_and_nobody_knows_when(held: Held) -> None:
    refusal = granted("2031-03-07T12:00Z", act="denied access", about="")
    [told] = [one for one in held(TEXT, [refusal]).verdicts if one.bearer == "KES"]
    assert (told.verdict, told.reports) == ("cannot tell", ("g1",))
    assert "It was asked for, then; when is not said" in told.why
    assert of(held, "ORL", refusal) == ["pending"]
    assert of(held, "KES", refusal | {"counterpart": "HAL"}) == ["pending"]
