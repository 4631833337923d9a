"""What a brief is made of: sections of lines, and every line with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from parley.model import DocumentSummary, Span, Statement, exact_words


@dataclass(frozen=True)
class Evidence:
    """What a line rests on: words of a source, where they stand, and which source that is."""

    quote: str
    source: str
    where: str = ""
    """The place in the source: characters of a document, a row of a table of reports."""


@dataclass(frozen=True)
class Line:
    """A line that opens to its evidence; ``mark`` is a verdict's word where it has one, ``note`` small print."""

    words: str
    evidence: tuple[Evidence, ...] = ()
    mark: str = ""
    note: str = ""


@dataclass(frozen=True)
class Table:
    """A table: ``head`` names the columns, ``rows`` have as many cells, and a cell is one or more lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True)
class Section:
    """A part of the brief. What is empty says so in ``intro``; it is never left out silently."""

    id: str
    title: str
    intro: str = ""
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    picture: Markup | None = None
    caption: str = ""
    steps: tuple[tuple[str, Line], ...] = ()
    """For the thread: each step's name and its line, in order."""


@dataclass(frozen=True)
class Sources:
    """The documents of a brief, numbered as it cites them."""

    documents: Sequence[DocumentSummary]
    numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers.update({document.id: index for index, document in enumerate(self.documents, start=1)})

    def cite(self, document_id: str) -> str:
        """``[3] Name of the paper, its publisher, 12 March 2031``; the bare id for an unknown document."""
        number = self.numbers.get(document_id)
        if number is None:
            return document_id
        document = self.documents[number - 1]
        named = (document.title or document.path, document.publisher, day(document.published))
        return f"[{number}] " + ", ".join(part for part in named if part)

    def of_statement(self, statement: Statement) -> Evidence:
        spans = statement.content or statement.cue or statement.source
        return Evidence(exact_words(spans), self.cite(statement.document), place(spans))

    def of_spans(self, spans: Sequence[Span], document_id: str) -> Evidence:
        return Evidence(exact_words(spans), self.cite(document_id), place(spans))


def place(spans: Sequence[Span]) -> str:
    """Where spans stand, for people: ``characters 120-180``."""
    return "characters " + ", ".join(f"{span.start}\u2013{span.end}" for span in spans) if spans else ""


def day(moment: object) -> str:
    """A day for people, ``12 March 2031``; a time is added where there is one; empty for none."""
    if moment is None:
        return ""
    words = f"{moment.day} {moment:%B %Y}"  # type: ignore[attr-defined]
    return f"{words}, {moment:%H:%M}" if hasattr(moment, "hour") else words
