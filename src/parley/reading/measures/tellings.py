"""One telling of a measure: what a verb or a noun says of things given and withheld, by whom and towards whom."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from parley.model import ActorKind, EventStatus, MeasureStatus, Ref

from ..concordance import tokens_of
from ..events.clauses import agents, governing_verb, is_passive, is_verb, objects, patients, with_conjuncts
from ..events.setting import NATIONAL, Setting
from ..tokens import Span as SpanOfTokens
from ..tokens import Token

TOWARDS = ("to", "for", "towards", "toward", "into", "with", "against")
ANYTHING = frozenset({"everything", "it", "they", "them", "this", "that", "all", "things"})
_MOVING = frozenset({"flow", "provision", "release", "use"})
"""What stands before the thing itself: "the flow of water"."""
_EVERY = frozenset({"all", "its", "the", "any", "further", "more", "some", "their", "other", "new", "of", "and"})
_HEADS = frozenset({"leader", "president", "premier", "government", "administration", "minister"})
_STOPPING = frozenset({"freeze", "halt", "pause", "suspend", "suspension", "unfreeze", "withhold"})
TYING = frozenset({"condition", "link", "tie"})
_ANY_MEASURE = frozenset({"measure", "restriction", "curb"})
_DECISIONS = frozenset({"decision", "order", "move", "announcement", "decree"})


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))


@cache
def _kinds() -> dict[str, int]:
    """The line of ``measures.toml`` on which a thing stands: things of one line are taken for the same."""
    return {word: number for number, line in enumerate(_lexicon()["things"]["kinds"]) for word in line}


@dataclass
class Telling:
    """What one verb or noun says of a measure."""

    trigger: Token
    status: MeasureStatus
    mood: EventStatus
    things: list[Token]
    by: Ref | None = None
    towards: Ref | None = None
    carried_by: tuple[Token, ...] = ()
    """The verbs that say of a noun that it stays or is lifted ("the freeze will stay until ...")."""
    goes_on: bool = False
    """It says of a known measure how long it stays ("would stay in place until ...")."""
    kept: bool = False
    """Somebody lets it go on ("extended its suspension of"): the day of that is not the day on which it began."""
    presupposed: bool = False
    """That it may end tells that there is one: "could lift its freeze"."""


def tellings(setting: Setting) -> Iterator[Telling]:
    """What a document tells of measures, in reading order; "it also halted ..." goes on with who did the last."""
    last: Telling | None = None
    words = _statuses(nouns=False).keys() | _statuses(nouns=True).keys() | _going_on("staying") | _going_on("ending")
    for token in tokens_of(setting.doc, lemmas=words):
        if is_verb(token):
            telling = _stays(token, last, setting) or _from_verb(token, setting) or _lifted(token, last, setting)
        else:
            telling = _from_noun(token, setting)
        if telling is None:
            continue
        if telling.by is None and last is not None and is_verb(token) and _goes_on(token, last):
            telling.by = last.by
        last = telling
        yield telling


def names_nothing(thing: Token) -> bool:
    """ "It resumes", "the release would resume": what it is was told before."""
    moved = thing.lemma_.lower() in _MOVING and not kinds_of(thing)
    return thing.lower_ in ANYTHING or (moved and any(child.lower_ == "the" for child in thing.lefts))


@cache
def _going_on(kind: str) -> frozenset[str]:
    return frozenset(_lexicon()["going_on"][kind])


def _goes_on(verb: Token, last: Telling) -> bool:
    """Whether "it" of this sentence is who is told to do the like in the sentence right before."""
    it = any(each.lower_ == "it" for each in agents(verb)) and not is_passive(verb)
    return it and _right_after(verb, last) and is_verb(last.trigger) and last.trigger.dep_ == "ROOT"


def _right_after(verb: Token, last: Telling) -> bool:
    before = last.trigger.sent
    adjacent = before.end == verb.sent.start or not verb.doc[before.end : verb.sent.start].text.strip()
    return adjacent and before.start < verb.sent.start


def _stays(verb: Token, last: Telling | None, setting: Setting) -> Telling | None:
    """ "It will last until April 5", of the suspension that the sentence before tells."""
    stopped = (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD)
    if last is None or last.status not in stopped or verb.lemma_ not in _going_on("staying"):
        return None
    subjects = [each for each in verb.children if each.dep_ == "nsubj" and each.lower_ in ("it", "they")]
    named = not is_verb(last.trigger) and last.trigger.dep_ in ("nsubj", "nsubjpass", "dobj")
    if not subjects or not named or not _right_after(verb, last):
        return None
    telling = Telling(verb, last.status, setting.status(verb), subjects, last.by, last.towards, (verb,))
    telling.goes_on = telling.mood is not EventStatus.DENIED
    return telling


def _lifted(verb: Token, last: Telling | None, setting: Setting) -> Telling | None:
    """ "It will be lifted when ...", "the measure will end once ...", of the suspension told before."""
    if last is None or verb.lemma_ not in _going_on("ending"):
        return None
    ended = patients(verb) or agents(verb)
    named = [each for each in ended if each.lower_ in ("it", "they", "them") or each.lemma_ in _ANY_MEASURE]
    if not named or last.status not in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD):
        return None
    return Telling(verb, MeasureStatus.RESUMED, setting.status(verb), [verb], last.by, last.towards, (verb,))


def _from_verb(verb: Token, setting: Setting) -> Telling | None:
    status = _statuses(nouns=False).get(verb.lemma_.lower())
    if status is None or (verb.lemma_ == "shut" and not _particle(verb)):
        return None
    if verb.lemma_ == "close" and not any(_opens_and_shuts(each) for each in patients(verb)):
        return None
    if status is MeasureStatus.RESUMED and verb.head.lemma_ == "help" and verb.dep_ in ("xcomp", "ccomp"):
        return None  # "would help restore access": nothing of the helper's own that it had stopped
    giving = _giving_stopped(verb) if status is MeasureStatus.SUSPENDED else None
    things = _things(patients(giving or verb)) or _things(patients(verb))
    if not things and status is MeasureStatus.RESUMED:  # "will not resume them until ..."
        things = [each for each in patients(verb) if each.lower_ in ("it", "them")]
    moved = not things and not is_passive(verb) and not any(child.dep_ == "dobj" for child in verb.children)
    if moved:  # "deliveries resumed", "it resumes"
        subjects = agents(verb)
        resuming = status is MeasureStatus.RESUMED
        things = _things(subjects) or [each for each in subjects if resuming and names_nothing(each)]
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
    telling = Telling(verb, status, mood, _with_included(things, verb))
    telling.towards = _towards(things, [verb, *([giving] if giving is not None else [])], setting)
    telling.by = _by([] if moved else agents(verb), things, telling.towards, verb, setting)
    telling.towards = telling.towards or _owner_struck(telling, setting)
    return telling


def _from_noun(noun: Token, setting: Setting) -> Telling | None:
    status = _statuses(nouns=True).get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    if status is None:
        return None
    verb = governing_verb(noun)
    things = _things([*objects(noun, "of", "on", "in", "to"), *(c for c in noun.children if c.dep_ == "compound")])
    if not things and verb is not None and noun in patients(verb):  # "kept the ban | on cargo flights"
        beside = [c for c in verb.children if c.dep_ == "prep" and c.i == noun.i + 1 and c.lower_ in ("in", "of", "on")]
        things = _things(each for c in beside for each in c.children if each.dep_ == "pobj")
    definite = any(child.lower_ in ("the", "that", "this", "its") for child in noun.children)
    if not things and not definite:
        return None
    telling = Telling(noun, status, setting.status(noun), _with_included(things, noun) or [noun])
    telling.towards = _towards(things, [noun, *([verb] if verb is not None else [])], setting)
    if verb is not None and verb.lemma_ in TYING and noun in patients(verb):
        telling.mood, telling.carried_by = EventStatus.HYPOTHETICAL, (verb,)  # "conditioned the resumption of aid on"
        telling.presupposed = True
    elif verb is not None and verb.lemma_ in _going_on("ending") and noun in patients(verb):
        telling.status, telling.mood = MeasureStatus.RESUMED, setting.status(verb)
        telling.carried_by, telling.presupposed = (verb,), definite
    elif verb is not None and verb.lemma_ in _going_on("keeping") and noun in patients(verb):
        telling.carried_by, telling.kept, telling.mood = (verb,), True, setting.status(verb)
    elif verb is not None and verb.lemma_ in _going_on("staying") and noun in agents(verb) and definite:
        telling.carried_by, telling.goes_on = (verb,), telling.mood is not EventStatus.DENIED
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
            )
            or telling.carried_by
            else []
        )
    telling.by = _by(owners, things, telling.towards, noun, setting)
    telling.towards = telling.towards or _struck_by_embargo(noun, setting) or _owner_struck(telling, setting)
    return telling


def _struck_by_embargo(noun: Token, setting: Setting) -> Ref | None:
    """ "The arms embargo on Orlavia": whom it is laid on."""
    for each in objects(noun, "on", "upon", "against"):
        refs = [ref for ref in setting.refs(each) if ref.id is not None] if not kinds_of(each) else []
        if refs:
            return setting.represented(refs[0])
    return None


def is_stop(verb: Token) -> bool:
    """Whether a verb says that something was stopped or withheld."""
    return _statuses(nouns=False).get(verb.lemma_.lower()) in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD)


@cache
def _statuses(nouns: bool) -> dict[str, MeasureStatus]:
    """What a verb, or a noun, says of a measure."""
    lists = _lexicon()["nouns"] if nouns else _lexicon()
    return {lemma: status for status in reversed(MeasureStatus) for lemma in lists.get(status.value, ())}


def _opens_and_shuts(thing: Token) -> bool:
    """A way through: one closes a crossing, and no aid."""
    return bool(kinds_of(thing) & {_kinds()["crossing"]})


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
    return [token for token in tokens if kinds_of(token)]


def kinds_of(token: Token) -> frozenset[int]:
    names = [token.lemma_.lower(), token.lower_]
    found = {_kinds()[name] for name in names if name in _kinds()}
    for child in token.children:
        if child.dep_ in ("compound", "amod") and child.lemma_.lower() in _kinds():
            found.add(_kinds()[child.lemma_.lower()])
    if found or token.lemma_.lower() in _MOVING:
        found |= {_kinds()[o.lemma_.lower()] for o in objects(token, "of") if o.lemma_.lower() in _kinds()}
    if not found and (_is_given(token) or _is_included(token)):
        found.add(-zlib.crc32(token.lemma_.lower().encode()))
    return frozenset(found)


def _is_included(token: Token) -> bool:
    """ "Military aid, including shells and spare parts": whatever is told to be part of such things is one."""
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    whole = _goal_of(first.head.head) or first.head.head
    named = token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("GPE", "NORP", "PERSON", "DATE")
    listed = first.dep_ == "pobj" and first.head.lower_ == "including" and named
    return listed and whole.lemma_.lower() in {*_kinds(), *_statuses(nouns=False), *_statuses(nouns=True)}


def _goal_of(token: Token) -> Token | None:
    """ "Aid | to Kestria, including tents": the parser may hang the list on whom the thing goes to."""
    goes_to = token.dep_ == "pobj" and token.head.lower_ in TOWARDS and token.pos_ == "PROPN"
    return token.head.head if goes_to else None


def _is_given(token: Token) -> bool:
    """ "Suspended radar coverage for Orlavia": whatever is stopped and goes to a people or state, deeds aside."""
    above = token.head.head if token.head.dep_ == "prep" and token.head.lower_ == "of" else token.head
    stopped = above.lemma_ in _STOPPING and (token.dep_ in ("dobj", "nsubjpass") or above is not token.head)
    if not stopped or token.pos_ != "NOUN" or token.lemma_.lower() in _lexicon()["things"]["deeds"]:
        return False
    if above.lemma_ in ("freeze", "unfreeze") and any(child.ent_type_ in NATIONAL for child in token.lefts):
        return True  # "froze Kestrian assets"
    goals = [each for each in (*objects(token, "to", "for"), *objects(above, "to", "for")) if each.i > token.i]
    return any(
        each.ent_type_ in (*NATIONAL, "ORG") or any(child.ent_type_ in NATIONAL for child in each.lefts)
        for each in goals
    )


def other_scope(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """ "Military aid" isn't "food aid": both narrow the same thing, and by other words."""
    shared = kinds_named(ours) & kinds_named(theirs)
    narrowed = []
    for things in (ours, theirs):
        words = [word for thing in things for word in thing.casefold().split() if word not in _EVERY]
        narrowed.append({word for word in words if not kinds_named([word]) & shared})
    return all(narrowed) and not narrowed[0] & narrowed[1]


def kinds_named(words: Iterable[str]) -> frozenset[int]:
    """The kinds of things that some words name ("all military aid"), without their grammar."""
    each = {word.strip(".,;") for phrase in words for word in phrase.casefold().split()}
    singular = {form for word in each for form in (word, word.removesuffix("s"), word.removesuffix("ies") + "y")}
    return frozenset(_kinds()[word] for word in singular if word in _kinds())


def _with_included(things: list[Token], trigger: Token) -> list[Token]:
    """ "all assistance, including the sharing of intelligence" are two things."""
    after = [
        each
        for each in trigger.sent
        if each.lower_ == "including"
        and things
        and each.i > things[-1].i
        and (each.head in (*things, *trigger.ancestors) or _goal_of(each.head) in (*things, trigger))
    ]
    heads = {token.i: token for token in (*things, trigger, *(each.head for each in after))}
    included = [each for i in sorted(heads) for each in objects(heads[i], "including")]
    return [*things, *(each for each in _things(included) if each not in things)]


def _towards(things: Sequence[Token], heads: Sequence[Token], setting: Setting) -> Ref | None:
    candidates = [each for thing in things for each in objects(thing, *TOWARDS)]
    parts = [part for head in (*things, *heads) for part in objects(head, "including")]
    candidates += [each for part in parts for each in objects(part, *TOWARDS)]
    for head in heads:
        candidates += objects(head, *TOWARDS)
        candidates += [child for child in head.children if child.dep_ == "dative" and child.pos_ != "ADP"]
        if is_verb(head) and len(patients(head)) > 1:
            candidates += [each for each in patients(head) if each not in things]
    for candidate in candidates:
        for ref in setting.refs(candidate) or setting.refs_beside(candidate):  # "to Kestrian trucks"
            if ref.id is not None or candidate.pos_ == "PROPN":
                return setting.represented(ref)
    receivers = [child for thing in things if thing.lemma_ in ("access", "entry", "right") for child in thing.children]
    for child in receivers:
        refs = setting.refs(child) if child.dep_ == "poss" else ()
        if refs:
            return setting.represented(refs[0])
    return None


def _owner_struck(telling: Telling, setting: Setting) -> Ref | None:
    """ "Orlavia paused the transit of Kestrian grain", "froze Kestrian funds": whose the things are, if another's."""
    if telling.by is None or telling.status not in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD):
        return None
    of_things = [each for thing in telling.things for each in objects(thing, "of")]
    owners = _owners([*telling.things, *of_things], setting, telling.by)
    return owners[0] if len(owners) == 1 else None


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
    kinds = frozenset[int]().union(*map(kinds_of, things))
    near = [token for sentence in _around(trigger) for token in sentence]
    of_goods = _owners([token for token in near if kinds_of(token) & kinds], setting, towards)
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
