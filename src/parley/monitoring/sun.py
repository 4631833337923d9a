"""Dusk and dawn, sunset and sunrise: hours of the day that depend on the place and the season.

The sun's height is that of the sunrise equation (after Meeus, Astronomical Algorithms, 1998, chapters 15 and 25),
good to two minutes between the polar circles. *Sunset* and *sunrise* are when the upper rim meets the horizon (0.833
degrees below it). Nobody says when it is dusk or dawn: somewhere between that and the end of civil twilight (6
degrees), and what falls between is in doubt.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.model import Window, first_instant, last_instant

from .truth import NO, YES, Fact, Truth

if TYPE_CHECKING:
    from .raster import Box
    from .windows import Span

RISES, SETS = frozenset({"dawn", "sunrise", "daybreak"}), frozenset({"dusk", "sunset", "nightfall"})
_HORIZON, _TWILIGHT = -0.833, -6.0
_EXACT = frozenset({"sunrise", "sunset"})
_ERROR = dt.timedelta(minutes=3)
"""Of the equation, and of hills."""
_NOON = dt.datetime(2000, 1, 1, 12, tzinfo=dt.UTC)
_DAY = dt.timedelta(days=1)
_WHETHER = Fact(Truth.UNKNOWN, "whether it was dark then is not certain", "a more exact time")
Edge = tuple[dt.datetime, dt.datetime]
"""An instant that lies between these two."""


def by_the_sun(window: Window | None) -> tuple[str, str] | None:
    """The words for the beginning and the end, where the window is from dusk to dawn or the other way about."""
    if window is None or window.start is None or window.end is None:
        return None
    first, last = ((one.event or "").casefold() for one in (window.start, window.end))
    turned = (first in SETS and last in RISES) or (first in RISES and last in SETS)
    return (first, last) if turned and not (window.start.offset or window.end.offset) else None


@dataclass(frozen=True)
class Sunlit:
    """From ``first`` to ``last`` (:data:`RISES`, :data:`SETS`) somewhere in ``box``; days are those of ``zone``."""

    first: str
    last: str
    box: Box
    zone: dt.tzinfo
    _known: dict[dt.date, tuple[Edge, Edge]] = field(default_factory=dict, compare=False, repr=False)

    def turned(self) -> Sunlit:
        """All other hours."""
        return Sunlit(self.last, self.first, self.box, self.zone)

    def fact(self, span: Span) -> Fact:
        """Whether what happened at some time of ``span`` was at these hours: unknown where that may be either."""
        first, last = (one.astimezone(self.zone).date() for one in span)
        if last - first > 2 * _DAY:
            return _WHETHER
        edges = [self._of(first + n * _DAY) for n in range(-2, (last - first).days + 2)]
        if any(opens[1] <= span.first and span.last <= closes[0] for opens, closes in edges):
            return YES
        return _WHETHER if any(opens[0] <= span.last and span.first <= closes[1] for opens, closes in edges) else NO

    def of_day(self, day: dt.date) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """The stretches of a calendar day that may be such hours, in order."""
        begins, ends = first_instant(day, self.zone), last_instant(day, self.zone)
        for one in (day - 2 * _DAY, day - _DAY, day, day + _DAY):
            opens, closes = self._of(one)
            if opens[0] <= ends and closes[1] >= begins:
                yield max(begins, opens[0]), min(ends, closes[1])

    def _of(self, day: dt.date) -> tuple[Edge, Edge]:
        """When these hours begin that begin on a day of the sun, and when they end."""
        if day not in self._known:
            over = _DAY if self.first in SETS else dt.timedelta()
            self._known[day] = self._edge(self.first, day), self._edge(self.last, day + over)
        return self._known[day]

    def _edge(self, word: str, day: dt.date) -> Edge:
        west, south, east, north = self.box
        heights = (_HORIZON,) if word in _EXACT else (_HORIZON, _TWILIGHT)
        times = [
            edge
            for latitude in (south, (south + north) / 2, north)
            for longitude in (west, east)
            for height in heights
            for edge in crossing(day, latitude, longitude, height, sets=word in SETS)
        ]
        return min(times) - _ERROR, max(times) + _ERROR


def crossing(day: dt.date, latitude: float, longitude: float, height: float, *, sets: bool) -> Edge:
    """When the sun's middle is so many degrees high, going up or (``sets``) down, on a day of the sun at a place.

    Twice the same instant; where it never is so high or so low on that day, the half day in which it would be.
    """
    number = (dt.datetime.combine(day, dt.time(12), dt.UTC) - _NOON).days - longitude / 360
    anomaly = math.radians((357.5291 + 0.98560028 * number) % 360)
    centre = 1.9148 * math.sin(anomaly) + 0.02 * math.sin(2 * anomaly) + 0.0003 * math.sin(3 * anomaly)
    along = math.radians((math.degrees(anomaly) + centre + 180 + 102.9372) % 360)
    transit = number + 0.0053 * math.sin(anomaly) - 0.0069 * math.sin(2 * along)
    declination = math.asin(math.sin(along) * math.sin(math.radians(23.4397)))
    here = math.radians(max(-89.9, min(89.9, latitude)))
    cosine = (math.sin(math.radians(height)) - math.sin(here) * math.sin(declination)) / (
        math.cos(here) * math.cos(declination)
    )
    noon = _NOON + dt.timedelta(days=transit)
    if abs(cosine) > 1:
        half = dt.timedelta(hours=12)
        return (noon, noon + half) if sets else (noon - half, noon)
    angle = dt.timedelta(days=math.acos(cosine) / (2 * math.pi))
    at = noon + angle if sets else noon - angle
    return at, at
