"""Times that name their day, month or year: dates, months, years, decades, seasons, quarters, feasts."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .calendar import Days, easter, season_value
from .lexicon import (
    DAY,
    FULL_MONTH,
    MONTH,
    ORDINALS,
    PART,
    SEASON,
    SEASONS,
    SHORT_MONTH,
    SOME_WEEKDAY,
    YEAR,
    S,
    any_of,
    day_number,
    month_number,
    part_in,
)
from .nearest import month_of, season_year, year_for
from .reading import Clock, Rule, Situation, TimeReading, dated, undated

_IN = (
    "(?i:"
    + any_of(
        "in since by until till from of during through throughout before after for between than the a an year fiscal "
        "circa his her its their our"
    )
    + ")"
)
_THINGS = any_of(
    "people persons troops soldiers men women children civilians prisoners detainees meters metres km kilomet\\w+ "
    "miles feet tons tonnes dollars euros pounds percent per deaths dead casualties members refugees rounds violations "
    "hours days workers residents homes fighters others local police jobs students shells times units GMT UTC"
)
_COUNTED = rf"(?!\s{{1,8}}(?i:{_THINGS})\b)"
"""Not before what is counted: "2000 people" names no year."""
_RELATION = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
    "the": None,
    "next": "next",
    "coming": "next",
    "following": "next",
}


def _month_day(match: re.Match[str], situation: Situation) -> TimeReading | None:
    month, first = month_number(match["month"]), day_number(match["day"])
    last = day_number(match["last"]) if match["last"] else first
    said_year = match["year"]
    if said_year:
        year, anchor = int(said_year), None
    elif situation.published is None:
        return undated(f"XXXX-{month:02d}-{first:02d}") if _in_calendar(2000, month, first) else None
    else:
        near = year_for(month, first, situation.published, situation.tense(*match.span()))
        if near is None:
            return None
        year, anchor = near, situation.anchor
    start, end = _in_calendar(year, month, first), _in_calendar(year, month, last)
    if start is None or end is None or end < start:
        return undated(None)  # the 31st of February: kept as words, and no part of it taken for a date
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
    if match["hour"] is None:
        return TimeReading(timex=day.isoformat(), days=(day, day))
    if int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return None
    clock = Clock(int(match["hour"]), int(match["minute"]), _offset(match["zone"]))
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


def _numeric(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """Day and month in figures; with a stroke their order is known only where one is above 12."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day_first = _in_calendar(year, second, first)
    month_first = _in_calendar(year, first, second)
    if match["mark"] == "." or month_first is None or first == second:
        return dated(day_first.isoformat()) if day_first else None
    if day_first is None:
        return dated(month_first.isoformat())
    return undated(None)


def _month_year(match: re.Match[str], situation: Situation) -> TimeReading | None:
    month, relation = month_number(match["month"]), match["relation"]
    if match["year"]:
        return dated(f"{int(match['year']):04d}-{month:02d}", part=part_in(match))
    if situation.published is None:
        return undated(f"XXXX-{month:02d}")
    year = situation.published.year + {"last": -1, "this": 0, "next": 1}[relation.lower()]
    return dated(f"{year:04d}-{month:02d}", anchor=situation.anchor, part=part_in(match))


_UNSURE_MONTHS = frozenset({"march", "may", "april", "june", "august"})  # verbs and names of people, too


def _month(match: re.Match[str], situation: Situation) -> TimeReading | None:
    words, relation, cue = match["month"].lower(), match["relation"], match["cue"]
    sure = words not in _UNSURE_MONTHS or relation or part_in(match) or (cue and cue.lower() != "the")
    if not sure or (cue or "").lower() in ("of the", "to the"):
        return None
    month = month_number(words)
    published = situation.published
    if published is None:
        return undated(f"XXXX-{month:02d}")
    if relation:
        year = month_of(month, _RELATION[relation.lower()] or "this", published).year
    else:
        near = year_for(month, None, published, situation.tense(*match.span("t")))
        if near is None:
            return None
        year = near
    return dated(f"{year:04d}-{month:02d}", anchor=situation.anchor, part=part_in(match))


def _year(match: re.Match[str], situation: Situation) -> TimeReading | None:
    if not (match["cue"] or part_in(match) or _follows_a_year(situation.text, match.start("t"))):
        return None
    return dated(match["year"], part=part_in(match))


def _follows_a_year(text: str, offset: int) -> bool:
    before = text[max(0, offset - 14) : offset]
    return (
        before.endswith("(") or re.search(r"\b(?:1[5-9]|20)\d\d(?:,|\s(?:and|or|to|through))\s\Z", before) is not None
    )


def _years(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    first, last = int(match["first"]), int(match["last"])
    if len(match["last"]) == 2:
        last += first - first % 100
    if not first < last <= first + 100:
        return None
    days: Days = (dt.date(first, 1, 1), dt.date(last, 12, 31))
    return TimeReading(timex=f"{first:04d}/{last:04d}", days=days)


_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}
_DECADES |= {"nineties": 9}


def _decade(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    if match["full"]:
        value = match["full"]
    elif match["short"]:
        # "in his 30s" is an age: the short form has an apostrophe, an article or a part before it.
        if not (part_in(match) or re.match(r"(?i:the\s)|['’]", match.group())):
            return None
        value = f"19{match['short']}"
    else:
        value = f"19{_DECADES[match['word'].lower()]}"
    return dated(value, part=part_in(match))


_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def _century(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    number = int(match["number"]) if match["number"] else _CENTURIES[match["word"].lower()]
    return dated(f"{number - 1:02d}", part=part_in(match)) if 1 < number <= 22 else None


def _season(match: re.Match[str], situation: Situation) -> TimeReading | None:
    season = SEASONS[match["season"].lower()]
    if match["year"]:
        return dated(season_value(season, int(match["year"])), part=part_in(match))
    relation = match["relation"]
    # "the fall of the town" and "a spring" are no seasons: "in the", "last" and the like make one.
    if not match["cue"] and (relation or "the").lower() == "the":
        return None
    if re.match(r"\s{1,8}of\b", situation.text[match.end("season") : match.end("season") + 12]):
        return None
    published = situation.published
    if published is None:
        return undated(f"XXXX-{season}")
    related = _RELATION[relation.lower()] if relation else None
    year = season_year(season, related, published, situation.tense(*match.span("t")))
    return dated(season_value(season, year), anchor=situation.anchor, part=part_in(match))


def _quarter(match: re.Match[str], situation: Situation) -> TimeReading | None:
    letter = "Q" if match["short"] or match["what"].lower() == "quarter" else "H"
    number = int(match["short"]) if match["short"] else ORDINALS[match["ordinal"].lower()]
    if letter == "H" and number > 2:
        return None
    if match["year"]:
        return dated(f"{int(match['year']):04d}-{letter}{number}")
    if not match["relation"] and letter == "H":
        return None  # the second half of what?
    if situation.published is None:
        return undated(f"XXXX-{letter}{number}")
    year = situation.published.year + {"last": -1, "next": 1}.get((match["relation"] or "").lower(), 0)
    return dated(f"{year:04d}-{letter}{number}", anchor=situation.anchor)


def _feast(match: re.Match[str], situation: Situation) -> TimeReading | None:
    words = match["feast"].lower()
    published = situation.published
    if match["year"] is None and published is None:
        return undated("XXXX-XX-XX")
    if words.startswith("easter"):
        years = [int(match["year"])] if match["year"] else _years_about(published)
        feasts = [easter(year) for year in years]
        near = min(feasts, key=lambda feast: abs((feast - published).days) if published else 0)
        return dated(near.isoformat(), anchor=None if match["year"] else situation.anchor)
    month, day = (12, 25)
    if "eve" in words:
        day = 31 if words.startswith("new") else 24
    elif words.startswith("new"):
        month, day = 1, 1
    if match["year"]:
        return dated(f"{int(match['year']):04d}-{month:02d}-{day:02d}")
    year = year_for(month, day, published, situation.tense(*match.span())) if published else None
    return dated(f"{year:04d}-{month:02d}-{day:02d}", anchor=situation.anchor) if year else None


def _years_about(published: dt.date | None) -> list[int]:
    return [year for year in range(published.year - 1, published.year + 2) if 1 < year < 9999] if published else []


_ISO = (
    r"(?<![\w\-/])(?P<year>\d{4})-(?P<month>\d\d)"
    r"(?:-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d{1,9})?)?"
    r"(?P<zone>Z|[+\-\u2212]\d\d:?\d\d)?)?)?(?![\w\-/]|\.\d)"
)
_TO = r"\s?(?:-|–|—)\s?|\s(?:to|through)\s"

RULES = (
    Rule(re.compile(_ISO), _iso, triggers.YEARS),
    Rule(
        re.compile(
            rf"\b(?:{SOME_WEEKDAY},?{S})?(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY})(?:(?:{_TO})(?P<last>{DAY}))?"
            rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?(?!\w)"
        ),
        _month_day,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,:/+\-])(?:{SOME_WEEKDAY},?{S})?(?:the{S})?(?P<day>{DAY})(?:(?:{_TO})(?P<last>{DAY}))?[\s\-]{{1,8}}"
            rf"(?:(?:day{S})?of{S})?(?P<month>{MONTH})(?:,?[\s\-]{{1,8}}(?P<year>{YEAR}))?(?!\w)"
        ),
        _month_day,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,/:\-])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/]|\.\d)"
        ),
        _numeric,
        triggers.YEARS,
    ),
    Rule(
        re.compile(
            rf"\b{PART}(?P<month>{MONTH})(?:,?{S}(?:of{S})?(?P<year>{YEAR})|{S}(?:of{S})?(?P<relation>(?i:last|this|next)){S}year)(?!\w)"
        ),
        _month_year,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?P<cue>(?i:in|since|by|until|till|from|of|during|through|before|after|for|between|the|and)){S})?"
            rf"(?P<t>{PART}(?:(?P<relation>(?i:last|past|previous|this|next|coming)){S})?(?P<month>{FULL_MONTH}|{SHORT_MONTH}))(?![\w]|\s[A-Z][a-z]+\s(?:said|told))"
        ),
        _month,
        triggers.MONTHS,
    ),
    Rule(
        re.compile(
            rf"(?<![\w$€£#.,:/\-+])(?:(?P<cue>{_IN}){S})?(?P<t>{PART}(?P<year>{YEAR}))(?![\w%])(?!-\w){_COUNTED}"
        ),
        _year,
        triggers.YEARS,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,/\-$#])(?P<first>(?:1[5-9]|20)\d\d)\s?[-–/]\s?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w\-/]|[.,]\d)"
        ),
        _years,
        triggers.YEARS,
    ),
    Rule(
        re.compile(
            rf"\b(?:the{S})?{PART}(?:the{S})?(?:(?P<full>(?:1[5-9]|20)\d)0['’]?s|['’]?(?P<short>[2-9])0['’]?s(?!\w)"
            r"|(?P<word>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))\b"
        ),
        _decade,
        triggers.DECADES,
    ),
    Rule(
        re.compile(
            rf"\b(?:the{S})?{PART}(?:the{S})?(?:(?P<number>\d\d)(?:st|nd|rd|th)|(?P<word>(?i:eighteenth|nineteenth|twentieth|twenty-first)))[\s\-]century\b"
        ),
        _century,
        triggers.UNITS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?P<cue>(?i:in|by|since|until|during|before)){S}(?:the{S})?)?"
            rf"(?P<t>{PART}(?:(?P<relation>(?i:last|past|previous|this|next|coming|the)){S})?(?P<season>(?i:{SEASON}))(?:{S}of)?(?:{S}(?P<year>{YEAR}))?)(?!\w)"
        ),
        _season,
        triggers.SEASONS,
    ),
    Rule(
        re.compile(
            rf"\b(?:the{S})?(?:Q(?P<short>[1-4])|(?P<ordinal>(?i:first|second|third|fourth|[1-4](?:st|nd|rd|th))){S}(?P<what>(?i:quarter|half)))"
            rf"(?:{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<relation>(?i:last|this|next|the)){S}year))?(?!\w)"
        ),
        _quarter,
        triggers.QUARTERS,
    ),
    Rule(
        re.compile(
            rf"\b(?P<feast>Christmas(?:{S}(?:Day|Eve))?|New{S}Year['’]s{S}(?:Day|Eve)|Easter(?:{S}Sunday)?)(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?(?!\w)"
        ),
        _feast,
        triggers.FEASTS,
    ),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
