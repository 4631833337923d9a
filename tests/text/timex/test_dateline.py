"""Relative times count from the day that a report says it was written, if that is near its publication."""

import datetime as dt

import pytest

from parley.text import times

THURSDAY = dt.date(2031, 3, 6)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("LINDHOLT, March 5 (Kestria News) -- ", "2031-03-05"),
        ("OSTRA, Kestria, March 4 — ", "2031-03-04"),
        ("By a reporter\n\nSAINT-MARY, March 5 (KNA) _ ", "2031-03-05"),
        ("LINDHOLT, February 5 (KNA) -- ", "2031-03-06"),  # a month old: something else is meant
        ("LINDHOLT, March 8 (KNA) -- ", "2031-03-06"),  # not written after it was published
        ("LINDHOLT, February 31 (KNA) -- ", "2031-03-06"),
        ("He left Lindholt, March 5 (he said) - ", "2031-03-06"),
        ("LINDHOLT (KNA) -- ", "2031-03-06"),
    ],
)
def test_today_is_the_day_of_the_dateline(head, day):
    *_, today = times(f"{head}The envoys arrived today.", THURSDAY)
    assert (today.span.exact, today.timex, today.anchor) == ("today", day, day)


def test_a_dateline_without_a_day_of_publication_has_no_year():
    _, today = times("LINDHOLT, March 5 (KNA) -- The envoys arrived today.")
    assert (today.timex, today.earliest) == ("XXXX-XX-XX", None)


@pytest.mark.parametrize("head", ["LINDHOLT, 14 May 2031 (Wire) - ", "LINDHOLT, May 14, 2031 — "])
def test_a_dateline_with_its_year_stands_for_the_day_of_publication(head):
    found = times(head + "The envoys left on Tuesday.")
    assert found[-1].timex == "2031-05-13"
