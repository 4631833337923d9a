"""Four standards of fairness, each over a finite set of packages, with all ties.

Gains are counted from a party's reserve. While a reserve is unknown they are counted from the worst
that the allowed packages hold for that party, which overstates them: callers say so.

Nash (1950), "The bargaining problem": the largest product of gains. Kalai and Smorodinsky (1975),
"Other solutions to Nash's bargaining problem": equal shares of each party's ideal gain; on a finite
set, where no package need give equal shares, the package whose smallest share is largest, ties
broken by the next smallest and so on (the lexicographic form of Imai, 1983). Egalitarian (Kalai,
1977): the same with the gains themselves. Utilitarian: the largest sum.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.model import Solutions

from .frontier import frontier, rows
from .table import Integers, Table

_DOUBT = 1e-9
"""Far more than double precision can be off, of the largest number."""


def solve(table: Table, allowed: NDArray[np.bool_]) -> Solutions:
    """The four solutions among allowed packages that leave no party below its reserve.

    Ranges are taken at their middle. Among packages alike by a standard (as when some party can
    gain nothing at all and every product is 0) those are left out that another improves upon.
    """
    middle = table.middle
    points = middle.lowest
    start = disagreement(table, points, allowed)
    acceptable = np.flatnonzero(allowed & (points >= start).all(axis=1))
    candidates = frontier(middle, acceptable)
    if not candidates:
        return Solutions()
    ideal = (points[acceptable] - start).max(axis=0)
    chosen = choose(points[candidates] - start, ideal, table.scale)
    return Solutions(**{name: rows(table, [candidates[place] for place in best]) for name, best in chosen.items()})


def choose(gains: Integers, ideal: Integers, scale: Sequence[int]) -> dict[str, list[int]]:
    """By standard the places of the rows that are best by it, of ``gains`` (packages x parties, scaled) above the
    reserves; ``ideal`` is the most that each party can gain."""
    count = len(gains)
    with_gain = [party for party, best in enumerate(ideal.tolist()) if best]
    shares = gains[:, with_gain].astype(float) / ideal[with_gain].astype(float)
    in_points = gains.astype(float) / np.array(scale, dtype=float)

    def exact_shares(row: int) -> list[Fraction]:
        return sorted(Fraction(int(gains[row, party]), int(ideal[party])) for party in with_gain)

    def exact_points(row: int) -> list[Fraction]:
        return sorted(Fraction(int(gain), factor) for gain, factor in zip(gains[row], scale, strict=True))

    product = shares.prod(axis=1) if len(with_gain) == gains.shape[1] else np.zeros(count)
    return {
        "nash": _best(product, lambda row: _product([int(gain) for gain in gains[row]])),
        "kalai_smorodinsky": _best(shares.min(axis=1) if with_gain else np.zeros(count), exact_shares),
        "egalitarian": _best(in_points.min(axis=1), exact_points),
        "utilitarian": _best(in_points.sum(axis=1), lambda row: sum(exact_points(row), Fraction(0))),
    }


def _best(about: NDArray[np.float64], worth: Callable[[int], Any]) -> list[int]:
    """The places of the largest worth: ``about`` says which can't be it, the exact worth which of the others is."""
    near = np.flatnonzero(about >= about.max() - _DOUBT * max(1.0, float(abs(about).max())))
    worths = {row: worth(row) for row in near.tolist()}
    highest = max(worths.values())
    return [row for row, each in worths.items() if each == highest]


def disagreement(table: Table, points: Integers, allowed: NDArray[np.bool_]) -> Integers:
    """Per party its reserve, or where that is unknown its worst utility among the allowed packages."""
    start = []
    for party in range(points.shape[1]):
        reserve = table.reserve(party)
        worst = int(points[allowed, party].min()) if allowed.any() else 0
        start.append(worst if reserve is None else reserve)
    return np.array(start, dtype=_fitting(start, points))


def nash_packages(table: Table, points: Integers, allowed: NDArray[np.bool_]) -> set[int]:
    """The packages with the largest product of gains in one realisation; empty if none is acceptable."""
    gains = points - disagreement(table, points, allowed)
    acceptable = np.flatnonzero(allowed & (gains >= 0).all(axis=1))
    if not len(acceptable):
        return set()
    gains = gains[acceptable]
    # A party without gains makes the product 0, and must not hide another's that fits no machine word.
    bound = _product([max(int(gain), 1) for gain in gains.max(axis=0)])
    products = gains.astype(np.int64 if bound < 2**62 else object).prod(axis=1)
    return {int(row) for row in acceptable[products == products.max()]}


def _product(numbers: list[int]) -> int:
    result = 1
    for number in numbers:
        result *= number
    return result


def _fitting(values: list[int], like: Integers) -> Any:
    return like.dtype if all(abs(value) < 2**62 for value in values) else object
