"""All of a place, however it is put: "any place in the Zone", "every part of the Strip", "the whole of the Bay"."""

from __future__ import annotations

import re

_ANYWHERE = (
    r"(?:(?:any|every|each|all|whichever|whatever)\s+(?:of\s+the\s+)?(?:single\s+)?(?:(?:place|part|area|point|spot|location|"
    r"portion|section|corner|position|site)s?|stretch(?:es)?)|the\s+(?:whole|entirety|entire\s+(?:area|extent|length))|"
    r"anywhere|all)(?:\s+(?:whatsoever|whatever|at\s+all|lying|situated|located))?"
)
_WITHIN = r"\s+(?:of|in|within|inside|on|along)\s+(?=the\s|(?-i:[A-Z]))"
_ALL_OF = re.compile(_ANYWHERE + _WITHIN, re.IGNORECASE)
_SIMPLY = re.compile(_ANYWHERE, re.IGNORECASE)


def all_of(text: str, start: int = 0) -> int | None:
    """Where the place begins all of which the words from ``start`` on speak of ("any part of | the Zone")."""
    found = _ALL_OF.match(text, start)
    return found.end() if found else None


def is_anywhere(words: str) -> bool:
    """Whether the words name no more than any place ("any place whatsoever"): where it is stands beside them."""
    return _SIMPLY.fullmatch(" ".join(words.split())) is not None
