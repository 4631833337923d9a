"""What a source called an act: kept beside the act's id through every door, told as it was said, and judged by it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest

from mapped_tables import reports, taken
from parley.model import TEAM, Framework, Interval, Report
from parley.monitoring import load_reports
from parley.monitoring.acts import act_reported, told_by, worded
from parley.monitoring.incoming.versions import Snapshot, versions
from parley.monitoring.phrases import told
from parley.monitoring.script import load_script
from parley.monitoring.table import ReportTable
from parley.monitoring.truth import Truth
from parley.text.acts import acts

from .conftest import Held, Row, table

YES, UNKNOWN = Truth.YES, Truth.UNKNOWN
WATCHED = "Commission,posts,everywhere,2031-03-01,2031-03-31,,\n"
HOW = '[columns]\nid = "n"\nevent = "day"\nact = "what"\n'


def called(word: str, thing: str | None = None, count: int | None = None, actor: str | None = "KES") -> Report:
    return Report(
        id="r1",
        event=Interval(earliest=dt.date(2031, 3, 1)),
        reported=dt.datetime(2031, 3, 2, tzinfo=dt.UTC),
        act=act_reported(word) or word,
        worded=worded(word),
        object=thing,
        count=count,
        actor=actor,
    )


# -- kept ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "act", "kept"),
    [
        ("delay", "deny-access", "delay"),
        ("seizure", "occupy", "seizure"),
        ("bombardment", "shell", "bombardment"),
        ("a drone strike on the depot", "strike", "a drone strike on the depot"),
        ("sexual violence", "abuse", "sexual violence"),
        ("shelling", "shell", None),
        ("shelled", "shell", None),
        ("deny-access", "deny-access", None),
        ("Denial of access", "deny-access", None),
        ("withdrew", "withdraw", None),
        ("written answer", "reply", None),
        ("hovering", "overfly", "hovering"),
        ("wobbling", "wobbling", None),
        ("planned release", "planned release", None),
    ],
)
def test_the_words_are_kept_where_they_are_not_the_acts_own(said: str, act: str, kept: str | None) -> None:
    assert (act_reported(said) or said, worded(said)) == (act, kept)


def test_every_door_keeps_them(framework_of: Callable[[str], Framework]) -> None:
    [own], _ = load_reports(b"id,event_earliest,act\nr1,2031-03-05,delay\n", "reports/x.csv", TEAM)
    [mapped] = reports("n,day,what\n1,2031-03-05,delay\n", HOW)
    recode = HOW.replace('"what"', '{ column = "what", table = { "затримка" = "delay" } }')
    [recoded] = reports("n,day,what\n1,2031-03-05,затримка\n", recode)
    feature = {"type": "Feature", "properties": {"n": "1", "day": "2031-03-05", "what": "delay"}, "geometry": None}
    [drawn] = reports(json.dumps({"type": "FeatureCollection", "features": [feature]}), HOW, "reports/x.geojson")
    line = "A week.\n\n- day 2, 14:00: delay of 2 convoys, by Kestria, reported by ORL"
    [played] = load_script(line, "week.md", framework_of("1. No Party shall fire.\n"), zone=dt.UTC).reports
    assert {(one.act, one.worded) for one in (own, mapped, recoded, drawn, played)} == {("deny-access", "delay")}


def test_tables_and_values_say_the_same() -> None:
    some = [called("delay"), called("shelling"), called("visit")]
    assert [one.worded for one in ReportTable.of(some).reports()] == ["delay", None, "visit"]


def test_the_same_row_is_one_report_and_another_word_a_correction() -> None:
    def table(word: str) -> Snapshot:
        return Snapshot(taken(f"n,day,what\n1,2031-03-05,{word}\n", HOW).reports)

    once, none = versions([table("delay"), table("delay")])
    both, [recoding] = versions([table("delay"), table("obstruction")])
    assert (len(once), none) == (1, ())
    assert [(one.worded, one.corrects) for one in both.reports()] == [("delay", None), ("obstruction", "1")]
    assert (recoding.before, recoding.after) == ({"worded": "delay"}, {"worded": "obstruction"})


# -- told ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (called("delay", "convoy"), "delayed the convoy"),
        (called("delays", "convoy", 2), "delayed two convoys"),
        (called("seizure", "vessel", 1), "seized a vessel"),
        (called("visit", "depots"), "visited depots"),
        (called("pull-back", "tanks", 12), "pulled back twelve tanks"),
        (called("bombardment", "mortars", 12), "bombarded with mortars (12)"),
        (called("sniping", "patrol"), "sniped at the patrol"),
        (called("shooting", "patrol"), "shot at the patrol"),
        (called("talks"), "held talks"),
        (called("opened fire", "patrol"), "opened fire on the patrol"),
        (called("refusal of entry", "patrol"), "denied access to the patrol ('refusal of entry')"),
        (called("retreat", "tanks", 2), "retreated (two tanks)"),
        (called("casualties", "civilians", 7), "killed or injured seven civilians"),
        (called("injured", "persons injured", 30), "injured (30 persons injured)"),
        (called("killed", "civilians", 12), "killed twelve civilians"),
        (called("killed or injured", "civilians", 5), "killed or injured five civilians"),
        (called("shelled the depot with mortars"), "shelled the depot with mortars"),
        (called("drone strike", "depot"), "struck the depot ('drone strike')"),
        (called("sniper fire", "snipers"), "sniped ('sniper fire')"),
        (called("exercise held", "naval exercise", 1), "held an exercise (a naval exercise) ('exercise held')"),
        (called("port closed", "grain ships"), "did what the report calls 'port closed' (grain ships)"),
        (called("school shelled", "school"), "shelled the school ('school shelled')"),
        (called("border crossing", "soldiers", 4), "crossed with four soldiers ('border crossing')"),
        (
            called("wounded soldier carried in", "wounded soldier", 1),
            "did what the report calls 'wounded soldier carried in' (a wounded soldier)",
        ),
        (called("gave", "all charts of minefields", 5), "gave all five charts of minefields"),
        (called("planted mines", "mines", 6), "planted mines (6)"),
        (called("handed in", "list of units", 1), "handed in a list of units"),
        (called("looted", "aid convoy, medicines", 14), "looted aid convoy, medicines (14)"),
        (called("sighting", "howitzer", 3), "was seen with three howitzers"),
        (called("clash", "patrol", 2), "did what the report calls 'clash' (two patrols)"),
        (called("delay", "convoy", actor=None), "somebody not named delayed the convoy"),
    ],
)
def test_a_sentence_says_what_the_source_said(report: Report, words: str) -> None:
    assert told(report) == words


@pytest.mark.parametrize("act", [one for one in acts() if one.reported], ids=lambda one: one.id)
def test_no_word_for_less_or_something_else_is_told_as_the_act(act) -> None:
    own = told(called(act.id))
    less = [word for row in (*act.weaker, *act.akin) for word in row if act_reported(word) == act.id]
    assert [word for word in less if told(called(word)) == own] == []


def test_of_a_tally_nobody_knows_what_was_counted() -> None:
    assert told(called("strike", "drone", 96).replace(tally="period")) == "struck with drones (96 counted)"


# -- judged -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "text", "truth"),
    [
        ("shelling", "bombard", YES),
        ("bombardment", "shell", YES),
        ("pulled back", "withdraw", YES),
        ("retreat", "pull out", YES),
        ("arrest", "detain", YES),
        ("delay", "deny access", UNKNOWN),
        ("delay", "delay", YES),
        ("delay", "obstruct", UNKNOWN),
        ("hindered", "obstruct", YES),
        ("denial of access", "delay", YES),
        ("visit", "inspect", UNKNOWN),
        ("inspection", "visit", YES),
        ("seizure", "occupy", UNKNOWN),
        ("occupation", "seize", UNKNOWN),
        ("capture", "seize", YES),
        ("raid", "attack", YES),
        ("attack", "raid", UNKNOWN),
        ("strike", "ambush", UNKNOWN),
        ("clash", "attack", UNKNOWN),
        ("shelling", "hostilities", YES),
        ("wounding", "kill", UNKNOWN),
        ("wounding", "harm", YES),
        ("killing", "harm", YES),
        ("killed or injured", "kill", UNKNOWN),
        ("killed or injured", "harm", YES),
        ("harassment", "torture", UNKNOWN),
        ("signing", "ratify", UNKNOWN),
        ("damage", "destroy", UNKNOWN),
    ],
)
def test_a_reported_word_tells_of_a_text_by_what_both_say(said: str, text: str, truth: Truth) -> None:
    act = act_reported(text)
    assert act is not None
    assert told_by(act, act_reported(said) or "", None, worded(said), text).truth is truth


def test_an_act_with_its_thing_is_the_word_that_names_both() -> None:
    facts = [told_by("strike", "strike", thing, None, "drone strikes").truth for thing in ("drone", "missile", None)]
    assert facts == [YES, UNKNOWN, UNKNOWN]


def _reported(act: str, thing: str, **more: str) -> Row:
    times = {"event_earliest": "2031-03-06T10:00", "reported": "2031-03-06T18:00"}
    return {"id": "R-1", "act": act, "object": thing, "actor": "KES", "claimant": "Commission", **times, **more}


@pytest.mark.parametrize(
    ("ban", "word", "verdict"),
    [
        ("Kestria shall not deny access to humanitarian convoys.", "delay", "cannot tell"),
        ("Kestria shall not deny access to humanitarian convoys.", "turned back", "breached"),
        ("Kestria shall not obstruct or delay humanitarian convoys.", "delay", "breached"),
        ("No Party shall take hostages.", "arrest", "cannot tell"),
        ("No Party shall take hostages.", "abduction", "cannot tell"),
        ("No Party shall take hostages.", "hostage-taking", "breached"),
        ("Kestria shall refrain from any delaying of humanitarian convoys.", "delay", "breached"),
    ],
)
def test_a_ban_is_held_against_the_word_of_the_report(held: Held, ban: str, word: str, verdict: str) -> None:
    thing = "hostages" if "hostages" in ban else "humanitarian convoy"
    verdicts = held(f"1. {ban}\n", [_reported(word, thing)], effort=WATCHED).verdicts
    assert verdict in [one.verdict for one in verdicts]


def test_the_reason_quotes_both_words(held: Held) -> None:
    rows = [_reported("delay", "humanitarian convoy")]
    [one] = held("1. Kestria shall not deny access to humanitarian convoys.\n", rows, effort=WATCHED).verdicts
    assert "KES delayed the humanitarian convoy" in one.why
    assert "'delay' need not mean 'deny access'" in one.why


def test_what_sets_a_duty_off_is_told_by_its_own_word(held: Held) -> None:
    duty = "1. If Kestria delays a convoy, Kestria shall notify the Commission within 24 hours.\n"
    [one] = held(duty, [_reported("delay", "convoy")]).verdicts
    assert one.verdict == "overdue"


def test_a_finding_without_an_act_is_in_the_words_of_the_report_it_is_about(held: Held) -> None:
    finding = {"claimant": "Commission", "about": "R-1", "life": "found", "found_by": "Commission", "actor": "KES"}
    rows = [_reported("delay", "convoy", claimant="ORL"), {**_reported("", ""), **finding, "id": "R-2"}]
    [one] = held("1. Kestria shall not delay convoys.\n", rows, effort=WATCHED).verdicts
    assert (one.verdict, one.finding) == ("breached", "found")
    assert "KES delayed the convoy" in one.why


@pytest.mark.parametrize(
    ("act", "thing", "count", "words"),
    [
        ("sighting", "wreck", None, "a wreck was seen"),
        ("mine sighting", "floating mine", None, "a floating mine was seen"),
        ("mine sighting", None, None, "mines were seen"),
        ("sighting", "tanks", 3, "three tanks were seen"),
        ("presence", "tanks", None, "tanks were there"),
    ],
)
def test_of_what_was_seen_nobody_is_said_to_have_put_it_there(
    act: str, thing: str | None, count: int | None, words: str
) -> None:
    row = {"id": "R1", "event_earliest": "2031-03-05", "act": act, "object": thing or "", "count": count or ""}
    (report,), _ = load_reports(table([row]), "reports/x.csv", TEAM)
    assert told(report) == words
