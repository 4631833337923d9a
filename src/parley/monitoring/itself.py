"""What the bearer of a duty is in the clause that sets it off, where that clause tells of the bearer.

"A Party that fires on a village", "a Party detaining a soldier", "if it opens fire", "within 2 days of wounding a
soldier": the verb says whether the bearer did it, suffered it or only came to know of it.
"""

from __future__ import annotations

import enum

from parley.model import Obligation
from parley.text import patterns as re
from parley.text.acts import verb_at_start

from .acts import act_meant


class Itself(enum.Enum):
    """What the clause says of the bearer; nothing that was understood where it is ``UNREAD``."""

    DID = "did it"
    SUFFERED = "had it done to itself"
    LEARNT = "came to know of it"
    INTENDS = "has yet to do it"
    UNREAD = "unread"


_BETWEEN = re.compile(r"\s*,?\s*(?:(?:that|which|who)\s+)?(?P<intends>(?:\w+\s+to\s+)?)", re.I)
"""All that stands between whoever bears a duty and what a relative clause tells of it."""
_INTENDS = re.compile(r"(?:wish|intend|plan|seek)(?:s|es|ing|ning)?\s+to\s", re.I)
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
    r"(?:is|are|was|were|been)\s+(?:being\s+)?(?:said|alleged|found|held|accused|suspected|believed|reported|considered|deemed|"
    r"shown|proved|judged|established)\b",
    re.I,
)
"""Of whom it is said that it did it."""
_LEARNS = re.compile(
    r"(?:(?:is|are|becom\w+|became)\s+aware|(?:observ|see|saw|hear|notic|learn|discover|detect|witness|receiv|report|alleg|"
    r"suspect|confirm|record|establish|verif|believ|complain|denounc|know|knew|investigat|find|found)[a-z]*)\b",
    re.I,
)
_COMMITS = re.compile(
    rf"(?:(?:is|are|was|were)\s+{_TO_BLAME}|(?:commit|carr(?:y|ies|ied)\s+out|launch|perpetrat|conduct|caus|mak|made|"
    r"undert[ao]|order|violat|breach|infring)[a-z]*\b)",
    re.I,
)


def itself(one: Obligation) -> Itself | None:
    """What the bearer is in what sets its duty off; ``None`` where the clause tells of something else."""
    told = _told_of_bearer(one)
    if one.trigger is None or told is None:
        return None
    if _INTENDS.match(told):
        return Itself.INTENDS
    told = _HELPING.sub("", _WHOSE.sub("", told, count=1), count=1)
    happens = act_meant(one.trigger.value.event)
    verb = verb_at_start(re.sub(r"\A(?:is|are|was|were)\s+(?=[a-z]+ing\b)", "", told))
    if _SUFFERS.match(told) and not _BLAMED.match(told):
        return Itself.SUFFERED
    if _BLAMED.match(told) or _COMMITS.match(told) or (verb is not None and happens == verb[0]):
        return Itself.DID
    return Itself.LEARNT if _LEARNS.match(told) else Itself.UNREAD


def _told_of_bearer(one: Obligation) -> str | None:
    """The clause from its verb on, where its subject is the bearer."""
    if one.trigger is None or one.bearer is None:
        return None
    sentence, bearer, start = one.sentence, one.bearer, one.trigger.spans[0].start
    words = " ".join(sentence.exact[start - sentence.start :].split())
    between = _BETWEEN.fullmatch(sentence.exact, bearer.spans[-1].end - sentence.start, start - sentence.start)
    if start >= bearer.spans[-1].end and between:
        return between["intends"] + words
    joining = _JOINING.match(words)
    clause = words[joining.end() :] if joining else words
    by_it = _OF_IT.match(clause)
    if by_it is None and _THAT_PARTY.fullmatch(" ".join(bearer.words.split())):
        by_it = _OF_A_PARTY.match(clause)
    return clause[by_it.end() :] if by_it else clause if _DOING_TO.match(clause) else None
