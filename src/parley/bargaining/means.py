"""What drawn profiles make of packages, and what they put at stake, for parties whose points nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Spread

from .draws import Draws
from .ranked import utilities_of

_CELLS = 2_000_000
"""So many drawn numbers are held at a time."""
_ENDS = (10, 90)
"""The percentiles between which the middle 80 percent lie."""


def spreads(case: Case, draws: Draws, picks: NDArray[np.intp], parties: Sequence[int]) -> list[dict[str, Spread]]:
    """For each package (a row of option numbers) what the draws make of it, by party, in the party's points.

    Only the numbered ``parties`` are told of.
    """
    found: list[dict[str, Spread]] = []
    size = max(1, _CELLS // max(1, draws.count * len(case.parties)))
    for at in range(0, len(picks) if parties else 0, size):
        drawn = utilities_of(case, draws, picks[at : at + size], slice(None))
        told = {}
        for party in parties:
            points = drawn[:, :, party].astype(float) / draws.units[party]
            told[case.parties[party].id] = (points.mean(axis=0), *np.percentile(points, _ENDS, axis=0))
        for row in range(drawn.shape[1]):
            ends = {id: [_rounded(column[row]) for column in columns] for id, columns in told.items()}
            found.append({id: Spread(mean=mean, low=low, high=high) for id, (mean, low, high) in ends.items()})
    return found or [{}] * len(picks)


def mean_stakes(case: Case, draws: Draws, party: int) -> dict[str, Fraction]:
    """By issue the mean over the draws of what lies between the party's worst and best option."""
    found = {}
    for issue, points in zip(case.issues, draws.points, strict=True):
        own = points[:, :, party]
        found[issue.id] = _rounded(((own.max(axis=1) - own.min(axis=1)).astype(float) / draws.units[party]).mean())
    return found


def _rounded(number: float) -> Fraction:
    return Fraction(round(float(number) * 10_000), 10_000)
