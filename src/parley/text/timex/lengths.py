"""Lengths of time and times that recur: TIMEX3 durations and sets."""

from __future__ import annotations

import re

from ..numbers import PATTERN as NUMBER
from ..numbers import parse_number
from . import triggers
from .lexicon import WEEKDAY, S, any_of, weekday_number
from .reading import Rule, Situation, TimeReading, undated

AMOUNT = rf"(?P<amount>(?i:a\ couple\ of|{NUMBER}|an?))"
"""A count of units: "two", "14", "a", "a couple of"."""
APPROXIMATELY = (
    rf"(?:(?i:about|almost|nearly|some|around|roughly|only|over|just{S}over|more{S}than|less{S}than|at{S}least){S})?"
)
COUNTED_UNIT = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade|centur)(?:ies|s|y)?"


def unit_in(match: re.Match[str]) -> str:
    """The unit that ``COUNTED_UNIT`` matched, in the singular."""
    return match["unit"].lower().replace("centur", "century")


_LETTER = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}


def duration_value(count: float, unit: str) -> str:
    """The TIMEX3 value of so many units (``P2W``, ``PT5H30M``, ``P10Y``); a half is spelt out for hours only."""
    if unit in ("decade", "centur", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if unit == "quarter":
        count, unit = count * 3, "month"
    if unit == "fortnight":
        count, unit = count * 2, "week"
    if unit == "weekend":
        return f"P{count:g}WE"
    if unit == "hour" and count != int(count):
        return f"PT{int(count)}H{round((count - int(count)) * 60)}M"
    amount = int(count) if count == int(count) else count
    return ("PT" if unit in ("second", "minute", "hour") else "P") + f"{amount}{_LETTER[unit]}"


def amount_of(words: str) -> float:
    """ "two", "14", "a" or "an" as a number; ``ValueError`` otherwise."""
    plain = re.sub(r"\s+", " ", words.strip().lower())
    if plain in ("a", "an", "one"):
        return 1
    if plain in ("a couple of", "a couple"):
        return 2
    return parse_number(plain)


_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _length(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    count = amount_of(match["amount"]) + _fraction(match.groupdict().get("fraction"))
    return undated(duration_value(count, _singular(match["unit"])), kind="DURATION")


def _fraction(words: str | None) -> float:
    plain = (words or "").strip().lower()
    if "/" in plain:
        above, below = plain.split("/")
        return int(above) / int(below) if int(below) else 0.0
    return _HALVES.get(plain, 0.5 if plain else 0.0)


def _singular(unit: str) -> str:
    plain = unit.lower()
    return {"centuries": "century"}.get(plain, plain.rstrip("s"))


def _vague(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """ "several days", "for weeks": a length whose number is not said."""
    unit = _singular(match["unit"] or match["bare"])
    letters = duration_value(1, unit).lstrip("PT0123456789")
    return undated(("PTX" if unit in ("second", "minute", "hour") else "PX") + letters, kind="DURATION")


def _half(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    values = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "century": "P50Y", "decade": "P5Y"}
    return undated(values[match["unit"].lower()], kind="DURATION")


def _each(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    count = amount_of(match["amount"]) if match["amount"] else 2 if match["other"] else 1
    return undated(duration_value(count, _singular(match["unit"])), kind="SET")


def _each_weekday(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    return undated(f"XXXX-WXX-{weekday_number(match['weekday'])}", kind="SET")


_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
}
_ADVERBS |= {"yearly": "P1Y", "annually": "P1Y", "annual": "P1Y"}


def _adverb(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    return undated(_ADVERBS[match["often"]], kind="SET")


def _times_a(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    return undated(duration_value(1, _singular(match["unit"])), kind="SET")


def _nightly(_match: re.Match[str], _situation: Situation) -> TimeReading | None:
    return undated("XXXX-XX-XXTNI", kind="SET")


_UNIT_WORDS = any_of(
    "seconds minutes? hours? days? weeks? weekends? fortnights? months? quarters years? decades? century centuries"
)
_UNITS = rf"(?P<unit>{_UNIT_WORDS})"
_ROUGHLY = rf"(?:(?:about|almost|nearly|some|around|roughly|over|more{S}than|less{S}than|at{S}least|only|another){S})?"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RULES = (
    Rule(
        _words(
            rf"(?<![\w.,:/+\-$]){_ROUGHLY}(?P<amount>a{S}couple{S}of|{NUMBER})(?:{S}\(\d{{1,4}}\))?(?P<fraction>{S}and{S}a{S}half|{S}\d/\d|{S}?[½¼¾])?"
            rf"[\s\-]{{1,8}}(?:calendar{S}|consecutive{S}|full{S})?{_UNITS}\b(?!-old|{S}old|{S}of{S}age)"
        ),
        _length,
        triggers.UNITS,
    ),
    Rule(
        _words(
            rf"\b(?:within|for|after|lasting|at{S}least|nearly|almost|over|about|than|half){S}(?P<t>(?P<amount>an?){S}{_UNITS})\b(?!-old)"
        ),
        _length,
        triggers.UNITS,
    ),
    Rule(
        _words(
            rf"\b(?:(?:the{S})?(?:past|last|next|coming){S})?(?:several|a{S}few|few|many|some){S}{_UNITS}\b|\bfor{S}(?:the{S})?(?:past{S}|last{S})?(?=\w+s\b)(?P<bare>minutes|hours|days|weeks|months|years|decades)\b"
        ),
        _vague,
        triggers.UNITS,
    ),
    Rule(_words(r"\bhalf[\s\-](?:an?[\s\-])?(?P<unit>hour|day|year|century|decade)\b"), _half, triggers.HALVES),
    Rule(
        _words(rf"\b(?:every|each){S}(?:(?P<other>other){S}|(?P<amount>{NUMBER}){S})?{_UNITS}\b"), _each, triggers.UNITS
    ),
    Rule(
        re.compile(rf"\b(?i:every|each){S}(?:(?i:other|second|third|first|last){S})?(?P<weekday>{WEEKDAY})(?!\w)"),
        _each_weekday,
        triggers.WEEKDAYS,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?:once|twice|(?:two|three|four|five|six){S}times){S})?(?P<often>hourly|daily|weekly|fortnightly|monthly|quarterly|yearly|annually|annual)\b"
        ),
        _adverb,
        triggers.ADVERBS,
    ),
    Rule(
        _words(rf"\b(?:(?:once|twice|{NUMBER}{S}times){S}(?:a|an|each|every|per)|per){S}{_UNITS}\b"),
        _times_a,
        triggers.OFTEN,
    ),
    Rule(re.compile(rf"\b(?P<weekday>{WEEKDAY})s(?!\w)"), _each_weekday, triggers.WEEKDAYS),
    Rule(_words(r"\bnightly\b"), _nightly, triggers.ADVERBS),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
