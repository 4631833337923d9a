"""The words of a text: what hangs on what, where they stand, and which of them a range of the text takes in."""

from __future__ import annotations

import pytest

from parley.reading.tokens import Doc, Row

#              0123456789 123456789 123456789 12345
TEXT = "The old envoy left. Nobody saw her go, “alas”."
WORDS = [
    # (begins at, hangs on, begins a sentence, text, lemma, part of speech, tag, relation, name)
    Row(0, 2, True, "The", "the", "DET", "DT", "det", ""),
    Row(4, 2, False, "old", "old", "ADJ", "JJ", "amod", ""),
    Row(8, 3, False, "envoy", "envoy", "NOUN", "NN", "nsubj", ""),
    Row(14, 3, False, "left", "leave", "VERB", "VBD", "ROOT", ""),
    Row(18, 3, False, ".", ".", "PUNCT", ".", "punct", ""),
    Row(20, 6, True, "Nobody", "nobody", "PRON", "NN", "nsubj", "PERSON"),
    Row(27, 6, False, "saw", "see", "VERB", "VBD", "ROOT", ""),
    Row(31, 8, False, "her", "she", "PRON", "PRP", "nsubj", ""),
    Row(35, 6, False, "go", "go", "VERB", "VB", "ccomp", ""),
    Row(37, 6, False, ",", ",", "PUNCT", ",", "punct", ""),
    Row(39, 11, False, "“", '"', "PUNCT", "``", "punct", ""),
    Row(40, 6, False, "alas", "alas", "INTJ", "UH", "intj", ""),
    Row(44, 11, False, "”", '"', "PUNCT", "''", "punct", ""),
    Row(45, 6, False, ".", ".", "PUNCT", ".", "punct", ""),
]


@pytest.fixture
def doc() -> Doc:
    return Doc(TEXT, WORDS, [(5, 6, "PERSON")])


def test_words_hang_on_others_before_and_after_them(doc: Doc) -> None:
    saw, envoy = doc[6], doc[2]
    assert [word.text for word in saw.lefts] == ["Nobody"]
    assert [word.text for word in saw.rights] == ["go", ",", "alas", "."]
    assert saw.children == saw.lefts + saw.rights
    assert [word.text for word in doc[3].subtree] == ["The", "old", "envoy", "left", "."]
    assert [word.text for word in doc[0].ancestors] == ["envoy", "left"]
    assert (envoy.left_edge, envoy.right_edge, doc[0].left_edge) == (doc[0], envoy, doc[0])
    assert saw.head is saw


def test_sentences_and_names_are_runs_of_words(doc: Doc) -> None:
    assert [sentence.text for sentence in doc.sents] == [TEXT[:19], TEXT[20:]]
    assert doc[9].sent == doc.sents[1]
    assert [(name.text, name.label_, name.sent.start) for name in doc.ents] == [("Nobody", "PERSON", 5)]


def test_a_run_knows_its_words_and_the_one_that_they_hang_on(doc: Doc) -> None:
    run = doc[0:3]
    assert (len(run), run.text, run.start_char, run.end_char) == (3, "The old envoy", 0, 13)
    assert [run[-1], *run[:2]] == [doc[2], doc[0], doc[1]]
    assert run.root is doc[2]
    assert doc[2:6].root is doc[3]
    assert doc[7:13].root is doc[8]  # of several that hang on one word outside, the first
    assert not doc[5:2]
    with pytest.raises(IndexError):
        run[3]


@pytest.mark.parametrize(
    ("start", "end", "strict", "expand", "contract"),
    [
        (4, 13, "old envoy", "old envoy", "old envoy"),
        (5, 13, None, "old envoy", "envoy"),
        (4, 10, None, "old envoy", "old"),
        (3, 7, None, "old", "old"),
        (5, 6, None, "old", None),
        (0, len(TEXT) + 1, None, None, None),
    ],
)
def test_a_range_of_the_text_takes_in_words(
    doc: Doc, start: int, end: int, strict: str | None, expand: str | None, contract: str | None
) -> None:
    assert _text(doc, start, end, "strict") == strict
    assert _text(doc, start, end, "expand") == expand
    assert _text(doc, start, end, "contract") == contract


def _text(doc: Doc, start: int, end: int, mode: str) -> str | None:
    span = doc.char_span(start, end, alignment_mode=mode)  # type: ignore[arg-type]
    return None if span is None else span.text


def test_neighbours_end_with_the_text(doc: Doc) -> None:
    assert (doc[1].nbor(), doc[1].nbor(-1)) == (doc[2], doc[0])
    for word, steps in ((doc[0], -1), (doc[13], 1)):
        with pytest.raises(IndexError):
            word.nbor(steps)


def test_a_word_knows_how_it_is_written(doc: Doc) -> None:
    assert "".join(word.text_with_ws for word in doc) == TEXT
    assert [word.text for word in doc if word.is_quote] == ["“", "”"]
    assert [word.text for word in doc if word.is_punct] == [".", ",", "“", "”", "."]
    assert (doc[5].lower_, doc[5].is_alpha, doc[9].is_alpha, doc[5].is_space) == ("nobody", True, False, False)


def test_a_word_is_moved_with_all_below_it(doc: Doc) -> None:
    doc[11].head = doc[8]
    assert [word.text for word in doc[6].rights] == ["go", ",", "."]
    assert [word.text for word in doc[8].rights] == ["alas"]
    assert [word.text for word in doc[8].children] == ["her", "alas"]
    assert doc[8].right_edge is doc[12]
    doc[7].head = doc[6]
    assert [word.text for word in doc[6].children] == ["Nobody", "her", "go", ",", "."]


def test_a_text_without_words_has_none() -> None:
    doc = Doc("", [])
    assert (len(doc), doc.sents, doc.ents, doc.char_span(0, 0)) == (0, [], [], None)
