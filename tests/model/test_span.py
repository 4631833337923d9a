import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Span, exact_words


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_span_holds_exactly_the_words_where_it_stands(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.exact
    assert span.exact == text[start:end].strip()


def test_a_span_that_does_not_fit_its_words_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        Span(start=3, end=5, exact="abc")


def test_words_of_a_broken_quotation_are_read_in_order_with_the_gap_shown():
    text = "\u201cWe agree,\u201d she said, \u201cfor now.\u201d"
    second = text.index("\u201cfor")
    spans = [Span.of(text, second, len(text)), Span.of(text, 0, 11)]
    assert exact_words(spans) == "\u201cWe agree,\u201d \u2026 \u201cfor now.\u201d"


def test_spans_of_different_documents_never_overlap():
    one, other = Span(start=0, end=1, exact="a", document="x"), Span(start=0, end=1, exact="a", document="y")
    assert not one.overlaps(other)
    assert one.overlaps(one)
