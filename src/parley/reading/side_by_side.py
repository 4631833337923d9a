"""The parser and the finder of names, run over the sentences of a text side by side.

Both read from left to right and choose one action at a time, from a matrix so small that to start its product
costs more than the product. spaCy takes one action of one text at a time; here each sentence is read by itself and
all take their next action in one product. The vectors of the words are still those of the whole text, so a
sentence is read in the light of its neighbours as before; it only sees no further words past its own end. The
actions are spaCy's own, and what is read is the same but for one relation in a thousand.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, Self

import numpy as np
from spacy.attrs import DEP, HEAD, ORTH, SENT_START, SPACY
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc, Span

_ARCS = [HEAD, DEP]


class SideBySide:
    """Sets on a document what a parser or a finder of names sets, sentence beside sentence. Made by :meth:`of`.

    A sentence begins where the document says so: for the parser where its start was set beforehand.
    """

    def __init__(self, component: DependencyParser | EntityRecognizer) -> None:
        self._component: Any = component  # a compiled class whose methods have no types

    @classmethod
    def of(cls, component: object) -> Self | None:
        """None for any other component, and for one that weighs several readings at a time."""
        if not isinstance(component, DependencyParser | EntityRecognizer) or component.cfg["beam_width"] != 1:
            return None
        return cls(component)

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc) or doc.has_annotation("ENT_IOB") or (self._parses and doc.has_annotation("DEP")):
            found: Doc = self._component(doc)  # which heeds what somebody set before it
            return found
        sentences = _sentences(doc)
        model = self._component.model.predict([doc])
        scores = _scores(model)
        states = self._component.moves.init_batch(sentences)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            unfinished = self._component.transition_states(unfinished, scores(unfinished))
        model.clear_memory()  # it holds on to itself, and else all its layers would stay until Python looks for such
        self._component.set_annotations(sentences, states)
        if self._parses:
            arcs: Any = np.concatenate([sentence.to_array(_ARCS) for sentence in sentences])
            return doc.from_array(_ARCS, arcs)
        doc.ents = _names(doc, sentences)
        return doc

    @property
    def _parses(self) -> bool:
        return isinstance(self._component, DependencyParser)


def _scores(model: Any) -> Callable[[list[Any]], Any]:
    """What a network primed with a text gives each action of some states, a row for each.

    The same as ``model.predict``, without what that does at every step for the sake of training and of actions that
    no example showed: half of its time.
    """
    if not model.attrs["has_upper"] or not model._class_mask.all():
        predict: Callable[[list[Any]], Any] = model.predict
        return predict
    weights, bias = model.vec2scores.get_param("W").T, model.vec2scores.get_param("b")

    def scores(states: list[Any]) -> Any:
        return np.dot(model.state2vec.predict(model.get_token_ids(states)), weights) + bias

    return scores


def _sentences(doc: Doc) -> list[Doc]:
    """The words of each sentence as a document of its own, without any attributes."""
    words, spaces = doc.to_array(ORTH).tolist(), (doc.to_array(SPACY) == 1).tolist()
    begins = np.flatnonzero(doc.to_array(SENT_START) == 1).tolist()
    ends = itertools.pairwise(sorted({0, *begins, len(words)}))
    return [Doc(doc.vocab, words[start:end], spaces[start:end]) for start, end in ends]


def _names(doc: Doc, sentences: list[Doc]) -> list[Span]:
    starts = itertools.accumulate((len(sentence) for sentence in sentences), initial=0)
    return [
        Span(doc, start + name.start, start + name.end, name.label)
        for start, sentence in zip(starts, sentences, strict=False)
        for name in sentence.ents
    ]
