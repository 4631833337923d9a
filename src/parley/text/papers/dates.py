"""The day on which a paper was published, from the words that say it."""

from __future__ import annotations

import datetime as dt
import re

from parley.model import near_enough, parse_moment
from parley.model.time import Moment

from ..timex import times

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LATER = re.compile(r"(?i)\b(?:updated?|modified|changed|revised|corrected|edited)\b[^\d]*$")


def moment_told(words: str) -> Moment | None:
    """A date for programs: ISO 8601, or as people write it where that can mean one day only."""
    if match := _COMPACT.fullmatch(words):
        words = "-".join(match.groups())
    try:
        moment = parse_moment(words)
    except ValueError:
        return day_told(words)
    return moment if near_enough(moment) else None


def day_told(words: str) -> dt.date | None:
    """The day that words give with its year, and that can be no other: not "updated on 7 March 2031", no "6/3/2031"."""
    for time in times(words):
        first, last = (each.date() if isinstance(each, dt.datetime) else each for each in (time.earliest, time.latest))
        whole = re.match(r"\d{4}-\d{2}-\d{2}", time.timex or "")
        if first is not None and first == last and whole and not _LATER.search(words[: time.span.start]):
            return first
    return None
