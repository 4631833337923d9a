"""Measured precision: Wilson's interval, what counts as right, and what is said of what was no sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Precision, Rate
from parley.process import Filters, Process
from parley.process.reviewing import wilson
from process.reviewing.conftest import PAPER, Lines, reader

Make = Callable[..., Path]


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_the_published_one(right: int, of: int, low: float, high: float) -> None:
    """The examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    assert wilson(right, of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_stays_a_share(case: tuple[int, int]) -> None:
    right, of = case
    low, high = wilson(right, of)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1


@pytest.fixture
def process(make: Make, lines: Lines) -> Process:
    return lines(make({"documents/a.txt": PAPER}))


def rate(precision: Precision, field: str, group: str = "all") -> Rate:
    return next(each for each in precision.rates if (each.field, each.group) == (field, group))


def test_nothing_decided_is_nothing_measured(process: Process) -> None:
    assert process.review().precision == ()


def test_a_sample_gives_shares_by_field_and_group(process: Process) -> None:
    desk = process.desk()
    drawn = desk.sample(Filters(), 4, 7)
    for item in desk.review(sample=4, seed=7).open:
        words = item.statement.content[0].exact
        if "rained" in words:
            desk.decide(item.statement.id, "reject", by="Ada", sample=drawn)
        elif "should" in words:
            desk.decide(item.statement.id, "correct", by="Ada", changes={"act": "demand"}, sample=drawn)
        else:
            desk.decide(item.statement.id, "confirm", by="Ada", sample=drawn)
    [measured] = process.review().precision
    assert (measured.sample, measured.decided, measured.notes) == (drawn, 4, ())
    assert (rate(measured, "statement").right, rate(measured, "statement").of) == (3, 4)
    assert (rate(measured, "act").right, rate(measured, "act").of) == (2, 3)
    assert (rate(measured, "speaker").right, rate(measured, "speaker").of) == (3, 3)
    assert (rate(measured, "all").right, rate(measured, "all").of) == (2, 4)
    assert (rate(measured, "all", "uncertain").right, rate(measured, "all", "certain").right) == (0, 2)
    assert rate(measured, "all").low == pytest.approx(wilson(2, 4)[0])
    assert not [each for each in measured.rates if each.group in ("direct", "nested")]


def test_what_was_chosen_and_not_drawn_is_said_to_be_no_sample(process: Process) -> None:
    desk = process.desk()
    desk.decide(desk.review().open[0].statement.id, "confirm", by="Ada")
    [measured] = process.review().precision
    assert measured.sample is None
    assert "no random sample" in measured.notes[0]


def test_a_sample_that_is_not_decided_to_its_end_says_so(process: Process) -> None:
    desk = process.desk()
    drawn = desk.sample(Filters(), 4, 7)
    desk.decide(desk.review(sample=4, seed=7).open[0].statement.id, "confirm", by="Ada", sample=drawn)
    [measured] = process.review().precision
    assert measured.notes == ("3 of the 4 drawn are not decided yet; if those are the hard ones, the figures flatter.",)


def test_decisions_on_what_another_version_read_are_said_to_be_that(process: Process, lines: Lines) -> None:
    for version in ("lines-1", "lines-2"):
        desk = lines(process.folder, reader(version)).desk()
        drawn = desk.sample(Filters(), 2, 7)
        desk.decide(desk.review(sample=2, seed=7).open[0].statement.id, "confirm", by="Ada", sample=drawn)
    [measured] = process.review().precision
    assert measured.decided == 2
    assert "different versions of the reader" in measured.notes[0]


def test_a_second_decision_on_the_same_statement_counts_in_place_of_the_first(process: Process) -> None:
    desk = process.desk()
    drawn = desk.sample(Filters(), 1, 7)
    id = desk.review(sample=1, seed=7).open[0].statement.id
    desk.decide(id, "confirm", by="Ada", sample=drawn)
    desk.decide(id, "reject", by="Ben")
    [measured] = process.review().precision
    assert (measured.decided, rate(measured, "statement").right) == (1, 0)
