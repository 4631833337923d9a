"""Joining several papers: what they seem to tell in common, and what people decided about it before.

A decision is about papers, so it lies in the chain of their own compartment: the shared one, or the
caucus in which one of them lies. What lies in the caucuses of two parties can be seen by the mediator and
recorded nowhere, for either party's chain would give away the other's paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from parley.model import (
    TEAM,
    Decision,
    DecisionKind,
    Document,
    Joining,
    NotPermitted,
    ParleyError,
    Proposal,
    Reading,
    Target,
    WrongUsage,
)

from .chain import Choice

if TYPE_CHECKING:
    from .view import View

_GROUPS = TypeAdapter(tuple[tuple[str, ...], ...])


def proposals_of(
    papers: Sequence[tuple[Document, Reading]], decisions: Iterable[Decision] = ()
) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """What the papers seem to tell in common, with what was decided about it; and notes."""
    if len(papers) < 2:
        return (), ()
    from parley.reading import propose

    joinings, notes = _joinings(decisions)
    found, lost = propose(papers, joinings)
    return found, (*notes, *lost)


def decisions_seen(view: View) -> tuple[Decision, ...]:
    """The decisions of the chains that the view's audience may see, in the order in which they were made."""
    shared = view.decisions if view.audience.may_see(view.shared.label | TEAM) else ()
    own = [entry for caucus in view.caucuses for entry in caucus.chain.entries()]
    return tuple(sorted((*shared, *own), key=lambda entry: entry.at))


def choice_of(proposal: Proposal, groups: Sequence[Sequence[str]], by: str, reason: str) -> tuple[Choice, str | None]:
    """The decision that the targets of each group are one and those of two groups are not; and whose caucus it is for.

    Raises :class:`WrongUsage` where the groups aren't the proposal's own targets, each once, and
    :class:`NotPermitted` where the papers lie in the caucuses of two parties.
    """
    if sorted(target for group in groups for target in group) != sorted(proposal.targets):
        raise WrongUsage(f"The groups for {proposal.id} don't hold each of its targets once; take them from its list.")
    parties = {part for part in proposal.audience.parts if part.startswith("party:")}
    if len(parties) > 1:
        raise NotPermitted(
            f"{proposal.id} rests on papers of the caucuses of two parties, and no chain of decisions may name both; "
            "leave it open."
        )
    kind = DecisionKind.MERGE if any(len(group) > 1 for group in groups) else DecisionKind.REJECT
    detail = {"groups": [list(group) for group in groups if group]}
    caucus = next(iter(parties)).removeprefix("party:") if parties else None
    return Choice(kind, proposal.id, by, reason, detail), caucus


def _joinings(decisions: Iterable[Decision]) -> tuple[list[Joining], list[str]]:
    """The decisions on proposals that nobody took back; and a note for each that can't be understood."""
    entries = list(decisions)
    revoked = {entry.subject for entry in entries if entry.kind is DecisionKind.REVOKE}
    found: list[Joining] = []
    notes: list[str] = []
    for entry in entries:
        if entry.kind not in (DecisionKind.MERGE, DecisionKind.REJECT) or "groups" not in entry.detail:
            continue
        if entry.hash in revoked:
            continue
        try:
            groups = _GROUPS.validate_python(entry.detail["groups"])
            for group in groups:
                for words in group:
                    Target.parse(words)
        except (ValidationError, ParleyError):
            notes.append(f"Decision {entry.number} of {entry.at.date()} joins nothing that can be read; decide again.")
        else:
            found.append(Joining(groups=groups, by=entry.by))
    return found, notes
