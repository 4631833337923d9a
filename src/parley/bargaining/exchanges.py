"""Trades between two issues that help from whatever package holds what they change (log-rolling).

A sum of points changes by what two issues change, whatever the others hold, if no link ties them. So
"this for that" is found once for all packages: it leaves nobody worse off and somebody better wherever
uncertain points lie, and neither half alone does.
"""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from parley.model import Range, Trade

from .coded import Coded
from .trades import MOST, helped
from .turns import Ban, Bonus, Integers, free_options, issues_of

_MOST_CHANGES = 400
"""The most changes of one issue that are paired with those of another: of more those with the largest gains."""


def exchanges(code: Coded) -> tuple[Trade, ...]:
    """The trades with the largest sure gain in all, at most ``MOST``; ``start`` and ``end`` name the two issues alone.

    Gains of different parties are added to put trades in order, and for nothing else. Issues that a link or a
    refused combination ties to others are left out: what their change gives hangs on the rest.
    """
    changes = {issue: _changes(code, issue) for issue in untied(code)}
    found = []
    for one, other in itertools.combinations(changes, 2):
        (first, least_first, most_first), (second, least_second, most_second) = changes[one], changes[other]
        if not len(first) or not len(second):
            continue
        least = least_first[:, None, :] + least_second[None, :, :]
        good = (least >= 0).all(axis=2).astype(bool) & (least > 0).any(axis=2).astype(bool)
        for a, b in np.argwhere(good):
            gain = least[a, b]
            total = sum(float(value) / factor for value, factor in zip(gain.tolist(), code.scale, strict=True))
            found.append((-total, one, other, tuple(first[a]), tuple(second[b]), gain, most_first[a] + most_second[b]))
        found = sorted(found, key=lambda each: each[:5])[: 4 * MOST]
    return tuple(_trade(code, *each[1:]) for each in found[:MOST])


def untied(code: Coded) -> list[int]:
    """The issues that no link and no refused combination ties to others."""
    links: list[Bonus | Ban] = [*code.sums.bonuses, *code.sums.bans]
    tied = {issue for each in links if len(issues_of(each)) > 1 for issue in issues_of(each)}
    tied |= {issue for bonus in code.sums.bonuses for issue in bonus.when}
    return [issue for issue in range(len(code.sums.points)) if issue not in tied]


def _changes(code: Coded, issue: int) -> tuple[list[tuple[int, int]], Integers, Integers]:
    """Each change of one issue that alone helps nobody surely without harm: options, least and most gain by party."""
    points = code.sums.points[issue]
    width = code.sums.widths[issue] if code.sums.widths is not None else np.zeros_like(points)
    free = free_options(code.sums, issue).tolist()
    pairs = [(a, b) for a in free for b in free if a != b]
    if not pairs:
        return [], points[:0], points[:0]
    before, after = (np.array([pair[n] for pair in pairs], dtype=np.intp) for n in (0, 1))
    least = points[after] - points[before] - width[before]
    most = points[after] + width[after] - points[before]
    alone = (least >= 0).all(axis=1).astype(bool)
    helps = (least > 0).any(axis=1).astype(bool) & ~alone
    kept: NDArray[np.intp] = np.flatnonzero(helps)
    if len(kept) > _MOST_CHANGES:
        worth = (least[kept].astype(float) / np.array(code.scale, dtype=float)).sum(axis=1)
        kept = np.sort(kept[np.argsort(-worth, kind="stable")[:_MOST_CHANGES]])
    return [pairs[place] for place in kept.tolist()], least[kept], most[kept]


def _trade(
    code: Coded, one: int, other: int, first: tuple[int, int], second: tuple[int, int], least: Integers, most: Integers
) -> Trade:
    issues = code.case.issues
    moved = ((issues[one], first), (issues[other], second))
    before = {issue.id: issue.options[pair[0]].id for issue, pair in moved}
    after = {issue.id: issue.options[pair[1]].id for issue, pair in moved}
    gains = {
        profile.id: Range(low=code.points(n, least[n]), high=code.points(n, most[n]))
        for n, profile in enumerate(code.case.parties)
    }
    better = [party for party, gain in gains.items() if gain.low > 0]
    why = f"{helped(before, after, better, ', whatever the rest,')}."
    return Trade(start=before, end=after, changes=after, gains=gains, why=why)
