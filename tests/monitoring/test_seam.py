"""Drawings across the 180th meridian and around a pole: however they are written, they are the same pieces."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from parley.model import Shape, UnusableInput
from parley.monitoring import load_shapes


def load(kind: str, coordinates: Any) -> Shape:
    [found] = load_shapes(json.dumps({"type": kind, "coordinates": coordinates}).encode(), "annexes/a.geojson")
    return found


def drawn(kind: str, coordinates: Any) -> Any:
    return shape(load(kind, coordinates).geometry)


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def cap(latitude: float, *longitudes: float) -> list[list[float]]:
    return [[longitude, latitude] for longitude in longitudes]


CUT = shapely.union_all([shapely.box(179, -18, 180, -16), shapely.box(-180, -18, -179, -16)])


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("MultiPolygon", [[box(179, -18, 180, -16)], [box(-180, -18, -179, -16)]]),
        ("Polygon", [box(179, -18, -179, -16)]),
        ("Polygon", [box(179, -18, 181, -16)]),
        ("Polygon", [box(-181, -18, -179, -16)]),
        ("Polygon", [box(-179, -18, -181, -16)]),
        ("MultiPolygon", [[box(179, -18, 180, -16)], [box(180, -18, 181, -16)]]),
        ("Polygon", [[[180, -18], [-180, -18], [-179, -18], [-179, -16], [-180, -16], [180, -16], [179, -16],
                      [179, -18], [180, -18]]]),
        ("Polygon", [[[179, -18, 5], [-179, -18, 5], [-179, -16, 5], [179, -16, 5], [179, -18, 5]]]),
    ],
)  # fmt: skip
def test_a_zone_across_the_meridian_is_two_pieces_however_it_is_written(kind: str, coordinates: Any) -> None:
    assert drawn(kind, coordinates).equals(CUT)


def test_corners_keep_the_numbers_that_they_were_written_with() -> None:
    corners = shapely.get_coordinates(drawn("Polygon", [box(179.1, -18.3, -179.7, -16.9)]))
    assert {179.1, 180.0, -180.0, -179.7} == set(corners[:, 0].tolist())


def test_a_hole_lies_on_both_sides_too() -> None:
    zone = drawn("Polygon", [box(179, -18, -179, -16), box(179.9, -17.1, -179.9, -16.9)])
    assert zone.area == pytest.approx(4 - 0.2 * 0.2)
    assert drawn("Polygon", [box(179, -18, -179, -16), box(-179.5, -17.1, -179.4, -16.9)]).area == pytest.approx(3.98)


def test_what_is_written_between_the_meridians_is_kept_as_it_is() -> None:
    written = [[box(179, -18, 180, -16)], [box(-180, -18, -179, -16)]]
    assert load("MultiPolygon", written).geometry == {"type": "MultiPolygon", "coordinates": written}


@pytest.mark.parametrize(
    "ring",
    [
        [*cap(80, -180, -60, 60, 180), [180, 90], [-180, 90], [-180, 80]],
        [[-180, 80], [180, 80], [180, 90], [-180, 90], [-180, 80]],
        cap(80, 0, 120, -120, 0),
        cap(80, 0, -120, 120, 0),
        cap(80, 12.5, 132.5, 252.5, 372.5),
        cap(80, 12.5, 132.5, -107.5, 12.5),
        cap(80, 170, -170, -60, 60, 170),
        [*cap(80, 0, 120, -120, 0), [0, 90], [0, 80]],
    ],
)
def test_a_cap_is_all_around_its_pole_however_it_is_written(ring: Any) -> None:
    assert drawn("Polygon", [ring]).equals(shapely.box(-180, 80, 180, 90))
    southern = [[longitude, -latitude] for longitude, latitude in ring]
    assert drawn("Polygon", [southern]).equals(shapely.box(-180, -90, 180, -80))


def test_a_cap_may_have_holes_the_pole_and_the_meridian_among_them() -> None:
    outer = cap(60, 30, 150, -90, 30)
    assert drawn("Polygon", [outer, cap(80, 0, 120, -120, 0)]).equals(shapely.box(-180, 60, 180, 80))
    holed = drawn("Polygon", [outer, box(170, 65, -170, 66), box(25, 65, 35, 66)])
    assert holed.area == pytest.approx(360 * 30 - 20 - 10)


def test_a_belt_goes_all_around() -> None:
    whole = shapely.box(-180, -10, 180, 10)
    assert drawn("Polygon", [box(-180, -10, 180, 10)]).equals(whole)
    lower, upper = cap(-10, -180, -60, 60, 180), cap(10, 180, 60, -60, -180)
    assert drawn("Polygon", [[*lower, *upper, lower[0]]]).equals(whole)


def test_a_line_goes_the_shorter_way_and_keeps_its_course() -> None:
    line = drawn("LineString", [[178, -42], [-179, -45], [-178, -42]])
    assert [len(one.coords) for one in line.geoms] == [2, 3]
    assert [list(one.coords) for one in line.geoms] == [
        [(178, -42), (180, -44)],
        [(-180, -44), (-179, -45), (-178, -42)],
    ]


@pytest.mark.parametrize(
    ("kind", "coordinates", "says"),
    [
        ("Polygon", [[[0, 10], [120, -10], [-120, 10], [0, 10]]], "either pole"),
        ("Polygon", [cap(80, *range(0, 721, 60))], "Self-intersection|more than once|not on the globe"),
        ("Polygon", [[[179, -18], [-179, -16], [-179, -18], [179, -16], [179, -18]]], "Self-intersection"),
        ("Polygon", [box(179, -18, -179, -16), box(-179.5, -17, -178, -16.5)], "hole that lies over its border"),
        ("MultiPolygon", [[box(179, -18, -179, -16)], [box(-179.5, -18, -178, -16)]], "over one another"),
        ("Polygon", [[[179, -18], [-179, -18], [-179, -16], [179, -16]]], "not closed"),
    ],
)
def test_what_has_no_one_reading_is_refused(kind: str, coordinates: Any, says: str) -> None:
    with pytest.raises(UnusableInput, match=says):
        load(kind, coordinates)


def test_a_ragged_zone_is_cut_without_a_slit() -> None:
    draw = np.random.default_rng(5)
    angles = np.linspace(0, 2 * np.pi, 3_000, endpoint=False)
    far = 0.5 + 0.1 * draw.standard_normal(3_000).cumsum() / 60
    corners = np.column_stack((180 + far * np.cos(angles), 70 + far * np.sin(angles)))
    corners[:, 0] = np.round(np.where(corners[:, 0] > 180, corners[:, 0] - 360, corners[:, 0]), 6)
    ring = [*corners.round(6).tolist(), corners[0].round(6).tolist()]
    found = drawn("Polygon", [ring])
    joined = shapely.union_all([shapely.transform(one, lambda rows: np.column_stack((rows[:, 0] % 360, rows[:, 1])))
                                for one in found.geoms])  # fmt: skip
    assert joined.geom_type == "Polygon"
    assert not joined.interiors
