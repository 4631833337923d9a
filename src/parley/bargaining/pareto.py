"""Which of many vectors no other dominates: exact, on whole numbers, without a loop over single vectors.

Divide and conquer (Kung, Luccio and Preparata, "On finding the maxima of a set of vectors", Journal
of the ACM 22, 1975): sorted by the first number, the lower half is filtered by the upper half on the
numbers that remain; with two numbers left a running maximum decides, and small sets are compared pair
by pair. A dominates B if it is nowhere less and somewhere more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[Any]
"""Whole numbers: 64-bit, or Python's own (dtype object)."""

_FEW = 64
"""How many of the likeliest dominators are tried on all vectors before anything else."""
_PAIRS = 1 << 16
"""The most pairs that are compared at once (with p numbers each: so many bytes per number): these fit a processor's
cache, and sixteen times as many take twice the time."""


def nondominated(vectors: Integers) -> NDArray[np.intp]:
    """The places of those rows of ``vectors`` (n x p whole numbers) that no other dominates, in order.

    Rows must be different from one another. O(n log n) for p <= 2, O(n log^(p-2) n) beyond, if few
    numbers of one column are equal; memory O(n).
    """
    rows = ranked(vectors) if vectors.dtype == object else vectors
    order = np.lexsort(tuple(-rows[:, column] for column in reversed(range(rows.shape[1]))))
    return np.sort(order[maxima(rows[order])])


def maxima(rows: Integers) -> NDArray[np.intp]:
    """As :func:`nondominated`, of 64-bit rows that are sorted already: by the first number, then the next, falling."""
    count, width = rows.shape
    if count <= 1 or width == 1:
        return np.arange(min(count, 1), dtype=np.intp)
    if width == 2:
        return _sweep(rows)
    return _maxima(rows, _likely(rows))


def ranked(vectors: NDArray[Any]) -> Integers:
    """Each number replaced by its rank in its column: dominance stays, and any whole numbers fit."""
    columns = [np.unique(vectors[:, column], return_inverse=True)[1] for column in range(vectors.shape[1])]
    return np.stack(columns, axis=1)


def _likely(rows: Integers) -> NDArray[np.intp]:
    """All places but those that the rows of the largest sums dominate: few are left, in most cases."""
    left = np.arange(len(rows), dtype=np.intp)
    if len(rows) <= 4 * _FEW:
        return left
    spread = np.maximum(rows.max(axis=0) - rows.min(axis=0), 1)
    sums = (rows / spread).sum(axis=1)  # only says whom to try first
    strongest = np.argpartition(-sums, _FEW)[:_FEW]
    for tried, one in enumerate(strongest[np.argsort(-sums[strongest])]):
        if tried == _FEW // 8 and len(left) > len(rows) // 2:
            break  # here the rows stand in each other's way too little
        reached = (rows[left] <= rows[one]).all(axis=1)
        reached[left == one] = False
        if reached.any():
            left = left[~reached]
    return left


def _maxima(ranks: Integers, order: NDArray[np.intp]) -> NDArray[np.intp]:
    """The rows of ``order`` (sorted by the first number, largest first) that none of them dominates."""
    if len(order) ** 2 <= _PAIRS:
        return order[~_beaten(ranks[order], ranks[order])]
    middle = len(order) // 2
    upper = _maxima(ranks, order[:middle])
    lower = _maxima(ranks, order[middle:])
    # In the order of all numbers nothing is dominated by what stands behind it.
    return np.concatenate([upper, lower[~_filtered(ranks[lower], ranks[upper], 1)]])


def _filtered(rows: Integers, by: Integers, column: int) -> NDArray[np.bool_]:
    """Which of ``rows`` some row of ``by`` reaches or passes in every number from ``column`` on.

    Whatever is in ``by`` reaches all ``rows`` in the numbers before, and differs from them in one.
    """
    if not len(rows) or not len(by):
        return np.zeros(len(rows), dtype=bool)
    left = rows.shape[1] - column
    if left == 1:
        return np.asarray(rows[:, column] <= by[:, column].max())
    if left == 2:
        return _under(rows[:, column:], by[:, column:])
    if len(rows) * len(by) <= _PAIRS:
        return _reached(rows[:, column:], by[:, column:])
    values = by[:, column]
    least = int(values.min())
    if least == int(values.max()):
        return _where(rows[:, column] <= least, lambda some: _filtered(rows[some], by, column + 1))
    pivot = int(np.partition(values, len(values) // 2)[len(values) // 2])
    pivot = pivot if pivot > least else int(values[values > least].min())
    high, above = values >= pivot, rows[:, column] >= pivot
    found = _where(above, lambda some: _filtered(rows[some], by[high], column))  # the low ones can't reach them
    found |= _where(~above, lambda some: _filtered(rows[some], by[high], column + 1))
    return found | _where(~above & ~found, lambda some: _filtered(rows[some], by[~high], column))


def _where(some: NDArray[np.bool_], found: Callable[[NDArray[np.bool_]], NDArray[np.bool_]]) -> NDArray[np.bool_]:
    """What is found among some rows, as an answer for all of them."""
    result = np.zeros(len(some), dtype=bool)
    if some.any():
        result[some] = found(some)
    return result


def _under(rows: Integers, by: Integers) -> NDArray[np.bool_]:
    """Two numbers left: for each row the largest second number among those that reach its first."""
    order = np.argsort(by[:, 0], kind="stable")
    first = by[order, 0]
    best = np.maximum.accumulate(by[order, 1][::-1])[::-1]
    place = np.searchsorted(first, rows[:, 0], side="left")
    reached = place < len(first)
    found = np.zeros(len(rows), dtype=bool)
    found[reached] = best[place[reached]] >= rows[reached, 1]
    return found


def _sweep(rows: Integers) -> NDArray[np.intp]:
    """Of different rows of two numbers, sorted largest first, those that none dominates."""
    best = np.maximum.accumulate(rows[:, 1])
    kept = np.ones(len(rows), dtype=bool)
    kept[1:] = rows[1:, 1] > best[:-1]
    return np.flatnonzero(kept)


def _reached(rows: Integers, by: Integers) -> NDArray[np.bool_]:
    """Pair by pair: which rows some row of ``by`` reaches in every number."""
    all_reach = np.ones((len(rows), len(by)), dtype=bool)
    for column in range(rows.shape[1]):
        all_reach &= by[:, column] >= rows[:, column, None]
    return np.asarray(all_reach.any(axis=1))


def _beaten(rows: Integers, by: Integers) -> NDArray[np.bool_]:
    """Pair by pair, of one set of different rows: each reaches itself, so what another reaches is reached twice."""
    all_reach = np.ones((len(rows), len(by)), dtype=bool)
    for column in range(rows.shape[1]):
        all_reach &= by[:, column] >= rows[:, column, None]
    return np.asarray(all_reach.sum(axis=1) > 1)
