"""Duties that return on certain days. D-day is Saturday, 1 March 2031."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parley.model import Duration, Outcome, Slot, Verdict, Window
from parley.monitoring.due_days import due_days

from .conftest import Held

EVERY_WEEK = Window(every=Duration(days=7))
PASS = "1. The Parties shall allow aid convoys to pass every Tuesday. {#pass}\n"


@pytest.mark.parametrize(
    ("words", "times", "expected"),
    [
        ("every Tuesday", None, [4, 11, 18, 25]),
        ("every Tuesday and every Friday", 2, [4, 7, 11, 14, 18, 21, 25, 28]),
        ("twice a week, on Mondays and Thursdays", 2, [3, 6, 10, 13, 17, 20, 24, 27, 31]),
        ("weekly on Wednesdays", None, [5, 12, 19, 26]),
        ("on weekdays", 5, [day for day in range(1, 32) if (day - 1) % 7 not in (0, 1)]),
        ("on the first day of each month", None, [1]),
        ("on the 1st and 15th of each month", 2, [1, 15]),
        ("on the last day of every month", None, [31]),
        ("on the first and third Monday of each month", 2, [3, 17]),
        ("on the last Friday of the month", None, [28]),
    ],
)
def test_the_days_that_words_name(words: str, times: int | None, expected: list[int]) -> None:
    days = due_days(Slot(words=words, value=EVERY_WEEK.replace(times=times), spans=()))
    assert days is not None
    until = dt.datetime(2031, 4, 1, tzinfo=dt.UTC)
    assert [span.first.day for span in days.between(dt.date(2031, 3, 1), until, dt.UTC)] == expected


@pytest.mark.parametrize("words", ["once a week", "every second Tuesday", "every other Friday", "every 12 hours"])
def test_other_rhythms_name_no_days(words: str) -> None:
    assert due_days(Slot(words=words, value=EVERY_WEEK, spans=())) is None


def report(id: str, day: int, act: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "event_earliest": f"2031-03-{day:02}T10:00",
        "reported": f"2031-03-{day:02}T12:00",
        "act": act,
        **more,
    }


def meeting(id: str, day: int) -> dict[str, Any]:
    return report(id, day, "meeting", actor="Commission", claimant="KES")


def passage(id: str, day: int) -> dict[str, Any]:
    return report(id, day, "passage", object="aid convoy", actor="Red Circle", claimant="Red Circle")


def the(held: Held, text: str, rows: list[Any], bearer: str = "KES", as_of: str = "2031-03-15T12:00") -> Verdict:
    found = held(text, rows, as_of).verdicts
    return next((one for one in found if one.bearer == bearer), found[0])


MEET = "1. The Commission shall meet every Tuesday and every Friday. {#meet}\n"


def test_kept_where_it_was_done_on_each_of_the_days(held: Held) -> None:
    rows = [meeting(f"r{day}", day) for day in (4, 7, 11, 14)]
    assert the(held, MEET, rows).verdict is Outcome.KEPT


def test_the_days_on_which_nothing_shows_it_are_named(held: Held) -> None:
    verdict = the(held, MEET, [meeting(f"r{day}", day) for day in (4, 8, 11)])
    assert verdict.verdict is Outcome.OVERDUE
    assert "due on 7 March, nothing shows it until 8 March, 10:00; due on 14 March" in verdict.why


def test_a_day_that_is_not_over_is_not_missed(held: Held) -> None:
    rows = [meeting(f"r{day}", day) for day in (4, 7, 11)]
    assert the(held, MEET, rows, as_of="2031-03-14T23:00").verdict is Outcome.KEPT


def test_who_passed_was_let_through_by_each_party(held: Held) -> None:
    rows = [passage("p4", 4), passage("p11", 11)]
    assert [the(held, PASS, rows, bearer).verdict for bearer in ("KES", "ORL")] == [Outcome.KEPT, Outcome.KEPT]


def test_that_nobody_came_is_no_refusal(held: Held) -> None:
    verdict = the(held, PASS, [passage("p4", 4)])
    assert verdict.verdict is Outcome.CANNOT_TELL
    assert "due on 11 March" in verdict.why


@pytest.mark.parametrize(("day", "outcome"), [(11, Outcome.BREACHED), (12, Outcome.KEPT)])
def test_a_refusal_breaks_it_on_the_day_on_which_it_is_due(held: Held, day: int, outcome: Outcome) -> None:
    stopped = report("s", day, "turned back", object="aid convoy", actor="KES", claimant="Red Circle")
    assert the(held, PASS, [passage("p4", 4), passage("p11", 11), stopped]).verdict is outcome


def test_who_passed_somewhere_was_not_let_in_elsewhere(held: Held) -> None:
    text = "1. Each Party shall grant the Red Circle access to its places of detention by 10 March 2031. {#access}\n"
    assert the(held, text, [passage("p4", 4)]).verdict is Outcome.OVERDUE


def by_day(*days: int, hour: str = "10:00", **more: Any) -> list[dict[str, Any]]:
    told = {"act": "report", "actor": "KES", "claimant": "RED", **more}
    return [
        {"id": f"r{day}", "event_earliest": at, "reported": at if hour else f"{at}T23:30", **told}
        for day in days
        for at in [f"2031-03-{day:02}{f'T{hour}' if hour else ''}"]
    ]


GATE = {"act": "opened", "object": "gate"}


@pytest.mark.parametrize(
    ("duty", "rows", "verdict"),
    [
        ("report to the Commission every day by 18:00", by_day(1, 2, 3, 4, 5), "kept"),
        ("report to the Commission every day by 18:00", by_day(1, 2, 3, 4, 5, hour="19:00"), "breached"),
        ("report to the Commission every day by 18:00", by_day(1, 2, 4, 5), "breached"),
        ("report to the Commission every day by 18:00", by_day(1, 2, 3, 4), "overdue"),
        ("report to the Commission every day by 18:00", by_day(1, 2, 3, 4, 5, hour=""), "cannot tell"),
        ("report to the Commission not later than 20:00 each day", by_day(1, 2, 3, 4, 5, hour="19:30"), "kept"),
        ("report to the Commission each Monday before noon", by_day(3, hour="11:00"), "kept"),
        ("report to the Commission each Monday before noon", by_day(3, hour="13:00"), "breached"),
        ("open the gate every day before 07:00", by_day(1, 2, 3, 4, 5, 6, hour="06:30", **GATE), "kept"),
        ("open the gate every day before 07:00", by_day(1, 2, 3, 4, 5, 6, hour="08:30", **GATE), "breached"),
        ("report to the Commission by 18:00", by_day(1, 2, 3, 4, 5), "cannot tell"),  # of which day is not said
    ],
)
def test_a_rhythm_with_a_time_limit_is_due_each_time_by_that_hour(
    held: Held, duty: str, rows: list[dict[str, Any]], verdict: str
) -> None:
    as_of = "2031-03-06T12:00"
    assert held(f"1. Kestria shall {duty}. {{#due}}\n", rows, as_of).verdicts[0].verdict.value == verdict
