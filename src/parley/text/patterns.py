"""Patterns of words, as the module ``re`` has them, but compiled when they are first used.

A room that reads sentences holds some hundred patterns, and a command needs few of them: to compile them all takes
longer than to read a short text. Modules with many say ``from parley.text import patterns as re``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
)
from typing import Any, cast

from .needed import LONG, folded, needed

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
    """A pattern that nobody used yet; the first who does gets, and leaves here, what the compiled one has.

    Where a match needs a word, texts without it are not searched.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({one: getattr(compiled, one) for one in _ASKED})
        words = needed(self.pattern, self._flags)
        if words is not None:
            self.__dict__.update(_sparing(compiled, words))
        return self.__dict__[name]


def _sparing(compiled: Pattern[str], words: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """The methods of a pattern that look for its ``words`` first."""

    def may_match(text: str, *where: int) -> bool:
        if where and len(text) > LONG:
            return True  # somewhere in a long text: there it costs more to look
        small = folded(text)
        for word in words:  # noqa: SIM110 - a generator costs more than the search it may spare
            if word in small:
                return True
        return False

    def search(text: str, *where: int) -> Match[str] | None:
        return compiled.search(text, *where) if may_match(text, *where) else None

    def finditer(text: str, *where: int) -> Iterator[Match[str]]:
        return compiled.finditer(text, *where) if may_match(text, *where) else iter(())

    def sub(put: Any, text: str, count: int = 0) -> str:
        return compiled.sub(put, text, count) if may_match(text) else text

    return {"search": search, "finditer": finditer, "sub": sub}


@lru_cache(maxsize=8_192)
def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """As :func:`re.compile`, of words; what is wrong with the pattern shows when it is first used.

    Kept, as ``re`` keeps its own: what a function asks for in each call is one pattern, compiled once.
    """
    return cast("Pattern[str]", _Waiting(pattern, flags))


def search(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return compile(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return compile(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return compile(pattern, flags).fullmatch(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    return compile(pattern, flags).finditer(text)


def findall(pattern: str, text: str, flags: int = 0) -> list[Any]:
    return compile(pattern, flags).findall(text)


def split(pattern: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    return compile(pattern, flags).split(text, maxsplit)


def sub(pattern: str, put: str | Callable[[Match[str]], str], text: str, count: int = 0, flags: int = 0) -> str:
    return compile(pattern, flags).sub(put, text, count)


def subn(pattern: str, put: str | Callable[[Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
    return compile(pattern).subn(put, text, count)
