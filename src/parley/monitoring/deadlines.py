"""Duties with a deadline: kept when shown done in time, overdue when it passed with nothing, breached when late."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from parley.model import Outcome, Report
from parley.text import patterns as re
from parley.text.numbers import PATTERN, parse_number

from .accounted import in_part
from .acts import act_of, falls_short, is_unheard_of
from .bans import Judged
from .dated import done_then
from .doers import bearers
from .matching import Doing
from .objects import stems
from .standing import Known
from .telling import Event, Telling, events, to_bring
from .truth import NO, YES, Fact, Truth, all_of, options, possible
from .whereabouts import done_there
from .windows import in_window

NOTHING, LATE, IN_TIME = 0, 1, 2

_NUMBER = re.compile(rf"{PATTERN}(?=\s+(?!mm\b))", re.I)
_ALL = re.compile(
    r"(?:the\s+)?(?:last|rest|whole|entirety)\s+of\b|(?:all|every|the\s+(?:last|remaining|entire|whole))\b", re.I
)
_FINDING = "a finding by the body that the text names"
MUTUAL = frozenset({"exchange", "meet", "negotiate"})
"""Acts that their two sides do together: a report of one side's is a report of the other's."""
_GIVES = frozenset({"release", "deliver", "return"})
"""By which one side does its part of an exchange, and the other side none."""
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
    """The verdict on "shall ... by ..."."""
    end = doing.window.end
    assert end is not None, "a duty without a deadline is no matter for this judge"
    needed = None if doing.obligation.object is None else doing.obligation.object.value.number
    done = shown.done() if needed else []
    ranks = possible(_by_number(doing, done, needed) if needed else [options(*way) for way in shown.ways()])
    undone = shown.is_undone()
    if undone:  # a finding that it was not done stands against every showing that it was
        ranks = frozenset(rank for rank in ranks if rank >= LATE) | {LATE}
    outcomes = {outcome_of(rank, as_of, end) for rank in ranks}
    window = doing.window.interval
    telling = Telling(doing.names, zone, as_of)
    deadline = f"It {'was' if as_of > end else 'is'} due by {telling.moment(end)}"
    if len(outcomes) > 1:
        doubtful = (shown.early() if Outcome.KEPT in outcomes else shown.all()).events()
        doubts = partial(_doubts, doing)
        return Judged(
            Outcome.CANNOT_TELL,
            f"{deadline}, {_in_doubt(doing, outcomes, as_of > end)} is in doubt. {telling.doubtful(doubtful, doubts)}",
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


def _in_doubt(doing: Doing, outcomes: set[Outcome], is_over: bool) -> str:
    """What the doubtful reports leave open: whether it was done at all, or in time, or no more than how late."""
    if not is_over:
        return "and whether it has been done"
    if Outcome.KEPT not in outcomes and not doing.arranged:
        return "it was not done in time, and whether it was done later"
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


def shows(doing: Doing, entry: Known) -> Truth:
    """Whether a report shows the duty done, or that it was not (a count of nought), whenever that was."""
    return all_of(facts_shown(doing, entry))


def facts_shown(doing: Doing, entry: Known) -> list[Fact]:
    """The facts that together make a report show the duty done.

    An act that may be the duty's shows something only of its thing: no guess at both is a showing.
    """
    act, doer = _act(doing, entry), by_bearer(doing, entry)
    if Truth.NO in (act.truth, doer.truth) or (act.truth is Truth.UNKNOWN and not _is_near(doing, entry)):
        return [NO]
    return [act, doer, *established(doing, entry), doing.of_it(entry)]


def _is_near(doing: Doing, entry: Known) -> bool:
    """Whether a report whose act may be the duty's is told of its thing, or of none.

    The thing may stand in the verb ("submit a report"), of the duty or of the report ("bridge dismantled"). What is
    told about something else, as a notice of an incident is, and names nothing, is about that, and so is what remedied
    something else; but of a word that names no act of the lexicon nobody can tell, where the duty has no thing either.
    """
    said, act, slot = entry.report.object, doing.obligation.act, doing.obligation.object
    done = entry.report.act
    if done is None:
        return said is not None and slot is not None and doing.thing_fact(said).truth is Truth.YES
    if done == "remedy" and entry.report.about is not None:
        return False
    if said is None and is_unheard_of(done):
        return slot is None or bool(stems(done) & stems(slot.value.text))
    if said is None:
        return entry.report.about is None
    if slot is not None:
        return doing.thing_fact(said).truth is Truth.YES
    return act is None or " " not in act.words or bool(stems(said) & stems(act.words))


def told_anyhow(doing: Doing, entry: Known) -> Fact:
    """Whether a report whose word nobody knows, or that gives none but the duty's thing, tells of the duty's act.

    Its doer has to be the bearer, unless the word is one of the text's own.
    """
    if not is_unheard_of(entry.report.act or "") or (entry.report.act is None and not _is_near(doing, entry)):
        return NO
    act = doing.act_fact(entry)
    return act if act is YES or by_bearer(doing, entry) is YES else NO


def established(doing: Doing, entry: Known) -> list[Fact]:
    """Whether a report that tells of the duty shows all of it done: found, or somebody else's uncontested word."""
    return [word_stands(doing, entry), _all_of_it(doing, entry)]


def _act(doing: Doing, entry: Known) -> Fact:
    """Whether it is the duty's act; what one party releases, or hands over, to another is its part of an exchange."""
    to = entry.report.counterpart
    given = doing.act == "exchange" and act_of(entry.report.act or "") in _GIVES
    return YES if given and to is not None and doing.names.key(to) in doing.names.parties else doing.act_fact(entry)


def by_bearer(doing: Doing, entry: Known) -> Fact:
    """Whether the bearer did it; what two sides do together, each of them did."""
    report, bearer = entry.report, doing.bearer
    if bearer is None:
        return YES
    did = doing.did(entry, bearer)
    mutual = doing.act in MUTUAL and act_of(report.act or "") not in _GIVES
    if did is YES or not mutual or report.counterpart is None:
        return did
    return max(did, doing.names.did(report.counterpart, bearer), key=lambda fact: fact.truth)


def word_stands(doing: Doing, entry: Known) -> Fact:
    """Whether what is reported of a duty is established: a finding does that, and anybody's word but that of a party
    about itself, as long as nobody contests it. A body of the text is believed of what it did.
    """
    if entry.found:
        return YES
    claimant = entry.report.claimant
    if entry.denials:
        return Fact(Truth.UNKNOWN, "the two contradict each other", _FINDING)
    if claimant is None:
        return Fact(Truth.UNKNOWN, "nobody stands behind that word", "a finding, or the name of the source")
    doer = doing.bearer or entry.report.actor
    if doing.names.did(doer, claimant) is YES and not doing.names.is_body(claimant):
        return Fact(Truth.UNKNOWN, "that is its own word alone", "a finding, or the word of somebody else")
    return YES


def _all_of_it(doing: Doing, entry: Known) -> Fact:
    """A count shows that so many were done. Where the text gives no number, only a finding says that it was all."""
    said, thing = entry.report.act_said or "", entry.report.object or ""
    part = thing if in_part(thing) else said if falls_short(said, doing.act) else None
    if part is not None:
        return Fact(Truth.UNKNOWN, f"'{part}' does not say that it was all", "a finding whether it was all")
    slot = doing.obligation.object
    several = slot is not None and slot.value.number is None and not slot.value.text.startswith(("a ", "an "))
    given = count_of(entry.report)
    if several and given and not entry.found and not _ALL.match(thing):
        return Fact(Truth.UNKNOWN, f"nobody says whether {given:,} is all of them", "a finding whether it was all")
    return YES


def count_of(report: Report) -> int | float | None:
    """How many a report tells of: by its own cell, or by the words for its thing ("50,000 crowns")."""
    number = _NUMBER.match(report.object or "") if report.count is None else None
    return parse_number(number[0]) if number else report.count


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
        facts.append(Fact(Truth.UNKNOWN, "it says that none was done", _FINDING))
    slot = doing.obligation.object
    fewest, most = _own(doing, entry)
    if slot is not None and slot.value.number and count_of(entry.report) is None and not facts:
        facts.append(Fact(Truth.UNKNOWN, "how many it was is not said", "how many it was"))
    if slot is not None and slot.value.number and fewest != most and count_of(entry.report) is not None:
        facts.append(
            Fact(Truth.UNKNOWN, f"how many were {doing.bearer}'s part is not said", "how many each of them did")
        )
    return facts
