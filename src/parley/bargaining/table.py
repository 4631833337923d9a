"""Every package of a case, and what each party makes of it, in exact whole numbers.

A package is a row of *features*: one for each option that it picks, one for each worth that it
earns. A party's utility is the sum of the points of its features. Points that are known only as a
range are unknowns, one for each feature and party; a *realisation* gives each of them one value.
Two packages with a feature in common share its unknown, so that it cancels when they are compared.

Points are multiplied by one number per party that makes all of them whole: sums, products and
comparisons are then exact. They are kept in numpy's 64-bit integers where the largest surely fits,
and in Python's own integers (slower, without limit) otherwise; nothing is ever rounded.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Choice, Profile, Range

Integers = NDArray[Any]
"""An array of whole numbers: 64-bit, or Python's own (dtype object)."""

_SAFE = 2**62


@dataclass(frozen=True)
class Table:
    """``features`` is packages x features; ``low`` and ``width`` are features x parties, scaled.

    ``picks`` is packages x issues (the number of the option). ``scale`` is, per party, what its
    points were multiplied by. ``low + width`` is the high end of a range; both are even, so that
    the middle is whole too.
    """

    case: Case
    picks: NDArray[np.intp]
    features: NDArray[np.bool_]
    low: Integers
    width: Integers
    scale: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.picks)

    @cached_property
    def lowest(self) -> Integers:
        """Packages x parties: the least utility that any realisation gives."""
        return total(self.features, self.low)

    @cached_property
    def highest(self) -> Integers:
        return total(self.features, self.low + self.width)

    @cached_property
    def middle(self) -> Table:
        """The same packages with every unknown at the middle of its range."""
        return replace(self, low=self.low + self.width // 2, width=np.zeros_like(self.width))

    @cached_property
    def unknowns(self) -> list[tuple[int, int]]:
        """The feature and the party of each number that is only known as a range."""
        return [(int(feature), int(party)) for feature, party in np.argwhere(self.width != 0)]

    @cached_property
    def _wide(self) -> NDArray[np.intp]:
        return np.flatnonzero((self.width != 0).any(axis=1))

    def least_gain(self, start: int, ends: NDArray[np.intp]) -> Integers:
        """Ends x parties: the least that going from package ``start`` to each of ``ends`` gives, in any realisation.

        What both share cancels. What only one has is worst at the low end for ``ends``, at the high
        end for ``start``: one realisation, the same for all of ``ends``.
        """
        gain = self.lowest[ends] - self.highest[start]
        shared = self.features[np.ix_(ends, self._wide)] & self.features[start, self._wide]
        result: Integers = gain + total(shared, self.width[self._wide])
        return result

    def surely_better(self, start: int, ends: NDArray[np.intp]) -> NDArray[np.intp]:
        """Those of ``ends`` that in every realisation are no worse for any party and better for one."""
        rising = (self.lowest[ends] >= self.lowest[start]) & (self.highest[ends] >= self.highest[start])
        ends = ends[rising.all(axis=1)]  # necessary, and quicker to see than the gains
        gain = self.least_gain(start, ends)
        return ends[(gain >= 0).all(axis=1) & (gain > 0).any(axis=1)]

    def helped(self, start: int, end: int) -> list[bool]:
        """By party whether ``end`` is better than ``start`` in every realisation."""
        return [bool(gain > 0) for gain in self.least_gain(start, np.array([end]))[0]]

    def by_strength(self, among: NDArray[np.intp]) -> NDArray[np.intp]:
        """The same packages in an order in which whoever surely beats one stands before it."""
        sums = (self.lowest[among] + self.highest[among]).sum(axis=1)
        return among[np.argsort(-sums, kind="stable")]

    def neighbours(self, row: int) -> NDArray[np.intp]:
        """The packages that differ from this one in one issue alone; issues and options run like digits."""
        found, stride = [], 1
        for number in reversed(range(self.picks.shape[1])):
            size = len(self.case.issues[number].options)
            pick = int(self.picks[row, number])
            found += [row + (other - pick) * stride for other in range(size) if other != pick]
            stride *= size
        return np.array(sorted(found), dtype=np.intp)

    def package(self, row: int) -> Choice:
        return {issue.id: issue.options[pick].id for issue, pick in zip(self.case.issues, self.picks[row], strict=True)}

    def row(self, package: Choice) -> int:
        """The place of a package that has an option of each issue."""
        options = [[option.id for option in issue.options] for issue in self.case.issues]
        picks = [ids.index(package[issue.id]) for ids, issue in zip(options, self.case.issues, strict=True)]
        return int(np.ravel_multi_index(picks, [len(ids) for ids in options]))

    def points(self, party: int, value: Any) -> Fraction:
        """A scaled number of this party in its own points."""
        return Fraction(int(value), self.scale[party])

    def utilities(self, row: int) -> dict[str, Range]:
        return {
            profile.id: Range(
                low=self.points(party, self.lowest[row, party]), high=self.points(party, self.highest[row, party])
            )
            for party, profile in enumerate(self.case.parties)
        }

    def reserve(self, party: int) -> int | None:
        """The party's reserve, scaled; ``None`` while it is unknown."""
        reserve = self.case.parties[party].reserve
        return None if reserve is None else int(reserve * self.scale[party])

    def never_meets(self, party: int, reserve: int) -> NDArray[np.bool_]:
        """Which packages fall below a scaled reserve of a party in every realisation."""
        return np.asarray(self.highest[:, party] < reserve).astype(bool)

    def matches(self, choice: Choice) -> NDArray[np.bool_]:
        """Which packages have all options of a combination."""
        found = np.ones(len(self), dtype=bool)
        for number, issue in enumerate(self.case.issues):
            if issue.id in choice:
                wanted = [option.id for option in issue.options].index(choice[issue.id])
                found &= self.picks[:, number] == wanted
        return found


def total(features: NDArray[np.bool_], points: Integers) -> Integers:
    """The sum of the points of each row's features: packages x parties."""
    if points.dtype != object:
        return features.astype(points.dtype) @ points
    sums = [points[row].sum(axis=0) if row.any() else np.zeros(points.shape[1], dtype=object) for row in features]
    return np.array(sums, dtype=object).reshape(len(features), points.shape[1])


def tabulate(case: Case) -> Table:
    """All packages of a case whose names are settled, in the order in which issues and options are listed."""
    sizes = [len(issue.options) for issue in case.issues]
    picks = np.indices(sizes).reshape(len(sizes), -1).T
    chosen = [picks[:, [number]] == np.arange(size) for number, size in enumerate(sizes)]
    table = Table(case, picks, np.hstack(chosen), np.zeros((0, 0)), np.zeros((0, 0)), ())

    columns: list[NDArray[np.bool_]] = []
    points: list[list[Range]] = []
    for number, profile in enumerate(case.parties):
        points.append(option_points(case, profile))
        for link in profile.links:
            if link.with_ is not None and link.worth is not None:
                columns.append(table.matches(link.with_))
                points[number].append(link.worth)
    options = sum(sizes)
    ranges = [[Range(low=Fraction(0), high=Fraction(0))] * len(case.parties) for _ in range(options + len(columns))]
    link_row = options
    for number, values in enumerate(points):
        for row, value in enumerate(values[:options]):
            ranges[row][number] = value
        for value in values[options:]:
            ranges[link_row][number] = value
            link_row += 1

    scale = tuple(2 * denominator(values, profile) for values, profile in zip(points, case.parties, strict=True))
    ends = [
        [(int(value.low * factor), int(value.high * factor)) for value, factor in zip(row, scale, strict=True)]
        for row in ranges
    ]
    features = np.hstack([table.features, *(column[:, None] for column in columns)])
    dtype = fitting_dtype([list(column) for column in zip(*ends, strict=True)])
    low = np.array([[low for low, _ in row] for row in ends], dtype=dtype)
    width = np.array([[high - low for low, high in row] for row in ends], dtype=dtype)
    return Table(case, picks, features, low, width, scale)


def option_points(case: Case, profile: Profile) -> list[Range]:
    """A party's weighted points for each option, issue after issue."""
    points = []
    for issue in case.issues:
        weight = Fraction(1) if profile.weights is None else profile.weights[issue.id]
        for option in issue.options:
            score = profile.scores[issue.id][option.id]
            points.append(Range(low=weight * score.low, high=weight * score.high))
    return points


def stakes_of(case: Case, profile: Profile) -> dict[str, Fraction]:
    """By issue what lies between a party's worst and best option, weighted; of ranges the outer ends."""
    points = iter(option_points(case, profile))
    rows = {issue.id: [next(points) for _ in issue.options] for issue in case.issues}
    return {issue: max(p.high for p in row) - min(p.low for p in row) for issue, row in rows.items()}


def denominator(points: list[Range], profile: Profile) -> int:
    """The smallest number that makes all of a party's points, and its reserve, whole."""
    numbers = [end for value in points for end in (value.low, value.high)]
    if profile.reserve is not None:
        numbers.append(profile.reserve)
    return math.lcm(*(number.denominator for number in numbers))


def fitting_dtype(ends: list[list[tuple[int, int]]]) -> Any:
    """64-bit integers if no sum that is formed anywhere of a party's numbers (low and high ends) can leave them."""
    largest = max(sum(abs(low) + high - low for low, high in numbers) for numbers in ends)
    return np.int64 if 4 * len(ends) * largest < _SAFE else object
