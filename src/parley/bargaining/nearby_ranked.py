"""What changes from one package to others near it where parties rank: what holds in every profile that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .admissible import WHOLE, Admissible
from .draws import draw_profiles
from .nearby import Gains, Nearby, Picks

_DRAWN, _SEED = 64, 20_011


@dataclass(frozen=True)
class NearbyRanked(Nearby):
    """As :class:`Nearby`, where ``sets`` has what fits each party; of ``code`` only links and red lines count.

    A change that is surely better can be better by as little as one likes: the least gain is then 0, and what tells is
    that no profile that fits makes it 0 or less.
    """

    sets: Sequence[Admissible] = ()

    @property
    def scale(self) -> tuple[int, ...]:
        return tuple(each.scale for each in self.sets)

    def gains(self, start: Picks, ends: Picks) -> Gains:
        found = [each.better(ends.astype(np.intp), start.astype(np.intp)) for each in self.sets]
        least, helped = (np.stack(columns, axis=1) for columns in zip(*found, strict=True))
        return Gains(least, helped)

    def about(self, starts: Picks, ends: Picks) -> NDArray[np.float64]:
        """About how much all parties gain from each start to its end, in the mean of a few drawn profiles."""
        found = np.zeros(len(starts))
        for issue, worth in enumerate(self._means):
            found += worth[ends[:, issue]] - worth[starts[:, issue]]
        return found

    @cached_property
    def _means(self) -> list[NDArray[np.float64]]:
        """By issue and option its mean worth over a few draws: each party's in points of its own, added up."""
        draws = draw_profiles(self.code.case, self.sets, _DRAWN, _SEED)
        units = np.array(draws.units, dtype=float)
        return [(points.mean(axis=0).astype(float) / units).sum(axis=1) for points in draws.points]

    @cached_property
    def span(self) -> NDArray[np.float64]:
        return np.array([max(_span(each), 1.0) for each in self.sets])


def _span(known: Admissible) -> float:
    """About what a party can have at stake in all issues, to put gains in an order."""
    scored = sum(float(order.largest_stake) for order in known.orders if not order.in_stakes)
    if known.shares:
        return scored + float(WHOLE * known.scale)
    stakes = [high * len(group) for chain in known.chains for group, high in zip(chain.groups, chain.high, strict=True)]
    return scored + float(sum(stakes) * known.stake)
