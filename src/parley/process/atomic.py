"""Writing files so that a reader, or a power cut, meets the old file or the new one and never a half.

The new bytes are written beside the file, brought to the disk (fsync), and moved over it
(``Path.replace``, atomic on POSIX and Windows). This is the only place in Parley that writes to a
user's folder other than the cache, and the only one with a call that one system alone has.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import time
from pathlib import Path

from parley.model import NotPermitted

_SUFFIX = ".new"
_REPLACE_TRIES = 20
_MENDS = {
    errno.ENOSPC: "free some space, or work in a copy on another disk",
    errno.ENOENT: "make the folder first, or name another",
    errno.EEXIST: "move what is in its way, or name another",
    errno.ENOTDIR: "move what is in its way, or name another",
    errno.EISDIR: "name a file, not a folder",
    errno.ENAMETOOLONG: "give it a shorter name",
}


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; on any failure, an ``OSError``, the file is as it was before."""
    beside = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}{_SUFFIX}")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        _replace(beside, path)
        _sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def cannot_write(name: object, error: OSError) -> NotPermitted:
    """The error to raise where ``name`` could not be written."""
    why = (error.strerror or "the system gave no reason").lower()
    mend = _MENDS.get(error.errno or 0, "check the folder's rights, or work in a copy of it")
    return NotPermitted(f"{name}: this can't be written ({why}); {mend}.")


def sweep(path: Path) -> None:
    """Remove what a killed writer left beside ``path``; call it only while holding the file's lock."""
    for leftover in path.parent.glob(f".{path.name}.*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _replace(source: Path, target: Path) -> None:
    """Move over, patient on Windows, where a file that somebody reads can't be replaced that instant."""
    for _ in range(_REPLACE_TRIES if os.name == "nt" else 0):
        with contextlib.suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(0.05)
    source.replace(target)


def _sync_folder(folder: Path) -> None:
    """Bring the new name itself to the disk, where the system has a call for it.

    Windows has none, and some network drives refuse it; the file's own bytes are on the disk by now.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
