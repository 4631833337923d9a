"""What the daily report says: everything that was reported in the reporting day, against the day before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from parley.model import (
    GRAVITY,
    Actor,
    Daily,
    DailyAct,
    DailyCorrection,
    DailyEffort,
    DailyProvision,
    DailyReport,
    DailyRestriction,
    DailyWeapon,
    Effort,
    Framework,
    Life,
    Report,
    ReportingDay,
    Revision,
    Shape,
    Verdict,
    Watch,
    first_instant,
    last_instant,
)
from parley.text import act_covers

from ..acts import act_of
from ..correcting import contests, owned
from ..coverage import hours
from ..land import Land
from ..names import Names, fold
from .measuring import Lines
from .regions import banned, claims, counts, regions_told
from .telling import hindrance, told

_WEAPON_ACTS = ("place", "deploy", "withdraw", "store", "fortify")
_MONITORS = ("monitor", "observer", "patrol", "inspector", "verification")


def daily(
    framework: Framework,
    drawn: Sequence[Shape],
    reports: Sequence[Report],
    effort: Sequence[Effort],
    watches: tuple[Watch, Watch],
    days: tuple[ReportingDay, ReportingDay],
    as_of: dt.datetime,
    *,
    zone: dt.tzinfo = dt.UTC,
    actors: Iterable[Actor] = (),
    revised: Sequence[Revision] = (),
) -> Daily:
    """The daily report of ``days[0]``, against ``days[1]``.

    A report belongs to the day in which it was made; that it tells of an earlier one is said. ``drawn`` are zones,
    lines and regions; where no region is drawn the zones serve as such. ``watches`` are the verdicts at the end and
    at the start of the day, ``revised`` what reports made of them since then; what was reported by ``as_of`` counts.
    Follow-ups (``about`` another report) are listed
    and not counted. Linear in the reports of the two days, but for one pass over all of them.
    """
    day, previous = days
    names = Names(framework, actors)
    known = owned([report for report in reports if first_instant(report.reported, zone) <= as_of], names, [])
    known.sort(key=lambda one: (first_instant(one.reported, zone), one.id))
    corrected = list(_corrected(known))
    land = Land(drawn)
    mine, before = ([one for one in known if _in(one, each, zone)] for each in (day, previous))
    listed, earlier = (
        tuple(_listed(some, land, each, corrected, zone)) for some, each in ((mine, day), (before, previous))
    )
    monitors = names.bodies | {names.key(actor.id) for actor in actors if "monitor" in actor.roles}
    return Daily(
        day=day,
        previous=previous,
        as_of=as_of,
        regions=regions_told(banned(framework), land, listed, earlier, effort, days, zone),
        acts=_acts(listed, earlier),
        provisions=_provisions(*watches),
        reports=listed,
        weapons=tuple(_weapons(mine, listed, watches[0], Lines(framework, drawn, names, zone))),
        restrictions=tuple(_restrictions(listed, monitors, names)),
        corrections=tuple(_corrections(mine, corrected, zone)),
        revisions=tuple(one for one in revised if one.at > day.start),
        effort=tuple(_effort(effort, days, zone)),
    )


def _corrected(known: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    """Reports and what took their place, in the order given: another report, or a later row of the same id."""
    last: dict[str, Report] = {}
    for report in known:
        if report.corrects == report.id and report.id in last:
            yield last[report.id], report
        last[report.id] = report
    for report in known:
        if report.corrects in last and report.corrects != report.id and not contests(report):
            yield last[report.corrects], report


def _listed(
    reports: Sequence[Report],
    land: Land,
    day: ReportingDay,
    corrected: Iterable[tuple[Report, Report]],
    zone: dt.tzinfo,
) -> Iterable[DailyReport]:
    replaced = {id(old): new for old, new in corrected}
    for report, (surely, perhaps) in zip(reports, land.regions_of([one.place for one in reports]), strict=True):
        event = report.event.latest or report.event.earliest
        later = replaced.get(id(report))
        yield DailyReport(
            **{name: getattr(report, name) for name in _SAME},
            region=surely,
            perhaps=perhaps,
            told=told(report.note),
            late=event is not None and last_instant(event, zone) <= day.start,
            corrected_by=None if later is None else later.id,
        )


_SAME = ("id", "event", "reported", "act", "worded", "object", "count", "qualifier", "actor", "counterpart", "claimant",
         "place", "about", "life", "found_by", "note")  # fmt: skip
"""What is told of a report as it was made."""


def _acts(now: Sequence[DailyReport], before: Sequence[DailyReport]) -> tuple[DailyAct, ...]:
    found = dict.fromkeys(one.act for one in (*now, *before) if counts(one))
    return tuple(
        DailyAct(act=act, claims=claims((o for o in now if o.act == act), (o for o in before if o.act == act)))
        for act in sorted(found, key=lambda act: act or "~")
    )


def _provisions(now: Watch, before: Watch) -> tuple[DailyProvision, ...]:
    stood: Mapping[tuple[str, str | None, str | None], Verdict] = {_key(one): one for one in before.verdicts}
    told = []
    for one in now.verdicts:
        was = stood.get(_key(one))
        told.append(
            DailyProvision(
                obligation=one.obligation,
                provision=one.provision,
                bearer=one.bearer,
                occasion=one.occasion,
                verdict=one.verdict,
                finding=one.finding,
                before=was and was.verdict,
                finding_before=was and was.finding,
                reports=one.reports,
                why=one.why,
                would_change=one.would_change,
                remedies=one.remedies,
            )
        )
    return tuple(told)


def _key(one: Verdict) -> tuple[str, str | None, str | None]:
    return one.obligation, one.bearer, one.occasion


def _weapons(mine: Iterable[Report], listed: Iterable[DailyReport], now: Watch, lines: Lines) -> Iterable[DailyWeapon]:
    decided: dict[str, Verdict] = {}
    for verdict in sorted(now.verdicts, key=lambda one: -GRAVITY.index(one.verdict)):
        decided |= dict.fromkeys(verdict.reports, verdict)
    for made, one in zip(mine, listed, strict=True):
        if one.object and _covered(one.act, _WEAPON_ACTS):
            rests = decided.get(one.id)
            yield DailyWeapon(
                report=one.id,
                verdict=rests and rests.verdict,
                provision=rests and rests.provision,
                measured=lines.measured(made),
            )


def _restrictions(listed: Iterable[DailyReport], monitors: frozenset[str], names: Names) -> Iterable[DailyRestriction]:
    for one in listed:
        if one.object:
            theirs = any(word in fold(one.object) for word in _MONITORS)
        else:
            theirs = one.counterpart is not None and names.key(one.counterpart) in monitors
        if theirs and _covered(one.act, ("deny-access",)):
            yield DailyRestriction(report=one.id, how=hindrance(one.note))


def _covered(act: str | None, by: Iterable[str]) -> bool:
    named = act_of(act) if act else None
    return named is not None and any(act_covers(general, named) for general in by)


def _corrections(
    mine: Iterable[Report], corrected: Iterable[tuple[Report, Report]], zone: dt.tzinfo
) -> Iterable[DailyCorrection]:
    before = {id(new): old for old, new in corrected}
    for one in mine:
        old = before.get(id(one))
        if one.corrects is None or contests(one) or (old is None and one.corrects == one.id):
            continue
        yield DailyCorrection(
            report=one.id,
            corrects=one.corrects,
            by=one.claimant,
            withdrawn=one.life is Life.WITHDRAWN,
            changes=() if old is None else tuple(_changes(old, one, zone)),
        )


def _changes(old: Report, new: Report, zone: dt.tzinfo) -> Iterable[str]:
    def day(report: Report) -> str:
        moment = report.event.earliest or report.event.latest
        return "no day" if moment is None else f"{first_instant(moment, zone).astimezone(zone):%d %B %Y, %H:%M}"

    told: tuple[tuple[str, Callable[[Report], object]], ...] = (
        ("time", day),
        ("act", lambda report: report.act_said),
        ("thing", lambda report: report.object),
        ("count", lambda report: "undetermined" if report.count is None else report.count),
        ("alleged doer", lambda report: report.actor),
    )
    for name, of in told:
        if of(old) != of(new):
            yield f"{name}: {of(old) or 'not said'}, now {of(new) or 'not said'}"
    if (old.place.latitude, old.place.longitude, old.place.name) != (
        new.place.latitude, new.place.longitude, new.place.name,
    ):  # fmt: skip
        yield "place"


def _effort(
    effort: Iterable[Effort], days: tuple[ReportingDay, ReportingDay], zone: dt.tzinfo
) -> Iterable[DailyEffort]:
    rows: dict[tuple[str, str, str], list[Effort]] = {}
    for one in effort:
        rows.setdefault((one.by, one.means, one.place), []).append(one)
    for (by, means, place), some in rows.items():
        spent = [round(hours(some, day.start, day.end, zone), 1) for day in days]
        if any(spent):
            yield DailyEffort(by=by, means=means, place=place, hours=spent[0], before=spent[1])


def _in(report: Report, day: ReportingDay, zone: dt.tzinfo) -> bool:
    return day.start < first_instant(report.reported, zone) <= day.end
