"""What became of each incident: notice, reply, inquiry, finding, remedy, and the text's own clocks on them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

import numpy as np

from parley.model import (
    Actor,
    Framework,
    IncidentLife,
    Label,
    Life,
    LifeClock,
    LifeStep,
    Report,
    Stage,
    Verdict,
    Watch,
    first_instant,
    last_instant,
)
from parley.text import act_covers
from parley.text.acts import acts_meet

from .acts import act_of
from .bearing import bearing, denies, said
from .bulk import uncollected
from .correcting import contests
from .ledger import Ledger
from .names import Names
from .replies import is_reply
from .standing import Known, Record, standing
from .table import ReportTable

_NOTICES = frozenset({"notify", "report"})
_INQUIRIES = ("investigate", "verify", "inspect", "monitor")
_REMEDIES = ("remedy", "repair", "compensate", "investigate-and-punish")


@uncollected()
def lives(
    framework: Framework,
    reports: Sequence[Report] | ReportTable,
    watch: Watch,
    *,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
) -> tuple[IncidentLife, ...]:
    """The life of every incident about which something was told by ``watch.as_of``, or on which a clock runs.

    ``watch`` is what holding the same reports against the text gave: the clocks are its verdicts on duties that
    something sets off. Linear in the reports that are about another, and in those verdicts.
    """
    names = Names(framework, actors)
    clocks: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in watch.verdicts:
        if verdict.occasion is not None:
            clocks[verdict.occasion].append(verdict)
    concerned, record = _standing(reports, clocks.keys(), watch.as_of, names, zone)
    by_id: dict[str, list[tuple[int, Report]]] = defaultdict(list)
    for place, report in enumerate(concerned):
        by_id[report.id].append((place, report))
    roots = [one for one in record.known if one.report.about is None and one.same_as is None]
    return tuple(
        _life(root, record, clocks, names, _versions(root.id, record, by_id))
        for root in roots
        if root.id in record.follow_ups or root.id in clocks
    )


def _standing(
    reports: Sequence[Report] | ReportTable, clocked: Set[str], as_of: dt.datetime, names: Names, zone: dt.tzinfo
) -> tuple[Sequence[Report], Record]:
    """The reports that lives are made of, and what of them counts."""
    if isinstance(reports, ReportTable):
        table = _of_table(reports, clocked)
        values = table.values(np.arange(len(table)))
        return values, Ledger(table, as_of, names, zone, values).record
    told = {one.about for one in reports if one.about is not None} | clocked
    some = [one for one in reports if one.about is not None or one.id in told or one.corrects in told]
    known = [one if one.reported.tzinfo else one.replace(reported=first_instant(one.reported, zone)) for one in some]
    return some, standing(known, as_of, names, zone)


def _of_table(reports: ReportTable, clocked: Set[str]) -> ReportTable:
    """The reports about another, those that they are about or on which a clock runs, and what corrects these."""
    about = reports.words["about"]
    told = {*about.values, *clocked}
    chosen = about.codes >= 0
    for name in ("id", "corrects"):
        chosen |= reports.words[name].among(told)
    return reports.take(chosen)


def _life(
    root: Known, record: Record, clocks: Mapping[str, list[Verdict]], names: Names, versions: tuple[str, ...]
) -> IncidentLife:
    after = _followed(root, record)
    steps = [_step(entry.report, root, names) for entry in after]
    bodies = [one.found_by for one in root.found if one.found_by]
    ids = [root.id, *(entry.id for entry in after)]
    labels = {root.report.audience, *(entry.report.audience for entry in after)}
    return IncidentLife.checked(
        incident=root.id,
        life=_stands(root, steps),
        found_by=tuple(dict.fromkeys(map(names.shown, bodies))),
        steps=tuple(sorted(steps, key=lambda step: (step.told, step.report))),
        clocks=tuple(_clock(verdict) for id in ids for verdict in clocks.get(id, ())),
        versions=versions,
        audience=labels.pop() if len(labels) == 1 else Label.union(labels),
    )


def _followed(root: Known, record: Record) -> list[Known]:
    """Everything told about the incident, and about what was told about it, each once."""
    found: dict[str, Known] = {}
    waiting = [root]
    while waiting:
        for entry in record.follow_ups.get(waiting.pop().id, ()):
            if entry.id not in found and entry is not root:
                found[entry.id] = entry
                waiting.append(entry)
    return list(found.values())


def _step(report: Report, root: Known, names: Names) -> LifeStep:
    by_body = names.is_body(report.found_by)
    words = report.act or ""
    act = words if is_reply(words) else act_of(words) or words
    stage = _stage(report, act, root, names, by_body)
    by = report.found_by if by_body else _made_by(report, act, stage, root, names)
    remedied = stage is Stage.REMEDY and not _is_case(act, _REMEDIES)  # by no body that it names
    return LifeStep.checked(
        stage=stage,
        report=report.id,
        told=report.reported,
        by=None if by is None else names.shown(by),
        established=by_body or (names.is_body(by) and not remedied),
    )


def _made_by(report: Report, act: str, stage: Stage, root: Known, names: Names) -> str | None:
    """Who took the step: who did what the report tells of; where it tells of the incident itself once more, or denies
    it, or says that another did it, who says so.
    """
    bears = bearing(said(report), said(root.report), names, contests(report))
    of_its_stage = {Stage.REMEDY: _REMEDIES, Stage.INQUIRY: _INQUIRIES}.get(stage)
    same = (
        bears.against or bears.alike or (stage is Stage.OTHER and acts_meet(act, act_of(root.report.act or "") or ""))
    )
    if same or report.act is None or (of_its_stage is not None and not _is_case(act, of_its_stage)):
        return report.claimant or report.actor
    return report.actor or report.claimant


def _stage(report: Report, act: str, root: Known, names: Names, by_body: bool) -> Stage:
    """What a report is of the life; a denial, and a notice of the accused, are its reply."""
    if by_body and report.life in (Life.FOUND, Life.REMEDIED):
        return Stage.REMEDY if report.life is Life.REMEDIED else Stage.FINDING
    if report.life is Life.REMEDIED or _is_case(act, _REMEDIES):
        return Stage.REMEDY
    if denies(report) or is_reply(act):
        return Stage.REPLY
    if act in _NOTICES:
        accused = names.same(report.actor or report.claimant, root.report.actor)
        return Stage.REPLY if accused else Stage.NOTICE
    if report.life is Life.UNDER_INQUIRY or _is_case(act, _INQUIRIES):
        return Stage.INQUIRY
    return Stage.OTHER


@lru_cache(maxsize=4_096)
def _is_case(act: str, of: tuple[str, ...]) -> bool:
    return any(act_covers(each, act) for each in of)


def _stands(root: Known, steps: Sequence[LifeStep]) -> Life:
    """How far the incident has come: found and remedied by a body of the text alone."""
    if any(step.stage is Stage.REMEDY and step.established for step in steps) or any(
        one.life is Life.REMEDIED for one in root.found
    ):
        return Life.REMEDIED
    if root.found:
        return Life.FOUND
    inquired = any(step.stage is Stage.INQUIRY for step in steps) or root.report.life is Life.UNDER_INQUIRY
    return Life.UNDER_INQUIRY if inquired else Life.ALLEGED


def _clock(verdict: Verdict) -> LifeClock:
    window = verdict.window
    assert verdict.occasion is not None
    return LifeClock(
        obligation=verdict.obligation,
        provision=verdict.provision,
        bearer=verdict.bearer,
        after=verdict.occasion,
        since=first_instant(window.earliest) if window and window.earliest else None,
        due=last_instant(window.latest) if window and window.latest else None,
        verdict=verdict.verdict,
        why=verdict.why,
    )


def _versions(incident: str, record: Record, by_id: Mapping[str, Sequence[tuple[int, Report]]]) -> tuple[str, ...]:
    """Where the incident, and what it corrects, was told, in the order in which it was."""
    ids = {incident, *record.by_id[incident].replaces}
    told = sorted((one.reported, place, one) for id in ids for place, one in by_id.get(id, ()))
    how = {Life.WITHDRAWN: "withdrawn"}
    return tuple(
        f"{one.id}, {how.get(one.life, 'corrected' if place else 'told')} ({one.origin})"
        for place, (_, _, one) in enumerate(told)
    )
