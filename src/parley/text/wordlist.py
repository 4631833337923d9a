"""Lists of words as they are best read: one string, blanks between."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """``"mr mrs dr"`` -> the set of the three."""
    return frozenset(words.split())
