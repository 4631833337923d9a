"""Who may correct or withdraw what: a source its own reports, a body of the text its findings and what others claim.

What anybody else would correct or withdraw stays; the correction is a denial of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from parley.model import Life, Report, first_instant

from .names import Names
from .reports import another_content, content

_ESTABLISHED = frozenset({Life.FOUND, Life.REMEDIED})


def is_by_body(found_by: str | None, life: Life, names: Names) -> bool:
    """Whether a report is what a body of the text found."""
    return life in _ESTABLISHED and names.is_body(found_by)


def is_heard(claimant: str | None, body: str | None, other: str | None, names: Names) -> bool:
    """Whether what a body found of a report is told by the body, or by anybody but a party, or by the report's own
    source, ``other``. A party that tells of a finding against another's report is no more than that party.
    """
    if claimant is None or names.same(claimant, body) or names.same(claimant, other):
        return True
    return names.key(claimant) not in names.parties


def latest(reports: Sequence[Report], notes: list[str]) -> tuple[list[Report], dict[str, list[str]]]:
    """The reports as last told, without what was withdrawn or corrected; and by id those that each replaces.

    All corrections are by those who may make them: see :func:`owned`.
    """
    current = _versions(reports, notes)
    left = [report for report in current if not _is_withdrawn(report, notes)]
    return _without_corrected(left, current, notes)


def renamed(reports: Sequence[Report], replaced: Mapping[str, Sequence[str]], names: Names) -> dict[str, dt.datetime]:
    """The ids of reports that were corrected to tell of another doer, with when: who denied one before denied that one.

    ``reports`` are all that were made, ``replaced`` as :func:`latest` gives it.
    """
    by_id: dict[str, list[Report]] = {}
    for one in reports:
        by_id.setdefault(one.id, []).append(one)
    found: dict[str, dt.datetime] = {}
    for new in sorted(reports, key=lambda one: one.reported):
        if new.corrects is None or contests(new):
            continue
        for old in (each for id in (new.corrects, *replaced.get(new.id, ())) for each in by_id.get(id, ())):
            if old.reported < new.reported and names.apart(old.actor, new.actor):
                found[old.id] = new.reported
    return found


def last_told(
    reports: Iterable[Report], as_of: dt.datetime, names: Names, zone: dt.tzinfo = dt.UTC
) -> tuple[Report, ...]:
    """What had been reported by ``as_of``, each report once and as it was last told, without what was withdrawn."""
    known = [report for report in reports if first_instant(report.reported, zone) <= as_of]
    return tuple(latest(owned(known, names, []), [])[0])


def owned(reports: Sequence[Report], names: Names, notes: list[str]) -> list[Report]:
    """The reports in their order; one that would correct or withdraw another's is about that one and against it.

    Such a report keeps in ``corrects`` what it is about (:func:`contests`), and has an id of its own. One that is
    its own source's takes the other's place, and is about nothing.
    """
    told = list(reports)
    own: dict[str, Report] = {}
    for report in sorted(told, key=lambda one: (one.corrects == one.id, first_instant(one.reported))):
        if report.corrects != report.id or report.id not in own or _may(report, own[report.id], names):
            own[report.id] = report
    apart: dict[str, list[Report]] = {}
    for place, report in enumerate(told):
        target = own.get(report.corrects or "")
        if target is None or target is report:
            continue
        if not _may(report, target, names):
            told[place] = _denial(report, _its_id(report, names, apart), notes, target, names)
        elif contests(report):
            told[place] = report.replace(about=None)
    return told


def contests(report: Report) -> bool:
    """Whether a report would correct another's, which it is about."""
    return report.about is not None and report.about == report.corrects


def _may(new: Report, old: Report, names: Names) -> bool:
    """Whether ``new`` may take the place of ``old``."""
    heard = is_heard(new.claimant, new.found_by, old.claimant, names)
    if is_by_body(old.found_by, old.life, names):
        bodies = (new.claimant, new.found_by if new.life is not Life.ALLEGED else None)
        return heard and any(names.same(old.found_by, one) for one in bodies)
    if is_by_body(new.found_by, new.life, names) and heard:
        return True
    if new.claimant is None or old.claimant is None:
        return new.claimant is old.claimant
    if names.same(new.claimant, old.claimant):
        return True
    # Under one id the keeper of a list names its sources anew; none of them is anybody whom the text knows.
    return new.id == old.id and not any(names.knows(one) for one in (new.claimant, old.claimant))


def _its_id(report: Report, names: Names, apart: dict[str, list[Report]]) -> str:
    """An id of its own for a row that took another's."""
    if report.corrects != report.id:
        return report.id
    id = f"{report.id} ({names.shown(report.claimant) if report.claimant else 'unnamed source'})"
    others = apart.setdefault(id, [])
    number = next((place for place, one in enumerate(others) if content(one) == content(report)), len(others))
    if number == len(others):
        others.append(report)
    return f"{id} {number + 1}" if number else id


def _denial(report: Report, id: str, notes: list[str], target: Report, names: Names) -> Report:
    withdraws = report.life is Life.WITHDRAWN
    by_body = is_by_body(target.found_by, target.life, names)
    owner = target.found_by if by_body else target.claimant
    whose = f"{names.shown(owner)}'s" if owner else "an unnamed source's"
    who = f"is {names.shown(report.claimant)}'s" if report.claimant else "names no claimant"
    notes.append(
        f"{id} would {'withdraw' if withdraws else 'correct'} {target.id}, which is {whose}{' finding' * by_body}, and "
        f"{who}: it counts as a denial, for a source corrects only its own."
    )
    told = report.replace(id=id, about=target.id, corrects=target.id)
    return told.replace(act="deny", worded=None, life=Life.ALLEGED) if withdraws else told


def _versions(reports: Sequence[Report], notes: list[str]) -> list[Report]:
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
        report.id: report.corrects
        for report in current
        if report.corrects is not None and report.corrects != report.id and not contests(report)
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
