"""Columns and tables whose lines the file holds row by row: told by white space that goes down through rows.

Columns of prose are read one after the other. A table whose cells are short gives one line a row; one whose
cells hold prose is read cell by cell. White space that no other row shares parts nothing.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .lines import Line
from .wrapped import ITEM

_SAME_HEIGHT = 0.4
"""Letters: pieces whose feet are no further apart stand in one row."""
GUTTER = 0.9
"""Letters: how wide the white space between two columns is at least."""
_APART = 3.0
"""Letters: a larger step from row to row ends columns and tables."""
_ROWS = 3
"""So many rows need words on both sides of a gutter."""
_LETTERS, _FILLED, _MOST = 16, 0.7, 0.55
"""Prose has so many letters a line and more; so much of the width is filled, in so many of its lines."""

_Row = list[Line]
_Gap = tuple[float, float]
_EVERYWHERE = float("inf")


def in_columns(pieces: Sequence[Line]) -> list[Line]:
    """Whole lines in the order in which they are read, from pieces in the order of the file.

    The pieces of a row that no column or table parts become one line again.
    """
    rows, out, place, done = list(_rows(pieces)), list[Line](), 0, 0
    while place < len(rows):
        end, gutters = _band(rows, place)
        if gutters:
            first = _begin(rows, place, gutters, done)
            del out[len(out) - (place - first) :]
            out += _read(rows[first:end], gutters, place - first)
            place = done = end
        else:
            out.append(_joined(rows[place]))
            place += 1
    return out


def _rows(pieces: Sequence[Line]) -> Iterator[_Row]:
    """Pieces that follow one another at one height, from left to right."""
    row: _Row = []
    for piece in pieces:
        if row and not _beside(row[-1], piece):
            yield sorted(row, key=lambda each: each.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda each: each.left)


def _beside(one: Line, other: Line) -> bool:
    size = max(one.size, other.size, 1)
    level = abs(one.bottom - other.bottom) <= _SAME_HEIGHT * size
    return level and (other.left >= one.right - size / 2 or one.left >= other.right - size / 2)


# -- where white space goes down through rows -----------------------------------------------------------


def _band(rows: Sequence[_Row], first: int) -> tuple[int, list[_Gap]]:
    """Up to which row (not included) gutters that open in row ``first`` go down, and those gutters; else none."""
    pairs = itertools.pairwise(rows[first])
    gutters = [(one.right, other.left) for one, other in pairs if not _is_mark(one.words)]
    gutters = [gap for gap in gutters if gap[1] - gap[0] >= GUTTER * _size(rows[first])]
    end, both = first, 0
    while gutters and end < len(rows) and (end == first or _below(rows[end - 1], rows[end])):
        left = [gap for each in gutters if (gap := _narrowed(each, rows[end])) is not None]
        if not left:
            break
        gutters = left
        both += any(_stands(rows[end], gap) for gap in gutters)
        end += 1
    shared = [gap for gap in gutters if sum(_stands(row, gap) for row in rows[first:end]) >= _ROWS]
    return (end, shared) if both >= _ROWS and shared else (first, [])


def _begin(rows: Sequence[_Row], first: int, gutters: Sequence[_Gap], done: int) -> int:
    """The topmost row, from ``done`` on, of those above row ``first`` that belong to a column on the right."""
    begin = first
    while (
        done < begin
        and len(rows[begin - 1]) == 1
        and _below(rows[begin - 1], rows[begin])
        and any(rows[begin - 1][0].left >= gap[1] for gap in gutters)
    ):
        begin -= 1
    return begin


def _below(above: _Row, row: _Row) -> bool:
    step = above[0].bottom - row[0].bottom
    return 0 < step <= _APART * max(_size(above), _size(row))


def _narrowed(gap: _Gap, row: _Row) -> _Gap | None:
    """What ``row`` leaves white of a gutter, if it is wide enough to be one."""
    edges = [-_EVERYWHERE, *(edge for piece in row for edge in (piece.left, piece.right)), _EVERYWHERE]
    found = [(max(gap[0], begin), min(gap[1], end)) for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    widest = max(found, key=lambda each: each[1] - each[0])
    return widest if widest[1] - widest[0] >= GUTTER * _size(row) else None


def _stands(row: _Row, gap: _Gap) -> bool:
    """Whether words stand on both sides of a gutter."""
    return row[0].right <= gap[0] and row[-1].left >= gap[1]


def _size(row: _Row) -> float:
    return max(1.0, statistics.median_high([piece.size for piece in row]))


# -- what the gutters part ------------------------------------------------------------------------------


def _read(rows: Sequence[_Row], gutters: Sequence[_Gap], above: int) -> list[Line]:
    """The lines of rows that gutters part; ``above`` rows stand above where the gutters open."""
    columns = _sides(rows, gutters)
    if all(map(_is_prose, columns)):
        parts = _records(rows, columns)
        return [line for part in parts for side in _sides(part, gutters) if side for line in _column(side)]
    last = max(place for place, row in enumerate(rows) if any(_stands(row, gap) for gap in gutters)) + 1
    table, after = rows[above:last], rows[last:]
    return [*map(_joined, rows[:above]), *_table(table, gutters), *map(_joined, after)]


def _column(rows: Sequence[_Row]) -> list[Line]:
    """The lines of one column, which may hold columns again; each knows how far its own goes."""
    edge = max(row[-1].right for row in rows)
    return [line if line.column is not None else replace(line, column=edge) for line in in_columns(_flat(rows))]


def _sides(rows: Sequence[_Row], gutters: Sequence[_Gap]) -> list[list[_Row]]:
    """The rows of each column, from left to right; a column has no rows where it is white."""
    edges = [-_EVERYWHERE, *(gap[0] for gap in gutters), _EVERYWHERE]
    found: list[list[_Row]] = []
    for begin, end in itertools.pairwise(edges):
        side = [[piece for piece in row if begin <= (piece.left + piece.right) / 2 < end] for row in rows]
        found.append([row for row in side if row])
    return found


def _is_prose(column: Sequence[_Row]) -> bool:
    """Whether lines go on and on: most of them fill the column's width, with many letters."""
    left, right = min(row[0].left for row in column), max(row[-1].right for row in column)
    lengths = [row[-1].right - row[0].left for row in column]
    filled = sum(length >= _FILLED * (right - left) for length in lengths)
    letters = statistics.median(sum(len(piece.words) for piece in row) for row in column)
    return len(column) >= _ROWS and letters >= _LETTERS and filled >= _MOST * len(column)


def _records(rows: Sequence[_Row], columns: Sequence[Sequence[_Row]]) -> list[list[_Row]]:
    """The rows of a table whose cells are prose, or all in one for columns.

    Of a table each wider step is one of all its columns, and there are two at the least; columns of prose have
    paragraphs that end where they will.
    """
    usual = _usual_step(rows)
    wide = {_height(after) for before, after in itertools.pairwise(rows) if _step(before, after) > 1.35 * usual}
    for column in columns:
        own = {_height(after) for before, after in itertools.pairwise(column) if _step(before, after) > 1.35 * usual}
        if not wide <= own or len(wide) < 2:
            return [list(rows)]
    parts: list[list[_Row]] = [[]]
    for row in rows:
        if _height(row) in wide and parts[-1]:
            parts.append([])
        parts[-1].append(row)
    return parts


def _table(rows: Sequence[_Row], gutters: Sequence[_Gap]) -> Iterator[Line]:
    """One line a row of a table, a tab between its cells; a cell's further lines are joined to its first.

    A row begins after a wider step, and with words in the first column and in another one. Words in the first
    alone begin one where all steps are alike, for else they are more of the cell above.
    """
    usual = _usual_step(rows)
    steps = [_step(before, after) > 1.25 * usual for before, after in itertools.pairwise(rows)]
    record: list[_Row] = []
    for place, row in enumerate(rows):
        opens = row[0].right <= gutters[0][0] and (not any(steps) or row[-1].left >= gutters[0][1])
        begins = opens or (place > 0 and steps[place - 1])
        if record and begins:
            yield _record(record, gutters)
            record = []
        record.append(row)
    if record:
        yield _record(record, gutters)


def _record(rows: Sequence[_Row], gutters: Sequence[_Gap]) -> Line:
    words, pieces = "", _flat(rows)
    for side in _sides(rows, gutters):
        cell = " ".join(map(_words, side))
        words += f"{cell} " if cell.endswith(":") or _is_mark(cell) else f"{cell}\t"
    return replace(
        pieces[0],
        words=words.rstrip(),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        bottom=min(piece.bottom for piece in pieces),
        top=max(piece.top for piece in pieces),
        row=True,
    )


def _joined(row: _Row) -> Line:
    return row[0] if len(row) == 1 else replace(_record([row], ()), row=False)


def _is_mark(words: str) -> bool:
    """Whether it is the number or the dot of an item of a list, whose words stand to the right of it."""
    match = ITEM.match(f"{words} ")
    return match is not None and match.end() > len(words.rstrip())


def _words(row: _Row) -> str:
    return re.sub(r"\s+", " ", " ".join(piece.words.strip() for piece in row))


def _flat(rows: Sequence[_Row]) -> list[Line]:
    return [piece for row in rows for piece in row]


def _usual_step(rows: Sequence[_Row]) -> float:
    steps = [_step(before, after) for before, after in itertools.pairwise(rows)]
    return min(steps, default=0.0)


def _step(above: _Row, row: _Row) -> float:
    return above[0].bottom - row[0].bottom


def _height(row: _Row) -> float:
    return round(row[0].bottom, 1)
