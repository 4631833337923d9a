"""The daily report: a stated hour, each claimant's own counts, places as far as they can be told, coarse for others."""

from __future__ import annotations

import datetime as dt
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.framework import parse
from parley.model import (
    Audience,
    Effort,
    Hindrance,
    Interval,
    Label,
    Life,
    Outcome,
    Report,
    ReportPlace,
    Shape,
    ShapeKind,
    Verdict,
    Watch,
)
from parley.monitoring.daily import Shown, coarsened, daily, hour_of_text, reporting_day, still_to_come
from parley.monitoring.daily.coarse import CELL_DEGREES
from parley.monitoring.daily.telling import hindrance, told

ZONE = dt.timezone(dt.timedelta(hours=3))
HOUR = dt.time(19, 30)
TEXT = parse("---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. The Commission shall meet. {#meet}\n")
SHOWN = Shown(TEXT)
DAYS = reporting_day(dt.date(2031, 3, 6), HOUR, "as asked", dt.datetime(2031, 3, 9, tzinfo=ZONE), ZONE)


def at(day, hour=12, minute=0):
    return dt.datetime(2031, 3, day, hour, minute, tzinfo=ZONE)


def report(id, day=6, hour=12, claimant="KES", told_at=None, **fields):
    event = at(day, hour)
    fields = {"act": "shell", **fields}
    return Report(
        id=id, event=Interval(earliest=event, latest=event), reported=told_at or event, claimant=claimant, **fields
    )


def sector(name, west, east):
    ring = [[west, -42], [east, -42], [east, -41], [west, -41], [west, -42]]
    return Shape(name=name, kind=ShapeKind.REGION, geometry={"type": "Polygon", "coordinates": [ring]})


SECTORS = (sector("West", 89, 90), sector("East", 90, 91))


def day_of(reports, effort=(), drawn=SECTORS, as_of=None, watches=None):
    as_of = as_of or DAYS[0].end
    nothing = Watch(as_of=as_of)
    return daily(TEXT, drawn, reports, effort, watches or (nothing, nothing), DAYS, as_of, zone=ZONE)


def claims(row):
    return {each.claimant: (each.reports, each.before, each.late) for each in row.claims}


# The reporting day ------------------------------------------------------------------------------------


def test_a_reporting_day_ends_at_its_hour_and_the_last_one_that_is_over_is_meant() -> None:
    before, after = (dt.datetime(2031, 3, 6, hour, tzinfo=ZONE) for hour in (19, 20))
    assert reporting_day(None, HOUR, "", before, ZONE)[0].end == dt.datetime(2031, 3, 5, 19, 30, tzinfo=ZONE)
    today, yesterday = reporting_day(None, HOUR, "", after, ZONE)
    assert (today.start, today.end) == (at(5, 19, 30), at(6, 19, 30))
    assert yesterday.end == today.start


def test_a_day_that_is_still_to_come_says_so() -> None:
    day, _ = DAYS
    assert still_to_come(day, day.end, ZONE) == ()
    [running] = still_to_come(day, day.end - dt.timedelta(hours=1), ZONE)
    assert running.startswith("The reporting day is not over by 6 March 2031, 18:30: it ends on 6 March 2031, 19:30")
    [ahead] = still_to_come(day, at(1), ZONE)
    assert ahead.startswith("The reporting day has not begun by 1 March 2031, 12:00: it starts on 5 March 2031, 19:30")


def test_a_day_that_ends_at_midnight_is_the_day_that_is_named() -> None:
    now = dt.datetime(2031, 3, 9, 10, tzinfo=ZONE)
    named, _ = reporting_day(dt.date(2031, 3, 4), dt.time(), "", now, ZONE)
    assert (named.start, named.end) == tuple(dt.datetime(2031, 3, day, tzinfo=ZONE) for day in (4, 5))
    last, _ = reporting_day(None, dt.time(), "", now, ZONE)
    assert last.start == dt.datetime(2031, 3, 8, tzinfo=ZONE)


def test_where_the_clocks_change_a_reporting_day_has_an_hour_less() -> None:
    zone = zoneinfo.ZoneInfo("Europe/Vienna")
    day, _ = reporting_day(dt.date(2031, 3, 30), dt.time(12), "", dt.datetime(2031, 4, 9, tzinfo=zone), zone)
    assert day.end.astimezone(dt.UTC) - day.start.astimezone(dt.UTC) == dt.timedelta(hours=23)


@pytest.mark.parametrize(
    ("sentence", "hour"),
    [
        ("The Commission shall report to the Parties every day as of 19:30.", dt.time(19, 30)),
        ("The Commission shall publish a daily report by 08:00.", dt.time(8)),
        ("The Commission shall report to the Parties within 24 hours.", None),
        ("The Parties shall open the crossing every day by 08:00.", None),
    ],
)
def test_the_hour_is_the_one_at_which_the_text_has_a_daily_report_made(sentence: str, hour: dt.time | None) -> None:
    front = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\nA Commission (the Commission) is established.\n\n"
    assert hour_of_text(parse(f"{front}1. {sentence} {{#one}}\n")) == hour


# What counts ------------------------------------------------------------------------------------------


def test_each_claimant_has_a_count_of_its_own_beside_that_of_the_day_before() -> None:
    place = ReportPlace(latitude=-41.5, longitude=89.5, radius_m=100)
    rows = [report("K-1", place=place), report("O-1", claimant="ORL", place=place), report("K-0", day=5, place=place)]
    [west, _] = day_of(rows).regions
    assert claims(west) == {"KES": (1, 1, 0), "ORL": (1, 0, 0)}
    assert [act.act for act in day_of(rows).acts] == ["shell"]


def test_a_report_belongs_to_the_day_in_which_it_was_made_and_says_that_it_came_late() -> None:
    [late] = day_of([report("K-1", day=2, told_at=at(6))]).reports
    assert late.late
    assert day_of([report("K-1", day=6, told_at=at(7))]).reports == ()
    on_the_hour = day_of([report("K-1", told_at=at(6, 19, 30)), report("K-2", told_at=at(5, 19, 30))])
    assert [each.id for each in on_the_hour.reports] == ["K-1"]


def test_follow_ups_and_what_was_taken_back_are_listed_and_not_counted() -> None:
    rows = [
        report("K-1"),
        report("O-1", claimant="ORL", act="deny", about="K-1"),
        report("K-2", hour=13),
        report("K-3", hour=14, corrects="K-2", count=4),
        report("O-2", claimant="ORL", hour=15, life=Life.WITHDRAWN),
    ]
    found = day_of(rows)
    assert [each.id for each in found.reports] == ["K-1", "O-1", "K-2", "K-3", "O-2"]
    assert next(each for each in found.reports if each.id == "K-2").corrected_by == "K-3"
    assert claims(found.regions[-1]) == {"KES": (2, 0, 0)}
    assert [(each.corrects, each.changes) for each in found.corrections] == [
        ("K-2", ("time: 06 March 2031, 13:00, now 06 March 2031, 14:00", "count: undetermined, now 4"))
    ]


def test_a_revised_report_knows_what_was_corrected_since() -> None:
    rows = [report("K-1"), report("K-2", day=8, corrects="K-1")]
    assert day_of(rows).reports[0].corrected_by is None
    assert day_of(rows, as_of=at(9)).reports[0].corrected_by == "K-2"


# Regions and effort -----------------------------------------------------------------------------------


def test_a_later_row_of_the_same_id_is_a_correction_and_counted_once() -> None:
    first = report("K-1", object="mortar", told_at=at(6, 13))
    again = first.replace(object="howitzer", corrects="K-1", reported=at(6, 14))
    found = day_of([first, again])
    assert [(one.object, one.corrected_by) for one in found.reports] == [("mortar", "K-1"), ("howitzer", None)]
    assert [claim.reports for act in found.acts for claim in act.claims] == [1]
    assert [one.changes for one in found.corrections] == [("thing: mortar, now howitzer",)]
    assert day_of([first.replace(corrects="K-1")]).corrections == ()  # what corrects nothing but itself


def test_a_report_near_the_edge_of_a_region_is_in_none_of_which_anybody_could_tell() -> None:
    rows = [report("K-1", place=ReportPlace(latitude=-41.5, longitude=89.99, radius_m=5_000))]
    [told] = day_of(rows).reports
    assert (told.region, told.perhaps) == (None, ("West", "East"))


def test_without_coordinates_the_name_of_the_region_tells_and_without_drawings_the_sources_own() -> None:
    assert day_of([report("K-1", place=ReportPlace(name="east"))]).reports[0].region == "East"
    own = day_of([report("K-1", place=ReportPlace(region="Upper Valley"))], drawn=())
    assert [region.name for region in own.regions] == ["Upper Valley"]


def test_a_region_that_nobody_watched_says_so_and_one_without_records_does_not() -> None:
    watched = Effort(by="JVC", means="patrol", place="West", window=Interval(earliest=at(6, 8), latest=at(6, 12)))
    west, east = day_of([], [watched]).regions
    assert (west.effort_hours, west.watched_by) == (4.0, ("JVC",))
    assert (east.effort_hours, east.watched_by) == (0.0, ())
    assert day_of([]).regions[0].effort_hours is None


def test_of_a_region_in_which_a_zone_was_watched_that_is_told() -> None:
    zone = sector("Gulf Zone", 90.5, 90.8).replace(kind=ShapeKind.ZONE)
    watched = Effort(by="JVC", means="radar", place="Gulf Zone", window=Interval(earliest=at(6, 8), latest=at(6, 12)))
    west, east = day_of([], [watched], drawn=(*SECTORS, zone)).regions
    assert (west.partly, east.partly, east.effort_hours) == ((), ("Gulf Zone",), 0.0)


@pytest.mark.parametrize(
    ("acts", "blind"),
    [((), ()), (("overfly",), ("fire",)), (("overfly", "fire"), ()), (("attack",), ()), (("shell",), ("fire",))],
)
def test_whoever_looked_may_have_been_blind_for_what_is_banned(acts, blind, framework_of) -> None:
    text = framework_of("1. No Party shall fire at the other Party.\n\n2. No Party shall attack in the Gulf Zone.\n")
    window = Interval(earliest=at(5, 20), latest=at(6, 19))
    effort = [Effort(by="JVC", means="flights", place="West", window=window, acts=acts)]
    nothing = Watch(as_of=DAYS[0].end)
    west, east = daily(text, SECTORS, [], effort, (nothing, nothing), DAYS, DAYS[0].end, zone=ZONE).regions
    assert (west.effort_hours, west.blind) == (23.0, blind)
    assert (east.effort_hours, east.blind) == (0.0, ())  # where nobody looked that is enough to say


# Verdicts, weapons, movement --------------------------------------------------------------------------


def verdict(outcome, reports=()):
    return Verdict(
        obligation="ban/1", provision="ban", bearer="KES", verdict=outcome, reports=reports, why="", would_change=""
    )


def test_a_verdict_is_told_beside_the_one_at_the_start_of_the_day() -> None:
    now, before = (Watch(as_of=at(6), verdicts=(verdict(each),)) for each in (Outcome.BREACHED, Outcome.KEPT))
    [told_now] = day_of([], watches=(now, before)).provisions
    assert (told_now.before, told_now.verdict, told_now.changed) == (Outcome.KEPT, Outcome.BREACHED, True)
    assert day_of([], watches=(now, Watch(as_of=at(5)))).provisions[0].before is None


def test_weapons_say_for_which_provision_they_count_and_how_far_they_stood() -> None:
    line = Shape(
        name="Line", kind=ShapeKind.LINE, geometry={"type": "LineString", "coordinates": [[90, -42], [90, -41]]}
    )
    place = ReportPlace(latitude=-41.5, longitude=90.1, radius_m=50)
    rows = [report(id, act="place", object="howitzer", place=place) for id in ("J-1", "J-2")]
    now = Watch(as_of=at(6), verdicts=(verdict(Outcome.BREACHED, ("J-1",)),))
    first, second = day_of(rows, drawn=(*SECTORS, line), watches=(now, now)).weapons
    assert (first.verdict, first.provision) == (Outcome.BREACHED, "ban")
    assert first.measured == ("8.3 km from the Line (± 50 m)",)
    assert second.verdict is None


def own_line(east, **more):
    drawn = {"type": "LineString", "coordinates": [[east, -42], [east, -41]]}
    return Shape(name="Line", kind=ShapeKind.LINE, geometry=drawn, **more)


@pytest.mark.parametrize(
    ("row", "measured"),
    [
        ({"actor": "KES"}, ("8.3 km from the Line of KES (± 50 m)",)),
        ({"actor": "Orlavia"}, ("16.7 km from the Line of ORL (± 50 m)",)),
        ({"actor": "KES", "object": "mortar"}, ("25.0 km from the Line of KES (± 50 m)",)),
        (
            {},  # nobody is named as its doer
            ("8.3 km from the Line of KES (± 50 m)", "16.7 km from the Line of ORL (± 50 m)"),
        ),
    ],
)
def test_a_weapon_is_measured_from_the_line_that_counts_for_its_party_and_for_it(row, measured) -> None:
    lines = (
        own_line(90, party="KES"),
        own_line(90.4, party="KES", object="mortar"),
        own_line(89.9, party="ORL"),
    )
    place = ReportPlace(latitude=-41.5, longitude=90.1, radius_m=50)
    [weapon] = day_of(
        [report("J-1", **{"act": "place", "object": "howitzer", "place": place, **row})], drawn=lines
    ).weapons
    assert weapon.measured == measured


def test_a_weapon_is_measured_from_the_line_of_its_day() -> None:
    until, since = (Interval(latest=dt.date(2031, 3, 5)), Interval(earliest=dt.date(2031, 3, 6)))
    place = ReportPlace(latitude=-41.5, longitude=90.1)
    lines = own_line(90.4, valid=until), own_line(90, valid=since)
    [weapon] = day_of([report("J-1", act="place", object="howitzer", place=place)], drawn=lines).weapons
    assert weapon.measured == ("8.3 km from the Line (precision not stated)",)


def test_only_what_keeps_monitors_from_moving_is_a_restriction_of_theirs() -> None:
    rows = [
        report("J-1", act="deny-access", object="monitors", note="Delayed: the patrol waited."),
        report("J-2", act="deny-access", object="merchant ship"),
    ]
    assert [(each.report, each.how) for each in day_of(rows).restrictions] == [("J-1", Hindrance.DELAYED)]


@pytest.mark.parametrize(
    ("note", "how"),
    [
        ("Denied at a barrier.", Hindrance.DENIED),
        ("Held up for an hour, then let through.", Hindrance.DELAYED),
        ("Conditioned: without their aircraft.", Hindrance.CONDITIONED),
        (None, Hindrance.NOT_SAID),
    ],
)
def test_how_monitors_were_hindered_is_read_in_their_words(note: str | None, how: Hindrance) -> None:
    assert hindrance(note) is how


def test_seen_heard_and_assessed_stay_as_the_monitors_said() -> None:
    words = "Heard from the post; assessed as outgoing mortar fire. Later seen by a camera."
    assert told(words) == ("heard", "seen", "seen by a camera", "assessed as outgoing mortar fire")
    assert told(None) == ()


# Coarse places ----------------------------------------------------------------------------------------


@given(st.floats(-89.9, 89.9), st.floats(-179.9, 179.9), st.floats(0, 20_000))
def test_a_coarse_place_is_the_same_for_all_of_a_cell_and_its_circle_holds_the_true_one(lat, lon, radius) -> None:
    from pyproj import Geod

    here = report(
        "K-1", place=ReportPlace(latitude=lat, longitude=lon, radius_m=radius, name="Harrowell"), note="A mill."
    )
    [coarse] = coarsened([here], Audience("public"), SHOWN)
    place = coarse.place
    assert (place.name, coarse.note, coarse.origin) == (None, None, "")
    assert place.latitude is not None
    assert place.longitude is not None
    assert abs(place.latitude - lat) <= CELL_DEGREES * 0.51
    assert abs(place.longitude - lon) <= CELL_DEGREES * 0.51
    assert Geod(ellps="WGS84").inv(lon, lat, place.longitude, place.latitude)[2] + radius <= place.radius_m * 1.005
    assert coarsened([coarse], Audience("public"), SHOWN)[0].place.latitude == place.latitude


@pytest.mark.parametrize(("called", "told"), [("bombardment", "bombardment"), ("a barrage on the mill", None)])
def test_of_what_an_act_was_called_no_more_than_a_word_for_it_is_told(called: str, told: str | None) -> None:
    [coarse] = coarsened([report("K-1", worded=called)], Audience("public"), SHOWN)
    assert (coarse.act, coarse.worded) == ("shell", told)


def test_the_team_and_a_party_in_its_own_caucus_are_told_places_as_they_are() -> None:
    place = ReportPlace(latitude=-41.5, longitude=89.5, radius_m=10)
    own = report("K-1", place=place, origin="caucus/KES/reports/own.csv, row 2", note="Seen at the mill.")
    for audience in ("team", "mediator", "party:KES"):
        assert coarsened([own], Audience(audience), SHOWN) == (own,)
    [other] = coarsened(
        [own.replace(origin="reports/shared.csv, row 2", audience=Label("party:KES"))], Audience("party:KES"), SHOWN
    )
    assert (other.place.latitude, other.note) == (-41.45, "Seen.")
