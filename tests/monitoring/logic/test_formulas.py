"""Each form of obligation means as a formula what watching says of it, and what has no formula says why."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.logic.mfotl import holds, read_formula, read_log, refused
from parley.framework import parse
from parley.model import Effort, Interval, Outcome, Report, ReportPlace
from parley.monitoring import formulas, load_shapes, trace, watch

FRONT = """---
title: A cease-fire
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
others: {HAL: Kingdom of Halvern}
d_day: 2031-03-01T06:00+00:00
annexes: {A: annexes/line.geojson, B: annexes/gulf.geojson}
---

**Separation Line** means the line shown in Annex A.

**Gulf Zone** means the waters shown in Annex B.

**Heavy Weapons** means artillery of 100 mm calibre and above and tanks.

**Confirmed Violation** means a breach that the Commission has found.

A Joint Verification Commission (the Commission) is established.

"""
LINE = {
    "type": "Feature",
    "properties": {"name": "Separation Line", "kind": "line", "annex": "A"},
    "geometry": {"type": "LineString", "coordinates": [[89.0, -42.0], [91.0, -42.0]]},
}
GULF = {
    "type": "Feature",
    "properties": {"name": "Gulf Zone", "kind": "zone", "annex": "B"},
    "geometry": {"type": "Polygon", "coordinates": [[[92, -43], [93, -43], [93, -42], [92, -42], [92, -43]]]},
}
SHAPES = load_shapes(json.dumps({"type": "FeatureCollection", "features": [LINE, GULF]}).encode(), "annexes/a.geojson")
D_DAY = dt.datetime(2031, 3, 1, 6, tzinfo=dt.UTC)
NEAR = ReportPlace(latitude=-42.05, longitude=90.0, radius_m=50)
FAR = ReportPlace(latitude=-44.0, longitude=90.0, radius_m=50)
IN_GULF = ReportPlace(latitude=-42.5, longitude=92.5, radius_m=50)

BAN = "No Party shall place Heavy Weapons within 15 km of the Separation Line from D+2."
SOUTH = "No Party shall place Heavy Weapons within 15 km south of the Separation Line from D+2."
NORTH = "No Party shall place Heavy Weapons within 15 km to the north of the Separation Line from D+2."
KEEP = "Each Party shall keep its Heavy Weapons at least 15 km from the Separation Line."
ZONE_BAN = "Kestria shall not fly aircraft in the Gulf Zone from D-day until D+4."
SIMPLE_BAN = "The Parties shall not lay mines."
IN_THE_ZONE = "The Parties shall not mine the Gulf Zone from D+1."
REFRAIN = "The Parties shall refrain from laying mines from D+1."
WITHDRAWAL = "Each Party shall withdraw its Heavy Weapons by D+3."
FIXED = "Kestria shall withdraw its Heavy Weapons by 5 March 2031."
NIGHT = "Kestria shall not lay mines between 20:00 and 06:00 from D+1."
NIGHT_ELSEWHERE = "Kestria shall not lay mines between 20:00 and 06:00 UTC+3 from 09:00 UTC+3 on D+1."
ONLY = "Orlavia may fly aircraft only between 07:00 and 19:00."
EXCHANGE = "The Parties shall exchange prisoners by D+3."
REPORT = "Each Party shall report every incident to the Commission within 24 hours."
MEETING = "The Commission shall meet within 48 hours of a Confirmed Violation."
OF_ONE = "The Commission shall meet within 48 hours of a violation of Article 1."
BY_A_PARTY = "The Commission shall meet within 48 hours of any laying of mines by a Party."
ON_THE_OTHER = "Each Party shall notify the Commission within 24 hours of an overflight by the other Party."
NOTIFY = "Each Party shall notify the Commission within 24 hours of an exchange of prisoners."
ALL = [
    BAN,
    SOUTH,
    NORTH,
    KEEP,
    ZONE_BAN,
    SIMPLE_BAN,
    IN_THE_ZONE,
    REFRAIN,
    WITHDRAWAL,
    FIXED,
    NIGHT,
    NIGHT_ELSEWHERE,
    ONLY,
    EXCHANGE,
    REPORT,
    MEETING,
    OF_ONE,
    NOTIFY,
    BY_A_PARTY,
    ON_THE_OTHER,
]
PROCESSES = Path(__file__).parents[2] / "golden" / "watched"
WATCHED = (
    Effort(by="HAL", means="patrol", place="everywhere", window=Interval(earliest="2031-01-01", latest="2031-12-31")),
)


def text(*provisions: str) -> str:
    return FRONT + "\n\n".join(f"{number}. {each}" for number, each in enumerate(provisions, start=1)) + "\n"


def written(*provisions: str):
    return formulas(parse(text(*provisions)))


def at(hours: float) -> dt.datetime:
    return D_DAY + dt.timedelta(hours=hours)


THINGS = {"place": "120 mm howitzers", "withdraw": "152 mm howitzers", "lay": "mines", "fly": "aircraft"} | {
    "exchange": "prisoners",
    "find": "a mine",
}


@st.composite
def reports(draw) -> list[Report]:
    """Reports without doubt: exact times and places, a doer, a plain thing, the word of somebody else.

    Answers to an earlier report come just within, or just beyond, the times that the provisions give.
    """
    found: list[Report] = []
    for number, hour in enumerate(sorted(draw(st.sets(st.integers(-30, 140), max_size=5)))):
        act = draw(st.sampled_from(["place", "lay", "place", "lay", "withdraw", "fly", "exchange", "find"]))
        is_found = act != "find" and draw(st.booleans())
        place = draw(st.sampled_from([NEAR, NEAR, FAR, IN_GULF]))
        doer = draw(st.sampled_from(["KES", "ORL", "KES", "ORL", "HAL"]))
        found.append(told(f"R-{number}", act, hour, doer, place, "Commission" if is_found else None))
        for answer in range(draw(st.integers(0, 2))):
            later = hour + draw(st.sampled_from([0.5, 23.5, 24.5, 47.5, 48.5])) + answer / 60
            by, how = draw(
                st.sampled_from([("KES", "report"), ("ORL", "report"), ("KES", "pay"), ("Commission", "meet")])
            )
            found.append(told(f"A-{number}-{answer}", how, later, by, FAR, about=f"R-{number}"))
    return found


def told(id, act, hour, by, place, found_by=None, about=None):
    time = at(hour)
    return Report(
        id=id,
        event=Interval(earliest=time, latest=time),
        reported=time,
        place=place,
        act=act,
        object=THINGS.get(act),
        actor=by,
        claimant="HAL",
        about=about,
        life="found" if found_by else "alleged",
        found_by=found_by,
    )


def in_its_word(provision: str, rows: list[Report]) -> list[Report]:
    """The answers under the provision's own word: whether a report is a notice would be a doubt."""
    return [row.replace(act="notify") if row.act == "report" and "notify" in provision else row for row in rows]


def why_left(provision: str) -> str:
    (left,) = {each.why for each in written(BAN, provision).left if each.obligation}
    return left


@pytest.mark.parametrize("provision", ALL)
@given(rows=reports(), hours=st.integers(1, 200))
def test_a_formula_is_broken_where_the_verdict_says_so(provision, rows, hours):
    agree(provision, in_its_word(provision, rows), at(hours))


@pytest.mark.parametrize(
    ("provision", "answer", "by", "limit"),
    [(REPORT, "report", "KES", 24), (MEETING, "meet", "Commission", 48)],
)
@pytest.mark.parametrize(("seconds", "broken"), [(0, False), (-1, False), (1, True)])
def test_they_agree_to_the_second(provision, answer, by, limit, seconds, broken):
    incident = told("R-0", "lay", 10, "KES", FAR, "Commission")
    follows = told("A-0", answer, 10 + limit + seconds / 3600, by, FAR, about="R-0")
    found = agree(provision, [incident, follows], at(200))
    (last,) = [times for formula, times in found.items() if f'by(y, "{by}")' in formula]
    assert bool(last) is broken


@given(
    hours=st.lists(st.integers(-10, 140), max_size=12),
    start=st.sampled_from(["", " from D+1"]),
    as_of=st.integers(1, 200),
)
def test_a_duty_that_returns_is_broken_where_the_verdict_says_so(hours, start, as_of):
    """Half an hour beside the hours that count, so that nothing falls on a limit."""
    framework = parse(text(f"Kestria shall inspect the depots every 24 hours{start}."))
    rows = [told(f"R-{at_}-{n}", "inspect", at_ + 0.5, "KES", FAR) for n, at_ in enumerate(sorted(set(hours)))]
    rows = [one.replace(object="depots") for one in rows]
    theirs = formulas(framework)
    (formula,) = theirs.formulas
    log = read_log(trace(framework, SHAPES, rows, theirs, at(as_of)).text)
    (verdict,) = watch(framework, SHAPES, rows, WATCHED, at(as_of)).verdicts
    broken = [point.time for i, point in enumerate(log) if holds(read_formula(formula.formula), log, i) is False]
    assert bool(broken) is (verdict.verdict in (Outcome.BREACHED, Outcome.OVERDUE)), (broken, verdict.why)


def agree(provision, rows, as_of):
    """Hold formulas and verdicts of a provision against one another; the times at which each formula is broken."""
    broken_at = {}
    provisions = [provision] if provision not in (REPORT, MEETING, OF_ONE) else [BAN, SIMPLE_BAN, provision]
    framework = parse(text(*provisions))
    theirs = formulas(framework, shapes=SHAPES)
    log = read_log(trace(framework, SHAPES, rows, theirs, as_of).text)
    verdicts = watch(framework, SHAPES, rows, WATCHED, as_of).verdicts
    assert not [one for one in theirs.left if one.obligation], theirs.left
    for formula in theirs.formulas:
        of_it = [v for v in verdicts if (v.obligation, v.bearer) == (formula.obligation, formula.bearer)]
        assert Outcome.CANNOT_TELL not in {v.verdict for v in of_it}, of_it
        meaning = read_formula(formula.formula)
        broken = [log[i].time for i in range(len(log)) if holds(meaning, log, i) is False]
        broken_at[formula.formula] = broken
        assert bool(broken) is any(v.verdict in (Outcome.BREACHED, Outcome.OVERDUE) for v in of_it), formula.formula
        occasions = [v for v in of_it if v.occasion]
        if occasions:
            late = {v.occasion for v in occasions if v.verdict in (Outcome.BREACHED, Outcome.OVERDUE)}
            times = {int(one.event.earliest.timestamp()) for one in rows if one.id in late}
            assert set(broken) == times
            pending = [i for i in range(len(log)) if holds(meaning, log, i) is None]
            assert bool(pending) is any(v.verdict is Outcome.PENDING for v in occasions)
        elif "EVENTUALLY" in formula.formula and "follows" not in formula.formula and as_of >= D_DAY:
            answers = {holds(meaning, log, i) for i in range(len(log))}
            assert (None in answers) is (of_it[0].verdict is Outcome.PENDING)
    return broken_at


def test_a_formula_is_told_with_its_provision_and_its_sentence():
    found = written(BAN)
    assert (
        "# Provision 1, obligation 1/1 of KES:\n"
        f"# {BAN}\n"
        'NOT (EXISTS x. (place(x) AND by(x, "KES") AND is_heavy_weapons(x) '
        'AND within_15_km_of_separation_line(x, "KES") AND (ONCE[151200,*] (d_day()))))\n'
    ) in found.text
    assert "within_15_km_of_separation_line(x:string, p:string) # " in found.signature
    assert found.signature.startswith("now() # ")


def test_a_thing_is_what_the_sentence_asks_for_and_not_a_term_within_its_words():
    (formula,) = written("Kestria shall deliver to the Commission a list of its Heavy Weapons by D+4.").formulas
    assert "is_a_list_of_its_heavy_weapons(x)" in formula.formula


def test_what_an_ordinary_reader_fills_in_stands_in_the_formulas():
    found = written("By D+9 Kestria shall release 60 and Orlavia shall release 45 prisoners.")
    assert {one.why for one in found.left if one.obligation} == {
        "it counts to a number, and sums are no part of first-order logic"
    }


def test_while_d_day_is_open_days_are_counted_from_a_d_day_to_come():
    (formula, _) = formulas(parse(text(WITHDRAWAL).replace("d_day: 2031-03-01T06:00+00:00\n", ""))).formulas
    assert formula.formula.startswith("d_day() IMPLIES ")
    assert f"EVENTUALLY[0,{4 * 86400 - 1}]" in formula.formula


def test_what_is_before_d_day_is_counted_from_the_clock():
    (formula,) = written("Kestria shall withdraw its Heavy Weapons by 20 February 2031.").formulas
    assert formula.formula.startswith("epoch() IMPLIES ")
    read_formula(formula.formula)


@pytest.mark.parametrize(
    ("provision", "why"),
    [
        ("Kestria may inspect any depot.", "it is a permission, which nothing can break"),
        ("Kestria shall release [#who KES: 100 | ORL: all] prisoners by D+5.", "the bracket #who is still open"),
        (
            "Kestria shall release 100 prisoners by D+5.",
            "it counts to a number, and sums are no part of first-order logic",
        ),
        ("Kestria shall withdraw its Heavy Weapons.", "it has no deadline that could be missed"),
        (
            "Kestria shall report to the Commission every day.",
            "its days are told by the calendar, which no distance in time expresses",
        ),
        (
            "The Parties shall allow convoys to pass through the Gulf Zone every day from 08:00 to 16:00.",
            "it holds at hours of the day, which no distance in time expresses",
        ),
        (
            "The accused Party shall withdraw its tanks by D+5.",
            "who the 'accused Party' is hangs on what happened, and no predicate tells it",
        ),
        (
            "Within 48 hours of notice of a shelling, the receiving Party shall reply.",
            "who the 'receiving Party' is hangs on what happened, and no predicate tells it",
        ),
        (
            "After a shelling the Party concerned shall report to the Commission within 12 hours.",
            "whom it binds hangs on what happened (who was notified, or is accused): no predicate tells it",
        ),
        (
            "Each Party shall reply to every notice within 24 hours.",
            "whom it binds hangs on what happened (who was notified, or is accused): no predicate tells it",
        ),
        (
            "A Party whose aircraft enter the Gulf Zone shall notify the Commission within 2 hours.",
            "where it has to have happened is told of bans alone",
        ),
        (
            "A Party whose soldiers fire shall notify the Commission within 2 hours.",
            "with whose things it happened is told by no predicate",
        ),
    ],
)
def test_what_is_no_formula_says_why(provision, why):
    assert why_left(provision) == why


@pytest.mark.parametrize("process", ["bridges", "contact-line", "sea"])
def test_every_formula_is_one_that_monpoly_monitors(process):
    framework = parse((PROCESSES / process / "framework.md").read_text("utf-8"))
    found = [*formulas(framework).formulas, *written(*ALL).formulas]
    assert found
    assert not [each.formula for each in found if refused(read_formula(each.formula))]


@pytest.mark.parametrize(
    "formula",
    [
        "EXISTS x. (NOT fire(x))",
        "NOT (EXISTS x. (EXISTS y. (fire(x) AND NOT follows(y, x))))",
        "NOT (EXISTS x. (EXISTS y. (fire(x) OR fire(y))))",
        "d_day() IMPLIES (EVENTUALLY[0,*] (meet()))",
    ],
)
def test_one_that_monpoly_refuses_is_known(formula):
    assert refused(read_formula(formula))


def test_a_sentence_that_was_not_read_is_no_formula():
    found = written("The Parties should meet often.")
    assert [each.why for each in found.left] == ["the sentence was not read"]
    assert "# - Provision 1: the sentence was not read: The Parties should meet often." in found.text


def test_how_long_the_text_holds_is_in_no_formula_and_that_is_said():
    (left,) = written(BAN, "This Agreement shall remain in force for 30 days.").left
    assert (left.provision, left.why) == ("2", "the formulas are of the text as if it had no end")


def test_a_term_of_one_article_was_read_though_its_sentence_says_no_duty():
    (left,) = written(f"{BAN} This Article shall lapse on D+10.").left
    assert left.why == "the formulas are of the text as if it had no end"


def report(id: str, **how) -> Report:
    given = {"act": "place", "object": "120 mm howitzers", "actor": "KES", "claimant": "HAL", "place": NEAR}
    time = how.pop("time", at(60))
    return Report(id=id, event=Interval(earliest=time, latest=time), reported=at(70), **given | how)


def logged(rows, provision=BAN, as_of=None):
    framework = parse(text(provision))
    return trace(framework, SHAPES, rows, formulas(framework), as_of or at(80))


def test_a_log_has_a_line_for_each_time_point():
    assert logged([report("R 1/2")]).text.splitlines() == [
        f"@{int(D_DAY.timestamp())} d_day ()",
        f"@{int(at(60).timestamp())} by (R_1_2-dba122c2,KES) is_heavy_weapons (R_1_2-dba122c2) "
        "place (R_1_2-dba122c2) within_15_km_of_separation_line (R_1_2-dba122c2,KES) (R_1_2-dba122c2,ORL) "
        "(R_1_2-dba122c2,anyone)",
        f"@{int(at(80).timestamp())} now ()",
    ]


def test_a_doubtful_report_is_named_and_nothing_doubtful_is_logged():
    doubtful = report("R-1", object=None, place=ReportPlace(name="a village"))
    found = logged([doubtful])
    assert f"@{int(at(60).timestamp())} by (R-1,KES) place (R-1)" in found.text.splitlines()
    assert found.notes == ("1 report leaves something open, which the log takes as not so, and watch does not: R-1.",)


def test_what_an_exception_may_cover_is_held_against_nobody():
    provision = "No Party shall fly aircraft in the Gulf Zone, except for medical evacuation."
    found = logged([report("R-1", act="fly", object="aircraft", place=IN_GULF)], provision)
    assert "excepted_1_1 (R-1)" in found.text


def test_a_report_without_an_exact_time_stands_at_its_earliest():
    day = report("R-1").replace(event=Interval(earliest=dt.date(2031, 3, 3), latest=dt.date(2031, 3, 3)))
    found = logged([day])
    assert f"@{int(dt.datetime(2031, 3, 3, tzinfo=dt.UTC).timestamp())} by (R-1,KES)" in found.text
    assert found.notes == ("1 report stands at the earliest time that it can have had: R-1.",)


def test_a_place_without_a_shape_is_said():
    framework = parse(text(BAN))
    found = trace(framework, (), [report("R-1")], formulas(framework), at(80))
    assert "within_15_km_of_separation_line" not in found.text
    assert any("no annex gives the shape of 'Separation Line' for KES" in note for note in found.notes)


@pytest.mark.parametrize(("word", "broken"), [("delay", True), ("restriction", False), (None, True)])
def test_a_word_for_less_than_an_act_is_a_predicate_of_its_own(word, broken):
    """Whoever denies access delays, too; what a restriction was is open, which a log takes for not so."""
    ban = "Kestria shall not delay the Commission from D+1."
    row = told("R-0", "deny-access", 40, "KES", FAR).replace(worded=word, object="Commission")
    theirs = written(ban)
    assert "delay(x)" in theirs.formulas[0].formula
    log = read_log(trace(parse(text(ban)), SHAPES, [row], theirs, at(200)).text)
    formula = read_formula(theirs.formulas[0].formula)
    assert any(holds(formula, log, i) is False for i in range(len(log))) is broken
