"""The Military Grid Reference System: a reference names a square, and its digits say how large that is.

Letters and digits as in NGA.STND.0037 (the universal grids), zones 1 to 60 and bands C to X on the WGS 84
ellipsoid; the grid of the poles (A, B, Y, Z) is not read. The projection is PROJ's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from parley.text import patterns as re

from ..cells import BadCell, refuse_long
from ..ellipsoid import from_utm

_REFERENCE = re.compile(r"(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d*)")
_POLAR = re.compile(r"(?:(?:A[J-Z]|B[A-R])[A-HJ-NP-Z]|(?:Y[J-Z]|Z[A-J])[A-HJ-NP])\d*")
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_SQUARE = 100_000
_CYCLE = 2_000_000
_MEND = "write it as 54HVF1234567890: zone, band, square, and an even number of digits"


@dataclass(frozen=True)
class Placed:
    """A point in degrees (WGS 84) and the metres within which the true place lies; ``None``: nobody said."""

    latitude: float
    longitude: float
    radius_m: float | None = None


@lru_cache(maxsize=65_536)
def read_mgrs(words: str) -> Placed:
    """The middle of the square that the reference names, and half of its diagonal.

    Ten digits name a square of 1 m, eight of 10 m, six of 100 m, four of 1 km, two of 10 km, none of 100 km.
    """
    refuse_long(words)
    compact = re.sub(r"[\s.\-]+", "", words).upper().removeprefix("MGRS").removeprefix(":")
    parts = _REFERENCE.fullmatch(compact)
    if parts is None:
        if _POLAR.fullmatch(compact):
            raise BadCell("give coordinates in degrees: the grid of the poles is not read")
        raise BadCell(_MEND)
    zone, band, digits = int(parts[1]), parts[2], parts[5]
    columns = _COLUMNS[(zone - 1) % 3]
    if not 1 <= zone <= 60 or len(digits) % 2 or len(digits) > 10:
        raise BadCell(_MEND)
    if parts[3] not in columns:
        raise BadCell(f"check its letters: zone {zone} has no column {parts[3]}")
    size = 10 ** (5 - len(digits) // 2)
    half = len(digits) // 2
    easting = (columns.index(parts[3]) + 1) * _SQUARE + (int(digits[:half]) * size if half else 0) + size / 2
    row = (_ROWS.index(parts[4]) - (5 if zone % 2 == 0 else 0)) % 20
    northing = row * _SQUARE + (int(digits[half:]) * size if half else 0) + size / 2
    return _in_band(zone, band, easting, northing, size)


def _in_band(zone: int, band: str, easting: float, northing: float, size: int) -> Placed:
    """The rows repeat every 2,000 km; the band tells which of them is meant. A square may reach over its edge."""
    south = -80 + 8 * _BANDS.index(band)
    north = south + (12 if band == "X" else 8)
    slack = 0.02 + size / 111_000
    for cycle in range(5):
        latitude, longitude = _degrees(zone, band < "N", easting, northing + cycle * _CYCLE)
        if south - slack <= latitude <= north + slack:
            return Placed(latitude, longitude, size / math.sqrt(2))
    raise BadCell(f"check its letters: there is no such square in band {band}")


def _degrees(zone: int, south: bool, easting: float, northing: float) -> tuple[float, float]:
    longitude, latitude = from_utm(zone, south).transform(easting, northing)
    return latitude, longitude
