"""What a person at the desk sees: one statement in its context, what was read in it, and why that is uncertain.

Nothing is told by colour alone: where there is none, the words in the context are marked [who ...],
[says ...] and [what ...]. The screen is never cleared, so that all of it can be scrolled back to and read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parley.briefing.tables import when
from parley.model import (
    ACT_DEFINITIONS,
    DecisionKind,
    Document,
    Proposal,
    Ref,
    ReviewItem,
    Span,
    Statement,
    exact_words,
)
from parley.process import Desk
from parley.text.visible import visible

KEYS = (
    ("a", "accept"),
    ("c", "correct"),
    ("r", "reject"),
    ("m", "merge"),
    ("s", "skip"),
    ("u", "undo"),
    ("b", "back"),
    ("n", "note"),
    ("?", "help"),
    ("q", "quit"),
)
PROPOSAL_KEYS = (
    ("a", "accept"),
    ("k", "keep-apart"),
    ("s", "skip"),
    ("u", "undo"),
    ("b", "back"),
    ("?", "help"),
    ("q", "quit"),
)
HELP = """\
a  accept   What was read is right. On a statement that is decided already: the decision stays.
c  correct  Something of it is wrong: choose what, and say what is right. It stays on the screen; a goes on.
r  reject   It is no statement, or read so wrongly that it should count for nothing.
m  merge    Another statement says the same: choose which; the two count once.
s  skip     Not now; it comes again next time.
u  undo     Take back the decision on this statement, or else your last one. The record keeps both.
b  back     The one before.
n  note     Write a note on it; it decides nothing.
q  quit     Every decision is saved already; next time it goes on from here.
Of proposals: a says that the papers tell of one thing, k that they tell of several.
A correction holds for all who may see the paper: correct by its words, not by what you know from elsewhere."""

_MARKS = {"who": "bold cyan", "says": "italic yellow", "what": "underline"}
_LONGEST = 900
"""Of a longer content the middle is left out, and that is said."""
_DONE = {
    DecisionKind.CONFIRM: "accepted",
    DecisionKind.CORRECT: "corrected",
    DecisionKind.REJECT: "rejected",
    DecisionKind.MERGE: "merged",
}


def show_item(console: Console, desk: Desk, item: ReviewItem, place: str) -> None:
    """One statement: where, in which words, what was read, why it is uncertain, what was decided."""
    statement, document = item.statement, desk.document(item.statement.id)
    _head(console, place, document)
    console.print(Padding(in_context(item, document, not _has_colour(console)), (0, 0, 1, 2)))
    console.print(_fields(rows_of(desk, item)))
    if item.why:
        console.print(Text("uncertain, for:", style="bold"))
        for why in item.why:
            console.print(Padding(Text(visible(f"- {why}")), (0, 0, 0, 2)))
    if statement.reviewed is not None:
        console.print(Text(visible(decided_line(desk, statement)), style="bold green"))
    for standing in desk.decisions_on(statement.id):
        if standing.record.note:
            by, on = standing.entry.by, standing.entry.at.date().isoformat()
            console.print(Text(visible(f"note by {by}, {on}: {standing.record.note}"), style="italic"))


def show_proposal(console: Console, papers: dict[str, Document], proposal: Proposal, place: str) -> None:
    """What several papers seem to tell in common, one telling under the other."""
    console.rule(style="dim", characters="-")
    kind = f"{place} · {proposal.sure}: several papers tell of one {proposal.kind}"
    console.print(Text(visible(kind), style="bold"))
    for number, telling in enumerate(proposal.tellings, 1):
        document = papers[telling.document]
        on = f", {document.published}" if document.published else ""
        console.print(Text(visible(f"{number}. {document.path}{on}")))
        facts = [telling.status.value, when(telling.interval), telling.place or "", _name(telling.told_by)]
        labelled = [facts[0], facts[1], f"at {facts[2]}" if facts[2] else "", f"told by {facts[3]}" if facts[3] else ""]
        console.print(Padding(Text(_flat(exact_words(telling.spans)), style="underline"), (0, 0, 0, 3)))
        console.print(Padding(Text(visible("; ".join(filter(None, labelled)))), (0, 0, 0, 3)))
    for why in proposal.why:
        console.print(Text(visible(f"for: {why}")))
    for each in proposal.differences:
        versions = " or ".join(dict.fromkeys(version.words for version in each.versions))
        console.print(Text(visible(f"against: they differ on {each.about}: {versions}")))


def show_keys(console: Console, keys: Sequence[tuple[str, str]] = KEYS) -> None:
    line = Text()
    for key, does in keys:
        line.append(key, style="bold")
        line.append(f"={does}  ")  # in one word, so that no line breaks within
    console.print(line)


def in_context(item: ReviewItem, document: Document, in_words: bool) -> Text:
    """The words around a statement, with who, says and what marked; by words where there is no colour."""
    statement, context = item.statement, item.context
    marks = [(span, "who") for span in statement.source] + [(span, "says") for span in statement.cue]
    marks += [(span, "what") for span in statement.content]
    line = Text()
    place = context.start
    for start, end, mark in _apart(marks):
        if start < place or end > context.end:
            continue
        line.append(_flat(document.text[place:start]))
        words = _shortened(_flat(document.text[start:end]))
        line.append(f"[{mark} {words}]" if in_words else words, style=_MARKS[mark])
        place = end
    line.append(_flat(document.text[place : context.end]))
    return line


def rows_of(desk: Desk, item: ReviewItem) -> list[tuple[str, str]]:
    """What was read in a statement, as label and value."""
    statement = item.statement
    hedged = f' ("{exact_words(statement.hedges)}")' if statement.hedges else ""
    said = f', in the words "{exact_words(statement.source)}"' if statement.source else ""
    rows = [
        ("who", (_name(statement.speaker, True) or "nobody named") + said),
        ("to", _name(statement.addressee, True) or "nobody named"),
        ("when", when(statement.interval) or "not told"),
        ("does", f"{statement.act}: {ACT_DEFINITIONS[statement.act]}"),
        ("firmness", statement.commitment.value + hedged),
    ]
    rows += [("if", condition.words) for condition in statement.conditions] or [("if", "no condition")]
    rows.append(("about", ", ".join(f"#{issue}" for issue in statement.issues) or "no issue of this process"))
    if statement.within is not None:
        rows.append(("told by", told_by(desk, statement)))
    rows += [
        ("rests on it", f"{cell.party} on #{cell.issue}: {cell.stance} {cell.option or ''}".rstrip())
        for cell in item.positions
    ]
    return rows


def told_by(desk: Desk, statement: Statement) -> str:
    """Who tells it, and in which words, of a statement within another."""
    outer = desk.statement(statement.within) if statement.within else None
    if outer is None:
        return "nobody"
    return f"{_name(outer.speaker) or 'nobody named'}: {short(outer)}"


def short(statement: Statement, width: int = 70) -> str:
    """A statement's words in one short line."""
    words = " ".join(exact_words(statement.content).split())
    return words if len(words) <= width else f"{words[: width - 1].rstrip()}…"


def in_a_line(statement: Statement) -> str:
    """Who says what, in one short line."""
    return f"{_name(statement.speaker) or 'nobody named'}: {short(statement)}"


def decided_line(desk: Desk, statement: Statement) -> str:
    """What stands decided on a statement, in a line."""
    reviewed = statement.reviewed
    assert reviewed is not None
    parts = []
    if reviewed.kind is not DecisionKind.MERGE or reviewed.same_as is not None:
        parts.append(f"{_DONE[reviewed.kind]} by {reviewed.by} on {reviewed.at.date().isoformat()}")
    if reviewed.was:
        parts.append(f"changed: {', '.join(reviewed.was)}")
    if reviewed.same_as is not None:
        parts.append(f'counts with "{short(desk.statement(reviewed.same_as), 50)}"')
    if reviewed.also:
        parts.append(f"counts for {len(reviewed.also)} more that say the same")
    return "decided: " + "; ".join(parts)


def numbered(console: Console, lines: Iterable[str], first: int = 1) -> None:
    for number, line in enumerate(lines, first):
        console.print(Text(visible(f"{number:>3} {line}")))


def _head(console: Console, place: str, document: Document) -> None:
    console.rule(style="dim", characters="-")
    published = f" · {document.published}" if document.published else ""
    console.print(Text(visible(f"{place} · {document.path}{published}"), style="bold"))


def _fields(rows: Sequence[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in rows:
        table.add_row(Text(label), Text(visible(" ".join(value.split()))))
    return table


def _apart(marks: Sequence[tuple[Span, str]]) -> list[tuple[int, int, str]]:
    """The marked places in order, cut so that none overlaps another: who and says stand out of what."""
    found: list[tuple[int, int, str]] = []
    narrow = sorted((span.start, span.end) for span, mark in marks if mark != "what")
    for span, mark in marks:
        start = span.start
        if mark == "what":
            for inner_start, inner_end in narrow:
                if start <= inner_start < span.end:
                    found.append((start, inner_start, mark))
                    start = min(inner_end, span.end)
        found.append((start, span.end, mark))
    return sorted(each for each in found if each[0] < each[1])


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    return f"{words[:half]} … ({len(words) - 2 * half:,} characters left out) … {words[-half:]}"


def _flat(words: str) -> str:
    return visible(re.sub(r"\s+", " ", words))


def _name(ref: Ref | None, with_id: bool = False) -> str:
    if ref is None:
        return ""
    if not with_id:
        return ref.name
    if ref.members:
        return f"{ref.name} ({', '.join(each.id or each.name for each in ref.members)})"
    return f"{ref.name} ({ref.id or (f'of {ref.of}, not named' if ref.of else 'nobody known')})"


def _has_colour(console: Console) -> bool:
    return console.is_terminal and not console.no_color and console.color_system is not None
