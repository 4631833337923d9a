"""Words to ids: short, lower case, safe in a file name and a command line."""

from __future__ import annotations

import re
import unicodedata

_GROUPED_DIGITS = re.compile(r"(?<=\d)[,'\u2019\u00a0\u202f](?=\d{3}(?!\d))")
_WITHIN_WORDS = re.compile(r"['\u2019]")
_NOT_WORD = re.compile(r"[\W_]+")


def slug(words: str) -> str:
    """``"1,000 each of"`` -> ``"1000-each-of"``; letters of any script stay; ``""`` where nothing is left."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    plain = _WITHIN_WORDS.sub("", _GROUPED_DIGITS.sub("", plain))
    return _NOT_WORD.sub("-", plain).strip("-")
