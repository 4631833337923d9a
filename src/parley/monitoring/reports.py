"""Tables of reports and of effort (CSV) to values. A row that can't be used is set aside, and says how to mend it."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from parley.model import (
    PUBLIC,
    Effort,
    Interval,
    Label,
    Life,
    Report,
    ReportPlace,
    UnusableInput,
    UnusableRow,
    first_instant,
    last_instant,
)
from parley.text import decode
from parley.text import patterns as re

from .acts import act_of, act_reported, worded
from .besides import Besides, besides
from .bulk import uncollected
from .celled import Cells, OwnTable, columns_of, read_row, refusal, rows_of, value_of
from .cells import NOBODY_NAMED, BadCell, Count
from .columns import EFFORT, REPORT, Holds
from .ever import EVER
from .replies import DENIAL, is_denial
from .rows import MOST, Unread, blank_row, rest_of

_WHEN = frozenset({"event_earliest", "event_latest", "reported", "time_precision"})
_BEHIND = re.compile(r"\s+(?:of|for|by|from|on|at|in|near|against|to|into|with)\s")
_NAME = re.compile(r"(?:(?:the|of|and)\s+|[^\W\d_a-z][\w.'’-]*\s*)+")
"""What somebody may be called, whom the column of acts would name by mistake."""
_WHERE = frozenset({"latitude", "longitude", "radius_m"})


@dataclass(frozen=True)
class Loaded:
    """What a file gave: reports, or effort; the rows that gave none, and what can be read of those of reports."""

    reports: tuple[Report, ...] = ()
    effort: tuple[Effort, ...] = ()
    unusable: tuple[UnusableRow, ...] = ()
    unread: tuple[Unread, ...] = ()


def load_reports(
    data: bytes, path: str, label: Label, *, zone: dt.tzinfo = dt.UTC
) -> tuple[tuple[Report, ...], tuple[Effort, ...]]:
    """As :func:`read_reports`, where every row has to be usable. Raises ``UnusableInput`` for the first that is not."""
    loaded = read_reports(data, path, label, zone=zone)
    if loaded.unusable:
        raise _refused(path, loaded.unusable[0])
    return loaded.reports, loaded.effort


@uncollected()
def read_reports(data: bytes, path: str, label: Label, *, zone: dt.tzinfo = dt.UTC) -> Loaded:
    """The reports, or the effort, of one CSV file (one of the two is empty), and the rows that can't be used.

    The columns are those of ``docs/reference/reports.md``, in any order, separated by commas,
    semicolons or tabs; names used by ACLED and UCDP GED are understood. A file with a column
    ``means`` and none called ``id`` is effort. Times without a zone are taken in ``zone``. The
    same row twice is one report; another row of the same id has to say that it ``corrects`` it.
    ``origin`` of each value names file and row; the header is row 1. Raises ``UnusableInput`` for what is no such
    table, for one without a usable row, and for two contents of one id.
    """
    text, _ = decode(data, path)
    rows = rows_of(text.removeprefix("\ufeff"), path)
    _, header = next(rows, (0, []))
    names = tuple(name.strip() for name in header)
    plain = {name.casefold() for name in names}
    effort = "means" in plain and "id" not in plain
    columns = columns_of(names, EFFORT if effort else REPORT, path)
    known: tuple[dict[str, Any] | None, ...] = tuple(
        None if one is None or one.holds is Holds.WORDS else {} for one in columns
    )
    table = OwnTable(path, names, columns, zone, rows, known)
    found: list[Any] = []
    faults: list[tuple[list[str], UnusableRow]] = []
    for number, row in table.rows:
        try:
            found.append((_effort if effort else _report)(table, number, row, label))
        except UnusableInput as fault:
            column = fault.where.partition(", column ")[2]
            faults.append((row, UnusableRow(row=number, column=column, why=f"{fault.problem}; {fault.mend}")))
    unusable = tuple(fault for _, fault in faults)
    if unusable and not found:
        raise _refused(path, unusable[0])
    if effort:
        return Loaded(effort=tuple(found), unusable=unusable)
    unread = [_as_far_as_read(table, row, fault, label) for row, fault in faults[:MOST]]
    reports, clashes = _once(found)
    loaded = _without(Loaded(reports, unusable=unusable, unread=tuple(unread)), clashes, path)
    if (more := len(loaded.unusable) - MOST) > 0:
        first = loaded.unusable[MOST]
        loaded = replace(loaded, unread=(*loaded.unread, rest_of(path, first.row, first.why, more, label)))
    return loaded


def apart(loaded: Loaded, earlier: dict[str, list[Report]], path: str) -> Loaded:
    """What a file gave without the rows whose id an ``earlier`` file has with other content, neither of which says that
    it corrects the other: they are set aside. Its reports are added to those.
    """
    clashes: list[tuple[Report, Report]] = []
    for report in loaded.reports:
        known = earlier.setdefault(report.id, [])
        others = [one for one in known if one.corrects != report.id and content(one) != content(report)]
        if others and report.corrects != report.id:
            clashes.append((others[0], report))
        else:
            known.append(report)
    left = {id(report) for _, report in clashes}
    kept = tuple(report for report in loaded.reports if id(report) not in left)
    return _without(replace(loaded, reports=kept), clashes, path)


def _without(loaded: Loaded, clashes: Iterable[tuple[Report, Report]], path: str) -> Loaded:
    """With rows of another's id set aside."""
    unusable, unread = list(loaded.unusable), list(loaded.unread)
    for earlier, later in clashes:
        clash = another_content(earlier, later)
        number = int(clash.where.removeprefix("row "))
        unusable.append(UnusableRow(row=number, column="", why=f"{clash.problem}; {clash.mend}"))
        unread += _may_be_either(later, f"{clash.where} of {path}", clash.problem) if len(unusable) <= MOST else ()
    return replace(loaded, unusable=tuple(unusable), unread=tuple(unread))


def _may_be_either(report: Report, where: str, why: str) -> tuple[Unread, Unread]:
    """A row of another's id as its newer version, and as a report of its own."""
    own = report.replace(id=f"{report.id} ({where})")
    return Unread(report, where, why, report.reported), Unread(own, where, why, report.reported)


def _refused(path: str, row: UnusableRow) -> UnusableInput:
    problem, _, mend = row.why.partition("; ")
    return UnusableInput(path, problem, mend, f"row {row.row}" + (f", column {row.column}" if row.column else ""))


def _as_far_as_read(table: OwnTable, row: list[str], fault: UnusableRow, label: Label) -> Unread:
    """What can be read of a row that gave no report: no time, or no place, where the fault is in it."""
    spots = zip(table.header, table.columns, strict=True)
    column = next((one for header, one in spots if one is not None and fault.column in (header, one.name)), None)
    if column is None or (column.holds is Holds.WORDS and column.name != "id"):
        return blank_row(table.path, fault.row, fault.why, label)
    cells: Cells = {}
    for raw, one in zip(row, table.columns, strict=True):
        words = raw.strip()
        if one is not None and one is not column and words:
            with contextlib.suppress(BadCell):
                cells[one.name] = words if one.holds is Holds.WORDS else value_of(words, one.holds, table.zone)
    event, reported, place = Interval(), None, ReportPlace()
    with contextlib.suppress(UnusableInput):
        if column.name not in _WHEN and "event_earliest" in cells:
            event, reported, _ = _times(table, fault.row, cells)
    with contextlib.suppress(UnusableInput):
        if column.name not in _WHERE:
            place = _place(table, fault.row, cells)
    where = f"row {fault.row} of {table.path}, column {fault.column}"
    cells.setdefault("id", where)
    report = _of_cells(cells, event, reported or EVER, place, f"{table.path}, row {fault.row}", label)
    return Unread(report, where, fault.why.partition(";")[0], reported)


def _report(table: OwnTable, number: int, row: list[str], label: Label) -> Report:
    cells = read_row(table, number, row)
    event, reported, cells["note"] = _times(table, number, cells)
    act = _beside(cells).act
    if act and act_reported(act) is None and _NAME.fullmatch(act):
        for name in ("actor", "counterpart", "claimant"):
            other = cells.get(name)
            if other and _calls_an_act(other):
                raise refusal(
                    table, number, "act", act, "swap the two back", f" and {name} '{other}': they look swapped"
                )
    place = _place(table, number, cells)
    return _of_cells(cells, event, reported, place, f"{table.path}, row {number}", label)


def _calls_an_act(words: str) -> bool:
    """Whether the head of some words, in front of "of", "by" and the like, is an act, and not a name or people."""
    head = _BEHIND.split(words, maxsplit=1)[0].split()
    is_name = len(head) > 1 and all(word[0].isupper() for word in head)
    return bool(head) and not is_name and act_of(head[-1]) is not None


def _beside(cells: Cells) -> Besides:
    """The act, and who and what its words name besides."""
    return besides(cells.get("act"), _somebody(cells, "actor"), cells.get("object"), _somebody(cells, "claimant"))


def _of_cells(
    cells: Cells, event: Interval, reported: dt.datetime, place: ReportPlace, origin: str, label: Label
) -> Report:
    count: Count = cells.get("count", Count())
    told = _beside(cells)
    act = told.act
    if act and is_denial(act, cells.get("about"), cells.get("object"), cells.get("found_by")):
        act = DENIAL
    return Report.checked(
        id=cells["id"],
        event=event,
        reported=reported,
        place=place,
        act=(act_reported(act) or act) if act else None,
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
        note=cells.get("note"),
        origin=origin,
        audience=label,
    )


def _times(table: OwnTable, number: int, cells: Cells) -> tuple[Interval, dt.datetime, str | None]:
    """When it happened, when that was said, and the note, with what had to be assumed."""
    earliest: dt.date = cells["event_earliest"]
    latest: dt.date = cells.get("event_latest") or earliest
    said: dt.date | None = cells.get("reported")
    assumed: list[str] = []
    first, last = first_instant(earliest, table.zone), last_instant(latest, table.zone)
    if first > last:
        problem = f", after event_latest, {latest}: they look swapped"
        raise refusal(table, number, "event_earliest", str(earliest), "put the earlier one first", problem)
    if said is not None:
        reported = last_instant(said, table.zone)
        if first > reported:
            problem = f", before the event, {earliest}"
            raise refusal(
                table, number, "reported", str(said), "mend the one that is wrong, or swap them back", problem
            )
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


def _place(table: OwnTable, number: int, cells: Cells) -> ReportPlace:
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


def _effort(table: OwnTable, number: int, row: list[str], label: Label) -> Effort:
    cells = read_row(table, number, row)
    earliest, latest = cells["earliest"], cells["latest"]
    if first_instant(earliest, table.zone) > last_instant(latest, table.zone):
        problem = f", after latest, {latest}: they look swapped"
        raise refusal(table, number, "earliest", str(earliest), "put the earlier one first", problem)
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


def _once(reports: Iterable[Report]) -> tuple[tuple[Report, ...], list[tuple[Report, Report]]]:
    """Each report once; and rows of other content under an earlier one's id that don't say that they correct it."""
    clashes: list[tuple[Report, Report]] = []
    kept: dict[str, list[Report]] = {}
    for report in reports:
        earlier = kept.setdefault(report.id, [])
        if any(content(report) == content(known) for known in earlier):
            continue
        if earlier and report.corrects != report.id:
            clashes.append((earlier[0], report))
        else:
            earlier.append(report)
    return tuple(report for versions in kept.values() for report in versions), clashes
