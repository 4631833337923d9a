"""Days that a text tells without their year ("by 15 April"): which year it is, where D-day makes that plain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model import Instant, Moment, Obligation, Sentence, Window
from parley.text import patterns as re

from .reader.instants import instants, month_of
from .reader.ordinals import MONTH
from .reader.reckoning import later

_DAY = re.compile(rf"(?:day (?P<side>before|after) )?(?P<day>\d{{1,2}}) (?P<month>{MONTH})")
_A_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SOON = 183
"""So many days after D-day at the most a day of the next year is plainly the next such day."""


def with_years(sentences: Sequence[Sentence], d_day: Moment | None) -> tuple[Sentence, ...]:
    """The sentences with a date for each day whose year D-day makes plain; their readings tell it as the text does.

    It is plain if the day is yet to come in the year of D-day, or within half a year of it, and the text names no
    date that is more than a year away: what may come back every year stays as it is.
    """
    if d_day is None:
        return tuple(sentences)
    first = d_day.date() if isinstance(d_day, dt.datetime) else d_day
    named = [at.instant.moment for one in sentences if _A_YEAR.search(one.exact) for at in instants(one.exact)]
    if any(moment and abs((_date(moment) - first).days) > 366 for moment in named):
        return tuple(sentences)
    return tuple(
        one.replace(obligations=tuple(_dated(each, first) for each in one.obligations)) if one.obligations else one
        for one in sentences
    )


def _ends(each: Obligation) -> list[Instant]:
    window = each.window.value if each.window else Window()
    return [at for at in (window.start, window.end) if at is not None]


def _date(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _dated(each: Obligation, first: dt.date) -> Obligation:
    if each.window is None or each.window.value.every is not None or not any(at.event for at in _ends(each)):
        return each
    window = each.window.value
    start, end = (at and _plain(at, first) for at in (window.start, window.end))
    if start and end and start.moment and end.moment and _date(end.moment) < _date(start.moment):
        return each
    return each.replace(window=each.window.replace(value=window.replace(start=start, end=end)))


def _plain(at: Instant, first: dt.date) -> Instant:
    told = _DAY.fullmatch(at.event or "")
    day = _next(month_of(told["month"]), int(told["day"]), first) if told else None
    if told is None or day is None:
        return at
    day += dt.timedelta(days={"before": -1, "after": 1}.get(told["side"], 0))
    dated = Instant(moment=day if at.time is None else dt.datetime.combine(day, at.time))
    return dated if at.offset is None else later(dated, at.offset) or at


def _next(month: int, day: int, first: dt.date) -> dt.date | None:
    try:
        this, following = dt.date(first.year, month, day), dt.date(first.year + 1, month, day)
    except ValueError:
        return None
    if this >= first:
        return this
    return following if (following - first).days <= _SOON else None
