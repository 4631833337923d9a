"""Adjusted Winner: a published case, and what holds for every case."""

from __future__ import annotations

import itertools
import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining import divide, load_division
from parley.model import Division, UnusableInput
from shared import shared

KESTRIA, ORLAVIA = "KES", "ORL"


def division(first: dict[str, object], second: dict[str, object], **more: object) -> tuple[Division, tuple[str, ...]]:
    parties = [{"id": KESTRIA, "points": first}, {"id": ORLAVIA, "points": second} | more]
    return divide(load_division({"issues": list(first), "parties": parties}, "case.json"), "case.json")


def test_the_one_ahead_gives_what_costs_it_least_until_both_have_the_same():
    found, notes = division({"dam": 50, "port": 30, "road": 20}, {"dam": 20, "port": 30, "road": 50})
    assert notes == ()
    assert found.before == {KESTRIA: 80, ORLAVIA: 50}
    assert [(each.issue, each.giver, each.fraction, each.ratio) for each in found.transfers] == [
        ("port", KESTRIA, "1/2", "1")
    ]
    assert found.split == "port"
    assert found.exactly == {KESTRIA: "65", ORLAVIA: "65"}
    assert "1/2 of #port" in found.why


def test_nothing_is_given_where_both_have_the_same_at_first():
    found, _ = division({"dam": 60, "port": 40}, {"dam": 40, "port": 60})
    assert (found.transfers, found.split) == ((), None)
    assert [issue.first for issue in found.issues] == [KESTRIA, ORLAVIA]


def test_whole_issues_may_go_over_before_one_is_shared():
    found, _ = division({"a": 34, "b": 33, "c": 33, "d": 0}, {"a": 32, "b": 30, "c": 28, "d": 10})
    assert [each.fraction == "1" for each in found.transfers] == [True, False]


def test_other_totals_are_brought_to_100_and_that_is_told():
    found, notes = division({"a": 3, "b": 1}, {"a": 10, "b": 90})
    assert found.issues[0].points[KESTRIA] == 75
    assert notes == ("KES: its 4 points were brought to 100.",)


def test_an_issue_with_options_is_worth_what_lies_between_its_best_and_its_worst_option():
    issues = [{"id": "line", "options": ["north", "south"]}, {"id": "days", "options": ["30", "60"]}]
    issues += [{"id": "mines", "options": ["clear", "leave"]}, {"id": "flag", "options": ["red"]}]
    case = {
        "issues": issues,
        "parties": [
            {
                "id": id,
                "weights": {"line": 2, "days": 1, "mines": 1, "flag": 1},
                "scores": {
                    "line": dict(zip(["north", "south"], line, strict=True)),
                    "days": dict(zip(["30", "60"], days, strict=True)),
                    "mines": {"clear": 9, "leave": 0},
                    "flag": {"red": 1},
                },
            }
            for id, line, days in ((KESTRIA, (5, 30), (-10, 40)), (ORLAVIA, (40, 0), (20, 0)))
        ],
    }
    found, notes = divide(load_division(case, "case.json"))
    assert {issue.issue: issue.points[KESTRIA] for issue in found.issues} == {"line": 50, "days": 50}
    assert found.issues[0].wants == {KESTRIA: "south", ORLAVIA: "north"}
    assert "#mines is not divided, for both want the same option ('clear')." in notes
    assert "#flag is not divided, for it makes no difference to either." in notes


@st.composite
def stakes(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    rows = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=4))
    mine, theirs = ([row[side] for row in rows] for side in (0, 1))
    mine[0], theirs[-1] = mine[0] + 1, theirs[-1] + 1
    return mine, theirs


@given(stakes())
def test_it_is_equitable_free_of_envy_and_at_most_one_issue_is_shared(points: tuple[list[int], list[int]]) -> None:
    found, _ = division(*({f"i{n}": value for n, value in enumerate(row)} for row in points))
    assert found.equitable
    assert found.envy_free
    assert found.efficient
    first, second = found.received.values()
    assert first == second >= 50
    shared_ones = [issue.issue for issue in found.issues if 0 < issue.shares[KESTRIA] < 1]
    assert shared_ones == ([found.split] if found.split else [])
    assert all(sum(issue.shares.values()) == 1 for issue in found.issues)


@given(stakes())
def test_no_other_division_by_quarters_is_better_for_one_and_not_worse_for_the_other(
    points: tuple[list[int], list[int]],
) -> None:
    found, _ = division(*({f"i{n}": value for n, value in enumerate(row)} for row in points))
    rows = [tuple(issue.points[party] for party in (KESTRIA, ORLAVIA)) for issue in found.issues]
    mine, theirs = found.received[KESTRIA], found.received[ORLAVIA]
    for parts in itertools.product([Fraction(n, 4) for n in range(5)], repeat=len(rows)):
        one = sum(part * row[0] for part, row in zip(parts, rows, strict=True))
        other = sum((1 - part) * row[1] for part, row in zip(parts, rows, strict=True))
        assert not (one >= mine and other >= theirs and (one > mine or other > theirs))


def test_the_published_division_of_the_panama_canal_treaty():
    cases = json.loads(shared("data", "negotiation", "adjusted_winner.json").read_text("utf-8"))
    data = cases[0]
    points = (dict(zip(data["issues"], data[key], strict=True)) for key in ("points_A", "points_B"))
    found, _ = division(*points)
    assert found.exactly == {KESTRIA: "66", ORLAVIA: "66"}
    [split] = [issue for issue in found.issues if issue.issue == found.split]
    assert (split.issue, split.fractions) == ("land and water", {KESTRIA: "2/15", ORLAVIA: "13/15"})


@pytest.mark.parametrize(
    ("second", "more", "words"),
    [
        ({"a": 0}, {}, "nothing that is to be divided matters to it"),
        ({"a": [1, 2]}, {}, "ranges can't be divided"),
        ({"b": 1}, {}, "there is no issue 'b'"),
        ({"a": 1}, {"red_lines": [{"a": "won"}]}, "neither links nor red lines"),
        ({"a": "x"}, {}, "not a number"),
        ("much", {}, "no points by issue"),
    ],
)
def test_what_cannot_be_divided_is_named(second, more, words):
    with pytest.raises(UnusableInput) as caught:
        division({"a": 1}, second, **more)
    assert words in str(caught.value)


def test_three_parties_cannot_divide():
    parties = [{"id": id, "points": {"a": 1}} for id in ("KES", "ORL", "HAL")]
    with pytest.raises(UnusableInput, match="it has 3 parties, and two can divide"):
        divide(load_division({"issues": ["a"], "parties": parties}, "case.json"))
