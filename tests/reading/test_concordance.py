"""Where words stand in a document, by lemma and by form."""

from parley.reading import parse
from parley.reading.concordance import concordance, tokens_of

TEXT = "Talks resumed in Lindholt. The envoy said talks resume daily; SAID twice, nobody listened."


def test_tokens_with_a_lemma_or_a_form_come_in_reading_order_each_once() -> None:
    found = tokens_of(parse(TEXT), lemmas=frozenset({"resume", "listen"}), forms=frozenset({"resume", "talks"}))
    assert [token.text for token in found] == ["Talks", "resumed", "talks", "resume", "listened"]


def test_forms_and_lemmas_are_asked_for_in_lower_case_whatever_their_case_in_the_text() -> None:
    found = tokens_of(parse(TEXT), forms=frozenset({"said"}))
    assert [token.text for token in found] == ["said", "SAID"]


def test_it_tells_where_tokens_begin_and_which_begin_with_a_capital() -> None:
    doc = parse(TEXT)
    words = concordance(doc)
    assert words.starts == [token.idx for token in doc]
    assert [doc[i].text for i in words.capitals] == ["Talks", "Lindholt", "The", "SAID"]


def test_it_tells_where_words_begin_in_the_text_as_a_pattern_sees_them_whatever_their_case() -> None:
    text = "If-then: IF it rains, and (if) iffy."
    words = concordance(parse(text))
    assert list(words.begins(frozenset({"if"}))) == [0, 9, 27]
    assert list(words.begins(frozenset({"rains", "then", "snows"}))) == [3, 15]
    assert words.has_between(frozenset({"if"}), 9, 10)
    assert not words.has_between(frozenset({"if"}), 10, 27)
    assert not words.has_between(frozenset({"snows"}), 0, len(text))


def test_a_byte_order_mark_moves_nothing() -> None:
    doc = parse("\ufeffHalvern agreed.")
    assert [doc[i].text for i in concordance(doc).capitals] == ["Halvern"]


def test_no_text_has_no_words() -> None:
    doc = parse("")
    assert concordance(doc).capitals == []
    assert list(tokens_of(doc, lemmas=frozenset({"say"}))) == []
