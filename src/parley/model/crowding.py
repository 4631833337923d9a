"""How much there is to look at in a drawing before it is known whether it crosses itself.

Of the sides of a drawn border only those whose boxes meet can cross. Along a coast these are a handful for each; where
all lie beside all, to look through them takes time that grows with the square of their number. Counted over some sides
instead of all, this tells beforehand whether it can be done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FEW_CORNERS = 2_000
"""With no more corners than this all sides may lie beside all."""
_SOME = 96
"""Over so many sides it is counted: one in twenty that lies across all others is missed once in a hundred drawings."""


def sides_beside(corners: npt.NDArray[np.float64]) -> int:
    """About how many pairs of sides, each from one of the ``corners`` (rows of two) to the next, have boxes that meet.

    Between two rings there is one side too many, which changes little.
    """
    import numpy as np

    one, next_one = corners[:-1], corners[1:]
    west, east = np.minimum(one[:, 0], next_one[:, 0]), np.maximum(one[:, 0], next_one[:, 0])
    south, north = np.minimum(one[:, 1], next_one[:, 1]), np.maximum(one[:, 1], next_one[:, 1])
    chosen = np.unique(np.linspace(0, len(one) - 1, _SOME).astype(int))
    met = sum(
        int(np.count_nonzero((west <= east[at]) & (east >= west[at]) & (south <= north[at]) & (north >= south[at])))
        for at in chosen
    )
    return met * len(one) // (2 * len(chosen))
