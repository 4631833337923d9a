"""Duties with a deadline: kept when shown done in time, overdue when it passed with nothing, breached when late."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from parley.model import Outcome, Report
from parley.text import patterns as re

from .bans import Judged
from .dated import done_then
from .doers import bearers
from .matching import Doing
from .objects import stems
from .showing import FINDING, count_of, facts_of_some, facts_shown, is_own_word, shows
from .standing import Known
from .telling import Event, Telling, capital, events, to_bring
from .truth import YES, Fact, Truth, all_of, options, possible
from .whereabouts import done_there
from .windows import in_window

NOTHING, LATE, IN_TIME = 0, 1, 2

_EACH = re.compile(r"\b(?:each|every|apiece|respectively)\b", re.I)


class Several(Protocol):
    """Some reports, in their order."""

    def events(self) -> Sequence[Event]:
        """By the event they tell of."""

    def ids(self) -> tuple[str, ...]:
        """Their ids."""

    def any_found(self) -> bool:
        """Whether a body found any of them."""

    def of(self, ids: Iterable[str]) -> Several:
        """Those of these ids."""


class Shown(Protocol):
    """The reports that surely or perhaps show a duty with a deadline done, or that it was not (a count of nought)."""

    def ways(self) -> Iterable[tuple[Truth, frozenset[int]]]:
        """Of those that say that it was done: how surely, and whether in time or late, each pair that occurs."""

    def all(self) -> Several: ...

    def early(self) -> Several:
        """Those that may have been in time."""

    def is_undone(self) -> bool:
        """Whether a body found, after the deadline, that none of it was done."""

    def deciding(self, in_time: bool) -> Several:
        """What was found undone, then those that surely show it done: ``in_time``, those surely in its window alone."""

    def done(self) -> list[tuple[Known, Truth]]:
        """Those that say that it was done, as values, and how surely each shows it."""

    def besides_own_word(self, doing: Doing) -> tuple[Shown, Several]:
        """All but what the bearer says of itself alone; and that."""


@dataclass(frozen=True)
class Rows:
    """Some reports as a list."""

    entries: Sequence[Known]

    def events(self) -> Sequence[Event]:
        return events(self.entries)

    def ids(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self.entries)

    def any_found(self) -> bool:
        return any(entry.found for entry in self.entries)

    def of(self, ids: Iterable[str]) -> Rows:
        told = set(ids)
        return Rows([entry for entry in self.entries if entry.id in told])


class ShownRows:
    """What shows a duty done, as a list: of ``reports``, whose act can be the duty's."""

    def __init__(self, doing: Doing, reports: Sequence[Known]) -> None:
        self._doing = doing
        shown = [(entry, min(shows(doing, entry), done_so(doing, entry))) for entry in reports]
        self._shown = [(entry, truth) for entry, truth in shown if truth is not Truth.NO]

    def besides_own_word(self, doing: Doing) -> tuple[Shown, Several]:
        own = [entry for entry, _ in self._shown if is_own_word(doing, entry)]
        rest = ShownRows(doing, ())
        rest._shown = [(entry, truth) for entry, truth in self._shown if entry not in own]
        return rest, Rows(own)

    def ways(self) -> Iterable[tuple[Truth, frozenset[int]]]:
        return {(truth, _times(self._doing, entry)) for entry, truth in self.done()}

    def all(self) -> Several:
        return Rows([entry for entry, _ in self._shown])

    def early(self) -> Several:
        return Rows([entry for entry, _ in self._shown if IN_TIME in _times(self._doing, entry)])

    def is_undone(self) -> bool:
        return bool(self._undone())

    def _undone(self) -> list[Known]:
        sure = [entry for entry, truth in self._shown if truth is Truth.YES and entry.report.count == 0]
        return [entry for entry in sure if entry.found and _times(self._doing, entry) == {LATE}]

    def deciding(self, in_time: bool) -> Several:
        sure = [entry for entry, truth in self.done() if truth is Truth.YES]
        window = self._doing.window
        kept = [one for one in sure if not in_time or in_window(one.span, window).truth is Truth.YES]
        return Rows([*self._undone(), *kept])

    def done(self) -> list[tuple[Known, Truth]]:
        return [(entry, truth) for entry, truth in self._shown if entry.report.count != 0]


def judge_deadline(doing: Doing, shown: Shown, as_of: dt.datetime, zone: dt.tzinfo) -> Judged:
    """The verdict on "shall ... by ...". What a body found late stays so, whatever the bearer says of itself."""
    judged = _judged(doing, shown, as_of, zone)
    if judged.outcome is not Outcome.CANNOT_TELL or not shown.all().any_found():
        return judged
    rest, own = shown.besides_own_word(doing)
    if not own.ids():
        return judged
    late = _judged(doing, rest, as_of, zone)
    if late.outcome is not Outcome.BREACHED or late.finding != "found":
        return judged
    why = f"{late.why} {OUTWEIGHED.format(capital(Telling(doing.names, zone, as_of).some(own.events())))}"
    return replace(late, why=why, reports=tuple(dict.fromkeys((*late.reports, *own.ids()))))


OUTWEIGHED = "{}: its own word alone, against what was found."


def _judged(doing: Doing, shown: Shown, as_of: dt.datetime, zone: dt.tzinfo) -> Judged:
    end = doing.window.end
    assert end is not None, "a duty without a deadline is no matter for this judge"
    needed = None if doing.obligation.object is None else doing.obligation.object.value.number
    done = shown.done() if needed else []
    ranks = possible(_by_number(doing, done, needed) if needed else [options(*way) for way in shown.ways()])
    undone = shown.is_undone()
    if undone:  # a finding that it was not done stands against every showing that it was
        ranks = frozenset(rank for rank in ranks if rank >= LATE) | {LATE}
    outcomes = {outcome_of(rank, as_of, end) for rank in ranks}
    if Outcome.KEPT in outcomes and len(outcomes) > 1 and not needed and _is_rest_late(doing, shown):
        outcomes -= {Outcome.KEPT}
        if as_of > end:
            return _late_at_best(doing, shown, as_of, zone)
    if outcomes == {Outcome.BREACHED, Outcome.OVERDUE} and not doing.arranged:
        return _late_at_best(doing, shown, as_of, zone)
    window = doing.window.interval
    telling = Telling(doing.names, zone, as_of)
    deadline = f"It {'was' if as_of > end else 'is'} due by {telling.moment(end)}"
    if len(outcomes) > 1:
        doubtful = (shown.early() if Outcome.KEPT in outcomes else shown.all()).events()
        doubts = partial(_doubts, doing)
        return Judged(
            Outcome.CANNOT_TELL,
            f"{deadline}, {_in_doubt(outcomes, as_of > end)} is in doubt. {telling.doubtful(doubtful, doubts)}",
            to_bring(doubtful, doubts),
            shown.all().ids(),
            window,
        )
    outcome = outcomes.pop()
    if outcome is Outcome.PENDING:
        change = "A report that it was done, or the passing of the deadline."
        return Judged(outcome, f"{deadline}.", change, window=window)
    so_far = _so_far(doing, done, needed)
    if outcome is Outcome.OVERDUE:
        return Judged(
            outcome,
            f"{deadline}, and {'what is shown falls short' if so_far else 'nothing shows that it was done'}{so_far}.",
            "A report that it was done, by somebody other than the bearer, or a finding.",
            tuple(entry.id for entry, _ in done) if so_far else (),
            window,
        )
    deciding = shown.deciding(in_time=outcome is Outcome.KEPT and not needed)
    how = "and was done in time" if outcome is Outcome.KEPT else "but was not done" if undone else "but was done late"
    return Judged(
        outcome,
        f"{deadline} {how}: {telling.some(deciding.events())}{so_far}.",
        "The withdrawal or correction of these reports.",
        deciding.ids(),
        window,
        None if outcome is Outcome.KEPT else ("found" if deciding.any_found() else "alleged"),
    )


_ONCE = frozenset(
    {"withdraw", "release", "return", "dismantle", "disarm", "take-away", "store", "canton", "clear-mines"}
)
"""What is done to each of so many things once: of what was done late nothing had been done before."""
_WHOLE = re.compile(r"(?:all\s+)?(?:of\s+)?(?:its|their|the|all|every|any)\b", re.I)
_REST = re.compile(r"\b(?:last|remaining|remainder|rest|others?)\b", re.I)


def _is_rest_late(doing: Doing, shown: Shown) -> bool:
    """Whether a part of what had to be done in time, all of it, surely was done later, and nothing shows all of it done
    before. Then what was done in time was not all, whatever nobody says of it.
    """
    slot, done = doing.obligation.object, shown.done()
    if doing.act not in _ONCE or slot is None or not _WHOLE.match(slot.words.strip()):
        return False
    early = [(entry, truth) for entry, truth in done if IN_TIME in _times(doing, entry)]
    if not early or any(truth is Truth.YES for _, truth in early):
        return False
    if any(all_of(facts_of_some(doing, entry)) is not Truth.YES for entry, _ in early):
        return False  # whether it was done, and by whom, is another doubt than how much of it
    return any(_is_some(doing, entry, shown) for entry, _ in done if _times(doing, entry) == {LATE})


def _is_some(doing: Doing, entry: Known, shown: Shown) -> bool:
    """Whether a report surely tells of a part of it: by its words, or as the rest of what another tells of."""
    facts = facts_of_some(doing, entry)
    if all_of(facts) is Truth.YES:
        return True
    said, slot = entry.report.object or "", doing.obligation.object
    core = stems(re.split(r"\s+(?:that|which)\s", slot.value.text)[0]) - {"all"} if slot is not None else frozenset()
    named = bool(core) and core <= stems(said)  # "records of mines" of who has to give those of all that it has laid
    others = [one.report.object or "" for one, _ in shown.done() if one is not entry]
    is_rest = _REST.search(said) is not None and any(stems(_REST.sub(" ", said)) <= stems(one) for one in others)
    return (named or is_rest) and all_of([fact for fact in facts if fact != doing.thing_fact(said)]) is Truth.YES


def _late_at_best(doing: Doing, shown: Shown, as_of: dt.datetime, zone: dt.tzinfo) -> Judged:
    """What was not done in time, whichever way the doubts fall: breached where some of it surely was done later, and so
    not all of it by then; else overdue.
    """
    end, telling, told = doing.window.end, Telling(doing.names, zone, as_of), shown.all()
    assert end is not None
    late = [entry for entry, _ in shown.done() if _times(doing, entry) == {LATE}]
    sure = [entry for entry in late if _is_some(doing, entry, shown)]
    doubts = partial(_doubts, doing)
    why = f"It was due by {telling.moment(end)} and was not done in time; whether all was done later is in doubt."
    return Judged(
        Outcome.BREACHED if sure else Outcome.OVERDUE,
        f"{why} {telling.doubtful(told.events(), doubts)}",
        to_bring(told.events(), doubts),
        told.ids(),
        doing.window.interval,
        None if not sure else "found" if any(entry.found for entry in sure) else "alleged",
    )


def _in_doubt(outcomes: set[Outcome], is_over: bool) -> str:
    """What the doubtful reports leave open: whether it was done at all, or in time."""
    if not is_over:
        return "and whether it has been done"
    if Outcome.OVERDUE not in outcomes:
        return "it was done, and whether it was done in time"
    return "and whether it was done in time"


def outcome_of(rank: int, as_of: dt.datetime, end: dt.datetime) -> Outcome:
    """What a duty due by ``end`` comes to, where it was done in time, late, or not at all."""
    if rank == IN_TIME:
        return Outcome.KEPT
    if rank == LATE:
        return Outcome.BREACHED
    return Outcome.OVERDUE if as_of > end else Outcome.PENDING


def done_so(doing: Doing, entry: Known) -> Truth:
    """Whether what a report shows done was done where the text asks for it, and not on a day of another sentence."""
    return all_of([done_there(doing, entry), done_then(doing, entry)])


def _times(doing: Doing, entry: Known) -> frozenset[int]:
    end = doing.window.end
    assert end is not None
    if entry.span.last <= end:
        return frozenset({IN_TIME})
    return frozenset({LATE}) if entry.span.first > end else frozenset({IN_TIME, LATE})


def _by_number(doing: Doing, done: Sequence[tuple[Known, Truth]], needed: float) -> list[frozenset[int]]:
    """Where the text says how many: what each source counts is added up, never one source's with another's."""
    return [_reached(doing, rows, needed) for rows in sources(done).values()]


def sources(done: Iterable[tuple[Known, Truth]]) -> dict[str, list[tuple[Known, Truth]]]:
    """Rows by whose count they are; a happening that a source tells twice is in it once, as it told it last."""
    last: dict[tuple[str, str], tuple[Known, Truth]] = {}
    for entry, truth in done:
        key = counted_by(entry), entry.root.id
        if key not in last or last[key][0].counted.reported < entry.counted.reported:
            last[key] = entry, truth
    sources: dict[str, list[tuple[Known, Truth]]] = defaultdict(list)
    for (source, _), row in last.items():
        sources[source].append(row)
    return sources


def counted_by(entry: Known) -> str:
    """Whose count it is: the body's that found it so, else the claimant's."""
    return (entry.found[0].found_by if entry.found else entry.report.claimant) or ""


def _reached(doing: Doing, rows: Sequence[tuple[Known, Truth]], needed: float) -> frozenset[int]:
    """The ranks that one source's rows can amount to: the number reached in time, late, or not."""
    least = {IN_TIME: 0.0, LATE: 0.0}
    most = {IN_TIME: 0.0, LATE: 0.0}
    for entry, truth in rows:
        times = _times(doing, entry)
        fewest, all_told = _own(doing, entry)
        for rank in (IN_TIME, LATE):  # what was done in time is done, too, by any later day
            if truth is Truth.YES and (rank == LATE or times == {IN_TIME}):
                least[rank] += fewest
            if rank == LATE or IN_TIME in times:
                most[rank] += all_told
    if least[IN_TIME] >= needed:
        return frozenset({IN_TIME})
    ranks = {IN_TIME} if most[IN_TIME] >= needed else set()
    if most[LATE] >= needed and any(LATE in _times(doing, entry) for entry, _ in rows):
        ranks.add(LATE)
    if least[LATE] < needed:
        ranks.add(NOTHING)
    return frozenset(ranks)


def _own(doing: Doing, entry: Known) -> tuple[float, float]:
    """How many the bearer itself did, at the least and the most. What several did "each" was done by each of them; what
    they did together is the whole of a duty that they share; else nobody knows whose part was how large.
    """
    report, bearer, names = entry.counted, doing.bearer, doing.names
    count = count_of(report)
    if count is None:
        return 0, math.inf
    alone = len(names.doers(report.actor).names) < 2 and (bearer is None or names.did(report.actor, bearer) is YES)
    if alone or is_each(report):
        return count, count
    if bearer is not None and names.did(report.actor, bearer) is not YES:
        return 0, math.inf  # so many did the other give
    shared = doing.obligation.bearer is not None and not _EACH.search(doing.obligation.sentence.exact)
    whole = shared and all(names.did(report.actor, one) is YES for one in bearers(doing.obligation) if one)
    return count if whole else 0, count


def is_each(report: Report) -> bool:
    """Whether what several did was done by each of them ("100 prisoners each")."""
    return _EACH.search(f"{report.act} {report.object}") is not None


def _so_far(doing: Doing, done: Sequence[tuple[Known, Truth]], needed: float | None) -> str:
    if not needed:
        return ""
    surely = [row for row in done if row[1] is Truth.YES] or done
    counts = {source: sum(_own(doing, entry)[0] for entry, _ in rows) for source, rows in sources(surely).items()}
    told_counts = [f"{count:g} of {needed:g} by {source or 'an unnamed source'}" for source, count in counts.items()]
    return f" ({', '.join(told_counts)})" if told_counts else ""


def _doubts(doing: Doing, entry: Known) -> list[Fact]:
    facts = [*facts_shown(doing, entry), done_there(doing, entry)]
    facts = [fact for fact in facts if fact.truth is Truth.UNKNOWN]
    if len(_times(doing, entry)) > 1:
        facts.append(Fact(Truth.UNKNOWN, "its time reaches over the deadline", "a more exact time"))
    if entry.report.count == 0:
        facts.append(Fact(Truth.UNKNOWN, "it says that none was done", FINDING))
    slot = doing.obligation.object
    fewest, most = _own(doing, entry)
    if slot is not None and slot.value.number and count_of(entry.report) is None and not facts:
        facts.append(Fact(Truth.UNKNOWN, "how many it was is not said", "how many it was"))
    if slot is not None and slot.value.number and fewest != most and count_of(entry.report) is not None:
        facts.append(
            Fact(Truth.UNKNOWN, f"how many were {doing.bearer}'s part is not said", "how many each of them did")
        )
    return facts
