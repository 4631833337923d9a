"""Bans that except what was announced: "except for flights notified to the Commission at least 12 hours before"."""

from __future__ import annotations

import pytest

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")

WATCHED = "Commission,radar,everywhere,2031-03-01,2031-03-31,1,\n"
BANS = [
    "shall fly drones over the Gulf Zone, except for flights notified to the Commission at least 12 hours before",
    "shall fly drones over the Gulf Zone unless it has notified the Commission 12 hours before",
    "shall fly drones over the Gulf Zone without giving the Commission 12 hours' notice",
]


def flight(id: str = "f1", day: int = 5, **more: str) -> Row:
    time = f"2031-03-{day:02}T10:00"
    told = {"id": id, "event_earliest": time, "event_latest": time, "act": "drone flight", "object": "drone"}
    where = {"latitude": "-42.5", "longitude": "92.5", "radius_m": "100"}
    return {**told, **where, "actor": "KES", "claimant": "Commission", **more}


def notice(time: str, **more: str) -> Row:
    told = {"id": "n1", "event_earliest": time, "event_latest": time, "act": "flight notification", "object": "drone"}
    return {**told, "actor": "KES", "counterpart": "Commission", "claimant": "Commission", **more}


def of_kestria(held: Held, ban: str, *rows: Row) -> str:
    return held(f"1. No Party {ban}.\n", list(rows), effort=WATCHED).verdicts[0].verdict.value


@pytest.mark.parametrize("ban", BANS)
def test_what_was_announced_in_time_is_excepted(held: Held, ban: str) -> None:
    early = notice("2031-03-04T18:00")
    assert of_kestria(held, ban, early, flight()) == "kept"
    assert of_kestria(held, ban, flight()) == "cannot tell", "nobody tells of a notice, or that there was none"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"time": "2031-03-05T08:00"}, "two hours before"),
        ({"time": "2031-03-04T18:00", "actor": "ORL"}, "of another's flight"),
        ({"time": "2031-03-04T18:00", "counterpart": "ORL"}, "not to whom the text says"),
        ({"time": "2031-03-04T18:00", "claimant": "KES"}, "its own word alone"),
        ({"time": "2031-03-04T18:00", "act": "convoy notification", "object": "trucks"}, "of another thing"),
        ({"time": "2031-02-01T18:00"}, "long before"),
    ],
)
def test_another_notice_excepts_nothing(held: Held, told: dict[str, str], why: str) -> None:
    assert of_kestria(held, BANS[0], notice(**told), flight()) == "cannot tell", why


def test_one_notice_is_of_one_flight(held: Held) -> None:
    assert of_kestria(held, BANS[0], notice("2031-03-04T18:00"), flight(), flight("f2", 7)) == "cannot tell"


def test_the_notice_itself_is_no_flight(held: Held) -> None:
    assert of_kestria(held, "shall fly drones over the Gulf Zone", notice("2031-03-04T18:00")) == "kept"
