"""Cases of more packages than are looked at one by one: what is counted, listed, and said not to be."""

from __future__ import annotations

import functools
import itertools
import math
from typing import Any

import pytest

from parley.bargaining import load_case, merging, weigh
from parley.bargaining.large import MOST_LISTED, weigh_large
from parley.bargaining.sure import unbeaten
from parley.model import Case


def case(issues: int, options: int, parties: list[dict[str, Any]]) -> Case:
    """``score(issue, option)`` of each party gives its points."""
    named = [{"id": f"i{n}", "options": [str(k) for k in range(options)]} for n in range(issues)]
    for party in parties:
        score = party.pop("score")
        party["scores"] = {f"i{n}": {str(k): score(n, k) for k in range(options)} for n in range(issues)}
    return load_case({"issues": named, "parties": parties}, "case.json")


def test_of_packages_that_all_tie_some_are_listed_and_all_are_counted() -> None:
    [row] = weigh(case(5, 10, [{"id": "KES", "score": lambda _n, _k: 1}])).frontier
    assert row.tied == "100000"
    assert len(row.packages) == MOST_LISTED
    assert len({tuple(package.values()) for package in row.packages}) == MOST_LISTED


def test_ninety_five_million_million_packages_of_two_parties() -> None:
    weighing = weigh(
        case(
            20,
            5,
            [
                {"id": "KES", "reserve": 20, "score": lambda n, k: k * (n % 3 + 1)},
                {"id": "ORL", "reserve": 20, "score": lambda n, k: (4 - k) * (n % 4 + 1)},
            ],
        )
    )
    assert weighing.packages == str(5**20)
    assert weighing.exact
    sums = [(row.utilities["KES"].low, row.utilities["ORL"].low) for row in weighing.frontier]
    assert sums[0][0] == sum(4 * (n % 3 + 1) for n in range(20))
    assert sums == sorted(sums, reverse=True)
    assert all(better[1] < worse[1] for better, worse in itertools.pairwise(sums))
    [nash] = weighing.solutions.nash
    best = max((a - 20) * (b - 20) for a, b in sums)
    assert (nash.utilities["KES"].low - 20) * (nash.utilities["ORL"].low - 20) == best
    assert not weighing.agreement_zone.empty
    assert 0 < int(weighing.agreement_zone.packages) < 5**20


def test_the_zone_is_counted_where_looking_at_each_package_would_take_years() -> None:
    """Each of two parties wants at least one of its 30 issues its way: all but the two packages of one side alone."""
    weighing = weigh(
        case(
            30,
            2,
            [
                {"id": "KES", "reserve": 1, "score": lambda _, k: k},
                {"id": "ORL", "reserve": 1, "score": lambda _, k: 1 - k},
            ],
        )
    )
    assert weighing.agreement_zone.packages == str(2**30 - 2)
    assert [(o.party, o.closes, o.opens) for o in weighing.obstacles] == [("KES", "1", "1"), ("ORL", "1", "1")]


def test_what_opens_an_empty_zone() -> None:
    lines = [{"i0": "0", "i1": "0"}, {"i0": "1"}]
    parties = [
        {"id": "KES", "red_lines": lines, "score": lambda _, k: k},
        {"id": "ORL", "red_lines": [{"i1": "1"}, {"i2": "2"}], "score": lambda _, k: -k},
    ]
    weighing = weigh_large(case(9, 2, [*parties[:1], {**parties[1], "red_lines": [{"i1": "1"}]}]), "case.json")
    assert weighing.agreement_zone.empty
    assert weighing.frontier == ()
    assert {frozenset(one) for one in weighing.agreement_zone.openings} == {
        frozenset({"KES's red line on i0 = 0 with i1 = 0"}),
        frozenset({"KES's red line on i0 = 1"}),
        frozenset({"ORL's red line on i1 = 1"}),
    }


def test_a_frontier_that_is_too_large_to_list_is_sampled() -> None:
    parties = [
        {"id": f"P{p}", "score": lambda n, k, p=p: math.prod([7, n + 3, k * p + 11]) % 1009 * (1 if k % 5 == p else 0)}
        for p in range(5)
    ]
    weighing = weigh_large(case(20, 5, parties), "case.json", most=500)
    assert not weighing.exact
    assert weighing.bound is not None
    assert weighing.unproven[0].startswith("The frontier is too large to list: these rows are a sample of it")


def test_ranges_that_leave_too_many_pairs_to_compare_give_a_sample_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    parties: list[dict[str, Any]] = [
        {"id": "KES", "reserve": 0, "score": lambda n, k: [k * (n % 3 + 1), k * (n % 3 + 1) + 2]},
        {"id": "ORL", "reserve": 0, "score": lambda n, k: [(4 - k) * (n % 4 + 1), (4 - k) * (n % 4 + 1) + 2]},
    ]
    asked = case(5, 4, parties)
    assert weigh_large(asked, "case.json").exact
    monkeypatch.setattr(merging, "unbeaten", functools.partial(unbeaten, most=1_000))
    sampled = weigh_large(asked, "case.json")
    assert not sampled.exact
    assert sampled.bound is not None
    assert any("Ranges were taken at their middle" in sentence for sentence in sampled.unproven)


def test_many_issues_with_much_left_of_each_are_handed_to_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    parties: list[dict[str, Any]] = [
        {"id": "KES", "reserve": 0, "score": lambda n, k: k * (n * n % 7 + 3)},
        {"id": "ORL", "reserve": 0, "score": lambda n, k: (2 - k) * (n % 5 + 2)},
    ]
    asked = case(9, 3, parties)
    whole = weigh_large(asked, "case.json")
    assert whole.exact
    monkeypatch.setattr(merging, "MOST_COMPARED", 60)
    sampled = weigh_large(asked, "case.json")
    assert not sampled.exact
    assert sampled.bound is not None
    assert sampled.solutions == whole.solutions
