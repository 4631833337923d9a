"""The frontier of a case that is too large to look at every package: issues are merged one after another.

Utilities are sums, so a part of a package that another part beats can be in no package of the
frontier, as long as both leave the rest equally free: the beaten one goes before the next issue is
merged. Links and refused combinations tie issues together: until all issues of one are merged, only
parts that agree on those still open are compared (bucket elimination with sets of vectors: Rollon and
Larrosa, "Bucket elimination for multiobjective optimization problems", Journal of Heuristics 12, 2006).

Nothing is rounded or left out. Parts with equal utilities are one state with several ways to it, so all
tied packages come back. Where the states grow past a limit, :class:`TooManyStates` says so.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from .pareto import maxima, ranked
from .sure import TooManyPairs, unbeaten
from .turns import Bonus, Integers, Sums, Turn, turns

MOST_STATES = 150_000
"""The most parts of packages that are kept after an issue."""
MOST_COMPARED = 1_000_000
"""The most that are compared over all issues: where much is left of many, telling what is takes minutes."""


class TooManyStates(Exception):
    """More parts of packages stand in nobody's way than are kept: the frontier itself is too large to list."""


@dataclass(frozen=True)
class Layer:
    """How the states after one issue came about: for state s the ways ``first[s]`` to ``first[s + 1]``."""

    issue: int
    first: NDArray[np.intp]
    parents: NDArray[np.int32]
    options: NDArray[np.int16]


class Listed(Protocol):
    """Rows of different vectors of utilities, and the packages that reach them."""

    def only(self, rows: NDArray[np.intp]) -> Listed: ...

    def tied(self) -> list[int]: ...

    def options(self) -> set[tuple[int, int]]: ...

    def packages(self, most_each: int) -> tuple[NDArray[np.intp], NDArray[np.int16]]: ...


@dataclass(frozen=True)
class Merged:
    """The frontier: ``vectors`` is rows x parties, each row different, the first party's best first."""

    vectors: Integers
    layers: tuple[Layer, ...]
    ends: NDArray[np.intp]

    def only(self, rows: NDArray[np.intp]) -> Merged:
        """These rows."""
        return Merged(self.vectors[rows], self.layers, self.ends[rows])

    def options(self) -> set[tuple[int, int]]:
        """Each issue with each option that some package of some row has."""
        found: set[tuple[int, int]] = set()
        reached = self.ends
        for number in reversed(range(len(self.layers))):
            layer = self.layers[number]
            states = np.zeros(len(layer.first) - 1, dtype=bool)
            states[reached] = True
            ways = np.repeat(states, np.diff(layer.first))
            found |= {(layer.issue, int(option)) for option in np.unique(layer.options[ways])}
            reached = layer.parents[ways].astype(np.intp)
        return found

    def tied(self) -> list[int]:
        """How many packages reach each row."""
        ways: list[int] = [1]
        for layer in self.layers:
            each = [ways[parent] for parent in layer.parents.tolist()]
            sums = [0]
            for number in each:
                sums.append(sums[-1] + number)
            starts = layer.first.tolist()
            ways = [sums[end] - sums[start] for start, end in itertools.pairwise(starts)]
        return [ways[end] for end in self.ends.tolist()]

    def packages(self, most_each: int) -> tuple[NDArray[np.intp], NDArray[np.int16]]:
        """Packages that reach each row, ``most_each`` of it at most: for each the row's place, and its options."""
        rows = np.arange(len(self.ends), dtype=np.intp)
        state, row = self.ends[rows], np.arange(len(rows), dtype=np.intp)
        picks = np.zeros((len(rows), len(self.layers)), dtype=np.int16)
        for layer in reversed(self.layers):
            start, many = layer.first[state], layer.first[state + 1] - layer.first[state]
            if (many > 1).any():
                again = np.repeat(np.arange(len(state)), many)
                nth = np.arange(len(again)) - np.repeat(np.cumsum(many) - many, many)
                way, row, picks = start[again] + nth, row[again], picks[again]
                few = _nth_of_its_row(row) < most_each
                way, row, picks = way[few], row[few], picks[few]
            else:
                way = start
            picks[:, layer.issue] = layer.options[way]
            state = layer.parents[way].astype(np.intp)
        order = np.lexsort(np.column_stack([picks[:, ::-1], row]).T)
        return row[order], picks[order]


def _nth_of_its_row(row: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of numbers that run in order, for each how many equal ones stand before it."""
    return np.arange(len(row)) - np.searchsorted(row, row, side="left")


def merge(sums: Sums, most: int = MOST_STATES) -> Merged:
    """The packages that no other beats, among those that no ban refuses; none is a ``Merged`` without rows.

    With ranges a package beats another if it does so wherever the unknowns lie, and ``vectors`` has the low ends of
    all parties and then the high ends. Raises :class:`TooManyStates` where more than ``most`` parts of packages are
    left after an issue, or telling which are left would take too long.
    """
    ranges = _Ranges.of(sums)
    states = _States.none(ranges)
    layers = []
    compared = 0
    for turn in turns(sums):
        if len(states.vectors) * len(turn.free) > 2 * most + 1000:
            raise TooManyStates  # what is left of so many takes longer to tell than the search for solutions
        states, parents = states.with_issue(sums, turn, ranges)
        kept = turn.settled(states.held, functools.partial(states.earn, ranges))
        if not kept.all():
            states, parents = states.only(kept), parents[kept]
        compared += len(states.vectors)
        if compared > MOST_COMPARED:
            raise TooManyStates
        options = states.held[:, -1]
        states.held = states.held[:, list(turn.columns)]
        try:
            first, ways, ones = _best(states, ranges)
        except TooManyPairs as error:
            raise TooManyStates from error
        layers.append(Layer(turn.issue, first, parents[ways].astype(np.int32), options[ways]))
        states = states.only(ones)
        if len(states.vectors) > most:
            raise TooManyStates
    ends = in_order(states.vectors) if len(states.vectors) else np.zeros(0, dtype=np.intp)
    return Merged(states.vectors[ends], tuple(layers), ends)


@dataclass(frozen=True)
class _Ranges:
    """The features with uncertain points: options by issue, bonuses; ``width`` is features x parties."""

    options: Mapping[int, tuple[tuple[int, int], ...]]
    """By issue: the number of the option, that of the feature."""
    bonuses: Mapping[int, int]
    """The number of the feature by the bonus's identity."""
    width: Integers

    @classmethod
    def of(cls, sums: Sums) -> _Ranges:
        options: dict[int, tuple[tuple[int, int], ...]] = {}
        bonuses: dict[int, int] = {}
        rows: list[Integers] = []
        for issue, width in enumerate(sums.widths or ()):
            wide = [option for option in range(len(width)) if (width[option] != 0).any()]
            options[issue] = tuple((option, len(rows) + nth) for nth, option in enumerate(wide))
            rows += [width[option] for option in wide]
        for bonus in sums.bonuses:
            if bonus.width is not None and (bonus.width != 0).any():
                bonuses[id(bonus)] = len(rows)
                rows.append(bonus.width)
        dtype = sums.points[0].dtype
        return cls(options, bonuses, np.array(rows, dtype=dtype).reshape(len(rows), sums.parties))

    def __len__(self) -> int:
        return len(self.width)


@dataclass
class _States:
    """Parts of packages: their numbers, their options of the issues that are still open, their uncertain features."""

    vectors: Integers
    held: NDArray[np.int16]
    flags: NDArray[np.bool_]

    @classmethod
    def none(cls, ranges: _Ranges) -> _States:
        numbers = ranges.width.shape[1] * (2 if len(ranges) else 1)
        return cls(
            np.zeros((1, numbers), dtype=ranges.width.dtype),
            np.zeros((1, 0), dtype=np.int16),
            np.zeros((1, len(ranges)), dtype=bool),
        )

    def only(self, kept: NDArray[Any]) -> _States:
        return _States(self.vectors[kept], self.held[kept], self.flags[kept])

    def with_issue(self, sums: Sums, turn: Turn, ranges: _Ranges) -> tuple[_States, NDArray[np.intp]]:
        """Every state with every option of an issue that no ban refuses; for each its state before."""
        points = sums.points[turn.issue][turn.free]
        if len(ranges):
            width = np.zeros_like(points) if sums.widths is None else sums.widths[turn.issue][turn.free]
            points = np.hstack([points, points + width])
        vectors = (self.vectors[None, :, :] + points[:, None, :]).reshape(-1, self.vectors.shape[1])
        held, parents = turn.grown(self.held)
        flags = self.flags[parents]
        for option, feature in ranges.options.get(turn.issue, ()):
            flags[:, feature] = held[:, -1] == option
        return _States(vectors, held, flags), parents

    def earn(self, ranges: _Ranges, hit: NDArray[np.bool_], bonus: Bonus) -> None:
        points = bonus.points
        if len(ranges):
            points = np.concatenate([points, points if bonus.width is None else points + bonus.width])
        self.vectors[hit] += points
        if id(bonus) in ranges.bonuses:
            self.flags[hit, ranges.bonuses[id(bonus)]] = True


def _best(states: _States, ranges: _Ranges) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """The states that are left: where the ways of each begin, those ways, and one way of each for its numbers."""
    everything = np.arange(len(states.vectors), dtype=np.intp)
    if states.held.shape[1] == 0:
        return _best_alike(states, ranges, everything)
    _, group = np.unique(states.held, axis=0, return_inverse=True)
    order = np.argsort(group.ravel(), kind="stable")
    bounds = np.flatnonzero(np.diff(group.ravel()[order])) + 1
    found = [_best_alike(states, ranges, part) for part in np.split(order, bounds)]
    first = np.concatenate([[0], *(np.diff(starts) for starts, _, _ in found)]).cumsum()
    ways, ones = (np.concatenate([each[place] for each in found]) for place in (1, 2))
    return first.astype(np.intp), ways, ones


def _best_alike(
    states: _States, ranges: _Ranges, among: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """As :func:`_best`, of ways that leave the rest equally free."""
    if not len(among):
        return np.zeros(1, dtype=np.intp), among, among
    rows = states.vectors[among]
    rows = ranked(rows) if rows.dtype == object else rows
    if len(ranges):
        rows = np.hstack([rows, np.packbits(states.flags[among], axis=1)])
    order = in_order(rows)
    columns = [column[order] for column in rows.T]  # one by one: much faster than along short rows
    new = np.ones(len(order), dtype=bool)
    new[1:] = columns[0][1:] != columns[0][:-1]
    for column in columns[1:]:
        new[1:] |= column[1:] != column[:-1]
    starts = np.flatnonzero(new)
    order = among[order]
    if len(ranges):
        kept = unbeaten(states.vectors[order[starts]], states.flags[order[starts]], ranges.width)
    else:
        kept = maxima(np.column_stack([column[starts] for column in columns]))
    many = np.diff(np.append(starts, len(order)))
    wanted = np.zeros(len(starts), dtype=bool)
    wanted[kept] = True
    ways = order[np.repeat(wanted, many)]
    first = np.concatenate([[0], many[kept].cumsum()]).astype(np.intp)
    return first, ways, order[starts[kept]]


def in_order(rows: Integers) -> NDArray[np.intp]:
    """The order in which equal rows stand side by side, the largest first number first."""
    rows = ranked(rows) if rows.dtype == object else rows
    columns = list(rows.T)
    low = [int(column.min()) for column in columns]
    spread = [int(column.max()) - least + 1 for column, least in zip(columns, low, strict=True)]
    room = 1
    for number in spread:
        room *= number
    if room >= 2**62:
        return np.lexsort(tuple(-column for column in reversed(columns)))
    code = np.zeros(len(rows), dtype=np.int64)
    for column, least, number in zip(columns, low, spread, strict=True):
        code = code * number + (column - least)
    return np.argsort(-code, kind="stable")
