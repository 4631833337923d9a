"""A place as an observer gives it: where he stood, in which direction, how far away."""

from __future__ import annotations

import math
from functools import lru_cache

from parley.text import patterns as re

from ..cells import BadCell, refuse_long
from ..ellipsoid import wgs84
from .mgrs import Placed

_WINDS = ("n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw")
_LONG = {"north": "n", "east": "e", "south": "s", "west": "w"}
_ANGLE = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*(°|deg(?:rees)?|mils?)?(?:\s*(?:true|t))?", re.I)
_LENGTH = r"\d{1,3}(?:[.,]\d{3})+(?![\d.,])|\d+(?:[.,]\d+)?"
_UNIT = r"m|metres?|meters?|km|kilometres?|kilometers?|nm|miles?|mi"
_DISTANCE = re.compile(
    rf"(?:about |approx\.? |approximately |around |~)?({_LENGTH})\s*({_UNIT})?"
    rf"(?:\s*(?:-|–|to)\s*({_LENGTH}))?\s*({_UNIT})?",
    re.I,
)
_UNITS = {"m": 1.0, "km": 1000.0, "nm": 1852.0, "mi": 1609.344}
_MILS = 6400.0
_FARTHEST = 200_000.0


def read_bearing(words: str, unit: str | None = None, error: float = 5.0) -> tuple[float, float]:
    """Degrees clockwise from true north, and by how many they may be wrong.

    ``310``, ``310°``, ``5511 mils`` (6,400 to the circle), or a wind: ``NW`` is one of sixteen (11.25 degrees each
    way) if it has three letters, one of eight (22.5) if it has one or two.
    """
    refuse_long(words)
    plain = words.strip().casefold()
    wind = _wind(plain)
    if wind is not None:
        return _WINDS.index(wind) * 22.5, 11.25 if len(wind) == 3 else 22.5
    angle = _ANGLE.fullmatch(plain)
    if angle is None:
        raise BadCell("write a bearing in degrees from north, or a wind such as NW")
    number = float(angle[1].replace(",", "."))
    in_mils = (angle[2] or unit or "").casefold().startswith("mil")
    degrees = number * 360 / _MILS if in_mils else number
    if not 0 <= degrees <= 360:
        raise BadCell("write a bearing from 0 to 360 degrees" if not in_mils else "write a bearing from 0 to 6400 mils")
    return degrees % 360, error


def _wind(plain: str) -> str | None:
    short = re.sub(r"[\s\-]|of$|wards?$|ern$", "", plain)
    for long, letter in _LONG.items():
        short = short.replace(long, letter)
    return short if short in _WINDS else None


def read_range(words: str, unit: str | None = None, error: float = 0.1, decimal: str = ".") -> tuple[float, float]:
    """Metres, and by how many they may be wrong: ``3500 m``, ``1,500 m``, ``3-5 km`` (the middle, and half of it).

    ``unit`` is that of a number without one, which is refused without it. Three digits behind the mark that is not
    the ``decimal`` one are thousands.
    """
    refuse_long(words)
    distance = _DISTANCE.fullmatch(words.strip())
    if distance is None:
        raise BadCell("write a distance such as 3500 m or 3-5 km")
    last = distance[4] or distance[2] or unit
    if last is None:
        raise BadCell("say in what it is measured: write 3500 m or 3.5 km, or state the unit in the mapping")
    near = _number(distance[1], decimal) * _size(distance[2] or last)
    far = _number(distance[3], decimal) * _size(last) if distance[3] else near
    if not near <= far <= _FARTHEST:
        raise BadCell("write a distance below 200 km, the smaller number first")
    middle = (near + far) / 2
    return middle, max((far - near) / 2, error * middle)


def _number(words: str, decimal: str) -> float:
    grouping = "." if decimal == "," else ","
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(grouping)}\d{{3}})+", words):
        return float(words.replace(grouping, ""))
    return float(words.replace(",", "."))


def _size(unit: str) -> float:
    """A unit in metres."""
    name = unit.casefold()
    return _UNITS["nm" if name == "nm" else "mi" if name.startswith("mi") else "km" if name.startswith("k") else "m"]


@lru_cache(maxsize=65_536)
def seen_from(observer: Placed, bearing: tuple[float, float], distance: tuple[float, float]) -> Placed:
    """The point along the geodesic, within the radius that the errors of both and of the observer's own place give.

    The radius is the greatest distance to the point of the sector that the errors leave, plus the observer's own.
    """
    longitude, latitude, _ = wgs84().fwd(observer.longitude, observer.latitude, bearing[0], distance[0])
    angle = math.radians(min(bearing[1], 180.0))
    near, far = max(distance[0] - distance[1], 0.0), distance[0] + distance[1]
    corners = (math.hypot(far * math.cos(angle) - distance[0], far * math.sin(angle)),
               math.hypot(near * math.cos(angle) - distance[0], near * math.sin(angle)), distance[1])  # fmt: skip
    return Placed(latitude, longitude, max(corners) + (observer.radius_m or 0.0))
