"""Reports as they come in: each file by its mapping, what its source changed since, and what people decided of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import numpy as np

from parley.model import (
    Decision,
    DecisionKind,
    Effort,
    Joined,
    Label,
    NotPermitted,
    ReceivedFile,
    Recoding,
    Report,
    ShapeKind,
    SourceCluster,
    UnusableInput,
    UnusableRow,
    WrongUsage,
)
from parley.monitoring import load_shapes
from parley.monitoring.daily import Unnamed
from parley.monitoring.holding.areas import ControlMap, is_map
from parley.monitoring.incoming import Gazetteer, Incoming, Mapping, fill, header_of, load_places, open_table
from parley.monitoring.incoming.clusters import clusters
from parley.monitoring.incoming.opening import in_utf8
from parley.monitoring.incoming.own import LARGE, own_table
from parley.monitoring.incoming.versions import Snapshot, versions
from parley.monitoring.reports import Loaded, apart, read_reports
from parley.monitoring.rows import Unread
from parley.monitoring.table import ReportTable
from parley.monitoring.watching import MANY
from parley.text.listing import counted

from .chain import Choice
from .coarse import sees_cells_alone
from .inputs import read_bytes
from .joining import decisions_seen
from .mappings import BESIDE, load_mapping, named_mapping, recognised, unknown_table
from .names import inside
from .opened import opened

if TYPE_CHECKING:
    from .view import View

PLACES = "annexes/places.csv"
_OWN = frozenset({"parley", "parley-effort"})
_NO_ROWS = "it has a header and no rows"
_LISTED = 200
"""So many unusable rows of a file are listed; the rest is counted."""
_SHOWN = 3
_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_COLUMNS = {
    frozenset({"id", "event_id_cnty", "event_id", "relid"}),
    frozenset({"event_earliest", "event_date", "date_start", "date"}),
}
"""A table of Parley's own columns has one of each, under its own name or another that is understood."""


@dataclass(frozen=True, eq=False)
class Received:
    """The reports and the effort of some files, and what is to be told of them.

    ``rows`` are the reports as values or, where they are many, as a table; ``reports`` makes values of it.
    """

    rows: tuple[Report, ...] | ReportTable
    effort: tuple[Effort, ...]
    files: tuple[ReceivedFile, ...]
    recoded: tuple[Recoding, ...]
    notes: tuple[str, ...]
    maps: tuple[ControlMap, ...] = ()
    unread: tuple[Unread, ...] = ()
    """Rows that gave no report, as far as they can be read."""

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        return tuple(self.rows.reports()) if isinstance(self.rows, ReportTable) else self.rows

    @property
    def labels(self) -> set[Label]:
        """The labels of the reports."""
        beside = {one.report.audience for one in self.unread}
        if isinstance(self.rows, ReportTable):
            return self.rows.labels | beside
        return {one.audience for one in self.rows} | beside


def receive(
    view: View,
    files: Iterable[tuple[Path, str, Label]],
    mapping: Mapping | None = None,
    now: dt.datetime | None = None,
) -> Received:
    """Every file that the view's audience may see: by ``mapping``, by the one beside it, or as its header says.

    A note tells of rows of a time after ``now``.

    Raises :class:`UnusableInput` for a file of which no row can be used, or that no mapping fits for certain.
    """
    own: list[Sequence[Report] | ReportTable] = []
    effort: list[Effort] = []
    told: list[ReceivedFile] = []
    snapshots: list[Snapshot] = []
    maps: list[ControlMap] = []
    unread: list[tuple[Unread, dt.date | None]] = []
    earlier: dict[str, list[Report]] = {}
    tables: list[ReportTable] = []
    known = cache(partial(places_known, view))  # read once, and only where there is a file of reports
    for data, name, label, chosen in _opened(view, files, mapping):
        sha256 = hashlib.sha256(data).hexdigest()
        data = in_utf8(data)
        if chosen is None and _is_control_map(data, name):
            zones = load_shapes(data, name, label)
            maps.append(ControlMap(_without_day(name), _day_named(name), zones))
            told.append(ReceivedFile(path=name, sha256=sha256, audience=label, rows=len(zones), notes=("a map",)))
            continue
        header = () if chosen else header_of(data, name)
        chosen = chosen or recognised(header)
        if (chosen is None or chosen.name in _OWN) and header and _is_own(data, header):
            rows, loaded = _own(data, name, label, view.settings.zone, known(), [*tables, earlier])
            if loaded.reports:
                _taken_from(tables, {one.id for one in loaded.reports}, earlier)
                rows = (loaded := apart(loaded, earlier, name)).reports
            elif isinstance(rows, ReportTable):
                tables.append(rows)
            own.append(rows)
            effort += loaded.effort
            unread += [(one, None) for one in loaded.unread]
            told.append(_told_own(name, sha256, len(rows), loaded, label))
            continue
        if chosen is None:
            raise unknown_table(name, header)
        raw = open_table(data, name, chosen)
        got = fill(raw, chosen, label, zone=view.settings.zone, gazetteer=known(), now=now)
        effort += got.effort
        snapshots.append(Snapshot(got.reports, _retrieved(chosen, name)))
        unread += [(one, snapshots[-1].retrieved) for one in got.unread]
        told.append(_told(name, sha256, chosen, got, label))
    table, recoded = versions(snapshots, view.settings.zone)
    notes = [note for file in told if (note := _note(file))] + _recoded(recoded)
    rows = _together([*own, table], view)
    left = tuple(one for one, day in unread if not _told_since(one, day, snapshots))
    received = Received(rows, tuple(effort), tuple(told), recoded, tuple(notes), tuple(maps), left)
    return _for_outsiders(received, view) if sees_cells_alone(view.audience) else received


def _for_outsiders(got: Received, view: View) -> Received:
    """What was received, with the names in it as they are told to others than the team."""
    unnamed = Unnamed(view.audience, view.shown)
    return replace(
        got,
        rows=unnamed.rows(got.rows),
        effort=unnamed.effort(got.effort),
        recoded=tuple(map(unnamed.recoding, got.recoded)),
        unread=unnamed.unread(got.unread),
    )


def _opened(
    view: View, files: Iterable[tuple[Path, str, Label]], mapping: Mapping | None
) -> Iterator[tuple[bytes, str, Label, Mapping | None]]:
    """What the view's audience may see: bytes, name, label, and the mapping that was named or lies beside the file."""
    for path, name, label in files:
        if view.audience.may_see(label):
            chosen = mapping or _beside(path, name)
            yield from ((data, each, label, chosen) for data, each in opened(path, name))


def _told_since(one: Unread, day: dt.date | None, snapshots: Sequence[Snapshot]) -> bool:
    """Whether a table that was fetched later tells readably what a row said that could not be read."""
    later = (each for each in snapshots if day is not None and each.retrieved is not None and each.retrieved > day)
    return any(one.report.id in each.reports.words["id"].values for each in later)


def _own(
    data: bytes,
    name: str,
    label: Label,
    zone: dt.tzinfo,
    gazetteer: Gazetteer,
    before: Iterable[ReportTable | dict[str, list[Report]]],
) -> tuple[Sequence[Report] | ReportTable, Loaded]:
    """The reports of a table of Parley's own columns, a large one as a table where that is the same, and what else it
    gave. One that has an id of a file ``before`` is read row by row: each may be that report, or another.
    """
    mapping = named_mapping("parley") if len(data) >= LARGE and not gazetteer else None
    if mapping is not None and (table := own_table(data, name, mapping, label, zone)) is not None:
        others = [one.words["id"].values if isinstance(one, ReportTable) else one for one in before if len(one)]
        if not others or all(map(set(table.words["id"].values).isdisjoint, others)):
            return table, Loaded()
    loaded = read_reports(data, name, label, zone=zone)
    if gazetteer:
        loaded = replace(
            loaded, reports=tuple(one.replace(place=gazetteer.placed(one.place)) for one in loaded.reports)
        )
    return loaded.reports, loaded


def _taken_from(tables: Iterable[ReportTable], ids: set[str], earlier: dict[str, list[Report]]) -> None:
    """Add to the ``earlier`` reports those of tables whose ids a file repeats."""
    for table in tables:
        for report in table.values(np.flatnonzero(table.words["id"].among(ids))):
            same = earlier.setdefault(report.id, [])
            if report not in same:
                same.append(report)


def _together(pieces: Sequence[Sequence[Report] | ReportTable], view: View) -> tuple[Report, ...] | ReportTable:
    """All reports, as a table if they are many and no person joined any of them."""
    zone = view.settings.zone
    if sum(map(len, pieces)) >= MANY and not _decisions(view):
        return ReportTable.joined([_as_table(piece, zone) for piece in pieces if len(piece)], zone)
    reports: list[Report] = []
    for piece in pieces:
        reports += piece.reports() if isinstance(piece, ReportTable) else piece
    return tuple(_joined(reports, view))


def _as_table(piece: Sequence[Report] | ReportTable, zone: dt.tzinfo) -> ReportTable:
    return piece if isinstance(piece, ReportTable) else ReportTable.of(piece, zone)


def _beside(path: Path, name: str) -> Mapping | None:
    """The mapping of one file, from ``NAME.csv.mapping.toml`` or ``NAME.mapping.toml`` beside it."""
    for other in (path.name + BESIDE, path.stem + BESIDE):
        beside = path.with_name(other)
        if beside.is_file() and not beside.is_symlink():
            shown = str(PurePath(name).with_name(other).as_posix())
            return load_mapping(read_bytes(beside, shown), shown)
    return None


def _is_control_map(data: bytes, name: str) -> bool:
    """Whether GeoJSON draws areas alone, of which no properties tell reports."""
    if PurePath(name).suffix.casefold() != ".geojson" or not is_map(data):
        return False
    try:
        return recognised(header_of(data, name)) is None
    except UnusableInput:
        return True


def _is_own(data: bytes, header: Sequence[str]) -> bool:
    """Whether a table of cells has Parley's own columns: it is read to the last row, or refused."""
    names = {name.casefold() for name in header}
    is_text = data[:4] not in (b"PK\x03\x04", b"PAR1") and data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] not in b"{["
    return is_text and (all(names & known for known in _COLUMNS) or ("means" in names and "id" not in names))


def _retrieved(mapping: Mapping, name: str) -> dt.date | None:
    if isinstance(mapping.retrieved, dt.date):
        return mapping.retrieved
    if mapping.retrieved is None:
        return None
    return _day_named(name)


def _day_named(name: str) -> dt.date:
    day = _DAY.search(Path(name).name)
    if day is None:
        raise UnusableInput(name, "its name has no day in it", "call it as in x-2031-03-06.csv")
    try:
        return dt.date(int(day[1]), int(day[2]), int(day[3]))
    except ValueError as error:
        raise UnusableInput(name, "the day in its name is none", "call it as in x-2031-03-06.csv") from error


def _without_day(name: str) -> str:
    """A file's name without its day: what one source calls all its maps."""
    stem = PurePath(name).stem
    return _DAY.sub("", stem).strip(" _-.") or stem


def places_known(view: View) -> Gazetteer:
    """The places of ``annexes/places.csv``, and the names of the annexes' zones and lines, as far as they are seen."""
    label = view.label_of(PLACES)
    path = inside(view.root, PLACES, PLACES)
    shapes = [shape.name for shape in view.drawn if shape.kind is not ShapeKind.BORDER]
    if not path.is_file() or not view.audience.may_see(label):
        return Gazetteer((), shapes)
    return Gazetteer(load_places(read_bytes(path, PLACES), PLACES), shapes)


def _told(name: str, sha256: str, mapping: Mapping, got: Incoming, label: Label) -> ReceivedFile:
    return ReceivedFile(
        path=name,
        sha256=sha256,
        mapping=mapping.name,
        rows=got.rows,
        reports=len(got.reports),
        effort=len(got.effort),
        unusable=len(got.unusable),
        listed=tuple(UnusableRow(row=one.row, column=one.column, why=one.why) for one in got.unusable[:_LISTED]),
        notes=got.notes,
        audience=label,
    )


def _told_own(name: str, sha256: str, reports: int, loaded: Loaded, label: Label) -> ReceivedFile:
    rows = reports + len(loaded.effort) + len(loaded.unusable)
    return ReceivedFile(
        path=name,
        sha256=sha256,
        rows=rows,
        reports=reports,
        effort=len(loaded.effort),
        unusable=len(loaded.unusable),
        listed=loaded.unusable[:_LISTED],
        notes=() if rows else (_NO_ROWS,),
        audience=label,
    )


def _note(file: ReceivedFile) -> str:
    """One sentence on a file that a mapping was needed for, or that has rows which can't be used, or none."""
    of_effort = counted(file.effort, "row of effort", "rows of effort")
    gave = counted(file.reports, "report") if file.reports or not file.effort else of_effort
    rows = counted(file.rows, "row")
    if file.mapping is not None:
        said = [f"{file.path}: by the mapping {file.mapping} its {rows} gave {gave}"]
    elif file.unusable:
        said = [f"{file.path}: its {rows} gave {gave}"]
    else:
        return f"{file.path}: {_NO_ROWS}." if _NO_ROWS in file.notes else ""
    if file.unusable:
        shown = [f"row {row.row}{f', column {row.column}' if row.column else ''}: {row.why}" for row in file.listed]
        more = f" (and {file.unusable - _SHOWN:,} more)" if file.unusable > _SHOWN else ""
        said.append(f"{file.unusable:,} of them can't be used: " + " | ".join(shown[:_SHOWN]) + more)
    return "; ".join([*said, *file.notes]) + "."


def _recoded(recoded: Sequence[Recoding]) -> list[str]:
    """What sources changed under the same id, the first few in full."""
    notes = []
    for one in recoded[:_SHOWN]:
        changes = [f"{name} was '{one.before[name]}' and is '{one.after[name]}'" for name in one.before]
        notes.append(f"{one.id} was told otherwise before ({one.earlier}; now {one.later}): {', '.join(changes)}.")
    if len(recoded) > _SHOWN:
        notes.append(f"{len(recoded) - _SHOWN:,} more reports were told otherwise before; see recoded in --json.")
    return notes


# -- one event, told by several sources ------------------------------------------------------------------


def clusters_of(view: View, reports: Sequence[Report]) -> tuple[SourceCluster, ...]:
    """What may be one event, with what people decided of it."""
    decided = {
        entry.subject: (Joined.ONE if entry.kind is DecisionKind.MERGE else Joined.APART, entry.by)
        for entry in _decisions(view)
    }
    return clusters(reports, view.settings.zone, decided)


def cluster_choice(
    cluster: SourceCluster, groups: Sequence[Sequence[str]] | None, by: str, reason: str
) -> tuple[Choice, str | None]:
    """The decision that the reports of each group are one event and those of two groups are not, and whose caucus's."""
    wanted = [list(group) for group in groups if group] if groups is not None else [list(cluster.reports)]
    if sorted(id for group in wanted for id in group) != sorted(cluster.reports):
        raise WrongUsage(f"The groups for {cluster.id} don't hold each of its reports once; take them from its list.")
    parties = {part for part in cluster.audience.parts if part.startswith("party:")}
    if len(parties) > 1:
        raise NotPermitted(
            f"{cluster.id} rests on reports of the caucuses of two parties, and no chain of decisions may name both; "
            "leave it open."
        )
    kind = DecisionKind.MERGE if any(len(group) > 1 for group in wanted) else DecisionKind.REJECT
    caucus = next(iter(parties)).removeprefix("party:") if parties else None
    return Choice(kind, cluster.id, by, reason, {"reports": wanted}), caucus


def _decisions(view: View) -> list[Decision]:
    """The decisions on clusters that nobody took back."""
    entries = decisions_seen(view)
    revoked = {entry.subject for entry in entries if entry.kind is DecisionKind.REVOKE}
    kinds = (DecisionKind.MERGE, DecisionKind.REJECT)
    return [one for one in entries if one.kind in kinds and "reports" in one.detail and one.hash not in revoked]


def _joined(reports: list[Report], view: View) -> list[Report]:
    """Where a person decided that reports tell of one event, the later ones are about the first."""
    first: dict[str, str] = {}
    for entry in _decisions(view):
        for group in entry.detail["reports"]:
            first |= dict.fromkeys(group[1:], group[0]) if isinstance(group, list) else {}
    if not first:
        return reports
    there = {one.id for one in reports}
    return [
        one.replace(about=first[one.id]) if one.about is None and first.get(one.id) in there else one for one in reports
    ]
