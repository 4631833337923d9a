"""Whether the Nash package stays the best when the uncertain points move within their ranges."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.model import Robustness

from .solutions import nash_packages
from .table import Integers, Table, total
from .zone_words import reserves_unknown

CORNERS_OF = 12
"""Up to so many uncertain points every combination of their ends is tried (4,096)."""

End = tuple[bool, ...]
"""Of each uncertain point whether it is at its high end."""

SAMPLES = 500
SEED = 20_011


def robustness(table: Table, allowed: NDArray[np.bool_]) -> Robustness:
    """Whether one of the Nash packages is a Nash package in every realisation tried."""

    def nash(end: End | None) -> set[int]:
        points = table.middle.lowest if end is None else _realised(table, end)
        return nash_packages(table, points, allowed)

    unknown = [profile.id for profile in table.case.parties if profile.reserve is None]
    return stability_of_nash(nash, len(table.unknowns), unknown, 2**CORNERS_OF, SAMPLES)


def stability_of_nash(
    nash: Callable[[End | None], set[Any] | None], ranges: int, unknown: Sequence[str], corners: int, samples: int
) -> Robustness:
    """How long one of the Nash packages stays one.

    ``nash`` gives the Nash packages with ``ranges`` uncertain points each at its high end or not, or (``None``) at
    the middle of all; ``None`` where it isn't proven which they are. All ends are tried where these are no more than
    ``corners``, else ``samples`` drawn with a fixed seed. Unknown reserves have no ends to try: while the
    reserve of some party is ``unknown``, the answer is no better than "cannot tell", unless a range alone already
    overturns the choice.
    """
    uncertain = ranges + len(unknown)
    chosen = nash(None)
    if chosen is None:
        return Robustness(uncertain=uncertain, why="Not tested: which packages are Nash packages is not proven.")
    if not chosen:
        return Robustness(uncertain=uncertain, why="There is no Nash package to test.")
    if not uncertain:
        return Robustness(uncertain=0, nash_stable=True, why="No number is uncertain.")
    ends, how = _ends(ranges, corners, samples)
    proven = True
    for end in ends:
        there = nash(end)
        proven = proven and there is not None
        chosen = chosen if there is None else chosen & there
        if not chosen:
            break
    sentences = []
    if not chosen:
        sentences.append(f"The Nash package changes within the ranges ({how} tried).")
    elif not proven:
        sentences.append(f"At some of {how} it is not proven which packages are Nash packages.")
    elif ranges:
        sentences.append(f"The same Nash package holds at {how} of {_points(ranges)}.")
    if unknown:
        sentences.append(f"{reserves_unknown(unknown)}: another reserve may choose another package.")
    stable = False if not chosen else None if unknown or not proven else True
    return Robustness(uncertain=uncertain, nash_stable=stable, why=" ".join(sentences))


def _points(ranges: int) -> str:
    return "the one uncertain point" if ranges == 1 else f"the {ranges} uncertain points"


def _ends(ranges: int, corners: int, samples: int) -> tuple[Iterable[End], str]:
    if 2**ranges <= corners:
        return itertools.product((False, True), repeat=ranges), f"all {2**ranges} combinations of the ends"
    draw = random.Random(SEED)
    drawn = (tuple(draw.random() < 0.5 for _ in range(ranges)) for _ in range(samples))
    return drawn, f"{samples} sampled combinations of the ends (seed {SEED})"


def _realised(table: Table, end: End) -> Integers:
    points = table.low.copy()
    for (feature, party), high in zip(table.unknowns, end, strict=True):
        if high:
            points[feature, party] += table.width[feature, party]
    return total(table.features, points)
