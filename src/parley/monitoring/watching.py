"""The text held against what was reported: one verdict for each obligation, bearer and occasion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from parley.model import (
    TEAM,
    Actor,
    Effort,
    Framework,
    Label,
    Obligation,
    Report,
    Shape,
    Suspension,
    Verdict,
    Watch,
    first_instant,
)

from .bans import Judged
from .bulk import uncollected
from .coverage import unknown_effort
from .failing import Failing
from .filled import filled_in
from .inbulk import LargeRoom
from .judging import Room
from .land import Land
from .ledger import Ledger
from .named_place import named_places
from .names import Names
from .places import Places
from .remedies import with_remedies
from .rows import Unread
from .standing import few, standing
from .suspended import with_suspensions
from .suspending import Suspending
from .suspensive import conditional, not_understood, suspending
from .table import ReportTable
from .terms import gives_term
from .unread import with_unread
from .zone_words import ZoneWords

MANY = 5_000
"""From so many reports on they are judged as columns: the verdicts are the same, and take a fraction of the time."""


@uncollected()
def watch(
    framework: Framework,
    shapes: Sequence[Shape],
    reports: Sequence[Report] | ReportTable,
    effort: Sequence[Effort],
    as_of: dt.datetime,
    *,
    zone: dt.tzinfo = dt.UTC,
    open_labels: Iterable[str] = (),
    actors: Iterable[Actor] = (),
    regions: Sequence[Shape] = (),
    with_trends: bool = True,
    unread: Sequence[Unread] = (),
    names: Names | None = None,
) -> Watch:
    """Every obligation of ``framework`` against the reports that were made by ``as_of``.

    ``shapes`` are the zones and lines of the annexes, ``effort`` what was watched. Times without a
    zone, days and weeks are of ``zone``. ``open_labels`` names brackets to be taken as still open
    although a text has them settled no more; ``actors`` adds names by which reports call the parties,
    ``regions`` are drawn for trends to be told by, of which none are made without ``with_trends``.
    ``unread`` are rows of the input that gave no report: see :mod:`.unread`. Who holds one text against reports again
    and again, with the same ``actors``, looks its ``names`` up once.
    The rules are those of ``docs/reference/watching.md``. Linear in the reports. Raises
    ``UnusableInput`` where two reports of one id contradict and neither corrects the other.
    """
    if as_of.tzinfo is None:
        as_of = as_of.replace(tzinfo=zone)
    framework, open_labels = filled_in(framework, shapes), frozenset(open_labels)
    named = names or Names(framework, actors)

    zones = ZoneWords(framework, shapes)

    def held(rows: Sequence[Report] | ReportTable, *, trends: bool = False) -> Watch:
        rows = zones.without(rows)
        return _held(framework, shapes, rows, effort, as_of, zone, open_labels, named, regions, trends)

    plain = held(reports, trends=with_trends)
    return with_unread(plain, held, reports, unread, framework, as_of) if unread else plain


def _held(
    framework: Framework,
    shapes: Sequence[Shape],
    reports: Sequence[Report] | ReportTable,
    effort: Sequence[Effort],
    as_of: dt.datetime,
    zone: dt.tzinfo,
    open_labels: frozenset[str],
    names: Names,
    regions: Sequence[Shape],
    with_trends: bool,
) -> Watch:
    """What :func:`watch` gives for the reports alone."""
    labels = {one.audience for one in shapes} | {one.audience for one in effort}
    room: Room
    if isinstance(reports, ReportTable) or len(reports) >= MANY:
        if isinstance(reports, ReportTable):
            ledger = Ledger(reports, as_of, names, zone)
            labels |= reports.labels
        else:
            reports = _in_zone(reports, zone)
            ledger = Ledger(ReportTable.of(reports, zone), as_of, names, zone, reports)
            labels |= {one.audience for one in reports}
        room = LargeRoom(framework, names, ledger, Places(framework, shapes, (), names, zone), effort, as_of, zone)
    else:
        reports = _in_zone(reports, zone)
        labels |= {one.audience for one in reports}
        record = standing(reports, as_of, names, zone)
        places = Places(framework, shapes, record.known, names, zone)
        room = Room(framework, names, record, places, effort, as_of, zone)
    room.land, room.meanings.named = Land(regions), named_places(framework, shapes, reports)
    label = Label.union(labels) if labels else TEAM
    told = [
        (_verdict(obligation, bearer, judged, label), judged)
        for obligation in framework.obligations
        for bearer, judged in room.judge(obligation, _open(obligation, framework, open_labels))
    ]
    verdicts = [verdict for verdict, _ in told]
    suspensions: tuple[Suspension, ...] = ()
    if suspending(framework) or not_understood(framework) or conditional(framework):
        grounds = room.occasions, room.bans_not_held
        failing = Failing(framework, names, room.record, told, room.telling)
        suspensions = tuple(Suspending(framework, names, room.record, *grounds, failing, room.telling).all())
        verdicts = with_suspensions(told, suspensions, framework, room.record, room.telling)
    return Watch(
        as_of=as_of,
        verdicts=tuple(with_remedies(verdicts, framework, names)),
        suspensions=suspensions,
        trends=tuple(room.trends()) if with_trends else (),
        coverage=tuple(dict.fromkeys(room.coverage)),
        notes=(
            *_unread(framework, zone),
            *unknown_effort(effort, framework, (*shapes, *regions)),
            *room.places.notes(),
            *few(room.notes()),
            *room.unheard(),
        ),
    )


def _unread(framework: Framework, zone: dt.tzinfo) -> list[str]:
    """The note on sentences that were not read: no verdict is of them. A term is held, however its sentence is read."""
    rest = [one for one in framework.sentences if one.operative and one.reading is None]
    rest = [one for one in rest if not gives_term(one, framework, zone)]
    if not rest:
        return []
    where = list(dict.fromkeys(f"#{one.provision}" if one.provision else "one without a number" for one in rest))
    shown = ", ".join(where[:10]) + (" …" if len(where) > 10 else "")
    if len(rest) == 1:
        return [f"1 operative sentence was not read, and no verdict is of what it says: {shown}."]
    return [f"{len(rest)} operative sentences were not read, and no verdict is of what they say: {shown}."]


def _in_zone(reports: Sequence[Report], zone: dt.tzinfo) -> list[Report]:
    return [one if one.reported.tzinfo else one.replace(reported=first_instant(one.reported, zone)) for one in reports]


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
