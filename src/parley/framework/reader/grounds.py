"""Places of any noun, where something is moved or held: "out of the quarry", "from the cellars", "off the dam".

Which nouns name places nobody can list. Behind a deed that moves or holds somebody or something, a preposition and a
plain noun say where; so no map knows it, and any noun is taken but those of people, times, manners and other abstract
things.
"""

from __future__ import annotations

from parley.text import patterns as re

from .anyone import are_people
from .asides import TIMELIKE
from .names import plain_agent

GOES = re.compile(
    r"(?:come|go(?:ne)?|march(?:ed)?|walk(?:ed)?|run|rid(?:e|den)|travel(?:led)?|sail(?:ed)?|driven?|fl(?:y|own)|row(?:ed)?|climb(?:ed)?|"
    r"mov(?:e|ed)|br(?:ing|ought)|let|pass(?:ed)?|take(?:n)?|carr(?:y|ied)|fetch(?:ed)?|le(?:a)?d|sen[dt]|drag(?:ged)?|haul(?:ed)?|tow(?:ed)?|pull(?:ed)?|push(?:ed)?|"
    r"lift(?:ed)?|draw(?:n)?|ship(?:ped)?|ferr(?:y|ied)|retreat|retire|return(?:ed)?|transfer(?:red)?|transport(?:ed)?|throw(?:n)?|dump(?:ed)?)"
    r"(?:\s+(?:up|down|back|out|away|over|off|home|forward|ashore|together))?\Z"
)
"""Verbs of going and of moving something, with their particles: behind them "from" and "to" say whence and whither."""
NOT_IN = re.compile(r"(?:under|around|over|through|above|amid|along|astride|near|opposite|into|via)\b", re.IGNORECASE)
"""Before any noun these say how or about what as often as where."""
PUTS = re.compile(
    r"(?:be|put|set|la(?:y|id)|leave|left|keep|kept|park(?:ed)?|stor(?:e|ed)|stack(?:ed)?|hang|hung|bur(?:y|ied)|plac(?:e|ed)|post(?:ed)?|light|lit|pitch(?:ed)?|"
    r"sow(?:n)?|plant(?:ed)?|hoist(?:ed)?|unload(?:ed)?|load(?:ed)?|gather(?:ed)?|wait|stop|stand|sit|sleep|camp|swim|fish|graze|hid(?:e|den)|live|lodge(?:d)?)"
    r"(?:\s+(?:up|down|out|away|off|mines))?\Z"
)
"""Verbs of putting something somewhere and of being there."""
ON = re.compile(r"\bon\s+(?=(?:the|its|their|any|each|every|both|all|it|them)\b)", re.IGNORECASE)
"""Before any noun behind a deed that moves or puts somebody or something."""
_NOUN = re.compile(
    r"(?:the|its|their|his|one|any|each|every|both|all|those|these|another|an?)\s+"
    r"(?P<what>(?:(?!(?:and|or|of|from|to|by|in|on|at|with|within|the|who|that|which|is|are|shall|must|may)\b)[\w’'\-]+\s+){0,2}?"
    r"[a-z][a-z’'\-]+(?:\s+of\s+(?:(?:the|its|their|each|either)\s+)?(?:[a-z\-]+\s+)?[\w\-]+)?)"
    r"(?=\s*(?:[,;.\0]|\Z)|\s+(?:and|or|from|until|till|by|in|on|at|to|into|with|within|unless|except|while|during|shall|may|must|every|each|"
    r"without|when|if|not|no|only|for|after|before|once|twice|as)\b)"
)
_IT = re.compile(r"(?:it|them)(?=\s*(?:[,;.\0]|\Z))")
_INTO = re.compile(r"\b(?:on|in|into|inside|across|beyond|over|through|behind|onto)\s+\Z", re.IGNORECASE)
"""Before "it" or "them" these tell of a place; "from it" and "to them" may speak of anything."""
_NO_GROUND = re.compile(
    r"(?:[a-z\-]+(?:tion|sion|ment|ness|it(?:y|ie)|ance|ence|ancy|ency|ism|sis|ing|dure|sure|sal|val)s?|"
    r"(?:way|manner|name|course|event|fact|case|light|view|spirit|dark|rate|request|latest|most|least|expense|cost|head|hands?|eyes|interests?|"
    r"language|basis|open|rest|people|other|same|point|order|process|opinion|doubt|need|use|will|care|trial|turn|"
    r"work|war|peace|truce|talk|law|rule|term|list|text|paper|article|annex|paragraph|account|purpose|behalf|side|group|"
    r"pair|number|amount|price|speed|risk|field|kind|sort|form|state|level|height|range|half|part|whole|sum|total|"
    r"mean|help|leave|flag|banner|pretext|guise|eye|sight|word|letter|report|uniform|company|"
    r"population|army|navy|force|militia|enemy|public|press|crew|staff|family|dead|wounded|sick|fallen|missing|extent|service|seal|guard|lock|tongue|"
    r"degree|standard|same|past|future|present|meantime|absence|exchange|bargain|strength|demand|subject|matter|initiative|advice|average|spot|fire|excuse|arm|sleeve|shoulder|chest|cap|hat|ice|charge|custody|conflict|fighting|struggle|rebellion|clashe|piece|lot|batch|batche|third|quarter|rank|end|register|book|ledger|log|journal|loss|profit|ratio|colour|categorie|stead|budget|fund|treasury|"
    r"revenue|income|proceed|salar(?:y|ie)|wage|stock|reserve|benefit|advantage|detriment|row|column|convoy|signal|sound|call|instance|air|outset)s?)(?:[’']s?)?",
    re.IGNORECASE,
)


_AND = re.compile(r",?\s+(?:and|or)\s+")


def grounds_behind(text: str, named: tuple[int, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
    """The place ``named`` with the next one that "and" joins to it: "from the roofs and the minarets"."""
    end, of = named
    joint = _AND.match(text, end)
    other = ground(text, joint.end()) if joint else None
    return (other[0], (*of, *other[1])) if other else named


def ground(text: str, start: int) -> tuple[int, tuple[str, ...]] | None:
    """The end and the words of a noun phrase at ``start`` that may name a place; ``None``: people, times, ideas."""
    told = _IT.match(text, start) if _INTO.search(text, 0, start) else None
    if told:
        return told.end(), (told.group(),)
    match = _NOUN.match(text, start)
    if (
        not match
        or any(map(_NO_GROUND.fullmatch, match["what"].partition(" of ")[0].split()))
        or TIMELIKE.search(match["what"])
    ):
        return None
    if are_people(match["what"]) or plain_agent(match["what"]):
        return None
    return match.end(), (match["what"],)
