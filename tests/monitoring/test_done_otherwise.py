"""What is owed may be done, or fail, in other words than those of the text."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held

FOOD = "1. Kestria shall bring food into the Gulf Zone by D+10.\n"
TAKEN_OUT = "1. Kestria shall evacuate 120 wounded from Noor Hospital by D+10.\n"
WATER = "1. Kestria shall restore the water supply by D+10.\n"
GATE = "1. Kestria shall open the Mill Gate by D+10.\n"
ANSWER = "1. When one Party complains to the other, the other shall answer within 24 hours.\n"
PORT = "1. From D+1 Kestria shall keep the port of Amsar open to grain ships.\n"
TOLD_AHEAD = "1. Each Party shall announce naval exercises to the Commission at least five days beforehand.\n"


def told(act: str, thing: str | None = None, **more: Any) -> dict[str, Any]:
    row = {
        "id": "R2",
        "event_earliest": "2031-03-05T12:00",
        "reported": "2031-03-06",
        "actor": "KES",
        "claimant": "ORL",
    }
    return {**row, "act": act, "object": thing or "", **more}


@pytest.mark.parametrize(
    ("duty", "done", "verdict"),
    [
        *((FOOD, told(act, "food trucks", place="Gulf Zone"), "kept") for act in (
            "brought food", "food brought in", "trucks with food brought in", "brought into the zone", "food delivered",
        )),
        (FOOD, told("food came in", "food trucks", place="Gulf Zone"), "cannot tell"),
        (FOOD, told("refused to bring food", "food trucks", place="Gulf Zone"), "cannot tell"),
        *((TAKEN_OUT, told(act, "wounded", count=120), "kept") for act in (
            "evacuated by ambulance", "taken out by ambulance", "brought out", "carried out to safety",
        )),
        (TAKEN_OUT, told("driven out", "wounded", count=120), "cannot tell"),
        *((WATER, told(act, "water"), "kept") for act in ("water back", "supply back on", "water running again")),
        *((GATE, told(act, "Mill Gate"), "kept") for act in ("opened", "gate opened to traffic", "gate opened")),
    ],
)  # fmt: skip
def test_what_is_owed_may_be_done_in_other_words(held: Held, duty: str, done: dict[str, Any], verdict: str) -> None:
    found = held(duty, [done]).verdicts
    assert [one.verdict.value for one in found] == [verdict]


@pytest.mark.parametrize(
    "act", ["wrote back", "sent a letter back", "got back to them", "wrote a reply", "sent an answer"]
)
def test_who_writes_back_answers(held: Held, act: str) -> None:
    complaint = told("complaint", id="R1", actor="ORL", counterpart="KES")
    answer = told(act, about="R1", event_earliest="2031-03-05T20:00", counterpart="ORL")
    found = {one.bearer: one.verdict.value for one in held(ANSWER, [complaint, answer]).verdicts if one.occasion}
    assert found == {"KES": "kept"}


@pytest.mark.parametrize(
    ("act", "thing", "place", "verdict"),
    [
        ("harbour shut to grain ships", "grain ships", "Amsar", "breached"),
        ("closed", "grain ships", "Amsar", "breached"),
        ("grain ships kept out", "grain ships", "Amsar", "breached"),
        ("port closed", "port of Amsar", "", "breached"),
        ("harbour closed", "grain ships", "", "cannot tell"),
        ("inspected", "grain ships", "Amsar", "silence"),
        ("closed", "road", "Amsar", "silence"),
    ],
)
def test_a_port_is_shut_to_whom_it_has_to_be_open_to(
    held: Held, act: str, thing: str, place: str, verdict: str
) -> None:
    (found,) = held(PORT, [told(act, thing, place=place)]).verdicts
    assert (found.verdict.value if found.reports else "silence") == verdict


@pytest.mark.parametrize(
    "act", ["held gunnery exercise", "live-fire exercise", "exercise held", "fleet drill", "war games"]
)
def test_an_exercise_is_one_by_any_of_its_names(held: Held, act: str) -> None:
    found = [one for one in held(TOLD_AHEAD, [told(act, "naval exercise")]).verdicts if one.occasion]
    assert [(one.bearer, one.verdict.value) for one in found] == [("KES", "overdue")]


DETAINS = """1. Neither Party shall detain fishing vessels.

2. A Party that detains a fishing vessel shall inform the Commission within 12 hours.
"""


@pytest.mark.parametrize(
    "act", ["told of the arrest", "informed of the arrest", "informed", "notified of the detention"]
)
def test_telling_of_a_deed_is_a_telling_and_no_second_deed(held: Held, act: str) -> None:
    arrest = told("arrested", "fishing vessel", id="R1", count=1)
    telling = told(act, "fishing vessel", id="R2", count=1, event_earliest="2031-03-05T18:00", about="R1",
                   counterpart="Commission", claimant="Commission")  # fmt: skip
    found = [(one.occasion, one.bearer, one.verdict.value) for one in held(DETAINS, [arrest, telling]).verdicts]
    assert ("R1", "KES", "kept") in found
    assert not [one for one in found if one[0] == "R2"]


def test_what_flows_again_is_no_attack_resumed(held: Held) -> None:
    text = "1. No Party shall attack grid control systems.\n"
    assert not held(text, [told("gas flow resumed", "gas supply")]).verdicts[0].reports


@pytest.mark.parametrize(
    ("duty", "done", "verdict"),
    [
        ("1. Kestria shall post observers at the Old Bridge by D+10.\n", told("posted", "observers", count=18), "kept"),
        ("1. Kestria shall dismantle its pontoon by D+10.\n", told("taken apart", "pontoon", count=1), "kept"),
        ("1. Kestria shall release the vessel by D+10.\n", told("let go", "vessel", count=1), "kept"),
        ("1. Kestria shall release the vessel by D+10.\n", told("let go", "crew member", count=1), "overdue"),
        ("1. Kestria shall dismantle its pontoons by D+10.\n", told("taken apart", "pontoon", count=1), "cannot tell"),
        ("1. Kestria shall remove its artillery by D+10.\n", told("removed", "artillery", count=1), "cannot tell"),
        ("1. Kestria shall release prisoners by D+10.\n", told("released", "prisoners", count=5), "cannot tell"),
    ],
)
def test_of_a_single_thing_one_is_all_and_some_are_enough_where_some_are_asked(
    held: Held, duty: str, done: dict[str, Any], verdict: str
) -> None:
    assert [one.verdict.value for one in held(duty, [done]).verdicts] == [verdict]


def test_snipers_who_came_down_may_have_been_taken_off_the_roofs(held: Held) -> None:
    duty = "1. Kestria shall take its snipers off the roofs of Canal Street by D+10.\n"
    inside = told("six fighters in the ward", "fighters", id="R3", event_earliest="2031-03-20", reported="2031-03-21")
    (found,) = held(duty, [told("snipers came down from the roofs", "snipers"), inside]).verdicts
    assert found.verdict.value in ("kept", "cannot tell")
    assert "R3" not in found.reports
