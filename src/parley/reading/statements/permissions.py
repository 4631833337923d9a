"""What "may" and "could" mean where they call nothing possible: leave given, courtesy, ability."""

from __future__ import annotations

from ..grammar import own_subject
from ..tokens import Token

_BODIES = frozenset({
    "agreement", "article", "charter", "commission", "committee", "court", "law", "member", "party", "rule",
    "secretariat", "signatory", "state", "treaty",
})  # fmt: skip
_LEAVE = frozenset({"consent", "permission", "leave", "approval", "licence", "license", "authorisation", "notice"})
_RULES = frozenset(
    {"accord", "agreement", "article", "charter", "law", "rule", "regulation", "order", "treaty", "permit"}
)
_SENSES = frozenset({"see", "hear", "feel", "smell", "taste", "live", "afford", "bear", "stand", "help"})
_FOUND = frozenset({"come", "discover", "face", "find", "learn", "live", "lose", "regret", "wake", "wish", "yet"})
_FETCHED = frozenset({
    "apply", "borrow", "bring", "buy", "carry", "claim", "collect", "consult", "copy", "file", "inspect", "lodge",
    "obtain", "submit", "use", "view", "withdraw",
})  # fmt: skip
_SAID = frozenset({"add", "ask", "be", "express", "permit", "remind", "say", "take", "thank"})
_COURTESIES = frozenset({"grateful", "appreciated", "please", "kindly"})
_NONE = frozenset({"nothing", "nobody", "none"})
_ANY = frozenset({"no", "any", "each", "every", "either", "neither", "nobody", "anyone", "anybody", "whoever"})


def is_permission(modal: Token) -> bool:
    """Whether "may" gives leave: of a right, of what a text allows, with a condition of leave, to "you"."""
    if modal.lower_ != "may":
        return False
    if modal.i + 1 < len(modal.doc) and modal.nbor().lower_ in ("i", "we", "you"):
        return True
    verb = modal.head
    if verb.lemma_ in _FOUND:
        return False  # "you may find that nobody is left"
    if verb.lemma_ in _FETCHED and any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.lefts):
        return True  # "permits may be collected at the town hall"
    subject = own_subject(verb)
    if subject is not None:
        rule = {subject.lower_, *(child.lower_ for child in subject.lefts)}
        if subject.lower_ == "you" or rule & _ANY or (subject.lower_ == "i" and verb.lemma_ in _SAID):
            return True
        if subject.lemma_.lower() in _BODIES and not _is_perfect(verb):
            return True
    words = {token.lower_ for token in verb.subtree if token.i > modal.i}
    if modal.i + 1 < len(modal.doc) and modal.nbor().lower_ in ("only", "freely", "lawfully", "henceforth"):
        return True
    if words & _LEAVE or ("subject" in words and "to" in words):
        return True
    under = [child for child in verb.lefts if child.lower_ == "under"]
    return any(grand.lemma_.lower() in _RULES for prep in under for grand in prep.children)


def is_courtesy(word: Token) -> bool:
    """ "Could you please ...", "may I ask", "we would be grateful if you could", "we hope that you will"."""
    verb = word.head if word.tag_ == "MD" else word
    asked = own_subject(verb)
    if word.tag_ == "MD":
        if asked is not None and asked.i > word.i and asked.lower_ in ("i", "you", "we"):
            return True
        return any(token.lower_ in _COURTESIES for token in word.sent) and asked is not None
    wished = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    subject = own_subject(wished) if wished is not None else None
    return subject is not None and subject.lower_ in ("you", "your")


def is_ability(modal: Token) -> bool:
    """ "Could not come", "could see the mill": what somebody was able to, or not."""
    if modal.lower_ != "could":
        return False
    verb = modal.head
    if modal.i + 1 < len(modal.doc) and modal.nbor().dep_ == "neg":
        return True
    if any(child.dep_ == "neg" for child in verb.children) or verb.lemma_ in _SENSES:
        return True
    return any(  # "nothing could be further from the truth", "there could be no other way"
        child.lower_ in _NONE or any(grand.lower_ == "no" for grand in child.lefts)
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass", "attr")
    )


def _is_perfect(verb: Token) -> bool:
    """ "May have broken" is a guess at the past and no leave."""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children) or verb.lemma_ == "be"
