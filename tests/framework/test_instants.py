"""Days of a sentence as the checks count them: minutes from D-day."""

from __future__ import annotations

import pytest

from parley.framework import parse
from parley.framework.checks.instants import DAY, instants


@pytest.mark.parametrize("day", ["the 3rd day after D-day", "the third day after D-day", "the 3rd day following D-day"])
def test_the_nth_day_after_d_day_is_one_day(day: str) -> None:
    [(_, _, first, last)] = instants(f"It shall be done not later than {day}.", parse("", "t"))
    assert (first, last) == (3 * DAY, 4 * DAY)


def test_a_day_in_words_that_follows_nothing_counts_from_nothing() -> None:
    assert instants("It is done on the third day and every second day, and on the last day.", parse("", "t")) == []
