"""The frontier: the packages that no other package beats for sure.

A package is out if another is at least as good for every party *in every realisation* of the
numbers that are only known as ranges, and better for one of them in every realisation. The unknowns
that two packages share cancel. Read the other way round, a package is on the frontier exactly if
there is a realisation in which it is efficient: put its own uncertain points at their high ends and
all others at their low ends; in that one realisation it does as well as it ever can against every
rival at once, so a package that is beaten there is beaten, by the same rival, everywhere. Without
ranges it is the usual Pareto frontier.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.model import FrontierRow

from .table import Table


def frontier(table: Table, among: NDArray[np.intp]) -> list[int]:
    """Those packages of ``among`` that none of them beats for sure.

    Whoever beats a package stands before it in the order of strength, and "beats" is transitive, so one pass
    against what was kept is enough.
    """
    kept = np.empty(len(among), dtype=np.intp)
    size = 0
    for row in table.by_strength(among).tolist():
        if not len(table.surely_better(row, kept[:size])):
            kept[size] = row
            size += 1
    return sorted(kept[:size].tolist())


def rows(table: Table, packages: list[int]) -> tuple[FrontierRow, ...]:
    """One row per vector of utilities, the first party's best first, with all packages that reach it."""
    tied: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for package in packages:
        vector = zip(table.highest[package].tolist(), table.lowest[package].tolist(), strict=True)
        tied.setdefault(tuple(vector), []).append(package)
    return tuple(
        FrontierRow(utilities=table.utilities(group[0]), packages=tuple(table.package(row) for row in group))
        for _, group in sorted(tied.items(), reverse=True)
    )
