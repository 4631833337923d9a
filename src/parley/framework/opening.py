"""What the opening words of a text give: its title, and its parties where no front matter names them."""

from __future__ import annotations

from parley.model import Party
from parley.text import patterns as re

from .parts import Layout, Region
from .reader.names import own_words

_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?P<one>[A-Z][^\W\d_]*(?:\s+(?:of\s+|the\s+)*[A-Z][^\W\d_]*){0,5})\s+and\s+(?:the\s+)?"
    r"(?P<two>[A-Z][^\W\d_]*(?:\s+(?:of\s+|the\s+)*[A-Z][^\W\d_]*){0,5})"
)
_COLLECTIVELY = re.compile(
    r"(?:collectively|together|jointly)\s+(?:referred\s+to\s+as\s+|called\s+|as\s+)?[(\"“'‘]*the\s+(?:Parties|Sides)"
    r"|\(?[\"“](?:the\s+)?Parties[\"”]"
)
_ABBREVIATED = re.compile(
    r"(?P<name>[A-Z][\w’'&/\-]+(?:[ \n–\-]+(?:of|the|for|and|in|[A-Z][\w’'&/\-]*)){0,12})\s*"
    r"\((?:the\s+)?[\"“]?(?P<short>[A-Z][A-Za-z/\-]*[A-Z][A-Za-z/\-]*)"
)
_PREAMBLE = 8_000


def title_of(layout: Layout) -> str | None:
    """The first heading of a Markdown text; a plain text's first line where it is short enough to be one."""
    for block in layout.blocks[:3]:
        words = " ".join(layout.flat[block.start : block.end].split()).strip("*")
        if block.region is Region.HEADING and not layout.plain:
            return words
        if layout.plain:
            return words if len(words) <= 120 and not words.endswith((".", ";", ":")) else None
    return None


def parties_in(flat: str) -> tuple[Party, ...]:
    """The parties that a text without front matter evidently names, else none.

    Evident is: names with abbreviations before 'collectively referred to as "the Parties"', and
    "between A and B" in the opening words.
    """
    opening = flat[:_PREAMBLE]
    said = _COLLECTIVELY.search(opening)
    if said:
        whereas = max(opening.rfind(word, 0, said.start()) for word in ("WHEREAS", "Whereas", "BETWEEN", "Between"))
        named = {
            match["short"]: " ".join(match["name"].split())
            for match in _ABBREVIATED.finditer(opening, max(0, whereas), said.start())
        }
        if len(named) >= 2:
            return tuple(Party(id=short, name=name) for short, name in named.items())
    between = _BETWEEN.search(opening)
    if between and not re.search(r"\d", between.group()):
        return tuple(Party(id=_short(name), name=name) for name in (between["one"], between["two"]))
    return ()


def _short(name: str) -> str:
    words = own_words(name)
    return words[0] if len(words) == 1 else name
