"""Sentences put together from known parts are read part by part, whatever stands beside what."""

from __future__ import annotations

import pytest

from composed import SHAPES, judged
from obligation_answers import Judged, Tally

NUMBER = 8


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Tally, list[Judged]]]:
    return judged(seed=1, number=NUMBER)


@pytest.mark.parametrize("shape", [shape.__name__.replace("_", " ").strip() for shape in SHAPES])
def test_each_part_fills_its_slot(shape: str, read: dict[str, tuple[Tally, list[Judged]]]) -> None:
    tally, told = read[shape]
    assert [each.answer["exact"] for each in told if each.faults] == []
    assert tally.sentences == NUMBER
