"""Verbs joined behind one modal, whether the lexicon has them or not: "searched, held or photographed".

Right behind a verb a comma, "and" or "or" joins another one, for its object has not come yet; so whatever stands
there in the form of a verb is one. A verb that the lexicon has not must have the rest of the row or its object behind
it, for it may be a noun.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import verb_at_start

from .asides import ADVERB
from .unlisted import IRREGULAR, QUALITY, unlisted_participle, unlisted_verb

_JOINT = re.compile(r"\s*,?\s+(?:and|or|nor)\s+|\s*,\s*(?!\s|(?:including|involving|using)\b)")
_MANNER = re.compile(
    r"(?:(?:(?:there|then|thereupon|thereafter|subsequently|afterwards|also|either|otherwise|even|if\s+need\s+be|in\s+turn)\s+|"
    rf"{ADVERB}\s+))*"
)
"""What may stand between a joint and its verb."""
_OBJECT = re.compile(
    r"\s+(?:(?:the|an?|all|any|every|each|its|their|such|no|both|these|those|this|that|them|it|him|her|anyone|anybody|each\s+other|"
    r"one\s+another)\b|\d|[A-Z]|[a-z\-]+s\b|[a-z\-]+\s+[a-z\-]+s\b)|\s*,?\s+(?:and|or)\s+[a-z]|\s*,\s*[a-z]"
)
"""What a verb that stands in a row has behind it: the rest of the row, or the object of all."""
_PARTICIPLE = re.compile(
    rf"(?:[a-z\-]+(?:ed|n|t|d|ne|ng|ck|un|id)|come|become|run|made|(?:re)?(?:{'|'.join(IRREGULAR)}))\b"
)
_PLURAL = re.compile(r"[a-z\-]*[^\Ws]s\b")
"""No verb in the base form, but a thing, or what somebody does."""
_GERUND = re.compile(r"[a-z\-]+ing\b")


def verb_behind(body: str, at: int, passive: bool) -> tuple[str, int, int] | None:
    """The verb that a joint at ``at`` joins to the one before: its act, and where it begins and ends."""
    joint = _JOINT.match(body, at)
    if not joint:
        return None
    manner = _MANNER.match(body, joint.end())
    start = manner.end() if manner else joint.end()
    rest = body[start:]
    if not passive and QUALITY.match(rest):
        return None  # "provide, free of charge, a house"
    if passive:
        found = participle(rest)
    else:
        found = verb_at_start(rest, base=True)
        if not found:
            found = unlisted_verb(rest)
            found = found if found and _OBJECT.match(rest, found[1]) and not _PLURAL.match(rest) else None
            found = found or (_of_a_row(rest) if joint.group().startswith(",") else None)
    return (found[0], start, start + found[1]) if found else None


def _of_a_row(words: str) -> tuple[str, int] | None:
    """A word alone between the verbs of a row: "photograph, | number and seal"."""
    alone = _ALONE.match(words)
    last = verb_at_start(words[alone.end() :], base=True) or unlisted_verb(words[alone.end() :]) if alone else None
    return (
        (alone["verb"], alone.end("verb")) if alone and last and _OBJECT.match(words, alone.end() + last[1]) else None
    )


_ALONE = re.compile(
    r"(?!(?:if|when|where|unless|as|so|not|also|even|however|therefore|inter|alone|together|free|upon)\b)(?P<verb>[a-z]{3,}(?<!ly)(?<!ed)(?<!ing)(?<!en)(?<!s))"
    r",?\s+(?:and|or)\s+(?=[a-z])"
)


def participle(words: str) -> tuple[str, int] | None:
    """The act of the participle that opens ``words``, and its length; "provided that" begins a condition."""
    if words.startswith("provided that "):
        return None
    listed = verb_at_start(words) if _PARTICIPLE.match(words) and not _GERUND.match(words) else None
    return listed or unlisted_participle(words)


_OF_A_KIND = re.compile(r"\b(?:acts?|actions?|operations?|activit(?:y|ies))\Z", re.IGNORECASE)
_LIKE = re.compile(r"\s+(?:and|or)\s+(?:acts?|actions?|operations?|activit(?:y|ies))\b(?!\s+of\b)", re.IGNORECASE)


def with_its_like(body: str, end: int) -> int:
    """Where a deed's noun ends that shares what it is like with the next: "hostile military actions and operations"."""
    like = _LIKE.match(body, end) if _OF_A_KIND.search(body[:end]) else None
    return like.end() if like else end
