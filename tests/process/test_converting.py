"""Writing exports: whole, all or none, never over anything, and nothing that its audience may not see."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Audience, NotPermitted, UnusableInput, WrongUsage
from parley.process import Process, convert_files, converting
from parley.process.exports import load_jsonl

Make = Callable[..., Path]
Opened = Callable[[Path], Process]

TABLES = ["actors", "criticisms", "documents", "events", "measures", "meetings", "statements", "times"]


@pytest.fixture
def process(make: Make, opened: Opened) -> Process:
    return opened(make({"documents/a.md": "Republic of Kestria on every prisoner.\n"}))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_is_what_was_read(process: Process, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    done = process.convert(out, audience=Audience("mediator"))
    assert (done.files, done.audience) == ((str(out),), "mediator")
    assert load_jsonl(out.read_bytes(), "x.jsonl") == process.read(Audience("mediator"))


def test_tables_make_their_folder_or_fill_an_empty_one(process: Process, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        process.convert(tmp_path / name, "csv")
        assert names(tmp_path / name) == sorted([*(f"{table}.csv" for table in TABLES), "datapackage.json"])


@pytest.mark.parametrize("out", ["x.jsonl", "x.jsonld", "x.csv", "folder"])
def test_nothing_is_overwritten_and_nothing_is_read_for_it(process: Process, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder").mkdir()
    for there in ("x.jsonl", "x.jsonld", "x-times.csv", "folder/note.txt"):
        (tmp_path / there).write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    process.read = None  # type: ignore[method-assign, assignment]
    with pytest.raises(WrongUsage, match="nothing is overwritten"):
        process.convert(tmp_path / out, "csv" if out == "folder" else None)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "x-times.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("out", ["run", "run.csv"])
def test_of_several_files_all_are_written_or_none(
    process: Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    folder = tmp_path / "target"
    folder.mkdir()
    real = converting.write_atomically

    def full(path: Path, data: bytes) -> None:
        if "measures" in path.name:
            raise OSError(28, "No space left on device", str(path))
        real(path, data)

    monkeypatch.setattr(converting, "write_atomically", full)
    with pytest.raises(NotPermitted, match=r"measures\.csv: this can't be written .* free some space"):
        process.convert(folder / out, "csv")
    assert names(folder) == []


def test_a_folder_that_is_not_there_is_said(process: Process, tmp_path: Path) -> None:
    for out in ("no/x.jsonl", "no/x.csv", "no/folder"):
        with pytest.raises(NotPermitted, match="make the folder first"):
            process.convert(tmp_path / out, None if "." in out else "csv")


def test_papers_without_a_process_are_exported_for_whom_they_were_named(tmp_path: Path) -> None:
    paper, out = tmp_path / "paper.txt", tmp_path / "x.jsonl"
    paper.write_text("Orlavia said that the road was open.", encoding="utf-8")
    done = convert_files([paper], out, audience="public")
    assert (done.audience, done.head) == ("public", None)
    assert len(load_jsonl(out.read_bytes(), "x.jsonl").statements) == 1
    with pytest.raises(UnusableInput):
        convert_files([tmp_path / "none.txt"], tmp_path / "y.jsonl")
    assert not (tmp_path / "y.jsonl").exists()


def test_a_text_is_written_as_formulas_with_their_signature(make: Make, opened: Opened, tmp_path: Path) -> None:
    text = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n1. The Parties shall not lay mines from D-day.\n"
    process = opened(make({"framework.md": text}))
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    done = process.convert(tmp_path / "a.mfotl")
    alone = convert_files([tmp_path / "draft.md"], tmp_path / "b.mfotl")
    assert [Path(each).name for each in (*done.files, *alone.files)] == ["a.mfotl", "a.sig", "b.mfotl", "b.sig"]
    assert 'by(x, "KES")' in (tmp_path / "a.mfotl").read_text(encoding="utf-8")
    assert (tmp_path / "a.sig").read_bytes() == (tmp_path / "b.sig").read_bytes()
    with pytest.raises(WrongUsage, match="nothing is overwritten"):
        process.convert(tmp_path / "a.mfotl")


def test_the_reports_of_a_process_are_written_as_a_log(finished_demo: Path, tmp_path: Path) -> None:
    done = Process.open(finished_demo).convert(tmp_path / "a.trace")
    lines = (tmp_path / "a.trace").read_text(encoding="utf-8").splitlines()
    assert done.head
    assert lines[-1].endswith(" now ()")
    assert [int(line[1:].split()[0]) for line in lines] == sorted(int(line[1:].split()[0]) for line in lines)


def test_a_log_is_as_of_a_time_and_says_how_many_reports_that_leaves_out(finished_demo: Path, tmp_path: Path) -> None:
    process = Process.open(finished_demo)
    whole, early, none = (
        process.convert(tmp_path / name, as_of=day).notes[1]
        for name, day in (("a.trace", None), ("b.trace", dt.date(2026, 4, 20)), ("c.trace", dt.date(2020, 1, 1)))
    )
    assert re.fullmatch(r"The log has \d+ of 399 reports; left out: .*corrected, withdrawn.*\.", whole)
    assert early == "The log has 308 of 399 reports; left out: 91 not yet made on 2026-04-20 00:00."
    assert none == "The log has none of 399 reports; left out: 399 not yet made on 2020-01-01 00:00."
    with pytest.raises(WrongUsage, match="--as-of"):
        process.convert(tmp_path / "d.mfotl", as_of=dt.date(2026, 4, 20))


def test_logic_is_for_one_text_and_for_who_may_see_it(process: Process, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="name a process folder"):
        convert_files([tmp_path / "draft.md"], tmp_path / "a.trace")
    with pytest.raises(WrongUsage, match="writes one text"):
        convert_files([tmp_path / "a.md", tmp_path / "b.md"], tmp_path / "a.mfotl")
    with pytest.raises(NotPermitted):
        process.convert(tmp_path / "a.mfotl", audience=Audience("public"))
    assert not list(tmp_path.glob("a.*"))
