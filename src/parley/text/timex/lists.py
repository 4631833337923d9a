"""Dates told together, of which the last alone says the year: "from 24 February to 3 March 2031"."""

from __future__ import annotations

import re

from .lexicon import DAY, MONTH, YEAR, S, month_number

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
