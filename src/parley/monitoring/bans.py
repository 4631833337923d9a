"""Bans: breached by one report of the forbidden act; kept only as far as somebody watched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Coverage, Effort, Interval, Outcome

from .coverage import Watched, relevant, watched
from .matching import Doing
from .standing import Known
from .telling import tell, tell_some
from .truth import Truth, options, possible
from .windows import moment

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


def judge_ban(
    doing: Doing, reports: Sequence[Known], effort: Sequence[Effort], as_of: dt.datetime, zone: dt.tzinfo
) -> BanVerdict:
    """Breached, kept, pending or cannot tell. ``reports`` are those whose act can be the forbidden one."""
    start, end = doing.window.start, doing.window.end
    if start is None:
        why = "the text does not say from when it holds, and D-day is not fixed"
        return BanVerdict(Judged(Outcome.PENDING, f"It binds nobody yet: {why}.", "A fixed D-day."), ())
    if as_of < start:
        judged = Judged(
            Outcome.PENDING,
            f"It holds from {moment(start)} and it is {moment(as_of)}.",
            "The coming of that day.",
            window=doing.window.interval,
        )
        return BanVerdict(judged, ())
    until = as_of if end is None else min(as_of, end)
    window = Interval(earliest=start, latest=until)
    places = None if doing.place is None else doing.place.names
    seen = watched(relevant(effort, places, doing.act), start, until, zone)
    truths = [(entry, doing.forbidden(entry)) for entry in reports]
    concerned = tuple(entry for entry, truth in truths if truth is not Truth.NO)
    ranks = possible(options(truth, (FOUND if entry.found else ALLEGED,)) for entry, truth in truths)
    sure = [entry for entry, truth in truths if truth is Truth.YES]
    doubtful = [entry for entry, truth in truths if truth is Truth.UNKNOWN]
    if NOTHING not in ranks:
        judged = _breached(doing, sure, "found" if min(ranks) == FOUND else "alleged", window)
    elif ranks == {NOTHING}:
        judged = _silence(seen, window, until, end)
    else:
        judged = _doubtful(doing, doubtful, seen, window)
    return BanVerdict(judged, concerned, seen)


def _breached(doing: Doing, sure: list[Known], finding: str, window: Interval) -> Judged:
    deciding = [entry for entry in sure if entry.found] if finding == "found" else sure
    others = [entry for entry in sure if finding == "found" and not entry.found]
    happenings = len({entry.root.id for entry in sure})
    clauses = [tell(entry, doing.names, doing.told(entry)) for entry in deciding[:3]]
    clauses += [""] * (len(deciding) - len(clauses))
    count = "one event" if happenings == 1 else f"{happenings} events"
    why = f"{finding.capitalize()}, {count}: {tell_some(clauses)}."
    if others:
        why += f" Alleged only: {', '.join(entry.id for entry in others[:10])}."
    if doing.obligation.exception is not None:
        why += (
            f" The text excepts '{doing.obligation.exception.words}'; whether this was such a case is not judged here."
        )
    change = (
        "A correction by the body that found it."
        if finding == "found"
        else "A finding by the body that the text names, or the withdrawal or correction of what is reported."
    )
    return Judged(Outcome.BREACHED, why, change, tuple(entry.id for entry in deciding + others), window, finding)


def _silence(seen: Watched, window: Interval, until: dt.datetime, end: dt.datetime | None) -> Judged:
    over = "" if end is not None and until == end else f" so far, until {moment(until)}"
    if seen.complete:
        return Judged(
            Outcome.KEPT,
            f"Kept{over}: no report of a breach counts, and the place was {seen.words}.",
            "A report of a breach in this window, made late.",
            window=window,
        )
    return Judged(
        Outcome.CANNOT_TELL,
        f"Silence is not calm: no report of a breach counts, but the place was {seen.words}.",
        "Effort that covers the days nobody watched, or a report of a breach.",
        window=window,
    )


def _doubtful(doing: Doing, doubtful: list[Known], seen: Watched, window: Interval) -> Judged:
    clauses = [tell(entry, doing.names, doing.doubts(entry)) for entry in doubtful[:3]]
    clauses += [""] * (len(doubtful) - len(clauses))
    return Judged(
        Outcome.CANNOT_TELL,
        f"It was breached if a doubtful report is of such a case: {tell_some(clauses)}. Otherwise: {seen.words}.",
        "A report that settles what is doubtful: the act, who did it, the thing, the time or the place.",
        tuple(entry.id for entry in doubtful),
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
