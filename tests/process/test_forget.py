"""Forgetting a paper: the content goes; hash, date, who and why stay."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Audience, DecisionKind, UnusableInput, WrongUsage
from parley.process import Process

Make = Callable[..., Path]
Opened = Callable[[Path], Process]
MEDIATOR = Audience("mediator")

WORDS = b"Republic of Kestria, zqwitness by name.\n"
ID = hashlib.sha256(WORDS).hexdigest()


@pytest.mark.parametrize("name", ["documents/w.md", "caucus/KES/documents/w.md"])
@pytest.mark.parametrize("called", [None, ID, ID[:8]])
def test_nothing_of_a_forgotten_paper_is_left_but_its_hash(
    make: Make, opened: Opened, name: str, called: str | None
) -> None:
    folder = make({name: WORDS, f"{name}.meta.toml": 'title = "zqwitness"', "documents/b.md": "stays\n"})
    process = opened(folder)
    process.search("zqwitness", MEDIATOR)
    process.read(MEDIATOR)
    decision = process.forget(called or name, by="Ada", reason="asked for it")
    assert (decision.kind, decision.subject, decision.reason) == (DecisionKind.FORGET, ID, "asked for it")
    assert [document.path for document in process.read(MEDIATOR).documents] == ["documents/b.md"]
    assert process.search("zqwitness", MEDIATOR).hits == ()
    for path in folder.rglob("*"):
        assert path.is_dir() or b"zqwitness" not in path.read_bytes().lower()
    chain = (folder / name).parents[1] / "decisions.jsonl"
    assert ID.encode() in chain.read_bytes()


def test_a_copy_that_turns_up_again_is_not_used(make: Make, opened: Opened) -> None:
    folder = make({"documents/w.md": WORDS})
    opened(folder).forget("documents/w.md", by="Ada", reason="asked for it")
    (folder / "documents" / "again.md").write_bytes(WORDS)
    output = opened(folder).read()
    assert output.documents == ()
    assert any(
        note.startswith("documents/again.md was forgotten by a decision and is there again") for note in output.notes
    )


@pytest.mark.parametrize("called", ["documents/x.md", ID[:7], "../w.md", ""])
def test_what_is_not_there_is_not_forgotten(make: Make, opened: Opened, called: str) -> None:
    folder = make({"documents/w.md": WORDS})
    with pytest.raises(UnusableInput, match="no paper has this name or id"):
        opened(folder).forget(called, by="Ada", reason="x")
    with pytest.raises(WrongUsage, match="say who decides"):
        opened(folder).forget("documents/w.md", by="", reason="x")
    assert (folder / "documents" / "w.md").exists()


def test_what_describes_another_paper_too_stays(make: Make, opened: Opened) -> None:
    papers = {"documents/w[1].md": WORDS, "documents/w[1].txt": b"Stays.\n"}
    folder = make({**papers, "documents/w[1].meta.toml": 'title = "Of both"'})
    opened(folder).forget("documents/w[1].md", by="Ada", reason="asked for it")
    [left] = opened(folder).documents()
    assert (left.path, left.title) == ("documents/w[1].txt", "Of both")
