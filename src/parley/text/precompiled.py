"""Compiled patterns kept beside Python's bytecode: to compile a thousand of them takes longer than to check a text.

Python keeps what it compiled of a module in ``__pycache__``; of patterns it keeps nothing, so that each command
compiled them anew, for three seconds. Here what :mod:`re` makes of a pattern of the package is kept in the same
folder, under a digest of the pattern, by the same rules (``PYTHONDONTWRITEBYTECODE``, ``PYTHONPYCACHEPREFIX``), for
one version of Python each. It holds nothing but patterns that stand in the package, which ask for it: one that is
made of a user's words is never kept. Where the folder can't be written, the file can't be read, or this Python has
other insides, patterns are compiled as ever.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from .needed import Strings, needed

_FORM = 2
"""Of the file: one of another form is not read."""
_MOST = 6_000
"""Patterns in a file. One that has more, most of them of older versions of the package, is begun anew."""
_WORTH_WRITING = 20
"""New patterns for which the file is written again."""

Row = tuple[Any, ...]
"""What is kept of a pattern: its needed words, and what the compiled one is made of."""


def needs(pattern: str, flags: int) -> Strings | None:
    """As :func:`needed`, of a pattern of the package."""
    key = _key("needs", pattern, flags)
    row = _kept().get(key)
    if row is None:
        row = _new[key] = (needed(pattern, flags),)
    return row[0]  # type: ignore[no-any-return]


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """As :func:`re.compile`, of a pattern of the package."""
    key = _key("code", pattern, flags)
    row = _kept().get(key)
    with suppress(ImportError, AttributeError, TypeError, ValueError, RuntimeError):  # another Python, or a torn file
        if row is None:
            row = _new[key] = _parts(pattern, flags)
        return _made(pattern, row)
    _new.pop(key, None)
    return re.compile(pattern, flags)


def _parts(pattern: str, flags: int) -> Row:
    """What ``re.compile`` hands to its engine: the flags, the code, and the groups with their names.

    Raises:
        re.error: The pattern is wrong.
    """
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(tree, flags)).tobytes()
    return int(flags | tree.state.flags), code, tree.state.groups - 1, dict(tree.state.groupdict)


def _made(pattern: str, row: Row) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, raw, groups, names = row
    code = array("I")
    code.frombytes(raw)
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    made: re.Pattern[str] = _sre.compile(pattern, flags, code.tolist(), groups, names, tuple(by_number))
    return made


_new: dict[bytes, Row] = {}
"""What this process added."""


def _key(kind: str, pattern: str, flags: int) -> bytes:
    return blake2b(f"{kind} {int(flags)} {pattern}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _file() -> Path | None:
    """Where they are kept, under the version of Python and of its engine; None where Python keeps nothing either."""
    if sys.dont_write_bytecode:
        return None
    with suppress(NotImplementedError, ImportError):
        import _sre

        return Path(cache_from_source(__file__)).with_suffix(f".{_sre.MAGIC}-{_FORM}.patterns")
    return None


@cache
def _kept() -> dict[bytes, Row]:
    atexit.register(_keep)
    file = _file()
    with suppress(OSError, EOFError, ValueError, TypeError):
        read = marshal.loads(file.read_bytes()) if file else {}
        if isinstance(read, dict):
            return read
    return {}


def _keep() -> None:
    """Writes the file anew, whole, with what this process added; another one that does the same harms nothing."""
    file = _file()
    if file is None or len(_new) < _WORTH_WRITING:
        return
    known = _kept() if len(_kept()) + len(_new) <= _MOST else {}
    beside = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(marshal.dumps({**known, **_new}))
        beside.replace(file)
