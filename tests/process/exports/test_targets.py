"""Which format is meant, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.model import WrongUsage
from parley.process.exports import Target, export, target_named
from process.exports.things import READ, TEXTS


@pytest.mark.parametrize(
    ("to", "out", "target"),
    [
        (None, "x.jsonl", Target.JSONL),
        (None, "x.NDJSON", Target.JSONL),
        (None, "x.csv", Target.CSV),
        (None, "x.jsonld", Target.WEBANNO),
        ("csv", "folder", Target.CSV),
        ("WebAnno", "x.txt", Target.WEBANNO),
    ],
)
def test_a_format_is_told_by_its_name_or_the_ending(to: str | None, out: str, target: Target) -> None:
    assert target_named(to, Path(out)) is target


@pytest.mark.parametrize(
    ("to", "out", "why"),
    [
        ("docx", "x", "'docx' can't be written yet"),
        (None, "x.akn", "'akn' can't be written yet"),
        (None, "x", "doesn't tell the format"),
        (None, "x.foo", "doesn't tell the format"),
        ("xml", "x.csv", "'xml' is no format"),
    ],
)
def test_any_other_is_one_sentence(to: str | None, out: str, why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        target_named(to, Path(out))


def test_tables_stand_in_a_folder_or_side_by_side() -> None:
    in_folder = export(READ, TEXTS, Path("out/run"), Target.CSV)
    assert in_folder.folder == Path("out/run")
    assert Path("out/run/events.csv") in in_folder.files
    beside = export(READ, TEXTS, Path("out/run.csv"), Target.CSV)
    assert beside.folder is None
    assert list(beside.files)[-1] == Path("out/run.datapackage.json")
    assert Path("out/run-events.csv") in beside.files


def test_a_byte_order_mark_is_for_csv() -> None:
    with pytest.raises(WrongUsage, match="--bom is for CSV"):
        export(READ, TEXTS, Path("x.jsonl"), Target.JSONL, bom=True)
