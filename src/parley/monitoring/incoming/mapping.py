"""What a mapping file says: how the rows of somebody else's table become reports, or effort.

The words of the file are those of ``docs/reference/mappings.md``; :mod:`parley.process.mappings` reads it.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field

from parley.model import Moment


class Target(enum.StrEnum):
    """What the rows become."""

    REPORTS = "reports"
    EFFORT = "effort"


REPORT_FIELDS = frozenset(
    {
        "id", "event", "event_earliest", "event_latest", "margin_days", "period_hours", "reported",
        "act", "object", "count", "qualifier", "tally", "actor", "counterpart", "claimant",
        "latitude", "longitude", "point", "mgrs", "observer", "bearing", "range", "radius_m", "place", "region",
        "about", "corrects", "life", "found_by", "document", "note",
    }
)  # fmt: skip
EFFORT_FIELDS = frozenset({"by", "means", "place", "earliest", "latest", "hours", "share", "acts"})


@dataclass(frozen=True)
class Source:
    """Where the content of one field comes from: columns, or a constant, or flags; and how it is written.

    ``columns`` are joined with ``join``, a blank as a rule; with ``first`` the first that is filled counts. ``flags``
    are columns of yes and no, each with what the field is where its cell says yes. ``table`` translates what cells
    say (its keys folded); ``""`` there says that it is not known. ``formats`` are those of :func:`datetime.strptime`,
    and "epoch", "epoch-ms", "excel"; with ``days`` the column holds days, and a clock at midnight behind one says
    nothing; with ``day_before`` ("19:30") a day such as 2031-03-06 stands for that hour of the one before. ``pad``
    fills a column's digits with noughts to so many. The field is said only of rows whose cells of ``only`` hold one of
    these words (folded), and not of those whose cells of ``but`` do; of the others it is what ``otherwise`` says.
    """

    columns: tuple[str, ...] = ()
    constant: str | None = None
    first: bool = False
    join: str = " "
    flags: tuple[tuple[str, str], ...] = ()
    table: MappingOf[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    days: bool = False
    day_before: str | None = None
    zone: dt.tzinfo | None = None
    pad: MappingOf[str, int] = field(default_factory=dict)
    unit: str | None = None
    only: MappingOf[str, frozenset[str]] = field(default_factory=dict)
    but: MappingOf[str, frozenset[str]] = field(default_factory=dict)
    otherwise: Source | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every column that is asked for."""
        asked = (*self.columns, *(name for name, _ in self.flags), *self.only, *self.but)
        return asked if self.otherwise is None else tuple(dict.fromkeys((*asked, *self.otherwise.names)))


@dataclass(frozen=True)
class Part:
    """One of several reports that a row gives: its name, added to the id, and the fields that differ.

    ``blank`` is what an empty count says: ``"undetermined"`` (a report without a count) or ``"nothing"`` (none).
    """

    name: str
    fields: MappingOf[str, Source]
    blank: str = "undetermined"


@dataclass(frozen=True)
class Mapping:
    """How one kind of table is read. ``header`` are the columns by which it is recognised for certain."""

    name: str
    title: str
    fields: MappingOf[str, Source]
    target: Target = Target.REPORTS
    header: tuple[str, ...] = ()
    codebook: str | None = None
    parts: tuple[Part, ...] = ()
    id_prefix: str = ""
    zone: dt.tzinfo | None = None
    decimal: str = "."
    undetermined: frozenset[str] = frozenset()
    no_point: frozenset[str] = frozenset()
    """What ``radius_m`` says where the point stands for no place at all."""
    radius_from_decimals: bool = False
    bearing_error: float = 5.0
    """Degrees by which a bearing that somebody read off may be wrong, where the form does not say."""
    range_error: float = 0.1
    """The share of a distance by which an estimate may be wrong, likewise."""
    retrieved: Moment | str | None = None
    """When the table was fetched; ``"name"``: the day stands in the file's name."""
    records: str | None = None
    sheet: str | None = None
    header_row: int = 1
    notes: tuple[str, ...] = ()
    """Columns that are joined to the note, with their names."""

    @property
    def columns(self) -> frozenset[str]:
        """Every column that the mapping makes use of."""
        used = list(self.fields.values())
        used += [source for part in self.parts for source in part.fields.values()]
        return frozenset(name for source in used for name in source.names) | set(self.notes)


@dataclass(frozen=True)
class Unusable:
    """A row that gave no report: its number in the file, the column, and what to do, as an end of a sentence."""

    row: int
    column: str
    why: str

    def __str__(self) -> str:
        where = f"row {self.row}, column {self.column}" if self.column else f"row {self.row}"
        return f"{where}: {self.why}"
