"""Days whose month or year is said once, for several: "between 6 April and 30 April 2031", "on 5, 12 and 19 April"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parley.text import patterns as re

from .clock import CLOCK
from .correlatives import joined
from .instants import month_of
from .names import Names
from .ordinals import MONTH, ORDINAL, number_of
from .view import View

_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|{ORDINAL})"
_OF = r"\s+(?:day\s+)?(?:of\s+)?"
_HOUR = rf"(?:{re.sub(r'[?]P<[a-z_]+>', '?:', CLOCK)})(?:\s+\(?(?:UTC|GMT)(?:[+-]\d{{1,2}})?\)?|\s+local\s+time)?"
_JOINT = re.compile(
    rf"(?:(?:,?\s+at)?\s+{_HOUR})?(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|to|until|till|up\s+to|through)\s+|\s*[–-]\s*)"
    rf"(?:on\s+)?(?:{_HOUR}\s+(?:on|of)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
"""What stands between two days: "at noon and", ", ", "to 18:00 on the"."""
_DATE = re.compile(
    rf"(?<![\w.:+\-])(?:(?P<day>{_DAY}){_OF}(?P<month>(?-i:{MONTH}))|(?P<month2>(?-i:{MONTH}))\s+(?:the\s+)?(?P<day2>{_DAY}))"
    r"(?:,?\s+(?:in\s+the\s+year\s+)?(?P<year>\d{4})(?!\d))?(?![\w:])",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\w.:+\-])(?P<day>{_DAY})(?P<joint>{_JOINT.pattern})\Z", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\A|\b(?:on|from|between|by|until|than|before|after|since|during|of|is|are|means|dates?|days?)\s+|:\s*)(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Before days of a month: what else is counted ("40, 20 and 5 May") has none of these before it."""
_DAY_BEHIND = re.compile(
    rf"(?<=\w)(?P<joint>{_JOINT.pattern})(?P<day>{_DAY}),?\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
)
_EVERY = re.compile(
    r"\b(?:every|each|any)\s+(?:year\s+)?(?:on\s+)?(?:the\s+)?\Z|\b(?:yearly|annually)\b", re.IGNORECASE
)
_LONGEST = 80
"""No joint of two days is longer."""

Change = tuple[int, int, str]


def whole_dates(text: str) -> str:
    """``text`` with its month and year behind each day that shares them with another."""
    for step in _STEPS:
        for start, end, words in reversed(list(step(text))):
            text = text[:start] + words + text[end:]
    return text


def same_month_and_year(view: View, _names: Names) -> View:
    """ "Between 10 and 20 May 2032": the first day is of that month and year, too."""
    for step in _STEPS:
        for start, end, words in reversed(list(step(view.text))):
            view = joined([view.cut(0, start), view.put(words, start, end), view.cut(end, len(view.text))])
    return view


def _day_behind_month(text: str) -> Iterator[Change]:
    """ "April 6 to 30, 2031": the second day is of the same month."""
    for date in _DATE.finditer(text):
        behind = _DAY_BEHIND.match(text, date.end()) if date["month2"] and not date["year"] else None
        if behind:
            yield behind.start("day"), behind.end(), f"{behind['day']} {date['month2']} {behind['year']}"


def _day_before_month(text: str) -> Iterator[Change]:
    """ "5, 12 and 19 April": each day is of that month."""
    for date in _DATE.finditer(text):
        at, found = date.start(), []
        while date["month"] and (bare := _BARE.search(text, max(0, at - _LONGEST), at)):
            at = bare.start()
            found.append((*bare.span("day"), f"{bare['day']} {date['month']}"))
        if found and _LEAD.search(text, 0, at):
            yield from reversed(found)


def _year_of_another(text: str) -> Iterator[Change]:
    """ "40 on 5 April, 40 on 12 April 2031": a day has the year of the next that is told with one, else of the last.

    Where that would put a later day before an earlier one, no more is known than that a stretch from one to the other
    goes over the turn of a year.
    """
    dates = list(_DATE.finditer(text))
    years = [int(date["year"]) if date["year"] else None for date in dates]
    pairs = list(enumerate(pairwise(dates)))
    for index, (one, other) in reversed(pairs):
        years[index] = years[index] or _year(text, one, other, years[index + 1], -1)
    for index, (one, other) in pairs:
        years[index + 1] = years[index + 1] or _year(text, one, other, years[index], 1)
    for date, told in zip(dates, years, strict=True):
        if told is not None and not date["year"] and not _EVERY.search(text, 0, date.start()):
            yield date.start(), date.end(), f"{date['day'] or date['day2']} {date['month'] or date['month2']} {told}"


def _year(text: str, one: re.Match[str], other: re.Match[str], year: int | None, turn: int) -> int | None:
    """The year of one of two days, where that of the other is known."""
    if year is None or _order(one) <= _order(other):
        return year
    return year + turn if _JOINT.fullmatch(text, one.end(), other.start()) else None


def _order(date: re.Match[str]) -> tuple[int, int]:
    return month_of(date["month"] or date["month2"]), number_of(date["day"] or date["day2"])


_STEPS = (_day_behind_month, _day_before_month, _year_of_another)
