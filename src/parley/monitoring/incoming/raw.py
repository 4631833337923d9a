"""A table as it came: columns of words, each word once, and the number of each row in the file."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice, repeat
from operator import eq, itemgetter

import numpy as np
from numpy.typing import NDArray

from parley.model import NotYetHandled, UnusableInput
from parley.text import decode
from parley.text.decode import MAX_BYTES

from ..bulk import uncollected
from ..cells import LONGEST_CELL, MEND_LONG, TOO_LONG
from ..table import Words
from .mapping import Unusable

MOST_ROWS = 20_000_000
MOST_COLUMNS = 2_000
LARGE = 5_000_000
"""Bytes from which on a faster reader is worth while."""
_AT_ONCE = 1_000
_CODINGS = {"UTF-16": (b"\xff\xfe", b"\xfe\xff")}


@dataclass(frozen=True, eq=False)
class RawTable:
    """What a file holds. ``numbers`` counts rows from 1, the header's own included, as a spreadsheet does.

    ``unusable`` are rows that could not be cut into cells; ``notes`` what had to be assumed to read the file.
    """

    path: str
    columns: dict[str, Words]
    numbers: NDArray[np.int32]
    unusable: tuple[Unusable, ...] = ()
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(self.columns)


def folded(name: str) -> str:
    """A name of a column as it is compared: composed, without marks of direction, without regard to case."""
    composed = unicodedata.normalize("NFC", name)
    return " ".join("".join(c for c in composed if unicodedata.category(c) != "Cf").casefold().split())


def read_csv(data: bytes, path: str, header_row: int = 1) -> RawTable:
    """Cells separated by commas, semicolons or tabs. Raises :class:`UnusableInput` where there is no header."""
    if len(data) >= LARGE and header_row == 1 and (table := _large(data, path)) is not None:
        return table
    text, notes = read_text(data, path)
    first = "\n".join(text[:100_000].split("\n")[header_row - 1 : header_row])
    delimiter = max(",;\t", key=first.count)
    is_plain = '"' not in text
    stream = io.StringIO(text, newline=None if is_plain else "")
    del text
    before = csv.field_size_limit(max(len(data), LONGEST_CELL))  # one long cell makes no row of another
    try:
        if is_plain:
            return _plain(stream, path, delimiter, header_row, notes)
        return _cut(csv.reader(stream, delimiter=delimiter), path, header_row, notes)
    except csv.Error as error:
        mend = "check its quotation marks, or export it again"
        raise UnusableInput(path, f"it is no table of cells ({error})", mend) from error
    finally:
        csv.field_size_limit(before)


def _large(data: bytes, path: str) -> RawTable | None:
    """The same by a faster reader, if it is there and the header is of one plain line."""
    from .large import read_large

    end = data.find(b"\n", 0, 1_000_000) + 1
    try:
        first = data[:end].decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    delimiter = max(",;\t", key=first.count)
    if not first.strip() or first.count('"') % 2:
        return None
    header = header_names(next(csv.reader([first], delimiter=delimiter), []), path)
    return read_large(data, path, header, delimiter, end)


def read_text(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The text of a table without its byte order mark, and notes. Raises :class:`UnusableInput` for an empty one."""
    if len(data) <= MAX_BYTES:
        try:
            text, notes = decode(data, path)
        except UnusableInput as error:
            raise UnusableInput(path, error.problem, "export it again as a table, such as CSV in UTF-8") from error
    else:  # a large table is UTF-8, or UTF-16 with its mark: what it might be besides is judged by letters, and slowly
        coding = "utf-16" if data.startswith(_CODINGS["UTF-16"]) else "utf-8"
        try:
            text, notes = data.decode(coding), ()
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise UnusableInput(path, "it is not UTF-8", "save it as UTF-8", f"line {line}") from error
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnusableInput(path, "it is empty", "export it again, with its header")
    return text, notes


def _cut(reader: Iterator[list[str]], path: str, header_row: int, notes: tuple[str, ...]) -> RawTable:
    header = header_names(next(islice(reader, header_row - 1, None), []), path)
    return from_rows(path, header, enumerate(reader, header_row + 1), notes)


def header_names(cells: Sequence[str], path: str) -> list[str]:
    """The names of the columns, each its own; raises :class:`UnusableInput` where there are none."""
    names = [cell.strip().strip("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069") for cell in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise UnusableInput(path, "it has no header", "write the names of its columns in the first row")
    if len(names) > MOST_COLUMNS:
        raise NotYetHandled(path, f"it has {len(names):,} columns, and the most is {MOST_COLUMNS:,}", "remove some")
    seen: dict[str, int] = {}
    for place, name in enumerate(names):
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1 or not name:  # nobody can mean one of two columns of one name; neither is lost
            names[place] = f"{name or 'column'} ({place + 1})"
    return names


def _codes() -> defaultdict[str, int]:
    """A number for each word, given when the word is first met."""
    return defaultdict(count().__next__)


class _Gathering:
    """A table that grows by some rows at a time."""

    def __init__(self, path: str, header: Sequence[str]) -> None:
        self._path, self._header = path, header
        self._known = [_codes() for _ in header]
        self._pieces: list[list[NDArray[np.int32]]] = [[] for _ in header]
        self._numbers: list[NDArray[np.int32]] = []
        self._rows = 0
        self.bad: list[Unusable] = []

    def rows(self, numbered: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Adds rows. Empty ones are passed over; those of another length than the header are kept as unusable."""
        width = len(self._header)
        cells = list(map(itemgetter(1), numbered))
        if set(map(len, cells)) != {width} or max(map(len, chain.from_iterable(cells))) > LONGEST_CELL:
            numbered = list(_of_width(numbered, width, self.bad))
        if numbered:
            numbers, rows = zip(*numbered, strict=True)
            self.columns(zip(*rows, strict=True), numbers)

    def columns(self, columns: Iterable[Sequence[str]], numbers: Sequence[int]) -> None:
        self._rows += len(numbers)
        if self._rows > MOST_ROWS:
            raise NotYetHandled(self._path, f"it has more than {MOST_ROWS:,} rows", "divide it into several files")
        for code_of, column, into in zip(self._known, columns, self._pieces, strict=True):
            into.append(np.fromiter(map(code_of.__getitem__, column), dtype=np.int32, count=len(numbers)))
        self._numbers.append(np.array(numbers, dtype=np.int32))

    def table(self, notes: tuple[str, ...]) -> RawTable:
        each = zip(self._header, self._pieces, self._known, strict=True)
        columns = {name: _stripped(_whole(pieces), known) for name, pieces, known in each}
        return filled(self._path, columns, _whole(self._numbers), tuple(self.bad), notes)


@uncollected()
def from_rows(
    path: str,
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    notes: tuple[str, ...] = (),
) -> RawTable:
    """A table of rows with their numbers. Empty rows are passed over; rows of another length are kept as unusable."""
    gathering, rows = _Gathering(path, header), iter(rows)
    while batch := list(islice(rows, _AT_ONCE)):
        gathering.rows(batch)
    return gathering.table(notes)


@uncollected()
def _plain(lines: Iterable[str], path: str, delimiter: str, header_row: int, notes: tuple[str, ...]) -> RawTable:
    """The same of text without a quotation mark, where each line is a row: many are cut at once, in half the time."""
    lines = iter(lines)
    header = header_names(next(islice(lines, header_row - 1, None), "").split(delimiter), path)
    gathering, number, width = _Gathering(path, header), header_row, len(header)
    while batch := list(islice(lines, _AT_ONCE)):
        numbers = range(number + 1, number + 1 + len(batch))
        number = numbers[-1]
        even = set(map(str.count, batch, repeat(delimiter))) == {width - 1}
        if even and len(max(batch, key=len)) < LONGEST_CELL:
            cells = "".join(batch).removesuffix("\n").replace("\n", delimiter).split(delimiter)
            gathering.columns((cells[place::width] for place in range(width)), numbers)
        else:
            gathering.rows(list(zip(numbers, csv.reader(batch, delimiter=delimiter), strict=True)))
    return gathering.table(notes)


def filled(
    path: str,
    columns: dict[str, Words],
    numbers: NDArray[np.int32],
    bad: tuple[Unusable, ...],
    notes: tuple[str, ...] = (),
) -> RawTable:
    """The table without rows that say nothing at all."""
    some = np.zeros(len(numbers), dtype=bool)
    for words in columns.values():
        some |= words.codes >= 0
    if not some.all():
        columns = {name: words.take(np.flatnonzero(some)) for name, words in columns.items()}
        numbers = numbers[some]
    return RawTable(path, columns, numbers, bad, notes)


def _of_width(
    batch: Sequence[tuple[int, Sequence[str]]], width: int, bad: list[Unusable]
) -> Iterator[tuple[int, Sequence[str]]]:
    for number, cells in batch:
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            yield number, cells[:width]  # a spreadsheet's empty columns at the end
        elif max(map(len, cells), default=0) > LONGEST_CELL:
            bad.append(Unusable(number, "", f"{TOO_LONG}; {MEND_LONG}"))
        elif len(cells) == width:
            yield number, cells
        elif any(cell.strip() for cell in cells):
            bad.append(Unusable(number, "", ragged(len(cells), width)))


def ragged(cells: int, width: int) -> str:
    """What is wrong with a row of another length than the header's, and the mend."""
    return f"it has {cells} cells and the header {width}; put a cell with a comma in it in quotation marks"


def _whole(pieces: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
    return np.concatenate(pieces) if pieces else np.empty(0, dtype=np.int32)


def _stripped(codes: NDArray[np.int32], known: Mapping[str, int]) -> Words:
    """The column without blanks around its words; what is blank says nothing."""
    if "" not in known and are_stripped(known):
        return Words(codes, tuple(known))
    return renamed(Words(codes, tuple(known)), (word.strip() for word in known))


def are_stripped(words: Collection[str]) -> bool:
    """Whether none of the words has blanks around it: quickly told where they hold no blank at all."""
    joined = "".join(words)
    return joined.split(None, 1) == [joined] or all(map(eq, words, map(str.strip, words)))


def renamed(column: Words, values: Iterable[str | None]) -> Words:
    """The column with each of its words replaced; two that become one are one, and ``None`` or ``""`` says nothing."""
    fresh = _codes()
    new = [-1 if not word else fresh[word] for word in values]
    return Words(np.array([*new, -1], dtype=np.int32)[column.codes], tuple(fresh))
