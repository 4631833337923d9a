"""Duties that return: something at least every so often from the beginning of a window on, or on certain days.

A gap is too long if nothing shows the duty done from one doing (or the beginning) until it is due again. Every
further doing can only mend gaps, never open one. So it is enough to look at two completions of the doubtful
reports: the best, in which all of them count, at the times that serve the duty best; and the worst, in which none
does and the others happened as late, or as early, as leaves the longest gap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from parley.model import Duration, Interval, Outcome, last_instant

from .bans import Judged
from .due_days import due_days
from .matching import Doing
from .showing import facts_shown, shows
from .standing import Known
from .telling import SPELLED_OUT, Telling, events, listed_some, to_bring
from .truth import Fact, Truth
from .whereabouts import done_there
from .windows import Span, after

_DAILY = Duration(days=1)
_WHEN = Fact(Truth.UNKNOWN, "when it was is not exactly known", "a more exact time")


@dataclass(frozen=True)
class Gap:
    """From ``since`` nothing shows the duty done until ``until``, though it was ``due``; ``None``: nothing came yet.

    ``on_day``: it was due on that day, and done on no other; ``by_hour``: by that hour of it.
    """

    since: dt.datetime
    due: dt.datetime
    until: dt.datetime | None
    on_day: bool = False
    by_hour: bool = False


@dataclass(frozen=True)
class Rhythm:
    """How often: hours are counted exactly, days as calendar days of ``zone`` (the whole day counts)."""

    every: Duration
    zone: dt.tzinfo

    def due(self, since: dt.datetime, *, first: bool = False) -> dt.datetime:
        """By when it has to be done again after ``since``. What is due every day is due on the ``first`` day, too, on
        which the text begins; "every two days", and "within two days", end with the second day after that.
        """
        if self.every.minutes or (not self.every.days and not self.every.months):
            return after(since, self.every)
        later = after(since, self.every) - dt.timedelta(days=first and self.every == _DAILY)
        return last_instant(later.astimezone(self.zone).date(), self.zone)


def judge_returning(
    doing: Doing, reports: Sequence[Known], every: Duration, as_of: dt.datetime, zone: dt.tzinfo
) -> Judged:
    """The verdict on "shall ... at least every ...". ``reports`` are those whose act can be the duty's."""
    start = doing.window.start
    telling, rhythm = Telling(doing.names, zone, as_of), Rhythm(every, zone)
    if start is None:
        why = "It returns from no day that is fixed: the text does not say from when, and D-day is not fixed."
        return Judged(Outcome.PENDING, why, "A fixed D-day.")
    if as_of < start:
        why = f"It holds from {telling.moment(start)}."
        return Judged(Outcome.PENDING, why, "The coming of that day.", window=doing.window.interval)
    until = as_of if doing.window.end is None else min(as_of, doing.window.end)
    told = [
        (entry, min(shows(doing, entry), done_there(doing, entry).truth))
        for entry in reports
        if entry.report.count != 0
    ]
    told = [(entry, truth) for entry, truth in told if truth is not Truth.NO and entry.span.last >= start]
    told = [(entry, truth) for entry, truth in told if entry.span.first <= until]
    none = [
        entry.span for entry in reports if entry.report.count == 0 and entry.found and shows(doing, entry) is Truth.YES
    ]
    told = [(entry, truth) for entry, truth in told if entry.found or not _is_within(entry.span, none)]
    sure, all_told = [entry.span for entry, truth in told if truth is Truth.YES], [entry.span for entry, _ in told]
    if days := due_days(doing.obligation.window):
        first = start.astimezone(zone).date() if days.is_daily else _first_day(doing, start, zone)
        due = [span for span in days.between(first, until, zone) if span.last > start]
        gaps = missed(sure, due, surely=True)
        best = worst_outcome(missed(all_told, due, surely=False))
    else:
        gaps = worst_gaps(sure, rhythm, start, until)
        best = best_outcome(all_told, rhythm, start, until)
    worst = worst_outcome(gaps)
    often = " ".join(doing.obligation.window.words.split()) if doing.obligation.window else ""
    often = f"once {often}" if often.startswith(("a ", "an ", "per ")) else often
    window = Interval(earliest=start, latest=until)
    if worst is not best:
        doubtful = events(
            entry for entry, truth in told if truth is Truth.UNKNOWN or entry.span.first != entry.span.last
        )
        doubts = partial(_doubts, doing)
        why = f"It is due {often}, and whether it always was done in time is in doubt."
        why += f" {telling.doubtful(doubtful, doubts)}"
        ids = tuple(entry.id for entry, _ in told)
        return Judged(Outcome.CANNOT_TELL, why, to_bring(doubtful, doubts), ids, window)
    perhaps = [entry.id for entry, truth in told if truth is Truth.UNKNOWN]
    return _told(telling, best, gaps, [entry for entry, truth in told if truth is Truth.YES], perhaps, often, window)


def _is_within(span: Span, times: Sequence[Span]) -> bool:
    """Whether it was in one of the times, of each of which a body found that nothing was done."""
    return any(one.first <= span.first and span.last <= one.last for one in times)


def _doubts(doing: Doing, entry: Known) -> list[Fact]:
    told = (*facts_shown(doing, entry), done_there(doing, entry))
    facts = [fact for fact in told if fact.truth is Truth.UNKNOWN]
    return facts if facts or entry.span.first == entry.span.last else [_WHEN]


def _told(
    telling: Telling,
    outcome: Outcome,
    gaps: Sequence[Gap],
    done: Sequence[Known],
    perhaps: Sequence[str],
    often: str,
    window: Interval,
) -> Judged:
    ids = tuple(entry.id for entry in done)
    times = {0: "no report shows", 1: "one report shows"}.get(len(done), f"{len(done)} reports show")
    if outcome is Outcome.KEPT:
        why = f"It is due {often}, and never was late so far: {times} it done."
        return Judged(outcome, why, "The withdrawal or correction of these reports.", ids, window)
    clauses = []
    for gap in gaps[:SPELLED_OUT]:
        end = f"until {telling.moment(gap.until)}" if gap.until else "since then"
        by = (
            f"on {telling.day(gap.due)}"
            if gap.on_day
            else f"by {telling.moment(gap.due)}"
            if gap.by_hour
            else f"by {telling.moment(gap.due)} after {telling.moment(gap.since)}"
        )
        clauses.append(f"due {by}, nothing shows it {end}")
    more = len(gaps) - SPELLED_OUT
    words = "; ".join(clauses) + (f"; and {more} more" if more > 0 else "")
    doubtful = f"; {listed_some(perhaps)} may, which would not be enough" if perhaps else ""
    all_told = f"In all {times} it done{doubtful}"
    found = "found" if all(entry.found for entry in done) and done else "alleged"
    return Judged(
        outcome,
        f"It is due {often}: {words}. {all_told}.",
        "A report that it was done in between, by somebody other than the bearer, or a finding.",
        ids,
        window,
        found if outcome is Outcome.BREACHED else None,
        gaps=tuple((gap.since, gap.due) for gap in gaps),
    )


def _first_day(doing: Doing, start: dt.datetime, zone: dt.tzinfo) -> dt.date:
    """The first day that may be due: D-day is none, on which a text that says no more only begins."""
    window = doing.obligation.window
    day = start.astimezone(zone).date()
    return day if window is not None and window.value.start is not None else day + dt.timedelta(days=1)


def missed(spans: Sequence[Span], due: Sequence[Span], *, surely: bool) -> list[Gap]:
    """The due days on which no doing surely was or, without ``surely``, on which none can have been."""
    found = []
    for day in due:
        if not any(
            (day.first <= one.first and one.last <= day.last)
            if surely
            else (one.first <= day.last and day.first <= one.last)
            for one in spans
        ):
            later = [one.last for one in spans if one.first > day.last]
            whole = day.last.time() == dt.time.max
            found.append(Gap(day.first, day.last, min(later, default=None), on_day=whole, by_hour=not whole))
    return found


def worst_gaps(spans: Sequence[Span], rhythm: Rhythm, start: dt.datetime, until: dt.datetime) -> list[Gap]:
    """The gaps that are too long where each doing was at the time, within its span, that serves the duty least.

    A gap begins as early as a doing can have been, and is ended by the first doing that was surely after that.
    """
    found = []
    begins = sorted(max(start, span.first) for span in spans if span.first <= until)
    for since, first in [(start, True), *((begin, False) for begin in begins)]:
        due = rhythm.due(since, first=first)
        if due >= until:
            continue
        later = [span.last for span in spans if span.first > since or (first and span.first == since)]
        ended = min(later, default=None)
        if ended is None or ended > due:
            found.append(Gap(since, due, None if ended is None or ended > until else ended))
    return found


def best_outcome(spans: Sequence[Span], rhythm: Rhythm, start: dt.datetime, until: dt.datetime) -> Outcome:
    """The outcome where all of the doings count, each at the time, within its span, that serves the duty best.

    Of those that can still come in time, the one that is over soonest comes first, as late as it may: what is over
    sooner helps nobody later (an exchange argument). If a gap is left, the last doing tells whether it is open.
    """
    waiting = sorted(spans, key=lambda span: (span.last, span.first))
    since, first = start, True
    while (due := rhythm.due(since, first=first)) < until:
        waiting = [span for span in waiting if span.last > since or (first and span.last == since)]
        chosen = next((span for span in waiting if span.first <= due), None)
        if chosen is None:
            last = max((min(span.last, until) for span in spans), default=None)
            return Outcome.OVERDUE if last is None or rhythm.due(last) < until else Outcome.BREACHED
        waiting.remove(chosen)
        since, first = min(chosen.last, due), False
    return Outcome.KEPT


def worst_outcome(gaps: Sequence[Gap]) -> Outcome:
    if not gaps:
        return Outcome.KEPT
    return Outcome.OVERDUE if gaps[-1].until is None else Outcome.BREACHED
