"""What the daily report tells, section by section, in the order in which monitors write it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from parley.model import (
    GRAVITY,
    ClaimCount,
    Daily,
    DailyCorrection,
    DailyProvision,
    DailyReport,
    Hindrance,
    Outcome,
    ReportPlace,
)
from parley.text.acts import noun_of
from parley.text.listing import counted, each_of, how_many

from ..lines import Line, Section, Table, day
from ..named import Names, called
from ..trends import area_lines, trend_lines
from .following import remedies, revisions

_CHANGES = "What would change it"
_HINDERED = (Hindrance.DENIED, Hindrance.DELAYED, Hindrance.CONDITIONED, Hindrance.NOT_SAID)


def daily_sections(daily: Daily, names: Names) -> list[Section]:
    """Every section. What is empty says so, and is never left out."""
    return [
        summary(daily, names),
        _regions(daily),
        _acts(daily),
        _provisions(daily, names),
        remedies(daily, names),
        revisions(daily, names),
        _weapons(daily, names),
        _restrictions(daily, names),
        _corrections(daily, names),
        _reports(daily, names),
        _effort(daily, names),
        over_time(daily, names),
    ]


def heading(daily: Daily) -> str:
    """``from 2 May 2026, 19:30 to 3 May 2026, 19:30``, and whose hour that is."""
    begin, end = daily.day.start, daily.day.end
    return f"{day(begin)} to {day(end)} ({_offset(end)}; the hour {daily.day.hour_from})"


def edition(daily: Daily) -> str:
    """Whether the report says what was known when the day was over, or more."""
    if daily.as_of == daily.day.end:
        return "It says what had been reported when the day was over."
    if daily.as_of < daily.day.end:
        ahead = "was over" if daily.as_of > daily.day.start else "began"
        return f"It says what had been reported by {day(daily.as_of)}, before the day {ahead}."
    return f"Revised: it says what had been reported by {day(daily.as_of)}."


def summary(daily: Daily, names: Names) -> Section:
    """The day in a few lines: what changed, what stands, who was kept from where, who looked."""
    lines = [Line(_change(each, names), mark=each.verdict.value) for each in _changed(daily)]
    if not lines:
        lines.append(Line("No verdict changed."))
    standing = [(outcome, sum(each.verdict is outcome for each in daily.provisions)) for outcome in GRAVITY]
    told = ", ".join(f"{count} {outcome.value}" for outcome, count in standing if count)
    when = "at the end of the day" if daily.as_of >= daily.day.end else "so far"
    lines.append(Line(f"Verdicts {when}: {told or 'none'}."))
    lines.append(Line(_reported(daily, names)))
    hindered = [(how, sum(each.how is how for each in daily.restrictions)) for how in _HINDERED]
    said = ", ".join(f"{count} {how.value}" for how, count in hindered if count)
    lines.append(Line(f"Monitors' freedom of movement: {said or 'no restriction was reported'}."))
    parts = {each.name: each.partly for each in daily.regions if each.name and each.partly}
    if nowhere := [name for name in daily.unwatched if name not in parts]:
        lines.append(Line(f"Nobody looked in: {', '.join(nowhere)}. Silence from there proves nothing."))
    if parts:
        of = "; ".join(f"{name} ({', '.join(some)})" for name, some in parts.items())
        lines.append(Line(f"Watched in part alone: {of}. Silence from the rest proves nothing."))
    if blind := [f"{each.name} ({_acts_named(each.blind)})" for each in daily.regions if each.blind]:
        lines.append(Line(f"Nobody who looked could have seen: {'; '.join(blind)}. Silence about it proves nothing."))
    if daily.corrections:
        lines.append(Line(f"{counted(len(daily.corrections), 'correction')} of earlier reports."))
    intro = f"Compared with the reporting day before, {day(daily.previous.start)} to {day(daily.previous.end)}."
    return Section("day", "The day in short", f"{intro} {edition(daily)}", tuple(lines))


def _acts_named(acts: Iterable[str]) -> str:
    return ", ".join(map(noun_of, acts))


def _changed(daily: Daily) -> list[DailyProvision]:
    """What changed in the day, the gravest first. A duty that came into being pending is a change as well."""
    changed = [each for each in daily.provisions if each.changed]
    return sorted(changed, key=lambda each: GRAVITY.index(each.verdict))


def _change(each: DailyProvision, names: Names) -> str:
    before = "new" if each.before is None else f"was {_verdict(each.before, each.finding_before)}"
    why = each.why or f"{_CHANGES}: {each.would_change}"
    return f"{called(each.provision, names)}: {_name(each.bearer, names)}; {_now(each)} ({before}). {why}"


def _now(each: DailyProvision) -> str:
    return _verdict(each.verdict, each.finding)


def _verdict(outcome: Outcome, finding: str | None) -> str:
    return outcome.value + (f" ({finding})" if finding else "")


def _reported(daily: Daily, names: Names) -> str:
    told = [claim for region in daily.regions for claim in region.claims]
    by: dict[str | None, list[ClaimCount]] = {}
    for claim in told:
        by.setdefault(claim.claimant, []).append(claim)
    parts = [
        f"{_name(who, names)} {sum(c.reports for c in some)} (day before {sum(c.before for c in some)})"
        for who, some in sorted(by.items(), key=lambda row: row[0] or "~")
    ]
    if not parts:
        return "Nothing was reported."
    return f"Reports, each claimant's own: {'; '.join(parts)}. They may tell of the same, and none is a sum."


def _claimants(rows: Iterable[Iterable[ClaimCount]]) -> list[str | None]:
    found = {claim.claimant for claims in rows for claim in claims}
    return sorted(found, key=lambda who: who or "~")


def _cells(claims: Iterable[ClaimCount], claimants: Iterable[str | None]) -> list[tuple[Line, ...]]:
    by = {claim.claimant: claim for claim in claims}
    cells: list[tuple[Line, ...]] = []
    for who in claimants:
        claim = by.get(who)
        late = f", {claim.late} late" if claim and claim.late else ""
        cells.append((Line(f"{claim.reports} ({claim.before}){late}" if claim else "\u2013"),))
    return cells


def _regions(daily: Daily) -> Section:
    claimants = _claimants(region.claims for region in daily.regions)
    rows: list[tuple[tuple[Line, ...], ...]] = []
    for region in daily.regions:
        if region.effort_hours is None:
            watched = "not recorded" if region.name else "\u2013"
        else:
            watched = f"{region.effort_hours:g} ({region.effort_before:g})"
            alone = ", but for a part of it" if region.partly else ", nobody looked"
            watched += alone if not region.effort_hours else ""
            watched += f", nobody for: {_acts_named(region.blind)}" if region.blind else ""
        name = region.name or "none, or cannot tell"
        rows.append(((Line(name),), *_cells(region.claims, claimants), (Line(watched),)))
    if not rows:
        return Section("regions", "By region", "No region is drawn, and nothing was reported in either day.")
    head = ("Region", *(f"by {who or 'nobody named'}" for who in claimants), "Hours watched")
    intro = (
        "Reports made in the day, in brackets the day before: each claimant's own, side by side, never added up. "
        "Hours of watching alike. Late: of earlier days. Follow-ups (denials, inquiries, findings) are listed and not "
        "counted. \u2013: none, in either day."
    )
    return Section("regions", "By region", intro, table=Table(head, tuple(rows)))


def _acts(daily: Daily) -> Section:
    claimants = _claimants(act.claims for act in daily.acts)
    if not daily.acts:
        return Section("acts", "By act", "Nothing was reported in either day.")
    rows = tuple(((Line(noun_of(act.act or "no act named")),), *_cells(act.claims, claimants)) for act in daily.acts)
    return Section("acts", "By act", table=Table(("Act", *(f"by {who or 'nobody named'}" for who in claimants)), rows))


def _provisions(daily: Daily, names: Names) -> Section:
    """Where each provision stands. What is alike of one bearer is one row: of one provision and verdict, or silent for
    one reason. Bearers of whom the very same is told share theirs.
    """
    groups: dict[tuple[str | None, str | None, str, str], list[DailyProvision]] = {}
    for each in daily.provisions:
        why = each.why or each.would_change
        silent = each.verdict is Outcome.CANNOT_TELL and not each.reports
        same = why if each.verdict is Outcome.CANNOT_TELL else ""
        groups.setdefault((None if silent else each.provision, each.bearer, _now(each), same), []).append(each)
    alike: dict[tuple[str, Line, tuple[Line, ...]], list[str]] = {}
    for (_, bearer, now, _), some in groups.items():
        provision = "; ".join(dict.fromkeys(called(each.provision, names) for each in some))
        occasions = len({each.occasion for each in some})
        times = f" \u00d7 {occasions}" if occasions > 1 else ""
        reasons = tuple(_reason(each) for each in {each.why or each.would_change: each for each in some}.values())
        verdict = Line(f"{now}{times}", mark=some[0].verdict.value)
        alike.setdefault((provision, verdict, reasons), []).append(_name(bearer, names))
    joined: dict[tuple[str, str, Line], list[Line]] = {}
    for (provision, verdict, reasons), who in alike.items():
        joined.setdefault((provision, each_of(who), verdict), []).extend(reasons)
    rows = [
        ((Line(provision),), (Line(who),), (verdict,), tuple(reasons))
        for (provision, who, verdict), reasons in joined.items()
    ]
    if not rows:
        return Section("provisions", "Provision by provision", "No obligation of the text was held against reports.")
    when = "at the end of the day" if daily.as_of >= daily.day.end else "so far"
    intro = f"Where each stands {when}: kept, breached, overdue, or not to be told, and why."
    told = "Why" if any(each.why for each in daily.provisions) else _CHANGES
    table = Table(("Provision", "Bearer", "Verdict", told), tuple(rows))
    return Section("provisions", "Provision by provision", intro, table=table)


def _reason(each: DailyProvision) -> Line:
    """Why, and what would change it; the latter alone where an audience is not told the reasons."""
    return Line(each.why, note=f"{_CHANGES}: {each.would_change}") if each.why else Line(each.would_change)


def _weapons(daily: Daily, names: Names) -> Section:
    by_id = {report.id: report for report in daily.reports}
    rows = []
    for weapon in daily.weapons:
        report = by_id[weapon.report]
        if weapon.verdict is None:
            held = Line("decides no verdict")
        else:
            held = Line(f"{called(weapon.provision, names)}: {weapon.verdict.value}", mark=weapon.verdict.value)
        unmeasured = "no coordinates" if report.place.latitude is None else "no line is drawn"
        where = "; ".join(weapon.measured) or unmeasured
        rows.append(((Line(report.id),), (Line(_what(report, names)),), (Line(where),), (held,)))
    if not rows:
        return Section("weapons", "Weapons", "No weapon was reported at a place.")
    head = ("Report", "What, by whom, as told by", "Measured", "For the text")
    return Section("weapons", "Weapons, and where they stood", table=Table(head, tuple(rows)))


def _restrictions(daily: Daily, names: Names) -> Section:
    by_id = {report.id: report for report in daily.reports}
    lines = tuple(
        Line(f"{each.how.value}: {_told(by_id[each.report], names)}")
        for how in _HINDERED
        for each in daily.restrictions
        if each.how is how
    )
    intro = "" if lines else "No restriction of the monitors' movement was reported."
    return Section("movement", "Restrictions of the monitors' movement", intro, lines)


def _corrections(daily: Daily, names: Names) -> Section:
    lines = tuple(_correction(each, names) for each in daily.corrections)
    intro = "" if lines else "Nothing was corrected or withdrawn."
    return Section("corrections", "Corrections", intro, lines)


def _correction(each: DailyCorrection, names: Names) -> Line:
    who = _name(each.by, names)
    if each.withdrawn:
        return Line(f"{each.corrects} was withdrawn by {who} ({each.report}).")
    what = "; ".join(each.changes) or "nothing that is told here"
    now = "was corrected" if each.corrects == each.report else f"is now {each.report}"
    return Line(f"{each.corrects} {now}, by {who}. {what[0].upper()}{what[1:]}.")


def _reports(daily: Daily, names: Names) -> Section:
    lines = tuple(Line(_told(report, names), mark="") for report in daily.reports)
    intro = "In the words of those who reported; who did it is what they allege." if lines else "Nothing was reported."
    return Section("reports", "What was reported", intro, lines)


def _told(report: DailyReport, names: Names) -> str:
    """One report in one line: id, when, where, what, by whom, and how its teller knows."""
    where = report.region or (f"perhaps {' or '.join(report.perhaps)}" if report.perhaps else "region not known")
    parts = [
        f"{report.id}, {_when(report)}",
        where + (f", {place}" if (place := _place(report.place)) else ""),
        _what(report, names),
    ]
    if report.about:
        parts.append(f"about {report.about}")
    if report.late:
        parts.append(f"reported only on {day(report.reported)}")
    if report.life.value != "alleged":
        parts.append(report.life.value + (f" by {_name(report.found_by, names)}" if report.found_by else ""))
    if report.corrected_by:
        parts.append(f"since replaced by {report.corrected_by}")
    note = report.note or ", ".join(report.told)
    return "; ".join(parts) + (f". \u201c{note}\u201d" if note else ".")


def _when(report: DailyReport) -> str:
    start, end = report.event.earliest, report.event.latest
    if start is None or end is None or start == end:
        return day(start or end) or "no time given"
    same = isinstance(start, dt.datetime) and isinstance(end, dt.datetime) and start.date() == end.date()
    return f"{day(start)} to {end:%H:%M}" if same else f"{day(start)} to {day(end)}"


def _place(place: ReportPlace) -> str:
    precise = "" if place.radius_m is None else f" (\u00b1 {_metres(place.radius_m)})"
    if place.name:
        return place.name + precise
    if place.latitude is None or place.longitude is None:
        return ""
    return f"{place.latitude:.2f}, {place.longitude:.2f}{precise}"


def _metres(length: float) -> str:
    return f"{length:g} m" if length < 1000 else f"{length / 1000:g} km"


def _what(report: DailyReport, names: Names) -> str:
    number = how_many(report.count, report.qualifier)
    thing = f" ({report.object}, {number})" if report.object else f" ({number})"
    doer = f" by {_name(report.actor, names)}" if report.actor else ", doer not named"
    act = report.worded or noun_of(report.act or "act not named")
    return f"{act}{thing}{doer}, as told by {_name(report.claimant, names)}"


def _effort(daily: Daily, names: Names) -> Section:
    rows = tuple(
        (
            (Line(_name(each.by, names)),),
            (Line(each.means),),
            (Line(each.place),),
            (Line(f"{each.hours:g} ({each.before:g})"),),
        )
        for each in daily.effort
    )
    if not rows:
        return Section("effort", "Who looked", "No effort is recorded for either day: silence proves nothing.")
    head = ("Who", "With what", "Where", "Hours (day before)")
    return Section("effort", "Who looked, where and how long", table=Table(head, rows))


def over_time(daily: Daily, names: Names) -> Section:
    """How it has gone since the text began, in words: counts, each claimant's own, and maps of control."""
    lines = (*trend_lines(daily.trends, names), *area_lines(daily.areas))
    intro = "Each claimant apart: two sides' counts may be of the same, and none is a sum."
    return Section("trends", "Over time", intro if lines else "Nothing was counted yet.", lines)


def _name(who: str | None, names: Names) -> str:
    return "nobody named" if who is None else names.get(who, who)


def _offset(moment: dt.datetime) -> str:
    offset = moment.strftime("%z")
    return "UTC" if offset in ("", "+0000") else f"UTC{offset[:3]}:{offset[3:]}"
