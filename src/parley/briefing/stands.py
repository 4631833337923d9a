"""Positions for a terminal: where all stand, what moved, what contradicts, and the tone between two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from parley.model import Position, PositionsOutput, Stance, Tone
from parley.text.visible import visible

from .tables import add, named, table, when

_BOLD = "bold"


def stands(output: PositionsOutput, changes: bool) -> Iterator[Table | Text]:
    """The tone where it was asked for, else what moved, or else where all stand; and every contradiction."""
    if output.tone is not None:
        yield from _tone(output.tone)
        return
    yield from _changes(output) if changes else _cells(output.cells)
    for cell in output.cells:
        for found in cell.contradictions:
            stances = " and ".join(stance.value for stance in found.stances)
            at = f" at one time ({when(found.date)})" if found.date else ", without dates"
            words = f"{cell.party} {stances} {cell.option or cell.issue} on {cell.issue}{at}: "
            yield Text(visible(words + ", ".join(found.statements)), style="yellow")


def _cells(cells: Iterable[Position]) -> Iterator[Table]:
    by_issue: dict[str, list[Position]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.issue, cell.party)):
        by_issue.setdefault(cell.issue, []).append(cell)
    for issue, its_cells in by_issue.items():
        rows = table(f"Positions on {issue}", "party", "option", "stance", "since", "statements")
        for cell in its_cells:
            row = (cell.party, cell.option or "(none named)", _stance(cell), when(cell.since))
            add(rows, (*row, _statements(cell)))
        yield rows
    if not by_issue:
        yield table("Positions")


def _stance(cell: Position) -> str:
    if cell.second_hand:
        nobody_named = any(voice.unattributed and not voice.hearsay for voice in cell.voices)
        return f"{cell.stance.value}, {'somebody unnamed says' if nobody_named else 'others say'}"
    if _is_disputed(cell):
        return "contradictory"
    moved = f" (was {cell.history[-1].from_.value})" if cell.history and cell.history[-1].from_ else ""
    own = [voice for voice in cell.voices if not (voice.hearsay or voice.unattributed)]
    later = ", later unclear" if own and cell.stance is not own[-1].stance is Stance.UNCLEAR else ""
    return cell.stance.value + moved + later


def _statements(cell: Position) -> str:
    """How many, and how many of them are not the party's own words."""
    others = len({voice.statement for voice in cell.voices if voice.hearsay or voice.unattributed})
    return str(len(cell.statements)) + (f" ({others} not its own)" if others and not cell.second_hand else "")


def _is_disputed(cell: Position) -> bool:
    """Whether the newest of what the party said is a contradiction: then no move led to the present stance."""
    return bool(cell.contradictions) and cell.stance is Stance.UNCLEAR


def _changes(output: PositionsOutput) -> Iterator[Table]:
    since = f" since {output.since}" if output.since else ""
    issues = sorted({change.issue for change in output.changes})
    for issue in issues:
        rows = table(f"What moved on {issue}{since}", "said", "party", "option", "moved", "by")
        for change in output.changes:
            if change.issue == issue:
                by = "; ".join((named(change.speaker), *change.doubts))
                moved = (
                    f"{change.from_.value} → {change.to.value}" if change.from_ else f"first heard: {change.to.value}"
                )
                add(rows, (when(change.date), change.party, change.option or "(none named)", moved, by))
        yield rows
    if not issues:
        yield table(f"What moved{since}")


def _tone(tone: Tone) -> Iterator[Table | Text]:
    yield Text(visible(f"{tone.actor.name} towards {tone.recipient.name}"), style=_BOLD)
    rows = table(f"By {tone.every.value}", tone.every.value, "status", "events", "mean", "from", "to", "in words")
    for period in tone.periods:
        numbers = (str(period.number), f"{period.mean:+.1f}", f"{period.lowest:+.1f}", f"{period.highest:+.1f}")
        add(rows, (period.period, period.status.value, *numbers, period.tone or "too few to say"))
    yield rows
    for period in tone.periods:
        for event in period.events:
            paper = ", day of the paper" if event.by_paper else ""
            words = f"{period.period}  {event.value:+.1f}  {event.cameo}  {event.event}  “{event.words}”{paper}"
            yield Text(visible(words))
    if not tone.periods:
        yield Text(f"No event between the two counts in any {tone.every.value}.")
    if tone.criticisms:
        rows = table("Criticism, which counts in no number", "when", "by", "of", "in which sentence", "doubts")
        for each in tone.criticisms:
            told = (
                f"{when(each.interval) or 'undated'}{', day of the paper' if each.by_paper and each.interval else ''}"
            )
            add(rows, (told, each.speaker.name, each.target.name, each.sentence, " ".join(each.doubts)))
        yield rows
    yield from (Text(visible(line), style="dim") for line in _caveats(tone))


def _caveats(tone: Tone) -> Iterator[str]:
    yield f"Scale: {tone.scale}."
    for ids, why in (
        (tone.unvalued, "have a code without a value"),
        (tone.undated, "fit in no one period"),
        (tone.unreal, "are hypothetical or denied"),
    ):
        if ids:
            yield f"Not counted, for they {why}: {', '.join(ids)}."
    repeats = sum(period.may_repeat for period in tone.periods)
    if repeats:
        yield f"{repeats} of these may be further tellings of one event: the numbers may count it several times."
