"""``decisions.jsonl``: what people decided, one entry a line, each holding the hash of the one before.

The hash of an entry is sha256 over its canonical JSON (keys sorted, no blanks, UTF-8) without the
hash itself, and each line is that JSON with the hash, to the byte. So any change to a line breaks
its hash, and any line added, moved or taken out breaks the next. What the chain alone can't show is
a cut tail: for that an earlier head, as printed on every output, is looked for in it.

An append writes the whole file beside the old one and moves it over, under a lock. Decisions are few
and made by people, so the cost is nothing, and a chain that is never half-written needs no mercy: a
torn line is always evidence and never an accident.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from parley.model import BrokenChain, Decision, DecisionKind, NotPermitted, WrongUsage

from .atomic import cannot_write, sweep, write_atomically
from .names import printable

START = "0" * 64
"""The head of a chain without entries."""

_LOCK_SECONDS = 20


@dataclass(frozen=True)
class Choice:
    """A decision still to be recorded: what a person decided, before the chain gives it number and hash."""

    kind: DecisionKind
    subject: str
    by: str
    reason: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)


class Chain:
    """The chain of decisions in one file; ``name`` is how errors call the file."""

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.name = path, name

    def entries(self) -> tuple[Decision, ...]:
        """All entries, oldest first, every hash checked; raises :class:`BrokenChain` naming the line."""
        return self._checked(self._bytes())

    def head(self) -> str:
        """The hash of the last entry; 64 zeros for none."""
        entries = self.entries()
        return entries[-1].hash if entries else START

    def verify(self, head: str | None = None) -> tuple[Decision, ...]:
        """As :meth:`entries`; with an earlier ``head`` also that this entry is still in the chain."""
        entries = self.entries()
        if head is not None and head not in {START, *(entry.hash for entry in entries)}:
            place = f", line {len(entries)}" if entries else ""
            raise BrokenChain(
                f"{self.name}{place}: the chain ends here without the entry {head[:12]}… that an earlier "
                "output named, so entries were cut or the file was exchanged; restore it from a copy."
            )
        return entries

    def append(
        self, choices: Sequence[Choice], at: dt.datetime, first: Callable[[], None] | None = None
    ) -> tuple[Decision, ...]:
        """Record ``choices``, all or none, after checking the whole chain; the new entries.

        ``first`` is called under the chain's lock before anything is written to it: what the entries name
        is on the disk before they are.
        """
        from filelock import FileLock, Timeout  # only who writes waits for it

        lock = FileLock(self.path.with_name(f".{self.path.name}.lock"), timeout=_LOCK_SECONDS)
        try:
            with lock:
                sweep(self.path)
                before = self._bytes()
                entries = self._checked(before)
                added = _linked(choices, at, entries[-1] if entries else None)
                if first is not None:
                    first()
                write_atomically(self.path, before + b"".join(map(_line, added)))
        except Timeout as error:
            raise NotPermitted(
                f"{self.name}: another programme has held the chain of decisions for {_LOCK_SECONDS} seconds; "
                "try again when it is done."
            ) from error
        except OSError as error:
            raise cannot_write(self.name, error) from error
        return tuple(added)

    def _bytes(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            why = (error.strerror or "the system gave no reason").lower()
            raise BrokenChain(
                f"{self.name}: the chain of decisions can't be opened ({why}); check who may read the file."
            ) from error

    def _checked(self, data: bytes) -> tuple[Decision, ...]:
        entries: list[Decision] = []
        lines = data.split(b"\n")
        if lines[0].endswith(b"\r"):
            raise self._broken(1, "the line ends were changed, as an editor or git's autocrlf does")
        for number, line in enumerate(lines[:-1], start=1):
            try:
                entry = Decision.model_validate_json(line)
            except ValidationError:
                raise self._broken(number, "this is no entry of a chain") from None
            if entry.number != number or entry.previous != (entries[-1].hash if entries else START):
                raise self._broken(
                    number, "this entry does not follow the one before: one was added, moved or taken out"
                )
            if _line(entry) != line + b"\n":
                raise self._broken(number, "this entry was changed after it was made")
            entries.append(entry)
        if lines[-1]:
            raise self._broken(len(lines), "the last line is not whole")
        return tuple(entries)

    def _broken(self, line: int, problem: str) -> BrokenChain:
        return BrokenChain(f"{self.name}, line {line}: {problem}; restore the file from a copy that verifies.")


def _linked(choices: Sequence[Choice], at: dt.datetime, last: Decision | None) -> list[Decision]:
    added: list[Decision] = []
    for choice in choices:
        try:
            last = _entry(choice, at, last)
        except ValueError as error:  # broken Unicode from a command line, a number that JSON doesn't have
            raise WrongUsage(
                f"The decision on '{printable(choice.subject)}' can't be recorded, for something in it is "
                "not valid Unicode or not JSON; write it in plain words."
            ) from error
        added.append(last)
    return added


def _entry(choice: Choice, at: dt.datetime, last: Decision | None) -> Decision:
    entry = Decision(
        number=last.number + 1 if last else 1,
        at=at,
        by=choice.by,
        kind=choice.kind,
        subject=choice.subject,
        detail=dict(choice.detail),
        reason=choice.reason,
        previous=last.hash if last else START,
        hash="",
    )
    return entry.replace(hash=_hash(entry))


def _hash(entry: Decision) -> str:
    return hashlib.sha256(_canonical(entry, without={"hash"})).hexdigest()


def _line(entry: Decision) -> bytes:
    """The line that this entry has in the file: what is hashed, with the hash that it should have."""
    return _canonical(entry.replace(hash=_hash(entry))) + b"\n"


def _canonical(entry: Decision, without: set[str] | None = None) -> bytes:
    values = entry.model_dump(mode="json", exclude=without)
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode(
        "utf-8"
    )
