"""Duties to do something within a time of a request: who asked whom for what, and refusals of what was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from parley.model import Duration, Obligation, Outcome
from parley.text import patterns as re
from parley.text.acts import acts_in, acts_meet

from .acts import act_of
from .bans import Judged
from .matching import Doing
from .replies import is_reply
from .roles import is_answer, is_set_off_by_notice
from .showing import facts_shown
from .standing import Known, Record
from .telling import Telling, capital, events, listed_some
from .truth import NO, YES, Fact, Truth, all_of
from .undone import is_denied, undone
from .windows import after, in_window

REQUEST = "request"
_ASKED = re.compile(r"\b(?:requests?|requested|demands?|demanded|asked|asks)\b", re.I)
_TO_COME_IN = re.compile(
    r"\b(?:let\s+(?:in|through|pass)|enter|entry|access|visit|inspect\w*|admi(?:t\w*|ssion)|"
    r"come\s+in|go\s+in|shown|see|look|pass(?:age)?)\b",
    re.I,
)
"""What is asked for by who wants to be let in or through."""
_OF_WHOM = Fact(Truth.UNKNOWN, "of whom it was asked is not said", "of whom it was asked")
_FOR_WHAT = Fact(Truth.UNKNOWN, "what was asked for is not said", "what was asked for")


def is_on_request(obligation: Obligation) -> bool:
    """Whether the time of a duty is counted from a request."""
    trigger = obligation.trigger
    return trigger is not None and _ASKED.search(trigger.value.event) is not None


def asked_for(doing: Doing, entry: Known) -> Fact:
    """Whether a request asks the bearer for what it owes."""
    report = entry.report
    facts = [YES]
    if doing.bearer is not None:
        told = doing.names.did(report.counterpart, doing.bearer)
        facts.append(_OF_WHOM if told.truth is Truth.UNKNOWN else told)
    words = f"{report.act_said} {report.object or ''}"
    named = {act for act, _, _ in acts_in(words)} - {REQUEST, "violate", "incident"}
    is_it = doing.is_of_access and _TO_COME_IN.search(words) is not None
    if not named and not is_it:
        facts.append(_FOR_WHAT)
    elif not is_it and not any(act == doing.act or acts_meet(act, doing.act) for act in named):
        facts.append(NO)
    return min(facts, key=lambda fact: fact.truth)


def refused(doing: Doing, within: Duration, record: Record, telling: Telling) -> Judged | None:
    """What the bearer refused, where no report tells of the request.

    It was asked for before it was refused. So whenever that was, the time is over so long after the refusal, and what
    nobody is told to have granted until then was not granted in time.
    """
    rows = [entry for entry in record.known if is_refusal(doing, entry) and not _is_linked(entry, record)]
    if not rows:
        return None
    granted = [entry for entry in record.known if _may_be_granted(doing, entry)]
    broken = [entry for entry in rows if _is_broken(doing, entry, within, granted, telling.as_of)]
    told = capital(telling.some(events(broken or rows)))
    ids = tuple(entry.id for entry in broken or rows)
    if broken:
        found = any(entry.found for entry in broken)
        why = f"{told}. What was refused had been asked for, and nothing shows that it was granted in time since."
        change = "The withdrawal or correction of these reports, or a report that it was granted."
        finding = "found" if found else "alleged"
        return Judged(Outcome.BREACHED, why, change, ids, doing.window.interval, finding)
    why = f"{told}. It was asked for, then; when is not said, nor when it was done."
    bring = f"Reports of the requests that {listed_some(ids)} refuse, or a finding."
    return Judged(Outcome.CANNOT_TELL, why, bring, ids, doing.window.interval)


def answered(doing: Doing, rows: Sequence[Known], telling: Telling) -> Judged | None:
    """What the bearer granted or answered, where no report tells that it was asked for, or of the notice: when its time
    was over nobody can tell.
    """
    answers = is_answer(doing.obligation) and is_set_off_by_notice(doing.obligation)
    if not answers and not (is_on_request(doing.obligation) and doing.is_of_access):
        return None
    told = [
        row
        for row in rows
        if row.report.count != 0
        and in_window(row.span, doing.window).truth is not Truth.NO
        and (is_reply(row.report.act or "") if answers else doing.act_fact(row) is YES)
        and (doing.bearer is None or doing.names.did(row.report.actor, doing.bearer) is not NO)
        and not (doing.is_of_access and doing.of_it(row) is NO)
    ]
    if not told:
        return None
    some, ids = telling.some(events(told)), tuple(row.id for row in told)
    why = f"{capital(some)}. When that was due is not said: no report tells of what it answers."
    bring = f"Reports of what {listed_some(ids)} {'answers' if len(ids) == 1 else 'answer'}, and of when."
    return Judged(Outcome.CANNOT_TELL, why, bring, ids, doing.window.interval)


def _is_broken(doing: Doing, entry: Known, within: Duration, granted: Sequence[Known], as_of: dt.datetime) -> bool:
    """Whether a refusal surely is one of what is owed, and its time is over with nothing granted."""
    surely = (
        (doing.bearer is None or doing.names.did(entry.report.actor, doing.bearer) is YES)
        and in_window(entry.span, doing.window).truth is Truth.YES
        and (not doing.is_of_access or doing.of_it(entry).truth is Truth.YES)
    )
    until = after(entry.span.last, within)
    given = (entry.span.first <= one.span.last and one.span.first <= until for one in granted)
    return surely and until < as_of and not any(given)


def _may_be_granted(doing: Doing, entry: Known) -> bool:
    return entry.report.count != 0 and all_of(facts_shown(doing, entry)) is not Truth.NO


def _is_linked(entry: Known, record: Record) -> bool:
    return record.by_id.get(entry.report.about or "") not in (None, entry)


def is_refusal(doing: Doing, entry: Known) -> bool:
    """Whether the bearer refused what it owes."""
    said = entry.report.act
    if said is None or entry.same_as is not None or in_window(entry.span, doing.window).truth is Truth.NO:
        return False
    against = is_denied(doing.act, said) or (doing.act == "grant-access" and act_of(said) == "deny-access")
    by = YES if doing.bearer is None else doing.names.did(entry.report.actor, doing.bearer)
    trigger = doing.obligation.trigger
    asker = trigger.value.actor if trigger else None
    other = entry.report.counterpart
    whose = asker is None or other is None or doing.names.same(other, asker)
    whose = whose and not (doing.is_of_access and doing.of_it(entry).truth is Truth.NO)
    return against and by is not NO and whose and not undone(said).ahead
