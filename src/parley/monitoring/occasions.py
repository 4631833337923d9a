"""What sets off a duty within a time of something: each such thing is an occasion with a deadline of its own."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from parley.model import Framework, Life, Obligation
from parley.text import patterns as re

from . import notices
from .acts import act_meant, act_of, told_by
from .alleged import Alleged, alleged, only_denied, reported_by
from .articles import articles_named
from .bearing import says_no
from .doers import FINDING, INCIDENT, told_in_front
from .forbids import forbidden_act
from .happening import thing_asked
from .itself import Itself, act_told, itself
from .matching import Doing
from .names import Names, fold
from .notyet import NotYet
from .of_each import is_made
from .replies import is_reply
from .requests import REQUEST, is_on_request
from .roles import is_set_off_by_notice
from .standing import Known, Record
from .telling import Event
from .truth import NO, YES, Fact, Truth, all_of
from .undone import only_tells_of, undone
from .windows import Span, reported_span

NOTHING_SET_OFF = "Nothing that would set it off has been reported."
_RECEIPT = re.compile(r"\W*(?:(?:upon|on|after|of)\s+)?(?:the\s+)?(?:receipt|receiving)\b", re.I)
_SEEN = Fact(Truth.UNKNOWN, "who found it is not said by its having been seen", "who found it")
_UPON = frozenset(
    {"upon", "after", "when", "whenever", "of", "following", "each", "every", "on", "within", "if", "once", "where",
     "as soon as"}
)  # fmt: skip
_BREACH = re.compile(r"\b(?:violat\w+|breach(?:es|ed)?|infring\w+|non-?compliance)\b", re.I)
_MAY_BE = re.compile(r"\b(?:may|might|could|appears?|alleged|suspected|possible|apparent)\b", re.I)
MANY = re.compile(
    r"\b(?:repeated|recurrent|recurring|persistent|systematic|successive|frequent|numerous|several|multiple|"
    r"(?:a|any)\s+(?:series|pattern|number|succession)\s+of)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:incidents?|violations?|breach(?:es)?|attacks?|shellings?|complaints?|infringements?|notices?)\b|"
    r"\brepeatedly\s+[\w-]+",
    re.I,
)
"""More than one, and nobody says how many."""
_NO_BANS = NotYet("the text forbids nothing of which that could be said")
_OF_NO_BAN = NotYet("the articles that it names forbid nothing, and that something was not done no report tells")
_COMMITTED = re.compile(
    r"\s+(?:committed|carried\s+out|launched|perpetrated|conducted|caused|made|undertaken)\s+by\b", re.I
)


@dataclass(frozen=True)
class Incident:
    """That a report tells of something forbidden: how surely, and the ban that it is held against.

    ``doer`` says whether the ban binds whoever did it, where it has to.
    """

    truth: Truth
    doing: Doing
    doer: Fact = YES


@dataclass(frozen=True)
class Occasion:
    """One thing that sets a duty off: its reports, the first of them first; when it was; why it may be none.

    ``is_finding``: what sets the duty off is that a body found it, at the ``time`` when it reported so (or that it
    was one of several, see ``counting``): what is told about the happening may have come before that. ``others``
    are the happenings without which it would be none.
    """

    entries: Event
    time: Span
    doubts: tuple[Fact, ...]
    is_finding: bool
    others: tuple[Known, ...] = ()
    about: Event = ()
    """Of a notice, the incident that it is about."""

    @property
    def entry(self) -> Known:
        return self.entries[0].root


class Cause(enum.Enum):
    """What sort of thing sets a duty off: something that a ban forbids, a body's finding of it, or an act."""

    INCIDENT = "incident"
    FINDING = "finding"
    ACT = "act"


def cause(obligation: Obligation, framework: Framework) -> tuple[Cause, str] | NotYet:
    """What sets the duty off, with the act where it is one, or a clause that says why reports can't tell.

    An *incident* is what one of the text's bans forbids, a *finding* an incident that a body of the text
    found; any act of the lexicon may set a duty off, too.
    """
    trigger = obligation.trigger
    if trigger is None:
        words = obligation.object.value.text if obligation.object and not is_made(obligation) else ""
        kind, event, negated = "upon", words, False
    else:
        kind, event = trigger.value.kind, trigger.value.event
        negated = bool(re.search(r"\b(?:not|no|without|unless)\b", trigger.words, re.I))
        if trigger.value.count is not None or trigger.value.period is not None:
            return NotYet("events are not counted over a period")
    if (many := MANY.search(event if trigger is None else trigger.words)) is not None:
        words = " ".join(many[0].split())
        return NotYet(f"how many '{words}' are the text does not say", f"How many '{words}' are, and in what time.")
    if alleged(obligation) is not None and not negated:
        return Cause.INCIDENT, ""
    if kind.casefold() not in _UPON or negated:
        return NotYet(f"the condition '{' '.join(trigger.words.split()) if trigger else event}' is not handled")
    if only_denied(obligation):
        return NotYet("when somebody denies something is not handled")
    if itself(obligation) is Itself.INTENDS:
        return NotYet("what somebody only means to do no report tells")
    meaning = next((one.meaning for one in framework.definitions if fold(one.term) == fold(event)), "")
    told = " ".join(trigger.words.split()) if trigger else event
    found = FINDING.search(told) and INCIDENT.search(told)  # "is found to have breached Article 1"
    finds = FINDING.search(event) or FINDING.search(meaning) or act_meant(event) in ("find", "verify")
    if found or (finds and act_told(obligation) != "uncover"):
        return Cause.FINDING, ""
    if is_set_off_by_notice(obligation):
        return Cause.ACT, "notify"
    if INCIDENT.search(event) or INCIDENT.search(meaning):
        return Cause.INCIDENT, ""
    if is_on_request(obligation):
        return Cause.ACT, REQUEST
    if _RECEIPT.match(told):
        return Cause.ACT, "receive"
    act = act_told(obligation) or act_meant(event) or act_meant(_COMMITTED.split(event)[0])
    if act is None:
        counted = " ".join(obligation.window.words.split()) if obligation.window else ""
        if trigger is None:
            why = f"from when the time in '{counted}' is counted was not read"
            return NotYet(why, "What it is counted from in the text, such as 'within five days of D-day'.")
        why = f"'{event}' names no event that reports tell of"
        return NotYet(why, "A word in the text for what sets it off that reports use, too, such as 'incident'.")
    return Cause.ACT, act


def articles_broken(obligation: Obligation, framework: Framework) -> tuple[str, ...]:
    """The bans of which a breach sets the duty off, where the text says which ("a violation of Article 1"); none: any.

    The duty's own words say so, or those that define the incident.
    """
    named = _articles_meant(obligation, framework)
    return tuple(each.provision for each in framework.obligations if each.provision in named and forbidden_act(each))


def _articles_meant(obligation: Obligation, framework: Framework) -> tuple[str, ...]:
    words, meaning = event_words(obligation, framework)
    what = obligation.object.value.text if obligation.object else ""
    what = what if FINDING.search(words) and INCIDENT.search(what) else ""  # "every breach of Article 1"
    asked_of = (words, what, told_in_front(obligation), meaning)
    return next(filter(None, (articles_named(told, framework) for told in asked_of)), ())


class Bound(enum.Enum):
    """Whether the ban has to bind whoever did it: a breach is of somebody bound; an incident may be anybody's."""

    ANYBODY = "anybody"
    PERHAPS = "perhaps"
    SURELY = "surely"


def bound(obligation: Obligation, framework: Framework) -> Bound:
    """As the duty's words say, or those that define the incident: "may be a breach" asks for no more than that."""
    told = " ".join(event_words(obligation, framework))
    if not _BREACH.search(told):
        return Bound.ANYBODY
    return Bound.PERHAPS if _MAY_BE.search(told) else Bound.SURELY


def event_words(obligation: Obligation, framework: Framework) -> tuple[str, str]:
    """The words for what sets a duty off, and what the text defines them to mean."""
    trigger = obligation.trigger
    words = obligation.object.value.text if obligation.object else ""
    event, words = (trigger.value.event, trigger.words) if trigger else (words, words)
    return words, next((one.meaning for one in framework.definitions if fold(one.term) == fold(event)), "")


def occasions(
    obligation: Obligation,
    framework: Framework,
    record: Record,
    incidents: Mapping[str, Incident],
    names: Names,
) -> list[Occasion] | NotYet:
    """What has set the duty off, or a clause that says why that can't be told from reports.

    An incident is a report that tells, surely or perhaps, of what one of the text's bans forbids, or one of
    :func:`articles_broken` (``incidents``, by id); a finding is set at the time when the body reported it.
    """
    found = cause(obligation, framework)
    if isinstance(found, NotYet):
        return found
    sort, act = found
    if sort is not Cause.ACT and _articles_meant(obligation, framework) and not articles_broken(obligation, framework):
        return _OF_NO_BAN
    if sort is Cause.FINDING:
        return _findings(record, incidents)
    if (who := alleged(obligation)) is not None:
        return _alleged(who, framework, record, incidents, names)
    if sort is Cause.INCIDENT:
        return _incidents(record, incidents)
    if is_set_off_by_notice(obligation):
        return _notices(obligation, framework, record, names)
    wording = " ".join(event_words(obligation, framework))
    is_thing = thing_asked(obligation, act, framework, names)

    def facts(one: Known) -> tuple[Fact, ...]:
        return sets_off(act, one, wording), is_thing(one)

    told = happenings(record, lambda one: all_of(facts(one)) is not Truth.NO)
    return [Occasion(rows, rows[0].root.span, _doubts_of([facts(row) for row in rows]), False) for rows in told]


def _notices(obligation: Obligation, framework: Framework, record: Record, names: Names) -> list[Occasion]:
    """The notices that a duty is set off by, each with what it is about."""
    meant = notices.is_meant(obligation, framework, names)

    def of_it(one: Known) -> Fact:
        return meant(one, bool(_about((one,), record)))

    complaint = notices.asks_complaint(obligation)

    def tells(one: Known) -> bool:
        return is_act("notify", one) is YES or (complaint and notices.may_complain(one))

    told = happenings(record, lambda one: tells(one) and not _is_reply(one, record, names) and of_it(one) is not NO)
    return [
        Occasion(
            rows, rows[0].root.span, _doubts_of([(of_it(row),) for row in rows]), False, about=_about(rows, record)
        )
        for rows in told
    ]


def _alleged(
    who: Alleged, framework: Framework, record: Record, incidents: Mapping[str, Incident], names: Names
) -> list[Occasion] | NotYet:
    """What was reported by somebody of those whom the text asks for, from when that was."""
    act = act_meant(who.what)
    of_a_ban = INCIDENT.search(who.what) is not None
    if of_a_ban and act in (None, "violate") and not any(map(forbidden_act, framework.obligations)):
        return _NO_BANS

    def is_it(entry: Known) -> bool:
        if of_a_ban and entry.id in incidents:
            return True
        return act is not None and act != "violate" and is_act(act, entry, who.what) is YES

    result = []
    for rows in happenings(record, is_it):
        fact, time = reported_by(who, rows, record.follow_ups.get(rows[0].root.id, ()), framework, names)
        if fact is not NO:
            doubts = _doubts(rows, incidents) if of_a_ban and rows[0].id in incidents else ()
            result.append(Occasion(rows, time, (*doubts, *([] if fact is YES else [fact])), False))
    return result


def _about(rows: Event, record: Record) -> Event:
    """What a notice is about, through other notices."""
    seen: list[Known] = []
    entry = rows[0].root
    while (before := record.by_id.get(entry.report.about or "")) is not None and before.root not in seen:
        entry = before.root
        seen.append(entry)
    return (entry,) if seen else ()


def _is_reply(entry: Known, record: Record, names: Names) -> bool:
    """Whether what may be a notice answers one: it says so, or it is the accused's beside another's notice."""
    if is_reply(entry.report.act or ""):
        return True
    about = _about((entry,), record)
    giver = entry.report.actor or entry.report.claimant
    if not about or names.nobody(giver):
        return False
    target = record.by_id.get(entry.report.about or "")
    if target is not None and target.root is not about[0]:
        return not names.same(giver, target.report.actor or target.report.claimant)
    accused = names.same(giver, about[0].report.actor)
    before = (
        one for one in record.follow_ups.get(about[0].id, ()) if one is not entry and is_act("notify", one) is YES
    )
    return accused and any(not names.same(giver, one.report.actor or one.report.claimant) for one in before)


def is_act(wanted: str, entry: Known, wording: str = "") -> Fact:
    """Whether a report tells of the act that sets a duty off; what names no act of the lexicon sets nothing off.

    ``wording`` has the words of the text for that act.
    """
    said = entry.report.act
    if said is None or says_no(said):
        return NO
    told = _told_by(wanted, entry, wording)
    return told if told is YES or act_of(said) is not None else NO


def sets_off(wanted: str, entry: Known, wording: str) -> Fact:
    """As :func:`is_act`; an act that was attempted, averted or ended may have been one. What a party uncovers a report
    may call found, too.
    """
    said = entry.report.act
    if wanted == "uncover" and (found := is_act("find", entry, wording)) is YES:
        return found
    if wanted == "uncover" and entry.report.worded == "sighting":
        return _SEEN
    report = entry.report
    is_told = report.about is not None and only_tells_of(report.act_said or "", wanted, report.object)
    if is_told and wanted != "notify":
        return NO
    if said is None or says_no(said) or not undone(said).acts:
        return is_act(wanted, entry, wording)
    return _told_by(wanted, entry, wording)


def _told_by(wanted: str, entry: Known, wording: str) -> Fact:
    report = entry.report
    return told_by(wanted, report.act or "", report.object, report.worded, wording, happened=True)


def _doubts_of(told: Sequence[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """Why a happening may be none of those meant: nothing, if one of its reports surely tells of one."""
    if any(all_of(facts) is Truth.YES for facts in told):
        return ()
    return tuple(fact for fact in told[0] if fact.truth is Truth.UNKNOWN)


def _incidents(record: Record, incidents: Mapping[str, Incident]) -> list[Occasion]:
    found = happenings(record, lambda entry: entry.id in incidents)
    return [Occasion(rows, rows[0].root.span, _doubts(rows, incidents), False) for rows in found]


def _findings(record: Record, incidents: Mapping[str, Incident]) -> list[Occasion]:
    result = []
    for rows in happenings(record, lambda entry: bool(entry.found) and entry.id in incidents):
        first = min((report for row in rows for report in row.found), key=lambda report: report.reported)
        time = reported_span(first)
        if first.life is Life.REMEDIED:  # found before that, at a time that no report gives
            time = Span(min(rows[0].root.span.first, time.first), time.last)
        result.append(Occasion(rows, time, _doubts(rows, incidents), True))
    return result


def happenings(record: Record, wanted: Callable[[Known], bool]) -> list[Event]:
    """Each happening once, with the wanted ones of its reports in their order."""
    rows: dict[str, list[Known]] = {}
    for entry in record.known:
        if wanted(entry):
            rows.setdefault(entry.root.id, []).append(entry)
    return [tuple(sorted(told, key=lambda entry: entry.same_as is not None)) for told in rows.values()]


def _doubts(rows: Event, incidents: Mapping[str, Incident]) -> tuple[Fact, ...]:
    """Why the happening may be no incident: nothing, if one of its reports surely tells of one."""
    if any(incidents[row.id].truth is Truth.YES for row in rows):
        return ()
    incident = incidents[rows[0].id]
    doer = [incident.doer] if incident.doer.truth is Truth.UNKNOWN else []
    return (*incident.doing.doubts(rows[0]), *doer)
