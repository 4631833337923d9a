"""Positions in running text: degrees of latitude and longitude, as treaties write the corners of a zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from . import patterns as re

_SIDE = r"(?:[NSEW]\b|(?:north|south|east|west)\b)"
_ANGLE = (
    r"(?<![\d.])(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|˚|degrees?\b)?"
    r"(?:\s*(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*(?:['’′]|minutes?\b)"
    r"(?:\s*(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:\"|”|″|''|’’|seconds?\b))?)?"
)
_ONE = re.compile(
    rf"(?P<before>\b[NSEW]\s*(?=\d))?(?:\b(?:latitude|longitude|lat\.?|lon\.?|long\.?)\s+)?{_ANGLE}"
    rf"(?(before)|\s*(?P<after>{_SIDE})(?:\s+(?:latitude|longitude)\b)?)"
)
_HINT = re.compile(r"\d\s*(?:°|º|˚|['’′\"”″]|degrees?\b)|\blatitude\b|\d\s*[NS]\b|\b[NS]\s*\d")
PLACED = r"\d\s*°?\s*[NS]\W{1,3}\d[\d.]*\s*°?\s*[EW]\b"
"""A pattern of words that say where something lies by the plainest of positions: "38.41 S 64.22 W"."""
_LONGEST = 120
"""So many characters at most lie between the sides of an area that parallels and meridians bound."""
_BETWEEN = re.compile(r"\s*(?:[,;/]|and\b|by\b)?\s*")


@dataclass(frozen=True)
class Position:
    """A position with its place in the words.

    ``step`` is what one unit of the last digit comes to in degrees, of the finer of its two angles.
    """

    start: int
    end: int
    latitude: float
    longitude: float
    step: float


def positions(words: str) -> list[Position]:
    """The positions that stand in the words, in their order: a latitude and a longitude beside one another."""
    if _HINT.search(words) is None:
        return []
    found: list[Position] = []
    for one, other in pairwise(_angles(words)):
        north = one if one[2] in "NS" else other
        east = other if north is one else one
        if north[2] not in "NS" or east[2] not in "EW" or (found and one[0] < found[-1].end):
            continue
        if _BETWEEN.fullmatch(words[one[1] : other[0]]) and abs(north[3]) <= 90 and abs(east[3]) <= 180:
            found.append(Position(one[0], other[1], north[3], east[3], min(one[4], other[4])))
    return found


def boxes(words: str) -> list[tuple[Position, Position, Position, Position]]:
    """Areas between two parallels and two meridians, each by its corners."""
    if "etween" not in words or _HINT.search(words) is None:
        return []
    angles, found = list(_angles(words)), []
    for at in range(len(angles) - 3):
        four = angles[at : at + 4]
        sides = ["N" if each[2] in "NS" else "E" for each in four]
        if sides not in (["N", "N", "E", "E"], ["E", "E", "N", "N"]) or four[3][0] - four[0][1] > _LONGEST:
            continue
        (_, _, _, south, _), (_, _, _, north, _) = four[:2] if sides[0] == "N" else four[2:]
        (_, _, _, west, _), (_, _, _, east, _) = four[2:] if sides[0] == "N" else four[:2]
        step = min(each[4] for each in four)
        ring = ((south, west), (south, east), (north, east), (north, west))
        one, two, three, last = (Position(four[0][0], four[3][1], *corner, step) for corner in ring)
        found.append((one, two, three, last))
    return found


def _angles(words: str) -> Iterator[tuple[int, int, str, float, float]]:
    """Each angle with its side of the globe: start, end, side, degrees, and the step of its last digit."""
    for match in _ONE.finditer(words):
        side = (match["before"] or match["after"] or "")[:1].upper()
        if not side:
            continue
        value, step = 0.0, 1.0
        for name, size in (("degrees", 1.0), ("minutes", 60.0), ("seconds", 3600.0)):
            if match[name]:
                told = match[name].replace(",", ".")
                value += float(told) / size
                step = 10.0 ** -len(told.partition(".")[2]) / size
        yield match.start(), match.end(), side, -value if side in "SW" else value, step
