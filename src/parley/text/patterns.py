"""Patterns of words, as the module ``re`` has them, but compiled when they are first used.

A room that reads sentences holds some hundred patterns, and a command needs few of them: to compile them all takes
longer than to read a short text. Modules with many say ``from parley.text import patterns as re``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    I,
    M,
    Match,
    Pattern,
    S,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
    subn,
)
from typing import Any, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "I",
    "M",
    "Match",
    "Pattern",
    "S",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
    "subn",
]

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groupindex", "groups")


class _Waiting:
    """A pattern that nobody used yet; the first who does gets, and leaves here, what the compiled one has."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({one: getattr(compiled, one) for one in _ASKED})
        return self.__dict__[name]


@lru_cache(maxsize=8_192)
def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """As :func:`re.compile`, of words; what is wrong with the pattern shows when it is first used.

    Kept, as ``re`` keeps its own: what a function asks for in each call is one pattern, compiled once.
    """
    return cast("Pattern[str]", _Waiting(pattern, flags))
