"""Bans: breached by one report of the forbidden act; kept only as far as somebody watched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Coverage, Effort, Interval, Outcome

from .coverage import Watched, relevant, watched
from .matching import Doing, Kinds
from .standing import Known
from .telling import Event, Telling, events, is_found, listed_some, to_bring
from .truth import Truth, options, possible

NOTHING, ALLEGED, FOUND = 0, 1, 2


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


@dataclass(frozen=True)
class BanVerdict:
    """The verdict on a ban, the reports that concern it (surely or perhaps), and how far it was watched."""

    judged: Judged
    concerned: tuple[Known, ...]
    seen: Watched | None = None


def judge_ban(doing: Doing, kinds: Kinds, effort: Sequence[Effort], as_of: dt.datetime, zone: dt.tzinfo) -> BanVerdict:
    """Breached, kept, pending or cannot tell; ``kinds`` are all the reports that count."""
    telling = Telling(doing.names, zone, as_of)
    start, end = doing.window.start, doing.window.end
    if start is None:
        why = "It binds nobody yet: the text does not say from when it holds, and D-day is not fixed."
        return BanVerdict(Judged(Outcome.PENDING, why, "A fixed D-day."), ())
    if as_of < start:
        why = f"It holds from {telling.moment(start)}."
        return BanVerdict(Judged(Outcome.PENDING, why, "The coming of that day.", window=doing.window.interval), ())
    until = as_of if end is None else min(as_of, end)
    window = Interval(earliest=start, latest=until)
    places = None if doing.place is None else doing.place.names
    seen = watched(relevant(effort, places, doing.act), start, until, zone)
    suspects = doing.suspects(kinds)
    ranks = possible(options(*weight) for weight in {_weight(entry, truth) for entry, truth in suspects})
    sure = events(entry for entry, truth in suspects if truth is Truth.YES)
    if NOTHING not in ranks:
        judged = _breached(doing, telling, sure, "found" if min(ranks) == FOUND else "alleged", window)
    elif ranks == {NOTHING}:
        judged = _silence(telling, seen, window, None if end is not None and until == end else until)
    else:
        judged = _doubtful(doing, telling, [entry for entry, _ in suspects], window)
    return BanVerdict(judged, tuple(entry for entry, _ in suspects), seen)


def _weight(entry: Known, truth: Truth) -> tuple[Truth, tuple[int, ...]]:
    """How surely a report counts, and as what if it does."""
    return truth, (FOUND,) if entry.found else (ALLEGED,)


def _breached(doing: Doing, telling: Telling, sure: list[Event], finding: str, window: Interval) -> Judged:
    deciding = [event for event in sure if is_found(event)] if finding == "found" else sure
    others = [event for event in sure if not is_found(event)] if finding == "found" else []
    why = f"{telling.some(deciding, doing.where)}."
    if others:
        why += f" Only alleged: {listed_some([event[0].id for event in others])}."
    change = (
        "A correction by the body that found it."
        if finding == "found"
        else "A finding by the body that the text names, or the withdrawal or correction of what is reported."
    )
    told = tuple(entry.id for event in deciding + others for entry in event)
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
        "A record of who watched on the other days, or a report of a breach.",
        window=window,
    )


def _doubtful(doing: Doing, telling: Telling, entries: list[Known], window: Interval) -> Judged:
    doubtful = events(entries)
    number = "one event that is" if len(doubtful) == 1 else f"{len(doubtful)} events that are"
    return Judged(
        Outcome.CANNOT_TELL,
        f"It hangs on {number} in doubt. {telling.doubtful(doubtful, doing.doubts, doing.where)}",
        to_bring(doubtful, doing.doubts),
        tuple(entry.id for entry in entries),
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
