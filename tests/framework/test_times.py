"""Times are read piece by piece, so that any point goes with any clock, and any rhythm with any hours."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from parley.framework.reader.instants import Dated
from parley.framework.reader.windows import merged, windows
from parley.model import DayCount, Definition, Duration, Instant, Span, Window

UTC = dt.UTC
NOWHERE = Span(start=0, end=0, exact="", document="x.md")
TERMS = {
    "Hour of Silence": "06:00 UTC on 1 March 2031",
    "Effective Time": "the moment at which both Parties have signed",
    "Day 0": "the day on which fire ceases",
}
DATED = Dated.of([Definition(term=term, meaning=meaning, span=NOWHERE) for term, meaning in TERMS.items()])

DAY_20 = Instant(day=DayCount(days=20))
POINTS = {
    "D+3": Instant(day=DayCount(days=3)),
    "D-day": Instant(day=DayCount(days=0)),
    "Day 4": Instant(day=DayCount(days=4)),
    "3 March 2031": Instant(moment=dt.date(2031, 3, 3)),
    "the 3rd day of March 2031": Instant(moment=dt.date(2031, 3, 3)),
    "the first of June": Instant(event="1 June"),
    "the fourth day": Instant(event="fourth day"),
    "the seventh day of the truce": Instant(event="truce", offset=Duration(days=6)),
    "the day after the signing": Instant(event="signing", offset=Duration(days=1)),
    "eight days after D-day": Instant(day=DayCount(days=8)),
    "Friday": Instant(event="Friday"),
}
CLOCKS = {
    "06:00 UTC": dt.time(6, tzinfo=UTC),
    "18:30": dt.time(18, 30),
    "6 p.m. local time": dt.time(18),
    "0600 hours (UTC+2)": dt.time(6, tzinfo=dt.timezone(dt.timedelta(hours=2))),
    "noon UTC": dt.time(12, tzinfo=UTC),
}
LEADS = {
    "from": "start",
    "as from": "start",
    "by": "end",
    "no later than": "end",
    "until": "end",
    "not before": "start",
}
RHYTHMS = {
    "every day": Window(every=Duration(days=1)),
    "daily": Window(every=Duration(days=1)),
    "every Monday and Thursday": Window(every=Duration(days=7), times=2),
    "on the first and third Monday of each month": Window(every=Duration(months=1), times=2),
    "every second day": Window(every=Duration(days=2)),
    "twice a week": Window(every=Duration(days=7), times=2),
    "every 3 days": Window(every=Duration(days=3)),
}


def read(words: str) -> Window | None:
    found = windows(words, lambda _event: True, DATED)
    left = words
    for each in found:
        left = left[: each.start] + "\0" * (each.end - each.start) + left[each.end :]
    assert not left.strip("\0 ,."), f"{left!r} is left of {words!r}"
    return merged([each.window for each in found])


def at(point: Instant, clock: dt.time) -> Instant:
    if isinstance(point.moment, dt.date):
        return Instant(moment=dt.datetime.combine(point.moment, clock))
    return point.replace(time=clock)


@pytest.mark.parametrize(("lead", "point"), [*product(LEADS, POINTS)])
def test_any_lead_goes_with_any_point(lead: str, point: str) -> None:
    assert read(f"{lead} {point}") == Window.model_validate({LEADS[lead]: POINTS[point]})


@pytest.mark.parametrize(("point", "clock"), [*product(POINTS, CLOCKS)])
def test_any_point_may_have_a_clock_before_or_behind_it(point: str, clock: str) -> None:
    expected = Window(end=at(POINTS[point], CLOCKS[clock]))
    if "days after" in point:
        point = "D+8"
    assert read(f"by {clock} on {point}") == expected
    assert read(f"by {point} at {clock}") == expected


@pytest.mark.parametrize(("rhythm", "clock"), [*product(RHYTHMS, CLOCKS)])
def test_any_rhythm_goes_with_any_hour(rhythm: str, clock: str) -> None:
    time = CLOCKS[clock]
    expected = RHYTHMS[rhythm].replace(hours=(time, time))
    assert read(f"{rhythm} at {clock}") == expected
    assert read(f"at {clock} {rhythm}") == expected


@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_any_rhythm_goes_with_a_range_of_hours_in_their_zone(rhythm: str) -> None:
    expected = RHYTHMS[rhythm].replace(hours=(dt.time(6, tzinfo=UTC), dt.time(18, tzinfo=UTC)))
    assert read(f"{rhythm} from 06:00 to 18:00 UTC") == expected
    assert read(f"between 06:00 and 18:00 UTC, {rhythm}") == expected


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("as from the Hour of Silence", Window(start=Instant(moment=dt.datetime(2031, 3, 1, 6, tzinfo=UTC)))),
        ("from the Effective Time", Window(start=Instant(event="Effective Time"))),
        (
            "within three weeks of the Effective Time",
            Window(end=Instant(event="Effective Time", offset=Duration(days=21))),
        ),
        (
            "no later than eight days from today's date",
            Window(end=Instant(event="today's date", offset=Duration(days=8))),
        ),
        ("within 36 hours of the Hour of Silence", Window(end=Instant(moment=dt.datetime(2031, 3, 2, 18, tzinfo=UTC)))),
        ("at least 5 days before D+10", Window(end=Instant(day=DayCount(days=5)))),
        ("before the first of June", Window(end=Instant(event="day before 1 June"))),
        ("on or before the 4th day of October 2041", Window(end=Instant(moment=dt.date(2041, 10, 4)))),
        ("from D+3 to D+5, both days inclusive", Window(start=POINTS["D+3"], end=Instant(day=DayCount(days=5)))),
        (
            "between 06:00 and 18:00 UTC on D+3",
            Window(start=at(POINTS["D+3"], dt.time(6, tzinfo=UTC)), end=at(POINTS["D+3"], dt.time(18, tzinfo=UTC))),
        ),
        (
            "from Friday sunset to Sunday sunrise",
            Window(start=Instant(event="Friday sunset"), end=Instant(event="Sunday sunrise")),
        ),
        ("at dawn on D+3", Window(start=Instant(event="dawn on D+3"), end=Instant(event="dawn on D+3"))),
        ("once in every 48 hours", Window(every=Duration(minutes=2880))),
        ("at least three times every ten days", Window(every=Duration(days=10), times=3)),
        (
            "every day by 18:00 UTC",
            Window(every=Duration(days=1), hours=(dt.time(tzinfo=UTC), dt.time(18, tzinfo=UTC))),
        ),
        ("by 18:00 UTC on the day before D+3", Window(end=Instant(day=DayCount(days=2), time=dt.time(18, tzinfo=UTC)))),
        (
            "on the day after 3 March 2031",
            Window(start=Instant(moment=dt.date(2031, 3, 4)), end=Instant(moment=dt.date(2031, 3, 4))),
        ),
        ("beginning on D+3 and ending by D+5", Window(start=POINTS["D+3"], end=Instant(day=DayCount(days=5)))),
        ("until then", Window(end=Instant(event="then"))),
        (
            "during those hours",
            Window(start=Instant(event="start of those hours"), end=Instant(event="end of those hours")),
        ),
        (
            "in the first half of March 2031",
            Window(start=Instant(moment=dt.date(2031, 3, 1)), end=Instant(moment=dt.date(2031, 3, 15))),
        ),
        ("during the week after D+3", Window(start=POINTS["D+3"], lasts=Duration(days=7))),
        ("for 30 days from D-day", Window(start=POINTS["D-day"], lasts=Duration(days=30))),
        ("by midnight on D+3", Window(end=Instant(day=DayCount(days=4), time=dt.time()))),
    ],
)
def test_a_time_as_a_whole(words: str, window: Window) -> None:
    assert read(words) == window


@pytest.mark.parametrize("words", ["by 27:00 on D+3", "at 13 p.m. every day", "by 06:75 UTC on D+3"])
def test_an_hour_that_no_day_has_is_left_over(words: str) -> None:
    with pytest.raises(AssertionError, match="is left"):
        read(words)


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("at the very latest, by D+5", Window(end=Instant(day=DayCount(days=5)))),
        ("within two weeks at most", Window(within=Duration(days=14))),
        ("within a period not exceeding seven days", Window(within=Duration(days=7))),
        ("in no more than three days", Window(within=Duration(days=3))),
        ("for a term of six months, renewable once", Window(lasts=Duration(months=6))),
        ("at intervals not exceeding ten days", Window(every=Duration(days=10))),
        ("upon the expiry of 20 days from D-day", Window(start=DAY_20, end=DAY_20)),
        ("before the expiry of the second week", Window(end=Instant(event="expiry of the second week"))),
        ("before the thaw sets in", Window(end=Instant(event="thaw sets in"))),
        (
            "for two years after the last payment",
            Window(start=Instant(event="last payment"), lasts=Duration(months=24)),
        ),
        ("within the ten days that follow D-day", Window(end=Instant(day=DayCount(days=10)))),
        (
            "no sooner than two and no later than four days after D-day",
            Window(start=Instant(day=DayCount(days=2)), end=Instant(day=DayCount(days=4))),
        ),
        ("between 10 and 20 days after D-day", Window(start=Instant(day=DayCount(days=10)), end=DAY_20)),
        ("by the evening of D+20", Window(end=Instant(event="evening of D+20"))),
        ("by midnight of the same day", Window(end=Instant(event="midnight of the same day"))),
        ("no later than the day before each convoy", Window(end=Instant(event="day before each convoy"))),
        ("in no case later than D+20", Window(end=DAY_20)),
        ("by the end of the month", Window(end=Instant(event="end of the month"))),
        ("from the Hour of Silence onwards", Window(start=DATED.terms["Hour of Silence"])),
    ],
)
def test_a_time_is_read_to_its_end(words: str, window: Window) -> None:
    text = f"the mill {words}"
    found = windows(text, lambda _: False, DATED)
    assert [text[each.start : each.end].strip(" ,") for each in found] == [words]
    assert merged([each.window for each in found]) == window


def test_a_limit_runs_from_whatever_is_named_behind_it() -> None:
    text = "its findings within ten days of the close of each visit"
    [found] = windows(text, lambda _: False, DATED)
    assert found.event is not None
    assert text[slice(*found.event)] == "the close of each visit"
