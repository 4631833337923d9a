"""Names on a picture: how wide they are, where they stand without lying on each other, which way they run."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from .svg import text

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass
class Labels:
    """Places names one after the other, so that none lies on another where it can be helped.

    The picture is ``width`` by ``height``. What was placed first has the better place.
    """

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def keep_free(self, x: float, y: float, reach: float) -> None:
        """Something is drawn here that no name should cover."""
        self.taken.append((x - reach, y - reach, x + reach, y + reach))

    def place(self, words: str, spots: Iterable[tuple[float, float]], class_: str, size: float, needed: bool) -> bool:
        """Write ``words`` with its middle at the first of ``spots`` that is free.

        Where none is, a ``needed`` name takes the one where it covers least, another is left out.
        """
        half, tall = width_of(words, size) / 2 + 4, size
        best: tuple[float, Box] | None = None
        for x, y in spots:
            x = min(max(x, half + 2), self.width - half - 2)
            y = min(max(y, tall + 2), self.height - 4)
            box = (x - half, y - tall * 0.8, x + half, y + tall * 0.3)
            covered = sum(_common(box, other) for other in self.taken)
            if best is None or covered < best[0]:
                best = covered, box
            if not covered:
                break
        if best is None or (best[0] and not needed):
            return False
        left, top, right, _ = best[1]
        self.taken.append(best[1])
        self.drawn.append(written((left + right) / 2, top + tall * 0.8, words, class_))
        return True


def around(x: float, y: float, words: str, size: float, gap: float = 7) -> list[tuple[float, float]]:
    """Where a name can stand beside a point: right, left, above, below, then the corners."""
    aside = width_of(words, size) / 2 + gap
    low, high = y + gap + size * 0.8, y - gap
    return [
        (x + aside, y + size * 0.3), (x - aside, y + size * 0.3), (x, high), (x, low),
        (x + aside, low), (x + aside, high), (x - aside, low), (x - aside, high),
    ]  # fmt: skip


def written(x: float, y: float, words: str, class_: str) -> str:
    """A name about its middle, in the direction of its own script."""
    way = {"direction": "rtl", "unicode_bidi": "embed"} if runs_left(words) else {}
    return text(x, y, words, class_=class_, text_anchor="middle", **way)


def runs_left(words: str) -> bool:
    """Whether the first letter with a direction is of a script that runs from right to left."""
    return next((way in ("R", "AL") for way in map(unicodedata.bidirectional, words) if way in ("L", "R", "AL")), False)


def width_of(words: str, size: float) -> float:
    """About how wide the words are, on the safe side: fonts differ and none is shipped."""
    return sum(_share(letter) for letter in words) * size


def fitting(words: str, size: float, wide: float, *, bold: bool = False) -> str:
    """The words, shortened at their end if they are wider than ``wide``; bold letters are wider."""
    size *= _BOLD if bold else 1
    if width_of(words, size) <= wide:
        return words
    while words and width_of(f"{words}…", size) > wide:
        words = words[:-1]
    return f"{words.rstrip()}…"


_BOLD = 1.2
"""How much wider bold letters are, in the widest of the fonts that pictures ask for."""


def _share(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.0
    if letter in "iljtfI.,:;'| ":
        return 0.34
    return 0.72 if letter.isupper() or letter in "mwMW" else 0.58


def _common(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide * tall if wide > 0 and tall > 0 else 0.0
