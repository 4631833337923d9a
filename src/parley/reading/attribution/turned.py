"""Sentences turned round: "let it be known that P", "what X said is that P". The cue is not where its clause hangs."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import source_tokens, subject_of, subtree
from ..tokens import Token
from .frame import Frame
from .frames import has_complementiser

_MADE = {"let": frozenset({"known"}), "make": frozenset({"known", "clear", "plain"})}
_WHOLE = frozenset({"what", "all"})
_NEAR = 6
"""Tokens after "let" or "made" within which "known" stands."""


def turned_frames(token: Token) -> Iterator[Frame]:
    """The frames of a verb whose clause hangs on another word."""
    lemma = token.lemma_.lower()
    if lemma in _MADE:
        yield from _made_known(token, _MADE[lemma])
    if token.dep_ == "nsubj":
        yield from _held(token)
    yield from _whole(token)


def _made_known(verb: Token, known: frozenset[str]) -> Iterator[Frame]:
    """ "Her aides let it be known that P": they announce P."""
    doc = verb.doc
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ != "it":
        return
    word = next((each for each in doc[verb.i + 1 : verb.i + _NEAR] if each.lower_ in known), None)
    subject = subject_of(verb)
    if word is None or subject is None:
        return
    clause = next((each for each in doc[word.i + 1 : verb.sent.end] if _has_its_that(each, word)), None)
    if clause is None:
        return
    source = source_tokens(subject, verb)
    cue = frozenset(range(verb.i, word.i + 1))
    opening = next(child.i for child in clause.lefts if child.dep_ == "mark")
    content = frozenset(i for i in subtree(clause, {verb.i, word.i}) if i >= opening)
    yield Frame("let be known", "verb", "ccomp", verb.i, cue, source, content, subject.i, content_head=clause.i)


def _held(noun: Token) -> Iterator[Frame]:
    """ "Halvern's view is that P", "the position of Kestria remains that P"."""
    being = noun.head
    clause = next((child for child in being.rights if child.dep_ == "ccomp" and has_complementiser(child)), None)
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    of = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
    if owner is None and of is not None:
        owner = next((child for child in of.rights if child.dep_ == "pobj"), None)
    if being.lemma_ not in ("be", "remain") or clause is None or owner is None or clause.left_edge.i <= being.i:
        return
    source = source_tokens(owner)
    words = frozenset(t.i for t in noun.subtree) - source
    cue = frozenset(i for i in words if not noun.doc[i].is_punct and noun.doc[i].tag_ not in ("POS", "DT"))
    cue = cue - {of.i if of is not None else -1} | {being.i}
    yield Frame(noun.lemma_.lower(), "noun", "is", noun.i, cue, source, subtree(clause), owner.i, content_head=clause.i)


def _has_its_that(clause: Token, word: Token) -> bool:
    """Whether a clause is what is known: it opens with a "that" of its own, with no more than a time before."""
    if not has_complementiser(clause):
        return False
    opening = next(child for child in clause.lefts if child.dep_ == "mark")
    return word.i < opening.i <= word.i + _NEAR and not any(
        each.pos_ in ("VERB", "AUX") for each in word.doc[word.i + 1 : opening.i]
    )


def _whole(verb: Token) -> Iterator[Frame]:
    """ "What the envoy told me is that P", "all she said was that P"."""
    being = verb.head
    if verb.dep_ == "csubj":
        first = next((child for child in verb.lefts if child.dep_ in ("dobj", "dative", "attr")), None)
        whole = first is not None and first.lower_ in _WHOLE
    elif verb.dep_ == "relcl":
        whole, being = being.lower_ in _WHOLE, being.head
    else:
        return
    if not whole or being.lemma_ != "be" or being.i < verb.i:
        return
    clause = next((child for child in being.rights if child.dep_ == "ccomp" and has_complementiser(child)), None)
    subject = subject_of(verb)
    if clause is None or subject is None:
        return
    told = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
    yield Frame(
        verb.lemma_.lower(),
        "verb",
        "ccomp",
        verb.i,
        frozenset({verb.i}),
        source_tokens(subject, verb),
        subtree(clause),
        subject.i,
        addressee=subtree(told) if told is not None else frozenset(),
        content_head=clause.i,
    )
