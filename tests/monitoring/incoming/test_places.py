"""Where: degrees in any form, the grid, an observer's bearing and range, a name; nothing is guessed."""

from __future__ import annotations

import json
import math
import re

import pyproj
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapped_tables import reports, taken
from parley.model import Candidate, UnusableInput
from parley.monitoring.cells import BadCell
from parley.monitoring.incoming import Gazetteer, load_places
from parley.monitoring.incoming.degrees import read_column, read_degrees, read_point
from parley.monitoring.incoming.extents import covering
from parley.monitoring.incoming.mgrs import Placed, read_mgrs
from parley.monitoring.incoming.polar import read_bearing, read_range, seen_from

GEOD = pyproj.Geod(ellps="WGS84")
PLACES = """name,latitude,longitude,radius_m,within,aliases
Tamsen,-42.0,90.0,500,Halvern,Тамсень;تمسن
Ostrel,-42.5,90.5,,Halvern,
Ostrel,-41.5,91.5,800,Quenland,
"""
GAZETTEER = Gazetteer(load_places(PLACES.encode(), "annexes/places.csv"), ["Gulf Zone"])
NAMED = '[columns]\nevent = "day"\nplace = "where"\nregion = "region"\n'


@pytest.mark.parametrize(
    ("words", "axis", "degrees"),
    [
        ("-42.105", "latitude", -42.105),
        ("42,105 S", "latitude", -42.105),
        ("42°06'18\"S", "latitude", -42.105),
        ("42 06 18 S", "latitude", -42.105),
        ("S42°06.3'", "latitude", -42.105),
        ("42:06:18", "latitude", 42.105),
        ("−42.105", "latitude", -42.105),
        ("090°15′00″ W", "longitude", -90.25),
    ],
)
def test_degrees_are_read_in_every_usual_form(words: str, axis: str, degrees: float) -> None:
    read = read_degrees(words, axis)
    assert read is not None
    assert read.value == pytest.approx(degrees, abs=1e-12)


@pytest.mark.parametrize(
    ("words", "axis", "mend"),
    [
        ("151.2", "latitude", "-90 to 90"),
        ("1e309", "longitude", "-180 to 180"),
        ("42°66'18\"S", "latitude", "below 60"),
        ("42.1 E", "latitude", "look swapped"),
        ("-42.1 S", "latitude", "leave out the sign"),
        ("near the bridge", "latitude", "degrees, minutes and seconds"),
    ],
)
def test_what_are_no_degrees_is_told_the_mend(words: str, axis: str, mend: str) -> None:
    with pytest.raises(BadCell, match=mend):
        read_degrees(words, axis)


@pytest.mark.parametrize(
    "words",
    ["POINT(90.25 -42.105)", "-42.105, 90.25", "-42.105 90.25 120.0 8.5", "42.105 S 90.25 E", "42°06'18\"S, 90°15'E"],
)
def test_a_point_in_one_cell(words: str) -> None:
    placed = read_point(words)
    assert placed is not None
    assert (placed.latitude, placed.longitude) == (pytest.approx(-42.105), pytest.approx(90.25))
    assert placed.radius_m == (8.5 if "8.5" in words else None)


@given(st.floats(-79.5, 83.5), st.floats(-179.9, 179.9))
def test_a_grid_reference_comes_back_to_the_square_it_was_written_for(latitude: float, longitude: float) -> None:
    placed = read_mgrs(written_as_mgrs(latitude, longitude))
    assert placed.radius_m == pytest.approx(math.sqrt(0.5))
    assert GEOD.inv(longitude, latitude, placed.longitude, placed.latitude)[2] <= 0.75


def written_as_mgrs(latitude: float, longitude: float) -> str:
    """A second way, from the letters of the standard's tables, zones of six degrees alone."""
    zone = int((longitude + 180) // 6) + 1
    band = "CDEFGHJKLMNPQRSTUVWX"[min(int((latitude + 80) // 8), 19)]
    crs = (32600 if latitude >= 0 else 32700) + zone
    east, north = pyproj.Transformer.from_crs(4326, crs, always_xy=True).transform(longitude, latitude)
    column = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"][(zone - 1) % 3][int(east // 100_000) - 1]
    rows = "ABCDEFGHJKLMNPQRSTUV" if zone % 2 else "FGHJKLMNPQRSTUVABCDE"
    return f"{zone}{band}{column}{rows[int(north // 100_000) % 20]}{int(east % 100_000):05d}{int(north % 100_000):05d}"


def test_fewer_digits_are_a_larger_square() -> None:
    radii = [read_mgrs(f"54HVF{'1234567890'[: 2 * n]}").radius_m for n in range(6)]
    assert radii == [pytest.approx(size / math.sqrt(2)) for size in (1e5, 1e4, 1e3, 1e2, 10, 1)]


@pytest.mark.parametrize("words", ["54HVF123", "54HIF12", "61HVF12", "54HAF12", "ZAB1234", "54HVA12"])
def test_what_is_no_grid_reference_is_refused(words: str) -> None:
    with pytest.raises(BadCell):
        read_mgrs(words)


@pytest.mark.parametrize(("words", "polar"), [("ZAH1234", True), ("BAN", True), ("ZZZ", False), ("ABC", False)])
def test_only_a_square_of_the_poles_is_told_to_be_one(words: str, polar: bool) -> None:
    with pytest.raises(BadCell) as refused:
        read_mgrs(words)
    assert ("poles" in str(refused.value)) is polar


def test_an_observer_a_bearing_and_a_range_give_a_point_with_its_radius() -> None:
    there = seen_from(Placed(-42.0, 90.0), read_bearing("90", error=5), read_range("4 km", error=0.1))
    assert GEOD.inv(90.0, -42.0, there.longitude, there.latitude)[2] == pytest.approx(4000)
    assert there.radius_m == pytest.approx(
        math.hypot(4400 * math.cos(math.radians(5)) - 4000, 4400 * math.sin(math.radians(5)))
    )


@pytest.mark.parametrize(
    ("words", "degrees", "error"),
    [("310°", 310, 5), ("1600 mils", 90, 5), ("NW", 315, 22.5), ("north-north-east", 22.5, 11.25), ("S", 180, 22.5)],
)
def test_bearings(words: str, degrees: float, error: float) -> None:
    assert read_bearing(words) == (degrees, error)


@pytest.mark.parametrize(
    ("words", "metres"),
    [("3-5 km", (4000, 1000)), ("3 km to 5 km", (4000, 1000)), ("500 m - 1 km", (750, 250)), ("3500 m", (3500, 350)),
     ("1,500 m", (1500, 150)), ("12,345 m", (12345, 1234.5)), ("3,5 km", (3500, 350)), ("1.2 km", (1200, 120))],
)  # fmt: skip
def test_a_range_from_to_is_its_middle_and_half_and_a_comma_before_three_digits_tells_thousands(
    words: str, metres: tuple[float, float]
) -> None:
    assert read_range(words) == metres


def test_with_decimals_behind_a_comma_a_point_tells_thousands() -> None:
    assert read_range("1.500 m", decimal=",") == (1500, 150)
    assert read_range("1,500 km", decimal=",") == (1500, 150)


@pytest.mark.parametrize("words", ["3500", "3", "1,500", "3-5"])
def test_a_range_without_a_unit_is_refused_unless_the_mapping_has_one(words: str) -> None:
    with pytest.raises(BadCell, match="say in what it is measured"):
        read_range(words)
    assert read_range(words, "m")


@pytest.mark.parametrize(
    ("words", "latitude", "longitude", "radius"),
    [("48.0123 37.8021 0 0", 48.0123, 37.8021, None), ("48.0123 37.8021 1500 6", 48.0123, 37.8021, 6),
     ("48 37 20 4.8", 48, 37, 4.8), ("-42.1 90.2 10.5 5.0", -42.1, 90.2, 5), ("48.0123 37.8021 12", 48.0123, 37.8021,
     None), ("48.0123, 37.8021, 0, 7", 48.0123, 37.8021, 7)],
)  # fmt: skip
def test_numbers_behind_a_point_are_altitude_and_accuracy_whole_or_not(
    words: str, latitude: float, longitude: float, radius: float | None
) -> None:
    assert read_point(words) == Placed(latitude, longitude, radius)


@pytest.mark.parametrize(
    "cells",
    [
        ["42.105", "-3", ".5", "5.", "+7.25", "1_0.5"],
        ["1e1", "2.5"],
        ["42.5", "3"],
        ["4,2", "1,5"],
        ["[4", "2]"],
        ["true", "null"],
        ["9" * 400, "1" * 5000],
        ["٤٢.١", "2.5"],
        ["42.5 S", "3.25"],
        ["91.5", "3.25", "unknown"],
        ["nan", "1.0"],
        ["1.0\x00", "2.5"],
        [],
    ],
)
def test_a_column_of_degrees_says_what_its_cells_say(cells: list[str]) -> None:
    numbers, steps, faulty = read_column(cells, "latitude")
    assert len(numbers) == len(steps) == len(cells)
    for place, cell in enumerate(cells):
        if place in faulty:
            with pytest.raises(BadCell, match=re.escape(faulty[place])):
                read_degrees(cell, "latitude")
        else:
            read = read_degrees(cell, "latitude")
            expected = (math.nan, math.nan) if read is None else (read.value, read.step)
            assert (numbers[place], steps[place]) == pytest.approx(expected, rel=1e-15, nan_ok=True)


def test_the_radius_is_of_the_form_of_the_source_or_of_few_decimals() -> None:
    how = (
        '[columns]\nevent = "day"\nlatitude = "lat"\nlongitude = "lon"\n'
        'radius_m = { column = "p", table = { 1 = "500" } }\n'
    )
    rows = reports("day,lat,lon,p\n2031-03-05,-42.1052,90.2,1\n2031-03-05,-42,90,\n2031-03-05,-42.10,90.20,\n", how)
    assert [row.place.radius_m for row in rows] == [500, pytest.approx(55660), None]


def test_a_name_is_a_point_only_if_it_is_one_place() -> None:
    rows = reports(
        "day,where,region\n2031-03-05,ТАМСЕНЬ,\n2031-03-05,Ostrel,\n2031-03-05,Ostrel,Quenland\n"
        '2031-03-05,"Ostrel, Halvern",\n2031-03-05,Ostrell,\n2031-03-05,Gulf Zone,\n',
        NAMED,
        GAZETTEER,
    )
    assert [row.place.latitude for row in rows] == [-42.0, None, -41.5, -42.5, None, None]
    assert [row.place.radius_m for row in rows] == [500, None, 800, None, None, None]
    assert [place.within for place in rows[1].place.candidates] == ["Halvern", "Quenland"]
    assert isinstance(rows[1].place.candidates[0], Candidate)


def test_names_that_are_not_known_or_ambiguous_are_told() -> None:
    notes = taken("day,where,region\n2031-03-05,Ostrel,\n2031-03-05,Tamsn,\n", NAMED, GAZETTEER).notes
    assert "1 row names a place of which there are several (Ostrel)" in notes
    assert "1 row names a place that is not known (Tamsn: Tamsen?)" in notes


def test_nought_nought_is_no_place() -> None:
    how = '[columns]\nevent = "day"\nlatitude = "lat"\nlongitude = "lon"\n'
    got = taken("day,lat,lon\n2031-03-05,0,0\n", how)
    assert got.reports.report(0).place.latitude is None
    assert any("0, 0" in note for note in got.notes)


def test_a_point_that_stands_for_a_country_is_none() -> None:
    how = (
        'no_point = ["none"]\n[columns]\nevent = "day"\nlatitude = "lat"\nlongitude = "lon"\nplace = "where"\n'
        'radius_m = { column = "p", table = { 6 = "none" } }\n'
    )
    [row] = reports("day,lat,lon,where,p\n2031-03-05,-42.1,90.2,Halvern,6\n", how)
    assert (row.place.latitude, row.place.radius_m, row.place.name) == (None, None, "Halvern")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("name,lat\nTamsen,1\n", "no column latitude nor longitude"),
        ("name,latitude,longitude\nTamsen,-42,\n", "row 2: its name or a coordinate is empty"),
        ("name,latitude,longitude\nTamsen,151,90\n", "row 2: it gives no place on the globe; write degrees from -90"),
        ("name,latitude,longitude\nTamsen,1\n", "row 2: it has 2 cells"),
    ],
)
def test_a_gazetteer_with_a_bad_row_is_refused(table: str, says: str) -> None:
    with pytest.raises(UnusableInput, match=re.escape(says)):
        load_places(table.encode(), "annexes/places.csv")


SQUARE = [[90.0, -42.0], [90.2, -42.0], [90.2, -41.9], [90.0, -41.9], [90.0, -42.0]]
"""Corners 16.6 km east and west, and 11.1 km north and south of each other."""


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "LineString", "coordinates": [SQUARE[0], SQUARE[2]]},
        {"type": "MultiPoint", "coordinates": [SQUARE[1], SQUARE[3]]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE[:2] + SQUARE[3:]]]},
        {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [SQUARE]}]},
    ],
)
def test_a_line_or_an_area_is_its_middle_and_the_radius_that_covers_it(geometry: dict[str, object]) -> None:
    circle = covering(geometry)
    assert circle is not None
    assert (circle.latitude, circle.longitude) == (-41.95, 90.1)
    far = [GEOD.inv(90.1, -41.95, *corner)[2] for corner in SQUARE]
    assert circle.radius_m == pytest.approx(max(far), abs=1)


def test_an_area_across_the_180th_meridian_has_its_middle_there() -> None:
    circle = covering({"type": "LineString", "coordinates": [[179.8, 0], [-179.8, 0]]})
    assert circle is not None
    assert abs(circle.longitude) == pytest.approx(180)
    assert circle.radius_m == pytest.approx(22_264, abs=2)


def test_a_report_that_gives_an_area_is_placed_no_more_exactly_than_the_area_is_large() -> None:
    how = '[columns]\nid = "id"\nevent = "day"\nlatitude = "latitude"\nlongitude = "longitude"\nradius_m = "r"\n'
    shapes = {"A": {"type": "Polygon", "coordinates": [SQUARE]}, "B": {"type": "Point", "coordinates": [90, -42]}}
    shapes |= {"C": {"type": "Polygon", "coordinates": [[["east", 1]]]}, "D": {"type": "Polygon", "coordinates": []}}
    features = [
        {"type": "Feature", "properties": {"id": id, "day": "2031-03-05", "r": 50}, "geometry": shape}
        for id, shape in shapes.items()
    ]
    got = taken(json.dumps({"type": "FeatureCollection", "features": features}), how)
    placed = {one.id: (one.place.latitude, one.place.radius_m) for one in got.reports.reports()}
    assert placed == {"A": (-41.95, pytest.approx(10_000, abs=30)), "B": (-42.0, 50.0), "D": (None, None)}
    assert any(note.startswith("1 row gives a line or an area") for note in got.notes)
    [fault] = got.unusable
    assert (fault.row, fault.column) == (3, "latitude")
    assert "Polygon: it is no geometry" in fault.why
