"""Duties to do something within a time of a request: who asked whom for what, and refusals of what was asked."""

from __future__ import annotations

from parley.model import Obligation, Outcome
from parley.text import patterns as re
from parley.text.acts import acts_in, acts_meet

from .acts import act_of
from .bans import Judged
from .matching import Doing
from .standing import Known, Record
from .telling import Telling, capital, events, listed_some
from .truth import NO, YES, Fact, Truth
from .undone import is_denied, undone
from .windows import in_window

REQUEST = "request"
_ASKED = re.compile(r"\b(?:requests?|requested|demands?|demanded|asked|asks)\b", re.I)
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
    words = f"{report.act} {report.object or ''}"
    named = {act for act, _, _ in acts_in(words)} - {REQUEST}
    if not named:
        facts.append(_FOR_WHAT)
    elif not any(act == doing.act or acts_meet(act, doing.act) for act in named):
        facts.append(NO)
    return min(facts, key=lambda fact: fact.truth)


def refused(doing: Doing, record: Record, telling: Telling) -> Judged | None:
    """What the bearer refused, where no report tells of the request: it was asked for, and nobody knows when."""
    rows = [entry for entry in record.known if _is_refusal(doing, entry) and not _is_linked(entry, record)]
    if not rows:
        return None
    why = f"{capital(telling.some(events(rows)))}. It was asked for, then; when is not said, nor when it was done."
    ids = tuple(entry.id for entry in rows)
    bring = f"Reports of the requests that {listed_some(ids)} refuse, or a finding."
    return Judged(Outcome.CANNOT_TELL, why, bring, ids, doing.window.interval)


def _is_linked(entry: Known, record: Record) -> bool:
    return record.by_id.get(entry.report.about or "") not in (None, entry)


def _is_refusal(doing: Doing, entry: Known) -> bool:
    said = entry.report.act
    if said is None or entry.same_as is not None or in_window(entry.span, doing.window).truth is Truth.NO:
        return False
    against = is_denied(doing.act, said) or (doing.act == "grant-access" and act_of(said) == "deny-access")
    by = YES if doing.bearer is None else doing.names.did(entry.report.actor, doing.bearer)
    trigger = doing.obligation.trigger
    asker = trigger.value.actor if trigger else None
    other = entry.report.counterpart
    whose = asker is None or other is None or doing.names.same(other, asker)
    return against and by is not NO and whose and not undone(said).ahead
