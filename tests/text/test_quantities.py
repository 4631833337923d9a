"""Numbers, distances, durations and day counts, each with its place."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text import day_counts, distances, durations, numbers, slug

PIECES = "1,000|15 km|2.5 million|twenty-five|hundred|and|a|half|day|days|D+|14|D-day|(|)|1/2|½|0/0|-"
words = st.lists(st.sampled_from(PIECES.split("|")), max_size=12).map(" ".join)


@pytest.mark.parametrize("find", [numbers, distances, durations, day_counts])
@given(text=st.one_of(st.text(), words))
def test_places_are_in_order_and_within_the_text(find, text):
    found = find(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))


def said(find, text):
    return [(text[start:end], str(value)) for start, end, value in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000 men", [("1,000", "1000")]),
        ("1,234,567.5 euros", [("1,234,567.5", "1234567.5")]),
        ("twenty-five of them", [("twenty-five", "25")]),
        ("two hundred and fifty", [("two hundred and fifty", "250")]),
        ("three thousand two hundred", [("three thousand two hundred", "3200")]),
        ("2.5 million people", [("2.5 million", "2500000")]),
        ("a dozen shells, half a million people", [("a dozen", "12"), ("half a million", "500000")]),
        ("between five and ten", [("five", "5"), ("ten", "10")]),
        ("D+14, Article 3.2.1, 12:30, 2031-03-06, T72", []),
        ("someone often phoned", []),
    ],
)
def test_numbers(text, expected):
    assert said(numbers, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within 15 km of", [("15 km", "15 km")]),
        ("a 15-kilometre zone", [("15-kilometre", "15 km")]),
        ("ten (10) nautical miles", [("ten (10) nautical miles", "10 nautical miles")]),
        ("1,500 metres", [("1,500 metres", "1500 m")]),
        ("100 mm guns, $5 m, 5 million", []),
    ],
)
def test_distances(text, expected):
    assert said(distances, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within 48 hours", [("48 hours", "PT48H")]),
        ("thirty (30) days", [("thirty (30) days", "P30D")]),
        ("two weeks", [("two weeks", "P14D")]),
        ("two years and six months", [("two years", "P24M"), ("six months", "P6M")]),
        ("7 days' notice", [("7 days", "P7D")]),
        ("a 24-hour truce", [("24-hour", "PT24H")]),
        ("1.5 hours, 1.5 days", [("1.5 hours", "PT1H30M"), ("1.5 days", "P1DT12H")]),
        ("5 1/2 hours, one and a half years", [("5 1/2 hours", "PT5H30M"), ("one and a half years", "P18M")]),
        ("within a week, half an hour", [("a week", "P7D"), ("half an hour", "PT30M")]),
        ("thirty calendar days", [("thirty calendar days", "P30D")]),
        ("five working days, ten seconds, 1.5 months, three times a day", []),
    ],
)
def test_durations(text, expected):
    assert said(durations, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by D+14.", [("D+14", "D+14")]),
        ("D-day, D-Day and D day", [("D-day", "D-day"), ("D-Day", "D-day"), ("D day", "D-day")]),
        ("from D − 3 until D + 7", [("D − 3", "D-3"), ("D + 7", "D+7")]),
        ("D-day+10", [("D-day+10", "D+10")]),
        ("day 5 after the signature, D-30 howitzers, 122 mm D-30, VD+3, D+1.5", []),
    ],
)
def test_day_counts(text, expected):
    assert said(day_counts, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000 each of", "1000-each-of"),
        ("The Party's own", "the-partys-own"),
        ("  Полонені!  ", "полонені"),
        ("--", ""),
    ],
)
def test_slug(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_a_slug_of_a_slug_is_the_same(text):
    assert slug(slug(text)) == slug(text)
