"""A sample of a frontier that is too large to list, each row proven to be on it, and what may be missing.

A package with the largest sum of the parties' utilities, each times a positive number, is on the frontier; found
block by block in whole numbers, with all ties. The sums also bound all packages from above. The region where no
row is as good for everybody is a union of corners (Klamroth, Lacour and Vanderpooten, "On the representation of the
search region in multi-objective optimization", European Journal of Operational Research 245, 2015); how deep the
bounds let a package lie in the deepest corner is how much the sample may miss.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from .blocks import Blocks, OfBlocks
from .coded import Coded
from .merging import Layer, Merged
from .prices import Floats
from .search import alike
from .standards import Standards
from .table import Integers

ROWS = 60
"""The most rows of a sample, solutions not counted."""
_DRAWN, _FIRST, _SEED = 1500, 20, 20_011
_WHOLE = 2**20
"""Weights are whole numbers of about this size, in units of each party's span."""
_MOST_CORNERS = 20_000
_MOST_TIES = 10_000


@dataclass(frozen=True)
class Sample:
    """``parts`` together have the rows; ``bound`` as in :class:`~parley.model.Weighing`; ``why`` says so."""

    parts: tuple[OfBlocks, ...]
    bound: Fraction | None
    why: tuple[str, ...]


def sample(code: Coded, chosen: Standards) -> Sample:
    """The proven solutions, each party's best, and the best by sums with weights that are drawn, then chosen where
    most may be missing; ranges are at their middle."""
    blocks = chosen.blocks
    if blocks.empty:
        return Sample((), None, ())  # which is the whole of it
    sampler = _Sampler(blocks)
    for name in sorted(chosen.proven):
        sampler.add(chosen.best[name])
    bound = sampler.run()
    parties = " and ".join(profile.id for profile in code.case.parties)
    why = (
        "The frontier is too large to list: these rows are a sample of it (the solutions, what is best for each of "
        f"{parties}, and the largest sums by weights drawn with seed {_SEED})."
    )
    if bound is None:
        why += " How much may be missing was too much to find out."
    elif code.has_ranges:
        why += " Ranges were taken at their middle."
    if sampler.cut:
        why += " Not every package with the utilities of a row is listed."
    return Sample(tuple(sampler.parts), bound, (why,))


class _Sampler:
    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.parts: list[OfBlocks] = []
        self.cut = False
        self.vectors = [block.vectors.astype(object) for block in blocks.blocks]
        top = np.array([each.max(axis=0) for each in self.vectors], dtype=object).sum(axis=0)
        self.span = [max(1, int(each)) for each in np.atleast_1d(top)]
        self.points = [each / np.array(self.span, dtype=object) for each in self.vectors]
        self.points = [each.astype(float) for each in self.points]
        parties = blocks.parties
        draw = np.random.default_rng(_SEED)
        drawn = draw.dirichlet(np.ones(parties), size=_DRAWN)
        self.weights: Floats = np.vstack([drawn, np.eye(parties)])
        self.most = sum(((each @ self.weights.T).max(axis=0) for each in self.points), np.zeros(len(self.weights)))
        self.corners: Floats = np.full((1, parties), -1e-6)

    def run(self) -> Fraction | None:
        for party in range(self.blocks.parties):
            first = [1] * self.blocks.parties
            first[party] = 1 + sum(span for other, span in enumerate(self.span) if other != party)
            self.add(self.largest(first))
        for weights in self.weights[: min(_FIRST, ROWS)]:
            self.add(self.largest(self.whole(weights)))
        tried: set[int] = set()
        while len(self.corners) <= _MOST_CORNERS:
            depth, by = self.depths()
            deepest = [place for place in np.argsort(-depth)[:50].tolist() if int(by[place]) not in tried]
            if len(tried) + _FIRST >= ROWS or not deepest:
                return Fraction(math.ceil(max(0.0, float(depth.max())) * 10_000 + 0.1), 10_000)
            tried.add(int(by[deepest[0]]))
            self.add(self.largest(self.whole(self.weights[by[deepest[0]]])))
        return None

    def depths(self) -> tuple[Floats, NDArray[np.intp]]:
        """Of each corner how much more than there a package can give every party, as the sums bound it, and which."""
        depth = np.empty(len(self.corners))
        by = np.empty(len(self.corners), dtype=np.intp)
        for at in range(0, len(self.corners), 1000):
            left = self.most[None, :] - self.corners[at : at + 1000] @ self.weights.T
            by[at : at + 1000] = left.argmin(axis=1)
            depth[at : at + 1000] = left.min(axis=1)
        return depth, by

    def whole(self, weights: Floats) -> list[int]:
        """Positive whole numbers near ``weights`` per span."""
        largest = max(self.span)
        return [max(1, int(w * _WHOLE) * _WHOLE * largest // by) for w, by in zip(weights, self.span, strict=True)]

    def largest(self, weights: list[int]) -> OfBlocks:
        """All packages with the largest weighted sum (of very many ties, some)."""
        by = np.array(weights, dtype=object)
        vectors: Integers = np.zeros((1, self.blocks.parties), dtype=self.blocks.dtype)
        layers = []
        for number, block in enumerate(self.blocks.blocks):
            sums = self.vectors[number] @ by
            best = np.flatnonzero((sums == sums.max()).astype(bool))
            if len(best) * len(vectors) > _MOST_TIES:
                best, self.cut = best[:1], True
            parents = np.tile(np.arange(len(vectors), dtype=np.int32), len(best))
            options = np.repeat(best.astype(np.int16), len(vectors))
            rows = vectors[parents] + block.vectors[options]
            first, ways, ones = alike(rows)
            layers.append(Layer(number, first, parents[ways], options[ways]))
            vectors = rows[ones]
        few = np.arange(min(len(vectors), ROWS), dtype=np.intp)
        return OfBlocks(self.blocks, Merged(vectors[few], tuple(layers), few))

    def add(self, some: OfBlocks) -> None:
        """Rows that are on the frontier."""
        self.parts.append(some)
        rows = (some.merged.vectors.astype(object) / np.array(self.span, dtype=object)).astype(float)
        for row in rows:
            self.corners = _cut_off(self.corners, row)


def _cut_off(corners: Floats, row: Floats) -> Floats:
    """The corners of what is left when everything that ``row`` is as good as for everybody goes."""
    inside = (corners < row).all(axis=1)
    if not inside.any():
        return corners
    split, rest = corners[inside], corners[~inside]
    parties = corners.shape[1]
    new = np.repeat(split, parties, axis=0)
    places = np.tile(np.arange(parties), len(split))
    new[np.arange(len(new)), places] = row[places]
    new = np.unique(new, axis=0)
    everything = np.vstack([rest, new])
    kept = np.ones(len(new), dtype=bool)
    for at in range(0, len(new), 100):
        some = new[at : at + 100]
        lower = np.ones((len(some), len(everything)), dtype=bool)
        for party in range(parties):
            lower &= everything[:, party] <= some[:, party, None]
        kept[at : at + 100] = lower.sum(axis=1) <= 1  # each is as low as itself
    return np.vstack([rest, new[kept]])
