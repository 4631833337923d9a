"""The process folder itself: telling whether a path is one, making one, copying one, writing into it."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from parley.model import FilesOutput, UnusableInput, WrongUsage

from .atomic import cannot_write, write_atomically
from .names import inside, list_files
from .settings import FILE
from .toml import did_you_mean

_HIDDEN = ("gitignore", "gitattributes")
_FOLDERS = ("documents", "annexes", "reports", "caucus", "out")


def is_process(path: str | Path) -> bool:
    """Whether ``path`` is a process folder: a folder with a ``process.toml``."""
    try:
        return (Path(path) / FILE).is_file()
    except OSError:  # in a folder that may not be entered; whoever opens the path says so
        return False


def why_no_process(path: Path) -> UnusableInput | None:
    """What ``path`` lacks to be a process folder, as the error to raise; ``None`` if it is one."""
    try:
        if is_process(path):
            return None
        if not path.exists():
            mend = f"check the name, or make one with: parley new {path}"
            return UnusableInput(path, "there is no such folder", mend)
        if not path.is_dir():
            mend = f"name the folder that holds {FILE}"
            return UnusableInput(path, "this is a file, and a process is a folder", mend)
        if not any(path.iterdir()):
            return UnusableInput(path, "this folder is empty", f"fill it with: parley new {path}")
    except OSError as error:
        why = (error.strerror or "the system gave no reason").lower()
        return UnusableInput(path, f"this folder can't be opened ({why})", "check the name, and who may read it")
    mend = f'name the folder that holds one, or add a {FILE} that begins with the lines [process] and title = "..."'
    return UnusableInput(path, f"this folder has no {FILE}, so it is no process", mend)


def kinds() -> tuple[str, ...]:
    """The kinds of text that a new process can start from."""
    found = (_starters() / "frameworks").iterdir()
    return tuple(sorted(entry.name.removesuffix(".md") for entry in found if entry.name.endswith(".md")))


def new(folder: Path, framework: str | None = None) -> FilesOutput:
    """Scaffold a process. Raises :class:`UnusableInput` where anything is in the folder already."""
    kind = framework or "blank"
    if kind not in kinds():
        raise WrongUsage(f"'{kind}' is no kind of text to start from; {did_you_mean(kind, kinds())}.")
    starters = _starters()
    contents = {
        "process.toml": starters / "process.toml",
        "README.txt": starters / "README.txt",
        **{f".{name}": starters / name for name in _HIDDEN},
        "framework.md": starters / "frameworks" / f"{kind}.md",
    }
    _make_empty(folder)
    try:
        for name in _FOLDERS:
            (folder / name).mkdir()
        for name, source in contents.items():
            write_atomically(folder / name, source.read_bytes())
    except OSError as error:
        _clear(folder)
        raise cannot_write(folder, error) from error
    return FilesOutput(files=tuple((folder / name).as_posix() for name in (*contents, *_FOLDERS)))


def copy_files(source: Path, folder: Path) -> None:
    """Copy a process's files, without its cache, into a new or empty ``folder``."""
    names = [path.relative_to(source).as_posix() for path in list_files(source, source).files]
    _make_empty(folder)
    try:
        for name in _FOLDERS:
            (folder / name).mkdir()
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / name, (source / name).read_bytes())
        for name in _HIDDEN:
            write_atomically(folder / f".{name}", (_starters() / name).read_bytes())
    except OSError as error:
        _clear(folder)
        raise cannot_write(folder, error) from error


def write_out(folder: Path, name: str, text: str) -> Path:
    """Write ``out/NAME`` in the process ``folder``, replacing an older one."""
    path = inside(folder, f"out/{name}", "out")
    try:
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, text.encode("utf-8"))
    except OSError as error:
        raise cannot_write(f"out/{name}", error) from error
    return path


def write_new(path: str | Path, text: str) -> None:
    """Write a file that isn't there yet; raises :class:`WrongUsage` rather than overwrite one."""
    refuse_existing(path)
    try:
        write_atomically(Path(path), text.encode("utf-8"))
    except OSError as error:
        raise cannot_write(path, error) from error


def refuse_existing(path: str | Path) -> None:
    """Raise :class:`WrongUsage` if ``path`` is there, or :class:`NotPermitted` if its folder isn't."""
    if Path(path).exists():
        raise WrongUsage(f"{path} is there already, and nothing is overwritten; name another file.")
    if not Path(path).parent.is_dir():
        raise cannot_write(path, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))


def _starters() -> Traversable:
    return files("parley.process") / "starters"


def _clear(folder: Path) -> None:
    """Take away what was begun in a folder that ``_make_empty`` had found empty, so that it can be tried again."""
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                entry.unlink()


def _make_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UnusableInput(folder, "this is a file", "name a folder that isn't there yet")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UnusableInput(
                folder,
                "this folder holds something already, and nothing is overwritten",
                "name a new or an empty folder",
            )
    except OSError as error:
        raise cannot_write(folder, error) from error
