"""``weigh``: all answers for a case; one that is small enough is weighed by looking at every package."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from parley.model import Case, Choice, Robustness, Weighing

from .admissible import Admissible, admissible, is_ranked
from .coded import Coded, coded
from .deciding import brackets_decide
from .drawn import DRAWS, SEED, Drawn
from .frontier import frontier, rows
from .large import weigh_large
from .names import settle_names, settle_package
from .nearby import Nearby
from .nearby_ranked import NearbyRanked
from .obstacles import allowed, closures, meeting_all, obstacles, zone
from .ranked import unranked
from .robustness import robustness
from .solutions import solve
from .steps import improvement_path, trades_from
from .table import stakes_of, tabulate
from .trades import trades
from .weigh_ranked import weigh_ranked

LARGEST = 10_000
"""The most packages that are weighed by looking at each of them."""


def weigh(
    case: Case,
    path: str = "the case",
    draws: int = DRAWS,
    seed: int = SEED,
    start: Mapping[str, str] | None = None,
    trades_from_start: bool = False,
    files: Mapping[str, str] | None = None,
) -> Weighing:
    """Frontier, solutions, obstacles, trades and robustness of a case, exactly; of a frontier too large to list a
    sample with its bound.

    Where points are ranges, options are ranked or reserves unknown, ``draws`` profiles that fit are drawn with
    ``seed`` to tell how far the answer holds; 0 draws none.

    A party's utility is the sum of its (weighted) scores and of the worth of its links, in its own
    points; points of different parties are compared only by the egalitarian and the utilitarian
    solution. ``path`` names the case in messages, ``files`` the profiles of parties that have a file of
    their own. ``start`` is the package that the improvement path starts from;
    with ``trades_from_start`` the trades start there too, and not wherever single changes are stuck. Raises
    :class:`UnusableInput` for a case that is not whole, :class:`WrongUsage` for a start that isn't one of it, and
    :class:`NotYetHandled` for one whose frontier is too large to list where links tie too many issues together to
    search it.
    """
    case = settle_names(case, path, files)
    package = None if start is None else settle_package(case, start)
    if is_ranked(case):
        sets = _admissible(case, path, files)
        weighed = weigh_ranked(case, sets, draws, seed, LARGEST)
        weighed = weighed.replace(assumptions=(*_assumed(case), *weighed.assumptions))
        return _from(NearbyRanked(coded(unranked(case)), sets), weighed, package, trades_from_start)
    code = coded(case)
    weighed = _weigh_scored(case, code, path).replace(assumptions=_assumed(case))
    if draws and weighed.robustness.uncertain:
        sets = _admissible(case, path, files)
        weighed = weighed.replace(robustness=_drawn(case, sets, weighed, draws, seed))
    return _from(Nearby(code), weighed, package, trades_from_start)


def _from(near: Nearby, weighed: Weighing, package: Choice | None, trades_from_start: bool) -> Weighing:
    """With the path, and if wanted the trades, from a package."""
    if package is None:
        return weighed
    weighed = weighed.replace(path=improvement_path(near, package))
    return weighed.replace(trades=trades_from(near, near.picks(package))) if trades_from_start else weighed


def _assumed(case: Case) -> tuple[str, ...]:
    """For each party with values that nobody told, how many, in a sentence."""
    found = []
    for profile in case.parties:
        count = profile.assumptions
        told = "1 value is an assumption" if count == 1 else f"{count} values are assumptions"
        if count:
            found.append(f"{profile.id}: {told} from public positions, and none is its word; what follows is no more.")
    return tuple(found)


def _admissible(case: Case, path: str, files: Mapping[str, str] | None) -> tuple[Admissible, ...]:
    """Of each party all functions that fit its profile; a profile that none fits is named by its own file."""
    return tuple(admissible(case, profile, (files or {}).get(profile.id, path)) for profile in case.parties)


def _drawn(case: Case, sets: Sequence[Admissible], weighed: Weighing, draws: int, seed: int) -> Robustness:
    """How far the answer holds, by what was tried at the ends of ranges and by draws."""
    tried = weighed.robustness
    small = int(weighed.packages) <= LARGEST
    table = tabulate(case) if small else None
    rows = [table.row(package) for row in weighed.frontier for package in row.packages] if table is not None else []
    found = Drawn(case, coded(case), sets, draws, seed, table, rows)
    return found.robustness(tried.nash_stable, tried.why, weighed.agreement_zone.empty)


def _weigh_scored(case: Case, code: Coded, path: str) -> Weighing:
    count = math.prod(len(issue.options) for issue in case.issues)
    found = weigh_large(case, path) if count > LARGEST else _weigh_each(case, code, count)
    return found.replace(stakes={profile.id: stakes_of(case, profile) for profile in case.parties})


def _weigh_each(case: Case, code: Coded, count: int) -> Weighing:
    """All answers by looking at every package."""
    table = tabulate(case)
    found = closures(table, code)
    open_to_all = allowed(table, found)
    best = frontier(table, np.flatnonzero(open_to_all))
    within = table.picks[meeting_all(table, found)]
    efficient = table.picks[best]
    return Weighing(
        issues=case.issues,
        parties=tuple(profile.id for profile in case.parties),
        packages=str(count),
        frontier=rows(table, best),
        solutions=solve(table, open_to_all),
        agreement_zone=zone(table, code, found),
        obstacles=obstacles(table, code, found),
        trades=trades(table, open_to_all, best),
        robustness=robustness(table, open_to_all),
        decides=brackets_decide(
            code,
            lambda issue, option: bool((within[:, issue] == option).any()),
            lambda issue, option: bool((efficient[:, issue] == option).any()),
        ),
    )
