"""``weigh``: all answers for a case; one that is small enough is weighed by looking at every package."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from parley.model import Case, Robustness, Weighing

from .admissible import admissible, is_ranked
from .coded import coded
from .drawn import DRAWS, SEED, Drawn
from .frontier import frontier, rows
from .large import weigh_large
from .names import settle_names
from .obstacles import allowed, closures, obstacles, zone
from .robustness import robustness
from .solutions import solve
from .table import option_points, tabulate
from .trades import trades
from .weigh_ranked import weigh_ranked

LARGEST = 10_000
"""The most packages that are weighed by looking at each of them."""


def weigh(case: Case, path: str = "the case", draws: int = DRAWS, seed: int = SEED) -> Weighing:
    """Frontier, solutions, obstacles, trades and robustness of a case, exactly; of a frontier too large to list a
    sample with its bound.

    Where points are ranges, options are ranked or reserves unknown, ``draws`` profiles that fit are drawn with
    ``seed`` to tell how far the answer holds; 0 draws none.

    A party's utility is the sum of its (weighted) scores and of the worth of its links, in its own
    points; points of different parties are compared only by the egalitarian and the utilitarian
    solution. ``path`` names the case in messages. Raises :class:`UnusableInput` for a case that is
    not whole and :class:`NotYetHandled` for one whose frontier is too large to list where links tie too
    many issues together to search it.
    """
    case = settle_names(case, path)
    if is_ranked(case):
        return weigh_ranked(case, path, draws, seed, LARGEST)
    weighed = _weigh_scored(case, path)
    return weighed if not draws else weighed.replace(robustness=_drawn(case, path, weighed, draws, seed))


def _drawn(case: Case, path: str, weighed: Weighing, draws: int, seed: int) -> Robustness:
    """How far the answer holds, by what was tried at the ends of ranges and by draws."""
    tried = weighed.robustness
    if not tried.uncertain:
        return tried
    sets = [admissible(case, profile, path) for profile in case.parties]
    small = int(weighed.packages) <= LARGEST
    table = tabulate(case) if small else None
    rows = [table.row(package) for row in weighed.frontier for package in row.packages] if table is not None else []
    found = Drawn(case, coded(case), sets, draws, seed, table, rows)
    return found.robustness(tried.nash_stable, tried.why)


def _weigh_scored(case: Case, path: str) -> Weighing:
    count = math.prod(len(issue.options) for issue in case.issues)
    if count > LARGEST:
        return weigh_large(case, path).replace(stakes=_stakes(case))
    table = tabulate(case)
    found = closures(table)
    open_to_all = allowed(table, found)
    best = frontier(table, np.flatnonzero(open_to_all))
    return Weighing(
        issues=case.issues,
        parties=tuple(profile.id for profile in case.parties),
        packages=str(count),
        frontier=rows(table, best),
        solutions=solve(table, open_to_all),
        agreement_zone=zone(table, found),
        obstacles=obstacles(table, found),
        trades=trades(table, open_to_all, best),
        robustness=robustness(table, open_to_all),
        stakes=_stakes(case),
    )


def _stakes(case: Case) -> dict[str, dict[str, Fraction]]:
    """By party and issue, what lies between the worst and the best option."""
    found: dict[str, dict[str, Fraction]] = {}
    for party in case.parties:
        points = iter(option_points(case, party))
        rows = {issue.id: [next(points) for _ in issue.options] for issue in case.issues}
        found[party.id] = {id: max(p.high for p in row) - min(p.low for p in row) for id, row in rows.items()}
    return found
