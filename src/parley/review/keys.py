"""Where keys come from: a person at a terminal, or lines of a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol, TextIO

import typer


class Keys(Protocol):
    """One key at a time, or a line of words; both raise ``EOFError`` where nothing more comes."""

    def key(self) -> str: ...

    def line(self, prompt: str) -> str: ...


class TerminalKeys:
    """A person: keys count without Enter. What a terminal can't do in some place is left to ``typer.getchar``."""

    def key(self) -> str:
        key = typer.getchar().lower()
        print()  # some terminals show the key: what follows begins a line of its own
        return key

    def line(self, prompt: str) -> str:
        return input(prompt)


class PipedKeys:
    """Lines of a stream: for a key the first character of the next line that has one, else the line as it is.

    ``echo`` shows what was asked for and what came, so that what is printed can be followed.
    """

    def __init__(self, stream: TextIO, echo: Callable[[str], object]) -> None:
        self._stream, self._echo = stream, echo

    def key(self) -> str:
        while not (words := self._next().strip()):
            pass
        self._echo(words[0])
        return words[0].lower()

    def line(self, prompt: str) -> str:
        words = self._next()
        self._echo(f"{prompt}{words}")
        return words

    def _next(self) -> str:
        line = self._stream.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")


def keys_of(stream: TextIO, echo: Callable[[str], object]) -> Keys:
    """Single keys where a person sits at both ends, lines everywhere else."""
    return TerminalKeys() if stream.isatty() and sys.stdout.isatty() else PipedKeys(stream, echo)
