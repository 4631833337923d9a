"""What several did together: each of them did it, as far as it is told of each."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")

SHELL = "1. No Party shall shell. {#a}\n"
EACH = "1. The Parties shall exchange 100 prisoners each by D+10. {#a}\n"
SHARED = "1. The Parties shall exchange 100 prisoners by D+10. {#a}\n"


def row(id: str = "r1", **more: Any) -> Row:
    told = {"id": id, "event_earliest": "2031-03-05", "act": "shelling", "actor": "KES and ORL", "claimant": "JVC"}
    return {**told, **more}


def swap(actor: str, **more: Any) -> Row:
    return row(act="exchange", object="prisoners", count=100, actor=actor, **more)


def by_party(held: Held, text: str, *rows: Row) -> dict[str | None, tuple[str, str | None]]:
    return {one.bearer: (one.verdict.value, one.finding) for one in held(text, list(rows)).verdicts}


def test_each_of_two_who_are_named_breached_a_ban(held: Held) -> None:
    assert by_party(held, SHELL, row()) == {"KES": ("breached", "alleged"), "ORL": ("breached", "alleged")}


def test_beside_a_name_somebody_unknown_may_be_the_other_party(held: Held) -> None:
    told = by_party(held, SHELL, row(actor="KES and unknown gunmen"))
    assert told == {"KES": ("breached", "alleged"), "ORL": ("cannot tell", None)}


@pytest.mark.parametrize(
    ("doer", "found"), [("KES", {"KES"}), ("ORL", {"ORL"}), ("both Parties", {"KES", "ORL"}), ("", {"KES", "ORL"})]
)
def test_a_finding_finds_those_whom_it_names(held: Held, doer: str, found: set[str]) -> None:
    finding = row("f1", about="r1", actor=doer, life="found", found_by="JVC")
    told = by_party(held, SHELL, row(claimant="HAL"), finding)
    assert {who for who, (_, how) in told.items() if how == "found"} == found
    assert {verdict for verdict, _ in told.values()} == {"breached"}


def test_who_tells_of_itself_and_another_is_believed_of_the_other(held: Held) -> None:
    text = "1. Each Party shall withdraw its tanks by D+10. {#a}\n"
    told = by_party(held, text, row(act="withdrawal", object="tanks", claimant="KES"))
    assert {who: verdict for who, (verdict, _) in told.items()} == {"KES": "cannot tell", "ORL": "kept"}


def test_two_tellings_of_both_are_one_event(held: Held) -> None:
    rows = [row(place="Osk"), row("r2", actor="Orlavian Union, KES", claimant="HAL", place="Osk")]
    assert any("tells of the same event as r1" in note for note in held(SHELL, rows).notes)


@pytest.mark.parametrize(
    ("text", "report", "kes", "orl"),
    [
        (EACH, swap("KES", counterpart="ORL"), "kept", "cannot tell"),
        (EACH, swap("KES and ORL"), "cannot tell", "cannot tell"),
        (EACH, swap("KES and ORL") | {"object": "prisoners each"}, "kept", "kept"),
        (EACH, swap("KES", counterpart="ORL") | {"act": "release"}, "kept", "overdue"),
        (EACH, swap("KES") | {"act": "release"}, "cannot tell", "overdue"),
        (SHARED, swap("both Parties"), "kept", "kept"),
        (SHARED, swap("KES", counterpart="ORL"), "kept", "cannot tell"),
    ],
)
def test_whose_hundred_is_shown(held: Held, text: str, report: Row, kes: str, orl: str) -> None:
    told = {who: verdict for who, (verdict, _) in by_party(held, text, report).items()}
    assert told == {"KES": kes, "ORL": orl}


@pytest.mark.parametrize(
    ("text", "report", "orl"),
    [
        ("The Parties shall meet by D+10.", {"act": "meeting"}, "kept"),
        (
            "The Parties shall exchange maps of minefields by D+10.",
            {"act": "exchange", "object": "maps of minefields"},
            "kept",
        ),
        ("The Parties shall share information by D+10.", {"act": "sharing", "object": "information"}, "overdue"),
        ("If a Party shells, the Parties shall meet within 48 hours.", {"act": "meeting", "about": "r0"}, "kept"),
    ],
)
def test_what_two_do_together_one_report_shows_of_both(held: Held, text: str, report: Row, orl: str) -> None:
    shelling = row("r0", actor="ORL")
    met = row(**({"actor": "KES", "counterpart": "ORL"} | report))
    assert by_party(held, f"1. {text} {{#a}}\n", shelling, met)["ORL"][0] == orl


def test_what_each_did_is_told_as_it_was_said(held: Held) -> None:
    report = swap("KES and ORL") | {"object": "prisoners each"}
    assert "KES and ORL exchanged 100 prisoners each on 5 March" in held(EACH, [report]).verdicts[0].why
