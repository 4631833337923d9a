"""A length counted from an event that the text dates before: "the day after the signing"."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.text import times


def last(text: str) -> dt.date | dt.datetime | None:
    time = times(text, dt.date(2031, 3, 6))[-1]
    assert time.earliest == time.latest
    return time.earliest


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce was signed on 3 March. The guns fell silent the day after the signing.", 4),
        ("They met in Ostra on 4 March. Two days after the meeting of the envoys it rained.", 6),
        ("The signing was on 3 March. It was prepared on 1 March. The day before the signing it rained.", 2),
    ],
)
def test_the_day_told_before_is_counted_from(text: str, day: int) -> None:
    assert last(text) == dt.date(2031, 3, day)


@pytest.mark.parametrize(
    "text",
    [
        "It rained on 3 March. The day after the signing it stopped.",
        "A text was signed on 1 March. Another was signed on 3 March. The day after the signing it rained.",
        "The truce was signed on 3 March or 4 March. The day after the signing it rained.",
        "The truce was signed on 3 March." + 60 * " It rained.." + " The day after the signing it stopped.",
    ],
)
def test_no_day_where_none_two_or_a_far_one_is_told(text: str) -> None:
    assert last(text) is None
