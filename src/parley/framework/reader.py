"""Reads the sentences of a framework."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Bracket, Definition, Party, Provision, Sentence, SentenceForm

from .structure import Region


@dataclass(frozen=True)
class Piece:
    """A sentence before it is read: where it stands, and which sentence it continues (``intro``, an index)."""

    start: int
    end: int
    region: Region
    provision: str | None
    intro: int | None = None


@dataclass(frozen=True)
class Read:
    sentences: tuple[Sentence, ...]
    definitions: tuple[Definition, ...]
    bodies: tuple[Party, ...]


def read_sentences(
    text: str,
    path: str,
    pieces: Sequence[Piece],
    *,
    parties: Sequence[Party],
    actors: Sequence[Party],
    brackets: Sequence[Bracket],
    provisions: Sequence[Provision],
    closed: bool,
) -> Read:
    sentences = tuple(
        Sentence(
            start=piece.start,
            end=piece.end,
            exact=text[piece.start : piece.end],
            provision=piece.provision,
            form=SentenceForm.NOT_READ if piece.region is Region.BODY else SentenceForm.NOT_OPERATIVE,
        )
        for piece in pieces
    )
    return Read(sentences, (), ())
