"""Distances, durations and day counts in running text, as values of the model with their places."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from parley.model import SECONDS, DayCount, Distance, Duration

from .numbers import PATTERN, parse_number

# "thirty (30) days": treaties say a number twice; the words lead and the digits are their repetition.
_AMOUNT = rf"\b(?<![\w.,:/+$£€])(?P<number>{PATTERN})(?:\s*\(\s*\d[\d,]*\s*\))?"

_DISTANCE = re.compile(
    rf"{_AMOUNT}[\s\-]{{0,3}}"
    r"(?:(?P<sea>nautical\s{1,3}miles?|nmi|NM)|(?P<km>kms?|kilomet(?:re|er)s?)|(?P<mile>miles?|mi)|(?P<m>m|met(?:re|er)s?))"
    r"(?!\w)",
    re.IGNORECASE,
)
_DISTANCE_UNITS = {"sea": "nautical miles", "km": "km", "mile": "miles", "m": "m"}

_HALF_OF = re.compile(
    r"\bhalf\s+a\s+(?:(?P<sea>nautical\s{1,3}mile)|(?P<km>km|kilomet(?:re|er))|(?P<mile>mile))(?!\w)", re.IGNORECASE
)
_ONE_OF = re.compile(
    r"(?<!half\s)\ban?\s+(?:(?P<sea>nautical\s{1,3}mile)|(?P<km>km|kilomet(?:re|er))|(?P<mile>mile))(?![\w\-])",
    re.IGNORECASE,
)
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_FIXED = {"min": "minutes", "minute": "minutes", "hr": "hours", "hour": "hours", "h": "hours"}
_FIXED |= {"day": "days", "week": "weeks", "fortnight": "weeks"}
_UNIT = r"(?P<unit>minute|min|hour|hr|h|day|week|fortnight|month|year)s?(?!\w)"
_FRACTION = r"(?P<fraction>\s+and\s+a\s+half|\s+\d/\d|\s*[½¼¾])?"
_CALENDAR = r"(?:(?:calendar|consecutive|full|clear)[\s\-]+)?"  # not "working": such days have no fixed count

_MOST_YEARS = 1000
_DURATION = re.compile(rf"{_AMOUNT}{_FRACTION}[\s\-]{{0,3}}{_CALENDAR}{_UNIT}", re.IGNORECASE)
_ONE_DURATION = re.compile(
    rf"\b(?:within|for|after|of|in|lasting|every|least|than|half|over)\s+(?P<words>an?\s+{_CALENDAR}{_UNIT})",
    re.IGNORECASE,
)
_ONE_BESIDE = re.compile(
    rf"(?<!once )(?<!twice )(?<!times )(?<!hours )(?<!days )\b(?P<words>an?\s+{_CALENDAR}{_UNIT})"
    r"(?=\s+(?:before|after|ahead\s+of|prior\s+to|in\s+advance)\b)",
    re.IGNORECASE,
)
"""A length beside what it is counted from, "a day before departure", and no rate: "twice a day"."""
_IN_TIME = re.compile(r"min|h(?:ou)?rs?\b|\bh\b|\d\s?h\b|day|week|fortnight|month|year", re.IGNORECASE)
"""What every length of time has in it: most sentences have none, and to look for numbers takes long."""
_HALF = re.compile(r"\bhalf\s+an?\s+(?P<unit>hour|day|year)(?!\w)", re.IGNORECASE)

_DAY_COUNT = re.compile(
    r"(?<![\w+\-])D(?:[\-\u2010\u2011\s]?(?:[Dd]ay|DAY))?\s?[+\-\u2212\u2013]\s?\d{1,4}(?![\w/]|[.,]\d)"
    r"|(?<![\w+\-])D(?:-?(?:[Dd]ay|DAY))?\s(?:plus|minus)\s\d{1,4}(?![\w/]|[.,]\d|\s+(?:days?|hours?|weeks?|months?)\b)"
    r"|(?<![\w+\-])D[\-\u2010\u2011\s]?(?:[Dd]ay|DAY)(?!\w)"
    r"|(?<![\w+\-])(?:[Dd]ay\s[A-GI-Z]\s?\+\s?|[TXZ]\s?\+\s?|[A-GI-Z]\+)\d{1,4}(?![\w/]|[.,]\d)"
)
"""D-day may have another letter, "Day T+3", but H+3, which counts hours."""
# A howitzer is called D-30: a minus directly before a number next to such words is part of a name.
_WEAPON_AFTER = re.compile(r"\s+(?:howitzers?|guns?|cannons?|artillery|field|towed|mm)\b", re.IGNORECASE)
_WEAPON_BEFORE = re.compile(r"(?:mm|howitzers?|guns?|cannons?)\s+\Z", re.IGNORECASE)


_Found = TypeVar("_Found")


def distances(text: str) -> list[tuple[int, int, Distance]]:
    """Each distance ("15 km", "ten (10) nautical miles") as ``(start, end, value)``, in order."""
    found = [
        (match.start(), match.end(), Distance(number=float(parse_number(match["number"])), unit=_unit(match)))
        for match in _DISTANCE.finditer(text)
    ]
    for words, number, form in (("half a", 0.5, _HALF_OF), ("a ", 1.0, _ONE_OF)):
        if words in text:
            found += [
                (each.start(), each.end(), Distance(number=number, unit=_unit(each))) for each in form.finditer(text)
            ]
    return sorted(found, key=lambda each: each[0])


def _unit(match: re.Match[str]) -> str:
    return _DISTANCE_UNITS[str(match.lastgroup)]


def durations(text: str) -> list[tuple[int, int, Duration]]:
    """Each length of time ("48 hours", "thirty (30) days", "a week" after a preposition), in order.

    A month or a year is a calendar step. What has no exact length is left out: seconds, working
    days, a fraction of a month; and so is what is longer than a thousand years, for it leaves the calendar.
    """
    if not _IN_TIME.search(text):
        return []
    return list(_kept(text)) if len(text) < _LONG else _durations(text)


_LONG = 1_000
"""Characters of a text that is no sentence: of a sentence several ask."""


def _durations(text: str) -> list[tuple[int, int, Duration]]:
    found = []
    for match in _DURATION.finditer(text):
        amount = Fraction(str(parse_number(match["number"]))) + _fraction(match["fraction"])
        duration = _duration(amount, match["unit"].lower())
        if duration is not None:
            found.append((match.start(), match.end(), duration))
    for match in (*_ONE_DURATION.finditer(text), *_ONE_BESIDE.finditer(text)):
        one = _duration(Fraction(1), match["unit"].lower())
        if one is not None:
            found.append((match.start("words"), match.end(), one))
    for match in _HALF.finditer(text):
        half = _duration(Fraction(1, 2), match["unit"].lower())
        if half is not None:
            found.append((match.start(), match.end(), half))
    return _longest(found)


@lru_cache(maxsize=2_048)
def _kept(text: str) -> tuple[tuple[int, int, Duration], ...]:
    return tuple(_durations(text))


def day_counts(text: str) -> list[tuple[int, int, DayCount]]:
    """Each day counted from D-day ("D+14", "D-day", "D − 3"), in order; "day 5 after ..." is not one."""
    found = []
    for match in _DAY_COUNT.finditer(text):
        words = match.group()
        if re.search(r"D-\d", words) and (
            _WEAPON_AFTER.match(text, match.end())
            or _WEAPON_BEFORE.search(text, max(0, match.start() - 12), match.start())
        ):
            continue
        plain = re.sub(
            r"^(?:D[\-\u2010\u2011\s]?day|(?:day\s)?[A-GI-Z](?=\s?\+))", "D", words, flags=re.IGNORECASE
        ).replace("\u2013", "-")
        plain = plain.replace(" plus ", "+").replace(" minus ", "-")
        found.append((match.start(), match.end(), DayCount.parse(plain)))
    return found


def _fraction(words: str | None) -> Fraction:
    plain = (words or "").strip().lower()
    if not plain:
        return Fraction(0)
    if "/" in plain:
        above, below = plain.split("/")
        return Fraction(int(above), int(below)) if int(below) else Fraction(0)
    return {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}.get(plain, Fraction(1, 2))


def _duration(amount: Fraction, unit: str) -> Duration | None:
    """``amount`` units as a duration, or ``None`` where it is no whole number of minutes or months."""
    if unit == "fortnight":
        amount *= 2
    if unit in _MONTHS:
        months = amount * _MONTHS[unit]
        return Duration(months=int(months)) if months.denominator == 1 and months <= 12 * _MOST_YEARS else None
    minutes = amount * SECONDS[_FIXED[unit]] / 60
    if minutes.denominator != 1 or minutes > 366 * 24 * 60 * _MOST_YEARS:
        return None
    if unit in ("day", "week", "fortnight"):
        days, rest = divmod(int(minutes), 24 * 60)
        return Duration(days=days, minutes=rest)
    return Duration(minutes=int(minutes))


def _longest(found: list[tuple[int, int, _Found]]) -> list[tuple[int, int, _Found]]:
    """In order of place; of two that overlap the earlier and longer one stays."""
    kept: list[tuple[int, int, _Found]] = []
    for item in sorted(found, key=lambda item: (item[0], -item[1])):
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept
