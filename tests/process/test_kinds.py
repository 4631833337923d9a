"""The kinds of text to start from: each is read, and says what a text of its kind must not forget."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from parley.framework import check, parse, settle
from parley.model import FindingKind, Framework
from parley.process import Process
from parley.process.folder import kinds

KINDS = {
    "initial-ceasefire": (25, 45),
    "humanitarian-pause": (12, 25),
    "maritime": (12, 25),
    "prisoner-exchange": (12, 25),
}
PARTS = ("Definitions", "Final provisions")


def text(kind: str) -> str:
    path = files("parley.process").joinpath("starters", "frameworks", f"{kind}.md")
    return path.read_text(encoding="utf-8")


def framework(kind: str) -> Framework:
    return parse(text(kind), f"{kind}.md")


def test_these_are_the_kinds() -> None:
    assert kinds() == tuple(sorted(["blank", *KINDS]))


@pytest.mark.parametrize("kind", KINDS)
def test_nine_sentences_of_ten_are_read(kind: str) -> None:
    understood = check(framework(kind)).understood
    assert understood.read / understood.operative >= 0.9


@pytest.mark.parametrize(("kind", "least", "most"), [(kind, *size) for kind, size in KINDS.items()])
def test_a_kind_has_its_size_and_its_parts(kind: str, least: int, most: int) -> None:
    found = framework(kind)
    assert least <= len(found.provisions) <= most
    assert found.problems == ()
    assert len({each.id for each in found.provisions}) == len(found.provisions)
    assert all(f"\n## {part}\n" in found.text for part in PARTS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_no_defect_but_what_is_left_open(kind: str) -> None:
    findings = check(framework(kind)).findings
    assert [each for each in findings if each.kind is FindingKind.DEFECT and not each.code.startswith("L5")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_wording_in_a_bracket_has_an_owner_who_is_a_party(kind: str) -> None:
    found = framework(kind)
    parties = {party.id for party in found.parties}
    assert found.issues
    for bracket in found.brackets:
        assert bracket.label
        assert all(each.owners and set(each.owners) <= parties for each in bracket.alternatives)


@pytest.mark.parametrize("kind", KINDS)
def test_with_one_partys_wordings_the_text_is_clean_and_read_in_full(kind: str) -> None:
    found = framework(kind)
    for party in found.parties:
        clean = parse(settle(found, {issue.id: party.id for issue in found.issues}))
        assert clean.brackets == ()
        understood = check(clean).understood
        assert understood.read / understood.operative >= 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_articles_that_are_cited_are_the_meant_ones(kind: str) -> None:
    """Where the day is defined by the article of entry into force, that article is it."""
    found = framework(kind)
    cited = re.search(r"enters into force under Article (\d+)", found.text)
    assert cited is not None
    entry = found.provision("entry")
    assert entry is not None
    assert entry.number == cited[1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_process_can_start_from_it(kind: str, tmp_path: Path) -> None:
    Process.new(tmp_path / "new", framework=kind)
    checked = Process.open(tmp_path / "new").check()
    assert {each.code for each in checked.findings if each.kind is FindingKind.DEFECT} <= {
        "L5.open",
        "L5.blank",
        "K7.annex-missing",
    }
