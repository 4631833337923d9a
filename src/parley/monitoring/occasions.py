"""Duties within a time of something: each thing that sets one off is an occasion with a deadline of its own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.model import Duration, Framework, Interval, Life, Obligation, Outcome
from parley.text import act_covers

from .acts import act_of
from .bans import Judged
from .matching import Doing
from .names import fold
from .standing import Known, Record
from .telling import tell, tell_some
from .truth import Truth, options, possible
from .windows import EVER, FOREVER, Span, after, in_window, moment, reported_span

NOTHING, LATE, IN_TIME = 0, 1, 2

_UPON = frozenset({"upon", "after", "when", "whenever", "of", "following", "each", "every", "on", "within", "if"})
_FINDING = re.compile(
    r"\b(?:found|finds?|finding|confirmed|confirms?|recorded|determined|established|verified)\b", re.I
)
_INCIDENT = re.compile(r"\b(?:incidents?|violations?|breach(?:es)?|infringements?)\b", re.I)
_OWN = re.compile(r"\b(?:its|by it|their)\b", re.I)
_TICK = dt.timedelta(microseconds=1)


@dataclass(frozen=True)
class Occasion:
    """One thing that sets a duty off: when it was, how surely it is one, and the reports that tell of it."""

    entry: Known
    time: Span
    truth: Truth
    ids: tuple[str, ...]
    is_finding: bool


def occasions(
    obligation: Obligation,
    framework: Framework,
    record: Record,
    incidents: Mapping[str, Truth],
) -> list[Occasion] | str:
    """What has set the duty off, or a clause that says why that can't be told from reports.

    An *incident* is a report that tells, surely or perhaps, of what one of the text's bans forbids
    (``incidents``: by id, whoever did it). A *finding* is an incident that a body of the text found,
    at the time when it reported so. Any act of the lexicon may set a duty off, too.
    """
    trigger = obligation.trigger
    if trigger is None:
        words = obligation.object.value.text if obligation.object else ""
        kind, event, negated = "upon", words, False
    else:
        kind, event = trigger.value.kind, trigger.value.event
        negated = bool(re.search(r"\b(?:not|no|without|unless)\b", trigger.words, re.I))
        if trigger.value.count is not None or trigger.value.period is not None:
            return "counts of events in a period are not yet held against reports"
    if kind.casefold() not in _UPON or negated:
        return f"the condition '{trigger.words if trigger else event}' is not yet held against reports"
    meaning = next((one.meaning for one in framework.definitions if fold(one.term) == fold(event)), "")
    if _FINDING.search(event) or _FINDING.search(meaning) or act_of(event) in ("find", "verify"):
        return _findings(record, incidents)
    if _INCIDENT.search(event) or _INCIDENT.search(meaning):
        return _incidents(record, incidents)
    act = act_of(event)
    if act is None:
        return f"'{event}' names no event that reports tell of"
    return [
        Occasion(root, root.span, Truth.YES, ids, False)
        for root, ids in _happenings(record, lambda one: bool(one.report.act) and act_covers(act, one.report.act or ""))
    ]


def _incidents(record: Record, incidents: Mapping[str, Truth]) -> list[Occasion]:
    found = _happenings(record, lambda entry: incidents.get(entry.id, Truth.NO) is not Truth.NO)
    return [
        Occasion(root, root.span, max(incidents.get(id, Truth.NO) for id in ids), ids, False) for root, ids in found
    ]


def _findings(record: Record, incidents: Mapping[str, Truth]) -> list[Occasion]:
    result = []
    for root, ids in _happenings(
        record, lambda entry: bool(entry.found) and incidents.get(entry.id, Truth.NO) is not Truth.NO
    ):
        findings = sorted(
            (report for id in ids for report in record.by_id[id].found), key=lambda report: report.reported
        )
        first = findings[0]
        time = reported_span(first)
        if first.life is Life.REMEDIED:  # found before that, at a time that no report gives
            time = Span(min(root.span.first, time.first), time.last)
        result.append(Occasion(root, time, max(incidents.get(id, Truth.NO) for id in ids), ids, True))
    return result


def _happenings(record: Record, wanted: Callable[[Known], bool]) -> list[tuple[Known, tuple[str, ...]]]:
    """Each happening once, under its first report, with the ids of all its reports."""
    ids: dict[str, list[str]] = {}
    for entry in record.known:
        if wanted(entry):
            ids.setdefault(entry.root.id, []).append(entry.id)
    return [(record.by_id[root], tuple(rows)) for root, rows in ids.items()]


def judge_occasion(
    doing: Doing, within: Duration, occasion: Occasion, follow_ups: Iterable[Known], as_of: dt.datetime
) -> Judged | None:
    """One occasion's verdict for one bearer; ``None`` where it does not concern the bearer or its window.

    ``follow_ups`` are the reports about the happening. They tell of something after it, so they also
    bound when it can have been. All instants at which the answer can change are tried, so the
    verdict is the same whenever, within what was reported, things happened.
    """
    truth = min(
        occasion.truth,
        _doer_named(doing, occasion),
        _concerns(doing, occasion),
        in_window(occasion.time, doing.window).truth,
    )
    if truth is Truth.NO:
        return None
    done = [(entry, _by(doing, entry)) for entry in follow_ups if _is_done(doing, entry)]
    done = [(entry, by) for entry, by in done if by is not Truth.NO]
    time = occasion.time
    early: list[Known] = []
    if not occasion.is_finding:
        early = [entry for entry, _ in done if entry.span.last < time.first]
        done = [(entry, by) for entry, by in done if entry.span.last >= time.first]
        time = Span(time.first, max(time.first, min([time.last, *(entry.span.last for entry, _ in done)])))
    outcomes: set[Outcome] = set()
    for instant in _instants(time, within, done, as_of):
        deadline = after(instant, within)
        choices = [options(by, _ranks(entry.span, instant, deadline, occasion.is_finding)) for entry, by in done]
        outcomes |= {_outcome(rank, as_of, deadline) for rank in possible(choices)}
    if truth is Truth.UNKNOWN:
        outcomes.add(Outcome.KEPT)  # where it was no such case, nothing was owed
    judged = _told(doing, within, occasion, time, done, outcomes, truth, as_of)
    if not early:
        return judged
    ids = ", ".join(entry.id for entry in early)
    return replace(judged, why=f"{judged.why} Told of a time before it, and not counted: {ids}.")


def _instants(
    time: Span, within: Duration, done: Sequence[tuple[Known, Truth]], as_of: dt.datetime
) -> list[dt.datetime]:
    """Times of the happening, one for each answer that can follow: the ends, and where something tips."""
    tips = {as_of, *(end for entry, _ in done for end in (entry.span.first, entry.span.last) if end > EVER)}
    back = dt.timedelta(days=within.days, minutes=within.minutes)
    # A month has no fixed length, so each that it can have is tried.
    steps = [back + dt.timedelta(days=days) for days in range(28 * within.months, 31 * within.months + 1)]
    if after(EVER, within) >= as_of:  # longer than all of history: nothing tips
        steps = []
    tried = {time.first, time.last}
    for tip in tips:
        for base in (tip, *(tip - step for step in steps if tip - EVER > step)):
            tried |= {instant for instant in (base - _TICK, base, base + _TICK) if time.first <= instant <= time.last}
    return sorted(tried)


def _ranks(span: Span, instant: dt.datetime, deadline: dt.datetime, is_finding: bool) -> frozenset[int]:
    """What a follow-up amounts to if the happening was at ``instant``.

    What is told about an incident came after it; a meeting about an incident may have come before it was *found*.
    """
    ranks = set()
    if is_finding and span.first < instant:
        ranks.add(NOTHING)
    if span.last >= instant and span.first <= deadline:
        ranks.add(IN_TIME)
    if span.last > deadline:
        ranks.add(LATE)
    return frozenset(ranks)


def _outcome(rank: int, as_of: dt.datetime, deadline: dt.datetime) -> Outcome:
    if rank == IN_TIME:
        return Outcome.KEPT
    if rank == LATE:
        return Outcome.BREACHED
    return Outcome.OVERDUE if as_of > deadline else Outcome.PENDING


def _doer_named(doing: Doing, occasion: Occasion) -> Truth:
    """Whether the happening is of the actor whom the trigger names, if it names one."""
    trigger = doing.obligation.trigger
    wanted = trigger.value.actor if trigger else None
    actor = occasion.entry.report.actor
    if wanted is None or doing.names.same(actor, wanted):
        return Truth.YES
    return Truth.UNKNOWN if actor is None else Truth.NO


def _concerns(doing: Doing, occasion: Occasion) -> Truth:
    """A duty about "its" forces' violations concerns their doer alone; any other concerns every bearer."""
    slot = doing.obligation.object
    words = slot.value.text if slot else ""
    if doing.bearer is None or not (_OWN.search(words) and _INCIDENT.search(words)):
        return Truth.YES
    actor = occasion.entry.report.actor
    if actor is None:
        return Truth.UNKNOWN
    return Truth.YES if doing.names.same(actor, doing.bearer) else Truth.NO


def _is_done(doing: Doing, entry: Known) -> bool:
    report = entry.report
    if report.act is not None and act_covers(doing.act, act_of(report.act) or report.act):
        return True
    return doing.act == "remedy" and report.life is Life.REMEDIED


def _by(doing: Doing, entry: Known) -> Truth:
    if doing.bearer is None or doing.names.same(entry.report.actor, doing.bearer):
        return Truth.YES
    return Truth.UNKNOWN if entry.report.actor is None else Truth.NO


def _told(
    doing: Doing,
    within: Duration,
    occasion: Occasion,
    time: Span,
    done: Sequence[tuple[Known, Truth]],
    outcomes: set[Outcome],
    truth: Truth,
    as_of: dt.datetime,
) -> Judged:
    latest = after(time.last, within)
    set_off = "Set off by the finding of" if occasion.is_finding else "Set off by"
    why = f"{set_off} {tell(occasion.entry, doing.names)}."
    follow = tell_some([tell(entry, doing.names) for entry, _ in done])
    bounds = f"between {moment(after(time.first, within))} and {moment(latest)}"
    due = f"due by {moment(latest)}" if time.first == time.last else f"due {bounds}, as the time is not known better"
    if len(outcomes) > 1:
        outcome = Outcome.CANNOT_TELL
        doubt = "whether it is such a case is doubtful" if truth is Truth.UNKNOWN else "the times do not decide it"
        why += f" {due.capitalize()}; {doubt}" + (f": {follow}." if follow else ".")
        change = "A report that gives the time, the place or the doer more exactly."
    else:
        outcome = next(iter(outcomes))
        if outcome is Outcome.KEPT:
            why += f" Done in time ({due}): {follow}." if follow else " Nothing was owed."
            change = "The withdrawal or correction of these reports."
        elif outcome is Outcome.BREACHED:
            why += f" Done late ({due}): {follow}."
            change = "A report that it was done earlier."
        elif outcome is Outcome.OVERDUE:
            why += f" It was {due}, and nothing shows that it was done."
            change = "A report that it was done."
        else:
            why += f" It is {due}, and it is {moment(as_of)}."
            change = "A report that it was done, or the passing of that time."
    established = any(entry.found for entry, _ in done)
    return Judged(
        outcome,
        why,
        change,
        tuple(dict.fromkeys((*occasion.ids, *(entry.id for entry, _ in done)))),
        Interval(earliest=time.first, latest=None if latest >= FOREVER else latest),
        ("found" if established else "alleged") if outcome is Outcome.BREACHED else None,
        occasion.entry.id,
    )
