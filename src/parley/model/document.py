"""Documents: papers as they came, identified by the sha256 of their bytes."""

from __future__ import annotations

import enum

from pydantic import Field

from .audience import TEAM, Label
from .time import Moment
from .value import Value


class Reliability(enum.StrEnum):
    """Reliability of the source, Admiralty code; says nothing of what this paper claims."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class Credibility(enum.StrEnum):
    """Credibility of the content, Admiralty code; set apart from who the source is."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class DocumentSummary(Value):
    """A document without its text, as outputs list it; ``text_length`` is in code points."""

    id: str
    path: str
    text_length: int
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None
    retrieved: Moment | None = None
    language: str | None = None
    reliability: Reliability = Reliability.CANNOT_BE_JUDGED
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED
    audience: Label = TEAM
    notes: tuple[str, ...] = ()


class Document(Value):
    """One paper, immutable.

    ``id`` is the sha256 (hex) of the file's bytes and ``path`` its name as the user or the process
    knows it. ``text`` is what spans count in: for plain text and Markdown the file as decoded, line
    ends and byte order mark included; for HTML the main text drawn from it. ``language`` is an ISO
    639-1 code, or ``None`` where it could not be told. ``notes`` are plain sentences about what was
    noticed while decoding (an encoding guessed, a language not yet read): nothing fails silently.
    """

    id: str
    path: str
    text: str = Field(repr=False)
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None
    retrieved: Moment | None = None
    language: str | None = None
    reliability: Reliability = Reliability.CANNOT_BE_JUDGED
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED
    audience: Label = TEAM
    notes: tuple[str, ...] = ()

    @property
    def summary(self) -> DocumentSummary:
        shared = {name: getattr(self, name) for name in DocumentSummary.model_fields if name != "text_length"}
        return DocumentSummary(text_length=len(self.text), **shared)
