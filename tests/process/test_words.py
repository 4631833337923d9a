"""Finding words in any script; and that the index of the cache finds what the scan finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parley.process.cache import Cache
from parley.process.words import find, fold, line_around, terms_of

MIXED = st.text(st.sampled_from("abcABC éЇїЄпол أسرى ʼ'-\n\t_ßſ１2\u0301\u0640ΣσςИ́"), max_size=25)
ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=25)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Release of all PRISONERS of war", "prisoners", ["PRISONERS"]),
        ("Обмін полонених триває", "полон", ["полон"]),
        ("Обмін ПОЛОНЕНИХ", "полонених", ["ПОЛОНЕНИХ"]),
        ("Він має її", "її", ["її"]),
        ("إطلاق سراح الأسرى", "أسرى", ["أسرى"]),
        ("إطلاق سَرَاح", "سراح", ["سَرَاح"]),
        ("Café société", "societe", ["société"]),
        ("a cease-\nfire", "cease fire", ["cease-\nfire"]),
        ("the fire did cease", "cease fire", ["fire", "cease"]),
        ("the fire did not stop", "cease fire", []),
        ("to do, or todo", "do", ["do"]),
        ("Straße", "strasse", ["Straße"]),
        ("１５ km", "15", ["１５"]),
        ("e\u0301tat", "état", ["e\u0301tat"]),
        ("😀 here", "here", ["here"]),
        ("nothing here", "it", []),
    ],
)
def test_words_are_found_whatever_their_case_and_marks(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text, terms_of(words))] == found


def test_a_query_without_a_letter_has_no_terms() -> None:
    assert terms_of("  – !") == ()
    assert find("anything", ()) == []


@given(MIXED | ANY, MIXED | ANY)
def test_every_place_folds_to_what_was_looked_for(text: str, words: str) -> None:
    terms = terms_of(words)
    for start, end in find(text, terms):
        assert 0 <= start < end <= len(text)
        assert any(term.text in fold(text[start:end]) for term in terms)


@given(st.lists(MIXED | ANY, min_size=1, max_size=4), MIXED | ANY)
@example(["\x00000"], "000")
@example(["a\x00bcd efg"], "a\x00bcd")
@settings(deadline=None)
def test_the_index_never_misses_a_paper_that_the_scan_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], words: str
) -> None:
    folder = tmp_path_factory.mktemp("index")
    terms = terms_of(words)
    with Cache(folder / ".parley" / "cache.sqlite", ".parley/cache.sqlite", folder) as cache:
        cache.index({str(number): text for number, text in enumerate(texts)})
        spared = cache.spared(terms)
        assert cache.notes == []
    found = {str(number) for number, text in enumerate(texts) if find(text, terms)}
    assert not found & spared


def test_the_index_spares_papers_that_cannot_hold_the_words(tmp_path: Path) -> None:
    with Cache(tmp_path / ".parley" / "cache.sqlite", ".parley/cache.sqlite", tmp_path) as cache:
        cache.index({"a": "обмін полонених", "b": "it is calm", "c": "is it"})
        assert cache.spared(terms_of("полон")) == {"b", "c"}
        assert cache.spared(terms_of("IT")) == {"a"}
        assert cache.spared(terms_of("it calm")) == {"a", "c"}


def test_a_paper_whose_text_is_drawn_otherwise_is_indexed_again(tmp_path: Path) -> None:
    for text in ("only war", "only peace"):
        with Cache(tmp_path / ".parley" / "cache.sqlite", ".parley/cache.sqlite", tmp_path) as cache:
            cache.index({"a": text})
            assert cache.spared(terms_of(text)) == frozenset()
    with Cache(tmp_path / ".parley" / "cache.sqlite", ".parley/cache.sqlite", tmp_path) as cache:
        assert cache.spared(terms_of("war")) == {"a"}


def test_the_line_around_a_place_has_no_line_ends() -> None:
    text = "one\r\n  two three \r\nfour"
    start = text.index("three")
    assert line_around(text, start, start + 5) == "two three"
    assert line_around("only", 0, 4) == "only"
