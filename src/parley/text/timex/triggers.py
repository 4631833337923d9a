"""Words without which a rule cannot match: they are looked for first, and rules are tried only near them.

A pattern made of plain words is searched many times faster than one with options before its first
word; this is what keeps a long text a matter of seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEFORE, _AFTER = 80, 110
"""Code points around a trigger that a rule may need; no time expression is longer."""


def words(plain: str) -> re.Pattern[str]:
    """Any of these beginnings of words, in lower case, capitalised or in capitals."""
    forms = [form for word in plain.split() for form in (word, word.capitalize(), word.upper())]
    return re.compile("|".join(dict.fromkeys(forms)))


MONTHS = words("jan feb mar apr may jun jul aug sep oct nov dec")
WEEKDAYS = words("mon tue wed thu fri sat sun")
UNITS = words("second minute hour day week fortnight month quarter year decade centur")
YEARS = re.compile(r"[12]\d\d\d")
DECADES = re.compile(
    "[0-9]0['’]?s|" + words("twenties thirties forties fifties sixties seventies eighties nineties").pattern
)
SEASONS = words("spring summer autumn fall winter")
QUARTERS = re.compile("[QH][1-4]|[Qq]uarter|[Hh]alf|QUARTER|HALF")
NTHS = re.compile(r"\d(?:st|nd|rd|th)\b")
FIGURES = re.compile(r"\d[./-]\d")
UNITS_AND_HALVES = words("day week half")
FEASTS = re.compile(
    "Christmas|New|Easter|Friday|Saturday|Sunday|Wednesday|Thursday|Thanks|Day|Hallow|July|Pente|Ramad|Eid|Fourth"
)
CLOCKS = re.compile(
    r"[0-9](?::[0-5]\d|\s?[AaPp]\.?\s?[Mm]|\s?(?:GMT|UTC|EST|EDT|PST|PDT|CES?T|EES?T|MSK)|\s(?:local|hours|hrs))"
)
HOURS = re.compile("clock|CLOCK|in the (?:morning|afternoon|evening)|at night")
NOONS = words("noon midday midnight")
DAYS = words("today tonight yesterday tomorrow")
OVERNIGHT = words("overnight")
DAY_PARTS = words("morning afternoon evening night")
REFERENCES = words(
    "now current present nowadays days moment time point stage recent lately past ago future coming some"
)
ADVERBS = words("hourly daily weekly fortnightly monthly quarterly yearly annual nightly")


def windows(text: str, trigger: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` around a trigger, in order and disjoint."""
    first = last = -1
    for match in trigger.finditer(text):
        if text[match.start() - 1 : match.start()].isalpha() and match[0].isalpha():
            continue  # "may" in "dismay" begins no word
        start, end = max(0, match.start() - _BEFORE), min(len(text), match.end() + _AFTER)
        if first < 0:
            first = start
        elif start > last:
            yield first, last
            first = start
        last = end
    if first >= 0:
        yield first, last
