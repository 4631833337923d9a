"""Calendars of movable feasts: Easter, west and east, and the Hijri year by its arithmetic."""

from __future__ import annotations

import datetime as dt


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * offset) // 433
    month = (h + offset - 7 * m + 90) // 25
    return dt.date(year, month, (h + offset - 7 * m + 33 * month + 19) % 32)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar, as a Gregorian date (J. Meeus, Astronomical Algorithms, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)


_HIJRI_EPOCH = dt.date(622, 7, 19).toordinal()
"""1 Muharram of the year 1: Friday, 16 July 622 of the Julian calendar."""


def hijri(year: int, month: int, day: int) -> dt.date:
    """A date of the tabular Islamic calendar (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29).

    The months in use follow the sighting of the moon and may begin a day earlier or later.
    """
    before = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return dt.date.fromordinal(_HIJRI_EPOCH + before + day - 1)
