"""The text held against what was reported: one verdict for each obligation, bearer and occasion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parley.model import (
    TEAM,
    Actor,
    Coverage,
    Effort,
    Framework,
    Label,
    Modality,
    Obligation,
    Outcome,
    Report,
    Shape,
    Trend,
    Verdict,
    Watch,
    first_instant,
)

from .bans import BanVerdict, Judged, coverage_of, judge_ban
from .coverage import relevant
from .deadlines import judge_deadline
from .matching import Doing, by_act, candidates, forbidden_act
from .names import Names
from .occasions import judge_occasion, occasions
from .places import PlaceRule, Places
from .standing import Known, Record, standing
from .trends import trends
from .truth import Truth
from .windows import bounds

_NOT_YET = "This sentence is not yet held against reports"


def watch(
    framework: Framework,
    shapes: Sequence[Shape],
    reports: Sequence[Report],
    effort: Sequence[Effort],
    as_of: dt.datetime,
    *,
    zone: dt.tzinfo = dt.UTC,
    open_labels: Iterable[str] = (),
    actors: Iterable[Actor] = (),
) -> Watch:
    """Every obligation of ``framework`` against the reports that were made by ``as_of``.

    ``shapes`` are the zones and lines of the annexes, ``effort`` what was watched. Times without a
    zone, days and weeks are of ``zone``. ``open_labels`` names brackets to be taken as still open
    although a text has them settled no more; ``actors`` adds names by which reports call the parties.
    The rules are those of ``docs/reference/watching.md``. Linear in the reports. Raises
    ``UnusableInput`` where two reports of one id contradict and neither corrects the other.
    """
    if as_of.tzinfo is None:
        as_of = as_of.replace(tzinfo=zone)
    reports = [
        one if one.reported.tzinfo else one.replace(reported=first_instant(one.reported, zone)) for one in reports
    ]
    names = Names(framework, actors)
    record = standing(reports, as_of, names, zone)
    room = _Room(framework, names, record, Places(framework, shapes, record.known, names, zone), effort, as_of, zone)
    labels = {one.audience for one in shapes} | {one.audience for one in reports} | {one.audience for one in effort}
    label = Label.union(labels) if labels else TEAM
    still_open = frozenset(open_labels)
    verdicts: list[Verdict] = []
    for obligation in framework.obligations:
        for bearer, judged in room.judge(obligation, _open(obligation, framework, still_open)):
            verdicts.append(_verdict(obligation, bearer, judged, label))
    return Watch(
        as_of=as_of,
        verdicts=tuple(verdicts),
        trends=tuple(room.trends()),
        coverage=tuple(dict.fromkeys(room.coverage)),
        notes=(*record.notes, *room.places.suspected(), *room.unheard()),
    )


def _open(obligation: Obligation, framework: Framework, still_open: frozenset[str]) -> list[str]:
    sentence = obligation.sentence
    inside = {
        bracket.label
        for bracket in framework.brackets
        if bracket.label in still_open and bracket.start < sentence.end and sentence.start < bracket.end
    }
    return sorted({*obligation.labels, *(label for label in inside if label)})


def _verdict(obligation: Obligation, bearer: str | None, judged: Judged, label: Label) -> Verdict:
    return Verdict(
        obligation=obligation.id,
        provision=obligation.provision,
        bearer=bearer,
        occasion=judged.occasion,
        verdict=judged.outcome,
        finding=judged.finding,
        window=judged.window,
        reports=judged.reports,
        why=judged.why,
        would_change=judged.would_change,
        audience=label,
    )


class _Room:
    """Everything that judging one obligation after another needs, and what it leaves behind for the totals."""

    def __init__(
        self,
        framework: Framework,
        names: Names,
        record: Record,
        places: Places,
        effort: Sequence[Effort],
        as_of: dt.datetime,
        zone: dt.tzinfo,
    ) -> None:
        self.framework, self.names, self.record, self.places = framework, names, record, places
        self.effort, self.as_of, self.zone = effort, as_of, zone
        self.index = by_act(record.known)
        self.coverage: list[Coverage] = []
        self._concerned: dict[str | None, dict[str, Known]] = {}
        self._effort_for: dict[str | None, dict[int, Effort]] = {}
        self._bans = [doing for one in framework.obligations for doing in self._doings_of_ban(one)]
        self._incidents: dict[str, Truth] | None = None

    def judge(self, obligation: Obligation, labels: Sequence[str]) -> Iterator[tuple[str | None, Judged]]:
        """One judgement for each bearer, and for each occasion; none for a permission."""
        if obligation.modality is not None and obligation.modality.value is Modality.MAY:
            return
        for bearer in _bearers(obligation):
            if labels:
                which = " and ".join(f"#{label}" for label in labels)
                verb = "brackets {} are" if len(labels) > 1 else "bracket {} is"
                why = f"The {verb.format(which)} still open, so what is owed is not settled."
                yield bearer, Judged(Outcome.CANNOT_TELL, why, "An agreement on that bracket.")
            elif forbidden_act(obligation) is not None:
                yield bearer, self._ban(obligation, bearer)
            else:
                yield from ((bearer, judged) for judged in self._duty(obligation, bearer))

    def _ban(self, obligation: Obligation, bearer: str | None) -> Judged:
        doing = self._doing(obligation, bearer)
        if isinstance(doing, str):
            return _not_yet(doing)
        verdict: BanVerdict = judge_ban(doing, candidates(self.index, doing), self.effort, self.as_of, self.zone)
        self._concern(obligation.provision, verdict.concerned)
        places = doing.place.names if doing.place else None
        seers = self._effort_for.setdefault(obligation.provision, {})
        seers.update({id(one): one for one in relevant(self.effort, places, doing.act)})
        if doing.place is not None:
            covered = coverage_of(obligation.provision, " or ".join(doing.place.where.of), verdict)
            self.coverage += [covered] if covered else []
        return verdict.judged

    def _duty(self, obligation: Obligation, bearer: str | None) -> list[Judged]:
        doing = self._doing(obligation, bearer)
        if isinstance(doing, str):
            return [_not_yet(doing)]
        window = obligation.window.value if obligation.window else None
        if window is not None and window.every is not None:
            return [_not_yet("duties that return at fixed times are not handled")]
        if doing.act == "resume":
            return [_not_yet("it presupposes a suspension, which reports are not yet read for")]
        if obligation.object is not None and obligation.object.value.text.casefold().split()[:1] in (["it"], ["them"]):
            return [_not_yet(f"what '{obligation.object.value.text}' stands for was not read")]
        if window is not None and window.within is not None:
            return self._occasions(doing)
        if obligation.trigger is not None:
            return [_not_yet(f"it hangs on '{obligation.trigger.words}' without a time for it")]
        if doing.window.end is None:
            return [_not_yet("it has no deadline that could be missed")]
        rows = candidates(self.index, doing)
        judged = judge_deadline(doing, rows, self.as_of)
        deciding = set(judged.reports)
        self._concern(obligation.provision, [entry for entry in rows if entry.id in deciding])
        return [judged]

    def _occasions(self, doing: Doing) -> list[Judged]:
        obligation = doing.obligation
        window = obligation.window
        assert window is not None
        assert window.value.within is not None
        found = occasions(obligation, self.framework, self.record, self.incidents)
        if isinstance(found, str):
            return [_not_yet(found)]
        judged = []
        for occasion in found:
            rows = (row for id in occasion.ids for row in self.record.follow_ups.get(self.record.by_id[id].root.id, ()))
            distinct = list({row.id: row for row in rows}.values())
            one = judge_occasion(doing, window.value.within, occasion, distinct, self.as_of)
            if one is not None:
                judged.append(one)
                self._concern(obligation.provision, [row for row in distinct if row.id in one.reports])
        if judged:
            return judged
        nothing = "Nothing that would set it off has been reported."
        return [Judged(Outcome.PENDING, nothing, "A report of what sets it off.", window=doing.window.interval)]

    @property
    def incidents(self) -> dict[str, Truth]:
        """How surely each report tells of something that a ban of the text forbids, whoever did it."""
        if self._incidents is None:
            self._incidents = {}
            whoever = {(one.obligation.id, one.place and one.place.chosen): one for one in self._bans}
            for doing in (replace(one, bearer=None) for one in whoever.values()):
                for entry in candidates(self.index, doing):
                    truth = doing.forbidden(entry)
                    if truth > self._incidents.get(entry.id, Truth.NO):
                        self._incidents[entry.id] = truth
        return self._incidents

    def _doings_of_ban(self, obligation: Obligation) -> Iterator[Doing]:
        if forbidden_act(obligation) is None or obligation.labels:
            return
        for bearer in _bearers(obligation):
            doing = self._doing(obligation, bearer)
            if not isinstance(doing, str) and doing.window.start is not None:
                yield doing

    def _doing(self, obligation: Obligation, bearer: str | None) -> Doing | str:
        """What has to be known to judge, or a clause that says what is missing."""
        if obligation.modality is None:
            return "whether it commands or forbids was not read"
        act = forbidden_act(obligation)
        if act is None and obligation.act is None:
            return "its act was not read"
        if act is not None and obligation.trigger is not None:
            return f"it hangs on '{obligation.trigger.words}'"
        window = bounds(obligation.window.value if obligation.window else None, self.framework.d_day, self.zone)
        if window.open is not None:
            return window.open
        place: PlaceRule | None = None
        if act is not None and obligation.place is not None:
            term = obligation.object.value.term if obligation.object else None
            rule = self.places.rule(obligation.place.value, bearer, term)
            if isinstance(rule, str):
                return rule
            place = rule
        duty = obligation.act.value if obligation.act else ""
        return Doing(obligation, act or duty, bearer, window, place, self.framework, self.names)

    def _concern(self, provision: str | None, entries: Iterable[Known]) -> None:
        self._concerned.setdefault(provision, {}).update({entry.id: entry for entry in entries})

    def trends(self) -> Iterator[Trend]:
        """For each provision that is a ban: its reports by week, with the effort that could have seen them."""
        for provision, seers in self._effort_for.items():
            concerned = self._concerned.get(provision, {}).values()
            yield from trends(provision, concerned, list(seers.values()), self.as_of, self.zone)

    def unheard(self) -> list[str]:
        """Reports that count but are about no obligation that was judged."""
        heard = {id for rows in self._concerned.values() for id in rows}
        rest = [entry.id for entry in self.record.known if entry.id not in heard]
        if not rest:
            return []
        counted = "1 report decides" if len(rest) == 1 else f"{len(rest)} reports decide"
        shown = ", ".join(rest[:10]) + (" …" if len(rest) > 10 else "")
        return [f"{counted} nothing about any obligation that was judged: {shown}."]


def _bearers(obligation: Obligation) -> tuple[str | None, ...]:
    """Who bears it; a passive sentence without a bearer is judged once, for whoever does the act."""
    return obligation.bearer.value if obligation.bearer and obligation.bearer.value else (None,)


def _not_yet(why: str) -> Judged:
    return Judged(Outcome.CANNOT_TELL, f"{_NOT_YET}: {why}.", "A reading of it that reports can be held against.")
