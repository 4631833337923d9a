"""Parts of a month and days told together: "the second half of April", "the week of 10 March", "3 and 7 March"."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .calendar import Days, bounds, week_value
from .lengths import amount_of
from .lexicon import DAY, MONTH, WEEKDAY, YEAR, S, day_number, month_number, weekday_number
from .nearest import year_for
from .reading import OPEN, Rule, Situation, TimeReading, dated, moved, undated

_STEP = {"last": -1, "this": 0, "the": 0, "next": 1, "coming": 1}
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def _value(match: re.Match[str], situation: Situation, day: int | None = None) -> tuple[str, str | None] | None:
    """The value of the month that a match names, and what it was counted from; open without a year."""
    groups, published = match.groupdict(), situation.published
    if groups.get("relation"):
        if published is None:
            return OPEN["month"], None
        value = moved(published, "month", _STEP[match["relation"].lower()])
        return (value, situation.anchor) if value else None
    month = month_number(match["month"])
    if match["year"]:
        return f"{int(match['year']):04d}-{month:02d}", None
    if published is None:
        return f"XXXX-{month:02d}", None
    year = year_for(month, day, published, situation.cue(*match.span()))
    return (f"{year:04d}-{month:02d}", situation.anchor) if year else None


def _part(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """A half (to the 15th, from the 16th), a week (days one to seven and so on) or some days of a month."""
    found = _value(match, situation)
    if found is None:
        return None
    value, anchor = found
    month = bounds(value)
    return TimeReading(timex=value, days=_cut(month, match), anchor=anchor) if month else undated(value)


def _cut(month: Days, match: re.Match[str]) -> Days:
    first, last = month
    ordinal, unit = match["ordinal"].lower(), (match["unit"] or "days").lower()
    if unit == "half":
        middle = first + dt.timedelta(days=14)
        return (first, middle) if ordinal == "first" else (middle + dt.timedelta(days=1), last)
    count = 7 if unit == "week" else int(amount_of(match["count"])) * (7 if match["days"].lower() == "weeks" else 1)
    if ordinal == "last":
        return last - dt.timedelta(days=count - 1), last
    start = first + dt.timedelta(days=count * _NTH[ordinal])
    return start, min(start + dt.timedelta(days=count - 1), last)


def _nth_day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the 15th of next month"."""
    found = _value(match, situation)
    if found is None:
        return None
    month, day = found[0], day_number(match["day"])
    return undated(f"{month}-{day:02d}") if "X" in month else dated(f"{month}-{day:02d}", anchor=found[1])


_SPELT = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), start=1
    )
}


def _spelt_day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the first of May"."""
    number = _SPELT[match["ordinal"].lower()]
    found = _value(match, situation, number)
    if found is None:
        return None
    value = f"{found[0]}-{number:02d}"
    return undated(value) if "X" in value else dated(value, anchor=found[1])


def _nth_weekday(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the first Monday of May", "the last Friday of next month"; of each month it is a set."""
    number = weekday_number(match["weekday"])
    if match["each"]:
        return undated(f"XXXX-WXX-{number}", kind="SET")
    found = _value(match, situation)
    days = bounds(found[0]) if found else None
    if found is None or days is None:
        return undated(f"XXXX-WXX-{number}")
    first, last = days
    if match["ordinal"].lower() == "last":
        day = last - dt.timedelta(days=(last.isoweekday() - number) % 7)
    else:
        day = first + dt.timedelta(days=(number - first.isoweekday()) % 7, weeks=_NTH[match["ordinal"].lower()])
    return dated(day.isoformat(), anchor=found[1])


def _bare_day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "on the 15th": of the month that the story is in, else the nearest in the direction of the verb."""
    published, number = situation.published, day_number(match["day"])
    if not 1 <= number <= 31:
        return None
    told = situation.told_before(match.start())
    if published is None and told is None:
        return undated(f"XXXX-XX-{number:02d}")
    if told and (told[0].year, told[0].month) == (told[1].year, told[1].month):
        return dated(f"{told[0]:%Y-%m}-{number:02d}", anchor=f"{told[0]:%Y-%m}")
    if told or published is None:
        return undated(f"XXXX-XX-{number:02d}")
    step = {"past": -(number > published.day), "future": number < published.day}.get(
        situation.tense(*match.span("t")) or "", 0
    )
    month = moved(published, "month", int(step))
    return dated(f"{month}-{number:02d}", anchor=situation.anchor) if month else None


def _day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "3" in "3 and 7 March", "7" in "March 3 and 7"."""
    found = _value(match, situation, day_number(match["day"]))
    if found is None:
        return None
    value = f"{found[0]}-{day_number(match['day']):02d}"
    return undated(value) if "X" in value else dated(value, anchor=found[1])


def _week(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """The calendar week that a day lies in, Monday to Sunday."""
    day = _day(match, situation)
    if day is None or day.day is None:
        return undated(OPEN["week"]) if day else None
    return dated(week_value(day.day), anchor=day.anchor)


_WHICH = (
    rf"(?:(?P<month>{MONTH})(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?(?!\w)"
    rf"|(?:(?i:the){S})?(?P<relation>(?i:last|this|the|next|coming)){S}(?i:month)\b)"
)
_MONTH_AND_YEAR = rf"(?P<month>{MONTH})(?:,?{S}(?P<year>{YEAR}))?(?!\w)"
_AND = rf",?{S}(?:and|or){S}"
_LIST_END = rf"(?=(?:,?{S}(?P<year>{YEAR}))?(?:[.,;:)]|\Z|\s{{1,8}}(?:in|at|on|the|when|to|for|by|of|as)\b))"
"""Not before what is counted: "on March 3 and 12 soldiers"."""
_WEEK_OF = rf"\b(?:the{S})?week{S}of{S}(?:the{S})?"

RULES = (
    Rule(
        re.compile(
            rf"\b(?:(?i:the){S})?(?P<ordinal>(?i:first|second|third|fourth|last)){S}"
            rf"(?:(?P<unit>(?i:half|week))|(?P<count>[1-9]|[12]\d|(?i:two|three|four|five|six|seven|eight|nine|ten)){S}(?P<days>(?i:days|weeks))){S}"
            rf"(?i:of|in){S}{_WHICH}"
        ),
        _part,
        triggers.UNITS_AND_HALVES,
    ),
    Rule(
        re.compile(rf"\b(?i:the){S}(?P<ordinal>(?i:{'|'.join(_SPELT)})){S}of{S}{_MONTH_AND_YEAR}"),
        _spelt_day,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?i:the){S})?(?P<ordinal>(?i:first|second|third|fourth|last)){S}(?P<weekday>{WEEKDAY}){S}(?i:of|in){S}"
            rf"(?:{_WHICH}|(?P<each>(?i:each|every|a|the){S}(?i:month))\b)"
        ),
        _nth_weekday,
        triggers.WEEKDAYS,
    ),
    Rule(
        re.compile(rf"\b(?i:the){S}(?P<day>[0-3]?\d)(?:st|nd|rd|th){S}of{S}{_WHICH}"),
        _nth_day,
        triggers.NTHS,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,:/+\-$])(?P<t>(?P<day>{DAY}))(?=(?:,{S}{DAY}){{0,5}},?{S}(?:and|or){S}{DAY}{S}(?:of{S})?{_MONTH_AND_YEAR})"
        ),
        _day,
        triggers.MONTHS,
    ),
    *(
        Rule(
            re.compile(rf"\b(?P<month>{MONTH}){S}{DAY}(?:,{S}{DAY}){{{before}}}(?:{here})"),
            _day,
            triggers.MONTHS,
        )
        for before in range(4)
        for here in (
            rf",{S}(?P<t>(?P<day>{DAY}))(?=(?:,{S}{DAY}){{0,5}}{_AND}{DAY}{_LIST_END})",
            rf"{_AND}(?P<t>(?P<day>{DAY})){_LIST_END}",
        )
    ),
    Rule(
        re.compile(rf"{_WEEK_OF}(?P<month>{MONTH}){S}(?P<day>{DAY})(?:,?{S}(?P<year>{YEAR}))?(?!\w)"),
        _week,
        triggers.WEEKS,
    ),
    Rule(re.compile(rf"{_WEEK_OF}(?P<day>{DAY}){S}(?:of{S})?{_MONTH_AND_YEAR}"), _week, triggers.WEEKS),
    Rule(
        re.compile(
            rf"\b(?i:on|by|until|before){S}(?P<t>the{S}(?P<day>[0-3]?\d)(?:st|nd|rd|th))(?=\s{{0,8}}(?:[.,;:)]|\Z)|{S}at{S}\d|{S}(?:was|were|is|are|will|would|had|has|but|he|she|they|it|we)\b)"
        ),
        _bare_day,
        triggers.NTHS,
    ),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
