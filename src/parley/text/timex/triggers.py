"""Words and figures without which a rule cannot match: they are looked for first, and rules tried only near them.

All triggers that are words are found in one pass over the text's words; that, and trying a rule only
there, is what keeps a long text a matter of seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_BEFORE, _AFTER = 80, 110
"""Code points around a trigger that a rule may need; no time expression is longer."""
_LETTERS = 3
"""Letters by which beginnings of words are looked up; none is shorter."""
_WORD = re.compile(rf"[A-Za-z]{{{_LETTERS},}}")


class Words(NamedTuple):
    """Beginnings of words, in lower case."""

    beginnings: tuple[str, ...]


Trigger = Words | re.Pattern[str]
Windows = list[tuple[int, int]]
"""Stretches of a text, in order and disjoint."""


def words(plain: str) -> Words:
    return Words(tuple(plain.split()))


MONTHS = words("jan feb mar apr may jun jul aug sep oct nov dec")
WEEKDAYS = words("mon tue wed thu fri sat sun")
UNITS = words("second minute hour day week fortnight month quarter year decade centur")
UNITS_AND_HALVES = words("day week half")
WEEKS = words("week")
WEEKENDS = words("weekend")
QUARTERS = words("quarter half")
YEAR_WORDS = words("year")
CENTURIES = words("centur")
HALVES = words("half")
MID_OR_END = words("mid month year")
DECADES = words("twenties thirties forties fifties sixties seventies eighties nineties")
SEASONS = words("spring summer autumn fall winter")
FEASTS = words(
    "christmas new easter friday saturday sunday wednesday thursday thanks day hallow july pente ramad eid fourth"
)
HOURS = words("clock morning afternoon evening night")
NOONS = words("noon midday midnight")
DAYS = words("today tonight yesterday tomorrow")
DAY_PARTS = words("morning afternoon evening night")
OVERNIGHT = words("overnight")
REFERENCES = words(
    "now current present nowadays days moment time point stage recent lately past ago future coming some"
)
AGO = words("ago now hence")
LATER = words("later earlier after before")
LAST_OR_NEXT = words("last next")
OFTEN = words("once twice times per")
ADVERBS = words("hourly daily weekly fortnightly monthly quarterly yearly annual nightly")

YEARS = re.compile(r"[12]\d\d\d")
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
    known: dict[str, list[tuple[str, list[tuple[int, int]]]]] = {}
    for trigger, found in places.items():
        if isinstance(trigger, Words):
            for beginning in trigger.beginnings:
                known.setdefault(beginning[:_LETTERS], []).append((beginning, found))
        else:
            found.extend(match.span() for match in trigger.finditer(text))
    for match in _WORD.finditer(text):
        start, end = match.span()
        candidates = known.get(text[start : start + _LETTERS].lower())
        if candidates:
            word = match[0].lower()
            for beginning, found in candidates:
                if word.startswith(beginning):
                    found.append((start, end))
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
