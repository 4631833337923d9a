"""Who said what, as spans: quotations with their cues, and clauses with theirs, in reading order."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.model import Act

from .cues import act_of, quotation_act
from .frames import Frame, frames_of, lemma_of, source_tokens
from .quoted import Quoted, QuotationReader
from .quotes import Quotation, find_quotations

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


def find_spans(doc: Doc) -> list[Attribution]:
    """All attributions of a parsed document."""
    quotations = find_quotations(doc.text)
    reader = QuotationReader(doc, quotations)
    quoted = reader.read()
    whole = _Cover([q for each in quoted for q in each.quotations])
    used = {i for each in quoted for i in each.cue}
    found = [_from_quotation(doc, each) for each in quoted]
    for token in doc:
        if token.pos_ not in ("VERB", "NOUN", "ADJ") or token.i in used:
            if token.lower_ == "according" and (each := _according(doc, token)) and not whole.covers(token.idx):
                found.append(each)
            continue
        inside = whole.covers(token.idx)
        for frame in frames_of(token):
            act = act_of(frame)
            if act is None or (inside and not _is_report(frame, doc)):
                continue
            if _accept(frame, doc):
                found.append(_from_frame(doc, frame, act))
                break
    return sorted(_without_twins(found), key=lambda each: min(each.content + each.cue + each.source))


class _Cover:
    """Which code points stand inside whole quotations."""

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        ordered = sorted(quotations, key=lambda quotation: quotation.start)
        self._starts = [quotation.start for quotation in ordered]
        self._ends = [quotation.end for quotation in ordered]

    def covers(self, position: int) -> bool:
        place = bisect.bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._ends[place]


def _is_report(frame: Frame, doc: Doc) -> bool:
    """Inside a quotation: what the speaker reports of others, not the speaker's own "I think"."""
    if frame.kind != "ccomp" or frame.source_head is None:
        return False
    subject = doc[frame.source_head]
    return subject.lower_ not in ("i", "we", "you", "it", "that", "this", "which", "who", "they", "there")


def _accept(frame: Frame, doc: Doc) -> bool:
    if not frame.content:
        return False
    head = frame.source_head
    return not (
        head is not None and doc[head].lower_ in ("it", "there") and frame.pos == "verb" and frame.kind != "ccomp"
    )


def _from_frame(doc: Doc, frame: Frame, act: Act) -> Attribution:
    negated = any(child.dep_ == "neg" for child in doc[frame.head].children)
    return Attribution(
        source=ranges(doc, frame.source),
        cue=ranges(doc, frame.cue),
        content=ranges(doc, frame.content),
        act=act,
        direct=False,
        cue_head=frame.head,
        source_head=frame.source_head,
        content_heads=(frame.content_head,) if frame.content_head is not None else (),
        addressee=ranges(doc, frame.addressee),
        negated=negated,
        kind=frame.kind,
    )


def _from_quotation(doc: Doc, quoted: Quoted) -> Attribution:
    act = quotation_act(lemma_of(quoted.verb)) if quoted.verb is not None else None
    return Attribution(
        source=ranges(doc, quoted.source),
        cue=ranges(doc, quoted.cue, keep=":"),
        content=tuple((quotation.start, quotation.end) for quotation in quoted.quotations),
        act=act or Act.STATE,
        direct=True,
        cue_head=quoted.verb.i if quoted.verb is not None else None,
        source_head=quoted.source_head,
        addressee=ranges(doc, quoted.addressee),
        kind="quotation",
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
