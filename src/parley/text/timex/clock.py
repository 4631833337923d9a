"""Times of day: read by themselves here, given their day by the words beside them."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .lexicon import PART_OF_DAY
from .reading import Clock, Rule, Situation, TimeReading

_ZONES = {"gmt": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "eet": 2}
_ZONES |= {"eest": 3, "msk": 3}
_NAMES = "GMT|UTC|EST|EDT|PST|PDT|CEST|CET|EEST|EET|MSK"
_ZONE = (
    r"(?:\s(?:local|(?:[A-Z][a-z]{2,15}\s){0,2}[A-Z][a-z]{2,15})\s[Tt]ime\b|\s?\((?:[A-Za-z]{2,15}\s){1,3}time\))?"
    rf"(?:\s?\(?(?P<zone>{_NAMES})(?P<shift>[+\-\u2212]\d{{1,2}})?(?!\w)\)?)?"
    r"(?:,?\s{1,2}\(?(?P<gmt>[01]?\d|2[0-3])[:.]?(?P<gmt_minute>[0-5]\d)\s(?:GMT|UTC)\b\)?)?"
)
_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_HOURS = {word: number for number, word in enumerate(_WORDS.split(), start=1)}


def _clock(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    groups = match.groupdict()
    if _VERSE.search(_situation.text, max(0, match.start() - 16), match.start()):
        return None  # "Exodus 18:21"
    start = _time(match["hour"], match["minute"], groups.get("half"))
    if start is None:
        return None
    zone = _zone(match["zone"], match["shift"]) if match["zone"] else _from_gmt(start, groups)
    if start == _DAY_END:
        return TimeReading(timex="T24:00", kind="TIME")
    time = dt.time(*divmod(start, 60))
    return TimeReading(timex=f"T{time:%H:%M}", kind="TIME", clock=Clock(time, zone=zone))


_DAY_END = 24 * 60
_VERSE = re.compile(
    r"\b(?:Genesis|Exodus|Leviticus|Deuteronomy|Psalms?|Proverbs|Isaiah|Jeremiah|Ezekiel|Daniel|Matthew|Mark|Luke|John|"
    r"Acts|Romans|Corinthians|Galatians|Ephesians|Hebrews|Revelation|Kings|Samuel|Qur['’]?an|Koran|[Ss]urah?|[Vv]erses?)"
    r"\s{1,4}\Z"
)
"""What comes before the figures of a verse."""


def _time(hour_words: str, minute_words: str | None, half: str | None) -> int | None:
    """Minutes since the day began; ``None`` for an hour that no clock shows."""
    hour, minute, letter = int(hour_words), int(minute_words or 0), (half or "").lower()[:1]
    if minute > 59 or hour > 24 or (letter and hour > 12) or (hour == 24 and minute):
        return None
    return (hour % 12 + (12 if letter == "p" else 0) if letter else hour) * 60 + minute


def _zone(words: str | None, shift: str | None) -> dt.tzinfo | None:
    if not words:
        return None
    hours = _ZONES[words.lower()] + (int(shift.replace("\u2212", "-")) if shift else 0)
    return dt.timezone(dt.timedelta(hours=hours)) if hours else dt.UTC


def _from_gmt(start: int, groups: dict[str, str | None]) -> dt.tzinfo | None:
    """ "10:35 a.m. (0735 GMT)" tells the zone of the first: three hours ahead."""
    hour, minute = groups.get("gmt"), groups.get("gmt_minute")
    if hour is None or minute is None:
        return None
    ahead = (start - 60 * int(hour) - int(minute) + _DAY_END // 2) % _DAY_END - _DAY_END // 2
    return dt.timezone(dt.timedelta(minutes=ahead)) if ahead % 15 == 0 else None


def _stretch(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """ "06:00-18:00", "from 9 a.m. to 5 p.m.", "9-11 p.m."; an end that is not after the start is the next day's."""
    start = _time(match["hour"], match["minute"], match["half"] or match["to_half"])
    end = _time(match["to_hour"], match["to_minute"], match["to_half"] or match["half"])
    if start is None or end is None or start == _DAY_END:
        return None
    first, last = dt.time(*divmod(start, 60)), dt.time(*divmod(end % _DAY_END, 60))
    zone = _zone(match["zone"], match["shift"])
    return TimeReading(timex=f"T{first:%H:%M}/T{last:%H:%M}", kind="TIME", clock=Clock(first, last, zone))


def _hour_of_part(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """ "nine in the morning", "10 o'clock at night", "9 o'clock this morning"."""
    words, part = match["hour"].lower(), match["of_day"].lower()
    number = int(words) if words.isdigit() else _HOURS[words]
    if not 1 <= number <= 12:
        return None
    afternoon = part in ("afternoon", "evening") or (part == "night" and 5 <= number < 12)
    time = dt.time(number % 12 + (12 if afternoon else 0))
    return TimeReading(timex=f"T{time:%H:%M}", kind="TIME", clock=Clock(time))


def _named(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """Noon is a time; midnight may begin a day or end it, so it gets no instant."""
    if match["word"].lower() == "midnight":
        return TimeReading(timex="T24:00", kind="TIME")
    return TimeReading(timex="T12:00", kind="TIME", clock=Clock(dt.time(12)))


_HALF = r"\s?(?P<half>[AaPp])\.?\s?[Mm](?:\.|(?!\w))"
_TO_HALF = _HALF.replace("half", "to_half")
_TO = r"\s?(?:[-\u2010-\u2015]|\b(?:to|until|till|and|through)\b)\s?"
_HOUR = r"(?:\d|1\d|2[0-4]|0\d)"
_NOT_BEFORE = r"(?<![\w.,:/+\-$])"
_NOT_AFTER = r"(?![\d:]|[.,]\d)(?:\s?(?:hours|hrs|h)\b|(?!\w))"
_SPELT = "|".join(_HOURS)

RULES = (
    Rule(
        re.compile(
            rf"{_NOT_BEFORE}(?P<hour>{_HOUR}):(?P<minute>[0-5]\d)(?P<half>)(?:\s?(?:hours|hrs|h)\b)?{_TO}"
            rf"(?P<to_hour>{_HOUR}):(?P<to_minute>[0-5]\d)(?P<to_half>){_NOT_AFTER}{_ZONE}"
        ),
        _stretch,
        triggers.CLOCKS,
    ),
    Rule(
        re.compile(
            rf"{_NOT_BEFORE}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?:{_HALF})?{_TO}"
            rf"(?P<to_hour>\d{{1,2}})(?:[:.](?P<to_minute>\d\d))?{_TO_HALF}{_ZONE}"
        ),
        _stretch,
        triggers.CLOCKS,
    ),
    Rule(
        re.compile(rf"{_NOT_BEFORE}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{_HALF}{_ZONE}"),
        _clock,
        triggers.CLOCKS,
    ),
    Rule(
        re.compile(rf"{_NOT_BEFORE}(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?{_NOT_AFTER}{_ZONE}"),
        _clock,
        triggers.CLOCKS,
    ),
    Rule(
        re.compile(
            rf"{_NOT_BEFORE}(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)"
            rf"(?:\s(?:hours|hrs)\b(?!\sof\b)(?:\slocal(?:\stime)?\b)?|\slocal(?:\stime)?\b)?"
            rf"(?:\s?(?P<zone>{_NAMES})(?P<shift>[+\-\u2212]\d{{1,2}})?(?!\w))?(?<!\d)"
        ),
        _clock,
        triggers.CLOCKS,
    ),
    Rule(
        re.compile(
            rf"\b(?P<t>(?P<hour>\d{{1,2}}|{_SPELT})\so['’]clock)\s(?:this|that|yesterday|tomorrow|last|\w{{3,6}}day)\s"
            rf"(?P<of_day>{PART_OF_DAY})\b",
            re.IGNORECASE,
        ),
        _hour_of_part,
        triggers.HOURS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?:at|by|until|before|after|around|about)\s(?=\w{{1,6}}\s(?:in|at))|(?=\w{{1,6}}\so['’]clock))"
            rf"(?P<t>(?P<hour>\d{{1,2}}|{_SPELT})(?:\so['’]clock)?\s(?:in\sthe|at)\s"
            rf"(?P<of_day>{PART_OF_DAY}))\b",
            re.IGNORECASE,
        ),
        _hour_of_part,
        triggers.HOURS,
    ),
    Rule(
        re.compile(
            rf"\b(?:at|by|until|till|from|before|after|than)\s(?P<t>(?P<hour>[01]\d|2[0-3])\.(?P<minute>[0-5]\d)(?P<half>)"
            rf"(?:\s(?:hours|hrs|h)\b|(?=\s(?:on|local|{_NAMES}|today|tomorrow|yesterday|[A-Z]\w+day)\b)){_ZONE})"
        ),
        _clock,
        triggers.FIGURES,
    ),
    Rule(
        re.compile(
            r"\b(?:12\s)?(?P<word>(?i:noon|midday|midnight))\b"
            r"(?:\s(?:local|(?:[A-Z][a-z]{2,15}\s){0,2}[A-Z][a-z]{2,15})\s[Tt]ime\b)?"
        ),
        _named,
        triggers.NOONS,
    ),
)
"""Patterns with what they mean; the values lack their day."""
