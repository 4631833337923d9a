"""Bans: breached by one report, kept only as far as somebody watched, and otherwise nobody can tell."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import Verdict, Watch
from parley.monitoring import watch

from .conftest import GULF as GULF_DRAWN
from .conftest import Held

HEAVY = "1. No Party shall place Heavy Weapons within 15 km of the Separation Line from D+7. {#heavy}\n"
GULF = "1. The Parties shall not attack ships or ports in the Gulf Zone from D-day. {#gulf}\n"
EVERY_DAY = "JVC,posts,Separation Line,2031-03-01,2031-04-30,1,\n"
KM = 1 / 111.07


def seen(id: str = "r1", km: float = 5.0, radius: Any = 100, **more: Any) -> dict[str, Any]:
    """JVC saw Kestria's howitzer so many kilometres north of the line."""
    return {
        "id": id,
        "event_earliest": "2031-03-15T10:00",
        "event_latest": "2031-03-15T11:00",
        "reported": "2031-03-15T18:00",
        "act": "place",
        "object": "152 mm howitzer",
        "actor": "KES",
        "claimant": "ORL",
        "latitude": -42 + km * KM,
        "longitude": 90,
        "radius_m": radius,
        **more,
    }


def of(result: Watch, bearer: str = "KES") -> Verdict:
    return next(verdict for verdict in result.verdicts if verdict.bearer == bearer)


def test_a_claim_by_the_other_side_is_a_breach_alleged_and_says_how_far_it_was(held: Any) -> None:
    verdict = of(held(HEAVY, [seen()]))
    assert (verdict.verdict, verdict.finding, verdict.reports) == ("breached", "alleged", ("r1",))
    assert verdict.why == (
        "ORL says that KES placed the 152 mm howitzer 5.0 km from the Separation Line (± 100 m) "
        "on 15 March, 10:00 to 11:00 (r1)."
    )


def test_only_a_body_that_the_text_names_can_find(held: Any) -> None:
    by_body = of(held(HEAVY, [seen(life="found", found_by="JVC")]))
    by_stranger = of(held(HEAVY, [seen(life="found", found_by="Weekly Mirror")]))
    assert (by_body.finding, by_stranger.finding) == ("found", "alleged")
    assert "no body that the text names" in by_stranger.why


def test_a_finding_about_a_report_makes_it_found_once_it_is_made(held: Any) -> None:
    finding = seen("f1", about="r1", life="found", found_by="JVC", reported="2031-03-20", claimant="JVC")
    assert of(held(HEAVY, [seen(), finding])).finding == "found"
    assert of(held(HEAVY, [seen(), finding], as_of="2031-03-18T00:00")).finding == "alleged"


def test_a_counter_claim_leaves_it_alleged_and_is_told(held: Any) -> None:
    denial = seen("k1", about="r1", act="deny", claimant="KES", reported="2031-03-16")
    verdict = of(held(HEAVY, [seen(), denial]))
    assert (verdict.verdict, verdict.finding) == ("breached", "alleged")
    assert "and KES denies it (k1)" in verdict.why


def test_what_the_body_found_untrue_does_not_count(held: Any) -> None:
    refuted = seen("f1", about="r1", act="deny", claimant="JVC", life="found", found_by="JVC", reported="2031-03-16")
    result = held(HEAVY, [seen(), refuted], effort=EVERY_DAY)
    assert of(result).verdict == "kept"
    assert any("found not to be so by JVC" in note for note in result.notes)


@pytest.mark.parametrize(
    ("km", "radius", "verdict"),
    [(5, 100, "breached"), (14, 2_000, "cannot tell"), (16, 2_000, "cannot tell"), (30, 2_000, "kept"),
     (5, "", "breached"), (12, "", "cannot tell"), (17, "", "cannot tell"), (25, "", "kept")],
)  # fmt: skip
def test_a_place_is_inside_outside_or_cannot_tell(held: Any, km: float, radius: Any, verdict: str) -> None:
    assert of(held(HEAVY, [seen(km=km, radius=radius)], effort=EVERY_DAY)).verdict == verdict


def test_a_point_of_unstated_precision_near_the_border_says_so(held: Any) -> None:
    assert "nobody said how exact the place is" in of(held(HEAVY, [seen(km=12, radius="")])).why


@pytest.mark.parametrize(
    ("thing", "verdict"),
    [("Heavy Weapons", "breached"), ("122 mm artillery", "breached"), ("T-72 tank", "breached"), ("105 mm gun",
     "breached"), ("82 mm howitzer", "kept"), ("howitzer", "cannot tell"), ("rifle", "kept"), ("", "cannot tell"),
     ("something under canvas", "cannot tell"), ("heavy mortar", "cannot tell")],
)  # fmt: skip
def test_a_thing_falls_under_the_defined_term_by_word_kind_and_calibre(held: Any, thing: str, verdict: str) -> None:
    assert of(held(HEAVY, [seen(object=thing)], effort=EVERY_DAY)).verdict == verdict


def test_none_seen_is_not_a_breach(held: Any) -> None:
    assert of(held(HEAVY, [seen(count=0)], effort=EVERY_DAY)).verdict == "kept"


def test_a_report_that_names_no_doer_leaves_both_parties_in_doubt(held: Any) -> None:
    result = held(HEAVY, [seen(actor="unknown")], effort=EVERY_DAY)
    assert [verdict.verdict for verdict in result.verdicts] == ["cannot tell", "cannot tell"]
    assert "nobody is named as the doer" in result.verdicts[0].why


def test_a_time_that_straddles_the_beginning_is_a_doubt(held: Any) -> None:
    straddling = seen(event_earliest="2031-03-07T20:00", event_latest="2031-03-08T02:00")
    verdict = of(held(HEAVY, [straddling], effort=EVERY_DAY))
    assert verdict.verdict == "cannot tell"
    assert "it may have been before this applied" in verdict.why
    assert verdict.would_change == "For r1 a more exact time."


def test_silence_is_not_calm(held: Any) -> None:
    verdict = of(held(HEAVY, [], effort="JVC,patrols,Separation Line,2031-03-08,2031-03-17,1,place\n"))
    assert verdict.verdict == "cannot tell"
    assert "silence is not calm" in verdict.why
    assert "watched on 10 of 24 days, by JVC" in verdict.why


@pytest.mark.parametrize("half", ["0.5,", "1,release", "1,shell"])
def test_effort_that_sees_half_or_looks_for_something_else_does_not_make_it_kept(held: Any, half: str) -> None:
    assert of(held(HEAVY, [], effort=f"JVC,posts,Separation Line,2031-03-01,2031-04-30,{half}\n")).verdict == (
        "cannot tell"
    )


def test_before_its_beginning_it_is_pending(held: Any) -> None:
    assert of(held(HEAVY, [], as_of="2031-03-05T00:00")).verdict == "pending"


def test_without_a_d_day_nothing_can_be_counted(framework_of: Any) -> None:
    result = watch(framework_of(HEAVY).replace(d_day=None), (), (), (), dt.datetime(2031, 3, 31, tzinfo=dt.UTC))
    assert {verdict.verdict for verdict in result.verdicts} == {"cannot tell"}
    assert "D-day is not fixed" in result.verdicts[0].why


def test_an_open_bracket_is_said(held: Any) -> None:
    text = "1. No Party shall place Heavy Weapons within [#far KES: 15 | ORL: 30] km of the Separation Line from D+7.\n"
    verdict = of(held(text, [seen()]))
    assert verdict.verdict == "cannot tell"
    assert "bracket #far is still open" in verdict.why


def test_an_attack_in_a_zone_by_its_target(held: Any) -> None:
    there = {"latitude": -42.5, "longitude": 92.5, "radius_m": 1000}
    ship = seen(act="fire", object="fishing vessel", **there)
    assert of(held(GULF, [ship])).verdict == "breached"
    assert of(held(GULF, [seen(act="fire", object="mortar", **there)])).verdict == "cannot tell"


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        ({"counterpart": "City Hospital"}, "breached"),
        ({"counterpart": "hospital", "object": "mortar"}, "breached"),
        ({"counterpart": "school"}, "cannot tell"),
        ({"counterpart": "ORL"}, "cannot tell"),
    ],
)
def test_what_was_attacked_may_stand_as_the_counterpart(held: Any, target: dict[str, Any], verdict: str) -> None:
    assert (
        of(held("1. No Party shall attack hospitals.\n", [seen(act="shell", **{"object": "", **target})])).verdict
        == verdict
    )


@pytest.mark.parametrize(
    ("ship", "verdict"), [("cargo ship", "breached"), ("boat", "cannot tell"), ("frigate", "kept")]
)
def test_who_must_not_attack_merchant_ships_may_attack_others(held: Any, ship: str, verdict: str) -> None:
    effort = "Commission,posts,everywhere,2031-03-01,2031-04-30,1,\n"
    ban = "1. No Party shall attack merchant ships.\n"
    assert of(held(ban, [seen(act="fire", object=ship)], effort=effort)).verdict == verdict


@pytest.mark.parametrize(("west", "verdict"), [(92.5, "breached"), (95, "kept"), (93, "cannot tell")])
def test_an_attack_on_a_zone_is_one_that_falls_in_it(held: Any, west: float, verdict: str) -> None:
    fallen = seen(act="shell", object="", latitude=-42.5, longitude=west, radius_m=1000)
    every_day = "JVC,posts,Gulf Zone,2031-03-01,2031-04-30,1,\n"
    text = "1. The Parties shall not shell the Gulf Zone from D-day. {#gulf}\n"
    told = of(held(text, [fallen], effort=every_day))
    assert told.verdict == verdict
    assert "aimed" not in told.why


@pytest.mark.parametrize(
    ("spot", "radius", "verdict"),
    [((89.5, -42), 100, "cannot tell"), ((89.5, -42.05), 100, "cannot tell"), ((88, -43.5), 100, "kept"),
     ((88, -43.5), 200_000, "cannot tell"), ((-30, 89.5), 100, "kept"), ((-42, 89.5), 100, "breached")],
    ids=["on the line then", "near it then", "far both ways", "perhaps near it then", "far, and no other way", "on it"],
)  # fmt: skip
def test_a_point_whose_coordinates_look_exchanged_may_lie_either_way(
    held: Any, spot: Any, radius: int, verdict: str
) -> None:
    latitude, longitude = spot
    told = of(held(HEAVY, [seen(latitude=latitude, longitude=longitude, radius=radius)], effort=EVERY_DAY))
    assert told.verdict == verdict
    if verdict == "cannot tell":
        assert "its latitude and longitude look swapped" in told.why
        assert told.would_change == "For r1 its coordinates the right way round."


def test_outside_a_place_is_so_both_ways_too(held: Any) -> None:
    text = "1. No Party shall place Heavy Weapons outside the Gulf Zone from D-day. {#heavy}\n"
    inside_if_exchanged = of(held(text, [seen(latitude=88, longitude=-42.5, radius=50_000)]))
    assert inside_if_exchanged.verdict == "breached"  # two degrees from the zone: outside either way
    features = [{"type": "Feature", "properties": {"name": "Gulf Zone"}, "geometry": {"type": "Polygon", "coordinates":
                [[[78, -43], [79, -43], [79, -42], [78, -42], [78, -43]]]}}]  # fmt: skip
    verdict = of(held(text, [seen(latitude=78.5, longitude=-42.5)], features=features))
    assert verdict.verdict == "cannot tell"


def test_a_zone_whose_coordinates_look_exchanged_may_lie_either_way(held: Any) -> None:
    def zone(name: str, west: float, south: float) -> dict[str, Any]:
        ring = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
        return {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    drawn = [zone("Gulf Zone", 50, 30), zone("Post Zone", 30, 50), zone("Ferry Zone", 31, 52)]

    def at(latitude: float, longitude: float) -> Verdict:
        ship = seen(act="fire", object="ship", latitude=latitude, longitude=longitude)
        return of(held(GULF, [ship], effort="JVC,posts,Gulf Zone,2031-03-01,2031-04-30,1,\n", features=drawn))

    assert [at(*spot).verdict for spot in ((30.5, 50.5), (50.5, 30.5), (40.5, 40.5))] == ["cannot tell"] * 2 + ["kept"]
    verdict = at(30.5, 50.5)
    assert "latitude and longitude look swapped in the shape of 'Gulf Zone'" in verdict.why
    assert verdict.would_change == "For r1 the shape of 'Gulf Zone' the right way round."


@pytest.mark.parametrize(
    "ban",
    ["shell any place in the Gulf Zone", "attack any point in the Gulf Zone", "bombard any part of the Gulf Zone",
     "shell the whole of the Gulf Zone", "fire into any part of the Gulf Zone"],
)  # fmt: skip
def test_any_place_in_a_zone_that_is_drawn_is_the_zone(held: Any, ban: str) -> None:
    every_day = "JVC,posts,Gulf Zone,2031-03-01,2031-04-30,1,\n"
    for west, verdict in ((92.5, "breached"), (95, "kept"), (93, "cannot tell")):
        fallen = seen(act="shell", object="", latitude=-42.5, longitude=west, radius_m=1000)
        assert of(held(f"1. No Party shall {ban} from D-day.\n", [fallen], effort=every_day)).verdict == verdict


@pytest.mark.parametrize("ban", ["shell some places in the Gulf Zone", "shell any village in the Gulf Zone"])
def test_some_places_in_a_zone_are_not_all_of_it(held: Any, ban: str) -> None:
    fallen = seen(act="shell", object="", latitude=-42.5, longitude=92.5, radius_m=1000)
    assert of(held(f"1. No Party shall {ban} from D-day.\n", [fallen])).verdict == "cannot tell"


def test_who_enters_or_flies_over_a_zone_does_so_whatever_it_is(held: Any) -> None:
    there = {"latitude": -42.5, "longitude": 92.5, "radius_m": 1000}
    entered, flown_over = seen(act="enter", object="patrol", **there), seen(act="overfly", object="helicopter", **there)
    for ban in ("enter the Gulf Zone", "enter any part of the Gulf Zone"):
        assert of(held(f"1. No Party shall {ban} from D-day.\n", [entered])).verdict == "breached"
    for ban, verdict in (
        ("fly over any part of", "breached"),
        ("fly aircraft over", "breached"),
        ("fly drones over", "cannot tell"),
    ):
        text = f"1. No Party shall {ban} the Gulf Zone from D-day.\n"
        assert of(held(text, [flown_over])).verdict == verdict


def test_two_zones_of_one_name_that_touch_are_one_place(held: Any) -> None:
    def part(west: float, east: float) -> dict[str, Any]:
        ring = [[west, -43], [east, -43], [east, -42], [west, -42], [west, -43]]
        return {"type": "Feature", "properties": {"name": "Gulf Zone"}, "geometry": {"type": "Polygon", "coordinates":
                [ring]}}  # fmt: skip

    on_the_seam = seen(act="fire", object="ship", latitude=-42.5, longitude=92.5, radius_m=500)
    assert of(held(GULF, [on_the_seam], features=[part(92, 92.5), part(92.5, 93)])).verdict == "breached"


@pytest.mark.parametrize("east", [-178, 182])
@pytest.mark.parametrize(("longitude", "verdict"), [(180, "breached"), (-180, "breached"), (-179.5, "breached"),
                                                    (-178, "cannot tell"), (-177.5, "kept"),
                                                    (178.5, "kept")])  # fmt: skip
def test_a_zone_across_the_meridian_is_one_place(held: Any, east: float, longitude: float, verdict: str) -> None:
    ring = [[179, -43], [east, -43], [east, -42], [179, -42], [179, -43]]
    zone = {"type": "Feature", "properties": {"name": "Gulf Zone"}, "geometry": {"type": "Polygon", "coordinates":
            [ring]}}  # fmt: skip
    fired = seen(act="fire", object="ship", latitude=-42.5, longitude=longitude, radius_m=500)
    every_day = "JVC,posts,Gulf Zone,2031-03-01,2031-04-30,1,\n"
    text = "1. The Parties shall not attack ships in the Gulf Zone from D-day. {#gulf}\n"
    result = held(text, [fired], effort=every_day, features=[zone])
    assert of(result).verdict == verdict
    assert not any("swapped" in note for note in result.notes)


def test_each_party_may_have_a_line_of_its_own_and_each_time_its_version(held: Any) -> None:
    def line(latitude: float, **properties: str) -> dict[str, Any]:
        return {"type": "Feature", "properties": {"name": "Separation Line", **properties},
                "geometry": {"type": "LineString", "coordinates": [[89, latitude], [91, latitude]]}}  # fmt: skip

    far = line(-45, party="KES")
    assert of(held(HEAVY, [seen()], effort=EVERY_DAY, features=[line(-42), far])).verdict == "kept"
    later = [line(-45, valid_to="2031-03-20"), line(-42, valid_from="2031-03-21")]
    assert of(held(HEAVY, [seen()], effort=EVERY_DAY, features=later)).verdict == "kept"


def test_a_place_without_a_shape_is_said(held: Any) -> None:
    another = {"type": "LineString", "coordinates": [[1, 1], [2, 2]]}
    features = [{"type": "Feature", "properties": {"name": "Another"}, "geometry": another}]
    verdict = of(held(HEAVY, [seen()], features=features))
    assert verdict.verdict == "cannot tell"
    assert "no annex gives the shape of 'Separation Line'" in verdict.why


AIR = "1. No Party shall fly aircraft within 5 km of the Separation Line from D-day, except for medical evacuation.\n"


def flown(**more: Any) -> dict[str, Any]:
    return seen(km=1, **{"act": "overfly", "object": "helicopter", **more})


@pytest.mark.parametrize(
    ("row", "verdict", "finding"),
    [
        (flown(), "cannot tell", None),
        (flown(note="Low; no medical evacuation."), "breached", "alleged"),
        (flown(note="Not a medical evacuation, by its arms."), "breached", "alleged"),
        (flown(note="Kestria speaks of a medical evacuation."), "cannot tell", None),
        (flown(life="found", found_by="JVC"), "breached", "found"),
        (flown(life="found", found_by="Weekly Mirror"), "cannot tell", None),
        (flown(object="medical evacuation helicopter"), "kept", None),
        (flown(object="medical evacuation helicopter", life="found", found_by="JVC"), "cannot tell", None),
    ],
)
def test_an_exception_that_nobody_judged_leaves_it_open(held: Any, row: Any, verdict: str, finding: str | None) -> None:
    result = of(held(AIR, [row], effort=EVERY_DAY))
    assert (result.verdict, result.finding) == (verdict, finding)


def test_an_open_exception_is_told_with_what_would_settle_it(held: Any) -> None:
    verdict = of(held(AIR, [flown()]))
    assert "nobody found whether it falls under 'except for medical evacuation'" in verdict.why
    assert verdict.would_change == "For r1 a finding whether it falls under 'except for medical evacuation'."


def test_of_several_exceptions_each_has_to_be_denied(held: Any) -> None:
    text = AIR.replace("medical evacuation", "medical evacuation and search flights")
    assert of(held(text, [flown(note="No medical evacuation.")])).verdict == "cannot tell"
    assert of(held(text, [flown(note="No medical evacuation and no search flights.")])).verdict == "breached"


def test_events_are_told_once_the_finding_first_and_two_at_most(held: Any) -> None:
    found = {"life": "found", "found_by": "JVC", "claimant": "JVC"}
    rows = [seen("r1"), seen("f1", about="r1", reported="2031-03-20", count=3, **found)]
    rows += [seen(f"s{n}", longitude=90 + n / 10, event_earliest=f"2031-03-1{n}", event_latest=f"2031-03-1{n}",
                  reported="2031-03-20", **found) for n in (6, 7, 8)]  # fmt: skip
    verdict = of(held(HEAVY, [*rows, seen("a1", longitude=89.5, place="Tamsen")]))
    assert verdict.why == (
        "Commission found on 20 March that KES placed three 152 mm howitzers 5.0 km from the Separation Line (± 100 m) "
        "on 15 March, 10:00 to 11:00 (f1, also r1); "
        "Commission found on 20 March that KES placed the 152 mm howitzer 5.0 km from the Separation Line (± 100 m) "
        "on 16 March (s6); and 2 more. Only alleged: a1."
    )
    assert verdict.reports == ("f1", "r1", "s6", "s7", "s8", "a1")


PLACES = {
    "yes": [{"latitude": -42 + 5 * KM, "radius_m": 100}],
    "no": [{"latitude": -42 + 50 * KM, "radius_m": 100}, {"latitude": 90.0, "longitude": -43, "radius_m": 100}],
    "doubt": [{"latitude": -42 + 14 * KM, "radius_m": 3_000}, {"latitude": 89.5, "longitude": -42, "radius_m": 100}],
}
"""The second of each looks as if latitude and longitude were exchanged: it then lies far from the line, or on it."""
TIMES = {"yes": ("2031-03-15", "2031-03-15"), "no": ("2031-03-02", "2031-03-02"), "doubt": ("2031-03-05", "2031-03-10")}
DOERS = {"yes": "KES", "no": "ORL", "doubt": ""}
SAID = {"yes": "place", "no": "release", "doubt": "movement"}
NOTES = {"yes": "No repair.", "no": "", "doubt": ""}
"""Whether the exception for repair is out of the question; a repair is told by the thing's name."""
FACTS = ("place", "time", "doer", "act", "unexcepted")
ANSWER = st.sampled_from(["yes", "yes", "no", "doubt"])


@st.composite
def facts(draw: st.DrawFn) -> dict[str, Any]:
    return {**{key: draw(ANSWER) for key in FACTS}, "found": draw(st.booleans()), "spot": draw(st.integers(0, 1))}


def slow_judge(cases: list[dict[str, Any]], watched: bool) -> tuple[str, str | None]:
    """Every completion of the doubtful facts, one after another, and what the plain rule says in each."""
    for case in cases:  # a finding of the act itself settles the exception, unless the thing's name speaks for it
        if case["found"]:
            case["unexcepted"] = "doubt" if case["unexcepted"] == "no" else "yes"
    doubts = [(n, key) for n, case in enumerate(cases) for key in FACTS if case[key] == "doubt"]
    verdicts, findings = set(), set()
    for completion in itertools.product(["yes", "no"], repeat=len(doubts)):
        settled = [dict(case) for case in cases]
        for (n, key), answer in zip(doubts, completion, strict=True):
            settled[n][key] = answer
        true = [case for case in settled if all(case[key] == "yes" for key in FACTS)]
        if true:
            findings.add("found" if any(case["found"] for case in true) else "alleged")
        verdicts.add("breached" if true else ("kept" if watched else "cannot tell"))
    if len(verdicts) > 1:
        return "cannot tell", None
    return verdicts.pop(), (("found" if findings == {"found"} else "alleged") if findings else None)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=st.lists(facts(), max_size=3), watched=st.booleans())
def test_a_verdict_is_what_every_completion_says(held: Any, cases: list[dict[str, Any]], watched: bool) -> None:
    rows = []
    for number, case in enumerate(cases):
        spots, (first, last) = PLACES[case["place"]], TIMES[case["time"]]
        spot = {"longitude": 90 + number / 10, **spots[case["spot"] % len(spots)]}
        found = {"life": "found", "found_by": "JVC"} if case["found"] else {}
        # a place name of its own, so that no two are taken for one happening
        rows.append(seen(f"r{number}", **spot, event_earliest=first, event_latest=last, actor=DOERS[case["doer"]],
                         act=SAID[case["act"]], reported="2031-03-16", place=f"Hill {number}",
                         note=NOTES[case["unexcepted"]],
                         object="152 mm howitzer" + (" for repair" if case["unexcepted"] == "no" else ""),
                         **found))  # fmt: skip
    text = HEAVY.replace(" from D+7", " from D+7, except for repair")
    verdict = of(held(text, rows, effort=EVERY_DAY if watched else ""))
    assert (verdict.verdict.value, verdict.finding) == slow_judge(cases, watched)


@pytest.mark.parametrize(
    ("by", "verdict"), [("KES", "cannot tell"), ("KES army", "cannot tell"), ("ORL", "kept"), ("Commission", "kept")]
)
@pytest.mark.parametrize(
    "provision",
    [
        "Kestria shall not lay mines.",
        "Kestria shall maintain a hotline.",
        "Kestria shall conduct no more than three flights a day.",
    ],
)
def test_who_watches_itself_alone_shows_nothing(held: Held, provision: str, by: str, verdict: str) -> None:
    [one] = held(f"1. {provision}\n", [], effort=f"{by},posts,everywhere,2031-03-01,2031-03-31,,\n").verdicts
    assert one.verdict == verdict
    assert ("watched of itself shows nothing" in one.why) is (verdict == "cannot tell")


@pytest.mark.parametrize(("by", "verdict"), [("KES", "cannot tell"), ("Commission", "kept")])
def test_of_a_ban_on_whoever_no_party_can_clear_itself(held: Held, by: str, verdict: str) -> None:
    effort = f"{by},posts,everywhere,2031-03-01,2031-03-31,,\n"
    [one] = held("1. No mines shall be laid.\n", [], effort=effort).verdicts
    assert (one.bearer, one.verdict) == (None, verdict)


def test_others_fill_what_it_watched_of_itself(held: Held) -> None:
    effort = "KES,posts,everywhere,2031-03-01,2031-03-31,,\nCommission,posts,everywhere,2031-03-01,2031-03-10,,\n"
    [one] = held("1. Kestria shall not lay mines.\n", [], effort=effort).verdicts
    assert "watched on 10 of 31 days, by Commission (what KES watched of itself" in one.why
    assert one.would_change.startswith("A record of somebody else who watched")


@pytest.mark.parametrize(
    ("ban", "thing", "verdict"),
    [
        ("No warship shall enter the Gulf Zone", "warship", "breached"),
        ("Military convoys shall not enter the Gulf Zone", "military convoy", "breached"),
        ("No helicopter shall enter the Gulf Zone", "helicopters", "breached"),
        ("No drone shall enter the Gulf Zone", "drone", "breached"),
        ("No armed group shall enter the Gulf Zone", "", "cannot tell"),
        ("No warship shall enter the Gulf Zone", "tank", "kept"),
    ],
)
def test_a_ban_on_a_kind_of_thing_is_on_whoevers_it_is(held: Any, ban: str, thing: str, verdict: str) -> None:
    row = {"id": "r1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-05T12:00", "act": "enter"}
    row |= {"event_latest": "2031-03-05T10:00", "actor": "KES", "claimant": "JVC", "object": thing}
    row |= {"latitude": "-42.5", "longitude": "92.5", "radius_m": "10"}
    effort = "JVC,posts,everywhere,2031-03-01,2031-04-30,,\n"
    [one] = held(f"1. {ban} from D-day. {{#a}}\n", [row], effort=effort, as_of="2031-03-20T00:00").verdicts
    assert one.verdict == verdict


BAY = {
    "type": "Feature",
    "properties": {"name": "Bay Zone", "kind": "zone"},
    "geometry": {"type": "Polygon", "coordinates": [[[94, -43], [95, -43], [95, -42], [94, -42], [94, -43]]]},
}
GULF_WATCHED = "JVC,radar,Gulf Zone,2031-03-01,2031-04-30,1,\n"


@pytest.mark.parametrize(
    "ban",
    [
        "No Party shall lay mines in the Gulf Zone or in the Bay Zone from D-day.",
        "No Party shall lay mines in the Gulf Zone and in the Bay Zone from D-day.",
        "No warship of either Party shall enter the Gulf Zone or the Bay Zone from D-day.",
        "No Party shall fire within 5 km of the Gulf Zone or the Bay Zone from D-day.",
        "No Party shall fly more than two drones a day in the Gulf Zone or the Bay Zone.",
    ],
)
@pytest.mark.parametrize(
    ("bay", "verdict", "told"),
    [
        ("", "cannot tell", "watched on 0 of 31 days, by JVC (Gulf Zone on 31, Bay Zone on 0)"),
        ("JVC,aircraft,Bay Zone,2031-03-01,2031-04-30,0.5,\n", "cannot tell", "(Gulf Zone on 31, Bay Zone on 0)"),
        ("JVC,aircraft,Bay Zone,2031-03-01,2031-03-10,1,\n", "cannot tell", "watched on 10 of 31 days"),
        ("RED,aircraft,Bay Zone,2031-03-01,2031-04-30,1,\n", "kept", "watched on 31 of 31 days, by JVC, RED."),
        ("RED,aircraft,everywhere,2031-03-01,2031-04-30,1,\n", "kept", "watched on 31 of 31 days"),
    ],
)
def test_of_two_places_both_have_to_be_watched(held: Held, ban: str, bay: str, verdict: str, told: str) -> None:
    one = held(f"1. {ban} {{#two}}\n", [], effort=GULF_WATCHED + bay, features=[GULF_DRAWN, BAY]).verdicts[0]
    assert one.verdict == verdict
    assert told in one.why


@pytest.mark.parametrize(
    ("ban", "verdict"),
    [
        ("station tanks in", "kept"),
        ("introduce tanks into", "kept"),
        ("place tanks in", "kept"),
        ("fire into", "cannot tell"),
    ],
)
def test_who_watches_what_is_placed_somewhere_sees_what_is_deployed_there(held: Held, ban: str, verdict: str) -> None:
    effort = "JVC,drones,Gulf Zone,2031-03-01,2031-04-30,1,placement;entry\n"
    assert (
        of(held(f"1. No Party shall {ban} the Gulf Zone from D-day. {{#gulf}}\n", [], effort=effort)).verdict == verdict
    )


ASKED = AIR.replace("except for medical evacuation", "save at the request of the Commission")


@pytest.mark.parametrize(
    ("note", "verdict"),
    [
        ("Not at the request of the Commission.", "breached"),
        ("Not flown at the request of the Commission.", "breached"),
        ("The Commission had not asked for it.", "breached"),
        ("Nobody had asked for it.", "breached"),
        ("No request of the Commission.", "breached"),
        ("Flown at the request of the Commission.", "cannot tell"),
        ("The Commission was not asked whether it wanted it.", "cannot tell"),
        ("", "cannot tell"),
    ],
)
def test_a_note_may_say_that_nobody_asked_for_it(held: Held, note: str, verdict: str) -> None:
    assert held(ASKED, [flown(note=note)]).verdicts[0].verdict == verdict


@pytest.mark.parametrize("verb", ["station", "place", "deploy", "keep"])
@pytest.mark.parametrize(
    ("act", "verdict"),
    [
        ("dug in behind the mill", "breached"),
        ("dug in", "breached"),
        ("in firing positions in the wood", "breached"),
        ("parked under nets", "breached"),
        ("set up", "breached"),
        ("lined up", "breached"),
        ("still standing in the yard", "breached"),
        ("dug in there", "cannot tell"),
        ("passed through", "kept"),
        ("left", "kept"),
    ],
)
def test_what_is_in_position_is_stationed_there(held: Held, verb: str, act: str, verdict: str) -> None:
    ban = f"1. No Party shall {verb} howitzers in the Gulf Zone. {{#guns}}\n"
    row = seen(act=act, object="122 mm howitzers", count=6, latitude=-42.5, longitude=92.5, radius_m=50)
    watched = "COM,posts,Gulf Zone,2031-03-01,2031-03-31,1,"
    assert held(ban, [row], effort=watched).verdicts[0].verdict == verdict
