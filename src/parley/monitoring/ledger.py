"""Which reports count, of a table of many: columns for what stands alone, values only for what hangs together.

Most reports are not corrected, withdrawn or told twice under one id; the few that are become values and go through
:func:`.standing.latest`. What the others say of one another is worked out as numbers (:mod:`.links`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from parley.model import Life, Report

from .acts import act_of
from .correcting import latest, owned, renamed
from .ever import EVER
from .grouping import Mask, firsts, joined, ordered
from .links import by_body_of, links, places_of, recoded
from .names import Names
from .retelling import recounted, retold, unlinked_remedies
from .standing import Known, Record, followed, not_yet_happened, under_all_ids
from .table import LIVES, NEVER, ReportTable, Words, instant_of
from .windows import event_span

Rows = npt.NDArray[np.int64]

_EVER = instant_of(EVER)


class Ledger:
    """The reports of a table that count at ``as_of``, numbered in the order of their events.

    All arrays have one place for each such report. ``first``, ``last``: when the event can have been, in
    microseconds since 1970; ``kind``: the number of what it says that is neither time nor place; ``root``: the
    number of the first report of the same event, below nought where that one counts no more; ``found``, ``denied``:
    whether a body found it, and whether anybody denies it; ``lead``: the lower, the sooner it is told of its event.
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
        self._source, self._zone, self._given = table, zone, given
        now = instant_of(as_of)
        made = table.reported <= now
        notes = self._late(np.flatnonzero(~made), as_of)
        rows = np.flatnonzero(self._latest(made, names, notes))
        self._retell_findings(rows, names)
        table = self._source
        first, last = _spans(table)
        rows = rows[self._order(rows, first, last)]
        self._table, self._rows = self._source.take(rows), rows
        """The reports that were made by then and replaced by none, in order: places are places among them."""
        first, last = first[rows], last[rows]
        ahead = first > now
        notes += [not_yet_happened(id or "", as_of) for id in self._table.words["id"].said(np.flatnonzero(ahead))]
        self._links = links(self._table, first, last, ahead, self._replaced, self._anew, names)
        self.notes = (*notes, *self._links.notes)
        counts = ~ahead
        counts[list(self._links.refuted)] = False
        self._places = np.flatnonzero(counts)
        self.first, self.last = first[counts], last[counts]
        self._number = np.where(counts, np.cumsum(counts) - 1, -1)
        self._columns: dict[str, Any] = {}
        self._reports: dict[int, Report] = {}
        self._entries: dict[int, Known] = {}
        self._note_links()

    def __len__(self) -> int:
        return len(self._places)

    def _late(self, late: Rows, as_of: dt.datetime) -> list[str]:
        if not len(late):
            return []
        ids = self._source.words["id"].take(late[:5])
        shown = ", ".join(ids.at(row) or "" for row in range(len(ids))) + (" …" if len(late) > 5 else "")
        number = "1 report was" if len(late) == 1 else f"{len(late)} reports were"
        return [f"{number} not yet made on {as_of:%Y-%m-%d %H:%M}: {shown}."]

    def _latest(self, made: Mask, names: Names, notes: list[str]) -> Mask:
        """The reports that were made and neither withdrawn nor replaced; the few that may be become values."""
        table, ids, corrects = self._source, self._source.words["id"], self._source.words["corrects"]
        few = (table.life == LIVES.index(Life.WITHDRAWN)) | (corrects.codes >= 0) | ids.among(set(corrects.values))
        few |= self._recounts(names)
        few |= np.bincount(ids.codes, minlength=len(ids.values))[ids.codes] > 1
        rows = np.flatnonzero(few & made)
        given = self._values(rows)
        values = owned(recounted(given, names, self._zone), names, notes)
        self._retell([(row, now) for row, was, now in zip(rows.tolist(), given, values, strict=True) if now is not was])
        chosen, self._replaced = latest(values, notes)
        self._anew = renamed(values, self._replaced, names)
        row_of = dict(zip(map(id, values), rows.tolist(), strict=True))
        kept: Mask = made & ~few
        kept[[row_of[id(report)] for report in chosen]] = True
        return kept

    def _recounts(self, names: Names) -> Mask:
        """The reports that give a number of what their own source told, and those that they are about."""
        table, about = self._source, self._source.words["about"]
        at = places_of(table, set(about.values), {})
        target = np.array([*(at.get(word, -1) for word in about.values), -1], dtype=np.int64)[about.codes]
        whose = recoded(table.words["claimant"], lambda word: names.key(word or ""))
        mask: Mask = (target >= 0) & (table.count >= 0)
        mask &= whose == whose[target]
        if mask.any():
            first, last = _spans(table)
            mask &= (first == first[target]) & (last == last[target])
        mask[target[mask]] = True
        return mask

    def _retell(self, changed: Sequence[tuple[int, Report]]) -> None:
        """These rows are other reports than they were told as."""
        if not changed:
            return
        rows = np.array([row for row, _ in changed])
        self._source = self._source.replaced(rows, [report for _, report in changed])
        if self._given is not None:
            self._given = list(self._given)
            for row, report in changed:
                self._given[row] = report

    def _retell_findings(self, rows: Rows, names: Names) -> None:
        """What bodies found about other reports tells of the events of these."""
        table = self._source.take(rows)
        about = table.words["about"]
        remedied = table.life == LIVES.index(Life.REMEDIED)
        self._retell_unlinked(rows, remedied & (about.codes < 0), names)
        asked = (by_body_of(table, names) | remedied) & (about.codes >= 0)
        places: list[int] = np.flatnonzero(asked).tolist()
        if not places:
            return
        wanted, at = {about.values[code] for code in np.unique(about.codes[asked]).tolist()}, dict[str, int]()
        while wanted := wanted - at.keys():  # through the notices of what was found
            there = places_of(table, wanted, self._replaced)
            at |= there
            wanted = {told for place in there.values() if (told := about.at(place)) is not None} if there else set()
        needed = list(dict.fromkeys((*places, *at.values())))
        values = dict(zip(needed, self._values(rows[needed]), strict=True))
        by_id = {id: values[place] for id, place in at.items()}
        row_of = {values[place].id: int(rows[place]) for place in places}
        findings = [values[place] for place in places]
        self._retell([(row_of[was.id], now) for was, now in retold(findings, by_id, names, self._zone)])

    def _retell_unlinked(self, rows: Rows, asked: Mask, names: Names) -> None:
        """Remedies of what no report is named for: see :func:`.retelling.unlinked_remedies`."""
        if not asked.any():
            return
        words = self._source.take(rows).words
        act = recoded(words["act"], lambda word: act_of(word or "") or word)
        kind = joined([act, recoded(words["actor"], lambda word: names.key(word or ""))])
        alike = np.flatnonzero(np.isin(kind, kind[asked]))
        values = self._values(rows[alike])
        row_of = dict(zip(map(id, values), rows[alike].tolist(), strict=True))
        self._retell([(row_of[id(was)], now) for was, now in unlinked_remedies(values, names, self._zone)])

    def _order(self, rows: Rows, first: Any, last: Any) -> Rows:
        """By time, when reported, and id, as a record is ordered."""
        keys = (first[rows], last[rows], self._source.reported[rows])
        order = ordered(keys)
        tied = np.ones(max(len(rows) - 1, 0), dtype=np.bool_)
        for key in keys:
            tied &= key[order][1:] == key[order][:-1]
        alike = np.flatnonzero(np.append(tied, False) | np.append(False, tied))
        ids = self._source.words["id"].said(rows[order[alike]])
        run = np.append(0, np.cumsum(~tied))[alike].tolist()
        by_id = sorted(range(len(alike)), key=lambda place: (run[place], ids[place] or ""))
        order[alike] = order[alike[by_id]]
        return order

    def _note_links(self) -> None:
        """Numbers of what others say of a report."""
        links, number = self._links, self._number
        self.root = np.arange(len(self))
        self.found = np.zeros(len(self), dtype=np.bool_)
        self.denied = np.zeros(len(self), dtype=np.bool_)
        self.lead = np.full(len(self), 3, dtype=np.int8)
        gone: dict[int, int] = {}
        for place in links.same_as:
            if number[place] >= 0:
                root = links.root(place)
                self.root[number[place]] = number[root] if number[root] >= 0 else -1 - gone.setdefault(root, len(gone))
        for place, findings in links.found.items():
            if number[place] >= 0:
                self.found[number[place]] = True
                self.lead[number[place]] = 0 if place in findings else 2
        self.denied[[number[place] for place in links.denials if number[place] >= 0]] = True

    def speaking_of(self, asked: Mask) -> list[int]:
        """The numbers of the reports that find or deny one of those that are asked for."""
        number, said = self._number, (self._links.found, self._links.denials)
        spoken = (others for by in said for place, others in by.items() if number[place] >= 0 and asked[number[place]])
        return [int(number[place]) for others in spoken for place in others if number[place] >= 0]

    def _values(self, rows: Rows) -> list[Report]:
        return self._source.values(rows) if self._given is None else [self._given[row] for row in rows.tolist()]

    def entries(self, numbers: Rows) -> list[Known]:
        """These reports as values, made when they are first asked for."""
        return self._known(self._places[numbers].tolist())

    def _known(self, wanted: Sequence[int]) -> list[Known]:
        """Reports by their places, with what others say of them."""
        links, entries = self._links, self._entries
        fresh: dict[int, None] = {}
        asked: Sequence[int] = wanted
        while asked := [place for place in dict.fromkeys(asked) if place not in entries and place not in fresh]:
            fresh.update(dict.fromkeys(asked))
            asked = [links.same_as[place] for place in asked if place in links.same_as]
        others = (one for place in fresh for by in (links.found, links.denials) for one in by.get(place, ()))
        lacking = [place for place in dict.fromkeys((*fresh, *others)) if place not in self._reports]
        if lacking:
            self._reports.update(zip(lacking, self._values(self._rows[lacking]), strict=True))
        for place in fresh:
            report, number = self._reports[place], max(int(self._number[place]), 0)
            found, denials = (
                tuple(self._reports[one] for one in by.get(place, ())) for by in (links.found, links.denials)
            )
            replaces = tuple(self._replaced.get(report.id, ()))
            entries[place] = Known(report, event_span(report, self._zone), number, found, denials, replaces)
        for place in fresh:
            if place in links.same_as:
                entries[place].same_as = entries[links.same_as[place]]
        return [entries[place] for place in wanted]

    def column(self, name: str) -> Any:
        """A column of numbers of the table, of the reports that count."""
        return self._taken(name, lambda: getattr(self._table, name)[self._places])

    def words(self, name: str) -> Words:
        """A column of words of the table, of the reports that count."""
        taken: Words = self._taken(f"words of {name}", lambda: self._table.words[name].take(self._places))
        return taken

    def _taken(self, name: str, take: Callable[[], Any]) -> Any:
        if name not in self._columns:
            self._columns[name] = take()
        return self._columns[name]

    def ids(self, numbers: Rows) -> tuple[str, ...]:
        return tuple(self._ids[numbers].tolist())

    @cached_property
    def _ids(self) -> npt.NDArray[np.object_]:
        ids = self._table.words["id"]
        return np.array(ids.values, dtype=object)[ids.codes[self._places]]

    def groups(self, names: Sequence[str], *more: Any) -> tuple[npt.NDArray[np.int64], list[Known]]:
        """For each report the number of its group, all of whose members agree in columns; one member of each."""
        group = joined([*(self.words(name).codes for name in names), *more])
        return group, self.entries(firsts(group))

    @cached_property
    def kinds(self) -> tuple[npt.NDArray[np.int64], list[Known]]:
        """What reports say that is no time and no place, as groups: tables repeat the same few kinds."""
        actor = self.words("actor").codes
        doer = np.where((actor < 0) & (self.root >= 0), actor[self.root], actor)  # see Known.actor
        more = (self.column("count") == 0, self.words("about").codes < 0)
        return self.groups(("act", "worded", "object", "counterpart"), doer, *more)

    @cached_property
    def record(self) -> Record:
        """All of it as values, for what is judged one by one."""
        every = self._known(range(len(self._rows)))
        by_id = under_all_ids(every, self._replaced)
        known = tuple(self._known(self._places.tolist()))
        return Record(known, by_id, followed(known, by_id), self.notes)


def _spans(table: ReportTable) -> tuple[Any, Any]:
    """As :func:`.windows.event_span`, of all rows."""
    first = np.where(table.event_earliest == NEVER, _EVER, table.event_earliest)
    last = np.where(table.event_latest == NEVER, table.reported, table.event_latest)
    return first, np.maximum(first, np.minimum(last, table.reported))
