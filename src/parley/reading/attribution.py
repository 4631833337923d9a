"""Who said what, as spans: quotations with their cues, and clauses with theirs, in reading order."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.model import Act

from .acts import is_habit, is_negated, opens_condition
from .cues import act_of, cue_words, quotation_act
from .frames import Frame, frames_of
from .grammar import lemma_of, source_tokens
from .headlines import Lead, leads
from .pipeline import text_of
from .quoted import QuotationReader, Quoted
from .quotes import find_quotations

Ranges = tuple[tuple[int, int], ...]
"""Pairs of code points, in reading order."""


@dataclass(frozen=True)
class Attribution:
    """Source, cue and content as code points, with what the grammar knows of them."""

    source: Ranges
    cue: Ranges
    content: Ranges
    act: Act
    direct: bool
    cue_head: int | None = None
    source_head: int | None = None
    content_heads: tuple[int, ...] = ()
    addressee: Ranges = ()
    negated: bool = False
    kind: str = ""
    presumed: bool = False


def find_spans(doc: Doc) -> list[Attribution]:
    """All attributions of a parsed document."""
    quotations = find_quotations(text_of(doc))
    reader = QuotationReader(doc, quotations)
    quoted = reader.read()
    led = list(leads(doc))
    spoken = [(q.start, q.end) for each in quoted for q in each.quotations]
    whole = _Cover(spoken + [lead.content for lead in led if lead.turn])
    used = {i for each in quoted for i in each.cue}
    found = [_from_quotation(doc, each) for each in quoted]
    found += [_from_lead(doc, lead) for lead in led]
    words = cue_words()
    for token in doc:
        inside = whole.covers(token.idx)
        if token.lower_ == "according":
            according = None if inside else _according(doc, token)
            if according is not None:
                found.append(according)
        elif token.lemma_.lower() in words and token.pos_ in ("VERB", "NOUN", "ADJ") and token.i not in used:
            found += _from_frames(doc, token, inside)
    ordered = sorted(
        _without_twins(_told_once(doc, found)), key=lambda each: min(each.content + each.cue + each.source)
    )
    hosts = hosts_of(ordered)
    return [
        each
        for each, host in zip(ordered, hosts, strict=True)
        if (not _stands_for_nobody(each, doc) if host is None else _is_worth_nesting(each, ordered[host], doc))
    ]


def hosts_of(attributions: list[Attribution]) -> list[int | None]:
    """For each attribution the place in the list of the innermost one in whose content its cue stands."""
    found: list[int | None] = []
    spans = sorted((start, end, place) for place, each in enumerate(attributions) for start, end in each.content)
    starts = [start for start, _, _ in spans]
    for place, each in enumerate(attributions):
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


def _is_worth_nesting(each: Attribution, host: Attribution, doc: Doc) -> bool:
    """Within what somebody says: the words and acts of named others, not every thought and wish."""
    if each.direct or each.kind == "according":
        return True
    if each.source_head is None:
        return False
    if doc[each.source_head].pos_ == "PRON":
        return host.act is Act.DENY and each.act in _REPORTED  # "denied a report that it had agreed"
    if each.kind != "ccomp" and any(doc[i].tag_ == "MD" for i in _indices(doc, each.cue)):
        return False  # "should be willing to": what is asked of them, not what they say
    return each.kind == "ccomp" or (each.act in _REPORTED and _tells_act(each.kind))


def _stands_for_nobody(each: Attribution, doc: Doc) -> bool:
    """ "It" does something by words only in what is told of somebody; elsewhere it is mostly a thing."""
    return each.kind not in _SAYING and each.source_head is not None and doc[each.source_head].lower_ == "it"


def _tells_act(kind: str) -> bool:
    return kind in ("to", "that", "xcomp", "dobj") or kind.startswith(("prep:", "dobj+"))


def _from_frames(doc: Doc, token: Token, inside: bool) -> list[Attribution]:
    """The first frame of a token whose word is a cue in it."""
    for frame in frames_of(token):
        act = act_of(frame)
        if act is not None and (not inside or _is_report(frame, doc)) and _accept(frame, doc):
            return [_from_frame(doc, frame, act)]
    return []


class _Cover:
    """Which code points stand inside whole quotations."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def covers(self, position: int) -> bool:
        place = bisect.bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._ends[place]


def _is_report(frame: Frame, doc: Doc) -> bool:
    """Inside a quotation: what the speaker reports of others, not the speaker's own "I think"."""
    if frame.kind != "ccomp" or frame.source_head is None:
        return False
    subject = doc[frame.source_head]
    return subject.lower_ not in ("i", "we", "you", "it", "that", "this", "which", "who", "they", "there")


_TELLING = frozenset({Act.STATE, Act.ANNOUNCE})
_REPORTS = frozenset(
    {"accusation", "allegation", "assertion", "charge", "claim", "notion", "report", "rumor", "rumour", "speculation"}
    | {"suggestion"}
)
_SAYING = frozenset({"ccomp", "quotation", "according", "inserted"})
_VAGUE = frozenset({"that", "which", "there", "you", "this", "what"})


def _accept(frame: Frame, doc: Doc) -> bool:
    """Whether somebody stands behind the words: outside clauses of saying a cue without a source says nothing."""
    verb = doc[frame.head]
    if not frame.content or is_habit(verb):
        return False
    subject = doc[frame.source_head].lower_ if frame.source_head is not None else None
    if frame.pos == "passive":
        return True
    if frame.pos == "bare":
        return frame.lemma in ("accusation", "allegation", "claim", "warning", "complaint", "rumor", "rumour")
    if frame.kind in _SAYING and frame.pos == "verb":
        return subject != "you" and (subject is not None or verb.tag_ not in ("VB", "VBG", "VBP"))
    if subject is None or subject in _VAGUE or opens_condition(verb):
        return False
    return not (verb.tag_ == "VB" and verb.dep_ in ("xcomp", "acl", "advcl", "pcomp"))


def _without_joints(doc: Doc, content: frozenset[int], opens: bool) -> frozenset[int]:
    """Without the "and" or "but" by which the paper, and not the speaker, joins what goes on from the content, or,
    where it ``opens`` a sentence, the sentence to the last."""
    first, last = min(content), max(content)
    dropped = {last} if doc[last].dep_ == "cc" else set()
    return content - dropped - ({first} if opens and doc[first].dep_ == "cc" else set())


def _indices(doc: Doc, spans: Ranges) -> list[int]:
    return [token.i for start, end in spans if (span := doc.char_span(start, end)) is not None for token in span]


def _from_frame(doc: Doc, frame: Frame, act: Act) -> Attribution:
    if act in (Act.REJECT, Act.CRITICISE) and frame.kind.startswith("dobj") and _is_report_of(frame, doc):
        act = Act.DENY
    return Attribution(
        source=ranges(doc, frame.source),
        cue=ranges(doc, frame.cue),
        content=ranges(doc, _without_joints(doc, frame.content, frame.kind == "inserted")),
        act=act,
        direct=False,
        cue_head=frame.head,
        source_head=frame.source_head,
        content_heads=(frame.content_head,) if frame.content_head is not None else (),
        addressee=ranges(doc, frame.addressee),
        negated=is_negated(doc[frame.head]),
        kind=frame.kind,
    )


def _is_report_of(frame: Frame, doc: Doc) -> bool:
    """ "rejected claims that": what is refused is no proposal but something said, and so it is denied."""
    noun = doc[frame.content_head] if frame.content_head is not None else doc[frame.head]
    return (noun.head if noun.pos_ == "ADP" else noun).lemma_.lower() in _REPORTS


def _from_quotation(doc: Doc, quoted: Quoted) -> Attribution:
    act = quotation_act(lemma_of(quoted.verb)) if quoted.verb is not None else None
    return Attribution(
        source=ranges(doc, quoted.source),
        cue=ranges(doc, quoted.cue, keep=":—–―--"),
        content=tuple((quotation.start, quotation.end) for quotation in quoted.quotations),
        act=act or Act.STATE,
        direct=True,
        cue_head=quoted.verb.i if quoted.verb is not None else None,
        source_head=quoted.source_head,
        addressee=ranges(doc, quoted.addressee),
        kind="quotation",
        presumed=quoted.presumed,
    )


def _from_lead(doc: Doc, lead: Lead) -> Attribution:
    named = doc.char_span(*lead.source, alignment_mode="expand")
    return Attribution(
        source=(lead.source,),
        cue=(lead.cue,),
        content=(lead.content,),
        act=Act.STATE,
        direct=lead.turn,
        source_head=named.root.i if named is not None else None,
        kind="lead",
    )


def _according(doc: Doc, token: Token) -> Attribution | None:
    """ "..., according to X": the rest of the sentence is what X says."""
    to = next((t for t in (*token.children, *doc[token.i + 1 : token.i + 2]) if t.lower_ == "to"), None)
    named = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    if to is None or named is None:
        return None
    cue = frozenset({token.i, to.i})
    source = source_tokens(named) - cue
    host = token.head if token.head.i != token.i else None
    if host is None:
        return None
    while host.pos_ not in ("VERB", "AUX") and host.head.i != host.i:
        host = host.head
    barred = {token.i}
    content = frozenset(t.i for t in host.subtree) - cue - source - frozenset(t.i for t in token.subtree) - barred
    if not content:
        return None
    return Attribution(
        ranges(doc, source),
        ranges(doc, cue),
        ranges(doc, content),
        Act.STATE,
        False,
        token.i,
        named.i,
        (host.i,),
        kind="according",
    )


def ranges(doc: Doc, tokens: Iterable[int], keep: str = "") -> Ranges:
    """Token indices as ranges of code points: runs joined over spaces, edges free of loose punctuation."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and all(doc[k].is_space for k in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    found = []
    for run in runs:
        while run and (
            doc[run[0]].is_space or (_is_loose(doc[run[0]]) and doc[run[0]].text not in "([“\"‘'«``$#@" + keep)
        ):
            run.pop(0)
        while run and (
            doc[run[-1]].is_space or (_is_loose(doc[run[-1]]) and doc[run[-1]].text not in ")]”\"’'»''%?!" + keep)
        ):
            run.pop()
        if run and not all(_is_loose(doc[i]) and doc[i].text not in (keep or " ") for i in run):
            found.append((doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]])))
    return tuple(found)


def _is_loose(token: Token) -> bool:
    return token.is_punct or token.dep_ == "punct"


def _told_once(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Of a verb and its object, both cues, the one that tells more: "denied" in "denied a report that", "demand"
    in "repeated its demand that"."""
    at = {each.cue_head: each for each in found if not each.direct}
    dropped: set[int] = set()
    for i in [i for i in at if i is not None and doc[i].pos_ == "NOUN" and doc[i].dep_ == "dobj"]:
        governor = doc[i].head.i
        verb = at.get(governor)
        if verb is not None and verb.kind.split("+")[0] in ("dobj", "relative"):
            dropped.add(i if verb.act not in _TELLING or at[i].act in _TELLING else governor)
    return [each for each in found if each.direct or each.cue_head not in dropped]


def _without_twins(found: list[Attribution]) -> list[Attribution]:
    """Of two with the same content and cue only the first."""
    seen: set[tuple[Ranges, Ranges]] = set()
    kept = []
    for each in found:
        key = (each.cue, each.content)
        if key not in seen and each.content:
            seen.add(key)
            kept.append(each)
    return kept
