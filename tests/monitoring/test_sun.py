"""Bans from dusk to dawn, by the sun of the place. D-day is 1 March 2031; times are UTC, the Gulf is six hours on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Effort, Interval
from parley.monitoring import watching
from parley.monitoring.coverage import watched
from parley.monitoring.sun import Sunlit, crossing
from parley.monitoring.truth import Truth
from parley.monitoring.windows import Span

DARK = "1. No Party shall fly aircraft in the Gulf Zone between dusk and dawn. {#dark}\n"
SUNSET = "1. No Party shall fly aircraft in the Gulf Zone from sunset to sunrise. {#dark}\n"
LIGHT = "1. Kestria may fly aircraft in the Gulf Zone only between sunrise and sunset. {#light}\n"
NEVER = "1. No Party shall fly aircraft. {#never}\n\n2. Kestria may fly aircraft between sunrise and sunset. {#may}\n"
GULF = (92.0, -43.0, 93.0, -42.0)


@pytest.mark.parametrize(
    ("day", "latitude", "longitude", "rises", "sets"),
    [  # as almanacs print them, in UTC
        ("2024-06-21", 51.48, 0.0, "21 03:43", "21 20:21"),
        ("2024-12-21", 51.48, 0.0, "21 08:04", "21 15:53"),
        ("2024-06-21", -33.87, 151.21, "20 21:00", "21 06:54"),
    ],
)
def test_the_sun_rises_and_sets_as_almanacs_say(
    day: str, latitude: float, longitude: float, rises: str, sets: str
) -> None:
    for down, said in ((False, rises), (True, sets)):
        at, _ = crossing(dt.date.fromisoformat(day), latitude, longitude, -0.833, sets=down)
        told = dt.datetime.strptime(f"{day[:8]}{said} +0000", "%Y-%m-%d %H:%M %z")
        assert abs(at - told) <= dt.timedelta(minutes=2)


def test_where_the_sun_never_sets_half_a_day_is_in_doubt() -> None:
    first, last = crossing(dt.date(2024, 6, 21), 75.0, 0.0, -0.833, sets=True)
    assert last - first == dt.timedelta(hours=12)


@pytest.mark.parametrize("many", [False, True], ids=["one by one", "as columns"])
@pytest.mark.parametrize(
    ("text", "hour", "verdict"),
    [
        (DARK, "06:00", "kept"),
        (DARK, "12:35", "cannot tell"),  # the sun has set, and it is not yet dark
        (DARK, "16:00", "breached"),
        (SUNSET, "12:50", "breached"),
        (SUNSET, "12:30", "cannot tell"),  # the Zone is wide, and the hour not so exact
        (LIGHT, "06:00", "kept"),
        (LIGHT, "16:00", "breached"),
        (NEVER, "06:00", "kept"),
        (NEVER, "16:00", "breached"),
    ],
)
def test_it_holds_while_it_is_dark(
    held: Any, text: str, hour: str, verdict: str, many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if many:
        monkeypatch.setattr(watching, "MANY", 0)
    when = f"2031-03-05T{hour}"
    row = {"id": "f1", "event_earliest": when, "event_latest": when, "reported": "2031-03-08", "act": "fly"}
    row |= {"object": "aircraft", "actor": "KES", "claimant": "ORL", "latitude": -42.5, "longitude": 92.5}
    found = held(text, [{**row, "radius_m": 100}], effort="JVC,radar,everywhere,2031-03-01,2031-03-31,1,\n").verdicts
    assert next(one.verdict for one in found if one.bearer == "KES") == verdict


def test_only_the_dark_has_to_be_watched() -> None:
    night = Sunlit("dusk", "dawn", GULF, dt.UTC)
    start, end = (dt.datetime(2031, 3, day, tzinfo=dt.UTC) for day in (2, 4))
    for first, last, days in ((11, 24, 2), (11, 20, 0), (13, 24, 0)):
        effort = [
            Effort(
                by="JVC",
                means="radar",
                place="everywhere",
                window=Interval(
                    earliest=dt.datetime(2031, 3, day, first, tzinfo=dt.UTC),
                    latest=dt.datetime(2031, 3, day, tzinfo=dt.UTC) + dt.timedelta(hours=last),
                ),
            )
            for day in (1, 2, 3)
        ]
        assert watched(effort, start, end - dt.timedelta(seconds=1), dt.UTC, night).days_watched == days


@given(minutes=st.integers(0, 400 * 24 * 60), length=st.integers(0, 600))
def test_an_hour_is_dark_or_light_or_nobody_can_tell(minutes: int, length: int) -> None:
    night, at = Sunlit("sunset", "sunrise", GULF, dt.UTC), dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
    span = Span(at + dt.timedelta(minutes=minutes), at + dt.timedelta(minutes=minutes + length))
    pair = {night.fact(span).truth, night.turned().fact(span).truth}
    assert pair in ({Truth.YES, Truth.NO}, {Truth.UNKNOWN})


def test_without_a_shape_nobody_knows_when_it_is_dark(framework_of: Any) -> None:
    from parley.monitoring import watch

    text = framework_of("1. No Party shall fly aircraft between dusk and dawn. {#dark}\n")
    found = watch(text, (), (), (), dt.datetime(2031, 3, 9, tzinfo=dt.UTC)).verdicts[0]
    assert found.verdict == "cannot tell"
    assert "when it is dusk depends on the place" in found.why
