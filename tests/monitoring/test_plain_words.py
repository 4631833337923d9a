"""Plain words by which a report tells that a duty was done: known, or leaving it in doubt, and never taken for another
deed.
"""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Actor, ActorKind

from .conftest import Held

RED_CROSS = Actor(id="RC", name="Red Cross", kind=ActorKind.ORGANISATION)

FIRED = {
    "id": "R-1", "event_earliest": "2031-03-09T21:00", "reported": "2031-03-10", "act": "fired at", "object": "mill",
    "actor": "ORL", "counterpart": "KES", "claimant": "KES",
}  # fmt: skip
TOLD = {
    "id": "R-2", "event_earliest": "2031-03-10T08:00", "reported": "2031-03-10T09:00", "act": "complaint",
    "actor": "KES", "counterpart": "Commission", "claimant": "Commission", "about": "R-1",
}  # fmt: skip
BAN = "1. Neither Party shall shoot at the other Party. {#ban}\n\n"


def _follows(held: Held, duty: str, act: str, **more: Any) -> str:
    """The verdict on a duty of the Commission, set off by a complaint, after it did what a report calls ``act``."""
    done = {
        "id": "R-3", "event_earliest": "2031-03-11T10:00", "reported": "2031-03-11T18:00", "act": act,
        "actor": "Commission", "claimant": "Commission", "about": "R-1", **more,
    }  # fmt: skip
    seen = held(f"{BAN}2. The Commission {duty} within two days of a complaint. {{#duty}}\n", [FIRED, TOLD, done])
    return next(one.verdict for one in seen.verdicts if one.provision == "duty" and one.occasion == "R-2")


def _due(held: Held, duty: str, act: str, thing: str, **more: Any) -> str:
    """The verdict on a duty of Kestria's with a deadline, after it did what the Commission calls ``act``."""
    done = {
        "id": "R-1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-05T18:00", "act": act, "object": thing,
        "actor": "KES", "claimant": "Commission", **more,
    }  # fmt: skip
    return held(f"1. Kestria {duty} by 8 March 2031. {{#duty}}\n", [done]).verdicts[0].verdict


@pytest.mark.parametrize(
    ("duty", "act", "verdict"),
    [
        ("shall visit the place", "went to look", "kept"),
        ("shall visit the place", "came and looked", "kept"),
        ("shall visit the place", "on-site visit", "kept"),
        ("goes and looks", "went to look", "kept"),
        ("goes and looks", "visit", "kept"),
        ("goes and looks", "inspection", "kept"),
        ("shall inspect the place", "went to look", "cannot tell"),  # to look is less than to inspect
        ("shall visit the place", "went there", "cannot tell"),
        ("shall visit the place", "set out at dawn", "cannot tell"),
        ("tells both Parties what it found", "told what was found", "kept"),
        ("tells both Parties what it found", "announced finding", "kept"),
        ("tells both Parties what it found", "read out finding", "cannot tell"),
        ("tells both Parties what it found", "communicated result", "cannot tell"),
        ("shall meet", "extraordinary session", "kept"),
        ("shall meet", "emergency meeting held", "kept"),
        ("shall meet", "inaugural session", "cannot tell"),
        ("shall meet", "session planned", "overdue"),
        ("shall meet", "inspection", "overdue"),
    ],
)
def test_what_the_bearer_did_about_it_shows_a_duty_or_leaves_it_in_doubt(
    held: Held, duty: str, act: str, verdict: str
) -> None:
    assert _follows(held, duty, act) == verdict


@pytest.mark.parametrize(
    ("duty", "act", "thing", "verdict"),
    [
        ("leaves five rifles with the Commission", "handed in", "rifles", "kept"),
        ("leaves five rifles with the Commission", "left with the Commission", "rifles", "kept"),
        ("deposits five rifles with the Commission", "left with the Commission", "rifles", "kept"),
        ("deposits five rifles with the Commission", "left with their rifles", "rifles", "cannot tell"),
        ("shall withdraw five tanks", "left with tanks", "tanks", "kept"),
        ("deposits five rifles with the Commission", "laid down", "rifles", "cannot tell"),
        ("deposits five rifles with the Commission", "gave up", "rifles", "cannot tell"),
        ("deposits five rifles with the Commission", "put down", "rifles", "cannot tell"),
        ("deposits five rifles with the Commission", "laid down", "rules", "overdue"),
        ("deposits five rifles with the Commission", "pulled back", "rifles", "overdue"),
        ("deposits five rifles with the Commission", "fired", "rifles", "overdue"),
        ("shall return 5 bodies", "handed over", "bodies", "kept"),
        ("shall hand over 5 bodies", "returned", "bodies", "cannot tell"),
        ("shall release 5 prisoners", "handed over", "prisoners", "cannot tell"),
    ],
)
def test_what_was_done_with_the_thing_of_a_duty(held: Held, duty: str, act: str, thing: str, verdict: str) -> None:
    assert _due(held, duty, act, thing, count=5) == verdict


@pytest.mark.parametrize(
    ("act", "verdict"),
    [
        ("came down from the Gulf Zone", "kept"),
        ("gone from the Gulf Zone", "kept"),
        ("drove off from Gulf Zone", "kept"),
        ("came down", "cannot tell"),
        ("descended", "cannot tell"),
        ("came from the hills", "cannot tell"),
        ("fired from the Gulf Zone", "overdue"),
        ("seen from the Gulf Zone", "overdue"),
    ],
)
def test_who_went_from_the_place_that_has_to_be_left_has_left_it(held: Held, act: str, verdict: str) -> None:
    assert _due(held, "shall withdraw its fighters from the Gulf Zone", act, "all fighters") == verdict
    assert _due(held, "takes its fighters down from the Gulf Zone", act, "all fighters") == verdict


def test_a_word_that_makes_another_verb_concerns_no_ban_on_another_deed(held: Held) -> None:
    laid = {
        "id": "R-1", "event_earliest": "2031-03-05", "act": "laid down", "object": "rifles", "actor": "KES",
        "claimant": "Commission",
    }  # fmt: skip
    watched = "Commission,cameras,everywhere,2031-03-01,2031-04-01,1,\n"
    seen = held("1. Neither Party shall shell villages. {#ban}\n", [laid], effort=watched)
    assert [one.verdict for one in seen.verdicts] == ["kept", "kept"]


@pytest.mark.parametrize(
    ("ban", "act", "thing", "place", "verdict"),
    [
        ("closes the Mill Road", "road blocked with stones", "flour cart", "Mill Road", "breached"),
        ("closes the Mill Road", "road blocked with stones", "", "Mill Road", "breached"),
        ("closes the Mill Road", "closed the road", "", "Mill Road", "breached"),
        ("closes the Mill Road", "closed the Mill Road", "", "", "breached"),
        ("closes the Mill Road", "road closed", "", "", "cannot tell"),
        ("closes the Mill Road", "road closed", "carts", "Tolmere", "cannot tell"),
        ("closes the Mill Road", "closed", "Hill Road", "", "kept"),
        ("closes the Mill Road", "closed", "school", "Mill Road", "kept"),
        ("closes the Mill Road", "drove off", "flour cart", "Mill Road", "kept"),
        ("shall block the Mill Road", "road blocked with stones", "flour cart", "Mill Road", "breached"),
        ("shall block the Mill Road", "turned back", "flour cart", "Mill Road", "breached"),
    ],
)
def test_who_was_held_up_on_a_road_is_no_other_thing_than_the_road(
    held: Held, ban: str, act: str, thing: str, place: str, verdict: str
) -> None:
    told = {
        "id": "R-1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-06", "act": act, "object": thing,
        "place": place, "actor": "KES", "claimant": "ORL",
    }  # fmt: skip
    watched = "Commission,cameras,everywhere,2031-03-01,2031-04-01,1,\n"
    assert held(f"1. Neither Party {ban}. {{#ban}}\n", [told], effort=watched).verdicts[0].verdict == verdict


@pytest.mark.parametrize(
    ("act", "thing", "place", "verdict"),
    [
        ("turned away at the gate", "Red Cross delegates", "Karsk prison", "breached"),
        ("access denied", "Red Cross delegates", "Karsk prison", "breached"),
        ("access denied", "Red Cross delegates", "Karsk hospital", "cannot tell"),
        ("talked at the gate", "Red Cross delegates", "Karsk prison", "cannot tell"),
    ],
)
def test_who_is_turned_away_at_a_prison_is_kept_from_a_place_of_detention(
    held: Held, act: str, thing: str, place: str, verdict: str
) -> None:
    told = {
        "id": "R-1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-06", "act": act, "object": thing,
        "place": place, "actor": "KES", "counterpart": "Red Cross", "claimant": "Red Cross",
    }  # fmt: skip
    duty = "1. Kestria shall grant the Red Cross access to all places of detention at all times. {#duty}\n"
    seen = held(duty, [told]).verdicts[0]
    assert seen.verdict == verdict
    assert (seen.reports == ()) == (act == "talked at the gate")


@pytest.mark.parametrize("act", ["gas cut off", "valve closed", "supply cut off", "cut off"])
def test_gas_that_is_cut_off_is_not_supplied(held: Held, act: str) -> None:
    told = {
        "id": "R-1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-06", "act": act, "object": "gas supply",
        "actor": "KES", "claimant": "ORL",
    }  # fmt: skip
    seen = held("1. Kestria shall supply gas to Orlavia without interruption. {#gas}\n", [told]).verdicts[0]
    assert seen.verdict == "breached"


@pytest.mark.parametrize(
    ("duty", "act", "verdict"),
    [
        ("shall open an inquiry", "inquiry opened", "kept"),
        ("shall open an inquiry", "investigation begun", "kept"),
        ("shall begin an inquiry", "began inquiry", "kept"),
        ("shall begin to investigate", "investigation under way", "kept"),
        ("shall open an inquiry", "inquiry partly done", "cannot tell"),
        ("shall investigate", "investigation begun", "cannot tell"),
    ],
)
def test_what_had_to_be_begun_is_done_when_it_was_begun(held: Held, duty: str, act: str, verdict: str) -> None:
    assert _follows(held, duty, act) == verdict


@pytest.mark.parametrize(
    ("act", "verdict"), [("inquiry opened", "pending"), ("inquiry", "cannot tell"), ("finding", "kept")]
)
def test_who_has_begun_to_look_has_found_nothing_yet(held: Held, act: str, verdict: str) -> None:
    done = {
        "id": "R-3", "event_earliest": "2031-03-11", "act": act, "actor": "Commission", "claimant": "Commission",
        "about": "R-1",
    }  # fmt: skip
    duty = "2. The Commission shall issue its finding within 30 days of a complaint. {#duty}\n"
    seen = held(f"{BAN}{duty}", [FIRED, TOLD, done])
    assert next(one.verdict for one in seen.verdicts if one.provision == "duty" and one.occasion == "R-2") == verdict


@pytest.mark.parametrize(
    ("act", "thing", "count", "verdict"),
    [
        ("notice", "", 1, "kept"),
        ("complaint", "", 1, "kept"),
        ("notice", "", "", "kept"),
    ],
)
def test_how_many_notices_are_no_part_of_whom_they_were_given(
    held: Held, act: str, thing: str, count: Any, verdict: str
) -> None:
    told = TOLD | {"act": act, "object": thing, "count": count}
    seen = held(
        f"{BAN}2. A Party that is shot at shall notify the Commission within one day. {{#duty}}\n", [FIRED, told]
    )
    assert next(one.verdict for one in seen.verdicts if one.provision == "duty" and one.occasion == "R-1") == verdict


@pytest.mark.parametrize(
    ("thing", "count", "verdict"), [("depots", 2, "kept"), ("depots", 1, "cannot tell"), ("depots", "", "kept")]
)
def test_both_are_two(held: Held, thing: str, count: Any, verdict: str) -> None:
    same = {"act": "inspection", "object": thing, "count": count, "actor": "Commission", "claimant": "Commission"}
    rows = [same | {"id": f"R-{day}", "event_earliest": f"2031-03-{day:02}"} for day in (5, 12, 19, 26)]
    seen = held("1. The Commission shall inspect both depots at least once every 7 days. {#duty}\n", rows)
    assert seen.verdicts[0].verdict == verdict


@pytest.mark.parametrize(
    ("act", "verdict"),
    [("came down from the Gulf Zone", "kept"), ("came down", "cannot tell"), ("moved up", "cannot tell")],
)
def test_who_goes_from_a_place_does_not_enter_it(held: Held, act: str, verdict: str) -> None:
    told = {
        "id": "R-1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-06", "act": act, "object": "fighters",
        "latitude": -42.5, "longitude": 92.5, "radius_m": 100, "actor": "KES", "claimant": "Commission",
    }  # fmt: skip
    watched = "Commission,cameras,Gulf Zone,2031-03-01,2031-04-01,1,\n"
    seen = held("1. No fighter of either Party shall enter the Gulf Zone. {#ban}\n", [told], effort=watched)
    assert seen.verdicts[0].verdict == verdict


@pytest.mark.parametrize(
    ("ban", "thing", "whom", "verdict"),
    [
        ("stops the car of the Red Cross", "Red Cross car", "", "breached"),
        ("stops the car of the Red Cross", "white car", "Red Cross", "breached"),
        ("stops the car of the Red Cross", "farmer's car", "", "kept"),
        ("stops the car of the Red Cross", "car", "", "cannot tell"),
        ("stops the car of the Red Cross", "car", "ORL", "kept"),
        ("stops the car of the Red Cross", "flour", "Red Cross", "kept"),
        ("shall stop ships of the other Party", "cargo ship", "ORL", "breached"),
        ("shall stop ships of the other Party", "cargo ship", "", "breached"),
        ("shall stop ships of the other Party", "cargo ship", "KES", "kept"),
        ("shall stop ships of the other Party", "cargo ship", "Red Cross", "cannot tell"),
    ],
)
def test_whose_it_was_that_was_stopped(held: Held, ban: str, thing: str, whom: str, verdict: str) -> None:
    told = {
        "id": "R-1", "event_earliest": "2031-03-05T10:00", "reported": "2031-03-06", "act": "stopped", "object": thing,
        "counterpart": whom, "actor": "KES", "claimant": "ORL",
    }  # fmt: skip
    watched = "Commission,cameras,everywhere,2031-03-01,2031-04-01,1,\n"
    text = f"The Red Cross is an observer.\n\n1. Neither Party {ban}. {{#ban}}\n"
    with_it = held(text, [told], effort=watched, actors=[RED_CROSS])
    assert with_it.verdicts[0].verdict == verdict


def test_where_somebody_went_is_no_meeting(held: Held) -> None:
    went = {
        "id": "R-1", "event_earliest": "2031-03-05T10:00", "act": "went there", "actor": "Commission",
        "claimant": "Commission",
    }  # fmt: skip
    assert held("1. The Commission shall meet by 8 March 2031. {#duty}\n", [went]).verdicts[0].verdict == "overdue"
