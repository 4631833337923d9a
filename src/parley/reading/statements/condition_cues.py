"""Where the cues of conditions stand in a text, and what looks like one and is none."""

from __future__ import annotations

import bisect
import re
from functools import cache

from ..concordance import concordance
from ..tokens import Doc
from .condition_words import NO_CONDITIONS

_WORD = re.compile(r"\w+")


def next_cue(doc: Doc, cues: frozenset[str], start: int, end: int) -> re.Match[str] | None:
    """The first of ``cues`` between two code points, or the first turn that looks like one and puts no condition.

    Of those that begin at one place the longest. Looked for only where the first word of one stands: they are some two
    hundred, and a pattern of them all, tried everywhere, took a twelfth of the time of a reading.
    """
    patterns, first_words = _patterns(cues)
    begins = concordance(doc).begins(first_words)
    for i in range(bisect.bisect_left(begins, start), bisect.bisect_left(begins, end)):
        word = _WORD.match(doc.text, begins[i])
        match = patterns[word[0].casefold()].match(doc.text, begins[i], end) if word is not None else None
        if match is not None:
            return match
    return None


@cache
def _patterns(cues: frozenset[str]) -> tuple[dict[str, re.Pattern[str]], frozenset[str]]:
    """The patterns of cues by their first words, and these words."""
    by_word: dict[str, list[str]] = {}
    for cue in sorted({*cues, *NO_CONDITIONS}, key=lambda cue: (-len(cue), cue)):
        by_word.setdefault(re.split(r"\W", cue)[0], []).append(cue.replace(" ", r"\s+"))
    patterns = {
        word: re.compile(r"\b(?:" + "|".join(longest_first) + r")\b", re.IGNORECASE)
        for word, longest_first in by_word.items()
    }
    return patterns, frozenset(patterns)
