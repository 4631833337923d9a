"""One telling of a measure: what a verb or a noun says of things given and withheld, by whom and towards whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from parley.model import EventStatus, MeasureStatus, Ref

from ..concordance import tokens_of
from ..events.clauses import agents, governing_verb, is_passive, is_verb, objects, patients
from ..events.setting import Setting
from ..tokens import Token
from .bearers import by_whom, owners_of, struck_by_embargo, towards_whom
from .things import MOVING, amount_of, goal_of, is_restriction, kinds, kinds_of, lexicon, statuses

ANYTHING = frozenset({"everything", "it", "they", "them", "this", "that", "all", "things"})
TYING = frozenset({"condition", "link", "tie"})
_ANY_MEASURE = frozenset({"measure", "restriction", "curb"})


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
    named: bool = False
    """Its things are whom it strikes, of no kind: "blacklisted three firms"."""
    scope: tuple[Token, ...] = ()
    """What else it covers: "sanctions on a bank | and two refineries"."""


def tellings(setting: Setting) -> Iterator[Telling]:
    """What a document tells of measures, in reading order; "it also halted ..." goes on with who did the last."""
    last: Telling | None = None
    words = statuses(nouns=False).keys() | statuses(nouns=True).keys() | _going_on("staying") | _going_on("ending")
    words |= set(lexicon()["revoking"])
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
    moved = thing.lemma_.lower() in MOVING and not kinds_of(thing)
    return thing.lower_ in ANYTHING or (moved and any(child.lower_ == "the" for child in thing.lefts))


@cache
def _going_on(kind: str) -> frozenset[str]:
    return frozenset(lexicon()["going_on"][kind])


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
    status = statuses(nouns=False).get(verb.lemma_.lower())
    if verb.lemma_ in lexicon()["revoking"] and any(each.lemma_ in lexicon()["revoked"] for each in patients(verb)):
        status = MeasureStatus.SUSPENDED
    if status is None or (verb.lemma_ == "shut" and not _particle(verb)):
        return None
    if _has_lost_subject(verb):
        return None
    if verb.lemma_ == "close" and not any(_opens_and_shuts(each) for each in patients(verb)):
        return None
    if status is MeasureStatus.RESUMED and verb.head.lemma_ == "help" and verb.dep_ in ("xcomp", "ccomp"):
        return None  # "would help restore access": nothing of the helper's own that it had stopped
    if any(_is_stop_itself(each) or is_restriction(each) for each in patients(verb)):
        return None  # "suspended the arms embargo" stops no arms; what is done with sanctions their own noun tells
    if _is_part_of_restriction(verb):
        return None
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
    telling.towards = towards_whom(things, [verb, *([giving] if giving is not None else [])], setting)
    origins = [] if verb.lemma_ in lexicon()["banning"] else things  # Kestrian grain may be banned by anybody
    telling.by = by_whom([] if moved else agents(verb), origins, telling.towards, verb, setting)
    telling.towards = telling.towards or _owner_struck(telling, setting)
    return telling


def _from_noun(noun: Token, setting: Setting) -> Telling | None:
    status = statuses(nouns=True).get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    if status is None or is_restriction(noun):
        return None
    verb = governing_verb(noun)
    things = _things([*objects(noun, "of", "on", "in", "to"), *(c for c in noun.children if c.dep_ == "compound")])
    if not things and verb is not None and noun in patients(verb):  # "kept the ban | on cargo flights"
        beside = [c for c in verb.children if c.dep_ == "prep" and c.i == noun.i + 1 and c.lower_ in ("in", "of", "on")]
        things = _things(each for c in beside for each in c.children if each.dep_ == "pobj")
    definite = any(child.lower_ in ("the", "that", "this", "its") for child in noun.children)
    others = [each for each in objects(noun, "of", "on") if each.ent_type_ not in ("DATE", "TIME", "GPE")]
    if not things and (not definite or (others and not any(map(names_nothing, others)))):
        return None  # "the pause on strikes" stops nothing that one gives
    telling = Telling(noun, status, setting.status(noun), _with_included(things, noun) or [noun])
    telling.towards = towards_whom(things, [noun, *([verb] if verb is not None else [])], setting)
    if verb is not None and verb.lemma_ in TYING and noun in patients(verb):
        telling.mood, telling.carried_by = EventStatus.HYPOTHETICAL, (verb,)  # "conditioned the resumption of aid on"
        telling.presupposed = True
    elif verb is not None and verb.lemma_ in _going_on("ending") and noun in patients(verb):
        telling.status, telling.mood = MeasureStatus.RESUMED, setting.status(verb)
        telling.carried_by, telling.presupposed = (verb,), definite
    elif verb is not None and keeps(verb) and noun in patients(verb):
        telling.carried_by, telling.kept, telling.mood = (verb,), True, setting.status(verb)
        telling.goes_on = telling.mood is EventStatus.PLANNED  # "will keep its embargo"
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
    origins = [] if noun.lemma_ in lexicon()["nouns"]["banning"] else things
    telling.by = by_whom(owners, origins, telling.towards, noun, setting)
    telling.towards = telling.towards or struck_by_embargo(noun, setting) or _owner_struck(telling, setting)
    return telling


def keeps(verb: Token) -> bool:
    """ "Keeps its ban", "left the ban in place"."""
    left = verb.lemma_ == "leave" and any(each.lower_ in ("place", "force") for each in objects(verb, "in"))
    return verb.lemma_ in _going_on("keeping") or left


def _has_lost_subject(verb: Token) -> bool:
    """ "Should Halvern resume deliveries, Orlavia may harden": where the parser loses Halvern, no other is to blame."""
    inverted = verb.tag_ == "VB" and verb.doc[verb.sent.start].lower_ in ("should", "were")
    return inverted and verb.i - verb.sent.start <= 4 and not any(child.dep_ == "nsubj" for child in verb.lefts)


def _is_part_of_restriction(verb: Token) -> bool:
    """ "Imposed sanctions, banning imports", "the sanctions ban imports": what they cover, no measure of its own."""
    if any(is_restriction(each) for each in agents(verb)):
        return True
    above = verb.head.head if verb.dep_ == "conj" else verb.head
    beside = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj") and is_verb(above)
    return beside and any(is_restriction(each) for each in patients(above))


def _is_stop_itself(thing: Token) -> bool:
    """ "The arms embargo", "its ban on grain": what is done to it is done to the stopping."""
    return thing.pos_ == "NOUN" and statuses(nouns=True).get(thing.lemma_.lower()) is MeasureStatus.SUSPENDED


def _opens_and_shuts(thing: Token) -> bool:
    """A way through: one closes a crossing, and no aid."""
    return bool(kinds_of(thing) & {kinds()["crossing"]})


def _particle(verb: Token) -> bool:
    return any(child.dep_ == "prt" and child.lower_ in ("off", "down") for child in verb.children)


def _giving_stopped(verb: Token) -> Token | None:
    """ "stopped delivering gas": the verb of giving under the verb of stopping."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "dobj") and child.lemma_ in {*lexicon()["granted"], "share", "sell"}:
            return child
    return None


def _things(tokens: Iterable[Token]) -> list[Token]:
    """Those of the tokens that are things one can give or withhold."""
    tokens = list(tokens)
    found = [token for token in tokens if kinds_of(token)]
    if not found:  # "froze 200 million crowns | in budget support"
        found = [each for token in tokens for each in objects(token, "in", "of") if amount_of(each) and kinds_of(each)]
    return found


def _with_included(things: list[Token], trigger: Token) -> list[Token]:
    """ "all assistance, including the sharing of intelligence" are two things."""
    after = [
        each
        for each in trigger.sent
        if each.lower_ == "including"
        and things
        and each.i > things[-1].i
        and (each.head in (*things, *trigger.ancestors) or goal_of(each.head) in (*things, trigger))
    ]
    heads = {token.i: token for token in (*things, trigger, *(each.head for each in after))}
    included = [each for i in sorted(heads) for each in objects(heads[i], "including")]
    return [*things, *(each for each in _things(included) if each not in things)]


def _owner_struck(telling: Telling, setting: Setting) -> Ref | None:
    """ "Orlavia paused the transit of Kestrian grain", "froze Kestrian funds": whose the things are, if another's."""
    banned = telling.trigger.lemma_ in {*lexicon()["banning"], *lexicon()["nouns"]["banning"]}
    stopped = telling.status in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD, MeasureStatus.IMPOSED)
    if not banned and (telling.by is None or not stopped):
        return None
    of_things = [each for thing in telling.things for each in objects(thing, "of")]
    owners = owners_of([*telling.things, *of_things], setting, telling.by)
    return owners[0] if len(owners) == 1 else None
