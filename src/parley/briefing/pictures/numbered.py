"""The packages that a picture of a weighing numbers, and what each is worth to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Choice, FrontierRow, Weighing

MOST = 12
"""So many packages are numbered; of what the standards pick, which comes first, ``_MOST_PICKED``."""
_MOST_PICKED = 20


@dataclass(frozen=True)
class Numbered:
    """A package with its number, and the names of the standards of fairness that pick it."""

    number: int
    row: FrontierRow
    package: Choice
    picked: tuple[str, ...]


def numbered(weighing: Weighing, standards: Mapping[str, str]) -> tuple[Numbered, ...]:
    """What the standards pick, then packages of the frontier at equal steps; who gives the first party least has 1.

    ``standards`` names each standard of fairness as people write it.
    """
    found: dict[tuple[tuple[str, str], ...], tuple[FrontierRow, Choice, list[str]]] = {}
    for name, rows in weighing.solutions:
        for row in rows:
            for package in row.packages:
                key = tuple(sorted(package.items()))
                if key in found or len(found) < _MOST_PICKED:
                    found.setdefault(key, (row, package, []))[2].append(standards[name])
    rest = [row for row in in_order(weighing) if row.packages and tuple(sorted(row.packages[0].items())) not in found]
    left = max(0, MOST - len(found))
    some = rest if len(rest) <= left else [rest[n * (len(rest) - 1) // max(1, left - 1)] for n in range(left)]
    every = [*found.values(), *((row, row.packages[0], []) for row in some)]
    if weighing.parties:
        every.sort(key=lambda each: [worth(each[0], party)[0] for party in weighing.parties])
    return tuple(Numbered(n, row, package, tuple(picked)) for n, (row, package, picked) in enumerate(every, 1))


def in_order(weighing: Weighing) -> list[FrontierRow]:
    """The rows of the frontier, those that give the first party the least first."""
    return sorted(weighing.frontier, key=lambda row: [worth(row, party)[0] for party in weighing.parties])


def worth(row: FrontierRow, party: str) -> tuple[float, float, float]:
    """What a party has of a row: where it is drawn, and from where to where its bar goes.

    Of a party that ranks the mean of the drawn profiles and their middle 80 percent, else the middle of its range.
    """
    drawn = row.drawn.get(party)
    if drawn is not None:
        return float(drawn.mean), float(drawn.low), float(drawn.high)
    low, high = float(row.utilities[party].low), float(row.utilities[party].high)
    return (low + high) / 2, low, high


def worth_in_words(row: FrontierRow, party: str) -> str:
    """``12``, or with the ends of its bar ``12 (10–15)``."""
    middle, low, high = worth(row, party)
    return f"{middle:.4g}" if low == high else f"{middle:.3g} ({low:.3g}–{high:.3g})"


def told_of(weighing: Weighing) -> tuple[str, ...]:
    """The parties that can be drawn: all but those that rank where no profiles were drawn."""
    rows = [*weighing.frontier, *(row for _, rows in weighing.solutions for row in rows)]
    blind = {party for party in weighing.ranking if any(party not in row.drawn for row in rows)}
    return tuple(party for party in weighing.parties if party not in blind)


def how_drawn(weighing: Weighing) -> str:
    """What bars and means stand for, in a sentence; empty where every number is known."""
    told = told_of(weighing)
    blind = [party for party in weighing.parties if party not in told]
    means = [party for party in weighing.ranking if party not in blind]
    said = []
    if means:
        said.append(
            f"{', '.join(means)}: no points are known, so the mean of {weighing.robustness.draws:,} drawn profiles "
            "stands (100 is all at stake where no points are given), with the middle 80 percent of them."
        )
    if blind:
        said.append(f"{', '.join(blind)}: no points are known, and no profiles were drawn.")
    return " ".join(said)


def standards_in_words(picked: Sequence[str]) -> str:
    """The standards that pick a package, as short as a picture needs them."""
    return "all four standards" if len(picked) == 4 else ", ".join(picked)
