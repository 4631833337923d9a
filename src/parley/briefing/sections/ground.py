"""What happens on the ground: obligations with verdicts, the map, what can't be told."""

from __future__ import annotations

from parley.model import Outcome, Verdict

from ..facts import Facts
from ..lines import Evidence, Line, Section, Table
from ..pictures import draw_map
from ..wording import report_evidence, verdict_line, when

_GRAVITY = (Outcome.BREACHED, Outcome.OVERDUE, Outcome.CANNOT_TELL, Outcome.PENDING, Outcome.KEPT)


def obligations(facts: Facts) -> Section:
    """Every verdict, in the order of the text; each opens to its sentence and reports."""
    rows = tuple(_row(facts, verdict) for verdict in facts.watch.verdicts)
    if not rows:
        return Section("obligations", "Obligations", "No obligation of the text could be held against reports.")
    counts = [(outcome, len(facts.verdicts(outcome))) for outcome in _GRAVITY]
    intro = "; ".join(f"{count} {outcome.value}" for outcome, count in counts if count) + "."
    table = Table(("Provision", "Who", "Verdict", "Why"), rows)
    return Section("obligations", "Obligations and verdicts", intro, table=table)


def _row(facts: Facts, verdict: Verdict) -> tuple[Line, ...]:
    opened = verdict_line(facts, verdict)
    provision = facts.text.provision(verdict.provision)
    number = f"{provision.number}. " if provision and provision.number else ""
    found = f" ({verdict.finding})" if verdict.finding else ""
    note = f"for {when(verdict.window)}" if verdict.window else ""
    return (
        Line(f"{number}{verdict.provision or 'whole text'}"),
        Line(facts.name(verdict.bearer)),
        Line(f"{verdict.verdict.value}{found}", mark=verdict.verdict.value, note=note),
        Line(verdict.why, opened.evidence, note=opened.note),
    )


def on_the_map(facts: Facts) -> Section:
    """The text's lines and zones with every report that decided a verdict, and the rest as dots."""
    marks: dict[str, str] = {}
    for outcome in reversed(_GRAVITY):
        marks |= {id: outcome.value for verdict in facts.verdicts(outcome) for id in verdict.reports}
    picture = draw_map(facts.shapes, facts.reports, marks)
    if picture is None:
        return Section("map", "Map", "Neither the text's annexes nor the reports give a place.")
    without = [report for report in facts.reports if report.place.latitude is None]
    evidence = tuple(report_evidence(facts, report) for report in without)
    lines = (Line(f"{len(without)} reports name no point and are not drawn.", evidence),) if without else ()
    caption = (
        "✕ breach, △ overdue, ? cannot tell, ● kept, ○ pending, · other report; a dashed circle is where a report "
        "may truly lie. No background map: nothing here decides a border."
    )
    return Section("map", "Map", lines=lines, picture=picture, caption=caption)


def cannot_tell(facts: Facts) -> Section:
    """What can't be told, each with what would settle it; sentences that were not read; reports set aside."""
    lines = [
        Line(
            f"{verdict.provision}, {facts.name(verdict.bearer)}: {verdict.why}",
            verdict_line(facts, verdict).evidence,
            note=f"What would change it: {verdict.would_change}",
        )
        for verdict in facts.verdicts(Outcome.CANNOT_TELL)
    ]
    lines += [
        Line(
            f"Provision {sentence.provision or 'not numbered'} was not read and is not watched.",
            (Evidence(sentence.exact, facts.text.path, f"characters {sentence.start}\u2013{sentence.end}"),),
        )
        for sentence in facts.text.sentences
        if sentence.operative and sentence.reading is None
    ]
    lines += [Line(note) for note in facts.watch.notes]
    intro = "" if lines else "Nothing: every obligation has a verdict."
    return Section("unknown", "What can't be told", intro, tuple(lines))
