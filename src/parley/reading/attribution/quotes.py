"""Quotations: what stands between quotation marks, of whatever kind the paper uses.

Marks are paired paragraph by paragraph. A quotation left open at the end of a paragraph goes on
where the next paragraph opens with a mark again (the printers' custom for long quotations), and
otherwise ends with its paragraph. Nothing here ever fails: an odd mark is text.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .dashes import dash_speech

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "``": "''", "''": "''", '"': '"', "‟": "”"}
_MARK = re.compile(r"[“”„«»\"‟]|``|''")
_SINGLE = re.compile(
    r"(?<!\w)‚[^‚‘\n]{1,2000}‘(?!\w)|‹[^‹›\n]{1,2000}›|"
    r"(?<!\w)‘[^‘’\n]{1,2000}(?:’\w[^‘’\n]{0,2000}){0,50}’(?!\w)|(?<!\w)'(?=\w)[^'\n]{1,600}(?:'\w[^'\n]{0,600}){0,9}'(?!\w)"
)
_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLOCK = re.compile(
    r"(?<=:)[ \t]*\r?\n(?:[ \t]*\r?\n)?>[ \t]?(?P<block>[^\s>][^\n]*(?:\n>[^\n]*[^\n\s>][^\n]*|\n>[ \t\r]*(?=\n>))*)"
)
"""A block quotation of Markdown or of a letter answered, where the line before brings it with a colon."""
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_ALIKE = frozenset({'"', "''"})
"""Marks that open and close alike; the spaces around them tell which."""
_FARTHEST = 10
_CLOSERS = {"”", "»"}


@dataclass(frozen=True)
class Quotation:
    """Code points ``start`` to ``end`` of a quotation, its marks included."""

    start: int
    end: int
    words: int
    closed: bool = True

    @property
    def is_whole(self) -> bool:
        """Long enough to be an utterance and not a word held up with tongs."""
        return self.words >= 4


class Cover:
    """Which code points stand inside whole quotations."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def covers(self, position: int) -> bool:
        place = bisect.bisect_right(self._starts, position) - 1
        return place >= 0 and position < self._ends[place]


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text``, in reading order."""
    found: list[Quotation] = []
    open_start: int | None = None
    previous_end = 0
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if start < previous_end:  # a quotation that goes on to its mark without opening again
            if end <= previous_end:
                continue
            start = previous_end
        if open_start is not None and not _opens_again(text, start, end):
            closing = _closes_later(text, open_start, start)
            found.append(_quotation(text, open_start, closing or previous_end, closed=closing is not None))
            open_start = None
            if closing is not None:
                previous_end = closing
                if end <= closing:
                    continue
                start = closing
        ranges, open_start = _pair(text, start, end, open_start)
        found += [_quotation(text, *each) for each in ranges]
        previous_end = end
    if open_start is not None:
        found.append(_quotation(text, open_start, previous_end, closed=False))
    blocks = [_quotation(text, *match.span("block")) for match in _BLOCK.finditer(text)]
    blocks += [_quotation(text, *each) for each in dash_speech(text)]
    if not blocks:
        return tuple(found)
    cover = Cover((each.start, each.end) for each in blocks)
    return tuple(sorted((*blocks, *(each for each in found if not cover.covers(each.start))), key=lambda q: q.start))


def _quotation(text: str, start: int, end: int, closed: bool = True) -> Quotation:
    return Quotation(start, end, sum(1 for _ in _WORD.finditer(text, start, end)), closed)


def _closes_later(text: str, opened: int, start: int) -> int | None:
    """Where a quotation ends that no paragraph opens again: at its closing mark, if that is the next mark at all and
    stands at most ten paragraphs on; marks that open and close alike tell nothing."""
    mark = _MARK.search(text, start)
    if text[opened] not in "“«" or mark is None or mark.group() != _PAIRS[text[opened]]:
        return None
    return mark.end() if len(_PARAGRAPH.findall(text, start, mark.end())) <= _FARTHEST else None


def _opens_again(text: str, start: int, end: int) -> bool:
    head = text[start:end].lstrip()[:2]
    return head[:1] in ("“", '"', "„", "«", "‟") or head == "''"


def _pair(text: str, start: int, end: int, pending: int | None) -> tuple[list[tuple[int, int]], int | None]:
    """The quotations closed in one paragraph, and where one still open began."""
    ranges: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    if pending is not None:
        first = _MARK.search(text, start, end)
        if first is not None:
            opened = (pending, _PAIRS.get(first.group(), "”"))
            start = first.end()
    depth = 0
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in _PAIRS and not (mark in _ALIKE and _hugs_left_only(text, at, match.end())):
                opened, depth = (at, _PAIRS[mark]), 0
        elif mark in opened[1] or (mark == "“" and _hugs_left_only(text, at, match.end())):
            if depth:
                depth -= 1
            else:
                ranges.append((opened[0], match.end()))
                opened = None
        elif mark in _PAIRS and mark not in _CLOSERS and mark not in _ALIKE and opened[1] not in _ALIKE:
            depth += 1
    covered = [*ranges, *([(opened[0], end)] if opened else [])]
    ranges += list(_single(text, start, end, covered))
    return sorted(ranges), opened[0] if opened else None


def _single(text: str, start: int, end: int, covered: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Single marks, where they enclose words and stand in no other quotation."""
    for match in _SINGLE.finditer(text, start, end):
        if not any(low < match.end() and match.start() < high for low, high in covered):
            yield match.span()


def _hugs_left_only(text: str, at: int, end: int) -> bool:
    """Whether a mark closes by its looks: a word before it, none after."""
    before = text[at - 1 : at] if at else ""
    return bool(before.strip()) and not text[end : end + 1].strip() and before not in "([—–-"


_CLOSING = re.compile(r"[.,!?]?[\"”]")


def closed(text: str, content: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Pairs of code points, the last with the mark that closes a quotation inside: "that “this is no war.”"."""
    if not content:
        return content
    start, end = content[-1]
    words = text[start:end]
    if words.count("“") <= words.count("”") and words.count('"') % 2 == 0:
        return content
    closing = _CLOSING.match(text, end)
    return (*content[:-1], (start, closing.end())) if closing else content
