"""Denials in the words of those who deny: "denied", "denied the claim", and the finding that it was not so."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held

pytestmark = pytest.mark.usefixtures("both_ways")

MINES = "1. No Party shall lay mines.\n"
LAID = {"id": "R1", "event_earliest": "2031-03-05", "reported": "2031-03-06", "act": "mining", "object": "mines"}
CLAIM = {**LAID, "actor": "KES", "claimant": "ORL"}


def told(act: str, **more: Any) -> dict[str, Any]:
    return {"id": "R2", "event_earliest": "2031-03-07", "reported": "2031-03-07", "act": act, "about": "R1", **more}


@pytest.mark.parametrize("act", ["denied", "Denied", "strongly denied", "denied the claim", "disputed", "denied it"])
def test_a_denial_in_the_past_is_one(held: Held, act: str) -> None:
    why = held(MINES, [CLAIM, told(act, actor="KES", claimant="KES")]).verdicts[0].why
    assert "KES denies it (R2)" in why


@pytest.mark.parametrize("thing", ["", "mines"])
def test_what_a_body_found_denied_is_set_aside(held: Held, thing: str) -> None:
    finding = told("denied", object=thing, claimant="Commission", life="found", found_by="Commission")
    assert held(MINES, [CLAIM, finding]).verdicts[0].verdict == "cannot tell"


def test_a_thing_that_somebody_was_denied_is_no_denial_of_a_report(held: Held) -> None:
    result = held(MINES, [CLAIM, told("denied", object="convoy", actor="KES", claimant="ORL")])
    assert result.verdicts[0].verdict == "breached"
    assert "denies" not in result.verdicts[0].why
