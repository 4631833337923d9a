"""Trades: changes of several issues at once that leave nobody worse off, where no single change does.

Talks that settle one issue at a time get stuck at a package from which every change of one issue
alone costs somebody something. Where a change of several together leaves nobody worse off and
somebody better, the parties trade what each cares less about (log-rolling).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from parley.model import Choice, Range, Trade
from parley.text.listing import listed

from .table import Integers, Table

Move = tuple[tuple[int, int, int], ...]
"""Issue, option before and option after, for each issue that changes."""

MOST = 20
"""How many trades are shown: those with the fewest changes, then with the largest sure gain."""


def trades(table: Table, allowed: NDArray[np.bool_], frontier: list[int]) -> tuple[Trade, ...]:
    """From each package where single changes are stuck, the smallest change to a frontier package that helps.

    "No worse" and "better" hold in every realisation of uncertain points. Of trades that make the
    same changes only the one with the largest sure gains is kept.
    """
    ends = np.array(frontier, dtype=np.intp)
    best: dict[Move, tuple[int, Fraction, int, int]] = {}
    for start in sorted(set(np.flatnonzero(allowed).tolist()) - set(frontier)):
        neighbours = table.neighbours(start)
        if len(table.surely_better(start, neighbours[allowed[neighbours]])):
            continue  # not stuck: one change alone helps
        better = table.surely_better(start, ends)
        changes = (table.picks[better] != table.picks[start]).sum(axis=1)
        nearest = better[changes == changes.min()]
        gains = table.least_gain(start, nearest)
        first = min(
            (int(changes.min()), -_sum(table, gain), start, end)
            for end, gain in zip(nearest.tolist(), gains, strict=True)
        )
        move = _move(table, start, first[-1])
        best[move] = min(first, best.get(move, first))
    return tuple(_trade(table, start, end) for _, _, start, end in sorted(best.values())[:MOST])


def _sum(table: Table, gains: Integers) -> Fraction:
    return sum((table.points(party, gain) for party, gain in enumerate(gains)), Fraction(0))


def _move(table: Table, start: int, end: int) -> Move:
    pairs = zip(table.picks[start].tolist(), table.picks[end].tolist(), strict=True)
    return tuple((issue, old, new) for issue, (old, new) in enumerate(pairs) if old != new)


def _trade(table: Table, start: int, end: int) -> Trade:
    before, after = table.package(start), table.package(end)
    changes = {issue: option for issue, option in after.items() if before[issue] != option}
    least = table.least_gain(start, np.array([end]))[0]
    most = -table.least_gain(end, np.array([start]))[0]
    gains = {
        profile.id: Range(low=table.points(party, least[party]), high=table.points(party, most[party]))
        for party, profile in enumerate(table.case.parties)
    }
    return Trade(
        start=before,
        end=after,
        changes=changes,
        gains=gains,
        why=f"{helped(before, changes, _for_whom(table, start, end))}; no single change is.",
    )


def _for_whom(table: Table, start: int, end: int) -> list[str]:
    return [party.id for party, better in zip(table.case.parties, table.helped(start, end), strict=True) if better]


def helped(before: Choice, changes: Choice, parties: Sequence[str], where: str = "") -> str:
    """What is changed and for which ``parties`` it is surely better, in words; ``where`` stands behind the changes."""
    moves = " together with ".join(f"{issue} from {before[issue]} to {option}" for issue, option in changes.items())
    return f"Changing {moves}{where} is better for {listed(parties)} and worse for nobody"
