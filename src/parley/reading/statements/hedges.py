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
from .permissions import is_ability, is_courtesy, is_permission

_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "xcomp"})
"""Dependencies along which a hedge reaches the whole; in a relative clause it weakens only that clause."""
_MODALS = frozenset({"may", "might", "could"})


@dataclass(frozen=True)
class Hedge:
    """One hedge: its words, neighbours in the text, and whether it calls the content no more than possible."""

    tokens: tuple[Token, ...]
    possible: bool


def hedges_of(tokens: Sequence[Token], heads: Collection[int] = (), frame: Collection[int] = ()) -> tuple[Hedge, ...]:
    """The hedges among some words of a sentence (or of several) that reach the whole, in reading order.

    ``heads`` are the places in the document of the main words of what is said; without them a sentence's
    own. ``frame`` are the places of words of saying round it, to which a hedge may belong as well ("is said to
    have *promised*").
    """
    words = [token for token in tokens if not token.is_space]
    inside = {token.i for token in words}
    return tuple(each for each in _matches(words) if _counts(each, inside, {*heads, *frame}))


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
            further = {end + 1 for end in ends if end < limit and lower[end] in words}
            ends = further | ends if optional else further
        return max(ends, default=start)

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
        named = classes[bare.strip("{}")] if bare.startswith("{") else bare.split("|")
        places.append((frozenset(named), element.endswith("?")))
    return _Phrase(tuple(places), possible, before, after)


# ---- grammar


def _counts(hedge: Hedge, inside: set[int], heads: set[int]) -> bool:
    top = _top(hedge.tokens)
    first = hedge.tokens[0]
    if first.lower_ in _MODALS:
        if first.tag_ != "MD" or is_permission(first) or is_courtesy(first) or is_ability(first):
            return False
    elif first.lower_ in ("i", "we") and top.pos_ in ("VERB", "AUX") and (_has_thing(top) or is_courtesy(top)):
        return False  # "I fear the worst", "we hope that you will reply"
    if any(
        child.dep_ == "mark" and child.lower_ == "whether"
        for child in (first.head if first.tag_ == "MD" else top).children
    ):
        return False
    return _is_parenthesis(hedge.tokens, inside) or _reaches_whole(top, inside, heads)


def _is_parenthesis(tokens: Sequence[Token], inside: set[int]) -> bool:
    """ "The date, it seems, is open": set off on both sides, whatever the parser makes of it."""
    before, after = tokens[0].i - 1, tokens[-1].i + 1
    doc = tokens[0].doc
    opens = before not in inside or doc[before].is_punct
    closes = after not in inside or doc[after].is_punct
    return len(tokens) > 1 and opens and closes


def _top(tokens: Sequence[Token]) -> Token:
    """The word of a phrase on which its others hang."""
    own = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in own or token.head.i == token.i]
    return next((token for token in tops if token.pos_ in ("VERB", "AUX")), tops[-1])


def _has_thing(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "acomp", "oprd") and child.i > verb.i for child in verb.children)


def _reaches_whole(top: Token, inside: set[int], heads: set[int]) -> bool:
    verb = top
    if top.dep_ not in _MAIN or top.pos_ not in ("VERB", "AUX"):
        for _ in range(6):
            if verb.i in heads or verb.head.i == verb.i or verb.head.i not in inside:
                break
            if verb.pos_ in ("VERB",) and verb.i != top.i:
                break
            if verb.pos_ in ("NOUN", "PROPN", "NUM") and verb.i != top.i and verb.dep_ not in ("pobj", "npadvmod"):
                break
            if verb.pos_ == "AUX" and verb.i != top.i and verb.dep_ not in ("aux", "auxpass"):
                break
            verb = verb.head
    return _is_main(verb, inside, heads)


def _is_main(verb: Token, inside: set[int], heads: set[int]) -> bool:
    """Whether a verb heads the content, or is joined to what does."""
    for _ in range(12):
        if verb.i in heads or verb.dep_ == "ROOT" or verb.head.i not in inside:
            return True
        if verb.dep_ not in _MAIN:
            return False
        verb = verb.head
    return False
