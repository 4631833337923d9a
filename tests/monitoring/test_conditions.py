"""What has to be so of a happening for it to set a duty off: that somebody was killed, that it was a hospital."""

from __future__ import annotations

import pytest

from .conftest import Held, Row

SHELLED = {"id": "r1", "event_earliest": "2031-03-05T10:00", "event_latest": "2031-03-05T10:00", "act": "shelling"}


def owed(held: Held, upon: str, *later: Row, **more: str) -> str:
    """What comes of a duty to meet within a day of that, where nobody tells of a meeting."""
    ban = "1. No Party shall shell the other Party.\n\n"
    text = f"{ban}2. The Commission shall meet within 24 hours of {upon}. {{#meet}}\n"
    row = {**SHELLED, "actor": "KES", "counterpart": "ORL", "claimant": "ORL", **more}
    [told] = [one for one in held(text, [row, *later]).verdicts if one.provision == "meet"]
    return told.verdict.value


DEATHS = [
    "any shelling in which a person is killed",
    "any attack that kills a civilian",
    "any incident causing deaths",
    "each deadly attack",
]


@pytest.mark.parametrize("upon", DEATHS)
def test_whether_anybody_was_killed_decides_where_it_is_said(held: Held, upon: str) -> None:
    assert owed(held, upon, note="nobody hurt") == "pending"
    assert owed(held, upon, note="no casualties") == "pending"
    assert owed(held, upon) == "cannot tell"
    assert owed(held, upon, note="one woman may have been killed") == "cannot tell"
    assert owed(held, upon, note="one woman killed") == "overdue"


@pytest.mark.parametrize("upon", ["any incident with casualties", "an attack in which anyone is wounded"])
def test_whether_anybody_was_hurt(held: Held, upon: str) -> None:
    assert owed(held, upon, note="two men wounded") == "overdue"
    assert owed(held, upon, note="nobody was hurt") == "pending"
    assert owed(held, upon) == "cannot tell"


@pytest.mark.parametrize("upon", ["any shelling of a hospital", "an attack by either Party on a hospital"])
def test_at_what_it_was_aimed(held: Held, upon: str) -> None:
    assert owed(held, upon, object="hospital") == "overdue"
    assert owed(held, upon, object="wheat field") != "overdue"
    assert owed(held, upon, object="mortar") == "cannot tell"


def test_with_what_it_was_done(held: Held) -> None:
    assert owed(held, "any attack with drones", act="drone strike") == "overdue"
    assert owed(held, "any attack with drones", object="mortar") == "pending"
    assert owed(held, "any attack with drones", object="village") == "cannot tell"


@pytest.mark.parametrize("upon", ["any serious incident", "any shelling which damages a school"])
def test_what_no_report_says_leaves_it_open(held: Held, upon: str) -> None:
    assert owed(held, upon, object="village") == "cannot tell"


@pytest.mark.parametrize(
    "upon",
    [
        "any shelling",
        "any incident",
        "any violation of Article 1",
        "each attack on the other Party",
    ],
)
def test_what_is_no_condition_leaves_nothing_open(held: Held, upon: str) -> None:
    assert owed(held, upon, object="village") == "overdue"


def test_what_was_owed_and_done_was_kept(held: Held) -> None:
    met = {"id": "r2", "event_earliest": "2031-03-05T20:00", "act": "meeting", "actor": "Commission", "about": "r1"}
    met = {**met, "event_latest": "2031-03-05T20:00", "claimant": "Commission"}
    assert owed(held, DEATHS[0], met, note="one man killed") == "kept"


@pytest.mark.parametrize("thing", ["", "hospital", "wheat field"])
def test_what_was_shelled_is_not_who_was_killed_by_it(held: Held, thing: str) -> None:
    text = "1. No Party shall shell the other Party.\n\n"
    text += "2. If a civilian is killed by shelling, the Commission shall meet within 24 hours. {#meet}\n"
    row = {**SHELLED, "actor": "KES", "counterpart": "ORL", "claimant": "ORL", "object": thing}
    [told] = [one for one in held(text, [row]).verdicts if one.provision == "meet"]
    assert told.verdict.value == "cannot tell"
