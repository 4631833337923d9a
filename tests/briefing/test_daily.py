"""The demo's daily report in every form: as kept in golden files, safe in a spreadsheet, and coarse for others."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree, html

from parley import Process
from parley.briefing.daily import as_text, daily_map, write_daily
from parley.briefing.daily.table import as_table
from parley.briefing.named import names_of
from parley.model import Audience

GOLDEN = Path(__file__).parents[1] / "golden" / "daily"
DAY = dt.date(2026, 4, 22)
MARK = "zqcanary"
"""Stands in the name of a place and in notes."""
EXACT = ("41.8765", "89.7654")
"""Coordinates of the planted report; its cell is about 41.85 S, 89.75 E."""


def names(process):
    return names_of(process.settings.actors, process.framework())


@pytest.fixture(scope="module")
def process(finished_demo):
    return Process.open(finished_demo)


@pytest.fixture(scope="module")
def daily(process):
    return process.daily(day=DAY).replace(head=None)


@pytest.mark.parametrize("kind", ["txt", "csv"])
def test_the_demos_daily_report_is_the_golden_one(process, daily, kind):
    """Make them anew with PARLEY_GOLDEN=1, and answer for every line of the difference."""
    made = as_text(daily, names(process)).encode() if kind == "txt" else as_table(daily)
    path = GOLDEN / f"{DAY}.{kind}"
    if os.environ.get("PARLEY_GOLDEN"):
        path.write_bytes(made)
    assert path.read_bytes() == made


def test_the_hour_is_that_of_the_process_and_another_that_is_asked_for(process, daily):
    assert daily.day.end.isoformat() == "2026-04-22T19:30:00+03:00"
    assert "as process.toml says" in as_text(daily, {})
    asked = process.daily(day=DAY, hour=dt.time(6))
    assert (asked.day.end.hour, asked.day.hour_from) == (6, "as asked")


@pytest.mark.parametrize(
    ("day", "as_of", "told", "edition"),
    [
        (
            dt.date(2026, 4, 22),
            dt.datetime(2026, 4, 22, 12),
            "is not over by 22 April 2026, 12:00",
            "before the day was over",
        ),
        (dt.date(2026, 5, 20), None, "has not begun by 4 May 2026, 09:00", "before the day began"),
    ],
)
def test_a_day_that_is_still_to_come_is_told_as_far_as_it_went(process, day, as_of, told, edition):
    ahead = process.daily(day=day, as_of=as_of)
    assert told in ahead.notes[0]
    words = " ".join(as_text(ahead, names(process)).split())
    assert edition in words
    assert "Verdicts so far" in words
    assert "at the end of the day" not in words


def test_an_hour_that_nobody_stated_is_midnight_and_that_is_said(finished_demo, tmp_path):
    folder = tmp_path / "process"
    shutil.copytree(finished_demo, folder)
    settings = folder / "process.toml"
    lines = settings.read_text("utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("reporting_hour")), "utf-8")
    told = as_text(Process.open(folder).daily(day=DAY), {})
    assert "(UTC+03:00; the hour is midnight, for nobody stated one)" in told


def test_a_later_look_at_a_day_is_called_revised(process, daily):
    assert "Revised" not in as_text(daily, {})
    later = process.daily(day=DAY, as_of=dt.datetime.fromisoformat("2026-05-04T09:00+03:00"))
    assert "Revised: it says what had been reported by 4 May 2026, 09:00." in " ".join(as_text(later, {}).split())


def test_what_follows_a_breach_is_named_with_whose_it_is(process, daily):
    words = " ".join(as_text(daily, names(process)).split())
    assert "22: Orlavian Union must, once a body has found it, for 1 (Orlavian Union)" in words
    rows = [
        row for row in csv.DictReader(as_table(daily).decode("utf-8-sig").splitlines()) if row["section"] == "remedy"
    ]
    assert {("coast", "remedy", "ORL", "must", "once found")} <= {
        tuple(row[key] for key in ("provision", "id", "actor", "value", "what")) for row in rows
    }


def test_a_verdict_that_a_late_report_revised_is_told_with_both(process, tmp_path):
    late = process.daily(day=dt.date(2026, 4, 27))
    page = Path(write_daily(process, late, tmp_path / "day.html").files[0]).read_text(encoding="utf-8")
    for words in (as_text(late, names(process)), html.fromstring(page).text_content()):
        assert "until O-008 came" in " ".join(words.split())
    (row,) = [
        one for one in csv.DictReader(as_table(late).decode("utf-8-sig").splitlines()) if one["section"] == "revision"
    ]
    assert (row["id"], row["provision"], row["value"]) == ("O-008", "coast", "kept")
    assert row["before"].startswith("breached")


def test_others_are_told_of_revisions_without_the_reasons(process):
    (one,) = process.daily(day=dt.date(2026, 4, 27)).revisions
    bare = one.without_reasons()
    assert (bare.before.why, bare.after.why, bare.after.verdict) == ("", "", one.after.verdict)


def test_the_page_is_one_file_with_map_and_charts_and_no_network(process, daily, tmp_path):
    written = write_daily(process, daily, tmp_path / "day.html")
    words = Path(written.files[0]).read_text(encoding="utf-8")
    tree = html.fromstring(words)
    assert not tree.xpath("//script | //link | //img | //iframe | //object")
    assert not re.search(r"(src|href)=[\"'](?!#)|url\((?!#)|@import", words)
    assert len(tree.xpath("//section[@id='map']//*[local-name()='svg']/@viewbox | //section[@id='map']//svg")) >= 1
    assert tree.xpath("//section[@id='trends']//svg")
    assert len(words) < 200_000


def test_a_cell_of_the_table_is_no_formula_whatever_was_reported(daily):
    evil = daily.replace(reports=tuple(each.replace(object="=1+1", note="@SUM(A1)") for each in daily.reports))
    rows = list(csv.reader(as_table(evil).decode("utf-8-sig").splitlines()))
    cells = [cell for row in rows[1:] for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell[:1] in "=+@" and cell[:1]]
    assert not [cell for cell in cells if cell.startswith("-") and not re.fullmatch(r"-[\d.]+", cell)]


def test_files_of_other_forms_or_that_are_there_already_are_refused_in_a_sentence(parley, finished_demo, tmp_path):
    ended = parley("watch", finished_demo, "--daily", "-o", tmp_path / "day.docx")
    assert (ended.code, "as .txt, .html, .csv or .svg" in ended.sentence) == (2, True)
    (tmp_path / "day.txt").write_text("mine", encoding="utf-8")
    assert parley("watch", finished_demo, "--daily", "-o", tmp_path / "day.txt").code != 0
    assert (tmp_path / "day.txt").read_text(encoding="utf-8") == "mine"
    assert "belongs to --daily" in parley("watch", finished_demo, "--hour", "19:30").sentence
    assert "no hour" in parley("watch", finished_demo, "--daily", "--hour", "25:00").sentence


def test_the_command_prints_the_report_and_ends_with_1_where_a_breach_stands(parley, finished_demo):
    ended = parley("watch", finished_demo, "--daily", "--day", "2026-04-22")
    assert ended.code == 1
    assert ended.out.startswith("DAILY REPORT: Kestria and Orlavia")


# Who is told where ------------------------------------------------------------------------------------


OWN_BY_MAPPING = """[columns]
id = "id"
event = "event_earliest"
reported = "reported"
act = "act"
object = "object"
count = "count"
actor = "actor"
claimant = "claimant"
latitude = "latitude"
longitude = "longitude"
place = "place"
"""


@pytest.fixture(scope="module")
def planted(finished_demo, tmp_path_factory):
    """The demo with everything shared released to the public, and one report whose place nobody else may know."""
    demo = Path(shutil.copytree(finished_demo, tmp_path_factory.mktemp("planted") / "demo"))
    header = (demo / "reports" / "incidents.csv").read_text(encoding="utf-8").splitlines()[0]
    row = (
        "Z-001,2026-04-22T09:00+03:00,2026-04-22T09:10+03:00,2026-04-22T12:00+03:00,place,152 mm howitzer,2,KES,,JVC,"
        f"-{EXACT[0]},{EXACT[1]},50,{MARK} farm,,,alleged,,,Seen from the roof of {MARK}."
    )
    nowhere = row.replace("Z-001", "Z-002").replace(f"-{EXACT[0]},{EXACT[1]},50,", ",,,")
    nowhere = nowhere.replace("howitzer,2,", f"howitzer,several of {MARK},")
    (demo / "reports" / "witness.csv").write_text(f"{header}\n{row}\n{nowhere}\n", encoding="utf-8")
    unreadable = row.replace("Z-001", "Z-003").replace(f"-{EXACT[0]}", f"-{EXACT[0]}q")
    named = (
        nowhere.replace(f"several of {MARK}", "2")
        .replace("Z-002", "Z-004")
        .replace("152 mm howitzer", f"152 mm howitzer of {MARK} farm")
    )
    (demo / "reports" / f"{MARK}.csv").write_text(f"{header}\n{unreadable}\n{named}\n", encoding="utf-8")
    (demo / "reports" / f"{MARK}.mapping.toml").write_text(OWN_BY_MAPPING, encoding="utf-8")
    (demo / "reports" / "looked.csv").write_text(
        "by,means,place,earliest,latest,acts\n"
        f"JVC,camera on the roof of {MARK},{MARK} ridge,2026-04-01,2026-04-30,\n"
        f"JVC,{MARK},{MARK} ridge,2026-04-01,2026-04-30,watching {MARK}\n",
        encoding="utf-8",
    )
    (demo / "annexes" / "places.csv").write_text(
        f"name,latitude,longitude,radius_m,within\n{MARK} farm,-41.9,89.7,50,A\n{MARK} farm,-42.1,89.7,50,B\n",
        encoding="utf-8",
    )
    (demo / "reports" / "log-monitors.csv").write_text(f"{header}\n", encoding="utf-8")
    process = Process.open(demo)
    for path in [demo / "framework.md", *(demo / "reports").iterdir(), *(demo / "annexes").iterdir()]:
        name = path.relative_to(demo).as_posix()
        for to in ("public", "party:ORL"):
            process.decide("release", name, by="Envoy", detail={"to": to})
    return process


@pytest.mark.parametrize("audience", ["public", "party:ORL"])
@pytest.mark.parametrize("kind", ["html", "txt", "csv", "svg"])
def test_others_than_the_team_learn_no_exact_place_in_any_byte(planted, tmp_path, audience, kind):
    daily = planted.daily(Audience(audience), day=DAY)
    assert any(report.id == "Z-001" for report in daily.reports)
    written = write_daily(planted, daily, tmp_path / f"day.{kind}")
    data = (tmp_path / f"day.{kind}").read_bytes() + written.model_dump_json().encode()
    told = data.decode("utf-8")
    assert MARK not in told.casefold()
    assert not [number for number in EXACT if number[:5] in told]
    assert re.search(r"cells? of 11\.1 by 8\.\d km", told) or kind == "csv"
    assert "22.0 km from" not in told, "a distance to the line is a place as well"
    assert "Why: What would change it" not in told, "reasons that are kept back leave no empty frame"


@pytest.mark.parametrize("audience", ["public", "party:ORL"])
def test_a_row_that_nobody_can_read_and_who_looked_from_where_are_told_as_withheld(planted, audience):
    watch, daily = planted.watch(Audience(audience)), planted.daily(Audience(audience), day=DAY)
    whys = {words for one in watch.verdicts for words in (one.why, one.would_change)}
    whys |= {one.would_change for one in daily.provisions}
    assert any("a row that can't be read, and is not told here" in why for why in whys)
    assert "A cell that can be read in it." in whys
    assert not [why for why in whys if ".csv" in why]
    looked = {(one.means, one.place) for one in daily.effort}
    assert ("camera", "a place that is not told here") in looked
    assert ("means that are not told here", "a place that is not told here") in looked
    for output in (watch, daily):
        assert "A row that is not told here: neither the text nor an annex has a place that is not told here" in str(
            output.notes
        )
    assert {one.path for one in watch.received} == {"a file that is not told here"}
    [thing] = (one.object for one in daily.reports if one.id == "Z-004")
    assert thing == "152 mm howitzer"
    [number] = ((one.count, one.qualifier) for one in daily.reports if one.id == "Z-002")
    assert number == (None, "several")
    team = planted.watch().model_dump_json()
    assert f"row 2 of reports/{MARK}.csv, column latitude (it holds" in team


def test_the_team_is_told_the_place_as_it_was_reported(planted, tmp_path):
    daily = planted.daily(day=DAY)
    write_daily(planted, daily, tmp_path / "day.csv")
    words = (tmp_path / "day.csv").read_text(encoding="utf-8")
    assert MARK in words
    assert all(number in words for number in EXACT)


def test_a_brief_for_the_public_has_the_same_coarse_places(planted, tmp_path):
    from parley import brief

    brief(planted, Audience("public"), tmp_path / "brief.html")
    told = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "Z-001" in told
    assert not [number for number in EXACT if number[:5] in told]
    assert MARK not in told.casefold()
    assert "\u00b1" not in told, "a distance to a line, and how exact it is, is a place as well"


@pytest.mark.parametrize("audience", ["public", "party:ORL"])
def test_what_is_watched_tells_others_than_the_team_no_exact_place(planted, audience):
    told = planted.watch(Audience(audience), duplicates=True).model_dump_json()
    assert "Z-001" in told
    assert MARK not in told.casefold()
    assert not [number for number in EXACT if number[:5] in told]
    assert "\u00b1" not in told
    team = planted.watch(duplicates=True).model_dump_json()
    assert "\u00b1" in team


def test_the_map_draws_what_stands_a_corrected_report_once_and_a_withdrawn_one_not_at_all(process, daily):
    drawn = str(daily_map(process, daily))
    assert "O-005: placement" in drawn
    assert "O-004: placement" not in drawn  # which O-005 corrects
    later = process.daily(day=dt.date(2026, 4, 27))
    assert [each.report for each in later.corrections if each.withdrawn] == ["O-008"]
    before, after = (str(daily_map(process, each)) for each in (process.daily(day=dt.date(2026, 4, 26)), later))
    assert "O-007: attack" in before
    assert "O-007: attack" not in after
    assert "O-008: attack" not in after


def test_a_party_has_lines_of_its_own_but_where_the_very_same_is_told_of_each(process, daily):
    words = as_text(daily, names(process))
    assert "- 18. Each Party shall report every Incident by \u2026: Republic of Kestria; kept \u00d7 2." in words
    assert "- 18. Each Party shall report every Incident by \u2026: Orlavian Union; kept." in words
    assert (
        "- 2. No Party shall fly aircraft or unmanned \u2026: Republic of Kestria and Orlavian Union, each; kept."
        in words
    )


def test_an_audience_that_may_not_see_the_text_is_refused(parley, finished_demo):
    ended = parley("watch", finished_demo, "--daily", "--for", "public")
    assert ended.code == 5
    assert "framework.md is for team" in ended.sentence


def test_the_map_of_the_day_hatches_where_nobody_looked_and_rings_what_is_new(process, daily):
    drawn = etree.fromstring(str(daily_map(process, daily)))
    classes = [node.get("class") for node in drawn.iter()]
    blind = [region.name for region in daily.regions if region.effort_hours == 0]
    assert blind
    titles = [node.text for node in drawn.iter("{http://www.w3.org/2000/svg}title")]
    assert f"{blind[0]}: nobody looked" in titles
    assert "today" in classes
    assert "Border as Kestria sees it, claimed by KES" in titles
