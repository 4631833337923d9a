"""What each bracket decides: where each option occurs, what settling it costs whom, how much of all hangs on it.

What a party can get at best with an option is found group by group of issues that links tie together, for one party
at a time, so that it is exact in cases of any size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from parley.model import BracketDecides, OptionDecided
from parley.text.listing import listed

from .blocks import sums_of
from .coded import Coded, Holding
from .merging import MOST_STATES, TooManyStates, merge
from .turns import Ban, Bonus, Sums, free_options, tied_issues

Places = Callable[[int, int], bool | None]
"""Whether an option of an issue occurs; ``None`` where that isn't known."""
_MOST_OF_GROUP = 2_000
"""The most single-party sums in one group of tied issues (options x parties)."""


def brackets_decide(
    code: Coded, in_zone: Places, on_frontier: Places, scored: Sequence[int] | None = None
) -> tuple[BracketDecides, ...]:
    """One answer for each issue of a case whose names are settled.

    ``scored`` are the numbers of the parties whose points ``code`` has, where others rank: what options cost, and how
    much hangs on a bracket, is told of these alone, and of the others what they rank first.
    """
    middle = Reach.of(code.middle())
    highest = Reach.of(code.at(code.unknowns())) if code.has_ranges else middle
    told = range(len(code.case.parties)) if scored is None else scored
    return tuple(
        _bracket(code, issue, middle, highest, in_zone, on_frontier, told) for issue in range(len(code.case.issues))
    )


def _first_choices(code: Coded, issue: str) -> str:
    """What each party that ranks the options of an issue ranks first, in words."""
    first = {
        profile.id: listed(list(profile.rankings[issue][0]), "or")
        for profile in code.case.parties
        if profile.rankings.get(issue)
    }
    if not first:
        return ""
    if len(first) == 1:
        return " ".join(f"{party} ranks {option} first." for party, option in first.items())
    if len(set(first.values())) == 1:
        return f"{listed(list(first))} rank {next(iter(first.values()))} first."
    return f"Ranked first: {listed([f'{option} by {party}' for party, option in first.items()])}."


@dataclass(frozen=True)
class Reach:
    """By issue and option the best that each party can get in an allowed package with it, in all; ``None`` if no
    allowed package has it, or if that is too much to find out. ``span`` is by party from its worst to its best."""

    best: tuple[tuple[tuple[int, ...] | None, ...], ...]
    span: tuple[int, ...]
    known: bool
    """Whether ``None`` means that no allowed package has the option, and not that it was too much to find out."""

    @classmethod
    def of(cls, sums: Sums) -> Reach:
        groups = [(group, _group(sums_of(sums, group))) for group in tied_issues(sums)]
        allowed = all(found is None or found.ends is not None for _, found in groups)
        ends = [found.ends for _, found in groups if found is not None and found.ends is not None]
        top = [sum(best for _, best in each) for each in zip(*ends, strict=True)]
        span = [sum(best - worst for worst, best in each) for each in zip(*ends, strict=True)]
        best: dict[int, tuple[tuple[int, ...] | None, ...]] = {}
        whole = all(found is not None for _, found in groups)
        for group, found in groups:
            for place, issue in enumerate(group):
                best[issue] = (None,) * len(sums.points[issue])
                if found is not None and found.ends is not None and allowed and whole:
                    rest = [all_ - mine for all_, (_, mine) in zip(top, found.ends, strict=True)]
                    best[issue] = tuple(row and _plus(rest, row) for row in found.rows[place])
        return cls(tuple(best[issue] for issue in sorted(best)), tuple(span), whole)


def _plus(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))


@dataclass(frozen=True)
class _Group:
    """Of issues tied together by option the best for each party (``None`` if no part has it), and each party's worst
    and best; ``ends`` is ``None`` if no part is allowed."""

    rows: list[list[tuple[int, ...] | None]]
    ends: list[tuple[int, int]] | None


def _group(sums: Sums) -> _Group | None:
    """``None`` where it is too much to find out."""
    if len(sums.points) == 1 and not sums.bonuses and all(ban.unless is None for ban in sums.bans):
        free = set(free_options(sums, 0).tolist())
        table = [tuple(int(p) for p in row) if n in free else None for n, row in enumerate(sums.points[0].tolist())]
        given = [row for row in table if row is not None]
        ends = [(min(column), max(column)) for column in zip(*given, strict=True)] if given else None
        return _Group([table], ends)
    options = sum(len(points) for points in sums.points)
    if options * sums.parties > _MOST_OF_GROUP:
        return None
    try:
        rows = [
            [_best_of_each(_with(sums, issue, option)) for option in range(len(points))]
            for issue, points in enumerate(sums.points)
        ]
        best, worst = _best_of_each(sums), _best_of_each(sums, -1)
    except TooManyStates:
        return None
    if best is None or worst is None:
        return _Group(rows, None)
    return _Group(rows, [(-low, high) for low, high in zip(worst, best, strict=True)])


def _with(sums: Sums, issue: int, option: int) -> Sums:
    """The same where an issue is settled by one option."""
    others = [other for other in range(len(sums.points[issue])) if other != option]
    return Sums(sums.points, sums.bonuses, (*sums.bans, *(Ban({issue: other}) for other in others)))


def _best_of_each(sums: Sums, sign: int = 1) -> tuple[int, ...] | None:
    """The largest sum of each party by itself (with ``sign`` -1 that of all its numbers turned round)."""
    found = []
    for party in range(sums.parties):
        points = tuple(sign * points[:, [party]] for points in sums.points)
        bonuses = tuple(Bonus(each.when, sign * each.points[[party]]) for each in sums.bonuses)
        vectors = merge(Sums(points, bonuses, sums.bans), MOST_STATES).vectors
        if not len(vectors):
            return None
        found.append(int(vectors[0, 0]))
    return tuple(found)


def _bracket(
    code: Coded,
    issue: int,
    middle: Reach,
    highest: Reach,
    in_zone: Places,
    on_frontier: Places,
    scored: Sequence[int],
) -> BracketDecides:
    named = code.case.issues[issue]
    ids = [party.id for party in code.case.parties]
    given = [row for row in middle.best[issue] if row is not None]
    most = [max(column) for column in zip(*given, strict=True)]
    least = [min(column) for column in zip(*given, strict=True)]
    depends = {
        ids[n]: Fraction(most[n] - least[n], middle.span[n]) if middle.span[n] else Fraction(0) for n in scored
    } if given else {}  # fmt: skip
    options = []
    for number, option in enumerate(named.options):
        row = middle.best[issue][number]
        costs = {} if row is None else {ids[n]: code.points(n, most[n] - row[n]) for n in scored}
        none = row is None and middle.known
        options.append(
            OptionDecided(
                option=option.id,
                in_zone=False if none else in_zone(issue, number),
                on_frontier=False if none else on_frontier(issue, number),
                costs=costs,
                against=_against(code, named.id, option.id, highest.best[issue][number], scored),
            )
        )
    everybody = len(scored) == len(ids)
    if not given and (everybody or middle.known):
        why = ""  # where none is allowed at all, the zone's words say so
    else:
        why = _in_words(named.id, depends, options, None if everybody else _first_choices(code, named.id))
    return BracketDecides(issue=named.id, depends=depends, options=tuple(options), why=why)


def _against(
    code: Coded, issue: str, option: str, best: tuple[int, ...] | None, scored: Sequence[int]
) -> tuple[str, ...]:
    """What is held against an option, in words: red lines that it is part of, insistences, reserves out of reach."""
    found = []
    for held in code.holdings:
        reserve = code.reserves[held.party]
        if held.is_reserve:
            if held.party in scored and best is not None and reserve is not None and best[held.party] < reserve:
                found.append(f"{held.words}, which no allowed package with it reaches")
        elif _stands_against(held, issue, option):
            found.append(held.words)
    return tuple(found)


def _stands_against(held: Holding, issue: str, option: str) -> bool:
    when, unless = held.when or {}, held.unless or {}
    if when.get(issue, option) != option:
        return False
    return when.get(issue) == option or unless.get(issue, option) != option


def _in_words(issue: str, depends: dict[str, Fraction], options: list[OptionDecided], first: str | None) -> str:
    """``first`` says what parties without points rank first; ``None`` where all have points."""
    said = []
    if depends:
        shares = ", ".join(f"{party} {float(share):.0%}" for party, share in depends.items())
        said.append(f"Of the whole range, so much hangs on {issue}: {shares}.")
    said += [first or "", _where_in_words(issue, options)]
    free = [each.option for each in options if each.costs and not any(each.costs.values())]
    if free:
        everybody = "nobody any of its best"
        scored = f"{listed(list(depends))} {'nothing of its' if len(depends) == 1 else 'nothing of their'} best"
        said.append(f"Settling it by {listed(free)} costs {everybody if first is None else scored}.")
    return " ".join(filter(None, said))


def _where_in_words(issue: str, options: list[OptionDecided]) -> str:
    """Which options no package of the zone, or of the frontier, has."""
    said = []
    outside = [each.option for each in options if each.in_zone is False]
    if outside and len(outside) < len(options):
        said.append(f"No package that all could accept has {listed(outside, 'or')}.")
    elif outside:
        said.append(f"No package that all could accept has any option of {issue}.")
    never = [each.option for each in options if each.on_frontier is False and each.in_zone is not False]
    if never:
        said.append(f"With {listed(never)} another package is always as good for all and better for somebody.")
    return " ".join(said)
