"""The four solutions, and whether there is a zone of agreement, where the frontier is too large to list."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from .blocks import Blocks, OfBlocks, in_blocks
from .coded import Coded
from .merging import merge
from .prices import Aim, Floats
from .search import Found, Search
from .solutions import choose
from .turns import Bonus, Integers, Sums

_TOLD = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}


@dataclass(frozen=True)
class Standards:
    """``best`` has the packages by standard; those in ``proven`` are all there are; ``why`` says what of the others."""

    blocks: Blocks
    best: dict[str, OfBlocks] = field(default_factory=dict)
    proven: frozenset[str] = frozenset()
    why: tuple[str, ...] = ()


def standards(code: Coded, sums: Sums) -> Standards:
    """All four, of the case with ranges settled as in ``sums``; none where nothing meets every reserve."""
    blocks = in_blocks(sums)
    if blocks.empty:
        return Standards(blocks)
    search = Search(blocks, tuple(int(low) for low in disagreement(code, sums)))
    return _Choosing(code, search).all()


def nash_packages(code: Coded, sums: Sums) -> set[tuple[int, ...]] | None:
    """The option numbers of the Nash packages of one realisation (of many that tie the first ones); ``None`` where they
    are not proven, or are all acceptable packages of the frontier because all products of gains are 0."""
    blocks = in_blocks(sums)
    if blocks.empty:
        return set()
    choosing = _Choosing(code, Search(blocks, tuple(int(low) for low in disagreement(code, sums))))
    if not choosing.choose("egalitarian"):
        return set()
    choosing.choose_nash()
    if "nash" not in choosing.proven:
        return None
    _, picks = choosing.best["nash"].packages(1000)
    return {tuple(pick) for pick in picks.tolist()}


def zone_is_empty(code: Coded, highest: Sums) -> bool:
    """Whether no package meets all reserves that are known; ``highest`` has every unknown at its high end."""
    blocks = in_blocks(highest)
    known = np.array([reserve is not None for reserve in code.reserves])
    if blocks.empty or not known.any():
        return blocks.empty
    start = tuple(low if r is None else r for low, r in zip(blocks.base, code.reserves, strict=True))
    return Search(blocks, start).best(Aim("least", known.astype(float))) is None


def disagreement(code: Coded, sums: Sums) -> Integers:
    """Per party its reserve, or while that is unknown its worst utility among the packages that no ban refuses."""
    start = []
    for party, reserve in enumerate(code.reserves):
        if reserve is None:
            worst = merge(_of_one(sums, party, -1)).vectors
            start.append(-int(worst[0, 0]) if len(worst) else 0)
        else:
            start.append(reserve)
    fits = all(abs(number) < 2**62 for number in start)
    return np.array(start, dtype=sums.points[0].dtype if fits else object)


def _of_one(sums: Sums, party: int, sign: int) -> Sums:
    """The case of one party alone; with ``sign`` -1 what is worst for it is best."""
    points = tuple(sign * points[:, [party]] for points in sums.points)
    return Sums(points, tuple(Bonus(each.when, sign * each.points[[party]]) for each in sums.bonuses), sums.bans)


class _Choosing:
    """One standard after another; what one needs of another comes first."""

    def __init__(self, code: Coded, search: Search) -> None:
        self.code, self.search = code, search
        self.best: dict[str, OfBlocks] = {}
        self.proven: set[str] = set()
        self.why: list[str] = []
        self.least_is_more = False
        scale = [factor / unit for factor, unit in zip(code.scale, search.unit, strict=True)]
        points = [unit / factor for factor, unit in zip(code.scale, search.unit, strict=True)]
        self.aims = {
            "egalitarian": Aim("least", np.array(scale) / max(scale)),
            "utilitarian": Aim("sum", np.array(points) / max(points)),
            "nash": Aim("product", np.ones(len(scale))),
        }

    def all(self) -> Standards:
        if self.choose("egalitarian"):
            self.choose("utilitarian")
            self._choose_kalai_smorodinsky()
            self.choose_nash()
        return Standards(self.search.blocks, self.best, frozenset(self.proven), tuple(self.why))

    def choose(self, name: str, ideal: list[int] | None = None, sure: bool = True) -> bool:
        """Whether there is a package at all; ``ideal`` is each party's largest gain, where the standard needs it."""
        aim = self.aims[name]
        found = self.search.best(aim)
        if found is None:
            return False
        if not len(found.merged.ends):
            self.why.append(f"No {_TOLD[name]} package was found within the limit of the search.")
            return True
        gains = self.search.gains(found.merged.vectors)
        largest = gains.max(axis=0) if ideal is None else np.array(ideal, dtype=object)
        rows = choose(gains, largest, self.code.scale)[name]
        self.best[name] = OfBlocks(self.search.blocks, found.merged.only(np.array(rows, dtype=np.intp)))
        if name == "egalitarian":
            self.least_is_more = bool((gains[rows[0]] > 0).all())
        if found.proven and sure:
            self.proven.add(name)
        else:
            self.why.append(self._off(name, aim, found, gains[rows[0]]))
        return True

    def _off(self, name: str, aim: Aim, found: Found, gains: Integers) -> str:
        value = float(aim.value(_in_units(gains, self.search.unit))[0])
        what = {"nash": "product of gains", "kalai_smorodinsky": "smallest share", "egalitarian": "smallest gain"}
        off = math.expm1(found.bound - value) if name == "nash" else (found.bound - value) / max(value, 1e-12)
        share = math.ceil(max(off, 0) * 10_000 + 1) / 100
        return (
            f"The {_TOLD[name]} package is not proven to be the best, or the only one: the {what.get(name, 'sum')} of "
            f"another can be larger, by {share:g} percent at most."
        )

    def choose_nash(self) -> None:
        """Where somebody gains nothing in every package all products are 0, and nothing chooses among the frontier."""
        if self.least_is_more:
            self.choose("nash")
        elif "egalitarian" in self.proven:
            self.best["nash"] = self.best["egalitarian"]
            self.why.append(
                "Every package leaves some party without gains, so all products of gains are 0 and each acceptable "
                "package of the frontier is a Nash package: the egalitarian ones stand for them."
            )
        else:
            self.why.append("No Nash package was found within the limit of the search.")

    def _choose_kalai_smorodinsky(self) -> None:
        ideal, sure = [], True
        for party in range(len(self.search.unit)):
            most, proven = self.search.most_for(party)
            ideal.append(most)
            sure = sure and proven
        shares: Floats = np.array([most / unit for most, unit in zip(ideal, self.search.unit, strict=True)])
        if shares.any():
            self.aims["kalai_smorodinsky"] = Aim("least", shares / shares.max())
            self.choose("kalai_smorodinsky", ideal, sure)
        else:  # nobody can gain anything: all acceptable packages are alike
            self.best["kalai_smorodinsky"] = self.best["utilitarian"]
            if "utilitarian" in self.proven:
                self.proven.add("kalai_smorodinsky")


def _in_units(gains: Integers, unit: list[int]) -> Floats:
    return np.array([[int(gain) / by for gain, by in zip(gains, unit, strict=True)]])
