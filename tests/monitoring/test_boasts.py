"""What a party says of itself alone weakens no lateness that a body has found, and is no breach."""

from __future__ import annotations

from typing import Any

import pytest

from parley.monitoring.accounted import tells_of_keeping

from .conftest import Held, Row

TANKS = "1. Kestria shall withdraw its tanks from the Gulf Zone by D+10.\n"
PRISONERS = "1. Kestria shall release 20 prisoners by D+10.\n"
PAY = (
    "1. No Party shall lay mines.\n\n2. Each Party shall pay compensation for every violation by its forces within "
    "10 days.\n"
)
PATROL = "1. Kestria shall patrol the road at least every 3 days.\n"


def told(id: str, day: int, act: str, thing: str = "", **more: Any) -> Row:
    at = f"2031-03-{day:02}T10:00"
    row = {"id": id, "event_earliest": at, "event_latest": at, "reported": at, "act": act, "object": thing}
    return {**row, "actor": "KES", "claimant": "KES", **more}


def found(id: str, day: int, act: str, thing: str = "", **more: Any) -> Row:
    return told(id, day, act, thing, claimant="JVC", life="found", found_by="JVC", **more)


@pytest.mark.parametrize(
    ("text", "finding", "boast"),
    [
        (TANKS, found("f", 15, "withdrew", "tanks"), told("b", 9, "withdrew", "all tanks")),
        (TANKS, found("f", 15, "withdrawal", "tanks", count=0), told("b", 9, "withdrawal completed", "tanks")),
        (TANKS, found("f", 15, "withdrew", "tanks"), told("b", 9, "we kept Article 1 in full")),
        (PRISONERS, found("f", 15, "released", "prisoners", count=20), told("b", 9, "released", "prisoners", count=20)),
        (PRISONERS, found("f", 15, "released", "prisoners", count=20), told("b", 9, "released all", "prisoners")),
    ],
)
@pytest.mark.usefixtures("both_ways")
def test_what_a_body_found_late_stays_late(held: Held, text: str, finding: Row, boast: Row) -> None:
    (one,) = held(text, [finding, boast]).verdicts
    assert (one.verdict, one.finding) == ("breached", "found")
    (alone,) = held(text, [boast]).verdicts
    assert alone.verdict in ("cannot tell", "overdue")


@pytest.mark.usefixtures("both_ways")
def test_the_boast_is_told_beside_what_was_found(held: Held) -> None:
    (one,) = held(TANKS, [found("f", 15, "withdrew", "tanks"), told("b", 9, "withdrew", "all tanks")]).verdicts
    assert one.why.endswith(
        "KES says that it withdrew all tanks on 9 March, 10:00 (b): its own word alone, against what was found."
    )
    assert one.reports == ("f", "b")


def test_anothers_word_still_leaves_it_open(held: Held) -> None:
    rows = [found("f", 15, "withdrew", "tanks"), told("b", 9, "withdrew", "tanks", claimant="RED")]
    assert held(TANKS, rows).verdicts[0].verdict != "breached"


@pytest.mark.parametrize(
    "boast",
    [
        told("b", 9, "paid compensation", about="i1"),
        told("b", 9, "paid compensation"),
        told("b", 9, "made good the damage", about="i1"),
        told("b", 9, "kept Article 2 in full", about="i1"),
    ],
)
def test_nor_does_it_weaken_what_an_occasion_set_off(held: Held, boast: Row) -> None:
    laid = told("i1", 5, "lay", "mines", claimant="ORL")
    result = held(PAY, [laid, found("f", 20, "compensated", about="i1"), boast])
    assert [(v.occasion, v.verdict) for v in result.verdicts if v.obligation == "2/1" and v.bearer == "KES"] == [
        ("i1", "breached")
    ]


def test_where_a_body_found_that_none_was_done_a_boast_fills_no_gap(held: Held) -> None:
    patrols = [found(f"p{day}", day, "patrol", "road") for day in (3, 6, 15, 18, 21, 24, 27, 30)]
    boasts = [told("b1", 9, "patrolled the road", "road"), told("b2", 12, "patrolled the road", "road")]
    none = found("n", 14, "patrol", "road", count=0) | {"event_earliest": "2031-03-07", "event_latest": "2031-03-14"}
    assert held(PATROL, [*patrols, *boasts]).verdicts[0].verdict == "cannot tell"
    assert held(PATROL, [*patrols, *boasts, none]).verdicts[0].verdict == "breached"


@pytest.mark.parametrize(
    "boast",
    [
        "kept Article 1 in full",
        "we complied with the cease-fire",
        "our forces have fully complied with all obligations",
        "stood by its word",
        "cease-fire respected",
        "in full compliance with Article 1",
    ],
)
def test_who_says_that_it_kept_the_text_tells_of_no_breach(held: Held, boast: str) -> None:
    (one, _) = held("1. No Party shall lay mines.\n", [told("b", 9, boast)]).verdicts
    assert "silence is not calm" in one.why


@pytest.mark.parametrize(
    "said",
    ["did not keep Article 1", "kept Article 1 until noon", "kept the road closed", "respect of the cease-fire ended"],
)
def test_who_says_otherwise_does_not(said: str) -> None:
    assert not tells_of_keeping(said)


def test_what_was_rebuilt_may_have_made_the_damage_good(held: Held) -> None:
    duty = "2. Each Party shall make good the damage of every violation by its forces within 10 days.\n"
    laid = told("i1", 5, "lay", "mines", claimant="ORL")
    rebuilt = told("m1", 9, "rebuilt houses", "houses", about="i1", claimant="RED")
    result = held(f"1. No Party shall lay mines.\n\n{duty}", [laid, rebuilt])
    assert [v.verdict for v in result.verdicts if v.obligation == "2/1" and v.bearer == "KES"] == ["cannot tell"]


@pytest.mark.parametrize("act", ["withdrew the riflemen", "pulled back", "punished the soldier", "remedied"])
def test_a_breach_is_put_right_in_more_ways_than_by_repairs(held: Held, act: str) -> None:
    duty = "2. Each breach found by the Commission shall be put right by the Party that committed it within 10 days.\n"
    laid = found("i1", 5, "lay", "mines", reported="2031-03-06")
    done = told("m1", 9, act, about="i1", claimant="RED")
    result = held(f"1. No Party shall lay mines.\n\n{duty}", [laid, done])
    verdicts = [v.verdict for v in result.verdicts if v.obligation == "2/1" and v.occasion]
    assert verdicts in (["cannot tell"], ["kept"])
