"""How far a speaker stands behind the words: hedges found, and what they make of the content."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable
from importlib import resources

from spacy.tokens import Token

from parley.model import Act, Commitment

_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "xcomp"})
"""Dependencies along which a hedge reaches the whole; in a relative clause it weakens only that clause."""


def commitment(
    content: Iterable[Token], head: Token | None, act: Act, cue_lemma: str, negated: bool
) -> tuple[Commitment, list[Token]]:
    """The commitment to some content, and the hedge words in it.

    ``head`` is the content's main word, or ``None`` where it is whole sentences. A denial counts
    as denied, a question as asked; of several hedges the one that weakens most decides.
    """
    tokens = list(content)
    possible, hedged = _hedges(tokens, head)
    words = sorted({*possible, *hedged}, key=lambda token: token.i)
    if act is Act.DENY or (negated and cue_lemma in ("say", "tell", "claim", "suggest", "confirm", "believe", "think")):
        return Commitment.DENIED, words
    if act is Act.ASK or _is_question(tokens):
        return Commitment.ASKED, words
    if possible:
        return Commitment.POSSIBLE, words
    if hedged or cue_lemma in _words()["weak_cues"]:
        return Commitment.HEDGED, words
    return Commitment.ASSERTED, words


def _hedges(tokens: list[Token], head: Token | None) -> tuple[list[Token], list[Token]]:
    words = _words()
    inside = {token.i for token in tokens}
    possible: list[Token] = []
    hedged: list[Token] = []
    for token in tokens:
        if token.lower_ in words["possible"] and token.tag_ != "NNP":
            if _reaches_whole(token, head, inside) and not (token.lower_ == "could" and _is_past_ability(token)):
                possible.append(token)
        elif token.lower_ in words["hedged"] and token.lower_ != "would" and token.lemma_ not in ("seem", "appear"):
            if _reaches_whole(token, head, inside):
                hedged.append(token)
        elif token.pos_ == "VERB" and token.lemma_ in ("seem", "appear") and _is_main(token, head, inside):
            hedged.append(token)
        elif token.lemma_ in words["thinking"] and token.pos_ == "VERB":
            subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
            if subject is not None and subject.lower_ in ("i", "we") and _is_main(token, head, inside):
                hedged += [child for child in token.lefts if child.lower_ in ("would", "'d", "’d")]
                hedged += [subject, token]
    return possible, hedged


def _reaches_whole(token: Token, head: Token | None, inside: set[int]) -> bool:
    verb = token.head if token.pos_ != "VERB" else token
    while verb.pos_ in ("ADJ", "ADV") and verb.head.i != verb.i and verb.head.i in inside:
        verb = verb.head
    return _is_main(verb, head, inside)


def _is_main(verb: Token, head: Token | None, inside: set[int]) -> bool:
    """Whether a verb heads the content, or is joined to what does."""
    for _ in range(12):
        if (head is not None and verb.i == head.i) or verb.dep_ == "ROOT" or verb.head.i not in inside:
            return True
        if verb.dep_ not in _MAIN:
            return False
        verb = verb.head
    return False


def _is_past_ability(modal: Token) -> bool:
    return any(child.dep_ == "neg" for child in modal.head.children)


def _is_question(tokens: list[Token]) -> bool:
    last = [token for token in tokens if not token.is_space and token.text not in ('"', "”", "’", "'", "''", "»")]
    return bool(last) and last[-1].text == "?"


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(resources.files(__package__).joinpath("commitment.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}
