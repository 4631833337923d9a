"""Days and dates in a sentence as minutes from D-day, and lengths of time in minutes."""

from __future__ import annotations

import datetime as dt

from parley.model import Duration, Framework
from parley.text import day_counts, durations
from parley.text import patterns as re

from ..reader.ordinals import ORDINAL, number_of
from .phrases import MONTHS

DAY = 1440
_DATE = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?P<m>{MONTHS}),?\s+(?P<y>\d{{4}})"
    rf"|(?P<m2>{MONTHS})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>\d{{4}})|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))\b"
)
_START = (
    r"D-?day|[Dd]ay\s+(?:0|D|[Zz]ero)|(?:its\s+|the\s+)?(?:entry\s+into\s+force|signature|signing)(?:\s+of\s+this\s+\w+)?"
    r"|(?:the\s+)?(?:beginning|start)\s+of\s+the\s+(?:cease-?fire|truce|pause)"
)
_NTH = re.compile(
    rf"\b(?:(?:the\s+)?(?:(?P<n>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>(?!last|final){ORDINAL}))\s+day"
    r"|day\s+(?P<day>\d{1,4}))"
    rf"(?:\s+(?:after|from|following|of)\s+(?P<of>{_START})|(?!\s+(?:after|from|following|of|before)\b))",
    re.IGNORECASE,
)
_SINCE_START = re.compile(rf"\s*(?:after|from|of|following)\s+(?P<of>{_START})\b", re.IGNORECASE)

_DAY_D = re.compile(r"\b[Dd]ay\s+D\b(?!\s*[+-])")
"""The day from which all are counted, as many treaties write it."""


def instants(words: str, framework: Framework) -> list[tuple[int, int, int, int]]:
    """Each day or date in ``words`` that counts from D-day: ``(start, end, first minute, minute after the last)``."""
    found = [(start, end, day.days * DAY, (day.days + 1) * DAY) for start, end, day in day_counts(words)]
    for match in _NTH.finditer(words):
        if match["word"] and not match["of"] and not _counts_days(framework):
            continue
        if match["of"]:  # "the 5th day after D-day" is one day, and not D-day
            found = [each for each in found if not match.start() <= each[0] < match.end()]
        if not any(start < match.end() and match.start() < end for start, end, *_ in found):
            day = number_of(match["n"] or match["word"] or match["day"]) - bool(match["word"] and not match["of"])
            found.append((match.start(), match.end(), day * DAY, (day + 1) * DAY))
    for match in _DAY_D.finditer(words):
        if not any(start < match.end() and match.start() < end for start, end, *_ in found):
            found.append((match.start(), match.end(), 0, DAY))
    d_day = framework.d_day
    if d_day is not None:
        first = d_day.date() if isinstance(d_day, dt.datetime) else d_day
        for match in _DATE.finditer(words):
            date = _date(match)
            if date is not None:
                days = (date - first).days
                found.append((match.start(), match.end(), days * DAY, (days + 1) * DAY))
    for start, end, length in durations(words):
        since = _SINCE_START.match(words, end)
        minutes = minutes_of(length)
        if since and minutes is not None and not any(start < last and first < end for first, last, *_ in found):
            found.append((start, since.end(), minutes, minutes + (DAY if minutes % DAY == 0 else 0)))
    found = [
        each
        for each in found
        if not any(
            other is not each and other[0] <= each[0] and each[1] <= other[1] and other[:2] != each[:2]
            for other in found
        )
    ]
    return sorted(found)


def _counts_days(framework: Framework) -> bool:
    """Whether the text counts its days in words from a first one that it fixes: "The first day is 20 September"."""
    return any(_FIRST_DAY.fullmatch(each.term) for each in framework.definitions)


_FIRST_DAY = re.compile(r"(?:the\s+)?first\s+day|day\s+one", re.IGNORECASE)


def minutes_of(length: Duration) -> int | None:
    """The minutes of a length of time; ``None`` for months, which have none."""
    return None if length.months else length.days * DAY + length.minutes


def date_in(words: str) -> dt.date | None:
    """The first full date in ``words``."""
    found = _DATE.search(words)
    return _date(found) if found else None


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"])
        month = MONTHS.split("|").index((match["m"] or match["m2"]).capitalize()) + 1
        return dt.date(int(match["y"] or match["y2"]), month, int(match["d"] or match["d2"]))
    except ValueError:
        return None
