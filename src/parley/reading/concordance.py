"""A concordance: where each word of a document stands, made in one pass and asked by every reader.

To make a token object of every word of a paper costs more than to judge the few that matter; so each reader asks
here for the words on its list and looks at these alone.
"""

from __future__ import annotations

import bisect
import functools
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence, Set

from .tokens import Doc, Token

_KEPT = "parley concordance"
_WRITTEN = re.compile(r"\w+")


class Concordance:
    """The places of the words of one document. Forms and lemmas are in lower case."""

    def __init__(self, doc: Doc) -> None:
        self.starts = doc.starts
        """The code point at which each token begins."""
        self.capitals = [i for i, start in enumerate(self.starts) if doc.text[start].isupper()]
        """The indices of the tokens that begin with a capital."""
        self._by_lemma = _places(token.lemma_.lower() for token in doc)
        self._by_form = _places(token.lower_ for token in doc)
        self._text = doc.text
        self._begins: dict[Set[str], Sequence[int]] = {}

    @property
    def lemmas(self) -> Set[str]:
        return self._by_lemma.keys()

    def places(self, lemmas: Set[str] = frozenset(), forms: Set[str] = frozenset()) -> list[int]:
        """The indices of the tokens with one of these lemmas or forms, in reading order."""
        found = {i for lemma in self._by_lemma.keys() & lemmas for i in self._by_lemma[lemma]}
        found.update(i for form in self._by_form.keys() & forms for i in self._by_form[form])
        return sorted(found)

    def begins(self, words: frozenset[str]) -> Sequence[int]:
        """The code points at which one of these words begins, in reading order.

        Words are letters and digits in a row, as a regular expression sees them, in small letters: a pattern that
        can only match where one of them stands need be tried nowhere else.
        """
        found = self._begins.get(words)
        if found is None:
            places = (self._by_word[word] for word in words if word in self._by_word)
            found = self._begins[words] = sorted(place for some in places for place in some)
        return found

    def has_between(self, words: frozenset[str], start: int, end: int) -> bool:
        """Whether one of these words begins from code point ``start`` up to ``end``."""
        begins = self.begins(words)
        first = bisect.bisect_left(begins, start)
        return first < len(begins) and begins[first] < end

    @functools.cached_property
    def _by_word(self) -> dict[str, array[int]]:
        found: dict[str, array[int]] = {}
        for match in _WRITTEN.finditer(self._text):
            word = match[0].casefold()
            if (places := found.get(word)) is None:
                places = found[word] = array("q")
            places.append(match.start())
        return found


def concordance(doc: Doc) -> Concordance:
    """The concordance of a document, made when it is first asked for."""
    kept = doc.kept.get(_KEPT)
    if not isinstance(kept, Concordance):
        kept = doc.kept[_KEPT] = Concordance(doc)
    return kept


def tokens_of(doc: Doc, lemmas: Set[str] = frozenset(), forms: Set[str] = frozenset()) -> Iterator[Token]:
    """The tokens of a document with one of these lemmas or forms, in reading order."""
    for i in concordance(doc).places(lemmas, forms):
        yield doc[i]


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        found.setdefault(word, []).append(i)
    return found
