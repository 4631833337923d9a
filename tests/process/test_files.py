"""The verbs for single files, without a process."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from made_papers import docx, odt, pdf, set_lines, w
from parley.model import Actor, Audience, Document, Issue, NotPermitted, Reading, UnusableInput, WrongUsage
from parley.process import Reader, check_file, read_files, settle_file, weigh_file

CASE = {
    "issues": [{"id": "ports", "title": "Ports", "options": ["open", "shut"]}],
    "parties": [
        {"id": "KES", "reserve": 0, "scores": {"ports": {"open": 2, "shut": 1}}},
        {"id": "ORL", "reserve": 0, "scores": {"ports": {"open": 1, "shut": 2}}},
    ],
}
TOML_CASE = """\
issues = [{ id = "ports", title = "Ports", options = ["open", "shut"] }]
[[parties]]
id = "KES"
reserve = 0
scores.ports = { open = 2, shut = 1 }
[[parties]]
id = "ORL"
reserve = 0
scores.ports = { open = 1, shut = 2 }
"""
TEXT = "# A\n\n1. The Parties shall exchange [#all KES: all | ORL: 500] prisoners by D+3. {#exchange}\n"


def dates(document: Document, actors: Sequence[Actor], issues: Sequence[Issue]) -> Reading:
    return Reading(document=document.id, notes=(f"published {document.published}, {len(actors)}, {len(issues)}",))


def test_papers_are_read_with_their_date_and_bad_ones_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    output = read_files([tmp_path / "a.md", tmp_path / "b.md"], dt.date(2031, 4, 1), Reader("x", dates))
    assert [document.path for document in output.documents] == [str(tmp_path / "a.md")]
    assert output.notes == (
        f"{tmp_path / 'b.md'}: there is no such file; check the name.",
        f"{tmp_path / 'a.md'}: published 2031-04-01, 0, 0",
    )
    assert output.head is None


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="there is no such file"):
        read_files([tmp_path / "b.md"])
    with pytest.raises(UnusableInput, match="this is a folder; name a file"):
        read_files([tmp_path])
    with pytest.raises(UnusableInput, match="this is no name of a file"):
        read_files(["a\0b.md"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(UnusableInput, match="no file but a pipe or a device; write what it gives"):
            read_files([path])


def test_the_real_reader_reads_a_paper(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('"We want peace," said President Ada Example on Monday.\n')
    (statement, *_) = read_files([tmp_path / "a.txt"], dt.date(2031, 4, 1)).statements
    assert statement.speaker is not None
    assert "Example" in statement.speaker.name
    assert statement.direct


def test_a_text_is_checked_with_the_annexes_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text("---\nannexes: {A: line.geojson, B: ../out.geojson}\n---\n" + TEXT)
    output = check_file(path)
    assert output.path == str(path)
    assert any("../out.geojson" in note and "can't be used" in note for note in output.notes)


def test_an_office_document_or_a_page_is_checked_and_a_pdf_names_the_mend(tmp_path: Path) -> None:
    words = "1. The Parties shall exchange all prisoners by D+3."
    (tmp_path / "a.docx").write_bytes(docx(w(words)))
    (tmp_path / "a.odt").write_bytes(odt(f"<text:p>{words}</text:p>"))
    (tmp_path / "a.html").write_text(f"<!doctype html><html><body><p>{words}</p></body></html>")
    (tmp_path / "a.pdf").write_bytes(pdf([set_lines(words)]))
    for name in ("a.docx", "a.odt", "a.html"):
        output = check_file(tmp_path / name)
        assert [sentence.provision for sentence in output.sentences] == ["1"]
        assert output.notes[0] == f"{tmp_path / name}: places count in the text that is drawn from it."
    for door, name in ((check_file, "a.pdf"), (lambda path: settle_file(path, {}), "a.docx")):
        with pytest.raises(UnusableInput, match=rf"{name}: it is no plain text .*; save its text as UTF-8"):
            door(tmp_path / name)


def test_a_text_is_settled_label_by_label(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text(TEXT)
    assert "exchange 500 prisoners" in settle_file(path, {"all": "ORL"}).text
    assert settle_file(path, {}).text == TEXT
    assert settle_file(path, {}).open == ("all",)
    with pytest.raises(WrongUsage, match="has no option '400'"):
        settle_file(path, {"all": "400"})
    assert path.read_text() == TEXT


@pytest.mark.parametrize(("name", "content"), [("case.json", json.dumps(CASE)), ("case.toml", TOML_CASE)])
def test_a_case_is_weighed_from_json_or_toml(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    output = weigh_file(tmp_path / name)
    assert (output.packages, output.audience, len(output.frontier)) == ("2", "mediator", 2)
    with pytest.raises(NotPermitted):
        weigh_file(tmp_path / name, Audience("team"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"issues": [', r"case\.json, line 1, column \d+: this is not JSON"),
        (b"[{}, {}]", "the file is a list of 2 cases; put each into a file of its own"),
        (b"[1]", "the file holds no object; begin it with"),
        (b"\xff{}", "not UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_case_is_said_to_be_none(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "case.json").write_bytes(content)
    with pytest.raises(UnusableInput, match=said):
        weigh_file(tmp_path / "case.json")


def test_what_is_wrong_with_the_form_of_a_text_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text("---\ntitel: A\n---\n" + TEXT)
    for output in (check_file(path), settle_file(path, {})):
        assert [note for note in output.notes if "'titel' is no known key" in note]


def test_a_paper_named_twice_is_read_once_and_for_whom_the_output_is_made(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Kestria said that the line holds.\n", encoding="utf-8")
    reader = Reader("x", lambda document, *_: Reading(document=document.id))
    output = read_files([tmp_path / "a.md", tmp_path / "b.md"], reader=reader, audience="party:KES")
    assert (output.audience, [document.audience for document in output.documents]) == ("party:KES", ["party:KES"])
    assert output.notes == (f"{tmp_path / 'b.md'} is the same paper as {tmp_path / 'a.md'}; it was taken once.",)
    for door in (read_files, check_file):
        with pytest.raises(WrongUsage, match="no audience"):
            door([tmp_path / "a.md"] if door is read_files else tmp_path / "a.md", audience="everybody")
