"""Whether an option occurs in a package that meets every known reserve, in cases too large to look at each package."""

from __future__ import annotations

import numpy as np

from .coded import Coded
from .deciding import Places
from .merging import TooManyStates
from .nearby import Nearby, Picks
from .standards import zone_is_empty
from .turns import Ban, Sums, free_options

MOST_SEARCHED = 40
"""So many options are searched for one by one; of more it is not known."""


def places_in_zone(code: Coded, highest: Sums, some: Picks, empty: bool) -> Places:
    """``some`` are packages of the frontier: an option that fits into one of them needs no search."""
    if empty:
        return lambda _issue, _option: False
    near = Nearby(code)
    least = np.array([-(2**200) if reserve is None else reserve for reserve in code.reserves], dtype=object)
    searched = 0

    def occurs(issue: int, option: int) -> bool | None:
        nonlocal searched
        if option not in free_options(highest, issue):
            return False
        ends = some.copy()
        ends[:, issue] = option
        reached = (code.utilities(ends)[1] >= least).all(axis=1).astype(bool)
        if (reached & ~near.broken(ends).any(axis=1)).any():
            return True
        if searched == MOST_SEARCHED:
            return None
        searched += 1
        others = (Ban({issue: other}) for other in range(len(highest.points[issue])) if other != option)
        try:
            return not zone_is_empty(code, Sums(highest.points, highest.bonuses, (*highest.bans, *others)))
        except TooManyStates:
            return None

    return occurs
