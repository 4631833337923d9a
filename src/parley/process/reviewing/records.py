"""What decisions say of statements, kept beside the chain and not in it, so that a paper can be forgotten.

A chain never loses a byte, and what a person decides about a statement repeats the paper's words. So the
chain holds only where the statement stands and the digest of a record; the record itself, with the words,
stands as one line of ``decisions/DOCUMENT.jsonl`` in the same compartment, which goes when the paper is
forgotten. Each record holds random salt: once it is gone, its digest tells nobody which words it was made of.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from parley.model import BrokenChain, Drawn, Span, Statement, Target, TargetKind, Value

from ..atomic import write_atomically
from ..compartments import Compartment
from ..inputs import read_bytes
from ..names import inside


class Record(Value):
    """What one decision says of one statement.

    ``statement`` is what the reader had read, ``why`` what was uncertain about it; ``changes`` are the
    values that the person put in their place, by field, as JSON. ``drawn`` is the random sample in which
    it was shown, ``reader`` the version that had read it.
    """

    statement: Statement
    changes: dict[str, Any] = {}
    note: str = ""
    drawn: Drawn | None = None
    reader: str = ""
    why: tuple[str, ...] = ()


def target_of(statement: Statement) -> Target:
    """Where a statement stands: its cue and its content."""
    return Target.of(TargetKind.STATEMENT, statement.document, (*statement.cue, *statement.content))


def sealed(record: Record) -> tuple[str, bytes]:
    """The digest of a record with fresh salt, and the line to keep."""
    values = {"salt": secrets.token_hex(16), **record.model_dump(mode="json")}
    line = _canonical(values)
    return hashlib.sha256(line).hexdigest(), line + b"\n"


def keep_records(compartment: Compartment, lines: Mapping[str, Sequence[bytes]]) -> None:
    """Add the lines to the records of each document; only under the lock of the compartment's chain."""
    for document, added in lines.items():
        path = _path(compartment, document)
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() if path.exists() else b""
        write_atomically(path, before + b"".join(added))


def load_records(compartment: Compartment, document: str) -> dict[str, Record]:
    """The records about a document by digest. A line that is none has no digest that a decision names."""
    path = _path(compartment, document)
    if not path.exists():
        return {}
    found: dict[str, Record] = {}
    for line in read_bytes(path, compartment.name(path)).splitlines():
        try:
            values = json.loads(line)
            digest = hashlib.sha256(_canonical(values)).hexdigest()
            values.pop("salt")
            values["statement"] = {k: v for k, v in values["statement"].items() if k in Statement.model_fields}
            found[digest] = Record.model_validate(values)
        except (ValueError, ValidationError, AttributeError, KeyError, TypeError):
            continue
    return found


def missing_record(compartment: Compartment, document: str, number: int) -> BrokenChain:
    """The error where the words of a decision are gone or were changed, though the paper wasn't forgotten."""
    name = compartment.name(_path(compartment, document))
    chain = compartment.name(compartment.decisions)
    return BrokenChain(
        f"{name}: what decision {number} of {chain} says was changed or is missing; restore the file from a copy."
    )


def erase_records(compartment: Compartment, document: str) -> None:
    _path(compartment, document).unlink(missing_ok=True)


def relocated(statement: Statement, text: str) -> Statement | None:
    """The statement where its words stand in ``text``; ``None`` where its content doesn't any more.

    Places move only where a later version draws another text from the same file.
    """
    fields: dict[str, Any] = {}
    statement = _shifted(statement, text)
    for field in ("source", "cue", "content", "hedges"):
        spans = getattr(statement, field)
        moved = moved_spans(spans, text)
        if moved is None and field == "content":
            return None
        fields[field] = moved or ()
    conditions = [(each, moved_spans(each.spans, text)) for each in statement.conditions]
    fields["conditions"] = tuple(each.replace(spans=moved or ()) for each, moved in conditions)
    return statement.replace(**fields)


def moved_spans(spans: Sequence[Span], text: str) -> tuple[Span, ...] | None:
    """The spans where their words stand now, each nearest to its old place; ``None`` where one is gone."""
    moved: list[Span] = []
    for span in spans:
        place = _nearest(span.exact, span.start, text)
        if place is None:
            return None
        moved.append(span.replace(start=place[0], end=place[1], exact=text[place[0] : place[1]]))
    return tuple(moved)


def _nearest(words: str, place: int, text: str) -> tuple[int, int] | None:
    """Where the words stand, with other white space between them if they must."""
    if text.startswith(words, place):
        return place, place + len(words)
    found = [(match.start(), match.end()) for match in re.finditer(_loosely(words), text)]
    return min(found, key=lambda each: abs(each[0] - place), default=None)


def _loosely(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split())) or r"(?!)"


def _shifted(statement: Statement, text: str) -> Statement:
    """The statement moved as a whole to where all its words stand as far apart as they did: the same words may stand
    in the paper twice, said by two. As it was where there is no such place."""
    spans = (*statement.source, *statement.cue, *statement.content, *statement.hedges)
    if not statement.content or all(text.startswith(span.exact, span.start) for span in spans):
        return statement
    first = statement.content[0]
    shifts = sorted((m.start() - first.start for m in re.finditer(re.escape(first.exact), text)), key=abs)
    for shift in shifts:
        if all(span.start + shift >= 0 and text.startswith(span.exact, span.start + shift) for span in spans):
            return _by(statement, shift)
    return statement


def _by(statement: Statement, shift: int) -> Statement:
    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(span.replace(start=span.start + shift, end=span.end + shift) for span in spans)

    fields: dict[str, Any] = {name: moved(getattr(statement, name)) for name in ("source", "cue", "content", "hedges")}
    conditions = tuple(each.replace(spans=moved(each.spans)) for each in statement.conditions)
    return statement.replace(**fields, conditions=conditions)


def _path(compartment: Compartment, document: str) -> Path:
    path = compartment.folder / "decisions" / f"{document}.jsonl"
    name = compartment.name(path)
    return inside(compartment.root, name, name)


def _canonical(values: Any) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
