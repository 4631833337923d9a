"""What a body's finding tells of: the event of the report that it is about, and no happening of its own.

A finding dates itself by when it was made as often as by when the thing happened, and leaves out what the report that
it is about has said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from parley.model import Life, Report, ReportPlace

from .acts import act_of
from .bearing import LOOK_INTO, bearing, said, says_no
from .correcting import contests, is_by_body
from .names import Names
from .windows import event_span


def is_finding(report: Report, names: Names) -> bool:
    """Whether a report is of what a body of the text found about another; a remedy is an event of its own."""
    found = report.life is Life.FOUND and is_by_body(report.found_by, report.life, names)
    return found and report.about not in (None, report.id) and not contests(report)


def retold(
    reports: Iterable[Report], by_id: Mapping[str, Report], names: Names, zone: dt.tzinfo
) -> Iterable[tuple[Report, Report]]:
    """Each finding among the reports that tells of another event than it says, with itself as it is to be read.

    ``by_id`` has what they are about. A finding about a finding tells of that one's event.
    """
    told: dict[str, Report] = {}

    def read(report: Report, waiting: frozenset[str] = frozenset()) -> Report:
        if report.id in told or report.id in waiting or not is_finding(report, names):
            return told.get(report.id, report)
        about = by_id.get(report.about or "")
        if about is not None and about is not report:
            about = read(about, waiting | {report.id})
            told[report.id] = _of_its_event(report, about, names, zone)
        return told.get(report.id, report)

    for report in reports:
        if (now := read(report)) is not report:
            yield report, now


def _of_its_event(finding: Report, about: Report, names: Names, zone: dt.tzinfo) -> Report:
    """The finding with what it leaves out; its own time counts where it is a part of the event's."""
    event = event_span(about, zone)
    if not _tells_of(finding, about, names) or event.first > finding.reported:
        return finding
    own = event_span(finding, zone)
    within = event.first <= own.first and own.last <= event.last
    doer = _doer(finding, names)
    another = names.apart(doer, about.actor)
    bare = finding.object is None and finding.count is None
    return finding.replace(
        act=finding.act or about.act,
        actor=doer or about.actor,
        counterpart=finding.counterpart or (None if another else about.counterpart),
        object=about.object if bare else finding.object,
        count=about.count if bare else finding.count,
        event=finding.event if within else about.event,
        place=about.place if finding.place == ReportPlace() else finding.place,
    )


def _tells_of(finding: Report, about: Report, names: Names) -> bool:
    """Whether a finding tells of the event anew: by an act of that kind, or by none and nobody else's."""
    if says_no(about.act):
        return False
    if finding.act is None:
        doer = _doer(finding, names)
        return not names.apart(doer, about.actor)
    if act_of(finding.act) in LOOK_INTO:
        return False  # that somebody looked is a happening of its own
    return not says_no(finding.act) and bearing(said(finding), said(about), names, contests=False).looks


def _doer(finding: Report, names: Names) -> str | None:
    """Who did it by a finding; where no act is named, the body may stand there as who found it."""
    return None if finding.act is None and names.same(finding.actor, finding.found_by) else finding.actor
