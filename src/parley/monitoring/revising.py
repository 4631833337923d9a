"""Late and corrected reports revise verdicts: how each stood before such a report came, and since."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from parley.model import (
    Actor,
    Effort,
    Framework,
    Life,
    Report,
    Revision,
    Shape,
    Stood,
    Verdict,
    Watch,
    first_instant,
    last_instant,
)

from .bearing import says_no
from .names import Names
from .rows import Unread
from .table import LIVES, ReportTable, instant_of
from .watching import MANY, watch

MOST = 8
"""So many times at which such reports came are looked at, the last ones: for each the text is judged twice."""
_MUCH = 1_000_000
"""Of many reports only so many times are looked at that the reports, each against each obligation, are no more."""
TOO_MUCH = (
    "What late reports made of verdicts is not told of so many reports and obligations: ask --as-of earlier times."
)

Rows = Sequence[Report] | ReportTable


def revisions(
    framework: Framework,
    shapes: Sequence[Shape],
    reports: Rows,
    effort: Sequence[Effort],
    now: Watch,
    *,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
    since: dt.datetime | None = None,
    unread: Sequence[Unread] = (),
) -> tuple[tuple[Revision, ...], tuple[str, ...]]:
    """What reports that came late, or that correct, withdraw or deny another, made of verdicts; and a note on the rest.

    Only those that came after ``since``, if it is given.

    Late is a report that was made on a later day of ``zone`` than what it tells of, if a verdict of ``now`` rests on
    it, or one may have before it was taken back. The text is held against what was known without it, and with it, as of
    the same instant.
    """
    most = MOST
    if len(reports) >= MANY:
        most = min(MOST, _MUCH // (len(reports) * max(1, len(framework.obligations))))
    if not most:
        return (), (TOO_MUCH,)
    times: dict[dt.datetime, list[str]] = defaultdict(list)
    for at, one in _revising(reports, now, zone, since):
        if at not in times and len(times) > most:
            break
        times[at].append(one.id)
    names = Names(framework, actors)

    def judged(rows: Rows, at: dt.datetime) -> Watch:
        return watch(framework, shapes, rows, effort, at, zone=zone, names=names, with_trends=False, unread=unread)

    found: list[Revision] = []
    for at in sorted(times)[-most:]:
        by = tuple(dict.fromkeys(times[at]))
        pair = (judged(_made(reports, zone, at, without), at) for without in (frozenset(by), frozenset()))
        before, after = ({_key(one): one for one in each.verdicts} for each in pair)
        found += _differing(before, after, at, by)
    last = "time" if most == 1 else f"{most} times"
    note = f"What late or corrected reports made of verdicts is told of the last {last} at which some came."
    return tuple(found), (note,) if len(times) > most else ()


def _made(reports: Rows, zone: dt.tzinfo, until: dt.datetime, without: frozenset[str]) -> Rows:
    """The reports that had been made by then, but for those of the last instant that are named."""
    if not isinstance(reports, ReportTable):
        told = ((one, first_instant(one.reported, zone)) for one in reports)
        return [one for one, made in told if made < until or (made == until and one.id not in without)]
    made, ids = reports.reported, reports.words["id"]
    known = made <= instant_of(until)
    if without:
        known &= ~((made == instant_of(until)) & ids.among(without))
    return reports.take(known)


def _revising(
    reports: Rows, now: Watch, zone: dt.tzinfo, since: dt.datetime | None
) -> Iterator[tuple[dt.datetime, Report]]:
    """Each report that may have revised a verdict by ``now``, with when it came; the last time first.

    What was taken back since, corrected or found untrue, decided something before it was.
    """
    deciding = {id for one in now.verdicts for id in one.reports} | _taken_back(reports)
    for one in _last_first(reports, zone, deciding):
        at = first_instant(one.reported, zone)
        if at > now.as_of:
            continue
        if since is not None and at <= since:
            return
        against = one.about is not None and says_no(one.act)
        told_otherwise = one.corrects is not None or one.life is Life.WITHDRAWN or against
        if told_otherwise or (one.id in deciding and _is_late(one, zone)):
            yield at, one


def _taken_back(reports: Rows) -> set[str]:
    """The ids of reports that another corrects or withdraws, or that a finding is about."""
    if not isinstance(reports, ReportTable):
        told = ((one.corrects, one.about if one.life is Life.FOUND else None) for one in reports)
        return {id for pair in told for id in pair if id is not None}
    about = reports.words["about"]
    found = about.take(np.flatnonzero((about.codes >= 0) & (reports.life == LIVES.index(Life.FOUND))))
    return {*reports.words["corrects"].values, *(found.values[code] for code in np.unique(found.codes).tolist())}


def _last_first(reports: Rows, zone: dt.tzinfo, deciding: set[str]) -> Iterator[Report]:
    """The reports by when they were made, of one time in their order; of a table those alone that may have revised."""
    if not isinstance(reports, ReportTable):
        yield from sorted(reports, key=lambda one: first_instant(one.reported, zone), reverse=True)
        return
    ids, words = reports.words["id"], reports.words
    told = ids.among(deciding) | (words["corrects"].codes >= 0) | (words["about"].codes >= 0)
    rows = np.flatnonzero(told | (reports.life == LIVES.index(Life.WITHDRAWN)))
    yield from reports.reports(rows[np.argsort(-reports.reported[rows], kind="stable")].tolist())


def _is_late(report: Report, zone: dt.tzinfo) -> bool:
    event = report.event.latest or report.event.earliest
    if event is None:
        return False
    day = last_instant(event, zone).astimezone(zone).date()
    return first_instant(report.reported, zone).astimezone(zone).date() > day


def _differing(
    before: dict[object, Verdict], after: dict[object, Verdict], at: dt.datetime, by: tuple[str, ...]
) -> Iterator[Revision]:
    for key in dict.fromkeys((*after, *before)):
        was, is_ = before.get(key), after.get(key)
        told = is_ or was
        assert told is not None
        if was is not None and is_ is not None and (was.verdict, was.finding) == (is_.verdict, is_.finding):
            continue
        if was is None or is_ is None:
            continue  # what a report sets off is new, and no revision
        yield Revision(
            obligation=told.obligation,
            provision=told.provision,
            bearer=told.bearer,
            occasion=told.occasion,
            at=at,
            by=by,
            before=Stood.of(was),
            after=Stood.of(is_),
        )


def _key(verdict: Verdict) -> object:
    return verdict.obligation, verdict.bearer, verdict.occasion
