"""A case as sums, and the order in which its issues are taken: the walk that merging and counting share.

Issues are taken one after another, and a part of a package grows by an option of each. A link or a refused
combination can be told of a part once all its issues are in; until then the part remembers the options that it asks
for (its *held* ones), and no longer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[Any]
Combination = Mapping[int, int]
"""Number of the option by number of the issue."""


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
class Turn:
    """One issue's turn: ``free`` are its options that no ban refuses by themselves.

    ``live`` are the issues whose options parts hold once this one is in, ``due`` the links and bans that can be
    told then, ``columns`` the places in ``live`` of what has to be held on.
    """

    issue: int
    free: NDArray[np.intp]
    live: tuple[int, ...]
    due: tuple[Bonus | Ban, ...]
    columns: tuple[int, ...]

    def grown(self, held: NDArray[np.int16]) -> tuple[NDArray[np.int16], NDArray[np.intp]]:
        """Every part with every free option, all parts with the first option first: what they hold, and their parts."""
        count = len(held)
        parents = np.tile(np.arange(count, dtype=np.intp), len(self.free))
        grown = np.empty((len(parents), held.shape[1] + 1), dtype=np.int16)
        grown[:, :-1] = held[parents]
        grown[:, -1] = np.repeat(self.free, count)
        return grown, parents

    def settled(self, held: NDArray[np.int16], earn: Callable[[NDArray[np.bool_], Bonus], None]) -> NDArray[np.bool_]:
        """Which parts no ban refuses; ``earn`` is called with each bonus and the parts that it falls to."""
        kept = np.ones(len(held), dtype=bool)
        for each in self.due:
            hit = self._met(each.when, held)
            if isinstance(each, Bonus):
                earn(hit, each)
            else:
                kept &= ~hit if each.unless is None else ~hit | self._met(each.unless, held)
        return kept

    def _met(self, combination: Combination, held: NDArray[np.int16]) -> NDArray[np.bool_]:
        """Which parts have all options of a combination."""
        found = np.ones(len(held), dtype=bool)
        for issue, option in combination.items():
            found &= held[:, self.live.index(issue)] == option
        return found


def turns(sums: Sums) -> list[Turn]:
    """The issues in the order in which they are taken, with what can be told at each."""
    order = turn_order(sums)
    waiting: list[Bonus | Ban] = [*sums.bonuses, *sums.bans]
    live: tuple[int, ...] = ()
    found = []
    for at, issue in enumerate(order):
        still_open = set(order[at + 1 :])
        live = (*live, issue)
        due = tuple(each for each in waiting if not issues_of(each) & still_open)
        waiting = [each for each in waiting if issues_of(each) & still_open]
        needed = {number for each in waiting for number in issues_of(each)}
        columns = tuple(place for place, number in enumerate(live) if number in needed)
        found.append(Turn(issue, free_options(sums, issue), live, due, columns))
        live = tuple(live[place] for place in columns)
    return found


def turn_order(sums: Sums) -> list[int]:
    """Issues that links tie together side by side, small groups first; the others as they are listed, before them."""
    return [issue for group in sorted(tied_issues(sums), key=lambda group: (len(group), min(group))) for issue in group]


def tied_issues(sums: Sums) -> list[tuple[int, ...]]:
    """The issues in groups that no link and no refused combination ties to one another, in the order of the issues."""
    groups = [{issue} for issue in range(len(sums.points))]
    links: list[Bonus | Ban] = [*sums.bonuses, *sums.bans]
    for each in links:
        tied = [group for group in groups if group & issues_of(each)]
        groups = [group for group in groups if group not in tied] + [set().union(*tied)]
    return [tuple(sorted(group)) for group in sorted(groups, key=min)]


def free_options(sums: Sums, issue: int) -> NDArray[np.intp]:
    """The options of an issue that no ban refuses by themselves."""
    refused = {ban.when[issue] for ban in sums.bans if ban.unless is None and set(ban.when) == {issue}}
    return np.array([option for option in range(len(sums.points[issue])) if option not in refused], dtype=np.intp)


def issues_of(each: Bonus | Ban) -> frozenset[int]:
    """The issues that a link or a refused combination ties together."""
    return each.issues if isinstance(each, Ban) else frozenset(each.when)
