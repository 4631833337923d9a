"""How many times as many as was to be expected: a step apart from the way that counts were going already."""

from __future__ import annotations

import numpy as np
import pytest

from parley.monitoring.holding.expecting import against_trend
from parley.monitoring.holding.rates import Counts, rate_ratio

BEFORE, AFTER = np.arange(-140.0, -28.0), np.arange(0.0, 28.0)


def going(days: np.ndarray, level: float, monthly: float, step: float = 1.0) -> Counts:
    """Counts that become ``monthly`` times as many in 30 days, with some weather."""
    weather = np.resize([1.2, 0.8, 1.1, 0.9, 1.0], len(days))
    return Counts(np.round(level * monthly ** (days / 30) * step * weather), np.ones(len(days)), days)


@pytest.mark.parametrize("monthly", [0.8, 1.0, 1.25])
def test_what_was_falling_already_is_no_fall(monthly: float) -> None:
    found = against_trend(going(BEFORE, 100, monthly), going(AFTER, 100, monthly))
    assert found is not None
    ratio, trend = found
    assert ratio.low < 1 < (ratio.high or 0)
    assert trend == pytest.approx(monthly, rel=0.05)


@pytest.mark.parametrize("step", [0.1, 0.5, 3.0])
def test_a_step_is_told_beside_the_slope(step: float) -> None:
    before, after = going(BEFORE, 100, 1.2), going(AFTER, 100, 1.2, step)
    found = against_trend(before, after)
    assert found is not None
    assert found[0].ratio == pytest.approx(step, rel=0.06)
    assert found[0].low < step < (found[0].high or 0)
    assert (rate_ratio(before, after).ratio or 0) > 1.4 * step  # the rate before was that of calmer months


def test_a_slope_that_has_to_be_told_as_well_leaves_more_doubt() -> None:
    before, after = going(BEFORE, 20, 1.0), going(AFTER, 20, 1.0, 0.5)
    found, level = against_trend(before, after), rate_ratio(before, after)
    assert found is not None
    assert found[0].low < level.low < (level.high or 0) < (found[0].high or 0)


@pytest.mark.parametrize(
    ("before", "after"),
    [([], [0, 3]), ([5, 9], [0, 3]), ([111], [27]), ([109, 110, 111], [27]), ([0, 1, 2], [0]), ([0, 50, 111], [])],
)
def test_too_few_counts_or_all_at_one_end_tell_no_slope(before: list[int], after: list[int]) -> None:
    sides = []
    for days, places in ((BEFORE, before), (AFTER, after)):
        number = np.zeros(len(days))
        number[places] = 4
        sides.append(Counts(number, np.ones(len(days)), days))
    assert against_trend(*sides) is None
