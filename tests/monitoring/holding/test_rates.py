"""How many times as many as before: overdispersed, dependent, exposed for longer, or not seen at all."""

from __future__ import annotations

import math

import numpy as np
import pytest

from parley.monitoring.holding.rates import Counts, log_gamma, rate_ratio


def counts(numbers: list[float], exposure: list[float] | None = None) -> Counts:
    return Counts(np.array(numbers, dtype=float), np.array(exposure or [1.0] * len(numbers)))


EVEN = counts([10, 8, 12, 9, 11, 10, 12, 8] * 4)


def test_counts_no_wilder_than_chance_have_the_interval_of_two_poisson_rates() -> None:
    found = rate_ratio(EVEN, counts([5, 4, 6, 5] * 4))
    assert found.ratio == pytest.approx(0.5)
    reach = math.log((found.high or 0) / found.low) / 2
    assert reach == pytest.approx(1.96 * math.sqrt(1 / EVEN.number.sum() + 1 / 80), rel=0.06)


def test_wild_counts_of_the_same_mean_leave_more_doubt() -> None:
    tame, wild = counts([5, 4, 6, 5] * 4), counts([0, 1, 1, 18] * 4)
    assert rate_ratio(EVEN, wild).ratio == pytest.approx(rate_ratio(EVEN, tame).ratio)
    assert (rate_ratio(EVEN, wild).high or 0) > 1.2 * (rate_ratio(EVEN, tame).high or 0)


def test_days_that_follow_one_another_leave_more_doubt_than_the_same_days_shuffled() -> None:
    runs, shuffled = counts([1] * 8 + [9] * 8 + [1] * 8 + [9] * 8), counts([1, 9, 9, 1] * 8)
    assert (rate_ratio(EVEN, runs).high or 0) > 1.3 * (rate_ratio(EVEN, shuffled).high or 0)


def test_half_the_eyes_and_half_the_counts_are_no_change() -> None:
    found = rate_ratio(EVEN, counts([5, 4, 6, 5] * 4, [0.5] * 16))
    assert found.ratio == pytest.approx(1.0)
    assert found.low < 1 < (found.high or 0)


def test_exposures_may_differ_from_row_to_row() -> None:
    found = rate_ratio(counts([10, 20, 30], [1, 2, 3]), counts([5, 10, 2], [1, 2, 0.4]))
    assert found.ratio == pytest.approx(0.5, rel=0.01)


def test_none_at_all_after_is_nought_with_an_upper_end_and_none_before_has_no_upper_end() -> None:
    none = counts([0] * 16)
    fell, rose, neither = rate_ratio(EVEN, none), rate_ratio(none, EVEN), rate_ratio(none, none)
    assert (fell.ratio, fell.low) == (0.0, 0.0)
    assert 0 < (fell.high or 0) < 0.1
    assert (rose.ratio, rose.high) == (None, None)
    assert rose.low > 10
    assert (neither.ratio, neither.low, neither.high) == (None, 0.0, None)


@pytest.mark.parametrize("x", [1e-3, 0.5, 1.0, 3.7, 8.0, 1e3, 1e6])
def test_the_gamma_function_is_that_of_the_standard_library(x: float) -> None:
    assert float(log_gamma(np.array([x]))[0]) == pytest.approx(math.lgamma(x), rel=1e-9, abs=1e-9)
