"""Words by which somebody answers something: a reply, in whatever words a report tells of it."""

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


def is_reply(said: str) -> bool:
    """Whether somebody answers something ("reply", "written answer", "responded")."""
    return _REPLY.match(said) is not None
