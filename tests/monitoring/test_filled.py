"""What a sentence leaves to the reader, an ordinary one fills in: D-day, a deadline said once for two, a verb."""

from __future__ import annotations

import datetime as dt
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


def test_after_that_is_from_the_day_after_the_deadline_before_it(framework_of: Any) -> None:
    text = "Kestria shall lift the blockade by 13 March 2031 and will let 20 trucks of food pass every day after that."
    assert _window(framework_of, text, 1).value.start.moment == dt.date(2031, 3, 14)


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
        ("Neither Party shall introduce armed personnel into the Gulf Zone.", "incursion", "soldiers", "cannot tell"),
        ("Neither Party shall introduce armed personnel into the Gulf Zone.", "entry", "soldiers", "breached"),
        ("Neither Party shall steal cattle.", "cows stolen", "cows", "breached"),
        ("Neither Party shall steal cattle.", "cows sold", "cows", "cannot tell"),
        ("Neither Party shall use children.", "ambush", "", "kept"),
        ("Kestria shall not enter the Gulf Zone, except to evacuate the wounded.", "patrol", "infantry", "breached"),
        ("Kestria shall not enter the Gulf Zone, except to evacuate the wounded.", "entry", "soldiers", "cannot tell"),
        ("Kestria shall not enter the Gulf Zone, except unarmed police.", "entry", "tanks", "breached"),
        ("Kestria shall not enter the Gulf Zone, except unarmed police.", "entry", "people", "cannot tell"),
    ],
)
def test_what_is_so_filled_in_is_held_against_reports(held: Held, ban: str, act: str, thing: str, verdict: str) -> None:
    of_kestria = next(one for one in held(f"1. {ban}\n", [_told(act, thing)], effort=WATCHED).verdicts)
    assert of_kestria.bearer == "KES"
    assert of_kestria.verdict == verdict
