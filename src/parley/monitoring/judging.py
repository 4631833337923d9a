"""One obligation after another, judged by the judge that its form asks for, over the reports that count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

from parley.model import Coverage, Duration, Effort, Framework, Modality, Obligation, Outcome, Trend
from parley.text import patterns as re

from .access import owed_by_parties
from .acting import act_covers_report
from .acts import act_of
from .ahead import coming, comings, is_ahead, judge_ahead
from .alike import Kinds, by_kind, candidates
from .bans import BanVerdict, Judged, Listed, Suspects, coverage_of, judge_ban
from .conditions import with_conditions
from .counting import counted, only_once
from .coverage import relevant
from .dated import other_days
from .deadlines import Rows, Several, Shown, ShownRows, judge_deadline
from .doers import asked, bearers
from .forbidden import Forbidden
from .forbids import forbidden_act, limit_of
from .happened_at import there
from .holding import Happenings
from .land import Land
from .lapsing import TOLD, Lapsing
from .lasting import is_lasting, judge_lasting, tells_of
from .limits import judge_limit
from .matching import Doing, whenever
from .meaning import Meanings, who_is
from .names import Names
from .notyet import NotYet
from .occasions import NOTHING_SET_OFF, Cause, Occasion, articles_broken, cause, occasions
from .owed import facts_owed, judge_occasion
from .places import Places
from .plainly import at_most_there
from .refusing import unless_refused
from .requests import answered, is_on_request, refused
from .returning import judge_returning
from .roles import of_a_role, role_of
from .standing import Known, Record
from .telling import Telling, events, unheard_note
from .trends import RECORDED, first_days_of, happenings_of, trends
from .truth import YES, Truth, all_of
from .unheld import NO_DEADLINE, is_unlisted, unheld, unheld_ban
from .unlinked import Unlinked
from .whereabouts import with_those_left

_AT_LEAST = re.compile(r"\b(?:no|not)\s+(?:fewer|less)\s+than\b", re.I)
NOT_YET = "Not held against reports yet"


class Room:
    """Everything that judging one obligation after another needs, and what it leaves behind for the totals."""

    def __init__(
        self,
        framework: Framework,
        names: Names,
        record: Record | None,
        places: Places,
        effort: Sequence[Effort],
        as_of: dt.datetime,
        zone: dt.tzinfo,
    ) -> None:
        self.framework, self.names, self._record, self.places = framework, names, record, places
        self.effort, self.as_of, self.zone = effort, as_of, zone
        self.coverage: list[Coverage] = []
        self._concerned: dict[str | None, dict[str, Known]] = {}
        self.effort_for: dict[str | None, dict[int, Effort]] = {}
        self.followed: dict[str | None, list[Doing]] = {}
        self.land = Land(())
        """The regions by which trends are told."""
        self.meanings = Meanings(framework, names, places, as_of, zone, lambda: self.lapsing, self.of_acts)
        self.telling = Telling(names, zone, as_of)

    def judge(self, obligation: Obligation, labels: Sequence[str]) -> Iterator[tuple[str | None, Judged]]:
        """One judgement for each bearer, and for each occasion; none for a permission."""
        obligation = at_most_there(owed_by_parties(obligation, self.framework))
        act = forbidden_act(obligation)
        if act is None and obligation.modality and obligation.modality.value is Modality.MAY:
            return
        for bearer in self._bearers(obligation):
            if labels:
                which = " and ".join(f"#{label}" for label in labels)
                verb = "brackets {} are" if len(labels) > 1 else "bracket {} is"
                why = f"The {verb.format(which)} still open, so what is owed is not settled."
                yield bearer, Judged(Outcome.CANNOT_TELL, why, f"What the parties settle on for {which}.")
            elif act is not None:
                yield bearer, self._ban(obligation, bearer)
            else:
                yield from ((bearer, judged) for judged in self._duty(obligation, bearer))

    def _bearers(self, obligation: Obligation) -> Iterator[str | None]:
        """Who bears it: who is meant by a role ("the Party notified") may be any party, each time another."""
        within = obligation.window is not None and obligation.window.value.within is not None
        for bearer in bearers(obligation):
            if within and of_a_role(bearer, self.names) and role_of(obligation) is not None:
                yield from (party.id for party in self.framework.parties)
            else:
                yield bearer

    @cached_property
    def _forbidden(self) -> Forbidden:
        bans = [doing for one in self.framework.obligations for doing in self._doings_of_ban(one)]
        return Forbidden(bans, self.suspects, self.framework, self.names)

    @cached_property
    def lapsing(self) -> Lapsing:
        """Until when the text holds."""
        return Lapsing(self.framework, self.of_acts(TOLD), self.names, self.telling)

    def of_acts(self, acts: frozenset[str]) -> list[Known]:
        """The reports of these acts of the lexicon, or in these words."""
        said = ((entry, entry.report.act) for entry in self.record.known)
        return [entry for entry, act in said if act is not None and (act_of(act) or act.casefold()) in acts]

    @property
    def record(self) -> Record:
        assert self._record is not None
        return self._record

    @cached_property
    def kinds(self) -> Kinds:
        return by_kind(self.record.known)

    def notes(self) -> list[str]:
        return [*self.record.notes, *self.places.suspected()]

    def suspects(self, doing: Doing) -> Suspects:
        return Listed(doing.suspects(self.kinds))

    def candidates(self, doing: Doing) -> list[Known]:
        """The reports that can show a duty done, and perhaps others."""
        return candidates(self.kinds, doing)

    def of_kinds(self, doing: Doing, telling: Callable[[Doing, Known], Truth]) -> list[Known]:
        """The reports of the kinds of which one may tell of it, in their order."""
        known = self.names.alike[telling, doing.obligation.id, doing.key]
        for kind, rows in self.kinds.items():
            if kind not in known:
                known[kind] = telling(doing, rows[0])
        found = [entry for kind, rows in self.kinds.items() if known[kind] is not Truth.NO for entry in rows]
        return sorted(found, key=lambda entry: entry.number)

    def shown(self, doing: Doing) -> Shown:
        """What shows a duty done that has a deadline."""
        return ShownRows(doing, self.candidates(doing))

    def _ban(self, obligation: Obligation, bearer: str | None) -> Judged:
        doing = self.meanings.doing(obligation, bearer)
        if isinstance(doing, NotYet):
            return _not_yet(doing)
        why = unheld_ban(obligation)
        if why is not None and not (is_unlisted(obligation) and self._is_broken(doing)):
            return _not_yet(why)
        verdict: BanVerdict
        if limit_of(obligation) is not None:
            verdict = judge_limit(doing, self.suspects(doing), self.effort, self.as_of, self.zone)
        else:
            verdict = judge_ban(doing, lambda: self.suspects(doing), self.effort, self.as_of, self.zone)
            self.followed.setdefault(obligation.provision, []).append(doing)
        self.suspect(obligation.provision, verdict.concerned)
        if doing.exception is not None and doing.exception.announced is not None:
            self.concern(obligation.provision, doing.exception.announced.notices)
        seers = self.effort_for.setdefault(obligation.provision, {})
        seers.update({id(one): one for one in relevant(self.effort, doing.seen_at, doing.act)})
        if doing.place is not None:
            covered = coverage_of(obligation.provision, " or ".join(doing.place.where.of), verdict)
            self.coverage += [covered] if covered else []
        return self._with_its_end(doing, verdict.judged)

    def _is_broken(self, ban: Doing) -> bool:
        """Whether reports surely tell of what is banned, though they could tell of it in words that nobody knows."""
        judged = judge_ban(ban, lambda: self.suspects(ban), self.effort, self.as_of, self.zone).judged
        return judged.outcome is Outcome.BREACHED

    def _with_its_end(self, doing: Doing, judged: Judged) -> Judged:
        """The judgement with the last day on which what is judged holds, or with what became of its term."""
        provision = doing.obligation.provision
        held = self.lapsing.held(provision)
        own = held is None or held.until != doing.window.end
        until = self.telling.until(doing.window) if own else ""
        return replace(judged, why=f"{judged.why}{until}{self.lapsing.told(provision)}")

    def _duty(self, obligation: Obligation, bearer: str | None) -> list[Judged]:
        doing = self.meanings.doing(obligation, bearer)
        if isinstance(doing, NotYet):
            return [_not_yet(doing)]
        window = obligation.window.value if obligation.window else None
        not_yet = unheld(doing)
        if not_yet is not None:
            return [self._told_anyway(doing, not_yet)]
        if is_lasting(obligation):
            return [self._with_its_end(doing, _unless_excepted(doing, self._lasting(doing)))]
        if is_ahead(obligation):
            return [_unless_excepted(doing, judged) for judged in self._ahead(doing)]
        if window is not None and window.within is not None:
            return [_unless_excepted(doing, judged) for judged in self._occasions(doing, window.within)]
        if window is not None and window.every is not None:
            rows = self.candidates(doing)
            judged = judge_returning(doing, rows, window.every, self.as_of, self.zone)
            if doing.is_of_access:
                failed = self.of_kinds(doing, tells_of)
                judged = unless_refused(doing, judged, failed, self.effort, self.as_of, self.zone)
                rows = [*rows, *failed]
            told: Several = Rows(rows)
        else:
            others = other_days(doing, self.framework, partial(self.meanings.bounds, of_the_day=False))
            doing = replace(doing, other_days=others) if others else doing
            shown = self.shown(doing)
            judged = judge_deadline(doing, shown, self.as_of, self.zone)
            told = shown.all()
            deciding = told.of(judged.reports).events()
            judged, seen = with_those_left(doing, judged, deciding, self.suspects, self.telling)
            self.concern(obligation.provision, seen)
        self.decided(obligation.provision, told.of(judged.reports))
        return [_unless_excepted(doing, judged)]

    def _lasting(self, doing: Doing) -> Judged:
        reports = self.of_kinds(doing, tells_of)
        self.concern(doing.obligation.provision, reports)
        return judge_lasting(doing, reports, self.effort, self.as_of, self.zone)

    def _told_anyway(self, doing: Doing, not_yet: NotYet) -> Judged:
        """What is not held against reports, with what they tell of it: that it was done, where nothing says by when;
        that it failed, where it had to be kept on a condition.
        """
        judged, trigger = _not_yet(not_yet), doing.obligation.trigger
        at_all = replace(doing, obligation=doing.obligation.replace(trigger=None))
        if trigger is not None and is_lasting(at_all.obligation):
            failed = self._lasting(at_all)
            if failed.outcome is Outcome.BREACHED:
                condition = " ".join(trigger.words.split())
                why = f"{failed.why} But it hangs on '{condition}', of which reports do not tell."
                return replace(judged, why=why, reports=failed.reports)
        if not_yet is NO_DEADLINE:
            done = (entry for entry, _ in self.shown(doing).done())
            sure = [one for one in done if {doing.act_fact(one), doing.thing_fact(one.report.object)} == {YES}]
            self.concern(doing.obligation.provision, sure)
            if sure:
                told = self.telling.some(events(sure))
                ids = tuple(one.id for one in sure)
                return replace(judged, why=f"{judged.why} What is told of it: {told}.", reports=ids)
        return judged

    def _occasions(self, doing: Doing, within: Duration) -> list[Judged]:
        found = self._set_off(doing)
        if isinstance(found, NotYet):
            return [_not_yet(found)]
        judged = []
        unlinked = Unlinked(doing, self.candidates(doing) if found else (), self.record)
        for occasion in found:
            roots = dict.fromkeys(entry.root.id for entry in (*occasion.entries, *occasion.others))
            rows = {row.id: row for root in roots for row in self.record.follow_ups.get(root, ())}
            one = judge_occasion(doing, within, occasion, rows.values(), unlinked.within, self.as_of, self.zone)
            if one is not None:
                judged.append(one)
                about = [rows.get(id) or unlinked.by_id.get(id) for id in one.reports]
                told = (*occasion.entries, *(entry for entry in about if entry is not None))
                self.concern(doing.obligation.provision, told)
        if is_on_request(doing.obligation):
            refusals = refused(doing, within, self.record, self.telling)
            if refusals is not None:
                self.concern(doing.obligation.provision, [self.record.by_id[id] for id in refusals.reports])
                judged.append(refusals)
        if not judged and (untold := answered(doing, self.candidates(doing), self.telling)) is not None:
            self.concern(doing.obligation.provision, [self.record.by_id[id] for id in untold.reports])
            judged.append(untold)
        if judged:
            return judged
        if (stranger := self._owed_by_nobody_known(doing, found) or self._perhaps_set_off(doing)) is not None:
            return [_not_yet(stranger)]
        return [Judged(Outcome.PENDING, NOTHING_SET_OFF, "A report of what sets it off.", window=doing.window.interval)]

    def _owed_by_nobody_known(self, doing: Doing, found: Sequence[Occasion]) -> NotYet | None:
        """That a duty would be owed, were it known whose it is: of a stranger to the text reports tell nothing."""
        if doing.bearer is None or self.names.knows(doing.bearer):
            return None
        anybodys = replace(doing, bearer=None)
        owed = any(all_of(facts_owed(anybodys, one)) is not Truth.NO for one in found)
        return who_is(doing.bearer) if owed else None

    def _perhaps_set_off(self, doing: Doing) -> NotYet | None:
        """That a duty which a breach sets off hangs on a ban that is not held, and of whose act a report tells."""
        sort = cause(doing.obligation, self.framework)
        if isinstance(sort, NotYet) or sort[0] is Cause.ACT:
            return None
        named, finding = articles_broken(doing.obligation, self.framework), sort[0] is Cause.FINDING
        own = asked(doing.obligation, self.framework).own is Truth.YES
        for ban, why in self.bans_not_held:
            act = forbidden_act(ban)
            if act is None or (named and ban.provision not in named):
                continue
            for row in self.record.known:
                whose = (doing.bearer,) if own else bearers(ban)
                did = any(who is None or self.names.did(row.report.actor, who).truth is not Truth.NO for who in whose)
                if did and (row.found or not finding) and act_covers_report(act, row) is Truth.YES:
                    which = f"#{ban.provision}" if ban.provision else "a ban of the text"
                    told = f"whether {row.id} set it off hangs on {which}, which is not held against reports: {why.why}"
                    return NotYet(told, why.bring)
        return None

    def _ahead(self, doing: Doing) -> list[Judged]:
        what = coming(doing.obligation, self.framework)
        if isinstance(what, NotYet):
            return [_not_yet(what)]
        came = comings(what, doing, self.record, self.places)
        if isinstance(came, NotYet):
            return [_not_yet(came)]
        judged = judge_ahead(doing, what, came, self.candidates(doing), self.as_of, self.zone)
        for one in judged:
            self.concern(doing.obligation.provision, [self.record.by_id[id] for id in one.reports])
        nothing = Judged(Outcome.PENDING, NOTHING_SET_OFF, "A report of what has to be told of before.")
        return judged or [replace(nothing, window=doing.window.interval)]

    def _set_off(self, doing: Doing) -> list[Occasion] | NotYet:
        """What has set the duty off; of so many in a time each is looked at by itself, and then they are counted."""
        obligation, trigger = doing.obligation, doing.obligation.trigger
        if trigger is None or trigger.value.count is None:
            return self.occasions(obligation)
        single = trigger.value.replace(count=None, period=None)
        words = _AT_LEAST.sub("at least", trigger.words)
        plain = obligation.replace(trigger=trigger.replace(words=words, value=single))
        found = self.occasions(plain)
        if isinstance(found, NotYet):
            return found
        owed = [(one, facts_owed(doing, one)) for one in found]
        happened = [
            replace(one, doubts=tuple(fact for fact in facts if fact.truth is Truth.UNKNOWN))
            for one, facts in owed
            if all_of(facts) is not Truth.NO
        ]
        return only_once(obligation, counted(happened, trigger.value.count, trigger.value.period))

    def occasions(self, obligation: Obligation) -> list[Occasion] | NotYet:
        """What set a duty off, or suspends something, by itself."""
        incidents = self._forbidden.incidents(obligation)
        found = occasions(obligation, self.framework, self.record, incidents, self.names)
        if isinstance(found, NotYet):
            return found
        found = with_conditions(found, obligation, self.framework, self.names)
        return there(found, obligation, self.places, self.framework, self.names, self.zone)

    def _doings_of_ban(self, obligation: Obligation) -> Iterator[Doing]:
        if forbidden_act(obligation) is None or obligation.labels or limit_of(obligation) is not None:
            return  # one of so many that are allowed is no incident
        for bearer in bearers(obligation):
            doing = self.meanings.doing(obligation, bearer)
            if not isinstance(doing, NotYet) and doing.window.start is not None:
                yield doing

    @cached_property
    def bans_not_held(self) -> list[tuple[Obligation, NotYet]]:
        """The bans that are not held against reports, each with why."""
        bans = [one for one in self.framework.obligations if forbidden_act(one) is not None]
        told = [(one, self.meanings.doing(one, bearer)) for one in bans for bearer in bearers(one)]
        return [(one, why) for one, why in told if isinstance(why, NotYet)]

    def suspect(self, provision: str | None, suspects: Suspects | None) -> None:
        if isinstance(suspects, Listed):
            self.concern(provision, [entry for entry, _ in suspects.rows])

    def concern(self, provision: str | None, entries: Iterable[Known]) -> None:
        self._concerned.setdefault(provision, {}).update({entry.id: entry for entry in entries})

    def decided(self, provision: str | None, several: Several) -> None:
        """These reports decided something."""
        if isinstance(several, Rows):
            self.concern(provision, several.entries)

    def trends(self) -> Iterator[Trend]:
        """Whether it is holding, by provision and claimant."""
        return trends(self)

    def happenings(self, doings: Sequence[Doing]) -> list[Happenings]:
        found: tuple[dict[int, Known], dict[int, Known]] = ({}, {})
        for one in doings:
            for entry, _ in self.suspects(whenever(one)).pairs():
                found[one.act_fact(entry).truth is Truth.YES][entry.number] = entry
        return happenings_of(found[True].values(), self.zone, self.land, found[False].values())

    def recorded(self) -> list[Happenings]:
        return happenings_of((one for one in self.record.known if one.report.act == RECORDED), self.zone, self.land)

    def tallies(self) -> list[Known]:
        return [entry for entry in self.record.known if entry.report.tally is not None]

    def first_days(self) -> dict[str | None, int]:
        return first_days_of(self.record.known, self.zone)

    def unheard(self) -> list[str]:
        """Reports that count but are about no obligation that was judged."""
        heard: set[str] = set()
        for rows in self._concerned.values():
            for entry in rows.values():
                heard.update((entry.id, *(one.id for one in (*entry.found, *entry.denials))))
        heard |= {entry.id for entry in self.lapsing.heard}
        rest = [entry.id for entry in self.record.known if entry.id not in heard]
        return unheard_note(rest[:10], len(rest))


def _not_yet(reason: NotYet) -> Judged:
    return Judged(Outcome.CANNOT_TELL, f"{NOT_YET}: {reason.why}.", reason.bring)


def _unless_excepted(doing: Doing, judged: Judged) -> Judged:
    """A duty that seems broken, and whose sentence excepts cases: nobody can tell until a body finds it broken."""
    exception = doing.exception
    broken = judged.outcome in (Outcome.OVERDUE, Outcome.BREACHED) and judged.finding != "found"
    if exception is None or not broken:
        return judged
    return replace(
        judged,
        outcome=Outcome.CANNOT_TELL,
        finding=None,
        why=f"{judged.why} But nobody found whether it falls under '{exception.told}'.",
        would_change=f"A finding whether it falls under '{exception.told}'.",
    )
