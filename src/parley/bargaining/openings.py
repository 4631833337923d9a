"""What would open an empty zone, and what would meet an obstacle, in words: never a label on a party."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parley.model import Choice, Opening, plain_number
from parley.text.listing import counted, listed

from .coded import Coded, Holding, in_words
from .turns import free_options

MOST_OPENED = 20
"""Of so many of the smallest sets it is told what each would open."""


def opening(
    code: Coded, held: Sequence[Holding], packages: int | None, package: Choice, utilities: Sequence[Fraction]
) -> Opening:
    """What giving up ``held`` opens: so many packages (``None``: not counted), ``package`` among them."""
    reserves = {code.case.parties[each.party].id: utilities[each.party] for each in held if each.is_reserve}
    words = [each.words for each in held]
    told = "An uncounted number of packages" if packages is None else counted(packages, "package")
    said = [
        f"Without {listed(words)} {told} would open: {'for instance ' if packages != 1 else ''}{in_words(package)}."
    ]
    for party, reached in reserves.items():
        wanted = next(profile.reserve for profile in code.case.parties if profile.id == party)
        assert wanted is not None
        short = wanted - reached
        gets = f"gets {plain_number(reached)} there, {plain_number(short)} short of its reserve"
        said.append(f"{party} {gets if short else 'falls short of its reserve there, by however little'}.")
    return Opening(
        give_up=tuple(words),
        packages="not counted" if packages is None else str(packages),
        package=package,
        reserves=reserves,
        why=" ".join(said),
    )


def shortfall(reserves: Sequence[int | None], held: Sequence[Holding], scaled: Sequence[int]) -> tuple[Fraction, ...]:
    """By how much a package falls short of the reserves in ``held``, as shares of them; the largest first.

    ``reserves`` and ``scaled`` are by party, on one scale.
    """
    short = []
    for each in held:
        reserve = reserves[each.party] if each.is_reserve else None
        if reserve is not None:
            short.append(Fraction(reserve - int(scaled[each.party]), max(abs(reserve), 1)))
    return tuple(sorted(short, reverse=True))


def met_by(code: Coded, held: Holding) -> tuple[str, ...]:
    """What would meet one thing that a party holds to: other options; for a reserve, options that suffice."""
    if held.when is None:
        enough = _enough(code, held.party)
        return (enough,) if enough else ()
    found = [f"{in_words(held.unless)} as well"] if held.unless is not None else []
    for issue, option in held.when.items():
        number = next(n for n, each in enumerate(code.case.issues) if each.id == issue)
        options = code.case.issues[number].options
        others = [options[n].id for n in free_options(code.sums, number) if options[n].id != option]
        if others:
            found.append(f"{issue} = {listed(others, 'or')}")
    return tuple(found)


def _enough(code: Coded, party: int) -> str | None:
    """The fewest issues that, settled as a party likes best, meet its reserve whatever the rest; ``None`` if that can't
    be said. With links they may not be the fewest: what a link may cost is counted in full, what it may earn isn't.
    """
    reserve = code.reserves[party]
    assert reserve is not None
    floor, gains = 0, []
    for issue, points in enumerate(code.sums.points):
        free = free_options(code.sums, issue).tolist()
        if not free:
            return None
        values = {option: int(points[option, party]) for option in free}
        best = max(free, key=values.__getitem__)
        floor += min(values.values())
        gains.append((min(values.values()) - values[best], issue, best))
    floor += sum(min(0, int(bonus.points[party])) for bonus in code.sums.bonuses)
    taken: dict[int, int] = {}
    for loss, issue, best in sorted(gains):
        if floor >= reserve:
            break
        floor, taken = floor - loss, {**taken, issue: best}
    refused = any(
        ban.unless is None and all(taken.get(issue) == option for issue, option in ban.when.items())
        for ban in code.sums.bans
    )
    if floor < reserve or refused or not taken:
        return None
    issues = code.case.issues
    choice = {issues[n].id: issues[n].options[option].id for n, option in sorted(taken.items())}
    return f"{in_words(choice)}, whatever the rest (at least {plain_number(code.points(party, floor))} points)"
