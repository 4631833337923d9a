"""What the parties' gains weigh where a standard of fairness is best: the bound that a search is pruned by.

For any weights, no package has a larger weighted sum of gains than the best parts of all blocks together. The
weights at which that bounds a standard most tightly (Lagrange multipliers) are near the optimum of a convex
function of few variables, found by the ellipsoid method (Shor 1977; Yudin and Nemirovskii 1976). Any weights of 0
or more give a true bound: these need not be the very best.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEPS = 1200
_NEAR = 1e-7
_SPREADS = (0.03, 0.1, 0.3)
_EACH = 6
_SEED = 20_011


@dataclass(frozen=True)
class Aim:
    """What is to be as large as can be while nobody falls below its reserve; gains are in units of one each.

    ``least``: the smallest of the gains divided by ``by`` (of the parties where ``by`` is more than 0). ``sum``: the
    sum of the gains times ``by``. ``product``: the sum of the logarithms of the gains.
    """

    kind: str
    by: Floats

    def value(self, gains: Floats) -> Floats:
        """Of each row of ``gains``."""
        if self.kind == "sum":
            return np.asarray(gains @ self.by)
        if self.kind == "product":
            with np.errstate(divide="ignore"):
                return np.asarray(np.log(np.maximum(gains, 0)).sum(axis=1))
        counted = self.by > 0
        return np.asarray((gains[:, counted] / self.by[counted]).min(axis=1))

    def needed(self, weights: Floats, value: float) -> Floats:
        """For each row of ``weights`` what the weighted sum of a package's gains is at least, if it has ``value``."""
        if self.kind == "sum":
            return np.full(len(weights), value)
        if self.kind == "least":
            return np.asarray((weights @ self.by) * value)
        parties = weights.shape[1]  # the arithmetic mean is no smaller than the geometric one
        return np.asarray(parties * np.exp((value + np.log(weights).sum(axis=1)) / parties))

    def bound(self, weights: Floats, most: float) -> float:
        """The largest value of a package whose weighted gains sum up to ``most``."""
        if self.kind == "sum":
            return most
        if self.kind == "least":
            return most / float(weights @ self.by)
        if most <= 0:
            return -np.inf
        return len(weights) * float(np.log(most / len(weights))) - float(np.log(weights).sum())


@dataclass(frozen=True)
class Prices:
    """``weights`` (rows x parties), for each what all blocks can reach (``most``), and the ``bound`` that follows."""

    weights: Floats
    most: Floats
    bound: float


def prices(aim: Aim, blocks: list[Floats], start: Floats) -> Prices:
    """Weights for an aim: the best ones that were found first, others around them, and each party by itself."""
    parties = len(start)

    def reach(weights: Floats) -> tuple[float, Floats]:
        gains = start.copy()
        for block in blocks:
            gains += block[int((block @ weights).argmax())]
        return float(weights @ gains), gains

    best = _tightest(aim, reach, parties)
    draw = np.random.default_rng(_SEED)
    rows = [best]
    for spread in _SPREADS:
        noise = draw.standard_normal((_EACH, parties))
        if aim.kind == "sum":
            rows += list(best + spread * float(best.mean()) * np.abs(noise))
        else:
            rows += list(best * np.exp(spread * noise))
    near = np.array(rows)
    weights = np.vstack([near, np.eye(parties)])
    most = np.array([reach(each)[0] for each in weights])
    return Prices(weights, most, min(aim.bound(each, top) for each, top in zip(near, most, strict=False)))


def _tightest(aim: Aim, reach: Callable[[Floats], tuple[float, Floats]], parties: int) -> Floats:
    def outside(weights: Floats) -> Floats:
        cut = np.zeros(parties)
        cut[int(weights.argmin())] = -1
        return cut

    def bounded(y: Floats) -> tuple[float, Floats]:
        """The bound at ``y`` and the direction in which it grows."""
        if aim.kind == "sum":
            if y.min() < 0:
                return np.inf, outside(y)
            return reach(aim.by + y)
        if aim.kind == "product":
            if y.min() <= 0:
                return np.inf, outside(y)
            most, gains = reach(y)
            return most - float(np.log(y).sum()), gains - 1 / y
        whole = float(y @ aim.by)
        if y.min() < 0:
            return np.inf, outside(y)
        if whole <= 0:
            return np.inf, -aim.by
        most, gains = reach(y)
        return most / whole, gains - most / whole * aim.by

    if aim.kind == "sum":
        _, gains = reach(aim.by)
        if gains.min() >= 0:
            return aim.by  # nobody's reserve is in the way
        y = _ellipsoid(bounded, np.zeros(parties), 10 * float(aim.by.max()))
        return aim.by + y
    if aim.kind == "product":
        return _ellipsoid(bounded, np.full(parties, 2.0 * parties), 10.0 * parties)
    return _ellipsoid(bounded, np.ones(parties), 2.0 * parties)


def _ellipsoid(bounded: Callable[[Floats], tuple[float, Floats]], centre: Floats, radius: float) -> Floats:
    """Where a convex function is least, nearly; a function of one variable gets a second that does nothing."""
    real = len(centre)
    size = max(real, 2)
    at: Floats = np.zeros(size)
    at[:real] = centre
    shape: Any = np.eye(size) * radius**2
    best, least = centre, 1e30
    for _ in range(_STEPS):
        value, slope = bounded(at[:real])
        if value < least:
            best, least = at[:real].copy(), value
        full = np.zeros(size)
        full[:real] = slope
        length = float(full @ shape @ full)
        if not (_NEAR * max(abs(least), 0.01)) ** 2 < length < 1e24:
            break  # no value inside is lower by more than the root of this
        step = shape @ full / np.sqrt(length)
        at = at - step / (size + 1)
        shape = size**2 / (size**2 - 1) * (shape - 2 / (size + 1) * np.outer(step, step))
    return best
