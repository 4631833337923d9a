"""Hours of the day at which a sentence holds, on the clocks of the zone it writes or of the process's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.model import Modality, Obligation, Window, first_instant, last_instant
from parley.text import patterns as re

from .sun import by_the_sun
from .truth import NO, YES, Fact, Truth

if TYPE_CHECKING:
    from .windows import Span

_ONLY = re.compile(r"\bonly\W*\Z", re.IGNORECASE)
_WHETHER = Fact(Truth.UNKNOWN, "it may have been at another hour", "a more exact time")
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """From ``first`` to ``last`` each day, past midnight where ``last`` is the earlier; ends count in.

    ``outside``: at all other hours, as where something is allowed only then.
    """

    first: dt.time
    last: dt.time
    zone: dt.tzinfo
    outside: bool = False

    def fact(self, span: Span) -> Fact:
        """Whether what happened at some time of ``span`` was at these hours: unknown where that may be either."""
        if self.first == self.last:
            return NO if self.outside else YES
        first, last = (one.astimezone(self.zone).date() for one in span)
        if last - first > 2 * _DAY:
            return _WHETHER
        days = [first + n * _DAY for n in range(-1, (last - first).days + 1)]
        over = dt.timedelta() if self.first < self.last else _DAY
        times = [(self._at(day, self.first), self._at(day + over, self.last)) for day in days]
        if any(opens <= span.first and span.last <= closes for opens, closes in times):
            return NO if self.outside else YES
        if any(opens <= span.last and span.first <= closes for opens, closes in times):
            return _WHETHER
        return YES if self.outside else NO

    def of_day(self, day: dt.date) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """The stretches of a calendar day at which the sentence holds, in order."""
        begins, ends = first_instant(day, self.zone), last_instant(day, self.zone)
        first, last = self._at(day, self.first), self._at(day, self.last)
        through = self.first < self.last
        if self.outside:
            yield from ((begins, first), (last, ends)) if through else ((last, first),)
        else:
            yield from ((first, last),) if through else ((begins, last), (first, ends))

    def _at(self, day: dt.date, time: dt.time) -> dt.datetime:
        return first_instant(dt.datetime.combine(day, time), self.zone)


def hours_held(obligation: Obligation, zone: dt.tzinfo) -> Hours | None:
    """The hours at which an obligation holds; of what is allowed only at some hours, the others."""
    slot = obligation.window
    if slot is None or slot.value.hours is None:
        return None
    return between(slot.value.hours, zone, outside=only_then(obligation))


def is_of_the_day(window: Window) -> bool:
    """Whether it names hours of the day: by the clock, or by the sun."""
    return window.hours is not None or by_the_sun(window) is not None


def between(hours: tuple[dt.time, dt.time], zone: dt.tzinfo, *, outside: bool = False) -> Hours:
    """Hours in the zone that the text writes with them, else in ``zone``."""
    first, last = (each.replace(tzinfo=None) for each in hours)
    return Hours(first, last, hours[1].tzinfo or zone, outside=outside)


def only_then(obligation: Obligation) -> bool:
    """Whether something is allowed, or to be done, at hours of the day and at no others."""
    slot, modality = obligation.window, obligation.modality
    if slot is None or modality is None or modality.value is Modality.MUST_NOT or not is_of_the_day(slot.value):
        return False
    if "only" in modality.words.casefold().split() or slot.words.casefold().startswith("only"):
        return True
    sentence = obligation.sentence
    return any(_ONLY.search(sentence.exact[: span.start - sentence.start]) for span in slot.spans)
