"""Clauses and subjects that the parser loses, given back to their verb.

Only where the words leave no other reading: a "that" right after whom somebody tells, a verb of saying in a sentence
without another, a name joined by "and" to the subject behind it.
"""

from __future__ import annotations

from .attribution.cues import lexicon
from .grammar import PASSIVE_SUBJECT, SUBJECT
from .tokens import Doc, Token

_TOLD = frozenset({"tell", "inform", "assure", "remind", "notify", "warn"})
_THINGS_TOLD = frozenset({"story", "lie", "lies", "stories", "truth", "joke", "tale", "tales", "jokes"})

_SUBJECTS = (*SUBJECT, *PASSIVE_SUBJECT)
_FINITE = ("VBD", "VBZ", "VBP")
_BRINGING = frozenset({"add", "claim", "insist", "report", "say", "tell", "write"})
"""What stands behind what somebody says, with whoever says it: "the road is open, says a source"."""


def restore_clauses(doc: Doc) -> None:
    """Gives verbs of saying the clauses and subjects that were hung elsewhere."""
    for token in doc:
        if token.text == ":" and token.i:
            _leave_label(token)
        if token.tag_ == "NNS" and token.dep_ == "advcl":
            _make_verb(token)
        if token.dep_ in ("relcl", "acl") and token.pos_ in ("VERB", "AUX"):
            _give_clause(token)
            _give_subject(token)
        if token.dep_ == "ccomp" and token.head.dep_ == "advcl":
            _give_later_clause(token)
        if token.lower_ == "and" and token.head is token and token.i:
            _join_subjects(token)
        if token.lower_ == "according" and token.dep_ == "prep":
            _free_subject(token)
        if token.dep_ == "ccomp" and token.tag_ in _FINITE and token.head.tag_ == token.tag_:
            _go_on(token)


def _leave_label(colon: Token) -> None:
    """ "The other side: his aide denied that P": the label before a sentence's subject is no subject."""
    before = colon.doc[colon.sent.start : colon.i]
    label = next((t for t in before if t.dep_ in (*SUBJECT, "ccomp") and t.head.i > colon.i), None)
    if label is None or label.dep_ == "expl" or label.left_edge.i > colon.sent.start + 1:
        return
    if any(child.dep_ in SUBJECT and child.i > colon.i for child in label.head.lefts):
        label.dep_ = "dep"


def _free_subject(according: Token) -> None:
    """ "According to its spokeswoman, Greta Moll, two crowns were sent": what is sent is no name of hers."""
    verb, doc = according.head, according.doc
    opening = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg") and child.i > according.i]
    last = doc[min((verb, *opening), key=lambda token: token.i).i - 1]
    if verb.i < according.i or last.dep_ not in ("appos", "conj") or not according.i < last.head.i < last.i:
        return
    if doc[last.left_edge.i - 1].text != ",":
        return
    subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS and child.i > according.i), None)
    if subject is None:
        last.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in opening) else "nsubj"
    elif last.head is subject and subject.ent_type_ == "PERSON" and doc[subject.left_edge.i - 1].text == ",":
        comma = doc[subject.left_edge.i - 1]
        last.dep_, subject.dep_ = subject.dep_, "appos"
        comma.head = subject.head = comma.nbor(-1)
    else:
        return
    last.head = verb


def _go_on(first: Token) -> None:
    """ "Hart vows to sign the treaty, warns of delays", as headlines join two verbs: nobody else warns of the vow."""
    verb = first.head
    comma = verb.doc[verb.i - 1]
    if not first.i < verb.i - 1 or comma.text != "," or verb.i + 1 >= len(verb.doc):
        return
    own = any(child.dep_ in _SUBJECTS for child in verb.children)
    if own or verb.lemma_ in _BRINGING or not any(child.dep_ in _SUBJECTS for child in first.lefts):
        return
    first.dep_, first.head = verb.dep_, first if verb.head is verb else verb.head
    verb.dep_, verb.head, comma.head = "conj", first, first


def _make_verb(noun: Token) -> None:
    """ "until Orlavia withdraws from the heights": a plural with a subject and an "until" is a verb."""
    named = {child.dep_ for child in noun.lefts}
    if named & set(SUBJECT) and "mark" in named:
        noun.pos_, noun.tag_, noun.lemma_ = "VERB", "VBZ", noun.lower_.removesuffix("s")


def _give_clause(clause: Token) -> None:
    """ "told a weekly briefing that talks would go on": no briefing that talks, but what it was told."""
    noun = clause.head
    verb = noun.head
    opening = clause.left_edge
    if noun.dep_ not in ("dobj", "dative") or verb.lemma_ not in _TOLD or noun.lower_ in _THINGS_TOLD:
        return
    if opening.lower_ != "that" or opening.i != noun.i + 1 or any(child.dep_ == "ccomp" for child in verb.rights):
        return
    if opening.dep_ in SUBJECT:
        return  # "told the man that was late"
    clause.dep_, clause.head = "ccomp", verb
    opening.dep_, opening.head = "mark", clause


def _give_later_clause(clause: Token) -> None:
    """ "told the Gazette before she left that the line would hold": who leaves says nothing."""
    between = clause.head
    verb = between.head
    opening = clause.left_edge
    cues = lexicon()["clause"]
    if opening.lower_ != "that" or opening.dep_ != "mark" or between.lemma_ in cues or verb.lemma_ not in cues:
        return
    if verb.i < between.i and not any(child.dep_ in ("ccomp", "xcomp") for child in verb.children):
        clause.head = verb


def _give_subject(verb: Token) -> None:
    """ "Its minister, Karl Unger, boasted that P": a participle with a clause, in a sentence without another verb."""
    noun = verb.head
    if verb.tag_ not in ("VBN", "VBD") or noun.head is not noun or noun.i > verb.i:
        return
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    if clause is None or verb.lemma_ not in lexicon()["clause"] or verb.doc[verb.i - 1].text != ",":
        return
    if any(child.pos_ in ("VERB", "AUX") for child in noun.children if child is not verb):
        return
    verb.tag_, verb.dep_ = "VBD", "ROOT"
    verb.head = verb
    noun.dep_, noun.head = "nsubj", verb


def _join_subjects(joint: Token) -> None:
    """ "VARN - Kestria and Orlavia have agreed": after a dateline the first of two subjects stands alone."""
    first = joint.nbor(-1)
    if first.head is not first or first.pos_ not in ("PROPN", "NOUN") or first.children:
        return
    if joint.i + 1 >= len(joint.doc):
        return
    second = joint.nbor()
    while second.dep_ in ("compound", "amod", "det", "nmod", "poss") and second.head.i > second.i:
        second = second.head
    if second.dep_ not in ("nsubj", "nsubjpass") or second.left_edge.i != joint.i + 1:
        return
    verb = second.head
    first.dep_, first.head = second.dep_, verb
    second.dep_, second.head = "conj", first
    joint.dep_, joint.head = "cc", first
