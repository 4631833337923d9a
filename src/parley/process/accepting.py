"""Findings that a person accepts as they are: decisions in the chain, which hold until the words there change.

The decision keeps a digest of the words of every provision that the finding names, never the words. Numbers, word
ids, marks and white space are none of them, so an acceptance outlives it when provisions are numbered anew or moved.
What is absent has no words: its acceptance holds until the text says it, and then there is nothing to accept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from parley.model import Accepted, Audience, Decision, DecisionKind, Finding, Framework, NotPermitted, WrongUsage

from .accepted_words import AcceptedWords, digest_with_numbers
from .chain import Choice
from .toml import did_you_mean

_NUMBERED = "finding"
"""What tells acceptances of old from other decisions: their detail has this key, with a digest that counts numbers."""
_WORDS = "words"
"""What tells acceptances from other decisions: their detail has this key, with the digest."""


def names(findings: Sequence[Finding]) -> list[str]:
    """How each is named on the command line and in the chain: ``CODE@PROVISION``, or the code alone.

    Where a provision has several of one code, they are ``CODE@PROVISION/1``, ``CODE@PROVISION/2`` in the order of
    the text.
    """
    several = Counter(map(_place, findings))
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        place = _place(finding)
        seen[place] += 1
        told.append(f"{place}/{seen[place]}" if several[place] > 1 else place)
    return told


def with_accepted(
    findings: Iterable[Finding], framework: Framework, decisions: Sequence[Decision]
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings, those that stand accepted marked so; and a note on each acceptance whose words have changed."""
    findings = tuple(findings)
    holds = _matched(findings, framework, decisions)
    marked = tuple(
        finding.replace(accepted=Accepted(at=entry.at, by=entry.by, reason=entry.reason))
        if (entry := holds.get(place)) is not None
        else finding
        for place, finding in enumerate(findings)
    )
    used = {entry.hash for entry in holds.values()}
    lapsed = [entry for entry in _standing(decisions) if entry.hash not in used]
    return marked, tuple(note for entry in lapsed if (note := _lapsed(entry, marked)))


def acceptance_of(findings: Sequence[Finding], framework: Framework, which: str, by: str, reason: str) -> Choice:
    """The decision that accepts the finding called ``which``.

    Raises :class:`WrongUsage` where there is no such finding, where it is accepted already, or without a reason.
    """
    if not reason.strip():
        raise WrongUsage("Accepting a finding needs a reason that others can judge later; give it with --reason.")
    place = _found(findings, which)
    name = names(findings)[place]
    if findings[place].accepted is not None:
        raise WrongUsage(f"{name} is accepted already.")
    digest = AcceptedWords(framework).digests(findings)[place]
    return Choice(DecisionKind.ACCEPT, name, by, reason, {_WORDS: digest})


def revocation_of(
    findings: Sequence[Finding], framework: Framework, decisions: Sequence[Decision], which: str, by: str
) -> Choice:
    """The decision that takes an acceptance back, by the name that its finding has now or had when it was accepted.

    Raises :class:`WrongUsage` where none of this name stands.
    """
    called = names(findings)
    holds = _matched(findings, framework, decisions)
    standing = {entry.subject: entry for entry in _standing(decisions)}
    standing |= {called[at]: entry for at, entry in holds.items()}
    if which not in standing:
        mend = did_you_mean(which, standing) if standing else "none is"
        raise WrongUsage(f"No finding is accepted as '{which}'; {mend}.")
    return Choice(DecisionKind.REVOKE, standing[which].hash, by)


def refuse_others(audience: Audience) -> None:
    """Raises :class:`NotPermitted` where somebody but the team or the mediator would decide."""
    if audience not in ("team", "mediator"):
        raise NotPermitted(f"Findings are accepted by the team or the mediator, not by {audience}.")


def _matched(findings: Sequence[Finding], framework: Framework, decisions: Sequence[Decision]) -> dict[int, Decision]:
    """The acceptance of each accepted finding, by the finding's place in the row.

    One acceptance holds for one finding with its words: that of its name, else whichever is left. Where more are left
    than were accepted nobody can tell which of them was meant, and none is.
    """
    standing = _standing(decisions)
    if not standing:
        return {}
    holds = _by_number(findings, framework, standing)
    called = names(findings)
    open_by_words: dict[str, list[int]] = {}
    for place, digest in enumerate(AcceptedWords(framework).digests(findings)):
        if place not in holds:
            open_by_words.setdefault(digest, []).append(place)
    waiting: dict[str, list[Decision]] = {}
    for entry in standing:
        places = open_by_words.get(str(entry.detail.get(_WORDS)), [])
        named = [place for place in places if called[place] == entry.subject]
        if named:
            places.remove(named[0])
            holds[named[0]] = entry
        elif places:
            waiting.setdefault(str(entry.detail[_WORDS]), []).append(entry)
    for digest, entries in waiting.items():
        places = open_by_words[digest]
        if 0 < len(places) <= len(entries):
            holds |= dict(zip(places, entries[-len(places) :], strict=True))
    return holds


def _by_number(findings: Sequence[Finding], framework: Framework, standing: Sequence[Decision]) -> dict[int, Decision]:
    """What acceptances of old hold for: every finding of their name, while number and words are the same."""
    of_old = {entry.subject: entry for entry in standing if _NUMBERED in entry.detail}
    return {
        place: entry
        for place, finding in enumerate(findings)
        if (entry := of_old.get(_place(finding))) is not None
        and entry.detail[_NUMBERED] == digest_with_numbers(finding, framework)
    }


def _lapsed(entry: Decision, marked: Sequence[Finding]) -> str | None:
    """What is to be said of an acceptance that holds for nothing: nothing, where nothing like it is open."""
    code = entry.subject.split("@")[0]
    called = zip(names(marked), marked, strict=True)
    still_open = [name for name, each in called if each.accepted is None and each.code == code]
    if not still_open:
        return None
    told = f"Decision {entry.number} accepted {entry.subject}"
    if _NUMBERED in entry.detail:
        return f"{told}, in a form that holds while words and number stay the same; one was changed, so accept it anew."
    if any(entry.subject in (name, name.rpartition("/")[0]) for name in still_open):
        return f"{told}; the words there were changed since, so it counts as open."
    return f"{told}; no {code} stands in just those words any more. Open: {', '.join(still_open[:3])}."


def _place(finding: Finding) -> str:
    return f"{finding.code}@{finding.provision}" if finding.provision is not None else finding.code


def _found(findings: Sequence[Finding], which: str) -> int:
    """The place of the finding of this name, or of the only one of this code."""
    called = names(findings)
    fits = [place for place, name in enumerate(called) if name == which]
    fits = fits or [place for place, finding in enumerate(findings) if which in (_place(finding), finding.code)]
    if len(fits) > 1:
        told = [f"{called[place]} \u201c{_short(findings[place].quote)}\u201d" for place in fits]
        raise WrongUsage(f"'{which}' stands in several places; name one of {', '.join(told)}.")
    if not fits:
        raise WrongUsage(
            f"There is no finding '{which}'; {did_you_mean(which, called) if called else 'there is none'}."
        )
    return fits[0]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:59].rstrip()}\u2026"


def _standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The acceptances that nobody revoked, oldest first."""
    revoked = {entry.subject for entry in decisions if entry.kind is DecisionKind.REVOKE}
    return tuple(
        entry
        for entry in decisions
        if entry.kind is DecisionKind.ACCEPT
        and (_NUMBERED in entry.detail or _WORDS in entry.detail)
        and entry.hash not in revoked
    )
