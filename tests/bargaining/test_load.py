"""Reading a case: what is accepted, and how each fault is named with its place and its mend."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

import pytest

from parley.bargaining import load_case, load_profile, weigh
from parley.model import Case, Issue, Label, Option, Profile, UnusableInput

CASE: dict[str, Any] = {
    "issues": [
        {"id": "prisoners", "title": "Prisoners", "options": [{"id": "all", "text": "all of them"}, "1000"]},
        {"id": "border", "options": ["open", "shut"]},
    ],
    "parties": [
        {
            "id": "KES",
            "reserve": 0,
            "scores": {"prisoners": {"all": 10, "1000": [3, 5.5]}, "border": {"open": 0.1, "shut": 2}},
            "weights": {"prisoners": 2, "border": 1},
            "red_lines": [{"border": "shut"}],
            "links": [
                {"if": {"border": "open"}, "then": {"prisoners": "all"}},
                {"with": {"border": "open", "prisoners": "all"}, "worth": [1, 2]},
            ],
        },
        {"id": "ORL", "scores": {"prisoners": {"all": 0, "1000": 4}, "border": {"open": 1, "shut": 0}}},
    ],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The case with the value at a dotted path replaced, or taken out where it is ``None``."""
    case = copy.deepcopy(CASE)
    place: Any = case
    *parents, last = [int(step) if step.isdigit() and step != "1000" else step for step in path.split(".")]
    for step in parents:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return case


def test_numbers_are_what_their_digits_say() -> None:
    kestria = load_case(CASE, "case.json").parties[0]
    assert kestria.scores["border"]["open"].low == Fraction(1, 10)
    assert (kestria.scores["prisoners"]["1000"].low, kestria.scores["prisoners"]["1000"].high) == (3, Fraction(11, 2))


def test_an_option_may_be_a_plain_string() -> None:
    assert load_case(CASE, "case.json").issues[0].options == (
        Option(id="all", text="all of them"),
        Option(id="1000", text="1000"),
    )


def test_a_reserve_that_is_not_given_is_unknown() -> None:
    assert [party.reserve for party in load_case(CASE, "case.json").parties] == [0, None]


@pytest.mark.parametrize(
    ("path", "value", "names"),
    [
        ("parties.0.scores.prisoners.none", 3, ["KES", "prisoners", "'none'", "all, 1000"]),
        ("parties.0.scores.prisoners.all", None, ["KES", "prisoners", "'all'", "give it points"]),
        ("parties.1.scores.border", None, ["ORL", "'border'", "open, shut"]),
        ("parties.0.scores.tolls", {"x": 1}, ["KES", "'tolls'", "prisoners, border"]),
        ("parties.0.red_lines.0", {"border": "ajar"}, ["KES", "red line 1", "'ajar'", "open, shut"]),
        ("parties.0.links.0.then", {"prisoners": "some"}, ["KES", "link 1", "'some'"]),
        ("parties.0.links.1", {"with": {"border": "open"}}, ["KES", "link 2", "worth"]),
        ("parties.0.links.1.then", {"border": "open"}, ["KES", "link 2", "two forms"]),
        ("parties.0.scores.border.open", float("nan"), ["KES", "border", "open", "finite"]),
        ("parties.0.scores.border.open", float("inf"), ["KES", "border", "open", "finite"]),
        ("parties.0.scores.border.open", "9", ["KES", "border", "open", "not a number"]),
        ("parties.0.scores.border.open", True, ["KES", "border", "open", "not a number"]),
        ("parties.0.scores.border.open", [5, 3], ["KES", "border", "open", "upside down"]),
        ("parties.0.scores.border.open", 10**400, ["KES", "border", "open", "too large"]),
        ("parties.0.reserve", -1e16, ["KES", "reserve", "too large"]),
        ("parties.0.scores.border.open", [5], ["KES", "border", "open", "[low, high]"]),
        ("parties.0.reserve", "much", ["KES", "reserve", "not a number"]),
        ("parties.0.weights", {}, ["KES", "weights", "prisoners"]),
        ("parties.0.weights", {"prisoners": 0, "border": 0}, ["KES", "weights", "every weight is 0"]),
        ("parties.0.weights.tolls", 1, ["KES", "weights", "'tolls'"]),
        ("parties.0.weights.border", -1, ["KES", "weights", "'border'", "below 0"]),
        ("parties.0.id", None, ["parties[0]", "'id' is missing"]),
        ("parties.1.id", "KES", ["parties", "'KES'", "twice"]),
        ("parties", [], ["no parties"]),
        ("issues", [], ["no issues"]),
        ("issues", {"a": 1}, ["'issues' is no list"]),
        ("issues.1.options", [], ["border", "no options"]),
        ("issues.1.options", ["open", "open"], ["border", "'open'", "twice"]),
        ("issues.1.options", [1000], ["border", "1000"]),
        ("parties.0.score", {}, ["KES", "'score'", "scores"]),
    ],
)
def test_each_fault_is_one_sentence_with_file_place_and_mend(path: str, value: Any, names: list[str]) -> None:
    with pytest.raises(UnusableInput) as caught:
        load_case(changed(path, value), "case.json")
    message = str(caught.value)
    assert message.startswith("case.json")
    assert message.endswith(".")
    assert "\n" not in message
    assert all(name in message for name in names), message


def test_insistences_that_run_in_a_ring_are_refused_with_the_ring() -> None:
    links = [
        {"if": {"border": "open"}, "then": {"prisoners": "all"}},
        {"if": {"prisoners": "all"}, "then": {"border": "open"}},
    ]
    with pytest.raises(UnusableInput, match=r"\(border=open -> prisoners=all|\(prisoners=all -> border=open"):
        load_case(changed("parties.0.links", links), "case.json")


def test_a_profile_carries_the_label_of_its_caucus() -> None:
    profile = load_profile({"scores": {"border": {"open": 1}}}, "caucus/KES/profile.toml", "KES", Label("party:KES"))
    assert profile.audience == "party:KES"
    assert profile.reserve is None


def test_a_profile_of_another_party_is_refused() -> None:
    with pytest.raises(UnusableInput, match=r"caucus/KES/profile.toml, id: .*'ORL'"):
        load_profile({"id": "ORL"}, "caucus/KES/profile.toml", "KES", Label("party:KES"))


def test_a_profile_may_name_an_option_by_its_text_or_its_only_owner() -> None:
    options = (Option(id="a", text="all", owners=("KES",)), Option(id="b", text="1,000 each", owners=("ORL",)))
    issues = (Issue(id="prisoners", title="Prisoners", options=options),)
    profile = load_profile({"scores": {"prisoners": {"KES": 1, "1,000 each": 5}}}, "profile.toml", "KES", Label("team"))
    [row] = weigh(Case(issues=issues, parties=(profile,))).frontier
    assert row.packages == ({"prisoners": "b"},)


def test_weighing_judges_profiles_too() -> None:
    issues = (Issue(id="prisoners", title="Prisoners", options=(Option(id="a", text="all"),)),)
    with pytest.raises(UnusableInput, match="party KES: there are no scores for issue 'prisoners'"):
        weigh(Case(issues=issues, parties=(Profile(id="KES"),)), "my-process")


def test_weighing_names_the_file_of_a_profile_that_has_its_own() -> None:
    profile = load_profile({"scores": {"prisoners": {"none": 1}}}, "a.toml", "KES", Label("team"))
    case = Case(
        issues=(Issue(id="prisoners", title="Prisoners", options=(Option(id="all", text="all"),)),), parties=(profile,)
    )
    with pytest.raises(UnusableInput, match=r"^caucus/KES/profile.toml, party KES, issue prisoners: "):
        weigh(case, "caucus", files={"KES": "caucus/KES/profile.toml"})


def test_a_ranking_that_its_own_stakes_contradict_is_named_by_its_file() -> None:
    issues = [{"id": "a", "options": ["x", "y"]}, {"id": "b", "options": ["x", "y"]}]
    rankings = {"a": ["x", "y"], "b": ["x", "y"]}
    profile = {
        "id": "KES",
        "rankings": rankings,
        "stakes": {"a": [1, 2], "b": [5, 6]},
        "issue_ranking": ["a", "b"],
    }
    case = load_case({"issues": issues, "parties": [profile]}, "case.toml")
    with pytest.raises(UnusableInput, match=r"^caucus/KES/profile.toml, party KES, issue_ranking: "):
        weigh(case, "caucus", files={"KES": "caucus/KES/profile.toml"})


def test_a_link_that_asks_for_two_options_of_one_issue_is_refused() -> None:
    party = {"id": "KES", "scores": {"line": {"near": 1, "far": 2}}}
    party["links"] = [{"if": {"line": "near"}, "then": {"line": "far"}}]
    case = {"issues": [{"id": "line", "options": ["near", "far"]}], "parties": [party]}
    with pytest.raises(UnusableInput, match="line=far where line=near is taken: no package has both"):
        weigh(load_case(case, "case.json"))
