"""How much is too much: "no more than three flights a day", "not more than 600 persons at any time"."""

from __future__ import annotations

from parley.model import Modality, Thing
from parley.text import patterns as re
from parley.text.acts import noun_at_start
from parley.text.numbers import PATTERN, parse_number

from .clause import Clause

_AT_MOST = r"(?:no|not)\s+more\s+than|at\s+(?:the\s+)?most|a\s+maximum\s+(?:number\s+)?of|not\s+exceeding|up\s+to"
_LIMIT = re.compile(
    rf"(?:(?P<most>{_AT_MOST})|(?P<below>(?:fewer|less)\s+than)|(?P<above>more\s+than|in\s+excess\s+of|over))\s+"
    rf"(?P<number>{PATTERN})\s+(?=[A-Za-z])",
    re.IGNORECASE,
)
MEASURE = (
    r"(?:mm|cm|km|kg|kilomet\w+|met(?:er|re)s?|m|feet|ft|yards?|knots?|(?:nautical\s+)?miles?|"
    r"tons?|tonnes?|hours?|days?|per\s?cent)"
)
_MEASURE = re.compile(rf"{MEASURE}\b", re.I)
_LEAST = re.compile(rf"(?:no\s+fewer\s+than|a\s+minimum\s+of)\s+{PATTERN}\s+(?=[A-Za-z])", re.IGNORECASE)
_LIGHT = re.compile(r"(?:conduct|carry\s+out|make|perform|undertake|fly|execute)\b", re.I)
_HELD = re.compile(r"(?:have|keep|maintain|hold|retain)\b", re.I)
_WORD = re.compile(r"[a-z\-]+\s+", re.I)


def infer_limit(clause: Clause) -> None:
    """The most there may be: "shall conduct no more than three flights", "shall not fly more than three drones".

    Each forbids a fourth, as "fewer than four" does; the modality stays that of the words. Where the thing that is
    counted names the act ("flights"), the act is that, and so it is where there is to be a number of it at least.
    """
    thing = clause.object
    least = _LEAST.match(thing.text) if thing is not None else None
    if thing is not None and least is not None and clause.deeds and _LIGHT.match(clause.deeds[0][1]):
        act, said = clause.deeds[0]
        clause.deeds[0] = _act_of(thing.text[least.end() :]) or act, said
    match = _LIMIT.match(thing.text) if thing is not None else None
    if thing is None or match is None or _MEASURE.match(thing.text, match.end()):
        return
    if (clause.modality is Modality.MUST_NOT) is not (match["above"] is not None):
        return  # "shall not keep no more than", "shall keep more than": not what this form says
    what, most = thing.text[match.end() :], float(parse_number(match["number"])) - (match["below"] is not None)
    clause.object = Thing(text=thing.text, term=thing.term, most=most)
    act, said = clause.deeds[0]
    named = _act_of(what) if _LIGHT.match(said) else None
    if named is not None:
        clause.deeds[0] = named, said
    elif _HELD.match(said) and act != "deploy":
        clause.deeds[0] = "deploy", said


def _act_of(what: str) -> str | None:
    """The act that the counted noun names, behind up to two words that qualify it: "reconnaissance flights"."""
    for _ in range(3):
        found = noun_at_start(what)
        if found:
            return found[0]
        word = _WORD.match(what)
        if word is None:
            return None
        what = what[word.end() :]
    return None
