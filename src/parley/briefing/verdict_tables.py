"""Verdicts on a terminal, each with what the text foresees where it is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table

from parley.model import Outcome, Remedy, Revision, Stood, Verdict

from .tables import add, moment, table

STYLE = {
    Outcome.KEPT: "green",
    Outcome.BREACHED: "bold red",
    Outcome.OVERDUE: "yellow",
    Outcome.PENDING: "cyan",
    Outcome.CANNOT_TELL: "magenta",
}


def verdict_table(title: str, verdicts: Sequence[Verdict]) -> Table:
    """Where and who, the verdict, and why with the remedy."""
    rows = table(title, "where, who", "verdict", "why")
    for verdict in verdicts:
        where = f"{verdict.provision or 'whole text'}, {verdict.bearer or 'nobody named'}"
        why = " ".join(filter(None, (verdict.why, remedies_told(verdict))))
        add(rows, (where, outcome_told(verdict.verdict, verdict.finding), why), {1: STYLE[verdict.verdict]})
    return rows


def revision_tables(revisions: Sequence[Revision]) -> Iterator[Table]:
    """Two rows for each revision: how it stood until a report came, and how it has stood since."""
    if revisions:
        rows = table("Revised by late or corrected reports", "where, who", "when", "verdict", "why")
        for one in revisions:
            where = f"{one.provision or 'whole text'}, {one.bearer or 'nobody named'}"
            until = f"until {', '.join(one.by)} came, {moment(one.at)}"
            for when, stood in ((until, one.before), ("since", one.after)):
                style = {2: STYLE[stood.verdict]} if stood else {}
                add(rows, (where, when, stood_told(stood), stood.why if stood else ""), style)
        yield rows


def revision_told(revision: Revision) -> str:
    """``Until O-8 came (2031-03-08 12:00+00:00) it was: kept; since: breached (alleged).``"""
    before, after = stood_told(revision.before), stood_told(revision.after)
    return f"Until {', '.join(revision.by)} came ({moment(revision.at)}) it was: {before}; since: {after}."


def stood_told(stood: Stood | None) -> str:
    return "no verdict" if stood is None else outcome_told(stood.verdict, stood.finding)


def outcome_told(outcome: Outcome, finding: str | None) -> str:
    return outcome.value + (f" ({finding})" if finding else "")


def remedies_told(verdict: Verdict) -> str:
    """``The text foresees: remedy (ORL must). Once it is found: ports (HAL may). After 3 in 7 days: meet (JVC must).``;
    nothing where nothing is broken.
    """
    if verdict.verdict not in (Outcome.BREACHED, Outcome.OVERDUE):
        return ""
    if not verdict.remedies:
        return "The text foresees no remedy."
    told: dict[str, list[str]] = {}
    for one in sorted(verdict.remedies, key=lambda one: (one.after or "", one.once_found)):
        told.setdefault(remedy_when(one), []).append(_told(one))
    parts: list[str] = []
    for when, some in told.items():
        first = f"The text foresees, {when}" if when else "The text foresees"
        parts.append(f"{when[0].upper() + when[1:] if parts else first}: {'; '.join(dict.fromkeys(some))}.")
    return " ".join(parts)


def remedy_when(remedy: Remedy) -> str:
    """What it waits for: "once it is found", "after 3 in 7 days"; "" for nothing."""
    found = "once it is found" if remedy.once_found else ""
    return ", ".join(filter(None, (found, f"after {remedy.after}" if remedy.after else "")))


def _told(remedy: Remedy) -> str:
    """``remedy (ORL must)``; ``suspend (nobody named)`` where the text says that something is so, and not by whom."""
    whose = f"{' and '.join(remedy.by)} {'may' if remedy.may else 'must'}" if remedy.by else "nobody named"
    return f"{remedy.provision or 'whole text'} ({whose})"
