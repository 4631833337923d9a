"""Papers: what their ``.meta.toml`` says, for whom they are, and that none is lost silently."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from made_papers import docx, eml, odt, pdf, set_lines, w
from parley.model import Audience, Credibility, Reliability
from parley.process import Process, papers

META = """\
title = "A letter"
publisher = "Office of the Envoy"
published = 2031-03-04
retrieved = "2031-03-05T10:00+03:00"
language = "en"
reliability = "B"
credibility = "2"
audience = "public"
"""

Opened = Callable[[Path], Process]
Make = Callable[..., Path]


def paths(process: Process, audience: str) -> list[str]:
    return [document.path for document in process.documents(Audience(audience))]


@pytest.mark.parametrize("name", ["letter.md.meta.toml", "letter.meta.toml"])
def test_what_lies_beside_a_paper_describes_it(make: Make, opened: Opened, name: str) -> None:
    folder = make({"documents/2031/letter.md": "Dear all.\n", f"documents/2031/{name}": META})
    (letter,) = opened(folder).documents(Audience("public"))
    assert letter.id == hashlib.sha256(b"Dear all.\n").hexdigest()
    assert (letter.path, letter.title, letter.publisher) == (
        "documents/2031/letter.md",
        "A letter",
        "Office of the Envoy",
    )
    assert str(letter.published) == "2031-03-04"
    assert (letter.reliability, letter.credibility) == (Reliability.USUALLY, Credibility.PROBABLY_TRUE)
    assert letter.audience == "public"


def test_a_paper_without_a_label_has_that_of_the_process(make: Make, opened: Opened) -> None:
    folder = make({"documents/a.md": "x\n"})
    assert paths(opened(folder), "team") == ["documents/a.md"]
    assert paths(opened(folder), "public") == paths(opened(folder), "party:KES") == []


@pytest.mark.parametrize(
    ("meta", "said"),
    [
        ('titel = "x"', r"documents/a.md.meta.toml, line 1: unknown key 'titel'; did you mean 'title'"),
        ('\nreliability = "G"', r"line 2: 'G' is no reliability; use one of A, B, C"),
        ("published = 1", r"line 1: 'published' is no date"),
    ],
)
def test_a_slip_in_it_costs_what_it_says_and_not_the_paper(make: Make, opened: Opened, meta: str, said: str) -> None:
    process = opened(make({"documents/a.md": "x\n", "documents/a.md.meta.toml": meta}))
    output = process.read()
    assert [document.path for document in output.documents] == ["documents/a.md"]
    (note,) = [note for note in output.notes if "meta.toml" in note]
    assert note.startswith("documents/a.md.meta.toml")
    assert note.endswith("Until then the paper is read without it.")
    with pytest.raises(AssertionError, match=said):
        raise AssertionError(note)


@pytest.mark.parametrize("meta", ["audience = ", 'audience = "mediatr"', b"\xff", "audience = 1"])
def test_where_its_label_cannot_be_told_the_paper_is_the_mediators(
    make: Make, opened: Opened, meta: str | bytes
) -> None:
    process = opened(make({"documents/secret.md": "x\n", "documents/secret.md.meta.toml": meta}))
    assert paths(process, "mediator") == ["documents/secret.md"]
    assert paths(process, "team") == paths(process, "public") == []
    team = process.read(Audience("team")).notes
    assert any("Documents kept back, for their .meta.toml files can't be read: 1" in note for note in team)
    assert not any("secret" in note for note in team)
    assert process.read(Audience("public")).notes == ("Everything here is invented.",)


def test_a_paper_of_a_caucus_can_be_narrowed_but_not_opened(make: Make, opened: Opened) -> None:
    process = opened(
        make({
            "caucus/KES/documents/open.md": "x\n",
            "caucus/KES/documents/open.meta.toml": 'audience = "public"',
            "caucus/KES/documents/shut.md": "y\n",
            "caucus/KES/documents/shut.meta.toml": 'audience = "mediator"',
        })
    )  # fmt: skip
    assert paths(process, "public") == paths(process, "team") == []
    assert paths(process, "party:KES") == ["caucus/KES/documents/open.md"]
    assert len(paths(process, "mediator")) == 2


def test_the_same_paper_twice_is_read_once_and_said(make: Make, opened: Opened) -> None:
    process = opened(make({"documents/a.md": "x\n", "documents/b.md": "x\n"}))
    output = process.read()
    assert [document.path for document in output.documents] == ["documents/a.md"]
    assert "documents/b.md is the same paper as documents/a.md; it was taken once." in output.notes


def test_what_cannot_be_used_is_named_and_the_rest_is_read(
    make: Make, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "MAX_BYTES", 1000)
    process = opened(
        make({
            "documents/big.md": "x" * 1001,
            "documents/picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0",
            "documents/report.pdf": b"%PDF-1.7",
            "documents/good.md": "x\n",
            "documents/nothing.meta.toml": 'title = "x"',
        })
    )  # fmt: skip
    output = process.read()
    assert [document.path for document in output.documents] == ["documents/good.md"]
    for name in ("big.md", "picture.txt", "report.pdf", "nothing.meta.toml"):
        assert sum(note.startswith(f"documents/{name}") for note in output.notes) == 1
    assert any("1,001 bytes large, and the most is 1,000" in note for note in output.notes)


def test_a_release_opens_a_paper_to_the_audience_it_names_and_no_other(make: Make, opened: Opened) -> None:
    process = opened(make({"documents/a.md": "x\n", "documents/b.md": "y\n"}))
    process.decide("release", "documents/a.md", by="Ada", reason="agreed", detail={"to": "party:KES"})
    assert paths(process, "party:KES") == ["documents/a.md"]
    assert paths(process, "party:ORL") == paths(process, "public") == []
    process.decide("release", "documents/a.md", by="Ada", detail={"to": "public"})
    assert paths(process, "party:ORL") == paths(process, "public") == ["documents/a.md"]


def test_papers_of_every_kind_lie_in_a_folder_with_what_is_said_of_them(make: Make, opened: Opened) -> None:
    said = "The Parties met."
    made = {
        "a.docx": docx(w(said)),
        "b.odt": odt(f"<text:p>{said}</text:p>"),
        "c.pdf": pdf([set_lines(said)]),
        "d.eml": eml("From: a@b.example\nSubject: Talks\nDate: Thu, 06 Mar 2031 10:00:00 +0000", said),
        "e.html": f"<html><body><p>{said}</p></body></html>".encode(),
    }
    folder = make({f"documents/{name}.meta.toml": META for name in made})
    for name, data in {**made, "f.docx": made["a.docx"][:90]}.items():
        (folder / "documents" / name).write_bytes(data)
    process = opened(folder)
    found = {document.path.removeprefix("documents/"): document for document in process.documents(Audience("public"))}
    assert sorted(found) == sorted(made)
    for name, document in found.items():
        assert said in document.text
        assert document.id == hashlib.sha256(made[name]).hexdigest()
        assert (document.title, document.publisher) == ("A letter", "Office of the Envoy")
        assert (str(document.published), document.reliability) == ("2031-03-04", Reliability.USUALLY)
    assert [note for note in process.read(Audience("team")).notes if "documents/f.docx: it is damaged" in note]
