"""Feasts and holidays: fixed ones, those counted from Easter, and those of the lunar year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from . import triggers
from .calendar import Days
from .computus import easter, hijri, orthodox_easter
from .lexicon import YEAR, S
from .nearest import nearest_of
from .reading import Rule, Situation, TimeReading, undated

DaysIn = Callable[[int], list[Days]]
"""The days of a feast that begin in a year: one stretch, or two or none of the lunar year's."""


def _fixed(month: int, day: int) -> DaysIn:
    return lambda year: [(dt.date(year, month, day),) * 2]


def _nth(month: int, weekday: int, nth: int) -> DaysIn:
    """The ``nth`` such weekday of a month."""

    def days(year: int) -> list[Days]:
        first = dt.date(year, month, 1)
        day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        return [(day, day)]

    return days


def _last_monday_of_may(year: int) -> list[Days]:
    last = dt.date(year, 5, 31)
    return [(last - dt.timedelta(days=last.isoweekday() - 1),) * 2]


def _from(feast: Callable[[int], dt.date], days_after: int) -> DaysIn:
    return lambda year: [(feast(year) + dt.timedelta(days=days_after),) * 2]


def _lunar(month: int, day: int, length: int) -> DaysIn:
    """Days of the Hijri year, one more on either side: the moon is sighted, and countries differ."""

    def days(year: int) -> list[Days]:
        found = []
        nearby = (year - 622) * 33 // 32  # 33 lunar years are 32 of the sun
        for lunar in range(nearby - 2, nearby + 3):
            first = hijri(lunar, month, day)
            if first.year == year:
                found.append((first - dt.timedelta(days=1), first + dt.timedelta(days=length)))
        return found

    return days


_FEASTS: tuple[tuple[str, DaysIn], ...] = (
    ("Orthodox Easter(?: Sunday)?", _from(orthodox_easter, 0)),
    ("Orthodox Good Friday", _from(orthodox_easter, -2)),
    ("Orthodox Easter Monday", _from(orthodox_easter, 1)),
    ("Orthodox Christmas(?: Day)?", _fixed(1, 7)),
    ("Orthodox Christmas Eve", _fixed(1, 6)),
    ("Easter Monday", _from(easter, 1)),
    ("Easter(?: Sunday)?", _from(easter, 0)),
    ("Good Friday", _from(easter, -2)),
    ("Palm Sunday", _from(easter, -7)),
    ("(?:Maundy|Holy) Thursday", _from(easter, -3)),
    ("Holy Saturday", _from(easter, -1)),
    ("Ash Wednesday", _from(easter, -46)),
    ("Ascension Day", _from(easter, 39)),
    ("Whit Monday", _from(easter, 50)),
    ("Pentecost(?: Sunday)?", _from(easter, 49)),
    ("Christmas Eve", _fixed(12, 24)),
    ("Christmas(?: Day)?", _fixed(12, 25)),
    ("Boxing Day", _fixed(12, 26)),
    ("New Year['’]?s Eve", _fixed(12, 31)),
    ("New Year['’]?s Day", _fixed(1, 1)),
    ("May Day", _fixed(5, 1)),
    ("International Women['’]s Day", _fixed(3, 8)),
    ("Halloween", _fixed(10, 31)),
    ("Valentine['’]s Day", _fixed(2, 14)),
    ("(?:the )?Fourth of July|July Fourth", _fixed(7, 4)),
    ("Martin Luther King(?:,? Jr\\.?)? Day", _nth(1, 1, 3)),
    ("Presidents['’]? Day", _nth(2, 1, 3)),
    ("Labor Day", _nth(9, 1, 1)),
    ("Columbus Day", _nth(10, 1, 2)),
    ("Memorial Day", _last_monday_of_may),
    ("All Saints['’] Day", _fixed(11, 1)),
    ("Veterans Day|Armistice Day", _fixed(11, 11)),
    ("Thanksgiving(?: Day)?", _nth(11, 4, 4)),
    ("(?:the (?:holy )?month of )?Ramadan", _lunar(9, 1, 30)),
    ("Eid al-Fitr", _lunar(10, 1, 1)),
    ("Eid al-Adha", _lunar(12, 10, 1)),
)
"""Names of days as patterns; "Labor Day" so spelt, "Memorial Day" and "Thanksgiving" are the United States'."""


_NAMED = [(re.compile(names.replace(" ", S)), days_in) for names, days_in in _FEASTS]


def _feast(match: re.Match[str], situation: Situation) -> TimeReading | None:
    days_in = next(days_in for name, days_in in _NAMED if name.fullmatch(match["feast"]))
    published = situation.published
    if match["year"]:
        found = days_in(int(match["year"]))
        return _reading(found[0], None) if len(found) == 1 else undated(match["year"])
    if published is None:
        return undated("XXXX-XX-XX")
    relation = (match["relation"] or "").lower()
    years = [year for year in (published.year - 1, published.year, published.year + 1) if 622 < year < 9999]
    found = [days for year in years for days in days_in(year)]
    if not found:
        return None
    if relation == "last":
        found = [days for days in found if days[1] < published][-1:] or found
    elif relation == "next":
        found = [days for days in found if days[0] > published][:1] or found
    return _reading(nearest_of(found, published, situation.tense(*match.span())), situation.anchor)


def _reading(days: Days, anchor: str | None) -> TimeReading:
    first, last = days
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return TimeReading(timex=value, days=days, anchor=anchor)


_NAMES = "|".join(name.pattern for name, _ in _NAMED)

RULES = (
    Rule(
        re.compile(
            # A pact, an island or a tree may bear the name of a day.
            rf"\b(?:(?P<relation>(?i:last|this|next)){S})?(?P<feast>{_NAMES})(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?(?!\w)(?!{S}(?:Agreement|Accords?|Island|trees?|cards?|gifts?|carols?|lights|shopping)\b)"
        ),
        _feast,
        triggers.FEASTS,
    ),
)
"""The pattern with what it means."""
