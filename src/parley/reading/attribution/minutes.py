"""Minutes and hearings in which each turn stands under a line "NAME / ROLE": who speaks, and for whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..pipeline import paragraph_starts
from ..tokens import Doc
from .headlines import Lead, turn_of

_HEAD = re.compile(
    r"(?m)^[ \t*_#]{0,6}([^\W\d_][\w.'’ -]{1,38}?)[ \t]*[/|][ \t]*([^\W\d_][\w.,'’ -]{1,38}?)[*_ \t]{0,4}$"
)
_ALONE = re.compile(
    r"(?m)^[ \t*_#]{0,6}((?:the )?(?:chair(?:man|woman|person)?|president|moderator|secretary))[*_: \t]{0,4}$", re.I
)
_POINT = re.compile(
    r"(?m)^[ \t*_#]{0,6}(?:(?:item|agenda item|point)[ \t]+)?\d{1,2}(?:\.\d{1,2})?[.):]?[ \t]+[A-Z][^\n]{0,90}$"
)
"""A point of the agenda on its line: it ends a turn, and is nobody's words."""
_SENTENCE_ENDS = ".?!;"


def minuted(doc: Doc) -> Iterator[Lead]:
    """The turns of a record with such lines; none where fewer than two take turns, or nobody speaks twice."""
    text = doc.text
    heads = [match for match in _HEAD.finditer(text) if _is_name(match[1]) and _is_name(match[2])]
    times = Counter(match[1].casefold() for match in heads)
    if len(times) < 2 or max(times.values()) < 2:
        return
    heads = sorted((*heads, *_ALONE.finditer(text)), key=re.Match.start)
    points = [match.start() for match in _POINT.finditer(text) if match[0].rstrip()[-1] not in _SENTENCE_ENDS]
    starts = paragraph_starts(text)
    for place, head in enumerate(heads):
        after = [heads[place + 1].start()] if place + 1 < len(heads) else []
        after += [point for point in points if point >= head.end()][:1]
        until = min(after) if after else None
        content = turn_of(text, head.end(), starts, until)
        if content:
            last = until is None and len(content) > 1
            yield Lead(head.span(1), head.span(1), content, turn=True, presumed=last)


def _is_name(words: str) -> bool:
    """Capitals at every word but the small ones: no "and/or", no sentence."""
    return all(word[:1].isupper() or word in ("of", "the", "for", "and", "de", "von") for word in words.split())
