"""When and how many: forms that are certain are read, others are told the mend; undetermined is never nought."""

from __future__ import annotations

import datetime as dt

import pytest

from mapped_tables import reports, taken
from parley.monitoring.cells import BadCell, Count, read_count
from parley.monitoring.incoming.times import read_when

EAST = dt.timezone(dt.timedelta(hours=3))


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("061430ZMAR31", "2031-03-06T14:30+00:00"),
        ("06 1430Z MAR 31", "2031-03-06T14:30+00:00"),
        ("061430cmar2031", "2031-03-06T14:30+03:00"),
        ("061430NMAR31", "2031-03-06T14:30-01:00"),
        ("061430YMAR31", "2031-03-06T14:30-12:00"),
        ("061430JMAR31", "2031-03-06T14:30+03:00"),
        ("061430MAR31", "2031-03-06T14:30+03:00"),
        ("061430 MARCH 2031", "2031-03-06T14:30+03:00"),
        ("061430AAPR31", "2031-04-06T14:30+01:00"),
        ("2031-03-06 14:30", "2031-03-06T14:30+03:00"),
        ("6 March 2031, 14:30", "2031-03-06T14:30+03:00"),
    ],
)
def test_instants(words: str, moment: str) -> None:
    when = read_when(words, (), EAST)
    assert when.first == when.last == dt.datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("words", "formats", "first", "last"),
    [
        ("2031-03-06", (), "2031-03-06", "2031-03-06"),
        ("2031-02", (), "2031-02-01", "2031-02-28"),
        ("2031-03-06/2031-03-08", (), "2031-03-06", "2031-03-08"),
        ("06/03/2031", ("%d/%m/%Y",), "2031-03-06", "2031-03-06"),
        ("03.2031", ("%m.%Y",), "2031-03-01", "2031-03-31"),
        ("2031", ("%Y",), "2031-01-01", "2031-12-31"),
        ("47913", ("excel",), "2031-03-06", "2031-03-06"),
    ],
)
def test_days_and_longer_stretches(words: str, formats: tuple[str, ...], first: str, last: str) -> None:
    when = read_when(words, formats, EAST)
    assert (when.first.isoformat(), when.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        ("06/03/2031", "which is the day and which the month"),
        ("yesterday", "write a date"),
        ("311430ZFEB31", "write a date"),
        ("9999-03-06", "a year from 1000"),
        ("2031-13-06", "write a date"),
    ],
)
def test_what_is_no_time_is_told_the_mend(words: str, mend: str) -> None:
    with pytest.raises(BadCell, match=mend):
        read_when(words, (), EAST)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("0", Count(0)),
        ("1,300", Count(1300)),
        ("1 300", Count(1300)),
        ("12.0", Count(12)),
        ("more than 400", Count(400, "more than")),
        ("понад 400", Count(400, "more than")),
        ("20+", Count(20, "at least")),
        ("≥ 20", Count(20, "at least")),
        ("~30", Count(30, "about")),
        ("up to 9", Count(9, "up to")),
        ("10-15", Count(None, "10-15")),
        ("between 10 and 15", Count(None, "between 10 and 15")),
        ("several", Count(None, "several")),
        ("a few dozen", Count(None, "a few dozen")),
        ("at least a dozen", Count(None, "at least a dozen")),
        ("an unknown number", Count(None, "an unknown number")),
        ("кілька десятків", Count(None, "кілька десятків")),
        ("12 or more", Count(12, "at least")),
        ("min. 12", Count(12, "at least")),
        ("12 or so", Count(12, "about")),
        ("12 or fewer", Count(12, "up to")),
        ("менше 12", Count(12, "less than")),
        ("Undetermined", Count(None)),
        ("٣", Count(3)),
    ],
)
def test_counts_and_their_hedges(words: str, count: Count) -> None:
    assert read_count(words) == count


@pytest.mark.parametrize(
    "words", ["-1", "1.5", "1e309", "KES", "9" * 20, "12 howitzers", "12 or 1.5", "more", "2031-03-06", "+"]
)
def test_what_is_no_count_is_refused(words: str) -> None:
    with pytest.raises(BadCell):
        read_count(words)


def test_a_decimal_comma_leaves_the_point_to_thousands() -> None:
    assert read_count("1.300", decimal=",") == Count(1300)


def test_the_event_and_what_was_said_of_it_have_times_of_their_own() -> None:
    how = (
        'zone = "+03:00"\n[columns]\nid = "n"\nevent_earliest = "from"\nevent_latest = "to"\n'
        'reported = { column = "sent", zone = "UTC" }\n'
    )
    [row] = reports("n,from,to,sent\n1,051400CMAR31,2031-03-05T18:00,2031-03-05 16:00\n", how)
    assert row.event.earliest == dt.datetime(2031, 3, 5, 14, tzinfo=EAST)
    assert row.event.latest == dt.datetime(2031, 3, 5, 18, tzinfo=EAST)
    assert row.reported == dt.datetime(2031, 3, 5, 16, tzinfo=dt.UTC)


def test_a_precision_code_widens_the_time_and_a_period_counts_back_from_its_end() -> None:
    how = '[columns]\nevent = "day"\nreported = "sent"\nmargin_days = { column = "p", table = { 1 = "0", 2 = "6" } }\n'
    one, other = reports("day,p,sent\n2031-03-10,1,2031-03-20\n2031-03-10,2,2031-03-12\n", how)
    assert one.event.earliest == one.event.latest == dt.date(2031, 3, 10)
    assert other.event.earliest == dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
    assert other.event.latest == other.reported
    [row] = reports(
        "until\n2031-03-10T19:30\n", '[columns]\nevent_latest = "until"\nperiod_hours = { constant = 24 }\n'
    )
    assert row.event.earliest == dt.datetime(2031, 3, 9, 19, 30, tzinfo=dt.UTC)


def test_blank_is_undetermined_and_nought_is_nought() -> None:
    how = '[columns]\nevent = "month"\n[[parts]]\nname = "north"\n[parts.columns]\ncount = "north"\n'
    blank, nought = reports("month,north,total\n2031-01,,4\n2031-02,0,0\n", how)
    assert (blank.count, nought.count) == (None, 0)
    skipped = how.replace('name = "north"', 'name = "north"\nblank = "nothing"')
    assert [row.count for row in reports("month,north,total\n2031-01,,4\n2031-02,0,0\n", skipped)] == [0]


def test_running_totals_are_marked_and_hedges_are_kept() -> None:
    how = (
        '[columns]\nevent_latest = "day"\nevent_earliest = { constant = "2031-03-01" }\ncount = "sum"\n'
        'tally = { constant = "running" }\n'
    )
    [row] = reports("day,sum\n2031-03-05,over 120\n", how)
    assert (row.count, row.qualifier, row.tally) == (120, "more than", "running")


def test_hours_of_effort_without_a_time_of_day_are_a_share_of_the_day() -> None:
    how = 'like = "parley-effort"\n[columns]\nby = "patrol"\nearliest = "day"\nmeans = { constant = "patrol" }\n'
    got = taken(
        "patrol,place,day,hours\nP1,Gulf Zone,2031-03-05,6\nP2,Gulf Zone,2031-03-05T08:00,6\n,Gulf Zone,2031-03-05,1\n",
        how,
    )
    day, timed = got.effort
    assert (day.share, day.window.latest) == (0.25, dt.date(2031, 3, 5))
    assert (timed.share, timed.window.latest) == (1.0, dt.datetime(2031, 3, 5, 14, tzinfo=dt.UTC))
    assert [str(one) for one in got.unusable] == ["row 4, column patrol: it is empty; every row of effort needs it"]


DAYS = """zone = "+03:00"
[columns]
event_earliest = { column = "from", days = true, formats = ["%Y-%m-%d", "%m/%d/%Y"] }
event_latest = { column = "to", days = true, formats = ["%Y-%m-%d", "%m/%d/%Y"] }
"""


@pytest.mark.parametrize(
    "cells",
    ["2031-03-01 00:00:00.000,2031-03-02 00:00:00.000", "2031-03-01T00:00:00,2031-03-02T00:00:00Z",
     "3/1/2031 12:00:00 AM,3/2/2031 12:00:00 AM", "2031-03-01,2031-03-02"],
)  # fmt: skip
def test_in_a_column_of_days_a_clock_at_midnight_says_nothing_and_the_last_day_is_whole(cells: str) -> None:
    [row] = reports(f"from,to\n{cells}\n", DAYS)
    assert (row.event.earliest, row.event.latest) == (dt.date(2031, 3, 1), dt.date(2031, 3, 2))


def test_another_hour_in_a_column_of_days_is_refused_and_elsewhere_midnight_is_an_instant() -> None:
    got = taken("from,to\n2031-03-01 10:00,2031-03-01\n2031-03-01,2031-03-01\n", DAYS)
    assert [one.row for one in got.unusable] == [2]
    [row] = reports("t\n2031-03-01 00:00:00\n", 'zone = "UTC"\n[columns]\nevent = "t"\n')
    assert row.event.earliest == dt.datetime(2031, 3, 1, tzinfo=dt.UTC)


def test_a_day_may_stand_for_an_hour_of_the_day_before() -> None:
    how = """zone = "+03:00"
[columns]
event_latest = [{ column = "until" }, { column = "issued", day_before = "19:30" }]
period_hours = { constant = 24 }
"""
    first, second = reports("until,issued\n2031-03-05T18:00,2031-03-07\n,2031-03-07\n", how)
    assert first.event.latest == dt.datetime(2031, 3, 5, 18, tzinfo=EAST)
    assert second.event.earliest == dt.datetime(2031, 3, 5, 19, 30, tzinfo=EAST)
    assert second.event.latest == dt.datetime(2031, 3, 6, 19, 30, tzinfo=EAST)
