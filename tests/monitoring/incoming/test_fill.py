"""Other people's tables by a mapping: what they give, what is refused, and that no row is lost unseen."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from mapped_tables import refusal, reports, taken
from parley.model import Life

PLAIN = '[columns]\nid = "n"\nevent = "day"\nact = "what"\nactor = "by"\nclaimant = "told by"\ncount = "how many"\n'


def test_claimant_and_alleged_actor_are_never_the_same_question() -> None:
    row, other = reports(
        "n,day,what,by,told by\n1,2031-03-05,mortar fire,KES,ORL\n2,2031-03-06,x,unidentified,unknown\n", PLAIN
    )
    assert (row.act, row.actor, row.claimant, row.count, row.life) == ("shell", "KES", "ORL", None, Life.ALLEGED)
    assert (other.act, other.actor, other.claimant) == ("x", None, None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_headers_and_values_in_other_scripts(encoding: str) -> None:
    how = '[columns]\nevent = "дата"\nact = { column = "подія", table = { "обстріл*" = "shelling" } }\n'
    how += 'place = "місце"\n'
    rows = "дата;подія;місце\n2031-03-05;Обстріл з мінометів;Тамсень\n2031-03-06;обстріл;Верхня Остреля над рікою\n"
    row, _ = reports(rows.encode(encoding), how)
    assert (row.act, row.place.name) == ("shell", "Тамсень")


def test_a_header_in_arabic_with_marks_of_direction() -> None:
    how = '[columns]\nevent = "التاريخ"\ncount = "العدد"\n'
    [row] = reports("\u200fالتاريخ\u200f,العدد\n2031-03-05,٣\n", how)
    assert row.count == 3


def test_columns_may_be_joined_padded_or_taken_in_turn() -> None:
    how = (
        '[columns]\nevent = { columns = ["d", "t"], pad = { t = 4 }, format = "%Y-%m-%d %H%M" }\n'
        'place = { columns = ["town", "village"], first = true }\nnote = ["a", "b"]\n'
    )
    [row] = reports("d,t,town,village,a,b\n2031-03-05,42,,Tamsen,x,y\n", how)
    assert (row.event.earliest.isoformat(), row.place.name, row.note) == ("2031-03-05T00:42:00+00:00", "Tamsen", "x y")


def test_a_flag_names_the_act_and_two_flags_name_none() -> None:
    how = '[columns]\nevent = "day"\nact = { flags = { art = "shell", air = "strike" } }\n'
    rows = reports("day,art,air\n2031-03-05,1,0\n2031-03-05,1,1\n2031-03-05,0,yes\n", how)
    assert [row.act for row in rows] == ["shell", None, "strike"]


def test_a_row_without_an_id_is_known_again_by_what_it_says() -> None:
    how = 'id_prefix = "k-"\n[columns]\nevent = "day"\nact = "what"\n'
    one, other = reports("day,what\n2031-03-05,shelling\n2031-03-06,shelling\n", how)
    [again] = reports("day,what\n2031-03-06,shelling\n", how)
    assert one.id != other.id == again.id


def test_unusable_rows_are_counted_and_told_and_the_rest_is_taken() -> None:
    got = taken(
        "n,day,what,by,told by,how many\n1,2031-03-05,shelling,KES,ORL,2\n2,05/03/2031,shelling,KES,ORL,2\n"
        "3,2031-03-05,shelling,KES,ORL,1e309\n4,,shelling,KES,ORL,1\n5,2031-03-05,shelling,KES,ORL\n\n"
        "6,2031-03-05,shelling,KES,ORL,\n",
        PLAIN,
    )
    assert [report.id for report in got.reports.reports()] == ["1", "6"]
    assert got.rows == 6
    told = [str(one) for one in got.unusable]
    assert told[0].startswith("row 3, column day: it holds '05/03/2031'; say in the mapping which is the day")
    assert (
        told[1]
        == "row 4, column how many: it holds '1e309'; write a whole number, or leave it empty where it is undetermined"
    )
    assert told[2] == "row 5, column day: it does not say when it happened; fill it in"
    assert told[3].startswith("row 6: it has 5 cells and the header 6")
    assert [report.origin for report in got.reports.reports()] == ["reports/x.csv, row 2", "reports/x.csv, row 8"]


def test_swapped_coordinates_and_times_are_said_with_the_mend() -> None:
    how = '[columns]\nevent_earliest = "a"\nevent_latest = "b"\nreported = "r"\nlatitude = "lat"\nlongitude = "lon"\n'
    got = taken(
        "a,b,r,lat,lon\n2031-03-05,2031-03-05,2031-03-06,151.2,-42\n2031-03-05,2031-03-04,2031-03-06,-42,90\n"
        "2031-03-05,2031-03-05,2031-03-04,-42,90\n2031-03-05,2031-03-05,2031-03-06,-42,\n2031-03-05,,,-42,90\n",
        how,
    )
    assert [str(one).partition(": ")[2] for one in got.unusable] == [
        "it holds '151.2', and latitude and longitude look swapped; swap the two back",
        "it begins after it ends: the two look swapped; put the earlier one first",
        "it was reported before it happened; mend the one that is wrong, or swap the two back",
        "it has one coordinate; give both coordinates or neither",
    ]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("", "it is empty; export it again"),
        ("\n\n", "it is empty; export it again"),
        ("a,b\n1,2\n", "it has none of the columns of the mapping x.mapping.toml, but a, b; name another mapping"),
        ("n,day\n1,soon\n", "row 2, column day: not one of its rows can be used: it holds 'soon'; write a date"),
        ('n,day\n1,"2031-03-05\n' + "x" * 1_100_000, "one of its cells has more than 1,000,000 characters"),
        ("[1, 2]", "record 1: it is no object with names"),
        ('{"results": [], "value": []}', "where its records stand is not evident"),
        ('[{"n": NaN}]', "it holds NaN, which is no number"),
        ("[" * 100_000, "it nests too deep"),
        ('[{"n": 1', "it is no JSON"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_sentence(table: str, says: str) -> None:
    assert re.search(re.escape(says), refusal(table, PLAIN))


def test_a_cell_is_words_and_never_a_formula() -> None:
    [row] = reports('n,day,what\n1,2031-03-05,"=HYPERLINK(""x"")"\n', PLAIN)
    assert row.act == '=HYPERLINK("x")'


def test_two_columns_of_one_name_are_both_kept() -> None:
    [row] = reports("n,day,day\n1,2031-03-05,2031-03-06\n", PLAIN)
    assert row.event.earliest.isoformat() == "2031-03-05"


def test_geojson_points_and_records_in_records() -> None:
    how = '[columns]\nid = "id"\nevent = "when/day"\nlatitude = "latitude"\nlongitude = "longitude"\nact = "what"\n'
    feature = {
        "type": "Feature",
        "id": 7,
        "geometry": {"type": "Point", "coordinates": [90.25, -42.125]},
        "properties": {"what": "shelling", "when": {"day": "2031-03-05"}},
    }
    [row] = reports(json.dumps({"type": "FeatureCollection", "features": [feature]}), how)
    assert (row.id, row.place.latitude, row.place.longitude, row.act) == ("7", -42.125, 90.25, "shell")
    assert row.origin == "reports/x.csv, row 1"


def test_json_lines() -> None:
    rows = reports('{"n": "1", "day": "2031-03-05"}\n{"n": "2", "day": "2031-03-06", "how many": 3}\n', PLAIN)
    assert [(row.id, row.count) for row in rows] == [("1", None), ("2", 3)]


KOBO = 'like = "kobo"\n[columns]\nact = "incident/what"\ncount = "incident/how_many"\nactor = "incident/by"\n'


def test_a_kobo_export_as_csv_and_as_json() -> None:
    table = (
        "start;incident/what;incident/by;incident/how_many;_location_latitude;_location_longitude;_id;_uuid;"
        "_submission_time;_submitted_by\n"
        "2031-03-05T10:00:00.000+03:00;shelling;KES;4;-42.1;90.2;17;aa-1;2031-03-05T09:30:00;monitor7\n"
    )
    how = KOBO + 'latitude = "_location_latitude"\nlongitude = "_location_longitude"\n'
    record = {
        "_id": 17,
        "_uuid": "aa-1",
        "start": "2031-03-05T10:00:00.000+03:00",
        "incident/what": "shelling",
        "incident/by": "KES",
        "incident/how_many": "4",
        "_geolocation": [-42.1, 90.2],
        "_submission_time": "2031-03-05T09:30:00",
        "_submitted_by": "monitor7",
    }
    [row] = reports(table, how)
    [same] = reports(json.dumps({"count": 1, "next": None, "results": [record]}), KOBO)
    assert (row.id, row.act, row.count, row.actor, row.claimant) == ("aa-1", "shell", 4, "KES", "monitor7")
    assert row.reported.isoformat() == "2031-03-05T09:30:00+00:00"
    assert row.replace(origin="") == same.replace(origin="")


def test_an_odk_export() -> None:
    how = 'like = "odk-json"\n[columns]\nact = "what"\nlatitude = "spot/latitude"\n'
    how += 'longitude = "spot/longitude"\nradius_m = "spot/accuracy"\n'
    submission = {
        "__id": "uuid:1",
        "__system": {"submissionDate": "2031-03-05T09:30:00.000Z", "submitterId": "5", "submitterName": "monitor7"},
        "start": "2031-03-05T10:00:00.000+03:00",
        "what": "shelling",
        "spot": {"type": "Point", "coordinates": [90.2, -42.1, 0], "properties": {"accuracy": 6.5}},
    }
    [row] = reports(json.dumps({"value": [submission]}), how)
    assert (row.id, row.place.latitude, row.place.radius_m, row.claimant) == ("uuid:1", -42.1, 6.5, "monitor7")


def test_a_field_may_be_said_of_some_rows_alone_and_be_another_in_the_others() -> None:
    how = """[columns]
event = "day"
actor = [{ column = "a", only = { kind = ["raid"] } }, { columns = ["a", "b"], join = " or " }]
counterpart = { column = "b", but = { kind = ["clash", "skirmish"] } }
"""
    table = "day,kind,a,b\n2031-03-01,Raid,KES,ORL\n2031-03-01,clash,KES,ORL\n2031-03-01,,KES,\n"
    found = [(one.actor, one.counterpart) for one in reports(table, how)]
    assert found == [("KES", "ORL"), ("KES or ORL", None), ("KES", None)]


def test_what_the_mapping_calls_unknown_is_no_name_and_leaves_the_cells_beside_it_to_be_read() -> None:
    how = """zone = "UTC"
undetermined = ["NA"]
[columns]
event = { columns = ["day", "hour"], formats = ["%Y%m%d %H:%M", "%Y%m%d"] }
region = "where"
"""
    first, second = reports("day,hour,where\n20310301,NA,NA\n20310301,10:00,North\n", how)
    assert (first.event.earliest, first.place.region) == (dt.date(2031, 3, 1), None)
    assert second.place.region == "North"
