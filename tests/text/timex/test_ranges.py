"""Dates told together, parts of years, and quarters. Published on Thursday, 6 March 2031."""

import datetime as dt

import pytest

from parley.text import times

THURSDAY = dt.date(2031, 3, 6)


def values(text: str) -> list[str | None]:
    return [time.timex for time in times(text, THURSDAY)]


def bounded(text: str) -> tuple[str, str, str]:
    (time,) = times(text, THURSDAY)
    return str(time.timex), str(time.earliest), str(time.latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between March and May 2030", ["2030-03", "2030-05"]),
        ("December to March 2030", ["2029-12", "2030-03"]),
        ("from 24 February to 3 March 2030", ["2030-02-24", "2030-03-03"]),
        ("from December 24 until January 3, 2030", ["2029-12-24", "2030-01-03"]),
        ("from 24 February to 3 March", ["2031-02-24", "2031-03-03"]),
        ("They counted 90 between July 1 and December 31.", ["2030-07-01", "2030-12-31"]),
        ("It fell from November to January.", ["2030-11", "2031-01"]),
    ],
)
def test_the_last_of_dates_told_together_says_the_year_of_all(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("third-quarter exports", ("2031-Q3", "2031-07-01", "2031-09-30")),
        ("H1 2030", ("2030-H1", "2030-01-01", "2030-06-30")),
        ("by year-end", ("2031", "2031-09-01", "2031-12-31")),
        ("by next year's end", ("2032", "2032-09-01", "2032-12-31")),
        ("in mid-month", ("2031-03", "2031-03-11", "2031-03-20")),
        ("the week before last", ("2031-W08", "2031-02-17", "2031-02-23")),
        ("the winter of 2029-30", ("2029-WI", "2029-12-01", "2030-02-28")),
        ("the first of May 2031", ("2031-05-01", "2031-05-01", "2031-05-01")),
        ("2030's budget", ("2030", "2030-01-01", "2030-12-31")),
        ("the early 1990's", ("199", "1990-01-01", "1993-12-31")),
        ("a year and a half ago", ("2029-09", "2029-09-01", "2029-09-30")),
        ("half a year ago", ("2030-09", "2030-09-01", "2030-09-30")),
        ("an influential 1998 paper", ("1998", "1998-01-01", "1998-12-31")),
        ("rules that date back to 1917", ("1917", "1917-01-01", "1917-12-31")),
        ("this past November", ("2030-11", "2030-11-01", "2030-11-30")),
        ("looking past November", ("2030-11", "2030-11-01", "2030-11-30")),
        ("the current fiscal year", ("2031", "2030-01-01", "2032-12-31")),
        ("year-ago levels", ("2030", "2030-01-01", "2030-12-31")),
    ],
)
def test_parts_of_years(text, expected):
    assert bounded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the first quarter of 2030 it rose on the year-earlier quarter.", ["2030-Q1", "2029-Q1"]),
        ("In the first quarter of 2030 it rose; the quarter was good.", ["2030-Q1", "2030-Q1"]),
        ("The quarter was good, better than the year-earlier quarter.", ["XXXX-QX"]),
        ("They will meet on 3 May and, again, on the 15th.", ["2031-05-03", "2031-05-15"]),
        ("They will meet on the 3rd.", ["2031-04-03"]),
        ("They met on the 3rd.", ["2031-03-03"]),
        ("They met on the 38th.", []),
    ],
)
def test_a_story_goes_on_in_its_quarter_or_month(text, expected):
    assert values(text) == expected


def test_overnight_is_the_night_to_the_day_of_publication():
    assert bounded("The shelling went on overnight.") == ("2031-03-05TNI", "2031-03-05", "2031-03-06")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 12 February they fought. The shelling went on overnight.", "XXXX-XX-XXTNI"),
        ("No vehicle shall move overnight.", None),
        ("An overnight curfew was declared.", None),
    ],
)
def test_overnight_has_no_date_where_no_night_is_told(text, value):
    found = [time for time in times(text, THURSDAY) if "overnight" in time.span.exact]
    assert [(time.timex, time.earliest) for time in found] == ([(value, None)] if value else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in today's world", ("PRESENT_REF", "None", "None")),
        ("by 18.00 on 9 March", ("2031-03-09T18:00", "2031-03-09 18:00:00", "2031-03-09 18:00:00")),
        ("as of midnight Ostran time on 9 March", ("2031-03-09T24:00", "2031-03-09", "2031-03-09")),
        (
            "at 06:30 Eastern Ostran Time on 9 March 2031",
            ("2031-03-09T06:30", "2031-03-09 06:30:00", "2031-03-09 06:30:00"),
        ),
    ],
)
def test_hours_with_zones_of_any_name_and_today_as_an_age(text, expected):
    assert bounded(text) == expected


@pytest.mark.parametrize(
    "text",
    ["a white 1998 Toyota", "their 2020 model", "an additional 1998 tents", "prices from 10.50 to 11.20", "the 2nd."],
)
def test_models_and_prices_are_no_dates(text):
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["24 лютого 2022 року о 14:30, минулого тижня", "٢٤ فبراير ٢٠٢٢ الساعة ١٤:٣٠ ، يوم الجمعة", "二月二十四日"]
)
def test_other_languages_give_no_wrong_date(text):
    assert [time.earliest for time in times(text, THURSDAY) if time.earliest] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over the next year", ("P1Y", "2031-03-06", "2032-03-06")),
        ("over the next decade", ("P10Y", "2031-03-06", "2041-03-06")),
        ("during the last week", ("P1W", "2031-02-27", "2031-03-06")),
        ("next year", ("2032", "2032-01-01", "2032-12-31")),
    ],
)
def test_over_the_next_year_is_a_length_from_today(text, expected):
    assert bounded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was shot on Oct. 28 last year.", ["2030-10-28"]),
        ("It opens on 3 May next year.", ["2032-05-03"]),
        ("They met in the summer of '27 and left in '28.", ["2027-SU", "2028"]),
        ("He took his degree in May '98.", ["1998-05"]),
        ("The ban, effective July 1, was passed.", ["2031-07-01"]),
        ("He had left last Christmas.", ["2030-12-25"]),
        ("a man in his mid-30s", []),
        ("He said in '40 people died' all that was known.", []),
        ("in the last week of 2029", ["2029"]),
        ("the last year of his life", []),
        ("in the third quarter of the game", []),
    ],
)
def test_years_that_other_words_say_and_words_that_only_look_like_them(text, expected):
    assert values(text) == expected
