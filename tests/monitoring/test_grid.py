"""The grid gives the answers of the zones themselves, and a second engine's."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from parley.monitoring.grid import Grid


def star(middle: tuple[float, float], corners: int, draw: np.random.Generator) -> shapely.Polygon:
    """A jagged zone around a point, in degrees."""
    angles = np.linspace(0, 2 * math.pi, corners, endpoint=False)
    reach = draw.uniform(0.2, 1.5) * (1 + 0.5 * draw.uniform(-1, 1, corners))
    return shapely.Polygon(np.column_stack((middle[0] + reach * np.cos(angles), middle[1] + reach * np.sin(angles))))


def stars(number: int, corners: int, seed: int) -> list[shapely.Polygon]:
    draw = np.random.default_rng(seed)
    return [star((draw.uniform(88, 92), draw.uniform(-44, -40)), corners, draw) for _ in range(number)]


def found(grid: Grid, x: np.ndarray, y: np.ndarray) -> set[tuple[int, int]]:
    points, zones = grid.pairs(x, y)
    told = list(zip(points.tolist(), zones.tolist(), strict=True))
    assert len(told) == len(set(told)), "a pair told twice"
    return set(told)


def asked(zones: list[shapely.Geometry], x: np.ndarray, y: np.ndarray) -> set[tuple[int, int]]:
    return {(point, number) for number, zone in enumerate(zones)
            for point in np.flatnonzero(shapely.intersects_xy(zone, x, y)).tolist()}  # fmt: skip


def scattered(number: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    return draw.uniform(85, 95, number), draw.uniform(-47, -37, number)


@given(seed=st.integers(0, 10_000), corners=st.integers(3, 60), points=st.sampled_from([1, 100, 100_000]))
def test_the_answers_are_those_of_the_zones(seed: int, corners: int, points: int) -> None:
    zones = stars(5, corners, seed)
    x, y = scattered(400, seed)
    assert found(Grid(zones, points), x, y) == asked(zones, x, y)


def test_corners_edges_and_the_rim_of_the_grid_are_inside() -> None:
    square = shapely.box(90, -43, 91, -42)
    x, y = np.array([90, 91, 90.5, 90, 91.000001]), np.array([-43, -42, -42, -42.3, -42.5])
    assert found(Grid([square, shapely.Polygon()]), x, y) == {(0, 0), (1, 0), (2, 0), (3, 0)}


def test_points_along_a_border_and_in_holes() -> None:
    holed = shapely.Polygon(shapely.box(88, -44, 92, -40).exterior.coords, [shapely.box(89, -43, 90, -42).exterior])
    two = shapely.MultiPolygon([shapely.box(93, -44, 94, -43), shapely.box(94.5, -44, 95, -43)])
    rim = np.array([place for ring in shapely.get_rings([holed, *two.geoms]) for place in ring.segmentize(0.01).coords])
    x, y = np.concatenate([rim[:, 0], rim[:, 0] + 1e-9]), np.concatenate([rim[:, 1], rim[:, 1] - 1e-9])
    assert found(Grid([holed, two]), x, y) == asked([holed, two], x, y)


def test_a_border_longer_than_the_grid_has_cells_only_makes_it_coarser() -> None:
    teeth = [(88 + 4 * tooth / 2_000, -44 + 3 * (tooth % 2)) for tooth in range(2_001)]
    comb = shapely.Polygon([*teeth, (92, -45), (88, -45)])
    x, y = scattered(1_000, 3)
    assert found(Grid([comb]), x, y) == asked([comb], x, y)


@pytest.mark.parametrize("zones", [[], [shapely.Polygon()]])
def test_no_zone_holds_nothing(zones: list[shapely.Polygon]) -> None:
    assert found(Grid(zones), *scattered(10, 1)) == set()


def test_a_point_without_coordinates_is_nowhere() -> None:
    square = shapely.box(90, -43, 91, -42)
    assert found(Grid([square]), np.array([np.nan, 90.5, np.inf]), np.array([-42.5, np.nan, -42.5])) == set()


def test_a_second_engine_answers_the_same() -> None:
    sedonadb = pytest.importorskip("sedonadb")
    pandas = pytest.importorskip("pandas")
    zones = stars(20, 200, 5)
    x, y = scattered(20_000, 5)
    engine = sedonadb.connect()
    engine.create_data_frame(pandas.DataFrame({"zone": range(20), "wkt": shapely.to_wkt(zones, -1)})).to_view("zones")
    engine.create_data_frame(pandas.DataFrame({"point": range(len(x)), "x": x, "y": y})).to_view("points")
    told = engine.sql(
        "SELECT p.point, z.zone FROM (SELECT point, ST_Point(x, y) g FROM points) p "
        "JOIN (SELECT zone, ST_GeomFromText(wkt) g FROM zones) z ON ST_Intersects(z.g, p.g)"
    ).to_pandas()
    assert found(Grid(zones), x, y) == set(zip(told["point"].tolist(), told["zone"].tolist(), strict=True))


def test_swarms_are_answered_batch_by_batch() -> None:
    zones = stars(3, 40, 9)
    x, y = scattered(300_000, 9)
    batches = [points for points, _ in Grid(zones).batches(x, y)]
    assert all(one.max() < other.min() for one, other in pairwise(batches))
    assert found(Grid(zones), x, y) == asked(zones, x, y)
