"""Reports as columns say what reports as rows say."""

from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parley.model import PUBLIC, TEAM, Candidate, Interval, Life, Report, ReportPlace, Tally
from parley.monitoring.table import NEVER, ReportTable, Words, no_reports

EAST = dt.timezone(dt.timedelta(hours=3))
TAMSEN = Candidate(name="Tamsen", latitude=-42.0, longitude=90.0, radius_m=500, within="Halvern")
FULL = Report(
    id="r1",
    event=Interval(earliest="2031-03-05", latest="2031-03-06T10:30:00.000001+03:00"),
    reported="2031-03-07T00:00+03:00",
    place=ReportPlace(
        latitude=-42.1, longitude=90.2, radius_m=50, name="Tamsen", region="Halvern", candidates=(TAMSEN,)
    ),
    act="shell",
    object="mortar",
    count=3,
    qualifier="more than",
    tally=Tally.RUNNING,
    actor="KES",
    counterpart="ORL",
    claimant="JVC",
    document="d1",
    corrects="r0",
    about="r9",
    life=Life.FOUND,
    found_by="JVC",
    note="seen",
    origin="reports/x.csv, row 7",
    audience=PUBLIC,
)
BARE = Report(id="r2", event=Interval(), reported="2031-03-07T00:00+03:00", origin="by hand")

moments = st.dates(dt.date(2030, 1, 1), dt.date(2032, 1, 1)) | st.datetimes(
    dt.datetime(2030, 1, 1), dt.datetime(2032, 1, 1), timezones=st.just(EAST)
)
words = st.none() | st.sampled_from(["KES", "ORL", "Тамсень", "تمسن"])
reports = st.builds(
    Report,
    id=st.text(min_size=1, max_size=4),
    event=st.builds(lambda a: Interval(earliest=a, latest=None), st.none() | moments),
    reported=st.datetimes(dt.datetime(2033, 1, 1), dt.datetime(2034, 1, 1), timezones=st.just(EAST)),
    place=st.builds(ReportPlace, latitude=st.none() | st.floats(-90, 90), name=words),
    count=st.none() | st.integers(0, 10**9),
    actor=words,
    claimant=words,
    life=st.sampled_from(Life),
)


def test_a_row_is_the_report_that_was_put_in() -> None:
    table = ReportTable.of([FULL, BARE], EAST)
    assert list(table.reports()) == [FULL, BARE]
    assert table.event_earliest[1] == NEVER
    assert table.count.tolist() == [3, -1]
    assert np.isnan(table.latitude[1])


@given(st.lists(reports, max_size=5))
def test_it_is_so_for_any_reports(rows: list[Report]) -> None:
    assert list(ReportTable.of(rows, EAST).reports()) == rows


def test_tables_are_joined_and_rows_taken() -> None:
    both = ReportTable.joined([ReportTable.of([BARE], EAST), no_reports(), ReportTable.of([FULL, BARE], EAST)], EAST)
    assert list(both.reports()) == [BARE, FULL, BARE]
    assert both.words["actor"].values == ("KES",)
    assert list(both.take(np.array([1])).reports()) == [FULL]
    assert list(both.take(both.count < 0).reports()) == [BARE, BARE]
    assert len(ReportTable.joined([])) == 0


def test_a_column_of_words_holds_each_word_once() -> None:
    column = Words.of(["a", None, "b", "a"])
    assert (column.values, column.codes.tolist(), column.at(1), column.at(3)) == (("a", "b"), [0, -1, 1, 0], None, "a")


def test_the_label_and_the_place_in_the_file_are_kept() -> None:
    table = ReportTable.of([FULL])
    assert table.files == (("reports/x.csv", PUBLIC),)
    assert table.row.tolist() == [7]
    assert no_reports("x", TEAM).files == (("x", TEAM),)
