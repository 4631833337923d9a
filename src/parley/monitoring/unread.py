"""Rows that could not be read, beside verdicts: with what such a row may say a verdict may be another.

A row counts in one completion, with whatever its unreadable cells hold, and says nothing in the other. So the text is
held against the reports without any such row, with all of them, and with each alone that points at another report (a
correction, a denial, a finding): only what comes to the same stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from parley.model import Framework, Outcome, Report, Verdict, Watch
from parley.text.listing import listed

from .forbids import forbidden_act
from .occasions import NOTHING_SET_OFF
from .rows import Unread
from .table import ReportTable

_ALONE = 8
"""So many rows that point at another report are looked at by themselves."""
_NAMED = 3
HANGS_ON = "It hangs on"
"""So begins why nobody can tell, where it is for rows that can't be read or reports in doubt."""
_Key = tuple[str, str | None, str | None]


Rows = Sequence[Report] | ReportTable
Held = Callable[[Rows], Watch]
"""The text held against some reports."""


def with_unread(
    plain: Watch, held: Held, reports: Rows, unread: Sequence[Unread], framework: Framework, as_of: dt.datetime
) -> Watch:
    """What holds whatever the rows say that could not be read; ``plain`` is what holds of the reports alone."""
    rows = [(one, row) for one in unread if (row := one.at(as_of)) is not None]
    if not rows:
        return plain
    others = [held(more) for more in _completions(reports, [row for _, row in rows])]
    by_id = {row.id: one for one, row in rows}
    blank = [one for one, _ in rows if one.blank]
    bans = {one.id for one in framework.obligations if forbidden_act(one) is not None}
    order = {one.id: place for place, one in enumerate(framework.obligations)}
    told = sorted(_settled(plain, others, by_id, blank, bans), key=lambda one: order[one.obligation])
    return plain.replace(verdicts=tuple(told))


def _completions(reports: Rows, rows: Sequence[Report]) -> Iterator[Rows]:
    ids = set(reports.words["id"].values) if isinstance(reports, ReportTable) else {one.id for one in reports}
    fitted: list[Report] = []
    for row in rows:  # a row of a known id is a newer version of it
        fitted.append(row.replace(corrects=row.id) if row.id in ids else row)
        ids.add(row.id)
    yield _joined(reports, fitted)
    alone = [row for row in fitted if row.corrects is not None or row.about is not None]
    if len(fitted) > 1:
        yield from (_joined(reports, [row]) for row in alone[:_ALONE])


def _joined(reports: Rows, rows: Sequence[Report]) -> Rows:
    if isinstance(reports, ReportTable):
        return ReportTable.joined([reports, ReportTable.of(rows, reports.zone)], reports.zone)
    return [*reports, *rows]


def _settled(
    plain: Watch, others: Sequence[Watch], rows: dict[str, Unread], blank: Sequence[Unread], bans: set[str]
) -> Iterator[Verdict]:
    """Each verdict as it stands with and without the rows; and what only the rows set off."""
    known = {_key(one): one for one in plain.verdicts}
    beside = [{_key(one): one for one in other.verdicts} for other in others]
    set_off = {key[:2]: each for other in beside for key, each in other.items() if key not in known}
    for key, one in known.items():
        if one.why == NOTHING_SET_OFF and key[:2] in set_off:
            if all(_is_calm(each) for at, each in beside[0].items() if at[:2] == key[:2]):
                yield _in_doubt(one, set_off[key[:2]], rows)
            continue
        with_rows = [other.get(key) for other in beside]
        another = next((each for each in with_rows if _is_another(one, each)), one)
        if another is not one and one.verdict is not Outcome.CANNOT_TELL:
            yield _in_doubt(one, another, rows)
        elif blank and (one.why == NOTHING_SET_OFF or _may_be_done(one, bans)):
            yield _in_doubt(one, None, {row.report.id: row for row in blank})
        else:
            yield next((each for each in with_rows if each and one.finding == "found" != each.finding), one)
    for other in beside[:1]:
        for key, each in other.items():
            if key not in known and not _is_calm(each):
                yield _in_doubt(each, each, rows)


def _key(verdict: Verdict) -> _Key:
    return verdict.obligation, verdict.bearer, verdict.occasion


def _is_another(one: Verdict, other: Verdict | None) -> bool:
    if other is None:
        return not _is_calm(one)
    return other.verdict is not one.verdict


def _is_calm(one: Verdict) -> bool:
    """Whether it is the same where nothing was owed."""
    return one.verdict in (Outcome.KEPT, Outcome.PENDING)


def _may_be_done(one: Verdict, bans: set[str]) -> bool:
    """Whether a duty seems undone, or done late, which any row might show done."""
    broken = one.verdict is Outcome.OVERDUE or (one.verdict is Outcome.BREACHED and one.finding != "found")
    return broken and one.obligation not in bans


def _in_doubt(one: Verdict, another: Verdict | None, rows: dict[str, Unread]) -> Verdict:
    """The verdict that nobody can give for what such rows may say."""
    asked: Iterable[str] = another.reports if another is not None else rows
    found = [rows[id] for id in asked if id in rows] or list(rows.values())
    deciding = list({row.where or row.report.id: row for row in found}.values())  # one row may be held in two ways
    told = [row for row in deciding if row.where][:_NAMED]
    more = len(deciding) - len(told)
    which = listed([*(row.where for row in told), *([f"{more:,} more"] if more else [])])
    many = len(deciding) > 1
    can_not = f"{HANGS_ON} {'rows' if many else 'a row'} that can't be read"
    why = f"{can_not}: {which} ({told[0].why})." if told else f"{can_not}, and {'are' if many else 'is'} not told here."
    if another is not one:
        why += f" Without {'them' if many else 'it'}: {one.verdict.value}. {one.why}"
    return one.replace(
        verdict=Outcome.CANNOT_TELL,
        finding=None,
        remedies=(),
        reports=tuple(id for id in one.reports if id not in rows),
        why=why,
        would_change=f"A cell that can be read in {which if told else 'them' if many else 'it'}.",
    )
