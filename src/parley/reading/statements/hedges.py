"""Hedges: the words by which somebody weakens what is said, found in one pass over the words of a sentence.

The phrases are data (``commitment.toml``), looked up by the words with which they begin; grammar then says
whether what was found reaches the whole of what is said, or weakens a part of it only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ..tokens import Token
from .reach import Reach


@dataclass(frozen=True)
class Hedge:
    """One hedge: its words, neighbours in the text, and whether it calls the content no more than possible."""

    tokens: tuple[Token, ...]
    possible: bool


def hedges_of(
    tokens: Sequence[Token],
    heads: Collection[int] = (),
    frame: Collection[int] = (),
    beside: Collection[int] = (),
) -> tuple[Hedge, ...]:
    """The hedges among some words of a sentence (or of several) that reach the whole, in reading order.

    ``heads`` are the places in the document of the main words of what is said; without them a sentence's
    own. ``frame`` are the places of words of saying round it, to which a hedge may belong as well ("is said to
    have *promised*"); ``beside`` those of words that are neither, and count only where grammar ties them to one.
    """
    words = [token for token in tokens if not token.is_space]
    reach = Reach(frozenset(token.i for token in words), frozenset((*heads, *frame)), frozenset(beside))
    return tuple(each for each in _matches(words) if reach.is_hedge(each.tokens))


# ---- words


@dataclass(frozen=True)
class _Phrase:
    """A pattern of ``commitment.toml``: at each place the words that may stand there, and whether it may be empty.

    ``before`` and ``after`` are how many words of a match at its start and end are no part of the hedge.
    """

    places: tuple[tuple[frozenset[str], bool], ...]
    possible: bool
    before: int
    after: int

    def end(self, lower: Sequence[str], start: int, limit: int) -> int:
        """Where its longest match from ``start`` ends, ``start`` itself where there is none."""
        ends = {start}
        for words, optional in self.places:
            further = {end + 1 for end in ends if end < limit and (lower[end] in words or "*" in words)}
            ends = further | ends if optional else further
            if not ends:
                return start
        return max(ends)

    def first_words(self) -> frozenset[str]:
        """The words with which a match can begin."""
        found: frozenset[str] = frozenset()
        for words, optional in self.places:
            found |= words
            if not optional:
                break
        return found


def _matches(words: Sequence[Token]) -> Iterator[Hedge]:
    """The longest phrases, from left to right, none within another; of equals the one written last."""
    opening = _by_first_word()
    lower = [token.lower_.replace("’", "'") for token in words]
    runs = _ends_of_runs(words)
    place = 0
    while place < len(words):
        end, found = place, None
        if phrases := opening.get(lower[place]):
            for phrase in phrases:
                reached = phrase.end(lower, place, runs[place])
                if reached > place and reached >= end:
                    end, found = reached, phrase
        if found is None:
            place += 1
            continue
        yield Hedge(tuple(words[place + found.before : end - found.after]), found.possible)
        place = end - found.after


def _ends_of_runs(words: Sequence[Token]) -> list[int]:
    """For each word where the run of neighbours in the document ends in which it stands."""
    ends = list(range(1, len(words) + 1))
    for place in range(len(words) - 2, -1, -1):
        if words[place + 1].i == words[place].i + 1:
            ends[place] = ends[place + 1]
    return ends


@cache
def lexicon() -> dict[str, Any]:
    """The lists of ``commitment.toml`` as they are written."""
    return tomllib.loads(resources.files(__package__).joinpath("commitment.toml").read_text(encoding="utf-8"))


@cache
def _by_first_word() -> dict[str, list[_Phrase]]:
    """The phrases in the order in which they are written, by each word with which they may begin."""
    lists = lexicon()
    classes = {name: words.split() for name, words in lists["classes"].items()}
    found: dict[str, list[_Phrase]] = {}
    for kind in ("hedged", "possible"):
        for pattern in lists[kind]["phrases"]:
            phrase = _phrase(pattern, classes, kind == "possible")
            for word in phrase.first_words():
                found.setdefault(word, []).append(phrase)
    return found


def _phrase(pattern: str, classes: dict[str, list[str]], possible: bool) -> _Phrase:
    places: list[tuple[frozenset[str], bool]] = []
    before = after = 0
    for element in pattern.split():
        bare = element.strip("()?")
        if element.startswith("("):
            before, after = (before + 1, after) if len(places) == before else (before, after + 1)
        named = [classes[each.strip("{}")] if each.startswith("{") else [each] for each in bare.split("|")]
        places.append((frozenset(word for words in named for word in words), element.endswith("?")))
    return _Phrase(tuple(places), possible, before, after)
