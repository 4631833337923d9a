"""Which Friday, which March: the one that a writer who leaves out the year or week means.

Newspapers leave out what the reader can supply: the nearest one, in the direction of the verb.
"""

from __future__ import annotations

import datetime as dt

from .calendar import Days, add_months
from .tense import Cue, Tense

_FAR = 340
"""Days beyond which even a verb does not move a date without its year: writers would give the year."""
_FAR_OFF = 240
"""The same for a verb that stands far off in the sentence, or for a plan that may be over by now."""

_YESTERDAYS, _BESIDE = 2, 7
"""Days that have just been, and words between which a verb stands beside its time."""


def year_for(month: int, day: int | None, published: dt.date, cue: Cue | None) -> int | None:
    """The year of a month, or of a day in it, that is named without one; ``None`` if no such day is near."""
    tense = cue.tense if cue else None
    if day is None and month == published.month:
        return published.year
    found = [date for year in (-1, 0, 1) if (date := _date(published.year + year, month, day or 15))]
    if day is not None and published in found:
        return published.year
    earlier = max((date for date in found if date < published), default=None)
    later = min((date for date in found if date > published), default=None)
    if earlier is None or later is None:
        chosen = earlier or later
        return chosen.year if chosen else None
    back, ahead = (published - earlier).days, (later - published).days
    far = _FAR if cue and cue.distance <= _BESIDE and not cue.reported else _FAR_OFF
    if tense == "past" and back <= far and ahead > 45:
        return earlier.year
    if tense == "future" and ahead <= far and back > 45:
        return later.year
    return earlier.year if back <= ahead else later.year


def weekday_near(number: int, published: dt.date, cue: Cue | None) -> dt.date:
    """The day that a bare weekday means: today's name is today; else the last one, or the next for a future verb.

    Yesterday and the day before need a verb right beside to be next week's: writers would say "next".
    """
    back = (published.isoweekday() - number) % 7
    ahead = cue is not None and cue.tense == "future"
    if cue and back <= _YESTERDAYS and (cue.reported or cue.distance > _BESIDE):
        ahead = False
    if back == 0 or not ahead:
        return published - dt.timedelta(days=back)
    return published + dt.timedelta(days=7 - back)


def nearest_weekday(number: int, published: dt.date) -> dt.date:
    """Of the last and the next day of that name the nearer one; at most three days off either way."""
    back = (published.isoweekday() - number) % 7
    return published + dt.timedelta(days=-back if back <= 3 else 7 - back)


def weekday_of(number: int, relation: str, published: dt.date) -> dt.date:
    """ "last", "this" or "next" with a weekday.

    "last Friday" is the latest before publication, "this Friday" that of the week of publication,
    "next Friday" that of the week after; "the coming Friday" is the first after publication.
    """
    if relation == "coming":
        return published + dt.timedelta(days=(number - published.isoweekday() - 1) % 7 + 1)
    if relation == "last":
        return published - dt.timedelta(days=(published.isoweekday() - number - 1) % 7 + 1)
    monday = published - dt.timedelta(days=published.isoweekday() - 1)
    return monday + dt.timedelta(days=number - 1 + (7 if relation == "next" else 0))


def month_of(number: int, relation: str, published: dt.date) -> dt.date:
    """The first of "last March" (the latest begun before this month), "this March" or "next March"."""
    first = published.replace(month=number, day=1)
    if relation == "last" and number >= published.month:
        return add_months(first, -12)
    if relation == "next" and number <= published.month:
        return add_months(first, 12)
    return first


def nearest_of(found: list[Days], published: dt.date, tense: Tense | None) -> Days:
    """Of a feast's days in neighbouring years the nearest, in the direction of the verb if that is not far off."""
    near = min(found, key=lambda days: _apart(days, published))
    if _apart(near, published) <= 45 or tense is None:
        return near
    rest = [days for days in found if (days[1] < published) == (tense == "past") and _apart(days, published) <= _FAR]
    return min(rest, key=lambda days: _apart(days, published)) if rest else near


def _apart(days: Days, published: dt.date) -> int:
    return max((days[0] - published).days, (published - days[1]).days, 0)


def quarter_year(number: int, published: dt.date, tense: Tense | None) -> int:
    """The year of a bare quarter: one that has not begun was last year's, but for a verb of what is to come."""
    if 3 * number - 2 > published.month and tense == "past":
        return published.year - 1
    return published.year


def season_year(season: str, relation: str | None, published: dt.date, tense: Tense | None) -> int:
    """The year in which a season named without one began."""
    starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
    start = published.replace(month=starts[season], day=1)
    over = add_months(start, 3) <= published
    begun = start <= published
    if relation == "last":
        return published.year if over else published.year - 1
    if relation == "next":
        return published.year + 1 if begun else published.year
    if season == "WI" and published.month < 3:
        return published.year - 1
    if relation is None and tense == "past" and not begun:
        return published.year - 1
    if relation is None and tense == "future" and over:
        return published.year + 1
    return published.year


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
