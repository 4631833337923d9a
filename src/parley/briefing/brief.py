"""The brief: all of it on a few pages, every line with its source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from parley.model import Audience, BriefOutput, Deadline, FindingKind, Outcome, Severity, Verdict
from parley.process import Process, refuse_existing, write_new
from parley.text.listing import counted

from .facts import Facts, gather
from .lines import Line, Section, day
from .page import page
from .sections import SECTIONS

_OF_THE_TEXT = frozenset({"thread", "timeline", "brackets", "findings", "obligations", "trends", "silences", "unknown"})
"""Sections that would be empty, or say that the text has none, only because their reader may not see it."""


_DATES = 3
"""So many dates to come are told at a glance."""


def brief(process: Process, audience: str = "team", out: str | Path | None = None) -> BriefOutput:
    """Write ``out/brief-AUDIENCE.html``, or the new file ``out``, and give its summary in plain lines.

    Raises :class:`parley.model.NotPermitted` where it can't be written, and
    :class:`parley.model.WrongUsage` if ``out`` is there already.
    """
    if out is not None:
        refuse_existing(out)  # before the work
    facts = gather(process, Audience.parse(audience))
    sections = [_owned(facts, section) for write in SECTIONS if (section := write(facts)) is not None]
    glance = at_a_glance(facts, sections)
    html = page(facts, glance, sections)
    if out is None:
        path = process.write_out(f"brief-{audience.replace(':', '-')}.html", html)
    else:
        path = Path(out)
        write_new(path, html)
    heading = f"{facts.title}: brief for {audience}, as of {day(facts.as_of)}"
    return BriefOutput(
        audience=audience,
        head=facts.head,
        files=(path.as_posix(),),
        summary=(heading, *(f"{line.mark or '·':>12}  {line.words}" for line in glance)),
        notes=facts.read.notes,
    )


def _owned(facts: Facts, section: Section) -> Section:
    """A section that owns up, where it has nothing, to the text being kept back from its reader."""
    if facts.kept_back is None or not section.intro or section.id not in _OF_THE_TEXT:
        return section
    return replace(section, intro=facts.kept_back)


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
    # of the settled text: a label within a wording that was not taken is no longer there
    open_labels = list(dict.fromkeys(bracket.label for bracket in facts.text.brackets if bracket.label))
    if facts.kept_back:
        lines.append(Line(facts.kept_back, mark="text"))
    if open_labels:
        lines.append(Line(f"Still open: {', '.join(f'#{label}' for label in open_labels)}", mark="brackets"))
    blockers = [f for f in facts.check.findings if f.severity is Severity.BLOCKER and f.kind is not FindingKind.NOTE]
    standing = [finding for finding in blockers if finding.accepted is None]
    if standing:
        accepted = f" ({len(blockers) - len(standing)} more accepted)" if len(standing) < len(blockers) else ""
        told = ", ".join(f"{f.code} ({f.provision or 'whole text'})" for f in standing)
        lines.append(Line(f"{counted(len(standing), 'blocker')} in the text{accepted}: {told}", mark="text"))
    lines += [Line(f"{day(each.date)}: {each.what}", mark="next date") for each in _next(facts)]
    return tuple(lines)


def _next(facts: Facts) -> tuple[Deadline, ...]:
    """The next few things that are due, each date and thing once."""
    found: dict[tuple[object, str], Deadline] = {}
    for each in facts.still_to_come:
        found.setdefault((each.date, each.what), each)
    return tuple(found.values())[:_DATES]


def _by_bearer(facts: Facts, verdicts: tuple[Verdict, ...]) -> str:
    """``Kestria: heavy-ban, inventory; Orlavia: coast``: whom the verdicts concern, and which provisions."""
    concerned: dict[str, dict[str, None]] = {}
    for verdict in verdicts:
        concerned.setdefault(facts.name(verdict.bearer), {})[verdict.provision or "whole text"] = None
    return "; ".join(f"{bearer}: {', '.join(provisions)}" for bearer, provisions in concerned.items())
