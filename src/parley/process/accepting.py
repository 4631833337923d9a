"""Findings that a person accepts as they are: decisions in the chain, which hold until the words there change.

The decision keeps a digest of the words of every provision that the finding names, never the words. What is
absent has no words: its acceptance holds until the text says it, and then there is nothing to accept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from parley.model import Accepted, Audience, Decision, DecisionKind, Finding, Framework, NotPermitted, WrongUsage

from .chain import Choice
from .toml import did_you_mean

_KEY = "finding"
"""What tells these decisions from others of their kind: their detail has this key, with the digest."""


def named(finding: Finding) -> str:
    """How a finding is named on the command line and in the chain: ``CODE@PROVISION``, or the code alone."""
    return f"{finding.code}@{finding.provision}" if finding.provision is not None else finding.code


def with_accepted(
    findings: Iterable[Finding], framework: Framework, decisions: Sequence[Decision]
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings, those that stand accepted marked so; and a note on each acceptance whose words have changed."""
    standing = _standing(decisions)
    marked: list[Finding] = []
    used: set[str] = set()
    for finding in findings:
        entry = standing.get(named(finding))
        if entry is not None and entry.detail.get(_KEY) == digest(finding, framework):
            used.add(entry.hash)
            accepted = Accepted(at=entry.at, by=entry.by, reason=entry.reason)
            marked.append(finding.replace(accepted=accepted))
        else:
            marked.append(finding)
    open_again = {named(finding) for finding in marked if finding.accepted is None}
    notes = tuple(
        f"Decision {entry.number} accepted {subject}; the words there were changed since, so it counts as open."
        for subject, entry in standing.items()
        if entry.hash not in used and subject in open_again
    )
    return tuple(marked), notes


def acceptance_of(findings: Sequence[Finding], framework: Framework, which: str, by: str, reason: str) -> Choice:
    """The decision that accepts the finding called ``which``.

    Raises :class:`WrongUsage` where there is no such finding, where it is accepted already, or without a reason.
    """
    if not reason.strip():
        raise WrongUsage("Accepting a finding needs a reason that others can judge later; give it with --reason.")
    finding = _found(findings, which)
    if finding.accepted is not None:
        raise WrongUsage(f"{named(finding)} is accepted already.")
    return Choice(DecisionKind.ACCEPT, named(finding), by, reason, {_KEY: digest(finding, framework)})


def revocation_of(decisions: Sequence[Decision], which: str, by: str) -> Choice:
    """The decision that takes an acceptance back. Raises :class:`WrongUsage` where none of this name stands."""
    standing = _standing(decisions)
    if which not in standing:
        mend = did_you_mean(which, standing) if standing else "none is"
        raise WrongUsage(f"No finding is accepted as '{which}'; {mend}.")
    return Choice(DecisionKind.REVOKE, standing[which].hash, by)


def refuse_others(audience: Audience) -> None:
    """Raises :class:`NotPermitted` where somebody but the team or the mediator would decide."""
    if audience not in ("team", "mediator"):
        raise NotPermitted(f"Findings are accepted by the team or the mediator, not by {audience}.")


def digest(finding: Finding, framework: Framework) -> str:
    """The sha256 of the words that a finding rests on, white space apart."""
    places = {finding.provision, *finding.also} - {None}
    words = [framework.text[p.start : p.end] for p in framework.provisions if p.id in places or p.number in places]
    words = words or [s.exact for s in framework.sentences if finding.quote and s.start <= finding.start < s.end]
    parts = (finding.code, *sorted(str(place) for place in places), *(" ".join(each.split()) for each in words))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _found(findings: Sequence[Finding], which: str) -> Finding:
    fits = [finding for finding in findings if named(finding) == which]
    fits = fits or [finding for finding in findings if finding.code == which]
    names = list(dict.fromkeys(named(finding) for finding in fits))
    if len(names) > 1:
        raise WrongUsage(f"'{which}' stands in several places; name one of {', '.join(names)}.")
    if not fits:
        known = list(dict.fromkeys(named(finding) for finding in findings))
        raise WrongUsage(f"There is no finding '{which}'; {did_you_mean(which, known) if known else 'there is none'}.")
    return fits[0]


def _standing(decisions: Sequence[Decision]) -> dict[str, Decision]:
    """The acceptances that nobody revoked, by the name of their finding; the newest of several."""
    revoked = {entry.subject for entry in decisions if entry.kind is DecisionKind.REVOKE}
    return {
        entry.subject: entry
        for entry in decisions
        if entry.kind is DecisionKind.ACCEPT and _KEY in entry.detail and entry.hash not in revoked
    }
