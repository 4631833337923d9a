"""Attributions beside a sentence: "according to X", "in X's words", "per the report", "for X, the road is ...".

The rest of the sentence is what X says; no verb of saying governs it. "Citing Y" names whom a speaker relies on.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..grammar import SUBJECT, source_tokens
from ..speakers.names import people_words
from ..tokens import Token

_PAPERS = people_words("papers")
_SPEAKING = (
    people_words("offices")
    | people_words("governments")
    | _PAPERS
    | (people_words("institutions") - {"palace", "square", "street", "table"})
)
_VIEWS = frozenset({"words", "view", "opinion", "eyes", "judgment", "judgement", "assessment", "telling", "estimation"})
_OWN_VIEW = frozenset({"my", "our", "your", "other", "whose"})
_RULES = frozenset(
    {"plan", "schedule", "timetable", "timeline", "law", "rule", "procedure", "principle", "custom", "order", "need"}
    | {"ability", "size", "rank", "usage", "practice", "tradition", "merit", "age", "calendar"}
)
"""What things go according to without anybody's saying so."""
_BEING = frozenset({"be", "remain", "mean", "seem", "look", "represent"})
_SOURCES = frozenset(
    {"official", "party", "side", "delegation", "delegate", "diplomat", "opposition", "people", "family", "resident"}
    | {"source", "document", "transcript", "witness", "record", "figure", "newspaper", "agency", "poll"}
)
"""Who may be cited, besides those in an office."""


@dataclass(frozen=True)
class Aside:
    """Members are token indices. ``doubt`` says what is unsure about its being said at all."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    head: int
    source_head: int
    content_head: int
    doubt: str = ""


ASIDES = frozenset({"according", "in", "per", "for"})
"""The words that may open one."""


CITING = frozenset({"citing", "quoting"})


def aside_of(token: Token) -> Aside | None:
    """The attribution that a word such as "according", "in", "per" or "for" opens, if it does."""
    word = token.lower_
    if word == "according":
        return _according(token)
    if word in ("in", "per", "for"):
        named = named_beside(token)
        if named is not None:
            cue, name = named
            return _beside(token, cue, name)
    return None


def named_beside(token: Token) -> tuple[frozenset[int], Token] | None:
    """The cue and the name in "in X's words", "in the view of X", "per X" and a sentence that begins "For X,"."""
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    if token.lower_ == "in" and noun.lower_ in _VIEWS:
        name = next((child for child in noun.children if child.dep_ == "poss"), None)
        if name is not None:
            return (frozenset({token.i, noun.i}), name) if name.lower_ not in _OWN_VIEW else None
        of = next((child for child in noun.rights if child.lower_ == "of"), None)
        name = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
        if of is None or name is None or not any(child.dep_ == "det" for child in noun.lefts):
            return None
        return frozenset(range(token.i, of.i + 1)), name
    if token.lower_ == "per" and can_speak(noun) and noun.lower_ != "cent":
        return frozenset({token.i}), noun
    if token.lower_ == "for" and token.is_sent_start and can_speak(noun) and noun.lemma_ not in _PAPERS:
        after = max(each.i for each in token.subtree) + 1
        host = token.head
        if after < len(token.doc) and token.doc[after].text == "," and host.lemma_ in _BEING:
            present = host.tag_ in ("VBZ", "VBP") and not any(child.lower_ == "there" for child in host.lefts)
            return (frozenset({token.i}), noun) if present else None
    return None


def is_told_by(verb: Token) -> bool:
    """Whether somebody says something by the verb in the past: not "says the road is open, according to its map"."""
    return verb.tag_ in ("VBD", "VBN") and any(child.dep_ in SUBJECT for child in verb.lefts)


def _ends_sentence(token: Token) -> bool:
    """Whether nothing follows the aside in its sentence, and a comma sets it apart."""
    last = token.right_edge.i
    rest = token.doc[last + 1 : token.sent.end]
    return token.i > 0 and token.nbor(-1).text == "," and all(each.is_punct or each.is_space for each in rest)


def _second_name(named: Token) -> frozenset[int]:
    """ "according to the relief office, OCHA.": a name between commas, which the parser may hang on the verb."""
    i = named.right_edge.i + 1
    doc = named.doc
    if i + 1 >= len(doc) or doc[i].text != "," or named.pos_ != "NOUN" or doc[i + 1].pos_ != "PROPN":
        return frozenset()
    end = i + 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and end - i < 6:
        end += 1
    closed = end >= len(doc) or doc[end].text in (",", ".", ";")
    return frozenset(range(i + 1, end)) if closed else frozenset()


def can_speak(noun: Token) -> bool:
    """Whether a noun names somebody, or a paper in which somebody says something."""
    if noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    return noun.lemma_.lower() in _SPEAKING | _SOURCES


def cited_by(token: Token) -> tuple[frozenset[int], Token] | None:
    """The words "citing Y" and the head of Y, where Y can speak: "citing two officials", not "citing the rain"."""
    if token.lower_ not in CITING or token.tag_ != "VBG":
        return None
    named = next((child for child in token.rights if child.dep_ == "dobj"), None)
    if named is None or not can_speak(named):
        return None
    return frozenset({token.i, *source_tokens(named)}), named


def _according(token: Token) -> Aside | None:
    to = next((t for t in (*token.children, *token.doc[token.i + 1 : token.i + 2]) if t.lower_ == "to"), None)
    named = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    if to is None or named is None:
        return None
    set_apart = token.is_sent_start or token.nbor(-1).is_punct
    if named.lemma_.lower() in _RULES and not set_apart:
        return None
    return _beside(token, frozenset({token.i, to.i}), named)


def _beside(token: Token, cue: frozenset[int], named: Token) -> Aside | None:
    source = (source_tokens(named) | _second_name(named)) - cue
    host = token.head if token.head.i != token.i else None
    if host is None:
        return None
    while (host.pos_ not in ("VERB", "AUX") or host.dep_ == "parataxis") and host.head.i != host.i:
        host = host.head
    first = host
    while first.dep_ == "conj" and first.head.i < first.i and not any(c.dep_ in SUBJECT for c in host.lefts):
        first = first.head  # "presented a paper and asked him to sign, according to her aide": all of it is hers
    if _ends_sentence(token):
        while first.dep_ == "ccomp" and first.head.i < first.i and is_told_by(first.head):
            first = first.head  # "Aldous told her he would sign, per two aides": it is the aides who say what he told
    host = first if token.i > host.i and token.i and token.nbor(-1).text in (",", "”", '"') else host
    content = frozenset(t.i for t in host.subtree) - cue - source - frozenset(t.i for t in token.subtree)
    if not content:
        return None
    doubt = f"'For {named.text}' is taken for their view; the text does not say that they said so."
    return Aside(cue, source, content, token.i, named.i, host.i, doubt if token.lower_ == "for" else "")
