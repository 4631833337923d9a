"""From any package onwards: single changes that worsen nobody, step by step; then trades of several brackets.

A step changes one bracket so that in every realisation of uncertain points nobody is worse off and somebody better,
and breaks no red line that wasn't broken. Where no such step is left, two brackets changed together may still help
(log-rolling): each change alone costs somebody something, both together nobody.
"""

from __future__ import annotations

import itertools

import numpy as np

from parley.model import Choice, ImprovementPath, PathStep, Trade

from .nearby import Nearby, Picks
from .trades import MOST

MOST_STEPS = 200
_MOST_ALONE = 400
"""Of more changes of one bracket those that help most are paired."""
_CHUNK = 20_000


def improvement_path(near: Nearby, start: Choice) -> ImprovementPath:
    """The steps from ``start`` until no change of one bracket helps.

    Of several steps the one comes first that betters the most parties, then the one whose smallest gain is the
    largest share of what that party can gain and lose in all; so the order is the same every time. ``next`` is the
    trade that leads on from the end, if two brackets changed together do.
    """
    at = near.picks(start)
    broken = near.breaks_in_words(at)
    steps: list[PathStep] = []
    while len(steps) < MOST_STEPS and (end := _step(near, at)) is not None:
        before, after = near.package(at), near.package(end)
        [issue] = [id for id, option in after.items() if before[id] != option]
        gains, why = near.change(at, end)
        steps.append(PathStep(issue=issue, before=before[issue], after=after[issue], gains=gains, why=f"{why}."))
        at = end
    further = trades_from(near, at, 1) if len(steps) < MOST_STEPS else ()
    said = [f"The start breaks {broken}."] if broken else []
    if not steps:
        said.append("No change of one bracket alone is better for somebody and worse for nobody.")
    elif len(steps) == MOST_STEPS:
        said.append(f"The first {MOST_STEPS} steps; there are more.")
    else:
        count = "1 step" if len(steps) == 1 else f"{len(steps)} steps"
        said.append(f"{count}, each better for somebody and worse for nobody; then no change of one bracket alone is.")
    if further:
        said.append(f"From there two help together: {further[0].why}")
    following = next(iter(further), None)
    return ImprovementPath(start=start, steps=tuple(steps), end=near.package(at), next=following, why=tuple(said))


def _step(near: Nearby, at: Picks) -> Picks | None:
    ends = near.single_changes(at)
    if not len(ends):
        return None
    gains = near.gains(at, ends)
    better = near.improvements(at, ends, gains)
    if not len(better):
        return None
    shares = gains.least[better].astype(float) / near.span
    helped = gains.helped[better]
    smallest = np.where(helped, shares, np.inf).min(axis=1)
    first = min(range(len(better)), key=lambda n: (-helped[n].sum(), -smallest[n], -shares[n].sum(), better[n]))
    found: Picks = ends[better[first]]
    return found


def trades_from(near: Nearby, at: Picks, most: int = MOST) -> tuple[Trade, ...]:
    """The trades of two brackets that start at a package, those with the largest gains first (as shares of what each
    party can gain and lose, to put them in order and for nothing else)."""
    alone = near.single_changes(at)
    if not len(alone):
        return ()
    helps = np.ones(len(alone), dtype=bool)
    gains = near.gains(at, alone)
    helps[near.improvements(at, alone, gains)] = False  # what helps by itself needs no trade
    worth = (gains.least.astype(float) / near.span).sum(axis=1)
    kept = np.flatnonzero(helps)
    kept = np.sort(kept[np.argsort(-worth[kept], kind="stable")[:_MOST_ALONE]])
    issue = (alone[kept] != at).argmax(axis=1)
    pairs = np.array(
        [(a, b) for a, b in itertools.combinations(range(len(kept)), 2) if issue[a] != issue[b]], dtype=np.intp
    ).reshape(-1, 2)
    found: list[tuple[float, tuple[int, ...], Picks]] = []
    for chunk in np.split(pairs, range(_CHUNK, len(pairs), _CHUNK)):
        if not len(chunk):
            continue
        ends = alone[kept[chunk[:, 0]]]
        rows = np.arange(len(ends))
        ends[rows, issue[chunk[:, 1]]] = alone[kept[chunk[:, 1]], issue[chunk[:, 1]]]
        gains = near.gains(at, ends)
        better = near.improvements(at, ends, gains)
        gained = (gains.least[better].astype(float) / near.span).sum(axis=1)
        found += [(-float(g), tuple(ends[row].tolist()), ends[row]) for g, row in zip(gained, better, strict=True)]
        found = sorted(found, key=lambda each: each[:2])[:most]
    return tuple(_trade(near, at, end) for _, _, end in found)


def _trade(near: Nearby, at: Picks, end: Picks) -> Trade:
    before, after = near.package(at), near.package(end)
    gains, why = near.change(at, end)
    changes = {issue: option for issue, option in after.items() if before[issue] != option}
    return Trade(start=before, end=after, changes=changes, gains=gains, why=f"{why}; neither change alone is.")
