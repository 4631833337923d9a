"""What a person sees on a terminal: tables of each output, plain text where it is not a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from parley.model import (
    BriefOutput,
    CheckOutput,
    Commitment,
    Condition,
    DemoOutput,
    DiffOutput,
    DivideOutput,
    FilesOutput,
    Output,
    PositionsOutput,
    PrecedentsOutput,
    Proposal,
    ProposedOutput,
    ReadOutput,
    RecordOutput,
    ReleasedOutput,
    ReviewOutput,
    SearchOutput,
    SettleOutput,
    StabilityOutput,
    WatchOutput,
    WeighOutput,
    exact_words,
)
from parley.text.listing import counted
from parley.text.visible import visible, visible_name

from .dates import dates
from .differences import differences
from .findings import findings
from .method_tables import division, proposed, released, stability
from .precedents import precedents
from .rehearsal_tables import asked, rehearsed, suspended
from .review_tables import precision_tables, review_tables
from .stands import stands
from .tables import add as _add
from .tables import moment as _moment
from .tables import named as _name
from .tables import table as _table
from .tables import when
from .trend_tables import area_table, trend_table
from .verdict_tables import revision_tables, verdict_table
from .weighing_tables import weighed

Cells = tuple[str, ...]


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """The reader went away (`| head`): said to the caller, where rich would end with exit code 1."""
        raise BrokenPipeError


def console() -> Console:
    """Standard output, for people."""
    return _Console(highlight=False, soft_wrap=False)


def show(output: Output, **options: Any) -> None:
    """Print an output for people on standard output; colour only on a terminal.

    A clean text goes there to the letter, so that it can be kept in a file, and what is said of it to
    standard error.
    """
    console = _Console(highlight=False, soft_wrap=False)
    if isinstance(output, SettleOutput) and output.path is None:
        console.file.write(visible(output.text) if console.is_terminal else output.text)
        console = _Console(highlight=False, soft_wrap=False, stderr=True)
    for part in _parts(output, **options):
        if isinstance(part, Table) and not part.row_count:
            console.print(f"{part.title}: none", markup=False)
            continue
        if isinstance(part, Table) and part.title:
            console.print(part.title)  # above the table, which would break it to its own width
            part.title = None
        console.print(part)
    for note in output.notes:
        console.print(Text(visible(note), style="dim"))


@singledispatch
def _parts(output: Output, **_options: Any) -> Iterable[Table | Text]:
    raise TypeError(f"no way to show {type(output).__name__}")


def _hangs_on(condition: Condition) -> str:
    """A condition with its state, and who says so."""
    by = f" by {_name(condition.said_by)}" if condition.said_by else ""
    return f"{condition.words} ({condition.state}{by})" if condition.state else condition.words


def _proposals(proposals: Iterable[Proposal], paths: Mapping[str, str]) -> Table:
    """What several papers seem to tell in common: one row for each telling, what is proposed beside the first."""
    table = _table("Told by several papers", "as one", "paper", "says", "why, and differences")
    for proposal in proposals:
        decided = proposal.decided
        state = f"decided: {decided}, by {proposal.decided_by}" if decided else f"{proposal.sure}, open"
        differ = [
            f"differ on {each.about}: {' or '.join(dict.fromkeys(version.words for version in each.versions))}"
            for each in proposal.differences
        ]
        first = f"{proposal.kind} {proposal.id}: {state}", "; ".join([*proposal.why, *differ])
        for telling in proposal.tellings:
            says = f"{telling.status.value}: {exact_words(telling.spans)}"
            _add(table, (first[0], paths.get(telling.document, ""), says, first[1]))
            first = "", ""
    return table


@_parts.register
def _(output: ReadOutput, **_options: Any) -> Iterable[Table | Text]:
    paths = {document.id: document.path for document in output.documents}
    told_by = {each.id: _name(each.speaker) for each in (*output.statements, *output.left_out)}
    for document in output.documents:
        yield Text(
            f"{visible_name(document.path)}: {counted(document.text_length, 'character')}",
            style="bold",
        )
        for note in (each for each in document.notes if f"{document.path}: {each}" not in output.notes):
            yield Text(visible(f"  {note}"), style="dim")
    table = _table("Statements", "who", "does what", "in which words")
    for statement in output.statements:
        to = f" to {statement.addressee.name}" if statement.addressee else ""
        teller = told_by.get(statement.within or "", "")
        told = f" (as told by {teller})" if teller else ""
        firm = "" if statement.commitment is Commitment.ASSERTED else f", {statement.commitment.value}"
        who = (_name(statement.speaker) or "not named") + to + told
        _add(table, (who, f"{statement.act.value}{firm}", exact_words(statement.content)))
    yield table
    if output.criticisms:
        doubted = any(each.doubts for each in output.criticisms)
        table = _table("Criticism", "by", "of", "in which sentence", *(["doubts"] if doubted else []))
        for each in output.criticisms:
            by = (_name(each.speaker) or "not named") if each.statement else "the paper itself"
            _add(table, (by, _name(each.target), each.sentence.exact, *([" ".join(each.doubts)] if doubted else [])))
        yield table
    if output.meetings:
        table = _table("Meetings", "status", "parties", "where", "when", "called by", "delegates", "about")
        for meeting in output.meetings:
            cells: Cells = (
                meeting.status.value,
                ", ".join(_name(party) for party in meeting.parties),
                meeting.venue or "",
                when(meeting.window),
                _name(meeting.convenor),
                ", ".join(_name(delegate) for delegate in meeting.delegates),
                "; ".join(meeting.agenda),
            )
            _add(table, cells)
        yield table
    if output.measures:
        table = _table("Measures", "by", "towards", "what", "status", "since", "until", "hangs on")
        for measure in output.measures:
            cells = (
                _name(measure.by),
                _name(measure.towards),
                "; ".join(measure.what) + (f" (except {'; '.join(measure.exempt)})" if measure.exempt else ""),
                measure.status.value + (f", to be {measure.announced.value}" if measure.announced else ""),
                when(measure.since),
                when(measure.until),
                "; ".join(map(_hangs_on, measure.conditions)),
            )
            _add(table, cells)
        yield table
    if output.proposals:
        yield _proposals(output.proposals, paths)
    if output.events:
        table = _table("Events", "status", "type", "who", "to whom", "when", "in the text")
        for event in output.events:
            cells = (
                event.status.value,
                f"{event.type.value} {event.cameo or ''}".strip(),
                _name(event.actor),
                _name(event.recipient),
                when(event.interval),
                exact_words(event.spans),
            )
            _add(table, cells)
        yield table
    if output.times:
        table = _table("Times", "words", "value", "from", "to", "counted from", *(["paper"] if len(paths) > 1 else []))
        for time in output.times:
            cells = (
                time.span.exact,
                time.timex or "",
                _moment(time.earliest) or "no date",
                _moment(time.latest),
                time.anchor or "",
                *([paths.get(time.span.document or "", "")] if len(paths) > 1 else []),
            )
            _add(table, cells)
        yield table


@_parts.register
def _(output: ReviewOutput, *, report: bool = False, **_options: Any) -> Iterable[Table | Text]:
    if report:
        yield from precision_tables(output.precision)
        return
    yield from review_tables(output)
    if output.proposals:
        yield _proposals(output.proposals, {})


@_parts.register
def _(output: SearchOutput, **_options: Any) -> Iterable[Table | Text]:
    if not output.hits:
        yield Text("Nothing found.")
        return
    table = _table(f"{len(output.hits)} found", "paper", "at", "line")
    for hit in output.hits:
        _add(table, (visible_name(hit.path), str(hit.start), hit.line))
    yield table


@_parts.register
def _(output: PositionsOutput, *, changes: bool = False, **_options: Any) -> Iterable[Table | Text]:
    yield from stands(output, changes)


@_parts.register
def _(output: CheckOutput, *, explain: bool = False, timeline: bool = False, **_options: Any) -> Iterable[Table | Text]:
    yield from findings(output)
    if explain:
        from parley.framework import nearest_form  # only this view reads the language again

        table = _table("What was understood", "where", "the sentence", "said back")
        for sentence in output.sentences:
            if sentence.operative:
                said = sentence.reading or f"(not read; kept as it stands: {nearest_form(sentence.exact)})"
                _add(table, (sentence.provision or "", sentence.exact, said))
        yield table
    if timeline:
        yield dates(output)
    for path in output.files:
        yield Text(visible(f"→ {path}"))


@_parts.register
def _(output: DiffOutput, **_options: Any) -> Iterable[Table | Text]:
    yield from differences(output)


@_parts.register
def _(output: PrecedentsOutput, **_options: Any) -> Iterable[Table | Text]:
    yield from precedents(output)


@_parts.register
def _(output: SettleOutput, **_options: Any) -> Iterable[Table | Text]:
    if output.path is not None:
        yield Text(visible(f"The clean text is in {output.path}."))
    if output.open:
        yield Text(visible(f"Still open: {', '.join(output.open)}."), style="bold")


_parts.register(WeighOutput)(weighed)
_parts.register(DivideOutput)(division)
_parts.register(ProposedOutput)(proposed)
_parts.register(StabilityOutput)(stability)
_parts.register(ReleasedOutput)(released)


@_parts.register
def _(output: WatchOutput, **_options: Any) -> Iterable[Table | Text]:
    if output.rehearsal is not None:
        yield from rehearsed(output.rehearsal)
    yield verdict_table(f"Verdicts as of {_moment(output.as_of)}", output.verdicts)
    yield from revision_tables(output.revisions)
    if output.coverage:
        table = _table("What was watched", "where", "place", "days watched", "by")
        for row in output.coverage:
            cells = (row.provision or "", row.place, f"{row.days_watched} of {row.days}", ", ".join(row.by))
            _add(table, cells)
        yield table
    if output.trends:
        yield trend_table(output.trends)
    if output.areas:
        yield area_table(output.areas)
    yield from suspended(output.suspensions)
    yield from asked(output.buffers)
    followed = [life for life in output.lives if life.steps]
    if followed:
        table = _table("Incidents and what followed", "incident", "stands", "steps", "clocks")
        for life in followed:
            stands = life.life.value + (f" by {', '.join(life.found_by)}" if life.found_by else "")
            steps = [f"{step.stage.value} by {step.by or 'nobody named'} ({_moment(step.told)})" for step in life.steps]
            clocks = [f"{clock.provision or clock.obligation}: {clock.verdict.value}" for clock in life.clocks]
            _add(table, (life.incident, stands, "; ".join(steps), "; ".join(clocks)))
        yield table
    if output.clusters:
        table = _table("What may be one event", "id", "reports", "sources", "why")
        for one in output.clusters:
            state = one.decided.value if one.decided else "open"
            cells = (f"{one.id} ({state})", ", ".join(one.reports), str(one.independent), "; ".join(one.why))
            _add(table, cells)
        yield table


@_parts.register
def _(output: RecordOutput, **_options: Any) -> Iterable[Table | Text]:
    yield Text(f"The chain holds: {output.decisions} decisions, head {output.head}.")


@_parts.register
def _(output: BriefOutput, **_options: Any) -> Iterable[Table | Text]:
    yield from (Text(visible(line)) for line in output.summary)
    yield from _files(output)


@_parts.register
def _(output: DemoOutput, **_options: Any) -> Iterable[Table | Text]:
    for step in output.steps:
        yield Text(visible(f"$ {step.command}"), style="bold")
        yield Text(visible(f"  {step.result}"))
    yield from _files(output)


@_parts.register
def _files(output: FilesOutput, **_options: Any) -> Iterable[Table | Text]:
    for path in output.files:
        yield Text(visible(f"→ {path}"))
