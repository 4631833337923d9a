"""What a sentence leaves to the reader, an ordinary one fills in: D-day, a deadline said once for two, a verb."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Duration
from parley.monitoring.filled import filled_in

from .conftest import Held, Row


def _window(framework_of: Any, provision: str, place: int = 0) -> Any:
    return filled_in(framework_of(f"1. {provision}\n")).obligations[place].window


@pytest.mark.parametrize(
    ("provision", "counted"),
    [
        ("Kestria shall free all women prisoners within five days.", True),
        ("Kestria shall leave the Gulf Zone within five days and shall not return.", True),
        ("The Commission shall investigate every complaint within five days.", False),
        ("Kestria shall answer within five days.", False),
        ("Kestria shall hand over the maps within five days of a request.", False),
        ("Kestria shall withdraw by D+5 and shall hand over the maps within two days.", None),
    ],
)
def test_within_so_many_days_of_nothing_is_of_d_day(framework_of: Any, provision: str, counted: bool | None) -> None:
    window = _window(framework_of, provision, 1 if counted is None else 0).value
    assert (window.end is not None and window.within is None) == bool(counted)
    assert window.within == (None if counted else Duration(days=5 if counted is False else 2))


def test_what_is_said_once_at_the_end_is_said_of_both(framework_of: Any) -> None:
    text = "1. Kestria shall release 60 and Orlavia shall release 45 prisoners of war no later than D+9.\n"
    first, second = filled_in(framework_of(text)).obligations
    assert (first.object.value.text, first.object.value.number) == ("60 prisoners of war", 60)
    assert first.window == second.window
    text = "1. Kestria shall release 60 prisoners and Orlavia shall withdraw its troops by D+9.\n"
    assert filled_in(framework_of(text)).obligations[0].window is None, "of another deed nobody knows"


def test_a_text_that_leaves_nothing_open_stays_itself(framework_of: Any) -> None:
    framework = framework_of("1. Kestria shall withdraw its tanks by D+5.\n")
    assert filled_in(framework) is framework


def _told(act: str, thing: str, **more: Any) -> Row:
    at = {"latitude": -42.5, "longitude": 92.5, "radius_m": 50}
    row = {"id": "R-1", "event_earliest": "2031-03-06T10:00", "reported": "2031-03-06T18:00", "claimant": "Commission"}
    return {"act": act, "object": thing, "actor": "KES", **row, **at, **more}


WATCHED = "Commission,posts,everywhere,2031-03-01,2031-03-31,1,\n"


@pytest.mark.parametrize(
    ("ban", "act", "thing", "verdict"),
    [
        ("No warship of either Party shall enter the Gulf Zone.", "entry", "frigate", "breached"),
        ("No warship of either Party shall enter the Gulf Zone.", "entry", "fishing boats", "kept"),
        ("No warship of either Party shall enter the Gulf Zone.", "entry", "vessel", "cannot tell"),
        ("No soldier or guard of either Party shall enter the Gulf Zone.", "entry", "soldiers", "breached"),
        ("No soldier or guard of either Party shall enter the Gulf Zone.", "entry", "guards", "breached"),
        ("Neither Party shall introduce armed personnel into the Gulf Zone.", "incursion", "soldiers", "cannot tell"),
        ("Neither Party shall introduce armed personnel into the Gulf Zone.", "entry", "soldiers", "breached"),
        ("Neither Party shall steal cattle.", "cows stolen", "cows", "breached"),
        ("Neither Party shall steal cattle.", "cows sold", "cows", "kept"),
        ("Neither Party shall steal cattle.", "cows xyzzied", "cows", "cannot tell"),
        ("Neither Party shall use children.", "ambush", "", "kept"),
        ("Kestria shall not enter the Gulf Zone, except to evacuate the wounded.", "patrol", "infantry", "breached"),
        ("Kestria shall not enter the Gulf Zone, except to evacuate the wounded.", "entry", "soldiers", "cannot tell"),
        ("Kestria shall not enter the Gulf Zone, save for the rescue of persons.", "entry", "corvette", "cannot tell"),
        ("Kestria shall not enter the Gulf Zone, except to rescue persons.", "entry", "corvette", "cannot tell"),
        ("Kestria shall not enter the Gulf Zone, except for the fetching of bodies.", "entry", "tanks", "cannot tell"),
        ("Kestria shall not enter the Gulf Zone, except for unarmed police on duty.", "entry", "tanks", "breached"),
        ("Kestria shall not enter the Gulf Zone, except unarmed police.", "entry", "tanks", "breached"),
        ("Kestria shall not enter the Gulf Zone, except unarmed police.", "entry", "people", "cannot tell"),
    ],
)
def test_what_is_so_filled_in_is_held_against_reports(held: Held, ban: str, act: str, thing: str, verdict: str) -> None:
    of_kestria = next(one for one in held(f"1. {ban}\n", [_told(act, thing)], effort=WATCHED).verdicts)
    assert of_kestria.bearer == "KES"
    assert of_kestria.verdict == verdict


@pytest.mark.parametrize(
    ("provision", "act", "thing", "verdict"),
    [
        ("Kestria shall not attack schools.", "school set on fire", "school", "breached"),
        ("Kestria shall not attack schools.", "school visited", "school", "kept"),
        ("Kestria shall not obstruct the Commission.", "stopped and sent back", "Commission's vehicle", "breached"),
        ("Kestria shall not obstruct the Commission.", "welder arrested", "oil workers", "kept"),
        ("Kestria shall not obstruct the Commission.", "observers arrested", "observers", "cannot tell"),
        ("Kestria shall not station troops in the Gulf Zone.", "platoon camped", "soldiers", "breached"),
        ("Kestria shall not bring firearms into the Gulf Zone.", "pistols carried", "pistols", "breached"),
        ("Kestria shall not detain workers.", "welder arrested", "workers", "breached"),
        ("Kestria shall not shell Orlavia.", "rebels shelled", "rebels", "cannot tell"),
        ("Kestria shall take its snipers off the roofs of Canal Street by D+10.", "withdrew", "snipers", "kept"),
        ("Kestria shall take its snipers off the roofs by D+10.", "came down from the roofs", "snipers", "kept"),
        ("Kestria shall take down the barricades by D+10.", "barricades removed", "barricades", "kept"),
        ("Kestria shall hand over the maps of minefields by D+10.", "maps of minefields handed over", "maps", "kept"),
        ("Kestria shall publish the list by D+10.", "blankets handed over", "blankets", "overdue"),
        ("Kestria shall not broadcast incitement.", "hostile broadcast", "", "cannot tell"),
    ],
)
def test_what_an_ordinary_reader_says_of_a_row(held: Held, provision: str, act: str, thing: str, verdict: str) -> None:
    [one] = held(f"1. {provision}\n", [_told(act, thing, event_earliest="2031-03-06T10:00")], effort=WATCHED).verdicts
    assert one.verdict == verdict


def test_a_patrol_that_was_measured_inside_a_zone_was_one_of_it(held: Held) -> None:
    rows = [
        _told("patrol", "", id=f"R-{day}", actor="Commission", event_earliest=f"2031-03-{day:02d}T09:00",
              reported=f"2031-03-{day:02d}T18:00", **at)
        for day in range(1, 11)
        for at in ({"longitude": 92.5},)
    ]  # fmt: skip
    duty = "1. The Commission shall patrol the Gulf Zone every day.\n"
    assert held(duty, rows, "2031-03-10T20:00").verdicts[0].verdict == "kept"
    elsewhere = [{**row, "longitude": 80} for row in rows]
    assert held(duty, elsewhere, "2031-03-10T20:00").verdicts[0].verdict == "cannot tell"


ARREST = {"id": "a1", "event_earliest": "2031-03-10T05:30", "reported": "2031-03-10T20:00", "act": "arrested",
          "object": "fishing vessel", "actor": "KES", "counterpart": "ORL", "claimant": "RED"}  # fmt: skip
LET_GO = {**ARREST, "id": "l1", "event_earliest": "2031-03-14T13:00", "reported": "2031-03-14T20:00", "act": "released",
          "about": "a1"}  # fmt: skip


@pytest.mark.parametrize(
    "duty",
    [
        "A Party that detains a vessel shall tell the Commission within 12 hours and shall release the vessel "
        "within 72 hours.",
        "A Party that detains a vessel shall tell the Commission within 12 hours of the detention and shall release "
        "the vessel within 72 hours of the detention.",
        "A Party that detains a vessel shall tell the Commission within 12 hours and shall release it within 72 hours.",
        "If a Party detains a vessel, it shall tell the Commission within 12 hours of the detention and release the "
        "vessel within 72 hours of the detention.",
    ],
)
def test_the_second_duty_of_who_did_something_is_of_the_same_party(held: Held, duty: str) -> None:
    told = {
        (one.obligation[-1], one.bearer): one.verdict.value for one in held(f"1. {duty}\n", [ARREST, LET_GO]).verdicts
    }
    late = {("1", "KES"): "overdue", ("2", "KES"): "breached"}
    assert told == {**late, ("1", "ORL"): "pending", ("2", "ORL"): "pending"}


@pytest.mark.parametrize(
    "duty",
    [
        "If a hospital is shelled, the Commission shall look into it within two days.",
        "If a hospital is shelled, the Commission shall visit it within two days.",
        "Whenever a hospital has been shelled, the Commission shall investigate within two days.",
    ],
)
def test_what_befalls_a_thing_is_asked_for_that_thing(held: Held, duty: str) -> None:
    hit = {**ARREST, "act": "shelled", "object": "hospital"}
    rows = [hit, hit | {"id": "s1", "object": "ship", "event_earliest": "2031-03-12T05:30", "reported": "2031-03-13"}]
    told = {one.occasion: one.verdict.value for one in held(f"1. {duty}\n", rows).verdicts}
    assert told == {"a1": "overdue", "s1": "cannot tell"}  # it may have been aimed at a hospital


def test_into_it_that_was_reported_is_looked(held: Held) -> None:
    duty = "1. If an attack is reported by a Party, the Commission shall investigate it within two days.\n"
    shelled = {**ARREST, "act": "shelled", "object": "village", "claimant": "ORL"}
    assert [one.verdict for one in held(duty, [shelled]).verdicts] == ["overdue"]


def test_that_breach_within_so_long_of_the_finding_is_of_the_party_found(held: Held) -> None:
    duty = (
        "1. No Party shall shell a village.\n\n2. A High Contracting Party which the Commission has found to be in "
        "violation shall remedy that violation within 72 hours of the finding. {#remedy}\n"
    )
    shelled = {**ARREST, "act": "shelled", "object": "village", "life": "found", "found_by": "Commission"}
    told = [one for one in held(duty, [shelled]).verdicts if one.provision == "remedy"]
    assert [(one.bearer, one.verdict.value) for one in told] == [("KES", "overdue"), ("ORL", "pending")]


@pytest.mark.parametrize(
    ("duty", "verdict"),
    [
        ("shall not cut the water supply during the cease-fire", "breached"),
        ("shall not cut the water supply as long as this Agreement is in force", "breached"),
        ("shall not cut the water supply for the duration of this Agreement", "breached"),
        ("shall restore the water supply by D+4, and shall not cut it during the cease-fire", "breached"),
        ("shall restore the water supply of Velm by D+4, and shall not cut it during the cease-fire", "breached"),
        ("shall not cut the water supply during the talks", "cannot tell"),
        ("shall repair the pump by D+4 and shall keep it open", "cannot tell"),
        ("shall open the Mill Gate by D+1 and shall keep it open", "breached"),
        ("shall open the gates by D+1 and shall keep them open", "breached"),
        ("shall open the Mill Gate by D+1 and shall keep them open", "cannot tell"),
    ],
)
def test_what_it_is_and_how_long_the_text_holds_a_reader_knows(held: Held, duty: str, verdict: str) -> None:
    """The text is called a cease-fire; a gate was shut, and water was cut."""
    cut = {**ARREST, "act": "water cut", "object": "water supply"}
    shut = {**ARREST, "id": "g1", "act": "gate closed", "object": "Mill Gate"}
    assert held(f"1. Kestria {duty}.\n", [cut, shut]).verdicts[-1].verdict == verdict
