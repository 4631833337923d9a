"""What happens on the ground: obligations with verdicts, the map, what can't be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import Outcome, Verdict

from ..facts import Facts
from ..lines import Evidence, Line, Section, Table
from ..pictures import draw_map
from ..wording import report_evidence, verdict_evidence

_GRAVITY = (Outcome.BREACHED, Outcome.OVERDUE, Outcome.CANNOT_TELL, Outcome.PENDING, Outcome.KEPT)


def obligations(facts: Facts) -> Section:
    """Every verdict that reports bear on, in the order of the text; each opens to its sentence and reports.

    Obligations that no report was held against stand under what can't be told.
    """
    held = [verdict for verdict in facts.watch.verdicts if verdict.verdict is not Outcome.CANNOT_TELL or verdict.window]
    rows = tuple(_row(facts, alike) for alike in _alike(held))
    if not rows:
        return Section("obligations", "Obligations", "No obligation of the text could be held against reports.")
    counts = [(outcome, len(facts.verdicts(outcome))) for outcome in _GRAVITY]
    intro = "; ".join(f"{count} {outcome.value}" for outcome, count in counts if count) + "."
    table = Table(("Provision", "Verdict", "Why"), rows)
    return Section("obligations", "Obligations and verdicts", intro, table=table)


def _alike(verdicts: Sequence[Verdict]) -> list[tuple[Verdict, ...]]:
    """Verdicts to be told in one row: of one obligation and outcome, for one bearer or for one reason."""
    groups: list[list[Verdict]] = []
    for verdict in verdicts:
        for group in groups:
            first = group[0]
            same = (first.obligation, first.verdict, first.finding) == (
                verdict.obligation,
                verdict.verdict,
                verdict.finding,
            )
            if same and (first.bearer == verdict.bearer or first.why == verdict.why):
                group.append(verdict)
                break
        else:
            groups.append([verdict])
    return [tuple(group) for group in groups]


def _row(facts: Facts, alike: tuple[Verdict, ...]) -> tuple[tuple[Line, ...], ...]:
    verdict = alike[0]
    provision = facts.text.provision(verdict.provision)
    number = f"{provision.number}. " if provision and provision.number else ""
    found = f" ({verdict.finding})" if verdict.finding else ""
    occasions = sum(1 for each in alike if each.bearer == verdict.bearer)
    times = f" \u00d7 {occasions}" if occasions > 1 else ""
    return (
        (Line(f"{number}{verdict.provision or 'whole text'}"),),
        (Line(f"{verdict.verdict.value}{found}{times}", mark=verdict.verdict.value, note=_bearers(facts, alike)),),
        tuple(_why(facts, each) for each in {each.why: each for each in alike}.values()),
    )


def _why(facts: Facts, verdict: Verdict) -> Line:
    return Line(
        verdict.why, (*verdict_evidence(facts, verdict), Evidence(verdict.would_change, "What would change it"))
    )


def _bearers(facts: Facts, alike: Iterable[Verdict]) -> str:
    return " and ".join(dict.fromkeys(facts.name(verdict.bearer) for verdict in alike))


def on_the_map(facts: Facts) -> Section:
    """The text's lines and zones with every report that decided a verdict, and the rest as dots."""
    marks: dict[str, str] = {}
    for outcome in reversed(_GRAVITY):
        marks |= {id: outcome.value for verdict in facts.verdicts(outcome) for id in verdict.reports}
    picture = draw_map(facts.shapes, facts.reports, marks, _bands(facts))
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


def _bands(facts: Facts) -> list[tuple[str, float]]:
    """The distances from a line or zone that the text makes a rule of, widest first."""
    rules = [obligation.place.value for obligation in facts.text.obligations if obligation.place]
    found = {(name, rule.distance.metres) for rule in rules if rule.distance for name in rule.of}
    return sorted(found, key=lambda band: -band[1])


def cannot_tell(facts: Facts) -> Section:
    """What can't be told, each with what would settle it; sentences that were not read; files and reports set aside."""
    settlers: dict[str, list[Verdict]] = {}
    for verdict in facts.verdicts(Outcome.CANNOT_TELL):
        settlers.setdefault(verdict.would_change, []).append(verdict)
    lines = [
        Line(
            would_change,
            tuple(Evidence(verdict.why, f"{verdict.provision}, {facts.name(verdict.bearer)}") for verdict in verdicts),
            note="Would settle: "
            + "; ".join(dict.fromkeys(f"{v.provision}, {facts.name(v.bearer)}" for v in verdicts)),
        )
        for would_change, verdicts in settlers.items()
    ]
    unread = [sentence for sentence in facts.text.sentences if sentence.operative and sentence.reading is None]
    if unread:
        where = ", ".join(dict.fromkeys(sentence.provision or "not numbered" for sentence in unread))
        quotes = tuple(Evidence(each.exact, facts.text.path, f"provision {each.provision}") for each in unread)
        lines.append(Line(f"Sentences that were not read, and are not watched: {where}.", quotes))
    if facts.remarks:
        notes = tuple(Evidence(note, "Remark") for note in facts.remarks)
        counted = "1 remark" if len(notes) == 1 else f"{len(notes)} remarks"
        lines.append(Line(f"{counted} on papers and reports: what was set aside, corrected, counted once.", notes))
    intro = "What would settle it, for whom:" if settlers else "Every obligation that was read has a verdict."
    return Section("unknown", "What can't be told", intro, tuple(lines))
