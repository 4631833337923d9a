"""Objects that stand after their "as" phrase, given back to their verb: "dismissed as 'noise' reports that P",
"proposed as first steps the release of prisoners". The parser takes the object for a part of the phrase."""

from __future__ import annotations

from .attribution.cues import lexicon
from .tokens import Doc, Token

_LONGEST = 10
"""Tokens of an "as" phrase."""
_NAMING = ("DT", "PRP$", "PDT")
_NOUN_WORDS = ("DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG")
_TOLD = frozenset({"accusation", "allegation", "charge", "claim", "report", "rumor", "rumour", "suggestion"})
_TOLD_FORMS = {f"{noun}s": noun for noun in _TOLD}


def restore_object(verb: Token) -> None:
    """Gives ``verb`` the object that stands after its "as" phrase, if one does."""
    doc = verb.doc
    place = verb.i + 1
    if place >= len(doc) or doc[place].lower_ != "as" or doc[place].head.i != verb.i:
        return
    if not any(verb.lemma_ in lexicon()[section] for section in ("object", "object as")):
        return
    if any(child.dep_ == "dobj" for child in verb.children):
        return
    begin = _begin(doc, place + 1, verb.sent.end)
    head = _head(doc, begin, verb.sent.end) if begin is not None else None
    if begin is None or head is None or any(each.i == verb.i for each in doc[head].subtree):
        return
    _attach(verb, doc[place], begin, doc[head])


def _begin(doc: Doc, start: int, end: int) -> int | None:
    """Where the object begins: after the closing mark, at a new "the", or at "reports that" after adjectives."""
    limit = min(start + _LONGEST, end)
    if start < end and doc[start].is_quote:
        closing = next((i for i in range(start + 1, limit) if doc[i].is_quote), None)
        return closing + 1 if closing is not None and closing + 1 < end else None
    for i in range(start + 1, limit):
        if doc[i].tag_ in _NAMING and doc[i - 1].tag_[:2] in ("NN", "JJ", "VB"):
            return i
        if doc[i].lower_ in _TOLD_FORMS and all(each.pos_ in ("ADJ", "ADV") for each in doc[start:i]):
            return i
        if doc[i].is_punct or doc[i].pos_ in ("ADP", "SCONJ", "PRON"):
            return None
    return None


def _head(doc: Doc, begin: int, end: int) -> int | None:
    """The last noun of the phrase that begins here."""
    found = None
    for i in range(begin, min(begin + _LONGEST, end)):
        if doc[i].tag_ in ("NN", "NNS", "NNP", "NNPS") or (doc[i].lower_ in _TOLD_FORMS and _opens_that(doc, i + 1)):
            found = i
        elif doc[i].tag_ not in _NOUN_WORDS:
            break
    return found


def _opens_that(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].lower_ == "that"


def _attach(verb: Token, preposition: Token, begin: int, head: Token) -> None:
    doc = verb.doc
    if head.lower_ in _TOLD_FORMS:
        head.tag_, head.pos_, head.lemma_ = "NNS", "NOUN", _TOLD_FORMS[head.lower_]
    head.head = verb
    head.dep_ = "dobj"
    complement = next(each for each in reversed(doc[preposition.i + 1 : begin]) if not each.is_quote)
    complement.head, complement.dep_ = preposition, "pobj"
    for each in doc[preposition.i + 1 : begin]:
        if each.i != complement.i:
            each.head = complement
    for each in doc[begin : head.i]:
        each.head = head
        if each.dep_ not in ("det", "poss", "amod", "nummod", "compound"):
            each.dep_ = "compound"
    inner = set(range(preposition.i + 1, head.i))
    above = {each.i for each in head.ancestors}
    for each in doc[head.i + 1 : verb.sent.end]:
        if each.head.i in inner and each.i not in above:
            each.head = head
        elif each.head.i == verb.i and _is_listed(each):
            each.head, each.dep_ = head, "conj"  # "the release of prisoners, a truce and a hotline"
            doc[each.left_edge.i - 1].head = head
    if _opens_that(doc, head.i + 1):
        clause = doc[head.i + 1].head
        if clause.i > head.i and clause.i not in above:
            clause.head, clause.dep_ = head, "acl"


def _is_listed(noun: Token) -> bool:
    """A noun after a comma that the parser hung on the verb."""
    listed = noun.dep_ in ("npadvmod", "dep", "conj") and noun.pos_ in ("NOUN", "PROPN") and not noun.ent_type_
    return listed and noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","
