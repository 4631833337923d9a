"""Times of day and their zones, as texts write them: "06:00 UTC", "0600 hours", "6 p.m. local time", "noon (UTC+2)"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from parley.text import patterns as re

ZONE = (
    r"(?:\s*\(?(?:(?P<utc>UTC|GMT|Z|Universal\s+Time|universal\s+time|Greenwich\s+(?:Mean\s+)?[Tt]ime)"
    r"(?:\s*(?P<sign>[+\-\u2212])\s*(?P<off>\d{1,2})(?::?(?P<offm>\d{2}))?)?(?![\w:])"
    r"|(?P<local>(?:(?:the\s+)?[Ll]ocal|(?-i:[A-Z])[\w\-]*)(?:\s+[\w\-]+){0,2}?\s+time|"
    r"by\s+the\s+clocks?\s+of\s+[A-Z][\w\-]*))\)?)?"
)
"""Behind a clock: an offset from UTC, or the name of a time that only the process's zone can tell ("local time")."""
_FOUR = r"(?:[01]\d|2[0-4])[0-5]\d"
"""Hours and minutes in four digits, as soldiers write them: behind "at", or with a nought in front."""
CLOCK = (
    r"(?<![\w:.+\-])(?:(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*(?:hours|hrs|h)\b)?(?:\s*(?P<half>[ap]\.?m\b\.?))?"
    r"|(?P<bare>\d{1,2})\s*(?P<bare_half>[ap]\.?m\b\.?|o['’]clock(?:\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night))?)"
    r"|(?P<bare_day>\d{1,2})\s+(?P<day_half>in\s+the\s+(?:morning|afternoon|evening)|at\s+night)"
    r"|(?P<said>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?P<said_half>o['’]clock(?:\s+(?:in\s+the\s+(?:morning|afternoon|"
    r"evening)|at\s+night))?|in\s+the\s+(?:morning|afternoon|evening)|at\s+night)"
    r"|(?P<joined>\d{4})(?:\s*(?:hours|hrs|h)\b|(?=Z(?![\w:])))"
    rf"|(?P<told>(?=[012]\d[0-5]\d(?!\d))(?:(?<=\bat\s){_FOUR}|(?:(?<=\bfrom\s)|(?<=\bas\sof\s)|(?<=\bbetween\s)|(?<=\buntil\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bby\s)|(?<=\bto\s))0\d[0-5]\d"
    rf"|(?:(?<=\b0\d{{3}}\sto\s)|(?<=\b0\d{{3}}\sand\s)|(?<=\b0\d{{3}}\suntil\s)){_FOUR}|0\d[0-5]\d(?=\s(?:to|until)\s{_FOUR}\b)))(?!\s+(?!local\b)[a-z]+s\b)"
    r"|(?P<word>noon|midday|midnight)\b)(?![:\d])(?!\s*(?:km|mm|m|metres|miles|%|per\s?cent|million|crowns)\b)"
)
_SAID = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_CLOCK = re.compile(CLOCK + ZONE, re.IGNORECASE)
_ZONE = re.compile(ZONE, re.IGNORECASE)


@dataclass(frozen=True)
class Clock:
    """A time of day from ``start`` to ``end``; ``next_day``: it is the midnight that ends the day it is said of.

    ``time`` has the offset that is written with it, and none where the text leaves its zone to the place.
    """

    start: int
    end: int
    time: dt.time
    next_day: bool = False

    def on(self, day: dt.date) -> dt.datetime:
        return dt.datetime.combine(day + dt.timedelta(days=self.next_day), self.time)


def clocks(text: str) -> list[Clock]:
    """Every time of day in ``text``, in order; what no day has ("27:00", "6:75") is none."""
    return list(_clocks(text))


@lru_cache(maxsize=128)
def _clocks(text: str) -> tuple[Clock, ...]:
    """Kept, as everything that is a time asks for them."""
    return tuple(found for match in _CLOCK.finditer(text) if (found := _clock(match)))


def clock_named(text: str) -> str | None:
    """The name of the clocks on which a time of day in ``text`` is told: "Kyiv time", "local time"."""
    names = (match["local"] for match in _CLOCK.finditer(text))
    return next((" ".join(name.split()) for name in names if name), None)


def zone_at(text: str, start: int) -> tuple[int, dt.timezone] | None:
    """An offset from UTC that begins at ``start`` ("(UTC+2)"), and where it ends."""
    match = _ZONE.match(text, start)
    offset = _offset(match.groupdict()) if match else None
    return (match.end(), offset) if match and offset else None


def _clock(match: re.Match[str]) -> Clock | None:
    part = match.groupdict()
    half = (part["half"] or part["bare_half"] or part["day_half"] or part["said_half"] or "").lower()
    word = (part["word"] or "").lower()
    if word:
        hour, minute = 24 if word == "midnight" else 12, 0
    elif joined := part["joined"] or part["told"]:
        hour, minute = int(joined[:2]), int(joined[2:])
    else:
        spoken = _SAID.index(part["said"].lower()) + 1 if part["said"] else 0
        hour, minute = spoken or int(part["hour"] or part["bare"] or part["bare_day"]), int(part["minute"] or 0)
    if half.startswith(("p", "a")) or "morning" in half:
        if hour > 12 or (hour == 0 and half.startswith("p")):
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif half and hour <= 12:  # "8 o'clock" may be either
        if not re.search(r"afternoon|evening|night", half):
            return None
        hour = hour % 12 + 12
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    offset = _offset(part)
    if part["utc"] and offset is None:
        return None
    return Clock(match.start(), match.end(), dt.time(hour % 24, minute, tzinfo=offset), hour == 24)


def _offset(part: dict[str, str | None]) -> dt.timezone | None:
    """The offset from UTC that is written; none for "local time" and where nothing is said."""
    if not part["utc"]:
        return None
    offset = dt.timedelta(hours=int(part["off"] or 0), minutes=int(part["offm"] or 0))
    if offset >= dt.timedelta(hours=24):
        return None
    return dt.timezone(-offset if part["sign"] in ("-", "\u2212") else offset)
