"""Conditions in what somebody says: "if", "unless", "provided that", "once", "in return for"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from parley.model import Condition, Document, Span

_CUES = (
    "on the condition that", "on condition that", "provided that", "providing that", "in exchange for", "in return for",
    "as long as", "so long as", "only if", "even if", "in case", "subject to", "provided", "providing", "unless",
    "once", "if",
)  # fmt: skip
_OPENING = re.compile(r"\b(?:" + "|".join(cue.replace(" ", r"\s+") for cue in _CUES) + r")\b", re.IGNORECASE)
_CLAUSES = ("advcl", "ccomp", "pcomp", "conj", "relcl", "acl")


def find_conditions(doc: Doc, document: Document, content: Sequence[tuple[int, int]]) -> tuple[Condition, ...]:
    """The conditions that stand in the code points of ``content``, in reading order.

    "Once" and "provided" count only where they open a clause, "if" not after verbs of asking
    ("asked if"); "even if" is no condition.
    """
    found: list[Condition] = []
    for start, end in content:
        position = start
        while match := _OPENING.search(document.text, position, end):
            position = match.end()
            condition = _condition(doc, match.start(), match.end(), start, end, document)
            if condition is not None:
                found.append(condition)
                position = max(position, condition.spans[0].end)
    return tuple(found)


def _condition(doc: Doc, start: int, end: int, first: int, last: int, document: Document) -> Condition | None:
    cue = re.sub(r"\s+", " ", document.text[start:end]).lower()
    opening = doc.char_span(start, end, alignment_mode="expand")
    if cue == "even if" or opening is None:
        return None
    if cue in ("in exchange for", "in return for", "subject to"):
        token = opening[-1]
        members = [each for each in token.subtree if each.i >= opening.start]
    else:
        token = opening[-1]
        clause = token.head
        if token.dep_ not in ("mark", "advmod", "prep") or clause.dep_ not in _CLAUSES:
            return None
        if clause.dep_ == "ccomp" and cue == "if":
            return None  # "asked if"
        members = [each for each in clause.subtree if each.i >= opening.start]
    inside = [each for each in members if first <= each.idx < last and not each.is_space]
    while inside and inside[-1].is_punct:
        inside.pop()
    if len(inside) < 2:
        return None
    span = Span.of(document.text, start, min(inside[-1].idx + len(inside[-1].text), last), document.id)
    words = span.exact[end - start :].strip()
    return Condition(cue=cue, words=words, spans=(span,)) if words else None
