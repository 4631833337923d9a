"""What came in: the files of reports, the rows that could not be used, what a source changed, what may be one event."""

from __future__ import annotations

from .audience import TEAM, Label
from .proposal import Joined
from .value import Value


class UnusableRow(Value):
    """A row that gave no report: its number in the file, the column (empty: the whole row), what is wrong, the mend."""

    row: int
    column: str
    why: str


class ReceivedFile(Value):
    """One file of reports or effort, by the sha256 of its bytes, and what it gave.

    ``rows`` is how many it has, ``reports`` and ``effort`` how many it gave, ``unusable`` how many rows gave
    nothing; ``listed`` are the first of these. ``mapping`` is the mapping by which it was read; ``None``: its
    columns are Parley's own.
    """

    path: str
    sha256: str
    mapping: str | None = None
    rows: int = 0
    reports: int = 0
    effort: int = 0
    unusable: int = 0
    listed: tuple[UnusableRow, ...] = ()
    notes: tuple[str, ...] = ()
    audience: Label = TEAM


class Recoding(Value):
    """A row that a source told otherwise later, under the same id: both places, and what differs, by field."""

    id: str
    earlier: str
    later: str
    before: dict[str, str]
    after: dict[str, str]
    audience: Label = TEAM


class CountBy(Value):
    """How many one claimant says; ``None``: undetermined. Counts of two claimants are never summed."""

    claimant: str | None
    count: int | None


class SourceCluster(Value):
    """That reports of several sources may tell of one event. Nothing is joined before a person says so.

    ``id`` follows from the ids of ``reports`` alone. ``why`` says of each report what it shares with the first.
    ``independent`` is the number of claimants who don't share a document; ``counts`` is what each of them counts.
    A decision on it is a ``merge`` or a ``reject`` with ``id`` as subject and ``{"groups": [[report, ...], ...]}``
    as detail: those of one group are one event, those of two groups are not.
    """

    id: str
    reports: tuple[str, ...]
    why: tuple[str, ...]
    independent: int
    counts: tuple[CountBy, ...] = ()
    decided: Joined | None = None
    decided_by: str | None = None
    audience: Label = TEAM
