"""What a suspension makes of verdicts: what decides one may lie in a time at which nothing was owed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model import Framework, Outcome, Suspension, SuspensionState, Verdict, first_instant, last_instant

from .bans import Judged
from .forbids import forbidden_act
from .judging import NOT_YET
from .standing import Record
from .telling import Telling

_SUSPENDED = (SuspensionState.SUSPENDED, SuspensionState.RESUMED)
_RIGHT = (SuspensionState.GROUNDS, SuspensionState.LAPSED)
"""Somebody might suspend it, and nothing shows that it did."""


def with_suspensions(
    verdicts: Sequence[tuple[Verdict, Judged]],
    suspensions: Sequence[Suspension],
    framework: Framework,
    record: Record,
    telling: Telling,
) -> list[Verdict]:
    """The verdicts, where what decides one lies in a time at which its provision was suspended, or may have been: by
    the text itself on a ground in doubt, or by a party that might suspend and of which no report tells whether it did.

    What decides is when a ban was broken, a duty was due, and from when until when one that returns should have been
    done each time. A breach outside all such times stands, whatever else happened within them. A verdict on the
    suspending sentence itself tells nothing that the suspensions don't.
    """
    bans = {one.id for one in framework.obligations if forbidden_act(one) is not None}
    times: dict[str, list[Suspension]] = {}
    for one in suspensions:
        if one.state in _SUSPENDED or _perhaps(one):
            for provision in one.suspends:
                times.setdefault(provision, []).append(one)
    told = []
    for verdict, judged in verdicts:
        if verdict.provision in times and verdict.verdict in (Outcome.BREACHED, Outcome.OVERDUE):
            when = decided(verdict, judged, verdict.obligation in bans, record, telling)
            verdict = _suspended(verdict, when, times[verdict.provision], telling)
        told.append(verdict)
    return told


def decided(
    verdict: Verdict, judged: Judged, is_ban: bool, record: Record, telling: Telling
) -> list[tuple[dt.datetime, dt.datetime]]:
    """The times at which it was broken, each of which would be enough."""
    if judged.gaps:
        return list(judged.gaps)
    if is_ban:
        return [record.by_id[id].span for id in verdict.reports if id in record.by_id]
    if verdict.window is not None and verdict.window.latest is not None:
        due = last_instant(verdict.window.latest, telling.zone)
        return [(due, due)]
    return []


def _suspended(
    verdict: Verdict, when: Sequence[tuple[dt.datetime, dt.datetime]], times: Sequence[Suspension], telling: Telling
) -> Verdict:
    """``verdict`` where something of it was not, or perhaps not, suspended; else that nobody can tell."""
    own = [one for one in times if verdict.bearer is None or one.of in (None, verdict.bearer)]
    each = []
    for first, last in when:
        touched = [one for one in own if _touches(one, first, last, telling)]
        if not touched:
            return verdict  # outside all such times, whatever else happened within them
        each.append(min(touched, key=_perhaps))
    if not each:
        return verdict
    deciding = max(each, key=_perhaps)
    told, change = _told(deciding, telling)
    return verdict.replace(
        verdict=Outcome.CANNOT_TELL, finding=None, why=f"{verdict.why} But {told}.", would_change=change
    )


def _told(one: Suspension, telling: Telling) -> tuple[str, str]:
    """What the suspension says of a verdict, and what would change that."""
    if one.since is None:
        lacks = one.why.removeprefix(f"{NOT_YET}: ").rstrip(".")
        return (
            f"#{one.provision} may have had it suspended: {lacks}",
            "A person's own judgement whether it was suspended then.",
        )
    until = f" until {telling.moment(one.until)}" if one.until else ""
    on = f" ({one.occasion})" if one.occasion else ""
    since = f"from {telling.moment(one.since)}{until}{on}"
    ground = f"the withdrawal or correction of {one.occasion}" if one.occasion else "a report that changes its ground"
    outside = f"A report from outside that time, or {ground}"
    if one.state in _RIGHT:
        who = one.by or "whoever was concerned"
        told = f"#{one.provision} let {who} suspend it {since}, and no report tells whether it did"
        return told, f"{outside}, or a report whether {who} did suspend it."
    had = "may have had" if _perhaps(one) else "had"
    return f"#{one.provision} {had} it suspended {since}", f"{outside}."


def _perhaps(one: Suspension) -> bool:
    """Whether it may have been suspended: on a ground in doubt, or by who had the right and is not known to have used
    it. Of a right on a condition that was not read no ground is shown.
    """
    unread = one.since is None and one.by is not None
    return one.state in _RIGHT or (one.state is SuspensionState.CANNOT_TELL and not unread)


def _touches(one: Suspension, first: dt.datetime, last: dt.datetime, telling: Telling) -> bool:
    if one.since is None:
        return _perhaps(one)
    since = first_instant(one.since, telling.zone)
    return last >= since and (one.until is None or first <= one.until)
