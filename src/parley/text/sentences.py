"""Sentences by rule: for legal prose and reports alike, without a model.

The spans are in order, never overlap, and together hold every character that is not white space.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from .wordlist import word_set

_MARK = "\ufeff"
"""A byte order mark, which stays in the text of its file and is no part of the first sentence."""
_STOP = re.compile(r"[.!?\u2026\u061f\u06d4\u3002\uff01\uff1f]+[\"'\u201d\u2019\u00bb)\]\u203a*_]*")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OPENERS = "\"'\u201c\u2018\u00ab(\u201e[*_"
_ALWAYS = "\u061f\u06d4\u3002\uff01\uff1f"
_DASHES = frozenset("-\u2013\u2014\u2015")
_BULLETS = frozenset("\u2022\u25cf\u25aa\u2013\u2014*+-")
_QUOTES = "\"\u201d\u2019\u00bb'"

# What a sentence may begin with and not be over yet: a number, a letter, an article.
_MARKER = re.compile(
    r"(?:[>#*+\-\u2022\u2013\u2014]+\s+)*"
    r"(?:(?:article|art\.|section|sec\.|chapter|annex|part|paragraph|para\.|rule|step|\u00a7)\s*)?"
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxlcIVXLC]{1,6})\)?[.)]?",
    re.IGNORECASE,
)
_LINE_MARKER = re.compile(
    r"[ \t]*(?:[#>|]|[*+\-\u2022\u2013\u2014][ \t]|"
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxlc]{1,6})[.)](?:[ \t]|$)"
    r"|\(\w{1,4}\)|(?:Article|ARTICLE|Section|SECTION|Chapter|CHAPTER|Annex|ANNEX)\s+[\dIVXLC])",
    re.MULTILINE,
)

# Before a name: never the end of a sentence.
_TITLES = word_set(
    "mr mrs ms mx dr drs prof profs gen gens lt col sgt capt maj cmdr cpl pvt adm brig sen sens rep reps gov govs rev "
    "hon pres amb st mt ft messrs supt det insp fr sr vs cf ca approx viz e.g i.e al eds"
)
# Before a number only.
_BEFORE_NUMBER = word_set("no nos art arts para paras p pp vol sec secs ch fig figs par pt cl res ann")
_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
# May end a sentence; it does where the next word is one that opens sentences.
_MAY_END = word_set("inc ltd co corp jr etc a.m p.m u.s u.n u.k e.u d.c ph.d b.c a.d est gmt dept")
_OPENING_WORDS = word_set(
    "The A An He She It They We I You This That These Those There Here In On At But And Or So If When While After "
    "Before Since As For From To By With Its His Her Their Our My Your No Not What Who Why How Where All Some Many "
    "Most Both Each However Meanwhile Earlier Later Then Now Also Although Though Because Under Between One Two"
)
_SAYS = re.compile(
    r"\s+(?:[\w'\u2019.\-]+\s+){0,3}?(?:said|says|asked|asks|told|added|adds|replied|warned|insisted|wrote|writes|"
    r"demanded|declared|explained|noted|argued|shouted|cried)\b"
)
_LAST_WORD = re.compile(r"[^\s(\[\"\u201c\u201d\u2018\u00ab\u201e]*\Z")
_WRAP_LIMIT = 160
"""No editor wraps beyond this; a block with a longer line has one paragraph on each line."""
_SHORT_LINE = 40
"""A line shorter than this was ended on purpose, not for want of room."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as ``(start, end)``, in order, without white space at their ends.

    A line break ends a sentence where it ends a paragraph, a heading or an item of a list, and not
    where it only wraps a long line. A number that stands before its sentence ("1.", "(a)",
    "Article 5.") belongs to it, even from the line before.
    """
    end = len(text) if end is None else max(0, min(end, len(text)))
    start = min(max(0, start), end)
    breaks = _paragraph_ends(text, start, end)
    cuts = sorted({*breaks, *_stops(text, start, end)})
    spans: list[tuple[int, int]] = []
    waiting: tuple[int, int] | None = None  # a bare number, for its sentence
    left = start
    for cut in [*cuts, end]:
        first, last = _trim(text, left, cut)
        left = cut
        if first == last:
            continue
        first = waiting[0] if waiting else first
        waiting = (first, last) if last - first <= 24 and _only_marker(text, first, last) else None
        if waiting is None:
            spans.append((first, last))
    return [*spans, waiting] if waiting else spans


def _only_marker(text: str, first: int, last: int) -> bool:
    words = text[first:last]
    return words in _BULLETS or (words[-1] in ".)" and _MARKER.fullmatch(words) is not None)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] == _MARK):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _stops(text: str, start: int, end: int) -> list[int]:
    """Offsets after a full stop, question or exclamation mark that ends a sentence."""
    return [match.end() for match in _STOP.finditer(text, start, end) if _ends_sentence(text, match, start, end)]


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark, after = match.group(), match.end()
    if mark[0] in _ALWAYS:
        return True
    if after >= end or not text[after].isspace():
        return False
    following = after
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return True
    opening = following
    while opening < end and text[opening] in _OPENERS:
        opening += 1
    character = text[opening] if opening < end else ""
    if character.islower() or character == ".":  # ". . ." is one mark
        return False
    if any(quote in mark for quote in _QUOTES) and _SAYS.match(text, after, min(end, after + 80)):
        return False
    return mark[0] != "." or mark.startswith("..") or not _abbreviates(text, match.start(), opening, start, end)


def _abbreviates(text: str, stop: int, following: int, start: int, end: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation that the sentence runs on from."""
    found = _LAST_WORD.search(text, max(start, stop - 24), stop)
    word = found.group() if found else ""
    if not word:
        return False
    plain = word.lower().lstrip(".")
    character = text[following] if following < end else ""
    next_word = re.match(r"[^\W\d_]*", text[following : min(end, following + 16)])
    opens = next_word is not None and next_word.group() in _OPENING_WORDS
    if plain in _TITLES:
        return True
    if character in _DASHES and word[:1].isupper() and len(word) <= 5:
        return True  # a place before its report: "HALVERN, Va. - "
    if plain in _BEFORE_NUMBER:
        return character.isdigit() or re.match(r"[IVXLC]+\b", text[following : following + 8]) is not None
    if plain in _MONTHS:
        return character.isdigit()
    if plain in _MAY_END:
        return not opens
    if re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", word):  # initials: "J.", "U.S", "p.m"
        return not opens and (word[-1].isupper() or "." in word)
    return False


def _paragraph_ends(text: str, start: int, end: int) -> list[int]:
    """Offsets of line breaks that end a paragraph, a heading or an item, block by block."""
    lines = _lines(text, start, end)
    blank = [text[first:last].isspace() or first == last for first, last in lines]
    widths = _block_widths(lines, blank)
    ends = []
    for index in range(len(lines) - 1):
        if blank[index] or blank[index + 1] or not _wraps(text, lines[index], lines[index + 1], widths[index]):
            ends.append(lines[index][1])
    return ends


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines, first = [], start
    for match in _LINE_BREAK.finditer(text, start, end):
        lines.append((first, match.start()))
        first = match.end()
    lines.append((first, end))
    return lines


def _block_widths(lines: list[tuple[int, int]], blank: list[bool]) -> list[int]:
    """For each line the longest line of its block (lines without a blank one between)."""
    starts = [index for index in range(len(lines)) if index == 0 or blank[index - 1] or blank[index]]
    longest = [
        max(last - first for first, last in lines[begin:stop])
        for begin, stop in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    return [longest[bisect_right(starts, index) - 1] for index in range(len(lines))]


def _wraps(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the break after ``line`` only wraps it: the line is about as full as its block allows."""
    if _LINE_MARKER.match(text, *following) or text.startswith("#", line[0]):
        return False
    length, last = line[1] - line[0], text[line[1] - 1]
    first, _ = _trim(text, *following)
    if width > _WRAP_LIMIT:
        return text[first].islower() and last not in ".;:!?"
    if length >= max(_SHORT_LINE, 0.75 * width):
        return True
    return text[first].islower() and last not in ";:"
