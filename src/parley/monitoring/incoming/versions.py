"""The same id in several tables, or twice in one: a repeated row is one report, a changed one is a correction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from parley.model import Label, Recoding, Report, last_instant

from ..reports import content
from ..table import ReportTable, instant_of

_SHOWN = (
    "act", "worded", "object", "count", "qualifier", "actor", "counterpart", "claimant", "document", "about", "life",
    "found_by", "note",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A table as it was fetched on ``retrieved``; ``None``: nobody said when."""

    reports: ReportTable
    retrieved: dt.date | None = None


def versions(snapshots: Sequence[Snapshot], zone: dt.tzinfo = dt.UTC) -> tuple[ReportTable, tuple[Recoding, ...]]:
    """All reports once, and what their sources changed under the same id. Linear in the reports.

    A row whose content was there before is left out. A row of the same id and other content corrects it, from
    the time it was reported or, if later, from when its table was fetched. Tables count in the order of their
    days and, without any, of their paths.
    """
    ordered = sorted(snapshots, key=_when)
    whole = ReportTable.joined([one.reports for one in ordered], zone)
    ids = whole.words["id"]
    often = np.bincount(ids.codes[ids.codes >= 0], minlength=len(ids.values)) > 1
    repeated = np.flatnonzero(np.append(often, False)[ids.codes])
    if not repeated.size:
        return whole, ()
    fetched = [one.retrieved for one in ordered for _ in range(len(one.reports))]
    kept = np.ones(len(whole), dtype=bool)
    corrects: dict[int, str] = {}
    reported = whole.reported.copy()
    seen: dict[str, list[Report]] = {}
    recodings: list[Recoding] = []
    for row in repeated.tolist():
        report = whole.report(row)
        before = seen.setdefault(report.id, [])
        if any(content(report) == content(known) for known in before):
            kept[row] = False
            continue
        if before:
            if report.corrects != report.id:
                recodings.append(_recoding(before[-1], report))
            corrects[row] = report.id
            day = fetched[row]
            if day is not None:
                reported[row] = max(int(reported[row]), instant_of(last_instant(day, zone)))
            reported[row] = max(int(reported[row]), instant_of(before[-1].reported))
        before.append(report)
    rows = np.array(sorted(corrects), dtype=np.int64)
    column = whole.words["corrects"].replaced(rows, [corrects[row] for row in rows.tolist()])
    changed = replace(whole, words={**whole.words, "corrects": column}, reported=reported)
    return changed.take(kept), tuple(recodings)


def _when(snapshot: Snapshot) -> tuple[dt.date, str]:
    files = snapshot.reports.files
    return snapshot.retrieved or dt.date.min, files[0][0] if files else ""


def _recoding(before: Report, after: Report) -> Recoding:
    old, new = _told(before), _told(after)
    differ = [name for name in old if old[name] != new[name]]
    return Recoding(
        id=after.id,
        earlier=before.origin,
        later=after.origin,
        before={name: old[name] for name in differ},
        after={name: new[name] for name in differ},
        audience=Label.union([before.audience, after.audience]),
    )


def _told(report: Report) -> dict[str, str]:
    """What a report says, field by field, in words."""
    said = {name: "" if (value := getattr(report, name)) is None else str(value) for name in _SHOWN}
    place = report.place
    point = "" if place.latitude is None else f"{place.latitude:.6g}, {place.longitude:.6g}"
    radius = "" if place.radius_m is None else f"{place.radius_m:g}"
    said |= {"place": place.name or "", "point": point, "radius_m": radius}
    return said | {
        "event": f"{report.event.earliest} to {report.event.latest}",
        "reported": report.reported.isoformat(),
    }
