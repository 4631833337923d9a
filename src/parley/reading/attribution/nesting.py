"""What is told within what somebody says: which attribution stands in which, and which are worth telling apart."""

from __future__ import annotations

import bisect

from parley.model import Act

from ..grammar import lemma_of
from ..tokens import Doc, Token
from .found import Attribution, Ranges

SAYING = frozenset({"ccomp", "quotation", "according", "inserted"})


def indices(doc: Doc, spans: Ranges) -> list[int]:
    return [token.i for start, end in spans if (span := doc.char_span(start, end)) is not None for token in span]


def hosts_of(attributions: list[Attribution]) -> list[int | None]:
    """For each attribution the place in the list of the innermost one in whose content its cue stands."""
    found: list[int | None] = []
    tellers: dict[int, list[int]] = {}
    for place, each in enumerate(attributions):
        if each.cue_head is not None and each.told_at is None:
            tellers.setdefault(each.cue_head, []).append(place)
    spans = sorted((start, end, place) for place, each in enumerate(attributions) for start, end in each.content)
    starts = [start for start, _, _ in spans]
    for place, each in enumerate(attributions):
        if each.told_at is not None and each.told_at in tellers:
            found.append(next((t for t in tellers[each.told_at] if attributions[t].content == each.content), None))
            continue
        at = min(each.cue or each.content)[0]
        host: tuple[int, int] | None = None
        # contents nest shallowly: look back over the few that could still be open
        until = bisect.bisect_right(starts, at)
        for start, end, other in spans[max(0, until - _SHALLOW) : until]:
            inside = start <= at < end and other != place and attributions[other].cue != each.cue
            if inside and (host is None or end - start < host[0]):
                host = (end - start, other)
        found.append(host[1] if host else None)
    return found


_SHALLOW = 12
_REPORTED = frozenset(
    {Act.ACCUSE, Act.ACCEPT, Act.REJECT, Act.COMMIT, Act.THREATEN, Act.DEMAND, Act.OFFER, Act.DENY, Act.ADMIT}
    | {Act.EXPRESS_WILLINGNESS, Act.WARN, Act.APOLOGISE, Act.PROPOSE}
)


_OTHERS = frozenset({"he", "she", "they"})
_TELLING = frozenset(
    {"announce", "claim", "confirm", "deny", "promise", "say", "state", "tell", "vow", "warn", "write"}
)
_OF_SOMEBODY = frozenset({Act.ACCUSE, Act.DENY, Act.CRITICISE})
"""What only somebody does: "it accused the ministry of lies"."""


def is_worth_nesting(each: Attribution, host: Attribution, doc: Doc) -> bool:
    """Within what somebody says: the words and acts of named others, not every thought and wish."""
    if each.direct or each.kind in ("according", "citing"):
        return True
    if each.source_head is None:
        return False
    if doc[each.source_head].pos_ == "PRON":
        if host.kind == "lead" and host.direct and each.kind == "ccomp" and doc[each.source_head].lower_ in _OTHERS:
            return lemma_of(doc[each.cue_head or 0]) in _TELLING  # "she told me on Sunday that she could live with it"
        return host.act is Act.DENY and each.act in _REPORTED  # "denied a report that it had agreed"
    if each.kind != "ccomp" and any(doc[i].tag_ == "MD" or _has_to(doc[i]) for i in indices(doc, each.cue)):
        return False  # "should be willing to": what is asked of them, not what they say
    return each.kind in ("ccomp", "is") or is_owned(each, doc) or (each.act in _REPORTED and _tells_act(each.kind))


def _has_to(word: Token) -> bool:
    """ "Its troops had to be ready to": as good as "must"."""
    if word.dep_ != "xcomp":
        return False
    return word.head.lemma_ == "have" and any(child.lower_ == "to" for child in word.lefts)


def is_owned(each: Attribution, doc: Doc) -> bool:
    """ "(noted) Orlavia's statement that P": the clause is the owner's."""
    return each.kind == "that" and each.source_head is not None and doc[each.source_head].dep_ == "poss"


def stands_for_nobody(each: Attribution, doc: Doc) -> bool:
    """ "It" does something by words only in what is told of somebody, or where it also says something; elsewhere it
    is mostly a thing."""
    if each.kind in SAYING or each.source_head is None or doc[each.source_head].lower_ != "it":
        return False
    verb = doc[each.source_head].head
    if each.act in _OF_SOMEBODY:
        return False
    return verb.i == each.cue_head or verb.lemma_ not in ("say", "tell", "add", "state", "write", "warn", "insist")


def _tells_act(kind: str) -> bool:
    return kind in ("to", "that", "xcomp", "dobj") or kind.startswith(("prep:", "dobj+"))
