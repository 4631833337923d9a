"""Suspension and resumption: on what ground, since when, until when, and what it makes of verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from parley.model import (
    Duration,
    Framework,
    Life,
    Modality,
    Obligation,
    Outcome,
    Party,
    Slot,
    Suspension,
    SuspensionState,
    Trigger,
    Verdict,
    first_instant,
    last_instant,
)
from parley.text import patterns as re

from .acts import act_of
from .articles import articles_named
from .bans import Judged
from .doers import asked, bearers
from .judging import NOT_YET
from .matching import forbidden_act
from .names import Names
from .notyet import NotYet
from .occasions import Occasion
from .owed import happened
from .standing import Known, Record
from .telling import Telling, capital, in_doubt
from .truth import Truth
from .windows import after

_THIS = re.compile(r"\bthis (?:article|paragraph|provision|section)\b", re.I)
_BY_NAME = re.compile(r"\b[Bb]y\s+(?:the\s+)?(?P<name>[A-Z]\w*)")
_UNREMEDIED = re.compile(
    r"\b(?:not|un)\s*-?\s*(?:yet\s+)?(?:been\s+)?(?:remedied|redressed|repaired|made good)\b", re.I
)
_IS_SUSPENDED = re.compile(
    r"(?:\A|[,;:]\s*)(?P<what>(?!(?:while|if|when|whenever|where|as|for|so|until|unless|during|after)\b)[^,;:]+?)\s+"
    r"(?:(?:is|are|stands?|(?:shall|will)\s+(?:be|stand))\s+(?:\w+ly\s+)?suspended|(?:shall\s+)?ceases?\s+to\s+bind)\b|"
    r"(?<!\bmay)(?<!\bnot)(?<!\bto)\s(?:suspends?|(?:is|are|be)\s+released\s+from)\s+(?P<whom>[^,;:]*?)"
    r"(?=\s+(?:while|if|when|where|as|for|until|unless|during|after|upon|towards?)\b|[,.;:]|\Z)",
    re.I,
)


class Suspending:
    """What of a text suspends what, held against what is known."""

    def __init__(
        self,
        framework: Framework,
        names: Names,
        record: Record,
        occasions: Callable[[Obligation], list[Occasion] | NotYet],
        telling: Telling,
    ) -> None:
        self._framework, self._names, self._record = framework, names, record
        self._occasions, self._telling = occasions, telling

    def all(self) -> Iterator[Suspension]:
        for one in suspending(self._framework):
            for bearer in bearers(one):
                yield from self._of(one, bearer)
        for provision, suspends in not_understood(self._framework):
            why = f"{NOT_YET}: when it suspends was not read."
            yield Suspension(provision=provision, suspends=suspends, state=SuspensionState.CANNOT_TELL, why=why)

    def _of(self, one: Obligation, bearer: str | None) -> Iterator[Suspension]:
        suspends = _concerned(one, self._framework)
        grounds = self._grounds(one)
        if isinstance(grounds, NotYet):
            why = f"{NOT_YET}: {grounds.why}."
            cannot = SuspensionState.CANNOT_TELL
            yield Suspension(provision=one.provision, suspends=suspends, state=cannot, by=bearer, why=why)
            return
        used: set[str] = set()
        for ground in grounds:
            told = self._on(one, bearer, suspends, ground)
            if told is not None:
                used.update(told.reports)
                yield told
        for entry in self._done("suspend", bearer):
            if entry.id not in used:
                why = f"{self._says(entry)} No ground that the text asks for is shown to have stood then."
                yield Suspension(
                    provision=one.provision,
                    suspends=suspends,
                    state=SuspensionState.GROUNDLESS,
                    by=bearer,
                    since=entry.span.first,
                    reports=(entry.id,),
                    why=why,
                )

    def _grounds(self, one: Obligation) -> list[Occasion] | NotYet:
        """What the condition asks for, once for each time that it came about."""
        assert one.trigger is not None
        words = " ".join(one.trigger.words.split())
        if _length(one) is None and not _UNREMEDIED.search(one.sentence.exact):
            return NotYet(f"until when '{words}' holds is not told by reports")
        upon = one.trigger.value.replace(kind="upon")
        plain = one.replace(trigger=one.trigger.replace(words=_UNREMEDIED.sub("", words), value=upon))
        return self._occasions(plain)

    def _on(
        self, one: Obligation, bearer: str | None, suspends: tuple[str, ...], ground: Occasion
    ) -> Suspension | None:
        assert one.trigger is not None
        doer = ground.entry.report.actor
        theirs = asked(one, self._framework).fact(ground.entries, bearer, self._framework, self._names)
        if theirs.truth is Truth.NO:
            return None
        since = ground.time.last
        remedy = self._remedy(ground)
        length, itself = _length(one), bearer is None or _commands(one)
        began = [row for row in self._done("suspend", bearer) if row.span.last >= since]
        if length is None:
            until = remedy.span.last if remedy else None
        elif itself or _is_counted(one):
            until = after(since, length)
        else:  # as long as that from when somebody suspends, whenever that is
            until = after(began[0].span.last, length) if began else None
        over = until is not None and until <= self._telling.as_of
        told = f"{capital(self._telling.event(ground.entries))}."
        ids = [entry.id for entry in ground.entries]
        if remedy is not None and length is None:
            told += f" {self._says(remedy)}"
            ids.append(remedy.id)
        doubts = [fact for fact in (*ground.doubts, happened(ground), theirs) if fact.truth is Truth.UNKNOWN]
        if doubts:
            state = SuspensionState.CANNOT_TELL
            told += f" But {in_doubt(doubts)}."
        elif itself:
            state = SuspensionState.RESUMED if over else SuspensionState.SUSPENDED
        else:
            began = [row for row in began if until is None or row.span.first <= until]
            again = [row for row in self._done("resume", bearer) if began and row.span.last >= began[0].span.first]
            ids += [entry.id for entry in (*began[:1], *again[:1])]
            told += "".join(f" {self._says(entry)}" for entry in (*began[:1], *again[:1]))
            if began and over and not again:
                told += " The ground is gone, and nothing shows that it was resumed."
            state = (
                SuspensionState.RESUMED
                if again
                else SuspensionState.SUSPENDED
                if began
                else SuspensionState.LAPSED
                if over
                else SuspensionState.GROUNDS
            )
        return Suspension(
            provision=one.provision,
            suspends=suspends,
            state=state,
            by=bearer,
            towards=None if doer is None else self._names.shown(doer),
            occasion=ground.entry.id,
            since=since,
            until=until,
            reports=tuple(dict.fromkeys(ids)),
            why=told,
        )

    def _remedy(self, ground: Occasion) -> Known | None:
        """The first report by which a body of the text found it remedied."""
        rows = self._record.follow_ups.get(ground.entry.id, ())
        remedied = [row for row in rows if any(one.life is Life.REMEDIED for one in row.found)]
        return min(remedied, key=lambda row: row.span.last, default=None)

    def _done(self, act: str, bearer: str | None) -> list[Known]:
        rows = (row for row in self._record.known if row.report.act and act_of(row.report.act) == act)
        return [row for row in rows if bearer is not None and self._names.same(row.report.actor, bearer)]

    def _says(self, entry: Known) -> str:
        return f"{capital(self._telling.event((entry,)))}."


def _commands(one: Obligation) -> bool:
    return one.modality is not None and one.modality.value is Modality.MUST


def _is_counted(one: Obligation) -> bool:
    """Whether the hours of a suspension are counted from its ground ("for 48 hours after an incident")."""
    return one.window is not None and one.window.value.within is not None


def _length(one: Obligation) -> Duration | None:
    return (one.window.value.within or one.window.value.lasts) if one.window else None


def suspending(framework: Framework) -> list[Obligation]:
    """The sentences that suspend something on a condition."""
    return [
        one
        for one in (_set_off(each, framework) for each in framework.obligations)
        if one.act is not None
        and one.act.value == "suspend"
        and one.trigger is not None
        and not one.labels
        and one.modality is not None
        and one.modality.value is not Modality.MUST_NOT
    ]


def not_understood(framework: Framework) -> list[tuple[str | None, tuple[str, ...]]]:
    """The sentences that suspend articles in words that were not read so, as their provision and what they suspend."""
    read = {one.sentence.start for one in suspending(framework)}
    found = []
    for one in framework.sentences:
        verb = _IS_SUSPENDED.search(" ".join(one.exact.split())) if one.operative else None
        if verb is None or one.start in read:
            continue
        ids = articles_named(verb["what"] or verb["whom"], framework)
        if ids:
            found.append((one.provision, ids))
    return found


def _set_off(one: Obligation, framework: Framework) -> Obligation:
    """The sentence with what it counts its time from ("for 48 hours after an attack") as what sets it off."""
    window, start = one.window, one.window.value.start if one.window else None
    if window is None or start is None or start.event is None or one.trigger is not None:
        return one
    named = _BY_NAME.search(start.event)
    by = next((one.id for one in framework.parties if named and _is_called(one, named["name"])), None)
    event = Trigger(kind="after", event=start.event, actor=by)
    counted = window.value.replace(start=None, within=window.value.lasts, lasts=None)
    return one.replace(
        trigger=Slot(words=f"after {start.event}", value=event, spans=window.spans),
        window=window.replace(value=counted),
    )


def _is_called(party: Party, word: str) -> bool:
    """Whether a word is a party's id, or of one stem with its name ("Orlavia" of the Orlavian Union)."""
    stem = word.casefold().rstrip("aeiou")
    return word == party.id or any(len(stem) > 3 and each.casefold().startswith(stem) for each in party.name.split())


def _concerned(one: Obligation, framework: Framework) -> tuple[str, ...]:
    """The provisions that a sentence suspends: the articles it names, or its own."""
    words = one.object.value.text if one.object else ""
    ids = articles_named(words, framework)
    if not ids and one.provision is not None and _THIS.search(words):
        ids = (one.provision,)
    return ids


def with_suspensions(
    verdicts: Sequence[tuple[Verdict, Judged]],
    suspensions: Sequence[Suspension],
    framework: Framework,
    record: Record,
    telling: Telling,
) -> list[Verdict]:
    """The verdicts, where what decides one lies in a time at which its provision was suspended, or may have been by
    the text itself on a ground in doubt: cannot tell.

    What decides is when a ban was broken, a duty was due, and from when until when one that returns should have been
    done each time. A breach outside all such times stands, whatever else happened within them. A verdict on the
    suspending sentence itself tells nothing that the suspensions don't.
    """
    bans = {one.id for one in framework.obligations if forbidden_act(one) is not None}
    times: dict[str, list[Suspension]] = {}
    for one in suspensions:
        if one.state in (SuspensionState.SUSPENDED, SuspensionState.RESUMED) or _perhaps(one):
            for provision in one.suspends:
                times.setdefault(provision, []).append(one)
    told = []
    for verdict, judged in verdicts:
        if verdict.provision in times and verdict.verdict in (Outcome.BREACHED, Outcome.OVERDUE):
            when = _decided(verdict, judged, verdict.obligation in bans, record, telling)
            verdict = _suspended(verdict, when, times[verdict.provision], telling)
        told.append(verdict)
    return told


def _decided(
    verdict: Verdict, judged: Judged, is_ban: bool, record: Record, telling: Telling
) -> list[tuple[dt.datetime, dt.datetime]]:
    """The times at which it was broken, each of which would be enough."""
    if judged.gaps:
        return list(judged.gaps)
    if is_ban:
        return [record.by_id[id].span for id in verdict.reports if id in record.by_id]
    if verdict.window is not None and verdict.window.latest is not None:
        due = last_instant(verdict.window.latest, telling.zone)
        return [(due, due)]
    return []


def _suspended(
    verdict: Verdict, when: Sequence[tuple[dt.datetime, dt.datetime]], times: Sequence[Suspension], telling: Telling
) -> Verdict:
    own = [one for one in times if one.by is None or one.by == verdict.bearer]  # nobody suspends another's duty
    if not when:
        return verdict
    each = []
    for first, last in when:
        touched = [one for one in own if _touches(one, first, last, telling)]
        if not touched:
            return verdict
        each.append(min(touched, key=_perhaps))
    deciding = max(each, key=_perhaps)
    if deciding.since is None:
        lacks = deciding.why.removeprefix(f"{NOT_YET}: ")
        why = f"{verdict.why} But #{deciding.provision} may have had it suspended: {lacks}"
        change = "A person's own judgement whether it was suspended then."
        return verdict.replace(verdict=Outcome.CANNOT_TELL, finding=None, why=why, would_change=change)
    had = "may have had" if _perhaps(deciding) else "had"
    until = f" until {telling.moment(deciding.until)}" if deciding.until else ""
    why = (
        f"{verdict.why} But #{deciding.provision} {had} it suspended from {telling.moment(deciding.since)}{until} "
        f"({deciding.occasion})."
    )
    change = f"A report from outside that time, or the withdrawal or correction of {deciding.occasion}."
    return verdict.replace(verdict=Outcome.CANNOT_TELL, finding=None, why=why, would_change=change)


def _perhaps(one: Suspension) -> bool:
    """Whether the text itself may have suspended, where that is in doubt; what others may do nobody may have done."""
    return one.state is SuspensionState.CANNOT_TELL and one.by is None


def _touches(one: Suspension, first: dt.datetime, last: dt.datetime, telling: Telling) -> bool:
    if one.since is None:
        return _perhaps(one)
    since = first_instant(one.since, telling.zone)
    return last >= since and (one.until is None or first <= one.until)
