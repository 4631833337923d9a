"""Times as reports write them: ISO 8601, date-time groups, a form that the mapping states. Nothing is guessed.

A time is read as the stretch that its form allows: ``2031-03-06`` is that day, ``2031-03`` that month, a
date-time group or a time of day is that instant. Date-time groups follow the NATO form DDHHMMZMONYY, whose
letter is the time zone (A to Z without J; Z is UTC, A to M lie east, N to Y west; J, or none, is local time).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from parley.model import first_instant, last_instant, near_enough
from parley.text import patterns as re

from ..cells import BadCell, refuse_long
from ..ever import TICK

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EXCEL_ZERO = dt.datetime(1899, 12, 30)
"""Day 0 of a spreadsheet's serial numbers from 1 March 1900 on (ECMA-376, part 1, section 18.17.4.1)."""

_DTG = re.compile(r"(\d{2})\s?(\d{2}):?(\d{2})\s?([A-Z]?)\s?(" + "|".join(MONTHS) + r")[a-z]*\.?\s?(\d{4}|\d{2})", re.I)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_SLASHED = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4}.*")
_NAMED = re.compile(r"(\d{1,2})[ \-]([A-Za-z]{3,9})[ \-,]+(\d{4})(?:[ T,]+(\d{1,2}:\d{2}(?::\d{2})?))?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MIDNIGHT = re.compile(r"(?:[T ]00?:00(?::00(?:[.,]0+)?)?(?:\s?(?:Z|UTC|[+\-]00:?00))?| 12:00(?::00)? AM)\Z", re.I)
_WRITE = "write a date such as 2031-03-06, or state its format in the mapping"


@dataclass(frozen=True)
class When:
    """From ``first`` to ``last``, both inclusive: days (dates), or instants with their zone."""

    first: dt.date
    last: dt.date


def read_when(words: str, formats: tuple[str, ...], zone: dt.tzinfo) -> When:
    """The stretch of time that a cell names; a time without a zone is taken in ``zone``.

    Raises :class:`BadCell` for what is no time, and for days whose month could be the day.
    """
    refuse_long(words)
    if formats:
        when = next((got for form in formats if (got := _by_format(words, form, zone)) is not None), None)
        if when is None:
            raise BadCell(f"write it as the mapping says: {' or '.join(formats)}")
        return _near(when)
    first, mark, last = words.partition("/")
    if mark and len(first) >= 10 and len(last) >= 10:  # an interval of ISO 8601
        begin, end = read_when(first.strip(), (), zone), read_when(last.strip(), (), zone)
        return When(begin.first, end.last)
    try:
        return _near(_plain(words, zone))
    except (ValueError, OverflowError) as error:
        if isinstance(error, BadCell):
            raise
        raise BadCell(_WRITE) from error


_MANY = 1_000
_LAST_SECOND = 32_503_680_000
"""The end of the year 2999."""


def quick_instants(values: Sequence[str], formats: tuple[str, ...], zone: dt.tzinfo) -> NDArray[np.int64] | None:
    """Microseconds since 1970 of many times at once, all of one plain form; ``None`` where they are few, or are not.

    Seconds since 1970, where the first format says so, and ISO 8601 to the minute or second without a zone, where
    ``zone`` is a fixed offset. Whatever else is read one by one.
    """
    if len(values) < _MANY:
        return None
    if formats[:1] == ("epoch",):
        if not all(map(str.isdecimal, values)) or max(map(len, values)) > 11:
            return None
        seconds = np.array(list(map(int, values)), dtype=np.int64)
        return seconds * 1_000_000 if bool((seconds < _LAST_SECOND).all()) else None
    offset = dt.timedelta(0) if zone is dt.UTC else zone.utcoffset(None)
    if formats or offset is None or set(map(len, values)) - {16, 19}:
        return None
    begins, middles, lasts = (set(map(itemgetter(place), values)) for place in (0, 10, -1))
    if not begins <= {"1", "2"} or not middles <= {"T", " "} or "Z" in lasts:
        return None
    try:
        moments = np.array(values, dtype="datetime64[us]").astype(np.int64)
    except ValueError:
        return None
    return moments - offset // TICK


def without_midnight(words: str) -> str:
    """A day without the clock at midnight that a spreadsheet or a database writes behind it."""
    return _MIDNIGHT.sub("", words)


def hour_before(words: str, hour: str) -> str:
    """That hour of the day before a day of ISO 8601; other words as they are."""
    try:
        day = dt.date.fromisoformat(words)
        return f"{day - dt.timedelta(days=1)}T{hour}"
    except (ValueError, OverflowError):
        return words


def _plain(words: str, zone: dt.tzinfo) -> When:
    if len(words) == 10 and words[4] == "-":
        day = dt.date.fromisoformat(words)
        return When(day, day)
    if words[10:11] in ("T", " ") and words[4:5] == "-":
        return _instant(dt.datetime.fromisoformat(words), zone)
    if month := _MONTH.fullmatch(words):
        return _month(int(month[1]), int(month[2]))
    if group := _DTG.fullmatch(words):
        return _date_time_group(group, zone)
    if named := _NAMED.fullmatch(words):
        return _named(named, zone)
    if _SLASHED.fullmatch(words):
        raise BadCell('say in the mapping which is the day and which the month, such as format = "%d/%m/%Y"')
    if words.isdecimal() and 9 <= len(words) <= 10:
        return _instant(dt.datetime.fromtimestamp(int(words), dt.UTC), zone)
    raise BadCell(_WRITE)


def _instant(moment: dt.datetime, zone: dt.tzinfo) -> When:
    known = first_instant(moment, zone)
    assert isinstance(known, dt.datetime)
    return When(known, known)


def _month(year: int, month: int) -> When:
    return When(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def _month_number(word: str) -> int:
    short = word[:3].casefold()
    if short not in MONTHS:
        raise BadCell("write the month by its English name")
    return MONTHS.index(short) + 1


def _date_time_group(group: re.Match[str], zone: dt.tzinfo) -> When:
    year = int(group[6]) + (2000 if len(group[6]) == 2 else 0)
    moment = dt.datetime(year, _month_number(group[5]), int(group[1]), int(group[2]), int(group[3]))
    return _instant(moment, (zone_of_letter(group[4]) if group[4] else None) or zone)


def zone_of_letter(letter: str) -> dt.tzinfo | None:
    """The zone of a date-time group's letter; ``None`` for J, which is local time."""
    upper = letter.upper()
    if upper == "J":
        return None
    if upper == "Z":
        return dt.UTC
    east = "ABCDEFGHIKLM".find(upper)
    west = "NOPQRSTUVWXY".find(upper)
    return dt.timezone(dt.timedelta(hours=east + 1 if east >= 0 else -(west + 1)))


def _named(named: re.Match[str], zone: dt.tzinfo) -> When:
    day = dt.date(int(named[3]), _month_number(named[2]), int(named[1]))
    if not named[4]:
        return When(day, day)
    return _instant(dt.datetime.combine(day, dt.time.fromisoformat(named[4].zfill(5))), zone)


def _by_format(words: str, form: str, zone: dt.tzinfo) -> When | None:
    try:
        if form in ("epoch", "epoch-ms"):
            seconds = float(words) / (1000 if form == "epoch-ms" else 1)
            return _instant(dt.datetime.fromtimestamp(seconds, dt.UTC), zone)
        if form == "excel":
            return _serial(words, zone)
        if form == "iso":
            return _plain(words, zone)
        moment = dt.datetime.strptime(words, form)
    except (ValueError, OverflowError, OSError):
        return None
    plain = form.replace("%%", "")
    if re.search("%[HIpMSfXcs]", plain):
        return _instant(moment, zone)
    if re.search("%[djxDUWVaAuw]", plain):
        return When(moment.date(), moment.date())
    if re.search("%[mbB]", plain):
        return _month(moment.year, moment.month)
    return When(dt.date(moment.year, 1, 1), dt.date(moment.year, 12, 31))


def _serial(words: str, zone: dt.tzinfo) -> When | None:
    if not _NUMBER.fullmatch(words):
        return None
    moment = EXCEL_ZERO + dt.timedelta(days=float(words))
    if float(words).is_integer():
        return When(moment.date(), moment.date())
    return _instant((moment + dt.timedelta(milliseconds=500)).replace(microsecond=0), zone)


def _near(when: When) -> When:
    if not (near_enough(when.first) and near_enough(when.last)):
        raise BadCell("write a year from 1000 to 2999")
    return when


def ends(when: When, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
    """The first and the last instant."""
    return first_instant(when.first, zone), last_instant(when.last, zone)
