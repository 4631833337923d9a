"""What the readers of other programs' cases share: issues and profiles as found, numbers, and choosing by name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import PurePath
from typing import Any

from parley.model import Case, Issue, Option, Profile, Range, UnusableInput
from parley.text.listing import listed

from .load import LARGEST

LARGEST_FILE = 2_000_000
"""Bytes: no domain or profile of those programs comes near it."""
MOST_OPTIONS = 10_000
"""So many options an issue may have; a longer range of whole numbers is refused."""
_DIGITS = 40


@dataclass(frozen=True)
class Found:
    """One party's preferences as a file has them: ``scores`` by issue and option, ``reserve`` if the file has one."""

    id: str
    scores: dict[str, dict[str, Fraction]]
    weights: dict[str, Fraction]
    reserve: Fraction | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """A case as it was read from a folder, and sentences about what the files hold besides."""

    case: Case
    notes: tuple[str, ...] = ()


def number(value: object, path: str, where: str) -> Fraction:
    """A number of a foreign file, exactly as written; :class:`UnusableInput` where it is none or unreasonable."""
    words = str(value).strip()
    try:
        if isinstance(value, bool) or len(words) > _DIGITS:
            raise ValueError
        found = Decimal(words)
        if not found.is_finite() or (found and not -_DIGITS < found.adjusted() < _DIGITS):
            raise ValueError
        exact = Fraction(found)
    except (InvalidOperation, ValueError) as error:
        shown = words if len(words) <= _DIGITS else f"{words[:_DIGITS]}…"
        raise UnusableInput(
            path, f"'{shown}' is no number that can be weighed", "write a plain number", where
        ) from error
    if abs(exact) > LARGEST:
        raise UnusableInput(path, f"{words} is too large", f"give at most {LARGEST:,}", where)
    return exact


def whole_numbers(low: Fraction, high: Fraction, path: str, where: str) -> tuple[int, ...]:
    """All whole numbers from ``low`` to ``high``, both inclusive."""
    if low.denominator != 1 or high.denominator != 1 or low > high:
        raise UnusableInput(path, f"{low} to {high} is no range of whole numbers", "write the lower one first", where)
    if high - low >= MOST_OPTIONS:
        problem = f"the range has {int(high - low) + 1:,} whole numbers, and the most is {MOST_OPTIONS:,}"
        raise UnusableInput(path, problem, "write it as a list of the values that matter", where)
    return tuple(range(int(low), int(high) + 1))


def chosen(names: Sequence[str], wanted: Sequence[str], folder: str) -> list[str]:
    """The files meant by each word: a file's name or stem, or any part of it that no other file's has."""
    found: list[str] = []
    for word in wanted:
        exact = [name for name in names if word in (name, PurePath(name).stem)]
        near = exact or [name for name in names if word.casefold() in name.casefold()]
        if len(near) != 1:
            several = f"'{word}' fits {listed(near)}" if near else f"no profile is called '{word}'"
            mend = "give more of its name" if near else f"choose from {listed([PurePath(name).stem for name in names])}"
            raise UnusableInput(folder, several, mend)
        if near[0] in found:
            raise UnusableInput(folder, f"'{word}' names {near[0]} a second time", "name each profile once")
        found += near
    return found


def assemble(issues: Sequence[Issue], parties: Sequence[Found], reserve: Fraction | None, normalise: bool) -> Scenario:
    """The case of all that was found.

    ``reserve`` is set for every party, else the file's stands, else it is unknown. ``normalise`` divides the
    scores of each issue by their maximum, where that is above 0.
    """
    profiles = []
    for party in parties:
        scores = {issue: divided(row) for issue, row in party.scores.items()} if normalise else party.scores
        profiles.append(
            Profile(
                id=party.id,
                reserve=party.reserve if reserve is None else reserve,
                scores={
                    issue: {option: Range(low=score, high=score) for option, score in row.items()}
                    for issue, row in scores.items()
                },
                weights=party.weights,
            )
        )
    notes = tuple(note for party in parties for note in party.notes)
    return Scenario(Case(issues=tuple(issues), parties=tuple(profiles)), notes)


def pick_parties(case: Case, path: str, ids: Sequence[str], reserve: Fraction | None, normalise: bool) -> Case:
    """A case with the parties named, a reserve for each, and scores divided by each issue's maximum, if asked."""
    parties = {party.id: party for party in case.parties}
    if ids:
        parties = {id: parties[id] for id in chosen(list(parties), ids, path)}
    if reserve is not None:
        parties = {id: party.replace(reserve=reserve) for id, party in parties.items()}
    if normalise:
        parties = {id: party.replace(scores=_divided(party)) for id, party in parties.items()}
    return case.replace(parties=tuple(parties.values()))


def _divided(party: Profile) -> dict[str, dict[str, Range]]:
    scores = {}
    for issue, row in party.scores.items():
        largest = max((score.high for score in row.values()), default=Fraction(0))
        by = largest if largest > 0 else Fraction(1)
        scores[issue] = {option: Range(low=score.low / by, high=score.high / by) for option, score in row.items()}
    return scores


def divided(row: dict[str, Fraction]) -> dict[str, Fraction]:
    """The scores of one issue divided by their maximum; as they are where it isn't above 0."""
    largest = max(row.values(), default=Fraction(0))
    return {option: score / largest for option, score in row.items()} if largest > 0 else row


def issue_of(name: str, options: Sequence[Any], path: str) -> Issue:
    """An issue with an option for each value, each once."""
    ids = [str(option) for option in options]
    if not ids:
        raise UnusableInput(path, "the issue has no values", "give it at least one", f"issue {name}")
    if len(set(ids)) < len(ids):
        double = next(id for id in ids if ids.count(id) > 1)
        raise UnusableInput(path, f"the value '{double}' stands there twice", "keep one of the two", f"issue {name}")
    return Issue(id=name, title=name, options=tuple(Option(id=id, text=id) for id in ids))


def unique_issues(issues: Sequence[Issue], path: str) -> None:
    """:class:`UnusableInput` where there is no issue, or two have the same name."""
    names = [issue.id for issue in issues]
    if not names:
        raise UnusableInput(path, "it has no issues", "name a domain with at least one")
    if len(set(names)) < len(names):
        double = next(name for name in names if names.count(name) > 1)
        raise UnusableInput(path, f"two issues are called '{double}'", "give each a name of its own")


def scale_note(party: str, reserve: Fraction | None, largest: Fraction) -> tuple[str, ...]:
    """A warning where a reserve on a scale of 0 to 1 stands beside points that go far beyond it."""
    if reserve is None or not 0 < reserve <= 1 or largest <= 1:
        return ()
    return (
        f"{party}: its reserve of {float(reserve):g} is on a scale of 0 to 1, and its points go up to "
        f"{math.floor(largest * 100) / 100:g}; use --normalise, or --reserve.",
    )
