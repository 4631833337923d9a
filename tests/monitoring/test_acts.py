"""Whether a report's act is a text's: a match, perhaps, or surely not, for bans and for duties alike."""

from __future__ import annotations

from typing import Any

import pytest

from parley.monitoring import watching
from parley.monitoring.acts import told_by
from parley.monitoring.truth import Truth

from .conftest import Held, Row

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
WATCHED = "Commission,posts,everywhere,2031-03-01,2031-03-31,,\n"


@pytest.mark.parametrize(
    ("wanted", "said", "thing", "truth"),
    [
        ("move", "entry", "troops", YES),
        ("move", "withdrawal", "troops", YES),
        ("move", "deployment", "troops", UNKNOWN),
        ("enter", "advance", "troops", UNKNOWN),
        ("enter", "withdrawal", "troops", NO),
        ("shell", "strike", "artillery", YES),
        ("shell", "strike", None, UNKNOWN),
        ("shell", "strike", "drone", UNKNOWN),
        ("shell", "recruitment", None, NO),
        ("overfly", "reconnaissance", "drone", YES),
        ("shell", "protest", None, NO),
        ("attack", "riot", None, NO),
        ("shell", "funeral", None, NO),
        ("shell", "all quiet", None, NO),
        ("shell", "nothing to report", None, NO),
        ("place", "no tanks present", "tanks", NO),
        ("withdraw", "not carried out", "tanks", NO),
        ("withdraw", "not only that", "tanks", UNKNOWN),
        ("deploy", "road accident", None, NO),
        ("lay-mines", "violent demonstration", None, NO),
        ("withdraw", "mass rally", None, NO),
        ("protest", "protests", None, YES),
        ("hold", "rally", None, UNKNOWN),
        ("shell", "riot and shooting", None, UNKNOWN),
        ("overfly", "attack", "drone", UNKNOWN),
        ("overfly", "attack", "mortar", NO),
        ("overfly", "placement", "drone", NO),
        ("lay-mines", "placement", "anti-tank mines", UNKNOWN),
        ("lay-mines", "placement", None, UNKNOWN),
        ("lay-mines", "placement", "howitzer", NO),
        ("detain", "capture", "civilians", YES),
        ("detain", "capture", "trucks", NO),
        ("detain", "capture", None, UNKNOWN),
        ("detain", "release", "civilians", NO),
        ("clear-mines", "removal", "mines", YES),
        ("clear-mines", "removal", "tanks", NO),
        ("use", "shelling", "mortars", YES),
        ("use", "shelling", "airport", UNKNOWN),
        ("attack", "crossing", "farmers", NO),
        ("attack", "crossing", "soldiers", UNKNOWN),
        ("attack", "explosion", None, UNKNOWN),
        ("release", "exchange", "prisoners", YES),
        ("release", "handover", "prisoners", UNKNOWN),
        ("dismantle", "destruction", "posts", UNKNOWN),
        ("dismantle", "repair", "posts", NO),
        ("publish", "announcement", "list", UNKNOWN),
        ("publish", "withdrawal", "list", NO),
        ("withdraw", "out of service", "radar", NO),
        ("withdraw", "rumbling", "radar", UNKNOWN),
    ],
)
def test_an_act_is_surely_not_anothers_only_where_the_two_exclude_each_other(
    wanted: str, said: str, thing: str | None, truth: Truth
) -> None:
    assert told_by(wanted, said, thing).truth is truth


def _told(act: str, thing: str, **more: Any) -> Row:
    times = {"event_earliest": "2031-03-06T10:00", "reported": "2031-03-06T18:00"}
    at = {"latitude": -42.5, "longitude": 92.5, "radius_m": 50}
    return {"id": "R-1", "act": act, "object": thing, "actor": "KES", "claimant": "Commission", **times, **at, **more}


@pytest.mark.parametrize(
    ("act", "verdict"),
    [("entry", "breached"), ("deployment", "cannot tell"), ("withdrawal", "kept"), ("recruitment", "kept")],
)
def test_a_ban_on_moving_into_a_zone(held: Held, act: str, verdict: str) -> None:
    ban = "1. Kestria shall not move troops into the Gulf Zone.\n"
    assert held(ban, [_told(act, "troops")], effort=WATCHED).verdicts[0].verdict == verdict


@pytest.mark.parametrize(
    ("act", "thing", "verdict"),
    [
        ("exchange", "prisoners", "kept"),
        ("handover", "prisoners", "cannot tell"),
        ("handover", "", "cannot tell"),
        ("handover", "fuel", "overdue"),
        ("xyzzying", "prisoners", "cannot tell"),
        ("xyzzying", "fuel", "overdue"),
        ("detention", "prisoners", "overdue"),
    ],
)
def test_a_duty_is_in_doubt_only_if_another_word_is_told_of_its_thing(
    held: Held, act: str, thing: str, verdict: str
) -> None:
    [one] = held("1. Kestria shall release its prisoners by D+10.\n", [_told(act, thing)]).verdicts
    assert one.verdict == verdict


def test_the_reason_names_both_words(held: Held) -> None:
    [one] = held("1. Kestria shall publish the list by D+10.\n", [_told("announcement", "list")]).verdicts
    assert "'announcement' may be another word for 'publish'" in one.why


@pytest.mark.parametrize(
    ("provision", "act", "thing", "verdict"),
    [
        ("Kestria shall begin the withdrawal of its troops by D+10.", "withdrawal", "troops", "kept"),
        ("Kestria shall begin the withdrawal of its troops by D+10.", "entry", "troops", "overdue"),
        ("Kestria shall begin its talks with Orlavia by D+10.", "talks", "", "kept"),
    ],
)
def test_who_does_what_was_to_begin_has_begun_it(
    held: Held, provision: str, act: str, thing: str, verdict: str
) -> None:
    assert held(f"1. {provision}\n", [_told(act, thing)]).verdicts[0].verdict == verdict


@pytest.mark.parametrize(
    ("act", "finding"), [("violation", "found"), ("rocket attack", "found"), ("meeting", "alleged")]
)
def test_a_body_finds_a_report_in_its_own_words(held: Held, act: str, finding: str) -> None:
    about = _told(act, "", id="R-2", about="R-1", life="found", found_by="Commission", reported="2031-03-07T18:00")
    rows = [_told("shelling", "", counterpart="ORL", claimant="ORL"), about]
    assert held("1. Kestria shall not shell the Orlavian Union.\n", rows).verdicts[0].finding == finding


@pytest.mark.parametrize(
    ("ban", "told", "kes", "orl"),
    [
        ("place tanks in the Gulf Zone", {}, "kept", "kept"),
        ("place tanks in the Gulf Zone", {"act": ""}, "cannot tell", "cannot tell"),
        ("place tanks in the Gulf Zone", {"object": "trucks"}, "kept", "kept"),
        ("place tanks in the Gulf Zone", {"object": "tanks"}, "cannot tell", "cannot tell"),
        ("place tanks in the Gulf Zone", {"act": "tank parade"}, "cannot tell", "cannot tell"),
        ("place tanks in the Gulf Zone", {"actor": "KES"}, "cannot tell", "kept"),
        ("place tanks in the Gulf Zone", {"actor": "KES?"}, "cannot tell", "cannot tell"),
        ("enter the Gulf Zone", {}, "cannot tell", "cannot tell"),
        ("enter the Gulf Zone", {"latitude": -41}, "kept", "kept"),
        ("enter the Gulf Zone", {"latitude": "", "longitude": ""}, "kept", "kept"),
        ("shell", {}, "kept", "kept"),
        ("shell", {"actor": "ORL"}, "kept", "cannot tell"),
    ],
)
@pytest.mark.parametrize("many", [10**9, 0], ids=["as values", "as columns"])
def test_a_word_that_nobody_knows_concerns_who_is_named_and_what_it_is_told_of(
    held: Held, monkeypatch: pytest.MonkeyPatch, many: int, ban: str, told: Row, kes: str, orl: str
) -> None:
    monkeypatch.setattr(watching, "MANY", many)
    row = {**_told("rumbling", "", actor=""), **told}
    verdicts = held(f"1. No Party shall {ban}.\n", [row], effort=WATCHED).verdicts
    assert [one.verdict for one in verdicts] == [kes, orl]


@pytest.mark.parametrize(
    ("ban", "act", "verdict"),
    [
        ("place", "deployment", "breached"),
        ("place", "stationed", "breached"),
        ("place", "redeployment", "cannot tell"),
        ("place", "entry", "cannot tell"),
        ("deploy", "presence", "breached"),
        ("introduce", "deployment", "breached"),
        ("introduce", "presence", "cannot tell"),
        ("introduce", "sighting", "cannot tell"),
    ],
)
def test_what_was_deployed_in_a_place_is_placed_there_and_what_is_there_may_not_have_been_brought(
    held: Held, ban: str, act: str, verdict: str
) -> None:
    row = {"id": "R1", "event_earliest": "2031-03-05", "act": act, "object": "tanks", "actor": "KES", "claimant": "ORL"}
    inside = {"latitude": -42.5, "longitude": 92.5, "radius_m": 100}
    result = held(f"1. No Party shall {ban} tanks in the Gulf Zone.\n", [row | inside])
    assert result.verdicts[0].verdict == verdict
