"""What a report says, as a clause for a person: who says it, of what, when, and what others say of it."""

from __future__ import annotations

from collections.abc import Sequence

from .names import Names
from .standing import Known
from .windows import told

SHOWN = 3
"""So many reports are told in a sentence; the others are counted, and their ids stand in the verdict."""


def tell(entry: Known, names: Names, further: str = "") -> str:
    report = entry.report
    what = (report.act or "an act not named") + (f" of {report.count}" if report.count else "")
    what += f" ({report.object})" if report.object else ""
    actor = names.shown(report.actor) if report.actor else "nobody named"
    claimant = names.shown(report.claimant) if report.claimant else "an unnamed source"
    clause = f"{report.id}: {claimant} reports {what} by {actor}, {told(entry.span)}"
    clause += f", {further}" if further else ""
    if entry.found:
        finding = entry.found[0]
        clause += f"; found by {names.shown(finding.found_by or '')} on {finding.reported:%Y-%m-%d}"
        clause += " and remedied since" if any(one.life == "remedied" for one in entry.found) else ""
    elif report.found_by:
        clause += f"; {report.life.value} by {report.found_by}, which is no body that the text names"
    for denial in entry.denials[:SHOWN]:
        by = names.shown(denial.claimant or denial.actor or "an unnamed source")
        clause += f"; contested by {by} ({denial.id})"
    if entry.replaces:
        clause += f"; corrects {', '.join(entry.replaces)}"
    if entry.same_as is not None:
        clause += f"; the same event as {entry.root.id}"
    return clause


def tell_some(clauses: Sequence[str]) -> str:
    more = len(clauses) - SHOWN
    return " | ".join(clauses[:SHOWN]) + (f" | and {more} more" if more > 0 else "")
