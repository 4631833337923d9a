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


DIG = "1. The Parties shall refrain from digging new trenches and from shelling the Gulf Zone. {#dig}\n"
DUG = {**CLAIM, "act": "dug a trench", "object": "trench", "latitude": -42.5, "longitude": 92.5, "radius_m": 50}
CLEARS = ["no new trench", "not a trench", "no breach", "no violation found", "unfounded", "found to be unfounded"]
CLEARS += ["cleared of it", "not confirmed", "claim not confirmed", "could not be confirmed", "did not take place"]
CLEARS += ["no evidence of a trench", "no trench was dug", "nothing found", "denied", "refuted"]


@pytest.mark.parametrize("act", CLEARS)
def test_a_finding_that_there_was_none_lifts_the_claim_in_whatever_words(held: Held, act: str) -> None:
    finding = told(act, actor="KES", claimant="Commission", life="found", found_by="Commission")
    assert held(DIG, [DUG]).verdicts[0].verdict == "breached"
    result = held(DIG, [DUG, finding])
    assert result.verdicts[0].verdict == "cannot tell"
    assert any("found not to be so" in note for note in result.notes)


@pytest.mark.parametrize("act", ["no shelling", "no mines found", "trench confirmed"])
def test_a_finding_of_something_else_clears_nothing(held: Held, act: str) -> None:
    finding = told(act, actor="KES", claimant="Commission", life="found", found_by="Commission")
    assert held(DIG, [DUG, finding]).verdicts[0].verdict == "breached"


INQUIRY = (
    DIG + "2. Where a Party gives notice of an alleged breach of this Agreement, the Commission shall communicate its "
    "finding to both Parties within 10 days of the notice. {#inquiry}\n"
)


def _finding(held: Held, act: str, made: str) -> Any:
    notice = told("gave notice of a breach", id="N1", actor="ORL", claimant="ORL")
    finding = told(act, id="F1", actor="KES", claimant="Commission", life="found", found_by="Commission", reported=made)
    for about in ("R1", "N1"):
        verdicts = held(INQUIRY, [DUG, notice, {**finding, "about": about}]).verdicts
        yield next(one for one in verdicts if one.provision == "inquiry")


@pytest.mark.parametrize("act", ["no new trench", "unfounded", "denied"])
def test_a_finding_that_clears_is_a_finding_made(held: Held, act: str) -> None:
    for verdict in _finding(held, act, "2031-03-12"):
        assert verdict.verdict == "cannot tell"  # to whom it was sent, and when, is not said
        assert "whom it told so" in verdict.why


@pytest.mark.parametrize("act", ["no new trench", "dug a trench"])
def test_what_was_found_too_late_was_not_sent_in_time(held: Held, act: str) -> None:
    assert {one.verdict for one in _finding(held, act, "2031-03-20")} == {"breached"}
