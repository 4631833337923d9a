"""Rows of columns that agree: numbered as groups, or found where two of them do. No row becomes a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_WIDEST = 1 << 62
_ROOM = 1 << 20
"""A table of so many places is small."""
_A_ROW = 32
"""A table of so many places for each row, and no more, is made sooner than the rows are sorted."""
_ODD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


def joined(columns: Sequence[Any]) -> Codes:
    """One number for several columns of whole numbers: equal where all of them are, from nought without gaps."""
    rows = len(columns[0])
    together, wide = np.zeros(rows, dtype=np.int64), 1
    for column in columns:
        codes, reach = _from_nought(column)
        if wide * reach >= _WIDEST:
            together, wide = _dense(together, wide)
        if wide * reach >= _WIDEST:
            codes, reach = _dense(codes, reach)
        together, wide = together * reach + codes, wide * reach
    return _dense(together, wide)[0]


def firsts(groups: Codes) -> Codes:
    """The first row of each group of :func:`joined`."""
    found = np.empty(int(groups.max(initial=-1)) + 1, dtype=np.int64)
    found[groups[::-1]] = np.arange(len(groups) - 1, -1, -1)  # of several rows the last one written stays
    return found


def repeated(columns: Sequence[Any]) -> Mask:
    """Which rows agree with another one in all columns.

    Rows are compared by a number mixed of all columns; only the few whose number occurs twice are looked at.
    """
    mixed = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        mixed = (mixed ^ (mixed >> _SHIFT) ^ column.astype(np.int64).view(np.uint64)) * _ODD
    ordered = np.sort(mixed)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    found = np.zeros(len(mixed), dtype=np.bool_)
    if not len(twice):
        return found
    perhaps = np.flatnonzero(twice[np.minimum(np.searchsorted(twice, mixed), len(twice) - 1)] == mixed)
    same = joined([column[perhaps] for column in columns])
    found[perhaps[np.bincount(same)[same] > 1]] = True
    return found


def ordered(columns: Sequence[Any]) -> Codes:
    """The rows in the order of several columns of times, the first of which counts most; of equal rows any first.

    Times are mostly whole minutes and close to one another, so that all columns fit into one number to sort by.
    """
    before, together, wide = 0, np.zeros(len(columns[0]), dtype=np.int64), 1
    for column in columns:
        shifts, reach = _from_nought(column - before)
        step = max(int(np.gcd.reduce(shifts)), 1)
        reach = (reach - 1) // step + 1
        if wide * reach >= _WIDEST:
            return np.lexsort(columns[::-1])
        before, together, wide = column, together * reach + shifts // step, wide * reach
    return np.argsort(together)


def _from_nought(column: Any) -> tuple[Codes, int]:
    """The column as numbers from nought, and how many there can be."""
    codes = column.astype(np.int64)
    if not len(codes):
        return codes, 1
    low, high = int(codes.min()), int(codes.max())
    if high - low >= _WIDEST:
        return _dense(codes, _WIDEST)
    return codes - low, high - low + 1


def _dense(codes: Codes, reach: int) -> tuple[Codes, int]:
    """The same without gaps: by a table where that is small enough, else by sorting."""
    if reach > min(4 * len(codes) + _ROOM, _A_ROW * len(codes)):
        values, dense = np.unique(codes, return_inverse=True)
        return dense.astype(np.int64), len(values)
    there = np.zeros(reach, dtype=np.bool_)
    there[codes] = True
    number = np.cumsum(there) - 1
    return number[codes], int(there.sum())
