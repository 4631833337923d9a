"""The daily report as one long table: a row for each figure, each verdict and each report."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import ClaimCount, Daily, DailyReport, Remedy
from parley.process.exports.cells import Cell, as_csv

from .following import stood

HEADER = (
    "section", "region", "provision", "bearer", "claimant", "id", "what", "value", "before", "hours", "hours_before",
    "event_earliest", "event_latest", "reported", "actor", "object", "count", "latitude", "longitude", "radius_m",
    "words",
)  # fmt: skip


def as_table(daily: Daily) -> bytes:
    """CSV after RFC 4180, UTF-8 with a mark for spreadsheets; no cell can be taken for a formula.

    ``section`` says what a row is: day, region, act, verdict, remedy (of a broken ``provision``, foreseen by that
    in ``id``), revision (``before`` the reports in ``id`` came, and ``value`` since), weapon, restriction, correction,
    report, effort, trend (of counts), area (of a map of control). An empty ``count`` is undetermined. ``latitude`` and
    ``longitude`` are those that the audience may be told.
    """
    rows = ([row.get(name) for name in HEADER] for row in _rows(daily))
    return as_csv(HEADER, rows, bom=True)


def _rows(daily: Daily) -> Iterable[dict[str, Cell]]:
    yield {
        "section": "day", "event_earliest": daily.day.start.isoformat(), "event_latest": daily.day.end.isoformat(),
        "reported": daily.as_of.isoformat(), "what": "reporting day", "words": f"the hour {daily.day.hour_from}",
        "radius_m": None if daily.cell_m is None else max(daily.cell_m),
    }  # fmt: skip
    for region in daily.regions:
        name = region.name or "none, or cannot tell"
        told: dict[str, Cell] = {"section": "region", "region": name}
        yield told | {"what": "watched", "hours": region.effort_hours, "hours_before": region.effort_before}
        for claim in region.claims:
            yield told | _count(claim)
    for act in daily.acts:
        for claim in act.claims:
            yield _count(claim) | {"section": "act", "what": act.act}
    for each in daily.provisions:
        yield {
            "section": "verdict", "provision": each.provision, "bearer": each.bearer, "id": each.occasion,
            "what": each.finding, "value": each.verdict.value, "before": each.before and each.before.value,
            "words": each.why or each.would_change,
        }  # fmt: skip
    follows = {(each.provision, each.bearer, remedy): None for each in daily.provisions for remedy in each.remedies}
    for provision, bearer, remedy in follows:
        yield {
            "section": "remedy", "provision": provision, "bearer": bearer, "id": remedy.provision,
            "actor": " and ".join(remedy.by) or None, "what": ", ".join(_waits_for(remedy)) or "now",
            "value": "may" if remedy.may else "must", "words": remedy.sentence,
        }  # fmt: skip
    for one in daily.revisions:
        yield {
            "section": "revision", "provision": one.provision, "bearer": one.bearer, "id": ", ".join(one.by),
            "value": stood(one.after), "before": stood(one.before), "reported": one.at.isoformat(),
            "words": (one.after and one.after.why) or None,
        }  # fmt: skip
    by_id = {report.id: report for report in daily.reports}
    for weapon in daily.weapons:
        yield _report(by_id[weapon.report]) | {
            "section": "weapon", "provision": weapon.provision, "value": weapon.verdict and weapon.verdict.value,
            "words": "; ".join(weapon.measured),
        }  # fmt: skip
    for restriction in daily.restrictions:
        yield _report(by_id[restriction.report]) | {"section": "restriction", "value": restriction.how.value}
    for correction in daily.corrections:
        what = "withdrawn" if correction.withdrawn else "corrected"
        yield {
            "section": "correction", "claimant": correction.by, "id": correction.report, "what": what,
            "before": correction.corrects, "words": "; ".join(correction.changes),
        }  # fmt: skip
    for report in daily.reports:
        yield _report(report)
    for effort in daily.effort:
        yield {
            "section": "effort", "claimant": effort.by, "what": effort.means, "region": effort.place,
            "hours": effort.hours, "hours_before": effort.before,
        }  # fmt: skip
    for trend in daily.trends:
        yield {
            "section": "trend", "region": trend.region, "provision": trend.provision, "claimant": trend.claimant,
            "what": trend.act, "actor": trend.actor, "object": trend.object, "words": " ".join(trend.words),
        }  # fmt: skip
    for area in daily.areas:
        yield {"section": "area", "id": area.source, "what": area.name, "words": " ".join(area.words)}


def _waits_for(remedy: Remedy) -> Iterable[str]:
    """What a remedy follows only after: that a body found the breach, that there were so many."""
    if remedy.once_found:
        yield "once found"
    if remedy.after:
        yield f"after {remedy.after}"


def _count(claim: ClaimCount) -> dict[str, Cell]:
    late = f"{claim.late} of earlier days" if claim.late else None
    return {"claimant": claim.claimant, "value": claim.reports, "before": claim.before, "words": late}


def _report(report: DailyReport) -> dict[str, Cell]:
    event, place = report.event, report.place
    return {
        "section": "report",
        "region": report.region or (f"perhaps {' or '.join(report.perhaps)}" if report.perhaps else None),
        "claimant": report.claimant,
        "id": report.id,
        "what": report.worded or report.act,
        "value": report.life.value,
        "before": report.about,
        "event_earliest": None if event.earliest is None else event.earliest.isoformat(),
        "event_latest": None if event.latest is None else event.latest.isoformat(),
        "reported": report.reported.isoformat(),
        "actor": report.actor,
        "object": report.object,
        "count": report.count,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_m": place.radius_m,
        "words": report.note or ", ".join(report.told) or None,
    }
