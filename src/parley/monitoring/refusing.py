"""Duties to let somebody pass that return, "every Tuesday": broken by a refusal, and not by nobody's coming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from parley.model import Effort, Outcome

from .bans import Judged
from .due_days import due_days
from .lasting import judge_lasting
from .matching import Doing
from .standing import Known


def unless_refused(
    doing: Doing,
    judged: Judged,
    reports: Sequence[Known],
    effort: Sequence[Effort],
    as_of: dt.datetime,
    zone: dt.tzinfo,
) -> Judged:
    """What becomes of ``judged``, the verdict on such a duty as on one that its bearer has to do.

    ``reports`` may tell that it failed: what was refused on another day than one on which it is due is no breach.
    """
    if judged.outcome is Outcome.PENDING:
        return judged
    days = due_days(doing.obligation.window)
    if days is not None:
        due = [entry.span.first.astimezone(zone).date() for entry in reports]
        reports = [entry for entry, day in zip(reports, due, strict=True) if days.has(day)]
    refused = judge_lasting(doing, reports, effort, as_of, zone)
    if refused.outcome is Outcome.BREACHED:
        return refused
    if judged.outcome not in (Outcome.OVERDUE, Outcome.BREACHED):
        return judged
    why = f"{judged.why} But no refusal is told, and whom it lets pass may not have come."
    change = "A report whether somebody came then, and was let pass."
    return replace(judged, outcome=Outcome.CANNOT_TELL, finding=None, why=why, would_change=change, gaps=())
