"""What late and corrected reports made of verdicts: two rows. D-day is 1 March 2031."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.briefing.verdict_tables import revision_told
from parley.framework import parse
from parley.model import Effort, Interval, Report
from parley.monitoring import revising, revisions, watch
from parley.monitoring.table import ReportTable

TEXT = parse(
    "---\ntitle: T\nparties: {KES: Kestria, ORL: Orlavia}\nothers: {HAL: Halvern}\nd_day: 2031-03-01\n---\n\n"
    "1. Kestria shall not lay mines.\n\n2. Kestria shall open the bridge by D+2.\n"
)
SEEN = (Effort(by="HAL", means="patrol", place="everywhere", window=Interval(earliest="2031-03-01")),)


def at(day: int, hour: int = 12) -> dt.datetime:
    return dt.datetime(2031, 3, day, hour, tzinfo=dt.UTC)


def report(id: str, event: dt.datetime, made: dt.datetime, act: str = "lay", **more: Any) -> Report:
    given = {"object": "mines" if act == "lay" else "bridge", "actor": "KES", "claimant": "HAL", **more}
    return Report(id=id, event=Interval(earliest=event, latest=event), reported=made, act=act, **given)


def revised(*rows: Report) -> list[tuple[Any, ...]]:
    now = watch(TEXT, (), rows, SEEN, at(20))
    found, notes = revisions(TEXT, (), rows, SEEN, now)
    assert notes == ()
    assert revisions(TEXT, (), ReportTable.of(rows), SEEN, now) == (found, ())
    return [(one.obligation, one.by, one.before.verdict, one.after.verdict) for one in found]


@pytest.mark.parametrize(
    ("made", "expected"),
    [(at(5, 18), []), (at(8), [("1/1", ("R",), "kept", "breached")])],
    ids=["of the same day", "late"],
)
def test_a_late_report_revises_and_one_in_time_does_not(made: dt.datetime, expected: list[Any]) -> None:
    assert revised(report("R", at(5), made)) == expected


def test_what_was_shown_late_had_been_overdue() -> None:
    assert revised(report("R", at(2), at(9), "open")) == [("2/1", ("R",), "overdue", "kept")]


def test_a_correction_and_a_withdrawal_revise() -> None:
    first = report("R", at(5), at(5, 18))
    away = report("R2", at(5), at(7), "fly", corrects="R")
    assert revised(first, away) == [("1/1", ("R2",), "breached", "kept")]
    gone = first.replace(reported=at(7), life="withdrawn", corrects="R")
    assert revised(first, gone) == [("1/1", ("R",), "breached", "kept")]


def test_a_late_report_that_was_taken_back_since_revised_too() -> None:
    shown = report("W", at(2), at(8), "open")
    both = [("2/1", ("W",), "overdue", "kept"), ("2/1", ("W2",), "kept", "overdue")]
    assert revised(shown, report("W2", at(2), at(9), "open", corrects="W", life="withdrawn")) == both
    assert revised(shown, report("W2", at(2), at(9), "fly", corrects="W")) == both


def test_a_late_breach_and_its_correction_to_another_doer_stand_both() -> None:
    late = report("R", at(5), at(7))
    assert revised(late, report("R2", at(5), at(9), corrects="R", actor="ORL")) == [
        ("1/1", ("R",), "kept", "breached"),
        ("1/1", ("R2",), "breached", "kept"),
    ]


def test_a_second_report_of_a_breach_revises_nothing() -> None:
    assert revised(report("R", at(5), at(5, 18)), report("R2", at(6), at(9))) == []


def test_it_is_told_in_one_line() -> None:
    rows = [report("R", at(5), at(8))]
    (one,), _ = revisions(TEXT, (), rows, SEEN, watch(TEXT, (), rows, SEEN, at(20)))
    assert revision_told(one) == ("Until R came (2031-03-08 12:00+00:00) it was: kept; since: breached (alleged).")


def test_of_many_reports_fewer_times_are_looked_at_and_of_too_many_none(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [*(report(f"R{number}", at(5), at(8)) for number in range(5_000)), report("O", at(2), at(9), "open")]
    table, now = ReportTable.of(rows), watch(TEXT, (), rows, SEEN, at(20))
    monkeypatch.setattr(revising, "_MUCH", len(rows) * 2)
    found, notes = revisions(TEXT, (), table, SEEN, now)
    assert [(one.obligation, one.by) for one in found] == [("2/1", ("O",))]
    assert notes == ("What late or corrected reports made of verdicts is told of the last time at which some came.",)
    monkeypatch.setattr(revising, "_MUCH", len(rows))
    assert revisions(TEXT, (), table, SEEN, now) == ((), (revising.TOO_MUCH,))
