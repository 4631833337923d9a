"""The cache: fast where it is, and never missed where it isn't."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Audience, Document, Reading, WrongUsage
from parley.process import Process, Reader
from parley.process import cache as cache_module
from parley.process.readings import parley_reader
from parley.text.papers import guard

PAPERS = {
    "documents/a.md": "Republic of Kestria demands every prisoner.\n",
    "documents/b.md": "Orlavian Union: обмін полонених.\n",
    "caucus/KES/documents/c.md": "Kestria could live with 500 prisoner releases.\n",
}
MEDIATOR = Audience("mediator")

READ = """
import sys
from parley.model import Audience, Reading
from parley.process import Process, Reader
process = Process.open(sys.argv[1], reader=Reader("other", lambda document, *_: Reading(document=document.id)))
for _ in range(10):
    output = process.read(Audience("mediator"))
    assert len(process.search("prisoner", Audience("mediator")).hits) == 2
    assert output.notes == ("Everything here is invented.",), output.notes
"""

Opened = Callable[[Path], Process]


class Counting:
    """A reader that counts the papers it is given."""

    def __init__(self, version: str = "counting") -> None:
        self.papers: list[str] = []
        self.reader = Reader(version, self.read)

    def read(self, document: Document, *_: object) -> Reading:
        self.papers.append(document.path)
        return Reading(document=document.id)


def answers(process: Process) -> list[str]:
    return [
        process.read(MEDIATOR).model_dump_json(),
        process.search("полон", MEDIATOR).model_dump_json(),
        process.search("prisoner", MEDIATOR).model_dump_json(),
    ]


def caches(folder: Path) -> list[Path]:
    return sorted(folder.rglob("cache.sqlite*"))


def test_a_paper_is_read_once_and_kept_in_its_own_compartment(make: Callable[..., Path]) -> None:
    folder, first, second = make(PAPERS), Counting(), Counting()
    Process.open(folder, reader=first.reader).read(MEDIATOR)
    Process.open(folder, reader=second.reader).read(MEDIATOR)
    assert sorted(first.papers) == sorted(PAPERS)
    assert second.papers == []
    assert caches(folder) == [folder / ".parley/cache.sqlite", folder / "caucus/KES/.parley/cache.sqlite"]


@pytest.mark.parametrize(
    "change",
    [
        {"documents/a.md": "Other words.\n"},
        {"documents/a.md.meta.toml": "published = 2031-03-01\n"},
    ],
)
def test_a_paper_that_changed_is_read_again_and_no_other(make: Callable[..., Path], change: dict[str, str]) -> None:
    folder, counting = make(PAPERS), Counting()
    Process.open(folder, reader=counting.reader).read(MEDIATOR)
    counting.papers.clear()
    make(PAPERS | change)
    Process.open(folder, reader=counting.reader).read(MEDIATOR)
    assert counting.papers == ["documents/a.md"]


def test_another_reader_actor_or_issue_means_reading_all_again(make: Callable[..., Path]) -> None:
    folder = make(PAPERS)
    Process.open(folder, reader=Counting().reader).read(MEDIATOR)
    newer = Counting("newer")
    Process.open(folder, reader=newer.reader).read(MEDIATOR)
    assert len(newer.papers) == 3
    settings = folder / "process.toml"
    settings.write_text(settings.read_text() + '[issues.ports]\nkeywords = ["port"]\n')
    same = Counting("newer")
    Process.open(folder, reader=same.reader).read(MEDIATOR)
    assert len(same.papers) == 3


def test_deleted_between_any_two_commands_nothing_changes(make: Callable[..., Path], opened: Opened) -> None:
    folder = make(PAPERS)
    process = opened(folder)
    expected = answers(process)
    for path in caches(folder):
        shutil.rmtree(path.parent)
        assert answers(process) == answers(opened(folder)) == expected


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_damaged_it_is_rebuilt_and_nothing_else_changes(
    make: Callable[..., Path], opened: Opened, damage: bytes | None
) -> None:
    folder = make(PAPERS)
    expected = opened(folder).read(MEDIATOR)
    path = folder / ".parley/cache.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:2000] + b"\xff" * 9000 + whole[11000:] if damage is None else damage)
    again = opened(folder).read(MEDIATOR)
    assert again.replace(notes=()) == expected.replace(notes=())
    assert len(again.notes) - len(expected.notes) <= 1
    assert opened(folder).read(MEDIATOR) == expected


def test_a_damaged_row_is_rebuilt_too_and_none_of_its_words_are_told(make: Callable[..., Path], opened: Opened) -> None:
    folder = make(PAPERS)
    expected = opened(folder).read(MEDIATOR)
    with sqlite3.connect(folder / ".parley/cache.sqlite") as database:
        database.execute("UPDATE readings SET reading = CAST(reading || x'ff' AS TEXT)")
    database.close()
    again = opened(folder).read(MEDIATOR)
    assert again.replace(notes=()) == expected.replace(notes=())
    (note,) = set(again.notes) - set(expected.notes)
    assert note.endswith("it was made anew, and nothing is lost.")
    assert opened(folder).read(MEDIATOR) == expected


def test_one_of_another_version_is_made_anew_and_that_is_said_once(make: Callable[..., Path], opened: Opened) -> None:
    folder = make(PAPERS)
    expected = answers(opened(folder))
    with sqlite3.connect(folder / ".parley/cache.sqlite") as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    notes = opened(folder).read(MEDIATOR).notes
    assert sum("it was made anew, and nothing is lost" in note for note in notes) == 1
    assert answers(opened(folder)) == expected


def test_locked_by_another_programme_it_is_done_without(
    make: Callable[..., Path], opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "_BUSY_SECONDS", 0.05)
    folder = make(PAPERS)
    expected = opened(folder).read(MEDIATOR)
    holder = sqlite3.connect(folder / ".parley/cache.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    held = opened(folder).read(MEDIATOR)
    holder.close()
    assert held.replace(notes=()) == expected.replace(notes=())
    assert sum("database is locked" in note for note in held.notes) == 1
    assert opened(folder).read(MEDIATOR) == expected


def test_where_it_cannot_be_made_papers_are_read_all_the_same(make: Callable[..., Path], opened: Opened) -> None:
    expected = answers(opened(make(PAPERS, "good")))
    folder = make(PAPERS)
    (folder / ".parley").write_text("a file in its place")
    read = opened(folder).read(MEDIATOR)
    assert sum(".parley/cache.sqlite can't be used" in note for note in read.notes) == 1
    assert len(read.documents) == 3
    assert [len(answer) for answer in answers(opened(folder))] != []
    assert answers(opened(make(PAPERS, "good"))) == expected


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_its_place_is_not_followed(make: Callable[..., Path], opened: Opened, tmp_path: Path) -> None:
    folder = make(PAPERS)
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / ".parley").symlink_to(outside)
    assert any("links are not followed" in note for note in opened(folder).read(MEDIATOR).notes)
    assert list(outside.iterdir()) == []


def test_without_full_text_search_every_paper_is_scanned(
    make: Callable[..., Path], opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = answers(opened(make(PAPERS, "one")))
    monkeypatch.setattr(cache_module, "_INDEX", "CREATE VIRTUAL TABLE words USING fts9 (text);")
    assert answers(opened(make(PAPERS, "two"))) == expected


def test_papers_that_are_gone_leave_no_words_behind(make: Callable[..., Path], opened: Opened) -> None:
    folder = make(PAPERS | {"documents/d.md": "Prisoner MARKERWORD.\n"})
    process = opened(folder)
    assert process.search("markerword").hits
    process.read()
    assert b"markerword" in (folder / ".parley/cache.sqlite").read_bytes()
    (folder / "documents/d.md").unlink()
    process.read()
    for path in caches(folder):
        assert b"markerword" not in path.read_bytes().lower()


def test_a_paper_of_a_hostile_kind_is_opened_once_and_its_text_goes_with_it(
    make: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make({"documents/a.html": "<html><body><p>Prisoner MARKERWORD.</p></body></html>\n"})
    asked: list[object] = []
    ask = guard.ask
    monkeypatch.setattr(guard, "ask", lambda *question: asked.append(question) or ask(*question))

    def text(version: str = "one") -> str:
        output = Process.open(folder, reader=Counting(version).reader).search("markerword", MEDIATOR)
        return output.hits[0].line

    assert text() == text() == "Prisoner MARKERWORD."
    assert len(asked) == 1
    assert text("two") == "Prisoner MARKERWORD."
    assert len(asked) == 2
    cache = folder / ".parley/cache.sqlite"
    with sqlite3.connect(cache) as database:
        database.execute("UPDATE pages SET page = '[1]'")
    database.close()
    assert text("two") == "Prisoner MARKERWORD."
    assert len(asked) == 3
    (folder / "documents/a.html").unlink()
    Process.open(folder, reader=Counting().reader).read()
    assert b"markerword" not in cache.read_bytes().lower()


def test_readings_for_other_issues_do_not_pile_up(make: Callable[..., Path]) -> None:
    folder = make(PAPERS)
    for number in range(8):
        Process.open(folder, reader=Counting(f"version {number}").reader).read()
    database = sqlite3.connect(folder / ".parley/cache.sqlite")
    assert database.execute("SELECT max(n) FROM (SELECT count(*) n FROM readings GROUP BY document)").fetchone()[0] <= 4
    database.close()


def test_two_programmes_may_use_it_at_once(make: Callable[..., Path]) -> None:
    folder = make(PAPERS)
    command = [sys.executable, "-c", READ, str(folder)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    for programme in both:
        _, errors = programme.communicate(timeout=60)
        assert programme.returncode == 0, errors.decode()


def test_a_reader_that_fails_on_one_paper_costs_no_other(make: Callable[..., Path]) -> None:
    def fails(document: Document, *_: object) -> Reading:
        if document.path.endswith("a.md"):
            raise IndexError("of all things")
        return Reading(document=document.id)

    output = Process.open(make(PAPERS), reader=Reader("fails", fails)).read()
    assert [document.path for document in output.documents] == ["documents/b.md"]
    assert "documents/a.md: the reader failed on it (IndexError); not read." in output.notes


def test_what_one_pipeline_read_is_not_given_out_as_anothers(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = []
    for name in ("", "xx_ent_wiki_sm", "./my-pipeline", "my pipeline"):
        monkeypatch.setenv("PARLEY_PIPELINE", name)
        versions.append(parley_reader().version)
    assert len(set(versions)) == len(versions)
    monkeypatch.delenv("PARLEY_PIPELINE")
    assert parley_reader().version == versions[0]


def test_a_pipeline_that_is_not_there_is_told_once_and_not_of_every_paper(
    make: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_PIPELINE", "no_such_pipeline")
    folder = make({"documents/a.md": "Republic of Kestria said that the line holds.\n"})
    with pytest.raises(WrongUsage, match="no_such_pipeline"):
        Process.open(folder).read()
