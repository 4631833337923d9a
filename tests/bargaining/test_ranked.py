"""Weighing what mediators know: rankings, what a party can and cannot live with, and what to ask next."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from parley.bargaining import load_case, weigh
from parley.bargaining.admissible import admissible
from parley.bargaining.coded import coded
from parley.bargaining.draws import draw_profiles
from parley.bargaining.ranked import unranked
from parley.bargaining.tally import STANDARDS, tally_each
from parley.bargaining.tally_chosen import tally_chosen
from parley.model import UnusableInput, Weighing

ISSUES = [
    {"id": "prisoners", "options": ["all", "some", "none"]},
    {"id": "border", "options": ["open", "shut"]},
]
KES: dict[str, Any] = {
    "id": "KES",
    "rankings": {"prisoners": ["all", "some", "none"], "border": ["open", "shut"]},
    "issue_ranking": ["prisoners", "border"],
    "can_live_with": {"prisoners": ["all", "some"], "border": ["open", "shut"]},
    "cannot": {"prisoners": ["none"]},
}
ORL: dict[str, Any] = {
    "id": "ORL",
    "rankings": {"prisoners": ["none", "some", "all"], "border": ["open", "shut"]},
    "can_live_with": {"prisoners": ["none", "some"], "border": ["open"]},
}
GIVEN = {"issues": ISSUES, "parties": [KES, ORL]}


def weighed(*parties: dict[str, Any], issues: list[dict[str, Any]] = ISSUES, **how: int) -> Weighing:
    return weigh(load_case({"issues": issues, "parties": list(parties)}, "case.json"), **how)


def held(weighing: Weighing, **package: str) -> Any:
    return next(each for each in weighing.robustness.packages if each.package == package)


def test_what_both_can_live_with_is_acceptable_in_all_profiles() -> None:
    weighing = weighed(KES, ORL)
    swap = held(weighing, prisoners="some", border="open")
    assert (swap.necessarily_in_zone, swap.zone, swap.necessarily_on_frontier) == (True, 1, True)
    assert weighing.agreement_zone.packages == "4"  # KES cannot live with "none", whatever the border
    assert "1 package surely is, in all profiles that fit what is known" in weighing.agreement_zone.why
    settled = weighing.robustness.in_zone
    assert settled is not None
    assert (settled.necessarily, settled.possibly, settled.exact) == ("1", "4", True)


def test_what_is_better_than_something_that_a_party_can_live_with_is_acceptable_too() -> None:
    only_the_worst = {**KES, "can_live_with": {"prisoners": ["some"], "border": ["shut"]}}
    weighing = weighed(only_the_worst)
    assert held(weighing, prisoners="all", border="open").necessarily_in_zone


def test_without_a_word_on_what_it_can_live_with_nothing_surely_is() -> None:
    silent = {key: value for key, value in ORL.items() if key != "can_live_with"}
    weighing = weighed(KES, silent)
    assert not any(each.necessarily_in_zone for each in weighing.robustness.packages)
    assert all(each.possibly_in_zone for each in weighing.robustness.packages)
    assert not weighing.agreement_zone.known


def test_a_package_that_both_rank_lower_in_an_issue_is_off_the_frontier() -> None:
    """Both would rather have the border open, by however little."""
    shown = [package for row in weighed(KES, ORL).frontier for package in row.packages]
    assert {package["border"] for package in shown} == {"open"}
    assert held(weighed(KES, ORL), prisoners="all", border="shut").possibly_on_frontier is False


def test_the_ranking_of_issues_tells_what_no_ranking_of_options_tells() -> None:
    """All prisoners and a shut border against some and an open one: surely no worse only if prisoners matter more."""
    two = [{"id": "prisoners", "options": ["all", "none"]}, {"id": "border", "options": ["open", "shut"]}]
    ranked = {"id": "KES", "rankings": {"prisoners": ["all", "none"], "border": ["open", "shut"]}}
    every = {"prisoners": ["all", "none"], "border": ["open", "shut"]}
    equal = {"id": "ORL", "rankings": {issue: [both] for issue, both in every.items()}, "can_live_with": every}
    told = {
        **ranked,
        "issue_ranking": ["prisoners", "border"],
        "can_live_with": {"prisoners": ["none"], "border": ["open"]},
    }
    assert held(weighed(told, equal, issues=two), prisoners="all", border="shut").necessarily_in_zone
    untold = {key: value for key, value in told.items() if key != "issue_ranking"}
    assert not held(weighed(untold, equal, issues=two), prisoners="all", border="shut").necessarily_in_zone


def test_utilities_of_rankings_are_ranges_of_a_hundred_points_and_no_invented_numbers() -> None:
    rows = {tuple(row.packages[0].values()): row.utilities["KES"] for row in weighed(KES, ORL).frontier}
    assert (rows["all", "open"].low, rows["all", "open"].high) == (100, 100)
    assert (rows["some", "open"].low, rows["some", "open"].high) == (0, 100)


def test_points_and_rankings_stand_side_by_side_and_the_bound_on_what_is_not_told_is_said() -> None:
    mixed = {
        "id": "KES",
        "scores": {"prisoners": {"all": 10, "some": 6, "none": 0}},
        "rankings": {"border": ["open", "shut"]},
    }
    weighing = weighed(mixed, ORL)
    [sentence] = weighing.assumptions
    assert sentence.startswith("KES: what is at stake in border is not told; it is taken to be from nothing to all")
    told = weighed({**mixed, "stakes": {"border": [1, 2]}}, ORL)
    assert told.assumptions == ()
    [best] = [
        row.utilities["KES"] for row in told.frontier if row.packages[0] == {"prisoners": "all", "border": "open"}
    ]
    assert (best.low, best.high) == (11, 12)


def test_what_to_ask_next_names_the_party_and_the_option_and_what_the_answer_changes() -> None:
    first = weighed(KES, ORL).robustness.ask[0]
    assert first.words.startswith("Ask ORL whether it can live with prisoners = all")
    assert (first.kind, first.party, first.issue, first.option) == ("accept", "ORL", "prisoners", "all")
    assert 0 < first.worth <= 1
    assert 0 < first.flips <= 1


def test_the_zone_says_what_would_settle_it() -> None:
    why = weighed(KES, {**ORL, "can_live_with": {"prisoners": ["none"], "border": ["open"]}}).agreement_zone.why
    assert "is acceptable to KES. What would settle it: ask ORL whether it can live with prisoners = " in why


def test_draws_are_the_same_for_one_seed_and_none_are_made_if_none_are_wanted() -> None:
    assert weighed(KES, ORL, draws=50, seed=3) == weighed(KES, ORL, draws=50, seed=3)
    assert weighed(KES, ORL, draws=50, seed=3).robustness != weighed(KES, ORL, draws=50, seed=4).robustness
    none = weighed(KES, ORL, draws=0)
    assert (none.robustness.draws, none.robustness.packages, none.solutions.nash) == (0, (), ())
    drawn = weighed(KES, ORL).frontier
    assert none.frontier == tuple(row.replace(drawn={}) for row in drawn)
    assert all(set(row.drawn) == {"KES", "ORL"} for row in drawn)


def test_a_reserve_that_is_never_quite_reached_closes_the_package() -> None:
    """Something is at stake in the border, however little: without it the package is worth less than all there is."""
    two = [{"id": "prisoners", "options": ["all", "none"]}, {"id": "border", "options": ["open", "shut"]}]
    ranked = {"id": "KES", "rankings": {"prisoners": ["all", "none"], "border": ["open", "shut"]}, "reserve": 100}
    zone = weighed({**ranked, "red_lines": [{"prisoners": "all", "border": "open"}]}, issues=two).agreement_zone
    assert (zone.empty, zone.packages) == (True, "0")
    assert ["KES's red line on prisoners = all with border = open"] in [list(each) for each in zone.openings]
    assert any("falls short of its reserve there, by however little" in each.why for each in zone.opened)


def test_where_all_points_and_reserves_are_known_nothing_is_drawn() -> None:
    points = {
        "id": "KES",
        "reserve": 0,
        "scores": {"prisoners": {"all": 2, "some": 1, "none": 0}, "border": {"open": 1, "shut": 0}},
    }
    assert weighed(points).robustness.draws == 0


def test_a_range_that_decides_is_what_to_ask() -> None:
    """The second option is Kestria's best or its worst; the other range changes nothing."""
    issues = [{"id": "toll", "options": ["low", "high"]}, {"id": "flag", "options": ["red", "blue"]}]
    vague = {
        "id": "KES",
        "reserve": 0,
        "scores": {"toll": {"low": 5, "high": [0, 10]}, "flag": {"red": [3, 4], "blue": 1}},
    }
    robustness = weighed(vague, issues=issues).robustness
    [question] = robustness.ask
    assert (question.kind, question.issue, question.option) == ("points", "toll", "high")
    assert question.words == "Ask KES whether high in #toll is worth much to it, or little."
    best = robustness.packages[0]
    assert best.necessarily_on_frontier is False
    assert best.possibly_on_frontier is True


def test_the_two_ways_to_look_at_draws_agree() -> None:
    case = load_case(copy.deepcopy(GIVEN), "case.json")
    sets = [admissible(case, profile, "case.json") for profile in case.parties]
    code, draws = coded(unranked(case)), draw_profiles(case, sets, 60, 5)
    each, chosen = tally_each(code, draws), tally_chosen(code, draws)
    places = [each.picks.tolist().index(pick) for pick in chosen.picks.tolist()]
    assert each.frontier is not None
    assert chosen.frontier is not None
    assert (each.frontier[:, places] == chosen.frontier).all()
    assert (each.accepted[:, places] == chosen.accepted).all()
    for name in STANDARDS:
        assert (each.chosen[name][:, places] == chosen.chosen[name]).all(), name
    assert abs(each.value[:, places] - chosen.value).max() < 1e-9


def test_all_four_standards_choose_by_the_draws() -> None:
    alike = {**ORL, "rankings": {**ORL["rankings"], "border": ["open", "shut"]}}
    found = weighed(KES, alike).solutions
    for rows in (found.nash, found.kalai_smorodinsky, found.egalitarian, found.utilitarian):
        assert rows
        assert all(package["border"] == "open" for row in rows for package in row.packages)  # both rank it first


def test_too_many_ranked_packages_to_look_at_are_told_from_the_draws() -> None:
    issues = [{"id": f"i{n}", "options": ["a", "b", "c"]} for n in range(9)]
    one = {"id": "KES", "rankings": {f"i{n}": ["a", "b", "c"] for n in range(9)}, "cannot": {"i0": ["c"]}}
    two = {"id": "ORL", "rankings": {f"i{n}": ["c", "b", "a"] if n % 2 else ["a", "b", "c"] for n in range(9)}}
    weighing = weighed(one, two, issues=issues, draws=30)
    assert not weighing.exact
    assert weighing.agreement_zone.packages == str(2 * 3**8)
    assert weighing.robustness.draws == 30
    assert weighing.solutions.nash
    assert all(row.packages[0]["i0"] == "a" for row in weighing.frontier)
    [obstacle] = weighing.obstacles
    assert obstacle.closes == str(3**8)


def test_two_hundred_ranked_issues_are_weighed() -> None:
    issues = [{"id": f"i{n}", "options": ["a", "b"]} for n in range(200)]
    ranked = {
        "id": "KES",
        "rankings": {f"i{n}": ["a", "b"] for n in range(200)},
        "issue_ranking": [f"i{n}" for n in range(200)],
    }
    weighing = weighed(ranked, issues=issues, draws=2)
    assert weighing.frontier[0].packages[0] == {f"i{n}": "a" for n in range(200)}


@pytest.mark.parametrize(
    ("party", "names"),
    [
        ({"rankings": {"prisoners": ["all", "most"]}}, ["KES", "prisoners", "'most'", "all, some, none"]),
        ({"rankings": {"tolls": ["all"]}}, ["KES", "'tolls'", "prisoners, border"]),
        ({"rankings": {"prisoners": "all"}}, ["KES", "prisoners", "no ranking", "best first"]),
        ({"rankings": {"prisoners": ["all", ["some", "all"]]}}, ["KES", "prisoners", "'all'", "twice"]),
        ({"issue_ranking": ["prisoners", "tolls"]}, ["KES", "issue_ranking", "'tolls'"]),
        ({"can_live_with": {"prisoners": ["none"]}}, ["KES", "prisoners", "'none'", "can_live_with", "cannot"]),
        ({"can_live_with": {"prisoners": "all"}}, ["KES", "can_live_with", "no list of names"]),
        ({"red_lines": [{"border": "open"}]}, ["KES", "border", "'open'", "red line"]),
        (
            {"cannot": {"prisoners": ["all"]}, "can_live_with": {"prisoners": ["some"]}},
            ["KES", "'all'", "'some'", "no lower"],
        ),
        (
            {"rankings": {"prisoners": ["all"]}, "issue_ranking": [], "can_live_with": {}},
            ["KES", "'border'", "or rank them"],
        ),
        ({"stakes": {"border": -1}}, ["KES", "stake of border", "below 0"]),
        ({"stakes": {"border": 1e16}}, ["KES", "stake of border", "too large"]),
        ({"stakes": {"prisoners": 1, "border": 2}}, ["KES", "issue_ranking", "'prisoners'", "'border'", "mend"]),
        (
            {"scores": {"border": {"open": 1, "shut": 3}}},
            ["KES", "border", "'open'", "'shut'", "points (1)", "not above 3"],
        ),
        ({"scores": {"border": {"open": 1}}}, ["KES", "border", "'shut'", "give it points"]),
        (
            {"scores": {"border": {"open": 2, "shut": 1}}, "weights": {"prisoners": 2, "border": 1}},
            ["prisoners", "stakes.prisoners"],
        ),
        ({"places": {"border": {"open": 2}}}, ["KES", "places", "border", "'open'", "between 0 and 1"]),
        ({"places": {"prisoners": {"all": [0, 0.2], "some": [0.5, 1]}}}, ["KES", "prisoners", "no values fit", "mend"]),
        ({"assumed": {"border": {"ajar": []}}}, ["KES", "assumed", "'ajar'"]),
    ],
)
def test_each_fault_is_one_sentence_with_file_place_and_mend(party: dict[str, Any], names: list[str]) -> None:
    with pytest.raises(UnusableInput) as caught:
        weighed({**KES, **party}, ORL)
    message = str(caught.value)
    assert message.startswith(("case.json", "the case"))
    assert message.endswith(".")
    assert "\n" not in message
    assert all(name in message for name in names), message
