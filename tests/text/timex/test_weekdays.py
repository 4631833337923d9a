"""Weekdays counted in weeks, and of months. Published on Thursday, 6 March 2031."""

import datetime as dt

import pytest

from parley.text import times

THURSDAY = dt.date(2031, 3, 6)


def read(text: str, published: dt.date | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(time.span.exact, time.timex) for time in times(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a week ago Friday", "2031-02-21"),
        ("two weeks ago on Monday", "2031-02-17"),
        ("a week from Friday", "2031-03-14"),
        ("the Friday before last", "2031-02-21"),
        ("the Friday after next", "2031-03-14"),
        ("this coming Monday", "2031-03-10"),
        ("this past Friday", "2031-02-28"),
        ("the first Monday in May", "2031-05-05"),
        ("the last Friday of March 2030", "2030-03-29"),
        ("the second Tuesday of next month", "2031-04-08"),
    ],
)
def test_a_weekday_counted_in_weeks_or_in_a_month_is_one_time(words, value):
    assert read(f"The talks: {words}.") == [(words, value)]


def test_a_weekday_of_each_month_is_a_set_and_has_no_date():
    (time,) = times("They report on the first Monday of each month.", THURSDAY)
    assert (time.span.exact, time.kind, time.earliest) == ("the first Monday of each month", "SET", None)


def test_a_stretch_through_a_weekday_ends_after_it_begins():
    assert read("The line was calm Monday through Friday.") == [("Monday", "2031-03-03"), ("Friday", "2031-03-07")]


@pytest.mark.parametrize("published", [None, dt.date.min])
def test_weeks_that_cannot_be_counted_give_no_date(published):
    assert [time.earliest for time in times("They met a week ago Friday.", published)] in ([None], [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kestria set out its position before Saturday's vote.", "2031-03-08"),
        ("The invitation to Friday night's dinner was withdrawn.", "2031-03-07TNI"),
        ("Over the first two weeks of February 40 trucks passed.", "2031-02"),
        ("They meet every second Tuesday.", "XXXX-WXX-2"),
        ("They meet in a week's time.", "2031-W11"),
        ("The meeting on the 12th was moved.", "2031-02-12"),
    ],
)
def test_a_day_that_is_waited_for_is_not_dated_by_the_verb_before(text, value):
    (time,) = times(text, dt.date(2031, 3, 6))
    assert time.timex == value


@pytest.mark.parametrize("text", ["He read from Exodus 18:21.", "He stood on the 12th floor."])
def test_a_verse_or_a_floor_is_no_time(text):
    assert times(text, dt.date(2031, 3, 6)) == ()


def test_last_as_a_verb_dates_nothing():
    _, length = times("The talks begin on Monday and last three days.", dt.date(2031, 3, 6))
    assert (length.timex, length.earliest) == ("P3D", None)


@pytest.mark.parametrize(
    "text",
    ["He was on Saturday Night Live.", "They watch Monday Night Football.", "It fell on Super Bowl Sunday."],
)
def test_a_name_with_a_weekday_is_no_day(text):
    assert read(text) == []


def test_until_at_the_head_of_a_sentence_takes_its_verb():
    assert read("Until Monday's ruling, nobody knew.") == [("Monday", "2031-03-03")]
    assert read("They met ahead of Saturday's vote.") == [("Saturday", "2031-03-08")]


def test_a_second_time_in_brackets_parts_a_time_from_its_day():
    assert read("at 10:35 a.m. (0735 GMT) Monday") == [
        ("10:35 a.m. (0735 GMT)", "2031-03-03T10:35"),
        ("Monday", "2031-03-03"),
    ]
    assert read("Monday around noon") == [("Monday around noon", "2031-03-03T12:00")]
