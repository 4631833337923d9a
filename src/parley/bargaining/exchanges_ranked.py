"""Trades between two issues that help whatever the rest, where parties rank: in every profile that fits.

What a party ranks lower is at stake less: so "this for that" can be sure without a single number. The least gain of
two changes together is not the sum of what each gives at least, since one profile has to hold for both.
"""

from __future__ import annotations

import itertools
import math

import numpy as np
from numpy.typing import NDArray

from parley.model import Trade

from .exchanges import untied
from .nearby import Picks
from .nearby_ranked import NearbyRanked
from .trades import MOST, helped
from .turns import free_options

_MOST_NUMBERS = 2_000_000
"""The most pairs of changes times issues that are looked at: of more changes those that promise the most."""
_CHUNK = 5_000


def exchanges_ranked(near: NearbyRanked) -> tuple[Trade, ...]:
    """The trades that promise the most, at most ``MOST``; ``start`` and ``end`` name the two issues alone.

    As for :func:`~.exchanges.exchanges`, each half alone leaves somebody possibly worse off, and issues in links or
    refused combinations are left out. Since what is sure is often only "more than nothing", those stand first that give
    the most in the mean of a few drawn profiles, parties added up: to put them in order, and for nothing else.
    """
    sums = near.code.sums
    free = {issue: free_options(sums, issue).tolist() for issue in untied(near.code)}
    issue, before, after = _halves(near, free)
    if not len(issue):
        return ()
    pairs = np.array([(a, b) for a, b in itertools.combinations(range(len(issue)), 2) if issue[a] != issue[b]])
    found: list[tuple[float, tuple[int, ...], Picks, Picks, list[bool]]] = []
    for one, other in (pairs[at : at + _CHUNK].T for at in range(0, len(pairs), _CHUNK)):
        starts, ends = before[one].copy(), after[one].copy()
        rows = np.arange(len(one))
        starts[rows, issue[other]] = before[other, issue[other]]
        ends[rows, issue[other]] = after[other, issue[other]]
        gains = near.gains(starts, ends)
        good = np.flatnonzero(gains.never_worse & gains.helped.any(axis=1))
        worth = near.about(starts[good], ends[good])
        for total, row in zip(worth.tolist(), good.tolist(), strict=True):
            both = (int(issue[one[row]]), int(issue[other[row]]))
            found.append((-total, both, starts[row], ends[row], gains.helped[row].tolist()))
        found = sorted(found, key=lambda each: (each[0], each[1], each[2].tolist(), each[3].tolist()))[:MOST]
    return tuple(_trade(near, *each[1:]) for each in found)


def _halves(near: NearbyRanked, free: dict[int, list[int]]) -> tuple[NDArray[np.intp], Picks, Picks]:
    """Changes of one issue that surely help somebody and may harm somebody: their issues, and packages before and
    after that differ in nothing else."""
    changes = [(i, a, b) for i, options in free.items() for a in options for b in options if a != b]
    issue = np.array([i for i, _, _ in changes], dtype=np.intp)
    before = np.zeros((len(changes), len(near.code.sums.points)), dtype=np.int16)
    after, rows = before.copy(), np.arange(len(changes))
    before[rows, issue] = [a for _, a, _ in changes]
    after[rows, issue] = [b for _, _, b in changes]
    if not changes:
        return issue, before, after
    gains = near.gains(before, after)
    kept = np.flatnonzero(gains.helped.any(axis=1) & ~gains.never_worse)
    most = math.isqrt(2 * _MOST_NUMBERS // before.shape[1])
    if len(kept) > most:
        worth = near.about(before[kept], after[kept])
        kept = np.sort(kept[np.argsort(-worth, kind="stable")[:most]])
    return issue[kept], before[kept], after[kept]


def _trade(near: NearbyRanked, issues: tuple[int, ...], start: Picks, end: Picks, better: list[bool]) -> Trade:
    whole_start, whole_end = near.package(start), near.package(end)
    names = [near.code.case.issues[number].id for number in issues]
    before, after = ({name: package[name] for name in names} for package in (whole_start, whole_end))
    gains = near.in_points(start, end)
    parties = [party for party, helps in zip(gains, better, strict=True) if helps]
    why = f"{helped(before, after, parties, ', whatever the rest,')}."
    return Trade(start=before, end=after, changes=after, gains=gains, why=why)
