"""Reports that are linked are of one event: it is a breach once, and sets a duty off once."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")

TEXT = (
    "1. No Party shall shell. {#ban}\n"
    "2. Each Party shall report every incident to the Commission within 24 hours. {#report}\n"
)


def shelling(id: str = "r1", time: str = "10:00", **more: Any) -> Row:
    when = f"2031-03-05T{time}Z"
    row = {"id": id, "event_earliest": when, "reported": when, "act": "shelling", "actor": "KES", "claimant": "JVC"}
    return {**row, **more}


def second(**more: Any) -> Row:
    return shelling(**({"id": "r2", "about": "r1", "claimant": "HAL", "time": "10:10"} | more))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"act": "attack"},
        {"act": "explosion", "actor": ""},
        {"act": "violation", "actor": "KES"},
        {"actor": ""},
        {"claimant": "JVC", "time": "10:00"},
    ],
)
def test_linked_reports_set_a_duty_off_once(held: Held, more: Row) -> None:
    told = held(TEXT, [shelling(), second(**more), second(id="r3", claimant="ORL")]).verdicts
    assert [(one.bearer, one.occasion) for one in told if one.provision == "report"] == [("KES", "r1"), ("ORL", "r1")]
    assert all({"r1", "r2", "r3"} <= set(one.reports) for one in told if one.provision == "report")


def test_who_tells_of_it_and_names_nobody_says_nothing_of_another(held: Held) -> None:
    told = held(TEXT, [shelling(), second(act="explosion", actor="")]).verdicts
    assert [one.reports for one in told if one.provision == "ban" and one.bearer == "ORL"] == [()]


@pytest.mark.parametrize(
    "more",
    [
        {"act": "explosion", "actor": "", "time": "18:00"},
        {"claimant": "JVC"},
        {"about": ""},
    ],
)
def test_what_came_later_or_is_not_linked_is_another_event(held: Held, more: Row) -> None:
    told = held(TEXT, [shelling(), second(**more)]).verdicts
    assert [one.occasion for one in told if one.provision == "report" and one.bearer == "KES"] == ["r1", "r2"]


def test_what_followed_it_is_no_telling_of_it(held: Held) -> None:
    notice = second(act="report", actor="KES", counterpart="JVC", claimant="JVC")
    told = held(TEXT, [shelling(), notice]).verdicts
    assert [one.verdict for one in told if one.provision == "report" and one.bearer == "KES"] == ["kept"]
