"""Words and figures without which a rule cannot match: they are looked for first, and rules tried only near them.

All triggers that are words are found in one pass over the text's words; that, and trying a rule only
there, is what keeps a long text a matter of seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .lexicon import MONTHS as MONTH_NAMES
from .lexicon import WEEKDAYS as WEEKDAY_NAMES

_BEFORE, _AFTER = 80, 110
"""Code points around a trigger that a rule may need; no time expression is longer."""
_WORD = re.compile("[A-Za-z]{3,}")


class Words(NamedTuple):
    """Whole words, in lower case, of three letters or more."""

    words: tuple[str, ...]


Trigger = Words | re.Pattern[str]
Windows = list[tuple[int, int]]
"""Stretches of a text, in order and disjoint."""


def _words(plain: str) -> Words:
    return Words(tuple(plain.split()))


def _both(plain: str) -> Words:
    """Singular and plural."""
    return Words(tuple(form for word in plain.split() for form in (word, f"{word}s")))


MONTHS = Words(tuple(MONTH_NAMES))
WEEKDAYS = Words((*WEEKDAY_NAMES, *(f"{name}s" for name in WEEKDAY_NAMES)))
UNITS = Words(
    (*_both("second minute hour day week weekend fortnight month quarter year decade").words, "century", "centuries")
)
UNITS_AND_HALVES = _both("day week half")
WEEKS = _both("week")
WEEKENDS = _both("weekend")
QUARTERS = _both("quarter half")
YEAR_WORDS = _both("year")
CENTURIES = _words("century")
HALVES = _words("half")
MID_OR_END = _words("mid month year")
DECADES = _words("twenties thirties forties fifties sixties seventies eighties nineties")
SEASONS = _words("spring summer autumn fall winter")
FEASTS = _words(
    "christmas new easter friday saturday sunday wednesday thursday thanksgiving day halloween july pentecost ramadan "
    "eid fourth monday"
)
HOURS = _words("clock morning afternoon evening night")
NOONS = _words("noon midday midnight")
DAYS = _words("today tonight yesterday tomorrow")
DAY_PARTS = _words("morning afternoon evening night")
OVERNIGHT = _words("overnight")
REFERENCES = _words(
    "now currently present presently nowadays days moment time point stage recent recently lately past ago future "
    "coming some someday sometime other ahead"
)
NOWS = _words("now")
LATELY = _words("recent recently lately past ago other")
AHEAD = _words("future coming ahead")
AGO = _words("ago now hence")
LATER = _words("later earlier after afterward afterwards before")
LAST_OR_NEXT = _words("last next")
OFTEN = _words("once twice times per")
ADVERBS = _words("hourly daily weekly fortnightly monthly quarterly yearly annual annually nightly")

YEARS = re.compile(r"[12]\d\d\d")
SHORT_YEARS = re.compile(r"['’‘`]\d\d\b")
NUMBERED_DECADES = re.compile("0['’]?s")
NUMBERED_QUARTERS = re.compile("[QH][1-4]")
FIGURES = re.compile(r"\d[./-]\d")
NTHS = re.compile(r"\d(?:st|nd|rd|th)\b")
CLOCKS = re.compile(
    r"[0-9](?::[0-5]\d|\s?[AaPp]\.?\s?[Mm]|\s?(?:GMT|UTC|EST|EDT|PST|PDT|CES?T|EES?T|MSK)|\s(?:local|hours|hrs))"
)


def near(text: str, triggers: Iterable[Trigger]) -> dict[Trigger, Windows]:
    """The stretches of ``text`` around each trigger."""
    places: dict[Trigger, list[tuple[int, int]]] = {trigger: [] for trigger in triggers}
    known: dict[str, list[list[tuple[int, int]]]] = {}
    for trigger, found in places.items():
        if isinstance(trigger, Words):
            for word in trigger.words:
                known.setdefault(word, []).append(found)
        else:
            found.extend(match.span() for match in trigger.finditer(text))
    for match in _WORD.finditer(text):
        for found in known.get(match[0].lower(), ()):
            found.append(match.span())
    return {trigger: list(_windows(found, len(text))) for trigger, found in places.items()}


def _windows(places: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    first = last = -1
    for place, end in places:
        start = max(0, place - _BEFORE)
        if first < 0:
            first = start
        elif start > last:
            yield first, last
            first = start
        last = min(length, end + _AFTER)
    if first >= 0:
        yield first, last
