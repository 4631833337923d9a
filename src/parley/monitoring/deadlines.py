"""Duties with a deadline: kept when shown done in time, overdue when it passed with nothing, breached when late."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.model import Outcome

from .bans import Judged
from .matching import Doing
from .objects import is_of
from .standing import Known
from .telling import tell, tell_some
from .truth import YES, Fact, Truth, all_of, options, possible
from .windows import in_window, moment, told

NOTHING, LATE, IN_TIME = 0, 1, 2

_MUTUAL = frozenset({"exchange", "meet", "negotiate", "share"})
"""Acts that their two sides do together: a report of one side's is a report of the other's."""


def judge_deadline(doing: Doing, reports: Sequence[Known], as_of: dt.datetime) -> Judged:
    """The verdict on "shall ... by ...". ``reports`` are those whose act can be the duty's."""
    end = doing.window.end
    assert end is not None, "a duty without a deadline is no matter for this judge"
    shown = [(entry, all_of(_shows(doing, entry))) for entry in reports]
    shown = [(entry, truth) for entry, truth in shown if truth is not Truth.NO]
    done = [(entry, truth) for entry, truth in shown if entry.report.count != 0]
    undone = [entry for entry, truth in shown if _undone(entry, truth, end)]
    needed = None if doing.obligation.object is None else doing.obligation.object.value.number
    choices = _by_number(doing, done, needed) if needed else _each(doing, done)
    ranks = possible(choices)
    if undone:  # a finding that it was not done stands against every showing that it was
        ranks = frozenset(rank for rank in ranks if rank >= LATE) | {LATE}
    outcomes = {_outcome(rank, as_of, end) for rank in ranks}
    window = doing.window.interval
    deadline = f"It was due by {moment(end)}"
    if len(outcomes) > 1:
        doubtful = [entry for entry, truth in shown]
        clauses = [tell(entry, doing.names, _doubts(doing, entry)) for entry in doubtful]
        return Judged(
            Outcome.CANNOT_TELL,
            f"{deadline}, and whether it was done in time is not established: {tell_some(clauses)}.",
            "A finding by the body that the text names, or a report by somebody other than the bearer.",
            tuple(entry.id for entry in doubtful),
            window,
        )
    outcome = outcomes.pop()
    if outcome is Outcome.PENDING:
        text = f"It is due by {moment(end)} and it is {moment(as_of)}."
        return Judged(outcome, text, "A report that it was done, or the passing of the deadline.", window=window)
    partial = _partial(done, needed)
    if outcome is Outcome.OVERDUE:
        return Judged(
            outcome,
            f"{deadline} and nothing shows that it was done{partial}.",
            "A report that it was done.",
            tuple(entry.id for entry, _ in done) if partial else (),
            window,
        )
    sure = undone + [entry for entry, truth in done if truth is Truth.YES]
    if outcome is Outcome.KEPT and not needed:
        sure = [entry for entry in sure if in_window(entry.span, doing.window).truth is Truth.YES]
    text = "done in time" if outcome is Outcome.KEPT else ("found not done" if undone else "done late")
    established = any(entry.found for entry in sure)
    return Judged(
        outcome,
        f"{deadline} and was {text}: {tell_some([tell(entry, doing.names) for entry in sure])}{partial}.",
        "The withdrawal or correction of these reports.",
        tuple(entry.id for entry in sure),
        window,
        None if outcome is Outcome.KEPT else ("found" if established else "alleged"),
    )


def _outcome(rank: int, as_of: dt.datetime, end: dt.datetime) -> Outcome:
    if rank == IN_TIME:
        return Outcome.KEPT
    if rank == LATE:
        return Outcome.BREACHED
    return Outcome.OVERDUE if as_of > end else Outcome.PENDING


def _shows(doing: Doing, entry: Known) -> list[Fact]:
    """The facts that together make a report show the duty done. The act has to be named: no guess shows a thing."""
    act = doing.act_fact(entry)
    facts = [act if act.truth is Truth.YES else Fact(Truth.NO), _by_bearer(doing, entry), _established(doing, entry)]
    facts.append(_all_of_it(doing, entry))
    if doing.obligation.object is not None:
        facts.append(is_of(entry.report.object, doing.obligation.object.value, doing.framework))
    return facts


def _by_bearer(doing: Doing, entry: Known) -> Fact:
    report, bearer = entry.report, doing.bearer
    if bearer is None or doing.names.same(report.actor, bearer):
        return YES
    if report.actor is None:
        return Fact(Truth.UNKNOWN, "the report names no doer")
    mutual = doing.act in _MUTUAL and doing.names.same(report.counterpart, bearer)
    return YES if mutual else Fact(Truth.NO)


def _established(doing: Doing, entry: Known) -> Fact:
    """A finding establishes it; so does anybody's word but the bearer's, as long as nobody contests it."""
    if entry.found:
        return YES
    claimant = entry.report.claimant
    if entry.denials:
        return Fact(Truth.UNKNOWN, "it is contested")
    if claimant is None:
        return Fact(Truth.UNKNOWN, "the report does not say whose word it is")
    doer = doing.bearer or entry.report.actor
    if doing.names.same(claimant, doer):
        return Fact(Truth.UNKNOWN, "claimed by the bearer alone")
    return YES


def _all_of_it(doing: Doing, entry: Known) -> Fact:
    """A count shows that so many were done. Where the text gives no number, only a finding says that it was all."""
    slot = doing.obligation.object
    several = slot is not None and slot.value.number is None and not slot.value.text.startswith(("a ", "an "))
    if several and entry.report.count and not entry.found:
        return Fact(Truth.UNKNOWN, f"it counts {entry.report.count}, and whether that is all is not said")
    return YES


def _undone(entry: Known, truth: Truth, end: dt.datetime) -> bool:
    """A body found, after the deadline, that none of it was done (a count of nought)."""
    return entry.report.count == 0 and bool(entry.found) and truth is Truth.YES and entry.span.first > end


def _times(doing: Doing, entry: Known) -> frozenset[int]:
    end = doing.window.end
    assert end is not None
    if entry.span.last <= end:
        return frozenset({IN_TIME})
    return frozenset({LATE}) if entry.span.first > end else frozenset({IN_TIME, LATE})


def _each(doing: Doing, done: Iterable[tuple[Known, Truth]]) -> list[frozenset[int]]:
    return [options(truth, _times(doing, entry)) for entry, truth in done]


def _by_number(doing: Doing, done: Sequence[tuple[Known, Truth]], needed: float) -> list[frozenset[int]]:
    """Where the text says how many: what each source counts is added up, never one source's with another's."""
    return [_reached(doing, rows, needed) for rows in _sources(done).values()]


def _sources(done: Iterable[tuple[Known, Truth]]) -> dict[str, list[tuple[Known, Truth]]]:
    """Rows by whose count they are; a happening that a source tells twice is in it once."""
    sources: dict[str, list[tuple[Known, Truth]]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    for entry, truth in done:
        source = (entry.found[0].found_by if entry.found else entry.report.claimant) or ""
        if (source, entry.root.id) not in told:
            told.add((source, entry.root.id))
            sources[source].append((entry, truth))
    return sources


def _reached(doing: Doing, rows: Sequence[tuple[Known, Truth]], needed: float) -> frozenset[int]:
    """The ranks that one source's rows can amount to: the number reached in time, late, or not."""
    least = {IN_TIME: 0.0, LATE: 0.0}
    most = {IN_TIME: 0.0, LATE: 0.0}
    for entry, truth in rows:
        times = _times(doing, entry)
        count = entry.report.count
        for rank in (IN_TIME, LATE):  # what was done in time is done, too, by any later day
            if truth is Truth.YES and count is not None and (rank == LATE or times == {IN_TIME}):
                least[rank] += count
            if rank == LATE or IN_TIME in times:
                most[rank] += math.inf if count is None else count
    if least[IN_TIME] >= needed:
        return frozenset({IN_TIME})
    ranks = {IN_TIME} if most[IN_TIME] >= needed else set()
    if most[LATE] >= needed and any(LATE in _times(doing, entry) for entry, _ in rows):
        ranks.add(LATE)
    if least[LATE] < needed:
        ranks.add(NOTHING)
    return frozenset(ranks)


def _partial(done: Sequence[tuple[Known, Truth]], needed: float | None) -> str:
    if not needed:
        return ""
    counts = {source: sum(entry.report.count or 0 for entry, _ in rows) for source, rows in _sources(done).items()}
    told_counts = [f"{count:g} of {needed:g} by {source or 'an unnamed source'}" for source, count in counts.items()]
    return f" ({', '.join(told_counts)})" if told_counts else ""


def _doubts(doing: Doing, entry: Known) -> str:
    reasons = [fact.why for fact in _shows(doing, entry) if fact.truth is Truth.UNKNOWN]
    if len(_times(doing, entry)) > 1:
        reasons.append(f"its time, {told(entry.span)}, reaches over the deadline")
    if entry.report.count == 0:
        reasons.append("it says that none was done")
    return "; ".join(reasons)
