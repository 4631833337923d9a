"""Days from which on counts were at another level: nobody has to say beforehand when that was.

Optimal partitioning (Jackson et al., *IEEE Signal Processing Letters* 12, 2005; the exact search of which PELT,
Killick et al., *JASA* 107, 2012, is the pruned form) of Poisson counts with their exposures. Costs are divided by the
dispersion that neighbouring counts show among themselves, which no change of level touches, and each change has to
save ``PENALTY * log(n)``: counts vary more than a Poisson's, and what is told as a change should not be weather.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from .rates import Counts

PENALTY = 4.0
_NONE = 1e-300
"""What has a logarithm in place of no counts; it is multiplied by them."""
LEAST_DAYS = 7.0
"""No level lasts less."""


def levels(counts: Counts) -> list[int]:
    """The places in ``counts`` at which a new level begins, in order; exposures are days. Quadratic in the counts."""
    n = len(counts)
    if n < 4 or not counts.number.sum():
        return []
    number = np.concatenate(([0.0], np.cumsum(counts.number)))
    days = np.concatenate(([0.0], np.cumsum(counts.exposure)))
    penalty = PENALTY * math.log(n)
    spread = _dispersion(counts)
    told = np.subtract.outer(number, number)
    whole = np.log(np.maximum(told, _NONE))
    whole -= _logarithms(days.tobytes())
    whole *= told
    whole *= -2 / spread
    whole += penalty
    early = np.minimum(np.searchsorted(days, days - LEAST_DAYS + 1e-9, side="right"), np.arange(n + 1) - 1)
    whole[np.arange(n + 1) >= early[:, None]] = np.inf
    best = np.full(n + 1, np.inf)
    best[0] = -penalty
    came_from = np.zeros(n + 1, dtype=np.int64)
    end = 2
    while end <= n:  # for some ends together, whose levels all begin before the first of them
        beyond = int(np.searchsorted(early, end, side="right"))
        added = whole[end:beyond, :end] + best[:end]
        came_from[end:beyond] = added.argmin(axis=1)
        best[end:beyond] = added.min(axis=1)
        end = beyond
    if not math.isfinite(best[n]):
        return []
    found: list[int] = []
    at = int(came_from[n])
    while at > 0:
        found.append(at)
        at = int(came_from[at])
    return found[::-1]


@lru_cache(maxsize=8)
def _logarithms(days: bytes) -> npt.NDArray[np.float64]:
    """Of the days between an edge and each before it; trends share their days."""
    edges = np.frombuffer(days)
    between = np.subtract.outer(edges, edges)
    return np.log(between, out=np.zeros_like(between), where=between > 0)


def _dispersion(counts: Counts) -> float:
    """The variance over the mean, from what neighbours differ by; 1 is a Poisson's."""
    one, other = counts.number[:-1] / counts.exposure[:-1], counts.number[1:] / counts.exposure[1:]
    both = (counts.number[:-1] + counts.number[1:]) / (counts.exposure[:-1] + counts.exposure[1:])
    expected = both * (1 / counts.exposure[:-1] + 1 / counts.exposure[1:])
    some = expected > 0
    return max(1.0, float(((one - other)[some] ** 2).sum() / expected[some].sum())) if some.any() else 1.0
