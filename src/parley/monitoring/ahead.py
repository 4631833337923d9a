"""Duties to tell of something so long before it: "24 hours before it moves troops", "announce each convoy in advance".

Each such thing that is reported is an occasion. What was told before it of that thing was told in time, or late.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Duration, Framework, Interval, Obligation, Outcome, Relation, Slot, Thing, Where
from parley.text import patterns as re
from parley.text.acts import verb_at_start
from parley.text.numbers import PATTERN, parse_number

from . import phrases
from .acts import GOING, act_meant, act_of
from .bans import Judged
from .deadlines import IN_TIME, LATE, NOTHING, outcome_of
from .kinds import and_wider, are_of, kinds_named
from .matching import Doing
from .notyet import NotYet
from .objects import is_of, stems, stems_told
from .occasions import Occasion, happenings, is_act, sets_off
from .owed import happened
from .places import Places
from .showing import by_bearer, count_of, word_stands
from .standing import Known, Record
from .telling import Telling, capital, events, in_doubt, to_bring
from .truth import NO, YES, Fact, Truth, all_of, options, possible
from .undone import undone
from .windows import Span, in_window
from .zone_words import ZoneWords

_TELLS = frozenset({"notify", "report", "publish", "share"})
_COMES = frozenset(
    {"pass", "move", "enter", "cross", "advance", "deliver", "transport", "carry", "escort", "deny-access", "suspend",
     "stop", "halt", "withdraw", "overfly", "patrol", "attack"}
)  # fmt: skip
"""What a report tells of a convoy that was on its way: that it went, or what befell it."""
_OF_IT = re.compile(r"(?:its|their|the)\s+\w+|take-off|departure|arrival", re.I)
"""What is of the thing that has to be told ("before its departure")."""
_EACH = re.compile(r"\A(?:(?:each|every|any|all|an?|such|its|their|of|the)\s+)+", re.I)
_BY_IT = re.compile(r"(?:it|they)\s+", re.I)
_OF_WHAT = re.compile(r"[\w-]+\s+of\s+(?:(?:an?|the|any|each|its|their)\s+)*(?P<thing>.+)", re.I)
_MORE_THAN = re.compile(
    rf"(?:\b(?:with|involving|by|of|comprising)\s+)?"
    rf"(?:\b(?:more\s+than|over|in\s+excess\s+of)\s+(?P<over>{PATTERN})|\b(?:at\s+least|no\s+fewer\s+than)\s+(?P<least>{PATTERN})|"
    rf"\b(?P<more>{PATTERN})\s+or\s+more)\s+(?P<counted>[\w-]+(?:\s+(?!(?:in|into|to|from|on|at|over|through|within|across)\b)[\w-]+)?)",
    re.I,
)
_PREPOSITION = re.compile(r"\s+(?:into|in|to|from|across|over|through|within|on|at|out\s+of)\s.*", re.I | re.DOTALL)
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b"
)
_WHICH = Fact(Truth.UNKNOWN, "of what it told is not said", "of what it told")
_HOW_MANY = Fact(Truth.UNKNOWN, "how many it was is not said", "how many it was")
_WHEN = Fact(Truth.UNKNOWN, "the times do not decide it", "a more exact time")


@dataclass(frozen=True)
class Coming:
    """What has to be told of before it comes: an act or, where none is named, a thing; how many, and where."""

    act: str | None
    thing: str
    more_than: float | None
    place: Slot[Where] | None
    words: str
    counted: str = ""
    """What it is more of: "troops" of an exercise with more than 5,000 troops."""


def is_ahead(obligation: Obligation) -> bool:
    """Whether it asks to tell somebody of something so long before that happens."""
    window, trigger, act = obligation.window, obligation.trigger, obligation.act
    before = trigger is not None and trigger.value.kind == "before"
    return before and window is not None and window.value.within is not None and act is not None and act.value in _TELLS


def coming(obligation: Obligation, framework: Framework) -> Coming | NotYet:
    """What it is that has to be told of."""
    trigger, thing = obligation.trigger, obligation.object
    assert trigger is not None
    event = " ".join(trigger.words.split()) or trigger.value.event
    if _OF_IT.fullmatch(event) and thing is not None:
        event = thing.value.text
    said, event = event, ZoneWords(framework).bare(event)
    by_it = _BY_IT.match(event)
    does = event[by_it.end() :] if by_it else ""
    verb = verb_at_start(does) if does else None
    what = _EACH.sub("", does[verb[1] :].strip() if verb else event)
    more = _MORE_THAN.search(what)
    whole = (
        f"{what[: more.start()]}{what[more.start('counted') :]}" if more and not what[: more.start()].strip() else what
    )
    head = _PREPOSITION.sub("", what[: more.start()].rstrip() if more and what[: more.start()].strip() else whole)
    act = verb[0] if verb else act_meant(event) or act_of(event)
    act = None if act == "escort" else act  # a convoy is what comes, and no escort
    if act is None and (by_it or len(head.split()) > 3):
        return NotYet(f"'{event}' names nothing that reports tell of")
    zones = (one.term for one in framework.definitions if one.annex and not one.term.endswith("Line"))
    term = next((term for term in zones if re.search(rf"\b{re.escape(term)}\b", said)), None)
    place: Slot[Where] | None = None
    if term is not None:
        place = Slot(words=term, value=Where(relation=Relation.IN, of=(term,)), spans=trigger.spans)
    own = obligation.place
    if own is not None and own.spans and trigger.spans and own.spans[0].start - trigger.spans[-1].end in (0, 1):
        place = own  # "any exercise within 50 km of the Line"
    number, counted = _limit(more), "" if more is None else more["counted"]
    of = _OF_WHAT.match(head) if act in GOING else None  # "movement of a convoy": of whatever moves besides, nothing
    moved = of["thing"] if of else head if verb or act is None else ""
    if act in GOING and counted and not verb:
        moved = counted  # "movement of more than ten vehicles"
    return Coming(act, moved, number, place, event, counted)


def _limit(more: re.Match[str] | None) -> float | None:
    """More than how many it has to be: "500 or more" are more than 499."""
    if more is None:
        return None
    return float(parse_number(more["over"])) if more["over"] else float(parse_number(more["least"] or more["more"])) - 1


def comings(what: Coming, doing: Doing, record: Record, places: Places) -> list[Occasion] | NotYet:
    """Each time that it came, in the order of time: several reports of a day are one, where no act is named."""
    rule = places.rule(what.place, None, None) if what.place is not None else None
    if isinstance(rule, NotYet):
        return rule

    def facts(one: Known) -> list[Fact]:
        where = rule.fact(one) if rule is not None else YES
        return [_is_it(what, one, doing.framework), _by(what, doing, one), _many(what, one, doing.framework), where]

    found = []
    for rows in happenings(record, lambda one: all_of(facts(one)) is not Truth.NO):
        best = max((facts(row) for row in rows), key=all_of)
        doubts = tuple(fact for fact in best if fact.truth is Truth.UNKNOWN)
        found.append(Occasion(rows, rows[0].root.span, doubts, False))
    found.sort(key=lambda one: one.time.first)
    if what.act is not None:
        return found
    days = {one.time.first.date(): one for one in reversed(found)}
    return [one for one in found if days[one.time.first.date()] is one]


def _is_it(what: Coming, entry: Known, framework: Framework) -> Fact:
    said = entry.report.act
    if said is None or any(is_act(act, entry) is YES for act in _TELLS):
        return NO
    left = undone(said)
    if left.acts and (left.cued or not left.words):
        return NO
    if what.act is None:
        if act_of(said) not in _COMES:
            return NO
        return YES if stems(what.thing) <= stems_told(entry.report) else NO
    done = sets_off(what.act, entry, what.words)
    return done if done is NO or not what.thing else min(done, _of(what.thing, entry, framework), key=lambda f: f.truth)


def _of(thing: str, entry: Known, framework: Framework) -> Fact:
    return YES if stems(thing) <= stems_told(entry.report) else is_of(entry.report.object, Thing(text=thing), framework)


def _by(what: Coming, doing: Doing, entry: Known) -> Fact:
    """A party tells of what is its own; what others tell of ("the Society shall announce each convoy") is anybody's."""
    if doing.bearer is None or (what.act is None and doing.names.key(doing.bearer) not in doing.names.parties):
        return YES
    return doing.names.did(entry.report.actor, doing.bearer)


def _many(what: Coming, entry: Known, framework: Framework) -> Fact:
    """Whether it was more than so many: of what is counted, where the report gives the number of that."""
    if what.more_than is None:
        return YES
    report, count = entry.report, count_of(entry.report)
    same = (
        report.object is None or _are_people(what.counted, report.object) or _of(what.counted, entry, framework) is YES
    )
    if count is None or not same:
        return _HOW_MANY
    if report.qualifier in ("about", "at least", "more than") and count <= what.more_than:
        return YES if report.qualifier == "more than" and count >= what.more_than else _HOW_MANY
    if report.qualifier in ("about", "less than", "up to") and count > what.more_than:
        return _HOW_MANY
    return YES if count > what.more_than else NO


def _are_people(*things: str) -> bool:
    """Whether all are words for people: "troops", "soldiers"."""
    return all(are_of(and_wider(kinds_named(one)), ("people", "force")) for one in things)


def judge_ahead(
    doing: Doing, what: Coming, came: Sequence[Occasion], told: Sequence[Known], as_of: dt.datetime, zone: dt.tzinfo
) -> list[Judged]:
    """A verdict for each time that it came. ``told`` are the reports of the duty's act."""
    window = doing.obligation.window
    assert window is not None
    assert window.value.within is not None
    judged = []
    for index, one in enumerate(came):
        since = came[index - 1].time.last if index else None
        owed = [*one.doubts, happened(one), in_window(one.time, doing.window)]
        if all_of(owed) is Truth.NO:
            continue
        notices = [(row, _facts_told(doing, what, one, since, row, zone)) for row in told]
        notices = [(row, facts) for row, facts in notices if all_of(facts) is not Truth.NO]
        if any(facts[1] is YES for _, facts in notices):  # what names something else is none beside a notice of this
            notices = [(row, facts) for row, facts in notices if facts[1] is YES or row.report.object is None]
        judged.append(_judged(doing, one, window.value.within, owed, notices, Telling(doing.names, zone, as_of)))
    return judged


def _facts_told(
    doing: Doing, what: Coming, one: Occasion, since: dt.datetime | None, row: Known, zone: dt.tzinfo
) -> list[Fact]:
    if row.span.first > one.time.last:
        return [NO]
    told = max((is_act(act, row, doing.wording) for act in (doing.act, "notify")), key=lambda fact: fact.truth)
    about = _about(what, one, since, row, zone)
    if told is not YES and about is not YES:
        return [NO]  # that it told anything, and that it told of this, would both be guessed
    return [told, about, by_bearer(doing, row), word_stands(doing, row)]


def _about(what: Coming, one: Occasion, since: dt.datetime | None, row: Known, zone: dt.tzinfo) -> Fact:
    """Whether what was told was of this one: it points at it, names its day, or was told after the last one."""
    about = row.report.about
    if about is not None and about != row.id:
        return YES if any(about in (entry.id, entry.root.id) for entry in one.entries) else NO
    said = f"{row.report.object or ''} {row.report.note or ''}"
    days = {(int(day["day"]), day["month"]) for day in _DAY.finditer(said)}
    if days:
        first, last = (at.astimezone(zone).date() for at in one.time)
        span = range((min(last, first + dt.timedelta(days=31)) - first).days + 1)
        own = {first + dt.timedelta(days=day) for day in span}
        return YES if any((day.day, f"{day:%B}") in days for day in own) else NO
    if since is not None and row.span.last <= since:
        return NO
    shared = stems(said) & (stems(what.words) | {stem for entry in one.entries for stem in stems_told(entry.report)})
    where = stems(what.place.words) if what.place is not None else set()  # a list of posts there tells of no convoy
    return YES if shared - where else _WHICH


def _length(within: Duration) -> dt.timedelta:
    return dt.timedelta(days=within.days + 30 * within.months, minutes=within.minutes)


def _ranks(row: Known, time: Span, within: Duration) -> frozenset[int]:
    length = _length(within)
    early = {IN_TIME} if row.span.first <= time.last - length else set()
    return frozenset(early | ({LATE} if row.span.last > time.first - length else set()))


def _judged(
    doing: Doing,
    one: Occasion,
    within: Duration,
    owed: Sequence[Fact],
    notices: Sequence[tuple[Known, Sequence[Fact]]],
    telling: Telling,
) -> Judged:
    due = one.time.first - _length(within)
    ranks = possible([options(all_of(facts), _ranks(row, one.time, within)) for row, facts in notices])
    outcomes = {outcome_of(rank, telling.as_of, due) for rank in ranks or {NOTHING}}
    doubts = [fact for fact in owed if fact.truth is Truth.UNKNOWN]
    rows = [row for row, _ in notices]
    deed = phrases.deed(doing.act, doing.wording)
    why = f"{capital(telling.event(one.entries))}. The {deed} was due by {telling.moment(due)}"
    told = telling.some(events(rows))
    ids = tuple(dict.fromkeys(row.id for row in (*one.entries, *rows)))
    interval = Interval(earliest=None, latest=due)
    outcome = outcomes.pop() if len(outcomes) == 1 else Outcome.CANNOT_TELL
    if Outcome.KEPT not in outcomes and outcome is Outcome.CANNOT_TELL:
        outcome = Outcome.OVERDUE  # whether it came late or not at all: it was not in time
    if outcome is not Outcome.KEPT and (doubts or outcome is Outcome.CANNOT_TELL):
        doubts += [fact for _, facts in notices for fact in facts if fact.truth is Truth.UNKNOWN]
        doubts = list(dict.fromkeys(doubts)) or [_WHEN]
        why += f"{f': {told}' if told else ', and nothing shows that it was done'}; but {in_doubt(doubts)}."
        bring = to_bring([one.entries], lambda _: doubts)
        return Judged(Outcome.CANNOT_TELL, why, bring, ids, interval, occasion=one.entry.id)
    if outcome is Outcome.OVERDUE:
        change = f"A report that it was done before {one.entry.id}, by whom and when."
        why += f", and nothing shows that it was done in time{f': {told}' if told else ''}."
        return Judged(outcome, why, change, ids, interval, occasion=one.entry.id)
    late = outcome is Outcome.BREACHED
    why += f" and came {'late' if late else 'in time'}: {told}."
    change = "A report that it was done earlier." if late else "The withdrawal or correction of these reports."
    found = "found" if rows and all(row.found for row in rows) else "alleged"
    return Judged(outcome, why, change, ids, interval, found if late else None, one.entry.id)
