"""The numbers that a word processor puts before paragraphs by itself: they stand in no word of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST = 100_000
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """One level of a list: ``pattern`` is how a number stands there, as ``(%2)`` or ``%1.%2``."""

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1


@dataclass
class Numbered:
    """A list that is being counted; a number on one level begins the deeper ones anew."""

    levels: Mapping[int, Level]
    _at: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        """What stands before the next paragraph on level ``depth`` (0 is the outermost)."""
        level = self.levels.get(depth)
        if level is None:
            return ""
        for deeper in [each for each in self._at if each > depth]:
            del self._at[deeper]
        self._at[depth] = self._at.get(depth, level.start - 1) + 1
        if level.form == "none":
            return ""
        if level.form == "bullet":
            return "• "
        words = _PLACE.sub(lambda place: self._number(int(place[1]) - 1), level.pattern).strip()
        return f"{words} " if words else ""

    def _number(self, depth: int) -> str:
        level = self.levels.get(depth, Level())
        return written(self._at.get(depth, level.start), level.form)


def written(number: int, form: str) -> str:
    """``number`` in letters, Roman or Arabic figures; a form that isn't known is written in figures."""
    if not 0 < number < _HIGHEST:
        return str(number)
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        left, roman = number % 4000, ""
        for value, sign in _ROMAN:
            roman += sign * (left // value)
            left %= value
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)
