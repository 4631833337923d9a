"""The reading example holds dated, sourced public facts in our own words, and nothing else; and it reads."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from parley.model import PUBLIC, Audience
from parley.process import Process

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "ukraine-2025"
NOTES = sorted((EXAMPLE / "documents").glob("*.md"))


def test_the_example_holds_notes_and_nothing_that_a_real_party_never_said() -> None:
    kinds = {path.name for path in EXAMPLE.iterdir()} - {".parley"}
    assert kinds == {"process.toml", "documents", "README.md", ".gitignore"}
    assert 10 <= len(NOTES) <= 20
    assert dt.date(2025, 2, 1) <= dt.date.fromisoformat(NOTES[0].name[:10])
    assert dt.date.fromisoformat(NOTES[-1].name[:10]) <= dt.date(2025, 4, 30)


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_a_note_names_its_source_and_quotes_nobody(note: Path) -> None:
    text = note.read_text(encoding="utf-8")
    assert re.fullmatch(r"Source: .+ 2025.*\.", text.splitlines()[-1])
    assert not re.search(r"[\"“”„«»\[\]]", text)
    assert f"published = {note.name[:10]}" in note.with_name(f"{note.name}.meta.toml").read_text(encoding="utf-8")


def test_the_example_reads_whole_and_everybody_may_see_it(tmp_path: Path) -> None:
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".parley"))
    output = Process.open(folder).read(Audience("public"))
    assert len(output.documents) == len(NOTES)
    assert {document.audience for document in output.documents} == {PUBLIC}
    paths = {document.id: Path(document.path).name for document in output.documents}
    speakers: dict[str, set[str | None]] = {}
    for statement in output.statements:
        if statement.within is None:
            name = paths[statement.document]
            speakers.setdefault(name, set()).add(statement.speaker.id if statement.speaker else None)
    assert speakers["2025-03-06-witkoff-remarks.md"] == {"WITKOFF", "ZELENSKYY"}
    assert speakers["2025-03-13-putin-press-conference.md"] == {"PUTIN", "TRUMP", "ZELENSKYY"}
    assert {"STARMER"} == speakers["2025-03-02-london-summit.md"]
    cells = {(cell.party, cell.issue) for cell in Process.open(folder).positions(Audience("public")).cells}
    assert {("UKR", "cease-fire"), ("RUS", "cease-fire"), ("UKR", "energy"), ("RUS", "energy")} <= cells
