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


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Halvern imposed a travel ban on Orlavian ministers on Monday.", MeasureStatus.IMPOSED),
        ("Halvern lifted its travel ban on six Orlavian officials on Monday.", MeasureStatus.LIFTED),
        ("Halvern banned entry to eleven Orlavian officials on Monday.", MeasureStatus.IMPOSED),
        ("Halvern blacklisted three Orlavian firms on Monday.", MeasureStatus.IMPOSED),
        ("Halvern added four Orlavian generals to its sanctions list on Monday.", MeasureStatus.IMPOSED),
        ("Halvern removed two Orlavian banks from its blacklist on Monday.", MeasureStatus.LIFTED),
        ("Halvern revoked the visas of Orlavian legislators on Monday.", MeasureStatus.SUSPENDED),
        ("Halvern froze the assets of six Orlavian officials on Monday.", MeasureStatus.SUSPENDED),
    ],
)
def test_people_and_firms_are_kept_out_and_listed(text: str, status: MeasureStatus) -> None:
    measure = the_measure(text)
    assert (measure.status, sides(measure)) == (status, ("HAL", "ORL"))
    assert measure.since is not None
    assert measure.since.earliest == dt.date(2031, 3, 3)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "Halvern imposed sanctions on Orlavia's oil exports and on two of its banks on Monday.",
            ("sanctions on Orlavia's oil exports", "two of its banks"),
        ),
        (
            "Halvern imposed sanctions on Orlavia on Monday, banning imports and freezing the assets of officers.",
            ("sanctions on Orlavia", "imports", "the assets of officers"),
        ),
        (
            "Halvern imposed sanctions on Orlavia on Monday. The sanctions ban imports of crude.",
            ("sanctions on Orlavia", "imports of crude"),
        ),
    ],
)
def test_what_they_cover_is_part_of_them(text: str, scope: tuple[str, ...]) -> None:
    assert the_measure(text).what == scope


def test_that_a_ban_will_stay_says_on_what_its_end_hangs() -> None:
    measure = the_measure(
        "Halvern imposed a travel ban on Orlavian ministers on Monday. The ban will stay until the men are released."
    )
    assert [each.words for each in measure.conditions] == ["the men are released"]
    measure = the_measure("Sanctions on Orlavian oil, imposed by Halvern in 2029, will stay until Orlavia leaves.")
    assert (sides(measure), [each.words for each in measure.conditions]) == (("HAL", "ORL"), ["Orlavia leaves"])


def test_whose_sanctions_it_is_no_time_to_lift_the_words_do_not_tell() -> None:
    measure = the_measure("Piet Vance of Halvern said that it was not the time to lift sanctions on Orlavia.")
    assert sides(measure) == (None, "ORL")


def test_a_pause_of_strikes_is_no_measure_and_lends_its_condition_to_none() -> None:
    measure = the_measure(
        "Halvern said that the arrangement would take effect only after sanctions on banks were lifted, "
        "and that the pause on strikes applied for 30 days and could be ended if one side broke it."
    )
    assert measure.what == ("sanctions on banks",)
    assert not measure.conditions
