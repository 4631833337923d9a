"""Lines wrapped at a fixed width, as in mails, joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NARROWEST, _WIDEST = 50, 100
ITEM = re.compile(r"\s*(?:[-*•–—▪◦·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s")
"""How an item of a list begins."""
_QUOTED = re.compile(r"(?:>[ \t]?)+")


def unwrapped(text: str, flowed: bool = False) -> Iterator[str]:
    """The paragraphs of ``text``; one that quotes an earlier mail keeps its marks (``>``) at its beginning.

    A line end is taken for a mere wrap where the next line's first word would not have fitted any more;
    in ``flowed`` text (RFC 3676) where a blank stands before it.
    """
    lines = [_split(line) for line in text.splitlines()]
    width = _width([words for _, words in lines])
    paragraph, quoted, last = "", "", ""
    for marks, words in lines:
        if flowed:
            joins = bool(paragraph) and marks == quoted and last.endswith(" ") and last != "-- "
        else:
            joins = bool(paragraph) and marks == quoted and _wraps(last, words, width)
        if joins and words.strip():
            paragraph = f"{paragraph.rstrip()} {words.strip()}"
        else:
            if paragraph.strip():
                yield quoted + paragraph.strip()
            paragraph, quoted = words, marks
        last = words
    if paragraph.strip():
        yield quoted + paragraph.strip()


def _split(line: str) -> tuple[str, str]:
    match = _QUOTED.match(line)
    return ("> " * match[0].count(">"), line[match.end() :]) if match else ("", line)


def _width(lines: list[str]) -> int | None:
    """At which width the text was wrapped; ``None`` where it wasn't."""
    lengths = [len(line.rstrip()) for line in lines if " " in line.strip()]
    wide = sum(length > _WIDEST for length in lengths)
    widest = max((length for length in lengths if length <= _WIDEST), default=0)
    return widest if widest >= _NARROWEST and 10 * wide <= len(lengths) else None


def _wraps(line: str, following: str, width: int | None) -> bool:
    words = following.split(maxsplit=1)
    if width is None or not words or not line.strip() or ITEM.match(following):
        return False
    return len(line.rstrip()) + 1 + len(words[0]) > width
