"""The rows of a table as reports, or as effort, by a mapping. No row is lost: what gives none is listed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from parley.model import Effort, Label, Life, UnusableInput
from parley.text.listing import counted

from ..acts import act_reported, worded
from ..bulk import uncollected
from ..cells import NAMES, NOBODY_NAMED, UNDETERMINED, read_count, read_life, read_name, read_tally
from ..rows import Unread, blank_row
from ..table import LIVES, TALLIES, ReportTable, Words, instant_of, no_reports
from .acting import read_besides, read_denials
from .gazetteer import Gazetteer
from .mapping import Mapping, Part, Source, Target, Unusable
from .placing import places
from .raw import RawTable, renamed
from .select import Selection, combine, spread
from .spans import spans
from .unreadable import unread_rows
from .watched import efforts

LACKING = "it has no column"
"""How the note on columns that aren't there begins."""
_ALLEGED = LIVES.index(Life.ALLEGED)
_NOBODY = ("actor", "counterpart", "claimant")


@dataclass(frozen=True, eq=False)
class Incoming:
    """What a file gave: reports or effort, the rows that gave nothing, and sentences on what was assumed."""

    reports: ReportTable
    effort: tuple[Effort, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    unread: tuple[Unread, ...] = ()
    rows: int = 0
    notes: tuple[str, ...] = ()


_NO_GAZETTEER = Gazetteer()


@uncollected()
def fill(
    raw: RawTable,
    mapping: Mapping,
    label: Label,
    *,
    zone: dt.tzinfo = dt.UTC,
    gazetteer: Gazetteer = _NO_GAZETTEER,
    now: dt.datetime | None = None,
) -> Incoming:
    """Every row of ``raw`` by ``mapping``; times without a zone are of the mapping's zone, or of ``zone``.

    Rows that tell of a time after ``now`` are taken, for a script may do so, and named in a note.

    Raises :class:`UnusableInput` where the table is no such table at all, or has not one usable row.
    """
    selection = Selection(raw, mapping)
    if mapping.columns and not any(selection.column(name) is not None for name in mapping.columns):
        shown = ", ".join(raw.header)[:200]
        raise UnusableInput(
            raw.path, f"it has none of the columns of the mapping {mapping.name}, but {shown}", "name another mapping"
        )
    selection.lacking.clear()
    where = mapping.zone or zone
    if mapping.target is Target.EFFORT:
        effort, notes = efforts(selection, label, where)
        done = Incoming(no_reports(raw.path, label), effort, rows=len(raw), notes=notes)
    else:
        parts = mapping.parts or (Part("", {}),)
        tables: list[ReportTable] = []
        said: dict[str, None] = {}
        faults: dict[int, Unusable] = {}
        unread: list[Unread] = []
        for part in parts:
            table, kept, more = _part(selection, part, label, where, gazetteer)
            wrong = {row: fault for row, fault in selection.faults.items() if kept[row]}
            kept[list(wrong)] = False
            unread += unread_rows(table, wrong, selection, {**mapping.fields, **part.fields})
            tables.append(table if kept.all() else table.take(kept))
            faults, selection.faults = wrong | faults, {}
            said |= dict.fromkeys(more)
        selection.faults = faults
        whole = ReportTable.joined(tables, where) if len(parts) > 1 else tables[0]
        unread += [blank_row(raw.path, one.row, one.why, label) for one in raw.unusable]
        done = Incoming(whole, unread=tuple(unread), rows=len(raw), notes=(*said,))
    unusable = (*raw.unusable, *selection.faults.values())
    if unusable and not len(done.reports) and not done.effort:
        first = min(unusable, key=lambda one: one.row)
        problem, _, mend = first.why.partition("; ")
        place = f"row {first.row}" + (f", column {first.column}" if first.column else "")
        raise UnusableInput(raw.path, f"not one of its rows can be used: {problem}", mend or "mend it", place)
    lacking = ", ".join(selection.lacking)
    notes = (*raw.notes, *done.notes, *_ahead(done.reports, now), *([f"{LACKING} {lacking}"] if lacking else []))
    unusable = tuple(sorted(unusable, key=lambda one: one.row))
    return replace(done, unusable=unusable, rows=len(raw) + len(raw.unusable), notes=notes)


def _ahead(reports: ReportTable, now: dt.datetime | None) -> tuple[str, ...]:
    if now is None:
        return ()
    ahead = np.flatnonzero(reports.event_earliest > instant_of(now))
    if not ahead.size:
        return ()
    first = int(reports.row[ahead[0]])
    if len(ahead) == 1:
        return (f"row {first} tells of a time after {now.date()}: check its date",)
    return (f"{len(ahead):,} rows tell of a time after {now.date()}, the first of them row {first}: check their dates",)


def _part(
    selection: Selection, part: Part, label: Label, zone: dt.tzinfo, gazetteer: Gazetteer
) -> tuple[ReportTable, NDArray[np.bool_], list[str]]:
    mapping, raw = selection.mapping, selection.raw
    fields: dict[str, Source] = {**mapping.fields, **part.fields}
    when, where = spans(selection, fields, zone), places(selection, fields, gazetteer)
    count, hedged, filled = _counts(selection, fields)
    kept = filled if part.blank == "nothing" and "count" in fields else np.ones(len(raw), dtype=bool)
    words = {name: selection.without_unknown(selection.said(fields.get(name))) for name in _PLAIN}
    for name in NAMES:
        words[name] = renamed(
            words[name], selection.read(selection.named(name, fields.get(name)), words[name], read_name)
        )
    for name in _NOBODY:
        words[name] = renamed(words[name], (None if v.casefold() in NOBODY_NAMED else v for v in words[name].values))
    count = read_besides(words, count)
    read_denials(words)
    words["worded"] = renamed(words["act"], map(worded, words["act"].values))
    words["act"] = renamed(words["act"], (_act(value) for value in words["act"].values))
    words["id"] = _ids(selection, fields, part)
    words["place"] = where.name
    words["note"] = _notes(selection, words["note"])
    words["qualifier"] = _rather(selection.said(fields.get("qualifier")), hedged)
    life = selection.said(fields.get("life"))
    lives = selection.read(selection.named("life", fields.get("life")), life, read_life)
    tally = selection.said(fields.get("tally"))
    tallies = selection.read(selection.named("tally", fields.get("tally")), tally, read_tally)
    rows = len(raw)
    notes = [*where.notes]
    if when.assumed:
        silent = counted(when.assumed, "row does", "rows do")
        notes.append(f"{silent} not say when it was reported: the end of the event is taken")
    table = ReportTable(
        words=words,
        event_earliest=when.earliest,
        event_latest=when.latest,
        days=when.days,
        reported=when.reported,
        latitude=where.latitude,
        longitude=where.longitude,
        radius_m=where.radius_m,
        count=count,
        tally=spread([one and TALLIES.index(one) + 1 for one in tallies], tally.codes, 0, np.int8),
        life=spread([one and LIVES.index(one) for one in lives], life.codes, _ALLEGED, np.int8),
        file=np.zeros(rows, dtype=np.int32),
        row=raw.numbers,
        files=((raw.path, label),),
        candidates=where.candidates,
        zone=zone,
    )
    return table, kept, notes


_PLAIN = (
    "act",
    "object",
    "actor",
    "counterpart",
    "claimant",
    "document",
    "corrects",
    "about",
    "found_by",
    "note",
    "region",
)


def _act(words: str) -> str | None:
    return None if words.casefold() in UNDETERMINED else act_reported(words) or words


def _counts(selection: Selection, fields: MappingOf[str, Source]) -> tuple[NDArray[np.int64], Words, NDArray[np.bool_]]:
    """How many, how that was hedged, and whether the cell says anything at all."""
    mapping, source = selection.mapping, fields.get("count")
    column = selection.said(source)
    values = selection.read(
        selection.named("count", source), column, lambda words: read_count(words, mapping.decimal, mapping.undetermined)
    )
    numbers = spread([value and value.number for value in values], column.codes, -1, np.int64)
    hedged = renamed(column, (value.qualifier if value else None for value in values))
    of_no_time = (numbers == 0) & _is_nought(selection.said(fields.get("period_hours")))
    return np.where(of_no_time, -1, numbers), hedged, (column.codes >= 0) & ~of_no_time


def _is_nought(column: Words) -> NDArray[np.bool_]:
    """None in no hours at all says that nothing was counted, and not that there was none."""
    return np.array([*(word.strip("0.") == "" for word in column.values), False])[column.codes]


def _rather(stated: Words, hedged: Words) -> Words:
    """The qualifier that a column states, else how the count itself was hedged; "=" says that it was not."""
    plain = renamed(stated, (None if value == "=" else value for value in stated.values))
    both = Words.joined([plain, hedged])
    rows = len(plain)
    return Words(np.where(both.codes[:rows] < 0, both.codes[rows:], both.codes[:rows]), both.values)


def _ids(selection: Selection, fields: MappingOf[str, Source], part: Part) -> Words:
    """The source's own ids; a row without one is called by what it says, so that it is known again anywhere."""
    mapping, raw = selection.mapping, selection.raw
    column = selection.said(fields.get("id"))
    end = f":{part.name}" if part.name else ""
    named = column
    if mapping.id_prefix or end:
        named = Words(column.codes, tuple([f"{mapping.id_prefix}{value}{end}" for value in column.values]))
    blank = np.flatnonzero(named.codes < 0)
    if not blank.size:
        return named
    used = [column for name in raw.header if (column := raw.columns[name]) is not None]
    made = []
    for row in blank.tolist():
        said = "\x1f".join(f"{name}\x1e{column.at(row) or ''}" for name, column in zip(raw.header, used, strict=True))
        made.append(f"{mapping.id_prefix or mapping.name + '-'}{hashlib.sha256(said.encode()).hexdigest()[:12]}{end}")
    both, rows = Words.joined([named, Words.of(made)]), len(named)
    codes = both.codes[:rows].copy()
    codes[blank] = both.codes[rows:]
    return Words(codes, both.values)


def _notes(selection: Selection, note: Words) -> Words:
    names = [name for name in selection.mapping.notes if selection.column(name) is not None]
    if not names:
        return note
    columns = [column for name in names if (column := selection.column(name)) is not None]
    codes, combined = combine([note, *columns])
    told = ("; ".join(_labelled(names, one)) for one in combined)
    return renamed(Words(codes, tuple(map(str, range(len(combined))))), told)


def _labelled(names: list[str], said: tuple[str | None, ...]) -> list[str]:
    rest = [f"{name}: {value}" for name, value in zip(names, said[1:], strict=True) if value]
    return [said[0], *rest] if said[0] else rest
