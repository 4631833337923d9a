"""Late and corrected reports revise verdicts: how each stood before such a report came, and since."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

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

from .standing import says_no
from .table import ReportTable
from .watching import MANY, watch

MOST = 8
"""So many times at which such reports came are looked at, the last ones: for each the text is judged twice."""


def revisions(
    framework: Framework,
    shapes: Sequence[Shape],
    reports: Sequence[Report] | ReportTable,
    effort: Sequence[Effort],
    now: Watch,
    *,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
    since: dt.datetime | None = None,
) -> tuple[tuple[Revision, ...], tuple[str, ...]]:
    """What reports that came late, or that correct, withdraw or deny another, made of verdicts; and a note on the rest.

    Only those that came after ``since``, if it is given.

    Late is a report that was made on a later day of ``zone`` than what it tells of, if a verdict of ``now`` rests on
    it. The text is held against what was known just before it, and with it, as of the same instant.
    """
    if isinstance(reports, ReportTable) or len(reports) >= MANY:
        return (), (f"What late reports made of verdicts is told of fewer than {MANY:,} reports.",)
    times: dict[dt.datetime, list[str]] = defaultdict(list)
    for one in _revising(reports, now, zone):
        times[first_instant(one.reported, zone)].append(one.id)
    known = sorted(time for time in times if time <= now.as_of and (since is None or time > since))
    actors = tuple(actors)

    def judged(rows: Sequence[Report], at: dt.datetime) -> Watch:
        return watch(framework, shapes, rows, effort, at, zone=zone, actors=actors, with_trends=False)

    found: list[Revision] = []
    for at in known[-MOST:]:
        earlier = [one for one in reports if first_instant(one.reported, zone) < at]
        then = [one for one in reports if first_instant(one.reported, zone) <= at]
        before, after = ({_key(one): one for one in judged(rows, at).verdicts} for rows in (earlier, then))
        by = tuple(dict.fromkeys(times[at]))
        found += _differing(before, after, at, by)
    left = len(known) - MOST
    note = f"What late or corrected reports made of verdicts is told of the last {MOST} times at which some came."
    return tuple(found), (note,) if left > 0 else ()


def _revising(reports: Sequence[Report], now: Watch, zone: dt.tzinfo) -> Iterator[Report]:
    deciding = {id for one in now.verdicts for id in one.reports}
    for one in reports:
        against = one.about is not None and says_no(one.act)
        told_otherwise = one.corrects is not None or one.life is Life.WITHDRAWN or against
        if told_otherwise or (one.id in deciding and _is_late(one, zone)):
            yield one


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
        if told.occasion is not None and (was is None or is_ is None):
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
