"""Rows that agree in several columns get one number, and are found, however wide the columns are."""

from __future__ import annotations

import numpy as np
import pytest

from parley.monitoring.grouping import firsts, joined, ordered, repeated


@pytest.mark.parametrize("reach", [3, 2**40, 2**63 - 1])
def test_rows_are_one_group_where_all_their_columns_agree(reach: int) -> None:
    draw = np.random.default_rng(reach % 97)
    seldom = draw.integers(-reach, reach, 5)
    columns = [
        seldom[draw.integers(0, 5, 200)],
        draw.integers(-1, 3, 200).astype(np.int32),
        draw.integers(0, 2, 200) > 0,
    ]
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    groups = joined(columns)
    assert len(set(rows)) == len(set(groups.tolist())) == groups.max() + 1
    assert len(set(zip(rows, groups.tolist(), strict=True))) == len(set(rows))
    assert [groups[row] for row in firsts(groups)] == list(range(groups.max() + 1))
    assert all(rows[row] not in rows[:row] for row in firsts(groups))
    assert repeated(columns).tolist() == [rows.count(row) > 1 for row in rows]


def test_rows_that_differ_in_one_column_alone_are_not_repeated() -> None:
    same, apart = np.zeros(50, dtype=np.int64), np.arange(50)
    assert repeated([same, same]).all()
    assert not repeated([same, apart]).any()


@pytest.mark.parametrize("step", [1, 60_000_000, 2**55])
def test_rows_are_ordered_by_the_first_column_then_the_next(step: int) -> None:
    draw = np.random.default_rng(3)
    columns = [draw.integers(-4, 4, 100) * step for _ in range(3)]
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    assert [rows[row] for row in ordered(columns)] == sorted(rows)


def test_no_rows_are_no_groups() -> None:
    nothing = np.empty(0, dtype=np.int64)
    assert not len(joined([nothing, nothing]))
    assert not len(firsts(nothing))
    assert not len(repeated([nothing]))
    assert not len(ordered([nothing, nothing]))
