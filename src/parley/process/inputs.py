"""The bytes of what a person names: how large an input may be, and what is said of one that can't be opened."""

from __future__ import annotations

import stat
from pathlib import Path

from parley.model import NotYetHandled, UnusableInput

from .names import printable

MAX_BYTES = 20_000_000
"""A larger paper is not opened; a note says so."""
MAX_INPUT = 1_000_000_000
"""No other input is opened if it is larger: reports come by the million."""


def read_bytes(path: Path, name: str, limit: int = MAX_INPUT) -> bytes:
    """The bytes of an input; its size is asked before it is opened."""
    try:
        about = path.stat()
        if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):  # it may never end, or never begin
            raise UnusableInput(
                name, "this is no file but a pipe or a device", "write what it gives into a file and name that"
            )
        size = about.st_size
        if size > limit:
            raise NotYetHandled(
                name, f"it is {size:,} bytes large, and the most is {limit:,}", "divide it into several files"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnusableInput(name, "there is no such file", "check the name") from error
    except IsADirectoryError as error:
        raise UnusableInput(
            name, "this is a folder", "name a file in it, or a process folder, which has a process.toml"
        ) from error
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise UnusableInput(name, f"it can't be opened ({why.lower()})", "check who may read it") from error
    except ValueError as error:  # a NUL in the name
        raise UnusableInput(printable(name), "this is no name of a file", "check the name") from error
