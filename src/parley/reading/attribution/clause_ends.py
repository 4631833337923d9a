"""Where a clause of saying begins and ends after all, where the parser hangs its words elsewhere."""

from __future__ import annotations

from parley.model import Act

from ..tokens import Token

_WANTING = frozenset({Act.DEMAND, Act.PROPOSE, Act.REQUEST})
_SAYING = frozenset({"add", "announce", "declare", "say", "state", "write"})


def named_as(verb: Token) -> Token | None:
    """ "Proposed as first stages the release of prisoners", where the parser takes "stages" for a verb."""
    for child in verb.rights:
        verbless = child.dep_ == "advcl" and child.tag_ == "VBZ" and child.i - verb.i <= 4
        if verbless and child.left_edge.lower_ == "as" and not any(c.dep_ == "nsubj" for c in child.lefts):
            return next((c for c in child.rights if c.dep_ == "dobj"), None)
    return None


def is_said_in(clause: Token, noun: Token, verb: Token) -> bool:
    """ "Said in a joint statement that Kestria had asked for it": no clause about the statement."""
    if clause.dep_ != "relcl" or verb.lemma_ not in _SAYING or any(c.dep_ == "dobj" for c in verb.children):
        return False
    first = next((child for child in clause.lefts if child.i == noun.i + 1), None)
    subject = any(child.dep_ in ("nsubj", "nsubjpass") and child is not first for child in clause.lefts)
    one = any(child.lower_ in ("a", "an", "their", "one") for child in noun.lefts)
    return first is not None and first.lower_ == "that" and subject and one


def is_counted(noun: Token) -> bool:
    """ "Would hand over 23 | seriously wounded soldiers": the parser took the number for the whole."""
    return noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].tag_ == "CD"


def going_on(clause: Token) -> set[int]:
    """ "Agreed that it could be reached, and invited Tress": after its comma the past goes on from the cue."""
    auxiliary = any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in clause.lefts)
    for child in clause.rights:
        bare = not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in child.lefts)
        if child.dep_ == "conj" and child.tag_ == "VBD" and bare and auxiliary and child.i > 1:
            joint = child.nbor(-1)
            if joint.dep_ == "cc" and joint.nbor(-1).text == ",":
                return {child.i, joint.i, joint.i - 1}
    return set()


def is_tellers(clause: Token, cue: Token, act: Act) -> bool:
    """ "Said that X had proposed that both refrain and that Y had agreed": nobody proposes what was done before, so
    this clause goes on with what is said."""
    reported = cue.dep_ == "ccomp" and any(child.dep_ == "mark" for child in cue.lefts)
    done = any(child.dep_ == "aux" and child.lower_ == "had" for child in clause.lefts)
    return act in _WANTING and reported and done
