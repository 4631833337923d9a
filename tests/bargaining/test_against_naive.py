"""Both engines agree with a naive second implementation on random small cases with ties, red lines, links, ranges."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bargaining import naive
from parley.bargaining import load_case, weigh
from parley.bargaining.large import weigh_large
from parley.model import Case, FrontierRow, Profile, Range, Weighing

Engine = Callable[[Case], Weighing]
both = pytest.mark.parametrize(
    "weigh", [partial(weigh, draws=0), partial(weigh_large, path="case.json")], ids=["each", "merged"]
)

MOST_UNKNOWNS = 7


@st.composite
def cases(draw: st.DrawFn, ranges: bool = True) -> Case:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    options = {f"i{n}": [f"o{k}" for k in range(size)] for n, size in enumerate(sizes)}
    unknowns = draw(st.integers(0, MOST_UNKNOWNS)) if ranges else 0

    def points() -> Any:
        nonlocal unknowns
        low = draw(st.integers(0, 4))
        if unknowns and draw(st.booleans()):
            unknowns -= 1
            return [low, low + draw(st.integers(1, 3))]
        return low

    def choice(most: int) -> dict[str, str]:
        issues = draw(st.lists(st.sampled_from(sorted(options)), min_size=1, max_size=most, unique=True))
        return {issue: draw(st.sampled_from(options[issue])) for issue in issues}

    parties = []
    for n in range(draw(st.integers(1, 3))):
        party: dict[str, Any] = {
            "id": f"P{n}",
            "scores": {issue: {option: points() for option in names} for issue, names in options.items()},
            "red_lines": [choice(2) for _ in range(draw(st.integers(0, 1)))],
            "links": [],
        }
        if draw(st.booleans()):
            party["reserve"] = draw(st.sampled_from([0, 1, 2.5, 4]))
        if draw(st.booleans()):
            party["weights"] = {issue: draw(st.sampled_from([1, 2, 0.5])) for issue in options}
        if draw(st.booleans()):
            party["links"].append({"with": choice(2), "worth": points()})
        if len(options) > 1 and draw(st.booleans()):
            party["links"].append({"if": {"i0": draw(st.sampled_from(options["i0"]))},
                                   "then": {"i1": draw(st.sampled_from(options["i1"]))}})  # fmt: skip
        parties.append(party)
    issues = [{"id": issue, "options": names} for issue, names in options.items()]
    return load_case({"issues": issues, "parties": parties}, "case.json")


def found(rows: tuple[FrontierRow, ...]) -> set[naive.Package]:
    vectors = [tuple(row.utilities.items()) for row in rows]
    assert len(vectors) == len(set(vectors)), "a vector of utilities has two rows"
    packages = [tuple(package.items()) for row in rows for package in row.packages]
    assert len(packages) == len(set(packages)), "a package stands twice"
    return set(packages)


@both
@given(cases())
@settings(deadline=None)
def test_the_frontier_is_what_is_efficient_in_some_realisation(weigh: Engine, case: Case) -> None:
    assert found(weigh(case).frontier) == naive.frontier(case)


@both
@given(cases())
@settings(deadline=None)
def test_each_solution_has_all_its_ties(weigh: Engine, case: Case) -> None:
    solutions = weigh(case).solutions
    assert {name: found(rows) for name, rows in solutions} == naive.solutions(case)


@both
@given(cases())
@settings(deadline=None)
def test_utilities_are_the_extremes_over_all_realisations(weigh: Engine, case: Case) -> None:
    corners = naive.realisations(case)
    for row in weigh(case).frontier:
        for package in row.packages:
            vectors = [naive.utilities(tuple(package.items()), case, numbers) for numbers in corners]
            for n, party in enumerate(case.parties):
                assert row.utilities[party.id].low == min(vector[n] for vector in vectors)
                assert row.utilities[party.id].high == max(vector[n] for vector in vectors)


@both
@given(cases(ranges=False))
@settings(deadline=None)
def test_the_zone_and_what_opens_without_each_obstacle(weigh: Engine, case: Case) -> None:
    weighing = weigh(case)
    numbers = naive.realisations(case)[0]
    broken = {}
    for package in naive.packages(case):
        vector = naive.utilities(package, case, numbers)
        reserves = {
            (party.id, "reserve", 0)
            for n, party in enumerate(case.parties)
            if party.reserve is not None and vector[n] < party.reserve
        }
        broken[package] = naive.breaks(package, case) | reserves
    closures = {closure for closed in broken.values() for closure in closed}
    counted = sorted(
        (
            closure[0],
            sum(closure in closed for closed in broken.values()),
            sum(closed == {closure} for closed in broken.values()),
        )
        for closure in closures
    )
    assert weighing.agreement_zone.packages == str(sum(not closed for closed in broken.values()))
    assert sorted((o.party, int(o.closes), int(o.opens)) for o in weighing.obstacles) == counted
    if weighing.agreement_zone.empty:
        smallest = {frozenset(a) for a in broken.values() if not any(b < a for b in broken.values())}
        assert len(weighing.agreement_zone.openings) == len(smallest)
        assert sorted(map(len, weighing.agreement_zone.openings)) == sorted(map(len, smallest))
    else:
        assert weighing.agreement_zone.openings == ()


@given(cases())
@settings(deadline=None)
def test_a_trade_is_worse_for_nobody_in_any_realisation_and_no_single_change_is(case: Case) -> None:
    corners = naive.realisations(case)
    allowed = [package for package in naive.packages(case) if not naive.breaks(package, case)]

    def surely_better(start: naive.Package, end: naive.Package) -> bool:
        pairs = [(naive.utilities(start, case, r), naive.utilities(end, case, r)) for r in corners]
        return all(naive.dominates(after, before) for before, after in pairs)

    trades = weigh(case, draws=0).trades
    for trade in trades:
        start, end = tuple(trade.start.items()), tuple(trade.end.items())
        assert start in allowed
        assert end in naive.frontier(case)
        assert surely_better(start, end)
        assert {i: o for i, o in trade.end.items() if trade.start[i] != o} == trade.changes
        assert len(trade.changes) >= 2
        single = [p for p in allowed if len(set(p) - set(start)) == 1]
        assert not any(surely_better(start, package) for package in single)
    stuck = [
        start
        for start in allowed
        if any(surely_better(start, end) for end in allowed)
        and not any(surely_better(start, end) for end in allowed if len(set(end) - set(start)) == 1)
    ]
    assert bool(trades) == bool(stuck)


@given(cases(), st.integers(2, 10**30))
@settings(deadline=None)
def test_numbers_of_any_size_are_exact(case: Case, factor: int) -> None:
    """Multiplying all points by one number changes no package in any answer, however large it gets."""

    def larger(score: Range) -> Range:
        return Range(low=score.low * factor, high=score.high * factor)

    def times(party: Profile) -> Profile:
        return party.replace(
            scores={issue: {o: larger(s) for o, s in options.items()} for issue, options in party.scores.items()},
            links=tuple(link if link.worth is None else link.replace(worth=larger(link.worth)) for link in party.links),
            reserve=None if party.reserve is None else party.reserve * factor,
        )

    larger_case = case.replace(parties=tuple(times(party) for party in case.parties))
    small, large = weigh(case, draws=0), weigh(larger_case, draws=0)
    assert found(small.frontier) == found(large.frontier)
    for (name, rows), (_, others) in zip(small.solutions, large.solutions, strict=True):
        assert found(rows) == found(others), name
    assert [trade.changes for trade in small.trades] == [trade.changes for trade in large.trades]


def log_rolling() -> Case:
    """Neither change alone helps without harm, both together do; one issue beside them is uncertain."""
    options = {"i0": ["o0"], "i1": ["o0", "o1", "o2"], "i2": ["o0", "o1", "o2"]}
    points = {"P0": ([[0, 1]], [0, 0, 1], [0, 1, 0]), "P1": ([0], [0, 1, 0], [0, 0, 2])}
    parties = [
        {
            "id": party,
            "scores": {i: dict(zip(options[i], row, strict=True)) for i, row in zip(options, rows, strict=True)},
        }
        for party, rows in points.items()
    ]
    return load_case({"issues": [{"id": i, "options": names} for i, names in options.items()], "parties": parties}, "c")


def test_an_exchange_is_found_where_each_half_alone_harms_somebody() -> None:
    [trade] = weigh_large(log_rolling(), "case.json").trades
    assert (trade.start, trade.end) == ({"i1": "o1", "i2": "o1"}, {"i1": "o2", "i2": "o2"})


@given(cases())
@example(log_rolling())
@settings(deadline=None)
def test_an_exchange_helps_from_every_package_that_holds_what_it_changes(case: Case) -> None:
    corners = naive.realisations(case)
    for trade in weigh_large(case, "case.json").trades:
        for package in naive.packages(case):
            if naive.has(package, trade.start):
                after = tuple((issue, trade.end.get(issue, option)) for issue, option in package)
                pairs = [(naive.utilities(package, case, r), naive.utilities(after, case, r)) for r in corners]
                assert all(naive.dominates(better, worse) for worse, better in pairs)
                for half in trade.changes.items():
                    alone = tuple((issue, half[1] if issue == half[0] else option) for issue, option in package)
                    assert not all(
                        naive.dominates(naive.utilities(alone, case, r), worse)
                        for (worse, _), r in zip(pairs, corners, strict=True)
                    )
