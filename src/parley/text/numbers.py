"""Numbers in running text: digits with separators, and English words."""

from __future__ import annotations

import re

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS.split(), start=2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DOZEN = {"dozen": 12}

# Longer words first, so that "seventeen" is not read as "seven".
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[ \-](?:{'|'.join(list(_UNITS)[1:10])}))?|{'|'.join(reversed(_UNITS))})"
_LARGE = "|".join([*_SCALES, *_DOZEN])
# Bounded: a run of more digits is an account or a serial number, and no count.
_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,3}(?:[\u00a0\u202f]\d{3}){1,5}|\d{1,15}(?:\.\d{1,9})?"

WORDS = rf"(?:{_SMALL}(?:(?:[ ](?:{_LARGE})){{1,2}}(?:[ ](?:and[ ])?{_SMALL})?){{0,4}}|(?:a|an|half\ a)[ ](?:{_LARGE}))"
"""A number in words ("twenty-five", "two hundred and fifty", "a dozen"), as a pattern."""

PATTERN = rf"(?:(?:{_DIGITS})(?:[ \u00a0](?:million|billion|thousand|hundred|dozen)\b)?|(?:{WORDS})\b)"
"""A number in digits or words, as a pattern to build others with (verbose mode is not assumed)."""

# No part of a word, a date, a clock time, a day count, an article number such as 3.2.1 or a longer number.
_NUMBER = re.compile(
    rf"\b(?<![\w.,:/+\u2212])(?<!\b[A-Za-z]-)(?<!\d-)(?P<number>{PATTERN})(?![\w/]|[:.,]\d|-\d)", re.IGNORECASE
)


_FIRST = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = (
    *_FIRST.split(),
    *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),  # noqa: SIM905
    "twentieth",
    *(f"twenty-{unit}" for unit in _FIRST.split()),
)
"""The ordinals by which a text counts its articles, in their order."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman(numeral: str) -> int:
    """The value of a Roman numeral up to the hundreds, in large or small letters: "XIV" is 14."""
    values = [_ROMAN[letter] for letter in numeral.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(value if value >= following else -value for value, following in pairs)


def parse_number(words: str) -> int | float:
    """The value of words that ``PATTERN`` matches; ``ValueError`` for anything else."""
    plain = words.strip().lower()
    head, _, scale = plain.replace("\u00a0", " ").partition(" ")
    if plain[:1].isdigit():
        if scale and scale in _SCALES | _DOZEN:
            return _whole(float(head.replace(",", "")) * (_SCALES | _DOZEN)[scale])
        return _whole(float(re.sub(r"[,\s]", "", plain)))
    total = current = 0.0
    for word in re.split(r"[\s\-]+", plain):
        if word in ("and",):
            continue
        if word in ("a", "an"):
            current = (current or 1) if current != 0.5 else 0.5
        elif word == "half":
            current = 0.5
        elif word in _UNITS or word in _TENS:
            current += (_UNITS | _TENS)[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1) * (_SCALES | _DOZEN)[word]
        elif word in _SCALES:
            total, current = total + (current or 1) * _SCALES[word], 0
        else:
            raise ValueError(f"{words!r} is no number in digits or English words")
    return _whole(total + current)


def numbers(text: str) -> list[tuple[int, int, int | float]]:
    """Each number in ``text`` as ``(start, end, value)``, in order, offsets in code points.

    Whole values are ``int``. Digits within a word, a date, a clock time or a day count (``D+14``)
    are not numbers of their own.
    """
    return [(match.start(), match.end(), parse_number(match["number"])) for match in _NUMBER.finditer(text)]


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
