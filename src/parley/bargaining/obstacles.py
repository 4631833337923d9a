"""What closes packages: red lines, insistences and reserves; the zone of agreement that they leave."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.model import AgreementZone, Choice, Obstacle, Opening
from parley.text.listing import counted

from .coded import Coded, Holding
from .openings import MOST_OPENED, met_by, opening, shortfall
from .table import Table
from .zone_words import broken_by, certain_of, given_up, unknown_within


@dataclass(frozen=True, eq=False)
class Closure:
    """One thing that a party holds to, in words, and which packages it closes."""

    held: Holding
    party: str
    closed: NDArray[np.bool_]

    @property
    def words(self) -> str:
        return self.held.words

    @property
    def choice(self) -> Choice | None:
        return self.held.unless or self.held.when

    @property
    def reserve(self) -> bool:
        return self.held.is_reserve


def closures(table: Table, code: Coded) -> list[Closure]:
    """Everything that closes packages, party by party. A reserve closes what falls below it in every realisation."""
    found = []
    for held in code.holdings:
        party = table.case.parties[held.party].id
        if held.when is None:
            reserve = table.reserve(held.party)
            assert reserve is not None
            closed = table.never_meets(held.party, reserve)
        else:
            closed = table.matches(held.when)
            if held.unless is not None:
                closed &= ~table.matches(held.unless)
        found.append(Closure(held, party, closed))
    return found


def allowed(table: Table, found: list[Closure]) -> NDArray[np.bool_]:
    """The packages that break no red line and no insistence, whatever the reserves."""
    return ~_closed(table, [closure for closure in found if not closure.reserve])


def meeting_all(table: Table, found: list[Closure]) -> NDArray[np.intp]:
    """The packages that all could accept, as far as is known; with ranges in some realisation."""
    return np.flatnonzero(~_closed(table, found))


def zone(table: Table, code: Coded, found: list[Closure]) -> AgreementZone:
    """The packages that all could accept, as far as is known.

    With ranges a package counts while it meets every reserve in *some* realisation; the zone is
    known only if those are the packages that meet them in all.
    """
    within = ~_closed(table, found)
    sure = within.copy()
    unknown = []
    for number, profile in enumerate(table.case.parties):
        reserve = table.reserve(number)
        if reserve is None:
            unknown.append(profile.id)
        else:
            sure &= table.lowest[:, number] >= reserve
    count, certain = int(within.sum()), int(sure.sum())
    sentences = [broken_by(count, len(table))]
    openings: tuple[tuple[str, ...], ...] = ()
    opened: tuple[Opening, ...] = ()
    if not count:
        smallest = minimal_openings(found, len(table))
        openings = tuple(tuple(closure.words for closure in one) for one in smallest)
        opened = tuple(_opened(table, code, found, one) for one in smallest[:MOST_OPENED])
        sentences.append(given_up(openings))
    elif unknown:
        sentences.append(unknown_within(unknown, count))
    if certain < count:
        sentences.append(certain_of(certain))
    known = not count or (not unknown and certain == count)
    why = " ".join(sentences)
    return AgreementZone(empty=not count, known=known, packages=str(count), why=why, openings=openings, opened=opened)


def _opened(table: Table, code: Coded, found: list[Closure], given_up: tuple[Closure, ...]) -> Opening:
    """What giving up one smallest set opens: the packages that just these close."""
    rows = np.flatnonzero(~_closed(table, [closure for closure in found if closure not in given_up]))
    held = [closure.held for closure in given_up]
    reserves = [table.reserve(party) for party in range(len(table.scale))]
    best = min(rows.tolist(), key=lambda row: shortfall(reserves, held, table.highest[row].tolist()))
    utilities = [table.points(party, value) for party, value in enumerate(table.highest[best].tolist())]
    return opening(code, held, len(rows), table.package(best), utilities)


def obstacles(table: Table, code: Coded, found: list[Closure]) -> tuple[Obstacle, ...]:
    """Each closure that closes something: how many packages it closes by itself, how many would open without it."""
    times_closed = np.zeros(len(table), dtype=np.intp)
    for closure in found:
        times_closed += closure.closed
    result = []
    for closure in found:
        closes = int(closure.closed.sum())
        if not closes:
            continue
        opens = int((closure.closed & (times_closed == 1)).sum())
        issue, option = (
            next(iter(closure.choice.items())) if closure.choice and len(closure.choice) == 1 else (None,) * 2
        )
        closed = counted(closes, "package")
        why = f"{closure.words} closes {closed} of {len(table)}; given up alone it would open {opens}."
        result.append(
            Obstacle(
                issue=issue,
                option=option,
                party=closure.party,
                why=why,
                closes=str(closes),
                opens=str(opens),
                met_by=met_by(code, closure.held),
            )
        )
    return tuple(sorted(result, key=lambda obstacle: (-int(obstacle.opens), -int(obstacle.closes))))


def minimal_openings(found: list[Closure], packages: int) -> tuple[tuple[Closure, ...], ...]:
    """The smallest sets of closures that, given up together, open a package; fewest members first.

    A package opens when everything that closes it is given up, so these are the minimal ones among
    the packages' own sets of closures (the minimal correction sets of the constraints).
    """
    held = np.array([closure.closed for closure in found], dtype=bool).reshape(len(found), packages)
    sets = {frozenset(np.flatnonzero(column).tolist()) for column in np.unique(held, axis=1).T}
    smallest: list[frozenset[int]] = []
    for candidate in sorted(sets, key=lambda one: (len(one), sorted(one))):
        if not any(one <= candidate for one in smallest):
            smallest.append(candidate)
    return tuple(tuple(found[number] for number in sorted(one)) for one in smallest)


def _closed(table: Table, found: list[Closure]) -> NDArray[np.bool_]:
    closed = np.zeros(len(table), dtype=bool)
    for closure in found:
        closed |= closure.closed
    return closed
