"""Tables of reports and effort: what they may look like, and what a row that can't be used is told."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import PUBLIC, TEAM, Life, UnusableInput
from parley.monitoring import load_reports
from parley.monitoring.columns import EFFORT, REPORT
from shared import shared

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "reports.md"


def load(text: str, **more: Any) -> Any:
    return load_reports(text.encode(), "reports/x.csv", TEAM, **more)[0]


def refused(text: str) -> str:
    with pytest.raises(UnusableInput) as refusal:
        load(text)
    message = str(refusal.value)
    assert message.startswith("reports/x.csv")
    assert "\n" not in message
    return message


def test_a_row_becomes_a_report_that_names_its_origin() -> None:
    [report] = load(
        "reported,id,event_earliest,act,object,count,actor,claimant,latitude,longitude,radius_m,life,found_by\n"
        "2031-03-06T12:00,r1,2031-03-05,shelling,mortar,undetermined,KES,ORL,-42.1,90.2,,found,JVC\n"
    )
    assert (report.id, report.act, report.count, report.life) == ("r1", "shell", None, Life.FOUND)
    assert (report.place.latitude, report.place.longitude, report.place.radius_m) == (-42.1, 90.2, None)
    assert report.event.latest == dt.date(2031, 3, 5)
    assert report.reported == dt.datetime(2031, 3, 6, 12, tzinfo=dt.UTC)
    assert report.origin == "reports/x.csv, row 2"


def test_a_time_without_a_zone_is_the_processs() -> None:
    zone = dt.timezone(dt.timedelta(hours=3))
    [report] = load("id,event_earliest,reported\nr1,2031-03-05T10:00,2031-03-05T11:00Z\n", zone=zone)
    assert report.event.earliest == dt.datetime(2031, 3, 5, 7, tzinfo=dt.UTC)
    assert report.reported == dt.datetime(2031, 3, 5, 11, tzinfo=dt.UTC)


def test_when_reported_is_missing_what_is_assumed_is_said() -> None:
    [report] = load("id,event_earliest,note\nr1,2031-03-05,seen from afar\n")
    assert report.reported.date() == dt.date(2031, 3, 5)
    assert report.note == "seen from afar; when it was reported is not given and taken as the end of the event"


def test_unknown_columns_are_kept_in_the_note() -> None:
    [report] = load("id,event_earliest,reported,weather\nr1,2031-03-05,2031-03-05,fog\n")
    assert report.note == "weather: fog"


def test_effort_is_told_by_its_header() -> None:
    text = (
        "acts,by,means,place,earliest,latest,share\nshelling; overflight,JVC,posts,Gulf Zone,2031-03-01,2031-03-02,\n"
    )
    reports, [effort] = load_reports(text.encode(), "reports/effort.csv", PUBLIC)
    assert not reports
    assert (effort.acts, effort.share, effort.audience) == (("shell", "overfly"), 1.0, PUBLIC)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_read(delimiter: str, encoding: str) -> None:
    text = "id,event_earliest,reported,place\r\nr1,2031-03-05,2031-03-05,Tšamsen\r\n".replace(",", delimiter)
    [report] = load_reports(text.encode(encoding), "reports/x.csv", TEAM)[0]
    assert report.place.name == "Tšamsen"


def test_rows_of_acled_and_ucdp_are_understood() -> None:
    [acled] = load(
        "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,location,latitude,longitude,source,"
        "notes,fatalities,timestamp\n"
        "KST1,05 March 2031,2,Shelling,Kestria,Orlavia,Tamsen,-42,90,The Mirror,Shells fell.,3,1930500000\n"
    )
    assert (acled.act, acled.actor, acled.claimant, acled.place.name) == ("shell", "Kestria", "The Mirror", "Tamsen")
    assert acled.note == "Shells fell.; fatalities: 3; time_precision 2 widens the time by 6 days each way"
    assert (acled.event.earliest, acled.reported.year) == (dt.datetime(2031, 2, 27, tzinfo=dt.UTC), 2031)
    [ucdp] = load(
        "id,date_start,date_end,side_a,side_b,where_coordinates,latitude,longitude,source_article,best\n"
        "9,2031-03-05 00:00:00.000,2031-03-07 00:00:00.000,Kestria,Orlavia,Tamsen,-42,90,Mirror 7 March,2\n"
    )
    assert (ucdp.actor, ucdp.counterpart, ucdp.document, ucdp.count) == ("Kestria", "Orlavia", "Mirror 7 March", None)


@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        ("latitude,longitude", "151.2,-42", r"row 2, column latitude.*latitude and longitude look swapped"),
        ("latitude,longitude", "-42,", r"row 2, column longitude: it is empty; give both coordinates"),
        ("latitude,longitude", "-42,1e309", r"column longitude.*degrees from -180 to 180"),
        ("count,actor", "KES,3", r"column count.*count and actor look swapped"),
        ("act,actor", "KES,shelling", r"column act.*look swapped; swap the two back"),
        ("radius_m", "-5", r"column radius_m.*metres from 0 up"),
        ("life", "proven", r"column life.*alleged, under inquiry, found"),
        ("event_latest", "2031-03-01", r"column event_earliest.*after event_latest, 2031-03-01: they look swapped"),
        ("event_latest", "05/03/2031", r"column event_latest.*write a date such as"),
        ("note", "one,two", r"row 2: it has 5 cells and the header 4; put a cell with a comma"),
    ],
)
def test_a_bad_row_is_named_with_its_mend(header: str, row: str, says: str) -> None:
    assert re.search(says, refused(f"id,event_earliest,reported,{header}\nr1,2031-03-05,2031-03-06,{row}\n"))


def test_an_event_after_its_report_is_refused() -> None:
    message = refused("id,event_earliest,reported\nr1,2031-03-05,2031-03-04\n")
    assert "column reported" in message
    assert "before the event, 2031-03-05" in message


def test_missing_columns_are_named() -> None:
    assert "no column event_earliest" in refused("id,when\nr1,2031\n")


def test_loading_the_same_row_twice_is_one_report_and_another_content_is_refused() -> None:
    row = "r1,2031-03-05,2031-03-06,mortar,\n"
    header = "id,event_earliest,reported,object,corrects\n"
    assert len(load(header + row + row)) == 1
    message = refused(header + row + row.replace("mortar", "tank"))
    assert "row 3: it gives the id 'r1' of reports/x.csv, row 2 to other content" in message
    assert len(load(header + row + "r1,2031-03-05,2031-03-07,tank,r1\n")) == 2


@given(st.binary(max_size=300))
def test_no_bytes_end_in_anything_but_reports_or_a_sentence(data: bytes) -> None:
    for text in (data, b"id,event_earliest,latitude,longitude,count\n" + data):
        with contextlib.suppress(UnusableInput):
            reports, effort = load_reports(text, "reports/x.csv", TEAM)
            assert all(value.origin.startswith("reports/x.csv, row ") for value in (*reports, *effort))


@pytest.mark.parametrize(("title", "columns"), [("Reports", REPORT), ("Effort", EFFORT)])
def test_the_page_names_every_column(title: str, columns: Any) -> None:
    section = PAGE.read_text("utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section.splitlines() if line.startswith("| `")]
    told = [
        (name.strip("`"), holds, needed == "yes", re.findall(r"`([^`]+)`", also))
        for name, holds, needed, also, _ in rows
    ]
    assert told == [(one.name, one.holds.value, one.required, list(one.aliases)) for one in columns]


def test_a_real_table_of_events_loads_or_says_which_row_to_mend() -> None:
    """A public map's 6,650 rows, whose columns are called otherwise and of which some have no date."""
    data = shared("data", "monitoring", "ukraine_cir_bellingcat_events_2022.csv").read_text("utf-8")
    renamed = data.replace("entry,", "id,", 1).replace("arms/munition", "object", 1).replace("town/city", "place", 1)
    with pytest.raises(UnusableInput, match=r"row \d+, column"):
        load(renamed)


@pytest.mark.parametrize(
    ("words", "count", "qualifier"),
    [
        ("several", None, "several"),
        ("dozens", None, "dozens"),
        ("10-15", None, "10-15"),
        ("12 or more", 12, "at least"),
        ("at least 12", 12, "at least"),
        ("~12", 12, "about"),
        ("undetermined", None, None),
    ],
)
def test_a_count_may_be_hedged_or_give_no_number_as_in_a_table_with_a_mapping(words, count, qualifier) -> None:
    [report] = load(f"id,event_earliest,count\nr1,2031-03-06,{words}\n")
    assert (report.count, report.qualifier) == (count, qualifier)


@pytest.mark.parametrize(
    "name", ["Joint Monitoring Commission", "Verification Team", "National Guard", "monitoring team"]
)
def test_a_name_with_an_act_in_it_is_no_act_in_the_wrong_cell(name: str) -> None:
    rows = f"id,event_earliest,act,actor\n1,2031-03-01,request for access,{name}\n".encode()
    assert load_reports(rows, "reports/x.csv", TEAM)[0][0].actor == name


@pytest.mark.parametrize("words", ["shelling", "Shelling of Osk", "mortar attack", "release"])
def test_an_act_in_the_cell_of_its_doer_is_told(words: str) -> None:
    rows = f"id,event_earliest,act,actor\n1,2031-03-01,Kestria,{words}\n".encode()
    with pytest.raises(UnusableInput, match="look swapped"):
        load_reports(rows, "reports/x.csv", TEAM)


def test_who_is_called_as_an_act_is_does_not_change_places_with_words_for_one() -> None:
    [report] = load("id,event_earliest,act,actor\nr1,2031-03-05,knives handed over,Administration\n")
    assert (report.act, report.actor) == ("knives handed over", "Administration")
