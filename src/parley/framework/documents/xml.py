"""What XML can hold."""

from __future__ import annotations

from parley.text import patterns as re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold (XML 1.0, production 2)."""


def storable(words: str) -> str:
    """The words, with what XML can't hold shown as a replacement character."""
    return _NOT_XML.sub("\ufffd", words)
