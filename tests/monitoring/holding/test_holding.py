"""Whether it is holding, from reports to words: windows, naive counts that lie, effort, levels, delay, other years."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from parley.model import (
    Against,
    Effort,
    Framework,
    Interval,
    Report,
    ReportPlace,
    Shape,
    ShapeKind,
    Tally,
    Trend,
    Watch,
)
from parley.monitoring import watch
from parley.monitoring.holding import wording

START = dt.date(2031, 3, 1)
FIRE = "1. No Party shall fire at the forces of the other Party from D-day. {#fire}\n"
CALM = "2. No Party shall lay mines from D-day. {#mines}\n"


def day(number: int) -> dt.date:
    """The day so many days after D-day."""
    return START + dt.timedelta(days=number)


def told(number: int, count: int | None, tally: Tally = Tally.PERIOD, days: int = 1, **more: Any) -> Report:
    said = {"act": "fire", "object": "shells", "claimant": "JVC"} | more
    return Report(
        id=f"{said['claimant']} {tally} {number}{said.get('place', '')}",
        event=Interval(earliest=day(number - days + 1), latest=day(number)),
        reported=dt.datetime.combine(day(number), dt.time(23), dt.UTC),
        count=count,
        tally=tally,
        **said,
    )


def shot(number: int, hour: int, claimant: str = "JVC", late: int = 0, **more: Any) -> Report:
    when = dt.datetime.combine(day(number), dt.time(hour), dt.UTC)
    return Report(
        id=f"{claimant} {number} {hour}",
        event=Interval(earliest=when, latest=when),
        reported=when + dt.timedelta(days=late, hours=1),
        act="fire",
        claimant=claimant,
        **more,
    )


@pytest.fixture
def seen(framework_of: Any) -> Any:
    def hold(reports: list[Report], text: str = FIRE, as_of: int = 60, effort: tuple[Effort, ...] = ()) -> Watch:
        framework: Framework = framework_of(text)
        return watch(framework, (), reports, effort, dt.datetime.combine(day(as_of), dt.time(), dt.UTC))

    return hold


def one(result: Watch) -> Trend:
    [trend] = result.trends
    return trend


STEADY = [told(number, 28 + 4 * (number % 2)) for number in range(-63, -7)]
"""56 days of 30 shells a day, ending 7 days before D-day."""
RUN_UP = [told(number, 200) for number in range(-7, 0)]


def test_the_run_up_is_in_no_baseline_and_the_first_weeks_are_four(seen: Any) -> None:
    after = [told(number, 9 + 2 * (number % 2)) for number in range(28)] + [
        told(number, 30) for number in range(28, 50)
    ]
    first, since = one(seen([*STEADY, *RUN_UP, *after])).comparisons
    assert first.before == Interval(earliest=day(-63), latest=day(-8))
    assert first.after == Interval(earliest=START, latest=day(27))
    assert (first.count_before, first.exposure_before, first.count_after) == (1680, 56.0, 280)
    assert first.naive.ratio == pytest.approx(1 / 3, rel=0.01)
    assert first.words.startswith(
        "In the first 28 days (1 March 2031 to 28 March 2031): the counts fell to about a third"
    )
    assert since.against is Against.SINCE_START
    assert since.after.latest == day(49)


def test_what_was_falling_already_is_held_against_what_was_to_be_expected(seen: Any) -> None:
    """A third less each 30 days, and as ever after the start: an expectation kept and no effect of the text."""
    falling = [
        told(number, 2000 if -28 <= number < 0 else round(120 * 0.667 ** (number / 30)) + number % 3)
        for number in range(-140, 28)
    ]
    [found] = one(seen(falling, as_of=28)).comparisons
    assert found.before == Interval(earliest=day(-140), latest=day(-29))
    assert found.trend == pytest.approx(0.667, rel=0.02)
    assert found.naive.ratio == pytest.approx(1.0, rel=0.05)
    assert "no change that can be told from chance (1.0" in found.words
    assert "falling by 33 percent in 30 days" in found.words


def test_what_was_to_be_expected_is_shown_as_the_ratio_has_it(seen: Any) -> None:
    falling = [
        told(number, round((120 if number < 0 else 60) * 0.667 ** (number / 30)) + number % 3)
        for number in range(-140, 28)
    ]
    [found] = one(seen(falling, as_of=28)).comparisons
    told_as = re.search(r": ([\d.]+) a day against ([\d.]+) to be expected \(([\d.]+) from ", found.words)
    assert told_as is not None
    now, expected, before = map(float, told_as.groups())
    assert now / expected == pytest.approx(found.naive.ratio, abs=0.01)
    assert now / before < found.naive.ratio


@pytest.mark.parametrize(
    ("ratio", "words"), [(0.137, "a seventh"), (0.125, "an eighth"), (0.166, "a sixth"), (0.1, "a tenth")]
)
def test_a_ratio_is_told_by_the_nearest_part(ratio: float, words: str) -> None:
    assert wording.about(ratio) == f"about {words}"


def test_a_total_of_the_claimants_own_comes_before_what_its_parts_add_up_to(seen: Any) -> None:
    parts = [told(0, 19), told(1, 26), told(2, 96, days=3)]
    (first, second, *_) = one(seen(parts, as_of=4)).words
    assert first.startswith("96 in 3 days by its own total (1 March 2031 to 3 March 2031)")
    assert second.startswith("45 in 2 days that were counted since the start")


def test_twelve_weeks_of_counts_tell_how_they_were_going_and_fewer_do_not(seen: Any) -> None:
    for first, along in ((-112, True), (-111, False)):
        steady = [told(number, 28 + 4 * (number % 2)) for number in range(first, 28)]
        [found] = one(seen(steady, as_of=28)).comparisons
        assert (found.trend is not None, found.before.earliest) == (along, day(first) if along else day(-63))


def test_no_trend_of_weeks_is_carried_over_months(seen: Any) -> None:
    first, since = one(seen([told(number, 20 + number % 3) for number in range(-140, 60)])).comparisons
    assert (first.trend is None, since.trend) == (False, None)


def test_bodies_recovered_of_those_who_died_before_fool_a_naive_count(seen: Any) -> None:
    bodies = "bodies recovered of people who died earlier"
    after = [told(number, 30 + number % 3) for number in range(28)]
    earlier = [told(number, 20, Tally.EARLIER, note=bodies) for number in range(28)]
    [found] = one(seen([*STEADY, *after, *earlier])).comparisons
    assert found.corrected is not None
    assert found.naive.low < 1 < (found.naive.high or 0)
    assert (found.corrected.high or 9) < 0.5
    assert "the counts fell to about two fifths (0.37" in found.words
    assert "Counting naively would show no change that can be told from chance (1.03" in found.words
    assert f"because 560 of the 867 counted were {bodies}" in found.words
    assert "Before the start nothing was told apart, so the true fall may be smaller." in found.words


def test_totals_over_missing_days_weaken_no_rate(seen: Any) -> None:
    totals = [told(number, 1000 + 10 * (number + 1), Tally.RUNNING, days=number + 1) for number in (0, 3, 4, 9, 20, 27)]
    trend = one(seen([*STEADY, *totals]))
    assert [(row.days, row.count) for row in trend.counts if row.differenced][1:] == [
        (3, 30),
        (1, 10),
        (5, 50),
        (11, 110),
        (7, 70),
    ]
    assert any("110 in 11 days (11 March 2031 to 21 March 2031)" in words for words in trend.words)


def test_blanks_are_said_and_are_no_noughts(seen: Any) -> None:
    after = [told(number, None if number % 2 else 30) for number in range(28)]
    trend = one(seen([*STEADY, *after]))
    assert trend.comparisons[0].naive.ratio == pytest.approx(1.0, rel=0.01)
    assert "14 of 84 counts give no number: they are blank here, and no noughts." in trend.words


def test_claims_of_two_sides_stand_side_by_side(seen: Any) -> None:
    sides = [
        told(number, 10, claimant=who, actor=other)
        for number in range(9)
        for who, other in (("KES", "ORL"), ("ORL", "KES"))
    ]
    trends = seen(sides).trends
    assert [(one.claimant, one.actor, sum(row.count for row in one.counts)) for one in trends] == [
        ("KES", "ORL", 90),
        ("ORL", "KES", 90),
    ]
    assert all("nothing to compare with" in " ".join(one.words) for one in trends)


def test_counts_that_no_provision_is_about_are_held_against_the_whole_text(seen: Any) -> None:
    trend = one(seen(STEADY, CALM))
    assert (trend.provision, trend.start) == (None, dt.datetime.combine(START, dt.time(), dt.UTC))


def test_without_a_start_there_is_no_before_and_after(framework_of: Any) -> None:
    framework = framework_of(FIRE.replace(" from D-day", "")).replace(d_day=None)
    trend = one(watch(framework, (), STEADY, (), dt.datetime.combine(START, dt.time(), dt.UTC)))
    assert trend.words[1] == "Nobody knows when the text began to hold, so there is no before and after."


def test_fewer_patrols_look_like_peace_unless_the_hours_are_told(seen: Any) -> None:
    shots = [shot(number, hour) for number in range(-40, 0) for hour in (6, 12, 15, 18)]
    shots += [shot(number, hour) for number in range(28) for hour in (6, 18)]

    def patrols(first: int, last: int, share: float) -> Effort:
        window = Interval(earliest=day(first), latest=day(last))
        return Effort(by="JVC", means="posts", place="everywhere", window=window, share=share)

    without = one(seen(shots, as_of=28)).comparisons[0]
    assert (without.exposure, without.naive.ratio) == ("days", pytest.approx(0.5))
    effort = (patrols(-40, -1, 1.0), patrols(0, 27, 0.5))
    [found] = one(seen(shots, as_of=28, effort=effort)).comparisons
    assert (found.exposure, found.naive.ratio) == ("hours watched", pytest.approx(1.0, rel=0.01))
    assert "no change that can be told from chance" in found.words
    half = one(seen(shots, as_of=28, effort=effort[1:]))
    assert half.comparisons[0].exposure == "days"
    assert "How much JVC watched for it is not told for before and after, so the rates are per day." in half.words


def test_whoever_went_home_when_the_text_began_tells_of_no_fall(seen: Any) -> None:
    shots = [shot(number, hour) for number in range(-40, 0) for hour in (6, 18)]
    watched = Effort(by="JVC", means="posts", place="everywhere", window=Interval(earliest=day(-40), latest=day(-1)))
    found = one(seen(shots, as_of=28, effort=(watched,)))
    assert not found.comparisons
    assert "Too little of the time since the start has been counted to compare it with before." in found.words
    assert one(seen(shots, as_of=28)).comparisons[0].naive.ratio == 0.0


def test_a_day_that_nobody_watched_and_tells_nothing_is_no_nought(seen: Any) -> None:
    watched = Effort(by="JVC", means="posts", place="everywhere", window=Interval(earliest=START, latest=day(1)))
    counts = one(seen([shot(0, 6), shot(3, 6)], as_of=5, effort=(watched,))).counts
    assert [(row.count, row.hours) for row in counts] == [(1, 24.0), (0, 24.0), (None, 0.0), (1, 0.0), (None, 0.0)]


def test_regions_are_apart_and_together_for_one_claimant(seen: Any) -> None:
    places = {0: ReportPlace(region="North"), 1: ReportPlace(region="South")}
    trends = seen([shot(number, 6, place=places[number % 2]) for number in range(9)]).trends
    assert [(one.region, sum(row.count for row in one.counts)) for one in trends] == [
        (None, 9),
        ("North", 5),
        ("South", 4),
    ]


def test_drawn_regions_hold_what_surely_lies_in_them(framework_of: Any) -> None:
    land = [[[89, -43], [91, -43], [91, -42], [89, -42], [89, -43]]]
    south = Shape(name="South", kind=ShapeKind.REGION, geometry={"type": "Polygon", "coordinates": land})
    near, far = (ReportPlace(latitude=latitude, longitude=90, radius_m=500) for latitude in (-42.001, -42.5))
    shots = [shot(0, 6, place=near), shot(1, 6, place=far), shot(2, 6, place=far)]
    result = watch(framework_of(FIRE), (), shots, (), dt.datetime.combine(day(9), dt.time(), dt.UTC), regions=[south])
    assert [(one.region, sum(row.count for row in one.counts)) for one in result.trends] == [
        (None, 3),
        ("no certain region", 1),
        ("South", 2),
    ]


def test_patrols_of_a_region_are_hours_of_it_and_of_the_whole(framework_of: Any) -> None:
    """A ban that names no place is watched wherever somebody looks; what patrols can't see are no hours of it."""
    land = [
        Shape(name=name, kind=ShapeKind.REGION, geometry={"type": "Polygon", "coordinates": [_square(west)]})
        for name, west in (("North", 89), ("South", 91))
    ]
    shots = [
        shot(0, 6, place=ReportPlace(latitude=-42.5, longitude=longitude, radius_m=5)) for longitude in (90.0, 92.0)
    ]
    shots = [one.replace(id=f"{one.id} {number}") for number, one in enumerate(shots)]

    def patrol(place: str, hours: int, acts: tuple[str, ...]) -> Effort:
        begin = dt.datetime.combine(START, dt.time(1), dt.UTC)
        window = Interval(earliest=begin, latest=begin + dt.timedelta(hours=hours))
        return Effort(by="JVC", means="patrol", place=place, window=window, acts=acts)

    effort = (patrol("North", 6, ("fire",)), patrol("South", 2, ("fire",)), patrol("South", 9, ("overfly",)))
    as_of = dt.datetime.combine(day(1), dt.time(), dt.UTC)
    trends = watch(framework_of(FIRE), (), shots, effort, as_of, regions=land).trends
    assert {one.region: one.counts[0].hours for one in trends} == {None: 8.0, "North": 6.0, "South": 2.0}


def _square(west: float) -> list[list[float]]:
    return [[west, -43], [west + 2, -43], [west + 2, -42], [west, -42], [west, -43]]


def test_a_change_of_level_is_found_where_it_was(seen: Any) -> None:
    after = [told(number, 5 if number < 17 else 25) for number in range(40)]
    trend = one(seen([*STEADY, *after]))
    assert [change.day for change in trend.changes] == [START, day(17)]
    assert (
        "The level changed on 1 March 2031 from 30.0 to 5.0 a day; on 18 March 2031 from 5.0 to 25.0 a day."
        in trend.words
    )


def test_days_that_are_still_coming_in_are_left_out(seen: Any) -> None:
    shots = [shot(number, hour, late=hour // 6) for number in range(-40, 40) for hour in (0, 6, 12, 18)]
    trend = one(seen(shots, as_of=30))
    assert trend.delay is not None
    assert (trend.delay.median, trend.delay.late) == (1, 3)
    assert trend.comparisons[0].after.latest == day(26)
    assert trend.comparisons[0].naive.ratio == pytest.approx(1.0)
    assert trend.words[-1].endswith("the last 3 days are still coming in, and left out of what is compared.")


def test_heat_is_held_against_the_same_days_of_ordinary_years(seen: Any) -> None:
    def heat(when: dt.date, number: int) -> Report:
        at = dt.datetime.combine(when, dt.time(number), dt.UTC)
        event = Interval(earliest=at, latest=at)
        return Report(
            id=f"h {at}", event=event, reported=at, act="record", object="heat anomaly", claimant="a satellite"
        )

    summers = [
        heat(dt.date(year, 3, 1) + dt.timedelta(days=n), 3) for year in (2027, 2028, 2029, 2030) for n in range(28)
    ]
    now = [heat(day(n), hour) for n in range(28) for hour in (1, 2, 3, 4)]
    trend = one(seen(summers + now, as_of=28))
    found = trend.comparisons[-1]
    assert (trend.provision, found.against) == (None, Against.ORDINARY_YEARS)
    assert found.naive.ratio == pytest.approx(4.0, rel=0.05)
    assert "against 1.0 in the same days of earlier years" in found.words
