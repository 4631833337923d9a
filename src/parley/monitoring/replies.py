"""Words by which somebody answers something: a reply, or a denial, in whatever words a report tells of it."""

from __future__ import annotations

from parley.text import patterns as re

REPLY = "reply"
"""The act of a report that answers something; as a duty the lexicon has it under "notify"."""
_REPLY = re.compile(
    r"\A\W*(?:(?:(?:an?|the|its|their|his|any|written|official|formal|oral|first|full|final)\s+)*"
    r"(?:repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|respon(?:d|ds|ded|ding|se|ses)|rejoinders?)\b(?!\s+with\b)|"
    r"(?:wr(?:ote|ites?|iting|itten)|call(?:s|ed)|phoned|rang|cabled)\s+back\b|got\s+back\s+to\b|"
    r"sent\s+(?:an?\s+)?(?:letter|note|word|message)\s+back\b|"
    r"(?:gave|gives?|given|wrote|writes?|sent|sends?|made|issued)\s+(?:(?:an?|its|their|the|written|official|formal)\s+)*"
    r"(?:reply|answer|response)\b)",
    re.I,
)

DENIAL = "deny"
_DENIED = re.compile(
    r"(?:(?:has|have|was|flatly|again|strongly|later)\s+)*(?:denied|denying|denies|deny|disputed|contested|refuted|contradicted)"
    r"(?P<what>\s+(?:it|this|that|the\s+(?:claim|report|allegation|charge|accusation|incident)s?|"
    r"(?:any\s+|all\s+)?(?:responsibility|involvement|knowledge)))?\W*",
    re.I,
)


def may_deny(said: str) -> bool:
    """Whether words for an act may say that something was denied: that it was so, or something to somebody."""
    return _DENIED.fullmatch(said) is not None


def is_denial(said: str, about: str | None, thing: str | None, found_by: str | None) -> bool:
    """Whether "denied" is said of what another report tells: so it is of what that one is ``about``, if it names no
    thing that somebody was denied, or if a body finds so.
    """
    told = _DENIED.fullmatch(said)
    return told is not None and about is not None and bool(told["what"] or thing is None or found_by)


def is_reply(said: str) -> bool:
    """Whether somebody answers something ("reply", "written answer", "responded")."""
    return _REPLY.match(said) is not None
