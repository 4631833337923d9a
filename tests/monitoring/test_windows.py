"""How long a sentence holds, and what of its last day a verdict says."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.model import Duration, Window
from parley.monitoring.windows import bounds

from .conftest import Held, Row

pytestmark = pytest.mark.usefixtures("both_ways")

SEEN = "HAL,satellite,everywhere,2031-03-01,2031-05-31,1,\n"


@pytest.mark.parametrize(
    ("window", "day", "verdict"),
    [
        ("for 7 days from D-day", "03-07", "breached"),
        ("for 7 days from D-day", "03-08", "cannot tell"),
        ("for 7 days from D-day", "03-09", "kept"),
        ("for one month from D-day", "03-31", "breached"),
        ("for 7 days from D+1", "03-08", "breached"),
        ("for 7 days from D+1", "03-09", "cannot tell"),
        ("until D+7", "03-08", "breached"),
        ("until D+7", "03-09", "kept"),
    ],
)
def test_the_first_day_is_one_of_so_many_and_the_day_after_them_is_in_doubt(
    held: Held, window: str, day: str, verdict: str
) -> None:
    shot: Row = {"id": "r1", "event_earliest": f"2031-{day}", "act": "shelling", "actor": "KES", "claimant": "HAL"}
    [ban] = held(f"1. Kestria shall not shell {window}. {{#a}}\n", [shot], "2031-05-20T12:00", SEEN).verdicts
    assert ban.verdict == verdict


@pytest.mark.parametrize(
    ("window", "until"),
    [
        ("for 7 days from D-day", "It held until 7 March, or 8 March if the first day is not counted."),
        ("for 48 hours from D-day at 06:00", "It held until 3 March, 06:00."),
        ("until D+7", "It held until 8 March."),
        ("until D+60", "It holds until 30 April."),
    ],
)
def test_a_verdict_tells_the_last_day_on_which_the_sentence_held(held: Held, window: str, until: str) -> None:
    text = f"1. Kestria shall not shell {window}. {{#a}}\n2. Kestria shall maintain a hotline {window}. {{#b}}\n"
    ban, duty = held(text, []).verdicts
    assert ban.why.endswith(until)
    assert duty.why.endswith(until)


def test_from_an_hour_of_d_day_it_holds_to_that_hour() -> None:
    d_day = dt.datetime(2031, 3, 1, 6, tzinfo=dt.UTC)
    held = bounds(Window(lasts=Duration(days=7)), d_day, dt.UTC)
    assert (held.start, held.end, held.perhaps) == (d_day, dt.datetime(2031, 3, 8, 6, tzinfo=dt.UTC), None)
