"""What the cells around a border tell without measuring is never wrong, and settles most points."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.monitoring.geometry import Region
from parley.monitoring.raster import Surroundings, touched

CORNERS = np.array([[88.0, -44.5], [89.0, -42.0], [90.0, -42.2], [91.5, -39.0]])
LINE = Region([{"type": "LineString", "coordinates": CORNERS.tolist()}])
AROUND = Surroundings(CORNERS[:-1], CORNERS[1:], (85.0, -46.0, 95.0, -38.0))


@given(
    st.lists(st.tuples(st.floats(-45.9, -38.1), st.floats(85.1, 94.9)), min_size=1, max_size=20),
    st.floats(-1_000, 600_000),
)
def test_farther_and_nearer_are_what_the_geodesic_says(points: list[tuple[float, float]], metres: float) -> None:
    latitudes, longitudes = (np.array(axis) for axis in zip(*points, strict=True))
    distance, asked = LINE.geodesic(latitudes, longitudes), np.full(len(points), metres)
    assert (distance[AROUND.farther(latitudes, longitudes, asked)] > metres).all()
    assert (distance[AROUND.nearer(latitudes, longitudes, asked)] < metres).all()


@pytest.mark.parametrize("metres", [0.0, 5_000.0, 60_000.0])
def test_few_points_stay_in_doubt(metres: float) -> None:
    draw = np.random.default_rng(5)
    latitudes, longitudes = draw.uniform(-46, -38, 2_000), draw.uniform(85, 95, 2_000)
    asked = np.full(2_000, metres)
    settled = AROUND.farther(latitudes, longitudes, asked) | AROUND.nearer(latitudes, longitudes, asked)
    assert settled.mean() > 0.9


def test_edges_touch_the_cells_that_they_cross_and_those_beyond_the_rim_count_to_it() -> None:
    begins, ends = (np.array([0.5, 2.5]), np.array([0.5, 3.5])), (np.array([2.5, 9.0]), np.array([0.5, 3.5]))
    assert touched(begins, ends, (4, 4)).astype(int).tolist() == [[1, 1, 1, 0], [0] * 4, [0] * 4, [0, 0, 1, 1]]
