"""What a report's words for its act say besides: who did it, of what thing, and how many."""

from __future__ import annotations

import pytest

from mapped_tables import reports
from parley.model import TEAM, Report
from parley.monitoring import load_reports
from parley.monitoring.besides import besides

from .conftest import Held, Row

WATCHED = "HAL,satellite,everywhere,2031-03-01,2031-03-31,1,\n"
NAMES = ("act", "object", "actor", "claimant")
HOW = "".join(("[columns]\n", 'id = "id"\nevent = "event_earliest"\n', *(f'{name} = "{name}"\n' for name in NAMES)))


@pytest.mark.parametrize(
    ("said", "thing", "count"),
    [
        ("withdrawal of 12 tanks", "tanks", 12),
        ("withdrew its troops", "troops", None),
        ("troop withdrawal", "troops", None),
        ("100 prisoners released", "prisoners", 100),
        ("placement of 2 D-30 howitzers", "D-30 howitzers", 2),
        ("drone flight", "drones", None),
        ("renewed artillery shelling", "artillery", None),
        ("attack on a checkpoint", "checkpoint", None),
        ("shelling of the village of Orm with 152 mm howitzers", "village", None),
        ("withdrawal from the village", None, None),
        ("shelling, 12 rounds", None, None),
        ("planned withdrawal of tanks", None, None),
        ("weekly report", None, None),
    ],
)
def test_the_thing_that_stands_beside_the_act(said: str, thing: str | None, count: int | None) -> None:
    told = besides(said, None)
    assert (told.act, told.thing, told.count) == (said, thing, count)


@pytest.mark.parametrize(
    ("said", "actor", "act", "doer"),
    [
        ("shelling by Orlavia", None, "shelling", "Orlavia"),
        ("shelling (by the Orlavian Union)", None, "shelling", "Orlavian Union"),
        ("shelling by Orlavia", "Orlavia", "shelling", "Orlavia"),
        ("shelling by Orlavia", "Kestria", "shelling by Orlavia", "Kestria"),
        ("shelling by night", None, "shelling by night", None),
        ("shelling reported by Orlavia", None, "shelling reported by Orlavia", None),
        ("Kestria shelling", "Kestria", "shelling", "Kestria"),
        ("victim of shelling by Orlavia", None, "victim of shelling by Orlavia", None),
    ],
)
def test_the_doer_where_the_report_names_the_same_or_nobody(
    said: str, actor: str | None, act: str, doer: str | None
) -> None:
    told = besides(said, actor)
    assert (told.act, told.actor) == (act, doer)


@pytest.mark.parametrize(
    ("said", "thing", "actor", "claimant", "act"),
    [
        ("observed", "tanks", "KES", "Commission", "sighting"),
        ("seen", "tanks", None, "Commission", "sighting"),
        ("3 tanks present", None, "KES", "Commission", "sighting"),
        ("observed", "tanks", "Commission", "Commission", "observed"),
        ("observed", "cease-fire", "KES", "Commission", "observed"),
        ("seen", "drone", "KES", "Commission", "drone sighting"),
        ("seen", "helicopter", "KES", "Commission", "seen"),
        ("tanks seen leaving", None, "KES", "Commission", "tanks seen leaving"),
        ("shelling observed", "tanks", "KES", "Commission", "shelling observed"),
    ],
)
def test_a_thing_that_is_seen_is_there(
    said: str, thing: str | None, actor: str | None, claimant: str, act: str
) -> None:
    assert besides(said, actor, thing, claimant).act == act


def test_tables_read_by_rows_and_in_columns_say_the_same() -> None:
    rows = (
        "id,event_earliest,act,object,actor,claimant\nr1,2031-03-05,withdrawal of 12 tanks,,KES,JVC\n"
        "r2,2031-03-05,shelling by Orlavia,,,JVC\nr3,2031-03-05,shelling by Orlavia,houses,Kestria,JVC\n"
        "r4,2031-03-05,observed,howitzers,KES,JVC\nr5,2031-03-05,observed,howitzers,JVC,JVC\n"
    )

    def told(one: Report) -> tuple[object, ...]:
        return one.act, one.worded, one.object, one.count, one.actor

    by_rows, _ = load_reports(rows.encode(), "reports/x.csv", TEAM)
    assert [told(one) for one in reports(rows, HOW)] == [told(one) for one in by_rows]
    assert [one.object for one in by_rows] == ["tanks", None, "houses", "howitzers", "howitzers"]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ({"act": "shelling of ORL positions"}, "breached"),
        ({"act": "shelling", "object": "the Orlavian Union's depot"}, "breached"),
        ({"act": "shelling", "counterpart": "ORL"}, "breached"),
        ({"act": "shelling of Orm"}, "cannot tell"),
        ({"act": "shelling", "object": "positions"}, "cannot tell"),
    ],
)
def test_whose_it_was_is_at_whom_it_was_aimed(held: Held, told: Row, verdict: str) -> None:
    row: Row = {"id": "r1", "event_earliest": "2031-03-02", "claimant": "Commission", "actor": "KES", **told}
    [one] = held("1. Kestria shall not shell the other Party.\n", [row], effort=WATCHED).verdicts
    assert one.verdict == verdict


@pytest.mark.parametrize(
    ("told", "kes", "orl"),
    [
        ({"act": "shelling by ORL"}, "kept", "breached"),
        ({"act": "shelling by ORL", "actor": "KES"}, "cannot tell", "cannot tell"),
        ({"act": "shelling of ORL positions", "actor": "KES"}, "breached", "kept"),
        ({"act": "shelling of KES positions", "actor": "KES"}, "cannot tell", "kept"),
        ({"act": "shelling", "object": "own positions", "actor": "KES"}, "cannot tell", "kept"),
        ({"act": "shelling", "counterpart": "KES", "actor": "KES"}, "cannot tell", "kept"),
    ],
)
def test_whom_the_words_make_the_doer_or_the_target(held: Held, told: Row, kes: str, orl: str) -> None:
    row: Row = {"id": "r1", "event_earliest": "2031-03-02", "claimant": "Commission", **told}
    verdicts = held("1. No Party shall shell.\n", [row], effort=WATCHED).verdicts
    assert [one.verdict for one in verdicts] == [kes, orl]


@pytest.mark.parametrize(
    ("duty", "act", "thing"),
    [
        ("withdraw its tanks", "pulled its tanks back", "tanks"),
        ("withdraw its tanks", "pulled tanks back", ""),
        ("release the prisoners", "let the prisoners go", "prisoners"),
        ("return the boats", "gave the boats back", ""),
        ("take down the barriers", "took the barriers down", "barriers"),
    ],
)
def test_a_verb_may_have_its_thing_before_what_belongs_to_it(held: Held, duty: str, act: str, thing: str) -> None:
    row: Row = {
        "id": "r1",
        "event_earliest": "2031-03-05",
        "claimant": "RED",
        "actor": "KES",
        "act": act,
        "object": thing,
    }
    [one] = held(f"1. Kestria shall {duty} by D+10.\n", [row]).verdicts
    assert one.verdict == "kept"
