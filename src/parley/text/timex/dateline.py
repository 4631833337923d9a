"""The dateline of an agency's report: "LINDHOLT, March 5 (Kestria News) --" says on which day it was written, and may
say the year: "LINDHOLT, 5 March 2031 --"."""

from __future__ import annotations

import datetime as dt
import re

from .lexicon import MONTH, day_number, month_number
from .nearest import year_for

_HEAD = 600
"""Code points within which a dateline stands."""
_DATELINE = re.compile(
    r"^[ \t]{0,8}[A-Z][A-Z'’\-]{2,20}(?:(?:,? |[./])[A-Za-z.'’\-]{1,20}){0,5}, "
    rf"(?:(?P<month>{MONTH}) (?P<day>[0-3]?\d)|(?P<first>[0-3]?\d) (?P<then>{MONTH}))(?:,? (?P<year>[12]\d{{3}}))?"
    r"(?: \([^()\n]{2,40}\))? ?(?:--?|\u2013|\u2014|_)",
    re.MULTILINE,
)
_LATE = 3
"""Days that a paper may lie before it is published."""


def day_of(text: str, published: dt.date | None) -> dt.date | None:
    """The day that a dateline at the head of ``text`` says, if publication followed soon; else ``published``.

    Where nobody knows the day of publication it is that of a dateline with its year.
    """
    match = _DATELINE.search(text, 0, _HEAD)
    if not match:
        return published
    month, day = month_number(match["month"] or match["then"]), day_number(match["day"] or match["first"])
    year = int(match["year"]) if match["year"] else year_for(month, day, published, None) if published else None
    try:
        written = dt.date(year, month, day) if year else None
    except ValueError:
        written = None
    if published is None or written is None:
        return published or written
    return written if 0 <= (published - written).days <= _LATE else published
