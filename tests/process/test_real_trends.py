"""Real counts across real cease-fires, none of them part of the project: what was once worked out by hand comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Against, Trend, WatchOutput
from parley.process import Process
from shared import shared

SETTINGS = """[process]
title = "Two sides"
time_zone = "{zone}"
as_of = {as_of}
"""
TEXT = """---
title: A truce
status: final
parties: {{A: One Side, B: Other Side}}
d_day: {start}
---

1. No Party shall attack the other Party from D-day{until}. {{#attacks}}
"""
Watched = Callable[..., WatchOutput]


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    """What watching gives for a text of one ban that holds from ``start``, over one of the real tables."""

    def hold(*files: Path, start: str, as_of: str, until: str = "", zone: str = "UTC") -> WatchOutput:
        folder = tmp_path / "process"
        folder.mkdir()
        (folder / "process.toml").write_text(SETTINGS.format(zone=zone, as_of=as_of), encoding="utf-8")
        until = f" until {until}" if until else ""
        (folder / "framework.md").write_text(TEXT.format(start=start, until=until), encoding="utf-8")
        return Process.open(folder).watch(reports=files)

    return hold


def real(name: str) -> Path:
    return shared("data", "monitoring", name)


def killed(output: WatchOutput) -> Trend:
    [trend] = [one for one in output.trends if one.object == "persons" and one.claimant == "mohtel"]
    assert (trend.provision, trend.act) == ("attacks", "kill")
    return trend


def test_all_deaths_show_no_effect_of_january_2025_and_deaths_of_the_period_a_third(watched: Watched) -> None:
    output = watched(real("gaza_casualties_daily.json"), start="2025-01-19", as_of="2025-03-18", until="17 March 2025")
    first, _ = killed(output).comparisons
    assert first.corrected is not None
    assert first.naive.ratio == pytest.approx(1.02, abs=0.05)
    assert first.naive.low < 1 < (first.naive.high or 0)
    assert first.corrected.ratio == pytest.approx(0.34, abs=0.02)
    assert (first.corrected.high or 9) < 1
    assert "the counts fell to about a third" in first.words
    assert "Counting naively would show no change that can be told from chance" in first.words
    assert "bodies recovered of people who died earlier" in first.words


def test_october_2025_fell_to_a_seventh_where_a_naive_count_shows_half(watched: Watched) -> None:
    output = watched(real("gaza_casualties_daily.json"), start="2025-10-10", as_of="2026-02-07")
    first, since = killed(output).comparisons
    assert since.against is Against.SINCE_START
    assert first.corrected is not None
    assert since.corrected is not None
    assert first.naive.ratio == pytest.approx(0.44, abs=0.02)
    assert first.corrected.ratio == pytest.approx(0.12, abs=0.02)
    assert "the counts fell to about a seventh" in first.words
    assert "Counting naively would show a fall to about half" in first.words
    assert "fell to about a tenth" in since.words
    [day] = [row for row in killed(output).counts if str(row.period.earliest) == "2025-10-11"]
    assert (day.count, day.earlier, day.new) == (471, 116, 35)


def test_july_2020_totals_are_differenced_and_relative_words_are_no_numbers(watched: Watched) -> None:
    output = watched(
        real("smm_2020_ceasefire_daily_summaries.csv"),
        start="2020-07-27T00:01+03:00",
        as_of="2020-12-31",
        zone="Europe/Kyiv",
    )
    [whole] = [one for one in output.trends if one.region is None and one.act == "violate"]
    counts = {str(row.period.latest)[:10]: (row.count, row.days) for row in whole.counts if row.differenced}
    assert counts["2020-08-03"] == (123, 4.0)
    assert counts["2020-07-30"] == (2, 2.0)
    assert any("123 in 4 days (30 July 2020 19:30 to 3 August 2020 19:30)" in words for words in whole.words)
    [region] = [one for one in output.trends if one.region == "Donetsk region"]
    assert [row.count for row in region.counts][:3] == [None, 111, None]


def test_claims_of_both_sides_at_easter_2025_stand_apart(watched: Watched) -> None:
    output = watched(real("easter_truce_2025_claims.csv"), start="2025-04-19T18:00+03:00", as_of="2025-04-22")
    assert {(one.claimant, one.actor) for one in output.trends} == {
        ("Ukraine (president)", "Russia"),
        ("Russia (MoD)", "Ukraine"),
    }
    totals = {
        one.claimant: [(row.count, row.qualifier) for row in one.counts]
        for one in output.trends
        if one.act == "violate"
    }
    assert totals == {
        "Ukraine (president)": [(2900, "more than")],
        "Russia (MoD)": [(1300, "more than (<24 h)")],
    }
    [shells] = [one for one in output.trends if one.object == "artillery"]
    assert [row.overlaps for row in shells.counts] == [False, False, True]
    assert not any(one.comparisons for one in output.trends)


def test_blank_months_are_no_noughts(watched: Watched) -> None:
    output = watched(real("kashmir_loc_cfv_monthly_sectors.csv"), start="2014-01-01", as_of="2015-12-31")
    assert len(output.trends) == 13
    [poonch] = [one for one in output.trends if one.region == "Poonch"]
    [whole] = [one for one in output.trends if one.region == "all sectors"]
    blank = {row.period.earliest for row in poonch.counts if row.count is None}
    told = {row.period.earliest: row.count for row in whole.counts if row.period.earliest in blank}
    assert len(blank) > 3
    assert None not in told.values()  # the whole was told for these months, and nobody told of the sector
    assert any(f"{len(blank)} of {len(poonch.counts)} counts give no number" in words for words in poonch.words)


def test_the_map_grew_at_easter_2025_and_its_lag_is_said(watched: Watched) -> None:
    maps = real("deepstate_occupied_area_selected.zip")
    output = watched(maps, start="2025-04-19T18:00+03:00", as_of="2025-05-01", zone="Europe/Kyiv")
    [area] = output.areas
    grew = {str(step.day): step.grew_km2 for step in area.steps}
    assert (round(grew["2025-04-20"] or 0, 1), round(grew["2025-04-21"] or 0, 1)) == (12.9, 9.4)
    assert "+12.9 km² on 20 April 2025, +9.4 km² on 21 April 2025" in area.words[0]
    assert any("A map lags behind what it shows" in words for words in area.words)
