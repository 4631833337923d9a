"""How like two wordings are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parley.text import patterns as re

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_FEW = 2_500
"""Pairs of wordings up to which every pair is looked at."""
_MOST = 30
"""A word in more wordings than this says nothing of which is which."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` in small letters; marks and white space don't count."""
    return tuple(_WORD.findall(text.casefold()))


def places_of_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of ``text`` as :func:`words_of` has it, with its place."""
    for match in _WORD.finditer(text):
        yield match.start(), match.end(), match.group().casefold()


def grams(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The words and the pairs of neighbours, counted: order tells, but a word put in tears little apart."""
    return Counter([*((word,) for word in words), *pairwise(words)])


def dice(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    """Dice's coefficient of two counts, 0 (nothing in common) to 1 (the same). L. R. Dice, Ecology 26, 1945."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def likest(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> Iterator[tuple[float, int, int]]:
    """How like each wording of ``old`` is to each of ``new`` that shares a telling word: likeness and both indexes.

    A word tells if few wordings have it; among a few wordings all do. So the work grows with the text, not with
    its square.
    """
    counts = [grams(words) for words in new]
    sharing: dict[str, set[int]] | None = None
    if len(old) * len(new) > _FEW:
        held = Counter(word for words in (*old, *new) for word in set(words))
        most = max(2, min(_MOST, (len(old) + len(new)) // 5))
        sharing = defaultdict(set)
        for index, words in enumerate(new):
            for word in set(words):
                if held[word] <= most:
                    sharing[word].add(index)
    for i, words in enumerate(old):
        mine = grams(words)
        others = range(len(new)) if sharing is None else sorted({j for word in words for j in sharing.get(word, ())})
        for j in others:
            yield dice(mine, counts[j]), i, j
