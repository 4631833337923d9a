"""What a mapping asks of a table: columns picked, joined and translated, and read word by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..cells import BadCell
from ..table import Words
from .mapping import Mapping, Source, Unusable
from .raw import RawTable, folded, renamed
from .times import hour_before

T = TypeVar("T")
Codes = NDArray[np.int32]

_YES = frozenset({"1", "1.0", "true", "yes", "y", "x", "t", "так", "да", "نعم"})


@dataclass(eq=False)
class Selection:
    """A table under a mapping. ``faults`` grows by the first fault of each row; ``lacking`` names columns not there."""

    raw: RawTable
    mapping: Mapping
    faults: dict[int, Unusable] = field(default_factory=dict)
    lacking: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._columns = {folded(name): column for name, column in self.raw.columns.items()}

    def column(self, name: str) -> Words | None:
        """A column by its name; ``None`` where the table has none of it."""
        found = self._columns.get(folded(name))
        if found is None:
            self.lacking[name] = None
        return found

    def said(self, source: Source | None) -> Words:
        """What each row says of a field, translated by the source's table; nothing where it is not said of the row."""
        if source is None:
            return Words.nothing(len(self.raw))
        said = self._of_all(source)
        for asked, holds in ((source.only, True), (source.but, False)):
            for name, words in asked.items():
                column = self.column(name)
                among = np.zeros(len(self.raw), dtype=bool) if column is None else _among(column, words)
                said = Words(np.where(among == holds, said.codes, -1).astype(np.int32), said.values)
        return said if source.otherwise is None else _first_filled([said, self.said(source.otherwise)])

    def _of_all(self, source: Source) -> Words:
        rows = len(self.raw)
        if source.constant is not None:
            return Words.same(source.constant, rows)
        if source.flags:
            return self._flagged(source)
        columns = [self._padded(name, column, source) for name in source.columns if (column := self.column(name))]
        if not columns:
            return Words.nothing(rows)
        if len(columns) > 1:  # one that is not known leaves the others to be read
            columns = [self.without_unknown(column) for column in columns]
        if len(columns) == 1:
            said = columns[0]
        elif source.first:
            said = _first_filled(columns)
        else:
            codes, combined = combine(columns)
            joined = (source.join.join(word for word in words if word) for words in combined)
            said = renamed(Words(codes, tuple(map(str, range(len(combined))))), joined)
        if source.day_before is not None:
            said = renamed(said, (hour_before(value, source.day_before) for value in said.values))
        if not source.table:
            return said
        return renamed(said, (_translated(value, source.table) for value in said.values))

    def without_unknown(self, column: Words) -> Words:
        """The column, blank where it says by a word of the mapping that it is not known."""
        unknown = self.mapping.undetermined
        if not any(value.casefold() in unknown for value in column.values):
            return column
        return renamed(column, (None if value.casefold() in unknown else value for value in column.values))

    def _padded(self, name: str, column: Words, source: Source) -> Words:
        width = source.pad.get(name)
        if width is None:
            return column
        return Words(column.codes, tuple(v.zfill(width) if v.isdecimal() else v for v in column.values))

    def _flagged(self, source: Source) -> Words:
        """What the one column that says yes stands for; where several do, nobody can tell which it was."""
        codes = np.full(len(self.raw), -1, dtype=np.int32)
        values = tuple(dict.fromkeys(value for _, value in source.flags))
        for name, value in source.flags:
            column = self.column(name)
            if column is None:
                continue
            yes = np.array([*(word.casefold() in _YES for word in column.values), False])[column.codes]
            code = values.index(value)
            codes = np.where(yes & (codes == -1), code, np.where(yes & (codes != code), -2, codes)).astype(np.int32)
        return Words(np.maximum(codes, -1), values)

    def read(self, label: str, column: Words, read: Callable[[str], T | None]) -> list[T | None]:
        """Each word of the column as ``read`` has it; the rows of words that it refuses become unusable."""
        values: list[T | None] = []
        bad: dict[int, str] = {}
        for code, word in enumerate(column.values):
            try:
                values.append(read(word))
            except BadCell as fault:
                values.append(None)
                bad[code] = f"it holds '{shortened(word)}'; {fault}"
        if bad:
            wrong = np.zeros(len(column.values) + 1, dtype=bool)
            wrong[list(bad)] = True
            self.fault(np.flatnonzero(wrong[column.codes]), label, lambda row: bad[int(column.codes[row])])
        return values

    def fault(self, rows: NDArray[Any], label: str, why: str | Callable[[int], str]) -> None:
        """Mark rows as unusable; a row keeps its first fault."""
        for row in rows.tolist():
            self.fault_at(row, label, why if isinstance(why, str) else why(row))

    def fault_at(self, row: int, label: str, why: str) -> None:
        """Mark one row as unusable."""
        if row not in self.faults:
            self.faults[row] = Unusable(int(self.raw.numbers[row]), label, why)

    def named(self, field_name: str, source: Source | None) -> str:
        """By what a message calls the column of a field: as the file does."""
        return " ".join(source.names) if source is not None and source.names else field_name


def combine(columns: Sequence[Words]) -> tuple[Codes, list[tuple[str | None, ...]]]:
    """The rows of several columns as one code each, and what each code stands for. No code is -1."""
    if len(columns) == 1:
        [one] = columns
        if len(one.codes) and one.codes.min() >= 0:
            return one.codes, [(word,) for word in one.values]
        blank = len(one.values)
        return np.where(one.codes < 0, blank, one.codes).astype(np.int32), [*((word,) for word in one.values), (None,)]
    keys = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        _, keys = np.unique(keys * (len(column.values) + 1) + column.codes + 1, return_inverse=True)
    _, first, codes = np.unique(keys, return_index=True, return_inverse=True)
    combined = [tuple(column.at(row) for column in columns) for row in first.tolist()]
    return codes.astype(np.int32), combined


def _translated(value: str, table: MappingOf[str, str]) -> str:
    """What the table has for a cell: the same words, or the first key whose stars stand for the rest of them."""
    plain = folded(value)
    if plain in table:
        return table[plain]
    return next((meant for key, meant in table.items() if "*" in key and fnmatchcase(plain, key)), value)


def _among(column: Words, words: frozenset[str]) -> NDArray[np.bool_]:
    """In which rows the column holds one of the words."""
    return np.array([*(folded(value) in words for value in column.values), False])[column.codes]


def _first_filled(columns: Sequence[Words]) -> Words:
    found = columns[0]
    for other in columns[1:]:
        if not other.values or (found.codes >= 0).all():
            continue
        both = Words.joined([found, other])
        rows = len(found)
        found = Words(np.where(both.codes[:rows] < 0, both.codes[rows:], both.codes[:rows]), both.values)
    return found


def spread(values: Sequence[Any], codes: Codes, default: Any, kind: Any) -> NDArray[Any]:
    """What each row holds, from what each word is read as; ``default`` where nothing is said or it is unknown."""
    filled = [default if value is None else value for value in values]
    return np.array([*filled, default], dtype=kind)[codes]


def shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"
