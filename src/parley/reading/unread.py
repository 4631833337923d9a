"""What a reading passed over: a long part of a paper of which no statement was read is said, not left to be noticed."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Statement

from .tokens import Doc

_LONG = 200
"""Words: of so many in a row news, letters and minutes say something; a description may not."""


def unread_notes(doc: Doc, statements: Sequence[Statement]) -> tuple[str, ...]:
    """One note where half or more of the words, and 200 at least, stand in a row without a statement."""
    told = {
        sentence.start
        for statement in statements
        for span in (*statement.source, *statement.cue, *statement.content)
        if (inside := doc.char_span(span.start, span.end, alignment_mode="expand")) is not None
        for sentence in {word.sent.start: word.sent for word in inside}.values()
    }
    total = most = count = 0
    first, last, begin = 0, 0, 0
    for sentence in doc.sents:
        words = sum(any(char.isalpha() for char in word.text) for word in sentence)
        total += words
        begin, count = (sentence.end, 0) if sentence.start in told else (begin, count + words)
        if count > most:
            most, first, last = count, begin, sentence.end - 1
    if most < _LONG or 2 * most < total:
        return ()
    begins = doc.text.count("\n", 0, doc[first].idx) + 1
    ends = doc.text.count("\n", 0, doc[last].idx) + 1
    where = f"line {begins}" if begins == ends else f"lines {begins} to {ends}"
    return (f"{most} of its {total} words stand in a row without any statement that was read ({where}); look there",)
