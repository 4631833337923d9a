"""From text to a parsed document: the spaCy pipeline, loaded once, fed whole paragraphs.

The small English pipeline joins paragraphs and headlines into one sentence; here every paragraph
begins a sentence. Offsets are the text's own code points: ``doc.text == text`` always.
"""

from __future__ import annotations

import bisect
import re
import statistics
from collections.abc import Iterator

from .repairs import repair
from .tokens import Doc, Span

_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])")
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)"
_CITY = r"[A-Z][A-Z.'’/-]{2,30}(?:[ ,]{1,2}[A-Z][\w.'’]{1,30}){0,3}"
_OPENING = re.compile(
    r"[ \t]{0,8}(?:[#>*]{1,6}[ \t]+"  # marks of a heading
    rf"|(?:{_CITY}?|\({_CITY}\)|[A-Z]\w{{2,30}}(?=, {_DAY}))"  # "LINDHOLT, Halvern", "(LINDHOLT)"
    rf"(?:,? {_AGENCY})?(?:,? {_DAY})?\.?(?: {_AGENCY})?"  # "(Wire), 4 March", "April 9. /HNA/"
    r"(?: (?:—|–|--|-) |(?<=/)\.? ))"
)
"""What stands before the first sentence of a paragraph and is no part of it."""
_BLANK_LINE = re.compile(r"(?:[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])){2,}")


def parse(text: str, pipeline: str | None = None) -> Doc:
    """``text`` with its tokens, sentences, grammar and names.

    ``pipeline`` names a spaCy pipeline (default: the variable ``PARLEY_PIPELINE``, else the small
    English one). Raises :class:`WrongUsage` where no such pipeline is installed.
    """
    from .network import named, rows  # what parses is heavy, and many commands find every paper read already

    loaded = named(pipeline)
    starts = paragraph_starts(text)
    openings = tuple(_openings(text, starts))
    sentences = tuple(sorted({*starts, *(end for _, end in openings)}))
    # A byte order mark is no letter of the first word; a space keeps every place where it is.
    words = text.replace("\ufeff", " ")
    entities: list[tuple[int, int, str]] = []
    doc = Doc(text, rows(loaded, words, starts, sentences, entities), entities)
    repair(doc)
    _leave_nobody_in(doc, openings)
    return doc


def paragraph_starts(text: str) -> tuple[int, ...]:
    """Where paragraphs begin. In text wrapped at a fixed width only a blank line ends one."""
    lines = [line for line in text.splitlines() if line.strip()]
    blank_lines = len(_BLANK_LINE.findall(text))
    wrapped = (
        len(lines) > 2 * (blank_lines + 1) and max(map(len, lines)) <= 100 and statistics.median(map(len, lines)) >= 50
    )
    return (0, *(match.end() for match in (_BLANK_LINE if wrapped else _LINE_BREAK).finditer(text)))


def _openings(text: str, starts: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The datelines ("LINDHOLT (Wire) - ") and marks of headings: the words of the paragraph begin after them."""
    for start in starts:
        if match := _OPENING.match(text, start):
            yield match.span()


def _leave_nobody_in(doc: Doc, openings: tuple[tuple[int, int], ...]) -> None:
    """A dateline names a place, a day and an agency: nobody who could speak or whom "he" could mean, there or below."""
    if not openings:
        return
    tokens = (token for low, high in openings for token in doc.char_span(low, high, alignment_mode="expand") or ())
    places = {token.lower_ for token in tokens if token.is_upper}
    starts = [low for low, _ in openings]

    def is_nobody(entity: Span) -> bool:
        before = bisect.bisect_right(starts, entity.start_char) - 1
        inside = before >= 0 and entity.start_char < openings[before][1]
        placed = entity.label_ == "PERSON" and entity.text.casefold() in places
        return placed or (inside and entity.label_ in ("PERSON", "ORG", "NORP"))

    for entity in doc.ents:
        if is_nobody(entity):
            for token in entity:
                token.ent_type_ = ""
    doc.ents = [entity for entity in doc.ents if not is_nobody(entity)]
