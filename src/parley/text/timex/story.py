"""Times counted from the one that a story last dated: "the next day", "that night", "a year earlier".

They are read only where the words before, in the same paragraph, say the day, week or year to count
from; otherwise the value stays open.
"""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .calendar import SEASON_MONTHS, Days
from .lengths import AMOUNT, APPROXIMATELY, COUNTED_UNIT, amount_of, duration_value, unit_in
from .lexicon import (
    DAY,
    DAY_PARTS,
    FULL_MONTH,
    MONTH,
    PART_OF_DAY,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    S,
    day_number,
    month_number,
    weekday_number,
)
from .reading import OPEN, Rule, Situation, TimeReading, dated, moved, period, undated

_STEP = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}
"""Steps of the words that lead on or back; "that" and "the same" stay."""


def _step(match: re.Match[str]) -> int:
    return _STEP.get((match["relation"] or match["where"]).lower(), 0)


def _unit(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the following week", "that year", "the day before"; "earlier that day"."""
    unit = match["unit"].lower()
    next_ = (match["relation"] or "").lower() == "next"
    if next_ and unit != "day" and not situation.leads_on(*match.span()):
        return None  # counted from the day of publication
    return _counted(situation, match.start(), unit, 0 if match["within"] else _step(match))


def _in_the(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "later in the week": of the week that the story is in, else of that of publication, before or after the day.

    "Earlier in the day" is of the day that the story is in, or that its news is of.
    """
    unit, within = match["unit"].lower(), match["within"].lower()
    told = situation.told_before(match.start(), across=True)
    if unit == "day" and told is None:
        return situation.news_day() or undated(OPEN[unit])
    if told is not None or situation.published is None:
        return _counted(situation, match.start(), unit, 0)
    value = period(situation.published, unit, 0)
    return dated(value, anchor=situation.anchor, part=within, published=situation.published) if value else None


def _counted(situation: Situation, offset: int, unit: str, step: int) -> TimeReading:
    """``step`` units on from the unit that the story is in; open where it is in none, or in several."""
    told = situation.told_before(offset, across=True)
    if unit == "day" and step and (told is None or told[0] != told[1]):
        told = situation.day_before(offset) or told  # "since 1995" may stand between "on Friday" and "the next day"
    if told is None:
        return undated(OPEN[unit])
    if period(told[0], unit, 0) != period(told[1], unit, 0):
        return _day_in(told) if unit == "day" and step == 0 else undated(OPEN[unit])
    value = period(told[0], unit, step)
    return (dated(value, anchor=_said(told)) if value else None) or undated(OPEN[unit])


def _day_in(told: Days) -> TimeReading:
    """ "that day", after a month or a year: some day in it."""
    first, last = told
    month, year = first.strftime("%m") if first.month == last.month else "XX", f"{first.year:04d}"
    value = f"{year}-{month}-XX" if first.year == last.year else OPEN["day"]
    return TimeReading(timex=value, days=told, anchor=_said(told))


def _said(told: Days) -> str:
    first, last = told
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _part_of_day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "that night", "the next morning", "the night before"."""
    day = _counted(situation, match.start(), "day", _step(match))
    suffix = DAY_PARTS[match["of_day"].lower()]
    return TimeReading(timex=f"{day.timex}{suffix}", kind="TIME", days=day.days, anchor=day.anchor)


def _weekday(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the following Monday": the first after the day last told; "the Monday before"; "that Monday" of its week."""
    number, step = weekday_number(match["weekday"]), _step(match)
    told = situation.told_before(match.start(), across=True)
    if told is None:
        return undated(f"XXXX-WXX-{number}")
    first, last = told
    if step == 0:
        monday = first - dt.timedelta(days=first.isoweekday() - 1)
        if last > monday + dt.timedelta(days=6):
            return undated(f"XXXX-WXX-{number}")
        day = monday + dt.timedelta(days=number - 1)
    elif first != last:
        return undated(f"XXXX-WXX-{number}")
    else:
        day = first + dt.timedelta(days=step * ((step * (number - first.isoweekday()) - 1) % 7 + 1))
    return dated(day.isoformat(), anchor=_said(told))


def _month_or_season(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "that November", "the following spring": of the year that the story is in, or the first after it."""
    step, told = _step(match), situation.told_before(match.start(), across=True)
    name = match["month"] or match["season"].lower()
    season = SEASONS[match["season"].lower()] if match["season"] else None
    month = SEASON_MONTHS[season] if season else month_number(name)
    if told is None or (step == 0 and told[0].year != told[1].year):
        return undated(f"XXXX-{season or f'{month:02d}'}")
    year = (told[1] if step > 0 else told[0]).year
    if step > 0 and month <= told[1].month:
        year += 1
    elif step < 0 and month >= told[0].month:
        year -= 1
    return dated(f"{year:04d}-{season or f'{month:02d}'}", anchor=_said(told))


def _of_that_year(match: re.Match[str], situation: Situation) -> TimeReading:
    """ "March of that year", "on March 10 the following year": of the year that the story is in, or one beside it."""
    month = f"{month_number(match['month']):02d}" + (f"-{day_number(match['day']):02d}" if match["day"] else "")
    told = situation.told_before(match.start(), across=True)
    if told is None or told[0].year != told[1].year:
        return undated(f"XXXX-{month}")
    year = told[0].year + _step(match)
    return dated(f"{year:04d}-{month}", anchor=_said(told)) or undated(f"XXXX-{month}")


def _later(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "two days later", "a year earlier"."""
    unit, count = unit_in(match), amount_of(match["amount"])
    if unit in ("minute", "hour"):
        return undated(duration_value(count, unit), kind="DURATION")
    told = situation.told_before(match.start(), across=True)
    if unit == "day":
        told = situation.day_before(match.start()) or told
    ago = match["where"].lower() in ("earlier", "before")
    if unit == "year" and count == int(count) and told is not None and situation.told is not None:
        # "a year earlier", of a quarter or month, is that quarter or month
        said = _YEAR_AND_PART.fullmatch(situation.told.timex or "")
        year = told[0].year + int(count) * (-1 if ago else 1)
        if said and said["part"] and 0 < year < 10_000:
            return dated(f"{year:04d}{said['part']}", anchor=_said(told))
    if told is None or count != int(count) or period(told[0], unit, 0) != period(told[1], unit, 0):
        return undated(OPEN[unit])
    value = moved(told[0], unit, int(count) * (-1 if ago else 1))
    reading = dated(value, anchor=_said(told)) if value else None
    if reading and _is_unforetold(reading, unit, match, situation):
        return undated(OPEN[unit])
    return reading


def _is_unforetold(reading: TimeReading, unit: str, match: re.Match[str], situation: Situation) -> bool:
    """ "Six years later" that would be years to come, where no verb speaks of them: it counts from something else."""
    return (
        unit in ("year", "decade", "century")
        and situation.published is not None
        and reading.days is not None
        and reading.days[0] > situation.published
        and situation.tense(*match.span()) != "future"
    )


_YEAR_AND_PART = re.compile(r"(?P<year>\d{4})(?P<part>-Q[1-4]|-H[12]|-\d\d|)")


def _year_earlier(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the year-earlier quarter": that of the story, a year before; "year-ago" alone counts from publication, too."""
    told = situation.told if situation.told_before(match.start(), across=True) else None
    said = _YEAR_AND_PART.fullmatch(told.timex or "") if told else None
    noun = (match["what"] or "").lower()
    if said and told and told.days and not (noun == "quarter" and "Q" not in said["part"]):
        year_before = f"{int(said['year']) - 1:04d}{said['part']}"
        return dated(year_before, anchor=_said(told.days)) or undated(OPEN["year"])
    if noun == "quarter":
        return _counted(situation, match.start(), "quarter", -4)
    if situation.published and match["where"].lower() == "ago":
        value = moved(situation.published, "year", -1)
        return dated(value, anchor=situation.anchor) if value else None
    return undated(OPEN["year"])


def _quarter(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the quarter", "the latest quarter": the one that the story has just named."""
    told = situation.told if situation.told_before(match.start(), across=True) else None
    if told is None or told.days is None or "-Q" not in (told.timex or ""):
        return None
    return TimeReading(timex=told.timex, days=told.days, anchor=_said(told.days))


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_THAT = (
    rf"(?:the{S}(?:very{S})?(?P<relation>next|following|previous|preceding|same)|(?P<where>that)(?:{S}(?:very|same))?)"
)
_BARE_END = r"(?=\s{0,8}(?:[.,;:)]|\Z)|\s{1,8}(?:in|at|on|by|from|to)\b)"
"""Not before a clause or a name: "the day before they left" counts from another event."""

RULES = (
    Rule(
        _words(rf"\b(?:(?P<within>earlier|later){S})?(?:{_THAT}{S}(?P<unit>{UNIT})\b(?!['’-]?\w|{S}after\b))"),
        _unit,
        triggers.UNITS,
    ),
    Rule(
        _words(rf"\bthe{S}(?P<unit>{UNIT}){S}(?P<where>before|after)(?P<relation>)(?P<within>){_BARE_END}"),
        _unit,
        triggers.UNITS,
    ),
    Rule(
        _words(rf"\b(?P<within>earlier|later){S}in{S}the{S}(?P<unit>day|week|month|year)\b"),
        _in_the,
        triggers.LATER,
    ),
    Rule(_words(rf"\b{_THAT}{S}(?P<of_day>{PART_OF_DAY})\b"), _part_of_day, triggers.DAY_PARTS),
    Rule(
        _words(rf"\bthe{S}(?P<of_day>{PART_OF_DAY}){S}(?P<where>before|after)(?P<relation>){_BARE_END}"),
        _part_of_day,
        triggers.DAY_PARTS,
    ),
    Rule(
        re.compile(rf"\b(?i:{_THAT}){S}(?P<weekday>{WEEKDAY})(?!\w)"),
        _weekday,
        triggers.WEEKDAYS,
    ),
    Rule(
        re.compile(rf"\b(?i:{_THAT}){S}(?P<season>)(?P<month>{FULL_MONTH})(?!\w|{S}(?:\d|[A-Z]))"),
        _month_or_season,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(rf"\b(?P<month>{MONTH})(?:{S}(?P<day>{DAY}))?,?{S}(?i:(?:of{S})?{_THAT}{S}year)\b"),
        _of_that_year,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(rf"\b(?i:{_THAT}){S}(?P<month>)(?P<season>(?i:{SEASON}))\b(?!{S}of\b)"),
        _month_or_season,
        triggers.SEASONS,
    ),
    Rule(
        re.compile(rf"\b(?i:the){S}(?P<weekday>{WEEKDAY}){S}(?P<where>(?i:before|after))(?P<relation>){_BARE_END}"),
        _weekday,
        triggers.WEEKDAYS,
    ),
    Rule(
        _words(
            rf"\b{APPROXIMATELY}{AMOUNT}{S}{COUNTED_UNIT}{S}(?P<where>later|earlier|afterwards?|before(?=[.,;])|after(?=[.,;]))\b"
        ),
        _later,
        triggers.LATER,
    ),
    Rule(
        _words(
            rf"\b(?:the{S})?year-(?P<where>earlier|ago)(?:{S}(?P<what>quarter|period|month|half|level|figure|total|results?))?\b"
        ),
        _year_earlier,
        triggers.YEAR_WORDS,
    ),
    Rule(
        _words(rf"\bthe{S}(?:latest{S})?quarter\b(?!{S}(?:of|to|past|century|mile)\b|-)"),
        _quarter,
        triggers.QUARTERS,
    ),
)
"""Patterns with what they mean."""
