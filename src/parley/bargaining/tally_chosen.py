"""Where packages are too many to look at each in every draw: those that some draw chooses, looked at in all draws.

Each draw is a case whose numbers are known, so its frontier is merged exactly; where it is too large to list, its Nash
packages are searched for and proven.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .coded import Coded
from .draws import Draws
from .merging import Merged, TooManyStates, merge
from .orders import Integers
from .ranked import utilities_of
from .standards import nash_packages
from .tally import STANDARDS, Flags, Tally, bearable, choices, own_bans, shares
from .turns import Ban, Bonus, Sums

MOST_ROWS, MOST_COMPARED = 1_200_000, 10_000_000
"""The most rows of frontiers, times parties less one squared, that all draws find, or look at: then no more are."""
MOST_CHOSEN = 200
"""The most packages that are looked at in all draws: those that most draws choose."""
BY_SEARCH = 10
"""Draws where the frontier is too large to list."""


def tally_chosen(code: Coded, draws: Draws) -> Tally:
    """As :func:`~.tally.tally_each`, of the packages that some draw chooses; of fewer draws where these are costly."""
    try:
        return _Chosen(code, draws, None).tally()
    except TooManyStates:
        return _Chosen(code, draws, BY_SEARCH).tally()


Package = tuple[int, ...]
"""The number of its option for each issue."""


@dataclass
class _Draw:
    vectors: Integers | None
    """The frontier."""
    reserve: Integers
    product: float
    has_zone: bool


class _Chosen:
    """Draw by draw: frontier and choice; then all packages that were chosen are looked at in every draw."""

    def __init__(self, code: Coded, draws: Draws, search: int | None) -> None:
        self.code, self.draws, self.search = code, draws, search
        self.units = np.array(draws.units, dtype=float)
        self.chosen: dict[Package, int] = {}
        self.kept: Merged | None = None

    def tally(self) -> Tally:
        found: list[_Draw] = []
        picked: list[dict[str, set[Package]]] = []
        rows = 0
        count = self.draws.count if self.search is None else min(self.search, self.draws.count)
        for number in range(count):
            draw, chosen = self._draw(number) if self.search is None else self._searched(number)
            found.append(draw)
            picked.append(chosen)
            for packages in chosen.values():
                for package in sorted(packages):
                    self.chosen[package] = self.chosen.get(package, 0) + 1
            rows += 0 if draw.vectors is None else len(draw.vectors) * (len(self.units) - 1) ** 2
            if rows > (MOST_COMPARED if self.draws.same_points else MOST_ROWS):
                break
        often = sorted(self.chosen, key=lambda package: (-self.chosen[package], package))[:MOST_CHOSEN]
        picks = np.array(often, dtype=np.intp).reshape(len(often), len(self.code.case.issues))
        return self._evaluate(found, picked, picks, often)

    def _evaluate(
        self,
        found: list[_Draw],
        picked: list[dict[str, set[Package]]],
        picks: NDArray[np.intp],
        often: list[Package],
    ) -> Tally:
        shape = (len(found), len(picks))
        utilities = utilities_of(self.code.case, self.draws, picks, slice(0, len(found)))
        reserves = np.stack([draw.reserve for draw in found])
        accepted = (utilities >= reserves[:, None, :]).astype(bool)
        zone: Flags = np.asarray(accepted.all(axis=2))
        gains = ((utilities - reserves[:, None, :]) / self.units).astype(float)
        product = np.where(zone, np.maximum(gains, 0).prod(axis=2), -1.0)
        best = np.array([draw.product for draw in found])
        frontier = None
        if self.search is None:
            frontier = np.zeros(shape, dtype=bool)
            for number, draw in enumerate(found):
                assert draw.vectors is not None
                efficient = set(map(tuple, draw.vectors.tolist()))
                frontier[number] = [tuple(row) in efficient for row in utilities[number].tolist()]
        chosen = {name: np.zeros(shape, dtype=bool) for name in STANDARDS}
        place = {package: n for n, package in enumerate(often)}
        for number, by_standard in enumerate(picked):
            for name, packages in by_standard.items():
                chosen[name][number, [place[each] for each in packages if each in place]] = True
        has_zone = np.array([draw.has_zone for draw in found])
        return Tally(picks, accepted, frontier, chosen, shares(product, zone, len(self.units), best), has_zone)

    def _draw(self, number: int) -> tuple[_Draw, dict[str, set[Package]]]:
        sums = self.sums(number)
        if self.kept is None or not self.draws.same_points:
            self.kept = merge(sums)
        merged = self.kept
        reserve = self.reserve(number, sums)
        gains = ((merged.vectors - reserve) / self.units).astype(float)
        zone = (merged.vectors >= reserve).all(axis=1).astype(bool)
        product = np.where(zone, np.maximum(gains, 0).prod(axis=1), -1.0)
        top = float(product.max(initial=0))
        draw = _Draw(merged.vectors, reserve, top, bool(zone.any()))
        chosen = choices(gains[None], product[None], zone[None], np.ones((1, len(zone)), dtype=bool))
        return draw, _packages(merged, {name: flags[0] for name, flags in chosen.items()})

    def _searched(self, number: int) -> tuple[_Draw, dict[str, set[Package]]]:
        sums = self.sums(number)
        reserve = self.reserve(number, sums)
        code = replace(self.code, reserves=tuple(int(each) for each in reserve), scale=self.draws.units)
        nash = nash_packages(code, sums) or set()
        if not nash:
            return _Draw(None, reserve, 0.0, False), {}
        one = np.array([sorted(nash)[0]], dtype=np.intp)
        vector = utilities_of(self.code.case, self.draws, one, slice(number, number + 1))[0, 0]
        product = float(np.maximum(((vector - reserve) / self.units).astype(float), 0).prod())
        return _Draw(None, reserve, product, True), {"nash": nash}

    def sums(self, number: int) -> Sums:
        """The case with the points of one draw."""
        parties = len(self.units)
        bonuses: list[Bonus] = []
        for bonus, worth in zip(self.code.sums.bonuses, self.draws.worths, strict=True):
            party = self.bonus_parties[len(bonuses)]
            earned = np.zeros(parties, dtype=worth.dtype)
            earned[party] = worth[number]
            bonuses.append(Bonus(bonus.when, earned))
        return Sums(tuple(points[number] for points in self.draws.points), tuple(bonuses), self.code.sums.bans)

    @property
    def bonus_parties(self) -> list[int]:
        return [n for n, party in enumerate(self.code.case.parties) for link in party.links if link.with_ is not None]

    def reserve(self, number: int, sums: Sums) -> Integers:
        found = []
        for party, known in enumerate(self.draws.reserves):
            if known is not None:
                found.append(known)
                continue
            low, high = self._from_worst_to_best(party, sums)
            found.append(low + (high - low) * int(self.draws.heights[number, party] * 2**20) // 2**20)
        fits = all(abs(each) < 2**62 for each in found)
        return np.array(found, dtype=sums.points[0].dtype if fits else object)

    def _from_worst_to_best(self, party: int, sums: Sums) -> tuple[int, int]:
        """Between what an unknown reserve lies."""
        own = own_bans(self.code, party)
        can = bearable(self.code.case, self.code.case.parties[party])
        everything = replace(sums, bans=())
        high = None if can is None else _extreme(_within(sums, can, own), party, -1)
        if high is None:
            high = _extreme(replace(sums, bans=tuple(own)), party, 1)
        if high is None:  # it refuses every package
            high = _extreme(everything, party, 1)
        low = _extreme(everything, party, -1)
        assert low is not None
        assert high is not None
        return low, high


def _within(sums: Sums, can: list[list[int]], bans: list[Ban]) -> Sums:
    """Only packages of options that a party can live with, by its own red lines."""
    others = [
        Ban({issue: option})
        for issue, points in enumerate(sums.points)
        for option in range(len(points))
        if option not in can[issue]
    ]
    return Sums(sums.points, sums.bonuses, (*others, *bans))


def _extreme(sums: Sums, party: int, sign: int) -> int | None:
    """The most (sign 1) or the least (sign -1) that a package gives one party; ``None`` where there is none."""
    bonuses = [Bonus(each.when, sign * each.points[[party]]) for each in sums.bonuses if each.points[party]]
    if all(len(ban.when) == 1 and ban.unless is None for ban in sums.bans) and not bonuses:
        refused = {next(iter(ban.when.items())) for ban in sums.bans}
        total = 0
        for issue, points in enumerate(sums.points):
            left = [each for n, each in enumerate(points[:, party].tolist()) if (issue, n) not in refused]
            if not left:
                return None
            total += max(left) if sign > 0 else min(left)
        return total
    own = tuple(sign * each[:, [party]] for each in sums.points)
    merged = merge(Sums(own, tuple(bonuses), sums.bans))
    return sign * int(merged.vectors[0, 0]) if len(merged.vectors) else None


def _packages(merged: Merged, chosen: dict[str, Flags]) -> dict[str, set[Package]]:
    """By standard the packages of the rows that it chooses (of very many that tie, the first)."""
    rows = np.flatnonzero(np.any(list(chosen.values()), axis=0))
    of_row, picks = merged.only(rows).packages(20)
    packages = list(map(tuple, picks.tolist()))
    return {name: {packages[n] for n in np.flatnonzero(flags[rows][of_row]).tolist()} for name, flags in chosen.items()}
