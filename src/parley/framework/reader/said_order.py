"""Puts what stands behind a verb into the order of the text, with the prepositions and commas that lead to it there.

A drafter's order is grammatical and says what goes with what: "declare to the Commission its guns in the Delta, with
their number" isn't "declare its guns to the Commission in the Delta with their number".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.text import patterns as re

_PREPOSITIONS = (
    r"of|to|[io]n|into|over|upon|at|from|by|for|with|within|about|against|towards?|through|between|among|under|"
    r"regarding|concerning"
)
_LINK = re.compile(rf"\s*(?P<comma>,?)\s*(?P<joint>(?:and|or)?)\s*(?P<lead>(?:{_PREPOSITIONS})?)\s*", re.IGNORECASE)
"""What may lead from one part to the next and is no part itself."""
_LED = re.compile(rf"(?:{_PREPOSITIONS})\b", re.IGNORECASE)
_ADDED = re.compile(
    r"(?:including|such\s+as|in\s+particular|especially|primarily|particularly|among\s+them|using|taking\s+into\s+account|"
    r"without\s+prejudice|as\s+agreed|based\s+on|namely|giving\s+priority)\b"
)
"""What is set off by a comma wherever it is said: examples and grounds."""
_NAMES_MORE = re.compile(r"(?:the|an?|all|each|every|both|its|their)\s")
"""Further words that name somebody stand behind their comma: ", the wounded first"."""
_OF = re.compile(r"\sof\Z")
_TAKES_OF = re.compile(r"\b(?:treat|dispose|approve|speak|complain|tell|think|consist|rid|beware)\Z")
_ENDS_WITH = re.compile(rf"\s(?P<last>{_PREPOSITIONS})\Z")


@dataclass(frozen=True)
class Told:
    """A part behind the verb: its words, and where they stand; what has no place of its own (-1) comes last.

    ``first`` is the thing itself; ``slot`` says that a slot took it, where others are words that no slot took.
    """

    words: str
    start: int = -1
    end: int = -1
    first: bool = False
    slot: bool = False


def behind(verb: str, told: Sequence[Told], text: str, at: tuple[int, int] | None) -> str:
    """``verb``, which stands at ``at`` in ``text``, and behind it the parts as the text orders them.

    What the text has in front of the verb follows them; of that the thing itself (``first``) stands right behind it.
    """
    placed = sorted((each for each in told if at and each.start >= at[0]), key=lambda one: one.start)
    ahead = [each for each in told if each not in placed]
    before = at[1] if at else -1
    own = _ENDS_WITH.search(verb)
    if own and any(_leads(text, each.start) == own["last"] for each in placed[1:]):
        verb = verb[: own.start()]  # "agree in writing on details": the preposition of "agree on" comes later
    said = " ".join([verb, *(each.words for each in ahead if each.first)])
    last: Told | None = None
    for each in placed:
        link = _LINK.fullmatch(text, before, each.start) if before <= each.start else None
        if link is None:
            said = f"{said}{_apart(text[before : each.start], each)} {each.words}"
        else:
            said = _led_to(said, each, link, last)
        before, last = max(before, each.end), each
    for each in ahead:
        if not each.first:
            apart = _ADDED.match(each.words) or _NAMES_MORE.match(each.words)
            comma = "," if apart and f", {each.words}" in text else ""
            said = f"{said}{comma} {each.words}"
    return said.strip()


def _leads(text: str, start: int) -> str:
    """The word right before a place of the text."""
    return text[max(0, start - 16) : start].rstrip().rpartition(" ")[2].lower()


def _apart(gap: str, each: Told) -> str:
    """The comma before a part with something else before it; what stood between two commas leaves none behind."""
    closes = gap.rstrip().endswith(",") and not gap.lstrip().startswith(",")
    return "," if not each.first and not each.slot and (closes or _ADDED.match(each.words)) else ""


def _led_to(said: str, each: Told, link: re.Match[str], last: Told | None) -> str:
    """``said`` and the next part; ``last`` is the part before it, if it isn't the first behind the verb."""
    lead = link["lead"].lower()
    if last is None and lead == "of" and not _TAKES_OF.search(said) and not _OF.search(said):
        lead = ""  # "the laying of mines" is said as "lay mines"
    own = _ENDS_WITH.search(said) if last is None else None
    if _LED.match(each.words) or (own and own["last"] == lead):
        lead = ""
    if lead and own and _OF.search(said):  # "carry out attacks of" was said without looking at what follows
        said = said[: own.start()]
    elif lead and own:
        lead = ""
    bare = each.first and last is None
    bare = bare or (each.slot and last is not None and last.first and len(last.words) < _LONG)
    comma = "," if link["comma"] and not bare else ""
    joint = link["joint"].lower() if last else ""
    return " ".join(filter(None, (said + comma, joint, lead, each.words)))


_LONG = 40
"""So long a thing may hold a clause of its own, whose comma ends it: "the mines that it has laid, to the Mission"."""


def place_of(words: str, text: str, taken: Sequence[tuple[int, int]], begin: int) -> tuple[int, int]:
    """Where ``words`` stand from ``begin`` on, and in no part that is ``taken``; else before it; else (-1, -1)."""
    found = -1
    for start in (*_occurrences(words, text, begin), *_occurrences(words, text, 0)):
        if not any(start < last and first < start + len(words) for first, last in taken):
            found = start
            break
    return (found, found + len(words)) if found >= 0 else (-1, -1)


def _occurrences(words: str, text: str, begin: int) -> list[int]:
    found: list[int] = []
    start = text.find(words, begin)
    while start >= 0 and len(found) < 8:
        found.append(start)
        start = text.find(words, start + 1)
    return found
