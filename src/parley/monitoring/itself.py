"""What the bearer of a duty is in the clause that sets it off, where that clause tells of the bearer.

"A Party that fires on a village", "a Party detaining a soldier", "if it opens fire", "within 2 days of wounding a
soldier": the verb says whether the bearer did it, suffered it or only came to know of it.
"""

from __future__ import annotations

import enum

from parley.model import Obligation
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start

from .acts import act_meant, act_of


class Itself(enum.Enum):
    """What the clause says of the bearer; nothing that was understood where it is ``UNREAD``."""

    DID = "did it"
    SUFFERED = "had it done to itself"
    LEARNT = "came to know of it"
    INTENDS = "has yet to do it"
    UNREAD = "unread"


_BETWEEN = re.compile(r"\s*,?\s*(?:(?:that|which|who)\s+)?(?P<intends>(?:\w+\s+to\s+)?)", re.I)
"""All that stands between whoever bears a duty and what a relative clause tells of it."""
_INTENDS = re.compile(r"(?:wish|intend|plan|seek|want|mean)(?:s|es|ing|ning)?\s+to\s", re.I)
_WHOSE = re.compile(r"\Awhose\s+(?:(?:armed|own|regular)\s+)?[a-z]+\s+", re.I)
_JOINING = re.compile(
    r"\W*(?:only\s+)?(?:(?:if|should|when|whenever|where|after|once|upon|on|as\s+soon\s+as|(?:each|every)\s+time(?:\s+that)?|"
    r"in\s+case(?:\s+of)?|in\s+the\s+event\s+(?:that|of))\s+)?",
    re.I,
)
_OF_IT = re.compile(r"(?:it|they)\s+", re.I)
_OF_A_PARTY = re.compile(
    r"(?:an?|any|either|each|every|one|(?:any|either|one)\s+of\s+the)\s+(?:part(?:y|ies)|sides?)\s+", re.I
)
_THAT_PARTY = re.compile(r"it|(?:that|such|the same|the said) (?:party|side)", re.I)
"""Who bears a duty, where that is who was spoken of in front."""
_DOING_TO = re.compile(
    r"(?!(?:during|according|concerning|regarding|following|pending)\b)[a-z]+ing\s+(?:(?:out|up|on|upon|at|into|over|fire)\s+)*"
    r"(?:(?:the|an?|any|its|their|such|another|each|every|one)\b|\d|(?-i:[A-Z]))",
    re.I,
)
"""Doing something to somebody: a "shelling" may be anybody's."""
_HELPING = re.compile(r"\A(?:(?:has|have|had|may|might|also|first|itself|deliberately|accidentally)\s+)+", re.I)
_TO_BLAME = (
    r"(?:the\s+(?:one|party|side)\s+)?(?:responsible|involved|guilty|accountable|behind|at\s+fault|to\s+blame)\b"
)
_SUFFERS = re.compile(
    rf"(?:(?:is|are|was|were|been|being)\s+(?:(?:itself|so|then|thus|being|been)\s+)*(?!{_TO_BLAME}|aware\b|[a-z]+ing\b)|"
    r"(?:comes?|came|coming|finds?\s+itself)\s+under\b|(?:suffer|sustain|endur)[a-z]*\b)",
    re.I,
)
_BLAMED = re.compile(
    r"found\s+(?:to|in|guilty|responsible|at)\b|(?:is|are|was|were|been)\s+(?:being\s+)?(?:said|alleged|found|held|accused|suspected|believed|reported|considered|deemed|"
    r"shown|proved|judged|established)\b",
    re.I,
)
"""Of whom it is said that it did it."""
_LEARNS = re.compile(
    r"(?:(?:is|are|becom\w+|became)\s+aware|(?:observ|see|saw|hear|notic|learn|discover|detect|witness|report|alleg|"
    r"suspect|confirm|record|establish|verif|believ|complain|denounc|know|knew|investigat|find|found)[a-z]*)\b",
    re.I,
)
_NOUN = re.compile(r"\s*(?:of\s+|for\s+)?(?:(?!(?:on|of|at|in|by|from|against|to|with)\b)[\w-]+\s*)+", re.I)
_COMMITS = re.compile(
    rf"(?:(?:is|are|was|were)\s+{_TO_BLAME}|(?:commit|carr(?:y|ies|ied)\s+out|launch|perpetrat|conduct|caus|mak|made|"
    r"undert[ao]|order|stag|mount|wag|perform|send|sent|violat|breach|infring)[a-z]*\b)",
    re.I,
)


def itself(one: Obligation) -> Itself | None:
    """What the bearer is in what sets its duty off; ``None`` where the clause tells of something else."""
    told = _told_of_bearer(one)
    if one.trigger is None or told is None or re.match(r"receiv", told):
        return None  # whoever receives a notice is the one to whom it was given: see :mod:`.roles`
    if _INTENDS.match(told):
        return Itself.INTENDS
    if _SUFFERS.match(told) and not _BLAMED.match(told):
        return Itself.SUFFERED
    if _learns_of(told) and not _BLAMED.match(told):
        return Itself.LEARNT
    does = _BLAMED.match(told) or _COMMITS.match(told) or _opens_with(act_told(one), told)
    return Itself.DID if does else Itself.LEARNT if _LEARNS.match(told) else Itself.UNREAD


def act_told(one: Obligation) -> str | None:
    """The act of a clause whose verb stands right behind a party: in the words of agreements or, where these have none,
    as a report would name it; of what a party came to know, that act. ``None`` if it is none that reports tell of.
    """
    told = told_of_a_party(one)
    if not told:
        return None
    act = _learns_of(told) or _carried_out(told) or act_meant(told) or act_of(told) or act_of(told.split()[0])
    return _UNCOVERS if act == "find" else act  # what a party finds lay hidden; what a body finds is so


_UNCOVERS = "uncover"


def _learns_of(told: str) -> str | None:
    """The act of which somebody came to know: "observes an attack"; a mine is a thing."""
    learns = _LEARNS.match(told)
    return _act_named_as(told[learns.end() :]) if learns else None


def _carried_out(told: str) -> str | None:
    """The act that is the thing of its verb: "sends a patrol", "carries out an attack"."""
    commits = _COMMITS.match(told)
    return _act_named_as(told[commits.end() :]) if commits else None


def _act_named_as(thing: str) -> str | None:
    named = _NOUN.match(thing)
    return act_meant(thing) if named and any(noun_at_start(word) for word in named[0].split()) else None


def _opens_with(act: str | None, told: str) -> bool:
    """Whether the act is that of the verb itself, and not of what stands behind another verb."""
    told = re.sub(r"\A(?:is|are|was|were)\s+(?=[a-z]+ing\b)", "", told)
    verb = verb_at_start(told)
    first = act_of(told.split()[0]) if told else None
    return act is not None and act in (verb and verb[0], first, _UNCOVERS if first == "find" else first)


def deed_told(one: Obligation) -> str:
    """The clause from its verb on, where some party does what happens; "" where it tells of anything else."""
    told = told_of_a_party(one)
    return "" if _SUFFERS.match(told) or _learns_of(told) or _carried_out(told) else told


def told_of_a_party(one: Obligation) -> str:
    """The clause that sets the duty off from its verb on, where its subject is the bearer or some party."""
    told = _told_of_bearer(one)
    if told is None and one.trigger is not None:
        clause = _clause(one.trigger.words)
        by_some = _OF_A_PARTY.match(clause)
        return _plain(clause[by_some.end() :]) if by_some else ""
    return told or ""


def _told_of_bearer(one: Obligation) -> str | None:
    """The clause from its verb on, where its subject is the bearer."""
    if one.trigger is None or one.bearer is None:
        return None
    sentence, bearer, start = one.sentence, one.bearer, one.trigger.spans[0].start
    between = _BETWEEN.fullmatch(sentence.exact, bearer.spans[-1].end - sentence.start, start - sentence.start)
    if start >= bearer.spans[-1].end and between:
        return _plain(f"{between['intends']}{one.trigger.words}")
    clause = _clause(one.trigger.words)
    by_it = _OF_IT.match(clause)
    if by_it is None and _THAT_PARTY.fullmatch(" ".join(bearer.words.split())):
        by_it = _OF_A_PARTY.match(clause)
    if by_it:
        return _plain(clause[by_it.end() :])
    behind = sentence.exact[one.trigger.spans[-1].end - sentence.start :]
    return clause if _DOING_TO.match(f"{clause} {behind.lstrip()}") else None


def _clause(words: str) -> str:
    words = " ".join(words.split())
    joining = _JOINING.match(words)
    return words[joining.end() :] if joining else words


def _plain(told: str) -> str:
    """What is told of somebody, or of those of its own, from the verb that says it on."""
    return _HELPING.sub("", _WHOSE.sub("", " ".join(told.split()), count=1), count=1)
