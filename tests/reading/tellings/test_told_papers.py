"""Whole papers, whose answers stand beside them and were written down first: meetings, measures and events.

What is not read as it was written down is listed in the paper (``still_wrong``), so that nothing gets worse unseen,
and what gets better is struck off.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from told import faults, reading_of_paper

PAPERS = sorted((Path(__file__).parents[2] / "golden/articles").glob("*.toml"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_what_the_paper_tells_is_read_and_nothing_else(path: Path) -> None:
    paper = tomllib.loads(path.read_text(encoding="utf-8"))
    assert faults(paper, reading_of_paper(paper)) == paper.get("still_wrong", [])
