"""Mapping files: what they may say, what a slip is told, and the ready ones with rows invented for them."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from parley.model import TEAM, Report, Tally, UnusableInput, WrongUsage
from parley.monitoring.incoming import Incoming, fill, header_of, open_table
from parley.monitoring.table import FIRST_IS_DAY
from parley.process.mappings import load_mapping, named_mapping, ready, recognised
from shared import shared

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "mappings.md"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "it maps no column; add [columns]"),
        ('[columns]\nevnt = "day"\n', "line 2: 'evnt' is no field; did you mean 'event'"),
        ('[columns]\nevent = { colum = "day" }\n', "line 2: unknown key 'colum'; did you mean 'column'"),
        ('[columns]\nevent = { zone = "UTC" }\n', "line 2: 'event' says neither a column nor a constant"),
        ('[columns]\nact = { column = "a", table = "acts" }\n', "there is no table 'acts'; add [tables.acts]"),
        ('zone = "Kestria"\n[columns]\nevent = "day"\n', "line 1: the time zone 'Kestria' is not known"),
        ('like = "acleed"\n', "line 1: there is no ready mapping 'acleed'; did you mean 'acled'"),
        ('rows = "events"\n[columns]\nevent = "day"\n', "line 1: 'events' is no row"),
        ('header_row = 0\n[columns]\nevent = "day"\n', "the header's row is counted from 1"),
        ('[columns]\nevent = "day"\n[[parts]]\nblank = "zero"\n', "the key 'name' is missing"),
        ('[[parts]]\nname = "a"\nblank = "zero"\n', "'zero' is not possible for blank"),
        ('retrieved = "soon"\n[columns]\nevent = "day"\n', "'retrieved' is no date"),
        ("[columns", "this is not TOML"),
    ],
)
def test_a_slip_in_a_mapping_is_named_with_its_line(text: str, says: str) -> None:
    with pytest.raises(UnusableInput, match=re.escape(says)) as refused:
        load_mapping(text.encode(), "reports/x.mapping.toml")
    assert str(refused.value).startswith("reports/x.mapping.toml")


def test_a_mapping_builds_on_a_ready_one() -> None:
    own = load_mapping(b'like = "acled"\nretrieved = 2031-04-01\n[columns]\nclaimant = { constant = "ACLED" }\n', "x")
    assert own.fields["act"] == ready()["acled"].fields["act"]
    assert own.fields["claimant"].constant == "ACLED"
    assert (own.retrieved, own.header) == (dt.date(2031, 4, 1), ())


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(WrongUsage, match="did you mean 'acled'"):
        named_mapping("acledd")


def test_every_ready_mapping_is_recognised_by_its_own_header_and_is_in_the_handbook() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, mapping in ready().items():
        assert recognised(mapping.header) is mapping, name
        assert f"| `{name}` |" in page
    assert recognised(["date", "place"]) is None


def taken(name: str, text: str) -> Incoming:
    assert recognised(header_of(text.encode(), "x")) is ready()[name]
    return fill(open_table(text.encode(), "reports/x", ready()[name]), ready()[name], TEAM)


def rows(name: str, text: str) -> list[Report]:
    return list(taken(name, text).reports.reports())


def test_acled() -> None:
    head = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"  # noqa: E501
    text = head + (
        "KST12,05 March 2031,2,Explosions,Shelling/artillery/missile attack,Kestria,Orlavia,Tamsen,-42.1,90.25,2,"
        "The Mirror,Shells fell.,3,1931000000\n"
    )
    [row] = rows("acled", text)
    assert (row.id, row.act, row.actor, row.claimant) == ("acled-KST12", "shell", "Kestria", "The Mirror")
    assert (row.place.radius_m, row.event.earliest) == (25_000, dt.datetime(2031, 2, 27, tzinfo=dt.UTC))
    assert row.reported == dt.datetime.fromtimestamp(1931000000, dt.UTC)
    assert row.note == "Shells fell.; event_type: Explosions; fatalities: 3"


def test_ucdp_ged() -> None:
    head = "id,type_of_violence,conflict_name,side_a,side_b,where_prec,where_coordinates,latitude,longitude,date_prec,date_start,date_end,best,low,high,source_article,source_office\n"  # noqa: E501
    text = head + (
        "9,1,K-O,Kestria,Orlavia,3,Tamsen,-42.1,90.25,1,2031-03-05 00:00:00.000,2031-03-07 00:00:00.000,4,2,9,a,Wire\n"
        "10,1,K-O,Kestria,Orlavia,6,Halvern,-42.0,90.00,1,2031-03-05 00:00:00.000,2031-03-07 00:00:00.000,,,,art,Wire\n"
    )
    near, country = rows("ucdp-ged", text)
    assert (near.id, near.act, near.count, near.place.radius_m) == ("ucdp-9", "kill", 4, 50_000)
    assert near.event.latest is not None
    assert near.event.latest.isoformat().startswith("2031-03-07")
    assert (country.place.latitude, country.place.name, country.count) == (None, "Halvern", None)


def test_viina() -> None:
    text = (
        "viina_version,event_id,event_id_1pd,date,time,asciiname,ADM1_NAME,longitude,latitude,GEO_PRECISION,report_id,"
        "source,url,text,lang\nv,1,2,20310305,14:30,Tamsen,Halvern,90.25,-42.125,ADM3,7,mirror,http://x,Shells,ua\n"
    )
    [row] = rows("viina", text)
    assert (row.id, row.act, row.claimant, row.place.radius_m) == ("viina-1", None, "mirror", 5000)
    assert row.reported == dt.datetime(2031, 3, 5, 12, 30, tzinfo=dt.UTC)
    events = (
        "viina_version,event_id_1pd,date,n_reports,event_ids,sources,asciiname,ADM1_NAME,longitude,latitude,"
        "GEO_PRECISION,t_mil_b,a_rus_b,a_ukr_b,a_rus_init_b,a_ukr_init_b,t_airstrike_b,t_artillery_b\n"
        "v,2,20310305,3,1 5,mirror,Tamsen,Halvern,90.25,-42.125,ADM0,1,0,0,0,0,0,1\n"
    )
    [event] = rows("viina-events", events)
    assert (event.act, event.actor, event.place.latitude) == ("shell", None, None)


@pytest.mark.parametrize(
    ("name", "column", "radius"), [("firms-viirs", "bright_ti4", 265), ("firms-modis", "brightness", 710)]
)
def test_a_hot_spot_is_no_attack(name: str, column: str, radius: float) -> None:
    text = (
        f"latitude,longitude,{column},scan,track,acq_date,acq_time,satellite,instrument,confidence,frp,daynight\n"
        "-42.12501,90.25002,340.1,0.4,0.4,2031-03-05,42,N,VIIRS,n,4.5,N\n"
    )
    [row] = rows(name, text)
    assert (row.act, row.object, row.place.radius_m) == ("record", "heat anomaly", radius)
    assert row.event.earliest == dt.datetime(2031, 3, 5, 0, 42, tzinfo=dt.UTC)


def test_own_columns_in_json() -> None:
    record = {"id": "r1", "event_earliest": "2031-03-05", "act": "shelling", "count": None, "life": "found"}
    [row] = rows("parley", json.dumps([record]))
    assert (row.id, row.act, row.count, row.life.value) == ("r1", "shell", None, "found")


# -- real tables; none of them is part of the project ------------------------------------------------------


def real(name: str) -> Incoming:
    data = shared("data", "monitoring", name).read_bytes()
    mapping = recognised(header_of(data, name))
    assert mapping is not None
    return fill(open_table(data, name, mapping), mapping, TEAM)


def test_claims_stand_side_by_side_and_are_not_summed() -> None:
    got = real("easter_truce_2025_claims.csv")
    found = list(got.reports.reports())
    assert len(found) == got.rows == 15
    assert {(row.claimant, row.actor) for row in found} == {
        ("Ukraine (president)", "Russia"),
        ("Russia (MoD)", "Ukraine"),
    }
    totals = {row.claimant: (row.qualifier, row.count) for row in found if row.act == "violate"}
    assert totals["Ukraine (president)"] == ("more than", 2900)
    assert totals["Russia (MoD)"][1] == 1300


def test_blank_months_are_undetermined_and_noughts_are_noughts() -> None:
    found = list(real("kashmir_loc_cfv_monthly_sectors.csv").reports.reports())
    counts = {row.id: row.count for row in found}
    assert len(found) == 84 * 13
    assert (counts["cfv-2013-03:poonch"], counts["cfv-2013-06:rajouri"], counts["cfv-2013-03:total-cfv"]) == (
        None,
        0,
        0,
    )
    assert len(real("kashmir_loc_cfv_monthly.csv").reports) == 84


def test_relative_words_are_undetermined_and_totals_are_running_totals() -> None:
    table = real("smm_2020_ceasefire_daily_summaries.csv").reports
    by_id = {row.id: row for row in table.reports()}
    assert by_id["smm-179/2020:donetsk"].count is None
    assert by_id["smm-188/2020:donetsk"].count == 0
    totals = [row.count for row in by_id.values() if row.tally is Tally.RUNNING]
    assert totals[:4] == [111, 121, 123, 246]


def test_daily_figures_keep_recovered_bodies_apart() -> None:
    table = real("gaza_casualties_daily.json").reports
    by_id = {row.id: row for row in table.reports()}
    day = {part: by_id[f"casualties-2025-10-11:{part}"].count for part in ("killed", "recovered", "new-in-truce")}
    assert day == {"killed": 471, "recovered": 116, "new-in-truce": 35}
    assert by_id["casualties-2025-10-11:killed-total"].tally is Tally.RUNNING


def test_a_mission_s_day_ends_at_half_past_seven_of_the_day_before_its_report() -> None:
    zone = ZoneInfo("Europe/Kyiv")
    by_id = {row.id: row for row in real("smm_2020_ceasefire_daily_summaries.csv").reports.reports()}
    for number, day in (("192", 12), ("193", 13)):  # says so, and says nothing
        if (row := by_id.get(f"smm-{number}/2020:donetsk")) is not None:
            assert row.event.latest == dt.datetime(2020, 8, day, 19, 30, tzinfo=zone)


def test_an_incident_list_gives_each_dated_row_and_lists_the_others() -> None:
    got = real("ukraine_cir_bellingcat_events_2022.csv")
    assert (got.rows, len(got.reports), len(got.unusable)) == (6650, 6646, 4)
    assert not (got.reports.days & FIRST_IS_DAY == 0).any()


ACLED = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,geo_precision,source\n"


@pytest.mark.parametrize(
    ("kind", "act", "actor", "counterpart"),
    [
        ("Armed clash", "clash", "Kestria or Dorn Front", None),
        ("Non-violent transfer of territory", "occupy", "Kestria", "Dorn Front"),
        ("Peaceful protest", "protest", "Kestria", "Dorn Front"),
        ("Mob violence", "riot", "Kestria", "Dorn Front"),
        ("Violent demonstration", "riot", "Kestria", "Dorn Front"),
        ("Attack", "attack", "Kestria", "Dorn Front"),
    ],
)
def test_acleds_kinds_of_events(kind: str, act: str, actor: str, counterpart: str | None) -> None:
    text = f"{ACLED}K1,2031-03-05T00:00:00,1,{kind},Kestria,Dorn Front,1,M\n"
    [row] = rows("acled", text)
    assert (row.worded or row.act, row.actor, row.counterpart) == (act, actor, counterpart)
    assert row.event.earliest == row.event.latest == dt.date(2031, 3, 5)


def test_in_ucdp_side_a_killed_only_in_one_sided_violence() -> None:
    head = "id,type_of_violence,side_a,side_b,where_prec,date_prec,date_start,date_end,best\n"
    text = head + "".join(
        f"{kind},{kind},Government of Kestria,Dorn Front,1,1,2031-03-01 00:00:00.000,2031-03-02 00:00:00.000,3\n"
        for kind in (1, 2, 3)
    )
    state, without_state, one_sided = rows("ucdp-ged", text)
    either = "Government of Kestria or Dorn Front"
    assert [(one.actor, one.counterpart) for one in (state, without_state)] == [(either, None)] * 2
    assert (one_sided.actor, one_sided.counterpart) == ("Government of Kestria", "Dorn Front")
    assert (state.event.earliest, state.event.latest) == (dt.date(2031, 3, 1), dt.date(2031, 3, 2))
