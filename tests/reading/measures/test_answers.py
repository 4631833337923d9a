"""Whether a condition is said to be met, and by whom: the same deed, done to the same things."""

from __future__ import annotations

import pytest

from papers import reading_of

WAITS = "Halvern suspended all aid to Kestria until it "


def state(text: str) -> tuple[str, str]:
    (measure,) = reading_of(text).measures
    (condition,) = measure.conditions
    assert condition.state is not None
    return condition.state.value, condition.said_by.name if condition.said_by else ""


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (WAITS + "drops a transit tax. Anna Kov said that the tax had been abolished.", ("said to be met", "Anna Kov")),
        (WAITS + "frees four sailors. Anna Kov said four sailors had been released.", ("said to be met", "Anna Kov")),
        (
            WAITS + "frees the crew. “The condition has not been met,” Anna Kov said.",
            ("said not to be met", "Anna Kov"),
        ),
        (WAITS + "frees the crew. “That has not happened,” Anna Kov said.", ("said not to be met", "Anna Kov")),
        (WAITS + "drops the tax. Anna Kov said the tax was abolished. Ivo Tarn denied this.", ("disputed", "Anna Kov")),
    ],
)
def test_another_word_for_the_deed_or_the_whole_condition_answers_it(text: str, answer: tuple[str, str]) -> None:
    assert state(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        WAITS + "releases the crew. Kestria released a statement on Monday.",
        WAITS + "releases four sailors. Anna Kov said two of the sailors had been released.",
        WAITS + "signs the repeal. Anna Kov said that parliament had repealed the law.",
        WAITS + "frees the crew. “That may have happened,” Anna Kov said.",
        WAITS + "frees the crew. One of the conditions has been met, Anna Kov said.",
    ],
)
def test_another_deed_a_part_or_a_doubt_leaves_it_open(text: str) -> None:
    assert state(text) == ("pending", "")
