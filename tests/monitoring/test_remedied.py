"""What says that an act was remedied tells of the remedy, though it repeats the act."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")

BAN = "1. No Party shall shell from 2031-03-06. {#ban}\n"
REMEDY = BAN + "2. Each Party shall remedy every breach of Article 1 within 5 days of the finding. {#remedy}\n"


def shelling(day: str, **more: Any) -> Row:
    told = {"id": "r1", "event_earliest": day, "act": "shelling", "actor": "KES", "claimant": "JVC"}
    return {**told, **more}


def remedied(**more: Any) -> Row:
    told = {"id": "m1", "about": "r1", "life": "remedied", "found_by": "JVC"}
    return shelling("2031-03-10", **(told | more))


def of_kestria(held: Held, text: str, *rows: Row) -> list[tuple[str, str | None, tuple[str, ...]]]:
    told = held(text, list(rows)).verdicts
    return [(one.verdict.value, one.finding, one.reports) for one in told if one.bearer == "KES"]


@pytest.mark.parametrize("more", [{}, {"act": ""}, {"act": "attack"}, {"claimant": "KES", "found_by": ""}])
def test_the_remedy_of_what_came_before_the_ban_is_no_breach(held: Held, more: Row) -> None:
    assert of_kestria(held, BAN, shelling("2031-03-02"), remedied(**more)) == [("cannot tell", None, ())]


def test_what_a_body_found_remedied_it_found(held: Held) -> None:
    rows = shelling("2031-03-07", claimant="ORL"), remedied()
    assert of_kestria(held, BAN, *rows) == [("breached", "found", ("r1",))]
    assert "it was remedied since" in held(BAN, list(rows)).verdicts[0].why


@pytest.mark.parametrize("about", ["r1", "f1"])
def test_it_keeps_the_duty_to_remedy(held: Held, about: str) -> None:
    finding = shelling("2031-03-08", id="f1", act="finding", about="r1", life="found", found_by="JVC")
    rows = [shelling("2031-03-07", claimant="ORL"), finding, remedied(about=about)]
    assert of_kestria(held, REMEDY, *rows)[1] == ("kept", None, ("r1", "m1"))


def test_an_incident_that_is_told_as_remedied_is_one_and_needs_no_more_remedy(held: Held) -> None:
    told = of_kestria(held, REMEDY, remedied(about=""))
    assert told == [("breached", "found", ("m1",)), ("kept", None, ("m1",))]


def test_about_nothing_it_may_be_the_remedy_of_what_was_told_before(held: Held) -> None:
    assert of_kestria(held, BAN, shelling("2031-03-02"), remedied(about="")) == [("cannot tell", None, ("m1",))]
    told = of_kestria(held, BAN, shelling("2031-03-07"), remedied(about=""))
    assert told == [("breached", "alleged", ("r1",))]


def test_what_another_did_before_is_another_event(held: Held) -> None:
    told = of_kestria(held, BAN, shelling("2031-03-02", actor="ORL"), remedied(about=""))
    assert told == [("breached", "found", ("m1",))]


def test_another_act_that_remedied_it_stays_that_act(held: Held) -> None:
    text = "1. Kestria shall withdraw its tanks by 2031-03-15. {#a}\n"
    rows = shelling("2031-03-02", act="placing", object="tanks"), remedied(act="withdrawal", object="tanks")
    assert of_kestria(held, text, *rows) == [("kept", None, ("m1",))]


@pytest.mark.parametrize(
    ("duty", "told", "verdict"),
    [
        ("repair the damage", "compensation paid for the houses", "kept"),
        ("make good the damage", "compensation paid for the houses", "kept"),
        ("make good the damage", "houses rebuilt", "kept"),
        ("repair the damage", "damage made good", "kept"),
        ("compensate the victims", "compensation paid for the houses", "kept"),
        ("compensate the victims", "houses rebuilt", "cannot tell"),
    ],
)
def test_what_a_body_says_was_remedied_was_made_good(held: Held, duty: str, told: str, verdict: str) -> None:
    text = (
        "1. No Party shall shell the other Party. {#fire}\n\n"
        f"2. A Party found in breach of Article 1 shall {duty} within 10 days of the finding. {{#good}}\n"
    )
    shelled = {"event_earliest": "2031-03-04", "act": "shelling", "actor": "KES", "counterpart": "ORL"}
    rows = [
        {**shelled, "id": "r1", "claimant": "ORL"},
        {**shelled, "id": "r2", "claimant": "JVC", "about": "r1", "life": "found", "found_by": "Commission"},
        {"id": "r3", "event_earliest": "2031-03-09", "act": told, "actor": "KES", "claimant": "JVC", "about": "r1"},
    ]
    rows[1]["reported"] = "2031-03-06"
    rows[2] |= {"life": "remedied", "found_by": "Commission"}
    [one] = [v for v in held(text, rows).verdicts if v.provision == "good" and v.bearer == "KES"]
    assert one.verdict.value == verdict
