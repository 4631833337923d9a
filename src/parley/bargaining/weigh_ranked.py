"""``weigh`` where a party ranks instead of scoring: what holds in all profiles that fit, and what most draws choose."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from parley.model import AgreementZone, BracketDecides, Case, FrontierRow, Range, Robustness, Solutions, Weighing
from parley.text.listing import listed

from .admissible import Admissible, scoring
from .asking import accepting_words
from .coded import Coded, coded, in_words
from .deciding import brackets_decide
from .drawn import Drawn
from .exchanges_ranked import exchanges_ranked
from .frontier import frontier
from .large import obstacles_of, zone_of
from .means import mean_stakes, spreads
from .nearby_ranked import NearbyRanked
from .obstacles import allowed, closures, obstacles, zone
from .ranked import rank_table, unranked
from .settled import InZone, Settling
from .table import stakes_of
from .trades import trades
from .zone_words import acceptable

_NO_POINTS = (
    "Some parties' points are not known, only rankings: the solutions are what the largest share of the drawn profiles "
    "chooses by each standard."
)
_NASH_ALONE = "In each draw, too, the frontier is too large to list: of the standards only Nash's was searched for."


def weigh_ranked(case: Case, sets: tuple[Admissible, ...], draws: int, seed: int, largest: int) -> Weighing:
    """All answers for a case whose names are settled, in which somebody ranks; each package is looked at where they
    are no more than ``largest``. ``sets`` has for each party all functions that fit its profile."""
    code = coded(unranked(case))
    count = math.prod(len(issue.options) for issue in case.issues)
    weighed = _each(case, code, sets, draws, seed) if count <= largest else _many(case, code, sets, draws, seed)
    return weighed.replace(assumptions=tuple(sentence for each in sets for sentence in each.assumed))


def _each(case: Case, code: Coded, sets: tuple[Admissible, ...], draws: int, seed: int) -> Weighing:
    table = rank_table(case, sets)
    found = closures(table, code)
    open_to_all = allowed(table, found)
    best = frontier(table, np.flatnonzero(open_to_all))
    settled = Settling(code, sets).zone(table.picks[open_to_all])
    drawn = Drawn(case, code, sets, draws, seed, table, best, settled) if draws else None
    closed = zone(table, code, found)
    return Weighing(
        issues=case.issues,
        parties=tuple(profile.id for profile in case.parties),
        packages=str(len(table)),
        frontier=_rows(case, sets, table.picks[best], drawn),
        unproven=_chosen_how(drawn, closed.empty),
        solutions=_solutions(case, sets, drawn),
        agreement_zone=closed if closed.empty else _zone(case, drawn, closed, settled),
        obstacles=obstacles(table, code, found),
        trades=trades(table, open_to_all, best),
        robustness=_robustness(drawn, closed.empty),
        stakes=_stakes(case, drawn),
        ranking=tuple(case.parties[number].id for number in _ranking(case)),
        decides=_decides_each(case, table.picks[open_to_all][settled.possible], table.picks[best]),
    )


def _decides_each(case: Case, within: NDArray[np.intp], efficient: NDArray[np.intp]) -> tuple[BracketDecides, ...]:
    """By what may be acceptable to all in some profile, and what no package beats in all of them."""
    return brackets_decide(
        coded(unranked(case, keep_points=True)),
        lambda issue, option: bool((within[:, issue] == option).any()),
        lambda issue, option: bool((efficient[:, issue] == option).any()),
        scoring(case),
    )


def _decides_many(case: Case, drawn: Drawn | None, empty: bool) -> tuple[BracketDecides, ...]:
    """By the packages that some draw chooses: an option that is in none of them is not known to be out."""
    picks = np.zeros((0, len(case.issues)), dtype=np.intp) if drawn is None else drawn.tally.picks
    accepted = picks if drawn is None else picks[drawn.of_tally.possible]
    return brackets_decide(
        coded(unranked(case, keep_points=True)),
        lambda issue, option: False if empty else bool((accepted[:, issue] == option).any()) or None,
        lambda issue, option: bool((picks[:, issue] == option).any()) or None,
        scoring(case),
    )


def _many(case: Case, code: Coded, sets: tuple[Admissible, ...], draws: int, seed: int) -> Weighing:
    """Where packages are too many to look at each: those that some draw chooses stand for the frontier."""
    drawn = Drawn(case, code, sets, draws, seed) if draws else None
    packages = math.prod(len(issue.options) for issue in case.issues)
    without = replace(
        code, reserves=(None,) * len(sets), holdings=tuple(each for each in code.holdings if not each.is_reserve)
    )
    closed = zone_of(without, packages)
    told = "The frontier is too large to list: these rows are the packages that some drawn profile chooses."
    reserves = [profile.id for profile in case.parties if profile.reserve is not None]
    if reserves and not closed.empty:
        sentence = f"How many of them meet the reserve of {listed(reserves, 'or')} was not counted."
        closed = closed.replace(packages="not counted", why=f"{closed.why} {sentence}", known=False)
    return Weighing(
        issues=case.issues,
        parties=tuple(profile.id for profile in case.parties),
        packages=str(packages),
        frontier=() if drawn is None else _rows(case, sets, drawn.tally.picks[drawn.shown()], drawn),
        exact=False,
        unproven=(told, *_chosen_how(drawn, closed.empty)),
        solutions=_solutions(case, sets, drawn),
        agreement_zone=closed if closed.empty else _zone(case, drawn, closed, None),
        obstacles=obstacles_of(without, packages),
        trades=exchanges_ranked(NearbyRanked(without, sets)),
        robustness=_robustness(drawn, closed.empty),
        stakes=_stakes(case, drawn),
        ranking=tuple(case.parties[number].id for number in _ranking(case)),
        decides=_decides_many(case, drawn, closed.empty),
    )


def _chosen_how(drawn: Drawn | None, empty: bool) -> tuple[str, ...]:
    """What the solutions rest on, where there can be any."""
    if drawn is None or empty:
        return ()
    return (_NO_POINTS,) if drawn.tally.frontier is not None else (_NO_POINTS, _NASH_ALONE)


def _robustness(drawn: Drawn | None, empty: bool) -> Robustness:
    if drawn is None:
        return Robustness(uncertain=0, why="No profiles were drawn: rankings alone choose no package.")
    return drawn.robustness(None, "", empty)


def _rows(
    case: Case, sets: Sequence[Admissible], picks: NDArray[np.intp], drawn: Drawn | None
) -> tuple[FrontierRow, ...]:
    """A row for each package: equal ranges are no tie where rankings bind what is in them."""
    told = [{}] * len(picks) if drawn is None else spreads(case, drawn.draws, picks, _ranking(case))
    low = np.stack([each.lowest(picks) for each in sets], axis=1) if len(picks) else picks
    high = np.stack([each.highest(picks) for each in sets], axis=1) if len(picks) else picks
    return tuple(
        FrontierRow(
            utilities={
                profile.id: Range(
                    low=Fraction(int(low[row, n]), sets[n].scale), high=Fraction(int(high[row, n]), sets[n].scale)
                )
                for n, profile in enumerate(case.parties)
            },
            packages=({issue.id: issue.options[n].id for issue, n in zip(case.issues, pick, strict=True)},),
            drawn=told[row],
        )
        for row, pick in enumerate(picks)
    )


def _ranking(case: Case) -> list[int]:
    """The numbers of the parties that do not give points of every option."""
    scored = scoring(case)
    return [number for number in range(len(case.parties)) if number not in scored]


def _stakes(case: Case, drawn: Drawn | None) -> dict[str, dict[str, Fraction]]:
    """By party and issue what lies between the worst and the best option; drawn means where a party ranks."""
    scored = scoring(case)
    found: dict[str, dict[str, Fraction]] = {}
    for number, profile in enumerate(case.parties):
        if number in scored:
            found[profile.id] = stakes_of(case, profile)
        elif drawn is not None:
            found[profile.id] = mean_stakes(case, drawn.draws, number)
    return found


def _solutions(case: Case, sets: Sequence[Admissible], drawn: Drawn | None) -> Solutions:
    if drawn is None:
        return Solutions()
    found = drawn.tally
    return Solutions(
        **{name: _rows(case, sets, found.picks[drawn.often(each)], drawn) for name, each in found.chosen.items()}
    )


def _zone(case: Case, drawn: Drawn | None, closed: AgreementZone, settled: InZone | None) -> AgreementZone:
    """What is surely acceptable to all, in words, and what would settle the rest; ``settled`` is known of each package
    that no red line refuses where these are few enough."""
    sentences = [closed.why]
    known = False
    if settled is not None:
        known = bool((settled.sure == settled.possible).all())
        count, certain = int(settled.possible.sum()), int(settled.sure.sum())
        whole = math.prod(len(issue.options) for issue in case.issues)
        sentences = [acceptable(count, certain, whole, [profile.id for profile in case.parties])]
        closed = closed.replace(packages=str(count))
    if drawn is not None and drawn.shown():
        sentences += _settling(case, drawn)
    return closed.replace(known=known, why=" ".join(sentences))


def _settling(case: Case, drawn: Drawn) -> Iterable[str]:
    """Of the package with the least regret: whether it surely is acceptable to all, else what would tell."""
    place = drawn.shown()[0]
    pick = drawn.tally.picks[[place]]
    package = in_words(drawn.package(place))
    unsure = [n for n in range(len(case.parties)) if not drawn.settling.accepts(n, pick)[0]]
    if not unsure:
        yield f"In all profiles that fit what is known, {package} is acceptable to all."
        return
    sure = [profile.id for n, profile in enumerate(case.parties) if n not in unsure]
    if sure:
        yield f"In all profiles that fit what is known, {package} is acceptable to {listed(sure)}."
    asked = [accepting_words(case, party, pick[0])[0] for party in unsure]
    told = " ".join(asked)
    yield f"What would settle it{'' if sure else f' for {package}'}: {told[0].lower()}{told[1:]}"
