"""Geometries built from arrays are those that shapely builds position by position."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, shape

from parley.monitoring import building
from parley.monitoring.building import Drawn, built, faults, plain

RING = [[90, -42], [91, -42], [91.5, -41], [90, -42]]
HOLE = [[90.5, -41.9], [90.6, -41.9], [90.6, -41.8], [90.5, -41.9]]
HIGH = [[90, -42, 5], [91, -42, 6], [91.5, -41, 7], [90, -42, 5]]
MIXED = [[90, -42], [91, -42, 6], [91.5, -41], [90, -42]]


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Polygon", [RING]),
        ("Polygon", [RING, HOLE]),
        ("Polygon", [HIGH]),
        ("MultiPolygon", [[RING, HOLE], [[[x + 5, y] for x, y in RING]]]),
        ("LineString", RING[:3]),
        ("MultiLineString", [RING[:3], HOLE[:2]]),
    ],
)
def test_they_are_the_same(kind: str, coordinates: list[Any]) -> None:
    geometry = {"type": kind, "coordinates": coordinates}
    assert built(geometry).equals_exact(shape(geometry))
    assert built(geometry).has_z == shape(geometry).has_z


def test_positions_laid_out_before_are_used() -> None:
    laid = plain(RING)
    assert laid is not None
    moved = built({"type": "Polygon", "coordinates": [RING, HOLE]}, {id(RING): laid + 0.01})
    assert moved.equals_exact(
        shape({"type": "Polygon", "coordinates": [[[x + 0.01, y + 0.01] for x, y in RING], HOLE]})
    )


@pytest.mark.parametrize(
    ("positions", "is_plain"),
    [
        (RING, True),
        (HIGH, False),
        (MIXED, False),
        ([[90, -42], [True, -42]], False),
        ([[90, -42], [90, False]], False),
        ([[1, 0], [0.0, 1.0]], True),
        ([[90, -42], [None, -42]], False),
        ([[90, -42], [float("inf"), -42]], False),
        ([[90, -42], [10**400, -42]], False),
        ([[-42, 91], [-42, 92]], False),
        ([[179, 0], [-179, 0]], False),
        ([[90, -42], "91,-42"], False),
        (["90", "42"], False),
        ([90, -42], False),
        ([[90, -42], [91]], False),
        ([], False),
    ],
)
def test_plain_positions_are_known_at_once(positions: list[Any], is_plain: bool) -> None:
    laid = plain(positions)
    assert (laid is not None) is is_plain
    assert laid is None or laid.tolist() == positions


def test_what_was_drawn_is_not_built_again() -> None:
    geometry = built({"type": "Polygon", "coordinates": [RING]})
    drawn = Drawn([RING], geometry)
    assert built({"type": "Polygon", "coordinates": drawn}) is geometry
    assert drawn == [RING]


@pytest.mark.parametrize("at_once", [1, 9, 50_000])
def test_crossings_are_found_however_many_are_looked_through_at_once(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_CORNERS_AT_ONCE", at_once)
    square, bow = Polygon([(0, 0), (1, 0), (1, 1), (0, 1)]), Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    first, crossed, last = faults(iter([square, bow, square]))
    assert (first, last) == (None, None)
    assert crossed is not None
    assert "Self-intersection" in crossed[0]
    assert faults([]) == []


def test_a_border_whose_sides_all_lie_beside_one_another_is_refused_before_it_is_looked_through() -> None:
    drawn = np.random.default_rng(1).uniform([30, 50], [31, 51], (200_000, 2))
    wild = shapely.polygons(np.vstack([drawn, drawn[:1]]))
    angles = np.linspace(0, 2 * np.pi, 200_000)
    round_ = shapely.polygons(np.column_stack([30 + np.cos(angles), 50 + np.sin(angles)]))
    spent = time.process_time()
    crowded, fine = faults([wild, round_])
    assert time.process_time() - spent < 5
    assert fine is None
    assert crowded is not None
    assert "in too many places to find out in good time whether they cross" in crowded[0]
