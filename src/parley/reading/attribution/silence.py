"""What looks like saying and is none: silence, what is not yet said, and what is only heard of somebody."""

from __future__ import annotations

from ..grammar import is_passive, own_subject
from ..speakers.names import people_words
from ..statements.acts import is_negated, opens_condition
from ..tokens import Doc, Token
from .asides import CITING
from .frame import Frame

_ANSWERING = frozenset({"answer", "comment", "elaborate", "reply", "respond"})
_RECEIVED = (
    people_words("offices")
    | people_words("officials")
    | {
        "all",
        "colleague",
        "delegation",
        "everybody",
        "everyone",
        "guest",
        "member",
        "participant",
        "team",
        "visitor",
        "you",
    }
)
_NAMING = frozenset({"identify", "name", "quote"})


def tells_of_silence(frame: Frame, doc: Doc) -> bool:
    """ "Declined to comment", "did not respond to a request", "requested anonymity", "asked not to be named": that
    nothing was said, or by whom it was not."""
    verb = doc[frame.head]
    if frame.kind == "prep:to" and verb.lemma_ in _ANSWERING:
        return is_negated(verb)
    head = doc[frame.content_head] if frame.content_head is not None else None
    if head is None or frame.kind not in ("xcomp", "dobj", "prep:for"):
        return False
    if verb.lower_ in CITING and frame.kind == "dobj":
        return True  # "resigned, citing the arrest of his brother": a reason, that nobody is told to have said
    unnamed = head.lemma_ in _NAMING and any(child.dep_ == "neg" for child in head.lefts)
    return head.lemma_ == "anonymity" or unnamed or (verb.lemma_ in ("decline", "refuse") and head.lemma_ in _ANSWERING)


_MADE = frozenset(
    {"accord", "agreement", "approach", "argument", "bill", "budget", "claim", "deal", "decision", "draft", "idea"}
    | {"law", "move", "narrative", "offer", "plan", "policy", "position", "proposal", "record", "reform", "speech"}
    | {"stance", "statement", "strategy", "text", "treaty", "view", "words"}
)
"""What is attacked in words; a town, a convoy or a state is not."""


_FIGHTING = frozenset(
    {"army", "drone", "fighter", "force", "gunman", "jet", "militant", "militia", "rebel", "soldier", "troop"}
)


def does_harm(frame: Frame, doc: Doc) -> bool:
    """ "Orlavia attacked Sarn", "the army attacked the bridge": a deed, and no reproach, unless what is attacked is
    something said or proposed, or the sentence tells for what."""
    if frame.lemma != "attack" or frame.kind != "dobj" or frame.content_head is None or frame.source_head is None:
        return False
    attacker = doc[frame.source_head]
    armed = attacker.ent_type_ in ("GPE", "LOC", "NORP") or attacker.lemma_.lower() in _FIGHTING
    return armed and doc[frame.content_head].lemma_.lower() not in _MADE


_MODALS = frozenset({"can", "could", "may", "might", "must", "ought", "shall", "should", "will", "would"})


def is_unsaid(verb: Token) -> bool:
    """ "Kestria should be asked to leave", "could be forced to admit it", "before Kestria announces it", "if it says
    so", "it is hard to believe that": the words speak of a saying that nobody has done."""
    if is_passive(verb):
        return _is_modal(verb) and not any(child.dep_ == "agent" for child in verb.rights)
    governor = verb.head
    if verb.dep_ == "xcomp" and governor.i != verb.i:
        if is_passive(governor):
            return _is_modal(governor)
        subject = own_subject(governor)
        if governor.lemma_ == "be" and subject is not None and subject.lower_ == "it" and verb.tag_ == "VB":
            return True
    return _is_yet_to_come(verb) or opens_condition(verb)


def _is_modal(verb: Token) -> bool:
    return any(child.lower_ in _MODALS for child in verb.lefts if child.dep_ == "aux")


def _is_yet_to_come(verb: Token) -> bool:
    """ "Before Kestria announces a truce, it should talk": in the present tense it has not announced it."""
    opens = any(
        child.lower_ in ("before", "until") and child.dep_ in ("mark", "prep", "advmod") for child in verb.lefts
    )
    return opens and verb.tag_ in ("VBZ", "VBP")


def greets(verb: Token) -> bool:
    """ "Welcomed the delegations to Varn": somebody is received, and nothing is accepted."""
    if verb.lemma_ != "welcome":
        return False
    received = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    return received is not None and (received.ent_type_ == "PERSON" or received.lemma_.lower() in _RECEIVED)


_HEARSAY = frozenset({"report", "say", "believe", "think", "understand", "rumor", "rumour", "allege", "claim"})


def is_hearsay(frame: Frame) -> bool:
    """ "is reported to have accepted", seen from the word of reporting, behind which nobody stands."""
    return frame.kind == "xcomp" and frame.passive and frame.source_head is None and frame.lemma in _HEARSAY


def is_heard_of(verb: Token) -> bool:
    """The same seen from "accepted"."""
    return verb.dep_ == "xcomp" and is_passive(verb.head) and verb.head.lemma_ in _HEARSAY
