"""What decisions say of statements, kept beside the chain and not in it, so that a paper can be forgotten.

A chain never loses a byte, and what a person decides about a statement repeats the paper's words. So the
chain holds only where the statement stands and the digest of a record; the record itself, with the words,
stands as one line of ``decisions/DOCUMENT.jsonl`` in the same compartment, which goes when the paper is
forgotten. Each record holds random salt: once it is gone, its digest tells nobody which words it was made of.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from parley.model import BrokenChain, Drawn, Span, Statement, Target, TargetKind, Value

from ..atomic import write_atomically
from ..compartments import Compartment
from ..names import inside
from ..papers import read_bytes


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
        start = _nearest(span.exact, span.start, text)
        if start is None:
            return None
        moved.append(span.replace(start=start, end=start + len(span.exact)))
    return tuple(moved)


def _nearest(words: str, place: int, text: str) -> int | None:
    if text.startswith(words, place):
        return place
    before, after = text.rfind(words, 0, place + len(words)), text.find(words, place)
    found = [start for start in (before, after) if start >= 0]
    return min(found, key=lambda start: abs(start - place), default=None)


def _path(compartment: Compartment, document: str) -> Path:
    path = compartment.folder / "decisions" / f"{document}.jsonl"
    name = compartment.name(path)
    return inside(compartment.root, name, name)


def _canonical(values: Any) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
