"""A table of counts as rows: totals differenced, blanks no noughts, parts told apart, nothing counted twice."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from parley.model import Interval, Report, Tally
from parley.monitoring.holding.tallies import rows_of


def told(first: str, last: str, count: int | None, tally: str = "period", **more: Any) -> Report:
    return Report(
        id=f"{tally} {first} {last}",
        event=Interval(earliest=f"2031-03-{first}", latest=f"2031-03-{last}"),
        reported=dt.datetime(2031, 4, 1, tzinfo=dt.UTC),
        count=count,
        tally=Tally(tally),
        **more,
    )


def rows(*reports: Report) -> list[tuple[int, float, int | None]]:
    """First day of March, days, count."""
    return [(row.first.day if row.first else 0, row.days or 0, row.number) for row in rows_of(reports, dt.UTC)]


def test_a_running_total_is_what_it_grew_by_over_all_the_days_between() -> None:
    found = rows(told("01", "01", 40, "running"), told("01", "02", 52, "running"), told("01", "06", 92, "running"))
    assert found == [(1, 1, 40), (2, 1, 12), (3, 4, 40)]


def test_a_total_that_stays_is_a_nought_and_one_that_falls_is_a_correction_without_a_number() -> None:
    totals = [told("01", day, count, "running") for day, count in (("01", 40), ("02", 40), ("04", 33), ("05", 35))]
    found = rows_of(totals, dt.UTC)
    assert [row.number for row in found] == [40, 0, None, 2]
    assert found[1].reports == ("running 01 01", "running 01 02")
    assert [row.fell_by for row in found] == [None, None, 7, None]


def test_counts_of_days_stand_and_the_total_fills_the_days_without_one() -> None:
    days = [told("01", "01", 5), told("04", "04", 6)]
    totals = [told("01", "01", 5, "running"), told("01", "04", 31, "running")]
    assert rows(*days, *totals) == [(1, 1, 5), (2, 2, 20), (4, 1, 6)]


def test_a_total_over_two_gaps_is_told_and_added_to_nothing() -> None:
    totals = [told("01", "01", 5, "running"), told("01", "05", 31, "running")]
    found = rows_of([told("03", "03", 6), *totals], dt.UTC)
    assert [(row.number, row.overlaps) for row in found] == [(5, False), (6, False), (26, True)]


def test_blank_is_undetermined_with_the_words_it_was_told_in() -> None:
    found = rows_of([told("01", "01", 5), told("02", "02", None, qualifier="fewer"), told("03", "03", 0)], dt.UTC)
    assert [(row.number, row.qualifier) for row in found] == [(5, None), (None, "fewer"), (0, None)]


def test_a_blank_day_says_nothing_where_a_later_count_covers_it() -> None:
    assert rows(told("01", "01", 5), told("02", "02", None), told("02", "04", 9)) == [(1, 1, 5), (2, 3, 9)]


def test_counts_of_the_same_time_are_not_added() -> None:
    found = rows_of([told("01", "01", 19), told("01", "03", 96), told("02", "02", 26)], dt.UTC)
    assert [(row.number, row.overlaps) for row in found] == [(19, False), (26, False), (96, True)]


def test_what_happened_before_is_told_apart_from_what_is_new() -> None:
    reports = [
        told("01", "01", 471),
        told("01", "01", 116, "earlier"),
        told("01", "01", 35, "new"),
        told("02", "02", 30),
        told("02", "02", 12, "earlier"),
        told("03", "03", 4),
    ]
    found = rows_of(reports, dt.UTC)
    assert [row.number for row in found] == [471, 30, 4]
    assert [row.corrected for row in found] == [35, 18, 4]
    assert found[0].reports == ("period 01 01", "earlier 01 01", "new 01 01")


def test_days_are_those_of_the_zone_and_an_open_beginning_stays_open() -> None:
    east = dt.timezone(dt.timedelta(hours=3))
    [row] = rows_of([told("01", "01", 5)], east)
    assert row.first == dt.datetime(2031, 3, 1, tzinfo=east)
    [row] = rows_of([told("01", "01", 5).replace(event=Interval(latest="2031-03-01"))], dt.UTC)
    assert (row.first, row.days, row.overlaps) == (None, None, True)


tables = st.lists(
    st.tuples(
        st.integers(1, 28),
        st.integers(0, 6),
        st.none() | st.integers(0, 9),
        st.sampled_from(["period", "running", "new"]),
    ),
    max_size=12,
)


@given(tables)
def test_whatever_the_table_no_day_is_added_twice_and_no_number_is_below_nought(
    table: list[tuple[int, int, int | None, str]],
) -> None:
    reports = [told(f"{first:02}", f"{min(28, first + more):02}", n, tally) for first, more, n, tally in table]
    adding = [row for row in rows_of(reports, dt.UTC) if row.adds_up]
    assert all((row.number or 0) >= 0 and (row.corrected or 0) >= 0 for row in adding)
    for one, after in itertools.pairwise(sorted(adding, key=lambda row: row.end)):
        assert after.first is not None
        assert after.first >= one.end
