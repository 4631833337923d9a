"""Finding words in papers of any script, whether or not a language is read.

Both sides are *folded* first: compatibility forms made one, case and marks (accents, Arabic vowels,
the tatweel) dropped. A word of three characters or more is found inside words too, since languages
inflect at both ends (``полон`` in ``полонених``, ``أسرى`` in ``الأسرى``); a shorter one is found only whole.
The definition is this scan; the index of the cache only says which papers need not be scanned.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+")
_SHORTEST_INSIDE = 3
_TATWEEL = "\u0640"


class _Folding(dict[int, str]):
    """A table for ``str.translate`` that folds each character the first time it is met."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        kept = "".join(part for part in folded if part != _TATWEEL and unicodedata.category(part) not in ("Mn", "Cf"))
        self[point] = kept
        return kept


_FOLDING = _Folding()


def fold(text: str) -> str:
    """``text`` as it is compared; character by character, so that places can be led back."""
    return text.translate(_FOLDING)


def tokens(folded: str) -> Iterator[str]:
    """The words of a folded text: runs of letters and digits."""
    return (match[0] for match in _TOKEN.finditer(folded))


@dataclass(frozen=True)
class Term:
    """One word that is looked for, folded; ``whole`` if it has to stand alone."""

    text: str
    whole: bool

    @property
    def indexed(self) -> bool:
        """Whether the index can tell: SQLite's tokenizer knows the letters of Unicode 6.1 and no newer ones."""
        old = unicodedata.ucd_3_2_0
        return "\0" not in self.text and (not self.whole or all(old.category(c)[0] in "LN" for c in self.text))

    @property
    def pattern(self) -> str:
        return rf"(?<![^\W_]){re.escape(self.text)}(?![^\W_])" if self.whole else re.escape(self.text)


def terms_of(words: str) -> tuple[Term, ...]:
    """The words of a query; none where it has no letter or digit."""
    return tuple(Term(word, len(word) < _SHORTEST_INSIDE) for word in tokens(fold(words)))


def find(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Where ``terms`` stand in ``text``, as code points: one after the other if they do so anywhere, else each
    by itself, and nowhere unless all of them stand in it."""
    folded = fold(text)
    if not terms or not all(re.search(term.pattern, folded) for term in terms):
        return []
    together = r"[\W_]+".join(term.pattern for term in terms)
    apart = "|".join(term.pattern for term in sorted(terms, key=lambda term: -len(term.text)))
    spans = [match.span() for match in re.finditer(together, folded)] or [
        match.span() for match in re.finditer(apart, folded)
    ]
    return _led_back(text, spans)


def _led_back(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in the folded text as places in ``text``; ``spans`` are in order and don't overlap."""
    if not spans:
        return []
    found: list[tuple[int, int]] = []
    waiting = iter(spans)
    start, end = next(waiting)
    first: int | None = None
    length = 0
    for place, character in enumerate(text):
        length += len(_FOLDING[ord(character)])
        if first is None and length > start:
            first = place
        while first is not None and length >= end:
            found.append((first, place + 1))
            following = next(waiting, None)
            if following is None:
                return found
            start, end = following
            first = place if length > start else None
    return found


def line_around(text: str, start: int, end: int) -> str:
    """The line, or the lines, in which a place stands, without their ends."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    stops = [stop for mark in "\r\n" if (stop := text.find(mark, end)) >= 0]
    return text[first : min(stops, default=len(text))].strip()
