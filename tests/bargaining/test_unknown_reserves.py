"""Between what an unknown reserve is drawn: from a party's worst package to the best that it doesn't refuse itself."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bargaining import naive
from bargaining.test_admissible import cases as ranked_cases
from bargaining.test_against_naive import cases as scored_cases
from parley.bargaining import load_case, weigh
from parley.bargaining.admissible import admissible, is_ranked
from parley.bargaining.coded import coded
from parley.bargaining.draws import draw_profiles
from parley.bargaining.ranked import unranked, utilities_of
from parley.bargaining.tally import STANDARDS, tally_each
from parley.bargaining.tally_chosen import tally_chosen
from parley.model import Case, Profile

ISSUES = [{"id": "prisoners", "options": ["all", "some"]}, {"id": "border", "options": ["open", "shut"]}]
NEVER_SOME = {"id": "KES", "red_lines": [{"prisoners": "some"}]}
NEVER_SHUT = {"id": "ORL", "red_lines": [{"border": "shut"}]}
POINTS = {
    "KES": {"prisoners": {"all": 4, "some": 0}, "border": {"open": 1, "shut": 0}},
    "ORL": {"prisoners": {"all": 0, "some": 3}, "border": {"open": 1, "shut": 0}},
}
RANGES = {**POINTS, "ORL": {**POINTS["ORL"], "prisoners": {"all": [0, 1], "some": [2, 3]}}}
RANKED = {"KES": ["all", "some"], "ORL": ["some", "all"]}


def told(how: str, party: dict[str, Any]) -> dict[str, Any]:
    if how == "ranked":
        return {**party, "rankings": {"prisoners": RANKED[party["id"]], "border": ["open", "shut"]}}
    return {**party, "scores": (RANGES if how == "ranges" else POINTS)[party["id"]]}


@pytest.mark.parametrize("how", ["points", "ranges", "ranked"])
def test_a_single_allowed_package_is_no_sure_thing(how: str) -> None:
    """All prisoners and an open border is all that is left. It is the best that Kestria can have and, but for what
    Orlavia refuses itself, the worst for Orlavia, which may or may not rather have no agreement."""
    case = load_case({"issues": ISSUES, "parties": [told(how, NEVER_SOME), told(how, NEVER_SHUT)]}, "case.json")
    weighing = weigh(case)
    assert weighing.agreement_zone.packages == "1"
    [only] = weighing.robustness.packages
    assert 0.1 < only.zone < 0.7
    assert not only.necessarily_in_zone
    assert "unknown reserves anywhere from a party's worst package to its best" in weighing.robustness.why


def test_what_others_refuse_moves_no_reserve() -> None:
    """Halvern refuses what Kestria likes best; how often Kestria accepts the others is as before."""
    kestria = told("points", {"id": "KES"})
    halvern = {"id": "HAL", "reserve": 0, "scores": {i["id"]: dict.fromkeys(i["options"], 0) for i in ISSUES}}
    asked = {"prisoners": "some", "border": "open"}

    def accepted(**more: Any) -> Any:
        case = load_case({"issues": ISSUES, "parties": [kestria, {**halvern, **more}]}, "case.json")
        return next(each.zone for each in weigh(case).robustness.packages if each.package == asked)

    assert accepted(red_lines=[{"prisoners": "all"}]) == accepted()


def test_a_party_that_can_gain_nothing_leaves_a_kalai_smorodinsky_package() -> None:
    """Where one package is left nobody can gain anything beyond it: it is what every standard chooses."""
    only = [{"id": "prisoners", "options": ["all"]}]
    parties = [{"id": party, "rankings": {"prisoners": ["all"]}} for party in ("KES", "ORL")]
    solutions = weigh(load_case({"issues": only, "parties": parties}, "case.json")).solutions
    for _, rows in solutions:
        assert [package for row in rows for package in row.packages] == [{"prisoners": "all"}]


def most(case: Case, profile: Profile, utilities: dict[naive.Package, int]) -> int:
    """The most that the reserve of a party can be, by plain enumeration."""
    own = case.replace(parties=(profile,))
    unrefused = [package for package in utilities if not naive.breaks(package, own)]
    can = [
        package
        for package in unrefused
        if all(option in profile.can_live_with.get(issue, ()) for issue, option in package)
    ]
    return min(utilities[p] for p in can) if can else max(utilities[p] for p in unrefused or utilities)


@given(st.one_of(ranked_cases(count=2), scored_cases()))
@settings(deadline=None, max_examples=40)
def test_both_ways_to_look_at_draws_take_the_reserves_of_plain_enumeration_and_choose_alike(case: Case) -> None:
    sets = [admissible(case, profile, "case.json") for profile in case.parties]
    draws = draw_profiles(case, sets, 8, 5)
    code = coded(unranked(case) if is_ranked(case) else case)
    packages = naive.packages(case)
    sizes = [len(issue.options) for issue in case.issues]
    utilities = utilities_of(case, draws, np.indices(sizes).reshape(len(sizes), -1).T, slice(0, 8))
    each, chosen = tally_each(code, draws), tally_chosen(code, draws)
    places = [each.picks.tolist().index(pick) for pick in chosen.picks.tolist()]
    for name in STANDARDS:
        assert (each.chosen[name][:, places] == chosen.chosen[name]).all(), name
    for tally in (each, chosen):
        for pick, accepted in zip(tally.picks.tolist(), tally.accepted.swapaxes(0, 1), strict=True):
            place = int(np.ravel_multi_index(tuple(pick), tuple(sizes)))
            for n, profile in enumerate(case.parties):
                for draw in range(8):
                    own = dict(zip(packages, utilities[draw, :, n].tolist(), strict=True))
                    low, high = min(own.values()), most(case, profile, own)
                    reserve = draws.reserves[n]
                    if reserve is None:
                        reserve = low + (high - low) * int(draws.heights[draw, n] * 2**20) // 2**20
                    assert accepted[draw, n] == (own[packages[place]] >= reserve)
