"""Distances in metres, held against the geodesic, and the rough answer against the exact one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from parley.monitoring.geometry import Region

LINE = Region([{"type": "LineString", "coordinates": [[89, -42], [90, -42.2], [91, -41.9]]}])
ZONE = Region([{"type": "Polygon", "coordinates": [[[89, -43], [91, -43], [91, -41], [89, -41], [89, -43]],
               [[89.9, -42.1], [90.1, -42.1], [90.1, -41.9], [89.9, -41.9], [89.9, -42.1]]]}])  # fmt: skip
LATITUDES, LONGITUDES = st.floats(-46, -38), st.floats(85, 95)


@pytest.mark.parametrize(("latitude", "longitude"), [(-42.5, 88.0), (-41.0, 92.0), (-41.5, 88.5)])
def test_the_distance_to_an_end_of_a_line_is_the_geodesic(latitude: float, longitude: float) -> None:
    ends = [Geod(ellps="WGS84").inv(longitude, latitude, *end)[2] for end in ((89, -42), (91, -41.9))]
    assert LINE.exact(latitude, longitude).to_border_m == pytest.approx(min(ends), abs=0.5)


def test_a_hole_is_outside_and_its_rim_is_border() -> None:
    middle, between = ZONE.exact(-42.0, 90.0), ZONE.exact(-42.5, 90.0)
    assert (middle.inside, between.inside) == (False, True)
    assert between.distance_m == 0
    assert middle.distance_m == pytest.approx(8_286, rel=0.01)  # a tenth of a degree of longitude there


@given(latitude=LATITUDES, longitude=LONGITUDES)
def test_the_rough_answer_is_within_its_error(latitude: float, longitude: float) -> None:
    for region in (LINE, ZONE):
        metres, inside, error = region.rough(np.array([latitude]), np.array([longitude]))
        exact = region.exact(latitude, longitude)
        assert abs(metres[0] - exact.to_border_m) <= error[0]
        assert inside[0] == exact.inside or exact.to_border_m <= error[0]


@given(latitude=LATITUDES, longitude=LONGITUDES, bearing=st.floats(0, 360), step=st.floats(0, 20_000))
def test_who_moves_comes_no_nearer_than_he_walked(
    latitude: float, longitude: float, bearing: float, step: float
) -> None:
    there = Geod(ellps="WGS84").fwd(longitude, latitude, bearing, step)
    before, after = LINE.exact(latitude, longitude), LINE.exact(there[1], there[0])
    assert abs(before.to_border_m - after.to_border_m) <= step * 1.001 + 5
