import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import DayCount, Distance, Duration, Interval, first_instant, last_instant

MARCH_6 = dt.date(2031, 3, 6)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


def test_a_moment_is_a_day_or_a_day_with_a_time():
    interval = Interval(earliest="2031-03-06", latest="2031-03-06T12:00+02:00")
    assert interval.earliest == MARCH_6
    assert isinstance(interval.latest, dt.datetime)
    assert Interval.model_validate_json(interval.model_dump_json()) == interval


def test_a_day_reaches_from_its_first_to_its_last_instant():
    assert first_instant(MARCH_6) == dt.datetime(2031, 3, 6, tzinfo=dt.UTC)
    assert last_instant(MARCH_6) == dt.datetime(2031, 3, 6, 23, 59, 59, 999999, tzinfo=dt.UTC)


def test_an_interval_never_ends_before_it_begins():
    with pytest.raises(ValueError, match="ends"):
        Interval(earliest="2031-03-07", latest="2031-03-06")


@given(days, days, days, days)
def test_overlap_is_symmetric_and_an_interval_within_another_overlaps_it(a, b, c, d):
    one = Interval(earliest=min(a, b), latest=max(a, b))
    other = Interval(earliest=min(c, d), latest=max(c, d))
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) or not one.within(other)


def test_open_ends_reach_without_limit():
    assert Interval(earliest="2031-03-06").overlaps(Interval(latest="2031-03-06"))
    assert Interval(earliest="2031-03-06").within(Interval())
    assert not Interval().within(Interval(earliest="2031-03-06"))


@pytest.mark.parametrize("iso", ["PT24H", "P30D", "P2M", "P1M3DT4H30M", "PT90M"])
def test_a_duration_reads_iso_8601(iso):
    duration = Duration.parse(iso)
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize("wrong", ["", "P", "PT", "24H", "P-3D", "soon"])
def test_what_is_no_duration_is_refused(wrong):
    with pytest.raises(ValueError, match="ISO 8601"):
        Duration.parse(wrong)


def test_a_month_steps_to_the_same_day_or_the_months_last():
    month = Duration.parse("P1M")
    assert month.after(dt.datetime(2031, 1, 31)) == dt.datetime(2031, 2, 28)
    assert month.after(dt.datetime(2031, 12, 15)) == dt.datetime(2032, 1, 15)


@given(st.integers(0, 200), st.integers(0, 5000), st.integers(0, 100_000))
def test_every_duration_survives_its_own_writing(months, days, minutes):
    duration = Duration(months=months, days=days, minutes=minutes)
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize(
    ("words", "days"), [("D", 0), ("D-day", 0), ("D+14", 14), ("d + 3", 3), ("D-2", -2), ("D\u22122", -2)]
)
def test_a_day_count_reads_what_drafts_write(words, days):
    assert DayCount.parse(words) == DayCount(days=days)


def test_a_day_count_names_a_day():
    assert DayCount.parse("D+14").on(MARCH_6) == dt.date(2031, 3, 20)
    assert str(DayCount(days=14)) == "D+14"
    assert str(DayCount(days=0)) == "D-day"


def test_a_distance_keeps_its_unit_and_knows_its_metres():
    assert Distance(number=15, unit="km").metres == 15_000
    assert str(Distance(number=2.5, unit="nautical miles")) == "2.5 nautical miles"
