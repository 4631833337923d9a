"""Measures: what one actor grants, withholds, suspends or resumes towards another, and on what it hangs.

A measure stands where the paper states it as fact. A resumption that is only planned or possible
doesn't end a suspension: it becomes a condition of it ("might resume after the meeting"). A
suspension that is only threatened is no measure; it is an event (``events``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from spacy.tokens import Span as SpanOfTokens
from spacy.tokens import Token

from parley.model import (
    ActorKind,
    Condition,
    EventStatus,
    Interval,
    Measure,
    MeasureStatus,
    Ref,
    Span,
)

from .clauses import agents, governing_verb, is_passive, is_verb, objects, patients, with_conjuncts
from .conditions import OF_MEASURES, find_provisos
from .setting import NATIONAL, Setting

_TOWARDS = ("to", "for", "towards", "toward", "into", "with", "against")
_ANYTHING = frozenset({"everything", "it", "they", "this", "that", "all", "things"})
_HEADS = frozenset({"leader", "president", "premier", "government", "administration", "minister"})
_LIMITS = frozenset({"until", "unless", "pending", "before"})
_BEGINNING = frozenset({"begin", "start", "enter", "take"})
_DECISIONS = frozenset({"decision", "order", "move", "announcement", "decree"})


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))


@cache
def _kinds() -> dict[str, int]:
    """The line of ``measures.toml`` on which a thing stands: things of one line are taken for the same."""
    return {word: number for number, line in enumerate(_lexicon()["things"]["kinds"]) for word in line}


@dataclass
class _Telling:
    """What one verb or noun says of a measure."""

    trigger: Token
    status: MeasureStatus
    mood: EventStatus
    things: list[Token]
    by: Ref | None = None
    towards: Ref | None = None


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
    conditions: list[Condition] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


def find_measures(setting: Setting) -> tuple[Measure, ...]:
    """The measures of a document, in the order of their first mention.

    ``by`` is the state for which a person in office acts where the text or the process tells it,
    else the person as named. ``what`` is in the text's words. ``since`` is the time that the text
    attaches to the measure or to the decision on it.
    """
    drafts: list[_Draft] = []
    for telling in _tellings(setting):
        _take(telling, drafts, setting)
    return tuple(
        Measure(
            id=f"{setting.document.id[:12]}-g{number}",
            document=setting.document.id,
            by=draft.by,
            towards=draft.towards,
            what=tuple(draft.what),
            status=draft.status,
            since=draft.since,
            conditions=tuple(draft.conditions),
            statements=tuple(draft.statements),
            spans=tuple(draft.spans),
        )
        for number, draft in enumerate(drafts, 1)
    )


def _tellings(setting: Setting) -> Iterator[_Telling]:
    for token in setting.doc:
        telling = _from_verb(token, setting) if is_verb(token) else _from_noun(token, setting)
        if telling is not None:
            yield telling


def _from_verb(verb: Token, setting: Setting) -> _Telling | None:
    status = _statuses(nouns=False).get(verb.lemma_.lower())
    if status is None or (verb.lemma_ == "shut" and not _particle(verb)):
        return None
    giving = _giving_stopped(verb) if status is MeasureStatus.SUSPENDED else None
    things = _things(patients(giving or verb))
    moved = not things and not is_passive(verb)
    if moved:  # "deliveries resumed", "it resumes"
        subjects = agents(verb)
        resuming = status is MeasureStatus.RESUMED
        things = _things(subjects) or [each for each in subjects if resuming and each.lower_ in _ANYTHING]
    if not things:
        return None
    mood = setting.status(verb)
    head = verb.head
    if (
        status is MeasureStatus.GRANTED
        and head.lemma_ in ("refuse", "decline", "stop", "cease")
        and verb.dep_ in ("xcomp", "pcomp")
    ):
        if head.lemma_ in ("stop", "cease"):
            return None  # told by the verb of stopping
        status, mood = MeasureStatus.WITHHELD, setting.status(head)
    telling = _Telling(verb, status, mood, _with_included(things, verb))
    telling.towards = _towards(things, [verb, *([giving] if giving is not None else [])], setting)
    telling.by = _by([] if moved else agents(verb), things, telling.towards, verb, setting)
    return telling


def _from_noun(noun: Token, setting: Setting) -> _Telling | None:
    status = _statuses(nouns=True).get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    if status is None:
        return None
    things = _things([*objects(noun, "of", "on", "in", "to"), *(c for c in noun.children if c.dep_ == "compound")])
    definite = any(child.lower_ in ("the", "that", "this", "its") for child in noun.children)
    if not things and not definite:
        return None
    telling = _Telling(noun, status, setting.status(noun), _with_included(things, noun) or [noun])
    verb = governing_verb(noun)
    telling.towards = _towards(things, [noun, *([verb] if verb is not None else [])], setting)
    if verb is not None and verb.lemma_ in ("lift", "end", "reverse", "rescind", "revoke") and noun in patients(verb):
        telling.status, telling.mood = MeasureStatus.RESUMED, setting.status(verb)
    owners = [child for child in noun.children if child.dep_ == "poss"] or objects(noun, "by")
    owners = owners or [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.text[:1].isupper()]
    owners = [owner for owner in owners if setting.refs(owner)]
    if not owners and verb is not None and noun.dep_ == "dobj":
        owners = (
            agents(verb)
            if verb.lemma_
            in (
                "announce",
                "order",
                "impose",
                "declare",
                "begin",
                "decide",
                "confirm",
                "approve",
                "introduce",
                "lift",
                "end",
            )
            else []
        )
    telling.by = _by(owners, things, telling.towards, noun, setting)
    return telling


@cache
def _statuses(nouns: bool) -> dict[str, MeasureStatus]:
    """What a verb, or a noun, says of a measure."""
    lists = _lexicon()["nouns"] if nouns else _lexicon()
    return {lemma: status for status in reversed(MeasureStatus) for lemma in lists.get(status.value, ())}


def _particle(verb: Token) -> bool:
    return any(child.dep_ == "prt" and child.lower_ in ("off", "down") for child in verb.children)


def _giving_stopped(verb: Token) -> Token | None:
    """ "stopped delivering gas": the verb of giving under the verb of stopping."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "dobj") and child.lemma_ in {*_lexicon()["granted"], "share", "sell"}:
            return child
    return None


def _things(tokens: Iterable[Token]) -> list[Token]:
    """Those of the tokens that are things one can give or withhold."""
    return [token for token in tokens if _kinds_of(token)]


def _kinds_of(token: Token) -> frozenset[int]:
    names = [token.lemma_.lower(), token.lower_]
    found = {_kinds()[name] for name in names if name in _kinds()}
    for child in token.children:
        if child.dep_ in ("compound", "amod") and child.lemma_.lower() in _kinds():
            found.add(_kinds()[child.lemma_.lower()])
    if found or token.lemma_.lower() in ("flow", "use", "provision"):
        found |= {_kinds()[o.lemma_.lower()] for o in objects(token, "of") if o.lemma_.lower() in _kinds()}
    return frozenset(found)


def _with_included(things: list[Token], trigger: Token) -> list[Token]:
    """ "all assistance, including the sharing of intelligence" are two things."""
    included = [each for head in (*things, trigger) for each in objects(head, "including")]
    return [*things, *(each for each in _things(included) if each not in things)]


def _towards(things: Sequence[Token], heads: Sequence[Token], setting: Setting) -> Ref | None:
    candidates = [each for thing in things for each in objects(thing, *_TOWARDS)]
    for head in heads:
        candidates += objects(head, *_TOWARDS)
        candidates += [child for child in head.children if child.dep_ == "dative" and child.pos_ != "ADP"]
        if is_verb(head) and len(patients(head)) > 1:
            candidates += [each for each in patients(head) if each not in things]
    for candidate in candidates:
        for ref in setting.refs(candidate):
            if ref.id is not None or candidate.pos_ == "PROPN":
                return setting.represented(ref)
    receivers = [child for thing in things if thing.lemma_ in ("access", "entry", "right") for child in thing.children]
    for child in receivers:
        refs = setting.refs(child) if child.dep_ == "poss" else ()
        if refs:
            return setting.represented(refs[0])
    return None


def _by(
    doers: Sequence[Token], things: Sequence[Token], towards: Ref | None, trigger: Token, setting: Setting
) -> Ref | None:
    """The bearer: who does it; where nobody is said to, whose the things are ("Halvernian aid")."""
    for doer in doers:
        if doer.lemma_ in _DECISIONS:
            owners = [child for child in doer.children if child.dep_ == "poss"]
            return _by(owners, things, towards, trigger, setting) if owners else None
        for ref in setting.refs(doer):
            if ref.id is None and doer.pos_ not in ("PROPN", "NOUN"):
                continue
            bearer = setting.represented(ref)
            actor = setting.actor(bearer)
            if actor is not None and actor.kind is ActorKind.PERSON:
                return _state_behind(things, towards, trigger, setting) or bearer
            return bearer
    origins = _owners(things, setting, towards)
    return origins[0] if origins else None


def _owners(tokens: Iterable[Token], setting: Setting, towards: Ref | None) -> list[Ref]:
    """The states that stand as owner or origin at the words: "Halvernian aid", "gas from Kestria"."""
    found: dict[str, Ref] = {}
    for token in tokens:
        if any(child.lower_ == "access" for child in (token,)):
            continue
        beside = [c for c in token.children if c.dep_ in ("amod", "compound", "poss", "nmod")] + objects(token, "from")
        for each in with_conjuncts(beside):
            if each.ent_type_ not in NATIONAL and each.pos_ != "PROPN" and not each.text[:1].isupper():
                continue
            for ref in setting.refs(each) or _adjective(each, setting):
                actor = setting.actor(ref)
                if actor and actor.kind is ActorKind.STATE and (towards is None or actor.id != towards.id):
                    found[actor.id] = actor.ref
    return list(found.values())


def _adjective(token: Token, setting: Setting) -> tuple[Ref, ...]:
    ref = setting.resolver.resolve(token.idx, token.idx + len(token.text))
    return (ref,) if ref is not None and ref.id is not None else ()


def _state_behind(things: Sequence[Token], towards: Ref | None, trigger: Token, setting: Setting) -> Ref | None:
    """The state whose measure a person announces, told by the words nearby; ``None`` unless they name just one.

    Looked for in the sentence, the two before and the one after: whose such things are ("Halvernian
    aid"), and whose leader or government is spoken of.
    """
    kinds = frozenset[int]().union(*map(_kinds_of, things))
    near = [token for sentence in _around(trigger) for token in sentence]
    of_goods = _owners([token for token in near if _kinds_of(token) & kinds], setting, towards)
    of_office = _owners([t for t in near if t.lemma_.lower() in _HEADS and t.dep_ != "compound"], setting, towards)
    for owners in (of_goods, of_office):
        if len(owners) == 1:
            return owners[0]
    return None


def _around(token: Token) -> list[SpanOfTokens]:
    """The sentence of a token, the two before it and the one after."""
    found = [token.sent]
    for _ in range(2):
        if found[0].start > 0:
            found.insert(0, token.doc[found[0].start - 1].sent)
    if found[-1].end < len(token.doc):
        found.append(token.doc[found[-1].end].sent)
    return found


def _take(telling: _Telling, drafts: list[_Draft], setting: Setting) -> None:
    """Let one telling found, change or qualify a measure."""
    known = next((draft for draft in reversed(drafts) if _is_same(telling, draft)), None)
    fact = telling.mood is EventStatus.HAPPENED
    pending = telling.status is MeasureStatus.RESUMED and not fact
    if pending:
        if known is None:
            if _is_generic(telling):
                return
            known = _draft(telling, MeasureStatus.SUSPENDED, None, setting)  # what may resume is suspended
            drafts.append(known)
        elif known.status not in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD):
            return
        else:
            _support(telling, known, setting)
        cues = _LIMITS if telling.mood is EventStatus.DENIED else OF_MEASURES  # "will not resume unless ..."
        known.conditions += [c for c in _conditions(telling, setting, cues) if c not in known.conditions]
        return
    if not fact or (_is_generic(telling) and known is None):
        return
    since = _since(telling, setting)
    if known is None:
        drafts.append(_draft(telling, telling.status, since, setting))
    elif known.status is telling.status or not _changes(known.status, telling.status):
        _support(telling, known, setting)
        known.by, known.towards = known.by or telling.by, known.towards or telling.towards
        for word, kind in _named(telling, setting):
            if not any(kind & other for other in known.kinds):
                known.what.append(word)
                known.kinds.append(kind)
        known.since = known.since or since
    else:
        _change(telling, known, since, drafts, setting)
        return
    until = _conditions(telling, setting, _LIMITS)
    target = known or drafts[-1]
    target.conditions += [condition for condition in until if condition not in target.conditions]


def _conditions(telling: _Telling, setting: Setting, cues: frozenset[str]) -> list[Condition]:
    """The conditions that hang on the trigger or its things; a mere date is a time and not a condition."""
    sentence = ((telling.trigger.sent.start_char, telling.trigger.sent.end_char),)
    heads = {telling.trigger.i, *(thing.i for thing in telling.things)}
    return [
        each.condition
        for each in find_provisos(setting.doc, setting.document, sentence, cues)
        if each.governor.i in heads and not _is_date(each.head, setting)
    ]


def _is_date(head: Token, setting: Setting) -> bool:
    """ "after March 12" is a date; "after the meeting on March 12" is not."""
    objects = [each for each in head.children if each.dep_ == "pobj"]
    return head.dep_ == "prep" and any(
        each.ent_type_ in ("DATE", "TIME") or any(root.i == each.i for root, _ in setting.times_in_sentence(each))
        for each in objects
    )


def _changes(before: MeasureStatus, after: MeasureStatus) -> bool:
    stopped = (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD)
    return (before in stopped) != (after in stopped)


def _change(telling: _Telling, known: _Draft, since: Interval | None, drafts: list[_Draft], setting: Setting) -> None:
    """A later fact ends the earlier one, for those of its things that it names."""
    kinds = frozenset[int]().union(*(kind for _, kind in _named(telling, setting)))
    rest = [(word, kind) for word, kind in zip(known.what, known.kinds, strict=True) if kinds and not kind & kinds]
    if not rest:
        known.status, known.since = telling.status, since
        _support(telling, known, setting)
        return
    known.what, known.kinds = [word for word, _ in rest], [kind for _, kind in rest]
    changed = _draft(telling, telling.status, since, setting)
    changed.by, changed.towards = changed.by or known.by, changed.towards or known.towards
    drafts.append(changed)


def _is_generic(telling: _Telling) -> bool:
    """It names no thing: "everything resumes", "the suspension was lifted"."""
    return telling.things[0].lower_ in _ANYTHING or telling.things[0] is telling.trigger


def _is_same(telling: _Telling, draft: _Draft) -> bool:
    if telling.by and draft.by and telling.by != draft.by and telling.status is draft.status:
        return False
    if telling.towards and draft.towards and telling.towards != draft.towards:
        return False
    if _is_generic(telling):
        return True
    kinds = frozenset[int]().union(*map(_kinds_of, telling.things))
    return any(kinds & each for each in draft.kinds)


def _named(telling: _Telling, setting: Setting) -> list[tuple[str, frozenset[int]]]:
    return [(_words(thing, setting), _kinds_of(thing)) for thing in telling.things if _kinds_of(thing)]


def _words(thing: Token, setting: Setting) -> str:
    """The thing in the text's words, without whom it goes to."""
    recipients = [
        child
        for child in thing.children
        if child.dep_ in ("prep", "dative")
        and child.lower_ in _TOWARDS
        and any(setting.refs(each) for each in child.children if each.dep_ == "pobj")
    ]
    words = setting.words(thing, recipients)
    finite = [t for t in thing.subtree if t.i < thing.i and t.tag_ in ("VBD", "VBZ", "VBP") and t.idx >= words.start]
    if finite:  # no part of a name for a thing: the parser has joined two clauses
        words = setting.span(finite[-1].idx + len(finite[-1].text), words.end)
    return words.exact


def _draft(telling: _Telling, status: MeasureStatus, since: Interval | None, setting: Setting) -> _Draft:
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
    return draft


def _support(telling: _Telling, draft: _Draft, setting: Setting) -> None:
    """Add the place that tells it: from the trigger to the things it names."""
    tokens = [telling.trigger, *telling.things]
    ends = [setting.words(thing) for thing in telling.things]
    start = min([telling.trigger.idx, *(span.start for span in ends)])
    end = max([tokens[0].idx + len(tokens[0].text), *(span.end for span in ends)])
    span = setting.span(start, end)
    if span not in draft.spans:
        draft.spans.append(span)
    draft.statements += [s.id for s in setting.statements(telling.trigger) if s.id not in draft.statements]


def _since(telling: _Telling, setting: Setting) -> Interval | None:
    """The time attached to the measure, or else to the decision on it; never one after the paper's day."""
    trigger = telling.trigger
    begun = [
        child
        for thing in telling.things
        for child in thing.children
        if child.dep_ == "relcl" and child.lemma_ in _BEGINNING and not is_verb(trigger)
    ]  # "the suspension of access, which began on 16 February"
    current: Token | None = trigger
    for _ in range(4):
        if current is None:
            return None
        clauses = [child for child in current.children if child.dep_ in ("acl", "relcl") and is_verb(child)]
        found = setting.when(current, *([*clauses, *begun] if current is trigger and not is_verb(trigger) else ()))
        if found is not None and not setting.lies_ahead(found):
            return found
        head = current.head
        bound = current.dep_ in ("xcomp", "acl", "pcomp", "pobj", "prep", "dobj", "conj") or (
            current.dep_ == "advcl" and any(child.lower_ == "to" for child in current.lefts)
        )
        current = head if bound and head is not current else None
    return None
