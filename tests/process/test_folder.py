"""The folder: told from others, made, copied, written into; nothing of anybody's is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import NotPermitted, UnusableInput, WrongUsage
from parley.process import Process, copy_process, is_process, write_new
from parley.process.folder import kinds

Make = Callable[..., Path]


@pytest.mark.parametrize("kind", kinds())
def test_a_new_process_is_one_that_can_be_opened_and_parsed(tmp_path: Path, kind: str) -> None:
    output = Process.new(tmp_path / "talks", kind)
    assert all(Path(file).exists() for file in output.files)
    process = Process.open(tmp_path / "talks")
    assert process.draft().problems == ()
    assert process.settings.title == "Untitled process"
    assert {path.name for path in process.folder.iterdir()} == {
        ".gitattributes", ".gitignore", "README.txt", "annexes", "caucus", "documents", "framework.md", "out",
        "process.toml", "reports",
    }  # fmt: skip
    ignored = (process.folder / ".gitignore").read_text().splitlines()
    assert {"caucus/", ".parley/", "out/"} <= set(ignored)


def test_the_settings_of_a_new_process_can_be_uncommented_and_are_right(tmp_path: Path) -> None:
    Process.new(tmp_path / "talks")
    settings = tmp_path / "talks" / "process.toml"
    lines = settings.read_text().splitlines()
    keys = (
        "# [",
        "# id",
        "# name",
        "# kind",
        "# aliases",
        "# roles",
        "# affil",
        "# title",
        "# keywords",
        "# all",
        "# as_of",
    )
    settings.write_text("\n".join(line[2:] if line.startswith(keys) else line for line in lines))
    process = Process.open(tmp_path / "talks")
    assert [actor.id for actor in process.settings.actors] == ["ABC", "FM-ABC"]
    assert process.settings.issues[0].options[0].keywords == ("all for all", "every prisoner")


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UnusableInput, match="holds something already, and nothing is overwritten; name a new"):
        Process.new(tmp_path)
    with pytest.raises(UnusableInput, match="this is a file"):
        Process.new(tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_unknown_kind_of_text_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(
        WrongUsage, match="'ceasefire' is no kind of text to start from; did you mean 'initial-ceasefire'"
    ):
        Process.new(tmp_path / "talks", "ceasefire")
    assert not (tmp_path / "talks").exists()


def test_what_is_no_process_is_told_what_it_lacks(make: Make, tmp_path: Path) -> None:
    file, empty, other = tmp_path / "file.md", tmp_path / "empty", tmp_path / "other"
    file.write_text("x")
    empty.mkdir()
    other.mkdir()
    (other / "x.md").write_text("x")
    for path, said in {
        tmp_path / "nowhere": "there is no such folder; check the name, or make one with: parley new",
        file: r"this is a file, and a process is a folder; name the folder that holds process\.toml",
        empty: "this folder is empty; fill it with: parley new",
        other: r"this folder has no process\.toml, so it is no process; name",
    }.items():
        assert not is_process(path)
        with pytest.raises(UnusableInput, match=said):
            Process.open(path)
    assert is_process(make())


def test_a_copy_has_everything_but_the_cache(make: Make, tmp_path: Path) -> None:
    files = {"documents/a.md": "x", "caucus/KES/profile.toml": "", ".parley/cache.sqlite": "old"}
    copy = copy_process(make(files), tmp_path / "copy")
    assert (copy.folder / "documents/a.md").read_text() == "x"
    assert (copy.folder / "caucus/KES/profile.toml").exists()
    assert not (copy.folder / ".parley").exists()
    assert "caucus/" in (copy.folder / ".gitignore").read_text()
    with pytest.raises(UnusableInput, match="nothing is overwritten"):
        copy_process(make(files), tmp_path / "copy")


def test_outputs_are_written_under_out_and_nowhere_else(make: Make) -> None:
    process = Process.open(make())
    assert process.write_out("brief.html", "für alle") == process.folder / "out" / "brief.html"
    assert process.write_out("brief.html", "новий").read_text(encoding="utf-8") == "новий"
    for name in ("../process.toml", "a/../../x", "nul", ""):
        with pytest.raises(UnusableInput, match="out: the file name"):
            process.write_out(name, "x")


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    write_new(tmp_path / "text.md", "one")
    with pytest.raises(WrongUsage, match="is there already, and nothing is overwritten"):
        write_new(tmp_path / "text.md", "two")
    assert (tmp_path / "text.md").read_text() == "one"
    with pytest.raises(NotPermitted, match="can't be written"):
        write_new(tmp_path / "text.md" / "below.md", "x")
