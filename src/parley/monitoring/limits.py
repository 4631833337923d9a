"""Bans on a number in a time, or at any time: breached where more than so many surely were, whichever way doubts fall.

What several sources tell may be the same, so no verdict rests on their sum: a breach is one source's own count. That
the number is kept to is certain only if all that all of them tell, added up at its most, stays within it.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.model import Duration, Effort, Interval, Outcome
from parley.text import patterns as re

from .bans import WHO_ELSE, WHO_WATCHED, BanVerdict, Judged, Suspects
from .coverage import relevant, watched, watched_by_others
from .deadlines import is_each, sources
from .ever import EVER
from .forbids import limit_of
from .matching import Doing
from .places import apart
from .standing import Known
from .telling import Telling, events, in_doubt, listed_some
from .truth import Fact, Truth
from .windows import Span, after

_FAR = 1000
"""So many days, weeks or months back a happening without a beginning is looked for."""
_LOOSE = 50
"""Up to so many happenings whose day is not certain are fitted into the days around them."""
_ANY_STRETCH = re.compile(
    r"\b(?:any\s+(?:given\s+)?(?:(?:period|stretch|span)\s+of\s+|(?!calendar\b|single\b|given\b|one\b)\S+[\s-]+(?:days?|weeks?|months?)\b)|"
    r"consecutive\b|rolling\b)",
    re.I,
)
"""A time that may begin on any day ("any period of 7 days"), where "any week" is one of the calendar."""
_HOW_MANY = Fact(Truth.UNKNOWN, "how many is not said for certain", "how many there were")
_WHETHER = Fact(
    Truth.UNKNOWN, "whether so many came together is not known", "more exact times, or which reports tell of the same"
)


@dataclass(frozen=True)
class Counted:
    """A happening as one source tells it: how many at the least and the most. In doubt, it may be none at all."""

    entry: Known
    source: str
    least: float
    most: float

    @property
    def span(self) -> Span:
        return self.entry.span


def judge_limit(
    doing: Doing, suspects: Suspects, effort: Sequence[Effort], as_of: dt.datetime, zone: dt.tzinfo
) -> BanVerdict:
    """Breached, kept or cannot tell; pending before it holds. ``suspects`` tell of the act, however often."""
    limit, start, end = limit_of(doing.obligation), doing.window.start, doing.window.end
    assert limit is not None, "a ban without a number is no matter for this judge"
    telling = Telling(doing.names, zone, as_of)
    if start is None or as_of < start:
        why = "It does not hold yet." if start is None else f"It holds from {telling.moment(start)}."
        change = "A fixed D-day." if start is None else "The coming of that day."
        return BanVerdict(Judged(Outcome.PENDING, why, change, window=doing.window.interval), None)
    until = as_of if end is None else min(as_of, end)
    window = Interval(earliest=start, latest=until)
    rows = sorted(counted(doing, suspects), key=lambda row: row.entry.number)
    period = _Period(doing, zone)
    watching = relevant(effort, doing.seen_at, doing.act)
    seen = watched(watching, start, until, zone, doing.window.hours, apart(doing.place))
    found = period.exceeded([row for row in rows if row.entry.found], limit)
    deciding = found or period.exceeded(rows, limit)
    so_many = f"no more than {limit:g}{period.words}"
    if deciding:
        told = telling.some(events(row.entry for row in deciding), doing.where)
        number = sum(row.least for row in deciding)
        ids = tuple(dict.fromkeys(row.entry.id for row in deciding))
        return BanVerdict(
            Judged(
                Outcome.BREACHED,
                f"{told}. That makes {number:g} {period.when(deciding, telling)}, where {so_many} are allowed.",
                "A correction by the body that found it."
                if found
                else "A finding by the body that the text names, or the withdrawal or correction of what is reported.",
                ids,
                window,
                "found" if found else "alleged",
            ),
            suspects,
            seen,
        )
    perhaps = period.may_exceed(rows, limit)
    if perhaps:
        doubts = [fact for row in perhaps for fact in doing.doubts(row.entry)]
        if any(row.least != row.most for row in perhaps):
            doubts.append(_HOW_MANY)
        doubts = list(dict.fromkeys(doubts)) or [_WHETHER]
        ids = tuple(dict.fromkeys(row.entry.id for row in perhaps))
        told = telling.some(events(row.entry for row in perhaps), doing.where)
        judged = Judged(
            Outcome.CANNOT_TELL,
            f"{told}. Whether that is more than the {limit:g}{period.words} that are allowed is in doubt: "
            f"{in_doubt(doubts)}.",
            f"For {listed_some(ids)} {doubts[0].bring or 'a finding'}.",
            ids,
            window,
        )
        return BanVerdict(judged, suspects, seen)
    ids = tuple(dict.fromkeys(row.entry.id for row in rows))
    within = f"Up to {telling.moment(until)} no report tells of more than {limit:g}{period.words}"
    shown = watched_by_others(watching, doing.is_own, start, until, zone, doing.window.hours, apart(doing.place))
    if shown.complete:
        kept = f"{within}, and the place was {shown.words}."
        change = "A report of more in this window, made late."
        return BanVerdict(Judged(Outcome.KEPT, kept, change, ids, window), suspects, seen)
    silent = f"{within}, but silence is not calm: the place was {shown.words}."
    change = f"{WHO_ELSE if shown.itself else WHO_WATCHED}, or a report of more."
    return BanVerdict(Judged(Outcome.CANNOT_TELL, silent, change, ids, window), suspects, seen)


def counted(doing: Doing, suspects: Suspects) -> Iterator[Counted]:
    """Each happening once for each source that tells of it. One that is in doubt may be none at all.

    Where the sentence counts the act itself ("flights") a report without a number tells of one; of things a blank is
    undetermined, at least one.
    """
    for source, rows in sources(suspects.pairs()).items():
        for entry, truth in rows:
            least, most = _number(entry, doing)
            yield Counted(entry, doing.names.key(source), least if truth is Truth.YES else 0, most)


def _number(entry: Known, doing: Doing) -> tuple[float, float]:
    """How many at the least and the most; of what several did together each did one at the least."""
    count, hedge = entry.counted.count, entry.counted.qualifier
    if count is None:
        return (1, 1) if doing.counts_acts and hedge is None else (1, math.inf)
    least = {"more than": count + 1, "up to": 0, "less than": 0, "about": 1}.get(hedge or "", count)
    most = {"more than": math.inf, "at least": math.inf, "about": math.inf, "less than": count - 1}.get(
        hedge or "", count
    )
    together = not is_each(entry.report) and len(doing.names.doers(entry.report.actor).names) > 1
    return min(least, 1) if together else least, most


class _Period:
    """How the text counts: by calendar days, weeks and months, by any stretch of so many hours, or at any time."""

    def __init__(self, doing: Doing, zone: dt.tzinfo) -> None:
        window = doing.obligation.window.value if doing.obligation.window else None
        every = window.every if window is not None and (window.hours is None or doing.counts_acts) else None
        self._every, self._zone = every, zone
        sliding = every is not None and bool(every.minutes or _ANY_STRETCH.search(_window_words(doing)))
        self._calendar = every is not None and not sliding
        self._length = every if every is not None and sliding else Duration()
        self.words = _said(every, sliding=sliding)

    def exceeded(self, rows: Sequence[Counted], limit: float) -> list[Counted]:
        """The happenings, as one source tells them, that surely are too many; none if that is not sure."""
        by: dict[str, list[Counted]] = defaultdict(list)
        for row in rows:
            if row.least:
                by[row.source].append(row)
        for mine in by.values():
            for some in self._together(mine, surely=True):
                if sum(row.least for row in some) > limit:
                    return some
            for some, times in self._crowded(mine):
                if sum(row.least for row in some) > limit * times:
                    return some
        return []

    def _crowded(self, rows: Sequence[Counted]) -> Iterator[tuple[list[Counted], int]]:
        """What surely falls into several days together, and how many they are, though the day of some is not certain.

        P. Hall: On representatives of subsets, J. London Math. Soc. 10 (1935): if no row of days holds more than it
        may, all can be told of days that hold no more than they may (of happenings that count for one each).
        """
        if not self._calendar:
            return
        told = [(row, self._bin(row.span.first), self._bin(row.span.last)) for row in rows]
        loose = [(first, last) for _, first, last in told if first != last][:_LOOSE]
        for begin in dict.fromkeys(first for first, _ in loose):
            for end in dict.fromkeys(last for _, last in loose if last > begin):
                yield [row for row, first, last in told if begin <= first and last <= end], end - begin + 1

    def may_exceed(self, rows: Sequence[Counted], limit: float) -> list[Counted]:
        """The happenings that, all told, may be too many."""
        told = (some for some in self._together(rows, surely=False) if sum(row.most for row in some) > limit)
        return next(told, [])

    def when(self, rows: Sequence[Counted], telling: Telling) -> str:
        first, last = min(row.span.first for row in rows), max(row.span.last for row in rows)
        if self._calendar or first.astimezone(self._zone).date() == last.astimezone(self._zone).date():
            days = list(dict.fromkeys(telling.day(one) for one in (first, last)))
            return f"on {days[0]}" if len(days) == 1 else f"from {days[0]} to {days[1]}"
        return f"between {telling.moment(first)} and {telling.moment(last)}"

    def _together(self, rows: Sequence[Counted], *, surely: bool) -> Iterator[list[Counted]]:
        """The groups of happenings that surely, or perhaps, fall into one time by which the text counts."""
        if self._every is None and surely:
            yield from ([row] for row in rows)  # two numbers told of one time may be of the same
        elif self._calendar:
            yield from self._by_calendar(rows, surely=surely)
        else:
            yield from self._by_clock(sorted(rows, key=lambda row: row.span), surely=surely)

    def _by_calendar(self, rows: Sequence[Counted], *, surely: bool) -> Iterator[list[Counted]]:
        bins: dict[int, list[Counted]] = defaultdict(list)
        for row in rows:
            first, last = (self._bin(one) for one in row.span)
            if first == last or not surely:
                for number in range(max(first, last - _FAR), last + 1):
                    bins[number].append(row)
        yield from (bins[number] for number in sorted(bins))

    def _by_clock(self, rows: Sequence[Counted], *, surely: bool) -> Iterator[list[Counted]]:
        """For each instant at which such a time may begin, what surely or perhaps falls into it. Ends count in."""
        firsts = [row.span.first for row in rows]
        longest = max((row.span.last - row.span.first for row in rows), default=dt.timedelta())
        for begin in rows:
            opens = begin.span.first if surely else begin.span.last
            over = after(opens, self._length)
            earliest = opens if surely else opens - longest if opens - EVER > longest else EVER
            near = rows[bisect_left(firsts, earliest) : bisect_right(firsts, over)]
            if surely:
                yield [row for row in near if row.span.last <= over]
            else:
                yield [row for row in near if row.span.last >= opens]

    def _bin(self, instant: dt.datetime) -> int:
        """The number of the day, the week (which begins with Monday), or the month."""
        assert self._every is not None
        day = instant.astimezone(self._zone).date()
        if self._every.months:
            return (day.year * 12 + day.month - 1) // self._every.months
        return (day.toordinal() - 1) // max(1, self._every.days)


def _window_words(doing: Doing) -> str:
    return " ".join(doing.obligation.window.words.split()) if doing.obligation.window else ""


def _said(every: Duration | None, *, sliding: bool = False) -> str:
    """`` a day``, `` in any 24 hours``, `` in any 7 days``, `` at any time``."""
    if every is None:
        return " at any time"
    if every.minutes:
        hours, minutes = divmod(every.minutes, 60)
        return f" in any {hours} hours" if not minutes else f" in any {every.minutes} minutes"
    if sliding:
        return f" in any {every.days} days" if every.days else f" in any {every.months} months"
    named = {(0, 1): "day", (0, 7): "week", (1, 0): "month", (12, 0): "year"}.get((every.months, every.days))
    if named:
        return f" a {named}"
    return f" in {every.days} days" if every.days else f" in {every.months} months"
