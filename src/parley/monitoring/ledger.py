"""Which reports count, of a table of many: columns for what stands alone, values only for what hangs together.

Most reports stand alone: no other report corrects, denies, finds or tells them again. Of these nothing has to be
worked out but that they count. The few that hang together are taken out as values and go through
:func:`.standing.standing`, whose rules are the only ones there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from parley.model import Life, Report

from .names import Names, fold
from .standing import Known, Record, standing
from .table import LIVES, NEVER, ReportTable, Words, instant_of
from .windows import EVER, event_span

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_EVER = instant_of(EVER)


class Ledger:
    """The reports of a table that count at ``as_of``, numbered in the order of their events.

    All arrays have one place for each such report. ``first``, ``last``: when the event can have been, in
    microseconds since 1970; ``kind``: the number of what it says that is neither time nor place; ``root``: the
    number of the first report of the same event; ``found``: whether a body found it; ``linked``: the reports
    that hang together with others, by their number.
    """

    def __init__(
        self,
        table: ReportTable,
        as_of: dt.datetime,
        names: Names,
        zone: dt.tzinfo,
        given: Sequence[Report] | None = None,
    ) -> None:
        """``given`` are the rows of the table as values, where they are there already."""
        self._table, self._zone, self._given = table, zone, given
        self._entries: dict[int, Known] = {}
        now = instant_of(as_of)
        first = np.where(table.event_earliest == NEVER, _EVER, table.event_earliest)
        last = np.where(table.event_latest == NEVER, table.reported, table.event_latest)
        last = np.maximum(first, np.minimum(last, table.reported))
        made = table.reported <= now
        apart = self._apart(names, first, last, now) & made
        values = self._values(np.flatnonzero(apart))
        self._part = standing(values, as_of, names, zone)
        self.notes = (*self._late(np.flatnonzero(~made), as_of), *self._part.notes)
        row_of = dict(zip(map(id, values), np.flatnonzero(apart).tolist(), strict=True))
        kept = np.array([row_of[id(entry.report)] for entry in self._part.known], dtype=np.int64)
        rows = np.concatenate((np.flatnonzero(made & ~apart), kept))
        self.rows = rows[self._order(rows, first, last)]
        self.first, self.last = first[self.rows], last[self.rows]
        self._number(dict(zip(kept.tolist(), self._part.known, strict=True)))

    def __len__(self) -> int:
        return len(self.rows)

    def _late(self, late: Rows, as_of: dt.datetime) -> list[str]:
        if not len(late):
            return []
        ids = self._table.words["id"].take(late[:5])
        shown = ", ".join(ids.at(row) or "" for row in range(len(ids))) + (" …" if len(late) > 5 else "")
        number = "1 report was" if len(late) == 1 else f"{len(late)} reports were"
        return [f"{number} not yet made on {as_of:%Y-%m-%d %H:%M}: {shown}."]

    def _apart(self, names: Names, first: Any, last: Any, now: int) -> Mask:
        """The reports that hang together with others, or may: standing has to say what of them counts."""
        table, ids = self._table, self._table.words["id"]
        apart = (table.life == LIVES.index(Life.WITHDRAWN)) | (first > now)
        apart |= np.bincount(ids.codes, minlength=len(ids.values))[ids.codes] > 1
        code_of = {word: code for code, word in enumerate(ids.values)} if len(ids.values) else {}
        pointed = np.zeros(len(ids.values) + 1, dtype=np.bool_)
        for name in ("about", "corrects"):
            column = table.words[name]
            apart |= column.codes >= 0
            told = np.array([code_of.get(word, -1) for word in column.values], dtype=np.int64)
            pointed[told[told >= 0]] = True
        apart |= pointed[ids.codes] | (table.words["found_by"].codes >= 0)
        apart |= self._alike(names, first, last)
        return np.asarray(apart, dtype=np.bool_)

    def _alike(self, names: Names, first: Any, last: Any) -> Mask:
        """Reports that share act, actor, time and place with another: they may tell of one event."""
        table = self._table
        acted = (table.words["act"].codes >= 0) & (table.words["about"].codes < 0)
        actors = _recoded(table.words["actor"], lambda word: names.key(word or ""))
        same = _joined([table.words["act"].codes, actors, first, last])
        alike = np.zeros(len(table), dtype=np.bool_)
        named = _recoded(table.words["place"], lambda word: fold(word) if word else "")
        places = (
            (_joined([same, named]), table.words["place"].codes >= 0),
            (_joined([same, _rounded(table.latitude), _rounded(table.longitude)]), np.isfinite(table.latitude)),
        )
        for key, there in places:
            asked = np.flatnonzero(acted & there)
            _, place, count = np.unique(key[asked], return_inverse=True, return_counts=True)
            alike[asked[count[place] > 1]] = True
        return alike

    def _order(self, rows: Rows, first: Any, last: Any) -> Rows:
        """By time, when reported, and id, as a record is ordered."""
        keys = (self._table.reported[rows], last[rows], first[rows])
        order = np.lexsort(keys)
        tied = np.ones(max(len(rows) - 1, 0), dtype=np.bool_)
        for key in keys:
            tied &= key[order][1:] == key[order][:-1]
        if not tied.any():
            return order
        both = np.unique(np.concatenate((np.flatnonzero(tied), np.flatnonzero(tied) + 1)))
        ids, rank = self._table.words["id"], np.zeros(len(rows), dtype=np.int64)
        by_id = sorted(order[both].tolist(), key=lambda place: ids.at(int(rows[place])) or "")
        rank[by_id] = np.arange(len(by_id))
        return np.lexsort((rank, *keys))

    def _number(self, linked: dict[int, Known]) -> None:
        """Numbers and what others say, for the reports that hang together."""
        self.linked: dict[int, Known] = {}
        gone: dict[str, int] = {}  # first reports that count no more, while others of their event do
        self.root = np.arange(len(self))
        self.found = np.zeros(len(self), dtype=np.bool_)
        self.denied = np.zeros(len(self), dtype=np.bool_)
        self.lead = np.full(len(self), 3, dtype=np.int8)
        where = np.full(len(self._table), -1, dtype=np.int64)
        where[self.rows] = np.arange(len(self))
        for row, entry in linked.items():
            number = entry.number = int(where[row])
            self.linked[number] = entry
        for number, entry in self.linked.items():
            self.found[number], self.denied[number] = bool(entry.found), bool(entry.denials)
            itself = any(finding is entry.report for finding in entry.found)
            self.lead[number] = 2 * (not itself) + (not entry.found)
            root = entry.root
            counts = self.linked.get(root.number) is root
            self.root[number] = root.number if counts else -1 - gone.setdefault(root.id, len(gone))
        self._entries.update(self.linked)

    def _values(self, rows: Rows) -> list[Report]:
        return self._table.values(rows) if self._given is None else [self._given[row] for row in rows.tolist()]

    def entries(self, numbers: Rows) -> list[Known]:
        """These reports as values, made when they are first asked for."""
        made, wanted = self._entries, numbers.tolist()
        fresh = [number for number in dict.fromkeys(wanted) if number not in made]
        if fresh:
            for number, report in zip(fresh, self._values(self.rows[fresh]), strict=True):
                made[number] = Known(report, event_span(report, self._zone), number)
        return [made[number] for number in wanted]

    def column(self, name: str) -> Any:
        """A column of numbers of the table, of the reports that count."""
        return getattr(self._table, name)[self.rows]

    def words(self, name: str) -> Words:
        return self._table.words[name].take(self.rows)

    def ids(self, numbers: Rows) -> tuple[str, ...]:
        return tuple(self._ids[numbers].tolist())

    @cached_property
    def _ids(self) -> npt.NDArray[np.object_]:
        ids = self._table.words["id"]
        return np.array(ids.values, dtype=object)[ids.codes[self.rows]]

    def groups(self, names: Sequence[str], *more: Any) -> tuple[npt.NDArray[np.int64], list[Known]]:
        """For each report the number of its group, all of whose members agree in columns; one member of each."""
        keys = [self._table.words[name].codes[self.rows] for name in names]
        _, some, group = np.unique(_joined([*keys, *more]), return_index=True, return_inverse=True)
        return group, self.entries(some)

    @cached_property
    def kinds(self) -> tuple[npt.NDArray[np.int64], list[Known]]:
        """What reports say that is no time and no place, as groups: tables repeat the same few kinds."""
        return self.groups(("act", "object", "actor", "counterpart"), self.column("count") == 0)

    @cached_property
    def record(self) -> Record:
        """All of it as values, for what is judged one by one."""
        known = tuple(self.entries(np.arange(len(self))))
        by_id = {entry.id: entry for entry in known} | self._part.by_id
        return Record(known, by_id, self._part.follow_ups, self.notes)


def _recoded(column: Words, key: Any) -> npt.NDArray[np.int64]:
    """Numbers that are equal where the keys of the words are."""
    known: dict[object, int] = {}
    codes = [known.setdefault(key(word), len(known)) for word in (*column.values, None)]
    return np.array(codes, dtype=np.int64)[column.codes]


def _rounded(degrees: Any) -> npt.NDArray[np.int64]:
    """Degrees to four places, rounded as a value's place is: the few that lie close to the middle, one by one."""
    known = np.where(np.isfinite(degrees), degrees, 0.0)
    scaled = known * 10_000
    whole: npt.NDArray[np.float64] = np.rint(scaled)
    middling = np.flatnonzero(np.abs(np.abs(scaled - whole) - 0.5) < 1e-6)
    whole[middling] = [round(round(one, 4) * 10_000) for one in known[middling].tolist()]
    return whole.astype(np.int64)


def _joined(columns: Sequence[Any]) -> npt.NDArray[np.int64]:
    """One number for several columns: equal where all of them are."""
    joined = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        values, codes = np.unique(column, return_inverse=True)
        _, joined = np.unique(joined * len(values) + codes, return_inverse=True)
    return joined
