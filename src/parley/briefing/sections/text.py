"""What the text says: its brackets, the packages that would close them, what the check found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parley.model import Finding, FindingKind, Obstacle, Severity, Trade, Weighing
from parley.text.listing import counted

from ..facts import Facts
from ..lines import Evidence, Line, Section, Table
from ..pictures import draw_weighing
from ..pictures.numbered import how_drawn, numbered, told_of, worth_in_words
from ..weighing_tables import what_it_changes
from ..wording import STANDARDS

_RANK = {Severity.BLOCKER: 0, Severity.SERIOUS: 1, Severity.MINOR: 2}
TRADES_SHOWN = 4
ASKED_SHOWN = 3
OPENINGS_SHOWN = 5


def brackets(facts: Facts) -> Section:
    """Each labelled bracket of the draft: who owns what, and whether it is settled."""
    rows = []
    for issue in facts.issues:
        places = [bracket for bracket in facts.draft.brackets if bracket.label == issue.id]
        if not places:
            continue
        evidence = tuple(
            Evidence(b.exact, facts.draft.path, f"provision {b.provision}, characters {b.start}\u2013{b.end}")
            for b in places
        )
        taken = facts.taken.get(issue.id)
        state = f"settled: {facts.option_text(issue.id, taken)}" if taken else "open"
        rows.append(
            (
                (Line(issue.title, evidence, note=f"#{issue.id}"),),
                tuple(Line(f"{', '.join(option.owners) or 'nobody'}: {option.text}") for option in issue.options),
                (Line(state, mark="" if taken else "open"),),
            )
        )
    if not rows:
        return Section("brackets", "Brackets", "The text has no labelled bracket.")
    still_open = sum(1 for row in rows if row[2][0].mark)
    intro = (
        f"{still_open} of {len(rows)} still open."
        if still_open
        else f"All {len(rows)} are settled by recorded decisions."
    )
    return Section("brackets", "Brackets", intro, table=Table(("Issue", "Who wants what", "State"), tuple(rows)))


def packages(facts: Facts) -> Section | None:
    """For the mediator only: the frontier, what several standards of fairness pick, obstacles and trades."""
    weighing = facts.weighing
    if weighing is None:
        return None
    zone = weighing.agreement_zone
    intro = f"{counted(int(weighing.packages), 'package')}; {zone.packages} that all could accept. {zone.why}"
    lines = [
        *(Line(sentence) for sentence in (*weighing.assumptions, *weighing.unproven, how_drawn(weighing)) if sentence),
        *(Line(f"To open the zone: {opening.why}") for opening in zone.opened[:OPENINGS_SHOWN]),
        *(Line(f"#{bracket.issue}: {bracket.why}") for bracket in weighing.decides if bracket.why),
        *(Line(f"Obstacle: {obstacle.why}{_met(obstacle)}") for obstacle in weighing.obstacles),
        *_path(weighing),
        *(Line(f"Trade: {_trade(facts, trade)}") for trade in weighing.trades[:TRADES_SHOWN]),
        *_trades_left_out(weighing),
        *(Line(why) for why in (weighing.robustness.why,) if why),
        *(Line(f"To ask next: {each.words} {what_it_changes(each)}") for each in weighing.robustness.ask[:ASKED_SHOWN]),
    ]
    return Section(
        "packages",
        "Packages",
        intro,
        tuple(lines),
        _frontier_table(facts, weighing),
        draw_weighing(weighing, STANDARDS, with_table=False),
        "Each ○ or line is a package on which no other improves for all, with its number in the table; rings and "
        "thick lines are what standards of fairness pick, bars what is not known exactly. Confidential: this rests on "
        "the caucus profiles.",
    )


def _trades_left_out(weighing: Weighing) -> Iterable[Line]:
    more = len(weighing.trades) - TRADES_SHOWN
    if more > 0:
        yield Line(f"{counted(more, 'more trade')}: parley weigh lists them all.")


def released(facts: Facts) -> Section | None:
    """The packages that the mediator released to this reader, in words; for the mediator with to whom."""
    if not facts.released:
        return None
    of_mediator = facts.audience == "mediator"
    head = ("Issue", *(f"{n}: to {p.to}" if of_mediator else f"Package {n}" for n, p in enumerate(facts.released, 1)))
    titles = {each.issue: each.title for package in facts.released for each in package.options}
    rows = []
    for issue, title in titles.items():
        texts = [next((o.text for o in package.options if o.issue == issue), "") for package in facts.released]
        rows.append(((Line(title, note=f"#{issue}"),), *((Line(words),) for words in texts)))
    intro = "What the mediator shows to others." if of_mediator else "What the mediator asks you to look at."
    return Section("released", "Packages released", intro, table=Table(head, tuple(rows)))


def _met(obstacle: Obstacle) -> str:
    return f" It would be met by {'; or '.join(obstacle.met_by)}." if obstacle.met_by else ""


def _path(weighing: Weighing) -> Iterable[Line]:
    """The steps from the present text, one line each."""
    if weighing.path is None:
        return
    start = ", ".join(f"{label} = {option}" for label, option in weighing.path.start.items())
    yield Line(f"From the present text ({start}): {' '.join(weighing.path.why)}")
    for number, step in enumerate(weighing.path.steps, 1):
        yield Line(f"Step {number}: {step.why}")


def _frontier_table(facts: Facts, weighing: Weighing) -> Table:
    """The packages that the picture numbers, a column for each issue; what was taken is ticked."""
    parties = told_of(weighing)
    rows = []
    for each in numbered(weighing, STANDARDS):
        points = [Line(worth_in_words(each.row, party)) for party in parties]
        options = [Line(facts.option_text(issue.id, each.package.get(issue.id))) for issue in weighing.issues]
        picked = Line(", ".join(each.picked), mark="taken" if _is_taken(facts, each.package) else "")
        rows.append(tuple((line,) for line in (Line(str(each.number)), *points, *options, picked)))
    return Table(("No.", *parties, *(f"#{issue.id}" for issue in weighing.issues), "Picked by"), tuple(rows))


def _trade(facts: Facts, trade: Trade) -> str:
    changes = "; ".join(
        f"{label}: {facts.option_text(label, trade.start.get(label))} → {facts.option_text(label, option)}"
        for label, option in trade.changes.items()
    )
    gains = ", ".join(f"{party} +{_figure(value)}" for party, value in trade.model_dump()["gains"].items())
    return f"{changes} ({gains})"


def _figure(value: Any) -> str:
    """Points as a number, or as the ends of their range."""
    return f"{value[0]:g}–{value[1]:g}" if isinstance(value, list) else f"{value:g}"


def _is_taken(facts: Facts, package: dict[str, str]) -> bool:
    return bool(facts.taken) and all(package.get(label) == option for label, option in facts.taken.items())


def findings(facts: Facts) -> Section:
    """Blockers and serious findings one by one, the rest as a count."""
    weighty = sorted(
        (
            f
            for f in facts.check.findings
            if f.severity is not Severity.MINOR and f.kind is not FindingKind.NOTE and f.accepted is None
        ),
        key=lambda finding: (_RANK[finding.severity], finding.kind.value, finding.start),
    )
    understood = facts.check.understood
    intro = (
        f"{understood.read} of {understood.operative} operative sentences were read; "
        f"{len(facts.check.findings)} findings, {len(weighty)} of them weighty and open."
    )
    accepted = [finding for finding in facts.check.findings if finding.accepted is not None]
    return Section(
        "findings",
        "The text, checked",
        intro,
        (*(_finding(facts, finding) for finding in weighty), *map(_accepted, accepted)),
    )


def _accepted(finding: Finding) -> Line:
    """An accepted finding in one line: what, by whom, when and why."""
    said = finding.accepted
    who = f" by {said.by}" if said and said.by else ""
    told = f" on {said.at.date().isoformat()}: {said.reason}" if said else ""
    return Line(f"Accepted{who}{told} ({finding.code}, {finding.provision or 'whole text'})", mark="accepted")


def _finding(facts: Facts, finding: Finding) -> Line:
    where = f" (provision {', '.join(filter(None, (finding.provision, *finding.also)))})" if finding.provision else ""
    place = f"characters {finding.start}\u2013{finding.end}"
    evidence = (Evidence(finding.quote, facts.draft.path, place),) if finding.quote else ()
    return Line(
        f"{finding.severity.value.capitalize()}: {finding.why}{where}",
        evidence,
        finding.severity.value,
        f"Write: {finding.fix}",
    )
