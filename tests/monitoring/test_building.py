"""Geometries built from arrays are those that shapely builds position by position."""

from __future__ import annotations

from typing import Any

import pytest
from shapely.geometry import shape

from parley.monitoring.building import are_plain, built

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


@pytest.mark.parametrize(
    ("positions", "plain"),
    [
        (RING, True),
        (HIGH, False),
        (MIXED, False),
        ([[90, -42], [True, -42]], False),
        ([[90, -42], [float("inf"), -42]], False),
        ([[90, -42], [10**400, -42]], False),
        ([[-42, 91], [-42, 92]], False),
        ([[179, 0], [-179, 0]], False),
        ([[90, -42], "91,-42"], False),
        ([], False),
    ],
)
def test_plain_positions_are_known_at_once(positions: list[Any], plain: bool) -> None:
    assert are_plain(positions) is plain
