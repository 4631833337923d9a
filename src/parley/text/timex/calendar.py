"""TIMEX3 values and the days they bound: dates, months, weeks, seasons, decades and parts of them.

A value that holds an ``X`` is not known to the day, week or year, and bounds nothing.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

Days = tuple[dt.date, dt.date]
"""First and last day, both inclusive."""

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, northern half of the globe
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-(?P<season>SP|SU|FA|WI)|-Q(?P<quarter>[1-4])|-H(?P<half>[12]))?(?:T.*)?"
)


def bounds(value: str) -> Days | None:
    """The days that a TIMEX3 date value bounds; ``None`` for references, durations and open values."""
    if re.fullmatch(r"\d{3}", value):
        return _year(int(value) * 10, int(value) * 10 + 9)
    if re.fullmatch(r"\d{2}", value):
        return _year(int(value) * 100, int(value) * 100 + 99)
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    year = int(match["year"])
    try:
        if match["day"]:
            day = dt.date(year, int(match["month"]), int(match["day"]))
            return day, day
        if match["month"]:
            return months(year, int(match["month"]), 1)
        if match["week"]:
            first = dt.date.fromisocalendar(year, int(match["week"]), 6 if match["weekend"] else 1)
            return first, dt.date.fromisocalendar(year, int(match["week"]), 7)
        if match["season"]:
            return months(year, SEASON_MONTHS[match["season"]], 3)
        if match["quarter"]:
            return months(year, 3 * int(match["quarter"]) - 2, 3)
        if match["half"]:
            return months(year, 6 * int(match["half"]) - 5, 6)
        return _year(year, year)
    except (ValueError, OverflowError):
        return None


def months(year: int, month: int, count: int) -> Days:
    """``count`` whole months from ``month`` of ``year``; ``ValueError`` beyond the calendar."""
    last = add_months(dt.date(year, month, 1), count - 1)
    return dt.date(year, month, 1), last.replace(day=calendar.monthrange(last.year, last.month)[1])


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day ``count`` months on, or the last of that month; ``ValueError`` beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is beyond the calendar")
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def week_value(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: dt.date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def season_value(season: str, year: int) -> str:
    return f"{year:04d}-{season}"


def part_of(days: Days, part: str, published: dt.date | None) -> Days:
    """ "early", "mid" and "late" of a period; "earlier" up to, "later" from the day of publication.

    A month is cut at the 10th and the 20th; a week into Monday and Tuesday, Wednesday and Thursday,
    the rest; any longer period into thirds by months or years.
    """
    first, last = days
    if part in ("earlier", "later"):
        if published is None or not first <= published <= last:
            return days
        return (first, published) if part == "earlier" else (published, last)
    index = ("early", "mid", "late").index(part)
    length = (last - first).days + 1
    if length <= 3:
        return days
    if length <= 7:
        cuts = [first, first + dt.timedelta(days=2), first + dt.timedelta(days=4)]
    elif length <= 31:
        cuts = [first, first + dt.timedelta(days=10), first + dt.timedelta(days=20)]
    elif length <= 366:
        step = (last.year * 12 + last.month - first.year * 12 - first.month + 1) // 3
        cuts = [first, add_months(first, step), add_months(first, 2 * step)]
    else:
        years = last.year - first.year + 1
        cuts = [
            first,
            first.replace(year=first.year + round(0.4 * years)),
            first.replace(year=first.year + round(0.7 * years)),
        ]
    ends = [cut - dt.timedelta(days=1) for cut in cuts[1:]] + [last]
    return cuts[index], ends[index]


def _year(first: int, last: int) -> Days | None:
    if not 1 <= first <= last <= 9999:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31)
