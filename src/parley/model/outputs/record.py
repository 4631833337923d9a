"""What the verbs print that write files, or tell of the record."""

from __future__ import annotations

from ..decision import Decision
from ..value import Value
from .base import FilesOutput


class Step(Value):
    """One step of the demo: the command that does the same, and what came of it in a sentence."""

    command: str
    result: str


class DemoOutput(FilesOutput):
    steps: tuple[Step, ...] = ()


class BriefOutput(FilesOutput):
    """``summary`` is the brief in a few plain lines, as the terminal shows it."""

    summary: tuple[str, ...] = ()


class RecordOutput(FilesOutput):
    """``decisions`` counts the entries; ``holds`` is true, for a chain that doesn't hold is an error (exit code 4)."""

    decisions: int
    holds: bool
    entries: tuple[Decision, ...] = ()
