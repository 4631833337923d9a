"""Which reports count on a day: known by then, not withdrawn, not replaced, and each happening once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from parley.model import Life, Report, ReportPlace
from parley.text import act_covers

from .acts import act_of
from .names import Names, fold
from .reports import another_content, content
from .windows import Span, event_span

_SAY_NO = frozenset({"deny", "denies", "denial", "dispute", "contest", "refute", "reject", "rebut", "contradict"})
_LOOK_INTO = frozenset({"verify", "find", "monitor", "inspect", "investigate"})
_ESTABLISHED = frozenset({Life.FOUND, Life.REMEDIED})


@dataclass(eq=False, slots=True)
class Known:
    """A report that counts, with what other reports say of it.

    ``found`` are the reports by which a body of the text found it so (it may be itself), earliest
    first; ``denials`` those that say it was not so; ``replaces`` the ids that it corrects;
    ``same_as`` the earlier report of the same happening. ``number`` is its place among all that are
    known, in the order of their events.
    """

    report: Report
    span: Span
    number: int = 0
    found: tuple[Report, ...] = ()
    denials: tuple[Report, ...] = ()
    replaces: tuple[str, ...] = ()
    same_as: Known | None = None

    @property
    def id(self) -> str:
        return self.report.id

    @property
    def root(self) -> Known:
        known = self
        while known.same_as is not None:
            known = known.same_as
        return known


@dataclass(frozen=True)
class Record:
    """What is known at one time: the reports that count in the order of their events, and why others do not."""

    known: tuple[Known, ...]
    by_id: dict[str, Known]
    """Also under the ids of the reports that a report corrects."""
    follow_ups: dict[str, tuple[Known, ...]]
    """Reports about a happening, by the id of its first report; a notice of it has those about it, too."""
    notes: tuple[str, ...]


def standing(reports: Sequence[Report], as_of: dt.datetime, names: Names, zone: dt.tzinfo) -> Record:
    """The reports that count at ``as_of``. Linear in the reports.

    Raises ``UnusableInput`` where two reports of one id say different things and neither corrects the other.
    """
    notes: list[str] = []
    chosen, replaced = latest(_known_by(reports, as_of, notes), notes)
    known = [Known(report, event_span(report, zone), replaces=tuple(replaced.get(report.id, ()))) for report in chosen]
    known.sort(key=lambda entry: (*entry.span, entry.report.reported, entry.report.id))
    by_id = {entry.report.id: entry for entry in known}
    for entry in known:
        for old in entry.replaces:
            by_id.setdefault(old, entry)
    ahead = {entry.report.id for entry in known if entry.span.first > as_of}
    notes += [not_yet_happened(entry.report.id, as_of) for entry in known if entry.report.id in ahead]
    known = [entry for entry in known if entry.report.id not in ahead] if ahead else known
    _same_happenings(known, names, notes)
    refuted = _what_others_say(known, by_id, names, notes)
    known = [entry for entry in known if entry.report.id not in refuted]
    for number, entry in enumerate(known):
        entry.number = number
    return Record(tuple(known), by_id, followed(known, by_id), tuple(notes))


def latest(reports: list[Report], notes: list[str]) -> tuple[list[Report], dict[str, list[str]]]:
    """The reports as last told, without what was withdrawn or corrected; and by id those that each replaces."""
    current = _versions(reports, notes)
    left = [report for report in current if not _is_withdrawn(report, notes)]
    return _without_corrected(left, current, notes)


def followed(known: Iterable[Known], by_id: Mapping[str, Known]) -> dict[str, tuple[Known, ...]]:
    """The reports about each happening, as :class:`Record` has them."""
    follow_ups: dict[str, list[Known]] = defaultdict(list)
    for entry in known:
        about = by_id.get(entry.report.about or "")
        if about is not None and about is not entry:
            follow_ups[about.root.id].append(entry)
    _after_notices(follow_ups)
    return {id: tuple(rows) for id, rows in follow_ups.items()}


def _after_notices(follow_ups: dict[str, list[Known]]) -> None:
    """What is told about an incident is told about a notice of it, too: the text counts hours from the notice."""
    for rows in list(follow_ups.values()):
        for notice in rows:
            if notice.report.act is not None and act_of(notice.report.act) == "notify":
                there = {entry.id for entry in follow_ups[notice.root.id]} | {notice.id}
                follow_ups[notice.root.id] += [entry for entry in rows if entry.id not in there]


def _known_by(reports: Sequence[Report], as_of: dt.datetime, notes: list[str]) -> list[Report]:
    late = [report for report in reports if report.reported > as_of]
    if late:
        shown = ", ".join(report.id for report in late[:5]) + (" …" if len(late) > 5 else "")
        number = "1 report was" if len(late) == 1 else f"{len(late)} reports were"
        notes.append(f"{number} not yet made on {as_of:%Y-%m-%d %H:%M}: {shown}.")
    return [report for report in reports if report.reported <= as_of]


def _versions(reports: list[Report], notes: list[str]) -> list[Report]:
    """One report for each id: the same row twice is one; a row that corrects its own id takes its place."""
    latest: dict[str, Report] = {}
    for report in sorted(reports, key=lambda one: one.reported):
        before = latest.get(report.id)
        if before is None:
            latest[report.id] = report
        elif content(before) == content(report):
            notes.append(f"{report.id} stands twice ({before.origin} and {report.origin}) and counts once.")
        elif report.corrects == report.id:
            notes.append(f"{report.id} was corrected on {report.reported:%Y-%m-%d} ({report.origin}).")
            latest[report.id] = report
        elif before.corrects == report.id:
            notes.append(f"{report.id} was corrected by {before.origin}; {report.origin} no longer counts.")
        else:
            raise another_content(before, report)
    return list(latest.values())


def _is_withdrawn(report: Report, notes: list[str]) -> bool:
    if report.life is Life.WITHDRAWN:
        notes.append(f"{report.id} was withdrawn by {report.claimant or 'its source'} and does not count.")
    return report.life is Life.WITHDRAWN


def _without_corrected(
    reports: list[Report], current: list[Report], notes: list[str]
) -> tuple[list[Report], dict[str, list[str]]]:
    """The reports that no other corrects, and for each the ids that it replaces, through chains.

    A withdrawn report still takes the place of the one that it corrects. A ring of corrections
    corrects nothing: all of them stay, and that is said.
    """
    corrects = {
        report.id: report.corrects for report in current if report.corrects is not None and report.corrects != report.id
    }
    ids = {report.id for report in current}
    gone = {old for new, old in corrects.items() if old in ids and not _in_ring(new, corrects)}
    replaced: dict[str, list[str]] = {}
    for new in corrects:
        chain = [new]
        while (old := corrects.get(chain[-1])) is not None and old not in chain:
            chain.append(old)
        replaced[new] = chain[1:]
    for new, old in corrects.items():
        if old not in ids:
            notes.append(f"{new} corrects {old}, which is not among the reports.")
        elif old in gone:
            notes.append(f"{old} was corrected by {new} and no longer counts.")
        else:
            notes.append(f"{new} and {old} correct one another in a ring, so both count.")
    return [report for report in reports if report.id not in gone], replaced


def _in_ring(start: str, corrects: dict[str, str]) -> bool:
    seen: set[str] = set()
    at: str | None = start
    while at is not None and at not in seen:
        seen.add(at)
        at = corrects.get(at)
    return at == start


def not_yet_happened(id: str, as_of: dt.datetime) -> str:
    return f"{id} tells of something after {as_of:%Y-%m-%d %H:%M} and is set aside."


def _same_happenings(known: list[Known], names: Names, notes: list[str]) -> None:
    """Two sources, one happening: the same act, actor, time and place told by another claimant or paper."""
    for _, rows in groupby(known, key=lambda entry: entry.span):  # in the order of their times, so side by side
        together = list(rows)
        if len(together) > 1:
            _same_place(together, names, notes)


def _same_place(together: list[Known], names: Names, notes: list[str]) -> None:
    first: dict[tuple[object, ...], Known] = {}
    for entry in together:
        report = entry.report
        if report.act is None or report.about is not None:
            continue
        for where in _wheres(report.place):
            other = first.setdefault((report.act, names.key(report.actor or ""), where), entry)
            if other is entry or entry.same_as is not None or not _another_source(report, other.report):
                continue
            entry.same_as = other
            notes.append(told_twice(entry.id, other.id))


def told_twice(id: str, before: str) -> str:
    return f"{id} tells of the same event as {before} (act, actor, time, place): counted once."


def _wheres(place: ReportPlace) -> Iterator[object]:
    """By what a place is known again: its name, and its point to about ten metres."""
    if place.name:
        yield fold(place.name)
    if place.latitude is not None and place.longitude is not None:
        yield round(place.latitude, 4), round(place.longitude, 4)


def _another_source(one: Report, other: Report) -> bool:
    return (one.claimant, one.document) != (other.claimant, other.document)


def _what_others_say(known: list[Known], by_id: dict[str, Known], names: Names, notes: list[str]) -> set[str]:
    """Findings, counter-claims and second sources, through ``about``. Returns the ids that a body found untrue."""
    refuted: set[str] = set()
    for entry in known:
        report = entry.report
        by_body = is_by_body(report.found_by, report.life, names)
        about = by_id.get(report.about or "")
        if report.about is not None and about is None:
            notes.append(about_nothing(report.id, report.about))
        if about is None or about is entry:
            if by_body:
                entry.found += (report,)
            continue
        other = about.report
        bears = bearing(
            Said(report.act, report.actor, report.claimant), Said(other.act, other.actor, other.claimant), names
        )
        if bears.against and by_body:
            refuted.add(about.id)
            notes.append(untrue(about.id, report.found_by or "", report.id))
        elif bears.against:
            about.denials += (report,)
        elif bears.looks and by_body:
            about.found += (report,)
        elif bears.seconds and about.root is not entry:
            entry.same_as = about
            notes.append(confirmed(entry.id, about.id))
        if by_body and not bears.against:
            entry.found += (report,)
            if bears.alike and about.root is not entry:
                entry.same_as = about
    for entry in known:
        if len(entry.found) > 1:
            entry.found = tuple(sorted(entry.found, key=lambda report: report.reported))
    return refuted


def is_by_body(found_by: str | None, life: Life, names: Names) -> bool:
    """Whether a report is what a body of the text found."""
    return found_by is not None and life in _ESTABLISHED and names.key(found_by) in names.bodies


class Said(NamedTuple):
    """What a report says that bears on another."""

    act: str | None
    actor: str | None
    claimant: str | None


class Bearing(NamedTuple):
    """How a report bears on the one that it is about.

    ``against`` it: it denies it, or says that another did it; ``alike``: of one kind of act; ``looks``: a body that
    says so finds the other; ``seconds``: the same from another source.
    """

    against: bool
    alike: bool
    looks: bool
    seconds: bool


def bearing(said: Said, other: Said, names: Names) -> Bearing:
    alike = _alike(said.act, other.act)
    another = said.actor is not None and other.actor is not None and not names.same(said.actor, other.actor)
    return Bearing(
        against=says_no(said.act) or (alike and another),
        alike=alike,
        looks=said.act is None or said.act in _LOOK_INTO or alike,
        seconds=alike and not names.same(said.claimant, other.claimant),
    )


def about_nothing(id: str, about: str) -> str:
    return f"{id} is about {about}, which is not among the reports that count."


def untrue(id: str, found_by: str, finding: str) -> str:
    return f"{id} was found not to be so by {found_by} ({finding}) and does not count."


def confirmed(id: str, other: str) -> str:
    return f"{id} confirms {other} from another source: counted once."


def says_no(act: str | None) -> bool:
    """Whether the act is to deny what another report says."""
    return act is not None and act.casefold() in _SAY_NO


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two acts are of one kind."""
    if one is None or other is None:
        return False
    a, b = act_of(one) or one, act_of(other) or other
    return act_covers(a, b) or act_covers(b, a)
