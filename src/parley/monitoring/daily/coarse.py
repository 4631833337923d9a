"""Places made coarse: whoever is not of the team learns in which cell something was reported, and no more."""

from __future__ import annotations

import math
from collections.abc import Iterable

from parley.model import Audience, Effort, Hindrance, Report, ReportPlace
from parley.text import act_covers
from parley.text.acts import word_alone

from ..acts import act_of
from ..cells import hedge_alone
from ..names import fold
from .shown import PLACE, Shown
from .telling import hindrance, kinds_of_means, kinds_of_telling
from .withheld import told_as_it_is

CELL_DEGREES = 0.1
"""Height of a cell in degrees of latitude; it is as wide in degrees of longitude."""
_METRES_PER_DEGREE = 111_320.0


def coarsened(reports: Iterable[Report], audience: Audience, shown: Shown) -> tuple[Report, ...]:
    """The reports as ``audience`` may be told of them.

    The mediator and the team, and a party of what lies in its own caucus, see them as they are. To others a point is
    the middle of its cell, with a radius that reaches its corners and as far again as the point was uncertain; the
    place's name, its candidates and the note are left out, but for the words that say whether it was seen or heard,
    and how monitors were hindered; what the act was called, too, where it is more than a word for it ("a strike on the
    depot"). The words for a thing, and for whom it befell, are told but for those that may name somebody or some place;
    of those that hedge a count, what says how many.
    """
    return tuple(one if told_as_it_is(audience, one.origin) else _coarse(one, shown) for one in reports)


def coarsened_effort(effort: Iterable[Effort], audience: Audience, shown: Shown) -> tuple[Effort, ...]:
    """Effort as ``audience`` may be told of it: of its means the kind alone, a place or an act only if it is shown."""
    return tuple(one if told_as_it_is(audience, one.origin) else _coarse_effort(one, shown) for one in effort)


def _coarse_effort(one: Effort, shown: Shown) -> Effort:
    return one.replace(
        means=kinds_of_means(one.means),
        place=one.place if fold(one.place) in shown.places else PLACE,
        acts=tuple(map(shown.told, one.acts)),
        origin="",
    )


def cell_metres(reports: Iterable[Report]) -> tuple[int, int]:
    """Height and width of a cell in metres, where the reports lie; the width of the cell nearest to the equator."""
    latitudes = [abs(report.place.latitude) for report in reports if report.place.latitude is not None]
    high = CELL_DEGREES * _METRES_PER_DEGREE
    wide = high * math.cos(math.radians(min(latitudes, default=0.0)))
    return int(round(high, -2)), int(round(wide, -2))


def _coarse(report: Report, shown: Shown) -> Report:
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
    return report.replace(
        place=place,
        act=report.act if report.act and (act_of(report.act) or shown.may_be_told(report.act)) else None,
        worded=report.worded if word_alone(report.worded or "") else None,
        object=report.object and shown.told(report.object),
        counterpart=report.counterpart and shown.told(report.counterpart),
        qualifier=hedge_alone(report.qualifier),
        note=_note(report),
        origin="",
        document=None,
    )


def _note(report: Report) -> str | None:
    """The kinds of telling in the note and, of monitors who were kept from somewhere, how."""
    told = list(kinds_of_telling(report.note))
    act = act_of(report.act) if report.act else None
    how = hindrance(report.note)
    if act is not None and act_covers("deny-access", act) and how is not Hindrance.NOT_SAID:
        told.append(how.value)
    return f"{', '.join(told).capitalize()}." if told else None


def _middle(degrees: float) -> float:
    return round((math.floor(round(degrees / CELL_DEGREES, 9)) + 0.5) * CELL_DEGREES, 6)
