"""Things: the events, meetings and measures of one paper in one form, so that papers can be compared.

A thing that a paper tells several times is one thing here; a meeting that is also an event is the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from parley.model import (
    Actor,
    ActorKind,
    Condition,
    Document,
    Event,
    EventStatus,
    Interval,
    Measure,
    MeasureChange,
    MeasureStatus,
    Meeting,
    Moment,
    PloverRoot,
    Reading,
    Ref,
    Span,
    Target,
    TargetKind,
)
from parley.text import split_sentences

_PARTIES = (ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.BODY)
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december today yesterday tomorrow week month year day said says
"""
_GRAMMAR = """
a an the this that these those some any no none every each either neither both all few many much more most
several such same other others another own i me my mine we us our ours you your yours he him his she her hers
it its they them their theirs myself himself herself itself ourselves themselves who whom whose which what one
two three four five six seven eight nine ten eleven twelve fifteen twenty forty fifty sixty hundred first last
third and or but nor so yet if unless until while whereas because since although though than as whether of in
on at by for with from into onto to out off up down over under above below between among amongst across
against along around about after before behind beside besides beyond during except per through throughout
toward towards upon via within without near next top bottom front back side part be am is are was were been
being have has had having do does did done doing can cannot could may might must shall should will would ought
used make made go get give given take put keep call say see seem seemed seems show move become becomes became
let using not never always often sometimes usually again already also almost alone just only even ever else
enough less least rather quite really very too well still then there thereby therefore thus here hence hereby
herein now how when whenever where wherever whereby why once twice however otherwise perhaps indeed instead
meanwhile moreover nevertheless together elsewhere everywhere nowhere somewhere anyhow anyway anywhere anyone
anything everyone everything nobody nothing someone something somehow further former latter various whole full
empty due serious mostly mainly namely latterly afterwards thereafter regarding re s t
"""
_EMPTY = frozenset(_CALENDAR.split()) | frozenset(_GRAMMAR.split())
"""Words that tell nothing of what a sentence is about."""
_STEM = 5
"""As many letters of a word are compared: "prisoners" and "prison" are alike, "shelled" and "shelling"."""


@dataclass(frozen=True)
class Thing:
    """An event, meeting or measure as one paper tells it.

    ``sort`` is the PLOVER root; ``code`` the CAMEO code. ``doers`` and ``others`` are those on either side,
    a person by the state it acts for: at a meeting all are ``doers``. ``where`` holds places and, for
    events, unresolved targets. ``words`` and ``names`` are those of the sentences that tell it.
    """

    kind: TargetKind
    document: Document
    ids: tuple[str, ...]
    targets: tuple[Target, ...]
    status: EventStatus | MeasureStatus
    when: Interval | None
    place: str | None
    statement: str | None
    spans: tuple[Span, ...]
    sort: str = ""
    code: str = ""
    doers: tuple[Ref, ...] = ()
    others: tuple[Ref, ...] = ()
    where: frozenset[str] = frozenset()
    what: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    changes: tuple[MeasureChange, ...] = ()
    trigger: str = ""
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def anchor(self) -> Moment | None:
        """The day by which it is sorted: its own, or else that of its paper."""
        own = (self.when.earliest or self.when.latest) if self.when else None
        return own or self.document.published


def things_of(document: Document, reading: Reading) -> tuple[Thing, ...]:
    """The events, meetings and measures of one paper, in reading order, each once."""
    context = _Context(document, reading)
    meetings = [context.meeting(each) for each in reading.meetings]
    measures = [context.measure(each) for each in reading.measures]
    taken = [span for thing in (*meetings, *measures) for span in thing.spans]
    met = {place for each in meetings for place in context.sentences_of(each.spans)}
    events = [
        context.event(each)
        for each in reading.events
        if not (each.type in _ALSO_ELSEWHERE and any(span.overlaps(other) for span in each.spans for other in taken))
        and not (each.type is PloverRoot.CONSULT and met & context.sentences_of(each.spans))  # "held", "to discuss"
    ]
    return (*_each_once(events), *meetings, *measures)


_ALSO_ELSEWHERE = (PloverRoot.CONSULT, PloverRoot.SANCTION, PloverRoot.AID, PloverRoot.YIELD, PloverRoot.COOPERATE)
"""Events that are told better as a meeting or a measure, where the paper's words are those of one."""


class _Context:
    """What the things of one paper have in common: its actors, and the bounds of its sentences."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document = document
        self.actors = {actor.id: actor for actor in reading.actors}
        self.sentences = split_sentences(document.text)
        self.known = {
            part.casefold()
            for actor in reading.actors
            if actor.kind in _PARTIES
            for name in (actor.name, *actor.aliases)
            for part in re.findall(r"\w+", name)
        }

    def event(self, event: Event) -> Thing:
        local = event.recipient is not None and not self._is_party(event.recipient)
        where = [event.place] if event.place else []
        if local and event.recipient is not None and _is_name(event.recipient):
            where.append(event.recipient.name)
        return self._thing(
            TargetKind.EVENT,
            event,
            when=event.interval,
            place=event.place,
            statement=event.statement,
            sort=event.type.value,
            code=event.cameo or "",
            doers=self._sides([event.actor]),
            others=() if local else self._sides([event.recipient]),
            where=frozenset(each.casefold() for each in where),
        )

    def meeting(self, meeting: Meeting) -> Thing:
        bounded = meeting.window.earliest or meeting.window.latest
        return self._thing(
            TargetKind.MEETING,
            meeting,
            when=meeting.window if bounded else None,
            place=meeting.venue,
            statement=meeting.statements[0] if meeting.statements else None,
            doers=self._sides(meeting.parties),
            where=frozenset([meeting.venue.casefold()] if meeting.venue else []),
            what=meeting.agenda,
        )

    def measure(self, measure: Measure) -> Thing:
        thing = self._thing(
            TargetKind.MEASURE,
            measure,
            when=measure.since,
            place=None,
            statement=measure.statements[0] if measure.statements else None,
            doers=self._sides([measure.by]),
            others=self._sides([measure.towards]),
            what=measure.what,
        )
        return replace(thing, conditions=measure.conditions, changes=measure.changes)

    def _thing(
        self,
        kind: TargetKind,
        read: Event | Meeting | Measure,
        *,
        when: Interval | None,
        place: str | None,
        statement: str | None,
        sort: str = "",
        code: str = "",
        doers: tuple[Ref, ...] = (),
        others: tuple[Ref, ...] = (),
        where: frozenset[str] = frozenset(),
        what: tuple[str, ...] = (),
    ) -> Thing:
        sentences = list(self._around(read.spans))
        return Thing(
            kind=kind,
            document=self.document,
            ids=(read.id,),
            targets=(Target.of(kind, self.document.id, read.spans),),
            status=read.status,
            when=when,
            place=place,
            statement=statement,
            spans=read.spans,
            sort=sort,
            code=code,
            doers=doers,
            others=others,
            where=where,
            what=what,
            trigger=stem(read.spans[0].exact) if read.spans else "",
            words=frozenset(word for sentence in sentences for word in self._words(sentence)),
            names=frozenset(name for sentence in sentences for name in self._names(sentence)),
        )

    def _is_party(self, ref: Ref) -> bool:
        actor = self.actors.get(ref.id or "")
        return actor is not None and actor.kind is not ActorKind.ORGANISATION

    def _sides(self, refs: Iterable[Ref | None]) -> tuple[Ref, ...]:
        """Each once, a person for whom it acts."""
        found: dict[str, Ref] = {}
        for ref in refs:
            actor: Actor | None = self.actors.get(ref.id or "") if ref is not None else None
            while actor is not None and actor.kind in (ActorKind.PERSON, ActorKind.OFFICE) and actor.affiliations:
                above = actor.affiliations[0].to
                actor = self.actors.get(above) if above != actor.id else None
                ref = actor.ref if actor is not None else ref
            if ref is not None:
                found.setdefault(ref.id or ref.name.casefold(), ref)
        return tuple(found.values())

    def sentences_of(self, spans: Sequence[Span]) -> set[tuple[int, int]]:
        """Where the sentences begin and end in which the spans stand."""
        return {
            (start, end)
            for start, end in self.sentences
            if any(start < span.end and span.start < end for span in spans)
        }

    def _around(self, spans: Sequence[Span]) -> Iterator[str]:
        for start, end in sorted(self.sentences_of(spans)):
            yield self.document.text[start:end]

    def _words(self, sentence: str) -> Iterator[str]:
        for word in re.findall(r"\w+", sentence.casefold()):
            if word not in _EMPTY and word not in self.known and len(word) > 1:
                yield word

    def _names(self, sentence: str) -> Iterator[str]:
        """Capitalised words that are no party's name; of the sentence's first word nobody can tell."""
        for match in re.finditer(r"(?<=[^\W_.!?]\s)[A-Z]\w+|(?<=[,;]\s)[A-Z]\w+", sentence):
            name = match.group().casefold()
            if name not in _EMPTY and name not in self.known:
                yield name


def _is_name(ref: Ref) -> bool:
    """Somebody known, or a name that nothing resolves; "two soldiers" are neither."""
    return ref.id is not None or all(word[:1].isupper() for word in ref.name.split())


def stem(words: str) -> str:
    """The beginning of a word, by which forms of it are taken for the same."""
    return words.casefold()[:_STEM]


def _each_once(events: Sequence[Thing]) -> list[Thing]:
    """Several mentions of one event as one thing: the fullest stands for all."""
    found: list[Thing] = []
    for event in events:
        place = next((n for n, known in enumerate(found) if _is_same(known, event)), None)
        if place is None:
            found.append(event)
            continue
        known = found[place]
        fuller, other = (event, known) if _fullness(event) > _fullness(known) else (known, event)
        ids, targets = (*fuller.ids, *other.ids), (*fuller.targets, *other.targets)
        found[place] = replace(fuller, ids=ids, targets=targets, words=known.words | event.words)
    return found


def _is_same(one: Thing, other: Thing) -> bool:
    return (
        (one.sort, one.code, one.trigger, one.status) == (other.sort, other.code, other.trigger, other.status)
        and one.doers == other.doers
        and (one.others == other.others or not one.others or not other.others)
        and (not one.where or not other.where or bool(one.where & other.where))
        and (one.when is None or other.when is None or one.when.overlaps(other.when))
    )


def _fullness(thing: Thing) -> int:
    return sum(map(bool, (thing.doers, thing.others, thing.when, thing.place)))
