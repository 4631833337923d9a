"""The graph model: known answers, and a second, naive implementation on random small graphs."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.bargaining import judge, load_conflict
from parley.model import Conflict, UnusableInput
from shared import shared

NOTIONS = ("nash", "gmr", "smr", "seq")
CASE = {
    "decision_makers": ["KES", "ORL"],
    "options": [{"id": "withdraw", "by": "KES"}, {"id": "lift the siege", "by": "ORL"}],
    "rankings": {"KES": ["NY", "YY", "NN", "YN"], "ORL": ["YN", "YY", "NN", "NY"]},
}


def test_a_dilemma_holds_where_both_do_nothing_and_with_foresight_where_both_do_it():
    found = judge(load_conflict(CASE, "case.json"))
    assert [state.name for state in found.states] == ["NN", "YN", "NY", "YY"]
    assert found.stable.nash == (1,)
    assert found.stable.gmr == found.stable.smr == found.stable.seq == (1, 4)
    [why] = [each.why for each in found.standings if (each.state, each.decision_maker) == (4, "KES")]
    assert why == (
        "It could improve to state 3, but ORL can answer with state 1, which is no better than here, "
        "and each answer pays whoever makes it, and there is no way out of it."
    )


def test_a_lasting_option_is_never_taken_back_and_infeasible_states_are_no_states():
    options = [{"id": "sign", "by": "KES", "lasting": True}, {"id": "leave", "by": "ORL"}]
    names = {"KES": ["NN", "YN", "NY"], "ORL": [["NN", "YN"], "NY"]}
    conflict = load_conflict({**CASE, "options": options, "infeasible": ["YY"], "rankings": names}, "case.json")
    assert [state.name for state in conflict.states] == ["NN", "YN", "NY"]
    assert conflict.moves["KES"] == ((1,), (), ())
    assert conflict.moves["ORL"] == ((2,), (), (0,))
    assert conflict.payoffs["ORL"] == (0, 0, -1)


@pytest.mark.parametrize("number", [0, 1])
def test_published_conflicts_hold_where_other_programs_say(number):
    data = json.loads(shared("data", "negotiation", "graph_model.json").read_text("utf-8"))[number]
    found = judge(load_conflict(data, "case.json"))
    assert {notion: list(getattr(found.stable, notion)) for notion in NOTIONS} == data["stable"]


MAKERS = ("KES", "ORL", "HAL")


@st.composite
def conflicts(draw: st.DrawFn) -> Conflict:
    makers = MAKERS[: draw(st.integers(1, 3))]
    size = draw(st.integers(1, 5))
    names = [f"{n:03b}".replace("0", "N").replace("1", "Y") for n in range(size)]
    ends = st.lists(st.integers(0, size - 1), max_size=3)
    payoff = st.lists(st.integers(0, 3), min_size=size, max_size=size)
    data = {
        "decision_makers": list(makers),
        "options": ["a", "b", "c"],
        "states": names,
        "payoffs": {maker: draw(payoff) for maker in makers},
        "moves": {maker: [draw(ends) for _ in range(size)] for maker in makers},
    }
    return load_conflict(data, "case.json")


def sequences(conflict: Conflict, makers: set[str], start: int, improving: bool) -> set[int]:
    """Where legal sequences lead, tried out to a length at which nothing new can come."""
    found: set[int] = set()
    ways = {(start, "")}
    for _ in range(len(conflict.states) * len(MAKERS) + 1):
        ways = {
            (end, mover)
            for state, last in ways
            for mover in makers - {last}
            for end in conflict.moves[mover][state]
            if not improving or conflict.payoffs[mover][end] > conflict.payoffs[mover][state]
        }
        found |= {end for end, _ in ways}
    return found


def naive(conflict: Conflict, notion: str) -> list[int]:
    """The definitions, word for word."""
    stable = []
    for state in range(len(conflict.states)):
        holds = True
        for maker in conflict.decision_makers:
            worth, moves = conflict.payoffs[maker], conflict.moves[maker]
            others = set(conflict.decision_makers) - {maker}
            for better in (end for end in moves[state] if worth[end] > worth[state]):
                replies = sequences(conflict, others, better, improving=notion == "seq")
                sanctions = [end for end in replies if worth[end] <= worth[state]]
                if notion == "smr":
                    sanctions = [s for s in sanctions if all(worth[end] <= worth[state] for end in moves[s])]
                holds = holds and notion != "nash" and bool(sanctions)
        if holds:
            stable.append(state + 1)
    return stable


@given(conflicts())
def test_small_conflicts_hold_where_the_definitions_say(conflict: Conflict) -> None:
    found = judge(conflict)
    for notion in NOTIONS:
        assert list(getattr(found.stable, notion)) == naive(conflict, notion), notion
    for each in found.standings:
        assert not each.nash or (each.gmr and each.smr and each.seq)
        assert each.gmr or not (each.smr or each.seq)


def coalition_naive(conflict: Conflict, notion: str) -> list[int]:
    """The notions for coalitions, word for word: every member prefers; an answer need only be bad for one of them."""
    stable = []
    makers = conflict.decision_makers
    groups = [set(some) for size in range(1, len(makers) + 1) for some in itertools.combinations(makers, size)]
    for state in range(len(conflict.states)):
        holds = True
        for group in groups:

            def good(end: int, group: set[str] = group, state: int = state) -> bool:
                return all(conflict.payoffs[maker][end] > conflict.payoffs[maker][state] for maker in group)

            def together(start: int, group: set[str] = group) -> set[int]:
                alone = {end for maker in group for end in conflict.moves[maker][start]}
                return alone if len(group) == 1 else sequences(conflict, group, start, improving=False)

            for better in filter(good, together(state)):
                replies = sequences(conflict, set(makers) - group, better, improving=notion == "seq")
                sanctions = [end for end in replies if not good(end)]
                if notion == "smr":
                    sanctions = [end for end in sanctions if not any(map(good, together(end)))]
                holds = holds and notion != "nash" and bool(sanctions)
        if holds:
            stable.append(state + 1)
    return stable


@settings(max_examples=60)
@given(conflicts())
def test_small_conflicts_hold_against_coalitions_where_the_definitions_say(conflict: Conflict) -> None:
    found = judge(conflict)
    assert found.coalition_stable is not None
    for notion in NOTIONS:
        assert list(getattr(found.coalition_stable, notion)) == coalition_naive(conflict, notion), notion
        assert set(getattr(found.coalition_stable, notion)) <= set(getattr(found.stable, notion))
    assert all(each.improvements and not each.nash for each in found.coalitions)


def test_what_nobody_can_do_alone_two_can_do_together():
    found = judge(load_conflict(CASE, "case.json"))
    [together] = found.coalitions
    assert (together.state, together.members, together.improvements) == (1, ("KES", "ORL"), (4,))
    assert together.why == (
        "They could improve to state 4, and nothing that the others can do makes that no better than here."
    )
    assert found.coalition_stable is not None
    assert found.coalition_stable.gmr == (4,)


def test_a_dense_conflict_is_judged_with_few_reasons_for_each_state():
    size, makers = 48, ["KES", "ORL", "HAL"]
    names = [f"{n:06b}".replace("0", "N").replace("1", "Y") for n in range(size)]
    data = {
        "decision_makers": makers,
        "options": [f"o{n}" for n in range(6)],
        "states": names,
        "payoffs": {maker: [(n * (7 + 4 * p) + p) % 97 for n in range(size)] for p, maker in enumerate(makers)},
        "moves": {maker: [[end for end in range(size) if end != n] for n in range(size)] for maker in makers},
    }
    found = judge(load_conflict(data, "case.json"))
    assert found.stable.gmr == tuple(range(1, size + 1))
    assert found.coalition_stable is not None
    assert max(each.why.count("could improve") for each in found.standings) == 3


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"decision_makers": []}, "'decision_makers' is no list of names"),
        ({"decision_makers": ["KES", "KES"]}, "a name stands there twice"),
        ({"decision_makers": [f"P{n}" for n in range(9)]}, "the most is 8"),
        ({"options": []}, "it has no options"),
        ({"options": ["a", "b"]}, "nobody is said to have the option 'a'"),
        ({"options": [{"id": "a", "by": "HAL"}]}, "there is no decision-maker 'HAL'"),
        ({"options": [f"o{n}" for n in range(20)]}, "1,048,576 combinations"),
        ({"states": ["NNN"]}, "'NNN' is no state of these options"),
        ({"infeasible": ["--"]}, "no state is feasible"),
        ({"rankings": {"KES": ["NN"]}}, "one entry for each decision-maker"),
        ({"rankings": {"KES": ["NN"], "ORL": []}}, "rankings of KES: state YN is missing"),
        ({"rankings": {"KES": ["NN", "NN"], "ORL": []}}, "state NN stands there twice"),
        ({"rankings": None}, "either payoffs or rankings"),
        ({"rankings": None, "payoffs": {"KES": [1], "ORL": [1]}}, "payoffs of KES: it needs 4 numbers"),
        ({"moves": {"KES": {"NN": ["XX"]}, "ORL": {}}}, "moves of KES: there is no state 'XX'"),
        ({"moves": {"KES": [[7], [], [], []], "ORL": {}}}, "there is no state 7"),
        ({"colour": 1}, "'colour' is not known here"),
    ],
)
def test_what_cannot_be_judged_is_named(changes, words):
    with pytest.raises(UnusableInput) as caught:
        load_conflict({**CASE, **changes}, "case.json")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
