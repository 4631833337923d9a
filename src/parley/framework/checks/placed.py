"""What the text says that its annexes draw: lines and zones, and in which annex each is to be found."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import Definition, Finding, Severity, ShapeKind
from parley.text import patterns as re
from parley.text.wordlist import word_set

from .draft import Draft
from .rule import Rule
from .shapes import Drawn

_IS = re.compile(
    r"\W*(?:the|an?|that|those|every|all)\s+(?:\w+\s+){0,3}?(?:(?P<line>lines?|borders?|frontiers?)"
    r"|(?P<zone>zones?|areas?|strips?|territor(?:y|ies)|sectors?|corridors?|land|grounds?))\b",
    re.IGNORECASE,
)
"""What a definition says that a place is, in its first words."""
_LAST = re.compile(r"\b(?:(?P<line>line|frontier)|(?P<zone>zone|area|strip|corridor|sector))\W*$", re.IGNORECASE)
"""What the last word of a name says."""
_SHOWN = re.compile(
    r"\b(?:shown|drawn|marked|delineated|depicted|mapped|outlined|delimited|traced|set\s+out|described|given|defined)\s+"
    r"(?:on|in|by|at)\s+(?:(?:the|its|a)\s+)?(?:(?:map|sketch|chart|drawing|geometry|coordinates)s?\s+(?:in|of|at)\s+)?"
    r"Annex\s+(?P<letter>[A-Z0-9]{1,5})\b(?!\s*(?:,|and|or|to)\s+[A-Z]\b)"
)
_TELLING = re.compile(r"[^\W_]+")
_ANY_PLACE = word_set(
    "the of and a an in for no each all zone area line region sector corridor strip belt frontier border territory "
    "district site position place land point lane route road"
)
"""Words of names that tell no place from another."""


def said_to_be(draft: Draft, each: Drawn) -> ShapeKind | None:
    """Whether the text calls a shape a line or a zone, by its definition, else by its name; ``None``: can't tell."""
    definition = next((d for d in draft.definitions if d.term.casefold() == each.shape.name.casefold()), None)
    told = _IS.match(definition.meaning) if definition else None
    by_name = _LAST.search(each.shape.name)
    if told is None and (definition is not None or by_name is None):
        return None  # who says what it is in other words may mean either
    found = told or by_name
    if found is None or (told and by_name and bool(told["line"]) != bool(by_name["line"])):
        return None
    return ShapeKind.LINE if found["line"] else ShapeKind.ZONE


class NotDrawn(Rule):
    """A zone or line that is shown in an annex, says its definition, and the annex has others only."""

    code = "K7.not-drawn"
    title = "A zone or line that its annex does not draw"
    severity = Severity.BLOCKER
    reference = "Checklist K7: every annex cited exists and is cited"
    applies_to = "definitions by which an annex shows a place, where the annex is a file with shapes"
    fix = "Draw it in the annex, under the name by which the text calls it."

    def find(self, draft: Draft) -> Iterator[Finding]:
        drawn_in = {shape.annex for shape in draft.shapes} - {None}
        if not drawn_in:
            return
        claimed = {definition.term.casefold() for definition in draft.definitions}
        called = [shape.name for shape in draft.shapes]
        free = [name for name in called if name.casefold() not in claimed]
        for definition in draft.definitions:
            shown = _SHOWN.search(definition.meaning)
            if not shown or shown["letter"] not in drawn_in or not _is_a_place(definition):
                continue
            if not _telling(definition.term) or definition.term.casefold() in map(str.casefold, called):
                continue
            several = definition.term.endswith("s")  # "the Corridors" may be what other terms name one by one
            if any(_may_be(definition.term, name) for name in (called if several else free)):
                continue
            others = ", ".join(f"'{name}'" for name in called[:3]) + (" and others" if len(called) > 3 else "")
            why = f"Annex {shown['letter']} is to show '{definition.term}', and draws no such place (only {others})."
            yield self.on_definition(draft, definition, why)


def _is_a_place(definition: Definition) -> bool:
    return bool(_IS.match(definition.meaning) or _LAST.search(definition.term))


def _may_be(term: str, name: str) -> bool:
    """Whether a shape of this name, which is no term of the text, may be what the term means.

    A name of numbers, or of nothing but a kind of place, tells nothing, and one word in common is enough.
    """
    wanted, there = _telling(term), _telling(name)
    return not any(word.isalpha() and len(word) > 2 for word in there) or bool(wanted & there)


def _telling(name: str) -> set[str]:
    """The words of a name that tell its place from others, in the singular."""
    return {word.removesuffix("s") for word in _TELLING.findall(name.casefold())} - _ANY_PLACE


RULES: tuple[Rule, ...] = (NotDrawn(),)
