"""Quotations that no cue brings, right after a sentence that tells who speaks: "The road is shut, Larsen said. “It
will stay so.”" """

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..tokens import Doc
from .found import Attribution
from .quotes import Quotation

_TELLING = frozenset({"ccomp", "inserted", "dobj", "quotation", "prep:for", "xcomp"})


def following(doc: Doc, found: Iterable[Attribution], alone: Iterable[Quotation]) -> list[Attribution]:
    """What stands in each quotation, as further words of who speaks in the sentence before it, doubted."""
    by_sentence: dict[int, list[Attribution]] = {}
    for each in found:
        if each.cue_head is not None and each.source and each.kind in _TELLING and not each.negated:
            by_sentence.setdefault(doc[each.cue_head].sent.start, []).append(each)
    went_on = []
    for quotation in alone:
        teller = _teller(doc, by_sentence, quotation)
        if teller is not None:
            doubt = "The text names nobody for these words; they are taken for those of who speaks right before."
            content = ((quotation.start, quotation.end),)
            went_on.append(
                replace(teller, content=content, direct=True, content_heads=(), kind="quotation", doubt=doubt)
            )
    return went_on


def _teller(doc: Doc, by_sentence: dict[int, list[Attribution]], quotation: Quotation) -> Attribution | None:
    """The one who speaks in the main clause of the sentence before, in the same paragraph."""
    text = doc.text
    before = text[: quotation.start].rstrip(" \t")
    if not before or before[-1] not in ".!?”\"'’»":
        return None
    last = doc.char_span(len(before) - 1, len(before), alignment_mode="expand")
    if last is None:
        return None
    tellers = [each for each in by_sentence.get(last[0].sent.start, ()) if not _within(doc, each)]
    return tellers[-1] if tellers and len({each.source for each in tellers}) == 1 else None


def _within(doc: Doc, each: Attribution) -> bool:
    """Whether the cue stands in a clause below the main one."""
    verb = doc[each.cue_head or 0]
    while verb.dep_ in ("conj", "parataxis") and verb.head.i != verb.i:
        verb = verb.head
    return not (verb.head.i == verb.i or each.kind == "inserted")
