"""Points in time that a provision names: D+14, dates with hour and zone, the fourth day, the Hour of Armistice.

A point is a day, a moment or an event, with a clock before or behind it ("06:00 UTC on D+3", "D+3 at 06:00"), or a
length of time after another point ("eight days after the Hour of Armistice"). Which of them bounds a duty, and how,
the words in front of it say: see ``windows``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.model import DayCount, Definition, Duration, Instant
from parley.text import day_counts, durations
from parley.text import patterns as re

from .found import FoundInstant
from .ordinals import MONTH, MONTHS, ORDINAL, WEEKDAY, YEARLESS, number_of
from .periods import Periods
from .reckoning import (
    LIGHT,
    LIGHTS,
    PART_OF_DAY,
    bare_name,
    counted_from,
    later,
    longest,
    moved,
    plain,
    with_clocks,
    with_light,
)

_YEAR = r"(?P<year>\d{4})"
_DATE = re.compile(
    rf"(?:(?:the\s+)?(?P<day>\d{{1,2}}|{ORDINAL})(?:\s+day)?(?:\s+of)?\s+(?P<month>{MONTH}),?(?:\s+in\s+the\s+year)?\s+{_YEAR}"
    rf"|(?P<month2>{MONTH})\s+(?:the\s+)?(?P<day2>\d{{1,2}}|{ORDINAL}),?\s+(?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))(?!\d)",
    re.IGNORECASE,
)
_DAY_GROUP = re.compile(
    r"(?<![\w:.+\-])(?P<day>\d{2})(?:(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)Z)?\s?(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"\s?(?:20)?(?P<year>\d{2})(?!\w)"
)
"""A day as soldiers write it, with its hour before it or without: "142200Z NOV 35", "14 NOV 35"."""
_DAY_N = re.compile(r"(?:the\s+)?\bday\s+(?P<number>\d{1,3})\b(?!\s*(?:of|after|following)\b)", re.IGNORECASE)
_STOPS = (
    r"(?:on|at|to|by|in|and|or|from|until|within|is|are|shall|must|may|will|unless|if|each|every|with|for|onwards?|month|week|"
    rf"year|\d+|{MONTH})"
)
_THING = (
    rf"(?:the\s+|its\s+|their\s+|this\s+|that\s+|such\s+)?(?!(?:the|{_STOPS})\b)[\w’'\-]+"
    rf"(?:\s+(?!(?:the|{_STOPS})\b)[\w’'\-]+){{0,3}}?"
)
"""A noun phrase of up to four words, which names what happens."""
_CLOSED = rf"(?=\s*(?:[,;.:)\0]|$|\b{_STOPS}\b|\bthe\s+Part))"
_EVENT_DAY = re.compile(
    rf"(?:the\s+)?\bday\s+(?P<number>\d{{1,3}})\s+(?P<join>of|after|following)\s+(?P<event>{_THING}){_CLOSED}",
    re.IGNORECASE,
)
_NTH_DAY = re.compile(
    rf"the\s+(?P<nth>{ORDINAL})\s+(?P<unit>day|night|week|month|hour)(?:\s+(?P<join>of|after|following|from)\s+"
    rf"(?P<of>{_THING}){_CLOSED})?(?!\w)",
    re.IGNORECASE,
)
_PART = r"day|night|morning|evening|afternoon|hour|date|moment"
_DAY_IT_HAPPENED = re.compile(
    r"the\s+(?:day|night|morning|evening|week)\s+(?:after|before|following)\s+"
    r"(?:(?:the|an?|its|their|any|each|every|all|both|it|they)\b[^,;.\0]{0,60}?\s(?:has|have|had|is|are)\s[^,;.\0]{2,60}?)"
    r"(?=\s*[,;.\0]|\Z)",
    re.IGNORECASE,
)
"""The day after something is done: "the day after the ships have left"."""
_NEXT_DAY = re.compile(
    rf"the\s+(?P<beside>day|night|eve|evening|morning)\s+(?P<side>after|following|before|preceding)\s+"
    rf"(?P<of>(?:(?:each|every|any|such\s+an?|an?)\s+)?{_THING}){_CLOSED}"
    rf"|(?P<same>the\s+(?:following|next|(?<!and\sat\sthe\s)same|very|previous)\s+(?:{_PART})(?!\s+and\s+at\s+the\s+same\b)|that\s+(?:same\s+)?(?:{_PART}|time)"
    r"|the\s+(?:day|night|evening|morning)\s+(?:after|before)(?=\s*(?:[,;.\0]|\Z)))"
    r"(?!\s+(?:as|that|of|after|following|before|for|when|on|at|in)\b)(?!\w)",
    re.IGNORECASE,
)
_ANY_OF = re.compile(r"(?:each|every|any|such|an?)\s", re.IGNORECASE)
_THEN = re.compile(
    "|".join(rf"(?<=\b{lead} )then(?!\w)" for lead in ("from", "until", "till", "by", "since")),
    re.I,
)
_DAY_BESIDE = re.compile(r"the\s+day\s+(?P<side>before|preceding|after|following)\s+$", re.IGNORECASE)
_ELLIPTIC = re.compile(rf"the\s+(?P<nth>{ORDINAL})(?=\s+(?:and|or|to|until)\s+$)", re.IGNORECASE)
_TODAY = re.compile(
    r"(?:today(?:['’]s\s+date)?|(?:the\s+)?(?:present\s+)?date\s+hereof|this\s+(?:very\s+)?(?:day|date)|the\s+present\s+(?:day|date)|"
    r"the\s+date\s+of\s+(?:this|the)\s+(?:text|document|agreement|protocol|convention|understanding))(?!\w)",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    rf"(?<!every\s)(?<!each\s)(?:this\s+(?:coming\s+)?|(?:the\s+)?(?:next|following|coming|first)\s+)?(?P<day>{WEEKDAY})(?!\w)"
    rf"(?:\s+(?:at\s+)?(?P<light>{LIGHT}))?",
)
_THROUGH = re.compile(r"\b(?:during|in|for|within|throughout|over)\s+\Z", re.IGNORECASE)
_NTH_WEEKDAY = re.compile(
    rf"the\s+(?:{ORDINAL}|next)?\s*{WEEKDAY}\s+(?:after|following)\s+(?:D-day|{_THING}){_CLOSED}", re.IGNORECASE
)
"""A day of the week counted from something: "the first Saturday following D-day"."""
_PART_OF_THAT = re.compile(
    rf"(?<!\w)(?:the\s+)?(?P<part>{PART_OF_DAY})(?=\s+(?:of|on)\s+(?:D[+\-]|\d|the\s+\d))",
    re.IGNORECASE,
)
"""A part of a day that has a count or a date: "the evening of D+3"."""
_EDGE = (
    rf"(?:date|day|hour|moment|time|eve|{PART_OF_DAY}|end|start|beginning|close|expiry|expiration|outset|conclusion|completion|"
    r"commencement|signature|signing|entry\s+into\s+force|coming\s+into\s+force)"
)
_NTH = rf"{ORDINAL}\s+(?:day|night|week|month|year|phase|stage|period)"
_OF_SOMETHING = re.compile(
    rf"the\s+(?P<event>(?:{_EDGE}\s+(?:and\s+{_EDGE}\s+)?of\s+(?:the\s+)?)+(?:{_NTH}|{_THING}|(?:(?:same|following|next)\s+)?(?:week|month|year)|(?:\d{{4}}\s+)?(?:[a-z]+\s+)?(?:season|(?:school|academic)\s+year))(?:\s+of\s+{_THING})?){_CLOSED}"
    rf"|the\s+(?P<when>(?:day|hour|moment|time|date)\s+(?:(?:when|(?:on|at|in)\s+which|that)\s+|(?=(?:the|this|that|an?|its|their|any|each|it|they)\s))"
    rf"[^,;.\0]{{3,100}}?)(?=\s*[,;.\0]|$|\s+(?:until|till)\b)",
    re.IGNORECASE,
)
_SIGN = re.compile(
    rf"then|day|date|night|morning|evening|noon|hour|moment|time|sign|force|the\s+{_EDGE}\b|{LIGHT}|{MONTH}", re.I
)
"""One of these stands in every name of a point."""
_INSTANT_TERM = re.compile(
    r"\b(?:Hour|Time|Day|Date|Moment|Deadline|Instant|Start|Noon|Dawn|Eve|H-Hour|D-Day|D-day)\b|\A[A-Z]-(?:[Dd]ay|[Hh]our)\Z"
)
_MEANS_A_TIME = re.compile(
    r"(?:the\s+)?(?:first\s+|last\s+|very\s+|calendar\s+)?(?:day|date|hour|moment|time|instant|point\s+in\s+time)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?!)")
_FIRST_DAY = re.compile(r"Day\s+(?P<number>\d{1,2}|[Zz]ero|[Nn]ought|[Oo]ne)", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """The terms of a text that name a point in time: when each is, and from which day "Day 4" counts.

    A term whose definition gives no single date stands for itself, as an event. ``periods`` are the stretches of time
    that the text fixes.
    """

    terms: Mapping[str, Instant] = field(default_factory=dict)
    first_day: int | None = None
    pattern: re.Pattern[str] = _NOTHING
    periods: Periods = field(default_factory=Periods)

    @classmethod
    def of(cls, definitions: Sequence[Definition]) -> Dated:
        terms: dict[str, Instant] = {}
        first = None
        for each in definitions:
            counted = _FIRST_DAY.fullmatch(each.term)
            if counted:
                first = {"zero": 0, "nought": 0, "one": 1}.get(counted["number"].lower())
                first = int(counted["number"]) if first is None else first
                continue
            meant = instants(each.meaning)
            if meant and meant[0].start <= 4 and len(meant) == 1:
                terms[each.term] = meant[0].instant
            elif _INSTANT_TERM.search(each.term) and (meant or _MEANS_A_TIME.match(each.meaning)):
                terms[each.term] = Instant(event=each.term)
        terms = {term: at for term, at in terms.items() if not re.fullmatch(r"(?i)D-?day", term)}
        names = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
        return cls(terms, first, re.compile(rf"(?<!\w)(?:the\s+)?(?P<term>{names or '(?!)'})(?!\w)"))


def instants(text: str) -> list[FoundInstant]:
    """Every day count and every full date in ``text`` with its clock, in order. A date without a year is none."""
    return with_clocks(text, [*_day_counts(text), *_dates(text)])


def points(text: str, dated: Dated, is_event: Callable[[str], bool]) -> list[FoundInstant]:
    """Every point in time in ``text``, those that only an event or a defined term tells too, in order."""
    found = [*_day_counts(text), *_dates(text), *_numbered(text, dated), *_defined(text, dated)]
    found += dated.periods.points(text)
    found += [] if any(term.lower() == "h-hour" for term in dated.terms) else _h_hours(text)
    found += _plus(text, found) if "plus" in text or "minus" in text else []
    named = [*_of_events(text, is_event), *_nth_days(text), *_named(text)]
    beside = _days_beside(text, found)
    timed = with_clocks(text, with_light(text, longest([*beside, *found, *named])))
    return sorted(longest([*timed, *counted_from(text, timed)]), key=lambda each: each.start)


# -- what names a point --------------------------------------------------------------------------------


def _day_counts(text: str) -> Iterator[FoundInstant]:
    for start, end, day in day_counts(text):
        yield FoundInstant(start, end, Instant(day=day))


_PLUS = re.compile(r"\s+(?P<side>plus|minus)\s+(?=\S)")
"""Between a point and the time that is added to it: "H-hour minus two hours"."""
_H_HOUR = re.compile(
    r"(?<![\w\-])H(?:(?:-?[Hh]our)?\s?\+\s?(?P<hours>\d{1,3})(?:\s?(?:hours|hrs|h)\b)?|-?[Hh]our\b)(?![\w+])"
)


def _h_hours(text: str) -> Iterator[FoundInstant]:
    """ "H+12", "H-hour": hours counted from an hour that nobody need have set yet."""
    for match in _H_HOUR.finditer(text):
        offset = Duration(minutes=60 * int(match["hours"])) if match["hours"] else None
        yield FoundInstant(match.start(), match.end(), Instant(event="H-hour", offset=offset))


def _plus(text: str, found: Sequence[FoundInstant]) -> Iterator[FoundInstant]:
    """ "H-hour minus two hours", "D-day plus ten days"."""
    lengths = {start: (end, length) for start, end, length in durations(text)}
    for point in found:
        joint = _PLUS.match(text, point.end)
        if not joint or joint.end() not in lengths or point.instant.offset:
            continue
        end, length = lengths[joint.end()]
        if joint["side"] == "minus" and point.instant.event:
            yield FoundInstant(point.start, end, Instant(event=plain(text[point.start : end])))
            continue
        if joint["side"] == "minus":
            length = Duration(months=-length.months, days=-length.days, minutes=-length.minutes)
        counted = later(point.instant, length) or Instant(event=plain(text[point.start : end]))
        yield FoundInstant(point.start, end, counted)


def _dates(text: str) -> Iterator[FoundInstant]:
    for match in _DATE.finditer(text):
        try:
            if match["iso"]:
                day = dt.date.fromisoformat(match["iso"])
            else:
                month, number = (match["month"], match["day"]) if match["month"] else (match["month2"], match["day2"])
                day = dt.date(int(match["year"] or match["year2"]), month_of(month), number_of(number))
        except ValueError:
            continue
        yield FoundInstant(match.start(), match.end(), Instant(moment=day))
    for match in _DAY_GROUP.finditer(text):
        try:
            day = dt.date(2000 + int(match["year"]), month_of(match["month"]), int(match["day"]))
        except ValueError:
            continue
        hour = dt.time(int(match["hour"]), int(match["minute"]), tzinfo=dt.UTC) if match["hour"] else None
        yield FoundInstant(match.start(), match.end(), Instant(moment=dt.datetime.combine(day, hour) if hour else day))


def month_of(word: str) -> int:
    return next(number for number, full in enumerate(MONTHS, start=1) if full.startswith(word[:3].lower()))


def _numbered(text: str, dated: Dated) -> Iterator[FoundInstant]:
    """ "Day 4": counted from D-day where the text defines its first day, else a day of its own."""
    for match in _DAY_N.finditer(text):
        number = int(match["number"])
        at = Instant(event=f"day {number}") if dated.first_day is None else None
        yield FoundInstant(
            match.start(), match.end(), at or Instant(day=DayCount(days=number - (dated.first_day or 0)))
        )


def _defined(text: str, dated: Dated) -> Iterator[FoundInstant]:
    for match in dated.pattern.finditer(text):
        yield FoundInstant(match.start(), match.end(), dated.terms[match["term"]])


def _of_events(text: str, is_event: Callable[[str], bool]) -> Iterator[FoundInstant]:
    """ "Day 1 of the withdrawal" is the day itself, "day 5 after the withdrawal" five days later."""
    for match in _EVENT_DAY.finditer(text):
        first = 1 if match["join"].lower() == "of" else 0
        event = plain(match["event"])
        if int(match["number"]) >= first and is_event(event):
            offset = Duration(days=int(match["number"]) - first)
            yield FoundInstant(match.start(), match.end(), Instant(event=event, offset=offset))


def _nth_days(text: str) -> Iterator[FoundInstant]:
    for match in _NTH_DAY.finditer(text):
        if re.match(r"(?:the\s+)?(?:month|week|year|each|every)\b", match["of"] or "", re.IGNORECASE):
            continue  # "the fourth day of the month" returns
        if match["unit"].lower() == "month" and _THROUGH.search(text, 0, match.start()):
            continue  # "during the first month" is a stretch
        at = _nth_day(match["nth"], match)
        if at is None:
            continue
        yield FoundInstant(match.start(), match.end(), at)
        first = _ELLIPTIC.search(text, 0, match.start())
        before = _nth_day(first["nth"], match) if first else None
        if first and before:  # "between the third and the ninth day of the truce"
            yield FoundInstant(first.start(), first.end(), before)


def _nth_day(nth: str, match: re.Match[str]) -> Instant | None:
    number, unit, join = number_of(nth), match["unit"].lower(), (match["join"] or "").lower()
    if match["of"] and number and unit == "day":
        return Instant(event=plain(match["of"]), offset=Duration(days=number - (join == "of")))
    if unit == "hour" and not match["of"]:
        return None
    of = f" {join} the {plain(match['of'])}" if match["of"] else ""
    return Instant(event=f"{nth} {unit}{of}")


def _named(text: str) -> Iterator[FoundInstant]:
    if not _SIGN.search(text):
        return
    for match in YEARLESS.finditer(text):
        month, number = (match["month"], match["day"]) if match["month"] else (match["month2"], match["day2"])
        day = number_of(number)
        if 1 <= day <= 31:
            name = MONTHS[month_of(month) - 1].capitalize()
            yield FoundInstant(match.start(), match.end(), Instant(event=f"{day} {name}"))
    for match in _DAY_IT_HAPPENED.finditer(text):
        yield FoundInstant(match.start(), match.end(), Instant(event=bare_name(match.group())), bare=True)
    for match in _NTH_WEEKDAY.finditer(text):
        yield FoundInstant(match.start(), match.end(), Instant(event=bare_name(match.group())))
    for match in _NEXT_DAY.finditer(text):
        at = _beside(match) if match["of"] else Instant(event=bare_name(match["same"]))
        yield FoundInstant(match.start(), match.end(), at, bare=True)
    for pattern, group in ((_TODAY, ""), (_THEN, ""), (_WEEKDAYS, "day"), (LIGHTS, "light"), (_PART_OF_THAT, "part")):
        for match in pattern.finditer(text):
            event = f"{match['day']} {match['light']}" if group == "day" and match["light"] else match[group or 0]
            yield FoundInstant(match.start(), match.end(), Instant(event=plain(event)))
    for match in _OF_SOMETHING.finditer(text):
        yield FoundInstant(match.start(), match.end(), Instant(event=bare_name(match["event"] or match["when"])))


def _beside(match: re.Match[str]) -> Instant:
    """ "The day after the signing", "the night before the election"."""
    of, any_of = plain(match["of"]), _ANY_OF.match(match["of"])
    if match["beside"].lower() == "day" and match["side"].lower() in ("after", "following") and not any_of:
        return Instant(event=of, offset=Duration(days=1))
    return Instant(event=f"{match['beside']} {match['side']} {of if any_of else f'the {of}'}".lower())


def _days_beside(text: str, found: Sequence[FoundInstant]) -> Iterator[FoundInstant]:
    """ "The day before D-day", where that has a date or a count."""
    for point in found:
        lead = _DAY_BESIDE.search(text, 0, point.start)
        at = point.instant
        if at.moment is not None:
            at = Instant(moment=at.moment.date() if isinstance(at.moment, dt.datetime) else at.moment)
        step = -1 if lead and lead["side"].lower() in ("before", "preceding") else 1
        if lead and (at.day is not None or at.moment is not None):
            yield FoundInstant(lead.start(), point.end, moved(at, step))
