"""What returns: every day at 17:00 UTC, twice a week, on the first and third Monday of each month, every second day.

A rhythm ("daily", "every two weeks", "on Fridays") and hours ("at 09:00", "from 06:00 to 18:00 UTC") may stand in
either order; hours without a rhythm are those of every day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from parley.model import Duration, Window
from parley.text import durations
from parley.text import patterns as re
from parley.text.numbers import PATTERN, parse_number

from .clock import Clock, clocks
from .found import FoundWindow
from .ordinals import ORDINAL, WEEKDAY

_DAY = Duration(days=1)
_WEEK, _MONTH = Duration(days=7), Duration(months=1)
_UNIT = {
    "hour": Duration(minutes=60), "hourly": Duration(minutes=60),
    "day": _DAY, "night": _DAY, "morning": _DAY, "evening": _DAY, "afternoon": _DAY, "daily": _DAY, "nightly": _DAY,
    "week": _WEEK, "weekend": _WEEK, "weekly": _WEEK,
    "fortnight": Duration(days=14), "fortnightly": Duration(days=14),
    "month": _MONTH, "monthly": _MONTH, "quarter": Duration(months=3), "quarterly": Duration(months=3),
    "year": Duration(months=12), "annually": Duration(months=12), "yearly": Duration(months=12),
    "spring": Duration(months=12), "summer": Duration(months=12), "autumn": Duration(months=12),
    "winter": Duration(months=12),
}  # fmt: skip
_NTH = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "tenth": 10}
_UNITS = (
    r"(?:hour|day|night|morning|evening|afternoon|weekend|week|fortnight|month|quarter|year|(?:spring|summer|autumn|winter)"
    r"(?!\s+and\b))"
)
_TIMES = r"(?:once|twice|thrice|(?:\w+\s+)times)"
_AT_LEAST = (
    r"(?:(?:at\s+least|(?:no|not|never)\s+less\s+(?:(?:often|frequently)\s+)?than|no\s+fewer\s+than|at\s+minimum)\s+)?"
)
_SO_OFTEN = re.compile(
    rf"(?:,\s*)?\b{_AT_LEAST}(?P<times>{_TIMES})\s+(?:(?:(?:(?:in|during|within)\s+)?(?:a|per|each|every|any)|in\s+the)\s+(?P<unit>{_UNITS})|(?P<adverb>daily|weekly|monthly|yearly|annually))\b",
    re.IGNORECASE,
)
_SO_OFTEN_IN = re.compile(
    rf"(?:,\s*)?\b{_AT_LEAST}(?P<times>{_TIMES})\s+(?:(?:in|during|within)\s+)?(?:(?:each|every|any)\s+)?(?=(?:period\s+of\s+)?(?:\d|two|three|four|five|six|"
    r"seven|eight|ten|twelve|fourteen|twenty|thirty|forty|sixty|seventy|ninety))",
    re.IGNORECASE,
)
EVERY_LENGTH = re.compile(
    rf"(?:,\s*)?\b{_AT_LEAST}(?:once\s+)?(?:(?:in\s+)?(?:every|each)|at\s+(?:regular\s+)?intervals\s+(?:of(?:\s+(?:not\s+more\s+than|at\s+most|no\s+more\s+than|not\s+less\s+than|about|up\s+to))?|(?:not\s+exceeding|(?:not|no)\s+(?:longer|greater|shorter)\s+than))|(?:in|within|during|over)\s+any(?:\s+given)?)\s+(?:(?:period|stretch|span)\s+of\s+)?$",
    re.IGNORECASE,
)
_EVERY_NTH = re.compile(
    rf"(?:,\s*)?\b(?:on\s+)?every\s+(?P<nth>other|second|third|fourth|fifth|sixth|seventh|tenth)\s+(?P<unit>{_UNITS}|{WEEKDAY})\b",
    re.IGNORECASE,
)
_REGULAR = re.compile(
    rf"(?:,\s*)?\b{_AT_LEAST}(?:once\s+)?(?:(?:on\s+)?(?<!\bof\s)(?<!\bat\s)(?P<a>a|each(?:\s+and\s+every)?|every)(?:\s+(?:single|calendar|successive|working))?\s+(?P<unit>{_UNITS})\b"
    r"|(?<!bi-)(?<!bi- )(?P<adverb>hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|annually|yearly)\b"
    r"(?=\s*(?:[,.;:)\0]|$)|\s+(?:[a-z]*to|in|at|on|by|from|until|for|with|and|or|between|through|about|under|during|as|beginning|starting)\b)|"
    r"on\s+a\s+(?P<basis>daily|weekly|monthly)\s+basis\b)(?!\s+(?:of|after(?!\s+[a-z]+ing\b)|that|when|which)\b)",
    re.IGNORECASE,
)
_DAYS = (
    rf"(?:{WEEKDAY}s|(?:public\s+|religious\s+|national\s+|official\s+)?holidays|(?:market|feast|working|rest)\s+days|"
    r"weekdays|weekends)"
)
_EDGE_OF_EACH = re.compile(
    rf"(?:,\s*)?\b(?:at|by|before|on|towards)\s+the\s+(?:end|close|beginning|start|last\s+day|first\s+day)\s+of\s+(?:each|every)\s+(?P<unit>{_UNITS})\b",
    re.IGNORECASE,
)
"""Once in each of them, at its beginning or end."""
_DAYS_OF = {"weekdays": 5, "working": 5, "weekends": 2}
"""How many days of a week a word for several of them means."""
_WORKING_DAY = re.compile(r"\bworking\s+day\b", re.IGNORECASE)
_ON_WEEKDAYS = re.compile(
    rf"(?:,\s*)?\b(?:(?i:on)\s+{_DAYS}(?:(?:,\s*|,?\s+and\s+)(?:on\s+)?{_DAYS})*"
    rf"|(?:(?i:on)\s+)?(?i:every|each)\s+{WEEKDAY}(?:(?:,\s*|,?\s+and\s+)(?:(?:every|each)\s+)?{WEEKDAY})*)(?!\w)"
)
_IN_MONTH = re.compile(
    rf"(?:,\s*)?\bon\s+the\s+(?P<days>(?:{ORDINAL})(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?(?:{ORDINAL}))*)"
    rf"(?:\s+(?:calendar\s+|working\s+)?(?:day|{WEEKDAY}))?\s+(?:of|in)\s+(?P<every>every|each|the)\s+(?P<unit>week|month|quarter|year)(?!\w)",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(
    rf"(?:,\s*)?\bat\s+(?P<number>{PATTERN}|\d+)-?\s?(?P<unit>hour|day|week|month)ly\s+intervals\b", re.IGNORECASE
)
_IN_ANY = re.compile(
    r"(?:,\s*)?\b(?:in|within|during|over)\s+(?:any(?:\s+(?:one|single|given))?(?:\s+calendar)?|"
    r"an?\s+(?:single|given|calendar))\s+"
    rf"(?P<unit>{_UNITS})\b(?!\s+(?:of|after|following|before|that|when|which|in\s+which|during\s+which)\b)",
    re.IGNORECASE,
)
"""The time in which something is counted: "in any week", "in a calendar month"."""
_PERIOD_BEHIND = re.compile(r"[\s\-]+(?:period|span|stretch)(?!\w)", re.IGNORECASE)
_PART_OF_DAY = re.compile(
    r"(?:,\s*)?\b(?:in|within|during|over)\s+(?:any|each|every)\s+(?:(?:period|space|span)\s+of\s+)?"
    r"(?P<length>[\w\-]+(?:[\s\-]consecutive)?[\s\-](?:hours?|minutes?))(?:\s+period)?(?!\w)",
    re.IGNORECASE,
)
_RANGE_LEAD = re.compile(
    r"(?:,\s*)?(?:\bonly\s+)?\b(?:(?:from|between)(?:\s+the\s+hours\s+of)?|during\s+the\s+hours(?:\s+(?:from|of|between))?)\s+$",
    re.IGNORECASE,
)
_AT_LEAD = re.compile(
    r"(?:,\s*)?\b(?P<lead>at|by|before|not\s+later\s+than|no\s+later\s+than|until|till|after|from)\s+$", re.IGNORECASE
)
_OVER = re.compile(r"\s*(?:to|until|till|and|–|-)\s*")
_JOINED = re.compile(r"\s*,?\s*")
_A_DAY = re.compile(r"\s+on\b", re.IGNORECASE)


_SIGN = re.compile(
    r"every|each|[a-z]ly\b|times|once|twice|thrice|\b(?:per|any)\s|\d[:.]\d|noon|midnight|days\b|interval|\bmonth|"
    r"[ap]\.?m\b|hours|hrs|\bh\b|\b0\d{3}\b|\bat\s\d{4}|\d{4}Z|o['’]clock|in\s+the\s+(?:morning|afternoon|evening)|at\s+night",
    re.IGNORECASE,
)
"""One of these stands wherever something returns."""


def recurring(text: str) -> list[FoundWindow]:
    """Every rhythm in ``text``, with the hours that stand beside it."""
    if not _SIGN.search(text):
        return []
    rhythms = _longest(list(_rhythms(text)))
    ranges = list(_hours(text))
    found, joined = [], set()
    for rhythm in rhythms:
        beside = next((each for each in ranges if id(each) not in joined and _beside(text, rhythm, each)), None)
        if beside and beside.joined == "hours" and rhythm.window.every != _DAY:
            beside = None  # "every Monday at 09:00 and 17:00"
        if beside is None:
            found.append(rhythm)
            continue
        joined.add(id(beside))
        window = beside.window if beside.joined == "hours" else rhythm.window.replace(hours=beside.window.hours)
        found.append(FoundWindow(min(rhythm.start, beside.start), max(rhythm.end, beside.end), window))
    alone = (each for each in ranges if id(each) not in joined)
    found.extend(each for each in alone if each.joined in ("range", "hours") and not _A_DAY.match(text, each.end))
    return [FoundWindow(each.start, each.end, each.window) for each in found]


def lone_hours(text: str) -> list[FoundWindow]:
    """ "The gates shall be closed at 22:00": an hour of no day is one of every day."""
    lone = [each for each in _hours(text) if each.joined == "hour" and not _A_DAY.match(text, each.end)]
    return lone if len(lone) == 1 else []


def _beside(text: str, rhythm: FoundWindow, hours: FoundWindow) -> bool:
    first, second = sorted((rhythm, hours), key=lambda each: each.start)
    return first.end <= second.start and _JOINED.fullmatch(text, first.end, second.start) is not None


def _rhythms(text: str) -> Iterator[FoundWindow]:
    for match in _REGULAR.finditer(text):
        unit = match["unit"] or match["adverb"] or match["basis"]
        if (match["a"] or "").lower() == "a" and "once" not in match.group().lower():
            continue
        if _WORKING_DAY.search(match.group()):
            yield _often(match.start(), match.end(), 5, _WEEK)
            continue
        yield FoundWindow(match.start(), match.end(), Window(every=_UNIT[unit.lower()]))
    for match in _EDGE_OF_EACH.finditer(text):
        yield FoundWindow(match.start(), match.end(), Window(every=_UNIT[match["unit"].lower()]))
    for match in _SO_OFTEN.finditer(text):
        yield _often(match.start(), match.end(), match["times"], _UNIT[(match["unit"] or match["adverb"]).lower()])
    for start, end, length in durations(text):
        counted = next((each for each in _SO_OFTEN_IN.finditer(text[:end]) if each.end() == start), None)
        lead = EVERY_LENGTH.search(text, 0, start)
        if counted and not (lead and "once" in counted.group().lower()):
            yield _often(counted.start(), end, counted["times"], length)
        elif lead:
            behind = _PERIOD_BEHIND.match(text, end)
            yield FoundWindow(lead.start(), behind.end() if behind else end, Window(every=length))
    for match in _IN_ANY.finditer(text):
        yield FoundWindow(match.start(), match.end(), Window(every=_UNIT[match["unit"].lower()]))
    for match in _EVERY_NTH.finditer(text):
        length = _multiple(_UNIT.get(match["unit"].lower(), _WEEK), _NTH[match["nth"].lower()])
        yield FoundWindow(match.start(), match.end(), Window(every=length))
    for match in _ON_WEEKDAYS.finditer(text):
        days = re.findall(rf"{WEEKDAY}|(?:week|working\s+|rest\s+)?days\b|weekends", match.group())
        yield _often(match.start(), match.end(), sum(_DAYS_OF.get(each.split()[0], 1) for each in days), _WEEK)
    for match in _IN_MONTH.finditer(text):
        times = len(re.findall(ORDINAL, match["days"], re.IGNORECASE))
        yield _often(match.start(), match.end(), times, _UNIT[match["unit"].lower()])
    for match in _HYPHENATED.finditer(text):
        length = _multiple(_UNIT[match["unit"].lower()], int(parse_number(match["number"])))
        yield FoundWindow(match.start(), match.end(), Window(every=length))
    for match in _PART_OF_DAY.finditer(text):  # "in any 24 hours": so often, and counted by the clock
        lengths = durations(match["length"].replace("-", " ").replace(" consecutive", ""))
        if lengths:
            yield FoundWindow(match.start(), match.end(), Window(every=lengths[0][2]))


def _often(start: int, end: int, times: str | int, length: Duration) -> FoundWindow:
    number = times if isinstance(times, int) else _number(times)
    return FoundWindow(start, end, Window(every=length, times=number if number != 1 else None))


def _number(words: str) -> int:
    known = {"once": 1, "twice": 2, "thrice": 3}
    if words.lower() in known:
        return known[words.lower()]
    try:
        return int(parse_number(words.split()[0]))
    except ValueError:
        return 1


def _multiple(length: Duration, number: int) -> Duration:
    return Duration(months=length.months * number, days=length.days * number, minutes=length.minutes * number)


def _hours(text: str) -> Iterator[FoundWindow]:
    """Hours of a day: from one to another (``joined`` is "range"), at one, or by one."""
    found = clocks(text)
    in_range: set[int] = set()
    for one, other in pairwise(found):
        lead = _RANGE_LEAD.search(text, 0, one.start)
        if not lead and "and" in text[one.end : other.start]:
            continue  # "at 08:00 and 20:00"
        if _OVER.fullmatch(text, one.end, other.start) and (first := _same_zone(one, other)):
            in_range |= {id(one), id(other)}
            start, alone = (lead.start(), "range") if lead else (one.start, "")
            yield FoundWindow(start, other.end, Window(every=_DAY, hours=(first, other.time)), None, alone)
    for start, end, listed in _listed(text, found, in_range):
        in_range |= {id(each) for each in listed}
        yield FoundWindow(start, end, Window(every=_DAY, times=len(listed)), None, "hours")
    for (start, end), window in _bare_ranges(text):
        yield FoundWindow(start, end, window, None, "range")
    for clock in found:
        lead = _AT_LEAD.search(text, 0, clock.start) if id(clock) not in in_range else None
        if not lead:
            continue
        word = lead["lead"].lower()
        midnight = clock.time.replace(hour=0, minute=0)
        first = clock.time if word in ("at", "after", "from") else midnight
        last = midnight if word in ("after", "from") else clock.time
        yield FoundWindow(lead.start(), clock.end, Window(every=_DAY, hours=(first, last)), None, "hour")


_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:at\s+)?")


def _listed(text: str, found: list[Clock], in_range: set[int]) -> Iterator[tuple[int, int, list[Clock]]]:
    """ "At 06:00, 14:00 and 22:00": several hours of each day."""
    row: list[Clock] = []
    for clock in [*found, None]:
        if row and clock and id(clock) not in in_range and _AND.fullmatch(text, row[-1].end, clock.start):
            row.append(clock)
            continue
        if len(row) > 1 and (lead := _AT_LEAD.search(text, 0, row[0].start)) and lead["lead"].lower() == "at":
            yield lead.start(), row[-1].end, row
        row = [clock] if clock and id(clock) not in in_range else []


_BARE_RANGE = re.compile(
    r"(?:,\s*)?\b(?:from|between)\s+(?:(?P<first>\d{1,2})\s*(?:h|hrs|hours)?|(?P<one>[a-z]+))\s+(?:to|until|till|and)\s+"
    r"(?:(?P<last>\d{1,2})|(?P<other>[a-z]+))\s*(?P<said>h|hrs|hours|[ap]\.?m\b\.?|in\s+the\s+(?:morning|afternoon|evening))(?!\w)(?!\s+(?:of|after|before)\b)",
    re.IGNORECASE,
)


def _bare_ranges(text: str) -> Iterator[tuple[tuple[int, int], Window]]:
    """ "Between 8 and 16 hours"."""
    for match in _BARE_RANGE.finditer(text):
        first, last = _hour(match["first"], match["one"]), _hour(match["last"], match["other"])
        if match["said"][:1].lower() in "ap" or first > 24 or last > 24:
            continue
        part = match["said"].split()[-1].lower()
        if part in ("morning", "afternoon", "evening"):
            if not 0 < first < last <= 12:
                continue  # "between ten and two in the afternoon"
            first, last = (first, last) if part == "morning" else (first % 12 + 12, last % 12 + 12)
        elif match["one"] or match["other"]:
            continue
        yield match.span(), Window(every=_DAY, hours=(dt.time(first % 24), dt.time(last % 24)))


def _hour(digits: str | None, word: str | None) -> int:
    """The hour in figures or in a word; 99 for what is none."""
    if digits:
        return int(digits)
    try:
        return int(parse_number(word or ""))
    except ValueError:
        return 99


def _same_zone(one: Clock, other: Clock) -> dt.time | None:
    """The first hour in the zone of the second, which is said of both; ``None`` where each has its own."""
    if one.time.tzinfo is None:
        return one.time.replace(tzinfo=other.time.tzinfo)
    return one.time if one.time.utcoffset() == other.time.utcoffset() else None


def _longest(found: list[FoundWindow]) -> list[FoundWindow]:
    kept: list[FoundWindow] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return kept
