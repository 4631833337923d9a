"""Writing an export into place: whole, and never over anything."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from parley.model import FilesOutput, ReadOutput, WrongUsage

from .atomic import cannot_write, write_atomically
from .folder import refuse_existing

Texts = Mapping[str, str]
"""The text of each document by id."""


def convert(read: Callable[[], tuple[ReadOutput, Texts]], out: Path, to: str | None, bom: bool) -> FilesOutput:
    """Write what ``read`` gives to ``out`` in the format ``to``, or that of the name; the files written.

    Raises :class:`WrongUsage` for another format, or where something is there already, before anything is read.
    """
    from .exports import export, format_named

    format_ = format_named(to, out)
    planned = export(ReadOutput(), {}, out, format_, bom)
    refuse_files(planned.files, planned.folder)
    output, texts = read()
    exported = export(output, texts, out, format_, bom)
    write_files(exported.files, exported.folder)
    files = tuple(str(path) for path in exported.files)
    return FilesOutput(audience=output.audience, head=output.head, notes=output.notes, files=files)


def refuse_files(files: Iterable[Path], folder: Path | None = None) -> None:
    """Raise :class:`WrongUsage` where one of the files, or the folder with anything in it, is there already."""
    if folder is None:
        for path in files:
            refuse_existing(path)
    elif not folder.is_dir():
        refuse_existing(folder)
    elif any(folder.iterdir()):
        raise WrongUsage(f"{folder} holds something already, and nothing is overwritten; name another folder.")


def write_files(files: Mapping[Path, bytes], folder: Path | None = None) -> None:
    """All files or none; each comes into place as a whole, in the order given."""
    written: list[Path] = []
    made = folder is not None and not folder.is_dir()
    path = folder or next(iter(files))
    try:
        if folder is not None and made:
            folder.mkdir()
        for path, data in files.items():
            refuse_existing(path)
            write_atomically(path, data)
            written.append(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            for done in written:
                done.unlink()
            if folder is not None and made:
                folder.rmdir()
        if isinstance(error, OSError):
            raise cannot_write(path, error) from error
        raise
