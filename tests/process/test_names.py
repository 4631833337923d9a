"""Names of files: nothing leads out of the folder, or into another compartment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Audience, UnusableInput
from parley.process import names
from parley.process.compartments import caucus_of, caucuses
from parley.process.names import fault_of, inside, list_files, printable

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")

HOSTILE = [
    "..", ".", "", "../x", "a/../../x", "/etc/passwd", "C:\\x", "C:/x", "a\\b", "x\0y", "con", "NUL.txt", "aux.md",
    "com1", "LPT9.csv", "COM¹.txt", "conin$", "x.", "x ", "a:b", "a|b", "a?b", "line\nbreak", "\udcff",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_unsafe_on_any_system_is_refused_with_the_mend(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableInput, match=r"framework\.md: the file name .* can't be used: .*; name a file inside"):
        inside(tmp_path, name, "framework.md")


@given(st.text(max_size=12) | st.sampled_from(HOSTILE) | st.lists(st.sampled_from(["..", "a", "/", "\\"])).map("".join))
def test_whatever_is_named_lies_inside_or_is_refused(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    root = tmp_path_factory.getbasetemp()
    try:
        path = inside(root, name, "framework.md")
    except UnusableInput as error:
        str(error).encode("utf-8")
        return
    assert os.path.realpath(path).startswith(os.path.realpath(root) + os.sep)


@pytest.mark.parametrize("name", ["note.md", "2031/03/note.md", "звіт.txt", "تقرير.txt", "console.txt", "a b.md"])
def test_an_ordinary_name_in_any_script_is_taken(tmp_path: Path, name: str) -> None:
    assert inside(tmp_path, name, "x") == tmp_path / name


@needs_links
def test_links_are_never_followed_and_always_named(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "paper.md").write_text("secret")
    folder = tmp_path / "process" / "documents"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "real.md").write_text("x")
    (folder / "file.md").symlink_to(secret / "paper.md")
    (folder / "folder").symlink_to(secret)
    (folder / "sub" / "up").symlink_to(folder)
    listing = list_files(tmp_path / "process", folder)
    assert [path.name for path in listing.files] == ["real.md"]
    assert [note.split(":")[0] for note in listing.notes] == [
        "documents/file.md",
        "documents/folder",
        "documents/sub/up",
    ]
    with pytest.raises(UnusableInput, match="links are not followed"):
        inside(tmp_path / "process", "documents/file.md", "framework.md")


@needs_links
def test_a_folder_that_is_a_link_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.md").write_text("x")
    root = tmp_path / "process"
    root.mkdir()
    (root / "documents").symlink_to(tmp_path / "other")
    assert list_files(root, root / "documents").files == ()
    assert "links are not followed" in list_files(root, root / "documents").notes[0]


@pytest.mark.skipif(os.name == "nt", reason="such names can't be made on Windows")
def test_files_whose_names_would_not_travel_are_named_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in (b"aux.txt", b"bad\xff.md", b"new\nline.md", b"good.md", b".hidden", b"~$lock.docx"):
        (folder / os.fsdecode(name)).write_text("x")
    os.mkfifo(folder / "pipe.md")
    listing = list_files(tmp_path, folder)
    assert [path.name for path in listing.files] == ["good.md"]
    assert len(listing.notes) == 4
    "".join(listing.notes).encode("utf-8")
    assert not any("\n" in note for note in listing.notes)


def test_too_many_files_are_said_to_be_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MAX_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.md").write_text("x")
    listing = list_files(tmp_path, tmp_path)
    assert [path.name for path in listing.files] == ["0.md", "1.md", "2.md"]
    assert "holds 5 files; the first 3 by name were read, from 3.md on they were not" in listing.notes[0]


@given(st.text())
def test_a_shown_name_has_nothing_in_it_that_moves_the_cursor(name: str) -> None:
    assert printable(name).isprintable()
    printable(name).encode("utf-8")


def test_a_party_sees_its_own_caucus_and_nobody_elses(tmp_path: Path) -> None:
    for party in ("KES", "ORL", "bad name"):
        (tmp_path / "caucus" / party).mkdir(parents=True)

    def seen(audience: str) -> list[str | None]:
        return [caucus.party for caucus in caucuses(tmp_path, Audience(audience))[0]]

    assert seen("mediator") == ["KES", "ORL"]
    assert seen("party:KES") == ["KES"]
    assert seen("party:HAL") == seen("team") == seen("public") == []
    assert "bad name" in caucuses(tmp_path, Audience("mediator"))[1][0]
    assert caucuses(tmp_path, Audience("party:KES"))[1] == ()


@pytest.mark.parametrize("party", ["..", ".", "kes", "con"])
def test_an_audience_is_never_a_way_into_another_folder(tmp_path: Path, party: str) -> None:
    (tmp_path / "caucus" / "KES").mkdir(parents=True)
    (tmp_path / "documents").mkdir()
    assert caucuses(tmp_path, Audience.parse(f"party:{party}"))[0] == ()


@pytest.mark.parametrize("party", ["..", "", "a/b", "a b", "a+b", "nul"])
def test_a_decision_for_a_caucus_needs_a_party_name(tmp_path: Path, party: str) -> None:
    with pytest.raises(UnusableInput, match="caucus/"):
        caucus_of(tmp_path, party)
    assert fault_of("KES") is None
