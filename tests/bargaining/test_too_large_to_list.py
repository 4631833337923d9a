"""Where the frontier is too large to list: proven solutions, the zone, a sample of the frontier and what it misses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings

from bargaining import naive
from bargaining.test_against_naive import cases, found
from parley.bargaining import load_case
from parley.bargaining.blocks import in_blocks
from parley.bargaining.coded import coded
from parley.bargaining.large import weigh_large
from parley.bargaining.prices import Aim
from parley.bargaining.search import Search
from parley.model import Case, NotYetHandled, Weighing

searched = partial(weigh_large, path="case.json", most=0)
PARTIES = ("KES", "ORL", "HAL", "QUE", "VES")


def opposed(parties: int, issues: int, options: int, **keys: Any) -> Case:
    """Parties that want each issue their own way, with points that repeat nowhere soon."""
    scores = [
        {
            f"i{n}": {
                f"o{k}": (k if (p + n * (p + 1)) % 2 else options - 1 - k) * (7 + (p * 5 + n * n * 3) % 11) * 13
                + (p * 31 + n * 17 + k * 23) % 29
                for k in range(options)
            }
            for n in range(issues)
        }
        for p in range(parties)
    ]
    named = [{"id": f"i{n}", "options": [f"o{k}" for k in range(options)]} for n in range(issues)]
    held = [{"id": PARTIES[p], "scores": scores[p], "reserve": 0, **keys} for p in range(parties)]
    return load_case({"issues": named, "parties": held}, "case.json")


def nothing_chooses(weighing: Weighing) -> bool:
    return any("all products of gains are 0" in sentence for sentence in weighing.unproven)


@given(cases())
@settings(deadline=None, max_examples=30)
def test_each_solution_has_all_its_ties(case: Case) -> None:
    weighing = searched(case)
    expected = naive.solutions(case)
    for name, rows in weighing.solutions:
        if name == "nash" and nothing_chooses(weighing):
            assert found(rows) <= expected["nash"]
            assert found(rows)
        else:
            assert found(rows) == expected[name], name
    assert len(weighing.unproven) == (not weighing.exact) + nothing_chooses(weighing)


@given(cases())
@settings(deadline=None, max_examples=30)
def test_the_sample_is_on_the_frontier(case: Case) -> None:
    weighing = searched(case)
    everything = naive.frontier(case)
    assert weighing.exact == (not everything)
    assert found(weighing.frontier) <= everything
    assert bool(weighing.frontier) == bool(everything)


@given(cases(ranges=False))
@settings(deadline=None, max_examples=30)
def test_no_package_is_better_than_every_row_by_more_than_the_bound(case: Case) -> None:
    weighing = searched(case)
    numbers = naive.realisations(case)[0]
    allowed = [naive.utilities(p, case, numbers) for p in naive.packages(case) if not naive.breaks(p, case)]
    rows = [[row.utilities[party.id].low for party in case.parties] for row in weighing.frontier]
    for vector in allowed:
        assert weighing.bound is not None
        spans = [max(column) - min(column) for column in zip(*allowed, strict=True)]
        assert any(
            all(mine - theirs <= weighing.bound * span for mine, theirs, span in zip(vector, row, spans, strict=True))
            for row in rows
        )


@given(cases())
@settings(deadline=None, max_examples=25)
def test_the_zone_obstacles_trades_and_robustness_need_no_frontier(case: Case) -> None:
    whole, other = weigh_large(case, "case.json"), searched(case)
    assert other.agreement_zone == whole.agreement_zone
    assert other.obstacles == whole.obstacles
    assert other.trades == whole.trades
    if "sampled" in other.robustness.why:  # fewer ends are tried here: all 64 of six ranges there
        assert other.robustness.uncertain == whole.robustness.uncertain
    elif other.robustness != whole.robustness:  # only where no product of gains is more than 0
        assert "not proven" in other.robustness.why
        assert other.robustness.nash_stable is None


def test_five_parties_and_twenty_issues() -> None:
    weighing = searched(opposed(5, 20, 5))
    assert [len(rows) for _, rows in weighing.solutions] == [1, 1, 1, 1]
    assert len(weighing.unproven) == 1
    assert len(weighing.frontier) > 20
    assert weighing.bound is not None
    assert 0 < weighing.bound < 0.5


def test_as_good_as_what_is_found_with_the_whole_frontier() -> None:
    case = opposed(4, 9, 4)
    whole, other = weigh_large(case, "case.json"), searched(case)
    assert other.solutions == whole.solutions
    assert found(other.frontier) <= found(whole.frontier)


def test_a_search_that_is_cut_short_says_how_far_off_it_can_be() -> None:
    code = coded(opposed(5, 12, 5))
    aim = Aim("least", np.ones(5))
    blocks = in_blocks(code.middle())
    proven, cut = (Search(blocks, (0,) * 5, most=most).best(aim) for most in (300_000, 1))
    assert proven is not None
    assert cut is not None
    assert proven.proven
    assert not cut.proven
    search = Search(blocks, (0,) * 5)
    best = max(min(row) for row in (search.gains(proven.merged.vectors) / np.array(search.unit)).tolist())
    assert cut.bound >= best


def test_links_that_tie_too_much_together_are_said_to() -> None:
    links = [{"with": {f"i{n}": "o0", f"i{(n + 7) % 20}": "o1"}, "worth": n + 1} for n in range(20)]
    with pytest.raises(NotYetHandled, match=r"case.json: links tie together issues with too many"):
        weigh_large(opposed(5, 20, 5, links=links), "case.json", most=300)


class Integers(NamedTuple):
    """The best of ``kind`` over one take of each block, where every gain is at least 0: all numbers are integers.

    ``takes[block][n][party]`` are a take's points, ``offset[party]`` is added to them.
    """

    kind: str
    takes: list[list[list[int]]]
    offset: list[int]


def _gains(asked: Integers, chosen: list[list[Any]]) -> list[Any]:
    """What each party gains, as a sum over the variables that say what was chosen of each block."""
    taken = [pair for block, each in zip(asked.takes, chosen, strict=True) for pair in zip(block, each, strict=True)]
    return [sum(take[party] * one for take, one in taken) + offset for party, offset in enumerate(asked.offset)]


def by_highs(asked: Integers) -> int:
    highspy = pytest.importorskip("highspy", reason="highspy is a referee here: pip install 'parley-peace[test]'")
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    chosen = [[solver.addBinary() for _ in block] for block in asked.takes]
    for each in chosen:
        solver.addConstr(sum(each) == 1)
    gains = _gains(asked, chosen)
    for gain in gains:
        solver.addConstr(gain >= 0)
    if asked.kind == "sum":
        solver.maximize(sum(gains))
    else:
        least = solver.addVariable(lb=-1.0)
        for gain in gains:
            solver.addConstr(gain >= least)
        solver.maximize(least)
    return round(solver.getInfo().objective_function_value)


def by_cp_sat(asked: Integers) -> int:
    cp_model = pytest.importorskip(
        "ortools.sat.python.cp_model", reason="CP-SAT is a referee here: pip install 'parley-peace[peers]'"
    )
    model = cp_model.CpModel()
    chosen = [[model.new_bool_var("") for _ in block] for block in asked.takes]
    for each in chosen:
        model.add_exactly_one(each)
    gains = _gains(asked, chosen)
    for gain in gains:
        model.add(gain >= 0)
    if asked.kind == "sum":
        model.maximize(sum(gains))
    else:
        least = model.new_int_var(0, 10**12, "")
        for gain in gains:
            model.add(gain >= least)
        model.maximize(least)
    solver = cp_model.CpSolver()
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


@pytest.mark.parametrize("solver", [by_highs, by_cp_sat])
@pytest.mark.parametrize("kind", ["least", "sum"])
@pytest.mark.parametrize("parties", [3, 5])
def test_other_solvers_find_the_same(parties: int, kind: str, solver: Callable[[Integers], int]) -> None:
    blocks = in_blocks(coded(opposed(parties, 12, 5)).middle())
    search = Search(blocks, (0,) * parties)
    shares = np.array(search.unit, dtype=float) / max(search.unit)  # so that plain points are compared
    found = search.best(Aim(kind, shares if kind == "sum" else 1 / shares))
    assert found is not None
    assert found.proven
    ours = search.gains(found.merged.vectors).tolist()
    takes = [[[int(points) for points in vector] for vector in block.vectors.tolist()] for block in blocks.blocks]
    asked = Integers(kind, takes, [int(each) for each in search.offset])
    assert solver(asked) == max(map(min if kind == "least" else sum, ours))
