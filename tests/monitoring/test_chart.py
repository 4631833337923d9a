"""Where on the globe a drawing lies makes no difference: turned by any angle it gets the same answers."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from parley.monitoring.chart import Chart, enclosing, meet
from parley.monitoring.geometry import Floats, Region
from parley.monitoring.seam import cut_lines, cut_zones

GEOD = Geod(ellps="WGS84")
ANGLES = st.integers(-180 * 64, 180 * 64).map(lambda number: number / 64)
"""Angles that turn coordinates without rounding them."""
RINGS = {
    "mid": np.array([(0, -43), (1.5, -43), (2, -41.25), (0.5, -41), (0, -43)]),
    "polar": np.array([(0, 80), (90, 82), (180, 85), (270, 82), (360, 80)]),
    "southern": np.array([(0, -75), (-120, -70.5), (-240, -80), (-360, -75)]),
    "wedge": np.array([(0, 85), (30, 85), (30, 90), (0, 90), (0, 85)]),
}


def normal(longitudes: Floats) -> Floats:
    return np.asarray((longitudes + 180) % 360 - 180)


def turned(ring: Floats, angle: float) -> Floats:
    """A ring as people write it: between -180 and 180, wherever it goes."""
    return np.column_stack((normal(ring[:, 0] + angle), ring[:, 1]))


def around(ring: Floats) -> tuple[Floats, Floats]:
    """Points in and about a ring, its corners and the poles among them; to a 64th of a degree."""
    draw = np.random.default_rng(3)
    low, high = ring.min(axis=0), ring.max(axis=0)
    longitudes = np.round(draw.uniform(low[0] - 3, high[0] + 3, 40) * 64) / 64
    latitudes = np.clip(np.round(draw.uniform(low[1] - 3, high[1] + 3, 40) * 64) / 64, -90, 90)
    return np.append(latitudes, (*ring[:, 1], 90, -90)), np.append(longitudes, (*ring[:, 0], 7, 7))


@pytest.mark.parametrize("name", RINGS)
@settings(max_examples=25)
@given(angle=ANGLES)
def test_a_zone_and_its_reports_turned_together_get_the_same_answers(name: str, angle: float) -> None:
    ring = RINGS[name]
    latitudes, longitudes = around(ring)
    radius = np.resize([0.0, 100.0, 3_000.0], len(latitudes))
    here, there = Region([cut_zones([[turned(ring, 0)]])]), Region([cut_zones([[turned(ring, angle)]])])
    moved = normal(longitudes + angle)
    assert (here.inside(latitudes, longitudes) == there.inside(latitudes, moved)).all()
    near, far = here.geodesic(latitudes, longitudes), there.geodesic(latitudes, moved)
    assert near == pytest.approx(far, abs=0.2)
    for metres in (0.0, 15_000.0):
        doubtful = np.abs(np.abs(near - metres) - radius) < 1  # at the limit itself a decimetre may decide
        answers = (one.within(latitudes, at, radius, metres) for one, at in ((here, longitudes), (there, moved)))
        one, other = answers
        assert (one == other)[~doubtful].all()


@given(angle=ANGLES)
def test_a_line_and_its_reports_turned_together_are_as_far_apart(angle: float) -> None:
    line = np.array([(0, -42), (1, -42.5), (2, -41.75)])
    latitudes, longitudes = around(line)
    here, there = Region([cut_lines([line])]), Region([cut_lines([turned(line, angle)])])
    far = there.geodesic(latitudes, normal(longitudes + angle))
    assert here.geodesic(latitudes, longitudes) == pytest.approx(far, abs=0.2)


def test_a_belt_has_two_borders() -> None:
    belt = Region([shapely.box(-180, -2, 180, 2)])
    latitudes, longitudes = np.array([-3.0, 0.5, 1.0, 2.5]), np.array([180.0, -180.0, 77.0, -180.0])
    assert belt.inside(latitudes, longitudes).tolist() == [False, True, True, False]
    degree = GEOD.inv(0, 0, 0, 1)[2]
    assert belt.geodesic(latitudes, longitudes) == pytest.approx(degree * np.array([1, 1.5, 1, 0.5]), rel=1e-4)


def test_the_meridian_is_no_border_of_a_zone_in_two_pieces() -> None:
    zone = Region([shapely.MultiPolygon([shapely.box(179, -18, 180, -16), shapely.box(-180, -18, -179, -16)])])
    to_edge = GEOD.inv(180, -17, 179, -17)[2]
    for longitude in (180.0, -180.0):
        at = zone.exact(-17.0, longitude)
        assert at.inside
        assert at.to_border_m == pytest.approx(to_edge, rel=0.01)


@pytest.mark.parametrize("pole", [90.0, -90.0])
def test_the_pole_is_no_border_of_the_zone_around_it(pole: float) -> None:
    south, north = sorted((pole, pole * 8 / 9))
    zone = Region([shapely.box(-180, south, 180, north)])
    for longitude in (-180.0, -77.7, 0.0, 180.0):
        at = zone.exact(pole, longitude)
        assert at.inside
        assert at.to_border_m == pytest.approx(GEOD.inv(0, pole, 0, pole * 8 / 9)[2], abs=1)


def test_a_zone_that_ends_at_the_meridian_has_its_border_there() -> None:
    western = shapely.box(0, -90, 180, 90)
    zone = Region([western])
    assert zone.exact(0.0, -179.0).to_border_m == pytest.approx(GEOD.inv(180, 0, -179, 0)[2], abs=0.2)
    assert not zone.exact(0.0, -179.0).inside
    both = Region([western, shapely.box(-180, -90, 0, 0)])
    assert both.exact(-10.0, 179.0).to_border_m > 1_000_000
    assert both.exact(10.0, 179.0).to_border_m == pytest.approx(GEOD.inv(179, 10, 180, 10)[2], rel=0.01)


def test_the_whole_globe_has_no_border() -> None:
    globe = Region([shapely.box(-180, -90, 0, 90), shapely.box(0, -90, 180, 90)])
    at = np.array([0.0, 90.0, 12.0]), np.array([180.0, 5.0, -77.0])
    assert globe.inside(*at).all()
    assert (globe.within(*at, np.array([0.0, 5.0, 5e6]), 0.0) == 2).all()
    assert np.isinf(globe.geodesic(*at)).all()


def test_many_points_get_the_answers_of_few_across_the_meridian() -> None:
    draw = np.random.default_rng(9)
    zone = Region([cut_zones([[turned(RINGS["mid"], 179)]])])
    latitudes, longitudes = draw.uniform(-44, -40, 30_000), normal(draw.uniform(177, 184, 30_000))
    radius = np.full(30_000, 500.0)
    many = zone.within(latitudes, longitudes, radius, 2_000.0)
    few = [
        zone.within(latitudes[some], longitudes[some], radius[some], 2_000.0) for some in np.split(np.arange(30_000), 6)
    ]
    assert (many == np.concatenate(few)).all()
    assert {0, 1, 2} == set(many.tolist())


def test_a_chart_counts_as_few_longitudes_anew_as_it_can() -> None:
    for west in (-179, -77, 0, 90, 170):
        at = np.array([west, west + 5.0])
        chart = Chart([shapely.box(west, 0, west + 5, 1)])
        assert (chart.longitudes(at) == at).all()
        assert chart.drawn.bounds[0] == west


def test_boxes_are_enclosed_the_shorter_way() -> None:
    assert enclosing(np.array([(170, 1, 180, 2), (-180, 0, -175, 3.0)])) == (170, 0, 185, 3)
    assert enclosing(np.array([(-10, 1, 10, 2), (90, 0, 95, 3.0)])) == (-10, 0, 95, 3)
    assert enclosing(np.array([(-180, -90, 180, -70.0)])) == (-180, -90, 180, -70)


def test_places_meet_across_the_meridian() -> None:
    east = shapely.box(-180, 0, -178, 1)
    assert meet(shapely.box(179, 0, 180, 1), east)
    assert not meet(shapely.box(179, 0, 179.9, 1), east)
