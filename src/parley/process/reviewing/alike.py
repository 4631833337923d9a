"""Which statements may say the same as one: by who says it, what it does, what it is about, its words, and when.

Two people may use the same words and say two things; so the speaker weighs as much as all the words. Nothing is
decided by it: it only puts the likely ones first in a list from which a person chooses.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from parley.model import Ref, Statement, exact_words

_MOST = 9
_SPEAKER, _PARTY, _ANOTHER = 1.0, 0.5, -0.5
_WORDS, _ISSUES, _ACT, _ADDRESSEE, _NEAR = 1.0, 0.5, 0.25, 0.1, 0.25
_NEAR_DAYS = 7


@dataclass(frozen=True)
class Said:
    """A statement, for whom its speaker stands, and the day on which it was said, or else of its paper."""

    statement: Statement
    parties: frozenset[str]
    day: dt.date | None


def alike(one: Said, others: Iterable[Said]) -> tuple[Statement, ...]:
    """Up to nine of ``others`` that may say the same, the likeliest first, of equally likely ones the nearest.

    Each has content words in common with it, or the speaker and an issue. The words count by Jaccard's index, as do the
    issues. What it is told in, and what is told in it, says something else.
    """
    from parley.reading import content_stems

    stems = content_stems(exact_words(one.statement.content))
    found: list[tuple[float, float, int, Statement]] = []
    for number, other in enumerate(others):
        if _overlap(one.statement, other.statement):
            continue
        theirs = content_stems(exact_words(other.statement.content))
        shared = _share(stems, theirs)
        issues = _share(set(one.statement.issues), set(other.statement.issues))
        by = _by(one, other)
        if shared or (by > 0 and issues):
            apart = _days_apart(one, other)
            points = _WORDS * shared + _ISSUES * issues + by + _ACT * (one.statement.act is other.statement.act)
            points += _ADDRESSEE * _same(one.statement.addressee, other.statement.addressee)
            points += _NEAR * (apart <= _NEAR_DAYS)
            found.append((-points, apart, number, other.statement))
    return tuple(statement for *_, statement in sorted(found, key=lambda row: row[:3])[:_MOST])


def _overlap(one: Statement, other: Statement) -> bool:
    if one.document != other.document:
        return False
    return any(ours.start < theirs.end and theirs.start < ours.end for ours in one.content for theirs in other.content)


def _by(one: Said, other: Said) -> float:
    """The same speaker, one of the same party, somebody else; nothing where one of them isn't known."""
    ours, theirs = one.statement.speaker, other.statement.speaker
    if _same(ours, theirs):
        return _SPEAKER
    if one.parties & other.parties:
        return _PARTY
    return _ANOTHER if ours is not None and theirs is not None and ours.id and theirs.id else 0.0


def _same(ours: Ref | None, theirs: Ref | None) -> bool:
    if ours is None or theirs is None:
        return False
    return ours.id == theirs.id if ours.id or theirs.id else ours.name.casefold() == theirs.name.casefold()


def _share(ours: set[str] | frozenset[str], theirs: set[str] | frozenset[str]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours & theirs else 0.0


def _days_apart(one: Said, other: Said) -> float:
    return abs((one.day - other.day).days) if one.day and other.day else float("inf")
