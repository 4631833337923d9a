"""Patterns of words, as the module ``re`` has them, but compiled when they are first used.

A room that reads sentences holds some hundred patterns, and a command needs few of them: to compile them all takes
longer than to read a short text. Modules with many say ``from parley.text import patterns as re``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
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
from types import FrameType
from typing import Any, Final, cast

from . import precompiled
from .needed import LONG, Strings, folded, folded_sentence, needed

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
    "lasting",
    "match",
    "needs",
    "search",
    "split",
    "sub",
    "subn",
]

_SEARCHING = ("search", "finditer", "sub")
_MATCHING = ("match", "fullmatch")
_ASKED = (*_SEARCHING, *_MATCHING, "findall", "split", "subn", "groupindex", "groups")
_ROAMS = re.compile(r"(?:\\A|\^|\((?:\?:|\?P<\w+>)?)*(?:\[\^[^\]]*\]|\.)[*+{]")
"""Patterns that begin with whatever stands before a word: to match them takes as long as to search."""

_OURS: Final = f"{__name__.partition('.')[0]}."
"""How the names of the package's modules begin."""


class _Waiting:
    """A pattern that nobody used yet; the first who does gets, and leaves here, what the compiled one has.

    Where a match needs a word, texts without it are not searched, and until one has it nothing is compiled.
    """

    def __init__(self, pattern: str, flags: int, lasting: bool) -> None:
        self.pattern, self._flags, self._lasting = pattern, flags, lasting

    @cached_property
    def compiled(self) -> Pattern[str]:
        return (precompiled.compiled if self._lasting else re.compile)(self.pattern, self._flags)

    @cached_property
    def needs(self) -> Strings | None:
        return (precompiled.needs if self._lasting else needed)(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        words = self.needs
        if name in _SEARCHING and words is not None:
            self.__dict__.update(_searching(self, words))
        elif name in _MATCHING and words is not None:
            self.__dict__[name] = _matching(self, words, name)
        else:
            self.__dict__[name] = getattr(self.compiled, name)
        return self.__dict__[name]


def _may_match(words: tuple[str, ...], text: str, where: tuple[int, ...]) -> bool:
    if where and len(text) > LONG:
        return True  # somewhere in a long text: there it costs more to look
    small = folded_sentence(text) if len(text) < LONG else folded(text)
    for word in words:  # noqa: SIM110 - a generator costs more than the search it may spare
        if word in small:
            return True
    return False


def _searching(waiting: _Waiting, words: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    def search(text: str, *where: int) -> Match[str] | None:
        if len(text) < LONG:  # as `_may_match`, without a call: this is asked more often than anything else
            small = folded_sentence(text)
            for word in words:
                if word in small:
                    return waiting.compiled.search(text, *where)
            return None
        return waiting.compiled.search(text, *where) if _may_match(words, text, where) else None

    def finditer(text: str, *where: int) -> Iterator[Match[str]]:
        if len(text) < LONG:
            small = folded_sentence(text)
            for word in words:
                if word in small:
                    return waiting.compiled.finditer(text, *where)
            return iter(())
        return waiting.compiled.finditer(text, *where) if _may_match(words, text, where) else iter(())

    def sub(put: Any, text: str, count: int = 0) -> str:
        return waiting.compiled.sub(put, text, count) if _may_match(words, text, ()) else text

    return {"search": search, "finditer": finditer, "sub": sub}


def _matching(waiting: _Waiting, words: tuple[str, ...], name: str) -> Callable[..., Match[str] | None]:
    """A match is tried at one place, which is quick: most look for their words only until they are compiled."""
    roams = _ROAMS.match(waiting.pattern) is not None

    def match(text: str, *where: int) -> Match[str] | None:
        if not _may_match(words, text, where):
            return None
        compiled = getattr(waiting.compiled, name)
        if not roams:
            waiting.__dict__[name] = compiled
        return compiled(text, *where)  # type: ignore[no-any-return]

    return match


@lru_cache(maxsize=8_192)
def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """As :func:`re.compile`, of words; what is wrong with the pattern shows when it is first used.

    Kept, as ``re`` keeps its own: what a function asks for in each call is one pattern, compiled once. What is asked
    for while a module of the package is read stands in the package, and is kept for the next command too.
    """
    return cast("Pattern[str]", _Waiting(pattern, flags, lasting=_a_module_is_read()))


def _a_module_is_read() -> bool:
    """Whether a module of the package is being read, by whatever helper: before any text of a user is seen."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__", "").startswith(_OURS):
            return True
        frame = frame.f_back
    return False


@lru_cache(maxsize=8_192)
def lasting(pattern: str, flags: int = 0) -> Pattern[str]:
    """As :func:`compile`, of a pattern that is made later, and of what stands in the package alone."""
    return cast("Pattern[str]", _Waiting(pattern, flags, lasting=True))


def needs(pattern: Pattern[str]) -> Strings | None:
    """Words, one of which is in the folded form of any text that the pattern matches in; None if there are none."""
    return pattern.needs if isinstance(pattern, _Waiting) else needed(pattern.pattern, pattern.flags)


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
