"""Sentences that each tell a meeting, beside their answers (``tests/golden/meetings``)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from told import meetings_of_sentences

FOLDER = Path(__file__).parents[2] / "golden/meetings"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_who_meets_where_and_when_is_read_and_nothing_else(path: Path) -> None:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    wrong = [
        f"{sentence} {' '.join(filter(None, (each.verdict, each.field)))}: {each.words}"
        for sentence, findings in meetings_of_sentences(told)
        for each in findings
        if each.is_fault
    ]
    assert wrong == told.get("still_wrong", [])
