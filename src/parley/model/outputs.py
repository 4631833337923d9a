"""What the commands print with ``--json``: one shape for each verb, published as JSON Schema.

``parley schema NAME`` prints the schema of the output called NAME in :data:`OUTPUTS`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from .actor import Actor
from .bargaining import Assumption, Weighing
from .buffer import Buffer
from .comparison import Comparison
from .criticism import Criticism
from .daily import Daily
from .decision import Decision
from .dividing import Division
from .document import DocumentSummary
from .event import Event, Measure, Meeting
from .framework import Check, Expectation
from .incident import IncidentLife
from .incoming import ReceivedFile, Recoding, SourceCluster
from .issue import Position, PositionChange
from .monitoring import Watch
from .proposal import Proposal
from .rehearsal import Rehearsal
from .releasing import ReleasedPackage
from .review import Review
from .stability import Stability
from .statement import Statement, TimeExpression
from .time import Moment
from .tone import Tone
from .trend import AreaTrend
from .value import Value


class Output(Value):
    """What every output says of itself.

    ``audience`` is for whom it was made. ``head`` is the hash of the last decision in the chain (64
    zeros for none), ``None`` where no process was involved. ``notes`` are sentences for the reader.
    """

    audience: str = "team"
    head: str | None = None
    notes: tuple[str, ...] = ()


class ReadOutput(Output):
    """``left_out`` are the statements that a person rejected, or merged into another one (``reviewed`` says which)."""

    documents: tuple[DocumentSummary, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    left_out: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    criticisms: tuple[Criticism, ...] = ()
    proposals: tuple[Proposal, ...] = ()


class SearchHit(Value):
    """Words found in a document: its id and path, the span, and the line around it."""

    document: str
    path: str
    start: int
    end: int
    exact: str
    line: str


class SearchOutput(Output):
    hits: tuple[SearchHit, ...] = ()


class PositionsOutput(Output):
    """``changes`` are the moves of all cells, the newest last, since the day ``since`` if one is given.

    ``tone`` is between two actors, where it was asked for.
    """

    cells: tuple[Position, ...] = ()
    changes: tuple[PositionChange, ...] = ()
    since: dt.date | None = None
    tone: Tone | None = None


class CheckOutput(Output, Check):
    """``title`` and ``d_day`` are the text's; ``files`` are pictures and calendars that were written of its dates."""

    path: str
    title: str | None = None
    d_day: Moment | None = None
    expectation: Expectation | None = None
    files: tuple[str, ...] = ()


class DiffOutput(Output, Comparison):
    """``paths`` are the two texts compared, the earlier first."""

    paths: tuple[str, str] = ("", "")


class SettleOutput(Output):
    """``text`` is the clean text; ``taken`` the option by label; ``open`` the labels still open in it."""

    text: str
    taken: dict[str, str]
    open: tuple[str, ...] = ()
    path: str | None = None


class Facet(Value):
    """One part of a duty (``act``, ``object``, ``place`` ...): what it is in the text asked about, and there."""

    part: str
    here: str | None = None
    there: str | None = None


class Precedent(Value):
    """A sentence of another agreement that obliges to the like.

    ``likeness`` is the share of the meaning that is alike, 0 to 1; ``alike`` and ``differs`` say in which parts.
    """

    path: str
    title: str | None = None
    provision: str | None
    heading: str | None = None
    start: int
    end: int
    exact: str
    reading: str | None
    likeness: float
    alike: tuple[Facet, ...] = ()
    differs: tuple[Facet, ...] = ()


class PrecedentsOutput(Output):
    """``like`` is what was asked about, ``reading`` how it was understood; ``searched`` are the texts."""

    like: str = ""
    reading: str | None = None
    searched: tuple[str, ...] = ()
    precedents: tuple[Precedent, ...] = ()


class FilesOutput(Output):
    """The files a command wrote."""

    files: tuple[str, ...] = ()


class WeighOutput(Output, Weighing):
    """``files`` are the pictures that were written of it."""

    files: tuple[str, ...] = ()


class ReleasedOutput(Output):
    """What ``weigh`` prints for anybody but the mediator: the packages that were released to them, and nothing else."""

    released: tuple[ReleasedPackage, ...] = ()


class ProposedOutput(Output):
    """What ``weigh --propose`` prints: a first profile of ``party`` (``text``, in TOML), all of it assumed.

    ``path`` is the file it was written to, if one was named.
    """

    party: str
    assumptions: tuple[Assumption, ...]
    text: str
    path: str | None = None


class DivideOutput(Output, Division):
    """What ``weigh --method divide`` prints."""


class StabilityOutput(Output, Stability):
    """What ``weigh --method stability`` prints."""


class WatchOutput(Output, Watch):
    """``received``: the files of reports; ``recoded``: what their sources changed; ``clusters``: what may be one event.

    All three are for whoever keeps the reports; verdicts rest on the reports themselves. ``lives``: what
    followed each incident, and the clocks that it set running. ``areas``: what zones grew by on maps of control.
    ``rehearsal``: what the text would have meant, where one was asked for.
    """

    received: tuple[ReceivedFile, ...] = ()
    recoded: tuple[Recoding, ...] = ()
    clusters: tuple[SourceCluster, ...] = ()
    lives: tuple[IncidentLife, ...] = ()
    rehearsal: Rehearsal | None = None
    buffers: tuple[Buffer, ...] = ()
    areas: tuple[AreaTrend, ...] = ()


class DailyOutput(Output, Daily):
    """``title`` is the process's; ``files`` are those written."""

    title: str
    files: tuple[str, ...] = ()


class TalksOutput(Output):
    meetings: tuple[Meeting, ...] = ()
    agenda: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Step(Value):
    """One step of the demo: the command that does the same, and what came of it in a sentence."""

    command: str
    result: str


class DemoOutput(FilesOutput):
    steps: tuple[Step, ...] = ()


class BriefOutput(FilesOutput):
    """``summary`` is the brief in a few plain lines, as the terminal shows it."""

    summary: tuple[str, ...] = ()


class ReviewOutput(Output, Review):
    pass


class RecordOutput(FilesOutput):
    """``decisions`` counts the entries; ``holds`` is true, for a chain that doesn't hold is an error (exit code 4)."""

    decisions: int
    holds: bool
    entries: tuple[Decision, ...] = ()


OUTPUTS: dict[str, type[Output]] = {
    "brief": BriefOutput,
    "check": CheckOutput,
    "convert": FilesOutput,
    "demo": DemoOutput,
    "diff": DiffOutput,
    "new": FilesOutput,
    "positions": PositionsOutput,
    "precedents": PrecedentsOutput,
    "read": ReadOutput,
    "record": RecordOutput,
    "review": ReviewOutput,
    "search": SearchOutput,
    "settle": SettleOutput,
    "talks": TalksOutput,
    "watch": WatchOutput,
    "watch-daily": DailyOutput,
    "weigh": WeighOutput,
    "weigh-divide": DivideOutput,
    "weigh-propose": ProposedOutput,
    "weigh-released": ReleasedOutput,
    "weigh-stability": StabilityOutput,
}
"""The output of each verb, by the verb's name."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a verb's output; ``KeyError`` for an unknown verb."""
    body = OUTPUTS[name].model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **body}
