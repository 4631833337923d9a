"""Times of day: read by themselves here, given their day by the words beside them."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .reading import Clock, Rule, Situation, TimeReading

_ZONES = {"gmt": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "eet": 2}
_ZONES |= {"eest": 3, "msk": 3}
_NAMES = "GMT|UTC|EST|EDT|PST|PDT|CEST|CET|EEST|EET|MSK"
_ZONE = (
    r"(?:\s(?:local|[A-Z][a-z]{2,15})\stime\b|\s?\((?:[A-Za-z]{2,15}\s){1,3}time\))?"
    rf"(?:\s?\(?(?P<zone>{_NAMES})(?P<shift>[+\-\u2212]\d{{1,2}})?(?!\w)\)?)?"
)


def _clock(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match.groupdict().get("half") or "").lower()[:1]
    if minute > 59 or hour > 24 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute:
        return None
    zone = _zone(match["zone"], match["shift"])
    if hour == 24:
        return TimeReading(timex="T24:00", kind="TIME")
    return TimeReading(timex=f"T{hour:02d}:{minute:02d}", kind="TIME", clock=Clock(hour, minute, zone))


def _zone(words: str | None, shift: str | None) -> dt.tzinfo | None:
    if not words:
        return None
    hours = _ZONES[words.lower()] + (int(shift.replace("\u2212", "-")) if shift else 0)
    return dt.timezone(dt.timedelta(hours=hours)) if hours else dt.UTC


def _named(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """Noon is a time; midnight may begin a day or end it, so it gets no instant."""
    if match["word"].lower() == "midnight":
        return TimeReading(timex="T24:00", kind="TIME")
    return TimeReading(timex="T12:00", kind="TIME", clock=Clock(12, 0))


RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.,:/+\-$])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[AaPp])\.?\s?[Mm](?:\.|(?!\w)){_ZONE}"
        ),
        _clock,
        triggers.CLOCKS,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,:/+\-$])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]|[.,]\d)(?:\s?(?:hours|hrs|h)\b|(?!\w)){_ZONE}"
        ),
        _clock,
        triggers.CLOCKS,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,:/+\-$])(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s(?:(?P<zone>GMT|UTC)|hours\b|hrs\b)(?P<shift>[+\-\u2212]\d{1,2})?(?!\w)"
        ),
        _clock,
        triggers.CLOCKS,
    ),
    Rule(re.compile(r"\b(?P<word>noon|midday|midnight)\b", re.IGNORECASE), _named, triggers.NOONS),
)
"""Patterns with what they mean; the values lack their day."""
