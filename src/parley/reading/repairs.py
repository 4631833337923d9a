"""Joints that the parser sets wrong, set right: whose clause goes on after "and", "but" or a semicolon.

A small parser joins a verb to the nearest one. Where a verb of saying cannot belong there it belongs to the
verb that governs the clause: "said the draft was old and warned they might leave" warns of the speaker, for a
draft warns of nothing. Only heads are moved, and an infinitive that looks like a noun
is a verb; words and sentences stay.
"""

from __future__ import annotations

from .attribution.asides import CITING, can_speak
from .attribution.cues import act_of, lexicon
from .attribution.frames import frames_of, has_complementiser
from .displaced import restore_object
from .grammar import PASSIVE_SUBJECT, SUBJECT
from .lost_clauses import restore_clauses
from .minuted import heading
from .tokens import Doc, Token

_SUBJECTS = (*SUBJECT, *PASSIVE_SUBJECT)
_FINITE = ("VBD", "VBZ", "VBP")
_OF_THINGS = frozenset({"show", "indicate", "suggest", "reveal", "imply", "confirm", "require", "signal", "mean"})
"""What a thing may do as well as somebody: "the figures were old and showed that"."""
_ANSWERS = frozenset({"answer", "reply", "respond"})
_MOVES = frozenset({"ask", "demand", "invite", "offer", "propose", "request", "suggest", "urge"})
"""What who answers does next: "replied that the lists were old and asked for others"."""
_DENIALS = frozenset({"deny", "dispute", "rebut", "refute"})
_OF_PEOPLE = frozenset(
    {"accuse", "apologise", "apologize", "appeal", "ask", "condemn", "deny", "insist", "plead", "pledge", "praise"}
    | {"request", "swear", "thank", "threaten", "urge", "voice", "vow", "welcome"}
)
"""What no thing does, with a clause or without: "the lists were complete and asked for a date"."""


def repair(doc: Doc) -> None:
    """Moves the misjoined verbs of ``doc`` to those that they go on from."""
    restore_clauses(doc)
    for token in doc:
        if _is_infinitive(token):
            token.pos_, token.tag_ = "VERB", "VB"
        if token.pos_ != "VERB":
            continue
        if token.dep_ == "ccomp":
            if _stands_before_semicolon(token):
                token.dep_ = "dep"
            elif _goes_on(token):
                _make_conjunct(token)
        if token.dep_ == "conj":
            if (outer := _outer_verb(token)) is not None:
                _join(token, outer)
            elif (first := _sharing(token)) is not None:
                _share(token, first)
        if token.dep_ == "advcl" and (denier := _who_goes_on(token)) is not None:
            comma = token.doc[token.left_edge.i - 1]
            token.head = comma.head = denier
        restore_object(token)


def _is_infinitive(word: Token) -> bool:
    """ "Offered to host talks": what "to" opens and a verb governs is a verb, whatever else the word may be."""
    before = word.nbor(-1) if word.i else word
    return word.pos_ == "NOUN" and word.dep_ == "xcomp" and before.tag_ == "TO" and before.head.i == word.i


def _join(verb: Token, outer: Token) -> None:
    """The verb, with the "and" before it, to ``outer``."""
    before = verb.left_edge.i - 1
    joint = next((child for child in verb.head.rights if child.dep_ == "cc" and child.i == before), None)
    verb.head = outer
    if joint is not None:
        joint.head = outer


def _who_goes_on(verb: Token) -> Token | None:
    """ "Denied that its army had fired, saying that P": who denies goes on; after other cues only where what the clause
    tells of could say nothing ("announced that the road was shut, adding that P")."""
    clause = verb.head
    while clause.dep_ == "conj" and clause.head.i < clause.i:
        clause = clause.head
    cue = clause.head
    after_comma = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    if verb.tag_ != "VBG" or clause.dep_ != "ccomp" or not after_comma or not cue.i < clause.i < verb.i:
        return None
    if any(child.dep_ in _SUBJECTS for child in verb.lefts) or not (_is_cue(verb, "ccomp") and _is_cue(cue, "ccomp")):
        return None
    subject = next((child for child in clause.children if child.dep_ in _SUBJECTS), None)
    thing = subject is not None and subject.pos_ == "NOUN" and not can_speak(subject)
    return cue if thing or cue.lemma_ in _DENIALS else None


def _stands_before_semicolon(clause: Token) -> bool:
    """ "Kestria says A; Orlavia says B": what stands before a semicolon is nothing that is said after it."""
    head = clause.head
    return clause.i < head.i and any(child.text == ";" and clause.i < child.i for child in head.lefts)


def _goes_on(verb: Token) -> bool:
    """ "said A and warned that B", where both hang on the first verb: one without a subject of its own goes on."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    return (
        verb.tag_ in _FINITE
        and (before.dep_ == "cc" or before.text == ",")
        and verb.head.i < before.i
        and not has_complementiser(verb)
        and not any(child.dep_ in _SUBJECTS for child in verb.children)
    )


def _make_conjunct(verb: Token) -> None:
    """A verb of saying goes on from its governor; another, after a comma, from the clause before it."""
    clauses = [child for child in verb.head.rights if child.dep_ == "ccomp" and child.i < verb.i]
    before = verb.doc[verb.left_edge.i - 1]
    after_comma = before.text == ","
    if after_comma and not clauses:
        return
    verb.dep_ = "conj"
    if after_comma and not _is_cue(verb):
        verb.head = clauses[-1]
        before.head = verb


def _outer_verb(verb: Token) -> Token | None:
    """The verb from which a coordinated verb goes on, where the clause that the parser joins it to cannot share it."""
    clause = verb.head
    while clause.dep_ == "conj" and clause.head.i < clause.i:
        clause = clause.head
    cue = clause.head
    if _finite(clause) == "TO":
        return _verb_of_infinitive(verb, clause)
    if clause.dep_ != "ccomp" or not cue.i < clause.i < verb.i or has_complementiser(verb):
        return None
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        apart = any(child.text == ";" for child in verb.head.rights if child.i < verb.i)
        return cue if apart and _is_cue(verb, "ccomp") else None
    tense, of_clause = _finite(verb), _finite(clause)
    if _answers_and_asks(cue, clause, verb):
        return cue
    if tense not in _FINITE:
        return None
    if of_clause == "MD" and clause.tag_ == "VB" and verb.tag_ in ("VBD", "VBZ"):
        # a finite verb is joined to no bare one: it goes on from the cue, or from "until they leave"
        below = None if _is_cue(verb, "ccomp") else _clause_of_tense(verb, clause)
        return below or (cue if tense == _finite(cue) else None)
    if of_clause == "MD" and clause.tag_ == "VBN" and verb.tag_ == "VBD" and (below := _clause_of_tense(verb, clause)):
        return below  # "the pause would be lifted once they apologised and agreed": who agrees is no pause
    if of_clause == "VB" and tense == _finite(cue) == "VBD":
        return cue  # "demanded that they leave and threatened": what is demanded has no past
    if tense == _finite(cue) != of_clause and of_clause in _FINITE and _is_cue(verb):
        return cue
    auxiliaries = [grand for child in clause.lefts if child.dep_ == "aux" for grand in child.lefts]
    subject = next((child for child in (*clause.children, *auxiliaries) if child.dep_ in _SUBJECTS), None)
    thing = subject is not None and subject.pos_ == "NOUN" and not can_speak(subject)
    if (thing and verb.lemma_ in _OF_PEOPLE) or (tense == _finite(cue) and _follows_citing(verb, clause)):
        return cue if _is_cue(verb) else None
    return cue if thing and verb.lemma_ not in _OF_THINGS and _is_cue(verb, "ccomp") else None


def _answers_and_asks(cue: Token, clause: Token, verb: Token) -> bool:
    """ "Replied that the colonel had promised it and asked for a date": who answers asks, where the clause tells of
    what was before; in minutes, where each turn is one sentence, so does who says."""
    answers = cue.lemma_ in _ANSWERS or (cue.lemma_ == "say" and heading(cue.doc.text) is not None)
    before = any(child.dep_ == "aux" and child.lower_ == "had" for child in clause.lefts)
    bare = not any(child.dep_ in ("aux", "auxpass", "mark", "neg", *_SUBJECTS) for child in verb.lefts)
    return answers and before and bare and verb.tag_ in ("VBD", "VBN") and verb.lemma_ in _MOVES


def _follows_citing(verb: Token, clause: Token) -> bool:
    """ "Said that it had fired, citing its army, and vowed to": who cites goes on."""
    return any(child.dep_ == "advcl" and child.lower_ in CITING and child.i < verb.i for child in clause.rights)


def _verb_of_infinitive(verb: Token, clause: Token) -> Token | None:
    """ "Urged them to settle it and offered an expert": a finite verb goes on from the finite one above."""
    own = any(child.dep_ in (*_SUBJECTS, "aux", "auxpass", "mark") for child in verb.lefts)
    outer = clause.head
    while outer.head.i != outer.i and (outer.pos_ != "VERB" or _finite(outer) == "TO"):
        outer = outer.head
    alike = _finite(outer) == verb.tag_ or (outer.tag_ == "VBN" and verb.tag_ in ("VBD", "VBN"))
    return outer if not own and outer.i < clause.i and outer.pos_ == "VERB" and alike else None


def _clause_of_tense(verb: Token, clause: Token) -> Token | None:
    """The last "if" or "until" clause before the verb that has its tense: "will stay until they leave and pay"."""
    found = [c for c in clause.rights if c.dep_ == "advcl" and c.i < verb.i and _finite(c) == _finite(verb)]
    return found[-1] if found else None


def _finite(verb: Token) -> str:
    """The tag of the word that carries the tense: "has" in "has accepted", "MD" where there is a modal."""
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass"):
            return child.tag_
    return verb.tag_


def _is_cue(verb: Token, kind: str = "") -> bool:
    return any((not kind or frame.kind == kind) and act_of(frame) is not None for frame in frames_of(verb))


def _sharing(verb: Token) -> Token | None:
    """The verb "hoped" in "hoped, but could not promise, that P": P is the clause of both, and the first is not
    taken back."""
    clause = _clause_after_comma(verb)
    if clause is None or not any(child.dep_ == "neg" for child in verb.lefts):
        return None
    governor = verb.head
    within = [child for child in governor.rights if child.dep_ == "ccomp" and child.i < verb.i]
    for first in (*within, governor):
        objects = [child for child in first.children if child.dep_ in ("ccomp", "dobj", "xcomp", "prep")]
        if first.lemma_ in lexicon()["clause"] and not objects:
            return first
    return None


def _clause_after_comma(verb: Token) -> Token | None:
    for child in verb.rights:
        if child.dep_ == "ccomp" and has_complementiser(child) and child.doc[child.left_edge.i - 1].text == ",":
            return child
    return None


def _share(verb: Token, first: Token) -> None:
    clause = _clause_after_comma(verb)
    if clause is not None:
        clause.head = first
        _join(verb, first)
