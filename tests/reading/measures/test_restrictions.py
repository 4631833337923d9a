"""Sanctions and tariffs: imposed, eased, suspended, lifted, kept; what is only threatened or wished is none."""

from __future__ import annotations

import datetime as dt

import pytest

from papers import reading_of
from parley.model import Measure, MeasureStatus


def the_measure(text: str) -> Measure:
    (measure,) = reading_of(text).measures
    return measure


def sides(measure: Measure) -> tuple[str | None, str | None]:
    return measure.by.id if measure.by else None, measure.towards.id if measure.towards else None


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Halvern imposed sanctions on Orlavia on Monday.", MeasureStatus.IMPOSED, 3),
        ("Sanctions on Orlavia were tightened by Halvern on Wednesday.", MeasureStatus.IMPOSED, 5),
        ("Halvern eased its sanctions on Orlavian banks on Monday.", MeasureStatus.EASED, 3),
        ("Halvern suspended its sanctions on Orlavia on Monday.", MeasureStatus.SUSPENDED, 3),
        ("Halvern lifted its tariffs on Orlavian steel on Tuesday.", MeasureStatus.LIFTED, 4),
    ],
)
def test_what_is_done_with_them_is_their_status(text: str, status: MeasureStatus, day: int) -> None:
    measure = the_measure(text)
    assert (measure.status, sides(measure)) == (status, ("HAL", "ORL"))
    assert measure.since is not None
    assert measure.since.earliest == dt.date(2031, 3, day)


def test_what_is_to_come_stands_in_conditions_or_is_announced() -> None:
    measure = the_measure("Halvern will ease its sanctions on Orlavia once the prisoners are released.")
    assert (measure.status, [each.words for each in measure.conditions]) == (
        MeasureStatus.IMPOSED,
        ["the prisoners are released"],
    )
    measure = the_measure("Halvern will lift its tariffs on Orlavian steel on 12 March.")
    assert (measure.status, measure.announced) == (MeasureStatus.IMPOSED, MeasureStatus.LIFTED)


def test_what_is_kept_has_the_day_on_which_it_ends() -> None:
    measure = the_measure("Halvern extended its sanctions on Orlavia until June 30, 2031.")
    assert (measure.status, measure.since) == (MeasureStatus.IMPOSED, None)
    assert measure.until is not None
    assert measure.until.latest == dt.date(2031, 6, 30)


def test_their_life_is_told_by_several_sentences() -> None:
    measure = the_measure("Halvern imposed sanctions on Orlavia in May 2030. It lifted the sanctions on Monday.")
    assert [each.status for each in measure.changes] == [MeasureStatus.IMPOSED, MeasureStatus.LIFTED]


def test_nobody_lifts_what_another_imposed() -> None:
    text = "Halvern imposed sanctions on Kestria on Monday. Orlavia lifted its own sanctions on Kestria on Monday."
    assert [sides(each) for each in reading_of(text).measures] == [("HAL", "KES"), ("ORL", "KES")]


@pytest.mark.parametrize(
    "text",
    [
        "Halvern threatened Kestria with sanctions.",
        "Halvern may impose sanctions on Kestria.",
        "Halvern will impose sanctions on Kestria next week.",
        "Orlavia violated the sanctions on Kestria.",
    ],
)
def test_what_is_threatened_planned_or_broken_is_no_measure(text: str) -> None:
    assert reading_of(text).measures == ()


def test_a_suspended_embargo_stops_no_arms() -> None:
    measure = the_measure("Halvern suspended its embargo on arms for Orlavia on Monday.")
    assert measure.status is MeasureStatus.RESUMED
