"""What is said of the zone of agreement: in the number that there is, and nothing that says nothing."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from parley.bargaining import load_case, weigh
from parley.bargaining.large import weigh_large

ISSUES = [{"id": "prisoners", "options": ["all", "some"]}, {"id": "border", "options": ["open", "shut"]}]
POINTS = {"prisoners": {"all": 2, "some": 1}, "border": {"open": 1, "shut": 0}}
both = pytest.mark.parametrize(
    "engine", [partial(weigh, draws=50), partial(weigh_large, path="case.json")], ids=["each", "merged"]
)


def told(engine: Any, *red_lines: dict[str, str], issues: Any = ISSUES, **more: Any) -> Any:
    kestria = {"id": "KES", "scores": POINTS, "red_lines": list(red_lines), **more}
    return engine(load_case({"issues": issues, "parties": [kestria]}, "case.json"))


@both
def test_one_package_breaks_nothing_and_several_break_nothing(engine: Any) -> None:
    one = told(engine, {"prisoners": "some"}, {"border": "shut"}).agreement_zone.why
    assert one.startswith("1 package of 4 breaks no red line and no reserve that is known.")
    assert "so it may be refused" in one
    assert told(engine).agreement_zone.why.startswith("4 packages of 4 break no red line")


@both
def test_a_red_line_on_every_option_leaves_no_package_and_one_given_up_opens_some(engine: Any) -> None:
    weighing = told(engine, {"prisoners": "all"}, {"prisoners": "some"})
    why = weighing.agreement_zone.why
    assert why.startswith("Each of the 4 packages breaks a red line or a reserve that is known.")
    assert "It would open if this were given up: KES's red line on prisoners = all." in why
    assert "drawn profiles" not in weighing.robustness.why


@both
def test_several_things_are_given_up_together(engine: Any) -> None:
    why = told(engine, {"prisoners": "all"}, {"prisoners": "some"}, {"border": "open"}, {"border": "shut"})
    assert "if these were given up together: KES's red line on prisoners = all and KES" in why.agreement_zone.why


def test_two_hundred_issues_with_points_are_weighed() -> None:
    issues = [{"id": f"i{n}", "options": ["a", "b"]} for n in range(200)]
    scores = {f"i{n}": {"a": n, "b": 1} for n in range(200)}
    assert told(partial(weigh, draws=0), issues=issues, scores=scores).packages == str(2**200)
