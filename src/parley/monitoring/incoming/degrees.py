"""Degrees as reports write them: decimal, or degrees, minutes and seconds, with the fineness of the form."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pydantic_core import from_json

from parley.text import patterns as re

from ..cells import UNDETERMINED, BadCell, refuse_long
from ..table import Floats
from .mgrs import Placed, read_mgrs

METRES_A_DEGREE = 111_320.0
"""Of latitude, and of longitude at the equator: what half a unit of the last digit is at most."""
COARSE_M = 5_000.0
"""A form coarser than this is a radius in itself; a finer one says only how it was typed."""

_DMS = re.compile(
    r"([NSEWnsew]?)\s*([+\-−]?\d{1,3})(?:[°º˚d:]|\s)\s*(\d{1,2}(?:[.,]\d+)?)?\s*['’′:m\s]?\s*"
    r"(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|”|″|''|’’|s)?)?\s*([NSEWnsew]?)"
)
_DECIMAL = re.compile(r"([NSEWnsew]?)\s*([+\-−]?\d{1,3}(?:[.,]\d*)?)\s*°?\s*([NSEWnsew]?)")
_HEMISPHERES = {"latitude": "NS", "longitude": "EW"}
_LIMIT = {"latitude": 90.0, "longitude": 180.0}
_POINT_WKT = re.compile(r"(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+(\S+?)(?:\s+\S+)?\s*\)", re.I)


@dataclass(frozen=True)
class Degrees:
    """``value`` in degrees; ``step`` is what one unit of the last digit comes to in degrees."""

    value: float
    step: float

    @property
    def coarse_m(self) -> float:
        return self.step / 2 * METRES_A_DEGREE


def read_degrees(words: str, axis: str) -> Degrees | None:
    """Degrees on ``axis`` ("latitude", "longitude"); ``None`` where the cell says that they aren't known.

    ``42.105``, ``-42,105``, ``42.105 S``, ``42 06 18 S``, ``42°06'18.5"S``, ``42°06.3'S``.
    """
    refuse_long(words)
    plain = words.strip()
    if plain.casefold() in UNDETERMINED or plain.casefold() in ("nan", "null", "none"):
        return None
    try:
        value = float(plain)
    except ValueError:
        return _written(plain, axis)
    if not math.isfinite(value) or abs(value) > _LIMIT[axis]:
        raise BadCell(_mend(axis))
    if "e" in plain.casefold():
        return Degrees(value, 0.0)
    _, _, decimals = plain.partition(".")
    return Degrees(value, 10.0 ** -len(decimals))


def read_column(values: Sequence[str], axis: str) -> tuple[Floats, Floats, dict[int, str]]:
    """Many cells at once: degrees and steps (NaN where not known), and what is wrong, by place, with the rest."""
    faulty: dict[int, str] = {}
    joined = "\0".join(values)  # no number has one in it
    try:
        numbers = _floats(values)
        on_globe = len(numbers) > 0 and bool((np.abs(numbers) <= _LIMIT[axis]).all())
        plain = on_globe and joined.isascii() and "e" not in joined.casefold()
    except (ValueError, OverflowError):
        plain = False
    if plain:
        return numbers, 10.0 ** -_decimals(joined), faulty
    numbers, steps = np.full(len(values), np.nan), np.full(len(values), np.nan)
    for place, value in enumerate(values):
        try:
            read = read_degrees(value, axis)
        except BadCell as fault:
            faulty[place] = str(fault)
        else:
            if read is not None:
                numbers[place], steps[place] = read.value, read.step
    return numbers, steps, faulty


def _floats(values: Sequence[str]) -> Floats:
    """Each cell as a number; raises ``ValueError`` where one is none. Where all are as JSON has them, sooner."""
    try:
        numbers = from_json(f"[{','.join(values)}]", allow_inf_nan=False)
    except ValueError:
        numbers = []
    if len(numbers) != len(values) or not set(map(type, numbers)) <= {int, float}:  # as 1,2 is two numbers
        numbers = map(float, values)
    return np.fromiter(numbers, np.float64, len(values))


def _decimals(joined: str) -> Floats:
    """How many letters stand behind the point of each number; noughts are between them."""
    letters = np.frombuffer(f"{joined}\0".encode(), np.uint8)
    ends, points = (np.flatnonzero(letters == sought) for sought in b"\0.")
    found = np.zeros(len(ends))
    at = np.searchsorted(ends, points)
    found[at] = ends[at] - points - 1
    return found


def _mend(axis: str) -> str:
    limit = _LIMIT[axis]
    return f"write degrees from -{limit:.0f} to {limit:.0f}"


def _written(plain: str, axis: str) -> Degrees:
    if decimal := _DECIMAL.fullmatch(plain):
        number = decimal[2].replace(",", ".").replace("−", "-")
        _, _, decimals = number.partition(".")
        return _checked(float(number), 10.0 ** -len(decimals), decimal[1] or decimal[3], axis)
    parts = _DMS.fullmatch(plain)
    if parts is None or not parts[3]:
        raise BadCell(f"{_mend(axis)}, or degrees, minutes and seconds such as 42°06'18\"S")
    degrees = parts[2].replace("−", "-")
    minutes, seconds = (float((part or "0").replace(",", ".")) for part in (parts[3], parts[4]))
    if minutes >= 60 or seconds >= 60:
        raise BadCell("write minutes and seconds below 60")
    last, unit = (parts[4], 1 / 3600) if parts[4] else (parts[3], 1 / 60)
    _, _, decimals = last.replace(",", ".").partition(".")
    size = abs(float(degrees)) + minutes / 60 + seconds / 3600
    value = -size if degrees.startswith("-") else size
    return _checked(value, unit * 10.0 ** -len(decimals), parts[1] or parts[5], axis)


def _checked(value: float, step: float, hemisphere: str, axis: str) -> Degrees:
    if hemisphere:
        letters = _HEMISPHERES[axis]
        if hemisphere.upper() not in letters:
            raise BadCell(f"write the {axis} with {letters[0]} or {letters[1]}: the two coordinates look swapped")
        if value < 0:
            raise BadCell("leave out the sign, or the letter")
        value = -value if hemisphere.upper() == letters[1] and axis == "latitude" else value
        value = -value if hemisphere.upper() == "W" else value
    if abs(value) > _LIMIT[axis]:
        raise BadCell(_mend(axis))
    return Degrees(value, step)


def read_point(words: str) -> Placed | None:
    """A place in one cell: ``POINT(lon lat)``, ``lat, lon``, Kobo's ``lat lon altitude accuracy``, or MGRS."""
    refuse_long(words)
    plain = words.strip()
    if plain.casefold() in UNDETERMINED:
        return None
    if point := _POINT_WKT.fullmatch(plain):
        return _both(point[2], point[1])
    numbers = re.split(r"\s*[,;]\s+|\s+", plain)
    if len(numbers) in (3, 4) and all(_is_number(number) for number in numbers):
        placed = _both(numbers[0], numbers[1])
        accuracy = float(numbers[3]) if len(numbers) == 4 else 0.0
        return Placed(placed.latitude, placed.longitude, accuracy if accuracy > 0 else placed.radius_m)
    pieces = [piece for piece in re.split(r"[;,]\s+|[;]|,(?=\s*[+\-−]?\d+[.°])|\s+(?=[+\-−]?\d+\.\d)", plain) if piece]
    if len(pieces) == 2:
        return _both(*pieces)
    if len(numbers) == 2 and all(_is_number(number) for number in numbers):
        return _both(*numbers)
    halves = re.fullmatch(r"(.*?[NSns])[\s,;]*(.*[EWew])", plain)
    if halves:
        return _both(halves[1], halves[2])
    return read_mgrs(plain)


def _is_number(words: str) -> bool:
    try:
        return math.isfinite(float(words))
    except ValueError:
        return False


def _both(latitude: str, longitude: str) -> Placed:
    north, east = read_degrees(latitude.strip(), "latitude"), read_degrees(longitude.strip(), "longitude")
    if north is None or east is None:
        raise BadCell("give both coordinates or neither")
    coarse = min(north.coarse_m, east.coarse_m)  # programs drop noughts at the end, so the longer of the two tells
    return Placed(north.value, east.value, coarse if coarse > COARSE_M else None)
