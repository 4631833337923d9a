"""The same id again: a repeated row is one report, a changed one a correction that is shown with before and after."""

from __future__ import annotations

import datetime as dt

from mapped_tables import taken
from parley.model import Framework, Interval, Report
from parley.monitoring.incoming.versions import Snapshot, versions
from parley.monitoring.names import Names
from parley.monitoring.standing import standing
from parley.monitoring.table import ReportTable

HOW = '[columns]\nid = "n"\nevent = "day"\nact = "what"\ncount = "how many"\n'
HEAD = "n,day,what,how many\n"


def snapshot(rows: str, retrieved: dt.date | None = None, path: str = "reports/x.csv") -> Snapshot:
    table = taken(HEAD + rows, HOW).reports
    return Snapshot(
        ReportTable.of([one.replace(origin=one.origin.replace("reports/x.csv", path)) for one in table.reports()]),
        retrieved,
    )


def test_importing_twice_gives_the_same() -> None:
    once = snapshot("1,2031-03-05,shelling,2\n2,2031-03-05,shelling,3\n")
    table, recoded = versions([once, once])
    assert [report.id for report in table.reports()] == ["1", "2"]
    assert not recoded


def test_a_changed_row_corrects_the_earlier_one_from_the_day_it_was_fetched() -> None:
    first = snapshot("1,2031-03-05,shelling,2\n", dt.date(2031, 3, 6))
    second = snapshot("1,2031-03-05,explosion,2\n", dt.date(2031, 4, 6), "reports/y.csv")
    table, [recoding] = versions([second, first])
    old, new = table.reports()
    assert (old.act, old.corrects, new.act, new.corrects) == ("shell", None, "explode", "1")
    assert new.reported.date() == dt.date(2031, 4, 6)
    assert (recoding.before, recoding.after) == ({"act": "shell"}, {"act": "explode"})
    assert (recoding.earlier, recoding.later) == ("reports/x.csv, row 2", "reports/y.csv, row 2")


def test_before_the_correction_was_known_the_earlier_one_counts() -> None:
    first = snapshot("1,2031-03-05,shelling,2\n", dt.date(2031, 3, 6))
    second = snapshot("1,2031-03-05,explosion,2\n", dt.date(2031, 4, 6))
    reports = tuple(versions([first, second])[0].reports())

    def acts(as_of: dt.datetime) -> list[str | None]:
        known = standing(reports, as_of, Names(Framework(path="f", text="")), dt.UTC).known
        return [entry.report.act for entry in known]

    assert acts(dt.datetime(2031, 3, 20, tzinfo=dt.UTC)) == ["shell"]
    assert acts(dt.datetime(2031, 4, 20, tzinfo=dt.UTC)) == ["explode"]


def test_three_versions_in_one_table_keep_their_order() -> None:
    table, recoded = versions([snapshot("1,2031-03-05,shelling,2\n1,2031-03-05,shelling,3\n1,2031-03-05,shelling,4\n")])
    assert [(report.count, report.corrects) for report in table.reports()] == [(2, None), (3, "1"), (4, "1")]
    assert len(recoded) == 2


def test_other_columns_are_untouched() -> None:
    report = Report(id="9", event=Interval(), reported="2031-03-05T00:00+00:00", corrects="8", origin="x")
    table, _ = versions(
        [Snapshot(ReportTable.of([report])), snapshot("1,2031-03-05,shelling,2\n1,2031-03-05,shelling,3\n")]
    )
    assert [one.corrects for one in table.reports()] == [None, "1", "8"]
