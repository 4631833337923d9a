"""The cache: the text drawn from a paper, what was read of it, and an index of its words.

Anyone may delete it at any time. One SQLite file for each compartment, inside that compartment, so that a
caucus leaves no byte in the shared one; what is deleted is overwritten (``secure_delete``). A cache that is
damaged is rebuilt, one that can't be used is done without, and either is said in one note. No answer depends
on it.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError

from parley.model import Actor, Document, Issue, Reading

from .names import is_link
from .words import Term, fold, tokens

_LAYOUT = 4
_BUSY_SECONDS = 5.0
_WRITTEN_TOGETHER = 20
"""As many readings are written at once; each time waits for the disk."""
_READINGS_KEPT = 4
"""As many readings of one paper are kept: actors and issues change, and audiences know different issues."""

_UNREADABLE = "Could not decode to UTF-8"
"""How Python's sqlite3 says that a row holds other bytes than were written."""

_TABLES = """
CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, document TEXT NOT NULL, reading TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS readings_of ON readings (document);
CREATE TABLE IF NOT EXISTS pages
    (key TEXT PRIMARY KEY, document TEXT NOT NULL, version TEXT NOT NULL, page TEXT NOT NULL);
"""
_INDEX = """
CREATE TABLE IF NOT EXISTS indexed (id INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE, digest TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS words
    USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE IF NOT EXISTS grams
    USING fts5 (text, tokenize = 'trigram case_sensitive 1');
"""


def _unbroken(text: str) -> str:
    """The text without null characters, at which SQLite's index would end it."""
    return text.replace("\0", " ")


def key_of(document: Document, reader: str, actors: Sequence[Actor], issues: Sequence[Issue]) -> str:
    """What a reading depends on, as one digest: the paper and what is known of it, the reader, actors, issues."""
    digest = hashlib.sha256(reader.encode())
    digest.update(document.model_dump_json(exclude={"text", "audience"}).encode())
    for value in (*actors, *issues):
        digest.update(b"\0" + value.model_dump_json().encode())
    return digest.hexdigest()


class Cache:
    """The cache of one compartment, open while in use: ``with Cache(path, name, root) as cache: ...``."""

    def __init__(self, path: Path, name: str, root: Path) -> None:
        self.path, self.name, self.root = path, name, root
        self.notes: list[str] = []
        self._database: sqlite3.Connection | None = None
        self._indexes = False
        self._waiting: dict[str, Reading] = {}
        self._drawn: dict[str, tuple[str, str]] = {}

    def __enter__(self) -> Self:
        try:
            self._open()
        except sqlite3.OperationalError as error:
            self._do_without(error)
        except sqlite3.DatabaseError:
            self._rebuild()
        except OSError as error:
            self._do_without(error)
        return self

    def __exit__(self, *exception: object) -> None:
        self._write()
        self._close()

    def reading(self, key: str) -> Reading | None:
        rows = self._run("SELECT reading FROM readings WHERE key = ?", (key,))
        try:
            return Reading.model_validate_json(rows[0][0]) if rows else None
        except ValidationError:
            return None

    def keep(self, key: str, reading: Reading) -> None:
        """Store a reading, with others or at the end; the oldest of the same paper make room."""
        self._waiting[key] = reading
        if len(self._waiting) >= _WRITTEN_TOGETHER:
            self._write()

    def page(self, key: str, version: str) -> str | None:
        """What a paper gave when this version of the code opened it; the key begins with the paper's id."""
        rows = self._run("SELECT page FROM pages WHERE key = ? AND version = ?", (key, version))
        return rows[0][0] if rows else None

    def keep_page(self, key: str, version: str, page: str) -> None:
        """Store what a paper gave, in place of what another version drew from it."""
        self._drawn[key] = version, page
        if len(self._drawn) >= _WRITTEN_TOGETHER:
            self._write()

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, {}
        drawn, self._drawn = self._drawn, {}
        if not waiting and not drawn:
            return
        with self._together():
            for key, (version, page) in drawn.items():
                self._run(
                    "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", (key, key.partition(" ")[0], version, page)
                )
            for key, reading in waiting.items():
                row = (key, reading.document, reading.model_dump_json())
                self._run("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", row)
                self._run(
                    "DELETE FROM readings WHERE document = ?1 AND rowid NOT IN "
                    "(SELECT rowid FROM readings WHERE document = ?1 ORDER BY rowid DESC LIMIT ?2)",
                    (reading.document, _READINGS_KEPT),
                )

    def index(self, papers: Mapping[str, str]) -> None:
        """Put the words of ``papers`` (text by document id) into the index, unless they are in it."""
        if not self._indexes:
            return
        digests = {document: hashlib.sha256(text.encode()).hexdigest() for document, text in papers.items()}
        there = dict(self._run("SELECT document, digest FROM indexed"))
        missing = [document for document, digest in digests.items() if there.get(document) != digest]
        with self._together() if missing else contextlib.nullcontext():
            for document in missing:
                self._run(
                    "INSERT INTO indexed (document, digest) VALUES (?, ?) "
                    "ON CONFLICT (document) DO UPDATE SET digest = excluded.digest",
                    (document, digests[document]),
                )
                folded = _unbroken(fold(papers[document]))
                for table, content in (("words", " ".join(tokens(folded))), ("grams", folded)):
                    self._run(
                        f"INSERT OR REPLACE INTO {table} (rowid, text) SELECT id, ? FROM indexed WHERE document = ?",
                        (content, document),
                    )

    def spared(self, terms: Sequence[Term]) -> frozenset[str]:
        """Ids of the indexed papers in which some term surely doesn't stand; none where the index can't tell."""
        found: set[str] = set()
        for term in terms if self._indexes else ():
            if term.indexed:
                table = "words" if term.whole else "grams"
                phrase = '"' + _unbroken(term.text).replace('"', '""') + '"'
                without = f"SELECT document FROM indexed WHERE id NOT IN (SELECT rowid FROM {table} WHERE text MATCH ?)"
                found |= {row[0] for row in self._run(without, (phrase,))}
        return frozenset(found)

    def forget_all_but(self, documents: Iterable[str]) -> None:
        """Drop what is kept of papers that aren't there any more."""
        self._write()
        present = set(documents)
        for table in ("readings", "pages"):
            for (document,) in self._run(f"SELECT DISTINCT document FROM {table}"):
                if document not in present:
                    self._run(f"DELETE FROM {table} WHERE document = ?", (document,))
        indexed = self._run("SELECT id, document FROM indexed") if self._indexes else []
        gone = [id for id, document in indexed if document not in present]
        for table, column in (("words", "rowid"), ("grams", "rowid"), ("indexed", "id")):
            for id in gone:
                self._run(f"DELETE FROM {table} WHERE {column} = ?", (id,))
            if gone and table != "indexed":
                self._run(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # or old segments keep the words

    @contextlib.contextmanager
    def _together(self) -> Iterator[None]:
        """What is written here is written at once, or not at all."""
        self._run("BEGIN IMMEDIATE")
        yield
        if self._database is not None and self._database.in_transaction:
            self._run("COMMIT")

    def _run(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """The rows of a statement; none where the cache is done without, or fails now."""
        if self._database is None:
            return []
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            if _UNREADABLE in str(error):  # the message goes on with the row's words, and is told to nobody
                self._rebuild()
            else:
                self._do_without(error)
        except sqlite3.DatabaseError:
            self._rebuild()
        return []

    def _open(self) -> None:
        if is_link(self.path, self.root):
            raise sqlite3.OperationalError("it is a link, and links are not followed")
        self.path.parent.mkdir(exist_ok=True)
        database = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
        self._database = database
        database.execute("PRAGMA secure_delete = ON")
        layout = database.execute("PRAGMA user_version").fetchone()[0]
        if layout not in (0, _LAYOUT):
            raise sqlite3.DatabaseError("of another version")
        if layout == 0:
            database.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_LAYOUT}; COMMIT;")
        self._indexes = self._open_index(database)

    def _open_index(self, database: sqlite3.Connection) -> bool:
        """Whether full-text search is built in (FTS5 with trigrams); without it papers are searched one by one."""
        try:
            there = database.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('words', 'grams')")
            if there.fetchone()[0] < 2:
                database.executescript(f"BEGIN IMMEDIATE; {_INDEX} COMMIT;")
            database.execute("SELECT 1 FROM words, grams LIMIT 1")
        except sqlite3.OperationalError as error:
            with contextlib.suppress(sqlite3.OperationalError):
                database.execute("ROLLBACK")
            if "no such module" in str(error) or "tokenizer" in str(error):
                return False
            raise
        return True

    def _rebuild(self) -> None:
        self._close()
        try:
            for file in self.path.parent.glob(f"{self.path.name}*"):
                file.unlink()
            self._open()
            self.notes.append(f"{self.name} was damaged or of another version; it was made anew, and nothing is lost.")
        except (OSError, sqlite3.Error) as error:
            self._do_without(error)

    def _do_without(self, error: Exception) -> None:
        self._close()
        why = (error.strerror if isinstance(error, OSError) else str(error)) or "no reason given"
        note = f"{self.name} can't be used ({why.lower()}); this was done without it, which is only slower."
        if not self.notes:
            self.notes.append(note)

    def _close(self) -> None:
        self._indexes = False
        if self._database is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.close()
            self._database = None
