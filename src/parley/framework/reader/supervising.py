"""Who verifies a deed, said within its own sentence: "under the supervision of the Commission"."""

from __future__ import annotations

from parley.text import patterns as re

from .conditions import FoundActors, agent_at
from .names import Names

_VERIFIER = re.compile(
    r"(?:,\s*)?(?:\b(?:under|before)\s+the\s+(?:very\s+)?eyes?\s+of|\bin\s+the\s+(?:presence|sight)\s+of|\bto\s+the\s+satisfaction\s+of|\b(?:as\s+)?(?:verified|monitored|confirmed|supervised|certified|observed|witnessed|attested)\s+by|"
    r"\bunder\s+(?:the\s+)?(?:monitoring|supervision|verification|observation|control|eyes|gaze|oversight)\s+(?:of|by)|"
    r"\bwith\s+(?:the\s+)?(?:verification|monitoring)\s+(?:by|of)|"
    r"\bsubject\s+to\s+(?:the\s+)?(?:(?:prior|final|subsequent|later)\s+)?(?:verification|confirmation|certification|monitoring|inspection)\s+(?:by|of))\s+",
    re.IGNORECASE,
)
_VERIFIED_BY = re.compile(
    r"(?:,\s*)?\b(?:under|with)\s+(?P<who>(?:the\s+)?[A-Z][\w/\-]*(?:\s+[A-Z][\w/\-]*){0,4})(?:['’]s?)?\s+"
    r"(?:monitoring|supervision|verification|observation|control)\b"
)
_AND_OF = re.compile(r"\s*,?\s+and\s+(?:of|by|in\s+the\s+presence\s+of)\s+", re.IGNORECASE)
_LOOKING_ON = re.compile(
    r",?\s*\bwith\s+(?P<who>[^,;\0]{2,60}?)\s+(?:looking\s+on|watching|in\s+attendance|present|as\s+(?:an?\s+)?(?:witness(?:es)?|observers?|verifiers?))"
    r"(?=\s*(?:[,;.\0]|\Z))"
    r"|,\s*(?P<confirming>(?:the\s+)?[^,;\0]{2,60}?)\s+(?:confirming|certifying|verifying|witnessing|attesting)\b[^;\0]*"
)
"""Who stands by, or finds that it was done: "with the Red Circle looking on", ", the JVC certifying that it is so"."""


def verifiers(text: str, names: Names) -> list[FoundActors]:
    """Who verifies, said within a duty: "verified by the Commission", "under the supervision of ..."."""
    found = []
    for lead in _VERIFIER.finditer(text):
        reach = agent_at(text, lead.end(), names)
        while reach and (also := _AND_OF.match(text, reach[0])):
            other = agent_at(text, also.end(), names)
            if not other:
                break
            reach = other[0], tuple(dict.fromkeys((*reach[1], *other[1])))
        if reach:
            found.append(FoundActors(lead.start(), reach[0], reach[1]))
    for match in (*_VERIFIED_BY.finditer(text), *_LOOKING_ON.finditer(text)):
        said = match.groupdict()
        ids = names.bearers(said["who"] or said.get("confirming") or "")
        if ids and not any(match.start() < each.end and each.start < match.end() for each in found):
            found.append(FoundActors(match.start(), match.end(), ids))
    return found
