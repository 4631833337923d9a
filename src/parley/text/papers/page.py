"""What any paper yields, whatever its format; and the block by block assembly of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model.time import Moment

from ..listing import listed

AS_TEXT = "save its text as UTF-8 (.txt) and open that"
"""The mend for whatever can't be opened: text can always be saved as text."""

_PAGE_NUMBER = re.compile(
    r"(?i)\W*(?:(?:page|seite|p)\W*)?(?:\d{1,4}|[ivxl]{1,6})?\W*(?:(?:of|/|von|de)?\W*\d{1,4})?\W*"
)


@dataclass(frozen=True)
class Page:
    """The text drawn from a paper, and what the paper says of itself; ``notes`` are plain sentences."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


class Blocks:
    """Blocks of words (paragraphs, headings, cells, items) becoming a text, a blank line between two.

    ``marks`` are the places that were marked, in code points of the text.
    """

    def __init__(self) -> None:
        self.marks: list[int] = []
        self._blocks: list[str] = []
        self._length = 0
        self._pieces: list[str] = []
        self._open = 0
        self._marked: list[int] = []

    def write(self, words: str) -> None:
        """Add to the block at hand."""
        self._pieces.append(words)
        self._open += len(words)

    def mark(self) -> None:
        """Remember this place."""
        self._marked.append(self._open)

    def end(self) -> str:
        """End the block at hand and return its words; white space around them is no part of it."""
        raw = "".join(self._pieces)
        words, lead = raw.strip(), len(raw) - len(raw.lstrip())
        start = self._length + (2 if self._blocks and words else 0)
        self.marks += [start + min(max(place - lead, 0), len(words)) for place in self._marked]
        if words:
            self._blocks.append(words)
            self._length = start + len(words)
        self._pieces, self._open, self._marked = [], 0, []
        return words

    def text(self) -> str:
        """All blocks; a text that isn't empty ends in a line end."""
        self.end()
        return "\n\n".join(self._blocks) + ("\n" if self._blocks else "")


def listed_some(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"; of more than eight only the first, and how many there are."""
    if len(words) > 8:
        return f"{', '.join(words[:8])} and {len(words) - 8} more"
    return listed(words)


def is_page_number(line: str) -> bool:
    """ "3", "- 3 -", "Page 3 of 10", "iv": a line that numbers a page and says nothing else."""
    return len(line) < 30 and _PAGE_NUMBER.fullmatch(line.strip()) is not None
