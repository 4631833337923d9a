"""Acts that a report names and does not tell of as done."""

from __future__ import annotations

import pytest

from parley.monitoring.acts import act_of, told_by
from parley.monitoring.truth import Truth
from parley.monitoring.undone import is_denied, tells_of_none

from .conftest import Held, Row

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("withdraw", "refusal by Orlavia to withdraw"),
        ("withdraw", "failed to withdraw"),
        ("withdraw", "non-withdrawal"),
        ("withdraw", "withdrawal of tanks was refused"),
        ("release", "release of 20 prisoners denied"),
        ("release", "failure to withdraw and release"),
        ("meet", "meeting - called off"),
        ("shell", "denial of shelling"),
        ("shell", "no shelling"),
        ("shell", "no shots heard"),
        ("shell", "no violation observed"),
        ("withdraw", "no incidents"),
    ],
)
def test_what_was_surely_not_done(act: str, said: str) -> None:
    assert act_of(said) is None
    assert tells_of_none(act, said)
    assert told_by(act, said, None).truth is NO


@pytest.mark.parametrize(
    ("said", "denied"), [("no shelling", True), ("no shots heard", False), ("no incidents", False)]
)
def test_what_is_denied_is_the_act_or_a_case_of_it(said: str, denied: bool) -> None:
    assert is_denied("shell", said) is denied


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("release", "planned release"),
        ("release", "release (postponed)"),
        ("withdraw", "promise to withdraw"),
        ("withdraw", "withdrawal stalled"),
        ("shell", "preparations for shelling"),
        ("shell", "shelling (denied by Kestria)"),
        ("shell", "victim of shelling"),
        ("shell", "condemned shelling"),
        ("shell", "shelling denied"),
        ("shell", "shelling drill"),
        ("withdraw", "withdrawal from the refusal line"),
        ("withdraw", "withdrawal of tanks from the planned zone"),
        ("shell", "shelling stopped the convoy"),
        ("shell", "shelling after the failed meeting"),
        ("detain", "detention of those who refused to leave"),
        ("shell", "cessation of all artillery shelling"),
        ("shell", "refusal to stop shelling"),
        ("attack", "attack plan"),
        ("attack", "attack averted by the Commission"),
        ("enter", "attempted entry"),
        ("attack", "foiled attack"),
        ("attack", "unconfirmed attack"),
        ("withdraw", "announced withdrawal"),
        ("attack", "plot to attack"),
        ("shell", "orders to shell"),
        ("fire", "cease-fire"),
        ("fire", "held fire"),
        ("fire", "fire (forest)"),
        ("fire", "fire extinguished"),
    ],
)
def test_what_was_not_done_yet_or_no_more_or_is_another_thing(act: str, said: str) -> None:
    assert act_of(said) is None
    assert not is_denied(act, said)
    assert told_by(act, said, None).truth is UNKNOWN


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("denial of access", "deny-access"),
        ("access denied", "deny-access"),
        ("cease-fire violation", "violate"),
        ("violation of the cessation of hostilities", "violate"),
        ("cease-fire line crossing", "cross"),
        ("end of truce", "terminate"),
        ("planned release carried out", "release"),
        ("fire brigade attacked", "attack"),
        ("repelled attack", "attack"),
        ("Non-violent transfer of territory", "deliver"),
    ],
)
def test_a_word_that_governs_something_else_leaves_the_act(said: str, act: str) -> None:
    assert act_of(said) == act


@pytest.mark.parametrize(
    ("wanted", "truth"), [("inspect", NO), ("deny-access", UNKNOWN), ("violate", UNKNOWN), ("shell", NO)]
)
def test_what_was_not_done_concerns_its_own_act_and_what_hinders_one(wanted: str, truth: Truth) -> None:
    assert told_by(wanted, "inspection refused", None).truth is truth


@pytest.mark.parametrize(
    ("said", "attack", "threat"),
    [
        ("attempted attack", UNKNOWN, UNKNOWN),
        ("attack averted", UNKNOWN, UNKNOWN),
        ("cessation of attacks", UNKNOWN, UNKNOWN),
        ("planned attack", NO, UNKNOWN),
        ("preparations for an attack", NO, UNKNOWN),
        ("warned of an attack", NO, UNKNOWN),
        ("threatened attack", NO, YES),
        ("threat to attack", NO, YES),
        ("planned withdrawal", NO, NO),
        ("attack", YES, NO),
    ],
)
def test_what_was_only_planned_or_threatened_breaks_no_ban_but_one_on_threats(
    said: str, attack: Truth, threat: Truth
) -> None:
    assert told_by("attack", said, None, happened=True).truth is attack
    assert told_by("threaten", said, None, happened=True).truth is threat


@pytest.mark.parametrize(
    ("said", "ban", "duty"),
    [
        ("attack", "breached", "overdue"),
        ("attempted attack", "cannot tell", "cannot tell"),
        ("planned attack", "kept", "pending"),
        ("threat of attack", "kept", "pending"),
    ],
)
def test_an_attempt_may_have_set_a_duty_off_and_a_plan_did_not(held: Held, said: str, ban: str, duty: str) -> None:
    text = "1. No Party shall attack. {#a}\n2. If a Party attacks, it shall pay compensation within 24 hours. {#b}\n"
    row: Row = {"id": "r1", "event_earliest": "2031-03-02", "act": said, "actor": "KES", "claimant": "Commission"}
    told = held(text, [row], effort="HAL,satellite,everywhere,2031-03-01,2031-03-31,1,\n").verdicts
    assert [one.verdict for one in told if one.bearer == "KES"] == [ban, duty]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("release", "kept"), ("refusal to release", "overdue"), ("release postponed", "cannot tell")],
)
def test_a_duty_is_not_kept_by_what_was_not_done(held: Held, said: str, verdict: str) -> None:
    row: Row = {"id": "r1", "event_earliest": "2031-03-02", "act": said, "object": "prisoners", "actor": "KES"}
    row |= {"claimant": "Commission", "life": "found", "found_by": "Commission"}
    judged = held("Kestria shall release all prisoners by D+5. {#a}\n", [row]).verdicts
    assert [one.verdict for one in judged] == [verdict]
