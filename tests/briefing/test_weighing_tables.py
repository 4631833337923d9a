"""What weighing prints for people, where brackets are many."""

from __future__ import annotations

from fractions import Fraction

from parley.briefing.weighing_tables import package_in_a_cell, weightiest
from parley.model import BracketDecides


def test_of_packages_of_many_issues_only_the_first_is_told_whole() -> None:
    first = {f"i{n}": "a" for n in range(40)}
    assert package_in_a_cell(first, first).count(";") == 39
    assert package_in_a_cell({**first, "i7": "b", "i9": "c"}, first) == "as the first, but i7: b; i9: c"


def test_a_short_package_is_always_told_whole() -> None:
    assert (
        package_in_a_cell({"line": "near", "toll": "low"}, {"line": "near", "toll": "high"}) == "line: near; toll: low"
    )


def test_of_many_brackets_those_are_told_on_which_the_most_hangs_in_the_order_of_the_text() -> None:
    decides = [
        BracketDecides(issue=f"i{n}", depends={"KES": Fraction(n % 7, 100)}, options=(), why="") for n in range(40)
    ]
    shown = weightiest(decides)
    assert len(shown) == 20
    assert [each.issue for each in shown] == sorted((each.issue for each in shown), key=lambda issue: int(issue[1:]))
    assert min(each.depends["KES"] for each in shown) >= Fraction(3, 100)
