"""Words for the order of days: ordinals, months and weekdays, as patterns and as numbers."""

from __future__ import annotations

from parley.text import patterns as re

MONTHS = tuple(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
MONTH = (
    r"(?:Jan(?:uary\b|\.)|Feb(?:ruary\b|\.)|March\b|Mar\.|April\b|Apr\.|May\b|June\b|Jun\.|July\b|Jul\.|Aug(?:ust\b|\.)|"
    r"Sept?(?:ember\b|\.)|Oct(?:ober\b|\.)|Nov(?:ember\b|\.)|Dec(?:ember\b|\.)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()  # noqa: SIM905
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()  # noqa: SIM905
)
_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split()  # noqa: SIM905
_STEMS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_NUMBER = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{
        f"{stem}{unit}": 10 * ten + one
        for ten, stem in enumerate(_STEMS, start=2)
        for one, unit in enumerate(_UNITS, start=1)
    },
    "hundredth": 100,
}
_FIRST_TO_NINTH = "|".join(_UNITS)
_ONE_WORD = "|".join((*_TEENS, *_TENS))
ORDINAL = (
    rf"(?:(?:(?:{'|'.join(_STEMS)})[\s\-])?(?:{_FIRST_TO_NINTH})|{_ONE_WORD}|"
    r"\d{1,3}(?:st|nd|rd|th)|last|final)"
)

YEARLESS = re.compile(
    rf"(?<![\w\-])(?:(?:the\s+)?(?P<day>\d{{1,2}}|{ORDINAL})(?:\s+day)?(?:\s+of)?\s+(?P<month>(?-i:{MONTH}))"
    rf"|(?P<month2>(?-i:{MONTH}))\s+(?:the\s+)?(?P<day2>\d{{1,2}}(?:st|nd|rd|th)?))(?![\w\-])(?!,?\s+\d)",
    re.IGNORECASE,
)
"""A day of a month without its year."""


def number_of(words: str) -> int:
    """The number of an ordinal or of digits: 4 of "fourth", "4th" and "4"; 0 of "last"."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else _NUMBER.get(re.sub(r"[\s\-]+", "", words.lower()), 0)
