"""Times that are counted from the day of publication, or from the day a story last named."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .calendar import add_months
from .lengths import AMOUNT, APPROXIMATELY, COUNTED_UNIT, amount_of, duration_value, unit_in
from .lexicon import DAY_PARTS, MONTH, PART, PART_OF_DAY, UNIT, WEEKDAY, YEAR, S, part_in
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
    if words == "today" and _AGE.match(situation.text, match.end()):
        return undated("PRESENT_REF")
    shift = {
        "the day before yesterday": -2,
        "yesterday": -1,
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    }[words]
    return _day_and_part(situation, shift, "night" if words == "tonight" else match["of_day"])


_AGE = re.compile(
    r"['’]s\s(?:world|society|economy|youth|generation|technology|children|standards|terms|realities|environment)\b"
)
"""What belongs to "today" as an age, not as a day."""
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
    if relation in ("last", "next") and _OF.match(situation.text, match.end()):
        return None  # "the last week of 1998", "the last year of his life"
    if match["relation"].istitle() and match["unit"].istitle():
        return None  # a programme or paper called "This Week"
    if unit == "day" and relation != "the" and relation != "past":
        return None  # "the next day" belongs to a story
    if relation == "next" and _THE.match(match.group()) and situation.leads_on(*match.span()):
        return None  # so does "the next month", of what has been
    if part is None and unit not in ("weekend", "quarter") and _is_stretch(match, situation):
        return _stretch(situation, 1, unit, 1 if relation in ("next", "coming") else -1)
    if relation == "past" and part is None and unit not in ("weekend", "quarter"):
        return _stretch(situation, 1, unit, -1)
    if situation.published is None:
        return undated(OPEN[unit])
    value = period(situation.published, unit, _STEP[relation])
    return dated(value, anchor=situation.anchor, part=part, published=situation.published) if value else None


_OF = re.compile(r"\s{1,8}of\b")
_OVER = re.compile(r"\b(?:over|within|during|throughout)\s+\Z", re.IGNORECASE)
_THE = re.compile(r"(?:the\s+)(?:last|next|coming)\b", re.IGNORECASE)


def _is_stretch(match: re.Match[str], situation: Situation) -> bool:
    """ "over the next year" is twelve months from now, "the next year" is that of the calendar."""
    if not _THE.match(match.group()):
        return False
    decade = match["unit"].lower() in ("decade", "century")
    return decade or _OVER.search(situation.text, max(0, match.start() - 12), match.start()) is not None


def _before_last(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the week before last", "the year after next"."""
    unit = match["unit"].lower()
    if situation.published is None:
        return undated(OPEN[unit])
    value = period(situation.published, unit, -2 if match["before"] else 2)
    return dated(value, anchor=situation.anchor) if value else None


def _fiscal_year(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "this fiscal year": it may begin in the year before and end in the one after, by each country's custom."""
    if situation.published is None:
        return undated(OPEN["year"])
    year = situation.published.year + _STEP[match["relation"].lower()]
    days = dt.date(year - 1, 1, 1), dt.date(year + 1, 12, 31)
    return TimeReading(timex=f"{year:04d}", days=days, anchor=situation.anchor)


def _mid_or_end(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "mid-month", "year-end", "by year's end"; "year-end 2030"."""
    unit = (match["mid"] or match["end"]).lower()
    part = "mid" if match["mid"] else "late"
    if match["year"]:
        return dated(match["year"], part=part) if unit == "year" else None
    if situation.published is None:
        return undated(OPEN[unit])
    value = period(situation.published, unit, _STEP[(match["relation"] or "this").lower()])
    return dated(value, anchor=situation.anchor, part=part) if value else None


def _overnight(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """What was done overnight: in the night to the day of publication, unless the story is at another day."""
    if situation.tense(*match.span()) != "past":
        return None  # what is forbidden, or will be done, in any night
    published, told = situation.published, situation.told_before(match.start())
    if published is None or published == dt.date.min:
        return undated(OPEN["day"] + "TNI", kind="TIME")
    evening = published - dt.timedelta(days=1)
    if told and told[0] not in (evening, published):
        return undated(OPEN["day"] + "TNI", kind="TIME")
    return TimeReading(
        timex=f"{evening.isoformat()}TNI", kind="TIME", days=(evening, published), anchor=situation.anchor
    )


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
    if not (match["vague"] or match["half_a"] or match["amount"]) and match["where"].lower() != "ago":
        return None  # "every day from now on"
    if match["vague"] or not (match["half_a"] or match["amount"]):
        return undated("PAST_REF" if match["where"].lower() == "ago" else "FUTURE_REF")
    count = 0.5 if match["half_a"] else amount_of(match["amount"]) + (0.5 if match["half"] or match["halved"] else 0)
    if count != int(count) and unit in _SMALLER:
        unit, count = _SMALLER[unit][0], round(count * _SMALLER[unit][1])
    if count != int(count) and unit != "hour":
        return undated("XXXX-XX-XX")
    if unit in ("minute", "hour"):
        unit, count = "day", 0 if count <= 12 else round(count / 24) if unit == "hour" else 0
    if published is None:
        return undated(OPEN[unit])
    value = moved(published, unit, int(count) * (-1 if match["where"].lower() == "ago" else 1))
    if value and _BEYOND.match(match.group()):
        return undated(value, anchor=situation.anchor)  # "more than a year ago" may be any year before
    return dated(value, anchor=situation.anchor) if value else None


_SMALLER = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100), "week": ("day", 7)}
"""A year and a half are so many months."""
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


_PASSED = re.compile(r"\b(?:in|over|for|during|within|these|those|its|his|her|their|our|my)\s{1,8}\Z", re.IGNORECASE)
"""What stands before "last" or "coming" where it is no verb: "begin on Monday and last three days" dates nothing."""


def _stretched(match: re.Match[str], situation: Situation) -> TimeReading | None:
    verb = match[0].lower().startswith(("last", "coming"))
    if verb and not _PASSED.search(situation.text, max(0, match.start() - 12), match.start()):
        return None
    direction = -1 if match["relation"].lower() in ("last", "past", "previous") else 1
    return _stretch(situation, amount_of(match["amount"]), match["unit"].lower(), direction)


_BESIDE = "in|at|on|by|and|but|as|after|that|with|against|near|before|when|while|between|across|along|to|into|from"
"""Words after "overnight" that make it an adverb: "an overnight curfew" dates nothing."""


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
            rf"\b{APPROXIMATELY}(?:(?P<half_a>half{S}an?{S})|(?P<vague>several|many|some|a{S}few|few){S}|{AMOUNT}(?P<half>{S}and{S}a{S}half)?[\s\-]{{1,8}})?{COUNTED_UNIT}(?P<halved>{S}and{S}a{S}half)?{S}(?P<where>ago|from{S}now|hence)\b"
        ),
        _ago,
        triggers.AGO,
    ),
    Rule(
        _words(rf"\bin{S}(?P<t>{APPROXIMATELY}{AMOUNT}{S}{COUNTED_UNIT}(?P<time>(?:['’]s?)?{S}time)?)\b"),
        _in_future,
        triggers.UNITS,
    ),
    Rule(
        _words(rf"\b(?:the{S})?(?P<relation>last|past|previous|next|coming){S}{AMOUNT}[\s\-]{{1,8}}{COUNTED_UNIT}\b"),
        _stretched,
        triggers.UNITS,
    ),
    Rule(
        _words(rf"\bthe{S}(?P<unit>week|weekend|month|quarter|year){S}(?:(?P<before>before{S}last)|after{S}next)\b"),
        _before_last,
        triggers.LAST_OR_NEXT,
    ),
    Rule(
        _words(rf"\b(?:the{S})?(?P<relation>last|past|this|current|next|coming){S}(?:fiscal|financial){S}year\b"),
        _fiscal_year,
        triggers.YEAR_WORDS,
    ),
    Rule(
        _words(
            rf"\b(?:(?P<relation>last|this|next){S})?"
            rf"(?:mid-(?P<mid>week|month|year)|(?P<end>month|year)(?:-|['’]s{S})end(?:{S}(?P<year>{YEAR}))?)(?!\w)"
        ),
        _mid_or_end,
        triggers.MID_OR_END,
    ),
    Rule(
        _words(
            rf"\bovernight\b(?!{S}(?:on|in|into|to|from){S}(?:{WEEKDAY}|{MONTH}|\d))"
            rf"(?=\s{{0,8}}[.,;:)\u2014]|\s{{0,8}}\Z|{S}(?:{_BESIDE})\b)"
        ),
        _overnight,
        triggers.OVERNIGHT,
    ),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
