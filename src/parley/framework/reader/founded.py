"""The bodies that a text sets up: "A Joint Commission (JC) is established", "the Parties establish a Watch"."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import Party
from parley.text import patterns as re

from .names import HEADS

_BODY = re.compile(
    rf"(?:[Aa]n?|[Tt]he|hereby|establish(?:es)?|create|form|set up)\s+(?P<name>(?:[A-Z][\w’'\-]*\s+"
    rf"(?:(?:of|for|and|on)\s+(?:the\s+)?)?){{0,6}}(?:{HEADS}|Corps|Chamber|Bench|Watch|Registry|Inspectorate)\b(?:\s+(?:of|for|on)\s+(?:the\s+)?[A-Z][\w\-]*"
    rf"(?:\s+(?:and\s+)?[A-Z][\w\-]*){{0,3}})?)"
    rf"(?:\s*\((?:the\s+)?[\"“'‘]?(?:the\s+)?(?P<short>[A-Z][\w\-]*(?:\s[A-Z][\w\-]*)?)[\"”'’]?\))?"
)
FOUNDED = r"(?:established|created|set\s+up|constituted|formed|instituted|founded)"
"""How one says in the passive that a body is set up."""
_ESTABLISHED = re.compile(
    rf"\b(?:is|are|be)\s+(?:hereby\s+|herewith\s+)?{FOUNDED}\b|(?<=,\s)(?:hereby|herewith)\s+{FOUNDED}\b"
    r"|\b(?:establish|sets? up|create|form|constitute|institute)(?:e?s)?(?:,[^,;.]{1,50},)?\s+(?:an?|the)\b"
)
_SET_UP = re.compile(
    r"(?:(?:an?|the)\s+(?=[A-Z]\S*\s+[A-Z])|the\s+(?=[A-Z]\w*(?:s|men)\b))(?P<name>(?:[A-Z][\w’'\-]*\s+)*[A-Z][\w’'\-]*)(?=\s*[,.;:(]|\s+(?:on|by|at|in|to|of|with|which|that|from)\b)"
)
"""What somebody sets up under a name with no word for a body in it: "the Joint Watch"."""
_IN_BRACKETS = re.compile(
    r"(?:[Aa]n?|[Tt]he)\s+(?:[a-z][\w\-]*\s+){1,8}\(the\s+[\"“'‘]?(?P<name>[A-Z][\w\-]*(?:\s[A-Z][\w\-]*)?)[\"”'’]?\)\s*\Z"
)
"""What is set up is told by what it is, and named in brackets: "A body of three judges (the Arbiters)"."""
_FOUNDED_AS = re.compile(
    r"(?:[^,]{0,60},\s+)?(?:[Aa]n?|[Tt]he)\s+(?P<name>[A-Z][\w’'\-]*(?:\s+(?:(?:of|for|on)\s+(?:the\s+)?)?[A-Z][\w’'\-]*){0,5})"
    r"(?:\s*\((?:the\s+)?[\"“'‘]?(?:the\s+)?(?P<short>[A-Z][\w\-]*(?:\s[A-Z][\w\-]*)?)[\"”'’]?\))?\s*,?\s*\Z"
)
"""A name that is all there is before "is established", whatever its last word: "The Three Judges are set up"."""
_NO_BODY = re.compile(
    r"(?:Zones?|Areas?|Lines?|Corridors?|Belts?|Strips?|Days?|Sites?|Points?|Camps?|Roads?|Routes?|Funds?|Windows?|Hotlines?"
    r"|Channels?|Registers?|Truces?|Pauses?|Cease-?[Ff]ires?|Periods?|Perimeters?|Sectors?|Districts?|Waters|Lanes?"
    r"|Crossings?|Depots?|Stores?|Hospitals?|Schools?|Programmes?|Passages?|Borders?|Boundar(?:y|ies)|Spaces?|Airspace"
    r"|Sanctuar(?:y|ies)|Arms|Weapons?|Lists?|Plans?|Maps?|Rules?|Fires?|Agreements?|Arrangements?|Protocols?)\Z"
)


def body_established(words: str) -> Party | None:
    """The body that a sentence sets up: "A Joint Commission (JC) is established", "the Parties establish a ..."."""
    established = _ESTABLISHED.search(words)
    if not established:
        return None
    there = re.match(r"There\s+(?:is|are|shall\s+be|will\s+be)\s", words)
    passive = not there and re.match(r"(?:is|are|be|here\w+)\b", established.group())
    region = words[: established.start()] if passive else words[max(0, established.end() - 4) :]
    match = _BODY.search(region)
    if not match and not passive and (named := _SET_UP.search(region[:80])) and not _NO_BODY.search(named["name"]):
        return Party(id=named["name"], name=" ".join(named["name"].split()))
    named = _IN_BRACKETS.match(region) if passive and not match else None
    if named and not _NO_BODY.search(named["name"]):
        return Party(id=named["name"], name=named["name"])
    if not match and passive and (named := _FOUNDED_AS.match(region)) and not _NO_BODY.search(named["name"]):
        name = " ".join(named["name"].split())
        return Party(id=named["short"] or name, name=name)
    if not match or (passive and match.start() > 40):
        return None
    name = " ".join(match["name"].split())
    return Party(id=match["short"] or name, name=name)


def unique(bodies: Iterable[Party]) -> tuple[Party, ...]:
    """The bodies, each id once."""
    return tuple({body.id: body for body in bodies}.values())
