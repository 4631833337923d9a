"""How many packages meet every reserve, without looking at each: parts that are as good as sure, or lost, are one."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .merging import in_order
from .pareto import ranked
from .turns import Bonus, Combination, Integers, Sums, issues_of, turns

MOST_STATES = 100_000


def count(sums: Sums, least: Sequence[int | None], most: int = MOST_STATES) -> int | None:
    """The packages that no ban refuses and that give each party ``least`` or more; ``None`` if too many parts differ.

    ``sums.points`` are taken as they are (ranges must have been settled). What can't reach a party's least with
    the best of all that is still open is dropped; what reaches it even with the worst counts as just reaching it.
    """
    parties = [party for party, reserve in enumerate(least) if reserve is not None]
    walk = turns(sums)
    whole = math.prod(len(points) for points in sums.points)
    lowest, highest = _still_to_come(sums, [turn.issue for turn in walk], parties)
    wanted = np.array([least[party] for party in parties], dtype=object)
    largest = max([*(abs(int(end)) for ends in (lowest, highest) for row in ends for end in row), *map(abs, wanted), 0])
    dtype = np.int64 if 4 * largest < 2**62 and sums.points[0].dtype != object else object
    vectors: Integers = np.zeros((1, len(parties)), dtype=dtype)
    held = np.zeros((1, 0), dtype=np.int16)
    counts: Integers = np.ones(1, dtype=np.int64 if whole < 2**62 else object)
    for at, turn in enumerate(walk):
        points = sums.points[turn.issue][turn.free][:, parties].astype(dtype)
        vectors = (vectors[None, :, :] + points[:, None, :]).reshape(len(vectors) * len(turn.free), len(parties))
        held, parents = turn.grown(held)
        counts = counts[parents]

        def earn(hit: NDArray[np.bool_], bonus: Bonus, vectors: Integers = vectors) -> None:
            vectors[hit] += bonus.points[parties].astype(dtype)

        kept = turn.settled(held, earn)
        vectors, held, counts = vectors[kept], held[kept][:, list(turn.columns)], counts[kept]
        kept = (vectors + highest[at].astype(dtype) >= wanted.astype(dtype)).all(axis=1).astype(bool)
        enough = (wanted - lowest[at]).astype(dtype)
        vectors, held, counts = _summed(np.minimum(vectors[kept], enough), held[kept], counts[kept])
        if len(vectors) > most:
            return None
    return int(counts.sum()) if len(counts) else 0


def _summed(
    vectors: Integers, held: NDArray[np.int16], counts: Integers
) -> tuple[Integers, NDArray[np.int16], Integers]:
    """Equal rows as one, with the sum of their counts."""
    if not len(vectors):
        return vectors, held, counts
    rows = np.hstack([ranked(vectors) if vectors.dtype == object else vectors, held.astype(np.int64)])
    order = in_order(rows) if rows.shape[1] else np.arange(len(rows))
    rows = rows[order]
    new = np.ones(len(rows), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    starts = np.flatnonzero(new)
    return vectors[order[starts]], held[order[starts]], np.add.reduceat(counts[order], starts)


def matching(sizes: Sequence[int], when: Combination, unless: Combination | None = None) -> int:
    """How many of all packages have all options of ``when``, but not all of ``unless``."""
    found = math.prod(size for issue, size in enumerate(sizes) if issue not in when)
    if unless is None:
        return found
    if any(when.get(issue, option) != option for issue, option in unless.items()):
        return found
    return found - math.prod(size for issue, size in enumerate(sizes) if issue not in {**when, **unless})


def _still_to_come(sums: Sums, order: Sequence[int], parties: Sequence[int]) -> tuple[list[Integers], list[Integers]]:
    """After each issue of ``order`` the least and the most that the rest can still add, by party."""
    lowest, highest = [], []
    for at in range(len(order)):
        rest = order[at + 1 :]
        low = high = np.zeros(len(parties), dtype=object)
        for issue in rest:
            points = sums.points[issue][:, parties].astype(object)
            low, high = low + points.min(axis=0), high + points.max(axis=0)
        for bonus in sums.bonuses:
            if issues_of(bonus) & set(rest):
                points = bonus.points[parties].astype(object)
                low, high = low + np.minimum(points, 0), high + np.maximum(points, 0)
        lowest.append(low)
        highest.append(high)
    return lowest, highest
