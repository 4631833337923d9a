"""What changes from one package to others near it, in cases of any size: gains in every realisation, what is broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from parley.model import Choice, Range, plain_number
from parley.text.listing import listed

from .coded import Coded, in_words
from .turns import Combination, Integers

Picks = NDArray[np.int16]
"""Option numbers: packages x issues, or one package's."""


@dataclass(frozen=True)
class Gains:
    """Packages x parties: the ``least`` that a change gives in any realisation, scaled, and whether it surely helps."""

    least: Integers
    helped: NDArray[np.bool_]

    @property
    def never_worse(self) -> NDArray[np.bool_]:
        """By package whether nobody is worse off in any realisation."""
        return np.asarray((self.least >= 0).all(axis=1)).astype(bool)


@dataclass(frozen=True)
class Nearby:
    """Comparisons of single packages of a case; nothing is listed that isn't asked for."""

    code: Coded

    def picks(self, package: Choice) -> Picks:
        """The option numbers of a package that names an option of each issue by id."""
        issues = self.code.case.issues
        return np.array([[o.id for o in issue.options].index(package[issue.id]) for issue in issues], dtype=np.int16)

    def gains(self, start: Picks, ends: Picks) -> Gains:
        """What going from ``start`` to each of ``ends`` gives. What both share cancels, its unknowns too."""
        sums = self.code.sums
        least: Integers = np.zeros((len(ends), sums.parties), dtype=sums.points[0].dtype)
        for issue, low in enumerate(sums.points):
            high = low if sums.widths is None else low + sums.widths[issue]
            moved, before = ends[:, issue] != start[issue], start[issue]
            least[moved] += low[ends[moved, issue]] - high[before]
        for bonus in sums.bonuses:
            low = bonus.points
            high = low if bonus.width is None else low + bonus.width
            before, after = bool(_met(bonus.when, start[None])[0]), _met(bonus.when, ends)
            if before:
                least[~after] -= high
            else:
                least[after] += low
        return Gains(least, (least > 0).astype(bool))

    def broken(self, picks: Picks) -> NDArray[np.bool_]:
        """Packages x red lines and insistences: which each breaks."""
        bans = self.code.sums.bans
        found = np.zeros((len(picks), len(bans)), dtype=bool)
        for number, ban in enumerate(bans):
            found[:, number] = _met(ban.when, picks)
            if ban.unless is not None:
                found[:, number] &= ~_met(ban.unless, picks)
        return found

    def improvements(self, start: Picks, ends: Picks, gains: Gains) -> NDArray[np.intp]:
        """The places of those ``ends`` that are surely better than ``start`` for somebody and worse for nobody (by
        their ``gains``), and that break nothing which ``start`` doesn't break."""
        better = gains.never_worse & gains.helped.any(axis=1)
        return np.flatnonzero(better & ~(self.broken(ends) & ~self.broken(start[None])[0]).any(axis=1))

    def single_changes(self, start: Picks) -> Picks:
        """Every package that differs from ``start`` in one issue alone."""
        changed = [
            (issue, option)
            for issue, points in enumerate(self.code.sums.points)
            for option in range(len(points))
            if option != start[issue]
        ]
        ends = np.repeat(start[None], len(changed), axis=0)
        for row, (issue, option) in enumerate(changed):
            ends[row, issue] = option
        return ends

    @cached_property
    def span(self) -> NDArray[np.float64]:
        """By party about what lies between its worst and its best package, to put gains in an order."""
        points = self.code.sums.points
        wide = np.array([(each.max(axis=0) - each.min(axis=0)).astype(float) for each in points])
        found: NDArray[np.float64] = np.maximum(wide.sum(axis=0), 1.0)
        return found

    @property
    def scale(self) -> tuple[int, ...]:
        """What the points of each party are multiplied by."""
        return self.code.scale

    def in_points(self, start: Picks, end: Picks) -> dict[str, Range]:
        """By party the least and the most that it gains from one package to another."""
        least, most = self.gains(start, end[None]).least[0], -self.gains(end, start[None]).least[0]
        return {
            party.id: Range(low=Fraction(int(least[n]), self.scale[n]), high=Fraction(int(most[n]), self.scale[n]))
            for n, party in enumerate(self.code.case.parties)
        }

    def change(self, start: Picks, end: Picks) -> tuple[dict[str, Range], str]:
        """What going from one package to another gives each party, and in words what is changed and for whom."""
        helped = self.gains(start, end[None]).helped[0]
        gains = self.in_points(start, end)
        parties = [party for party, better in zip(gains, helped.tolist(), strict=True) if better]
        return gains, f"Changing {moved(self.package(start), self.package(end))} is {for_whom(parties, gains)}"

    def package(self, picks: Picks) -> Choice:
        return self.code.package(picks.tolist())

    def breaks_in_words(self, start: Picks) -> str:
        """What a package breaks, in words; empty if nothing."""
        held = [holding for holding in self.code.holdings if not holding.is_reserve]
        return listed([held[n].words for n in np.flatnonzero(self.broken(start[None])[0])])


def for_whom(helped: Sequence[str], gains: Mapping[str, Range]) -> str:
    """For whom a change is surely better, and by how much at least where that is more than nothing."""
    better = [f"{each} (by {plain_number(gains[each].low)})" if gains[each].low > 0 else each for each in helped]
    everybody = len(better) == len(gains) > 1
    return f"better for {listed(better)}" + (", that is for everybody" if everybody else " and worse for nobody")


def moved(before: Choice, after: Choice) -> str:
    """The changes from one package to another, in words."""
    return " together with ".join(
        f"{issue} from {before[issue]} to {option}" for issue, option in after.items() if before[issue] != option
    )


def told(package: Choice) -> str:
    return in_words(package)


def _met(combination: Combination, picks: Picks) -> NDArray[np.bool_]:
    found = np.ones(len(picks), dtype=bool)
    for issue, option in combination.items():
        found &= picks[:, issue] == option
    return found
