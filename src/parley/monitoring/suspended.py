"""What a suspension makes of verdicts: what decides one may lie in a time at which nothing was owed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from parley.model import (
    Framework,
    Obligation,
    Outcome,
    Suspension,
    SuspensionState,
    Verdict,
    first_instant,
    last_instant,
)

from .bans import Judged
from .forbids import forbidden_act
from .judging import NOT_YET
from .notyet import NotYet
from .occasions import Cause, articles_broken, cause
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
    done each time. A breach outside all such times stands, whatever else happened within them. What an incident sets
    off is in doubt where every ban that it broke was suspended then, or may have been: perhaps nothing was forbidden.
    A verdict on the suspending sentence itself tells nothing that the suspensions don't.
    """
    bans = {one.id for one in framework.obligations if forbidden_act(one) is not None}
    times: dict[str, list[Suspension]] = {}
    for one in suspensions:
        if one.state in _SUSPENDED or _perhaps(one):
            for provision in one.suspends:
                times.setdefault(provision, []).append(one)
    allowed = _perhaps_allowed([one for one, _ in verdicts if one.obligation in bans], times, record, telling)
    set_off = {one.id: one for one in framework.obligations} if allowed else {}
    told = []
    for verdict, judged in verdicts:
        if verdict.verdict in (Outcome.BREACHED, Outcome.OVERDUE):
            if verdict.provision in times:
                when = decided(verdict, judged, verdict.obligation in bans, record, telling)
                verdict = _suspended(verdict, when, times[verdict.provision], telling)
            if verdict.occasion is not None and verdict.obligation in set_off:
                verdict = _of_what_is_allowed(verdict, set_off[verdict.obligation], framework, allowed, record, telling)
        told.append(verdict)
    return told


Allowed = Mapping[str, Mapping[tuple[str | None, str | None], Suspension | None]]
"""Of each happening by which bans were broken, by the id of its first report: these, and by whom, and what suspended
each of them then."""


def _perhaps_allowed(
    bans: Sequence[Verdict], times: Mapping[str, Sequence[Suspension]], record: Record, telling: Telling
) -> Allowed:
    """What broke a ban that was suspended then, or may have been."""
    found: dict[str, dict[tuple[str | None, str | None], Suspension | None]] = {}
    for verdict in bans:
        if verdict.verdict is not Outcome.BREACHED:
            continue
        for known in (record.by_id[id] for id in verdict.reports if id in record.by_id):
            own = _own(verdict, times.get(verdict.provision or "", ()))
            touched = [one for one in own if _touches(one, known.span.first, known.span.last, telling)]
            which = verdict.provision, verdict.bearer
            found.setdefault(known.root.id, {})[which] = min(touched, key=_perhaps, default=None)
    return {id: broken for id, broken in found.items() if any(broken.values())}


def _of_what_is_allowed(
    verdict: Verdict, one: Obligation, framework: Framework, allowed: Allowed, record: Record, telling: Telling
) -> Verdict:
    """``verdict`` where what set its duty off broke a ban that surely held then; else that nobody can tell."""
    sort = cause(_of_a_single_one(one), framework)
    if isinstance(sort, NotYet) or sort[0] is Cause.ACT:
        return verdict
    articles = articles_broken(one, framework)
    several = one.trigger is not None and one.trigger.value.count is not None
    ids = verdict.reports if several else (verdict.occasion or "",)
    for id in dict.fromkeys(record.by_id[each].root.id for each in ids if each in record.by_id):
        broken = {which: by for which, by in allowed.get(id, {}).items() if not articles or which[0] in articles}
        if broken and all(broken.values()):
            which, deciding = max(((which, by) for which, by in broken.items() if by), key=lambda one: _perhaps(one[1]))
            ban = f"#{which[0]}" if which[0] else "what it may have broken"
            told, change = _told(deciding, telling, ban)
            why = f"{verdict.why} But whether {id} was forbidden is in doubt: {told}."
            return verdict.replace(verdict=Outcome.CANNOT_TELL, finding=None, why=why, would_change=change)
    return verdict


def _of_a_single_one(one: Obligation) -> Obligation:
    """The duty as each single happening would set it off."""
    if one.trigger is None or one.trigger.value.count is None:
        return one
    return one.replace(trigger=one.trigger.replace(value=one.trigger.value.replace(count=None, period=None)))


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
    own = _own(verdict, times)
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


def _own(verdict: Verdict, times: Sequence[Suspension]) -> list[Suspension]:
    """The suspensions of what the bearer of a verdict owes."""
    return [one for one in times if verdict.bearer is None or one.of in (None, verdict.bearer)]


def _told(one: Suspension, telling: Telling, what: str = "it") -> tuple[str, str]:
    """What the suspension says of a verdict, and what would change that."""
    if one.since is None:
        lacks = one.why.removeprefix(f"{NOT_YET}: ").rstrip(".")
        return (
            f"#{one.provision} may have had {what} suspended: {lacks}",
            f"A person's own judgement whether {what} was suspended then.",
        )
    until = f" until {telling.moment(one.until)}" if one.until else ""
    on = f" ({one.occasion})" if one.occasion else ""
    since = f"from {telling.moment(one.since)}{until}{on}"
    ground = f"the withdrawal or correction of {one.occasion}" if one.occasion else "a report that changes its ground"
    outside = f"A report from outside that time, or {ground}"
    if one.state in _RIGHT:
        who = one.by or "whoever was concerned"
        told = f"#{one.provision} let {who} suspend {what} {since}, and no report tells whether it did"
        return told, f"{outside}, or a report whether {who} did suspend {what}."
    had = "may have had" if _perhaps(one) else "had"
    return f"#{one.provision} {had} {what} suspended {since}", f"{outside}."


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
