"""Words looked for in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
"""Alternatives of a pattern."""


def phrase(words: str) -> re.Pattern[str]:
    """A pattern for whole words in running text: a blank stands for any white space, a line break too."""
    return re.compile(rf"(?<!\w)(?:{words.replace(' ', chr(92) + 's+')})(?!\w)", re.IGNORECASE)


def places(pattern: re.Pattern[str], words: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """Every match as ``(start, end, words)``, counted from the start of the file."""
    for match in pattern.finditer(words):
        yield offset + match.start(), offset + match.end(), " ".join(match.group().split())
