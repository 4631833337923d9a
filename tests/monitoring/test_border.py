"""How far a border is in a straight line through the earth: what is passed over would have been no nearer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from parley.monitoring.border import Border, in_space

Floats = npt.NDArray[np.float64]


def winding(number: int) -> Floats:
    """The corners of two lines of so many each, one after the other, as rows of longitude and latitude."""
    draw = np.random.default_rng(number)
    return np.concatenate([at + draw.normal(0, 0.02, (number, 2)).cumsum(axis=0) for at in ([20, 60], [23, 61])])


def one_by_one(corners: Floats, begins: npt.NDArray[np.int64], points: Floats) -> Floats:
    """Metres from each point to each piece, by asking a thousand places of it."""
    places = in_space(corners[:, 1], corners[:, 0])
    shares = np.linspace(0, 1, 1_001)
    found = np.empty((points.shape[1], len(begins)))
    for column, begin in enumerate(begins.tolist()):
        start, step = places[:, begin], places[:, begin + 1] - places[:, begin]
        along = start[:, None] + step[:, None] * shares
        found[:, column] = np.linalg.norm(points[:, :, None] - along[:, None, :], axis=0).min(axis=1)
    return found


@pytest.mark.parametrize("number", [2, 9, 120])
def test_the_nearest_piece_is_found_whichever_ball_it_lies_in(number: int) -> None:
    corners = winding(number)
    begins = np.delete(np.arange(2 * number - 1), number - 1)
    border = Border(corners, begins, begins // number)
    draw = np.random.default_rng(1)
    points = in_space(draw.uniform(59, 62, 60), draw.uniform(19, 24, 60))
    expected = one_by_one(corners, begins, points)
    metres = border.metres(points)
    assert metres == pytest.approx(expected.min(axis=1), abs=0.5)
    least, most = border.between(points)
    assert (least <= metres).all()
    assert (metres <= most).all()
    near = {pair for rows, pieces in border.near(points, metres + 1_000.0) for pair in zip(rows, pieces, strict=True)}
    assert near >= set(zip(*np.nonzero(expected < metres[:, None] + 999.0), strict=True))
    assert near <= set(zip(*np.nonzero(expected < metres[:, None] + 1_001.0), strict=True))


def test_places_of_the_equator_and_the_pole_are_where_wgs_84_has_them() -> None:
    places = in_space(np.array([0.0, 0.0, 90.0]), np.array([0.0, 90.0, 45.0]))
    axes = np.diag([6_378_137.0, 6_378_137.0, 6_356_752.314])
    assert np.abs(places.T - axes).max() < 0.001
