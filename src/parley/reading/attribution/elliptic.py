"""Further speakers of one verb: "Both sides said that A, and Kestria that B"."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import SUBJECT, source_tokens
from ..tokens import Doc, Token

_JOINTS = frozenset({"and", "but", "while", "whereas"})
_LONGEST = 8
"""Words of a name."""


def further_speakers(doc: Doc, content: frozenset[int]) -> Iterator[tuple[int, frozenset[int], Token, Token]]:
    """Where in a content somebody else begins to speak: the joint, the words that name them, their head, and the
    "that" of what they say."""
    for i in sorted(content):
        opening = doc[i]
        if opening.lower_ != "that" or opening.dep_ != "mark" or opening.i < 2:
            continue
        named = _named_before(opening)
        if named is None:
            continue
        source = frozenset(t.i for t in doc[named.left_edge.i : opening.i] if t.pos_ not in ("CCONJ", "PUNCT"))
        first = min(source_tokens(named) & source or source)
        joint = doc[first - 1]
        if joint.lower_ in _JOINTS and joint.i in content and joint.i > min(content):
            yield joint.i, frozenset(i for i in source if i >= first), named, opening


def _named_before(opening: Token) -> Token | None:
    """The name right before a "that" which is joined to a clause as though it were one of its words."""
    named = opening.nbor(-1)
    while named.dep_ in ("compound", "pobj", "prep") and named.head.pos_ in ("NOUN", "PROPN", "ADP"):
        named = named.head
    if named.pos_ not in ("PROPN", "NOUN") or opening.i - named.left_edge.i > _LONGEST:
        return None
    lone = named.dep_ == "conj" and named.head.pos_ in ("VERB", "AUX")
    lone = lone or (named.dep_ in SUBJECT and named.head is opening.head)
    return named if lone and named.nbor(-1).tag_ != "VBD" else None
