"""Which reports count on a day: known by then, not withdrawn, not replaced, and each happening once."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from parley.model import Report, ReportPlace
from parley.text.listing import counted

from .acts import act_of
from .bearing import NEAR, bearing, said, says_no
from .correcting import contests, is_by_body, latest, owned, renamed
from .findings import settle, taken_back_note, untrue_note
from .names import Names, fold
from .retelling import recounted, retold, unlinked_remedies
from .windows import Span, event_span

_TWICE, _CONFIRMED = " (act, actor, time, place): counted once.", " from another source: counted once."
_SHOWN = 10
"""So many reports that are one event with another are told one by one."""


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
    def counted(self) -> Report:
        """The report whose number counts: the last finding that gives one, else itself."""
        return next((one for one in reversed(self.found) if one.count is not None), self.report)

    @property
    def actor(self) -> str | None:
        """Who did it; where the report names nobody, by the first report of the event that it is about."""
        return self.report.actor or self.root.report.actor

    @property
    def root(self) -> Known:
        known = self
        while known.same_as is not None:
            known = known.same_as
        return known


_Told = TypeVar("_Told", Report, Known)


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
    told = recounted(_known_by(reports, as_of, notes), names, zone)
    told = owned(told, names, notes)
    chosen, replaced = latest(told, notes)
    anew = {was.id: now for was, now in retold(chosen, under_all_ids(chosen, replaced), names, zone)}
    anew |= {was.id: now for was, now in unlinked_remedies(chosen, names, zone)}
    known = [
        Known(report, event_span(report, zone), replaces=tuple(replaced.get(report.id, ())))
        for report in (anew.get(one.id, one) for one in chosen)
    ]
    known.sort(key=lambda entry: (*entry.span, entry.report.reported, entry.report.id))
    by_id = under_all_ids(known, replaced)
    ahead = {entry.report.id for entry in known if entry.span.first > as_of}
    notes += [not_yet_happened(entry.report.id, as_of) for entry in known if entry.report.id in ahead]
    known = [entry for entry in known if entry.report.id not in ahead] if ahead else known
    _same_happenings(known, names, notes)
    refuted = _what_others_say(known, by_id, renamed(told, replaced, names), names, notes)
    known = [entry for entry in known if entry.report.id not in refuted]
    for number, entry in enumerate(known):
        entry.number = number
    return Record(tuple(known), by_id, followed(known, by_id), tuple(notes))


def under_all_ids(reports: Sequence[_Told], replaced: Mapping[str, Sequence[str]]) -> dict[str, _Told]:
    """The reports by their own ids and by those that they replace."""
    by_id = {report.id: report for report in reports}
    for report in reports:
        for old in replaced.get(report.id, ()):
            by_id.setdefault(old, report)
    return by_id


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
    return f"{id} tells of the same event as {before}{_TWICE}"


def _wheres(place: ReportPlace) -> Iterator[object]:
    """By what a place is known again: its name, and its point to about ten metres."""
    if place.name:
        yield fold(place.name)
    if place.latitude is not None and place.longitude is not None:
        yield round(place.latitude, 4), round(place.longitude, 4)


def _another_source(one: Report, other: Report) -> bool:
    return (one.claimant, one.document) != (other.claimant, other.document)


def _what_others_say(
    known: list[Known], by_id: dict[str, Known], anew: Mapping[str, dt.datetime], names: Names, notes: list[str]
) -> set[str]:
    """Findings, counter-claims and second sources, through ``about``. Returns the ids that a body set aside.

    ``anew`` are the ids of reports that were corrected to another doer, see :func:`.correcting.renamed`.
    """
    found: dict[Known, list[Known]] = defaultdict(list)
    untrue: dict[Known, list[Known]] = defaultdict(list)
    denials: dict[Known, list[Known]] = defaultdict(list)
    for entry in known:
        report = entry.report
        by_body = is_by_body(report.found_by, report.life, names)
        about = by_id.get(report.about or "")
        if report.about is not None and about is None:
            notes.append(about_nothing(report.id, report.about))
        if about is None or about is entry:
            if by_body:
                found[entry].append(entry)
            continue
        if says_no(report.act) and report.reported < anew.get(report.about or "", report.reported):
            notes.append(denied_before(report.id, report.about or "", about.id))
            continue
        bears = bearing(said(report), said(about.report), names, contests(report))
        finds = by_body and not (bears.against and bears.by_party)
        if bears.against and finds:
            untrue[about].append(entry)
        elif bears.against:
            denials[about].append(entry)
            if is_by_body(about.report.found_by, about.report.life, names) and about.report.about in by_id:
                denials[by_id[about.report.about]].append(entry)  # who denies a finding denies what it found
        elif bears.looks and finds:
            found[about].append(entry)
        elif (bears.seconds or (bears.may_second and _near(entry, about))) and about.root is not entry:
            entry.same_as = about
            notes.append(confirmed(entry.id, about.id, (_number(report), _number(about.report))))
        elif bears.alike and not finds and entry.span == about.span and about.root is not entry:
            entry.same_as = about  # what its own source tells of it once more
            notes.append(told_twice(entry.id, about.id))
        if finds and not says_no(report.act):
            found[entry].append(entry)
        if bears.alike and (finds or contests(report)) and not bears.another and about.root is not entry:
            entry.same_as = about
    refuted, taken_back = settle(
        found, untrue, denials, _when_told, lambda entry: names.key(entry.report.found_by or "")
    )
    for note, aside in ((untrue_note, refuted), (taken_back_note, taken_back)):
        notes += [note(one.id, by.report.found_by or "", by.id) for one, by in aside.items()]
    for entry, others in found.items():
        entry.found = tuple(sorted((other.report for other in others), key=lambda report: report.reported))
    for entry, others in denials.items():
        entry.denials = tuple(other.report for other in others)
    return {entry.id for entry in (*refuted, *taken_back)}


def _near(one: Known, other: Known) -> bool:
    return max(one.span.first, other.span.first) - min(one.span.last, other.span.last) <= NEAR


def _number(report: Report) -> int | None:
    return report.count if report.qualifier is None else None


def _when_told(entry: Known) -> dt.datetime:
    return entry.report.reported


def about_nothing(id: str, about: str) -> str:
    return f"{id} is about {about}, which is not among the reports that count."


def denied_before(id: str, about: str, now: str) -> str:
    return f"{id} denies {about}, and not {now}, which corrected that later and names another doer."


def confirmed(id: str, other: str, numbers: tuple[int | None, int | None]) -> str:
    """``numbers``: how many each of the two tells of, where that is not hedged."""
    own, others = numbers
    if own is None or others is None or own == others:
        return f"{id} confirms {other}{_CONFIRMED}"
    return f"{id} tells of what {other} does, but of {own:,} and not of {others:,}: counted once, its number in doubt."


def few(notes: Iterable[str]) -> Iterator[str]:
    """The notes; of those that tell of one event more the first ten, and how many more there are in one line."""
    seen = Counter[str]()
    for note in notes:
        kind = next((each for each in (_TWICE, _CONFIRMED) if note.endswith(each)), None)
        if kind is not None:
            seen[kind] += 1
        if kind is None or seen[kind] <= _SHOWN:
            yield note
    for kind, what in ((_TWICE, "of the same event as another"), (_CONFIRMED, "what another told")):
        if (more := seen[kind] - _SHOWN) > 0:
            yield f"{counted(more, 'more report tells', 'more reports tell')} {what}{kind}"
