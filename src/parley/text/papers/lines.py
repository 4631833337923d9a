"""A line of a page, or a piece of one, with its place: what columns, rows and paragraphs are told by."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Line:
    """One line of a page. Places and ``size`` (of its first letter) are in points from the page's lower left.

    ``row`` marks a row of a table: it is a paragraph of its own, its cells parted by tabs. ``column`` is how
    far to the right the lines of its column go, where it stands in one.
    """

    words: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page_height: float
    page_width: float
    row: bool = False
    column: float | None = None

    def mirrored(self) -> Line:
        """As it would stand were the page read from left to right: its beginning is on the left."""
        return replace(self, left=self.page_width - self.right, right=self.page_width - self.left)


def from_its_beginning(lines: Sequence[Line]) -> Sequence[Line]:
    """A page whose words mostly run from right to left mirrored, so that lines begin and columns go on as elsewhere."""
    ways = [unicodedata.bidirectional(letter) for line in lines for letter in line.words]
    leftwards = sum(way in ("R", "AL") for way in ways)
    return [line.mirrored() for line in lines] if leftwards > ways.count("L") else lines
