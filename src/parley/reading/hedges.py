"""Hedges: the words by which somebody weakens what is said, found in one pass over the words of a sentence.

The phrases are data (``commitment.toml``), read into a tree that is walked word by word; grammar then says
whether what was found reaches the whole of what is said, or weakens a part of it only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

from spacy.tokens import Token

from .permissions import is_ability, is_courtesy, is_permission

_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "xcomp"})
"""Dependencies along which a hedge reaches the whole; in a relative clause it weakens only that clause."""
_MODALS = frozenset({"may", "might", "could"})
_SMALL = frozenset({"ADJ", "ADV", "ADP", "SCONJ", "PART", "INTJ", "AUX", "DET", "PRON"})


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


@dataclass
class _Node:
    """A place in the tree of phrases: what may follow, and what has been read if the phrase ends here."""

    following: dict[str, _Node] = field(default_factory=dict)
    ends: tuple[bool, int, int] | None = None
    """Whether it is called possible, and how many words of the match at its start and end are no part of it."""


def _matches(words: Sequence[Token]) -> Iterator[Hedge]:
    """The longest phrases, from left to right, none within another."""
    tree = _tree()
    lower = [token.lower_.replace("’", "'") for token in words]
    place = 0
    while place < len(words):
        node = tree.following.get(lower[place])
        found: tuple[int, tuple[bool, int, int]] | None = None
        i = place
        while node is not None:
            i += 1
            found = (i, node.ends) if node.ends is not None else found
            node = node.following.get(lower[i]) if i < len(words) and words[i].i == words[i - 1].i + 1 else None
        if found is None:
            place += 1
            continue
        end, (possible, before, after) = found
        yield Hedge(tuple(words[place + before : end - after]), possible)
        place = end - after


@cache
def lexicon() -> dict[str, Any]:
    """The lists of ``commitment.toml`` as they are written."""
    return tomllib.loads(resources.files(__package__).joinpath("commitment.toml").read_text(encoding="utf-8"))


@cache
def _tree() -> _Node:
    lists = lexicon()
    classes = {name: words.split() for name, words in lists["classes"].items()}
    root = _Node()
    for kind in ("hedged", "possible"):
        for phrase in lists[kind]["phrases"]:
            for words, before, after in _variants(phrase, classes):
                node = root
                for word in words:
                    node = node.following.setdefault(word, _Node())
                node.ends = (kind == "possible", before, after)
    return root


def _variants(phrase: str, classes: dict[str, list[str]]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each run of words that a pattern stands for, with how many at its start and end are only its surroundings."""
    choices: list[list[str]] = []
    before = after = 0
    for element in phrase.split():
        bare = element.strip("()?")
        if element.startswith("("):
            before, after = (before + 1, after) if len(choices) == before else (before, after + 1)
        named = classes[bare.strip("{}")] if bare.startswith("{") else bare.split("|")
        choices.append([*named, ""] if element.endswith("?") else named)
    for chosen in product(*choices):
        yield tuple(word for word in chosen if word), before, after


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
