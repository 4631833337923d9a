"""Bans on what goes over a line: as any other, but that words alone tell whether it did."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Outcome, SuspensionState

from .conftest import Held

WATCHED = "COM,patrols,everywhere,2031-03-01,2031-03-31,1,\n"
FIRE = "1. No Party shall fire across the Separation Line.\n"


def told(**more: Any) -> dict[str, Any]:
    return {"id": "R1", "event_earliest": "2031-03-05", "reported": "2031-03-06", "actor": "KES", **more}


@pytest.mark.parametrize(
    ("ban", "said", "verdict"),
    [
        (FIRE, {"act": "shelling across the line"}, "breached"),
        (FIRE, {"act": "cross-border shelling"}, "breached"),
        (FIRE, {"act": "shelling", "place": "across the Separation Line"}, "breached"),
        (FIRE, {"act": "shelling"}, "cannot tell"),
        (FIRE, {"act": "shelling", "note": "across the line"}, "cannot tell"),
        (FIRE, {"act": "shelling across the river"}, "cannot tell"),
        (FIRE.replace("Separation", "River"), {"act": "machine-gun fire across the river"}, "breached"),
        (FIRE, {"act": "crossing"}, "kept"),
        ("1. No aircraft shall cross the Separation Line.\n", {"act": "crossing", "object": "helicopter"}, "breached"),
        ("1. No aircraft shall cross the Separation Line.\n", {"act": "crossing", "object": "tanks"}, "kept"),
        ("1. No Party shall cross the Separation Line.\n", {"act": "crossing", "object": "soldiers"}, "breached"),
        ("1. No Party shall cross the Separation Line.\n", {"act": "crossing of the river"}, "cannot tell"),
        ("1. No Party shall cross the Separation Line.\n", {"act": "incursion"}, "cannot tell"),
        (
            "1. No person shall be moved across the Separation Line.\n",
            {"act": "movement across the line", "object": "persons"},
            "breached",
        ),
        (
            "1. Kestria shall not move troops beyond the Separation Line.\n",
            {"act": "movement beyond the line", "object": "troops"},
            "breached",
        ),
        (
            "1. Kestria shall not deploy tanks north of the Separation Line.\n",
            {"act": "deployment south of the Separation Line", "object": "tanks"},
            "cannot tell",
        ),
        (
            "1. Kestria shall not deploy tanks north of the Separation Line.\n",
            {"act": "deployment north of the Separation Line", "object": "tanks"},
            "breached",
        ),
        ("1. No Party shall send drones over the line.\n", {"act": "drone flight over the line"}, "breached"),
        ("1. No Party shall send drones over the line.\n", {"act": "drone flight"}, "cannot tell"),
        (
            "1. No Party shall fire into the Gulf Zone across the Separation Line.\n",
            {"act": "shelling", "place": "Gulf Zone"},
            "cannot tell",
        ),
    ],
)
def test_whether_it_went_over_the_line_the_words_say(held: Held, ban: str, said: dict[str, str], verdict: str) -> None:
    result = held(ban, [told(**said)], effort=WATCHED)
    assert result.verdicts[0].verdict == verdict


@pytest.mark.parametrize("place", ["everywhere", "Separation Line"])
def test_without_a_report_it_is_kept_where_the_line_was_watched(held: Held, place: str) -> None:
    result = held(FIRE, [], effort=WATCHED.replace("everywhere", place))
    assert [one.verdict for one in result.verdicts] == [Outcome.KEPT, Outcome.KEPT]


def test_cross_border_says_nothing_of_a_line_where_the_text_has_a_border_too(held: Held) -> None:
    text = f"{FIRE}\n2. Kestria shall open the border post by D+60.\n"
    result = held(text, [told(act="cross-border shelling")], effort=WATCHED)
    assert result.verdicts[0].verdict is Outcome.CANNOT_TELL


def test_a_suspension_on_such_a_ground_is_not_groundless(held: Held) -> None:
    text = f"{FIRE}\n2. Orlavia shall release 10 detainees by D+10.\n\n"
    text += "3. If one Party violates Article 1, the other Party may suspend Article 2.\n"
    used = told(id="R2", event_earliest="2031-03-06", act="suspension", object="release", actor="ORL")
    doubtful = held(text, [told(act="shelling"), used]).suspensions
    assert [(one.state, one.reports) for one in doubtful] == [(SuspensionState.CANNOT_TELL, ("R1", "R2"))]
    sure = held(text, [told(act="shelling across the line"), used]).suspensions
    assert [one.state for one in sure] == [SuspensionState.SUSPENDED]
