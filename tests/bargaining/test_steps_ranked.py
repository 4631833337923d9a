"""Where parties rank: steps, trades and brackets that hold whatever numbers stand behind the rankings."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from parley.bargaining import load_case, weigh
from parley.bargaining.admissible import admissible
from parley.bargaining.draws import draw_profiles
from parley.bargaining.ranked import utilities_of
from parley.model import Weighing

ISSUES = [
    {"id": "prisoners", "options": ["all", "none"]},
    {"id": "border", "options": ["open", "shut"]},
    {"id": "port", "options": ["open", "shut"]},
]
KES: dict[str, Any] = {
    "id": "KES",
    "rankings": {"prisoners": ["all", "none"], "border": ["open", "shut"], "port": ["open", "shut"]},
    "issue_ranking": ["prisoners", "border"],
}
ORL: dict[str, Any] = {
    "id": "ORL",
    "rankings": {"prisoners": ["none", "all"], "border": ["shut", "open"], "port": ["open", "shut"]},
    "issue_ranking": ["border", "prisoners"],
}
STUCK = {"prisoners": "none", "border": "open", "port": "shut"}


def weighed(*parties: dict[str, Any], issues: list[dict[str, Any]] = ISSUES, **how: Any) -> Weighing:
    return weigh(load_case({"issues": issues, "parties": list(parties)}, "case.json"), draws=0, **how)


def test_a_step_that_both_rank_higher_is_taken_and_then_a_trade_of_what_each_ranks_lower_leads_on() -> None:
    path = weighed(KES, ORL, start=STUCK).path
    assert path is not None
    assert [(step.issue, step.after) for step in path.steps] == [("port", "open")]
    assert path.steps[0].why == "Changing port from shut to open is better for KES and ORL, that is for everybody."
    assert path.next is not None
    assert path.next.changes == {"prisoners": "all", "border": "shut"}
    assert "better for" in path.next.why


def test_without_an_order_of_the_issues_no_trade_is_sure() -> None:
    unordered = {**ORL, "issue_ranking": []}
    path = weighed(KES, unordered, start=STUCK).path
    assert path is not None
    assert path.next is None


def test_a_step_may_break_no_red_line_that_the_start_does_not_break() -> None:
    path = weighed({**KES, "red_lines": [{"port": "open"}]}, ORL, start=STUCK).path
    assert path is not None
    assert path.steps == ()


def test_trades_from_a_package_are_those_that_start_there() -> None:
    trades = weighed(KES, ORL, start=STUCK, trades_from_start=True).trades
    assert trades
    assert all(trade.start == STUCK for trade in trades)


def test_every_step_and_trade_worsens_nobody_in_any_drawn_profile() -> None:
    case = load_case({"issues": ISSUES, "parties": [KES, ORL]}, "case.json")
    found = weigh(case, draws=0, start=STUCK)
    assert found.path is not None
    moves = [(found.path.start, found.path.end), *((trade.start, trade.end) for trade in found.trades)]
    draws = draw_profiles(case, [admissible(case, party, "case.json") for party in case.parties], 300, 7)
    for start, end in moves:
        picks = np.array(
            [[[o.id for o in issue.options].index(p[issue.id]) for issue in case.issues] for p in (start, end)]
        )
        utilities = utilities_of(case, draws, picks, slice(0, 300))
        assert (utilities[:, 1] >= utilities[:, 0]).all()
        assert (utilities[:, 1] > utilities[:, 0]).any(axis=1).all()


def test_trades_of_many_ranked_issues_hold_whatever_the_rest() -> None:
    issues = [{"id": f"i{n}", "options": ["a", "b", "c"]} for n in range(12)]
    kes = {"id": "KES", "rankings": {f"i{n}": ["a", "b", "c"] for n in range(12)}}
    orl = {"id": "ORL", "rankings": {f"i{n}": ["c", "b", "a"] for n in range(12)}}
    kes["issue_ranking"] = [f"i{n}" for n in range(12)]
    orl["issue_ranking"] = [f"i{n}" for n in reversed(range(12))]
    trades = weighed(kes, orl, issues=issues).trades
    assert len(trades) == 20
    assert trades[0].start == {"i0": "c", "i11": "a"}  # what lies furthest apart in both orders promises the most
    assert trades[0].end == {"i0": "a", "i11": "c"}
    assert trades[0].why == (
        "Changing i0 from c to a together with i11 from a to c, whatever the rest, is better for KES and ORL and worse "
        "for nobody."
    )


@pytest.mark.parametrize("many", [False, True])
def test_each_bracket_says_what_is_ranked_first_and_which_option_is_out(many: bool) -> None:
    issues = [*ISSUES, *({"id": f"i{n}", "options": ["a", "b", "c"]} for n in range(8 if many else 0))]
    named = [issue["id"] for issue in issues]
    more = {name: ["a", "b", "c"] for name in named[3:]}
    kes = {**KES, "rankings": {**KES["rankings"], **more}, "cannot": {"border": ["shut"]}}
    orl = {**ORL, "rankings": {**ORL["rankings"], **more}}
    decides = {each.issue: each for each in weighed(kes, orl, issues=issues).decides}
    assert list(decides) == named
    assert decides["port"].why.startswith("KES and ORL rank open first.")
    assert decides["border"].why.startswith("Ranked first: open by KES and shut by ORL.")
    shut = next(each for each in decides["border"].options if each.option == "shut")
    assert (shut.in_zone, shut.on_frontier, shut.costs) == (False, False, {})
    assert shut.against == ("KES's red line on border = shut",)


@pytest.mark.parametrize("many", [False, True])
def test_costs_are_told_of_the_parties_that_give_points_though_another_ranks(many: bool) -> None:
    issues = [*ISSUES, *({"id": f"i{n}", "options": ["a", "b", "c"]} for n in range(8 if many else 0))]
    scores = {issue["id"]: {option: n for n, option in enumerate(issue["options"])} for issue in issues}
    more = {issue["id"]: issue["options"] for issue in issues[3:]}
    kes, orl = ({**party, "rankings": {**party["rankings"], **more}} for party in (KES, ORL))
    hal = {"id": "HAL", "scores": {**scores, "border": {"open": 0, "shut": [3, 5]}}, "reserve": 3}
    decides = {each.issue: each for each in weighed(kes, orl, hal, issues=issues).decides}
    border = decides["border"]
    assert list(border.depends) == ["HAL"]
    assert [each.costs for each in border.options] == [{"HAL": 4}, {"HAL": 0}]
    assert border.why.startswith("Of the whole range, so much hangs on border: HAL ")
    assert "Ranked first: open by KES and shut by ORL." in border.why
    assert border.why.endswith("Settling it by shut costs HAL nothing of its best.")


def test_a_reserve_that_no_package_with_an_option_reaches_is_told_of_who_gives_points_alone() -> None:
    scores = {"prisoners": {"all": 9, "none": 0}, "border": {"open": 1, "shut": 0}, "port": {"open": 0, "shut": 0}}
    decides = weighed({**KES, "reserve": 50}, {"id": "HAL", "scores": scores, "reserve": 4}).decides
    assert [each.against for each in decides[0].options] == [
        (),
        ("HAL's reserve of 4 points, which no allowed package with it reaches",),
    ]
