"""Findings for people: the heaviest first, what is absent by chapter, what was accepted apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from parley.model import CheckOutput, Expected, Finding, FindingKind, Modality, Severity
from parley.text.listing import counted
from parley.text.visible import visible

from .tables import add
from .tables import table as titled

CHAPTERS = {
    "A": "Parties and authority",
    "B": "Words and definitions",
    "C": "Scope: what stops, where, when",
    "D": "Lines, zones, withdrawal",
    "E": "Sequence, deadlines, conditions",
    "F": "Humanitarian matters",
    "G": "Monitoring and verification",
    "H": "Breach, disputes, enforcement",
    "I": "Political and economic links",
    "J": "Putting into effect",
    "K": "Life of the text",
    "L": "Drafting",
}
"""The chapters of the checklist, by the first letter of their codes."""

_GROUPS = (
    (Severity.BLOCKER, "Blockers: it can't be carried out or judged as it stands"),
    (Severity.SERIOUS, "Serious: this is where cease-fires break"),
    (Severity.MINOR, "Minor: good practice"),
)
_QUOTED = 160
"""So many letters of the words are quoted."""


def findings(output: CheckOutput) -> Iterator[Table | Text]:
    """The overview, and a part for each group that has anything."""
    yield overview(output)
    still_open = [finding for finding in output.findings if finding.accepted is None]
    defects = [finding for finding in still_open if finding.kind is FindingKind.DEFECT]
    for severity, heading in _GROUPS:
        found = [finding for finding in defects if finding.severity is severity]
        if found:
            yield _heading(heading)
            yield _told(found)
    absent = [finding for finding in still_open if finding.kind is FindingKind.ABSENT]
    if absent:
        yield _heading("Not said anywhere in the text, by chapter (\u25cf blocker)")
        yield from _by_chapter(absent)
    notes = [finding for finding in still_open if finding.kind is FindingKind.NOTE]
    if notes:
        yield _heading("Notes: worth knowing, never wrong")
        yield _told(notes, fix_once=True)
    if any(finding.code == "L9.uneven" for finding in notes):
        yield duties(output)
    accepted = [finding for finding in output.findings if finding.accepted is not None]
    if accepted:
        yield _heading("Accepted; each comes back when the words there change")
        yield _told(accepted)
    yield from _expectation(output)


def overview(output: CheckOutput) -> Text:
    """How much was read, for what the text was taken, and how many findings there are."""
    understood = output.understood
    lines = [f"{output.path}: {understood.read} of {understood.operative} operative sentences read"]
    if output.profile is not None:
        lines.append(f"Taken for: {output.profile.name} ({output.profile.why}); --as PROFILE asks for another.")
    counts = _counts(output.findings)
    lines.append(f"{counts}." if counts else "Nothing found.")
    text = Text(visible(lines[0]), "bold")
    for line in lines[1:]:
        text.append(f"\n{visible(line)}", "not bold")
    return text


def duties(output: CheckOutput) -> Table:
    """Who must do what, by provision: shown, never scored."""
    rows: dict[str, dict[Modality, dict[str, None]]] = {}
    for sentence in output.sentences:
        for each in sentence.obligations:
            for bearer in each.bearer.value if each.bearer and each.modality else ():
                kinds = rows.setdefault(bearer, {})
                if each.modality:
                    kinds.setdefault(each.modality.value, {})[each.provision or "whole text"] = None
    made = titled("Who must do what, by provision", "who", "must", "must not", "may")
    for bearer, kinds in rows.items():
        add(made, (bearer, *(", ".join(kinds.get(kind, {})) for kind in Modality)))
    return made


def _counts(found: Iterable[Finding]) -> str:
    """``3 blockers, 2 serious, 4 not said (1 blocker), 1 note, 1 accepted``."""
    of: dict[str, int] = {}
    unsaid = 0
    for finding in found:
        if finding.accepted is not None:
            name = "accepted"
        elif finding.kind is FindingKind.ABSENT:
            name = "not said"
            unsaid += finding.severity is Severity.BLOCKER
        else:
            name = "note" if finding.kind is FindingKind.NOTE else finding.severity.value
        of[name] = of.get(name, 0) + 1
    words = {"blocker": "blocker", "note": "note"}
    order = ("blocker", "serious", "minor", "not said", "note", "accepted")
    told = {n: counted(of[n], words[n]) if n in words else f"{of[n]} {n}" for n in order if n in of}
    if unsaid:
        told["not said"] += f" ({counted(unsaid, 'blocker')})"
    return ", ".join(told.values())


def _heading(words: str) -> Text:
    return Text(f"\n{words}", "bold")


def _grid() -> Table:
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(width=20, overflow="fold")
    made.add_column(ratio=1, overflow="fold")
    return made


def _told(found: Iterable[Finding], fix_once: bool = False) -> Table:
    """The findings one below the other; with ``fix_once`` what helps only where a code stands first."""
    made = _grid()
    told: set[str] = set()
    for finding in found:
        left = Text(visible(_where(finding)))
        left.append(f"\n{finding.code}", "dim")
        right = Text()
        if finding.quote:
            right.append(f"\u201c{visible(_short(' '.join(finding.quote.split())))}\u201d\n", "italic")
        right.append(visible(finding.why))
        if not fix_once or finding.code not in told:
            right.append(f"\n\u2192 {visible(finding.fix)}", "green")
        told.add(finding.code)
        if finding.precedent:
            right.append(f"\n{visible(finding.precedent)}", "dim")
        if finding.accepted is not None:
            who = f" by {finding.accepted.by}" if finding.accepted.by else ""
            day = finding.accepted.at.date().isoformat()
            right.append(visible(f"\nAccepted{who} on {day}: {finding.accepted.reason}"), "dim")
        made.add_row(left, right)
        made.add_row("", "")
    return made


def _by_chapter(absent: Iterable[Finding]) -> Iterator[Table | Text]:
    by_letter: dict[str, list[Finding]] = {}
    for finding in absent:
        by_letter.setdefault(finding.code[0], []).append(finding)
    for letter, found in by_letter.items():
        yield Text(f"{letter}. {CHAPTERS.get(letter, '')}", "italic")
        made = _grid()
        for finding in found:
            mark = "\u25cf" if finding.severity is Severity.BLOCKER else " "
            right = Text(visible(finding.why.removeprefix("The text does not say ").rstrip(".")))
            right.append(f"\n\u2192 {visible(finding.fix)}", "green")
            if finding.precedent:
                right.append(f"\n{visible(finding.precedent)}", "dim")
            made.add_row(f"{mark} {finding.code}", right)
        yield made


def _expectation(output: CheckOutput) -> Iterator[Table | Text]:
    told = output.expectation
    if told is None:
        return
    if not told.missing and not told.unexpected:
        yield Text(visible(f"\nThe findings are those expected in {told.path}."), "bold")
        return
    yield _heading(visible(f"The findings differ from those expected in {told.path}"))
    made = _grid()
    for each in told.missing:
        made.add_row("expected, not found", Text(visible(_named(each))))
    for finding in told.unexpected:
        key = Expected(code=finding.code, provision=finding.provision, quote=finding.quote)
        made.add_row("found, not expected", Text(visible(_named(key))))
    yield made


def _named(each: Expected) -> str:
    place = f"@{each.provision}" if each.provision is not None else ""
    words = " ".join(each.quote.split())
    return f"{each.code}{place}" + (f" \u201c{_short(words)}\u201d" if words else "")


def _where(finding: Finding) -> str:
    others = f" (and {', '.join(finding.also)})" if finding.also else ""
    return f"{finding.provision or 'whole text'}{others}"


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "\u2026"
