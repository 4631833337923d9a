"""Bans and permissions at hours of the day, on the clocks of the text's zone. D-day is 1 March 2031."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import parse
from parley.model import Effort, Interval, Outcome, Report
from parley.monitoring import watch
from parley.monitoring.hours import Hours
from parley.monitoring.table import ReportTable
from parley.monitoring.truth import Truth
from parley.monitoring.windows import Span

DAY = "1. No Party shall fly aircraft between 07:00 and 19:00. {#day}\n"
NIGHT = "1. No Party shall fly aircraft from 22:00 to 06:00. {#night}\n"
HALVES = "1. No Party shall fly aircraft between 10 p.m. and 6 a.m. {#night}\n"
ONLY = "1. Kestria may fly aircraft only between 07:00 and 19:00. {#only}\n"
NEVER = "1. No Party shall fly aircraft. {#never}\n\n2. Kestria may fly helicopters between 07:00 and 19:00. {#may}\n"
EAST = dt.timezone(dt.timedelta(hours=3))


def flew(when: str, until: str = "", **more: Any) -> dict[str, Any]:
    row = {"id": "f1", "event_earliest": when, "event_latest": until or when, "reported": "2031-03-08T12:00+00:00"}
    return {**row, "act": "fly", "object": "aircraft", "actor": "KES", "claimant": "ORL", **more}


def verdict(held: Any, text: str, row: dict[str, Any], **more: Any) -> Outcome:
    effort = "JVC,radar,everywhere,2031-03-01,2031-03-31,1,\n"
    found = held(text, [row], effort=effort, **more).verdicts
    return next(one.verdict for one in found if one.bearer == "KES")


@pytest.mark.parametrize(
    ("text", "hour", "outcome"),
    [
        (DAY, "12:00", "breached"),
        (DAY, "19:00", "breached"),  # ends count in
        (DAY, "19:01", "kept"),
        (NIGHT, "23:00", "breached"),
        (NIGHT, "05:59", "breached"),
        (NIGHT, "12:00", "kept"),
        (HALVES, "23:00", "breached"),
        (HALVES, "10:30", "kept"),
        (ONLY, "12:00", "kept"),
        (ONLY, "20:00", "breached"),
    ],
)
def test_it_holds_at_these_hours(held: Any, text: str, hour: str, outcome: str) -> None:
    assert verdict(held, text, flew(f"2031-03-05T{hour}+00:00")) == outcome


def test_a_time_that_is_not_exact_enough_tells_nothing(held: Any) -> None:
    assert verdict(held, DAY, flew("2031-03-05T18:30+00:00", "2031-03-05T19:30+00:00")) == "cannot tell"
    assert verdict(held, DAY, flew("2031-03-05")) == "cannot tell"


def test_the_clocks_are_those_of_the_text_s_zone(held: Any) -> None:
    row = flew("2031-03-05T17:00+00:00")  # 20:00 in the east
    assert verdict(held, DAY, row) == "breached"
    assert verdict(held, DAY, row, zone=EAST) == "kept"


@pytest.mark.parametrize(
    ("hours", "outcome"),
    [("16:30 and 17:30 UTC", "breached"), ("19:30 and 20:30 UTC+3", "breached"), ("19:30 and 20:30", "kept")],
)
def test_hours_that_are_written_with_a_zone_are_on_its_clocks(held: Any, hours: str, outcome: str) -> None:
    text = f"1. No Party shall fly aircraft between {hours}. {{#some}}\n"
    assert verdict(held, text, flew("2031-03-05T17:00+00:00"), zone=dt.timezone(dt.timedelta(hours=5))) == outcome


@pytest.mark.parametrize(("zone", "outcome"), [("UTC", "kept"), ("UTC+2", "breached"), ("local time", "breached")])
def test_a_ban_begins_at_the_hour_of_a_counted_day(held: Any, zone: str, outcome: str) -> None:
    text = f"1. No Party shall fly aircraft from 18:00 {zone} on D+4. {{#some}}\n"
    assert verdict(held, text, flew("2031-03-05T17:00+00:00"), zone=dt.timezone(dt.timedelta(hours=5))) == outcome


@pytest.mark.parametrize(
    "words",
    ["No Party shall fly aircraft on Sundays.", "The Commission shall report to both Parties twice a week."],
)
def test_some_days_and_several_times_are_not_held_yet(held: Any, words: str) -> None:
    found = held(f"1. {words} {{#some}}\n", [flew("2031-03-05T17:00+00:00")]).verdicts
    assert {one.verdict for one in found} == {Outcome.CANNOT_TELL}
    assert all("yet" in one.why for one in found)


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ({"object": "helicopter"}, "kept"),
        ({"object": "fighter aircraft"}, "cannot tell"),  # is that a helicopter?
        ({"object": ""}, "cannot tell"),
        (
            {"object": "helicopter", "event_earliest": "2031-03-05T20:00", "event_latest": "2031-03-05T20:10"},
            "breached",
        ),
    ],
)
def test_what_is_allowed_at_some_hours_is_taken_out_of_the_ban(held: Any, row: dict[str, Any], outcome: str) -> None:
    text = NEVER.replace("aircraft.", "aircraft or helicopters.")
    assert verdict(held, text, flew("2031-03-05T12:00+00:00", **row)) == outcome


def test_only_these_hours_have_to_be_watched(held: Any) -> None:
    days = "".join(f"JVC,radar,everywhere,2031-03-{n:02d}T06:30,2031-03-{n:02d}T19:30,1,\n" for n in range(1, 32))
    assert {one.verdict for one in held(DAY, [], effort=days).verdicts} == {Outcome.KEPT}
    assert {one.verdict for one in held(NIGHT, [], effort=days).verdicts} == {Outcome.CANNOT_TELL}


QUARTER = dt.timedelta(minutes=15)
instants = st.integers(0, 6 * 24 * 4).map(lambda n: dt.datetime(2031, 3, 27, tzinfo=dt.UTC) + n * QUARTER)
times = st.integers(0, 23).map(dt.time)


@given(instants, st.integers(0, 40), times, times, st.booleans())
def test_hours_are_those_of_every_instant(
    first: dt.datetime, length: int, opens: dt.time, closes: dt.time, outside: bool
) -> None:
    """Tried for each quarter of an hour, over the night in which the clocks are set forward."""
    zone = ZoneInfo("Europe/Helsinki")
    span = Span(first, first + length * QUARTER)
    told = set()
    for n in range(length + 1):
        local = (first + n * QUARTER).astimezone(zone).time()
        within = opens <= local <= closes if opens < closes else local >= opens or local <= closes
        told.add((opens == closes or within) is not outside)
    got = Hours(opens, closes, zone, outside).fact(span).truth
    assert got is (Truth.UNKNOWN if len(told) == 2 else Truth.YES if told == {True} else Truth.NO)


def test_many_reports_and_few_give_the_same() -> None:
    front = "---\ntitle: T\nparties: {KES: Kestria, ORL: Orlavia}\nd_day: 2031-03-01\n---\n\n"
    text = parse(f"{front}{NEVER}\n3. {NIGHT[3:]}")
    day = dt.datetime(2031, 3, 5, tzinfo=dt.UTC)
    rows = [
        Report(
            id=f"R{n}",
            event=Interval(earliest=day + dt.timedelta(hours=n % 24), latest=day + dt.timedelta(hours=n % 24 + n % 3)),
            reported=day + dt.timedelta(days=2),
            act="fly",
            object=("helicopter", "aircraft")[n % 2],
            actor="KES" if n % 5 else None,
            claimant="ORL",
            note=str(n),
        )
        for n in range(60)
    ]
    seen = (Effort(by="J", means="radar", place="everywhere", window=Interval(earliest="2031-03-01")),)
    few = watch(text, (), rows, seen, day + dt.timedelta(days=9))
    assert watch(text, (), ReportTable.of(rows, dt.UTC), seen, day + dt.timedelta(days=9)) == few
