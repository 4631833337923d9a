"""A denial is of what had been told: a correction that names another doer is not denied by it."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.test_watching import FIRE, shot

pytestmark = pytest.mark.usefixtures("both_ways")

DENIAL = {
    "id": "d1",
    "event_earliest": "2031-03-10",
    "reported": "2031-03-11",
    "act": "denial",
    "actor": "KES",
    "claimant": "KES",
    "about": "r1",
}


def correction(**more: Any) -> dict[str, Any]:
    return {**shot("c1", reported="2031-03-12"), "corrects": "r1", **more}


def told(result: Any, bearer: str) -> Any:
    return next(one for one in result.verdicts if one.bearer == bearer)


@pytest.mark.parametrize("id", ["c1", "r1"])
def test_it_is_not_carried_over_to_another_doer(held: Any, id: str) -> None:
    result = held(FIRE, [shot(), DENIAL, correction(id=id, actor="ORL", counterpart="KES")])
    assert told(result, "KES").verdict.value != "breached"
    assert told(result, "ORL").verdict.value == "breached"
    assert "denies" not in told(result, "ORL").why
    assert f"d1 denies r1, and not {id}, which corrected that later and names another doer." in result.notes


def test_of_another_time_or_number_it_is(held: Any) -> None:
    result = held(FIRE, [shot(), DENIAL, correction(count="3")])
    assert "KES denies it (d1)" in told(result, "KES").why


def test_who_denies_after_the_correction_denies_that(held: Any) -> None:
    late = {**DENIAL, "reported": "2031-03-13", "actor": "ORL", "claimant": "KES"}
    result = held(FIRE, [shot(), late, correction(actor="ORL", counterpart="KES")])
    assert "denies it (d1)" in told(result, "ORL").why
