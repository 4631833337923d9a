"""Which reports count, and what is said of those that do not; trends, coverage and what is not judged."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from parley.framework import parse
from parley.model import TEAM, Candidate, Interval, Label, Life, Report, ReportPlace, UnusableInput
from parley.monitoring import load_reports, load_shapes, watch, watching

FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n\n"
LINE = {
    "type": "Feature",
    "properties": {"name": "Separation Line", "kind": "line", "annex": "A"},
    "geometry": {"type": "LineString", "coordinates": [[89.0, -42.0], [91.0, -42.0]]},
}
AIR = "1. No Party shall fly unmanned aircraft within 5 km of the Separation Line from D-day. {#air}\n"


def shot(id: str = "r1", day: str = "2031-03-10", **more: Any) -> dict[str, Any]:
    row = {"id": id, "event_earliest": day, "reported": day, "act": "fire", "actor": "KES", "counterpart": "ORL"}
    return {**row, "claimant": "ORL", "place": f"Hill {id}", **more}


def kestria(result: Any) -> Any:
    return next(verdict for verdict in result.verdicts if verdict.bearer == "KES")


def test_a_report_made_later_is_not_yet_known(held: Any) -> None:
    result = held(FIRE, [shot(reported="2031-03-20")], as_of="2031-03-15T00:00")
    assert kestria(result).verdict == "cannot tell"
    assert result.notes == ("1 report was not yet made on 2031-03-15 00:00: r1.",)


def test_a_withdrawn_report_does_not_count(held: Any) -> None:
    result = held(FIRE, [shot(life="withdrawn")])
    assert kestria(result).reports == ()
    assert "r1 was withdrawn by ORL and does not count." in result.notes


def test_a_correction_replaces_from_the_day_it_was_made(held: Any) -> None:
    rows = [shot(), shot("r2", actor="ORL", claimant="ORL", corrects="r1", reported="2031-03-20")]
    assert kestria(held(FIRE, rows, as_of="2031-03-15T00:00")).verdict == "breached"
    assert kestria(held(FIRE, rows)).verdict == "cannot tell"


def test_a_correction_of_its_own_id_is_a_newer_version(held: Any) -> None:
    rows = [shot(), shot(actor="ORL", corrects="r1", reported="2031-03-20")]
    assert kestria(held(FIRE, rows, as_of="2031-03-15T00:00")).verdict == "breached"
    assert kestria(held(FIRE, rows)).verdict == "cannot tell"


def test_the_history_of_a_correction_is_told(held: Any) -> None:
    rows = [shot(), shot("r2", corrects="r1", reported="2031-03-11"), shot("r3", corrects="r2", reported="2031-03-12")]
    verdict = kestria(held(FIRE, rows))
    assert verdict.reports == ("r3",)
    assert "corrects r2, r1" in verdict.why


def test_reports_that_correct_one_another_in_a_ring_both_stay(held: Any) -> None:
    result = held(FIRE, [shot(corrects="r2"), shot("r2", corrects="r1")])
    assert kestria(result).reports == ("r1", "r2")
    assert any("in a ring" in note for note in result.notes)


def test_an_event_told_by_two_sources_is_counted_once(held: Any) -> None:
    rows = [shot(place="Tamsen"), shot("r2", place="Tamsen", claimant="JVC")]
    verdict = kestria(held(FIRE, rows))
    assert verdict.reports == ("r1", "r2")
    assert verdict.why == "ORL says that KES fired on 10 March (r1, also r2)."


def test_the_order_of_the_reports_does_not_matter(held: Any) -> None:
    rows = [shot(), shot("r2", day="2031-03-12"), shot("r3", about="r1", act="deny", claimant="KES", day="2031-03-14")]
    assert held(FIRE, rows).verdicts == held(FIRE, rows[::-1]).verdicts


def test_the_same_files_twice_change_nothing_and_another_content_is_refused(framework_of: Any) -> None:
    header = "id,event_earliest,reported,act,actor,counterpart,claimant\n"
    row = "r1,2031-03-10,2031-03-10,fire,{},ORL,ORL\n"
    one, two = (
        load_reports((header + row.format(who)).encode(), f"reports/{who}.csv", TEAM)[0] for who in ("KES", "HAL")
    )
    as_of = dt.datetime(2031, 3, 31, tzinfo=dt.UTC)
    once, twice = (watch(framework_of(FIRE), (), rows, (), as_of) for rows in (one, one * 2))
    assert once.verdicts == twice.verdicts
    with pytest.raises(UnusableInput, match=r"the id 'r1' of reports/KES.csv, row 2 to other content"):
        watch(framework_of(FIRE), (), one + two, (), as_of)


def test_claims_of_two_sides_are_never_summed_and_stand_beside_the_effort(held: Any) -> None:
    def drone(id: str, claimant: str, day: str) -> dict[str, Any]:
        near = {"latitude": -42, "longitude": 90, "radius_m": 100}
        return shot(id, day, act="overflight", object="drone", claimant=claimant, **near)

    rows = [drone("a", "ORL", "2031-03-03"), drone("b", "ORL", "2031-03-04"), drone("c", "JVC", "2031-03-12")]
    effort = "JVC,radar,Separation Line,2031-03-03T00:00,2031-03-03T10:00,1,\n"
    result = held(AIR, rows, as_of="2031-03-16T12:00", effort=effort)
    joint, orlavia = result.trends
    assert (joint.claimant, orlavia.claimant) == ("JVC", "ORL")
    told = [(str(row.period.earliest), row.count, row.hours) for row in joint.counts if row.count or row.hours]
    assert told == [("2031-03-03", 0, 10.0), ("2031-03-12", 1, 0.0)]
    assert [str(row.period.earliest) for row in orlavia.counts if row.count] == ["2031-03-03", "2031-03-04"]
    assert {row.hours for row in orlavia.counts} == {None}  # the radar is not Orlavia's: what it watched nobody told


def test_coverage_is_of_whole_days(held: Any) -> None:
    effort = (
        "JVC,posts,Separation Line,2031-03-01,2031-03-03,1,\n"
        "HAL,patrols,Separation Line,2031-03-04,2031-03-04,0.5,\n"
        "JVC,posts,Separation Line,2031-03-05T00:00,2031-03-05T12:00,1,\n"
    )
    [coverage] = held(AIR, [], as_of="2031-03-10T23:00", effort=effort).coverage
    assert (coverage.days, coverage.days_watched, coverage.share, coverage.by) == (10, 3, 0.3, ("JVC", "HAL"))


def test_an_event_whose_act_may_be_another_is_counted_in_no_trend(held: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [shot(), shot("r2", act=""), shot("r3", act="attack", day="2031-03-11"), shot("r4", act="commotion")]
    for many in (10**9, 0):
        monkeypatch.setattr(watching, "MANY", many)
        [trend] = [one for one in held(FIRE, rows).trends if one.claimant == "ORL"]
        assert sum(row.count or 0 for row in trend.counts) == 1
        assert "3 more tell of an act that may be another, and are not counted." in trend.words
        [trend] = [one for one in held(FIRE, rows[1:2]).trends if one.claimant == "ORL"]
        assert not any(row.count for row in trend.counts)
        assert "1 more tells of an act that may be another, and is not counted." in trend.words


def test_effort_for_an_unknown_place_or_act_is_told(held: Any) -> None:
    rows = (
        "JVC,posts,the Separation Line,2031-03-01,2031-03-03,1,shelling",
        "JVC,posts,everywhere,2031-03-01,2031-03-03,1,",
    )
    assert not [note for note in held(AIR, [], effort="\n".join(rows)).notes if "effort" in note]
    rows = (
        "JVC,posts,Separaton Line,2031-03-01,2031-03-03,1,goblins",
        "JVC,posts,Separaton Line,2031-03-04,2031-03-05,1,",
    )
    assert [note for note in held(AIR, [], effort="\n".join(rows)).notes if "effort" in note] == [
        "reports/effort.csv, row 2: neither the text nor an annex has the place 'Separaton Line', so effort for it "
        "counts for no provision; write it as the text does.",
        "reports/effort.csv, row 2: 'goblins' names no act of the lexicon, so effort for it counts for no provision; "
        "write it as the text does.",
    ]


@pytest.mark.parametrize(
    ("as_of", "effort", "days"),
    [
        ("2031-03-02T00:00", "", (1, 0)),
        ("2031-03-02T00:00", "JVC,posts,Separation Line,2031-03-01,2031-03-01,1,", (1, 1)),
        ("2031-03-02T00:00", "JVC,posts,Separation Line,2031-03-01T00:00,2031-03-02T00:00,1,", (1, 1)),
        ("2031-03-02T00:00", "JVC,posts,Separation Line,2031-03-02T00:00,2031-03-03T00:00,1,", (1, 0)),
        ("2031-03-03T00:00", "JVC,posts,Separation Line,2031-03-02T00:00,2031-03-03T00:00,1,", (2, 1)),
        ("2031-03-02T00:00:01", "JVC,posts,Separation Line,2031-03-01,2031-03-01,1,", (2, 1)),
        ("2031-03-01T00:00", "", (1, 0)),
        ("2031-03-01T00:00", "JVC,posts,Separation Line,2031-03-01,2031-03-01,1,", (1, 1)),
        ("2031-03-02T00:00", "JVC,posts,Separation Line,2031-03-01T08:00,2031-03-01T08:00,1,", (1, 0)),
    ],
)
def test_a_part_of_a_day_without_length_is_no_day(held: Any, as_of: str, effort: str, days: tuple[int, int]) -> None:
    result = held(AIR, [], as_of=as_of, effort=effort)
    [coverage] = result.coverage
    assert (coverage.days, coverage.days_watched) == days
    assert kestria(result).verdict == ("kept" if days[0] == days[1] else "cannot tell")
    assert ("08:00" in effort) <= (coverage.by == ())  # effort without length has seen nothing


@pytest.mark.parametrize(
    ("sentence", "why", "bring"),
    [
        ("Each Party shall release the prisoners.", "it has no deadline", "A deadline in the text"),
        (
            "Each Party shall withdraw its tanks by D+3 if the other Party requests it.",
            "it hangs on 'if the other Party requests it'",
            "A time limit in the text",
        ),
    ],
)
def test_what_cannot_be_held_against_reports_is_said_and_never_dropped(
    held: Any, sentence: str, why: str, bring: str
) -> None:
    result = held(f"1. {sentence}\n", [])
    assert all(verdict.verdict == "cannot tell" for verdict in result.verdicts)
    assert all(verdict.why.startswith("Not held against reports yet: ") for verdict in result.verdicts)
    assert all(why in verdict.why for verdict in result.verdicts)
    assert all(bring in verdict.would_change for verdict in result.verdicts)


def test_a_permission_gets_no_verdict(held: Any) -> None:
    assert held("1. A Party may return fire in self-defence.\n", []).verdicts == ()


def test_a_label_named_as_open_leaves_its_sentence_open(held: Any) -> None:
    text = "1. No Party shall fire at the forces of the other Party from [#start KES: D-day | ORL: D+2]. {#fire}\n"
    assert all("#start" in verdict.why for verdict in held(text, [shot()]).verdicts)


def test_a_time_without_a_zone_is_taken_in_the_zone_given(framework_of: Any) -> None:
    rows, _ = load_reports(b"id,event_earliest,reported\nr1,2031-03-10,2031-03-10T10:00\n", "reports/x.csv", TEAM)
    naive = [row.replace(reported=row.reported.replace(tzinfo=None)) for row in rows]
    zone = dt.timezone(dt.timedelta(hours=-5))
    assert watch(framework_of(FIRE), (), naive, (), dt.datetime(2031, 3, 10, 9), zone=zone).notes == (
        "1 report was not yet made on 2031-03-10 09:00: r1.",
    )


def test_verdicts_carry_the_labels_of_what_they_rest_on(framework_of: Any) -> None:
    secret = Label("party:KES")
    rows, _ = load_reports(b"id,event_earliest,reported\nr1,2031-03-10,2031-03-10\n", "reports/x.csv", secret)
    result = watch(framework_of(FIRE), (), rows, (), dt.datetime(2031, 3, 31, tzinfo=dt.UTC))
    assert {verdict.audience for verdict in result.verdicts} == {secret}


def test_a_point_that_would_be_near_with_its_axes_swapped_is_suspected(held: Any) -> None:
    features = [{"type": "Feature", "properties": {"name": "Separation Line"}, "geometry": {"type": "LineString",
                 "coordinates": [[29, 12], [31, 12]]}}]  # fmt: skip
    result = held(AIR, [shot(latitude=30, longitude=12.1)], features=features)
    assert "latitude and longitude look swapped in: r1 (reports/incidents.csv, row 2)" in " ".join(result.notes)


def test_each_side_measures_from_its_own_line_and_each_weapon_from_its_own_distance(held: Any) -> None:
    """The form of a zone that is asymmetric by party (one shape for each) and by weapon (one distance for each)."""
    text = (
        "1. No Party shall place guns within 25 km of the Withdrawal Line from D-day. {#guns}\n\n"
        "2. No Party shall place rocket launchers within 35 km of the Withdrawal Line from D-day. {#rockets}\n"
    )
    lines = [
        {
            "type": "Feature",
            "properties": {"name": "Withdrawal Line", "kind": "line", "party": party},
            "geometry": {"type": "LineString", "coordinates": [[89.0, latitude], [91.0, latitude]]},
        }
        for party, latitude in (("KES", -42.0), ("ORL", -41.9))
    ]

    def placed(id: str, thing: str, actor: str) -> dict[str, Any]:
        where = {"latitude": -42.27, "longitude": 90.0, "radius_m": 100}  # 30 km from the one line, 41 from the other
        return {**shot(id), "act": "place", "object": thing, "actor": actor, "claimant": "JVC", **where}

    rows = [placed(f"{thing[0]}{who}", thing, who) for thing in ("guns", "rocket launchers") for who in ("KES", "ORL")]
    breached = {(v.provision, v.bearer) for v in held(text, rows, features=lines).verdicts if v.verdict == "breached"}
    assert breached == {("rockets", "KES")}


MISSION = """---
parties: {KES: Republic of Kestria, ORL: Orlavian Union}
others: {MM: Monitoring Mission, HAL: Halvern}
d_day: 2031-03-01
---

1. No Party shall lay mines. {#mines}

"""


@pytest.mark.parametrize(
    ("said", "finding"),
    [
        ("2. The Mission shall verify Article 1.", "found"),
        ("**Violation** means an act that the Mission has found to be a breach.", "found"),
        ("2. The Mission shall have a car.", "alleged"),
    ],
)
def test_a_mission_that_was_there_before_the_text_finds_if_the_text_lets_it(said: str, finding: str) -> None:
    mines = Report(
        id="a",
        event=Interval(earliest=dt.date(2031, 3, 2), latest=dt.date(2031, 3, 2)),
        reported=dt.datetime(2031, 3, 3, tzinfo=dt.UTC),
        act="lay",
        object="mines",
        actor="KES",
        claimant="MM",
        life=Life.FOUND,
        found_by="MM",
        audience=TEAM,
    )
    text = parse(f"{MISSION}{said}\n")
    first = watch(text, (), [mines], (), dt.datetime(2031, 3, 9, tzinfo=dt.UTC)).verdicts[0]
    assert (first.verdict, first.finding) == ("breached", finding)


def test_sentences_that_were_not_read_are_named(framework_of: Any) -> None:
    text = framework_of(FIRE)
    fire = next(one for one in text.sentences if one.provision == "fire")
    unread = text.replace(sentences=(fire.replace(reading=None, obligations=()),))
    notes = watch(unread, (), (), (), dt.datetime(2031, 3, 9, tzinfo=dt.UTC)).notes
    assert notes == ("1 operative sentence was not read, and no verdict is of what it says: #fire.",)


def test_a_shape_with_its_axes_swapped_is_suspected(held: Any) -> None:
    def drawn(name: str, kind: str, rings: Any) -> dict[str, Any]:
        sort = {"line": "LineString", "zone": "Polygon"}[kind]
        return {
            "type": "Feature",
            "properties": {"name": name, "kind": kind},
            "geometry": {"type": sort, "coordinates": rings},
        }

    line = drawn("Separation Line", "line", [[30, 50], [31, 50]])
    zone = drawn("Gulf Zone", "zone", [[[50, 30], [50, 31], [51, 31], [51, 30], [50, 30]]])
    post = drawn("Post Zone", "zone", [[[30, 50], [31, 50], [31, 51], [30, 51], [30, 50]]])
    said = "latitude and longitude look swapped in the shape of 'Gulf Zone'"
    assert f"{said}." in held(FIRE, [], features=[line, zone, post]).notes
    assert held(FIRE, [], features=[zone, line]).notes == (f"{said} or 'Separation Line'.",)
    assert not any("swapped" in note for note in held(FIRE, [], features=[line, post]).notes)


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("Post Zone", "cannot tell"), ("sheet 1", "cannot tell"), ("Annex B", "breached"), (None, "breached")],
)
def test_the_annex_is_the_place_where_what_it_draws_has_no_other_name(
    held: Any, name: str | None, verdict: str
) -> None:
    posts = "**Post Zone** means the area shown in Annex A.\n\n"
    mines = "1. No Party shall lay mines in the Gulf Zone. {#mines}\n"
    zone = {
        "type": "Feature",
        "properties": {"kind": "zone", "annex": "B"} | ({"name": name} if name else {}),
        "geometry": {"type": "Polygon", "coordinates": [[[92, -43], [93, -43], [93, -42], [92, -42], [92, -43]]]},
    }
    laid = {**shot(act="lay", object="mines"), "latitude": "-42.5", "longitude": "92.5", "radius_m": "10"}
    result = held(posts + mines, [laid], features=[zone])
    one = kestria(result)
    assert one.verdict == verdict
    assert (
        verdict == "breached"
        or f"no annex gives the shape of 'Gulf Zone' for KES, but Annex B draws '{name}'" in one.why
    )
    strange = "The annexes draw 'sheet 1', of which the text says nothing: shapes are found by their names."
    assert (strange in result.notes) is (name == "sheet 1")


def test_a_place_that_may_be_one_of_several_is_told_with_all_of_them(framework_of: Any) -> None:
    rows = [
        ReportPlace(
            name="Harrow",
            candidates=(
                Candidate(name="Harrow", latitude=-42, longitude=90, within="the north"),
                Candidate(name="Harrow", latitude=-44, longitude=95),
            ),
        ),
    ]
    data = {"type": "FeatureCollection", "features": [LINE]}
    at = dt.datetime(2031, 3, 10, tzinfo=dt.UTC)
    reports = [
        Report(
            id="r1",
            event=Interval(earliest=at, latest=at),
            reported=at,
            act="fly",
            object="unmanned aircraft",
            actor="KES",
            claimant="ORL",
            place=place,
        )
        for place in rows
    ]
    shapes = load_shapes(json.dumps(data).encode(), "annexes/all.geojson")
    one = kestria(watch(framework_of(AIR), shapes, reports, (), at + dt.timedelta(days=9)))
    assert one.verdict == "cannot tell"
    assert "Harrow could be Harrow in the north or Harrow at -44.00, 95.00" in one.why
    assert one.would_change == "For r1 which Harrow it was."
