"""Every package of a case with rankings, and what holds of it in all profiles that fit what is known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Profile, Range

from .admissible import Admissible, scoring
from .draws import Draws, draw_profiles
from .orders import Integers
from .table import Table

_TRIED, _SEED = 16, 20_011


def unranked(case: Case, keep_points: bool = False) -> Case:
    """The same issues, links and red lines with points of nothing: for what does not ask for points.

    With ``keep_points`` the parties that give points of every option keep them.
    """
    kept = scoring(case) if keep_points else ()
    nothing = Range(low=Fraction(0), high=Fraction(0))

    def plain(profile: Profile) -> Profile:
        scores = {issue.id: {option.id: nothing for option in issue.options} for issue in case.issues}
        return profile.replace(scores=scores, weights=None)

    return case.replace(parties=tuple(p if n in kept else plain(p) for n, p in enumerate(case.parties)))


@dataclass(frozen=True)
class RankedTable(Table):
    """As :class:`Table`, where ``sets`` has what fits each party; ``features``, ``low`` and ``width`` are idle."""

    sets: tuple[Admissible, ...] = ()

    @cached_property
    def lowest(self) -> Integers:
        return np.stack([each.lowest(self.picks) for each in self.sets], axis=1)

    @cached_property
    def highest(self) -> Integers:
        return np.stack([each.highest(self.picks) for each in self.sets], axis=1)

    @cached_property
    def tried(self) -> list[Integers]:
        """The utilities of a few drawn profiles, packages x parties: what is surely better is better in each."""
        draws = draw_profiles(self.case, self.sets, _TRIED, _SEED)
        return [utilities_of(self.case, draws, self.picks, slice(n, n + 1))[0] for n in range(_TRIED)]

    def least_gain(self, start: int, ends: NDArray[np.intp]) -> Integers:
        return np.stack([each.gain(self.picks[ends], self.picks[start])[0] for each in self.sets], axis=1)

    def helped(self, start: int, end: int) -> list[bool]:
        return [bool(each.better(self.picks[[end]], self.picks[start])[1][0]) for each in self.sets]

    def never_meets(self, party: int, reserve: int) -> NDArray[np.bool_]:
        return ~self.sets[party].can_reach(self.picks, reserve)

    def surely_better(self, start: int, ends: NDArray[np.intp]) -> NDArray[np.intp]:
        for utilities in self.tried:
            ends = ends[(utilities[ends] >= utilities[start]).all(axis=1).astype(bool)]
            if not len(ends):
                return ends
        never_worse = np.ones(len(ends), dtype=bool)
        better = np.zeros(len(ends), dtype=bool)
        for each in self.sets:
            gain, helped = each.better(self.picks[ends], self.picks[start])
            never_worse &= (gain >= 0).astype(bool)
            better |= helped
        return ends[never_worse & better]

    def by_strength(self, among: NDArray[np.intp]) -> NDArray[np.intp]:
        """Whoever surely beats a package stands before it: so it is in any one profile that fits."""
        return among[np.argsort(-self.tried[0][among].sum(axis=1), kind="stable")]


def rank_table(case: Case, sets: Sequence[Admissible]) -> RankedTable:
    """All packages of a case whose names are settled, in the order in which issues and options are listed."""
    sizes = [len(issue.options) for issue in case.issues]
    picks = np.indices(sizes).reshape(len(sizes), -1).T
    none = np.zeros((0, 0), dtype=np.int64)
    no_features = np.zeros((math.prod(sizes), 0), dtype=bool)
    return RankedTable(case, picks, no_features, none, none, tuple(each.scale for each in sets), tuple(sets))


def utilities_of(case: Case, draws: Draws, picks: NDArray[np.intp], some: slice) -> Integers:
    """Draws x packages x parties: what drawn profiles make of packages (rows of option numbers)."""
    total = sum(points[some][:, picks[:, issue]] for issue, points in enumerate(draws.points))
    assert not isinstance(total, int)
    number = 0
    places = {issue.id: n for n, issue in enumerate(case.issues)}
    for party, profile in enumerate(case.parties):
        for link in profile.links:
            if link.with_ is None or link.worth is None:
                continue
            met = np.ones(len(picks), dtype=bool)
            for issue, option in link.with_.items():
                options = [each.id for each in case.issues[places[issue]].options]
                met &= picks[:, places[issue]] == options.index(option)
            total[:, met, party] += draws.worths[number][some][:, None]
            number += 1
    return total
