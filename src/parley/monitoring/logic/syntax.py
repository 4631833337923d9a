"""The concrete syntax of MonPoly: formulas, signatures, names and logs.

D. Basin, F. Klaedtke, E. Zalinescu: The MonPoly Monitoring Tool, RV-CuBES 2017. Only what WhyMon reads,
too, is written: intervals in seconds, comments from ``#`` to the line's end, closed formulas.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from parley.text import patterns as re

_RESERVED = frozenset(
    ["int", "string", "float", "regexp", "event", "bool", "null", "r2s", "s2r", "f2i", "i2f", "true", "false"]
)
_WIDTH = 48
"""Letters of a predicate's name at most, before its number."""


def conjunction(parts: Iterable[str]) -> str:
    """``(a) AND (b)``; parts that are joined by an operator stand in parentheses already."""
    return " AND ".join(parts)


def negation(part: str) -> str:
    """``part`` is an atom, or stands in parentheses already."""
    return f"NOT {part}"


def exists(variable: str, part: str) -> str:
    return f"(EXISTS {variable}. ({part}))"


def once(part: str, least: int = 0, most: int | None = None) -> str:
    """``part`` held at some time from ``most`` to ``least`` seconds ago, both included; ``None`` is ever."""
    bound = "*" if most is None else str(most)
    return f"(ONCE[{least},{bound}] {_wrapped(part)})"


def eventually(part: str, most: int, least: int = 0) -> str:
    """``part`` holds at some time from ``least`` to ``most`` seconds ahead, both included."""
    return f"(EVENTUALLY[{least},{most}] {_wrapped(part)})"


def _wrapped(part: str) -> str:
    return part if part.startswith("(") else f"({part})"


def atom(name: str, *terms: str) -> str:
    return f"{name}({', '.join(terms)})"


def constant(name: str) -> str:
    return f'"{symbol(name)}"'


def symbol(name: str) -> str:
    """A name as a value that logs hold without quotes; one that had to be changed keeps a check sum of what it was."""
    plain = re.sub(r"[^A-Za-z0-9_.\-]+", "_", name).strip("_") or "x"
    spaced = "_".join(name.split())
    return plain if plain == spaced else f"{plain}-{zlib.crc32(name.encode()):08x}"


def predicate_name(words: str) -> str:
    """Small letters, digits and underscores, a letter first."""
    plain = re.sub(r"[^a-z0-9]+", "_", words.casefold()).strip("_")
    if len(plain) > _WIDTH:
        plain = plain[: plain.rfind("_", 0, _WIDTH + 1)] if "_" in plain[:_WIDTH] else plain[:_WIDTH]
    if not plain or not plain[0].isalpha():
        plain = f"p_{plain}".strip("_")
    return f"{plain}_" if plain in _RESERVED else plain


def comment(words: str) -> str:
    """Lines that a monitor skips."""
    return "\n".join(f"# {line}".rstrip() for line in " ".join(words.split()).splitlines() or [""])
