"""Bans: breached by one report of the forbidden act; kept only as far as somebody watched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from parley.model import Coverage, Effort, Interval, Outcome

from .coverage import Watched, relevant, watched, watched_by_others
from .matching import Doing
from .places import apart
from .standing import Known
from .telling import NAMED, Doubts, Event, Telling, Where, events, is_found, listed_some, to_bring
from .truth import Truth, options, possible

NOTHING, ALLEGED, FOUND = 0, 1, 2
WHO_WATCHED = "A record of who watched on the other days"
WHO_ELSE = "A record of somebody else who watched on the other days"


@dataclass(frozen=True)
class Judged:
    """What an obligation comes to for one bearer (and one occasion)."""

    outcome: Outcome
    why: str
    would_change: str
    reports: tuple[str, ...] = ()
    window: Interval | None = None
    finding: str | None = None
    occasion: str | None = None
    gaps: tuple[tuple[dt.datetime, dt.datetime], ...] = ()
    """Of a duty that returns: from when until when it should have been done each time that it was not; of one that
    lasts: when it failed.
    """


class Suspects(Protocol):
    """Reports that, if true, surely or perhaps tell of a forbidden act, in their order."""

    def weights(self) -> Iterable[tuple[Truth, bool]]:
        """How surely a report tells of it, and whether a body found it: each pair that occurs."""

    def sure(self, found: bool | None = None) -> Sequence[Event]:
        """The events of which a report surely tells: all, or those that were found, or those that were not."""

    def events(self) -> Sequence[Event]:
        """All the events."""

    def ids(self, events: Sequence[Event] | None = None) -> tuple[str, ...]:
        """The ids of all reports, or of those of some events."""

    def pairs(self) -> Iterable[tuple[Known, Truth]]:
        """Each report, and how surely it tells of the act."""


@dataclass(frozen=True)
class Listed:
    """The suspects as a list."""

    rows: Sequence[tuple[Known, Truth]]

    def weights(self) -> Iterable[tuple[Truth, bool]]:
        return {(truth, bool(entry.found)) for entry, truth in self.rows}

    def sure(self, found: bool | None = None) -> Sequence[Event]:
        told = events(entry for entry, truth in self.rows if truth is Truth.YES)
        return told if found is None else [event for event in told if is_found(event) is found]

    def events(self) -> Sequence[Event]:
        return events(entry for entry, _ in self.rows)

    def ids(self, events: Sequence[Event] | None = None) -> tuple[str, ...]:
        if events is None:
            return tuple(entry.id for entry, _ in self.rows)
        return tuple(entry.id for event in events for entry in event)

    def pairs(self) -> Iterable[tuple[Known, Truth]]:
        return self.rows


@dataclass(frozen=True)
class BanVerdict:
    """The verdict on a ban, the reports that concern it (surely or perhaps), and how far it was watched."""

    judged: Judged
    concerned: Suspects | None
    seen: Watched | None = None


def judge_ban(
    doing: Doing, suspected: Callable[[], Suspects], effort: Sequence[Effort], as_of: dt.datetime, zone: dt.tzinfo
) -> BanVerdict:
    """Breached, kept, pending or cannot tell; ``suspected`` looks for the suspects, if they matter."""
    telling = Telling(doing.names, zone, as_of)
    start, end = doing.window.start, doing.window.end
    if start is None:
        why = "It binds nobody yet: the text does not say from when it holds, and D-day is not fixed."
        return BanVerdict(Judged(Outcome.PENDING, why, "A fixed D-day."), None)
    if as_of < start:
        why = f"It holds from {telling.moment(start)}."
        return BanVerdict(Judged(Outcome.PENDING, why, "The coming of that day.", window=doing.window.interval), None)
    until = as_of if end is None else min(as_of, end)
    window = Interval(earliest=start, latest=until)
    watching = relevant(effort, doing.seen_at, doing.act)
    seen = watched(watching, start, until, zone, doing.window.hours, apart(doing.place))
    suspects = suspected()
    ranks = possible(options(truth, (FOUND,) if found else (ALLEGED,)) for truth, found in suspects.weights())
    if NOTHING not in ranks:
        judged = breached(doing, telling, suspects, "found" if min(ranks) == FOUND else "alleged", window)
    elif ranks == {NOTHING}:
        shown = watched_by_others(watching, doing.is_own, start, until, zone, doing.window.hours, apart(doing.place))
        judged = _silence(telling, shown, window, None if end is not None and until == end else until)
    else:
        judged = doubtful(telling, suspects, doing.doubts, window, doing.where)
    return BanVerdict(judged, suspects, seen)


def breached(doing: Doing, telling: Telling, suspects: Suspects, finding: str, window: Interval) -> Judged:
    """The verdict on what is broken in every completion, "found" or "alleged"."""
    deciding = suspects.sure(True if finding == "found" else None)
    others = suspects.sure(False) if finding == "found" else []
    why = f"{telling.some(deciding, doing.where)}."
    if others:
        some = [event[0].id for event in others[:NAMED]]
        why += f" Only alleged: {listed_some(some, len(others))}."
    change = (
        "A correction by the body that found it."
        if finding == "found"
        else "A finding by the body that the text names, or the withdrawal or correction of what is reported."
    )
    told = suspects.ids(deciding) + suspects.ids(others)
    return Judged(Outcome.BREACHED, why, change, told, window, finding)


def _silence(telling: Telling, seen: Watched, window: Interval, until: dt.datetime | None) -> Judged:
    """``until`` is ``None`` where the window is over."""
    nothing = f"Up to {telling.moment(until)} no" if until else "No"
    nothing += " report of a breach stands"
    if seen.complete:
        change = "A report of a breach in this window, made late."
        return Judged(Outcome.KEPT, f"{nothing}, and the place was {seen.words}.", change, window=window)
    return Judged(
        Outcome.CANNOT_TELL,
        f"{nothing}, but silence is not calm: the place was {seen.words}.",
        f"{WHO_ELSE if seen.itself else WHO_WATCHED}, or a report of a breach.",
        window=window,
    )


def doubtful(
    telling: Telling, suspects: Suspects, doubts: Doubts, window: Interval, where: Where | None = None
) -> Judged:
    """The verdict on what is broken in some completions alone; ``doubts`` says what is not known of a report."""
    told = suspects.events()
    number = "one event that is" if len(told) == 1 else f"{len(told)} events that are"
    return Judged(
        Outcome.CANNOT_TELL,
        f"It hangs on {number} in doubt. {telling.doubtful(told, doubts, where)}",
        to_bring(told, doubts),
        suspects.ids(),
        window,
    )


def coverage_of(provision: str | None, place: str, verdict: BanVerdict) -> Coverage | None:
    """How far the ban's place was watched, or ``None`` before it holds."""
    if verdict.seen is None or verdict.judged.window is None:
        return None
    seen = verdict.seen
    share = seen.days_watched / seen.days if seen.days else 0.0
    return Coverage(
        provision=provision,
        place=place,
        window=verdict.judged.window,
        days=seen.days,
        days_watched=seen.days_watched,
        share=round(share, 4),
        by=seen.by,
    )
