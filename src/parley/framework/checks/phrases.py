"""Words looked for in running text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from parley.text import patterns as re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
"""Alternatives of a pattern."""

_FAMILY = re.compile(r"\{([a-z_]+)\}")


def phrase(words: str) -> re.Pattern[str]:
    """A pattern for whole words in running text: a blank stands for any white space, a line break too, and
    ``{name}`` for any of a family of families.toml."""
    return re.compile(rf"(?<!\w)(?:{with_families(words).replace(' ', chr(92) + 's+')})(?!\w)", re.IGNORECASE)


def with_families(words: str) -> str:
    """A pattern with its families written out."""
    return _FAMILY.sub(lambda match: _family(match[1]), words)


@lru_cache(maxsize=512)
def _family(name: str) -> str:
    return f"(?:{'|'.join(with_families(each) for each in _families()[name])})"


@lru_cache(maxsize=1)
def _families() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("families.toml").read_text("utf-8"))


def places(pattern: re.Pattern[str], words: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """Every match as ``(start, end, words)``, counted from the start of the file."""
    for match in pattern.finditer(words):
        yield offset + match.start(), offset + match.end(), " ".join(match.group().split())
