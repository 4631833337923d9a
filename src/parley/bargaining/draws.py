"""Profiles drawn from all that fit what is known: seeded, uniform, in whole numbers.

Points lie anywhere in their ranges; ranked options and stakes anywhere in their order; stakes that add up are
uniform over all that the ranking of issues allows, which is a simplex (stochastic multicriteria acceptability
analysis: Lahdelma, Hokkanen and Salminen 1998; Tervonen and Lahdelma 2007). Where orders are partial, or ranges are
ranked, a Gibbs sampler goes over all of them in turn (Geman and Geman 1984), so that such draws are uniform but for
what is left of its start. No draw says what is likely: it is a way to look at what is possible from all sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.model import Case

from .admissible import WHOLE, Admissible, Chain
from .orders import Integers, Order, comparisons

Floats = NDArray[np.float64]

FINE = 2**16
"""Drawn numbers are whole multiples of the point divided by this (and by what makes the party's numbers whole)."""
_SHARE = 2**10
_STAKE = FINE // _SHARE
_SWEEPS = 40


@dataclass(frozen=True)
class Unknown:
    """A number that was drawn: what it is, of which party, and its value in each draw (of any unit).

    ``kind`` is as in :class:`~parley.model.Question`; ``issue`` is -1 for a reserve, and for a link, ``option`` then
    being its place among the party's worths.
    """

    kind: str
    party: int
    issue: int
    option: int
    values: Floats


@dataclass(frozen=True)
class Draws:
    """``points`` has for each issue draws x options x parties, ``worths`` for each link draws (in the order of
    parties and their links), in units of ``1 / units[party]`` points.

    ``reserves`` are the known ones (``None``: unknown), and ``heights`` (draws x parties, 0 to 1) says where an
    unknown one lies between the least and the most that it can be (see :mod:`~.tally`).
    """

    count: int
    points: tuple[Integers, ...]
    worths: tuple[Integers, ...]
    units: tuple[int, ...]
    reserves: tuple[int | None, ...]
    heights: Floats
    unknowns: tuple[Unknown, ...]

    @property
    def same_points(self) -> bool:
        """Whether only reserves differ from draw to draw."""
        return all(unknown.kind == "reserve" for unknown in self.unknowns)


def draw_profiles(case: Case, sets: Sequence[Admissible], count: int, seed: int) -> Draws:
    """``count`` draws, each of all parties, independently of one another."""
    rng = np.random.default_rng(seed)
    units = tuple(FINE * each.scale // each.spread for each in sets)
    parties = [_Drawing(each, number, count, rng) for number, each in enumerate(sets)]
    drawn = [party.points() for party in parties]
    worths = [worth for party in parties for worth in party.worths()]
    dtype = object if any(each.dtype == object for row in (*drawn, worths) for each in row) else np.int64
    points = tuple(np.stack([row[issue].astype(dtype) for row in drawn], axis=2) for issue in range(len(case.issues)))
    heights = rng.random((count, len(sets)))
    reserves = tuple(
        None if profile.reserve is None else int(profile.reserve * unit)
        for profile, unit in zip(case.parties, units, strict=True)
    )
    unknowns = [unknown for party in parties for unknown in party.unknowns]
    unknowns += [Unknown("reserve", n, -1, -1, heights[:, n]) for n, known in enumerate(reserves) if known is None]
    return Draws(count, points, tuple(each.astype(dtype) for each in worths), units, reserves, heights, tuple(unknowns))


class _Drawing:
    """The draws of one party."""

    def __init__(self, known: Admissible, party: int, count: int, rng: np.random.Generator) -> None:
        self.known, self.party, self.count, self.rng = known, party, count, rng
        self.unknowns: list[Unknown] = []
        largest = max(
            (int(abs(ends).max()) for order in known.orders if not order.in_stakes for ends in (order.low, order.high)),
            default=0,
        )
        stakes = max((end for chain in known.chains for end in chain.high), default=0)
        worths = max((max(abs(each.low), abs(each.high)) for each in known.worths), default=0)
        whole = (largest + stakes + WHOLE * known.scale) * (len(known.orders) + 1) + worths * (len(known.worths) + 1)
        self.dtype = np.int64 if 8 * whole * FINE // known.spread < 2**61 else object

    def points(self) -> list[Integers]:
        """For each issue draws x options."""
        stakes = self._stakes()
        found = []
        for issue, order in enumerate(self.known.orders):
            if order.in_stakes:
                shares = _shares(self.rng, order, self.count, self.known.stake)
                self._note_places(issue, order, shares)
                found.append((stakes[issue][:, None] * shares).astype(self.dtype))
            else:
                found.append(self._scored(issue, order))
        return found

    def worths(self) -> list[Integers]:
        found = []
        for number, worth in enumerate(self.known.worths):
            at = self.rng.integers(0, FINE, size=self.count, endpoint=True).astype(self.dtype)
            low, high = worth.low // self.known.spread, worth.high // self.known.spread
            found.append(low * FINE + at * (high - low))
            if low != high:
                self.unknowns.append(Unknown("worth", self.party, -1, number, at.astype(float)))
        return found

    def _scored(self, issue: int, order: Order) -> Integers:
        low, high = order.low[:-1] // self.known.spread, order.high[:-1] // self.known.spread
        wide = low != high
        if order.paths is not None:
            base, span = min(low), max(max(high) - min(low), 1)
            place = _ordered(self.rng, order, self.count, (low - base) / span, (high - base) / span)
            at = (place * FINE).astype(np.int64).astype(self.dtype)
            found = np.clip(int(base) * FINE + at * int(span), low * FINE, high * FINE).astype(self.dtype)
        else:
            at = self.rng.integers(0, FINE, size=(self.count, len(low)), endpoint=True).astype(self.dtype)
            found = low.astype(self.dtype) * FINE + at * (high - low).astype(self.dtype)
        for option in np.flatnonzero(wide.astype(bool)).tolist():
            self.unknowns.append(Unknown("points", self.party, issue, option, found[:, option].astype(float)))
        return np.asarray(found)

    def _stakes(self) -> dict[int, Integers]:
        """By ranked issue what is at stake in it."""
        found: dict[int, Integers] = {}
        if self.known.shares:
            corners = [(chain, k) for chain in self.known.chains for k in range(len(chain.groups))]
            parts = self.rng.dirichlet(np.ones(len(corners)), size=self.count)
            unit = WHOLE * self.known.scale // self.known.spread * _STAKE
            for chain in self.known.chains:
                sizes = np.cumsum([len(group) for group in chain.groups])
                own = np.array([corner[0] is chain for corner in corners])
                each = parts[:, own] / sizes
                for k, group in enumerate(chain.groups):
                    at = each[:, k:].sum(axis=1)
                    self._note_stakes(chain, k, at, len(corners) > 1)
                    stake = np.maximum(1, np.rint(at * unit)).astype(np.int64).astype(self.dtype)
                    found |= dict.fromkeys(group, stake)
            return found
        for chain in self.known.chains:
            for k, (group, at) in enumerate(zip(chain.groups, self._chain(chain), strict=True)):
                self._note_stakes(chain, k, at.astype(float), chain.low[k] != chain.high[k])
                found |= dict.fromkeys(group, at)
        return found

    def _chain(self, chain: Chain) -> list[Integers]:
        base, span = min(chain.low), max(max(chain.high) - min(chain.low), 1)
        low = np.array([(each - base) / span for each in chain.low])
        high = np.array([(each - base) / span for each in chain.high])
        size = len(chain.groups)
        above = np.arange(size)[:, None] < np.arange(size)
        place = _gibbs(self.rng, self.count, above, low, high)
        at = (place * 2**30).astype(np.int64).astype(object)
        return [
            np.clip(
                base * _STAKE + at[:, k] * (span * _STAKE) // 2**30,
                max(chain.low[k] * _STAKE, min(1, chain.high[k])),  # what is at stake is more than nothing
                chain.high[k] * _STAKE,
            ).astype(self.dtype)
            for k in range(size)
        ]

    def _note_stakes(self, chain: Chain, k: int, at: Floats, unknown: bool) -> None:
        if unknown:
            for issue in chain.groups[k]:
                self.unknowns.append(Unknown("stake", self.party, issue, -1, at))

    def _note_places(self, issue: int, order: Order, shares: Integers) -> None:
        low, high = order.low[:-1], order.high[:-1]
        for option in np.flatnonzero((low != high).astype(bool)).tolist():
            self.unknowns.append(Unknown("place", self.party, issue, option, shares[:, option].astype(float)))


def _shares(rng: np.random.Generator, order: Order, count: int, stake: int) -> Integers:
    """Draws x options: shares of the stake, as whole numbers up to 2**16; better ones are always more."""
    low, high = order.low[:-1].astype(float) / stake, order.high[:-1].astype(float) / stake
    place = _ordered(rng, order, count, low, high)
    above, _ = comparisons(order)
    beneath = above.sum(axis=1)
    found = np.floor(place * (_SHARE - len(low))).astype(np.int64) + beneath
    return np.asarray(np.clip(found, np.ceil(low * _SHARE), np.floor(high * _SHARE)).astype(np.int64))


def _ordered(rng: np.random.Generator, order: Order, count: int, low: Floats, high: Floats) -> Floats:
    """Draws x options between their ends, in their order; equal ones are one number."""
    above, equal = comparisons(order)
    first = equal.argmax(axis=1)  # of those that are equal
    ones = np.unique(first)
    above = above[np.ix_(ones, ones)]
    place = _gibbs(rng, count, above, low[ones].astype(float), high[ones].astype(float))
    return place[:, np.searchsorted(ones, first)]


def _gibbs(rng: np.random.Generator, count: int, above: NDArray[np.bool_], low: Floats, high: Floats) -> Floats:
    """Draws x numbers, uniform over those from ``low`` to ``high`` with a >= b where ``above[a, b]``."""
    free = np.flatnonzero(low < high)
    place = np.tile((low + high) / 2, (count, 1))
    among = above[np.ix_(free, free)]
    if not among.any():
        place[:, free] = low[free] + rng.random((count, len(free))) * (high - low)[free]
        return place
    alike = (low[free] == low[free][0]).all() and (high[free] == high[free][0]).all()
    if alike and (among | among.T).sum() == len(free) * (len(free) - 1):  # one after the other: sorted draws
        ranks = among.sum(axis=1)
        drawn = np.sort(rng.random((count, len(free))), axis=1)
        place[:, free] = low[free] + drawn[:, ranks] * (high - low)[free]
        return place
    for _ in range(_SWEEPS):
        for one in free.tolist():
            least = np.maximum(low[one], place[:, above[one]].max(axis=1, initial=-np.inf))
            most = np.minimum(high[one], place[:, above[:, one]].min(axis=1, initial=np.inf))
            place[:, one] = least + rng.random(count) * np.maximum(most - least, 0)
    return place
