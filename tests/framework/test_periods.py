"""Periods that a text fixes by dates, and days whose month or year is said once."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.timeline import timeline
from parley.model import Framework, Instant, Window

FRONT = "---\ntitle: T\nparties: {ALD: Aldany, BRE: Bremia}\nd_day: 2031-04-01\n---\n\n## Terms\n\n"
TRUCE = "The Truce runs from 5 April 2031 until 20 April 2031."


def text(sentence: str, fixed: str = TRUCE) -> Framework:
    return parse(f"{FRONT}{fixed}\n\n## Rules\n\n1. {sentence} {{#rule}}\n")


def window(sentence: str, fixed: str = TRUCE) -> Window | None:
    told = [each for each in text(sentence, fixed).obligations if each.provision == "rule"]
    assert told, "the sentence is not read"
    return told[0].window.value if told[0].window else None


def days(window: Window | None) -> list[str]:
    """ "5.4" to "20.4", "" where an end is open, "?" where it is an event."""
    assert window is not None
    return [shown(at) for at in (window.start, window.end)]


def shown(at: Instant | None) -> str:
    if at is None:
        return ""
    return f"{at.moment.day}.{at.moment.month}" if at.moment else str(at.day) if at.day else "?"


@pytest.mark.parametrize(
    "fixed",
    [
        TRUCE,
        "**Truce** means the time from 5 April 2031 to 20 April 2031.",
        "**Truce** means the period beginning on 5 April 2031 and ending on 20 April 2031.",
        '"Truce" means 5 to 20 April 2031, both days included.',
        "The Truce shall last from 5 April to 20 April 2031.",
        "The Truce begins on 5 April 2031 and ends on 20 April 2031.",
        'A truce (the "Truce") is declared from 5 April 2031 until 20 April 2031.',
        "The Parties shall observe a pause in hostilities (the Truce) from 5 to 20 April 2031.",
    ],
)
def test_a_text_fixes_a_period_by_its_dates(fixed: str) -> None:
    assert days(window("During the Truce neither Party shall open fire.", fixed)) == ["5.4", "20.4"]


@pytest.mark.parametrize(
    "fixed",
    ["The Truce runs from 5 to 20 April 2031, unless extended.", "**Truce** means the cease-fire of 5 April 2031."],
)
def test_what_may_be_extended_and_what_has_no_end_is_not_fixed(fixed: str) -> None:
    assert days(window("During the Truce neither Party shall open fire.", fixed)) == ["?", "?"]


def test_a_period_of_so_many_days_has_a_start_and_a_length() -> None:
    found = window("In the Truce neither Party shall open fire.", "**Truce** means the ten days from 5 April 2031.")
    assert found is not None
    assert found.lasts is not None
    assert (shown(found.start), found.lasts.days) == ("5.4", 10)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("during the Truce", ["5.4", "20.4"]),
        ("in the Truce", ["5.4", "20.4"]),
        ("throughout the Truce", ["5.4", "20.4"]),
        ("for the whole duration of the Truce", ["5.4", "20.4"]),
        ("while the Truce lasts", ["5.4", "20.4"]),
        ("for as long as the Truce lasts", ["5.4", "20.4"]),
        ("from the start of the Truce", ["5.4", ""]),
        ("until the end of the Truce", ["", "20.4"]),
        ("after the Truce", ["21.4", ""]),
        ("during the Truce or after it", ["5.4", ""]),
        ("from the end of the Truce", ["21.4", ""]),
    ],
)
def test_a_ban_holds_in_the_period_that_it_names(when: str, expected: list[str]) -> None:
    assert days(window(f"Neither Party shall open fire {when}.")) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("before the Truce", "4.4"),
        ("by the start of the Truce", "5.4"),
        ("at least three days before the Truce", "2.4"),
        ("within three days of the beginning of the Truce", "8.4"),
        ("by the third day of the Truce", "7.4"),
        ("before the end of the Truce", "20.4"),
        ("before the Truce ends", "20.4"),
        ("not later than the last day of the Truce", "20.4"),
        ("within 3 days after the end of the Truce", "23.4"),
    ],
)
def test_a_duty_is_due_by_an_edge_of_the_period(when: str, expected: str) -> None:
    assert days(window(f"Aldany shall release 20 prisoners {when}."))[1] == expected


def test_what_is_told_of_a_period_and_not_in_it_has_no_time() -> None:
    assert window("Aldany shall publish a report on the Truce.") is None


def test_what_only_begins_with_the_name_of_a_period_is_something_else() -> None:
    zone = f"{TRUCE}\n\n**Truce Zone** means the area in Annex A."
    assert window("Within the Truce Zone neither Party shall carry arms.", zone) is None
    lower = "The truce begins on 5 April 2031 and ends on 20 April 2031."
    assert days(window("During the truce talks neither Party shall open fire.", lower)) == ["?", "?"]


def test_the_dates_of_a_period_are_in_the_timeline() -> None:
    rows = timeline(text("During the Truce neither Party shall open fire."))
    assert [str(row.date) for row in rows if row.provision == "rule"] == ["2031-04-05", "2031-04-20"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("between 6 April and 30 April 2031", ["6.4", "30.4"]),
        ("from 6 to 30 April 2031", ["6.4", "30.4"]),
        ("from the 6th to the 30th of April 2031", ["6.4", "30.4"]),
        ("from 08:00 on 6 April to 18:00 on 30 April 2031", ["6.4", "30.4"]),
        ("from April 6 to 30, 2031", ["6.4", "30.4"]),
        ("from April 6 through April 30, 2031", ["6.4", "30.4"]),
        ("from 6 April 2031 to 30 April", ["6.4", "30.4"]),
        ("from 15 December to 15 January 2032", ["15.12", "15.1"]),
        ("between 6 and 30 April", ["6.4", "30.4"]),
        ("until 30 April", ["", "30.4"]),
    ],
)
def test_a_month_or_a_year_that_is_said_once_is_that_of_both_days(when: str, expected: list[str]) -> None:
    assert days(window(f"Neither Party shall fly drones {when}.")) == expected


def test_each_of_several_days_has_the_month_and_year_that_is_said_last() -> None:
    told = text("Aldany shall release 20 prisoners on 5, 12 and 19 April 2031.").obligations
    due = [days(each.window.value) for each in told if each.provision == "rule" and each.window]
    assert due == [["5.4", "5.4"], ["12.4", "12.4"], ["19.4", "19.4"]]


def test_a_day_without_a_year_is_the_next_after_d_day_where_that_is_near() -> None:
    assert days(window("Aldany shall leave by 15 May.")) == ["", "15.5"]
    assert days(window("Aldany shall leave by 15 March.")) == ["", "?"]


def test_where_a_text_goes_on_for_years_a_day_without_one_may_come_back() -> None:
    assert days(window("Aldany shall leave by 15 May.", "This Protocol ends on 1 June 2034.")) == ["", "?"]
