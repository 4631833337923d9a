"""Times that go on from what a story has told. Published on Thursday, 6 March 2031."""

import datetime as dt

import pytest

from parley.text import times

THURSDAY = dt.date(2031, 3, 6)


def values(text: str) -> list[str | None]:
    return [time.timex for time in times(text, THURSDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was elected in 2029. That November, he moved to Ostra.", ["2029", "2029-11"]),
        ("They met on 3 May 2029. The following January they met again.", ["2029-05-03", "2030-01"]),
        ("They met on 3 May 2029. The previous December they had not.", ["2029-05-03", "2028-12"]),
        ("He was wounded in July 2029 and died that fall.", ["2029-07", "2029-FA"]),
        ("That spring, the river rose.", ["XXXX-SP"]),
        ("He spoke Monday.\n\nEarlier in the day, two men were shot.", ["2031-03-03", "2031-03-03"]),
        ("Earlier in the day, two men were shot.", ["XXXX-XX-XX"]),
        (
            "On Monday he met them for the first time since 2025. The next day he left.",
            ["2031-03-03", "2025", "2031-03-04"],
        ),
        ("It lost money in the fourth quarter of 2030, as it had a year earlier.", ["2030-Q4", "2029-Q4"]),
        ("The bomb went off Monday in a market. At 10:35 a.m., two cars burnt.", ["2031-03-03", "2031-03-03T10:35"]),
        ("The bomb went off Monday.\n\nAt 10:35 a.m., two cars burnt.", ["2031-03-03", "XXXX-XX-XXT10:35"]),
        ("The bomb went off on Monday.\nAt 10:35 a.m., two cars burnt.", ["2031-03-03", "2031-03-03T10:35"]),
        ("They met in August 2029; the next month the law was changed.", ["2029-08", "2029-09"]),
        ("They met in August 2029. The next month will tell.", ["2029-08", "2031-04"]),
        ("He fled in 2027. The next year, in May, he was caught.", ["2027", "2028", "2028-05"]),
        ("It passed in 2028 and took effect in March of that year.", ["2028", "2028-03"]),
        ("He was elected in 2027; on May 9 the following year he resigned.", ["2027", "2028-05-09"]),
        ("It was signed in 2029. Six years later nobody recalls it.", ["2029", "XXXX"]),
        ("It was signed in 2029. It will end six years later.", ["2029", "2035"]),
        ("He spoke Wednesday.\n\nShe wrote.\n\nHe read.\n\nEarlier in the day, two men were shot.", ["2031-03-05"] * 2),
        ("The truce of 28 May 2030 failed. They recall May 28.", ["2030-05-28", "2030-05-28"]),
    ],
)
def test_a_story_goes_on_from_its_own_days(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten years ago Monday, he spoke here.", ["2021-03-03"]),
        ("a year ago today", ["2030-03-06"]),
        ("50 years ago this month", ["1981-03"]),
        ("a year ago this week", ["2030-W10"]),
        ("It was only six months ago.", ["2030-09"]),
        ("last Nov. 25, when it sank", ["2030-11-25"]),
        ("next Jan. 14", ["2032-01-14"]),
    ],
)
def test_days_counted_from_the_day_of_publication(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the landmark 1933 law", ["1933"]),
        ("Kestria's contested 2026 convention", ["2026"]),
        ("Officials said 2029 has been dry.", ["2029"]),
        ("the year 2000 census", ["2000"]),
        ("They sent 1998 tents and killed 1998 armed fighters.", []),
        ("Resolution 1998 failed; some 2016 people came.", []),
        ("| 1998 total 2016 |", []),
        ("in the 2010s and '20s", ["201", None]),
        ("in the 1970s and '80s", ["197", "198"]),
    ],
)
def test_a_bare_number_is_a_year_only_where_it_can_count_nothing(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A round is planned for the fall.", ["2031-FA"]),
        ("the fall in prices", []),
        ("for the fall of the town", []),
        ("Prices fell in the weak August and September.", ["2030-08", "2030-09"]),
        ("Orlavia's March vote", ["2031-03"]),
        ("They may march in time, second to none.", []),
        ("in the past week", ["P1W"]),
        ("They said recently in Ostra", ["PAST_REF"]),
        ("over recent weeks", ["PAST_REF"]),
        ("The other day, he fell.", ["PAST_REF"]),
        ("in the months ahead", ["FUTURE_REF"]),
    ],
)
def test_seasons_months_and_references(text, expected):
    assert values(text) == expected
