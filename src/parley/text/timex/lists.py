"""Dates told together, of which the last says the year of the first: "from 24 February to 3 March 2031"."""

from __future__ import annotations

import re

from .lexicon import DAY, MONTH, YEAR, S, day_number, month_number
from .nearest import year_for
from .reading import Situation

_LAST = re.compile(
    rf"(?:\s?[-–—/]\s?|{S}(?P<to>to|and|or|through|until|till){S}|,{S})(?:the{S})?(?:{DAY}{S}(?:of{S})?)?"
    rf"(?P<month>{MONTH})(?:{S}{DAY})?(?:,?{S}(?P<year>{YEAR}))(?!\w)"
)


def year_to_come(text: str, end: int, month: int) -> int | None:
    """The year of a date in ``month`` that ends at ``end`` without one, said by the date that follows at once.

    "December to March 2031" began the year before.
    """
    match = _LAST.match(text, end)
    if not match:
        return None
    year = int(match["year"])
    return year - 1 if month > month_number(match["month"]) else year


_FROM = re.compile(r"\b(?:from|between)\s{1,8}(?:early\s|mid-|late\s)?(?:the\s)?\Z", re.IGNORECASE)
_END = re.compile(
    rf"{S}(?:to|and|through|until|till){S}(?:the{S})?(?:(?P<day_first>{DAY}){S}(?:of{S})?)?"
    rf"(?P<t>(?P<month>{MONTH})(?:{S}(?P<day>{DAY}))?)(?!\w|,?{S}{YEAR})"
)


def year_to_end(situation: Situation, start: int, end: int, first: tuple[int, int | None]) -> int | None:
    """The year of the month, or day of a month, that begins "between 1 January and 18 September", from where it ends.

    The end takes its year as any date does; what begins it lies before.
    """
    match = _END.match(situation.text, end)
    if situation.published is None or match is None or not _FROM.search(situation.text, max(0, start - 24), start):
        return None
    month, day = month_number(match["month"]), match["day"] or match["day_first"]
    last = month, day_number(day) if day else None
    year = year_for(*last, situation.published, situation.cue(start, match.end()))
    before = (first[0], first[1] or 0) <= (month, last[1] or 31)
    return year if before or year is None else year - 1


_RIGHT_AFTER = re.compile(r",\s(?:in|on)\s")


def year_before(situation: Situation, start: int) -> int | None:
    """The year told right before a month or day: "the next year, in March"."""
    told = situation.told
    if told is None or not re.fullmatch(r"\d{4}", told.timex or ""):
        return None
    return int(told.timex or "") if _RIGHT_AFTER.fullmatch(situation.text, situation.told_at, start) else None
