"""The best packages by one aim, proven, where the frontier is too large to list.

Blocks are joined one after another. A part of a package stays while the best completion still reaches the value
looked for, by every one of some weighted sums of gains (:mod:`.prices`). That value starts just under the proven
bound and falls until a package reaches it: whatever is as good has then been found too, with all ties. Doubles only
decide what surely can't reach the value; what is left is compared in exact whole numbers by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .blocks import Block, Blocks
from .merging import Layer, Merged, in_order
from .pareto import maxima, ranked
from .prices import Aim, Floats, Prices, prices
from .table import Integers

MOST_PARTS = 200_000
"""The most parts of packages that are kept after a block."""
_FIRST_STEP = 1e-4
_MANY = 1_000
"""From so many parts on the value falls in smaller steps: each further one costs a multiple."""
_LAST_STEP = 2.0**40
_HALVINGS = 4
_THINNED = 20_000
"""From so many parts on those that another part beats are dropped too, if of some of them most are beaten."""
_TRIED = 1_500
_DOUBT = 1e-9
"""Far more than double precision can be off, of the largest number."""


class TooManyParts(Exception):
    """More parts may still reach the value looked for than are kept."""


@dataclass(frozen=True)
class Found:
    """Packages that nobody refuses, among them all of the best value where ``proven``; else ``bound`` is no less than
    the best value (in the aim's own measure, see :class:`Aim`)."""

    merged: Merged
    proven: bool
    bound: float


class Search:
    """The packages of ``blocks`` that leave each party at its ``start`` or above (all parties have one)."""

    def __init__(self, blocks: Blocks, start: tuple[int, ...], most: int = MOST_PARTS) -> None:
        self.blocks, self.most, self.few = blocks, most, 1 + most // 10
        self.offset = [base - low for base, low in zip(blocks.base, start, strict=True)]
        top = [sum(int(block.vectors[:, p].max()) for block in blocks.blocks) for p in range(blocks.parties)]
        self.unit = [max(1, most_more + offset) for most_more, offset in zip(top, self.offset, strict=True)]
        self._size = 0
        self.hopeless = any(most_more + offset < 0 for most_more, offset in zip(top, self.offset, strict=True))
        self._points = [_divided(block.vectors, self.unit) for block in blocks.blocks]
        self._start = np.array([offset / unit for offset, unit in zip(self.offset, self.unit, strict=True)])
        self._largest = np.abs(self._start) + sum((block.max(axis=0) for block in self._points), np.zeros(len(top)))

    def gains(self, vectors: Integers) -> Integers:
        """Exact gains (scaled points above ``start``) of the vectors of packages."""
        offset = np.array(self.offset, dtype=object)
        return np.asarray(vectors.astype(object) + offset).reshape(len(vectors), len(self.offset))

    def most_for(self, party: int) -> tuple[int, bool]:
        """The largest gain of one party while all others have theirs, exactly, and whether it is proven.

        There must be an acceptable package.
        """
        top = sum(int(block.vectors[:, party].max()) for block in self.blocks.blocks) + self.offset[party]
        others = np.full(len(self.unit), 1e-6)
        others[party] = 1.0
        parts = [block.vectors[int((points @ others).argmax())] for block, points in self._with_points()]
        gains = self.gains(np.array([sum(parts[1:], parts[0])]))[0]
        if gains[party] == top and (gains >= 0).all():
            return top, True
        found = self.best(Aim("sum", np.eye(len(self.unit))[party]))
        if found is None or not len(found.merged.ends):
            return top, False
        most = int(self.gains(found.merged.vectors)[:, party].max())
        return (most, True) if found.proven or most == top else (top, False)

    def _with_points(self) -> list[tuple[Block, Floats]]:
        return list(zip(self.blocks.blocks, self._points, strict=True))

    def best(self, aim: Aim) -> Found | None:
        """The packages of the largest value, and others that come near; ``None`` if no package is acceptable.

        A ``product`` must be able to be more than 0.
        """
        if self.hopeless:
            return None
        priced = prices(aim, self._points, self._start)
        unit = max(abs(priced.bound), 1e-2) if aim.kind != "product" else 1.0
        counted = list(zip(aim.by.tolist(), self.offset, strict=True))
        failed, step, halved = 0.0, _FIRST_STEP, 0
        while True:
            value = priced.bound - step * unit
            floor = aim.kind == "least" and value < 0 and all(by > 0 or low >= 0 for by, low in counted)
            try:
                merged = self._reaching(aim, priced, 0.0 if floor else value)
            except TooManyParts:
                halved += 1
                if halved > _HALVINGS:
                    some = self._reaching(aim, priced, value, keep_few=True)
                    return Found(some, False, priced.bound - failed * unit)
                step = (failed + step) / 2
                continue
            if len(merged.ends):
                values = aim.value(_divided(self.gains(merged.vectors), self.unit))
                if floor or values.max() > value + _DOUBT * max(unit, abs(value)):
                    return Found(merged, True, priced.bound)
            if floor or step > _LAST_STEP:
                return None
            failed = step
            step *= 2 if self._size < _MANY and not halved else 1.4

    def _reaching(self, aim: Aim, priced: Prices, value: float, keep_few: bool = False) -> Merged:
        """The packages nobody refuses that may have ``value`` or more (with ``keep_few`` some of these)."""
        weights = priced.weights
        parties = len(self.unit)
        needed = aim.needed(weights[:-parties], value)
        each = np.array(self._of_each(aim, value))
        room = priced.most - np.concatenate([needed, each])
        room += _DOUBT * (weights @ self._largest + np.abs(np.concatenate([needed, each])))
        regrets = [(block @ weights.T).max(axis=0) - block @ weights.T for block in self._points]
        order = sorted(range(len(regrets)), key=lambda n: -_second(regrets[n][:, 0]))
        vectors: Integers = np.zeros((1, parties), dtype=self.blocks.dtype)
        lost: Floats = np.zeros((1, len(weights)))
        layers = []
        self._size = 0
        for block in order:
            vectors, lost, layer = self._joined(block, vectors, lost, regrets[block], room, keep_few)
            layers.append(layer)
            self._size = max(self._size, len(vectors))
        ends = np.flatnonzero((self.gains(vectors) >= 0).all(axis=1).astype(bool))
        return Merged(vectors[ends], tuple(layers), ends)

    def _of_each(self, aim: Aim, value: float) -> list[float]:
        """What each party by itself gains at least in a package of this value."""
        return [max(0.0, value * by) if aim.kind == "least" else 0.0 for by in aim.by.tolist()]

    def _joined(
        self, block: int, vectors: Integers, lost: Floats, regret: Floats, room: Floats, keep_few: bool
    ) -> tuple[Integers, Floats, Layer]:
        """Every part with every part of a block that leaves enough to reach the value; equal ones are one."""
        parents, options, losses, size = [], [], [], 0
        for option in range(len(regret)):
            near = np.flatnonzero(lost[:, 0] + regret[option, 0] <= room[0])
            now = lost[near] + regret[option]
            kept = (now <= room).all(axis=1)
            parents.append(near[kept].astype(np.int32))
            options.append(np.full(len(parents[-1]), option, dtype=np.int16))
            losses.append(now[kept])
            size += len(parents[-1])
            if size > 3 * self.most and not keep_few:
                raise TooManyParts
        parent, option_of, loss = np.concatenate(parents), np.concatenate(options), np.concatenate(losses)
        rows = vectors[parent] + self.blocks.blocks[block].vectors[option_of]
        if keep_few and len(rows) > self.few:
            worst = (loss / np.maximum(room, 1e-300)).max(axis=1)
            few = np.argsort(worst, kind="stable")[: self.few]
            parent, option_of, loss, rows = parent[few], option_of[few], loss[few], rows[few]
        first, ways, ones = alike(rows)
        if len(ones) > self.most and not keep_few:
            raise TooManyParts
        return rows[ones], loss[ones], Layer(block, first, parent[ways], option_of[ways])


def alike(rows: Integers) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Equal rows as one: where the ways of each begin, those ways, and one way of each; of many the beaten go."""
    if not len(rows):
        nothing = np.zeros(0, dtype=np.intp)
        return np.zeros(1, dtype=np.intp), nothing, nothing
    ranks = ranked(rows) if rows.dtype == object else rows
    order = in_order(ranks)
    ranks = ranks[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (ranks[1:] != ranks[:-1]).any(axis=1)
    starts = np.flatnonzero(new)
    many = np.diff(np.append(starts, len(order)))
    kept = np.arange(len(starts))
    if len(starts) > _THINNED and len(maxima(ranks[starts[:: len(starts) // _TRIED]])) < _TRIED // 2:
        kept = np.sort(maxima(ranks[starts]))
    wanted = np.zeros(len(starts), dtype=bool)
    wanted[kept] = True
    ways = order[np.repeat(wanted, many)]
    first = np.concatenate([[0], many[kept].cumsum()]).astype(np.intp)
    return first, ways, order[starts[kept]]


def _second(losses: Floats) -> float:
    """What it costs to take the second best part of a block."""
    return float(np.partition(losses, 1)[1]) if len(losses) > 1 else float("inf")


def _divided(vectors: Integers, by: list[int]) -> Floats:
    return np.asarray(vectors.astype(object) / np.array(by, dtype=object)).astype(float).reshape(len(vectors), len(by))
