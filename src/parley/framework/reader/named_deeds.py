"""Rows of nouns that name deeds: "Maltreatment, intimidation and forced enlistment of prisoners are prohibited".

In what is forbidden as a row, every member is a deed; so a noun that the lexicon has not is taken for one of its own
where its ending says that it names what is done.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.acts import noun_at_start
from parley.text.wordlist import word_set

from .joined import with_its_like
from .unlisted import unlisted_noun

_JOINT = re.compile(r"\s*,\s*(?:(?:and|or|nor)\s+)?|\s+(?:and|or|nor|as\s+well\s+as)\s+")
_LEAD = re.compile(r"(?:(?:the|all|any|every|an?|other|acts?\s+of|forms?\s+of|kinds?\s+of)\s+)*", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][a-z\-]*")
_DEED = re.compile(r"[a-z\-]{3,}(?:tion|sion|ment|ing|ance|ence|ery|ism|cide)s?")
_DEEDS = word_set(
    "arson rape murder theft torture abuse assault blackmail slavery labour labor reprisal mockery trespass sabotage "
    "blockade display parade pillage discharge espionage perfidy treachery piracy usury profiteering blackmail plunder "
    "extortion sale theft purchase import export pursuit slaughter hire trade"
)
_NO_DEED = word_set(
    "agreement ammunition announcement apartment appliance arrangement artillery battery bridging building "
    "cemetery clothing compartment crossing delegation department detachment distance document dwelling element "
    "embankment emplacement entrance environment equipment evening everything anything nothing something fence "
    "formation fortification gallery garment government implement infantry institution installation instrument "
    "machinery meeting monument mooring morning municipality nation opening ordnance organisation organization "
    "parliament pavement pharmacy population portion position province regiment region residence section segment "
    "settlement shipping station substance television"
)
_HARM = word_set(
    "kidnapping abduction extortion torture mutilation intimidation incitement propaganda looting hunting poaching "
    "drumming begging gambling smuggling desertion harassment humiliation vandalism profiteering"
)
"""Deeds that are whole in one word."""
_OF = re.compile(r"\s+(?:of|against)\s+")
ENDS_DEED = re.compile(r"\s*\Z|\s+(?:of|against|on|by|for|in|at|to|with|towards?|between|among|from)\s")
"""What may stand behind the noun of a deed."""
_MOST = 8


def row_of_deeds(text: str, start: int, end: int) -> list[tuple[str, int, int, int]] | None:
    """The deeds named by a row of nouns that fills ``text`` from ``start`` to ``end``, or ``None`` if it is no row.

    Each is ``(act, start, end, behind)`` with where the noun stands, and where its own object or ``end`` is.
    """
    found: list[tuple[str, int, int, int]] = []
    at = start
    while len(found) < _MOST:
        head = deed_at(text, at, end)
        if head is None:
            return None
        act, first, stop = head
        own = _OF.match(text, stop, end)
        close = end
        if own:
            others = (
                each
                for each in _JOINT.finditer(text, own.end(), end)
                if _has_its_own(text, each.end(), end) or _stands_alone(text, own.end(), each.end(), end)
            )
            close = next((each.start() for each in others), end)
        joint = _JOINT.match(text, close if own else stop, end)
        found.append((act, first, stop, own.end() if own else stop))
        if joint is None:
            tail = text[stop:end].strip() if not own else ""
            return found if len(found) > 1 and not tail else None
        at = joint.end()
    return None


def each_has_its_own(text: str, row: list[tuple[str, int, int, int]], end: int) -> bool:
    """Whether each deed of the row is whole, with an object of its own or with none ("arson"), and in none of these
    objects another deed may be named. What the last alone has may be what all are done to."""
    stops = [*(first for _, first, _, _ in row[1:]), end]
    *others, last = (behind > stop for _, _, stop, behind in row)
    apart = any(others) or (last and re.search(r"\bthe\s\Z", text[: row[-1][1]]) is not None)
    return apart and not any(
        deed_at(text, joint.end(), last)
        for (_, _, _, behind), last in zip(row, stops, strict=True)
        for joint in _JOINT.finditer(text, behind, last)
        if joint.end() < last and text[joint.end() : last].strip(" ,") not in ("", "the")
    )


def deed_at(text: str, at: int, end: int) -> tuple[str, int, int] | None:
    """The noun of a deed at ``at``, behind up to two qualities: its act, and where it begins and ends."""
    lead = _LEAD.match(text, at, end)
    at = lead.end() if lead else at
    first = at
    for _ in range(3):
        listed = noun_at_start(text[at:end])
        if listed:
            return listed[0], first, with_its_like(text[:end], at + listed[1])
        word = _WORD.match(text, at, end)
        if not word:
            return None
        plain = word.group().lower()
        after = text[word.end() : end]
        if _names_a_deed(plain) and (ENDS_DEED.match(after) or _JOINT.match(after)):
            told = unlisted_noun(text[at:end])
            return told[0] if told else plain, first, word.end()
        space = re.compile(r"\s+(?=[a-z])").match(text, word.end(), end)
        if not space:
            return None
        at = space.end()
    return None


def _names_a_deed(noun: str) -> bool:
    plain = noun.removesuffix("s")
    return (plain in _DEEDS or _DEED.fullmatch(noun) is not None) and _NO_DEED.isdisjoint((plain, noun))


def _stands_alone(text: str, object_: int, at: int, end: int) -> bool:
    """Whether one word at ``at`` is a deed done to nothing, behind the object of another: "..., looting and"."""
    if re.compile(r"(?:the\s+|all\s+|any\s+)?[a-z]+ing\b").match(text, object_, at):
        return False  # "the obstruction of fishing, farming and ..."
    lead = _LEAD.match(text, at, end)
    word = _WORD.match(text, lead.end() if lead else at, end)
    if not word or (word.end() < end and not _JOINT.match(text, word.end(), end) and text[word.end() : end].strip()):
        return False
    plain = word.group()
    listed = _DEED.fullmatch(plain) and noun_at_start(plain, whole=True)
    alone = plain in _DEEDS or plain in _HARM or plain.endswith("ing") or (listed and not plain.endswith("s"))
    return bool(alone) and plain not in _NO_DEED and (lead is None or not lead.group())


def _has_its_own(text: str, at: int, end: int) -> bool:
    """Whether the deed at ``at`` has an object of its own: what follows "burning of" may be more that is burned."""
    head = deed_at(text, at, end)
    return head is not None and _OF.match(text, head[2], end) is not None
