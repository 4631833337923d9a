"""What a cell of a table of reports holds: times, counts, degrees, metres. Nothing unclear is read as something."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from parley.model import Life, Moment, Tally, first_instant, parse_moment
from parley.text import patterns as re

from .columns import Holds

UNDETERMINED = frozenset({"undetermined", "unknown", "n/a", "na", "not known", "?", "-"})
"""Words that say that a thing is not known; an empty cell says the same."""
NOBODY_NAMED = UNDETERMINED | {"unidentified", "not named", "unattributed"}

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})")


class BadCell(ValueError):
    """A cell that does not hold what its column should; the message is the mend, as the end of a sentence."""


LONGEST_CELL = 1_000_000
"""Characters in the longest cell of a row that can be used."""
TOO_LONG = f"one of its cells has more than {LONGEST_CELL:,} characters"
MEND_LONG = "cut it, or check the quotation marks"
LONGEST = 200
"""Characters in the longest cell that can hold a time, a number or a place: what is longer is not searched for one."""


NAMES = ("act", "object", "actor", "counterpart", "claimant", "found_by")
"""Columns that name an act, a thing or somebody."""
LONGEST_NAME = 1_000
"""Characters in the longest cell that can name an act, a thing or somebody."""


def refuse_long(words: str) -> None:
    """Raise :class:`BadCell` for a cell that is too long to be anything but words."""
    if len(words) > LONGEST:
        raise BadCell("write no more than what belongs here")


def read_name(words: str) -> str:
    """What an act, a thing or somebody is called; raises :class:`BadCell` for what must be more."""
    if len(words) > LONGEST_NAME:
        raise BadCell(f"write no more than {LONGEST_NAME:,} characters here, and the rest in the note")
    return words


def read_time(words: str, zone: dt.tzinfo) -> Moment:
    """A day, or a day with time: ISO 8601, ``13 April 2026``, or seconds since 1970 (as ACLED's ``timestamp``).

    A time without a zone is taken in ``zone``.
    """
    try:
        if words[10:11] == "T":  # what most tables hold, and so first
            moment: Moment = dt.datetime.fromisoformat(words)
        elif words.isdecimal() and 9 <= len(words) <= 10:
            return dt.datetime.fromtimestamp(int(words), dt.UTC)
        else:
            moment = parse_moment(_iso(words))
    except (ValueError, OverflowError) as error:
        raise BadCell("write a date such as 2026-04-20, or 2026-04-20T14:30+03:00") from error
    if not dt.MINYEAR < moment.year < dt.MAXYEAR:
        raise BadCell("write a year that calendars reach")
    return first_instant(moment, zone) if isinstance(moment, dt.datetime) else moment


def _iso(words: str) -> str:
    """``13 April 2026`` as ISO 8601; anything else as it is."""
    named = _DAY_MONTH_YEAR.fullmatch(words)
    if named is None or named[2][:3].casefold() not in _MONTHS:
        return words
    return f"{named[3]}-{_MONTHS.index(named[2][:3].casefold()) + 1:02d}-{int(named[1]):02d}"


@dataclass(frozen=True)
class Count:
    """How many; ``None``: undetermined. ``qualifier``: how that was hedged, or the words that gave no number."""

    number: int | None = None
    qualifier: str | None = None


_MOST = 10**12
_HEDGES = {
    "more than": (r"more than|over|greater than|>(?!=)|понад|більше|более|أكثر من", "(?!)"),
    "at least": (
        r"at least|no fewer than|not less than|minimum(?: of)?|min\.?|>=|≥|щонайменше|не менше|не менее|ما لا يقل عن",
        r"\+|plus|(?:or|and) (?:more|over|above)|at least|minimum|min\.?|або більше|или более|أو أكثر",
    ),
    "up to": (
        r"up to|at most|no more than|not more than|maximum(?: of)?|max\.?|<=|≤|до|حتى",
        r"or (?:fewer|less)|at most|maximum|max\.?",
    ),
    "less than": (r"less than|fewer than|under|below|<(?!=)|менше|менее|أقل من", "(?!)"),
    "about": (
        r"about|around|approximately|approx\.?|some|roughly|nearly|almost|circa|ca\.?|c\.|~|≈"
        r"|близько|приблизно|около|примерно|حوالي|نحو",
        r"or so|approximately|approx\.?|roughly|\(approx\.?\)",
    ),
}
_AROUND = [
    (name, re.compile(rf"(?:{before})\s*(?=\d)", re.I), re.compile(rf"(?<=\d)\s*(?:{behind})", re.I))
    for name, (before, behind) in _HEDGES.items()
]
_VAGUE = re.compile(
    r"\b(?:multiple|several|numerous|many|some|few|fewer|dozens?|scores?|tens|hundreds?|thousands?|countless|various"
    r"|handful|couple|number|unclear|uncertain|unspecified|undetermined|unknown"
    r"|кілька|декілька|багато|десятки|сотні|тисячі|несколько|много|десятки|сотни|тысячи|عدة|عشرات|مئات|آلاف|بضعة)\b",
    re.I,
)
"""Words that say that there were some, and not how many."""
_RANGE = re.compile(r"(?:between )?(\d+)\s*(?:-|–|—|/|to|and|or)\s*(\d+)", re.I)
_THOUSANDS = {
    ".": re.compile(r"(?<=\d)[,\u00a0\u202f' ](?=\d{3}(?!\d))"),
    ",": re.compile(r"(?<=\d)[.\u00a0\u202f' ](?=\d{3}(?!\d))"),
}


def read_count(words: str, decimal: str = ".", undetermined: frozenset[str] = frozenset()) -> Count:
    """A whole number from 0, perhaps hedged ("more than 400", "20+"), or words that give none ("several").

    A range ("10-15") is undetermined, with the range as its qualifier: which number it was nobody said.
    """
    refuse_long(words)
    plain = " ".join(words.split())
    if plain.casefold() in UNDETERMINED or plain.casefold() in undetermined or plain.casefold() in ("nan", "null"):
        return Count()
    if plain.isdecimal() and len(plain) <= 12:
        return Count(int(plain))
    if _RANGE.fullmatch(plain) or (_VAGUE.search(plain) and not re.search(r"\d", plain)):
        return Count(None, plain)
    qualifier = None
    for name, before, behind in _AROUND:
        if opens := before.match(plain):
            qualifier, plain = name, plain[opens.end() :]
            break
        if (closes := behind.search(plain)) and closes.end() == len(plain):
            qualifier, plain = name, plain[: closes.start()]
            break
    number = _THOUSANDS[decimal].sub("", plain)
    if not re.fullmatch(r"\d{1,12}(?:[.,]0+)?", number):
        raise BadCell("write a whole number, or leave it empty where it is undetermined")
    whole = int(re.split("[.,]", number)[0])
    if whole >= _MOST:
        raise BadCell("write a number below a million million")
    return Count(whole, qualifier)


def hedge_alone(qualifier: str | None) -> str | None:
    """Of the words in which a count was hedged, or that gave none, those that say how many, and nothing else."""
    if qualifier is None or qualifier in _HEDGES or _RANGE.fullmatch(qualifier):
        return qualifier
    return " ".join(match[0] for match in _VAGUE.finditer(qualifier)) or None


def read_number(words: str, holds: Holds) -> float | None:
    """Degrees, metres or a share, within their bounds; ``None`` where the cell says that it is not known."""
    if words.casefold() in UNDETERMINED:
        return None
    try:
        number = float(words)
    except ValueError as error:
        raise BadCell(_MEND[holds]) from error
    low, high = _BOUNDS[holds]
    if not (math.isfinite(number) and low <= number <= high):
        raise BadCell(_MEND[holds])
    return number


def read_life(words: str) -> Life:
    try:
        return Life(words.casefold())
    except ValueError as error:
        raise BadCell("write " + ", ".join(life.value for life in Life)) from error


def read_tally(words: str) -> Tally:
    """What a count of a table of counts is, in the words of :class:`parley.model.Tally`."""
    try:
        return Tally(words.casefold())
    except ValueError as error:
        raise BadCell(f"write one of {', '.join(Tally)}, or leave it empty") from error


def fits(words: str, holds: Holds, zone: dt.tzinfo) -> bool:
    """Whether a cell of this column could hold the words; used to recognise columns that were swapped."""
    try:
        if holds is Holds.TIME:
            return bool(read_time(words, zone))
        if holds is Holds.COUNT:
            return read_count(words).number is not None
        if holds is Holds.TALLY:
            return bool(read_tally(words))
        if holds is Holds.LIFE:
            return bool(read_life(words))
        if holds is Holds.WORDS:
            return not any(fits(words, other, zone) for other in (Holds.TIME, Holds.METRES, Holds.LIFE))
        return read_number(words, holds) is not None
    except BadCell:
        return False


_BOUNDS = {
    Holds.LATITUDE: (-90.0, 90.0),
    Holds.LONGITUDE: (-180.0, 180.0),
    Holds.METRES: (0.0, 20_100_000.0),
    Holds.SHARE: (0.0, 1.0),
}
_MEND = {
    Holds.LATITUDE: "write degrees from -90 to 90",
    Holds.LONGITUDE: "write degrees from -180 to 180",
    Holds.METRES: "write metres from 0 up, or leave it empty where nobody said",
    Holds.SHARE: "write a share from 0 to 1",
}
