"""What looks like saying and is none: silence, and what is only heard of somebody."""

from __future__ import annotations

from ..grammar import is_passive
from ..speakers.names import people_words
from ..statements.acts import is_negated
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
