"""W3C Web Annotation: what was read, laid on the papers' words (Web Annotation Data Model, 23 February 2017).

One collection with one page of annotations. A target's source is ``urn:sha256:`` and the sha256 of the
paper's bytes; its selectors are the words with what stands around them, and their place in code points
of the paper's text. The context is only named, never fetched.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from parley.model import Criticism, Event, Interval, Measure, Meeting, ReadOutput, Ref, Span, Statement, TimeExpression

from .made_by import made_by

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""Its name as the Recommendation has it: http, for it is a name and no address."""
_OWN_TERMS = {
    "version": "http://schema.org/softwareVersion",
    "head": "urn:parley:head",
    "madeFor": "urn:parley:audience",
    "notes": "urn:parley:notes",
}
_AROUND = 32
"""So many code points before and after the words are their prefix and suffix."""

Body = dict[str, Any]
Parts = Mapping[str, Sequence[Span]]


def web_annotations(read: ReadOutput, texts: Mapping[str, str]) -> bytes:
    """The statements, times, events, meetings, measures and criticisms as one AnnotationCollection in JSON-LD, UTF-8.

    ``texts`` has the text of each document by id. The same reading gives the same bytes.
    """
    items = [_annotation(thing, texts) for thing in _things(read)]
    made = made_by(read)
    digest = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([made, items]))
    program = {
        "id": "urn:parley:software",
        "type": "Software",
        "name": f"{made['software']} {made['version']}",
        "version": made["version"],
    }
    for item in items:
        item["creator"] = program
    collection = {
        "@context": [CONTEXT, _OWN_TERMS],
        "id": f"urn:uuid:{digest}",
        "type": "AnnotationCollection",
        "label": f"Read by {program['name']}, for {read.audience}",
        "creator": program,
        "madeFor": str(read.audience),
        "head": read.head,
        "notes": list(read.notes),
        "total": len(items),
        "first": {
            "id": f"urn:uuid:{uuid.uuid5(digest, 'first page')}",
            "type": "AnnotationPage",
            "partOf": f"urn:uuid:{digest}",
            "startIndex": 0,
            "items": items,
        },
    }
    words = json.dumps(collection, indent=1, ensure_ascii=False)
    try:
        return f"{words}\n".encode()
    except UnicodeEncodeError:  # half a character, as in a file's name that is no UTF-8: written as an escape
        return f"{json.dumps(collection, indent=1)}\n".encode()


class _Thing:
    """One thing to lay on the words: what it is, where each part of it stands, and what is said of it."""

    def __init__(self, kind: str, id: str, document: str, parts: Parts, bodies: Iterable[Body]) -> None:
        self.kind, self.id, self.document = kind, id, document
        self.parts, self.bodies = parts, [_text("tagging", kind), *bodies]


def _things(read: ReadOutput) -> Iterator[_Thing]:
    for statement in read.statements:
        parts = {
            "content": statement.content,
            "source": statement.source,
            "cue": statement.cue,
            "hedge": statement.hedges,
            "condition": [span for condition in statement.conditions for span in condition.spans],
        }
        yield _Thing("statement", statement.id, statement.document, parts, _of_statement(statement))
    for number, time in enumerate(read.times):
        document = time.span.document or ""
        yield _Thing("time", f"t{number}-{time.span.start}", document, {"time": [time.span]}, _of_time(time))
    kinds: tuple[tuple[str, Iterable[Event | Meeting | Measure], Callable[[Any], Iterator[Body]]], ...] = (
        ("event", read.events, _of_event),
        ("meeting", read.meetings, _of_meeting),
        ("measure", read.measures, _of_measure),
    )
    for kind, things, bodies in kinds:
        for thing in things:
            yield _Thing(kind, thing.id, thing.document, {kind: thing.spans}, bodies(thing))
    for each in read.criticisms:
        parts = {"criticism": each.words, "sentence": [each.sentence]}
        yield _Thing("criticism", each.id, each.document, parts, _of_criticism(each))


def _annotation(thing: _Thing, texts: Mapping[str, str]) -> dict[str, Any]:
    targets: list[Any] = [
        _target(span, part, span.document or thing.document, texts)
        for part, spans in thing.parts.items()
        for span in spans
    ]
    return {
        "id": _iri(thing.document, thing.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": thing.bodies,
        "target": targets or [f"urn:sha256:{thing.document}"],
    }


def _target(span: Span, part: str, document: str, texts: Mapping[str, str]) -> dict[str, Any]:
    """One span; ``styleClass`` says which part of the thing it is."""
    text = texts.get(document, "")
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.exact,
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "type": "SpecificResource",
        "source": f"urn:sha256:{document}",
        "styleClass": part,
        "selector": [quote, place],
    }


def _iri(document: str, id: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'urn:sha256:{document}#{id}')}"


def _text(purpose: str, value: str) -> Body:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _link(document: str, id: str) -> Body:
    return {"type": "SpecificResource", "purpose": "linking", "source": _iri(document, id)}


def _who(role: str, ref: Ref | None) -> Iterator[Body]:
    if ref is not None:
        yield _text("identifying", f"{role}: {ref.name}" + (f" ({ref.id})" if ref.id else ""))


def _when(interval: Interval | None, what: str = "when") -> Iterator[Body]:
    """An interval after ISO 8601, ".." where it is open."""
    if interval is not None and (interval.earliest or interval.latest):
        ends = (end.isoformat() if end else ".." for end in (interval.earliest, interval.latest))
        yield _text("describing", f"{what}: {'/'.join(ends)}")


def _of_statement(statement: Statement) -> Iterator[Body]:
    yield _text("classifying", f"act: {statement.act}")
    yield _text("classifying", f"commitment: {statement.commitment}")
    yield from _who("speaker", statement.speaker)
    yield from _who("addressee", statement.addressee)
    yield from _when(statement.interval)
    yield from (_text("tagging", f"issue: {issue}") for issue in statement.issues)
    yield from (_text("commenting", doubt) for doubt in statement.doubts)
    if statement.within:
        yield _link(statement.document, statement.within)


def _of_time(time: TimeExpression) -> Iterator[Body]:
    yield _text("classifying", f"timex: {time.kind} {time.timex or ''}".strip())
    yield from _when(Interval(earliest=time.earliest, latest=time.latest))


def _of_event(event: Event) -> Iterator[Body]:
    yield _text("classifying", f"plover: {event.type}")
    if event.cameo:
        yield _text("classifying", f"cameo: {event.cameo}")
    yield _text("classifying", f"status: {event.status}")
    yield from _who("actor", event.actor)
    yield from _who("recipient", event.recipient)
    yield from _when(event.interval)
    if event.statement:
        yield _link(event.document, event.statement)


def _of_meeting(meeting: Meeting) -> Iterator[Body]:
    yield _text("classifying", f"status: {meeting.status}")
    for role, refs in (("party", meeting.parties), ("delegate", meeting.delegates)):
        for ref in refs:
            yield from _who(role, ref)
    yield from _who("convenor", meeting.convenor)
    yield from _when(meeting.window)
    yield from (_text("describing", f"about: {point}") for point in meeting.agenda)
    yield from (_text("describing", f"venue: {venue}") for venue in [meeting.venue] if venue)
    yield from (_link(meeting.document, id) for id in meeting.statements)


def _of_measure(measure: Measure) -> Iterator[Body]:
    yield _text("classifying", f"status: {measure.status}")
    yield from _who("by", measure.by)
    yield from _who("towards", measure.towards)
    yield from _when(measure.since)
    yield from _when(measure.until, "until")
    yield from (_text("classifying", f"announced: {status}") for status in [measure.announced] if status)
    yield from (_text("describing", f"what: {thing}") for thing in measure.what)
    yield from (_text("describing", f"except: {thing}") for thing in measure.exempt)
    yield from (_text("describing", f"{condition.cue}: {condition.words}") for condition in measure.conditions)
    yield from (_link(measure.document, id) for id in measure.statements)


def _of_criticism(criticism: Criticism) -> Iterator[Body]:
    yield from _who("speaker", criticism.speaker)
    yield from _who("target", criticism.target)
    yield from _when(criticism.interval)
    yield from (_text("commenting", doubt) for doubt in criticism.doubts)
    if criticism.statement:
        yield _link(criticism.document, criticism.statement)
