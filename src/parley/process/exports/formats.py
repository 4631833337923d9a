"""Which format is meant, and the files that it makes."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from parley.model import ReadOutput, WrongUsage

from .jsonl import jsonl
from .tables import tables
from .webanno import web_annotations


class Format(enum.StrEnum):
    JSONL = "jsonl"
    CSV = "csv"
    WEBANNO = "webanno"
    TXT = "txt"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    PDF = "pdf"
    AKN = "akn"
    JSON = "json"
    MFOTL = "mfotl"
    TRACE = "trace"

    @property
    def of_text(self) -> bool:
        """Whether it is the framework text (or what follows from it) that is written, and not what papers say."""
        return self not in _OF_PAPERS


_OF_PAPERS = frozenset({Format.JSONL, Format.CSV, Format.WEBANNO})
_CHOICES = "jsonl, csv or webanno for what papers say; txt, docx, odt, html, pdf, akn, json, mfotl or trace for a text"

_BY_SUFFIX = {f".{each}": each for each in Format if each is not Format.WEBANNO} | {
    ".ndjson": Format.JSONL,
    ".jsonld": Format.WEBANNO,
    ".htm": Format.HTML,
    ".xml": Format.AKN,
    ".log": Format.TRACE,
}


@dataclass(frozen=True)
class Exported:
    """The files of an export in the order in which to write them: the last one says that all are there."""

    files: dict[Path, bytes]
    folder: Path | None = None
    """The folder to make for them, where they need one of their own."""


def format_named(to: str | None, out: Path) -> Format:
    """The format called ``to``, or else the one of the name ``out``. Raises :class:`WrongUsage` for any other."""
    suffix = out.suffix.lower()
    if to is None and suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    named = (suffix.removeprefix(".") if to is None else to).lower()
    if named in list(Format):
        return Format(named)
    if to is None:
        raise WrongUsage(f"The name {out} doesn't tell the format; say --to {_CHOICES}.")
    raise WrongUsage(f"'{to}' is no format to write; use --to {_CHOICES}.")


def export(read: ReadOutput, texts: Mapping[str, str], out: Path, format_: Format, bom: bool = False) -> Exported:
    """``read`` as the files at ``out``; ``texts`` has the text of each document by id.

    JSON Lines and Web Annotation are one file. CSV is one file for each kind of thing and a description,
    ``datapackage.json``, in the folder ``out``; where ``out`` ends in ``.csv`` they stand side by side as
    ``NAME-statements.csv``. ``bom`` puts a byte order mark before each table, by which Excel knows UTF-8.
    """
    if bom and format_ is not Format.CSV:
        raise WrongUsage("--bom is for CSV alone; leave it out, or say --to csv.")
    if format_ is Format.JSONL:
        return Exported({out: jsonl(read)})
    if format_ is Format.WEBANNO:
        return Exported({out: web_annotations(read, texts)})
    beside = out.suffix.lower() == ".csv"
    files = tables(read, bom, f"{out.stem}-" if beside else "", f"{out.stem}." if beside else "")
    where = out.parent if beside else out
    return Exported({where / name: data for name, data in files.items()}, folder=None if beside else out)
