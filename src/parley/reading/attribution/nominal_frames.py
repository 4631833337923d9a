"""The frames that nouns and adjectives head: "its demand that", "accusations of", "sure that"."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import cue_tokens, source_tokens, subject_of, subtree
from ..tokens import Token
from .frame import RELATIVE, Frame

_REPEATING = frozenset({"reaffirm", "reiterate", "renew", "repeat", "restate"})


_OWN = frozenset({"its", "their", "his", "her", "our", "my"})


def noun_frames(noun: Token) -> Iterator[Frame]:
    """What a noun pairs: its clause, infinitive or preposition with whose it is."""
    lemma = noun.lemma_.lower()
    content_child: Token | None = None
    kind = ""
    extra: tuple[int, ...] = ()
    owner: Token | None = None
    for child in noun.children:
        if child.dep_ == "poss":
            owner = child
        elif child.dep_ in ("ccomp", "acl", "relcl") and child.i > noun.i:
            marked = next((t.lower_ for t in child.lefts if t.dep_ in ("mark", "aux")), "")
            if child.dep_ == "acl" and child.tag_ == "VB" and marked == "to":
                content_child, kind = child, "to"
            elif (
                marked in ("that", "whether", "if")
                and not any(t.lower_ in RELATIVE and t.dep_ in ("nsubj", "dobj") for t in child.lefts)
            ) or child.dep_ == "ccomp":
                content_child, kind = child, "that"
        elif child.dep_ == "prep" and child.i > noun.i:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is None:
                continue
            if child.lower_ in ("by", "from") and owner is None:
                owner = inner
            elif child.lower_ in ("of", "for", "on", "about", "to", "against", "over", "in", "with") and not kind:
                content_child, kind = inner, child.lower_
                extra = tuple(range(noun.i + 1, child.i + 1)) if child.i == noun.i + 1 else ()
    if content_child is None:
        return
    cue = {noun.i, *extra}
    for child in noun.lefts:
        if child.dep_ in ("amod", "det", "neg", "advmod") and child.i > (owner.i if owner is not None else -1):
            cue.add(child.i)
    governor = noun.head
    repeated = owner is not None and (owner.lower_ in _OWN or governor.lemma_ in _REPEATING)
    if repeated and noun.dep_ == "dobj" and subject_of(governor) is not None:
        owner = None  # "renewed its demand that": the words are those of whoever renewed it
    subject = owner
    if owner is None and noun.dep_ == "dobj" and governor.pos_ in ("VERB", "AUX"):
        subject = subject_of(governor)
        if governor.i < noun.i:
            cue |= set(range(governor.i, noun.i)) | cue_tokens(governor)
    source = source_tokens(subject, noun if owner is not None else governor) if subject is not None else frozenset()
    content = subtree(content_child) - cue - source
    if owner is not None and owner.i > noun.i:
        content -= source
    pos = "noun" if owner is not None else "light" if noun.dep_ == "dobj" else "bare"
    yield Frame(
        lemma,
        pos,
        kind,
        noun.i,
        frozenset(cue) - source,
        source,
        content,
        subject.i if subject is not None else None,
        content_head=content_child.i,
    )


def adjective_frames(adjective: Token) -> Iterator[Frame]:
    """What somebody is sure of, ready for, or the like."""
    verb = adjective.head
    if adjective.dep_ not in ("acomp", "oprd", "conj", "attr") or verb.pos_ not in ("AUX", "VERB"):
        return
    subject = subject_of(verb)
    for child in (*adjective.rights, *(c for c in verb.rights if c.i > adjective.i and c.dep_ in ("ccomp", "xcomp"))):
        also: set[int] = set()
        if child.dep_ in ("ccomp", "xcomp", "advcl"):
            kind, content_head = ("that" if child.dep_ == "ccomp" else "to"), child
        elif child.dep_ == "prep":
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is None:
                continue
            kind, content_head = child.lower_, inner
            also = {child.i}
        else:
            continue
        cue = frozenset(range(verb.i, adjective.i + 1)) | cue_tokens(verb) | also
        if adjective.i - verb.i > 5 or adjective.i < verb.i:
            cue = frozenset({adjective.i}) | also
        source = source_tokens(subject, verb) if subject is not None else frozenset()
        yield Frame(
            adjective.lemma_.lower(),
            "adjective",
            kind,
            adjective.i,
            cue - source,
            source - cue,
            subtree(content_head) - cue,
            subject.i if subject is not None else None,
            content_head=content_head.i,
        )
        return
