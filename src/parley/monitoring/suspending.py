"""Suspension and resumption: on what ground, since when, until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from parley.model import Framework, Life, Modality, Obligation, Suspension, SuspensionState

from .acting import act_covers_report
from .doers import INCIDENT, asked
from .failing import Failing, Failure
from .forbids import forbidden_act
from .judging import NOT_YET
from .names import Names
from .notyet import NotYet
from .occasions import Cause, Occasion, articles_broken, cause, is_act
from .owed import happened
from .standing import Known, Record
from .suspensive import (
    UNREMEDIED,
    End,
    concerned,
    conditional,
    end_of,
    is_counted,
    length_of,
    not_understood,
    of_others,
    suspending,
    whose,
)
from .telling import Telling, capital, in_doubt
from .truth import YES, Fact, Truth
from .windows import after

_S = SuspensionState
_AFTER_REMEDY = Fact(
    Truth.UNKNOWN, "whether it ended when that was remedied the text does not say", "a person's own judgement"
)


@dataclass(frozen=True)
class Ground:
    """What lets somebody suspend, or does so: whose deed or failure (``by``), since when and until when, how it is
    told, why it may be none, and the reports of it. ``mended``: those by which it was remedied, or done in the end.
    """

    by: str | None
    since: dt.datetime | None
    until: dt.datetime | None
    told: str
    doubts: tuple[Fact, ...]
    entries: tuple[Known, ...] = ()
    mended: tuple[Known, ...] = ()


class Suspending:
    """What of a text suspends what, held against what is known."""

    def __init__(
        self,
        framework: Framework,
        names: Names,
        record: Record,
        occasions: Callable[[Obligation], list[Occasion] | NotYet],
        bans_not_held: Sequence[tuple[Obligation, NotYet]],
        failing: Failing,
        telling: Telling,
    ) -> None:
        self._framework, self._names, self._record = framework, names, record
        self._occasions, self._bans_not_held = occasions, bans_not_held
        self._failing, self._telling = failing, telling

    def all(self) -> Iterator[Suspension]:
        for one in suspending(self._framework):
            for whom in whose(one, self._framework):
                yield from self._of(one, whom)
        for provision, suspends, others in conditional(self._framework):
            for failure in self._failing.of_articles(others):
                yield from self._while_failed(provision, suspends, failure)
        for provision, suspends in not_understood(self._framework):
            why = f"{NOT_YET}: when it suspends was not read."
            yield Suspension(provision=provision, suspends=suspends, state=_S.CANNOT_TELL, why=why)

    def _while_failed(self, provision: str | None, suspends: tuple[str, ...], failure: Failure) -> Iterator[Suspension]:
        """What the text itself suspends for the others as long as somebody fails."""
        over = failure.until is not None and failure.until <= self._telling.as_of
        told = " ".join([failure.told, *map(self._says, failure.done)])
        for party in self._framework.parties:
            if failure.by is None or not self._names.same(party.id, failure.by):
                yield Suspension(
                    provision=provision,
                    suspends=suspends,
                    state=_state(bool(failure.doubts), False, 0, over),
                    of=party.id,
                    towards=failure.by,
                    since=failure.since,
                    until=failure.until,
                    reports=tuple(entry.id for entry in failure.done),
                    why=f"{told} But {in_doubt(failure.doubts)}." if failure.doubts else told,
                )

    def _of(self, one: Obligation, whom: str | None) -> Iterator[Suspension]:
        suspends = concerned(one, self._framework)
        by = whom if one.bearer is not None else None
        grounds = self._grounds(one, whom)
        if isinstance(grounds, NotYet):
            why = f"{NOT_YET}: {grounds.why}."
            yield Suspension(provision=one.provision, suspends=suspends, state=_S.CANNOT_TELL, by=by, of=whom, why=why)
            return
        used: set[str] = set()
        for ground in grounds:
            told = self._on(one, whom, ground)
            used.update(told.reports)
            yield told.replace(provision=one.provision, suspends=suspends, by=by, of=whom)
        for entry in self._done("suspend", by) if by is not None else ():
            if entry.id not in used:
                untold = self._untold(one, entry)
                why = f"{self._says(entry)} {untold or 'No ground that the text asks for is shown to have stood then.'}"
                yield Suspension(
                    provision=one.provision,
                    suspends=suspends,
                    state=_S.CANNOT_TELL if untold else _S.GROUNDLESS,
                    by=by,
                    of=whom,
                    since=entry.span.first,
                    reports=(entry.id,),
                    why=why,
                )

    def _untold(self, one: Obligation, began: Known) -> str:
        """Why nobody can tell whether there was a ground: a ban that reports may be of is not held. Else empty."""
        sort = cause(one, self._framework)
        if isinstance(sort, NotYet) or sort[0] is Cause.ACT:
            return ""
        named = articles_broken(one, self._framework)
        before = [row for row in self._record.known if row is not began and row.span.first <= began.span.last]
        for ban, why in self._bans_not_held:
            act = forbidden_act(ban)
            if act is None or (named and ban.provision not in named):
                continue
            if any(act_covers_report(act, row) is not Truth.NO for row in before):
                which = f"#{ban.provision}" if ban.provision else "a ban of the text"
                return f"Whether a ground stood then nobody can tell: {which} is not held against reports ({why.why})."
        return ""

    def _grounds(self, one: Obligation, whom: str | None) -> list[Ground] | NotYet:
        """What the condition asks for, once for each time that it came about: what was done, or not done."""
        assert one.trigger is not None
        failures = self._failing.of(one, whom)
        grounds = [
            Ground(each.by, each.since, each.until, each.told, each.doubts, mended=each.done) for each in failures or ()
        ]
        breach = INCIDENT.search(one.trigger.words) and articles_broken(one, self._framework)
        if failures is not None and not breach:
            return grounds
        if end_of(one) is None:
            return NotYet(f"until when '{' '.join(one.trigger.words.split())}' holds is not told by reports")
        upon = one.trigger.value.replace(kind="upon")
        plain = one.replace(trigger=one.trigger.replace(words=UNREMEDIED.sub("", one.trigger.words), value=upon))
        found = self._occasions(plain)
        if isinstance(found, NotYet):
            return found
        return grounds + [ground for each in found if (ground := self._ground(one, whom, each)) is not None]

    def _ground(self, one: Obligation, whom: str | None, occasion: Occasion) -> Ground | None:
        """What an occasion is for one whose duties may be suspended; ``None`` where it is no ground for this one."""
        asks = asked(one, self._framework)
        asks = replace(asks, other=asks.other or of_others(one))
        theirs = asks.fact(occasion.entries, whom, self._framework, self._names)
        if theirs.truth is Truth.NO:
            return None
        remedy = self._remedy(occasion)
        return Ground(
            by=occasion.entry.report.actor,
            since=occasion.time.last,
            until=None if remedy is None else remedy.span.last,
            told=f"{capital(self._telling.event(occasion.entries))}.",
            doubts=tuple(f for f in (*occasion.doubts, happened(occasion), theirs) if f.truth is Truth.UNKNOWN),
            entries=occasion.entries,
            mended=() if remedy is None else (remedy,),
        )

    def _on(self, one: Obligation, whom: str | None, ground: Ground) -> Suspension:
        """What a ground came to for one whose duties may be suspended."""
        is_right = _is_right(one)
        did = self._invoked(one, whom, ground) if is_right else []
        until, since = self._until(one, ground, did), ground.since
        doubts = list(ground.doubts)
        if ground.until is not None and end_of(one) is End.UNSAID:
            doubts.append(_AFTER_REMEDY)
        steps = [*(ground.mended if end_of(one) is not End.LENGTH else ()), *did]
        over = until is not None and until <= self._telling.as_of
        told = " ".join([ground.told, *map(self._says, steps)])
        if doubts:
            told += f" But {in_doubt(doubts)}."
        elif did:
            since, until = did[0].span.first, did[1].span.last if did[1:] else until
            if over and not did[1:]:
                told += " The ground is gone, and nothing shows that it was resumed."
        return Suspension(
            provision=None,
            suspends=(),
            state=_state(bool(doubts), is_right, len(did), over),
            towards=None if ground.by is None else self._names.shown(ground.by),
            occasion=ground.entries[0].root.id if ground.entries else None,
            since=since,
            until=until,
            reports=tuple(dict.fromkeys(entry.id for entry in (*ground.entries, *steps))),
            why=told,
        )

    def _until(self, one: Obligation, ground: Ground, did: list[Known]) -> dt.datetime | None:
        """When what was suspended binds again, as far as the text says so."""
        length = length_of(one)
        if length is None:
            return None if end_of(one) is End.UNSAID else ground.until
        if not _is_right(one) or is_counted(one):
            return None if ground.since is None else after(ground.since, length)
        return after(did[0].span.last, length) if did else None  # from when somebody suspends, whenever that is

    def _invoked(self, one: Obligation, whom: str | None, ground: Ground) -> list[Known]:
        """The report that somebody suspended on this ground, and that it resumed."""
        until = self._until(one, ground, [])
        began = [row for row in self._done("suspend", whom) if ground.since is None or row.span.last >= ground.since]
        began = [row for row in began if until is None or row.span.first <= until][:1]
        again = [row for row in self._done("resume", whom) if began and row.span.last >= began[0].span.first]
        return [*began, *again[:1]]

    def _remedy(self, ground: Occasion) -> Known | None:
        """The first report by which a body of the text found it remedied."""
        rows = self._record.follow_ups.get(ground.entry.id, ())
        remedied = [row for row in rows if any(one.life is Life.REMEDIED for one in row.found)]
        return min(remedied, key=lambda row: row.span.last, default=None)

    def _done(self, act: str, bearer: str | None) -> list[Known]:
        """The reports that somebody did so: the bearer, or anybody where a sentence lets anybody."""
        rows = (row for row in self._record.known if row.report.act and is_act(act, row) is YES)
        return [row for row in rows if bearer is None or self._names.same(row.report.actor, bearer)]

    def _says(self, entry: Known) -> str:
        return f"{capital(self._telling.event((entry,)))}."


def _is_right(one: Obligation) -> bool:
    """Whether it lets somebody suspend, and suspends nothing itself."""
    return one.modality is not None and one.modality.value is Modality.MAY


def _state(doubtful: bool, is_right: bool, did: int, over: bool) -> SuspensionState:
    """``did``: whether a report tells that somebody suspended (1), and that it resumed (2)."""
    if doubtful:
        return _S.CANNOT_TELL
    if not is_right:
        return _S.RESUMED if over else _S.SUSPENDED
    if did:
        return _S.SUSPENDED if did == 1 else _S.RESUMED
    return _S.LAPSED if over else _S.GROUNDS
