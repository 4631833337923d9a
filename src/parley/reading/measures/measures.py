"""Measures: what one actor grants, withholds, suspends or resumes towards another, and on what it hangs.

A measure stands where the paper states it as fact. A resumption that is only planned or possible
doesn't end a suspension: it becomes a condition of it ("might resume after the meeting"). A
suspension that is only threatened is no measure; it is an event (``events``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parley.model import Duration, EventStatus, Interval, Measure, MeasureChange, MeasureStatus, Ref, Span

from ..concordance import tokens_of
from ..events.clauses import is_verb
from ..events.setting import Setting
from ..statements.condition_words import IN_RETURN, OF_MEASURES, TERMS
from ..tokens import Token
from .answers import judged
from .conditions import Hanging, demands_answered, hanging_on
from .exemptions import exemptions
from .limits import how_long, until_when
from .restrictions import from_restriction, restrictions
from .tellings import Telling, names_nothing, tellings
from .things import TOWARDS, is_stop, kinds_of, other_scope

_LIMITS = frozenset({"until", "unless", "pending", "before"})
_TERMS = IN_RETURN | TERMS | {"as long as", "on condition that", "provided that", "provided", "so long as"}
_STOPPED_BEFORE = frozenset({
    "reinstate", "reinstatement", "restart", "restoration", "restore", "resume", "resumption", "unblock", "unfreeze",
})  # fmt: skip
_OF_RESTRICTIONS = frozenset({MeasureStatus.IMPOSED, MeasureStatus.EASED, MeasureStatus.LIFTED})
_ENDED = frozenset({MeasureStatus.RESUMED, MeasureStatus.EASED, MeasureStatus.LIFTED})
_BEGINNING = frozenset({"begin", "start", "enter", "take"})


@dataclass
class _Draft:
    """A measure while it is being gathered from the places that tell it."""

    status: MeasureStatus
    by: Ref | None
    towards: Ref | None
    what: list[str]
    kinds: list[frozenset[int]]
    """The kinds of things of each of ``what``."""
    since: Interval | None
    until: Interval | None = None
    announced: MeasureStatus | None = None
    lasts: tuple[Duration, str] | None = None
    """How long it is to last, and how that was said; "for 30 days"."""
    changes: list[MeasureChange] = field(default_factory=list)
    conditions: list[Hanging] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    told_at: list[Token] = field(default_factory=list)
    exempt: list[str] = field(default_factory=list)


def find_measures(setting: Setting) -> tuple[Measure, ...]:
    """The measures of a document, in the order of their first mention.

    ``by`` is the state for which a person in office acts where the text or the process tells it,
    else the person as named. ``what`` is in the text's words. ``since`` is the time that the text
    attaches to the measure or to the decision on it.
    """
    drafts: list[_Draft] = []
    told = [*tellings(setting), *_of_restrictions(setting)]
    told.sort(key=lambda telling: telling.trigger.i)
    waiting = [telling for telling in told if not _take(telling, drafts, setting)]
    for telling in waiting:
        _take(telling, drafts, setting)  # "might reopen the crossing", told before that it was closed
    _take_demands(drafts, setting)
    _take_exemptions(drafts, setting)
    return tuple(
        Measure(
            id=f"{setting.document.id[:12]}-g{number}",
            document=setting.document.id,
            by=draft.by,
            towards=draft.towards,
            what=tuple(draft.what),
            exempt=tuple(draft.exempt),
            status=draft.status,
            since=draft.since,
            until=draft.until or _after(draft.since, draft.lasts),
            announced=draft.announced if not draft.conditions else None,
            conditions=tuple(judged(each, setting) for each in draft.conditions),
            changes=tuple(draft.changes),
            statements=tuple(draft.statements),
            spans=tuple(draft.spans),
        )
        for number, draft in enumerate(drafts, 1)
    )


def _take(telling: Telling, drafts: list[_Draft], setting: Setting) -> bool:
    """Let one telling found, change or qualify a measure; ``False`` where what may resume was not told to have
    stopped."""
    known = next((draft for draft in reversed(drafts) if _is_same(telling, draft)), None)
    fact = telling.mood is EventStatus.HAPPENED
    if telling.goes_on and not fact:
        nobody = telling.by is None and telling.towards is None and telling.status is MeasureStatus.IMPOSED
        if known is None and not (_is_generic(telling) or nobody) and telling.mood is not EventStatus.DENIED:
            known = _draft(telling, telling.status, _since(telling, setting), setting)
            drafts.append(known)  # "the suspension of permits will remain in place until" tells that there is one
        laid = (
            known is not None and known.status is MeasureStatus.IMPOSED and _is_generic(telling)
        )  # "the ban will stay"
        if known is not None and (laid or known.status is telling.status):
            _support(telling, known, setting)
            _hang(hanging_on(telling, setting, _LIMITS | {"as long as", "so long as"}), known)
            known.until = until_when(telling, setting) or known.until
        return True
    pending = telling.status in _ENDED and not fact
    if pending:
        if known is None:
            if _is_generic(telling) or not _tells_a_stop(telling, setting):
                return _is_generic(telling)
            before = MeasureStatus.SUSPENDED if telling.status is MeasureStatus.RESUMED else MeasureStatus.IMPOSED
            known = _draft(telling, before, _stopped_on(telling, setting), setting)
            drafts.append(known)
        elif known.status not in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD, MeasureStatus.IMPOSED):
            return True
        else:
            _support(telling, known, setting)
        cues = _LIMITS if telling.mood is EventStatus.DENIED else OF_MEASURES  # "will not resume unless ..."
        hanging = list(hanging_on(telling, setting, cues))
        _hang(hanging, known)
        if telling.mood is EventStatus.PLANNED and not hanging:
            known.announced = telling.status  # "will lift its freeze on March 12"
            known.until = known.until or _day_ahead(telling, setting)
        return True
    since = _since(telling, setting)
    if not fact and known is not None and known.status is telling.status and _says_when_it_began(telling):
        known.since = known.since or since  # "the suspension, which began on Monday, was to end"
    if not fact or (_is_generic(telling) and known is None):
        return True
    nobody = telling.by is None and telling.towards is None
    if nobody and known is None and (telling.status is MeasureStatus.GRANTED or telling.kept):
        return True  # "the crossing was opened": a deed of nobody's, towards nobody
    if known is None:
        drafts.append(_draft(telling, telling.status, since, setting))
    elif known.status is telling.status or not _changes(known.status, telling.status):
        _support(telling, known, setting)
        known.by, known.towards = known.by or telling.by, known.towards or telling.towards
        for word, kind in _named(telling, setting):
            if not any(kind & other for other in known.kinds) and not any(word in other for other in known.what):
                known.what.append(word)
                known.kinds.append(kind)
        known.since = known.since or since
        if known.changes and known.changes[-1].since is None and since is not None:
            known.changes[-1] = known.changes[-1].replace(since=since)
    elif since is not None and known.since is not None and _is_before(since, known.since):
        known.changes.insert(0, _step(telling, telling.status, since, setting))  # told after what ended it
        return True
    else:
        _change(telling, known, since, drafts, setting)
        return True
    founded = known or drafts[-1]
    given = telling.status not in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD, MeasureStatus.IMPOSED)
    _hang(hanging_on(telling, setting, _LIMITS | _TERMS if given else _LIMITS), founded)
    founded.until = founded.until or until_when(telling, setting)
    founded.lasts = founded.lasts or (None if telling.kept else how_long(telling, setting))
    return True


def _of_restrictions(setting: Setting) -> Iterator[Telling]:
    for noun in tokens_of(setting.doc, lemmas=restrictions()):
        telling = from_restriction(noun, setting)
        if telling is not None:
            yield telling


def _day_ahead(telling: Telling, setting: Setting) -> Interval | None:
    """The day on which what is announced is to be, if the text gives one that lies ahead."""
    when = setting.when(*telling.carried_by, telling.trigger)
    return when if when is not None and setting.lies_ahead(when) else None


def _tells_a_stop(telling: Telling, setting: Setting) -> bool:
    """What may resume has stopped; what may open or be renewed may never have been, nor what is a condition only."""
    stopped = telling.presupposed or telling.trigger.lemma_.lower() in _STOPPED_BEFORE
    return stopped and not setting.in_condition(telling.trigger)


def _says_when_it_began(telling: Telling) -> bool:
    return any(c.dep_ == "relcl" and c.lemma_ in _BEGINNING for thing in telling.things for c in thing.children)


def _is_before(one: Interval, other: Interval) -> bool:
    """Whether one ends before the other begins."""
    ends = one.latest is not None and other.earliest is not None
    return ends and not one.overlaps(other) and not Interval(latest=one.latest).overlaps(other)


def _after(since: Interval | None, lasts: tuple[Duration, str] | None) -> Interval | None:
    """The day so many days after the one day on which it began; ``None`` where that day is unknown."""
    if since is None or lasts is None or since.earliest is None or since.earliest != since.latest:
        return None
    length, said = lasts
    if length.months or length.minutes % 1440 or isinstance(since.earliest, dt.datetime):
        return None
    try:
        end = since.earliest + dt.timedelta(days=length.days + length.minutes // 1440)
    except OverflowError:
        return None
    return Interval(earliest=end, latest=end, said=said)


def _hang(found: Iterable[Hanging], draft: _Draft) -> None:
    told = {each.condition.words for each in draft.conditions}
    draft.conditions += [each for each in found if each.condition.words not in told]


def _take_demands(drafts: list[_Draft], setting: Setting) -> None:
    """What the bearer wanted and is told to have got is a condition of the measure that is told beside it."""
    for demand in demands_answered(setting):
        for draft in drafts:
            near = any(demand.near(span) for span in draft.spans)
            if near and draft.by is not None and demand.owner is not None and draft.by.id == demand.owner.id:
                _hang(demand.wanted, draft)


def _take_exemptions(drafts: list[_Draft], setting: Setting) -> None:
    """What is spared is spared by the one measure told nearest before it; who is struck doesn't say what is."""
    for each in exemptions(setting, [token for draft in drafts for token in draft.told_at]):
        far = {
            draft.told_at[0].i: (distance, draft)
            for draft in drafts
            if (distance := each.distance(draft.spans)) is not None
        }
        nearest = min((distance for distance, _ in far.values()), default=None)
        near = [draft for distance, draft in far.values() if distance == nearest]
        if len(near) == 1 and (near[0].towards is None or all(ref.id != near[0].towards.id for ref in each.told_by)):
            near[0].exempt += [w for w in each.spared if w not in near[0].exempt and w not in near[0].what]


def _changes(before: MeasureStatus, after: MeasureStatus) -> bool:
    if _OF_RESTRICTIONS & {before, after}:
        return before is not after
    stopped = (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD)
    return (before in stopped) != (after in stopped)


def _change(telling: Telling, known: _Draft, since: Interval | None, drafts: list[_Draft], setting: Setting) -> None:
    """A later fact ends the earlier one, for those of its things that it names."""
    kinds = frozenset[int]().union(*(kind for _, kind in _named(telling, setting)))
    rest = [(word, kind) for word, kind in zip(known.what, known.kinds, strict=True) if kinds and not kind & kinds]
    if not rest:
        known.status, known.since, known.announced = telling.status, since, None
        _support(telling, known, setting)
        known.changes.append(_step(telling, telling.status, since, setting))
        return
    known.what, known.kinds = [word for word, _ in rest], [kind for _, kind in rest]
    changed = _draft(telling, telling.status, since, setting)
    changed.by, changed.towards = changed.by or known.by, changed.towards or known.towards
    changed.changes = [*known.changes, *changed.changes]
    drafts.append(changed)


def _is_generic(telling: Telling) -> bool:
    """It names no thing: "everything resumes", "the suspension was lifted"."""
    return names_nothing(telling.things[0]) or telling.things[0] is telling.trigger


def _is_same(telling: Telling, draft: _Draft) -> bool:
    its_own = telling.status is draft.status or telling.status in _OF_RESTRICTIONS  # nobody lifts what another imposed
    if telling.by and draft.by and telling.by != draft.by and its_own:
        return False
    if telling.towards and draft.towards and telling.towards != draft.towards:
        return False
    if _is_generic(telling):
        return True
    things = [*telling.things, *filter(None, (_whole_of(thing, telling.trigger) for thing in telling.things))]
    kinds = frozenset[int]().union(*map(kinds_of, things))
    alike = [word for word, kind in zip(draft.what, draft.kinds, strict=True) if kinds & kind]
    ours = [thing.doc[thing.left_edge.i : thing.i + 1].text for thing in telling.things if kinds_of(thing)]
    return bool(alike) and not other_scope(ours, alike)


def _whole_of(thing: Token, trigger: Token) -> Token | None:
    """ "The delivery of data, which it interrupted": what was interrupted may be the delivery as well as the data."""
    if trigger.dep_ == "relcl" and trigger.head is thing and thing.dep_ == "pobj" and thing.head.lower_ == "of":
        return thing.head.head
    return None


def _named(telling: Telling, setting: Setting) -> list[tuple[str, frozenset[int]]]:
    if telling.named:
        return [(setting.words(thing).exact, kinds_of(thing)) for thing in telling.things]
    return [(_words(thing, setting), kinds_of(thing)) for thing in telling.things if kinds_of(thing)]


def _words(thing: Token, setting: Setting) -> str:
    """The thing in the text's words, without whom it goes to."""
    recipients = [
        child
        for child in thing.children
        if child.dep_ in ("prep", "dative")
        and child.lower_ in TOWARDS
        and any(setting.refs(each) or setting.refs_beside(each) for each in child.children if each.dep_ == "pobj")
    ]
    words, whole = setting.words(thing, recipients), setting.whole_words(thing)
    if not recipients and not whole.exact[len(words.exact) :].lstrip().startswith(TOWARDS):
        words = whole
    finite = [t for t in thing.subtree if t.i < thing.i and t.tag_ in ("VBD", "VBZ", "VBP") and t.idx >= words.start]
    if finite:  # no part of a name for a thing: the parser has joined two clauses
        words = setting.span(finite[-1].idx + len(finite[-1].text), words.end)
    return words.exact


def _draft(telling: Telling, status: MeasureStatus, since: Interval | None, setting: Setting) -> _Draft:
    named = _named(telling, setting)
    draft = _Draft(
        status=status,
        by=telling.by,
        towards=telling.towards,
        since=since,
        what=[word for word, _ in named],
        kinds=[kind for _, kind in named],
    )
    _support(telling, draft, setting)
    draft.changes.append(_step(telling, status, since, setting))
    return draft


def _step(telling: Telling, status: MeasureStatus, since: Interval | None, setting: Setting) -> MeasureChange:
    told = setting.statements(telling.trigger)
    return MeasureChange(
        document=setting.document.id,
        status=status,
        since=since,
        statement=told[0].id if told else None,
        told_by=told[0].speaker if told else None,
        spans=(setting.span(telling.trigger.idx, telling.trigger.idx + len(telling.trigger.text)),),
    )


def _support(telling: Telling, draft: _Draft, setting: Setting) -> None:
    """Add the place that tells it: from the trigger to the things it names."""
    tokens = [telling.trigger, *telling.things]
    ends = [setting.words(thing) for thing in telling.things]
    start = min([telling.trigger.idx, *(span.start for span in ends)])
    end = max([tokens[0].idx + len(tokens[0].text), *(span.end for span in ends)])
    span = setting.span(start, end)
    if span not in draft.spans:
        draft.spans.append(span)
        draft.told_at.append(telling.trigger)
    for each in telling.scope:
        if not any((words := setting.words(each).exact) in other for other in draft.what):
            draft.what.append(words)
            draft.kinds.append(kinds_of(telling.things[0]))
    draft.statements += [s.id for s in setting.statements(telling.trigger) if s.id not in draft.statements]


def _stopped_on(telling: Telling, setting: Setting) -> Interval | None:
    """ "Resume the delivery of data, which it interrupted on 10 February", "its loans, frozen since April": what may
    resume was stopped then."""
    clauses = [c for thing in telling.things for c in thing.subtree if c.dep_ in ("relcl", "acl") and is_stop(c)]
    ago = [each for c in clauses for p in c.children if p.lower_ == "since" for each in p.children]
    found = setting.when(*clauses, *ago) if clauses else None
    return found if found is not None and not setting.lies_ahead(found) else None


def _since(telling: Telling, setting: Setting) -> Interval | None:
    """The time attached to the measure, or else to the decision on it; never one after the paper's day."""
    trigger = telling.trigger
    begun = [
        child
        for thing in telling.things
        for child in thing.children
        if child.dep_ == "relcl" and child.lemma_ in _BEGINNING and not is_verb(trigger)
    ]  # "the suspension of access, which began on 16 February"
    ago = [child for child in trigger.children if child.dep_ == "prep" and child.lower_ == "since"]
    found = setting.when(*(each for child in ago for each in child.children)) if ago else None
    if found is not None:
        return found  # "has cut the hotline since the clash on Monday"
    ends = until_when(telling, setting)
    current: Token | None = None if telling.kept else trigger
    for _ in range(4):
        if current is None:
            return None
        clauses = [child for child in current.children if child.dep_ in ("acl", "relcl") and is_verb(child)]
        found = setting.when(current, *([*clauses, *begun] if current is trigger and not is_verb(trigger) else ()))
        if found is not None and found != ends and not setting.lies_ahead(found):
            return found
        head = current.head
        bound = current.dep_ in ("xcomp", "acl", "pcomp", "pobj", "prep", "dobj", "conj") or (
            current.dep_ == "advcl" and any(child.lower_ == "to" for child in current.lefts)
        )
        current = head if bound and head is not current else None
    return None
