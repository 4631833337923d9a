"""From the lines of a paper's pages to its paragraphs, by where the lines stand.

Running heads, running feet and page numbers are left out and named; words cut at a line's end are
joined; a paragraph that goes on over a column or a page stays one.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

from ..listing import counted
from .columns import in_columns
from .lines import Line, from_its_beginning
from .page import Blocks, is_page_number, listed_some
from .wrapped import ITEM

_MARGIN_LINES = 3
"""So many lines at the head and at the foot of a page may be running ones."""
_MARGIN = 0.2
"""And they stand within this part of its height."""
_GAP = 1.7
"""Their distance from the text between them, in sizes of letters, is more than this."""
_LEEWAY = 2.5
"""Letters: how much narrower the next word may really be than is reckoned from the usual letter."""
_CUTS = "-\u00ad\u2010\x02\ufffe"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_SMALL = 0.93
"""A footnote's letters are smaller than this part of the usual ones."""
_CITED = re.compile(r"\[\d{1,3}\]")
_ENDS = re.compile(r"[.!?:;…。؟।][\"'”’»)\]]*(?:\[\d+\])?\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def assembled(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[str, ...]]:
    """The text of all pages, a blank line between paragraphs, and notes about what was left out or joined."""
    pages = [in_columns(from_its_beginning(lines)) for lines in pages]
    running, numbered, names = _running(pages)
    kept = [
        _in_order([line for place, line in enumerate(lines) if (page, place) not in running | numbered])
        for page, lines in enumerate(pages)
    ]
    known = Counter(word.lower() for lines in kept for line in lines for word in _WORD.findall(line.words))
    parts = [_without_footnotes(lines) for lines in kept]
    out = Blocks()
    joins = _write([body for body, _ in parts], known, out) + _write([notes for _, notes in parts], known, out)
    notes = []
    if names:
        notes.append(f"running heads and feet left out: {listed_some([f'“{name}”' for name in names])}")
    if numbered:
        notes.append(f"{counted(len(numbered), 'page number')} left out")
    if joins:
        notes.append(f"{counted(joins, 'word')} cut at line ends joined")
    if any(below for _, below in parts):
        notes.append("footnotes stand at its end")
    return out.text(), tuple(notes)


def _write(pages: Sequence[Sequence[Line]], known: Counter[str], out: Blocks) -> int:
    """Write the paragraphs of ``pages``; how many words cut at line ends were joined."""
    joins = 0
    open_words = ""
    last: Line | None = None
    for lines in pages:
        edges = _Edges(lines)
        for place, line in enumerate(lines):
            goes_on = last is not None and bool(open_words) and edges.goes_on(last, line, place == 0, open_words)
            if not goes_on:
                out.write(_uncut(open_words))
                out.end()
                open_words = ""
            words = line.words if line.row else _clean(line.words)
            open_words, joined = _joined(open_words, words, known)
            joins += joined
            last = line
    out.write(_uncut(open_words))
    out.end()
    return joins


def _without_footnotes(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and those at its foot that are footnotes: in smaller letters, from a mark on."""
    if not lines:
        return lines, []
    usual = statistics.mode(line.size for line in lines for _ in range(len(line.words) // 20 + 1))
    first = len(lines)
    while first and lines[first - 1].size < _SMALL * usual:
        first -= 1
    while first < len(lines) and not _CITED.match(lines[first].words):
        first += 1
    return (lines[:first], lines[first:]) if first else (lines, [])


# -- heads, feet, page numbers -------------------------------------------------------------------------


def _running(pages: Sequence[Sequence[Line]]) -> tuple[set[tuple[int, int]], set[tuple[int, int]], list[str]]:
    """Which lines (page and place on it) are running heads or feet, which page numbers; and the words of the former.

    A head is what stands in the margin of at least two pages and half of all, digits apart; a lone number in the
    margin is a page's where most pages have one.
    """
    margins = [dict(_margin(lines)) for lines in pages]
    shapes = Counter(shape for margin in margins for shape in {_shape(line.words) for line in margin.values()})
    filled = sum(bool(margin) for margin in margins)
    numbers = _page_numbers(margins) if filled > 1 else set()
    needed = max(2, filled / 2)
    running = {
        (page, place)
        for page, margin in enumerate(margins)
        for place, line in margin.items()
        if shapes[_shape(line.words)] >= needed and (page, place) not in numbers
    }
    names = dict.fromkeys(_shape(margins[page][place].words, "n") for page, place in sorted(running))
    return running, numbers, list(names)


def _page_numbers(margins: Sequence[dict[int, Line]]) -> set[tuple[int, int]]:
    """Lone numbers that grow by one from page to page, on half of the pages at least; the outermost of each page."""
    ahead: dict[int, dict[int, int]] = {}
    for page, margin in enumerate(margins):
        outwards = sorted(margin, key=lambda place: -abs(margin[place].top / margin[place].page_height - 0.5))
        for place in outwards:
            words = margin[place].words
            if is_page_number(words) and (value := _value(words)) is not None:
                ahead.setdefault(value - page, {}).setdefault(page, place)
    usual = max(ahead.values(), key=len, default={})
    enough = max(2, sum(map(bool, margins)) / 2)
    return set(usual.items()) if len(usual) >= enough else set()


def _value(words: str) -> int | None:
    match = re.search(r"\d+|\b[ivxl]+\b", words.lower())
    if match is None or match[0].isdecimal():
        return int(match[0]) if match else None
    worth = [_ROMAN[letter] for letter in match[0]]
    return sum(-value if value < after else value for value, after in zip(worth, [*worth[1:], 0], strict=True))


def _margin(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The lines at the head and at the foot of a page that a gap parts from what stands between them."""
    order = sorted(range(len(lines)), key=lambda place: -lines[place].top)
    for outwards in (order, order[::-1]):
        for number in range(1, min(_MARGIN_LINES + 1, len(order))):
            outer, inner = lines[outwards[number - 1]], lines[outwards[number]]
            if abs(outer.bottom - inner.bottom) > _GAP * max(outer.size, inner.size):
                edge = [place for place in outwards[:number] if _is_outside(lines[place])]
                yield from ((place, lines[place]) for place in edge)
                break


def _is_outside(line: Line) -> bool:
    return line.bottom > (1 - _MARGIN) * line.page_height or line.top < _MARGIN * line.page_height


def _shape(words: str, digit: str = "0") -> str:
    return " ".join(re.sub(r"\d+", digit, words).split())


# -- order ---------------------------------------------------------------------------------------------


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines as the file has them, unless one stands above what it follows and begins no column to its right."""
    upward = sum(
        after.bottom >= before.top and after.left < before.right for before, after in itertools.pairwise(lines)
    )
    return list(_cut(lines)) if upward else lines


def _cut(lines: list[Line], depth: int = 0) -> Iterator[Line]:
    """Columns from left to right where white space parts them, else parts from top to bottom (an XY cut)."""
    if len(lines) < 2 or depth > 20:
        yield from sorted(lines, key=lambda line: (-line.top, line.left))
        return
    for parts in (_parted([(line.left, line.right, line) for line in lines]),
                  _parted([(-line.top, -line.bottom, line) for line in lines])):  # fmt: skip
        if len(parts) > 1:
            for part in parts:
                yield from _cut(part, depth + 1)
            return
    yield from sorted(lines, key=lambda line: (-line.top, line.left))


def _parted(spans: list[tuple[float, float, Line]]) -> list[list[Line]]:
    """Lines in groups whose extents don't overlap."""
    groups: list[list[Line]] = []
    reach = 0.0
    for begin, end, line in sorted(spans, key=lambda span: span[:2]):
        if groups and begin < reach:
            groups[-1].append(line)
        else:
            groups.append([line])
        reach = max(reach, end) if groups and len(groups[-1]) > 1 else end
    return groups


# -- paragraphs ----------------------------------------------------------------------------------------


class _Edges:
    """What is usual on one page: the step from line to line, and where the lines of a column end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        steps = sorted(
            before.bottom - after.bottom
            for before, after in itertools.pairwise(lines)
            if 0.5 * before.size < before.bottom - after.bottom < 4 * max(before.size, 1)
        )
        # Of a page of short paragraphs most steps lead from one to the next; the small ones are those within.
        near = [step for step in steps if step <= 1.35 * steps[len(steps) // 10]]
        self._step = statistics.median_low(near) if near else 0.0
        self._lines = lines

    def goes_on(self, last: Line, line: Line, new_page: bool, said: str) -> bool:
        """Whether ``line`` goes on with the paragraph that ``last`` belongs to and that says ``said`` so far."""
        if last.row or line.row:
            return False
        if said[-1] in _CUTS[1:]:
            return True
        if ITEM.match(line.words) or (_CITED.match(line.words) and _CITED.match(said)):
            return False
        step = last.bottom - line.bottom
        if new_page or step < -0.5 * max(line.size, 1):  # a new page or column: only within a sentence
            return not _ENDS.search(said) and _first(line.words).islower()
        if abs(step) <= 0.5 * max(line.size, 1):  # beside one another: one line of a table, or a letter set apart
            return True
        if step > 1.35 * self._step or abs(last.size - line.size) > 0.1 * max(last.size, line.size):
            return False
        if line.left > last.left + 0.8 * max(line.size, 1) and line.left - last.left < 6 * max(line.size, 1):
            return _hangs(said)  # indented: a new paragraph, or an item whose further lines are
        column = last.column or max(
            each.right for each in self._lines if each.left < last.right and last.left < each.right
        )
        if (
            _first(line.words).islower()
            and not _ENDS.search(said)
            and last.right - last.left > 0.6 * (column - last.left)
        ):
            return True
        letter = (last.right - last.left) / max(len(last.words), 1)
        word = line.words.split(maxsplit=1)[0]
        return last.right + (len(word) + 1) * letter > column - _LEEWAY * letter


def _hangs(said: str) -> bool:
    return ITEM.match(said) is not None


def _first(words: str) -> str:
    return words.lstrip()[:1]


def _uncut(words: str) -> str:
    """Words at whose end nothing came that they were cut from."""
    return words[:-1] + "-" if words[-1:] in tuple(_CUTS[1:]) else words


def _clean(words: str) -> str:
    """A line's words with single blanks; only a cut at its end is kept as PDFium gives it."""
    return re.sub(r"[\x02\ufffe\u00ad](?!\s*$)", "-", re.sub(r"[ \t\u00a0]+", " ", words)).strip()


def _joined(said: str, words: str, known: Counter[str]) -> tuple[str, bool]:
    """Both, with a blank between them or, where a word was cut, without; and whether one was.

    A hyphen stays where the paper has the word with it elsewhere, or where what stands around it is no mere
    part of a word (a capital, a figure).
    """
    if not said:
        return words, False
    before, after = re.search(r"(\w+(?:-\w+)*)[-\u00ad\u2010\x02\ufffe]$", said), re.match(r"\w+", words)
    if said[-1] not in _CUTS or before is None or after is None:
        return f"{said.rstrip(_CUTS[1:])} {words}" if said[-1] in "\x02\ufffe\u00ad" else f"{said} {words}", False
    whole, compound = f"{before[1]}{after[0]}".lower(), f"{before[1]}-{after[0]}".lower()
    if known[compound] or not words[0].islower() or not before[1][-1].isalpha():
        return f"{said[:-1]}-{words}", False
    if said[-1] in "-\u2010" and not known[whole] and "-" in before[1]:
        return said + words, False
    return said[:-1] + words, True
