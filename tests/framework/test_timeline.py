"""Dates that follow: what starts, is due, ends and returns, with and without a fixed D-day."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.framework import parse, timeline
from parley.model import DateKind

FIXED = "d_day: 2031-03-01T06:00+02:00\n"


def dates(*provisions: str, d_day: str = FIXED):
    head = f"---\ntitle: A pause\nparties: {{KES: Kestria, ORL: Orlavia}}\n{d_day}---\n\n"
    text = "\n\n".join(f"{number}. {words}" for number, words in enumerate(provisions, start=1))
    return timeline(parse(f"{head}{text}\n"))


def told(row):
    return f"{row.kind.value} {row.day or ''} {row.date or ''}".strip()


@pytest.mark.parametrize(
    ("provision", "rows"),
    [
        ("Each Party shall withdraw its tanks by D+10.", ["due D+10 2031-03-11"]),
        ("No Party shall lay mines from D+1 until D+30.", ["starts D+1 2031-03-02", "ends D+30 2031-03-31"]),
        ("The Parties shall meet on D+21.", ["due D+21 2031-03-22"]),
        ("Kestria shall pause all fire for 30 days from D-day.", ["starts D-day 2031-03-01", "ends D+30 2031-03-31"]),
        ("The Parties shall withdraw all tanks by 15 March 2031.", ["due  2031-03-15"]),
        ("Kestria shall publish a report every 14 days from D+7.", ["returns D+7 2031-03-08"]),
        ("Each Party shall report every incident within 24 hours.", []),
        ("No Party shall fire from 06:00 UTC on D+2.", ["starts D+2 2031-03-03"]),
        ("Kestria shall publish a report every day at 17:00 UTC.", ["returns D-day 2031-03-01"]),
    ],
)
def test_the_dates_of_a_provision(provision, rows):
    assert [told(row) for row in dates(provision)] == ["D-day D-day 2031-03-01", *rows]


def test_without_d_day_rows_are_counted_from_it_and_it_leads_them():
    rows = dates(
        "Each Party shall withdraw its tanks by D+10.", "Orlavia shall release all prisoners by D+3.", d_day=""
    )
    assert [(row.kind, row.day.days, row.date) for row in rows] == [
        (DateKind.D_DAY, 0, None),
        (DateKind.DUE, 3, None),
        (DateKind.DUE, 10, None),
    ]


def test_d_day_and_exact_times_keep_their_hour():
    rows = dates("The Parties shall cease all shelling from 06:00 UTC on 2 March 2031.")
    assert [row.time for row in rows] == [
        dt.datetime.fromisoformat("2031-03-01T06:00+02:00"),
        dt.datetime.fromisoformat("2031-03-02T06:00+00:00"),
    ]


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("No Party shall fire from 06:00 UTC on D+2.", "2031-03-03T06:00+00:00"),
        ("Kestria shall publish a report every day at 17:00 UTC+2.", "2031-03-01T17:00+02:00"),
        ("Kestria shall publish a report daily at 17:00.", "2031-03-01T17:00"),
    ],
)
def test_an_hour_is_told_in_the_zone_that_is_written(words, time):
    assert dates(words)[-1].time == dt.datetime.fromisoformat(time)


def test_what_is_counted_from_a_deadline_is_due_at_the_latest_so_long_after_it():
    rows = dates(
        "Each Party shall withdraw its tanks by D+10.",
        "Each Party shall hand over maps within 5 days of the completion of the withdrawal.",
    )
    last = rows[-1]
    assert (told(last), last.latest, last.bearers) == ("due D+15 2031-03-16", True, ("KES", "ORL"))


def test_of_two_deadlines_nothing_is_counted():
    rows = dates(
        "Kestria shall withdraw its tanks by D+10.",
        "Orlavia shall withdraw its tanks by D+12.",
        "Each Party shall hand over maps within 5 days of the completion of the withdrawal.",
    )
    assert not [row for row in rows if row.latest]


def test_a_text_without_dates_has_none():
    assert dates("Each Party shall report every incident within 24 hours.", d_day="") == ()


def undated(*provisions, d_day=FIXED):
    return [(row.kind.value, row.counted) for row in dates(*provisions, d_day=d_day) if row.counted]


@pytest.mark.parametrize(
    ("provision", "row"),
    [
        ("Kestria shall withdraw its tanks within 7 days of signature.", ("due", "7 days from signature")),
        (
            "Within 72 hours of the signing of this Agreement, each Party shall inform its commanders.",
            ("due", "72 hours from signature"),
        ),
        (
            "Observers are to be deployed within 24 hours after the approval of this memorandum.",
            ("due", "24 hours from approval"),
        ),
        ("This agreement stays in force for 90 days from signature.", ("ends", "90 days from signature")),
        (
            "Kestria shall pay within 14 days of the entry into force of this agreement.",
            ("due", "14 days from entry into force"),
        ),
    ],
)
def test_signature_is_not_taken_for_d_day(provision, row):
    assert undated(provision) == [row]


def test_what_is_counted_in_months_stands_among_what_is_counted_in_days():
    paid = "Kestria shall pay within {} of the entry into force of this agreement."
    rows = undated(paid.format("40 days"), paid.format("1 month"), paid.format("24 hours"))
    assert [counted.removesuffix(" from entry into force") for _, counted in rows] == ["24 hours", "1 month", "40 days"]


def test_what_the_text_dates_gives_dates_to_what_counts_from_it():
    paid = "Kestria shall pay within 14 days of the entry into force of this agreement."
    rows = dates(paid, "This agreement enters into force on 10 March 2031.", "It stays in force for 30 days.")
    assert [told(row) for row in rows if row.kind is not DateKind.D_DAY] == ["due  2031-03-24", "ends  2031-04-09"]
    assert undated(paid, "This agreement enters into force on signature and is signed on D+1.") == []


def test_d_day_is_signature_where_the_text_says_so():
    rows = dates(
        "**D-day** means the day of signature.", "Kestria shall withdraw its tanks within 7 days of signature."
    )
    assert told(rows[-1]) == "due D+7 2031-03-08"


def test_a_start_that_is_not_said_is_told_as_assumed():
    rows = dates("This agreement stays in force for 90 days.", "The JVC shall publish a report every 14 days from D+7.")
    assert [(row.kind.value, bool(row.assumed)) for row in rows[1:]] == [("returns", False), ("ends", True)]


@pytest.mark.parametrize(
    "provision",
    [
        "The Parties shall stop all flights on D+5.",
        "The Parties shall cease fire from 06:00 UTC on D-day.",
        "Orlavia shall lift the siege of Velm from D+2.",
        "Kestria shall close its camps from D+7.",
    ],
)
def test_what_ends_at_a_moment_stops_and_has_no_end_that_is_missing(provision):
    assert [row.kind.value for row in dates(provision)[1:]] == ["stops"]


def test_a_ban_from_a_day_on_starts():
    assert [row.kind.value for row in dates("No Party shall fly drones from D+2.")[1:]] == ["starts"]
