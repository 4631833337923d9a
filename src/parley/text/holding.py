"""Which of many sentences hold a word: there are too many words and patterns to look for each in each of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import accumulate

from .needed import folded
from .patterns import needs

_START = 4
"""So many letters with which a word begins are looked up before it is searched for: most words stand nowhere."""


class Holding:
    """Sentences by a number of each (its place, or where it starts), to be asked for words many times."""

    def __init__(self, sentences: Mapping[int, str]) -> None:
        small = [folded(words) for words in sentences.values()]
        self._numbers = tuple(sentences)
        self._text = "\n".join(small)
        self._ends = list(accumulate(len(words) + 1 for words in small))
        self._starts = frozenset(self._text[at : at + _START] for at in range(len(self._text)))
        self._all, self._known = frozenset(self._numbers), dict[str, frozenset[int]]()

    def may_match(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """The sentences that ``pattern`` may match in."""
        words = needs(pattern)
        return self._all if words is None else self.any_of(words)

    def any_of(self, words: Iterable[str]) -> frozenset[int]:
        """The sentences that hold one of these words, which are written as :func:`folded` writes them."""
        return reduce(frozenset.union, map(self._of, words), frozenset())

    def _of(self, word: str) -> frozenset[int]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = frozenset(self._found(word))
        return known

    def _found(self, word: str) -> Iterable[int]:
        if len(word) >= _START and word[:_START] not in self._starts:
            return
        at = self._text.find(word)
        while at >= 0:
            sentence = bisect_right(self._ends, at)
            yield self._numbers[sentence]
            at = self._text.find(word, self._ends[sentence])
