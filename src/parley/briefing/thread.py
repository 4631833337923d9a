"""The thread: one sentence's way from a paper to a verdict, each step with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Bracket, Issue, Option, Outcome, Position, Sentence, Stance, Statement, Verdict

from .facts import Facts
from .lines import Line, Section, day
from .wording import said_by, verdict_line

_WEIGHT = {Outcome.BREACHED: 4, Outcome.OVERDUE: 3, Outcome.KEPT: 2, Outcome.CANNOT_TELL: 1, Outcome.PENDING: 0}


def thread(facts: Facts) -> Section:
    """The longest thread that the record holds, preferring one that ends in an established breach."""
    whole = max(_threads(facts), key=lambda found: found[0], default=None)
    title = "One sentence, from a paper to a verdict"
    if whole is None:
        return Section("thread", title, "No sentence of the papers reaches a verdict yet.")
    return Section("thread", title, steps=whole[1])


def _threads(facts: Facts) -> Iterator[tuple[tuple[int, int, int], tuple[tuple[str, Line], ...]]]:
    """Every thread with its rank: number of steps, weight of the verdict, whether it was found."""
    for bracket in facts.draft.brackets:
        issue = next((issue for issue in facts.issues if issue.id == bracket.label), None)
        if issue is None:
            continue
        option = issue.option(facts.taken.get(issue.id, ""))
        for verdict in facts.watch.verdicts:
            if verdict.provision != bracket.provision:
                continue
            steps = tuple(_steps(facts, bracket, issue, option, verdict))
            yield (len(steps), _WEIGHT[verdict.verdict], int(verdict.finding == "found")), steps


def _steps(
    facts: Facts, bracket: Bracket, issue: Issue, option: Option | None, verdict: Verdict
) -> Iterator[tuple[str, Line]]:
    cell = _position(facts, issue, option)
    if cell is not None:
        statement = _statement(facts, cell)
        if statement is not None:
            evidence = facts.sources.of_statement(statement)
            yield "Paper", Line(evidence.source)
            yield "Statement", Line(said_by(facts, statement), note=evidence.where)
        wanted = facts.option_text(issue.id, cell.option) or "no option by name"
        since = f", since {day(cell.since.earliest)}" if cell.since and cell.since.earliest else ""
        yield "Position", Line(f"{issue.title}: {facts.name(cell.party)} {cell.stance.value} {wanted}{since}")
    yield "Bracket", Line(bracket.exact, note=f"{facts.draft.path}, {_at(bracket)}")
    if option is not None:
        package = _package(facts, issue.id, option.id)
        if package is not None:
            yield "Package", package
        sentence = next((s for s in facts.text.sentences if s.provision == bracket.provision and s.obligations), None)
        if sentence is not None:
            yield "Clean text", Line(f"\u201c{sentence.exact}\u201d", note=f"{facts.text.path}, {_at(sentence)}")
            yield "Obligation", Line(sentence.reading or "not read")
    yield "Verdict", verdict_line(facts, verdict)


def _at(part: Bracket | Sentence) -> str:
    return f"characters {part.start}\u2013{part.end}"


def _position(facts: Facts, issue: Issue, option: Option | None) -> Position | None:
    """The firmest position on the option that was taken, by its owner if it has one; else any on the issue."""
    cells = [cell for cell in facts.positions if cell.issue == issue.id]
    return max(
        cells,
        key=lambda cell: (
            bool(cell.statements),
            option is not None and cell.option == option.id,
            option is not None and cell.party in option.owners,
            cell.stance in (Stance.DEMANDS, Stance.SUPPORTS),
        ),
        default=None,
    )


def _statement(facts: Facts, cell: Position) -> Statement | None:
    return next((facts.statements[id] for id in cell.statements if id in facts.statements), None)


def _package(facts: Facts, issue: str, option: str) -> Line | None:
    """The frontier's row that holds all that was taken, for those who may see the weighing."""
    if facts.weighing is None:
        return None
    for row in facts.weighing.frontier:
        for package in row.packages:
            if package.get(issue) == option and all(
                package.get(label) == taken for label, taken in facts.taken.items()
            ):
                words = "; ".join(f"{label}: {facts.option_text(label, chosen)}" for label, chosen in package.items())
                points = ", ".join(f"{party} {value}" for party, value in row.model_dump()["utilities"].items())
                return Line(words, note=f"On the frontier: {points} points. No package is better for all.")
    return None
