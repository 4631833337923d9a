"""What stands behind an object and is none of it: to whom it goes, what somebody is let do, of what is told."""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start

from .anyone import are_people
from .names import plain_agent
from .unlisted import unlisted_verb

_HANDED = frozenset(
    {
        "deliver",
        "share",
        "return",
        "grant",
        "publish",
        "report",
        "notify",
        "release",
        "refer",
        "sell",
        "lend",
        "export",
        "pay",
    }
)
"""Acts by which a thing comes to somebody: their "to" is never the object's."""
_LET = re.compile(
    r"(?:allow|permit|enable|authori[sz]e|invite|help|assist|instruct|order|require|request|ask|leave|direct)\b"
)
_TO = re.compile(r"\s+to\s+(?=\w)")
_OWN_TO = re.compile(
    r"(?:\b(?:access|answers?|right|rights|claims?|keys?|damage|threats?|roads?|routes?|bridges?|railways?|tracks?|paths?|line|ferr(?:y|ies)|"
    r"entrances?|approaches|reference|limits?|objections?|calls?|incitements?|appeals?|invitations?|amendments?|annex(?:es)?|changes?|part(?:y|ies)|signator(?:y|ies)|visits?|trips?|"
    r"next|close|due|prior|subject|according|relevant|similar|equal|(?!(?:seed|feed|weed|reed)\b)[a-z]+ed|[a-z]+ing|hours?|days?)|\d)\Z",
    re.IGNORECASE,
)
"""What takes a "to" of its own: "the keys to the depot", "lands belonging to"."""
_KEYS = re.compile(r"\bkeys?\Z")
_OPEN = re.compile(r"\b(?:that|which|who|whom|whose|where|from|between)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:on|about|concerning|regarding|as\s+to)\s+(?=(?:the|all|any|every|each|its|their|an?|how|what|whether|[a-z]+s)\b)"
)
_NO_TOPIC = re.compile(
    r"on\s+(?:the\s+(?:spot|ground|basis|same|day|date|morning|eve|occasion|territory)|all\s+sides|foot|a\s+)\b"
)


def without_recipient(piece: str, acts: list[str]) -> tuple[str, str]:
    """The object, and "to the hospital of Tarn" behind it where the act hands it over."""
    if not _HANDED.intersection(acts):
        return piece, ""
    for to in _TO.finditer(piece):
        thing, whom = piece[: to.start()], piece[to.end() :]
        if _OPEN.search(thing) or "(" in thing:
            break
        keys = _KEYS.search(thing) and (are_people(whom) or plain_agent(whom))  # "hand the keys to the mayor"
        if (keys or not _OWN_TO.search(thing)) and not verb_at_start(whom, base=True):
            return thing.rstrip(" ,"), piece[to.start() :].strip()
    return piece, ""


_OPEN_RELATIVE = re.compile(r"\b(?:who|whom|which|that)\b")
_GIVES = re.compile(
    r"(?:give|send|hand|show|lend|loan|offer|pay|teach|grant|allow|sell|lease|accord|deny|refuse|guarantee|assign|"
    r"deliver|issue|render|cede|pass|bring|leave|spare|owe|award|permit|tell|buy|find|serve|(?:put|lay|set)\s+before)\Z"
)
"""Verbs that may have two objects: to whom, and what."""
_WHAT = (
    r"(?=(?:its|their|his|her|the|an?|all|any|every|such|both|further|free|full|safe|unhindered|no|at\s+least|prior|written|"
    r"\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|forty|sixty|ninety)\s+[\w’'])"
    r"(?!(?:each|every|the)\s+(?:day|week|month|morning|evening|year|hour|first|next|same)\b|\d+\s*(?:km|hours?|days?)\b)"
)
_BARE = r"(?=(?:lists?|maps?|copies|fuel|food|water|[a-z]+s)\b)(?!(?:as|this|is|was|has|does|unless|across|towards)\b)"
"""Right behind a known actor or a pronoun a noun without an article is what they get, too."""
_NOUNS = r"(?:(?!(?:of|for|in|on|at|to|from|with|by|and|or|as)\b)[\w\-]+\s+){1,3}?"
_WHOM = re.compile(
    rf"(?:each\s+other|one\s+another|the\s+other|them|it|him|her)\s+(?:{_WHAT}|{_BARE})"
    rf"|(?:the|its|their|every|each|any|all)\s+{_NOUNS}{_WHAT}"
)
_WHAT_NEXT = re.compile(rf"\s+(?:{_WHAT}|{_BARE})")


def gives(verb: str) -> bool:
    """Whether what the verb is done to comes to somebody: "hand over", "transmit"."""
    return _GIVES.match(verb) is not None or _HANDS.fullmatch(verb) is not None


_HANDS = re.compile(
    r"(?:hand|pass|give|turn|make)\s+(?:over|back|in|up)|submit|provide|transmit|supply|communicate|forward|return|surrender|transfer|present"
)


def given_to(piece: str, verb: str, actor: int | None) -> int:
    """How many characters of an object are somebody to whom the rest of it goes: "the crews | their passes".

    ``actor`` is how far a known actor reaches from its beginning.
    """
    if not _GIVES.match(verb):
        return 0
    found = _WHAT_NEXT.match(piece, actor) if actor else _WHOM.match(piece)
    if not found or _OPEN_RELATIVE.search(piece, 0, found.end()):
        return 0  # "bring the persons who commit | a violation before its courts"
    return found.end()


def let_do(piece: str, verb: str) -> tuple[str, str]:
    """Whom somebody lets or asks, and what they are to do: "fishing boats", "to pass the locks"."""
    if not _LET.match(verb):
        return piece, ""
    for to in _TO.finditer(piece):
        whom, does = piece[: to.start()], piece[to.end() :]
        if _OPEN.search(whom):
            break
        if not _OWN_TO.search(whom) and (verb_at_start(does, base=True) or unlisted_verb(does)):
            return whom.rstrip(" ,"), piece[to.start() :].strip()
    return piece, ""


def topic(piece: str) -> re.Match[str] | None:
    """The "on" of "report on the state of the roads", behind which its object stands."""
    return None if _NO_TOPIC.match(piece) else _ABOUT.match(piece)


_NOUN_TO = re.compile(
    r"\b(?:rights?|dut(?:y|ies)|obligations?|permission|permits?|attempts?|plans?|orders?|ability|freedom|places?|time|powers?|requests?|"
    r"intention|decisions?|commitments?|need|means|opportunit(?:y|ies)|reasons?|refusal|offers?|proposals?|authority|licen[cs]es?|mandate|"
    r"readiness|efforts?|steps|measures|chance|ways?|how|(?:any|some|no)thing|work|tasks?|aid|help|assistance|resistance|opposition|"
    r"loyalty|letters?|attention|guarantees?|respect|power|harm|[a-z]+(?:ments?|tions?|sions?|r(?:y|ies)|ances?|ences?|als?)|exports?|"
    r"imports?|supplies|flights?|journeys?|exposure|as|who|not|and|or)\Z",
    re.IGNORECASE,
)
"""What takes an infinitive or a "to" of its own: "the right to fish", "payments to the rebels"."""
_ON_TO = re.compile(r"(?:\A|\s+)(?:(?:up|down|back|out|over|on|through|across)\s+)?to\s+(?=\w)")
_ASKS = re.compile(r"(?:ask|tell|show|inform|warn|remind|teach|advise|instruct)\b")
_ASKED = re.compile(r"\s+(?=(?:why|how|whether|what)\s)")
_QUESTION = re.compile(r"(?:whether|how|why|what|when|where|who|which)\b")
_WHERE_AT = re.compile(
    r"\s+(?=in\s+each\s+of\s|in\s+(?:plain|civilian)\s+clothes\b|at\s+(?:its|their|the|each|every)\s+(?:(?:first|next|last|same)\s+)?(?:sessions?|meetings?|sittings?|visits?|time)\b|(?:above|below|beneath)\s+(?:the|its|their|an?)\s(?!(?:age|rank|level|calibre|legal)\b)|where\s+(?:they|it|he|she)\s|(?<!left\s)(?<!ed\s)(?<!held\s)(?<!found\s)there\Z|"
    r"by\s+(?:the|an?)\s+(?:[a-z\-]+\s+)?(?:line|telephone|radio|phone|channel|link|courier|messenger|post|pouch|hotline)\Z|by\s+(?!(?:the|its|their|his|an?|any|all|each|every|either|those|these)\b)(?:[a-z]+\s+){0,2}(?:aircraft|drones?|ships?|vessels?|boats?|vehicles|planes|helicopters|troops|forces)\Z)"
)
_KEEPS = re.compile(
    r"(?:hinder|stop|prevent|keep|deter|bar|discourage|dissuade|restrain|hold|prohibit|ban|block|impede|restrict)\b"
)
_PARTS = re.compile(r"(?:separate|detach|isolate|shield|protect|exempt|dissociate)\Z")
_FROM_WHOM = re.compile(r"\s+(?=from\s+(?:the|its|their|his|her|any|all|each|[a-z]+)\b)")
"""From whom or what something is parted is none of it: "separate children | from their mothers"."""
_CLEARS = re.compile(r"(?:clear|free|rid|strip|empty)\Z")
_OF_WHAT = re.compile(
    r"\s+(?=of\s+(?:(?:all|any|its|their)\s+)?(?:[a-z]+\s+)?(?:mines|obstacles|barricades|snow|ice|debris|rubble|wrecks?|ordnance|explosives|weapons|troops|"
    r"fighters|vehicles|weeds|undergrowth|wire)\b)"
)
"""What somewhere is cleared of: "the track | of obstacles"."""
_MARKS = re.compile(
    r"(?:mark|fence(?:\s+off)?|seal(?:\s+off)?|surround|ring|rope\s+off|paint|block|signpost|secure|cover|fill(?:\s+in)?|close(?:\s+off)?|line|tie|brand|label|stamp)\Z"
)
_WITH_WHAT = re.compile(r"\s+(?=with\s+(?!(?:the\s+)?(?:consent|help|aid|assistance|leave)\b)[a-z\d])")
"""The means of marking or closing something is none of it: "mark its posts | with red panels"."""
_FROM_DOING = re.compile(r"\s+(?=from\s+(?:(?:being|having)\b|[a-z]+ing\b))")


def behind_thing(piece: str, verb: str) -> tuple[str, str]:
    """The object, and what stands behind it and is none of it: "to find out why", "from selling their houses"."""
    for pattern, asked in (
        (_ASKS, _ASKED),
        (_KEEPS, _FROM_DOING),
        (_MARKS, _WITH_WHAT),
        (_CLEARS, _OF_WHAT),
        (_PARTS, _FROM_WHOM),
    ):
        cut = asked.search(piece) if pattern.match(verb) else None
        if cut:
            return piece[: cut.start()].rstrip(" ,"), piece[cut.end() :]
    if _QUESTION.match(piece):
        return piece, ""
    for cut in _WHERE_AT.finditer(piece):
        if not _OPEN.search(piece, 0, cut.start()):
            return piece[: cut.start()].rstrip(" ,"), piece[cut.end() :]
    for to in _ON_TO.finditer(piece):
        what = piece[: to.start()].rstrip(" ,")
        if not what or _OPEN.search(what) or "(" in what:
            break
        last = what.rpartition(" ")[2]
        if not _OWN_TO.search(what) and not _NOUN_TO.search(what) and noun_at_start(last) is None:
            return what, piece[to.start() :].strip()
    return piece, ""
