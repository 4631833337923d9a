"""Which format is meant, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.model import WrongUsage
from parley.process.exports import Format, export, format_named
from process.exports.things import READ, TEXTS


@pytest.mark.parametrize(
    ("to", "out", "format_"),
    [
        (None, "x.jsonl", Format.JSONL),
        (None, "x.NDJSON", Format.JSONL),
        (None, "x.csv", Format.CSV),
        (None, "x.jsonld", Format.WEBANNO),
        ("csv", "folder", Format.CSV),
        (None, "x.docx", Format.DOCX),
        (None, "x.xml", Format.AKN),
        (None, "x.log", Format.TRACE),
        ("WebAnno", "x.txt", Format.WEBANNO),
    ],
)
def test_a_format_is_told_by_its_name_or_the_ending(to: str | None, out: str, format_: Format) -> None:
    assert format_named(to, Path(out)) is format_


@pytest.mark.parametrize(
    ("to", "out", "why"),
    [
        (None, "x", "doesn't tell the format"),
        (None, "x.foo", "doesn't tell the format"),
        ("rtf", "x.csv", "'rtf' is no format"),
    ],
)
def test_any_other_is_one_sentence(to: str | None, out: str, why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        format_named(to, Path(out))


def test_tables_stand_in_a_folder_or_side_by_side() -> None:
    in_folder = export(READ, TEXTS, Path("out/run"), Format.CSV)
    assert in_folder.folder == Path("out/run")
    assert Path("out/run/events.csv") in in_folder.files
    beside = export(READ, TEXTS, Path("out/run.csv"), Format.CSV)
    assert beside.folder is None
    assert list(beside.files)[-1] == Path("out/run.datapackage.json")
    assert Path("out/run-events.csv") in beside.files


def test_a_byte_order_mark_is_for_csv() -> None:
    with pytest.raises(WrongUsage, match="--bom is for CSV"):
        export(READ, TEXTS, Path("x.jsonl"), Format.JSONL, bom=True)
