"""The brief: all of it on a few pages, every line with its source."""

from __future__ import annotations

from parley.model import Audience, BriefOutput, FindingKind, Outcome, Severity, Verdict
from parley.process import Process

from .facts import Facts, gather
from .lines import Line, Section, day
from .page import page
from .sections import SECTIONS


def brief(process: Process, audience: str = "team") -> BriefOutput:
    """Write ``out/brief-AUDIENCE.html`` and give its summary in plain lines.

    Raises :class:`parley.model.NotPermitted` where the folder can't be written.
    """
    facts = gather(process, Audience.parse(audience))
    sections = [section for write in SECTIONS if (section := write(facts)) is not None]
    glance = at_a_glance(facts, sections)
    name = f"brief-{audience.replace(':', '-')}.html"
    path = process.write_out(name, page(facts, glance, sections))
    heading = f"{facts.title}: brief for {audience}, as of {day(facts.as_of)}"
    return BriefOutput(
        audience=audience,
        head=facts.head,
        files=(str(path),),
        summary=(heading, *(f"{line.mark or '·':>12}  {line.words}" for line in glance)),
        notes=(facts.notice,) if facts.notice else (),
    )


def at_a_glance(facts: Facts, sections: list[Section]) -> tuple[Line, ...]:
    """The few lines that a reader with one minute needs; each is told in full further down."""
    by_id = {section.id: section for section in sections}
    lines = []
    for outcome in (Outcome.BREACHED, Outcome.OVERDUE, Outcome.CANNOT_TELL, Outcome.KEPT):
        found = facts.verdicts(outcome)
        if found:
            lines.append(Line(f"{len(found)}. {_by_bearer(facts, found)}", mark=outcome.value))
    meetings = by_id["meeting"].lines
    lines.append(Line(meetings[0].words if meetings else "No meeting is planned in any paper.", mark="meeting"))
    open_labels = [issue.id for issue in facts.issues if issue.id not in facts.taken]
    if open_labels:
        lines.append(Line(f"Still open: {', '.join(f'#{label}' for label in open_labels)}", mark="brackets"))
    blockers = [f for f in facts.check.findings if f.severity is Severity.BLOCKER and f.kind is not FindingKind.NOTE]
    if blockers:
        lines.append(Line(f"{len(blockers)} blockers in the text: {', '.join(f.code for f in blockers)}", mark="text"))
    if facts.still_to_come:
        first = facts.still_to_come[0]
        lines.append(Line(f"{day(first.date)}: {first.what}", mark="next date"))
    return tuple(lines)


def _by_bearer(facts: Facts, verdicts: tuple[Verdict, ...]) -> str:
    """``Kestria: heavy-ban, inventory; Orlavia: coast``: whom the verdicts concern, and which provisions."""
    concerned: dict[str, dict[str, None]] = {}
    for verdict in verdicts:
        concerned.setdefault(facts.name(verdict.bearer), {})[verdict.provision or "whole text"] = None
    return "; ".join(f"{bearer}: {', '.join(provisions)}" for bearer, provisions in concerned.items())
