"""How far the answer holds: shares over seeded draws, what is settled without them, and what to ask next."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Choice, Held, Robustness, Settled

from .admissible import Admissible
from .asking import questions
from .coded import Coded, in_words
from .draws import Draws, draw_profiles
from .settled import InZone, Settling
from .table import Table
from .tally import MOST_EACH, Tally, refused, tally_each
from .tally_chosen import tally_chosen

DRAWS, SEED = 1000, 20_011
MOST_SHOWN = 20
"""The most packages that are shown: those with the least mean regret."""


class Drawn:
    """Draws of a case and what becomes of its packages in them.

    ``table`` has all packages where these are few enough to look at each; ``unbeaten`` are those rows of it that
    none surely beats, and ``settled`` says what is known of those that no red line refuses, if that was asked before.
    """

    def __init__(
        self,
        case: Case,
        code: Coded,
        sets: Sequence[Admissible],
        draws: int,
        seed: int,
        table: Table | None = None,
        unbeaten: Sequence[int] = (),
        settled: InZone | None = None,
    ) -> None:
        self.case, self.code, self.sets, self.seed, self.table = case, code, sets, seed, table
        self.unbeaten = set(unbeaten)
        self.packages = math.prod(len(issue.options) for issue in case.issues)
        self.draws: Draws = draw_profiles(case, sets, draws, seed)
        self.settling = Settling(code, sets)
        self._settled = settled
        self.tally: Tally = (tally_each if self.packages <= MOST_EACH else tally_chosen)(code, self.draws)

    def robustness(self, nash_stable: bool | None, why: str, empty: bool) -> Robustness:
        """The answer; ``nash_stable`` and ``why`` are as tried at the ends of ranges, ``empty`` says that the zone is
        known to be, so that no draw has any package in it."""
        found = self.tally
        with_zone = int(found.has_zone.sum())
        shown = self.shown()
        packages, told = self._held(shown)
        ask = questions(
            self.case, self.draws, found, [self.settling.accepts(n, found.picks) for n in range(len(self.sets))]
        )
        return Robustness(
            uncertain=len(self.draws.unknowns),
            nash_stable=nash_stable,
            why=" ".join(filter(None, (why, "" if empty else self._why(with_zone, packages)))),
            draws=found.drawn,
            with_zone=with_zone,
            seed=self.seed,
            in_zone=self._in_zone(),
            on_frontier=told,
            packages=packages,
            ask=ask,
        )

    def shown(self) -> list[int]:
        """The places in the tally of the packages with the least mean regret."""
        mean = self.tally.value.mean(axis=0)
        return [int(place) for place in np.argsort(-mean, kind="stable")[:MOST_SHOWN]]

    def package(self, place: int) -> Choice:
        return self.code.package(self.tally.picks[place].tolist())

    def often(self, standard: NDArray[np.bool_]) -> list[int]:
        """The places of the packages that a standard chooses in the largest share of the draws."""
        shares = standard.sum(axis=0)
        return [] if not shares.any() else np.flatnonzero(shares == shares.max()).tolist()

    @cached_property
    def allowed(self) -> NDArray[np.intp]:
        """The packages of the table that no red line refuses."""
        assert self.table is not None
        banned = [refused(ban, self.table.picks) for ban in self.code.sums.bans]
        return self.table.picks[~np.any(banned, axis=0)] if banned else self.table.picks

    @cached_property
    def of_allowed(self) -> InZone:
        return self._settled or self.settling.zone(self.allowed)

    @cached_property
    def of_tally(self) -> InZone:
        """What is settled of the packages that the tally has; where it looks at each these are all that are allowed."""
        if self.table is not None and self.packages <= MOST_EACH:
            return self.of_allowed
        return self.settling.zone(self.tally.picks)

    def _in_zone(self) -> Settled | None:
        """How many are in the zone of all packages, where each is looked at."""
        if self.table is None:
            return None
        every = self.of_allowed
        return Settled(
            necessarily=str(int(every.sure.sum())), possibly=str(int(every.possible.sum())), exact=every.exact
        )

    def _held(self, shown: list[int]) -> tuple[tuple[Held, ...], Settled | None]:
        found = self.tally
        judged = {place: self._on_frontier(place) for place in shown}
        settled = None
        if self.table is not None and self.packages <= MOST_EACH:
            every = [judged.get(place) or self._on_frontier(place) for place in range(len(found.picks))]
            settled = Settled(
                necessarily=str(sum(always is True for always, _ in every)),
                possibly=str(sum(ever is not False for _, ever in every)),
                exact=all(always is not None and ever is not None for always, ever in every),
            )
        some = found.has_zone
        rows = []
        for place in shown:
            always, ever = judged[place]
            regret = 1 - found.value[some, place]
            rows.append(
                Held(
                    package=self.package(place),
                    zone=_share(found.zone[:, place]),
                    frontier=None if found.frontier is None else _share(found.frontier[:, place]),
                    nash=_share(found.chosen["nash"][some, place]),
                    egalitarian=_share(found.chosen["egalitarian"][some, place]),
                    mean_regret=_rounded(float(regret.mean()) if len(regret) else 1.0),
                    max_regret=_rounded(float(regret.max()) if len(regret) else 1.0),
                    necessarily_in_zone=bool(self.of_tally.sure[place]),
                    possibly_in_zone=bool(self.of_tally.possible[place]),
                    necessarily_on_frontier=always,
                    possibly_on_frontier=ever,
                )
            )
        return tuple(rows), settled

    def _on_frontier(self, place: int) -> tuple[bool | None, bool | None]:
        """Whether a package is on the frontier in every profile, and in some."""
        pick = self.tally.picks[place]
        seen = None if self.tally.frontier is None else self.tally.frontier[:, place]
        if seen is not None and self.draws.same_points:
            return bool(seen.all()), bool(seen.all())
        ever: bool | None = True if seen is not None and seen.any() else None
        if self.table is not None:
            row = self._row(pick)
            if ever is None and row not in self.unbeaten:
                ever = False
            elif ever is None and self.settling.by_sums:
                ever = True
            if seen is not None and not seen.all():
                return False, ever
            return self.settling.never_beaten(pick, self.allowed), ever
        if ever is None:
            ever = self.settling.not_surely_beaten(pick)
        if seen is not None and not seen.all():
            return False, ever
        return self.settling.never_beaten_at_all(pick), ever

    def _row(self, pick: NDArray[np.intp]) -> int:
        assert self.table is not None
        sizes = [len(issue.options) for issue in self.case.issues]
        return int(np.ravel_multi_index(tuple(pick), tuple(sizes)))

    def _why(self, with_zone: int, packages: tuple[Held, ...]) -> str:
        count = self.tally.drawn
        told = f"In {_percent(with_zone, count)} of {count:,} drawn profiles (seed {self.seed}"
        if None in self.draws.reserves:
            told += "; unknown reserves anywhere from a party's worst package to its best"
        told += ") some package is acceptable to all."
        if not packages or not with_zone:
            return told
        best = packages[0]
        return (
            f"{told} The least regret over all of them has {in_words(best.package)}: acceptable to all in "
            f"{float(100 * best.zone):.3g} percent, a Nash package in {float(100 * best.nash):.3g} percent of those "
            f"with any, mean regret {float(best.mean_regret):.2g}."
        )


def _share(flags: NDArray[np.bool_]) -> Fraction:
    return Fraction(int(flags.sum()), max(1, len(flags)))


def _percent(part: int, whole: int) -> str:
    share = 100 * part / max(1, whole)
    return f"{share:.3g} percent"


def _rounded(number: float) -> Fraction:
    return Fraction(round(number * 10_000), 10_000)
