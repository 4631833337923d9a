"""A second way to weigh: plain dictionaries, every corner of the ranges, no cleverness. Only to compare with."""

from __future__ import annotations

import itertools
from fractions import Fraction

from parley.model import Case, Choice

Package = tuple[tuple[str, str], ...]


def packages(case: Case) -> list[Package]:
    ids = [[(issue.id, option.id) for option in issue.options] for issue in case.issues]
    return list(itertools.product(*ids))


def has(package: Package, choice: Choice) -> bool:
    return all((issue, option) in package for issue, option in choice.items())


def breaks(package: Package, case: Case) -> set[tuple[str, str, int]]:
    """What each package breaks of red lines and insistences."""
    broken = set()
    for party in case.parties:
        broken |= {(party.id, "red", n) for n, line in enumerate(party.red_lines) if has(package, line)}
        broken |= {
            (party.id, "link", n)
            for n, link in enumerate(party.links)
            if link.if_ is not None and has(package, link.if_) and not has(package, link.then or {})
        }
    return broken


def realisations(case: Case, ends: tuple[str, ...] = ("low", "high")) -> list[dict[tuple[str, ...], Fraction]]:
    """Every way to put each score and worth at one of ``ends`` (or in the middle)."""
    numbers = {}
    for party in case.parties:
        for issue, by_option in party.scores.items():
            for option, score in by_option.items():
                numbers[party.id, issue, option] = score
        for n, link in enumerate(party.links):
            if link.worth is not None:
                numbers[party.id, "link", str(n)] = link.worth
    if ends == ("middle",):
        return [{key: (score.low + score.high) / 2 for key, score in numbers.items()}]
    values = [{getattr(score, end) for end in ends} for score in numbers.values()]
    return [dict(zip(numbers, chosen, strict=True)) for chosen in itertools.product(*values)]


def utilities(package: Package, case: Case, numbers: dict[tuple[str, ...], Fraction]) -> tuple[Fraction, ...]:
    result = []
    for party in case.parties:
        sum_ = Fraction(0)
        for issue, option in package:
            weight = party.weights[issue] if party.weights else Fraction(1)
            sum_ += weight * numbers[party.id, issue, option]
        for n, link in enumerate(party.links):
            if link.with_ is not None and has(package, link.with_):
                sum_ += numbers[party.id, "link", str(n)]
        result.append(sum_)
    return tuple(result)


def dominates(better: tuple[Fraction, ...], worse: tuple[Fraction, ...]) -> bool:
    return all(a >= b for a, b in zip(better, worse, strict=True)) and better != worse


def efficient(vectors: dict[Package, tuple[Fraction, ...]]) -> set[Package]:
    return {one for one in vectors if not any(dominates(vectors[other], vectors[one]) for other in vectors)}


def frontier(case: Case) -> set[Package]:
    """Every package that is efficient in some corner of the ranges."""
    allowed = [package for package in packages(case) if not breaks(package, case)]
    found: set[Package] = set()
    for numbers in realisations(case):
        found |= efficient({package: utilities(package, case, numbers) for package in allowed})
    return found


def solutions(case: Case) -> dict[str, set[Package]]:
    """The four solutions at the middle of all ranges."""
    numbers = realisations(case, ("middle",))[0]
    allowed = {p: utilities(p, case, numbers) for p in packages(case) if not breaks(p, case)}
    start = [
        party.reserve if party.reserve is not None else min((vector[n] for vector in allowed.values()), default=0)
        for n, party in enumerate(case.parties)
    ]
    gains = {p: tuple(u - d for u, d in zip(vector, start, strict=True)) for p, vector in allowed.items()}
    gains = {p: vector for p, vector in gains.items() if min(vector) >= 0}
    if not gains:
        return {name: set() for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")}
    ideal = [max(vector[n] for vector in gains.values()) for n in range(len(case.parties))]

    def product(vector: tuple[Fraction, ...]) -> Fraction:
        result = Fraction(1)
        for gain in vector:
            result *= gain
        return result

    def shares(vector: tuple[Fraction, ...]) -> list[Fraction]:
        return sorted(gain / best for gain, best in zip(vector, ideal, strict=True) if best > 0)

    standards = {"nash": product, "kalai_smorodinsky": shares, "egalitarian": sorted, "utilitarian": sum}
    good = efficient(gains)
    found = {}
    for name, worth in standards.items():
        highest = max(worth(vector) for vector in gains.values())
        found[name] = {p for p, vector in gains.items() if worth(vector) == highest and p in good}
    return found
