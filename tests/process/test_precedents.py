"""Asking for precedents: a folder, a process, a provision, a sentence; and each way in which that fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model import Audience, NotPermitted, UnusableInput, WrongUsage
from parley.process import Process, find_precedents

Make = Callable[..., Path]
HEAD = "---\nparties: {KES: Kestria, ORL: Orlavia}\n---\n\n"
ONE = HEAD + "1. Each Party shall withdraw its tanks by D+10. {#out}\n"
OTHER = HEAD + "1. Each Party shall withdraw its guns by D+20. {#back}\n2. Kestria shall pay. {#pay}\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "agreements"
    (folder / "old").mkdir(parents=True)
    (folder / "one.md").write_text(ONE, encoding="utf-8")
    (folder / "old" / "other.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.mark.parametrize("like", ["one.md#out", "out", "#out"])
def test_a_provision_of_one_of_the_agreements(shelf: Path, like: str) -> None:
    found = find_precedents(shelf, like)
    assert found.searched == ("old/other.txt", "one.md")
    assert [(each.path, each.provision) for each in found.precedents] == [("old/other.txt", "back")]
    assert found.reading == "Each of Kestria and Orlavia must withdraw its tanks, by D+10."


def test_of_a_process_on_the_shelf_only_its_text_and_its_own_shelf_are_agreements(shelf: Path) -> None:
    inner = shelf / "old" / "bay"
    Process.new(inner, framework="maritime")
    (inner / "documents" / "speech.txt").write_text(ONE, encoding="utf-8")
    (inner / "precedents").mkdir()
    (inner / "precedents" / "third.md").write_text(ONE, encoding="utf-8")
    (shelf / "README.md").write_text("These agreements were gathered by Ann.\n", encoding="utf-8")
    assert set(find_precedents(shelf, "one.md#out").searched) == {
        "one.md", "old/other.txt", "old/bay/framework.md", "old/bay/precedents/third.md",
    }  # fmt: skip


def test_a_provision_of_a_file_that_lies_elsewhere(shelf: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(ONE, encoding="utf-8")
    found = find_precedents(shelf, f"{tmp_path / 'draft.md'}#out")
    assert {each.path for each in found.precedents} == {"one.md", "old/other.txt"}


def test_a_sentence(shelf: Path) -> None:
    found = find_precedents(shelf, "The Parties shall withdraw all tanks by D+12.")
    assert [each.path for each in found.precedents] == ["one.md", "old/other.txt"]


def test_a_process_asks_for_its_own_provisions_in_its_own_folder(make: Make) -> None:
    folder = make({"framework.md": ONE, "precedents/other.txt": OTHER})
    assert [each.provision for each in find_precedents(folder, "out").precedents] == ["back"]
    with pytest.raises(NotPermitted):
        find_precedents(folder, "out", audience=Audience("public"))


@pytest.mark.parametrize(
    ("like", "why"),
    [
        ("nowhere", "There is no provision 'nowhere'"),
        ("one.md#nowhere", "has no provision 'nowhere'"),
        ("The weather was fine.", "was not understood as a duty, a ban or a permission"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(shelf: Path, like: str, why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        find_precedents(shelf, like)


def test_a_provision_of_several_agreements_has_to_be_told_apart(shelf: Path) -> None:
    (shelf / "two.md").write_text(ONE.replace("D+10", "D+11"), encoding="utf-8")
    with pytest.raises(WrongUsage, match=r"write one\.md#out"):
        find_precedents(shelf, "out")


def test_without_agreements_there_is_nothing_to_look_in(tmp_path: Path, make: Make) -> None:
    with pytest.raises(UnusableInput, match="it holds no agreement"):
        find_precedents(tmp_path, "out")
    with pytest.raises(UnusableInput, match="there is no such folder"):
        find_precedents(make({"framework.md": ONE}), "out")


def test_on_the_command_line(shelf: Path, parley) -> None:  # type: ignore[no-untyped-def]
    shown = parley("precedents", shelf, "--like", "out")
    assert "old/other.txt" in shown.out
    found = json.loads(parley("precedents", shelf, "--like", "out", "--json").out)["precedents"]
    assert found[0]["differs"][0]["part"] in {"object", "window"}
