"""All utility functions of a party that fit what is known of it, and what holds in every one of them.

A utility function is a sum over issues (and links). Of an issue with scores the points are known, or lie in ranges,
and a ranking may order them. Of an issue that is only ranked an option is worth a share of what is at stake, from
nothing (the worst) to all of it (the best); the stakes are unknown, but for what ``stakes`` and ``issue_ranking``
tell. Where a party has no points at all, its stakes add up to 100. Every such function is admissible, none is likelier
(preference by *necessary* and *possible* relations: Greco, Mousseau and Slowinski, "Ordinal regression revisited",
European Journal of Operational Research 191, 2008; ranked weights: Kirkwood and Sarin 1985, Barron and Barrett 1996).

Issues are independent but for the stakes, and these are bound by rankings and ends alone; so the least of a
difference over all admissible functions is found without a solver, in whole numbers.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from parley.model import Case, Issue, Profile, Range, UnusableInput, plain_number

from .orders import Contradiction, Integers, Order, ranked_order, scored_order

WHOLE = 100
"""What all stakes of a party without any points add up to."""


@dataclass(frozen=True)
class Chain:
    """Groups of issues by what is at stake, most first; those of a group have the same, from ``low`` to ``high``."""

    groups: tuple[tuple[int, ...], ...]
    low: tuple[int, ...]
    high: tuple[int, ...]


@dataclass(frozen=True)
class Worth:
    """Points from ``low`` to ``high`` for all these options (number of the option by that of the issue) together."""

    when: Mapping[int, int]
    low: int
    high: int


@dataclass(frozen=True)
class Admissible:
    """One party: an :class:`Order` for each issue, its stakes in ``chains``, in whole numbers (times ``scale``).

    ``shares`` says that all stakes add up to ``WHOLE``; the ends of the chains are then idle. ``scale`` has the
    factor ``spread`` that such stakes need and points do not; ``stake`` is what all of a stake is in an order, and
    the ends of chains are times ``scale`` divided by it. ``assumed`` are sentences on bounds that nobody told.
    """

    orders: tuple[Order, ...]
    chains: tuple[Chain, ...]
    worths: tuple[Worth, ...]
    scale: int
    shares: bool
    spread: int = 1
    stake: int = 1
    assumed: tuple[str, ...] = ()

    @cached_property
    def nothing(self) -> NDArray[np.intp]:
        """A package, as it were, that is worth nothing in each issue."""
        return np.array([order.nothing for order in self.orders], dtype=np.intp)

    @property
    def uncertain_stakes(self) -> bool:
        """Whether what is at stake in some ranked issue is not known."""
        if self.shares:
            return sum(len(chain.groups) for chain in self.chains) > 1
        return any(low != high for chain in self.chains for low, high in zip(chain.low, chain.high, strict=True))

    def gain(self, ends: NDArray[np.intp], start: NDArray[np.intp]) -> tuple[Integers, NDArray[np.bool_]]:
        """The least that each row of ``ends`` (option numbers by issue) is better than ``start`` (a row, or rows), and
        whether it is always more than that."""
        start = np.broadcast_to(start, ends.shape)
        total: Integers = np.zeros(len(ends), dtype=object)
        never = np.zeros(len(ends), dtype=bool)
        for issue, order in enumerate(self.orders):
            if not order.in_stakes:
                least, more = order.gain(ends[:, issue], start[:, issue])
                total, never = total + least, never | more
        for worth in self.worths:
            has, had = _met(worth.when, ends), _met(worth.when, start)
            total = total + worth.low * (has & ~had).astype(int) - worth.high * (had & ~has).astype(int)
        if not self.chains:
            return total, never
        sums = []
        for chain in self.chains:
            steps = []
            for group, high in zip(chain.groups, chain.high, strict=True):
                step: Integers = np.zeros(len(ends), dtype=np.int64)
                for issue in group:
                    least, more = self.orders[issue].gain(ends[:, issue], start[:, issue])
                    step = step + least.astype(np.int64)
                    if high or self.shares:
                        never |= more
                steps.append(step)
            sums.append(np.cumsum(np.array(steps), axis=0))
        if self.shares:
            return self._by_shares(total, never, sums)
        for chain, prefix in zip(self.chains, sums, strict=True):
            least, more = _by_ends(chain, prefix)
            total, never = total + least, never | more
        return total, never

    def better(self, ends: NDArray[np.intp], start: NDArray[np.intp]) -> tuple[Integers, NDArray[np.bool_]]:
        """As :meth:`gain`, and whether each is better than ``start`` in every function, by however little."""
        least, more = self.gain(ends, start)
        return least, (least > 0).astype(bool) | ((least == 0).astype(bool) & more)

    def _by_shares(
        self, total: Integers, never: NDArray[np.bool_], sums: list[Integers]
    ) -> tuple[Integers, NDArray[np.bool_]]:
        """Of stakes that add up the extremes are: all alike in the first groups of one chain, and nothing elsewhere."""
        corners = []
        for chain, prefix in zip(self.chains, sums, strict=True):
            issues = np.cumsum([len(group) for group in chain.groups])
            whole_stake = WHOLE * self.scale // self.stake
            corners += [prefix[k].astype(object) * (whole_stake // int(issues[k])) for k in range(len(issues))]
        least = np.min(np.array(corners), axis=0)
        # Stakes are more than 0 and differ where they are ranked: a mixture that leaves no corner out. So the least is
        # reached only if all of them are the least.
        inside = np.all(np.array(corners) == least, axis=0)
        return total + least, never | ~inside.astype(bool)

    def lowest(self, picks: NDArray[np.intp]) -> Integers:
        """The least utility that any admissible function gives each package."""
        return self.gain(picks, self.nothing)[0]

    def can_reach(self, picks: NDArray[np.intp], floor: int) -> NDArray[np.bool_]:
        """Which packages some admissible function makes worth ``floor`` or more; their highest may be a bound that none
        reaches."""
        lost, never = self.gain(np.broadcast_to(self.nothing, picks.shape), picks)
        return np.asarray((-lost > floor).astype(bool) | ((-lost == floor).astype(bool) & ~never))

    def highest(self, picks: NDArray[np.intp]) -> Integers:
        rows = np.broadcast_to(self.nothing, picks.shape)
        return -self.gain(rows, picks)[0]


def _by_ends(chain: Chain, prefix: Integers) -> tuple[Integers, NDArray[np.bool_]]:
    """The least of the sum of stake times step, for stakes between their ends that fall along the chain.

    Level by level: the groups with more than so much at stake are the first so many, as the ends allow.
    """
    prefix = np.vstack([np.zeros((1, prefix.shape[1]), dtype=object), prefix.astype(object)])
    levels = sorted({0, *chain.low, *chain.high})
    total: Integers = np.zeros(prefix.shape[1], dtype=object)
    may_be_least: dict[int, NDArray[np.bool_]] = {}
    for below, above in itertools.pairwise(levels):
        fewest = sum(low >= above for low in chain.low)
        most = sum(high >= above for high in chain.high)
        least = prefix[fewest : most + 1].min(axis=0)
        total = total + (above - below) * least
        for first in range(max(1, fewest), most + 1):
            told = (prefix[first] == least).astype(bool)
            may_be_least[first] = may_be_least.get(first, np.zeros_like(told)) | told
    # Stakes are more than 0 and fall along the chain: between one and the next only the first so many have more at
    # stake. Where that is nowhere the least, the whole is more than the least.
    more = ~np.all(list(may_be_least.values()), axis=0) if may_be_least else np.zeros(prefix.shape[1], dtype=bool)
    return total, np.asarray(more)


def _met(when: Mapping[int, int], rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    found = np.ones(len(rows), dtype=bool)
    for issue, option in when.items():
        found &= rows[:, issue] == option
    return found


def is_ranked(case: Case) -> bool:
    """Whether more has to be weighed than points and ranges: rankings, and what parties can live with."""
    return len(scoring(case)) < len(case.parties)


def scoring(case: Case) -> tuple[int, ...]:
    """The numbers of the parties that give points, or ranges, of every option, and rank none."""
    return tuple(
        number
        for number, profile in enumerate(case.parties)
        if not profile.rankings
        and all(len(profile.scores.get(issue.id, {})) == len(issue.options) for issue in case.issues)
    )


def admissible(case: Case, profile: Profile, path: str) -> Admissible:
    """What fits a profile whose names are settled; :class:`UnusableInput` where stakes and their ranking contradict."""
    where = f"party {profile.id}"
    ranked = [n for n, issue in enumerate(case.issues) if issue.id not in profile.scores]
    shares = len(ranked) == len(case.issues) and not profile.stakes
    counts = [1, *itertools.accumulate(len(tier) for tier in profile.issue_ranking)] if shares else [1]
    ends = [end for row in profile.places.values() for place in row.values() for end in (place.low, place.high)]
    stake = math.lcm(*(end.denominator for end in ends))
    spread = math.lcm(*counts) * stake
    scale = 2 * spread * math.lcm(*(n.denominator for n in _numbers(profile)))
    orders = tuple(_order(profile, issue, scale, stake, path, where) for issue in case.issues)
    places = {issue.id: n for n, issue in enumerate(case.issues)}
    options = {issue.id: {option.id: n for n, option in enumerate(issue.options)} for issue in case.issues}
    worths = tuple(
        Worth({places[i]: options[i][o] for i, o in link.with_.items()}, *_scaled(link.worth, scale))
        for link in profile.links
        if link.with_ is not None and link.worth is not None
    )
    chains, assumed = _chains(case, profile, orders, ranked, (scale, stake), path, where)
    return Admissible(orders, chains, worths, scale, shares, spread, stake, assumed)


def _order(profile: Profile, issue: Issue, scale: int, stake: int, path: str, where: str) -> Order:
    try:
        return _order_of(profile, issue, scale, stake)
    except Contradiction:
        problem = "no values fit all that is told of its options"
        mend = "mend its ranking, its places or points, or what can and cannot be lived with"
        raise UnusableInput(path, problem, mend, f"{where}, issue {issue.id}") from None


def _order_of(profile: Profile, issue: Issue, scale: int, stake: int) -> Order:
    options = {option.id: n for n, option in enumerate(issue.options)}
    tiers = [[options[each] for each in tier] for tier in profile.rankings.get(issue.id, ())]
    scores = profile.scores.get(issue.id)
    if scores is None:
        can, cannot = profile.can_live_with.get(issue.id, ()), profile.cannot.get(issue.id, ())
        placed = profile.places.get(issue.id, {})
        places = [_scaled(placed[o], stake) if o in placed else (0, stake) for o in options]
        return ranked_order(places, stake, tiers, [(options[a], options[b]) for a in can for b in cannot])
    weight = Fraction(1) if profile.weights is None else profile.weights[issue.id]
    if not weight:
        return scored_order([(0, 0)] * len(options), ())
    bounds = [
        _scaled(Range(low=scores[o].low * weight, high=scores[o].high * weight), scale) if o in scores else None
        for o in options
    ]
    return scored_order(bounds, tiers)


def _chains(
    case: Case,
    profile: Profile,
    orders: Sequence[Order],
    ranked: Sequence[int],
    scales: tuple[int, int],
    path: str,
    where: str,
) -> tuple[tuple[Chain, ...], tuple[str, ...]]:
    """What is known of the stakes of the ranked issues; where nothing bounds one, no more than all others together."""
    scale = scales[0] // scales[1]
    places = {issue.id: n for n, issue in enumerate(case.issues)}
    tiers = [[places[each] for each in tier] for tier in profile.issue_ranking]
    told = {places[issue]: _scaled(stake, scale) for issue, stake in profile.stakes.items()}
    known = dict(told)
    for number, order in enumerate(orders):
        if not order.in_stakes:
            known[number] = (order.least_stake // scales[1], -(-order.largest_stake // scales[1]))
    _check_known(case, tiers, known, scale, path, where)
    most = sum(high for _, high in known.values()) or WHOLE * scale
    open_ends = [number for number in ranked if number not in told]
    assumed = []
    if open_ends and any(high for _, high in known.values()):
        named = ", ".join(case.issues[n].id for n in open_ends)
        assumed.append(
            f"{profile.id}: what is at stake in {named} is not told; it is taken to be from nothing to all that is "
            f"at stake in the issues with points together ({plain_number(Fraction(most, scale)):g})."
        )
    listed = [[number for number in tier if number in ranked] for tier in tiers]
    chains = []
    groups, low, high = [], [], []
    for n, group in enumerate(listed):
        if not group:
            continue
        above = [known[each][1] for tier in tiers[: n + 1] for each in tier if each in known]
        below = [known[each][0] for tier in tiers[n:] for each in tier if each in known]
        groups.append(tuple(group))
        high.append(min(above, default=most))
        low.append(max(below, default=0))
    if groups:
        chains.append(Chain(tuple(groups), tuple(low), tuple(high)))
    in_tiers = {each for tier in tiers for each in tier}
    for number in ranked:
        if number not in in_tiers:
            ends = told.get(number, (0, most))
            chains.append(Chain(((number,),), (ends[0],), (ends[1],)))
    return tuple(chains), tuple(assumed)


def _check_known(
    case: Case,
    tiers: Sequence[Sequence[int]],
    known: Mapping[int, tuple[int, int]],
    scale: int,
    path: str,
    where: str,
) -> None:
    for n, tier in enumerate(tiers):
        for more in tier:
            for less in [each for other in tiers[n:] for each in other]:
                if more in known and less in known and known[more][1] < known[less][0]:
                    first, second = (case.issues[each].id for each in (more, less))
                    raise UnusableInput(
                        path,
                        f"the ranking puts '{first}' no lower than '{second}', but at most "
                        f"{plain_number(Fraction(known[more][1], scale)):g} points are at stake in it and at least "
                        f"{plain_number(Fraction(known[less][0], scale)):g} in the other",
                        "mend the ranking, the stakes or the points",
                        f"{where}, issue_ranking",
                    )


def _numbers(profile: Profile) -> list[Fraction]:
    found = [Fraction(1)]
    for issue, row in profile.scores.items():
        weight = Fraction(1) if profile.weights is None else profile.weights[issue]
        found += [weight * end for score in row.values() for end in (score.low, score.high)]
    found += [end for stake in profile.stakes.values() for end in (stake.low, stake.high)]
    found += [end for link in profile.links if link.worth is not None for end in (link.worth.low, link.worth.high)]
    if profile.reserve is not None:
        found.append(profile.reserve)
    return found


def _scaled(value: Range, scale: int) -> tuple[int, int]:
    return int(value.low * scale), int(value.high * scale)
