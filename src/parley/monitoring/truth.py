"""Yes, no, or nobody can tell: facts, and what follows in every completion of the doubtful ones.

Facts are joined by Kleene's strong logic of three values. What a row of reports amounts to is the
*highest* of what each of them shows (a breach found outranks one alleged, which outranks nothing),
so the results over all completions of the doubtful reports need no enumeration: see ``possible``.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Truth(enum.IntEnum):
    """Ordered so that *and* is the lowest of its parts, *or* the highest (Kleene 1952)."""

    NO = 0
    UNKNOWN = 1
    YES = 2


@dataclass(frozen=True)
class Fact:
    """Whether something holds of a report.

    Where it is unknown, ``why`` is a clause for a sentence and ``bring`` what would settle it, as a noun.
    """

    truth: Truth
    why: str = ""
    bring: str = ""


YES = Fact(Truth.YES)
NO = Fact(Truth.NO)
NOBODY = Fact(Truth.UNKNOWN, "nobody is named as the doer", "who did it")


def unsaid(words: str) -> Fact:
    """That no report says whether it was as these words of the text ask."""
    return Fact(Truth.UNKNOWN, f"nobody says whether it was '{words}'", f"whether it was '{words}'")


def all_of(facts: Iterable[Fact]) -> Truth:
    """Whether all of the facts hold."""
    return min((fact.truth for fact in facts), default=Truth.YES)


def options(truth: Truth, ranks: Iterable[int]) -> frozenset[int]:
    """The ranks a report can take: one of ``ranks`` if it counts, 0 if it does not."""
    if truth is Truth.NO:
        return frozenset({0})
    return frozenset(ranks) | ({0} if truth is Truth.UNKNOWN else frozenset())


def possible(choices: Iterable[frozenset[int]]) -> frozenset[int]:
    """All values that the maximum takes when each report takes one of its options, freely of the others.

    Linear in the reports. A maximum ``m`` can be reached if some report can take it and every other
    can stay at or below it, that is if ``m`` is not below the highest of the lowest options. No
    report at all leaves 0.
    """
    union: set[int] = {0}
    floor = 0
    for choice in choices:
        union |= choice
        floor = max(floor, min(choice))
    return frozenset(rank for rank in union if rank >= floor)
