"""The same verbs for single files, without a process. Nothing is recorded or cached."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from parley.model import (
    Audience,
    CheckOutput,
    DiffOutput,
    Document,
    FilesOutput,
    Label,
    ParleyError,
    Reading,
    ReadOutput,
    SettleOutput,
)

from .annexes import look_at
from .compartments import caucus_label
from .converting import convert
from .converting_text import convert_text
from .exports import format_named
from .folder import is_process
from .inputs import MAX_BYTES, read_bytes
from .joining import proposals_of
from .readings import Reader, all_read, failure, parley_reader
from .text import Text, dated, labels_open, option_taken, parse_paper, parse_text, settled_words
from .workers import read_each


def read_files(
    paths: Sequence[str | Path],
    published: dt.date | None = None,
    reader: Reader | None = None,
    audience: str = "team",
) -> ReadOutput:
    """Read papers that are no part of a process; ``published`` is the date of all of them.

    What somebody names by hand is for the ``audience`` that the output is made for. A paper that can't be
    used is named in a note; raises :class:`UnusableInput` if that leaves none.
    """
    return _read(paths, published, reader, audience)[0]


def convert_files(
    paths: Sequence[str | Path],
    out: str | Path,
    to: str | None = None,
    published: dt.date | None = None,
    audience: str = "team",
    bom: bool = False,
    reader: Reader | None = None,
) -> FilesOutput:
    """Read papers that are no part of a process and write what was read to ``out``, as :meth:`Process.convert` does.

    Of a text with articles, ``mfotl`` writes its obligations as formulas; ``trace`` needs a process with reports.
    """
    format_ = format_named(to, Path(out))
    if format_.of_text:
        return convert_text(paths, Path(out), format_, audience)
    return convert(lambda: _read(paths, published, reader, audience), Path(out), to, bom)


def _read(
    paths: Sequence[str | Path], published: dt.date | None, reader: Reader | None, audience: str
) -> tuple[ReadOutput, Mapping[str, str]]:
    """What is read in papers, and their texts by id."""
    from parley.text import open_document

    reader, label = reader or parley_reader(), Label(Audience.parse(audience))
    documents: dict[str, Document] = {}
    notes: list[str] = []
    problem: ParleyError | None = None
    for path in paths:
        try:
            data = read_bytes(Path(path), str(path), MAX_BYTES)
            document = open_document(data, str(path), published=published, audience=label)
        except ParleyError as error:
            problem = problem or error
            notes.append(str(error))
            continue
        if first := documents.get(document.id):
            notes.append(f"{document.path} is the same paper as {first.path}; it was taken once.")
            continue
        documents[document.id] = document
    if problem and not documents:
        raise problem
    found: list[tuple[Document, Reading]] = []
    with contextlib.closing(read_each(reader.read, [*documents.values()], (), (), reader.apart)) as readings:
        for document, reading in zip(documents.values(), readings, strict=True):
            if isinstance(reading, str):
                notes.append(failure(document, reading))
                continue
            found.append((document, reading))
            notes += [f"{document.path}: {note}" for note in reading.notes]
    actors = {actor.id: actor for _, reading in reversed(found) for actor in reading.actors}
    proposals, _ = proposals_of(found)
    output = ReadOutput(
        audience=audience, notes=tuple(notes), actors=tuple(actors.values()), proposals=proposals, **all_read(found)
    )
    return output, {document.id: document.text for document, _ in found}


def check_file(
    path: str | Path, audience: str = "team", d_day: dt.date | None = None, profile: str | None = None
) -> CheckOutput:
    """Check a text, with the annexes that its front matter names beside it; both are for whom the output is made.

    It may be a Word document, an OpenDocument text or a page too. ``d_day`` is supposed for the dates that follow;
    ``profile`` is the kind of text it is taken for, by default what it shows.
    """
    from parley.framework import check

    audience = Audience.parse(audience)
    text = parse_paper(read_bytes(Path(path), str(path), MAX_BYTES), str(path))
    annexes = look_at(text.framework, Path(path).parent, _label_beside, str(path))
    found = check(text.framework, annexes.shapes, profile, annexes.unusable)
    output = CheckOutput(audience=audience, path=str(path), notes=(*text.notes, *annexes.notes), **dict(found))
    return dated(output, text.framework, d_day)


def diff_files(before: str | Path, after: str | Path, audience: str | Audience = "team") -> DiffOutput:
    """What changed from one text to another, and who moved.

    Either may be a file (as for :func:`check_file`) or a process folder, which stands for its draft. Raises
    :class:`NotPermitted` where the audience may not see a process's text.
    """
    from parley.framework import diff

    who = audience if isinstance(audience, Audience) else Audience.parse(audience)
    drafts = [_draft(Path(path), who) for path in (before, after)]
    found = diff(drafts[0].framework, drafts[1].framework)
    notes = tuple(dict.fromkeys(note for draft in drafts for note in draft.notes))
    return DiffOutput(audience=who, paths=(str(before), str(after)), notes=notes, **dict(found))


def words_of(path: str | Path, audience: str | Audience = "team") -> str:
    """The text in a file, or the draft of a process, in which places of findings count."""
    return _draft(Path(path), audience if isinstance(audience, Audience) else Audience.parse(audience)).framework.text


def _draft(path: Path, audience: Audience) -> Text:
    """The text in a file, or the draft of the process in a folder."""
    from .process import Process

    if not is_process(path):
        return parse_paper(read_bytes(path, str(path), MAX_BYTES), str(path))
    return Process.open(path).draft_for(audience)


def settle_file(path: str | Path, choices: Mapping[str, str]) -> SettleOutput:
    """The clean text with ``choices`` (option by label). Raises :class:`WrongUsage` for what the text doesn't offer."""
    text = _text(path)
    framework = text.framework
    taken = {label.removeprefix("#"): option_taken(framework, label, wanted) for label, wanted in choices.items()}
    return SettleOutput(
        notes=text.notes,
        text=settled_words(framework, taken),
        taken=taken,
        open=labels_open(framework, taken),
    )


def _text(path: str | Path) -> Text:
    return parse_text(read_bytes(Path(path), str(path), MAX_BYTES), str(path))


def _label_beside(name: str) -> Label | None:
    """The text may be that of a process: what lies in a caucus is no annex of it here either."""
    return None if caucus_label(name) is not None else Label("team")
