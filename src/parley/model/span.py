"""Spans: where in a document words stand, by Unicode code point (W3C Web Annotation selectors)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from .value import Value


class Span(Value):
    """Some words of a document's text.

    ``start`` and ``end`` count Unicode code points of the document's text, ``end`` exclusive, so
    that ``text[start:end] == exact`` always. ``document`` is the document's id, or the path of a
    text that is not a document of the record (a framework); ``None`` where only one text is meant.
    """

    start: int
    end: int
    exact: str
    document: str | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        _check_fit(self.start, self.end, self.exact)
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int, document: str | None = None) -> Span:
        """The span of ``text`` from ``start`` to ``end``, without the white space at its two ends."""
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        exact = text[start:end]
        _check_fit(start, end, exact)
        return cls.checked(start=start, end=end, exact=exact, document=document)  # thousands are made of a paper

    def overlaps(self, other: Span) -> bool:
        return self.document == other.document and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.document == other.document and self.start <= other.start and other.end <= self.end


def _check_fit(start: int, end: int, exact: str) -> None:
    if start < 0 or end - start != len(exact):
        raise ValueError(f"span {start}-{end} does not fit its {len(exact)} characters")


def exact_words(spans: Iterable[Span]) -> str:
    """The words of a discontinuous attribution in reading order, gaps shown as an ellipsis."""
    return " … ".join(span.exact for span in sorted(spans, key=lambda span: span.start))
