"""Duties that a report of an incident sets off: "if a Party reports an incident", "upon a complaint of a violation".

A row of reports by its claimant is that one's report of what it tells; when it was made lies between the happening and
the day on which the row came in, unless a row about it tells of the notice itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Framework, Obligation
from parley.text import patterns as re
from parley.text.acts import noun_at_start

from .acts import act_meant, act_of
from .itself import itself, told_of_a_party
from .names import Names
from .standing import Known
from .truth import NO, YES, Fact, Truth
from .windows import Span, reported_span

_TELLS = re.compile(
    r"(?:reports?|reported|alleges?|alleged|complains?(?:\s+of)?|complained(?:\s+of)?|denounces?|denounced)\s+", re.I
)
_PARTY = r"(?:an?|any|either|each|one|one\s+of\s+the|either\s+of\s+the)\s+(?:part(?:y|ies)|sides?)\b"
_TOLD = re.compile(
    r"\A\W*(?:\w+\s+){1,3}?(?P<what>(?:an?|any|such\s+an?|\d+|(?:(?:more\s+than|at\s+least)\s+)?(?:two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:\s+or\s+more)?)\s+[\w\s-]+?)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+"
    rf"(?:reported|alleged|complained\s+of|denounced)\b(?=(?:.*\bby\s+(?P<party>{_PARTY}))?)(?!.*\bby\b(?!\s+{_PARTY}))",
    re.I | re.S,
)
_WORD_OF = re.compile(
    rf"\b(?:reports?|allegations?|complaints?|denunciations?)\s+(?:by\s+(?P<party>{_PARTY})\s+|from\s+(?P<from>{_PARTY})\s+)?"
    r"(?:of|about|concerning|that\s+there\s+was)\s+(?P<what>.+)",
    re.I | re.S,
)
_BY_NAME = re.compile(
    r"\A\W*(?:if|when|whenever|where|once|after|as\s+soon\s+as)\s+(?:the\s+)?(?:[\w-]+\s+){1,5}?(?:(?:has|have)\s+)?"
    rf"(?={_TELLS.pattern})",
    re.I,
)
_COMPLAINT = re.compile(r"\bcomplaints?\b", re.I)
_DENIES = re.compile(r"(?:den(?:y|ies|ied)|disput\w*|contest\w*)\b", re.I)
_BAD = re.compile(r"\b(?:incidents?|violat\w+|breach\w*|infring\w+)\b", re.I)
_NOTICES = frozenset({"report", "notify"})
_BY_WHOM = Fact(Truth.UNKNOWN, "who reported it is not said", "who reported it")
_TO_WHOM = Fact(Truth.UNKNOWN, "whether it was reported to whom the text says is not said", "to whom it was reported")


@dataclass(frozen=True)
class Alleged:
    """What has to be reported, in the text's words, and by whom: some ``party``, the ``bearer``, an ``actor`` of that
    name, else by anybody. Who has to look into a complaint has made none (``asked``).
    """

    what: str
    actor: str | None = None
    party: bool = False
    bearer: bool = False
    asked: tuple[str, ...] = ()


def alleged(one: Obligation) -> Alleged | None:
    """What somebody has to have reported for the duty to be owed; ``None`` if it is set off by something else."""
    if one.trigger is None:
        return None
    words, told = " ".join(one.trigger.words.split()), told_of_a_party(one)
    tells = _TELLS.match(told)
    if tells:
        what = told[tells.end() :]
        return Alleged(what, party=True, bearer=itself(one) is not None) if _is_deed(what) else None
    actor = one.trigger.value.actor
    named = _BY_NAME.match(words) if actor is not None and not told else None
    tells = _TELLS.match(words, named.end()) if named else None
    if tells:
        return Alleged(words[tells.end() :], actor=actor) if _is_deed(words[tells.end() :]) else None
    found = _TOLD.search(words) or _WORD_OF.search(words)
    if found is None or not _is_deed(found["what"]):
        return None
    groups = found.groupdict()
    asked = (one.bearer.value or ()) if one.bearer and _COMPLAINT.search(words) else ()
    return Alleged(found["what"], party=bool(groups.get("party") or groups.get("from")), asked=asked)


def only_denied(one: Obligation) -> bool:
    """Whether a party's denial sets the duty off, and not what it denies."""
    return _DENIES.match(told_of_a_party(one)) is not None


def _is_deed(what: str) -> bool:
    if what.startswith("that "):
        return act_meant(what) is not None
    words = re.sub(r"\A(?:an?|any|the|such)\s+(?:an?\s+)?", "", what, flags=re.I).split()
    return _BAD.search(what) is not None or any(noun_at_start(word) is not None for word in words[:3])


def reported_by(
    who: Alleged, event: Sequence[Known], follow_ups: Sequence[Known], framework: Framework, names: Names
) -> tuple[Fact, Span]:
    """Whether somebody of those asked for reported a happening, and when."""
    parties = [party.id for party in framework.parties]

    def fits(said_by: str | None) -> Fact:
        if said_by is None:
            return _BY_WHOM
        if any(names.same(said_by, one) for one in who.asked):
            return NO
        if who.actor is not None:
            return YES if names.same(said_by, who.actor) else NO
        return YES if any(names.same(said_by, one) for one in parties) else NO if who.party else _TO_WHOM

    told = max(event, key=lambda one: fits(one.report.claimant).truth)
    notices = [one for one in follow_ups if act_of(one.report.act or "") in _NOTICES and fits(_giver(one)) is YES]
    if notices:
        return YES, min((one.span for one in notices), key=lambda span: span.first)
    when = told.root.span
    return fits(told.report.claimant), Span(when.first, max(when.last, reported_span(told.report).last))


def _giver(entry: Known) -> str | None:
    return entry.report.actor or entry.report.claimant
