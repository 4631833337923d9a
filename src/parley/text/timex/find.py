"""The door: every time that a text names, in order, with its place, value and dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from parley.model import Span, TimeExpression

from . import absolute, clock, dateline, days, feasts, lengths, months, occasions, references, relative, story, weekdays
from .reading import PARAGRAPH, Clock, Situation, TimeReading, undated
from .triggers import near

_RULES = (
    *days.RULES,
    *months.RULES,
    *absolute.RULES,
    *feasts.RULES,
    *clock.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *story.RULES,
    *occasions.RULES,
    *references.RULES,
    *lengths.RULES,
)
_TRIGGERS = frozenset(rule.trigger for rule in _RULES)
_BESIDE = re.compile(
    r"\s{0,8}(?:,|\(|\bon\b|\bof\b|\bfrom\b|\b(?:at\s)?(?:around|about)\b|\bat\b|\b(?:(?:just|shortly)\s)?(?:before|after)\b"
    r"|\)\s{0,8}on\b)?\s{0,8}"
)
_OTHER_CLOCK = re.compile(r"\d\s(?:GMT|UTC)\)\Z")
"""A second time in brackets parts a time from its day: "10:35 a.m. (0735 GMT) Friday" is two."""
_NEAR = 80
"""Code points between a time of day and the day it belongs to, within one sentence."""


_TOLD = 200
"""The same to a day that an earlier sentence names."""
_EMPTY_LINE = re.compile(r"\n\s*\n")


_BACK, _LAST = 600, 12
"""So far back, in code points and in times, an event can have its day from ("the day after the signing")."""
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"—])|\n\s*\n")


class _Found(NamedTuple):
    start: int
    end: int
    reading: TimeReading


def times(text: str, published: dt.date | None = None, document: str | None = None) -> tuple[TimeExpression, ...]:
    """The times that ``text`` names: TIMEX3 values, and days or instants that bound them, both inclusive.

    ``published`` is the day that relative times count from, unless a dateline at the head of ``text``
    says the day on which it was written, up to three days before; without both (a dateline with its year)
    they keep an open value (``XXXX-WXX-5``) and no dates. ``document`` is put into the spans. Conventions are those of
    :mod:`parley.model.time`; values follow TIMEX3 (ISO-TimeML, ISO 24617-1).
    """
    day = published.date() if isinstance(published, dt.datetime) else published
    found = _from_days(text, _with_days(text, _read(text, dateline.day_of(text, day))))
    return tuple(_expression(text, item, document) for item in found)


def _read(text: str, published: dt.date | None) -> list[_Found]:
    """Matches of all rules in order of place; of two that overlap the earlier and longer one is read."""
    windows = near(text, _TRIGGERS)
    matches = []
    for order, rule in enumerate(_RULES):
        group = "t" if "t" in rule.pattern.groupindex else 0
        for first, last in windows[rule.trigger]:
            for match in rule.pattern.finditer(text, first, last):
                matches.append((match.start(group), -match.end(group), order, match))
    matches.sort(key=lambda item: item[:3])
    situation = Situation(text, published)
    found: list[_Found] = []
    reached = 0
    for start, minus_end, order, match in matches:
        if start < reached:
            continue
        try:
            reading = _RULES[order].resolve(match, situation)
        except (ValueError, OverflowError):  # a step beyond the years 1 to 9999: words, and no date
            reading = undated(None)
        if reading is None:
            continue
        reached = -minus_end
        found.append(_Found(start, reached, reading))
        if reading.kind in ("DATE", "TIME") and reading.days is not None:
            situation.tell(reading, reached)
    return found


def _with_days(text: str, found: list[_Found]) -> list[_Found]:
    """Times of day joined with the day beside them, or given the day named nearest in their sentence."""
    result: list[_Found] = []
    skip = False
    for index, item in enumerate(found):
        if skip:
            skip = False
            continue
        if not (item.reading.timex or "").startswith("T"):
            result.append(item)
            continue
        before, after = result[-1] if result else None, found[index + 1] if index + 1 < len(found) else None
        if before and _is_plain_day(before) and _BESIDE.fullmatch(text, before.end, item.start):
            result[-1] = _Found(before.start, item.end, _joined(before.reading, item.reading))
        elif after and _is_plain_day(after) and _BESIDE.fullmatch(text, item.end, after.start):
            apart = _OTHER_CLOCK.search(text, item.start, item.end)
            result.append(_Found(item.start, item.end if apart else after.end, _joined(after.reading, item.reading)))
            skip = not apart
        else:
            around = [*found[index + 1 : index + 3], *reversed(result[-2:])]
            near = [other for other in around if _is_plain_day(other) and _near(text, item, other)]
            near = near or [
                other for other in reversed(result[-3:]) if _is_plain_day(other) and _told(text, item, other)
            ]
            lone = replace(item.reading, timex=f"XXXX-XX-XX{item.reading.timex}", clock=None)
            result.append(item._replace(reading=_joined(near[0].reading, item.reading) if near else lone))
    return result


def _from_days(text: str, found: list[_Found]) -> list[_Found]:
    """Lengths counted from an event with the dates of the day that stands among the event's words."""
    result = list(found)
    for index, (item, after) in enumerate(pairwise(found)):
        if item.reading.kind == "DURATION" and item.reading.anchor and after.start - item.end <= _NEAR:
            words = text[item.end : after.end]
            result[index] = item._replace(reading=occasions.from_day(item.reading, words, after.reading))
    for index, item in enumerate(result):
        if item.reading.kind == "DURATION" and item.reading.anchor and item.reading.days is None:
            told = _days_before(text, item.start, found[max(0, index - _LAST) : index])
            result[index] = item._replace(reading=occasions.from_event(item.reading, told))
    return result


def _days_before(text: str, place: int, found: list[_Found]) -> list[tuple[str, TimeReading]]:
    """The sentences that end before a place, 600 code points back at most, each with the one day that it names."""
    begin = max(0, place - _BACK)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, begin, place + 1)]
    told = []
    for start, end in pairwise((begin, *ends)):
        days = [item.reading for item in found if start <= item.start < end and _is_plain_day(item)]
        if len({reading.day for reading in days}) == 1:
            told.append((text[start:end], days[0]))
    return told


def _is_plain_day(item: _Found) -> bool:
    return item.reading.day is not None and item.reading.clock is None and item.reading.kind in ("DATE", "TIME")


def _near(text: str, one: _Found, other: _Found) -> bool:
    first, last = (one.end, other.start) if one.start < other.start else (other.end, one.start)
    return last - first <= _NEAR and not re.search(r"[.!?]\s+[A-Z“\"]|\n\s*\n", text[first:last])


def _told(text: str, item: _Found, day: _Found) -> bool:
    """Whether the sentences right before, in one paragraph or in two that are a line each, are at that day."""
    between = text[day.end : item.start]
    return len(between) <= _TOLD and not _EMPTY_LINE.search(between) and len(PARAGRAPH.findall(between)) <= 1


def _joined(day: TimeReading, clock_time: TimeReading) -> TimeReading:
    """A day and a time of day as one time."""
    date = (day.timex or "")[:10]
    return replace(clock_time, timex=f"{date}{clock_time.timex}", days=day.days, anchor=day.anchor)


def _expression(text: str, item: _Found, document: str | None) -> TimeExpression:
    reading = item.reading
    earliest: dt.date | None = None
    latest: dt.date | None = None
    timex = reading.timex
    if reading.days:
        earliest, latest = reading.days
        if reading.clock and reading.day:
            earliest, latest = _instants(reading.day, reading.clock)
            timex = _instant_value(earliest, latest)
    return TimeExpression(
        span=Span(start=item.start, end=item.end, exact=text[item.start : item.end], document=document),
        timex=timex,
        kind=reading.kind,
        earliest=earliest,
        latest=latest,
        anchor=reading.anchor,
    )


def _instants(day: dt.date, clock: Clock) -> tuple[dt.datetime, dt.datetime]:
    """The instant of ``clock`` on ``day`` twice, or where its stretch begins and ends."""
    begin = dt.datetime.combine(day, clock.start, tzinfo=clock.zone)
    if clock.until is None or day == dt.date.max:
        return begin, begin
    over = clock.until <= clock.start  # "22:00-06:00" ends on the next day
    return begin, dt.datetime.combine(day + dt.timedelta(days=over), clock.until, tzinfo=clock.zone)


def _instant_value(begin: dt.datetime, end: dt.datetime) -> str:
    first = f"{begin:%Y-%m-%dT%H:%M}" if begin.second == 0 else f"{begin:%Y-%m-%dT%H:%M:%S}"
    if begin == end:
        return first
    return f"{first}/{end:T%H:%M}" if begin.date() == end.date() else f"{first}/{end:%Y-%m-%dT%H:%M}"
