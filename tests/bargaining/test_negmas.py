"""Scenario folders of NegMAS, in YAML and in JSON."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
import yaml

from parley.bargaining import load_negmas
from parley.model import UnusableInput

SPACE = {
    "type": "CartesianOutcomeSpace",
    "name": "talks",
    "issues": [
        {"name": "prisoners", "type": "CategoricalIssue", "values": ["all", "some"]},
        {"name": "days", "type": "ContiguousIssue", "values": [1, 3]},
    ],
}
KESTRIA = {
    "type": "LinearAdditiveUtilityFunction",
    "values": [
        {"type": "TableFun", "mapping": {"all": 0.1, "some": 0.4}},
        {"type": "AffineFun", "slope": 0.5, "bias": 1},
    ],
    "weights": [0.5, 2],
    "reserved_value": 0.2,
}
ORLAVIA = {
    "type": "negmas.preferences.LinearAdditiveUtilityFunction",
    "values": {"days": {1: 5, 2: 6, 3: 7}, "prisoners": [3, 4]},
    "weights": {"days": 1, "prisoners": 1},
    "reserved_value": float("-inf"),
}
STATS = {"pareto": [1, 2]}


def as_yaml(**data: object) -> dict[str, bytes]:
    return {f"{name}.yml": yaml.safe_dump(value).encode() for name, value in data.items()}


def as_json(**data: object) -> dict[str, bytes]:
    return {f"{name}.json": json.dumps(value).encode() for name, value in data.items()}


@pytest.mark.parametrize("written", [as_yaml, as_json])
def test_tables_lists_and_lines_are_read_in_both_forms(written):
    case = load_negmas(written(domain=SPACE, kestria=KESTRIA, orlavia=ORLAVIA, stats=STATS), "folder").case
    assert [[option.id for option in issue.options] for issue in case.issues] == [["all", "some"], ["1", "2", "3"]]
    kestria, orlavia = case.parties
    assert (kestria.id, kestria.reserve, orlavia.reserve) == ("kestria", Fraction("0.2"), None)
    assert kestria.weights == {"prisoners": Fraction(1, 2), "days": 2}
    assert [score.low for score in kestria.scores["days"].values()] == [Fraction(3, 2), 2, Fraction(5, 2)]
    assert [score.low for score in kestria.scores["prisoners"].values()] == [Fraction("0.1"), Fraction("0.4")]
    assert [score.low for score in orlavia.scores["days"].values()] == [5, 6, 7]
    assert [score.low for score in orlavia.scores["prisoners"].values()] == [3, 4]


def test_of_a_discounted_utility_the_discount_is_left_aside_and_that_is_told():
    discounted = {"type": "ExpDiscountedUFun", "discount": 0.9, "ufun": KESTRIA, "reserved_value": 0.3}
    scenario = load_negmas(as_yaml(domain=SPACE, kestria=discounted), "folder")
    assert scenario.case.parties[0].reserve == Fraction("0.3")
    assert [score.low for score in scenario.case.parties[0].scores["days"].values()] == [Fraction(3, 2), 2, 2.5]
    assert any("its discount is left aside" in note for note in scenario.notes)


def test_parties_are_picked_given_a_reserve_and_divided_by_their_maximum():
    files = as_yaml(domain=SPACE, kestria=KESTRIA, orlavia=ORLAVIA)
    case = load_negmas(files, "folder", ["orl"], Fraction(1), normalise=True).case
    assert [(party.id, party.reserve) for party in case.parties] == [("orlavia", 1)]
    assert [score.low for score in case.parties[0].scores["prisoners"].values()] == [Fraction(3, 4), 1]


def changed(data: dict, **keys: object) -> dict:
    return data | keys


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (as_yaml(domain=SPACE), "no utility function"),
        (as_yaml(kestria=KESTRIA), "no file of it has issues"),
        (as_yaml(a=SPACE, b=SPACE, k=KESTRIA), "a.yml and b.yml all have issues"),
        (as_yaml(domain=SPACE) | {"k.yml": b"a: &x [1]\nb: *x\n"}, "plain YAML"),
        (as_yaml(domain=SPACE) | {"k.yml": b"a: [1\nb: {"}, "k.yml, line"),
        (as_yaml(domain=SPACE) | {"k.yml": b"!!python/object:os.system x"}, "k.yml, line 1"),
        (as_json(domain=SPACE) | {"k.json": b"[" * 100_000}, "can't be read"),
        (as_yaml(domain=SPACE, k=changed(KESTRIA, type="HyperRectangleUtilityFunction")), "can't be weighed"),
        (as_yaml(domain=SPACE, k=changed(KESTRIA, bias=0.5)), "its bias belongs to no issue"),
        (as_yaml(domain=SPACE, k=changed(KESTRIA, weights=[1])), "'weights' has not one entry for each issue"),
        (as_yaml(domain=SPACE, k=changed(KESTRIA, values=[{"type": "CosFun"}, {"type": "CosFun"}])), "issue prisoners"),
        (as_yaml(domain=SPACE, k=changed(KESTRIA, values=[{"all": 1}, [1, 2, 3]])), "'some' has no value"),
        (as_yaml(domain=SPACE, k=changed(KESTRIA, values=[[1, "x"], [1, 2, 3]])), "'x' is no number"),
        (as_yaml(domain=changed(SPACE, issues=[{"name": "x"}]), k=KESTRIA), "issue 1: an issue lacks"),
        (
            as_yaml(domain=changed(SPACE, issues=[{"name": "x", "type": "ContinuousIssue", "values": [0.0, 1.0]}])),
            "no utility function",
        ),
    ],
)
def test_whatever_cannot_be_weighed_is_named_with_its_place(files, words):
    with pytest.raises(UnusableInput) as caught:
        load_negmas(files, "folder")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_issue_of_real_numbers_is_refused():
    space = changed(SPACE, issues=[{"name": "x", "type": "ContinuousIssue", "values": [0.0, 1.0]}])
    with pytest.raises(UnusableInput, match="issue x: an issue of real numbers"):
        load_negmas(as_yaml(domain=space, kestria=KESTRIA), "folder")
