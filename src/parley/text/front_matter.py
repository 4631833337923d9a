"""The YAML front matter with which a Markdown file may open: what it says of itself before its text begins."""

from __future__ import annotations

import re
from typing import Any

import yaml

OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
LONGEST = 100_000
"""Characters: a longer front matter is none."""


def split_front_matter(text: str) -> tuple[dict[str, Any], str] | None:
    """The keys between the two ``---`` lines that open ``text``, and the text after them; ``None`` where there are
    none, or no YAML mapping. Every scalar is the words that stand there."""
    opening = OPENING.match(text)
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST) if opening else None
    if opening is None or closing is None:
        return None
    try:
        values = yaml.load(text[opening.end() : closing.start()], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return (values, text[closing.end() :].lstrip("\r\n")) if isinstance(values, dict) and values else None
