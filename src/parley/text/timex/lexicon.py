"""The words of time in English, as pieces of patterns."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ),
        start=1,
    )
    for name in names
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
DAY_PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
}
PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
    "earlier": "earlier",
    "later": "later",
}

_WHOLE = frozenset({"march", "april", "may", "june", "july"})


def any_of(words: str) -> str:
    """``"in since by"`` -> a pattern of any of them."""
    return "(?:" + "|".join(words.split()) + ")"


S = r"\s{1,8}"
"""White space within an expression: blanks, or a line break with the next line's indent."""


def names(words: dict[str, int], *, shortest: int) -> str:
    """Names as written, capital first or all capitals; short forms may carry a full stop."""
    chosen = sorted((word for word in words if len(word) >= shortest), key=len, reverse=True)
    forms = [
        form + (r"\.?" if len(word) <= 5 and word not in _WHOLE else "")
        for word in chosen
        for form in (word.capitalize(), word.upper())
    ]
    return "(?:" + "|".join(forms) + ")"


MONTH = names(MONTHS, shortest=3)
"""A month beside a day or a year, where abbreviations are safe."""
FULL_MONTH = names(
    {name: number for name, number in MONTHS.items() if len(name) > 4 or name in ("may", "june", "july")}, shortest=3
)
SHORT_MONTH = r"(?:Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)\."
_FULL_WEEKDAYS = names({name: number for name, number in WEEKDAYS.items() if name.endswith("day")}, shortest=6)
WEEKDAY = rf"(?:{_FULL_WEEKDAYS}|(?:Mon|Tues|Wed|Thurs|Fri)\.)"
SOME_WEEKDAY = names(WEEKDAYS, shortest=3)
SEASON = r"(?:spring|summer|autumn|fall|winter)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|:\d|[,.]\d|\s?%)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|:\d|[,.]\d|-\d)"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
PART = (
    rf"(?:(?P<part>(?i:early|mid|late))(?:{S}in)?[\s\-]{{1,8}}"
    rf"|(?:(?i:the){S})?(?P<part_of>(?i:beginning|start|middle|end|close)){S}of{S})?"
)
UNIT = r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century)"


def part_in(match: re.Match[str]) -> str | None:
    """The part of a period that the words name, or ``None``."""
    groups = match.groupdict()
    words = groups.get("part") or groups.get("part_of")
    return PARTS[words.lower()] if words else None


def month_number(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def weekday_number(words: str) -> int:
    """ISO: Monday is 1."""
    return WEEKDAYS[words.lower().rstrip(".")]


def day_number(words: str) -> int:
    return int(re.sub(r"\D", "", words))
