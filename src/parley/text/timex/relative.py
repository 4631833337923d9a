"""Times that are counted from the day of publication, or from the day a story last named."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .calendar import add_months, week_value
from .lengths import AMOUNT, APPROXIMATELY, COUNTED_UNIT, amount_of, duration_value, unit_in
from .lexicon import DAY_PARTS, PART, PART_OF_DAY, UNIT, WEEKDAY, S, part_in, weekday_number
from .nearest import weekday_near, weekday_of
from .reading import OPEN, Rule, Situation, TimeReading, dated, moved, period, undated

_STEP = {
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "the": 0,
    "next": 1,
    "coming": 1,
}


def _day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    if match["word"][0] == "T" and _TITLE.search(situation.text, max(0, match.start() - 20), match.start()):
        return None  # a paper or a channel called "Kestria Today"
    words = re.sub(r"\s+", " ", match["word"].lower())
    shift = {
        "the day before yesterday": -2,
        "yesterday": -1,
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    }[words]
    return _day_and_part(situation, shift, "night" if words == "tonight" else match["of_day"])


_TITLE = re.compile(r"\b[A-Z]\w*\s\Z")


def _this_part(match: re.Match[str], situation: Situation) -> TimeReading | None:
    return _day_and_part(situation, -1 if match["relation"].lower() == "last" else 0, match["of_day"])


def _day_and_part(situation: Situation, shift: int, of_day: str | None) -> TimeReading | None:
    suffix = DAY_PARTS[of_day.lower()] if of_day else ""
    kind = "TIME" if suffix else "DATE"
    if situation.published is None:
        return undated(OPEN["day"] + suffix, kind=kind)
    value = moved(situation.published, "day", shift)
    return dated(value + suffix, kind=kind, anchor=situation.anchor) if value else None


def _unit(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "last week", "earlier this month", "the end of the year", "the past week"."""
    relation, unit = match["relation"].lower(), match["unit"].lower()
    part = part_in(match) or (match["within"] or "").lower() or None
    if relation == "the" and (part is None or unit in ("weekend", "quarter") or match["within"]):
        return None
    if unit == "day" and part == "late" and _IDIOM.search(situation.text, max(0, match.start() - 4), match.start()):
        return None
    if match["relation"].istitle() and match["unit"].istitle():
        return None  # a programme or paper called "This Week"
    if unit == "day" and relation != "the" and relation != "past":
        return None  # "the next day" belongs to a story
    if unit == "decade" and part is None and re.match(r"(?i:the\s+last)\b", match.group()):
        return _stretch(situation, 1, unit, -1)
    if relation == "past" and part is None and unit not in ("weekend", "quarter"):
        return _stretch(situation, 1, unit, -1)
    if situation.published is None:
        return undated(OPEN[unit])
    value = period(situation.published, unit, _STEP[relation])
    return dated(value, anchor=situation.anchor, part=part, published=situation.published) if value else None


_IDIOM = re.compile(r"\bat\s\Z", re.IGNORECASE)
""" "At the end of the day" is said of anything."""


def _stretch(situation: Situation, count: float, unit: str, direction: int) -> TimeReading:
    """ "the last three weeks": a duration that ends, or begins, on the day of publication."""
    value = duration_value(count, unit)
    published, whole = situation.published, int(count)
    if published is None or whole != count:
        return undated(value, kind="DURATION")
    try:
        if unit in ("day", "week", "fortnight"):
            far = published + direction * dt.timedelta(days=whole * {"day": 1, "week": 7, "fortnight": 14}[unit])
        elif unit in _IN_MONTHS:
            far = add_months(published, direction * whole * _IN_MONTHS[unit])
        else:
            return undated(value, kind="DURATION", anchor=situation.anchor)
    except (ValueError, OverflowError):
        return undated(value, kind="DURATION")
    days = (far, published) if direction < 0 else (published, far)
    return TimeReading(timex=value, kind="DURATION", days=days, anchor=situation.anchor)


_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "centur": 1200, "century": 1200}


def _ago(match: re.Match[str], situation: Situation) -> TimeReading | None:
    unit, published = unit_in(match), situation.published
    if not match["vague"] and not match["amount"] and match["where"].lower() != "ago":
        return None  # "every day from now on"
    if match["vague"] or not match["amount"]:
        return undated("PAST_REF" if match["where"].lower() == "ago" else "FUTURE_REF")
    count = amount_of(match["amount"])
    if count != int(count):
        return undated("XXXX-XX-XX")
    if unit in ("minute", "hour"):
        unit, count = "day", 0 if count <= 12 else round(count / 24) if unit == "hour" else 0
    if published is None:
        return undated(OPEN[unit])
    value = moved(published, unit, int(count) * (-1 if match["where"].lower() == "ago" else 1))
    if value and _BEYOND.match(match.group()):
        return undated(value, anchor=situation.anchor)  # "more than a year ago" may be any year before
    return dated(value, anchor=situation.anchor) if value else None


_BEYOND = re.compile(r"(?:more\s+than|less\s+than|over|just\s+over|at\s+least)\b", re.IGNORECASE)


def _in_future(match: re.Match[str], situation: Situation) -> TimeReading | None:
    unit = unit_in(match)
    count = amount_of(match["amount"])
    sure = match["time"] or situation.tense(*match.span()) == "future"
    if not sure or count != int(count) or unit in ("minute", "hour"):
        return None
    if situation.published is None:
        return undated(OPEN[unit])
    value = moved(situation.published, unit, int(count))
    return dated(value, anchor=situation.anchor) if value else None


def _stretched(match: re.Match[str], situation: Situation) -> TimeReading | None:
    direction = -1 if match["relation"].lower() in ("last", "past", "previous") else 1
    return _stretch(situation, amount_of(match["amount"]), match["unit"].lower(), direction)


def _weekday(match: re.Match[str], situation: Situation) -> TimeReading | None:
    number, published = weekday_number(match["weekday"]), situation.published
    suffix = DAY_PARTS[match["of_day"].lower()] if match["of_day"] else ""
    kind = "TIME" if suffix else "DATE"
    if published is None:
        return undated(f"XXXX-WXX-{number}{suffix}", kind=kind)
    try:
        if match["week"]:
            monday = published - dt.timedelta(days=published.isoweekday() - 1)
            day = monday + dt.timedelta(days=number - 1, weeks=_STEP[match["week"].lower()])
        elif match["relation"]:
            related = {"past": "last", "coming": "this"}.get(match["relation"].lower(), match["relation"].lower())
            day = weekday_of(number, related, published)
        else:
            begun = _stretch_from(situation, match.start("weekday"))
            day = begun or weekday_near(number, published, situation.tense(*match.span()))
            if begun:
                day += dt.timedelta(days=(number - begun.isoweekday() - 1) % 7 + 1)
    except OverflowError:
        return None
    return dated(day.isoformat() + suffix, kind=kind, anchor=situation.anchor)


_FROM = re.compile(r"\b(?:from|between)\s{1,8}(?:early\s|late\s)?[\w.]{3,12}\Z", re.IGNORECASE)
_TO = re.compile(r"\s{1,8}(?:to|and|until|till|through)\s{1,8}")


def _stretch_from(situation: Situation, offset: int) -> dt.date | None:
    """The first day of "from Wednesday to Saturday": the last one follows it, whatever the verb."""
    told, at = situation.told, situation.told_at
    if told is None or told.day is None or not _TO.fullmatch(situation.text, at, offset):
        return None
    return told.day if _FROM.search(situation.text, max(0, at - 40), at) else None


def _weekend(match: re.Match[str], situation: Situation) -> TimeReading | None:
    published = situation.published
    if published is None:
        return undated(OPEN["weekend"])
    tense = situation.tense(*match.span())
    step = 0 if tense == "future" or published.isoweekday() >= 6 else -1
    try:
        return dated(week_value(published + dt.timedelta(weeks=step)) + "-WE", anchor=situation.anchor)
    except OverflowError:
        return None


# Days with a name of their own are not the last of their kind.
_NO_FEAST = "".join(rf"(?<!{name}\s)" for name in ("Super", "Black", "Bloody", "Good", "Ash", "Palm", "Holy"))


_NO_PAPER = r"(?!\s(?:Times|Telegraph|Mirror|Express|Tribune|Herald|Independent|Observer)\b)"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RULES = (
    Rule(
        _words(
            rf"\b(?:(?:early|late|later|earlier){S})?(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|today|tonight|yesterday|tomorrow)"
            rf"(?:{S}(?P<of_day>{PART_OF_DAY}))?\b"
        ),
        _day,
        triggers.DAYS,
    ),
    Rule(
        _words(rf"\b(?:(?:early|late|later|earlier){S})?(?P<relation>this|last){S}(?P<of_day>{PART_OF_DAY})\b"),
        _this_part,
        triggers.DAY_PARTS,
    ),
    Rule(
        _words(
            rf"\b{PART}(?:(?P<within>earlier|later){S})?(?:(?:the|this){S}(?=past|current|coming|next|last))?"
            rf"(?P<relation>last|past|this|current|next|coming|the){S}(?P<unit>{UNIT})\b(?!-)"
        ),
        _unit,
        triggers.UNITS,
    ),
    Rule(
        _words(
            rf"\b{APPROXIMATELY}(?:(?P<vague>several|many|some|a{S}few|few){S}|{AMOUNT}[\s\-]{{1,8}})?{COUNTED_UNIT}{S}(?P<where>ago|from{S}now|hence)\b"
        ),
        _ago,
        triggers.UNITS,
    ),
    Rule(
        _words(rf"\bin{S}(?P<t>{APPROXIMATELY}{AMOUNT}{S}{COUNTED_UNIT}(?P<time>['’]?{S}time)?)\b"),
        _in_future,
        triggers.UNITS,
    ),
    Rule(
        _words(rf"\b(?:the{S})?(?P<relation>last|past|previous|next|coming){S}{AMOUNT}[\s\-]{{1,8}}{COUNTED_UNIT}\b"),
        _stretched,
        triggers.UNITS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?i:early|late|mid)[\s\-]{{1,8}})?(?:(?P<relation>(?i:last|past|this|next|coming)){S})?{_NO_FEAST}(?P<weekday>{WEEKDAY})"
            rf"(?:[\s\-]{{1,8}}(?P<of_day>{PART_OF_DAY}))?(?:{S}(?:of{S})?(?P<week>(?i:last|this|next)){S}week)?(?!\w){_NO_PAPER}"
        ),
        _weekday,
        triggers.WEEKDAYS,
    ),
    Rule(_words(r"\bthe\s{1,8}weekend\b"), _weekend, triggers.UNITS),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
