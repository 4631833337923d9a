"""Whether the Nash package stays the best when the uncertain points move within their ranges."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from parley.model import Robustness

from .solutions import nash_packages
from .table import Table, total

CORNERS_OF = 12
"""Up to so many uncertain points every combination of their ends is tried (4,096)."""

SAMPLES = 500
SEED = 20_011


def robustness(table: Table, allowed: NDArray[np.bool_]) -> Robustness:
    """Whether one of the Nash packages is a Nash package in every realisation tried.

    Realisations put each uncertain point at its low or its high end: all of them for up to
    ``CORNERS_OF`` points, else ``SAMPLES`` drawn with a fixed seed. Unknown reserves have no ends to
    try: while there are any, the answer is no better than "cannot tell", unless a range alone
    already overturns the choice.
    """
    unknown = [profile.id for profile in table.case.parties if profile.reserve is None]
    ranges = len(table.unknowns)
    uncertain = ranges + len(unknown)
    chosen = nash_packages(table, table.middle.lowest, allowed)
    if not chosen:
        return Robustness(uncertain=uncertain, why="There is no Nash package to test.")
    if not uncertain:
        return Robustness(uncertain=0, nash_stable=True, why="No number is uncertain.")
    ends, how = _ends(ranges)
    stable = all(chosen := _still(table, allowed, end, chosen) for end in ends)
    sentences = []
    if not stable:
        sentences.append(f"The Nash package changes within the ranges ({how} tried).")
    elif ranges:
        sentences.append(f"The same Nash package holds at {how} of the {ranges} uncertain points.")
    if unknown:
        sentences.append(
            f"The reserve of {' and '.join(unknown)} is unknown: another reserve may choose another package."
        )
    return Robustness(
        uncertain=uncertain, nash_stable=False if not stable else None if unknown else True, why=" ".join(sentences)
    )


def _ends(ranges: int) -> tuple[Iterable[tuple[bool, ...]], str]:
    if ranges <= CORNERS_OF:
        return itertools.product((False, True), repeat=ranges), f"all {2**ranges} combinations of the ends"
    draw = random.Random(SEED)
    drawn = (tuple(draw.random() < 0.5 for _ in range(ranges)) for _ in range(SAMPLES))
    return drawn, f"{SAMPLES} sampled combinations of the ends (seed {SEED})"


def _still(table: Table, allowed: NDArray[np.bool_], end: tuple[bool, ...], chosen: set[int]) -> set[int]:
    points = table.low.copy()
    for (feature, party), high in zip(table.unknowns, end, strict=True):
        if high:
            points[feature, party] += table.width[feature, party]
    return chosen & nash_packages(table, total(table.features, points), allowed)
