"""Whom a text means by its own word for a party, and who it says may find, when reports are held against it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.framework import parse
from parley.model import TEAM
from parley.monitoring import load_reports, watch

from .conftest import Row, table

CLANS = """---
parties: {OST: Ostani clan, BEL: Belghar clan}
others: {ELD: Council of Elders of the Seven Villages}
d_day: 2031-03-01
---

The Ostani clan and the Belghar clan have sworn this before the Council of Elders of the Seven Villages (the Elders).

"""
STATES = """---
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
others: {JVC: Joint Verification Commission}
d_day: 2031-03-01
---

Kestria and the Orlavian Union (each a State) agree.

"""


def held(text: str, *rows: Row, as_of: str = "2031-03-31") -> list[tuple[str | None, str, str | None]]:

    reports, _ = load_reports(table(list(rows)), "reports/incidents.csv", TEAM)
    moment = dt.datetime.fromisoformat(as_of).replace(tzinfo=dt.UTC)
    return [
        (one.bearer, one.verdict.value, one.finding) for one in watch(parse(text), (), reports, (), moment).verdicts
    ]


def owed(text: str, *rows: Row) -> list[tuple[str | None, str, str | None]]:
    """The same without those for whom nothing set it off."""
    return [one for one in held(text, *rows) if one[1] != "pending"]


def shots(id: str = "r1", **more: Any) -> Row:
    told = {"id": id, "event_earliest": "2031-03-05T10:00", "reported": "2031-03-05T11:00", "act": "fired at"}
    return {**told, "object": "house", "actor": "OST", "counterpart": "BEL", "claimant": "BEL", **more}


def notice(id: str = "r2", **more: Any) -> Row:
    told = {"id": id, "event_earliest": "2031-03-05T15:00", "reported": "2031-03-05T16:00", "act": "notice"}
    return {**told, "actor": "BEL", "claimant": "ELD", "about": "r1", **more}


def test_a_clans_duty_is_that_of_the_clan_which_was_shot_at() -> None:
    text = f"{CLANS}1. A clan that is shot at tells the Elders within one day.\n"
    assert owed(text, shots(), notice()) == [("BEL", "kept", None)]
    assert owed(text, shots()) == [("BEL", "cannot tell", None)]


def test_whose_deed_sets_it_off_is_told_by_the_texts_own_word_as_by_party() -> None:
    text = f"{CLANS}1. If a clan shoots at a house, it shall pay 100 crowns to the other clan within 2 days.\n"
    assert [bearer for bearer, _, _ in owed(text, shots())] == ["OST"]


def test_each_state_is_every_party() -> None:
    text = f"{STATES}1. Each State shall notify the Commission of every strike on its villages within 12 hours.\n"
    told = shots(actor="KES", counterpart="ORL", claimant="ORL", act="strike", object="village")
    assert owed(text, told, notice(actor="ORL", claimant="JVC")) == [("ORL", "kept", None)]


def test_what_a_stranger_to_the_text_owes_is_not_pending_once_something_set_it_off() -> None:
    text = (
        STATES.replace(" (each a State)", "")
        + "1. Each State shall grant the Commission access within 24 hours of a request.\n"
    )
    asked = {
        "id": "r1",
        "event_earliest": "2031-03-05",
        "act": "request for access",
        "actor": "JVC",
        "counterpart": "KES",
    }
    assert [verdict for _, verdict, _ in held(text, {**asked, "claimant": "JVC"})] == ["cannot tell"]
    assert [verdict for _, verdict, _ in held(text)] == ["pending"]


@pytest.mark.parametrize(
    "speaks",
    [
        "2. The Elders tell both clans what they found within five days of a complaint.",
        "2. A clan that the Elders find to have broken point 1 shall pay 100 crowns within seven days of the finding.",
        "2. Both clans shall accept the Elders' finding within 2 days.",
        "2. The Elders shall publish their findings every week.",
    ],
)
def test_a_body_of_whose_findings_the_text_speaks_may_find(speaks: str) -> None:
    text = f"{CLANS}1. Neither clan shoots at the other.\n\n"
    found = shots(life="found", found_by="Elders")
    assert held(text + speaks, found)[0] == ("OST", "breached", "found")
    assert held(text, found)[0] == ("OST", "breached", "alleged")


def test_of_a_body_that_may_find_its_own_log_is_believed() -> None:
    text = f"{CLANS}1. The Elders tell both clans what they found within five days of a complaint.\n\n"
    sat = {"event_latest": "", "act": "sat", "actor": "ELD", "claimant": "ELD"}
    rows = [{**sat, "id": f"s{day}", "event_earliest": f"2031-03-{day:02}"} for day in (7, 21, 28)]
    (one,) = held(f"{text}2. The Elders sit every Friday.\n", *rows)[1:]
    assert one[1] in ("breached", "overdue")


def test_what_a_party_wants_to_do_no_report_tells() -> None:
    text = f"{CLANS}1. A clan that wants to leave the truce tells the Elders ten days before.\n"
    gone = {"id": "r1", "event_earliest": "2031-03-05", "act": "handed in", "object": "rifles", "actor": "OST"}
    assert [verdict for _, verdict, _ in held(text, {**gone, "claimant": "ELD"})] == ["cannot tell"] * 2
