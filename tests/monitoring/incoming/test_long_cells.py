"""A cell as long as a book costs no time: it is refused before any pattern is held against it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from parley.monitoring.cells import BadCell, read_count, read_name
from parley.monitoring.incoming.degrees import read_degrees, read_point
from parley.monitoring.incoming.mgrs import read_mgrs
from parley.monitoring.incoming.polar import read_bearing, read_range
from parley.monitoring.incoming.times import read_when

READERS: tuple[Callable[[str], Any], ...] = (
    lambda words: read_degrees(words, "latitude"),
    lambda words: read_when(words, (), dt.UTC),
    read_point,
    read_count,
    read_mgrs,
    read_bearing,
    read_range,
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words", ["42 06" + " " * 500_000 + "x", "N" * 500_000, "1" * 500_000, "54HVF" + "1 " * 250_000]
)
def test_a_long_cell_is_refused_at_once(reader: Callable[[str], Any], words: str) -> None:
    with pytest.raises(BadCell, match="no more than what belongs here"):
        reader(words)


def test_what_names_an_act_or_somebody_is_no_book() -> None:
    assert read_name("shelling " * 100) == "shelling " * 100
    with pytest.raises(BadCell, match="no more than 1,000 characters here"):
        read_name("shelling " * 20_000)
