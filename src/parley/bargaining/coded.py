"""A case as whole numbers: the sums that the engine merges, and what each party holds to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Choice, Range, plain_number
from parley.text.listing import listed

from .table import denominator, fitting_dtype, option_points
from .turns import Ban, Bonus, Combination, Integers, Sums


@dataclass(frozen=True, eq=False)
class Holding:
    """One thing that a party holds to, in words: a red line, an insistence (with ``unless``) or its reserve."""

    party: int
    words: str
    when: Choice | None = None
    unless: Choice | None = None

    @property
    def is_reserve(self) -> bool:
        return self.when is None


def holdings(case: Case) -> list[Holding]:
    """Everything that closes packages, party by party."""
    found = []
    for number, profile in enumerate(case.parties):
        for choice in profile.red_lines:
            found.append(Holding(number, f"{profile.id}'s red line on {in_words(choice)}", choice))
        for link in profile.links:
            if link.if_ is not None and link.then is not None:
                words = f"{profile.id}'s insistence on {in_words(link.then)} where {in_words(link.if_)}"
                found.append(Holding(number, words, link.if_, link.then))
        if profile.reserve is not None:
            found.append(Holding(number, f"{profile.id}'s reserve of {plain_number(profile.reserve)} points"))
    return found


def in_words(choice: Choice) -> str:
    said = [f"{issue} = {option}" for issue, option in choice.items()]
    return " with ".join(said) if len(said) <= 2 else listed(said)


@dataclass(frozen=True)
class Coded:
    """A case whose points are multiplied by one number per party (``scale``) that makes all of them whole and even.

    ``sums`` has the low ends, the widths of ranges and the bans; ``reserves`` are scaled, ``None`` while unknown.
    """

    case: Case
    scale: tuple[int, ...]
    sums: Sums
    holdings: tuple[Holding, ...]
    reserves: tuple[int | None, ...]

    @property
    def has_ranges(self) -> bool:
        widths = [*(self.sums.widths or ()), *(b.width for b in self.sums.bonuses if b.width is not None)]
        return any((width != 0).any() for width in widths)

    def unknowns(self) -> list[tuple[int, int, int]]:
        """Each number that is only known as a range: its issue (or after these, its bonus), its option, its party."""
        found = [
            (issue, int(option), int(party))
            for issue, width in enumerate(self.sums.widths or ())
            for option, party in np.argwhere(width != 0)
        ]
        issues = len(self.sums.points)
        for number, bonus in enumerate(self.sums.bonuses):
            if bonus.width is not None:
                found += [(issues + number, 0, int(party)) for party in np.flatnonzero(bonus.width)]
        return found

    def middle(self) -> Sums:
        """Every unknown at the middle of its range."""
        return Sums(
            tuple(low + width // 2 for low, width in zip(self.sums.points, self.sums.widths or (), strict=True)),
            tuple(
                Bonus(b.when, b.points + b.width // 2 if b.width is not None else b.points) for b in self.sums.bonuses
            ),
            self.sums.bans,
        )

    def at(self, highs: Iterable[tuple[int, int, int]]) -> Sums:
        """These unknowns at their high ends, all others at their low ends."""
        points = [low.copy() for low in self.sums.points]
        bonuses = [bonus.points.copy() for bonus in self.sums.bonuses]
        for place, option, party in highs:
            if place < len(points):
                assert self.sums.widths is not None
                points[place][option, party] += self.sums.widths[place][option, party]
            else:
                width = self.sums.bonuses[place - len(points)].width
                assert width is not None
                bonuses[place - len(points)][party] += width[party]
        changed = (Bonus(old.when, new) for old, new in zip(self.sums.bonuses, bonuses, strict=True))
        return Sums(tuple(points), tuple(changed), self.sums.bans)

    def package(self, picks: Sequence[int]) -> Choice:
        return {issue.id: issue.options[pick].id for issue, pick in zip(self.case.issues, picks, strict=True)}

    def utilities(self, picks: NDArray[np.int16]) -> tuple[Integers, Integers]:
        """The least and the most that each package (a row of option numbers) gives each party, scaled."""
        low: Integers = np.zeros((len(picks), self.sums.parties), dtype=self.sums.points[0].dtype)
        high = low.copy()
        for issue, points in enumerate(self.sums.points):
            width = self.sums.widths[issue] if self.sums.widths is not None else np.zeros_like(points)
            low += points[picks[:, issue]]
            high += (points + width)[picks[:, issue]]
        for bonus in self.sums.bonuses:
            met = np.ones(len(picks), dtype=bool)
            for issue, option in bonus.when.items():
                met &= picks[:, issue] == option
            low[met] += bonus.points
            high[met] += bonus.points if bonus.width is None else bonus.points + bonus.width
        return low, high

    def points(self, party: int, value: int) -> Fraction:
        """A scaled number of this party in its own points."""
        return Fraction(int(value), self.scale[party])


def coded(case: Case) -> Coded:
    """A case whose names are settled, in whole numbers."""
    numbers = {issue.id: n for n, issue in enumerate(case.issues)}
    options = {issue.id: {option.id: n for n, option in enumerate(issue.options)} for issue in case.issues}

    def combination(choice: Choice) -> Combination:
        return {numbers[issue]: options[issue][option] for issue, option in choice.items()}

    by_party = [option_points(case, profile) for profile in case.parties]
    worths = [[(link.with_, link.worth) for link in p.links if link.with_ and link.worth] for p in case.parties]
    everything = [[*points, *(worth for _, worth in some)] for points, some in zip(by_party, worths, strict=True)]
    scale = tuple(2 * denominator(points, profile) for points, profile in zip(everything, case.parties, strict=True))
    dtype = fitting_dtype(
        [[_ends(value, factor) for value in some] for some, factor in zip(everything, scale, strict=True)]
    )
    points, widths, at = [], [], 0
    for issue in case.issues:
        rows = [
            [_ends(mine[at + n], factor) for mine, factor in zip(by_party, scale, strict=True)]
            for n in range(len(issue.options))
        ]
        points.append(np.array([[low for low, _ in row] for row in rows], dtype=dtype))
        widths.append(np.array([[high - low for low, high in row] for row in rows], dtype=dtype))
        at += len(issue.options)
    bonuses = []
    for party, some in enumerate(worths):
        for choice, worth in some:
            low, high = _ends(worth, scale[party])
            earned, width = (np.zeros(len(case.parties), dtype=dtype) for _ in range(2))
            earned[party], width[party] = low, high - low
            bonuses.append(Bonus(combination(choice), earned, width))
    held = holdings(case)
    bans = [
        Ban(combination(each.when), combination(each.unless) if each.unless is not None else None)
        for each in held
        if each.when is not None
    ]
    reserves = tuple(
        None if profile.reserve is None else int(profile.reserve * factor)
        for profile, factor in zip(case.parties, scale, strict=True)
    )
    return Coded(case, scale, Sums(tuple(points), tuple(bonuses), tuple(bans), tuple(widths)), tuple(held), reserves)


def _ends(value: Range, factor: int) -> tuple[int, int]:
    return int(value.low * factor), int(value.high * factor)
