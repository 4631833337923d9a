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

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from .pareto import maxima, ranked
from .sure import unbeaten

Integers = NDArray[Any]
Combination = Mapping[int, int]
"""Number of the option by number of the issue."""

MOST_STATES = 150_000
"""The most parts of packages that are kept after an issue."""


class TooManyStates(Exception):
    """More parts of packages stand in nobody's way than are kept: the frontier itself is too large to list."""


@dataclass(frozen=True)
class Bonus:
    """Points (one number per party) that a package earns with all of these options; ``width`` as in :class:`Sums`."""

    when: Combination
    points: Integers
    width: Integers | None = None


@dataclass(frozen=True)
class Ban:
    """Packages with all options of ``when`` are refused, but for those with all of ``unless``."""

    when: Combination
    unless: Combination | None = None

    @property
    def issues(self) -> frozenset[int]:
        return frozenset({*self.when, *(self.unless or ())})


@dataclass(frozen=True)
class Sums:
    """A case as sums: ``points`` has for each issue options x parties, in whole numbers.

    Where points are ranges, these are their low ends, and ``widths`` (as large) tells how much higher the high ends
    are; an unknown is one option's, or bonus's, for one party.
    """

    points: tuple[Integers, ...]
    bonuses: tuple[Bonus, ...] = ()
    bans: tuple[Ban, ...] = ()
    widths: tuple[Integers, ...] | None = None

    @property
    def parties(self) -> int:
        return int(self.points[0].shape[1])


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
    left after an issue.
    """
    ranges = _Ranges.of(sums)
    states = _States.none(ranges)
    live: list[int] = []
    layers = []
    order = merging_order(sums)
    waiting: list[Bonus | Ban] = [*sums.bonuses, *sums.bans]
    for at, issue in enumerate(order):
        open_issues = set(order[at + 1 :])
        if len(states.vectors) * len(free_options(sums, issue)) > 2 * most + 1000:
            raise TooManyStates  # what is left of so many takes longer to tell than the search for solutions
        states, parents, options = states.with_issue(sums, issue, ranges)
        live.append(issue)
        for each in waiting:
            if issues_of(each) & open_issues:
                continue
            hit = met(each.when, live, states.held)
            if isinstance(each, Bonus):
                states.earn(hit, each, ranges)
                continue
            kept = ~hit if each.unless is None else ~hit | met(each.unless, live, states.held)
            states, parents, options = states.only(kept), parents[kept], options[kept]
        waiting = [each for each in waiting if issues_of(each) & open_issues]
        needed = {number for each in waiting for number in issues_of(each)}
        columns = [place for place, number in enumerate(live) if number in needed]
        live, states.held = [live[place] for place in columns], states.held[:, columns]
        first, ways, ones = _best(states, ranges)
        layers.append(Layer(issue, first, parents[ways], options[ways]))
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

    def with_issue(
        self, sums: Sums, issue: int, ranges: _Ranges
    ) -> tuple[_States, NDArray[np.int32], NDArray[np.int16]]:
        """Every state with every option of an issue that no ban refuses; for each its state before and that option."""
        free = free_options(sums, issue)
        points = sums.points[issue][free]
        if len(ranges):
            width = np.zeros_like(points) if sums.widths is None else sums.widths[issue][free]
            points = np.hstack([points, points + width])
        count = len(self.vectors)
        vectors = (self.vectors[None, :, :] + points[:, None, :]).reshape(-1, self.vectors.shape[1])
        parents = np.tile(np.arange(count, dtype=np.int32), len(free))
        options = np.repeat(free.astype(np.int16), count)
        flags = self.flags[parents]
        for option, feature in ranges.options.get(issue, ()):
            flags[:, feature] = options == option
        return _States(vectors, np.hstack([self.held[parents], options[:, None]]), flags), parents, options

    def earn(self, hit: NDArray[np.bool_], bonus: Bonus, ranges: _Ranges) -> None:
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
    vectors, flags = states.vectors[among], np.packbits(states.flags[among], axis=1)
    rows = ranked(vectors) if vectors.dtype == object else vectors
    order = in_order(np.hstack([rows, flags]) if len(ranges) else rows)
    rows, flags = rows[order], flags[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1) | (flags[1:] != flags[:-1]).any(axis=1)
    starts = np.flatnonzero(new)
    order = among[order]
    if len(ranges):
        kept = unbeaten(states.vectors[order[starts]], states.flags[order[starts]], ranges.width)
    else:
        kept = maxima(rows[starts])
    many = np.diff(np.append(starts, len(order)))
    wanted = np.zeros(len(starts), dtype=bool)
    wanted[kept] = True
    ways = order[np.repeat(wanted, many)]
    first = np.concatenate([[0], many[kept].cumsum()]).astype(np.intp)
    return first, ways, order[starts[kept]]


def in_order(rows: Integers) -> NDArray[np.intp]:
    """The order in which equal rows stand side by side, the largest first number first."""
    rows = ranked(rows) if rows.dtype == object else rows
    low = rows.min(axis=0)
    spread = [int(number) + 1 for number in rows.max(axis=0) - low]
    room = 1
    for number in spread:
        room *= number
    if room >= 2**62:
        return np.lexsort(tuple(-rows[:, column] for column in reversed(range(rows.shape[1]))))
    code = np.zeros(len(rows), dtype=np.int64)
    for column, number in enumerate(spread):
        code = code * number + (rows[:, column] - low[column])
    return np.argsort(-code, kind="stable")


def merging_order(sums: Sums) -> list[int]:
    """Issues that links tie together side by side, small groups first; the others as they are listed, before them."""
    groups = [{issue} for issue in range(len(sums.points))]
    links: list[Bonus | Ban] = [*sums.bonuses, *sums.bans]
    for each in links:
        tied = [group for group in groups if group & issues_of(each)]
        groups = [group for group in groups if group not in tied] + [set().union(*tied)]
    return [issue for group in sorted(groups, key=lambda group: (len(group), min(group))) for issue in sorted(group)]


def free_options(sums: Sums, issue: int) -> NDArray[np.intp]:
    """The options of an issue that no ban refuses by themselves."""
    refused = {ban.when[issue] for ban in sums.bans if ban.unless is None and set(ban.when) == {issue}}
    return np.array([option for option in range(len(sums.points[issue])) if option not in refused], dtype=np.intp)


def issues_of(each: Bonus | Ban) -> frozenset[int]:
    """The issues that a link or a refused combination ties together."""
    return each.issues if isinstance(each, Ban) else frozenset(each.when)


def met(combination: Combination, live: Sequence[int], held: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Which rows have all options of a combination."""
    found = np.ones(len(held), dtype=bool)
    for issue, option in combination.items():
        found &= held[:, live.index(issue)] == option
    return found
