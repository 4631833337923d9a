"""Whether what an occasion set off was done, and in time: every time that the happening can have had is tried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from parley.model import Duration, Interval, Life, Outcome, Report
from parley.text import patterns as re

from . import phrases
from .acts import act_meant, act_of, told_by
from .bans import Judged
from .bearing import denies
from .deadlines import IN_TIME, LATE, NOTHING, OUTWEIGHED, outcome_of
from .doers import asked
from .ever import EVER, FOREVER, TICK
from .matching import Doing
from .occasions import Occasion, is_act
from .replies import REPLY
from .requests import asked_for, is_on_request, is_refusal
from .roles import is_answer, is_set_off_by_notice, plays, role_of
from .showing import by_bearer, established, is_own_word, told_anyhow
from .standing import Known
from .telling import Event, Telling, capital, events, in_doubt, is_found, listed_some, to_bring
from .truth import NO, YES, Fact, Truth, all_of, options, possible
from .windows import Span, after, in_window


def judge_occasion(
    doing: Doing,
    within: Duration,
    occasion: Occasion,
    follow_ups: Iterable[Known],
    unlinked: Callable[[Span], Known | None],
    as_of: dt.datetime,
    zone: dt.tzinfo,
) -> Judged | None:
    """One occasion's verdict for one bearer; ``None`` where it does not concern the bearer or its window.

    ``follow_ups`` are the reports about the happening. They tell of something after it, so they also
    bound when it can have been. All instants at which the answer can change are tried, so the
    verdict is the same whenever, within what was reported, things happened. Where it is in doubt whether
    anything was owed at all, only "kept" and "pending" are the same either way. So it is where it wasn't shown done in
    time and an ``unlinked`` report, which is about nothing, may tell of it.
    """
    owed = facts_owed(doing, occasion)
    truth = all_of(owed)
    if truth is Truth.NO:
        return None
    follow_ups = tuple(follow_ups)
    findings = _own_findings(doing, occasion, follow_ups)
    told = (
        *(_since(doing, occasion, one) for one in follow_ups if not _is_before_it(doing, one, findings)),
        *_remedied(doing, occasion),
        *_inquired(doing, occasion, within, findings),
    )
    done = [(entry, all_of(_facts_done(doing, entry))) for entry in told]
    done = [(entry, truth) for entry, truth in done if truth is not Truth.NO]
    done += [(entry, Truth.YES) for entry in _found_late(doing, occasion, within, findings)]
    time = occasion.time
    early: list[Known] = []
    if not occasion.is_finding:
        early = [entry for entry, _ in done if entry.span.last < time.first]
        done = [(entry, by) for entry, by in done if entry.span.last >= time.first]
        time = Span(time.first, max(time.first, min([time.last, *(entry.span.last for entry, _ in done)])))
    outcomes = _outcomes(doing, within, occasion, time, done, as_of)
    besides = [(entry, by) for entry, by in done if not is_own_word(doing, entry)]
    found_late = any(entry.found and by is Truth.YES for entry, by in besides) and _outcomes(
        doing, within, occasion, time, besides, as_of
    ) == {Outcome.BREACHED}  # and so it stays, whatever the bearer says of itself
    outweighed = [entry for entry, _ in done if is_own_word(doing, entry)] if found_late else []
    if found_late:
        done, outcomes = besides, {Outcome.BREACHED}
    doubts = [fact for fact in owed if fact.truth is Truth.UNKNOWN]
    perhaps: Known | None = None
    if outcomes in ({Outcome.KEPT}, {Outcome.PENDING}):
        doubts = []
    elif Outcome.KEPT not in outcomes:
        due = after(time.last, within)
        whenever = doing.arranged or is_on_request(
            doing.obligation
        )  # what was asked for and given later was given late
        perhaps = unlinked(Span(time.first, max(as_of, due) if whenever else due))
        if perhaps is not None and found_late and is_own_word(doing, perhaps):
            outweighed, perhaps = [*outweighed, perhaps], None
        if perhaps is not None and perhaps.id in {one.id for one in occasion.entries}:
            perhaps = None  # what sets it off is no answer to itself
        by_itself = _found_by_itself(doing, occasion, due, findings)
        itself = [_IT_FOUND if doing.act in _INQUIRIES else _IT_TOLD] if by_itself else []
        doubts += [_about_it(perhaps)] if perhaps else itself
    at_its_time = {one.id: one for one in follow_ups} if doing.arranged else {}
    done = [(at_its_time.get(entry.id, entry), by) for entry, by in done]
    judged = _told(doing, within, occasion, time, done, outcomes, doubts, Telling(doing.names, zone, as_of))
    judged = _refused(doing, occasion, follow_ups, judged, Telling(doing.names, zone, as_of))
    if perhaps:
        judged = replace(judged, reports=(*judged.reports, perhaps.id))
    if outweighed:
        own = Telling(doing.names, zone, as_of).some(events(outweighed))
        ids = dict.fromkeys((*judged.reports, *(one.id for one in outweighed)))
        judged = replace(judged, why=f"{judged.why} {OUTWEIGHED.format(capital(own))}", reports=tuple(ids))
    if not early:
        return judged
    before = listed_some([entry.id for entry in early])
    return replace(judged, why=f"{judged.why} Told of a time before it, and not counted: {before}.")


def _outcomes(
    doing: Doing,
    within: Duration,
    occasion: Occasion,
    time: Span,
    done: Sequence[tuple[Known, Truth]],
    as_of: dt.datetime,
) -> set[Outcome]:
    """What it can come to, at all the times that the happening can have had."""
    outcomes: set[Outcome] = set()
    for instant in _instants(time, within, done, as_of):
        deadline = after(instant, within)
        choices = [
            options(by, _ranks(entry.span, instant, deadline, occasion.is_finding and not _is_remedy(doing, entry)))
            for entry, by in done
        ]
        outcomes |= {outcome_of(rank, as_of, deadline) for rank in possible(choices)}
    return outcomes


def _refused(doing: Doing, occasion: Occasion, follow_ups: Sequence[Known], judged: Judged, telling: Telling) -> Judged:
    """What was asked for, refused and not granted in time is no mere delay."""
    if judged.outcome is not Outcome.OVERDUE or not is_on_request(doing.obligation):
        return judged
    rows = [one for one in follow_ups if is_refusal(doing, one) and _by(doing, one) is YES]
    if not rows:
        return judged
    found = is_found(occasion.entries) and any(one.found for one in rows)
    return replace(
        judged,
        outcome=Outcome.BREACHED,
        finding="found" if found else "alleged",
        why=f"{judged.why} It was refused: {telling.some(events(rows), follows=True)}.",
        reports=tuple(dict.fromkeys((*judged.reports, *(one.id for one in rows)))),
    )


def facts_owed(doing: Doing, occasion: Occasion) -> list[Fact]:
    """The facts that together make the occasion one that the duty is owed on."""
    return [
        *occasion.doubts,
        happened(occasion),
        asked(doing.obligation, doing.framework).fact(occasion.entries, doing.bearer, doing.framework, doing.names),
        _role(doing, occasion),
        asked_for(doing, occasion.entry) if is_on_request(doing.obligation) else YES,
        in_window(occasion.time, doing.window),
    ]


def _about_it(entry: Known) -> Fact:
    """That a report which says of nothing that it is about it may tell of what was owed."""
    about = entry.report.about
    told = (
        f"{entry.id} is about {about}, and may be about this, too"
        if about
        else f"{entry.id} does not say what it is about"
    )
    return Fact(Truth.UNKNOWN, told, f"what {entry.id} is about")


_INQUIRIES = ("investigate", "verify")
_MAKES_GOOD = ("remedy", "repair", "compensate")
"""What is owed where something was broken, and done once a body says that it was remedied."""
_PAYS = ("compensate", "pay")
_MENDS = (*_MAKES_GOOD, "return", "build")
_WHETHER_GOOD = Fact(Truth.UNKNOWN, "whether that made it good is not said", "whether that made it good")
_MONEY = re.compile(r"\b(?:compensat|indemni|reimburs|pay|damages|reparation)", re.I)
_HOW_REMEDIED = Fact(Truth.UNKNOWN, "how it was remedied is not said", "how it was remedied")
_IT_FOUND = Fact(Truth.UNKNOWN, "it found so itself, and when it looked into it is not said", "when it looked into it")
_IT_TOLD = Fact(Truth.UNKNOWN, "it said so itself, and whom it told so, and when, is not said", "when it told whom")


_TELLS = frozenset({"report", "notify", "publish", "deliver", "share", "record"})


def _own_findings(doing: Doing, occasion: Occasion, follow_ups: Iterable[Known]) -> tuple[Report, ...]:
    """What the bearer, a body, found of what happened, or of what a notice is about: also that it was not so."""
    found = [one for entry in _all_told(occasion) for one in entry.found]
    found += [one.report for one in follow_ups if denies(one.report) and one.report.life is Life.FOUND]
    own = [one for one in found if doing.bearer is not None and doing.names.same(one.found_by, doing.bearer)]
    return tuple({one.id: one for one in sorted(own, key=lambda one: one.reported)}.values())


def _is_before_it(doing: Doing, entry: Known, findings: Sequence[Report]) -> bool:
    """Whether what is told came before the bearer had found anything, and so is no sending of what it found."""
    return bool(findings) and _tells_its_finding(doing) and entry.span.last < findings[0].reported


def _found_late(doing: Doing, occasion: Occasion, within: Duration, findings: Sequence[Report]) -> list[Known]:
    """What was found only after the finding had to be sent: it cannot have been sent in time."""
    if occasion.is_finding or not (findings and _tells_its_finding(doing)):
        return []
    first = findings[0]
    late = first.reported > after(occasion.time.last, within)
    return [_as_found(first)] if late else []


def _as_found(finding: Report) -> Known:
    """A finding as what its body did when it told it."""
    bare = {"worded": None, "object": None, "count": None, "life": Life.ALLEGED, "found_by": None}
    told = finding.replace(act="find", actor=finding.found_by, claimant=finding.found_by, **bare)
    return Known(told, Span(finding.reported, finding.reported))


def _found_by_itself(doing: Doing, occasion: Occasion, due: dt.datetime, findings: Sequence[Report]) -> bool:
    """Whether the bearer, who has to look into what happened or to tell what it finds, found whether it happened; of
    who has to tell of it, and not of what it found, that it found it or told somebody in time.
    """
    own = list(findings)
    if _tells_its_finding(doing):
        return any(one.reported <= due for one in own)
    if told_by(doing.act, "find", None).truth is not Truth.NO:
        return bool(own)
    if doing.act in ("notify", "report") and not is_set_off_by_notice(
        doing.obligation
    ):  # its own word of it, to somebody
        own += [one.report for one in occasion.entries if doing.names.same(one.report.claimant, doing.bearer)]
    return doing.act in _TELLS and any(one.reported <= due for one in own)


def _tells_its_finding(doing: Doing) -> bool:
    """Whether it has to tell what it found: "notify the Parties of its findings", "publish a finding"."""
    thing = doing.obligation.object
    return doing.act in _TELLS and thing is not None and act_meant(thing.value.text) == "find"


def _all_told(occasion: Occasion) -> Event:
    """The reports of what set the duty off and, where that is a notice, of the incident that it is about."""
    return (*occasion.entries, *occasion.about)


def happened(occasion: Occasion) -> Fact:
    """What somebody denies and no body of the text found may not have happened; what nobody denies is taken as said."""
    denied = any(denies(denial) for entry in occasion.entries for denial in entry.denials)
    if not denied or is_found(occasion.entries):
        return YES
    return Fact(Truth.UNKNOWN, "whether it happened is contested", "a finding whether it happened")


def _instants(
    time: Span, within: Duration, done: Sequence[tuple[Known, Truth]], as_of: dt.datetime
) -> list[dt.datetime]:
    """Times of the happening, one for each answer that can follow: the ends, and where something tips."""
    tips = {as_of, *(end for entry, _ in done for end in (entry.span.first, entry.span.last) if end > EVER)}
    back = dt.timedelta(days=within.days, minutes=within.minutes)
    # A month has no fixed length, so each that it can have is tried.
    steps = [back + dt.timedelta(days=days) for days in range(28 * within.months, 31 * within.months + 1)]
    if after(EVER, within) >= as_of:  # longer than all of history: nothing tips
        steps = []
    tried = {time.first, time.last}
    for tip in tips:
        for base in (tip, *(tip - step for step in steps if tip - EVER > step)):
            tried |= {instant for instant in (base - TICK, base, base + TICK) if time.first <= instant <= time.last}
    return sorted(tried)


def _ranks(span: Span, instant: dt.datetime, deadline: dt.datetime, is_finding: bool) -> frozenset[int]:
    """What a follow-up amounts to if the happening was at ``instant``.

    What is told about an incident came after it; a meeting about an incident may have come before it was *found*.
    """
    ranks = set()
    if is_finding and span.first < instant:
        ranks.add(NOTHING)
    if (span.last >= instant or not is_finding) and span.first <= deadline:
        ranks.add(IN_TIME)
    if span.last > deadline:
        ranks.add(LATE)
    return frozenset(ranks)


def _role(doing: Doing, occasion: Occasion) -> Fact:
    """A duty of the Party notified, the accused Party, whoever answers a notice, is the duty of that party alone."""
    role = role_of(doing.obligation)
    if role is None:
        return YES
    about = occasion.about if is_set_off_by_notice(doing.obligation) else occasion.entries
    return plays(role, doing.bearer, occasion.entries, about, doing.framework, doing.names)


def _facts_done(doing: Doing, entry: Known) -> list[Fact]:
    """The facts that together make what follows the doing that is asked for: the act, by the bearer, established.

    A denial answers what it denies: that it was said is all that has to be known.
    """
    if is_answer(doing.obligation) and denies(entry.report):
        by_body = entry.report.life is Life.FOUND and doing.names.is_body(entry.report.found_by)
        return [NO] if by_body else [_by(doing, entry)]
    done = is_act("notify", entry) if is_answer(doing.obligation) else is_act(doing.act, entry, doing.wording)
    done = YES if _is_remedy(doing, entry) or _is_inquiry(doing, entry) else done
    done = max(done, doing.was_arranged(entry), key=lambda fact: fact.truth)
    done = done if done is not NO else told_anyhow(doing, entry)
    if done is NO and doing.act in _MAKES_GOOD and entry.report.life is Life.REMEDIED:
        done = _HOW_REMEDIED
    if done is NO and doing.act in _MAKES_GOOD and not _asks_money(doing) and act_of(entry.report.act or "") in _MENDS:
        done = _WHETHER_GOOD  # "make good the damage": houses that were rebuilt
    if done is NO and _tells_its_finding(doing) and act_of(entry.report.act or "") == "find":
        done = _IT_TOLD
    return [done, _by(doing, entry), *established(doing, entry)]


def _since(doing: Doing, occasion: Occasion, entry: Known) -> Known:
    """What took place as what had to be arranged for it: that was at any time until then."""
    if doing.was_arranged(entry) is NO:
        return entry
    since = min(occasion.time.first, entry.span.first)
    return replace(entry, span=Span(since, entry.span.last))


def _remedied(doing: Doing, occasion: Occasion) -> list[Known]:
    """What the reports of the happening themselves say of its remedy: that it was by the time when they were made."""
    rows = [one for one in occasion.entries if doing.act in _MAKES_GOOD and one.report.life is Life.REMEDIED]
    act = "remedy" if _asks_money(doing) else doing.act
    return [
        Known(
            row.report.replace(act=act, worded=None, object=None, count=None),
            Span(row.span.first, max(row.span.last, row.report.reported)),
            found=row.found,
            denials=row.denials,
            same_as=row.same_as,
        )
        for row in rows
    ]


def _inquired(doing: Doing, occasion: Occasion, within: Duration, findings: Sequence[Report]) -> list[Known]:
    """What bodies found of the happening so soon that it was in time, for a duty to look into it.

    Of a later finding nobody knows when they looked.
    """
    finds = doing.act == "find" and doing.obligation.counterpart is None
    if occasion.is_finding or not (finds or doing.act in _INQUIRIES):
        return []
    found = {one.id: one for entry in _all_told(occasion) for one in entry.found} | {one.id: one for one in findings}
    return [_as_found(one) for one in found.values() if one.reported <= after(occasion.time.first, within)]


def _is_inquiry(doing: Doing, entry: Known) -> bool:
    """Whether what is told is a finding, of what has to be looked into: who finds how it was has done so."""
    return doing.act in _INQUIRIES and act_of(entry.report.act or "") == "find"


def _is_remedy(doing: Doing, entry: Known) -> bool:
    """Whether a body says that what had to be remedied was: also before it was found there is no more to remedy.

    Of who has to pay that is not said where it was remedied otherwise.
    """
    if doing.act not in _MAKES_GOOD or entry.report.life is not Life.REMEDIED:
        return False
    return not _asks_money(doing) or act_of(entry.report.act or "") in _PAYS


def _asks_money(doing: Doing) -> bool:
    return doing.act == "compensate" and _MONEY.search(doing.wording) is not None


def _by(doing: Doing, entry: Known) -> Fact:
    report = entry.report
    speaks = denies(entry.report) or (report.actor is None and is_answer(doing.obligation))
    who = report.claimant if speaks else report.actor
    did = YES if doing.bearer is None else doing.names.did(who, doing.bearer) if speaks else by_bearer(doing, entry)
    if speaks and did is NO and doing.bearer is not None and doing.names.did(report.actor, doing.bearer) is YES:
        return _WHOSE_WORD
    return _WHO if did.truth is Truth.UNKNOWN or (did is NO and doing.was_arranged(entry) is not NO) else did


_WHO = Fact(Truth.UNKNOWN, "who did what follows is not named", "who did what follows it")
_WHOSE_WORD = Fact(Truth.UNKNOWN, "whether who tells of the denial only passes it on is not said", "who denied it")
_WHEN_ARRANGED = Fact(Truth.UNKNOWN, "when it was arranged is not said", "when it was arranged")
_WHEN = Fact(Truth.UNKNOWN, "the times do not decide it", "a more exact time")


def _doubts_of_what_follows(doing: Doing, doubtful: Sequence[Known]) -> list[Fact]:
    facts = [fact for entry in doubtful for fact in _facts_done(doing, entry) if fact.truth is Truth.UNKNOWN]
    return list(dict.fromkeys(facts)) or [_WHEN_ARRANGED if doing.arranged else _WHEN]


def _told(
    doing: Doing,
    within: Duration,
    occasion: Occasion,
    time: Span,
    done: Sequence[tuple[Known, Truth]],
    outcomes: set[Outcome],
    doubts: Sequence[Fact],
    telling: Telling,
) -> Judged:
    """The judgement in words; ``doubts`` say why perhaps nothing was owed, where that decides."""
    latest = after(time.last, within)
    event = events(occasion.entries)[0] if occasion.is_finding else occasion.entries
    why = f"{capital(telling.event(event))}."
    if occasion.others:
        with_it = listed_some([entry.id for entry in occasion.others])
        why += f" With {with_it} that makes {len(occasion.others) + 1} in the time that the text names."
    follow = telling.some(events(entry for entry, _ in done), follows=True)
    what = REPLY if is_answer(doing.obligation) else phrases.deed(doing.act, doing.wording)
    due = f"due by {telling.moment(latest)}" + ("" if time.first == time.last else " at the latest")
    nothing = "nothing shows that it was done"
    if doubts or len(outcomes) > 1:
        outcome = Outcome.CANNOT_TELL
        doubts = doubts or _doubts_of_what_follows(doing, [entry for entry, truth in done if truth is Truth.UNKNOWN])
        shown = f": {follow}" if follow else f", and {nothing}" if telling.as_of > latest else ""
        why += f" {capital(phrases.with_article(what))} about it was {due}{shown}; but {in_doubt(doubts)}."
        change = to_bring([event], lambda _: doubts)
    else:
        outcome = next(iter(outcomes))
        if outcome is Outcome.KEPT:
            why += f" The {what} came in time ({due}): {follow}."
            change = "The withdrawal or correction of these reports."
        elif outcome is Outcome.BREACHED:
            why += f" The {what} came late ({due}): {follow}."
            change = "A report that it was done earlier."
        elif outcome is Outcome.OVERDUE:
            why += f" The {what} was {due}, and {nothing}."
            change = f"A report about {event[0].id} that it was done, by whom and when."
        else:
            why += f" The {what} is {due}."
            change = f"A report about {event[0].id} that it was done, or the passing of that time."
    established = is_found(occasion.entries) and any(entry.found for entry, _ in done)
    return Judged(
        outcome,
        why,
        change,
        tuple(
            dict.fromkeys(entry.id for entry in (*occasion.entries, *occasion.others, *(entry for entry, _ in done)))
        ),
        Interval(earliest=time.first, latest=None if latest >= FOREVER else latest),
        ("found" if established else "alleged") if outcome is Outcome.BREACHED else None,
        occasion.entry.id,
    )
