"""The words of a part of the text from which slots are taken: what is taken, and what is hidden from them."""

from __future__ import annotations

from dataclasses import dataclass

from parley.text import patterns as re
from parley.text.numbers import PATTERN

from .clause import Clause
from .objects import DESCRIBING, RELATIVE

QUOTED = "\1"
_SO_MANY = re.compile(
    rf"\b(?:(?:more|fewer|less)\s+than|most|exceeding|maximum\s+of|up\s+to)\s+{PATTERN}\s+(?:[a-z]+\s+)?[a-z]+\s+\Z",
    re.IGNORECASE,
)
"""How many there may be is of the place: "not more than 600 persons in the Zone"."""
_NEAR = 160
"""Characters before a place or a time in which a relative pronoun may stand that it belongs to."""


@dataclass
class Words:
    """The words of a part of the text from which slots are taken; what is taken is blanked with NUL."""

    left: str
    base: int
    clause: Clause
    text: str

    @property
    def restored(self) -> str:
        """What is left, with the quoted words in it."""
        return "".join(real if shown == QUOTED else shown for shown, real in zip(self.left, self.text, strict=True))

    def take(self, start: int, end: int, slot: str) -> None:
        self.clause.said.setdefault(slot, []).append((self.base + start, self.base + end))
        self.blank(start, end)

    def described(self, at: int) -> bool:
        """Whether what begins at ``at`` belongs to a relative clause or a participle and describes a thing."""
        return RELATIVE.search(before := self._before(at)) is not None and _SO_MANY.search(before) is None

    def dated(self, at: int) -> bool:
        """Whether a time at ``at`` is that of a relative clause or a participle: "the lighthouse taken on 3 May"."""
        return DESCRIBING.search(before := self._before(at)) is not None and _SO_MANY.search(before) is None

    def _before(self, at: int) -> str:
        return f"{self.left[max(0, at - _NEAR) : at]} "

    def hide(self, start: int, end: int) -> None:
        """Keep these words with what they describe, and take no slot from them."""
        self._show(QUOTED, start, end)

    def blank(self, start: int, end: int) -> None:
        self._show("\0", start, end)

    def _show(self, mark: str, start: int, end: int) -> None:
        if start < end:
            self.left = self.left[:start] + mark * (end - start) + self.left[end:]


_MORE_ABOUT = re.compile(
    r",\s+(?:which|who|whom|whose|(?:all|each|both|some|most|none|one|any|two|three|half)\s+of\s+(?:which|whom))\s+"
    r"(?![^,;\0]*\b(?:shall|must|may|will)\b)[^,;\0]*"
)
"""A relative clause behind a comma: it tells more of a thing, and its times and places are none of the deed's."""


def hide_more_about(words: Words) -> None:
    """Hide what a relative clause behind a comma tells: "the Commission, which meets at noon"."""
    for more in _MORE_ABOUT.finditer(words.left):
        words.hide(more.start() + 2, more.end())
