"""``weigh`` for cases of more packages than can be looked at one by one: the same answers, from merged issues."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from parley.model import (
    AgreementZone,
    Case,
    FrontierRow,
    NotYetHandled,
    Obstacle,
    Opening,
    Range,
    Robustness,
    Solutions,
    Weighing,
)
from parley.text.listing import in_figures

from .coded import Coded, Holding, coded
from .counting import count, matching
from .deciding import brackets_decide
from .exchanges import exchanges
from .merging import MOST_STATES, Listed, Merged, TooManyStates, merge
from .nearby import Picks
from .occurring import places_in_zone
from .openings import MOST_OPENED, met_by, opening, shortfall
from .robustness import End, stability_of_nash
from .sampling import sample
from .solutions import choose
from .standards import disagreement, nash_packages, standards, zone_is_empty
from .turns import Ban, Bonus, Sums
from .zone_words import broken_by, certain_of, given_up, unknown_within

MOST_LISTED = 10_000
"""The most packages that are listed in all; of rows that more packages reach the first ones are shown, and how many."""
MOST_OPENINGS = 20_000
"""The most parts of packages that are kept while the smallest sets that open an empty zone are looked for."""
MOST_TRIED = 500
"""So many packages of the frontier are tried for whether an option fits into the zone, before it is searched for."""
SAMPLES, SAMPLES_BY_SEARCH = 200, 40


def weigh_large(case: Case, path: str, most: int = MOST_STATES) -> Weighing:
    """All answers for a case whose names are settled; of a frontier too large to list (merging leaves more than
    ``most`` parts of packages) a sample. :class:`NotYetHandled` where links tie too much together for that."""
    code = coded(case)
    packages = math.prod(len(issue.options) for issue in case.issues)
    try:
        merged = merge(code.sums, most)
        middle = merge(code.middle(), most) if code.has_ranges else merged
    except TooManyStates:
        return _weigh_sampled(code, path, packages)
    best_of = merge(_highest(code)) if code.has_ranges else middle
    empty = _is_empty(code, best_of)
    efficient = merged.options()
    return Weighing(
        issues=case.issues,
        parties=tuple(profile.id for profile in case.parties),
        packages=str(packages),
        frontier=_rows(code, merged),
        solutions=_solutions(code, middle),
        agreement_zone=zone_of(code, packages, empty),
        obstacles=obstacles_of(code, packages),
        trades=exchanges(code),
        robustness=_robustness(code, lambda sums: _nash(code, sums, merge(sums)), SAMPLES),
        decides=brackets_decide(
            code,
            places_in_zone(code, _highest(code), _some(best_of), empty),
            lambda issue, option: (issue, option) in efficient,
        ),
    )


def _weigh_sampled(code: Coded, path: str, packages: int) -> Weighing:
    """The same where the frontier is too large to list: proven solutions, and a sample of the frontier."""
    try:
        chosen = standards(code, code.middle())
        empty = zone_is_empty(code, _highest(code))
        some = sample(code, chosen)
    except TooManyStates:
        raise NotYetHandled(
            path,
            f"links tie together issues with too many of its {in_figures(packages)} packages",
            "leave out links or red lines on combinations, or settle some issues or options first",
        ) from None
    rows: dict[str, FrontierRow] = {}
    for merged in some.parts:
        for row in _rows(code, merged):
            rows.setdefault(str(row.utilities), row)
    listed = (*some.parts, *chosen.best.values())
    efficient = {place for merged in listed for place in merged.options()}
    none = np.zeros((0, len(code.case.issues)), dtype=np.int16)
    picked = np.concatenate([none, *(_some(merged) for merged in listed)])
    ordered = sorted(rows.values(), key=lambda row: [(-each.high, -each.low) for each in row.utilities.values()])
    return Weighing(
        issues=code.case.issues,
        parties=tuple(profile.id for profile in code.case.parties),
        packages=str(packages),
        frontier=tuple(ordered),
        exact=chosen.blocks.empty,
        bound=some.bound,
        unproven=(*some.why, *chosen.why),
        solutions=Solutions(**{name: _rows(code, merged) for name, merged in chosen.best.items()}),
        agreement_zone=zone_of(code, packages, empty),
        obstacles=obstacles_of(code, packages),
        trades=exchanges(code),
        robustness=_robustness(code, lambda sums: nash_packages(code, sums), SAMPLES_BY_SEARCH),
        decides=brackets_decide(
            code,
            places_in_zone(code, _highest(code), picked, empty),
            lambda issue, option: (issue, option) in efficient or None,
        ),
    )


def _some(merged: Listed) -> Picks:
    """A package of each of some rows."""
    rows = len(merged.tied())
    return merged.only(np.arange(0, rows, -(-rows // MOST_TRIED) or 1)).packages(1)[1]


# ---- rows


def _rows(code: Coded, merged: Listed, only: list[int] | None = None) -> tuple[FrontierRow, ...]:
    """One row per vector of utilities, the first party's best first, with the packages that reach it."""
    if only is not None:
        merged = merged.only(np.array(sorted(only), dtype=np.intp))
    tied = merged.tied()
    most = max(1, MOST_LISTED // max(1, len(tied))) if sum(tied) > MOST_LISTED else max(tied, default=1)
    row, picks = merged.packages(most)
    low, high = code.utilities(picks)
    grouped: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = {}
    for place, key in enumerate(zip(map(tuple, high.tolist()), map(tuple, low.tolist()), strict=True)):
        grouped.setdefault(key, []).append(place)
    found = []
    for (highest, lowest), places in sorted(grouped.items(), reverse=True):
        reached = sum(tied[number] for number in {int(row[place]) for place in places})
        found.append(
            FrontierRow(
                utilities={
                    profile.id: Range(low=code.points(n, lowest[n]), high=code.points(n, highest[n]))
                    for n, profile in enumerate(code.case.parties)
                },
                packages=tuple(code.package(picks[place].tolist()) for place in _in_order(places, picks)),
                tied=str(reached) if reached > len(places) else None,
            )
        )
    return tuple(found)


def _in_order(places: list[int], picks: NDArray[np.int16]) -> list[int]:
    return sorted(places, key=lambda place: tuple(picks[place].tolist()))


# ---- solutions


def _solutions(code: Coded, middle: Merged) -> Solutions:
    """The four standards over what is on the frontier with ranges at their middle and leaves nobody below its reserve.

    A package that meets all reserves and that no other such package improves upon is on the whole frontier: whatever
    improves upon it meets them too.
    """
    chosen = _chosen(code, code.middle(), middle)
    return Solutions(**{name: _rows(code, middle, places) for name, places in chosen.items()})


def _chosen(code: Coded, sums: Sums, merged: Merged) -> dict[str, list[int]]:
    if not len(merged.ends):
        return {}
    start = disagreement(code, sums)
    acceptable = np.flatnonzero((merged.vectors >= start).all(axis=1).astype(bool))
    if not len(acceptable):
        return {}
    gains = merged.vectors[acceptable] - start
    chosen = choose(gains, gains.max(axis=0), code.scale)
    return {name: acceptable[places].tolist() for name, places in chosen.items()}


# ---- the zone of agreement and what closes it


def _highest(code: Coded) -> Sums:
    """Every unknown at its high end: what a reserve closes then it closes in every realisation."""
    return code.at(code.unknowns())


def _is_empty(code: Coded, best: Merged) -> bool:
    least = [-(2**200) if reserve is None else reserve for reserve in code.reserves]
    return not bool((best.vectors >= np.array(least, dtype=object)).all(axis=1).any()) if len(best.ends) else True


def zone_of(code: Coded, packages: int, empty: bool | None = None) -> AgreementZone:
    """The packages that all could accept, counted; ``empty`` where that is known already."""
    if empty is None:
        empty = count(_highest(code), code.reserves) == 0
    highest = _highest(code)
    number = 0 if empty else count(highest, code.reserves)
    certain = 0 if empty else count(code.at(()), code.reserves) if code.has_ranges else number
    unknown = [profile.id for profile in code.case.parties if profile.reserve is None]
    sentences = [broken_by(number, packages)]
    openings: tuple[tuple[str, ...], ...] = ()
    opened: tuple[Opening, ...] = ()
    if empty:
        smallest = _openings(code, highest)
        openings = tuple(tuple(held.words for held in each) for each in smallest)
        opened = tuple(
            _opened(code, highest, held, picks) for held, picks in itertools.islice(smallest.items(), MOST_OPENED)
        )
        sentences.append(given_up(openings) if openings else "What would open it was too much to find out.")
    elif unknown:
        sentences.append(unknown_within(unknown, number))
    if not empty and certain is not None and number is not None and certain < number:
        sentences.append(certain_of(certain))
    known = empty or (not unknown and (certain == number if number is not None else not code.has_ranges))
    shown = "not counted" if number is None else str(number)
    why = " ".join(sentences)
    return AgreementZone(empty=empty, known=known, packages=shown, why=why, openings=openings, opened=opened)


def _opened(code: Coded, highest: Sums, held: tuple[Holding, ...], picks: Picks) -> Opening:
    """What giving up one smallest set opens; ``picks`` are packages that it opens and none better."""
    left = [each for each in code.holdings if not each.is_reserve]
    bans = tuple(ban for each, ban in zip(left, highest.bans, strict=True) if each not in held)
    freed = {each.party for each in held if each.is_reserve}
    least = [None if n in freed else reserve for n, reserve in enumerate(code.reserves)]
    vectors = code.utilities(picks)[1]
    best = min(range(len(picks)), key=lambda row: shortfall(code.reserves, held, vectors[row].tolist()))
    utilities = [code.points(party, value) for party, value in enumerate(vectors[best].tolist())]
    number = count(Sums(highest.points, highest.bonuses, bans), least)
    return opening(code, held, number, code.package(picks[best].tolist()), utilities)


def _openings(code: Coded, highest: Sums) -> dict[tuple[Holding, ...], Picks]:
    """The smallest sets of holdings that, given up together, open a package, each with packages that it opens; fewest
    members first.

    Each red line and insistence becomes a party of its own that loses a point by a package that breaks it: what
    no other package beats then breaks as little as can be.
    """
    bans = [held for held in code.holdings if not held.is_reserve]
    width = len(bans)
    parties = highest.parties
    dtype = highest.points[0].dtype
    points = tuple(np.hstack([each, np.zeros((len(each), width), dtype=dtype)]) for each in highest.points)
    bonuses = [Bonus(b.when, np.concatenate([b.points, np.zeros(width, dtype=dtype)])) for b in highest.bonuses]
    for number, ban in enumerate(highest.bans):
        loss = np.zeros(parties + width, dtype=dtype)
        loss[parties + number] = -1
        bonuses.append(Bonus(ban.when, loss))
        if ban.unless is not None and all(ban.when.get(i, o) == o for i, o in ban.unless.items()):
            bonuses.append(Bonus({**ban.when, **ban.unless}, -loss))
    try:
        best = merge(Sums(points, tuple(bonuses)), MOST_OPENINGS)
    except TooManyStates:
        return {}
    reserves = [held for held in code.holdings if held.is_reserve]
    sets: dict[frozenset[int], list[int]] = {}
    place = {id(held): number for number, held in enumerate(code.holdings)}
    for number, row in enumerate(best.vectors.tolist()):
        broken = {place[id(bans[n])] for n in range(width) if row[parties + n] < 0}
        for held in reserves:
            reserve = code.reserves[held.party]
            if reserve is not None and row[held.party] < reserve:
                broken.add(place[id(held)])
        sets.setdefault(frozenset(broken), []).append(number)
    smallest = [one for one in sets if not any(other < one for other in sets)]
    found = {}
    for one in sorted(smallest, key=lambda one: (len(one), sorted(one))):
        _, picks = best.only(np.array(sets[one], dtype=np.intp)).packages(1)
        found[tuple(code.holdings[number] for number in sorted(one))] = picks
    return found


def obstacles_of(code: Coded, packages: int) -> tuple[Obstacle, ...]:
    """Each holding that closes something: how many packages it closes by itself, how many would open without it."""
    highest = _highest(code)
    sizes = [len(issue.options) for issue in code.case.issues]
    within = count(highest, code.reserves)
    found = []
    bans = iter(highest.bans)
    for held in code.holdings:
        ban = None if held.is_reserve else next(bans)
        closes = _closed_by(code, held, ban, highest, sizes, packages)
        if closes == 0:
            continue
        opens = None if within is None else _without(code, held, ban, highest)
        opens = None if opens is None or within is None else opens - within
        issue, option = _single(held)
        party = code.case.parties[held.party].id
        closed = f"{held.words} closes {_told(closes)} of {in_figures(packages)} packages"
        why = f"{closed}; given up alone it would open {_told(opens)}."
        found.append(
            Obstacle(
                issue=issue,
                option=option,
                party=party,
                why=why,
                closes=_text(closes),
                opens=_text(opens),
                met_by=met_by(code, held),
            )
        )
    return tuple(
        sorted(found, key=lambda each: tuple(-int(n) if n.isdigit() else 1 for n in (each.opens, each.closes)))
    )


def _closed_by(
    code: Coded, held: Holding, ban: Ban | None, highest: Sums, sizes: list[int], packages: int
) -> int | None:
    if ban is not None:
        return matching(sizes, ban.when, ban.unless)
    least = [code.reserves[party] if party == held.party else None for party in range(highest.parties)]
    meeting = count(Sums(highest.points, highest.bonuses), least)
    return None if meeting is None else packages - meeting


def _without(code: Coded, held: Holding, ban: Ban | None, highest: Sums) -> int | None:
    """The packages of the zone if one holding were given up."""
    if ban is not None:
        others = tuple(each for each in highest.bans if each is not ban)
        return count(Sums(highest.points, highest.bonuses, others), code.reserves)
    return count(highest, [None if n == held.party else reserve for n, reserve in enumerate(code.reserves)])


def _single(held: Holding) -> tuple[str | None, str | None]:
    choice = held.unless or held.when
    return next(iter(choice.items())) if choice is not None and len(choice) == 1 else (None, None)


def _text(number: int | None) -> str:
    return "not counted" if number is None else str(number)


def _told(number: int | None) -> str:
    return "an uncounted number" if number is None else in_figures(number)


# ---- robustness


def _robustness(code: Coded, nash: Callable[[Sums], set[tuple[int, ...]] | None], samples: int) -> Robustness:
    """Whether one of the Nash packages is a Nash package in every realisation tried; unknowns at either end."""
    places = code.unknowns()

    def at(end: End | None) -> set[tuple[int, ...]] | None:
        return nash(code.middle() if end is None else code.at(itertools.compress(places, end)))

    unknown = [profile.id for profile in code.case.parties if profile.reserve is None]
    return stability_of_nash(at, len(places), unknown, samples, samples)


def _nash(code: Coded, sums: Sums, merged: Merged) -> set[tuple[int, ...]]:
    """The option numbers of the Nash packages of one realisation (of many that tie the first ones)."""
    places = _chosen(code, sums, merged).get("nash", [])
    _, picks = merged.only(np.array(places, dtype=np.intp)).packages(1000)
    return {tuple(pick) for pick in picks.tolist()}
