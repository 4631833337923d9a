"""Days that are named by their date: "March 6, 2031", "6 to 8 March", "2031-03-06T12:00+02:00", "13/04/2031"."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .lexicon import DAY, DAY_PARTS, MONTH, PART_OF_DAY, SOME_WEEKDAY, YEAR, S, day_number, month_number, weekday_number
from .lists import year_before, year_to_come, year_to_end
from .nearest import year_for
from .reading import Clock, Rule, Situation, TimeReading, dated, undated


def _month_day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    month, first = month_number(match["month"]), day_number(match["day"])
    last = day_number(match["last"]) if match["last"] else first
    related = match.groupdict().get("relation")
    said_year = match["year"] or match.groupdict().get("list_year")
    of_year = match.groupdict().get("of_year")
    year_said = int(said_year) if said_year else year_to_come(situation.text, match.end(), month)
    anchor: str | None = None
    if year_said is not None:
        year = year_said
    elif situation.published is None:
        return undated(f"XXXX-{month:02d}-{first:02d}") if _in_calendar(2000, month, first) else None
    else:
        near = situation.published.year + YEAR_STEP[of_year.lower()] if of_year else None
        near = near or _related_year(related, month, first, situation.published)
        near = near or _year_by_weekday(match, month, first, situation.published)
        near = near or situation.year_of(month, first)
        near = near or year_before(situation, match.start())
        near = near or year_to_end(situation, *match.span(), (month, first))
        near = near or year_for(month, first, situation.published, situation.cue(*match.span()))
        if near is None:
            return None
        year, anchor = near, situation.anchor
    start, end = _in_calendar(year, month, first), _in_calendar(year, month, last)
    if start is None or end is None or end < start:
        return undated(None)  # the 31st of February: kept as words, and no part of it taken for a date
    of_day = match.groupdict().get("of_day")
    if of_day and start == end:
        return TimeReading(
            timex=start.isoformat() + DAY_PARTS[of_day.lower()], kind="TIME", days=(start, end), anchor=anchor
        )
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return TimeReading(timex=value, days=(start, end), anchor=anchor)


def _in_calendar(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _iso(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    year, month = int(match["year"]), int(match["month"])
    if match["day"] is None:
        # "2010-12" may be two years as well as a month; "2031-03" can only be a month.
        return dated(f"{year:04d}-{month:02d}") if 1 <= month <= min(12, year % 100) else None
    day = _in_calendar(year, month, int(match["day"]))
    if day is None:
        return None
    if not match["hour"]:
        return TimeReading(timex=day.isoformat(), days=(day, day))
    if int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return None
    second = min(int(match["second"] or 0), 59)  # a leap second is its minute's last
    clock = Clock(dt.time(int(match["hour"]), int(match["minute"]), second), zone=_offset(match["zone"]))
    return TimeReading(timex=day.isoformat(), kind="TIME", days=(day, day), clock=clock)


def _offset(words: str | None) -> dt.tzinfo | None:
    if not words:
        return None
    if words == "Z":
        return dt.UTC
    digits = re.sub(r"\D", "", words)
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 23 or minutes > 59:
        return None
    offset = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-offset if words[0] in "-\u2212" else offset)


def _numeric(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """Day and month in figures, as 13.4.2031, 04/13/2031 or 04-13-31.

    Full stops put the day first. Otherwise the order is known only where one number is above 12;
    where both readings are days, the interval covers them both, and the value says the year alone.
    """
    mark, year = match["mark"], _full_year(match["year"], situation.published)
    if year is None or (mark == "." and len(match["year"]) == 2):
        return undated(None) if mark != "." else None  # "1.2.31" is a section more often than a day
    first, second = int(match["first"]), int(match["second"])
    readings = [_in_calendar(year, second, first)]
    if mark != ".":
        readings.append(_in_calendar(year, first, second))
    days = sorted({day for day in readings if day})
    if not days:
        return None
    value = days[0].isoformat() if len(days) == 1 else f"{year:04d}-XX-XX"
    return TimeReading(timex=value, days=(days[0], days[-1]))


def _full_year(words: str, published: dt.date | None) -> int | None:
    """The year of two digits that lies nearest the day of publication; ``None`` where nothing tells the century."""
    if len(words) == 4:
        return int(words)
    if published is None:
        return None
    century = published.year - published.year % 100
    return min((century + step + int(words) for step in (-100, 0, 100)), key=lambda year: abs(year - published.year))


def _related_year(relation: str | None, month: int, day: int, published: dt.date) -> int | None:
    """ "last Nov. 25" is the latest before publication, "next Nov. 25" the first after it, "this" that of the year."""
    if not relation:
        return None
    past = (month, day) < (published.month, published.day)
    return published.year + {"last": -(not past), "past": -(not past), "next": past}.get(relation.lower(), 0)


def _year_by_weekday(match: re.Match[str], month: int, day: int, published: dt.date) -> int | None:
    """ "Friday, March 7" is in the year, of those beside, in which that day is a Friday."""
    if not match["weekday"]:
        return None
    number = weekday_number(match["weekday"])
    for year in (published.year, published.year - 1, published.year + 1):
        named = _in_calendar(year, month, day) if 0 < year < 10_000 else None
        if named and named.isoweekday() == number:
            return year
    return None


_ISO = (
    r"(?<![\w\-/])(?P<year>\d{4})-(?P<month>\d\d)"
    r"(?:-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?P<zone>Z|[+\-\u2212]\d\d:?\d\d)?)?)?(?![\w\-/]|\.\d)"
)
_TO = r"\s?(?:-|–|—)\s?|\s(?:to|through)\s"

_WEEKDAY = rf"(?:(?:(?i:the){S})?(?P<of_day>(?i:{PART_OF_DAY})){S}of{S})?(?:(?P<weekday>{SOME_WEEKDAY}),?{S})?"
YEAR_STEP = {"last": -1, "this": 0, "next": 1}
_OF_YEAR = rf"(?:,?{S}(?:of{S})?(?P<of_year>(?i:last|this|next)){S}(?i:year)\b)?"
_LIST = rf"(?:(?:,{S}{DAY}){{0,5}},?{S}and{S}{DAY})?"
"""The rest of "March 3, 5 and 7, 2031", which says the year of all."""
_YEAR_AFTER = rf"(?:,?{S}(?P<year>{YEAR}))?(?!\w)"

RULES = (
    Rule(re.compile(_ISO), _iso, triggers.YEARS),
    Rule(
        re.compile(r"(?<![\w\-/.])(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)(?P<hour>)(?![\w\-/]|\.\d)"),
        _iso,
        triggers.YEARS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?P<relation>(?i:last|(?<=\bthis\s)past|this|next)){S})?{_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY})(?:(?:{_TO})(?P<last>{DAY}))?"
            rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?(?!\w){_OF_YEAR}(?={_LIST}(?:,{S}(?P<list_year>{YEAR}))?)"
        ),
        _month_day,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,:/+\-]){_WEEKDAY}(?:the{S})?(?P<day>{DAY})(?:(?:{_TO}|/)(?P<last>{DAY}))?[\s\-]{{1,8}}"
            rf"(?:(?:day{S})?of{S})?(?P<month>{MONTH})(?:,?[\s\-]{{1,8}}(?P<year>{YEAR}))?(?!\w){_OF_YEAR}"
        ),
        _month_day,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"\b[Bb]etween{S}(?P<weekday>)(?:the{S})?(?P<t>(?P<day>{DAY}){S}and{S}(?:the{S})?(?P<last>{DAY}){S}"
            rf"(?:of{S})?(?P<month>{MONTH}){_YEAR_AFTER})"
        ),
        _month_day,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"\b[Bb]etween{S}(?P<weekday>)(?P<t>(?P<month>{MONTH}){S}(?P<day>{DAY}){S}and{S}(?:the{S})?(?P<last>{DAY}){_YEAR_AFTER})"
        ),
        _month_day,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,/:\-])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|\.\d|\s?%)"
        ),
        _numeric,
        triggers.FIGURES,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,/:\-])(?P<first>\d\d)(?P<mark>-)(?P<second>\d\d)-(?P<year>(?:19|20)\d\d|(?:3[2-9]|[4-9]\d))(?![\w/\-]|\.\d)"
        ),
        _numeric,
        triggers.FIGURES,
    ),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
