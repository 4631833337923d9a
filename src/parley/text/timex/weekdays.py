"""Days of the week: which Friday is meant, counted from the day of publication or of the weekday before."""

from __future__ import annotations

import datetime as dt
import re

from . import triggers
from .calendar import add_months, month_value, week_value
from .lengths import AMOUNT, amount_of
from .lexicon import DAY_PARTS, PART_OF_DAY, WEEKDAY, S, any_of, weekday_number
from .nearest import nearest_weekday, weekday_near, weekday_of
from .reading import OPEN, Rule, Situation, TimeReading, dated, undated
from .tense import Cue, Tense

_WEEK = {"last": -1, "this": 0, "next": 1}


def _weekday(match: re.Match[str], situation: Situation) -> TimeReading | None:
    number, published = weekday_number(match["weekday"]), situation.published
    suffix = DAY_PARTS[match["of_day"].lower()] if match["of_day"] else ""
    kind = "TIME" if suffix else "DATE"
    if published is None:
        return undated(f"XXXX-WXX-{number}{suffix}", kind=kind)
    try:
        if match["week"]:
            monday = published - dt.timedelta(days=published.isoweekday() - 1)
            day = monday + dt.timedelta(days=number - 1, weeks=_WEEK[match["week"].lower()])
        elif match["relation"]:
            related = {"past": "last"}.get(match["relation"].lower(), match["relation"].lower())
            day = weekday_of(number, related, published)
        else:
            begun = _stretch_from(situation, match.start("weekday"))
            day = begun or _bare(match, published, situation)
            if begun:
                day += dt.timedelta(days=(number - begun.isoweekday() - 1) % 7 + 1)
    except OverflowError:
        return None
    return dated(day.isoformat() + suffix, kind=kind, anchor=situation.anchor)


def _bare(match: re.Match[str], published: dt.date, situation: Situation) -> dt.date:
    """The day that a bare weekday means, by its verb; the nearest where the verbs of a text disagree.

    A report means one and the same day by a name, and names only days as near as that.
    """
    if situation.weekdays is None:
        situation.weekdays = _settled(published, situation)
    offset = match.start("weekday")
    if _AWAITED.search(situation.text, max(0, match.start() - 12), match.start()) and _OWNING.match(
        situation.text, match.end()
    ):
        return nearest_weekday(weekday_number(match["weekday"]), published)
    if offset in situation.weekdays:
        return situation.weekdays[offset]
    return weekday_near(weekday_number(match["weekday"]), published, situation.cue(*match.span()))


def _settled(published: dt.date, situation: Situation) -> dict[int, dt.date]:
    """The days that the bare weekdays of a text mean, by their offset."""
    found: dict[int, dict[int, dt.date]] = {}
    cues: dict[int, list[Tense]] = {}
    for match in _NAME.finditer(situation.text):
        if not _COUNTED.search(situation.text, max(0, match.start() - 12), match.start()):
            number = weekday_number(match["weekday"])
            cue = situation.cue(*match.span())
            if cue:
                cues.setdefault(number, []).append(cue.tense)
            day = weekday_near(number, published, cue)
            found.setdefault(number, {})[match.start()] = day
    settled: dict[int, dt.date] = {}
    for number, days in found.items():
        agree = len(set(days.values())) == 1
        settled |= days if agree else dict.fromkeys(days, _by_majority(number, published, cues.get(number, [])))
    return settled


def _by_majority(number: int, published: dt.date, tenses: list[Tense]) -> dt.date:
    """The past or coming day where the verbs for it are more than twice as many; else the nearest."""
    past, future = tenses.count("past"), tenses.count("future")
    if past > 2 * future:
        return weekday_near(number, published, None)
    if future > 2 * past:
        return weekday_near(number, published, Cue(0, "future"))
    return nearest_weekday(number, published)


_AWAITED = re.compile(r"\b(?:(?i:before|for|to)|until)\s{1,8}\Z")
_OWNING = re.compile(r"['’]s?\s")
""" "Set out its position before Saturday's vote": the verb beside it tells nothing of the vote.

"Until Saturday's vote, nobody knew" is another thing.
"""
_FROM = re.compile(r"\b(?:from|between)\s{1,8}(?:early\s|late\s)?[\w.]{3,12}\Z", re.IGNORECASE)
_TO = re.compile(r"\s{1,8}(?:(?P<sure>through|until|till)|to|and)\s{1,8}")


def _stretch_from(situation: Situation, offset: int) -> dt.date | None:
    """The first day of "from Wednesday to Saturday": the last one follows it, whatever the verb."""
    told, at = situation.told, situation.told_at
    joined = _TO.fullmatch(situation.text, at, offset)
    if told is None or told.day is None or joined is None:
        return None
    if joined["sure"]:
        return told.day
    return told.day if _FROM.search(situation.text, max(0, at - 40), at) else None


def _weeks_off(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "a week ago Friday" is a week before last Friday, "two weeks from Friday" two weeks after the next."""
    number, published, count = weekday_number(match["weekday"]), situation.published, amount_of(match["amount"])
    if count != int(count):
        return None
    if published is None:
        return undated(f"XXXX-WXX-{number}")
    ago = match["where"].lower() == "ago"
    try:
        day = weekday_of(number, "last" if ago else "coming", published)
        day += dt.timedelta(weeks=-int(count) if ago else int(count))
    except OverflowError:
        return None
    return dated(day.isoformat(), anchor=situation.anchor)


def _anniversary(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "ten years ago Monday", "a year ago today", "a year ago this week": that day or week, so long before."""
    published, count = situation.published, amount_of(match["amount"])
    if count != int(count):
        return None
    months = int(count) * {"month": 1, "year": 12, "decade": 120}[match["unit"].lower()]
    if published is None:
        return undated("XXXX-XX-XX")
    if match["weekday"]:
        day = weekday_near(weekday_number(match["weekday"]), published, situation.cue(*match.span()))
    else:
        day = published - dt.timedelta(days=match["day"] is not None and match["day"].lower() == "yesterday")
    before = add_months(day, -months)
    this = (match["this"] or "").lower()
    value = week_value(before) if this in ("week", "weekend") else before.isoformat()
    value = month_value(before) if this == "month" else f"{value}-WE" if this == "weekend" else value
    return dated(value, anchor=situation.anchor)


def _before_last(match: re.Match[str], situation: Situation) -> TimeReading | None:
    """ "the Friday before last", "the Friday after next"."""
    number, published = weekday_number(match["weekday"]), situation.published
    if published is None:
        return undated(f"XXXX-WXX-{number}")
    last = match["before"] is not None
    try:
        day = weekday_of(number, "last" if last else "coming", published) + dt.timedelta(weeks=-1 if last else 1)
    except OverflowError:
        return None
    return dated(day.isoformat(), anchor=situation.anchor)


def _weekend(match: re.Match[str], situation: Situation) -> TimeReading | None:
    published = situation.published
    if published is None:
        return undated(OPEN["weekend"])
    tense = situation.tense(*match.span())
    step = 0 if tense == "future" or published.isoweekday() >= 6 else -1
    try:
        return dated(week_value(published + dt.timedelta(weeks=step)) + "-WE", anchor=situation.anchor)
    except OverflowError:
        return None


# Days with a name of their own are not the last of their kind.
_NO_FEAST = "".join(rf"(?<!{name}\s)" for name in ("Super", "Bowl", "Black", "Bloody", "Good", "Ash", "Palm", "Holy"))


_CALLED = any_of("Times Telegraph Mirror Express Tribune Herald Independent Observer Live Football Fever")
_NO_PAPER = rf"(?!\s(?:(?:Night|Morning)\s)?{_CALLED}\b)"
"""What a paper or a broadcast is called after its day: "The Sunday Times", "Monday Night Football"."""


_NAME = re.compile(rf"\b{_NO_FEAST}(?P<weekday>{WEEKDAY})(?!\w|{S}(?:of{S})?(?:last|this|next){S}week\b){_NO_PAPER}")
_COUNTED = re.compile(r"\b(?:last|past|this|next|coming|following|previous|that)\s{1,8}\Z", re.IGNORECASE)
"""Words that count a weekday otherwise than by its verb."""

RULES = (
    Rule(
        re.compile(
            rf"\b(?:(?i:early|late|mid)[\s\-]{{1,8}})?(?:(?i:this|the){S}(?=past|coming))?(?:(?P<relation>(?i:last|(?<=\bthis\s)past|(?<=\bthe\s)past|this|next|coming)){S})?{_NO_FEAST}(?P<weekday>{WEEKDAY})"
            rf"(?:[\s\-]{{1,8}}(?P<of_day>{PART_OF_DAY}))?(?:{S}(?:of{S})?(?P<week>(?i:last|this|next)){S}week)?(?!\w){_NO_PAPER}"
        ),
        _weekday,
        triggers.WEEKDAYS,
    ),
    Rule(
        re.compile(
            rf"\b{AMOUNT}{S}(?i:weeks?){S}(?P<where>(?i:ago|from)){S}(?:on{S})?(?:(?:last|next){S})?(?P<weekday>{WEEKDAY})(?!\w)"
        ),
        _weeks_off,
        triggers.WEEKS,
    ),
    Rule(
        re.compile(
            rf"\b{AMOUNT}{S}(?P<unit>(?i:month|year|decade))s?{S}(?i:ago){S}(?:on{S})?"
            rf"(?:(?P<weekday>{WEEKDAY})|(?P<day>(?i:today|yesterday))|(?i:this){S}(?P<this>(?i:week|weekend|month)))(?!\w)"
        ),
        _anniversary,
        triggers.AGO,
    ),
    Rule(
        re.compile(rf"\b(?i:the){S}(?P<weekday>{WEEKDAY}){S}(?:(?P<before>before{S}last)|after{S}next)(?!\w)"),
        _before_last,
        triggers.LAST_OR_NEXT,
    ),
    Rule(re.compile(r"\b[Tt]he\s{1,8}weekend\b"), _weekend, triggers.WEEKENDS),
)
"""Patterns with what they mean; a group ``t``, where there is one, holds the words of the time itself."""
