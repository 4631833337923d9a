"""What is known of the options of one issue for one party, as bounds on differences.

What is told are lower bounds on differences: "a is worth at least 3" (more than an option worth nothing), "at most
5", "a is better than b". All that follows from them is found as longest paths (Floyd 1962, Warshall 1962; a system
of difference constraints, Cormen and others, "Introduction to Algorithms", 24.4). "Better" is strict: the bound 0
is then approached, never reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[Any]
Edge = tuple[int, int, int, int]
"""``(a, b, least, strict)``: a is worth at least ``least`` more than b; ``strict`` is 1 where more than that."""


class Contradiction(Exception):
    """No values stand in all the orders that were told."""


@dataclass(frozen=True)
class Order:
    """Each option is worth from ``low`` to ``high``, in whole numbers; the last one stands for what is worth nothing.

    ``in_stakes`` says that numbers are shares of what is at stake in the issue, times a number that makes them whole.
    ``paths`` has options x
    options, where a ranking binds them: the least by which one is better than another, and whether that is approached
    and never reached. Without it nothing binds them but their ends.
    """

    low: Integers
    high: Integers
    in_stakes: bool
    paths: tuple[Integers, NDArray[np.bool_]] | None = None

    @property
    def nothing(self) -> int:
        return len(self.low) - 1

    def gain(self, ends: NDArray[np.intp], start: NDArray[np.intp]) -> tuple[Integers, NDArray[np.bool_]]:
        """The least by which each option of ``ends`` beats that of ``start``, and whether it is always more."""
        if self.paths is None:
            found: Integers = np.where(ends == start, 0, self.low[ends] - self.high[start])
            return found, np.zeros(len(ends), dtype=bool)
        least, never = self.paths
        return least[ends, start], never[ends, start]

    @cached_property
    def largest_stake(self) -> int:
        """The most that can lie between two options."""
        if self.nothing < 2:
            return 0
        if self.paths is not None:
            return max(0, -int(self.paths[0][:-1, :-1].min()))
        top, bottom = int(np.argmax(self.high[:-1])), int(np.argmin(self.low[:-1]))
        others = [n for n in range(self.nothing) if n != top]
        found = int(self.high[top]) - min(int(self.low[n]) for n in others)
        if top == bottom:
            found = max(found, max(int(self.high[n]) for n in others) - int(self.low[bottom]))
        return max(0, found)

    @cached_property
    def least_stake(self) -> int:
        """What surely lies between two options."""
        if self.paths is not None:
            return max(0, int(self.paths[0][:-1, :-1].max()))
        return max(0, int(self.low[:-1].max()) - int(self.high[:-1].min()))


def scored_order(bounds: Sequence[tuple[int, int] | None], tiers: Sequence[Sequence[int]]) -> Order:
    """Of options with points from and to (``None``: known by the ranking alone), ranked in ``tiers``."""
    if not tiers:
        low = np.array([*(ends[0] for ends in bounds if ends), 0], dtype=object)
        high = np.array([*(ends[1] for ends in bounds if ends), 0], dtype=object)
        return Order(low, high, False)
    nothing = len(bounds)
    edges: list[Edge] = []
    for option, ends in enumerate(bounds):
        if ends is not None:
            edges += [(option, nothing, ends[0], 0), (nothing, option, -ends[1], 0)]
    return _closed(nothing + 1, [*edges, *_ranked(tiers)], in_stakes=False)


def ranked_order(
    places: Sequence[tuple[int, int]], stake: int, tiers: Sequence[Sequence[int]], better: Iterable[tuple[int, int]]
) -> Order:
    """Of options that are only ranked, in ``tiers`` and by pairs of one that is ``better`` than another.

    An option is worth a share of what is at stake in the issue: from 0 to ``stake``, as its place tells. The one that
    is surely the worst (or all that are equally so) is worth nothing, the one that is surely the best all of it,
    unless its place says otherwise. Where all are equal, nothing is at stake.
    """
    options = len(places)
    ranked = [*_ranked(tiers), *((a, b, 0, 1) for a, b in better)]
    box = [edge for n, (low, high) in enumerate(places) for edge in ((n, options, low, 0), (options, n, -high, 0))]
    alone = _closed(options + 1, [*ranked, *box], in_stakes=True)
    fixed: list[Edge] = []
    above, equal = comparisons(alone)
    for option in range(options):
        low, high = places[option]
        if equal[option].all() and not low:
            fixed.append((options, option, 0, 0))
        elif (above[option] | equal[option]).all() and high == stake:
            fixed.append((option, options, stake, 0))
        elif (above[:, option] | equal[option]).all() and not low:
            fixed.append((options, option, 0, 0))
    return _closed(options + 1, [*ranked, *box, *fixed], in_stakes=True) if fixed else alone


def _ranked(tiers: Sequence[Sequence[int]]) -> list[Edge]:
    edges = []
    for n, tier in enumerate(tiers):
        edges += [(a, b, 0, 0) for a in tier for b in tier if a != b]
        edges += [(a, b, 0, 1) for a in tier for b in (tiers[n + 1] if n + 1 < len(tiers) else ())]
    return edges


def _closed(size: int, edges: Sequence[Edge], in_stakes: bool) -> Order:
    """All that follows. A bound and the number of strict steps to it are one number: bound * unit + steps."""
    unit = 4 * (size + 1)
    far = -2 * (size + 1) * unit * (1 + max((abs(least) for _, _, least, _ in edges), default=0))
    if 4 * -far < 2**62:
        paths: Integers = np.full((size, size), far, dtype=np.int64)
    else:
        paths = np.full((size, size), far, dtype=object)
    np.fill_diagonal(paths, 0)
    for a, b, least, strict in edges:
        paths[a, b] = max(paths[a, b], least * unit + strict)
    for through in range(size):
        step = paths[:, through, None] + paths[None, through, :]
        known = (paths[:, through, None] > far) & (paths[None, through, :] > far)
        paths = np.where(known, np.maximum(paths, step), paths)
        # More strict steps along a path say no more than one does, and must not add up.
        paths = np.where(paths > far, paths // unit * unit + np.minimum(paths % unit, 1), paths)
        if (np.diagonal(paths) > 0).any():
            raise Contradiction
        np.fill_diagonal(paths, 0)
    bounds, never = (paths // unit).astype(object), (paths % unit > 0).astype(bool)
    return Order(bounds[:, -1], -bounds[-1, :], in_stakes, (bounds, never))


def comparisons(order: Order) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Options x options: which are surely better than which, and which are surely worth the same."""
    if order.paths is None:
        least: Integers = order.low[:-1, None] - order.high[None, :-1]
        np.fill_diagonal(least, 0)
        never = np.zeros(least.shape, dtype=bool)
    else:
        least, never = order.paths[0][:-1, :-1], order.paths[1][:-1, :-1]
    at_least = (least >= 0).astype(bool)
    equal = at_least & at_least.T
    return ((least > 0).astype(bool) | (at_least & never)) & ~equal, equal
