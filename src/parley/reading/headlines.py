"""A name and a colon: headlines ("Kestria: talks may resume") and transcripts ("MS. VENN: We are ready.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from .mentions import HEADINGS, PAPERS
from .pipeline import text_of

_LEAD = re.compile(r"(?m)^[ \t*_#>\"“]{0,6}([^\n:“”\"]{2,48}?)[*_]{0,2}(:)[*_]{0,2}[ \t]+(\S[^\n]*)$")
_QUOTE = "“\"‘'«„`"


@dataclass(frozen=True)
class Lead:
    """A line that begins with its speaker. Pairs of code points; ``turn`` says that it is a transcript's."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]
    turn: bool


def leads(doc: Doc) -> Iterator[Lead]:
    """Lines led by a name, where it heads the paper or the paper is a transcript.

    In a transcript names recur at line starts, or stand in capitals; a lone lead in the middle of a
    paper is a caption or a list and is left alone.
    """
    text = text_of(doc)
    matches = list(_LEAD.finditer(text))
    times = Counter(match[1].strip() for match in matches)
    first_line_end = len(text) - len(text.lstrip())
    for match in matches:
        name = match[1].strip()
        turn = _is_speaker(name) and (times[name] > 1 or (name.isupper() and len(matches) > 1))
        headline = match.start() <= first_line_end and _is_name(doc, match.start(1), match.end(1))
        if (turn or headline) and not (turn and match[3][0] in _QUOTE):
            content = (match.start(3), match.end(3) - (len(match[3]) - len(match[3].rstrip())))
            yield Lead((match.start(1), match.start(1) + len(match[1].rstrip())), match.span(2), content, turn)


def _is_speaker(name: str) -> bool:
    words = name.split()
    return (
        not _is_heading(words[-1])
        and len(words) <= 5
        and all(word[:1].isupper() or word[:1] in "(&" or word in ("of", "the") for word in words)
    )


def _is_name(doc: Doc, start: int, end: int) -> bool:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    words = [token for token in span if not token.is_space and not token.is_punct]
    if not words or _is_heading(words[-1].text) or _is_heading(span.text):
        return False
    return len(words) <= 5 and words[0].lower_ != "the" and all(token.pos_ in ("PROPN", "NOUN") for token in words)


def _is_heading(word: str) -> bool:
    """ "Read-out: ...", "Subject: ...": what a paper or a line of it is, and not who speaks."""
    return word.casefold().strip() in HEADINGS | PAPERS
