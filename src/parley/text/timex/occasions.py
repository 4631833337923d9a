"""Times counted from something that happens: "two days after the meeting", "the day before the vote".

They are lengths with the event's words as their anchor; dates come only from a day said in those words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import triggers
from .calendar import bounds
from .lengths import AMOUNT, COUNTED_UNIT, amount_of, duration_value, unit_in
from .lexicon import DAY_PARTS, MONTH, PART_OF_DAY, S, any_of
from .reading import OPEN, Rule, Situation, TimeReading, moved, undated

_DANGLING = re.compile(r"(?:\s(?:of|the|this|that|to|for|in|into|from|a|an))+\Z")
_HEADS = r"(?:the|this|that|its|their|his|her|a|an|[A-Z]\w+|entry|signature|signing|receipt|D-day)(?![\w])"
_CLAUSE = any_of(
    "and or but which that who is was were are has had will shall said they he she it we I you by at with as if "
    "unless when"
)
_WORD = rf"(?:{MONTH}(?=\s\d)|[\w'’\-]+)"
_EVENT = rf"(?P<event>(?:{MONTH}{S}\d{{1,2}}|\d{{1,2}}{S}{MONTH}|{_HEADS})(?:\s(?!{_CLAUSE}\b){_WORD}){{0,9}})"
_WHERE = rf"(?P<where>after|before|following|preceding|prior{S}to|leading{S}up{S}to|from|of)"
_PLURAL = r"(?P<units>hours|days|weeks|months|years)"


def _anchor(match: re.Match[str]) -> str:
    return _DANGLING.sub("", re.sub(r"\s+", " ", f"{match['where']} {match['event']}"))


def _counted(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """ "two days after the meeting"; "the day after the meeting" is one."""
    count = amount_of(match["amount"]) if match["amount"].lower() != "the" else 1
    return undated(duration_value(count, unit_in(match)), kind="DURATION", anchor=_anchor(match))


def _uncounted(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """ "in the weeks before the vote"."""
    unit = match["units"].lower().rstrip("s")
    value = duration_value(1, unit).replace("1", "X")
    return undated(value, kind="DURATION", anchor=_anchor(match))


def _part_of_day(match: re.Match[str], _situation: Situation) -> TimeReading | None:
    """ "the night before the vote"."""
    return undated(OPEN["day"] + DAY_PARTS[match["of_day"].lower()], kind="TIME", anchor=_anchor(match))


_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<letter>[DWMY])")
_NOUN_ENDS = re.compile(r"\s(?:of|between|in|at|with|on|by|from|for)\s")
_SUFFIX = re.compile(r"(?:ings?|ations?|s)\Z")
_IRREGULAR = {"meet": ("met",)}
_UNIT = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def from_day(length: TimeReading, words: str, day: TimeReading) -> TimeReading:
    """``length`` with the dates that ``day`` gives it, if ``words``, which reach to the day's end, are its anchor's.

    "three days after the 4 March meeting" falls on 7 March, as coarse as its unit.
    """
    said = re.sub(r"\s+", " ", words).strip()
    return _from(length, day) if (length.anchor or "").startswith(said) else length


def from_event(length: TimeReading, told: Sequence[tuple[str, TimeReading]]) -> TimeReading:
    """``length`` with the dates that its event's own day gives it ("the day after the signing").

    ``told``: sentences before it, each with the one day that it names. The day is taken where the event is told in them
    ("was signed on 3 March", "a meeting on 3 March"), and on one day only.
    """
    stem = _stem(length.anchor or "")
    days = {day.day: day for sentence, day in told if stem and _tells(stem, sentence)}
    return _from(length, *days.values()) if len(days) == 1 else length


def _stem(anchor: str) -> str:
    """What the event's noun and its verb have in common: "sign" of "after the signing of the truce"."""
    words = _NOUN_ENDS.split(anchor.partition(" ")[2])[0].split()
    noun = words[-1].casefold() if len(words) > 1 else ""
    stem = _SUFFIX.sub("", noun)
    return stem if len(stem) >= 4 else ""


def _tells(stem: str, sentence: str) -> bool:
    forms = (stem, *_IRREGULAR.get(stem, ()))
    return re.search(rf"\b(?:{'|'.join(map(re.escape, forms))})", sentence.casefold()) is not None


def _from(length: TimeReading, day: TimeReading) -> TimeReading:
    match, start, anchor = _LENGTH.fullmatch(length.timex or ""), day.day, length.anchor or ""
    if not match or start is None or anchor.startswith("of "):
        return length
    back = anchor.startswith(("before", "prior", "preceding", "leading"))
    value = moved(start, _UNIT[match["letter"]], int(match["count"]) * (-1 if back else 1))
    days = bounds(value) if value else None
    return TimeReading(timex=length.timex, kind=length.kind, days=days, anchor=length.anchor)


RULES = (
    Rule(
        re.compile(rf"\b(?P<t>{AMOUNT}{S}{COUNTED_UNIT}){S}{_WHERE}{S}{_EVENT}"),
        _counted,
        triggers.UNITS,
    ),
    Rule(
        re.compile(
            rf"\b(?P<t>(?P<amount>(?i:the)){S}(?P<unit>day|week|month|year)){S}(?P<where>after|before|following|preceding){S}{_EVENT}"
        ),
        _counted,
        triggers.UNITS,
    ),
    Rule(
        re.compile(
            rf"\b(?P<t>(?:(?i:the){S})?{_PLURAL}){S}(?P<where>after|before|following|preceding|since|leading{S}up{S}to){S}{_EVENT}"
        ),
        _uncounted,
        triggers.UNITS,
    ),
    Rule(
        re.compile(rf"\b(?P<t>(?i:the){S}(?P<of_day>{PART_OF_DAY})){S}(?P<where>after|before){S}{_EVENT}"),
        _part_of_day,
        triggers.DAY_PARTS,
    ),
)
"""Patterns with what they mean; the group ``t`` holds the words of the time itself."""
