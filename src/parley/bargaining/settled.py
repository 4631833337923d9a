"""What holds of a package in every profile that fits what is known, or in some: without draws.

*Necessarily in the zone*: nobody breaks a red line, whoever's reserve is known reaches it at worst, and whoever's is
not is surely no worse off than with some package of options that it can live with. *Possibly*: at best, and where the
reserve is not known nothing is out but by red lines. *Necessarily on the frontier*: no package is, in any profile, as
good for all and better for one; parties being independent, that is told party by party.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .admissible import Admissible
from .coded import Coded
from .merging import TooManyStates, merge
from .orders import Integers
from .tally import Flags, bearable, own_bans, refused
from .turns import Bonus, Sums

MOST_STATES = 20_000
"""The most parts of packages that are kept to tell whether something beats one."""
_PAIRS = 200
"""So many packages that a party can live with are tried one by one, where its links or red lines tie them together."""


@dataclass(frozen=True)
class InZone:
    """Of packages which are necessarily (``sure``), and possibly, in the zone; and whether both are exact."""

    sure: Flags
    possible: Flags
    exact: bool


class Settling:
    """Answers for packages that no red line refuses: rows of option numbers by issue."""

    def __init__(self, code: Coded, sets: Sequence[Admissible]) -> None:
        self.code, self.sets = code, sets

    def zone(self, picks: NDArray[np.intp]) -> InZone:
        sure, possible = (np.ones(len(picks), dtype=bool) for _ in range(2))
        exact = True
        for party, known in enumerate(self.sets):
            reserve = self.code.case.parties[party].reserve
            if reserve is None:
                borne, told = self._borne(party, picks)
                sure &= borne
                exact = exact and told
                continue
            least, _ = known.gain(picks, known.nothing)
            floor = int(reserve * known.scale)
            sure &= (least >= floor).astype(bool)
            possible &= known.can_reach(picks, floor)
        return InZone(sure, possible, exact)

    def accepts(self, party: int, picks: NDArray[np.intp]) -> Flags:
        """Which a party surely accepts."""
        reserve = self.code.case.parties[party].reserve
        known = self.sets[party]
        if reserve is None:
            return self._borne(party, picks)[0]
        return np.asarray(known.gain(picks, known.nothing)[0] >= int(reserve * known.scale)).astype(bool)

    def _borne(self, party: int, picks: NDArray[np.intp]) -> tuple[Flags, bool]:
        """Which are surely no worse for a party than something it can live with; and whether no others are."""
        can = bearable(self.code.case, self.code.case.parties[party])
        if can is None:
            return np.zeros(len(picks), dtype=bool), True
        known = self.sets[party]
        bans = [
            ban for ban in own_bans(self.code, party) if all(option in can[issue] for issue, option in ban.when.items())
        ]
        like = np.empty_like(picks)
        for issue, options in enumerate(can):
            like[:, issue] = self._nearest(known, issue, options)[picks[:, issue]]
        valid = ~np.any([refused(ban, like) for ban in bans], axis=0) if bans else np.ones(len(picks), dtype=bool)
        borne = valid & (known.gain(picks, like)[0] >= 0).astype(bool)
        if borne.all() or not (known.worths or bans):
            return borne, True
        others = [tuple(each) for each in np.array(np.meshgrid(*can)).reshape(len(can), -1).T[:_PAIRS].tolist()]
        for row in others:
            one = np.array([row], dtype=np.intp)
            if not any(refused(ban, one)[0] for ban in bans):
                borne |= (known.gain(picks, one[0])[0] >= 0).astype(bool)
        return borne, bool(borne.all())

    @staticmethod
    def _nearest(known: Admissible, issue: int, options: list[int]) -> NDArray[np.intp]:
        """For each option of an issue which of ``options`` it is best compared with."""
        order = known.orders[issue]
        every = np.arange(order.nothing)
        gains = np.array([order.gain(every, np.full(len(every), each))[0] for each in options], dtype=object)
        return np.asarray(np.array(options, dtype=np.intp)[np.argmax(gains, axis=0)])

    def never_beaten(self, pick: NDArray[np.intp], by: NDArray[np.intp]) -> bool:
        """Whether none of ``by`` beats a package in any profile."""
        reach, better = np.ones(len(by), dtype=bool), np.zeros(len(by), dtype=bool)
        for known in self.sets:
            least, surely = known.better(np.broadcast_to(pick, by.shape), by)
            reach &= ~surely
            better |= (least < 0).astype(bool)
        return not bool((reach & better).any())

    @cached_property
    def by_sums(self) -> bool:
        """Whether all that is uncertain are points in ranges, so that merging tells of frontiers too."""
        return all(not each.chains and all(order.paths is None for order in each.orders) for each in self.sets)

    def never_beaten_at_all(self, pick: NDArray[np.intp]) -> bool | None:
        """As :meth:`never_beaten`, by whatever no red line refuses; ``None`` where that is too much to find out."""
        return self._none_beats(pick, best=True)

    def not_surely_beaten(self, pick: NDArray[np.intp]) -> bool | None:
        """Whether there is a profile in which nothing beats a package."""
        return self._none_beats(pick, best=False)

    def _none_beats(self, pick: NDArray[np.intp], best: bool) -> bool | None:
        """Whether no package is better than ``pick``, all that differs at its best, or at its worst."""
        if not self.by_sums:
            return None
        columns: list[list[Integers]] = []
        bonuses, base = [], []
        for party, known in enumerate(self.sets):
            alone = replace(known, worths=())
            columns.append([])
            for issue, order in enumerate(known.orders):
                rows = np.tile(pick, (order.nothing, 1))
                rows[:, issue] = np.arange(order.nothing)
                gain = -alone.gain(np.broadcast_to(pick, rows.shape), rows)[0] if best else alone.gain(rows, pick)[0]
                columns[party].append(gain)
            start = 0
            for worth in known.worths:
                has = all(pick[issue] == option for issue, option in worth.when.items())
                earned = np.zeros(len(self.sets), dtype=object)
                earned[party] = worth.low if has == best else worth.high
                start -= int(earned[party]) if has else 0
                bonuses.append(Bonus(worth.when, earned))
            base.append(start)
        points = [np.stack([columns[p][i] for p in range(len(self.sets))], axis=1) for i in range(len(pick))]
        points[0] = points[0] + np.array(base, dtype=object)
        whole = sum(int(abs(each).max()) for each in (*points, *(bonus.points for bonus in bonuses)))
        dtype = np.int64 if 4 * whole < 2**62 else object
        sums = Sums(
            tuple(each.astype(dtype) for each in points),
            tuple(Bonus(bonus.when, bonus.points.astype(dtype)) for bonus in bonuses),
            self.code.sums.bans,
        )
        try:
            merged = merge(sums, MOST_STATES)
        except TooManyStates:
            return None
        beats = (merged.vectors >= 0).all(axis=1) & (merged.vectors > 0).any(axis=1)
        return not bool(beats.any())
