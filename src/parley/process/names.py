"""Names of files: which are safe to use as paths, and which files a folder really holds.

A name that comes from a text or a user (an annex, a party) never becomes a path unless it is plain:
no way up, no drive, no NUL, no name that Windows keeps for its devices. A folder is listed without
following links of any kind, so that nothing outside it, and nothing of another caucus, gets in.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from parley.model import UnusableInput

MAX_FILES = 10_000
"""As many files are listed in one folder of documents or reports; beyond it the rest is named in a note."""

_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/]')


def fault_of(name: str) -> str | None:
    """Why ``name`` can't be one part of a path on every system; ``None`` if it can."""
    if name in ("", ".", ".."):
        return "it is no name of a file"
    if _FORBIDDEN.search(name):
        return "it has a character that file names can't have on every system"
    if any("\ud800" <= character <= "\udfff" for character in name):
        return "it is not valid Unicode"
    if name.endswith((" ", ".")):
        return "it ends in a blank or a full stop, which Windows drops"
    if name.split(".")[0].rstrip().casefold() in _DEVICES:
        return f"Windows keeps '{name.split('.')[0]}' for a device"
    return None


def printable(name: str) -> str:
    """The name as it can be shown anywhere: control characters and broken Unicode as escapes."""
    shown = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in shown)


def inside(root: Path, relative: str, said_in: str) -> Path:
    """The file that ``relative`` (with ``/``) names under ``root``; ``said_in`` is where that was said.

    Raises :class:`UnusableInput` for a name that isn't plain or that leads out of ``root`` by a link.
    """
    parts = relative.split("/")
    for part in parts:
        if fault := fault_of(part):
            raise UnusableInput(
                said_in,
                f"the file name '{printable(relative)}' can't be used: {fault}",
                "name a file inside the folder, with / between folders",
            )
    path = root.joinpath(*parts)
    if is_link(path, root):
        raise UnusableInput(
            said_in, f"'{relative}' is or passes through a link, and links are not followed", "put the file itself here"
        )
    return path


def is_link(path: Path, root: Path) -> bool:
    """Whether some part of ``path`` below ``root`` is a symbolic link, junction or the like."""
    expected = Path(os.path.realpath(root)) / path.relative_to(root)
    return os.path.normcase(os.path.realpath(path)) != os.path.normcase(expected)


def may_enter(folder: Path) -> bool:
    """Whether this user may list ``folder`` and open what is in it."""
    return os.access(folder, os.R_OK | os.X_OK)


@dataclass(frozen=True)
class Listing:
    """The plain files of a folder, by name, and sentences about what was passed over."""

    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()


def list_files(root: Path, folder: Path, suffixes: tuple[str, ...] = ()) -> Listing:
    """All plain files under ``folder``, its sub-folders included, sorted by path; hidden ones left out.

    ``root`` is the process's folder, by which the notes name the files. With ``suffixes`` only files
    that end in one of them. A folder that isn't there holds nothing.
    """
    files: list[Path] = []
    notes: list[str] = []
    if folder.is_symlink() or (folder.exists() and is_link(folder, root)):
        return Listing(
            notes=(f"{_shown(folder, root)} is a link, and links are not followed: nothing in it was read.",)
        )
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        current = waiting.pop()
        try:
            names = sorted(entry.name for entry in os.scandir(current)) if may_enter(current) else None
        except OSError:
            names = None
        if names is None:
            notes.append(f"{_shown(current, root)}: the folder can't be opened; check who may read it.")
            continue
        for name in names:
            if name.startswith((".", "~$")):
                continue
            path = current / name
            shown = _shown(path, root)
            if fault := fault_of(name):
                notes.append(f"{shown}: not read, for its name can't be used: {fault}; rename it.")
            elif is_link(path, root):
                notes.append(f"{shown}: not read, for it is a link; put the file itself here.")
            elif path.is_dir():
                waiting.append(path)
            elif not path.is_file():
                notes.append(f"{shown}: not read, for it is no plain file.")
            elif not suffixes or name.lower().endswith(suffixes):
                files.append(path)
    files.sort()
    if len(files) > MAX_FILES:
        notes.append(
            f"{_shown(folder, root)} holds {len(files)} files; the first {MAX_FILES} by name were read, "
            f"from {_shown(files[MAX_FILES], root)} on they were not; divide them into several processes."
        )
    return Listing(tuple(files[:MAX_FILES]), tuple(notes))


def _shown(path: Path, root: Path) -> str:
    return printable(path.relative_to(root).as_posix())
