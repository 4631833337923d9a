"""What no other beats for sure, of parts of packages whose points are known only as ranges.

A part is a row of ``low | high`` numbers (what it gives each party at least and at most) and of flags: the
features with uncertain points that it has. Two parts share the unknowns of the features that both have,
so that these cancel: the least that going from B to A gives a party is low(A) - high(B) + the widths of
what they share. A beats B if that is 0 or more for every party and more than 0 for one.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[Any]

MOST_PAIRS = 100_000_000
"""So many pairs of parts are compared at most; it takes some seconds."""
_BLOCK = 256
_EXACT = 2**52
"""Below this all sums of whole numbers are exact in double precision."""


class TooManyPairs(Exception):
    """So many parts beat one another in no way for sure that telling which do takes too long."""


def unbeaten(rows: Integers, flags: NDArray[np.bool_], width: Integers, most: int = MOST_PAIRS) -> NDArray[np.intp]:
    """The places of the rows that none of the others beats; rows with the same numbers and flags stand once.

    ``rows`` is n x 2p, ``flags`` n x features, ``width`` features x p. Who beats a row stands before it
    in the order of the sums of both ends, and "beats" is transitive: one pass against what is kept is enough.
    Raises :class:`TooManyPairs` where that means more than ``most`` comparisons.
    """
    largest = max(int(abs(rows).max()), int(abs(width).sum())) if len(rows) else 0
    kind = np.float64 if 4 * largest < _EXACT else object
    numbers, shares, wide = rows.astype(kind), flags.astype(kind), width.astype(kind)
    order = np.argsort(-_sums(rows), kind="stable")
    kept = np.zeros(0, dtype=np.intp)
    compared = 0
    for at in range(0, len(order), _BLOCK):
        block = order[at : at + _BLOCK]
        compared += len(block) * (len(kept) + len(block))
        if compared > most:
            raise TooManyPairs
        for by in (kept, block):
            block = block[~_beaten(block, by, numbers, shares, wide)]
        kept = np.concatenate([kept, block])
    return np.sort(kept)


def _sums(rows: Integers) -> Integers:
    total = rows.sum(axis=1)
    return np.unique(total, return_inverse=True)[1] if total.dtype == object else total


def _beaten(
    rows: NDArray[np.intp], by: NDArray[np.intp], numbers: Integers, shares: Integers, wide: Integers
) -> NDArray[np.bool_]:
    """Which of ``rows`` some row of ``by`` beats."""
    reached = np.ones((len(rows), len(by)), dtype=bool)
    for column in range(numbers.shape[1]):  # necessary, and quicker to see than the gains
        reached &= numbers[by, column] >= numbers[rows, column][:, None]
    low, others = np.flatnonzero(reached.any(axis=1)), np.flatnonzero(reached.any(axis=0))
    beaten = np.zeros(len(rows), dtype=bool)
    if not len(low):
        return beaten
    better = np.zeros((len(low), len(others)), dtype=bool)
    never_worse = np.ones((len(low), len(others)), dtype=bool)
    parties = wide.shape[1]
    for party in range(parties):
        gain = numbers[by[others], party] - numbers[rows[low], parties + party][:, None]
        gain = gain + (shares[rows[low]] * wide[:, party]) @ shares[by[others]].T
        never_worse &= (gain >= 0).astype(bool)
        better |= (gain > 0).astype(bool)
    beaten[low] = (never_worse & better).any(axis=1)
    return beaten
