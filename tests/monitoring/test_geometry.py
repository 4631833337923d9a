"""Distances in metres, held against the geodesic; each cheaper answer against the dearer one."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from parley.monitoring.geometry import Region

LINE = Region([{"type": "LineString", "coordinates": [[89, -42], [90, -42.2], [91, -41.9]]}])
ZONE = Region([{"type": "Polygon", "coordinates": [[[89, -43], [91, -43], [91, -41], [89, -41], [89, -43]],
               [[89.9, -42.1], [90.1, -42.1], [90.1, -41.9], [89.9, -41.9], [89.9, -42.1]]]}])  # fmt: skip
NORTHERN = [[20, 68], [24, 70], [31, 69.5]]
LATITUDES, LONGITUDES = st.floats(-46, -38), st.floats(85, 95)
GEOD = Geod(ellps="WGS84")


@pytest.mark.parametrize(("latitude", "longitude"), [(-42.5, 88.0), (-41.0, 92.0), (-41.5, 88.5)])
def test_the_distance_to_an_end_of_a_line_is_the_geodesic(latitude: float, longitude: float) -> None:
    ends = [GEOD.inv(longitude, latitude, *end)[2] for end in ((89, -42), (91, -41.9))]
    assert LINE.exact(latitude, longitude).to_border_m == pytest.approx(min(ends), abs=0.01)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(69.4, 24.0), (69.01, 22.0), (71.0, 33.0), (60.0, 18.0), (40.0, -100.0), (-69.0, -150.0)],
)
def test_the_distance_to_a_long_edge_is_that_to_the_nearest_of_its_places(latitude: float, longitude: float) -> None:
    places = shapely.get_coordinates(shapely.segmentize(shapely.LineString(NORTHERN), 0.0002))
    far = GEOD.inv(np.full(len(places), longitude), np.full(len(places), latitude), places[:, 0], places[:, 1])[2]
    line = Region([{"type": "LineString", "coordinates": NORTHERN}])
    assert line.exact(latitude, longitude).to_border_m == pytest.approx(far.min(), abs=0.1)


def test_a_hole_is_outside_and_its_rim_is_border() -> None:
    middle, between = ZONE.exact(-42.0, 90.0), ZONE.exact(-42.5, 90.0)
    assert (middle.inside, between.inside) == (False, True)
    assert between.distance_m == 0
    assert middle.distance_m == pytest.approx(8_286, rel=0.01)  # a tenth of a degree of longitude there


@given(latitude=LATITUDES, longitude=LONGITUDES)
def test_the_exact_answer_lies_between_the_rough_ones(latitude: float, longitude: float) -> None:
    for region in (LINE, ZONE):
        (least, most), exact = region.between(latitude, longitude), region.exact(latitude, longitude)
        assert least.to_border_m <= exact.to_border_m <= most.to_border_m
        assert least.inside == most.inside == exact.inside


@given(latitude=LATITUDES, longitude=LONGITUDES, bearing=st.floats(0, 360), step=st.floats(0, 20_000))
def test_who_moves_comes_no_nearer_than_he_walked(
    latitude: float, longitude: float, bearing: float, step: float
) -> None:
    there = GEOD.fwd(longitude, latitude, bearing, step)
    before, after = LINE.exact(latitude, longitude), LINE.exact(there[1], there[0])
    assert abs(before.to_border_m - after.to_border_m) <= step + 0.2


@pytest.mark.parametrize("region", [LINE, ZONE, Region([{"type": "LineString", "coordinates": NORTHERN}])])
@pytest.mark.parametrize("metres", [0.0, 15_000.0, 400_000.0])
def test_many_points_at_once_get_the_answers_that_each_gets_alone(region: Region, metres: float) -> None:
    draw = np.random.default_rng(3)
    west, south, east, north = region.bounds
    longitudes, latitudes = draw.uniform(west - 3, east + 3, 2_500), draw.uniform(south - 3, north + 3, 2_500)
    latitudes[:20], longitudes[:20] = draw.uniform(-80, 80, 20), draw.uniform(-180, 180, 20)
    radius = draw.choice([0.0, 50.0, 3_000.0, 5_000.0, 900_000.0], 2_500)
    distance = region.geodesic(latitudes, longitudes)
    signed = np.where(region.inside(latitudes, longitudes), -distance, distance)
    expected = np.where(signed + radius <= metres, 2, np.where(signed - radius > metres, 0, 1))
    assert (region.within(latitudes, longitudes, radius, metres) == expected).all()
    alone = [region.within(*(one[i : i + 1] for one in (latitudes, longitudes, radius)), metres)[0] for i in range(60)]
    assert alone == expected[:60].tolist()
