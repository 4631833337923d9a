"""How often the reading was right, as far as people decided: shares with Wilson's interval.

E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
American Statistical Association 22 (1927), 209-212: the score interval, which keeps its promise for small
numbers and for shares near 0 and 1, where the usual one doesn't.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.model import DecisionKind, Drawn, Precision, Rate, Statement

Z95 = 1.959963984540054
"""The standard normal quantile of 0.975."""

FIELDS = ("speaker", "addressee", "act", "commitment", "interval", "conditions", "content", "issues", "within")
"""The fields of a statement that a person judges, in the order of a table."""

GROUPS = ("all", "direct", "indirect", "nested", "uncertain", "certain")


@dataclass(frozen=True)
class Judged:
    """A statement as it was read, and what was decided on it."""

    statement: Statement
    kind: DecisionKind
    changed: frozenset[str]
    uncertain: bool
    drawn: Drawn | None
    reader: str


def wilson(right: int, of: int, z: float = Z95) -> tuple[float, float]:
    """The bounds of a share of ``right`` in ``of`` (1 or more), by Wilson's score interval."""
    share, spread = right / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def precision(judged: Sequence[Judged]) -> tuple[Precision, ...]:
    """One for each random sample, and one for what was in none."""
    samples: dict[tuple[int, tuple[tuple[str, str], ...]], list[Judged]] = {}
    others: list[Judged] = []
    for each in judged:
        if each.drawn is None:
            others.append(each)
        else:
            key = (each.drawn.seed, tuple(sorted(each.drawn.filters.items())))
            samples.setdefault(key, []).append(each)
    found = [_of_sample(members) for members in samples.values()]
    if others:
        note = (
            "These were no random sample: somebody chose to look at them, the uncertain ones first, so the figures "
            "tell of them alone and not of the reading."
        )
        found.append(Precision(sample=None, decided=len(others), rates=_rates(others), notes=(note,)))
    return tuple(found)


def _of_sample(members: Sequence[Judged]) -> Precision:
    drawn = max((each.drawn for each in members if each.drawn), key=lambda each: (each.size, each.of))
    notes = []
    left = drawn.size - len(members)
    if left > 0:
        notes.append(
            f"{left} of the {drawn.size} drawn are not decided yet; if those are the hard ones, the figures flatter."
        )
    readers = {each.reader for each in members}
    if len(readers) > 1:
        notes.append("They were read by different versions of the reader, so no version has exactly these figures.")
    return Precision(sample=drawn, decided=len(members), rates=_rates(members), notes=tuple(notes))


def _rates(members: Sequence[Judged]) -> tuple[Rate, ...]:
    rates: list[Rate] = []
    for group in GROUPS:
        inside = [each for each in members if _is_in(each, group)]
        if not inside and group != "all":
            continue
        said = [each for each in inside if each.kind is not DecisionKind.REJECT]
        rates.append(_rate("statement", group, [each.kind is not DecisionKind.REJECT for each in inside]))
        rates += [_rate(field, group, [field not in each.changed for each in said]) for field in FIELDS]
        right = [each.kind is not DecisionKind.REJECT and not each.changed for each in inside]
        rates.append(_rate("all", group, right))
    return tuple(rates)


def _is_in(each: Judged, group: str) -> bool:
    nested = each.statement.within is not None
    return {
        "all": True,
        "direct": each.statement.direct and not nested,
        "indirect": not each.statement.direct and not nested,
        "nested": nested,
        "uncertain": each.uncertain,
        "certain": not each.uncertain,
    }[group]


def _rate(field: str, group: str, outcomes: Iterable[bool]) -> Rate:
    found = list(outcomes)
    right, of = sum(found), len(found)
    if not of:
        return Rate(field=field, group=group, right=0, of=0)
    low, high = wilson(right, of)
    return Rate(field=field, group=group, right=right, of=of, share=right / of, low=low, high=high)
