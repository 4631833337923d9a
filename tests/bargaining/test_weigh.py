"""What weighing answers, on cases small enough to check by hand."""

from __future__ import annotations

from typing import Any

from parley.bargaining import load_case, weigh
from parley.model import Choice, FrontierRow, Range, Weighing


def weighed(issues: dict[str, list[str]], *parties: dict[str, Any]) -> Weighing:
    listed = [{"id": issue, "options": options} for issue, options in issues.items()]
    return weigh(load_case({"issues": listed, "parties": list(parties)}, "case.json"))


def party(id: str, scores: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": id, "scores": scores, **more}


def packages(rows: tuple[FrontierRow, ...]) -> list[Choice]:
    return [package for row in rows for package in row.packages]


ISSUES = {"prisoners": ["all", "none"], "border": ["open", "shut"]}
KES = party("KES", {"prisoners": {"all": 10, "none": 0}, "border": {"open": 0, "shut": 3}}, reserve=0)
ORL = party("ORL", {"prisoners": {"all": 0, "none": 3}, "border": {"open": 10, "shut": 0}}, reserve=0)
SWAP = {"prisoners": "all", "border": "open"}


def test_each_gives_what_it_cares_less_about() -> None:
    weighing = weighed(ISSUES, KES, ORL)
    for _, rows in weighing.solutions:
        assert packages(rows) == [SWAP]
    assert weighing.packages == "4"
    [trade] = weighing.trades
    assert trade.start == {"prisoners": "none", "border": "shut"}
    assert trade.end == SWAP
    assert trade.gains["KES"].low == 7


def test_tied_packages_stand_in_one_row() -> None:
    flat = party("KES", {"prisoners": {"all": 1, "none": 1}, "border": {"open": 2, "shut": 2}}, reserve=0)
    [row] = weighed(ISSUES, flat).frontier
    assert len(row.packages) == 4


def test_the_frontier_is_the_same_whatever_the_reserve() -> None:
    high = {**KES, "reserve": 12}
    weighing = weighed(ISSUES, high, ORL)
    assert weighing.frontier == weighed(ISSUES, KES, ORL).frontier
    assert weighing.agreement_zone.packages == "1"
    assert packages(weighing.solutions.nash) == [{"prisoners": "all", "border": "shut"}]


def test_weights_multiply_scores_and_not_the_worth_of_links() -> None:
    weights = {"prisoners": 3, "border": 0.5}
    links = [{"with": SWAP, "worth": 5}]
    weighing = weighed(ISSUES, {**KES, "weights": weights, "links": links})
    assert weighing.frontier[0].utilities["KES"].low == 35


def test_a_red_line_on_every_option_leaves_an_empty_zone_and_says_what_would_open_it() -> None:
    stuck = {**KES, "red_lines": [{"border": "open"}, {"border": "shut"}]}
    weighing = weighed(ISSUES, stuck, ORL)
    assert weighing.frontier == ()
    assert packages(weighing.solutions.nash) == []
    assert weighing.agreement_zone.empty
    assert weighing.agreement_zone.known
    assert weighing.agreement_zone.openings == (
        ("KES's red line on border = open",),
        ("KES's red line on border = shut",),
    )
    assert [(o.option, o.closes, o.opens) for o in weighing.obstacles] == [("open", "2", "2"), ("shut", "2", "2")]


def test_two_reserves_that_only_together_close_the_zone() -> None:
    weighing = weighed(ISSUES, {**KES, "reserve": 11}, {**ORL, "reserve": 11})
    assert weighing.agreement_zone.empty
    assert weighing.agreement_zone.openings == (
        ("KES's reserve of 11 points",),
        ("ORL's reserve of 11 points",),
    )


def test_while_a_reserve_is_unknown_the_zone_is_not_known() -> None:
    unknown = {key: value for key, value in KES.items() if key != "reserve"}
    weighing = weighed(ISSUES, unknown, ORL)
    assert not weighing.agreement_zone.known
    assert "KES is unknown" in weighing.agreement_zone.why
    assert weighing.robustness.nash_stable is None


def test_an_insistence_closes_packages_for_all() -> None:
    insists = {**KES, "links": [{"if": {"prisoners": "all"}, "then": {"border": "shut"}}]}
    weighing = weighed(ISSUES, insists, ORL)
    assert SWAP not in packages(weighing.frontier)
    [obstacle] = weighing.obstacles
    assert (obstacle.party, obstacle.closes, obstacle.opens) == ("KES", "1", "1")


def test_an_uncertain_score_that_two_packages_share_cancels() -> None:
    """Whatever the prisoners are worth, an open border is better by one: the shut ones are out."""
    vague = party("KES", {"prisoners": {"all": [0, 100], "none": [0, 100]}, "border": {"open": 1, "shut": 0}})
    weighing = weighed(ISSUES, vague)
    assert packages(weighing.frontier) == [
        {"prisoners": "all", "border": "open"},
        {"prisoners": "none", "border": "open"},
    ]
    assert weighing.frontier[0].utilities["KES"] == Range(low=1, high=101)


def test_a_package_that_ties_in_one_realisation_stays_on_the_frontier() -> None:
    vague = party("KES", {"prisoners": {"all": [0, 5], "none": 0}, "border": {"open": 0, "shut": 0}})
    assert {"prisoners": "none", "border": "open"} in packages(weighed(ISSUES, vague).frontier)


def test_robustness_says_what_was_tried() -> None:
    vague = {**KES, "scores": {"prisoners": {"all": [2, 10], "none": 0}, "border": {"open": 0, "shut": 3}}}
    overturned = weighed(ISSUES, vague, ORL).robustness
    assert (overturned.uncertain, overturned.nash_stable) == (1, True)
    assert "all 2 combinations" in overturned.why
    many = {str(n): [n, n + 50] for n in range(20)}
    sampled = weighed({"toll": list(many)}, party("KES", {"toll": many}, reserve=0)).robustness
    assert (sampled.uncertain, sampled.nash_stable) == (20, False)
    assert "500 sampled" in sampled.why


def test_solutions_with_ranges_are_taken_at_the_middle() -> None:
    vague = party("KES", {"toll": {"low": [0, 10], "high": 4}}, reserve=0)
    assert packages(weighed({"toll": ["low", "high"]}, vague).solutions.nash) == [{"toll": "low"}]


def test_where_nobody_can_gain_a_package_is_left_out_that_another_improves() -> None:
    """Every product is 0; still the package that gives the second party something stands alone."""
    nothing = party("KES", {"toll": {"low": 0, "high": 0}}, reserve=0)
    something = party("ORL", {"toll": {"low": 0, "high": 7}}, reserve=0)
    assert packages(weighed({"toll": ["low", "high"]}, nothing, something).solutions.nash) == [{"toll": "high"}]


def test_a_party_without_gains_hides_no_points_that_fit_no_machine_word() -> None:
    huge = Range(low=2**63, high=2**63)
    case = load_case(
        {
            "issues": [{"id": "line", "options": ["far", "near"]}],
            "parties": [
                party("KES", {"line": {"far": 1, "near": 0}}, reserve=0),
                party("ORL", {"line": {"far": 0, "near": 0}}, reserve=0),
            ],
        },
        "case.json",
    )
    kes = case.parties[0].replace(scores={"line": {"far": huge, "near": Range(low=0, high=0)}})
    assert packages(weigh(case.replace(parties=(kes, case.parties[1]))).solutions.nash) == [{"line": "far"}]
