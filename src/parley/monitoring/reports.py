"""Tables of reports and of effort (CSV) to values. A row that can't be used stops the file and says how to mend it."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from parley.model import (
    PUBLIC,
    Effort,
    Interval,
    Label,
    Life,
    Report,
    ReportPlace,
    Tally,
    UnusableInput,
    first_instant,
    last_instant,
)
from parley.text import decode

from .acts import act_of, act_reported, worded
from .besides import besides
from .bulk import uncollected
from .cells import NOBODY_NAMED, BadCell, Count, fits, read_count, read_life, read_number, read_tally, read_time
from .columns import EFFORT, REPORT, Column, Holds

MOST_ROWS = 2_000_000

Cells = dict[str, Any]
"""A row's cells by column, each as what its column holds (``_value``); empty cells are left out."""


@dataclass(frozen=True)
class _Table:
    """A table's columns by position (``None``: a column that we have no use for), and its rows.

    ``known`` remembers what the words of a column's cells were read as, for tables repeat themselves;
    ``None`` for a column that holds words alone.
    """

    path: str
    header: tuple[str, ...]
    columns: tuple[Column | None, ...]
    zone: dt.tzinfo
    rows: Iterable[tuple[int, list[str]]]
    known: tuple[dict[str, Any] | None, ...]


@uncollected()
def load_reports(
    data: bytes, path: str, label: Label, *, zone: dt.tzinfo = dt.UTC
) -> tuple[tuple[Report, ...], tuple[Effort, ...]]:
    """The reports, or the effort, of one CSV file (one of the two is empty).

    The columns are those of ``docs/reference/reports.md``, in any order, separated by commas,
    semicolons or tabs; names used by ACLED and UCDP GED are understood. A file with a column
    ``means`` and none called ``id`` is effort. Times without a zone are taken in ``zone``. The
    same row twice is one report; another row of the same id has to say that it ``corrects`` it.
    ``origin`` of each value names file and row; the header is row 1. Raises ``UnusableInput``.
    """
    text, _ = decode(data, path)
    rows = _rows(text.removeprefix("\ufeff"), path)
    _, header = next(rows, (0, []))
    names = tuple(name.strip() for name in header)
    plain = {name.casefold() for name in names}
    effort = "means" in plain and "id" not in plain
    columns = _columns(names, EFFORT if effort else REPORT, path)
    known: tuple[dict[str, Any] | None, ...] = tuple(
        None if one is None or one.holds is Holds.WORDS else {} for one in columns
    )
    table = _Table(path, names, columns, zone, rows, known)
    if effort:
        return (), tuple(_effort(table, number, row, label) for number, row in table.rows)
    return _once(_report(table, number, row, label) for number, row in table.rows), ()


def _rows(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for row in reader:
            number += 1
            if number > MOST_ROWS:
                raise UnusableInput(path, f"it has more than {MOST_ROWS:,} rows", "split it")
            if any(map(str.strip, row)):
                yield number, row
    except csv.Error as error:
        raise UnusableInput(
            path, f"it is no CSV ({error})", "check the quotation marks", f"row {number + 1}"
        ) from error


def _columns(header: tuple[str, ...], known: Sequence[Column], path: str) -> tuple[Column | None, ...]:
    by_name = {name: column for column in known for name in column.aliases}
    by_name |= {column.name: column for column in known}
    names = [name.casefold() for name in header]
    columns = [by_name.get(name) for name in names]
    for place, column in enumerate(columns):
        if column is None:
            continue
        rival = next((other for other in range(place) if columns[other] is column), None)
        if rival is None:
            continue
        if names[place] == names[rival]:
            raise UnusableInput(path, f"it has the column {header[place]} twice", "remove or rename one of them")
        # Our own name wins over another source's; of two foreign names the first; the other is kept in the note.
        columns[rival if names[place] == column.name else place] = None
    missing = [column.name for column in known if column.required and column not in columns]
    if missing:
        raise UnusableInput(
            path,
            f"it has no column {' nor '.join(missing)}, its header being {', '.join(header)[:200] or 'empty'}",
            "name the columns as docs/reference/reports.md does",
        )
    return tuple(columns)


def _read(table: _Table, number: int, row: list[str]) -> Cells:
    """The cells of a row by column name; what stands in other columns is joined to the note."""
    if len(row) != len(table.header):
        raise UnusableInput(
            table.path,
            f"it has {len(row)} cells and the header {len(table.header)}",
            "put a cell with a comma in it in quotation marks",
            f"row {number}",
        )
    cells: Cells = {}
    extra: list[str] = []
    for raw, column, name, known in zip(row, table.columns, table.header, table.known, strict=True):
        words = raw.strip()
        if not words:
            if column is not None and column.required:
                where = f"row {number}, column {column.name}"
                raise UnusableInput(table.path, "it is empty", "fill it in: every row needs it", where)
        elif column is None:
            extra.append(f"{name}: {words}")
        elif known is None:
            cells[column.name] = words
        else:
            if words not in known:
                try:
                    known[words] = _value(words, column.holds, table.zone)
                except BadCell as bad:
                    raise _bad(table, number, name, words, str(bad), _swapped(table, row, column, words)) from bad
            cells[column.name] = known[words]
    if extra:
        cells["note"] = "; ".join([cells["note"], *extra] if "note" in cells else extra)
    return cells


def _value(words: str, holds: Holds, zone: dt.tzinfo) -> dt.date | Count | float | Life | Tally | None:
    if holds is Holds.TIME:
        return read_time(words, zone)
    if holds is Holds.COUNT:
        return read_count(words)
    if holds is Holds.LIFE:
        return read_life(words)
    if holds is Holds.TALLY:
        return read_tally(words)
    return read_number(words, holds)


def _bad(table: _Table, number: int, column: str, words: str, mend: str, problem: str = "") -> UnusableInput:
    shown = words if len(words) <= 60 else f"{words[:60]}…"
    return UnusableInput(table.path, f"it holds '{shown}'{problem}", mend, f"row {number}, column {column}")


def _swapped(table: _Table, row: list[str], column: Column, words: str) -> str:
    """Another column of the row whose cell would fit here while this one would fit there: they look swapped."""
    for other, name, raw in zip(table.columns, table.header, row, strict=True):
        if other is None or other.holds is column.holds or not raw.strip():
            continue
        if fits(raw.strip(), column.holds, table.zone) and fits(words, other.holds, table.zone):
            return f", and the columns {column.name} and {name} look swapped"
    return ""


def _report(table: _Table, number: int, row: list[str], label: Label) -> Report:
    cells = _read(table, number, row)
    event, reported, note = _times(table, number, cells)
    count: Count = cells.get("count", Count())
    told = besides(cells.get("act"), _somebody(cells, "actor"), cells.get("object"), _somebody(cells, "claimant"))
    act = told.act
    named = act_reported(act) if act else None
    if act and named is None:
        for name in ("actor", "counterpart", "claimant"):
            other = cells.get(name)
            if other and act_of(other):
                raise _bad(table, number, "act", act, "swap the two back", f" and {name} '{other}': they look swapped")
    return Report.checked(
        id=cells["id"],
        event=event,
        reported=reported,
        place=_place(table, number, cells),
        act=named or act,
        worded=worded(act) if act else None,
        object=cells.get("object") or told.thing,
        count=told.count if count.number is None and "object" not in cells else count.number,
        qualifier=count.qualifier,
        tally=cells.get("tally"),
        actor=told.actor,
        counterpart=_somebody(cells, "counterpart"),
        claimant=_somebody(cells, "claimant"),
        document=cells.get("document"),
        corrects=cells.get("corrects"),
        about=cells.get("about"),
        life=cells.get("life", Life.ALLEGED),
        found_by=cells.get("found_by"),
        note=note,
        origin=f"{table.path}, row {number}",
        audience=label,
    )


def _times(table: _Table, number: int, cells: Cells) -> tuple[Interval, dt.datetime, str | None]:
    """When it happened, when that was said, and the note, with what had to be assumed."""
    earliest: dt.date = cells["event_earliest"]
    latest: dt.date = cells.get("event_latest") or earliest
    said: dt.date | None = cells.get("reported")
    assumed: list[str] = []
    first, last = first_instant(earliest, table.zone), last_instant(latest, table.zone)
    if first > last:
        problem = f", after event_latest, {latest}: they look swapped"
        raise _bad(table, number, "event_earliest", str(earliest), "put the earlier one first", problem)
    if said is not None:
        reported = last_instant(said, table.zone)
        if first > reported:
            problem = f", before the event, {earliest}"
            raise _bad(table, number, "reported", str(said), "mend the one that is wrong, or swap them back", problem)
    else:
        reported = last
        assumed.append("when it was reported is not given and taken as the end of the event")
    precision: int | None = cells.get("time_precision", Count()).number
    if margin := _MARGINS.get(precision):
        earliest, latest = first - margin, min(last + margin, reported) if said else last + margin
        assumed.append(f"time_precision {precision} widens the time by {margin.days} days each way")
        reported = max(reported, latest)
    note = cells.get("note")
    if assumed:
        note = "; ".join([note, *assumed] if note else assumed)
    return Interval.checked(earliest=earliest, latest=latest, said=None), reported, note


_MARGINS: dict[int | None, dt.timedelta] = {2: dt.timedelta(days=6), 3: dt.timedelta(days=30)}
"""ACLED dates what is known to the week, or to the month, to some day in it."""


def _place(table: _Table, number: int, cells: Cells) -> ReportPlace:
    latitude, longitude = cells.get("latitude"), cells.get("longitude")
    if (latitude is None) != (longitude is None):
        empty = "latitude" if latitude is None else "longitude"
        where = f"row {number}, column {empty}"
        raise UnusableInput(table.path, "it is empty", "give both coordinates or neither", where)
    return ReportPlace.checked(
        latitude=latitude,
        longitude=longitude,
        radius_m=cells.get("radius_m"),
        name=cells.get("place"),
        region=cells.get("region"),
        candidates=(),
    )


def _effort(table: _Table, number: int, row: list[str], label: Label) -> Effort:
    cells = _read(table, number, row)
    earliest, latest = cells["earliest"], cells["latest"]
    if first_instant(earliest, table.zone) > last_instant(latest, table.zone):
        problem = f", after latest, {latest}: they look swapped"
        raise _bad(table, number, "earliest", str(earliest), "put the earlier one first", problem)
    share = cells.get("share")
    acts = [words.strip() for words in cells.get("acts", "").split(";") if words.strip()]
    return Effort(
        by=cells["by"],
        means=cells["means"],
        place=cells["place"],
        window=Interval(earliest=earliest, latest=latest),
        share=1.0 if share is None else share,
        acts=tuple(act_of(words) or words for words in acts),
        origin=f"{table.path}, row {number}",
        audience=label,
    )


def _somebody(cells: Cells, name: str) -> str | None:
    words: str | None = cells.get(name)
    return None if words and words.casefold() in NOBODY_NAMED else words


def content(report: Report) -> Report:
    """What a report says, without where the row stands and who may see it."""
    return report.replace(origin="", audience=PUBLIC)


def another_content(one: Report, other: Report) -> UnusableInput:
    """Two rows of one id that say different things, neither said to correct the other."""
    path, _, where = other.origin.rpartition(", ")
    mend = "give it an id of its own"
    if one.claimant == other.claimant:
        mend += f", or write '{other.id}' in its column corrects"
    return UnusableInput(
        path or "reports",
        f"it gives the id '{other.id}' of {one.origin or 'another report'} to other content",
        mend,
        where,
    )


def _once(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Each report once; the same id with other content must say that it corrects the earlier row."""
    kept: dict[str, list[Report]] = {}
    for report in reports:
        earlier = kept.setdefault(report.id, [])
        if any(content(report) == content(known) for known in earlier):
            continue
        if earlier and report.corrects != report.id:
            raise another_content(earlier[0], report)
        earlier.append(report)
    return tuple(report for versions in kept.values() for report in versions)
