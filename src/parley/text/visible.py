"""Words from outside, made safe to show: what a paper hides is seen."""

from __future__ import annotations

import unicodedata

_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""Unicode's explicit direction changes (UAX 9)."""


def visible(words: str) -> str:
    """The words with every control and direction-changing character shown as its code.

    Papers are hostile input: an escape sequence could repaint the terminal and a bidirectional
    override could swap a name, so neither reaches the screen as such. Half a surrogate pair, which no
    file in UTF-8 can hold, is shown as its code too.
    """
    if words.isprintable():  # which no such character is
        return words
    return "".join(f"<U+{ord(char):04X}>" if _is_hidden_command(char) else char for char in words)


def visible_name(name: str) -> str:
    """A file's name on one line, whatever is in it: what is shown below it is no part of it."""
    return "".join(f"<U+{ord(char):04X}>" if char in "\n\t" else char for char in visible(name))


def _is_hidden_command(char: str) -> bool:
    category = unicodedata.category(char)
    return (category in ("Cc", "Cs") and char not in "\n\t") or unicodedata.bidirectional(char) in _TURNS
