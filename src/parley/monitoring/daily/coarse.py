"""Places made coarse: whoever is not of the team learns in which cell something was reported, and no more."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from parley.model import Audience, Report, ReportPlace
from parley.text.acts import word_alone

from .telling import kinds_of_telling

CELL_DEGREES = 0.1
"""Height of a cell in degrees of latitude; it is as wide in degrees of longitude."""
_METRES_PER_DEGREE = 111_320.0


def coarsened(reports: Sequence[Report], audience: Audience) -> tuple[Report, ...]:
    """The reports as ``audience`` may be told of their places.

    The mediator and the team, and a party of what lies in its own caucus, see them as they are. To others a point is
    the middle of its cell, with a radius that reaches its corners and as far again as the point was uncertain; the
    place's name, its candidates and the note are left out, but for the words that say whether it was seen or heard;
    what the act was called, too, where it is more than a word for it ("a strike on the depot").
    """
    if audience in ("mediator", "team"):
        return tuple(reports)
    # Not by its label: what was released to somebody carries the label of whom it was released to.
    own = f"caucus/{audience.party}/" if audience.party else None
    return tuple(report if own and report.origin.startswith(own) else _coarse(report) for report in reports)


def cell_metres(reports: Iterable[Report]) -> tuple[int, int]:
    """Height and width of a cell in metres, where the reports lie; the width of the cell nearest to the equator."""
    latitudes = [abs(report.place.latitude) for report in reports if report.place.latitude is not None]
    high = CELL_DEGREES * _METRES_PER_DEGREE
    wide = high * math.cos(math.radians(min(latitudes, default=0.0)))
    return int(round(high, -2)), int(round(wide, -2))


def _coarse(report: Report) -> Report:
    place = ReportPlace()
    at = report.place
    if at.latitude is not None and at.longitude is not None:
        latitude, longitude = _middle(at.latitude), _middle(at.longitude)
        half = CELL_DEGREES / 2 * _METRES_PER_DEGREE
        reach = math.hypot(half, half * math.cos(math.radians(max(abs(latitude) - CELL_DEGREES / 2, 0.0))))
        place = ReportPlace(
            latitude=min(max(latitude, -90.0), 90.0),
            longitude=longitude,
            radius_m=math.ceil((reach + (at.radius_m or 0.0)) / 1000) * 1000.0,
        )
    told = kinds_of_telling(report.note)
    note = f"{', '.join(told).capitalize()}." if told else None
    worded = report.worded if word_alone(report.worded or "") else None
    return report.replace(place=place, worded=worded, note=note, origin="", document=None)


def _middle(degrees: float) -> float:
    return round((math.floor(round(degrees / CELL_DEGREES, 9)) + 0.5) * CELL_DEGREES, 6)
