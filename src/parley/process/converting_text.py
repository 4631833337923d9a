"""A text with articles, and the reports held against it, written for other programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from parley.model import Actor, FilesOutput, Framework, NotPermitted, Shape, WrongUsage

from .converting import refuse_files, write_files
from .exports import Format
from .inputs import MAX_BYTES, read_bytes
from .text import parse_paper
from .view import View


def convert_text(paths: Sequence[str | Path], out: Path, format_: Format, audience: str = "team") -> FilesOutput:
    """A single text that is no part of a process, written to ``out``. Raises :class:`WrongUsage` for several."""
    if len(paths) != 1:
        raise WrongUsage(f"--to {format_} writes one text; name a single file, or a process folder.")
    if format_ is Format.TRACE:
        raise WrongUsage("--to trace writes the reports of a process; name a process folder.")
    refuse_files(_names(out, format_))
    text = parse_paper(read_bytes(Path(paths[0]), str(paths[0]), MAX_BYTES), str(paths[0]))
    files = _written(text.framework, out, format_)
    write_files(files)
    return FilesOutput(audience=audience, notes=text.notes, files=tuple(map(str, files)))


def convert_text_of(view: View, out: Path, format_: Format, as_of: dt.datetime) -> FilesOutput:
    """The text of a process, or its reports as a trace up to ``as_of``, written to ``out``.

    Raises :class:`NotPermitted` for an audience that may not see the text.
    """
    refuse_files(_names(out, format_))
    if not view.sees_text:
        raise NotPermitted(view.text_kept_back)
    zone, actors = view.settings.zone, view.settings.actors
    text = view.in_force
    notes = [*view.notes, *text.notes]
    if format_ is Format.TRACE:
        from parley.monitoring import formulas, trace
        from parley.monitoring.daily import coarsened

        from .coarse import sees_cells_alone

        written = formulas(text.framework, zone=zone, actors=actors, shapes=view.shapes)
        reports = coarsened(view.reports()[0], view.audience, view.shown)
        found = trace(text.framework, view.shapes, reports, written, as_of, zone=zone, actors=actors)
        files = {out: found.text.encode("utf-8")}
        about_files = () if sees_cells_alone(view.audience) else view.report_notes()  # they name files
        notes += [*about_files, *found.notes]
    else:
        files = _written(text.framework, out, format_, zone, actors, view.shapes)
    write_files(files)
    return FilesOutput(audience=view.audience, head=view.head, notes=tuple(notes), files=tuple(map(str, files)))


def _names(out: Path, format_: Format) -> tuple[Path, ...]:
    return (out, _signature(out)) if format_ is Format.MFOTL else (out,)


def _signature(out: Path) -> Path:
    return out.with_suffix(".sig")


def _written(
    framework: Framework,
    out: Path,
    format_: Format,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
    shapes: Iterable[Shape] = (),
) -> dict[Path, bytes]:
    if format_ is Format.MFOTL:
        from parley.monitoring import formulas

        found = formulas(framework, zone=zone, actors=actors, shapes=shapes)
        return {out: found.text.encode("utf-8"), _signature(out): found.signature.encode("utf-8")}
    from parley.framework import write

    return {out: write(framework, format_)}
