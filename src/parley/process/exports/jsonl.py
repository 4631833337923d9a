"""JSON Lines: one thing a line, its ``kind`` first, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from parley.model import ReadOutput, UnusableInput

from .made_by import made_by

KINDS = {
    "document": "documents",
    "actor": "actors",
    "statement": "statements",
    "time": "times",
    "event": "events",
    "meeting": "meetings",
    "measure": "measures",
    "criticism": "criticisms",
    "proposal": "proposals",
    "left-out": "left_out",
}
"""The kinds of lines, each with its field in :class:`ReadOutput`, in the order in which they are written."""

_HEAD = "export"
_BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Marks that JSON allows and that some programs take for the end of a line."""


def jsonl(read: ReadOutput) -> bytes:
    """The output as JSON Lines, UTF-8; the first line, of kind ``export``, is about the export itself.

    A thing's keys are those of ``parley read --json``; what has a ``kind`` of its own has it as
    ``actor_kind``, ``time_kind`` or ``proposal_kind``.
    """
    return "".join(f"{line}\n" for line in _lines(read)).encode("utf-8")


def _lines(read: ReadOutput) -> Iterator[str]:
    yield _line({"kind": _HEAD, **made_by(read)})
    for kind, field in KINDS.items():
        for item in getattr(read, field):
            fields = item.model_dump(mode="json", by_alias=True)
            yield _line({"kind": kind, **{f"{kind}_kind" if key == "kind" else key: v for key, v in fields.items()}})


def _line(fields: dict[str, Any]) -> str:
    line = json.dumps(fields, ensure_ascii=False).translate(_BREAKS)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # half a character, as in a file's name that is no UTF-8: written as an escape
        return json.dumps(fields)
    return line


def load_jsonl(data: bytes, path: str) -> ReadOutput:
    """What :func:`jsonl` wrote, as values again. Raises :class:`UnusableInput` that names the line."""
    found: dict[str, list[dict[str, Any]]] = {field: [] for field in KINDS.values()}
    about: dict[str, Any] = {}
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
            kind = fields.pop("kind")
            if kind == _HEAD:
                about = {name: fields[name] for name in ("audience", "head", "notes")}
                continue
            own = {"kind": fields.pop(f"{kind}_kind")} if f"{kind}_kind" in fields else {}
            found[KINDS[kind]].append(fields | own)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            where, mend = f"line {number}", "take the file as it was exported"
            raise UnusableInput(path, "this is no line of an export", mend, where) from error
    try:
        return ReadOutput.model_validate({**found, **about})
    except ValidationError as error:
        field, *place = error.errors()[0]["loc"]
        where = " ".join(str(part) for part in (field, *place))
        raise UnusableInput(path, "a thing in it is not whole", "take the file as it was exported", where) from error
