"""What a body's finding tells of: the event of the report that it is about, and no happening of its own.

A finding dates itself by when it was made as often as by when the thing happened, and leaves out what the report that
it is about has said. What says that it was remedied since tells of the remedy, though it repeats the act.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from parley.model import Interval, Life, Report, ReportPlace
from parley.text import patterns as re

from .acts import act_of
from .bearing import bearing, said, says_no
from .clearing import clears
from .correcting import contests, is_by_body
from .names import LOOKS, Names
from .replies import DENIAL, is_reply
from .windows import event_span

_REMEDY = "remedy"
_TELL_OF = LOOKS | {"notify", "report", "request"}
"""What is told of a happening, and is none that a finding could clear: a notice, an inquiry."""
_ONLY_FOUND = re.compile(
    r"\W*(?:found|findings?|confirm(?:ed|ation)|verif(?:ied|ication)|established|determined|concluded)\W*", re.I
)
"""What says no more of what a finding is about than that it was found."""


def recounted(reports: Sequence[Report], names: Names, zone: dt.tzinfo) -> list[Report]:
    """The reports in their order; one by which a source counts anew what it told of corrects what it is about.

    A correction that names no act, and so gives no more than a part anew, says the rest as it was told.
    """
    by_id = {one.id: one for one in reports}
    told = []
    for one in reports:
        about, old = by_id.get(one.about or ""), by_id.get(one.corrects or "")
        if about is not None and one.corrects is None:
            one = _recount(one, about, names, zone)
        elif old is not None and one.act is None and names.same(one.claimant, old.claimant) and old is not one:
            one = _filled(one, old)
        told.append(one)
    return told


def _recount(report: Report, about: Report, names: Names, zone: dt.tzinfo) -> Report:
    """The same act, doer and time by the same source with a number; what it leaves out is as it was told."""
    alleged = report.life is Life.ALLEGED and about.life is Life.ALLEGED
    same = report.id != about.id and names.same(report.claimant, about.claimant)
    if not (alleged and same) or report.count is None or event_span(report, zone) != event_span(about, zone):
        return report
    bears = bearing(said(report), said(about), names, contests=False)
    if not bears.alike or bears.another:
        return report
    return _filled(report.replace(about=about.about, corrects=about.id), about)


def _filled(report: Report, old: Report) -> Report:
    """A report with what it leaves out as it was told before."""
    return report.replace(
        act=report.act or old.act,
        worded=report.worded if report.act else old.worded,
        object=report.object or old.object,
        actor=report.actor or old.actor,
        counterpart=report.counterpart or old.counterpart,
        count=old.count if report.count is None else report.count,
        place=old.place if report.place == ReportPlace() else report.place,
    )


def _is_about(report: Report, names: Names) -> bool:
    """Whether a report is of what a body of the text found about another, or of its remedy."""
    found = report.life is Life.FOUND and is_by_body(report.found_by, report.life, names)
    told = found or report.life is Life.REMEDIED
    return told and report.about not in (None, report.id) and not contests(report)


def is_remedy_of_nothing(report: Report) -> bool:
    """Whether a report says that something was remedied and not which report told of that."""
    return report.life is Life.REMEDIED and report.about is None and report.act is not None


def whenever_before(report: Report) -> Report:
    """Such a report, where another has told of that act by that doer before: it may be the same event, remedied."""
    return report.replace(event=Interval(earliest=None, latest=report.event.latest or report.event.earliest))


def unlinked_remedies(reports: Iterable[Report], names: Names, zone: dt.tzinfo) -> Iterable[tuple[Report, Report]]:
    """Each remedy of nothing that another report of that act, by that doer, comes before; with itself as it is read."""
    alone = [one for one in reports if is_remedy_of_nothing(one)]
    first: dict[tuple[str, str], dt.datetime] = {}
    for one in reports if alone else ():
        at = event_span(one, zone).first
        first[_kind(one, names)] = min(at, first.get(_kind(one, names), at))
    yield from ((one, whenever_before(one)) for one in alone if first[_kind(one, names)] < event_span(one, zone).first)


def _kind(report: Report, names: Names) -> tuple[str, str]:
    return act_of(report.act or "") or report.act or "", names.key(report.actor or "")


def retold(
    reports: Iterable[Report], by_id: Mapping[str, Report], names: Names, zone: dt.tzinfo
) -> Iterable[tuple[Report, Report]]:
    """Each finding, or remedy, among the reports that tells of another event than it says, with itself as it is to be
    read.

    ``by_id`` has what they are about. A finding about a finding tells of that one's event.
    """
    told: dict[str, Report] = {}

    def event_of(about: Report) -> Report:
        """What a report is about, through the finding that somebody looked into it."""
        before = by_id.get(about.about or "")
        return before if before is not None and act_of(about.act or "") in LOOKS else about

    def happening(finding: Report, about: Report) -> Report:
        """What a finding speaks of, through notices and inquiries: also of what it says that it was not so."""
        seen, of = {finding.id}, about
        while is_reply(of.act or "") or act_of(of.act or "") in _TELL_OF:
            before = by_id.get(of.about or "")
            if before is None or before.id in seen:
                return about
            seen.add(before.id)
            of = before
        return of if clears(finding, of) or bearing(said(finding), said(of), names, contests=False).alike else about

    def read(report: Report, waiting: frozenset[str] = frozenset()) -> Report:
        if report.id in told or report.id in waiting or not _is_about(report, names):
            return told.get(report.id, report)
        about = by_id.get(report.about or "")
        if about is not None and about is not report:
            about = read(about, waiting | {report.id})
            if report.life is Life.FOUND and (of := happening(report, about)) is not about:
                report, about = report.replace(about=of.id), of
            if report.life is Life.FOUND and act_of(about.act or "") not in _TELL_OF and clears(report, about):
                told[report.id] = report.replace(act=DENIAL, worded=None, object=None, count=None)
                return told[report.id]
            if _ONLY_FOUND.fullmatch(report.act_said or ""):
                report = report.replace(act=None, worded=None)
            if report.life is Life.REMEDIED:
                told[report.id] = _remedy(report, event_of(about), names)
            else:
                told[report.id] = _of_its_event(report, about, names, zone)
        return told.get(report.id, report)

    for report in reports:
        if (now := read(report)) is not report:
            yield report, now


def _remedy(report: Report, about: Report, names: Names) -> Report:
    """What says of an act that it was remedied, and repeats the act, as that it was remedied."""
    repeats = report.act is None or bearing(said(report), said(about), names, contests=False).alike
    report = report.replace(about=about.id)
    if not repeats or report.act == _REMEDY:
        return report
    return report.replace(act=_REMEDY, worded=None, object=None, count=None)


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
        worded=about.worded if finding.act is None else finding.worded,
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
    if act_of(finding.act) in LOOKS:
        return False  # that somebody looked is a happening of its own
    return not says_no(finding.act) and bearing(said(finding), said(about), names, contests=False).looks


def _doer(finding: Report, names: Names) -> str | None:
    """Who did it by a finding; where no act is named, the body may stand there as who found it."""
    return None if finding.act is None and names.same(finding.actor, finding.found_by) else finding.actor
