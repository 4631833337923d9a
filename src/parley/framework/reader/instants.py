"""Points in time that a provision names: D+14, dates with hour and zone, the fourth day, the Hour of Armistice.

A point is a day, a moment or an event, with a clock before or behind it ("06:00 UTC on D+3", "D+3 at 06:00"), or a
length of time after another point ("eight days after the Hour of Armistice"). Which of them bounds a duty, and how,
the words in front of it say: see ``windows``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from parley.model import DayCount, Definition, Duration, Instant
from parley.text import day_counts, durations

from .clock import Clock, clocks, zone_at
from .found import FoundInstant
from .ordinals import MONTH, MONTHS, ORDINAL, WEEKDAY, number_of

_YEAR = r"(?P<year>\d{4})"
_DATE = re.compile(
    rf"(?:(?:the\s+)?(?P<day>\d{{1,2}}|{ORDINAL})(?:\s+day)?(?:\s+of)?\s+(?P<month>{MONTH}),?(?:\s+in\s+the\s+year)?\s+{_YEAR}"
    rf"|(?P<month2>{MONTH})\s+(?:the\s+)?(?P<day2>\d{{1,2}}|{ORDINAL}),?\s+(?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))(?!\d)",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    rf"(?<![\w\-])(?:(?:the\s+)?(?P<day>\d{{1,2}}|{ORDINAL})(?:\s+day)?(?:\s+of)?\s+(?P<month>(?-i:{MONTH}))"
    rf"|(?P<month2>(?-i:{MONTH}))\s+(?:the\s+)?(?P<day2>\d{{1,2}}(?:st|nd|rd|th)?))(?![\w\-])(?!,?\s+\d)",
    re.IGNORECASE,
)
_DAY_N = re.compile(r"(?:the\s+)?\bday\s+(?P<number>\d{1,3})\b(?!\s*(?:of|after|following)\b)", re.IGNORECASE)
_STOPS = (
    r"(?:on|at|to|by|in|and|or|from|until|within|is|are|shall|must|may|will|unless|if|each|every|with|for|month|week|"
    rf"year|\d+|{MONTH})"
)
_THING = (
    rf"(?:the\s+|its\s+|their\s+|this\s+|that\s+|such\s+)?(?!{_STOPS}\b)[\w’'\-]+"
    rf"(?:\s+(?!(?:the|{_STOPS})\b)[\w’'\-]+){{0,3}}?"
)
"""A noun phrase of up to four words, which names what happens."""
_CLOSED = rf"(?=\s*(?:[,;.:)\0]|$|\b{_STOPS}\b|\bthe\s+Part))"
_EVENT_DAY = re.compile(
    rf"(?:the\s+)?\bday\s+(?P<number>\d{{1,3}})\s+(?P<join>of|after|following)\s+(?P<event>{_THING}){_CLOSED}",
    re.IGNORECASE,
)
_NTH_DAY = re.compile(
    rf"the\s+(?P<nth>{ORDINAL})\s+(?P<unit>day|night|week|hour)(?:\s+(?P<join>of|after|following|from)\s+"
    rf"(?P<of>{_THING}){_CLOSED})?(?!\w)",
    re.IGNORECASE,
)
_PART = r"day|night|morning|evening|afternoon|hour|date|moment"
_NEXT_DAY = re.compile(
    rf"the\s+(?P<beside>day|night|eve|evening|morning)\s+(?P<side>after|following|before|preceding)\s+(?P<of>{_THING}){_CLOSED}"
    rf"|(?P<same>the\s+(?:following|next|same|very|previous)\s+(?:{_PART})|that\s+(?:same\s+)?(?:{_PART}|time))"
    r"(?!\s+(?:as|that|of|after|following|before|for|when|on|at|in)\b)(?!\w)",
    re.IGNORECASE,
)
_THEN = re.compile(
    "|".join(rf"(?<=\b{lead} )then(?!\w)" for lead in ("from", "until", "till", "by", "since")),
    re.I,
)
_DAY_BESIDE = re.compile(r"the\s+day\s+(?P<side>before|preceding|after|following)\s+$", re.IGNORECASE)
_ELLIPTIC = re.compile(rf"the\s+(?P<nth>{ORDINAL})(?=\s+(?:and|or|to|until)\s+$)", re.IGNORECASE)
_LATER = re.compile(r"\s+(?:later|thereafter|afterwards?)(?!\s+than)(?!\w)", re.IGNORECASE)
_TODAY = re.compile(
    r"(?:today(?:['’]s\s+date)?|(?:the\s+)?(?:present\s+)?date\s+hereof|this\s+(?:very\s+)?(?:day|date)|the\s+present\s+(?:day|date)|"
    r"the\s+date\s+of\s+(?:this|the)\s+(?:text|document|agreement|protocol|convention|understanding))(?!\w)",
    re.IGNORECASE,
)
LIGHT = r"(?:first\s+light|last\s+light|dusk|dawn|sunrise|sunset|sundown|nightfall|daybreak)"
_WEEKDAYS = re.compile(
    rf"(?<!every )(?<!each )(?:(?:the\s+)?(?:next|following|coming|first)\s+)?(?P<day>{WEEKDAY})(?!\w)"
    rf"(?:\s+(?:at\s+)?(?P<light>{LIGHT}))?",
)
_LIGHTS = re.compile(rf"(?<!\w)(?P<light>{LIGHT})(?!\w)", re.IGNORECASE)
_EDGE = (
    r"(?:date|day|hour|moment|time|eve|end|start|beginning|close|expiry|expiration|outset|conclusion|completion|"
    r"commencement|signature|signing|entry\s+into\s+force|coming\s+into\s+force)"
)
_OF_SOMETHING = re.compile(
    rf"the\s+(?P<event>(?:{_EDGE}\s+(?:and\s+{_EDGE}\s+)?of\s+(?:the\s+)?)+{_THING}(?:\s+of\s+{_THING})?){_CLOSED}"
    rf"|the\s+(?P<when>(?:day|hour|moment|time|date)\s+(?:when|(?:on|at|in)\s+which|that)\s+[^,;.\0]{{3,100}}?)(?=\s*[,;.\0]|$)",
    re.IGNORECASE,
)
_SIGN = re.compile(
    rf"then|day|date|night|morning|evening|noon|hour|moment|time|sign|force|the\s+{_EDGE}\b|{LIGHT}|{MONTH}", re.I
)
"""One of these stands in every name of a point."""
_AFTER_POINT = re.compile(
    r"\s+(?P<join>after|following|from|of|before|prior\s+to|ahead\s+of)\s+(?:and\s+including\s+)?", re.I
)
_ITSELF = re.compile(r"\b(?:every|each|for|lasting|during|over|(?:intervals|period)\s+of|another|further)\s+$", re.I)
"""Before a length that goes on from its point, or comes back after it: "for 30 days from D-day"."""
_AT_LEAST = re.compile(r"\b(?:at\s+least|(?:not|no)\s+(?:less|fewer|later)\s+than)\s+$", re.IGNORECASE)
_ON_LIGHT, _AT_LIGHT = re.compile(r"\s+(?:on|of)\s+"), re.compile(r"\s*,?\s+at\s+")
_BEFORE_CLOCK = re.compile(r"\s*,?\s*(?:(?:on|of)\s+)?")
_BEHIND_CLOCK = re.compile(r"\s*,?\s*(?P<at>at\s+)?")
_TO_CLOCK = re.compile(r"\s*(?:to|until|till|and|or|–|-)\s*")
_INSTANT_TERM = re.compile(
    r"\b(?:Hour|Time|Day|Date|Moment|Deadline|Instant|Start|Noon|Dawn|Eve|H-Hour|D-Day|D-day)\b|\A[A-Z]-(?:[Dd]ay|[Hh]our)\Z"
)
_MEANS_A_TIME = re.compile(
    r"(?:the\s+)?(?:first\s+|last\s+|very\s+|calendar\s+)?(?:day|date|hour|moment|time|instant|point\s+in\s+time)\b",
    re.IGNORECASE,
)
_FIRST_DAY = re.compile(r"Day\s+(?P<number>\d{1,2}|[Zz]ero|[Nn]ought|[Oo]ne)", re.IGNORECASE)
_MINUTES = 24 * 60


@dataclass(frozen=True)
class Dated:
    """The terms of a text that name a point in time: when each is, and from which day "Day 4" counts.

    A term whose definition gives no single date stands for itself, as an event.
    """

    terms: Mapping[str, Instant] = field(default_factory=dict)
    first_day: int | None = None
    pattern: re.Pattern[str] = re.compile(r"(?!)")

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
    return _timed(text, [*_day_counts(text), *_dates(text)])


def points(text: str, dated: Dated, is_event: Callable[[str], bool]) -> list[FoundInstant]:
    """Every point in time in ``text``, those that only an event or a defined term tells too, in order."""
    found = [*_day_counts(text), *_dates(text), *_numbered(text, dated), *_defined(text, dated)]
    named = [*_of_events(text, is_event), *_nth_days(text), *_named(text)]
    beside = _days_beside(text, found)
    timed = _timed(text, _lit(text, _longest([*beside, *found, *named])))
    return sorted(_longest([*timed, *_later(text, timed)]), key=lambda each: each.start)


def moved(instant: Instant, days: int) -> Instant:
    """The whole day after or before: "after D+10" begins with D+11. A time of day stays as it is."""
    if instant.time is not None:
        return instant
    if instant.day is not None:
        return Instant(day=DayCount(days=instant.day.days + days))
    if instant.moment is not None and not isinstance(instant.moment, dt.datetime):
        return Instant(moment=instant.moment + dt.timedelta(days=days))
    if instant.event is not None and _YEARLESS.fullmatch(instant.event):
        return Instant(event=f"day {'before' if days < 0 else 'after'} {instant.event}")
    return instant


def later(instant: Instant, length: Duration) -> Instant | None:
    """The point that long after: a day count or a date where whole days are added to one, else told by the event."""
    whole = not length.months and not length.minutes % _MINUTES
    days = length.days + length.minutes // _MINUTES if whole else 0
    if whole and instant.day is not None:
        return instant.replace(day=DayCount(days=instant.day.days + days))
    if instant.moment is not None:
        try:
            if isinstance(instant.moment, dt.datetime):
                return Instant(moment=length.after(instant.moment))
            if not length.minutes % _MINUTES:
                midnight = dt.datetime.combine(instant.moment, dt.time())
                return Instant(
                    moment=length.replace(days=length.days + length.minutes // _MINUTES, minutes=0)
                    .after(midnight)
                    .date()
                )
        except (OverflowError, ValueError):
            return None
        return None
    if instant.event is not None and instant.offset is None and instant.time is None:
        return Instant(event=instant.event, offset=length)
    if instant.day is not None and not instant.day.days and instant.time is None:
        return Instant(event="D-day", offset=length)
    return None


def plain(words: str) -> str:
    """A name of an event without its article."""
    return re.sub(r"^(?:the|this|that|its|their|said)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


# -- what names a point --------------------------------------------------------------------------------


def _day_counts(text: str) -> Iterator[FoundInstant]:
    for start, end, day in day_counts(text):
        yield FoundInstant(start, end, Instant(day=day))


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
    for match in _YEARLESS.finditer(text):
        month, number = (match["month"], match["day"]) if match["month"] else (match["month2"], match["day2"])
        day = number_of(number)
        if 1 <= day <= 31:
            name = MONTHS[month_of(month) - 1].capitalize()
            yield FoundInstant(match.start(), match.end(), Instant(event=f"{day} {name}"))
    for match in _NEXT_DAY.finditer(text):
        at = _beside(match) if match["of"] else Instant(event=_words(match["same"]))
        yield FoundInstant(match.start(), match.end(), at, bare=not match["of"])
    for pattern, group in ((_TODAY, ""), (_THEN, ""), (_WEEKDAYS, "day"), (_LIGHTS, "light")):
        for match in pattern.finditer(text):
            event = f"{match['day']} {match['light']}" if group == "day" and match["light"] else match[group or 0]
            yield FoundInstant(match.start(), match.end(), Instant(event=plain(event)))
    for match in _OF_SOMETHING.finditer(text):
        yield FoundInstant(match.start(), match.end(), Instant(event=_words(match["event"] or match["when"])))


def _beside(match: re.Match[str]) -> Instant:
    """ "The day after the signing", "the night before the election"."""
    if match["beside"].lower() == "day" and match["side"].lower() in ("after", "following"):
        return Instant(event=plain(match["of"]), offset=Duration(days=1))
    return Instant(event=f"{match['beside']} {match['side']} the {plain(match['of'])}".lower())


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


def _words(words: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(words.split()), flags=re.IGNORECASE)


# -- what goes with it ---------------------------------------------------------------------------------


def _timed(text: str, found: Iterable[FoundInstant]) -> list[FoundInstant]:
    """The points with the clock that stands right before or behind each; a clock of a range of hours is none."""
    kept = sorted(found, key=lambda each: each.start)
    hours = _single(text, clocks(text))
    for index, point in enumerate(kept):
        for clock in hours:
            behind = _BEHIND_CLOCK.fullmatch(text, point.end, clock.start) if clock.start >= point.end else None
            before = _BEFORE_CLOCK.fullmatch(text, clock.end, point.start) if clock.end <= point.start else None
            if not behind and not before:
                continue
            start, end = min(point.start, clock.start), max(point.end, clock.end)
            zone = zone_at(text, end) if clock.time.tzinfo is None else None
            if zone:  # "noon on 3 March (UTC)"
                end, clock = zone[0], replace(clock, time=clock.time.replace(tzinfo=zone[1]))
            at = with_clock(point.instant, clock)
            if at is not None:
                kept[index] = replace(point, start=start, end=end, instant=at)
                break
    return kept


def _lit(text: str, found: Sequence[FoundInstant]) -> list[FoundInstant]:
    """ "Dawn on D+3", "Friday at sunset": the light of a day is a point of its own, told by its words."""
    lights = [each for each in found if _LIGHTS.fullmatch(each.instant.event or "")]
    kept = [each for each in found if each not in lights]
    for light in lights:
        joined = light
        for index, day in enumerate(kept):
            first, second = sorted((light, day), key=lambda each: each.start)
            between = _ON_LIGHT if first is light else _AT_LIGHT
            if first.end <= second.start and between.fullmatch(text, first.end, second.start):
                joined = FoundInstant(first.start, second.end, Instant(event=_words(text[first.start : second.end])))
                kept[index] = joined
                break
        if joined is light:
            kept.append(light)
    return kept


def _single(text: str, found: list[Clock]) -> list[Clock]:
    ranged = {
        id(each)
        for one, other in pairwise(found)
        if _TO_CLOCK.fullmatch(text, one.end, other.start)
        for each in (one, other)
    }
    return [each for each in found if id(each) not in ranged]


def with_clock(instant: Instant, clock: Clock) -> Instant | None:
    """The time of day on the day of ``instant``; ``None`` where it has one, or its day can't be stepped."""
    if instant.moment is not None:
        return None if isinstance(instant.moment, dt.datetime) else Instant(moment=clock.on(instant.moment))
    if instant.time is not None or (instant.event and re.search(rf"{LIGHT}|\bhour\b", instant.event, re.IGNORECASE)):
        return None
    if instant.day is not None:
        return Instant(day=DayCount(days=instant.day.days + clock.next_day), time=clock.time)
    if not clock.next_day:
        return instant.replace(time=clock.time)
    if instant.offset is None:
        return None
    return instant.replace(time=clock.time, offset=instant.offset.replace(days=instant.offset.days + 1))


def _later(text: str, found: Sequence[FoundInstant]) -> Iterator[FoundInstant]:
    """ "Eight days after D-day", "48 hours before 06:00 on 1 March 2031": a point, counted from a point."""
    starts = {each.start: each for each in found}
    for start, end, length in durations(text):
        after = _LATER.match(text, end)
        if after and not _ITSELF.search(text, 0, start):
            yield FoundInstant(start, after.end(), Instant(event="that", offset=length), bare=True)
            continue
        joined = _AFTER_POINT.match(text, end)
        point = starts.get(joined.end()) if joined else None
        if not joined or not point or _ITSELF.search(text, 0, start):
            continue
        join, at = joined["join"].lower(), point.instant
        exact = at.time is not None or isinstance(at.moment, dt.datetime)
        if join == "from" and length.minutes and not exact and at.event is None:
            continue  # "72 hours from D-day" begin at an hour that is not told
        back = join.startswith(("before", "prior", "ahead"))
        if back and at.event is not None:
            continue
        if back:
            length = Duration(months=-length.months, days=-length.days, minutes=-length.minutes)
            least = _AT_LEAST.search(text, 0, start)
            start = least.start() if least else start
        counted = later(at, length)
        if counted is not None:
            yield FoundInstant(start, point.end, counted, bare=back or join in ("after", "following"))


def _longest(found: Iterable[FoundInstant]) -> list[FoundInstant]:
    kept: list[FoundInstant] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return kept
