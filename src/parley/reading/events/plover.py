"""Coding after PLOVER: from a verb or noun, with what it is done to, to a CAMEO code and a PLOVER root.

Rules and a lexicon (``events.toml``), no training. Sources: PLOVER codebook (openeventdata, 2021),
CAMEO 1.1b3 (Schrodt, 2012).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from parley.model import EventStatus, PloverRoot

from ..concordance import tokens_of
from ..statements.acts import is_habit
from ..tokens import Doc, Token
from .clauses import agents, is_passive, is_verb, objects, patients, with_conjuncts
from .moods import mood

_COOPERATIVE = frozenset(
    {PloverRoot.CONSULT, PloverRoot.SUPPORT, PloverRoot.COOPERATE, PloverRoot.AID, PloverRoot.YIELD}
)
_CONFLICT = frozenset(
    {PloverRoot.PROTEST, PloverRoot.SANCTION, PloverRoot.MOBILIZE, PloverRoot.COERCE, PloverRoot.ASSAULT}
)


_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_TALKING_OF = frozenset({"debate", "discuss", "negotiate"})
"""Verbs of consulting whose object is what one speaks of; with whom, "with" says."""


@dataclass(frozen=True)
class _Rule:
    code: str
    verbs: frozenset[str]
    things: frozenset[str]


@dataclass(frozen=True)
class Coded:
    """One event as grammar shows it: the word that tells it, its code and its arguments' head words."""

    trigger: Token
    code: str
    root: PloverRoot
    status: EventStatus
    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    about: tuple[Token, ...] = field(default=(), compare=False)


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("events.toml").read_text(encoding="utf-8"))


@cache
def _things(name: str) -> frozenset[str]:
    """A class of objects of ``events.toml``."""
    return frozenset(_tables()["things"][name].split())


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    """The rules in their order, by verb."""
    things = {name: frozenset(words.split()) for name, words in _tables()["things"].items()}
    rules: dict[str, list[_Rule]] = {}
    for row in _tables()["rules"]:
        wanted = frozenset[str]().union(*(things[name] for name in row.get("things", "").split()))
        rule = _Rule(row["code"], frozenset(row["verbs"].split()), wanted)
        for verb in rule.verbs:
            rules.setdefault(verb.split("+")[0], []).append(rule)
    return {verb: tuple(each) for verb, each in rules.items()}


@cache
def _nouns() -> dict[str, str]:
    return {noun: code for code, nouns in _tables()["nouns"].items() for noun in nouns.split()}


@cache
def _verbs(kind: str) -> frozenset[str]:
    """Verbs that tell nothing by themselves (``light``), and those that prepare a thing (``planning``)."""
    return frozenset(_tables()["carriers"][kind].split())


@cache
def root_of(code: str) -> PloverRoot:
    """The PLOVER root of a CAMEO code: that of the longest prefix in the table."""
    roots = _tables()["roots"]
    return PloverRoot(roots[next(code[:n] for n in range(len(code), 1, -1) if code[:n] in roots)])


def filed_as(root: PloverRoot, status: EventStatus) -> PloverRoot:
    """The root under which PLOVER files a thing that is not done: to intend peace is AGREE, harm THREATEN.

    Parley keeps the thing's own root and its status apart ("a meeting, planned"); the codebook has no
    status and files intentions, refusals and threats under roots of their own.
    """
    if status is EventStatus.PLANNED or status is EventStatus.HYPOTHETICAL:
        return PloverRoot.AGREE if root in _COOPERATIVE else PloverRoot.THREATEN if root in _CONFLICT else root
    if status is EventStatus.DENIED and root in _COOPERATIVE | {PloverRoot.AGREE}:
        return PloverRoot.REJECT
    return root


_ABLE = frozenset({"can", "ca", "could"})


def code_events(doc: Doc) -> Iterator[Coded]:
    """All events that the words of a document tell, in reading order."""
    for token in tokens_of(doc, lemmas=_rules().keys() | _nouns().keys(), forms=_nouns().keys()):
        if is_verb(token):
            coded = _code_verb(token)
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
            coded = _code_noun(token)
        else:
            continue
        if coded is not None:
            yield coded


def _code_verb(verb: Token) -> Coded | None:
    if is_habit(verb) or verb.dep_ == "amod" or _asks_who(verb):
        return None  # "six wounded soldiers" tells of the soldiers
    rules = _rules().get(verb.lemma_.lower())
    if rules is None:
        return None
    around = _around(verb)
    named = {name for token in around if not _is_month(token) for name in (token.lemma_.lower(), token.lower_)}
    named |= {f"@{token.ent_type_}" for token in around}
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") or (c.dep_ == "prep" and c.i > verb.i)}
    code = next((rule.code for rule in rules if _fits(rule, verb, named, particles)), None)
    if code is None:
        return None
    root = root_of(code)
    if root is PloverRoot.ASSAULT and (_is_game(verb) or _is_figure(verb)):
        return None
    if root is PloverRoot.REQUEST and _is_question(verb):
        return None
    if (root is PloverRoot.REJECT and _keeps_silent(verb)) or (root is PloverRoot.AGREE and _is_unable(verb)):
        return None
    if root is PloverRoot.YIELD and _leaves_a_meeting(verb):
        return None
    if verb.lemma_ == "take" and "up" in particles:
        return None  # "the question of the islands will be taken up": nobody takes an island
    if root is PloverRoot.CONSULT and (_speaks_with_nobody(verb) or _meets_a_thing(verb)):
        return None
    about = root is PloverRoot.CONSULT and verb.lemma_ in _TALKING_OF
    recipients = [] if about else patients(verb)
    recipients = recipients + objects(verb, "to", "with", "against", "on", "from", "for", "at", "in", "of", "over")
    if root is PloverRoot.ACCUSE:  # "condemned the attack by X": X is blamed
        recipients = [o for token in patients(verb) for o in objects(token, "by")] + recipients
    else:  # "condemned attacks on civilians" blames none of these
        recipients += [o for token in patients(verb) for o in objects(token, "to", "against", "with", "on", "for")]
    if root is PloverRoot.SANCTION:  # "extended its suspension of arms deliveries to Kestria"
        held_back = [o for token in patients(verb) for o in objects(token, "of", "on", "in")]
        recipients += [o for token in held_back for o in objects(token, "to", "for", "with")]
    if root is PloverRoot.REJECT:  # "rejected the proposal of X": X is refused
        recipients += [o for token in patients(verb) for o in (*objects(token, "of", "by", "from"), *_owners(token))]
    complement = _complement(verb)
    if complement is not None:
        code = _tables()["intents"].get(root.value, {}).get(root_of(complement).value, code)
    actors = agents(verb) or (objects(verb, "with") if root is PloverRoot.CONSULT else [])
    return Coded(verb, code, root, mood(verb), tuple(actors), tuple(recipients), tuple(around))


def _fits(rule: _Rule, verb: Token, named: set[str], particles: set[str]) -> bool:
    spelled = any(
        name.split("+")[0] == verb.lemma_.lower() and ("+" not in name or name.split("+")[1] in particles)
        for name in rule.verbs
    )
    return spelled and (not rule.things or bool(rule.things & named))


def _around(verb: Token) -> list[Token]:
    """What a verb is done to and about: objects, prepositional objects, and the nouns that qualify these."""
    if is_passive(verb):
        near = patients(verb)
    else:
        near = [c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd", "dative")] or patients(verb)
    near = with_conjuncts(near)
    if verb.lemma_ == "meet" and not near:
        near = agents(verb)
    for child in verb.children:
        if child.dep_ in ("prep", "prt", "advmod"):
            near += with_conjuncts(g for g in child.children if g.dep_ in ("pobj", "pcomp"))
    found = list(near)
    for token in near:
        found += [child for child in token.children if child.dep_ in ("compound", "amod", "nmod", "quantmod")]
        found += objects(token, "of", "on", "against", "to")
    return found


def _complement(verb: Token) -> str | None:
    """The code of what is agreed to, demanded, refused or threatened, if the clause tells one."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and is_verb(child):
            coded = _code_verb(child) if child.i > verb.i else None
            if coded is not None:
                return coded.code
    for token in _around(verb):
        code = _nouns().get(token.lower_) or _nouns().get(token.lemma_.lower())
        if code:
            return code
    return None


def _is_game(verb: Token) -> bool:
    """ "Beat Kestria 2-1", "shot the winning goal"; but "killed 10-12 people" is a count."""
    scored = verb.lemma_ == "beat" and _SCORE.search(verb.sent.text) is not None
    return scored or any(each.lemma_.lower() in _things("game") for each in verb.sent)


def _is_figure(verb: Token) -> bool:
    """ "Struck a softer tone": nothing was hit."""
    return verb.lemma_ == "strike" and any(each.lemma_.lower() in _things("figure") for each in patients(verb))


def _is_question(verb: Token) -> bool:
    """ "Asked whether they would sign", "asked not to be named": nothing is requested of anybody."""
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "advcl", "xcomp")]
    asked = any(each.lower_ in ("whether", "if", "why", "how") for clause in clauses for each in clause.lefts)
    asked |= any(child.lower_ == "about" for child in verb.children)
    asked |= any(clause.lemma_ in ("identify", "name", "quote") and is_passive(clause) for clause in clauses)
    return verb.lemma_ == "ask" and asked


def _keeps_silent(verb: Token) -> bool:
    """ "Declined to comment", "refused to answer questions": nobody is refused anything."""
    return any(c.dep_ == "xcomp" and c.lemma_ in _verbs("answering") for c in verb.children)


def _is_unable(verb: Token) -> bool:
    """ "Could not promise that": she promises nothing, and refuses nothing."""
    lefts = list(verb.lefts)
    unable = any(each.dep_ == "neg" for each in lefts) and any(each.lower_ in _ABLE for each in lefts)
    return unable and verb.lemma_ in _verbs("vouching")


def _asks_who(verb: Token) -> bool:
    """ "It was not known which side had fired": who did it is left open, and that it was done is told elsewhere."""
    asked = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    words = {each.lower_ for subject in asked for each in (subject, *subject.lefts)}
    return verb.dep_ in ("ccomp", "csubj", "pcomp") and bool(words & {"which", "who", "whose", "what"})


def _leaves_a_meeting(verb: Token) -> bool:
    """ "The talks were called off after Orlavia withdrew": who leaves a table gives up no ground."""
    bare = verb.lemma_ == "withdraw" and not patients(verb) and not any(c.dep_ == "prep" for c in verb.children)
    return bare and any(each.lemma_.lower() in _things("talks") for each in verb.sent if each.i < verb.i)


def _speaks_with_nobody(verb: Token) -> bool:
    """ "Spoke by candlelight", "with passion", "by radio to the nation": without somebody to speak with, nobody is
    consulted."""
    if verb.lemma_ != "speak":
        return False
    others = objects(verb, "with")
    if any(each.lemma_.lower() in _things("lines") for each in objects(verb, "by", "over", "on")):
        others += [*objects(verb, "to"), *(each for each in agents(verb) if each.tag_ in ("NNS", "NNPS"))]
        if len(agents(verb)) > 1 or [each.lower_ for each in agents(verb)] in (["they"], ["we"], ["both"]):
            return False
    return not any(_is_somebody(each) for each in others)


def _meets_a_thing(verb: Token) -> bool:
    """ "Met its obligations to Kestria", "a letter to the president, seen by this newspaper": only people are met, and
    whoever is seen by others has not met them."""
    if verb.lemma_ not in _verbs("meeting"):
        return False
    if verb.lemma_ == "see":
        judged = any(child.lower_ == "as" or child.dep_ in ("oprd", "ccomp", "xcomp") for child in verb.rights)
        return is_passive(verb) or judged or not any(map(_is_somebody, patients(verb)))
    met = patients(verb)
    return bool(met) and not any(map(_is_somebody, met))


def _is_somebody(token: Token) -> bool:
    """A person, a people, a state or body, or those who serve one; no journalists, who only listen."""
    if token.lemma_.lower() in _things("press"):
        return False
    if token.tag_ == "PRP":
        return token.lower_ != "it"
    named = token.ent_type_ in ("PERSON", "GPE", "NORP", "ORG") or token.pos_ == "PROPN"
    beside = (child for child in token.children if child.dep_ in ("compound", "amod", "nmod", "appos"))
    by_state = any(child.ent_type_ in ("NORP", "GPE", "PERSON") for child in beside) and token.pos_ != "PROPN"
    people = {token.lemma_.lower(), token.lower_} & (_things("persons") | _things("people") | _things("attending"))
    of_state = by_state and token.tag_ in ("NNS", "NN") and not _nouns().get(token.lemma_.lower())
    return named or bool(people) or of_state


def _owners(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "amod" and c.ent_type_ in ("NORP", "GPE"))]


def _is_month(token: Token) -> bool:
    """ "March 10" is no march, nor does it "may"."""
    return token.pos_ == "PROPN" and token.ent_type_ in ("DATE", "TIME")


def _code_noun(noun: Token) -> Coded | None:
    if _is_month(noun):
        return None
    code = _nouns().get(noun.lower_) or _nouns().get(noun.lemma_.lower())
    if code is None:
        return None
    head = noun.head
    doers = [c for c in noun.children if c.dep_ == "poss"] + objects(noun, "by", "from", "between", "among")
    light = _verbs("light") | _verbs("planning") if root_of(code) is PloverRoot.CONSULT else _verbs("light")
    if not doers and is_verb(head) and head.lemma_ in light and noun.dep_ == "dobj":
        if _code_verb(head) is not None:
            return None  # the verb tells it already
        doers = agents(head)
    if not doers and noun.dep_ == "pobj" and noun.head.lower_ == "for" and root_of(code) is PloverRoot.CONSULT:
        travel = noun.head.head  # "is to return to Varn for a second meeting with"
        doers = agents(travel) if is_verb(travel) and travel.lemma_ in _verbs("travelling") else []
    if not doers and root_of(code) is not PloverRoot.CONSULT:
        doers = [c for c in noun.children if c.dep_ in ("amod", "compound") and c.ent_type_ in ("NORP", "GPE", "ORG")]
    done_to = objects(noun, "on", "against", "with", "of", "to", "in")
    if root_of(code) is PloverRoot.CONSULT and len(doers) > 1:
        doers, done_to = doers[:1], [*doers[1:], *done_to]
    if not doers and not done_to:
        return None
    return Coded(noun, code, root_of(code), mood(noun), tuple(doers), tuple(done_to))


def covers(tokens: Iterable[Token], start: int, end: int) -> bool:
    """Whether one of the head words stands within code points ``start`` to ``end``."""
    return any(start <= token.idx < end for token in tokens)
