"""One row that can't be used stops no table of Parley's own columns: it is set aside, as far as it can be read."""

from __future__ import annotations

import pytest

from parley.model import TEAM, Interval, ReportPlace, UnusableInput
from parley.monitoring.reports import Loaded, load_reports, read_reports

HEADER = "id,event_earliest,reported,act,object,count,actor,claimant,latitude,longitude,corrects"
GOOD = "r1,2031-03-05,2031-03-06T10:00Z,shelling,mortar,3,KES,ORL,-42,90,"


def read(*rows: str) -> Loaded:
    return read_reports("\n".join((HEADER, *rows, "")).encode(), "reports/x.csv", TEAM)


def second(**cells: str) -> str:
    row = dict(zip(HEADER.split(","), GOOD.split(","), strict=True)) | {"id": "r2"} | cells
    return ",".join(row.values())


@pytest.mark.parametrize(
    ("cells", "column", "mend"),
    [
        ({"reported": "2031-03-01"}, "reported", "mend the one that is wrong, or swap them back"),
        ({"count": "all"}, "count", "write a whole number, or leave it empty where it is undetermined"),
        ({"count": "1e309"}, "count", "write a whole number"),
        ({"event_earliest": "05/03/2031"}, "event_earliest", "write a date such as"),
        ({"latitude": "1e309"}, "latitude", "degrees from -90 to 90"),
        ({"latitude": "90", "longitude": "-42"}, "", ""),
        ({"longitude": ""}, "longitude", "give both coordinates or neither"),
        ({"act": "shelling " * 200}, "act", "write no more than 1,000 characters here"),
        ({"object": "x" * 1_000_001}, "", "cut it, or check the quotation marks"),
        ({"act": "KES", "actor": "shelling"}, "act", "swap the two back"),
        ({"id": ""}, "id", "every row needs it"),
        ({"corrects": "a,b"}, "", "put a cell with a comma in it in quotation marks"),
    ],
)
def test_the_row_is_told_with_its_mend_and_the_others_are_read(cells: dict[str, str], column: str, mend: str) -> None:
    loaded = read(GOOD, second(**cells), second(id="r3"))
    if not mend:  # both are degrees that can be: nobody can tell that they are swapped
        assert len(loaded.reports) == 3
        return
    assert [one.id for one in loaded.reports] == ["r1", "r3"]
    [fault] = loaded.unusable
    assert (fault.row, fault.column) == (3, column)
    assert mend in fault.why
    assert len(loaded.unread) == 1
    with pytest.raises(UnusableInput, match=r"reports/x.csv, row 3"):
        load_reports("\n".join((HEADER, GOOD, second(**cells))).encode(), "reports/x.csv", TEAM)


def test_what_can_be_read_of_it_is_kept_and_nothing_is_known_where_the_fault_is() -> None:
    [count], [when], [where] = (
        read(GOOD, second(**cells)).unread
        for cells in ({"count": "all"}, {"reported": "2031-03-01"}, {"latitude": "q"})
    )
    assert (count.report.count, count.report.actor, count.report.act) == (None, "KES", "shell")
    assert count.report.place.latitude == -42
    assert count.where == "row 3 of reports/x.csv, column count"
    assert count.why == "it holds 'all'"
    assert (when.report.event, when.reported) == (Interval(), None)
    assert where.report.place == ReportPlace()
    assert where.reported == where.report.reported


@pytest.mark.parametrize("cells", [{"act": "x" * 2000}, {"act": "KES", "actor": "shelling"}, {"corrects": "a,b"}])
def test_a_row_whose_words_are_lost_may_say_anything(cells: dict[str, str]) -> None:
    [row] = read(GOOD, second(**cells)).unread
    assert row.blank


def test_a_row_with_another_ones_id_may_be_its_newer_version_or_a_report_of_its_own() -> None:
    loaded = read(GOOD, second(id="r1", actor="ORL"))
    assert [one.report.id for one in loaded.unread] == ["r1", "r1 (row 3 of reports/x.csv)"]
    assert "write 'r1' in its column corrects" in loaded.unusable[0].why


def test_of_very_many_such_rows_the_rest_is_one_that_may_say_anything() -> None:
    loaded = read(GOOD, *(second(id=f"r{number}", count="all") for number in range(1100)))
    assert len(loaded.unusable) == 1100
    assert len(loaded.unread) == 1001
    assert loaded.unread[-1].blank
    assert "and 100 more rows" in loaded.unread[-1].why


def test_a_row_of_effort_that_cannot_be_used_shows_nothing() -> None:
    table = "by,means,place,earliest,latest\nJVC,patrol,Zone,2031-03-01,2031-03-02\nJVC,patrol,Zone,soon,2031-03-09\n"
    loaded = read_reports(table.encode(), "reports/e.csv", TEAM)
    assert len(loaded.effort) == 1
    assert [(one.row, one.column) for one in loaded.unusable] == [(3, "earliest")]


def test_a_table_without_any_usable_row_is_refused() -> None:
    with pytest.raises(UnusableInput, match=r"row 2, column count: it holds 'all'"):
        read(second(count="all"), second(count="none left"))
