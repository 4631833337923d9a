"""The files of reports as they are opened: each as it is, or those that a zip archive holds, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from parley.model import UnusableInput
from parley.text.listing import listed

from .inputs import read_bytes

REPORTS = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".geojson", ".xlsx", ".xlsm", ".parquet")
"""The endings of tables of reports and of maps."""
ARCHIVE = ".zip"


def opened(path: Path, name: str) -> Iterator[tuple[bytes, str]]:
    """The bytes of a file and its name; of an archive those of each table and map in it, as ``NAME/MEMBER``.

    Raises :class:`UnusableInput` for what can't be opened, and for an archive that holds neither.
    """
    data = read_bytes(path, name)
    if path.suffix.casefold() != ARCHIVE:
        yield data, name
        return
    from parley.text.papers.archive import Archive  # who opens no archive waits for none

    archive = Archive(data, name)
    members = sorted(filter(_is_read, archive.names))
    if not members:
        raise UnusableInput(
            name, "this archive holds no table and no map", f"pack files that end in {listed(REPORTS, 'or')}"
        )
    for member in members:
        yield archive.part(member) or b"", f"{name}/{member}"


def _is_read(member: str) -> bool:
    """A table or a map, and no file that a system keeps for itself."""
    path = PurePosixPath(member)
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    return path.suffix.casefold() in REPORTS and not hidden
