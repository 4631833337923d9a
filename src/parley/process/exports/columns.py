"""The columns of the tables: name, type (Table Schema), what it holds, and where it comes from.

Several values in one cell are divided by `` | ``; JSON Lines has them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from parley.model import DocumentSummary, Interval, Ref, Span, exact_words

from .cells import Cell

Documents = Mapping[str, DocumentSummary]


@dataclass(frozen=True)
class Column:
    """``value`` makes the cell of a thing, given the documents by id."""

    name: str
    says: str
    value: Callable[[Any, Documents], Cell]
    type: str = "string"


def _field(name: str, says: str, type: str = "string", key: str | None = None) -> Column:
    """A column that is a field of the thing; lists are joined."""
    return Column(name, says, lambda item, _: _plain(getattr(item, key or name)), type)


def _actor(name: str, says: str, key: str | None = None) -> tuple[Column, ...]:
    def ref(item: Any) -> Ref | None:
        found: Ref | None = getattr(item, key or name)
        return found

    return (
        Column(f"{name}_id", f"{says}: the id; empty where nothing resolves the name", lambda i, _: _id(ref(i))),
        Column(f"{name}_name", f"{says}: the name as people read it", lambda i, _: _name(ref(i))),
    )


def _actors(name: str, says: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_ids", f"{says}: ids", lambda i, _: _joined(ref.id or "" for ref in getattr(i, name))),
        Column(f"{name}_names", f"{says}: names", lambda i, _: _joined(ref.name for ref in getattr(i, name))),
    )


def _interval(key: str, what: str, before: str = "") -> tuple[Column, ...]:
    first, last = f"{before}earliest", f"{before}latest"

    def interval(item: Any) -> Interval:
        return getattr(item, key) or Interval()

    return (
        Column(first, f"{what}: the first day or time (ISO 8601)", lambda i, _: _plain(interval(i).earliest)),
        Column(last, f"{what}: the last day or time, inclusive", lambda i, _: _plain(interval(i).latest)),
        Column(f"{before}said", f"{what}: in the words of the paper", lambda i, _: interval(i).said),
    )


def _spans(name: str, says: str) -> Column:
    return Column(name, says, lambda item, _: exact_words(getattr(item, name)))


def _place(key: str) -> tuple[Column, ...]:
    """Where it stands: code points of the document's text."""

    def spans(item: Any) -> list[Span]:
        return sorted(getattr(item, key), key=lambda span: (span.start, span.end))

    return (
        Column("start", "where it begins in the text, in code points", lambda i, _: _first(spans(i)), "integer"),
        Column("end", "where it ends, exclusive", lambda i, _: max((s.end for s in spans(i)), default=None), "integer"),
        Column("spans", "all its places, START-END each", lambda i, _: _joined(f"{s.start}-{s.end}" for s in spans(i))),
    )


def _filed(event: Any, _documents: Documents) -> Cell:
    from parley.reading import filed_as  # the reader is heavy, and most commands read no paper

    return filed_as(event.type, event.status)


def _scaled(event: Any, _documents: Documents) -> Cell:
    from parley.reading import goldstein

    return goldstein(event.cameo)


def _published(item: Any, documents: Documents) -> Cell:
    document = documents.get(item.document)
    return _plain(document.published) if document else None


_IN_PAPER = (
    _field("document", "the paper's id: sha256 of its bytes"),
    Column("published", "the paper's date", _published),
)
_CONDITIONS = Column("conditions", "what it hangs on", lambda i, _: _joined(each.words for each in i.conditions))

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": (
        _field("document", "the paper's id: sha256 of its bytes", key="id"),
        _field("path", "its name"),
        _field("title", "its title"),
        _field("publisher", "who published it"),
        _field("published", "its date"),
        _field("retrieved", "when it was fetched"),
        _field("language", "ISO 639-1"),
        _field("reliability", "of the source: Admiralty A to F"),
        _field("credibility", "of the content: Admiralty 1 to 6"),
        _field("audience", "who may see it"),
        _field("text_length", "code points of its text", "integer"),
    ),
    "actors": (
        _field("actor", "the actor's id", key="id"),
        _field("name", "its name"),
        _field("kind", "state, person, office, body ..."),
        _field("aliases", "other names"),
        _field("roles", "its roles in the process"),
        Column("affiliations", "whom it belongs to", lambda i, _: _joined(each.to for each in i.affiliations)),
    ),
    "statements": (
        _field("statement", "the statement's id", key="id"),
        *_IN_PAPER,
        _field("within", "the statement that reports this one: held as told by its speaker"),
        *_actor("speaker", "who says it"),
        *_actor("addressee", "to whom"),
        _field("act", "what the speaker does by it: demand, offer, reject ..."),
        _field("direct", "whether it is quoted", "boolean"),
        _field("commitment", "asserted, hedged, possible, denied, asked"),
        *_interval("interval", "when it was said"),
        _field("issues", "the issues it speaks to"),
        _CONDITIONS,
        _spans("source", "the words that name the speaker"),
        _spans("cue", "the words of saying"),
        _spans("content", "what was said"),
        *_place("content"),
        _spans("hedges", "the words that weaken it"),
        _field("doubts", "what the reader was unsure of"),
        Column("reviewed", "what a person decided on it: confirm, correct, merge", lambda i, _: _decided(i)),
    ),
    "events": (
        _field("event", "the event's id", key="id"),
        *_IN_PAPER,
        _field("status", "happened, planned, hypothetical, denied"),
        _field("plover", "PLOVER root of the thing itself", key="type"),
        Column("plover_filed", "PLOVER root under which the codebook files it", _filed),
        _field("cameo", "CAMEO code, text: leading zeros count"),
        Column("cameo_root", "its first two digits, text", lambda i, _: (i.cameo or "")[:2]),
        Column("goldstein", "conflict-cooperation value of the code, -10 to 10", _scaled, "number"),
        *_actor("actor", "who does it"),
        *_actor("recipient", "to whom it is done"),
        *_interval("interval", "when"),
        _field("place", "where, in the words of the paper"),
        _field("statement", "the statement that tells it; empty for the paper's own voice"),
        *_place("spans"),
        Column("words", "the words that tell it", lambda i, _: exact_words(i.spans)),
    ),
    "meetings": (
        _field("meeting", "the meeting's id", key="id"),
        *_IN_PAPER,
        _field("status", "happened, planned, hypothetical, denied"),
        *_actors("parties", "who sits at the table"),
        *_actors("delegates", "the people who sit there"),
        _field("venue", "where"),
        *_interval("window", "when"),
        *_actor("convenor", "who called it"),
        _field("level", "of ministers, experts ..."),
        _field("purpose", "what for"),
        _field("agenda", "about what"),
        _field("statements", "the statements that tell of it"),
        *_place("spans"),
    ),
    "measures": (
        _field("measure", "the measure's id", key="id"),
        *_IN_PAPER,
        *_actor("by", "whose measure it is"),
        *_actor("towards", "whom it is about"),
        _field("what", "the things, in the words of the paper"),
        _field("exempt", "what it spares, in the words of the paper"),
        _field("status", "granted, withheld, suspended, resumed"),
        *_interval("since", "since when"),
        *_interval("until", "until when, where the paper gives a day", "until_"),
        _field("announced", "the status that it is announced to get"),
        _CONDITIONS,
        _field("statements", "the statements that tell of it"),
        *_place("spans"),
    ),
    "criticisms": (
        _field("criticism", "the criticism's id", key="id"),
        *_IN_PAPER,
        *_actor("speaker", "who finds fault; empty for the paper's own voice"),
        *_actor("target", "with whom"),
        *_interval("interval", "when it was said"),
        _field("statement", "the statement that holds it; empty for the paper's own voice"),
        Column("sentence", "the sentence that holds it", lambda i, _: i.sentence.exact),
        Column(
            "start", "where the sentence begins in the text, in code points", lambda i, _: i.sentence.start, "integer"
        ),
        Column("end", "where it ends, exclusive", lambda i, _: i.sentence.end, "integer"),
        _spans("words", "the word that finds fault, and those that name the target"),
        _field("doubts", "what the reader was unsure of"),
    ),
    "times": (
        Column("document", "the paper's id", lambda i, _: i.span.document),
        Column("start", "where it begins in the text, in code points", lambda i, _: i.span.start, "integer"),
        Column("end", "where it ends, exclusive", lambda i, _: i.span.end, "integer"),
        Column("words", "the words", lambda i, _: i.span.exact),
        _field("timex", "TIMEX3 value"),
        _field("timex_type", "TIMEX3 type", key="kind"),
        _field("earliest", "the first day or time (ISO 8601); empty where there is no date"),
        _field("latest", "the last day or time, inclusive"),
        _field("anchor", "what it was counted from"),
    ),
}
"""The columns of each table, by the name of the table."""


def _decided(statement: Any) -> Cell:
    return statement.reviewed.kind.value if statement.reviewed else None


def _plain(value: Any) -> Cell:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return _joined(str(each) for each in value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _joined(words: Iterable[str]) -> str:
    return " | ".join(words)


def _id(ref: Ref | None) -> Cell:
    return ref.id if ref else None


def _name(ref: Ref | None) -> Cell:
    return ref.name if ref else None


def _first(spans: list[Span]) -> Cell:
    return spans[0].start if spans else None
