"""The things that one can give, withhold or stop, and of which kind they are: what ``measures.toml`` knows."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Any

from parley.model import MeasureStatus

from ..events.clauses import objects
from ..events.setting import NATIONAL
from ..tokens import Token

TOWARDS = ("to", "for", "towards", "toward", "into", "with", "against")


MOVING = frozenset({"flow", "provision", "release", "use"})
"""What stands before the thing itself: "the flow of water"."""


_EVERY = frozenset({"all", "its", "the", "any", "further", "more", "some", "their", "other", "new", "of", "and"})


_STOPPING = frozenset({"freeze", "halt", "pause", "suspend", "suspension", "unfreeze", "withhold"})


_BANS = frozenset({"ban", "embargo", "moratorium", "prohibition"})


@cache
def lexicon() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))


@cache
def kinds() -> dict[str, int]:
    """The line of ``measures.toml`` on which a thing stands: things of one line are taken for the same."""
    return {word: number for number, line in enumerate(lexicon()["things"]["kinds"]) for word in line}


def is_restriction(noun: Token) -> bool:
    """ "Sanctions", "a travel ban": what is laid on somebody by itself; "a ban on grain" stops grain."""
    lists = lexicon()["restrictions"]
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    personal = any(
        child.lemma_.lower() in lists["personal"] for child in noun.lefts if child.dep_ in ("compound", "amod")
    )
    if noun.lemma_ in lists["limits"]:
        return any(each.lemma_.lower() in kinds() for each in (*objects(noun, "on", "for"), *noun.lefts))
    return noun.lemma_ in lists["nouns"] or (noun.lemma_ in lists["bans"] and personal)


def is_stop(verb: Token) -> bool:
    """Whether a verb says that something was stopped or withheld."""
    return statuses(nouns=False).get(verb.lemma_.lower()) in (MeasureStatus.SUSPENDED, MeasureStatus.WITHHELD)


@cache
def statuses(nouns: bool) -> dict[str, MeasureStatus]:
    """What a verb, or a noun, says of a measure."""
    lists = lexicon()["nouns"] if nouns else lexicon()
    return {lemma: status for status in reversed(MeasureStatus) for lemma in lists.get(status.value, ())}


def kinds_of(token: Token) -> frozenset[int]:
    if token.lemma_ == "ban" and is_restriction(token):
        return frozenset({kinds()["travel"]})
    names = [token.lemma_.lower(), token.lower_]
    found = {kinds()[name] for name in names if name in kinds()}
    named_after = () if token.lemma_.lower() in lexicon()["things"]["bearers"] else token.children
    for child in named_after:
        if child.dep_ in ("compound", "amod") and child.lemma_.lower() in kinds():
            found.add(kinds()[child.lemma_.lower()])
    if found or token.lemma_.lower() in MOVING:
        found |= {kinds()[o.lemma_.lower()] for o in objects(token, "of") if o.lemma_.lower() in kinds()}
    if found and amount_of(token) is not None:
        found.add(kinds()["money"])
    if not found and (_is_given(token) or _is_included(token)):
        found.add(-zlib.crc32(token.lemma_.lower().encode()))
    return frozenset(found)


def amount_of(thing: Token) -> Token | None:
    """ "200 million crowns in budget support": of the support the crowns."""
    amount = thing.head.head
    told = thing.dep_ == "pobj" and thing.head.lower_ in ("in", "of") and amount.pos_ in ("NOUN", "PROPN")
    return amount if told and any(child.dep_ == "nummod" for child in amount.children) else None


def _is_included(token: Token) -> bool:
    """ "Military aid, including shells and spare parts": whatever is told to be part of such things is one."""
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    whole = goal_of(first.head.head) or first.head.head
    named = token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("GPE", "NORP", "PERSON", "DATE")
    listed = first.dep_ == "pobj" and first.head.lower_ == "including" and named
    return listed and whole.lemma_.lower() in {*kinds(), *statuses(nouns=False), *statuses(nouns=True)}


def goal_of(token: Token) -> Token | None:
    """ "Aid | to Kestria, including tents": the parser may hang the list on whom the thing goes to."""
    goes_to = token.dep_ == "pobj" and token.head.lower_ in TOWARDS and token.pos_ == "PROPN"
    return token.head.head if goes_to else None


def _is_given(token: Token) -> bool:
    """ "Suspended radar coverage for Orlavia": whatever is stopped and goes to a people or state, deeds aside."""
    above = token.head.head if token.head.dep_ == "prep" and token.head.lower_ == "of" else token.head
    if _is_banned(token):
        return True
    stopped = above.lemma_ in _STOPPING and (token.dep_ in ("dobj", "nsubjpass") or above is not token.head)
    if not stopped or token.pos_ != "NOUN" or token.lemma_.lower() in lexicon()["things"]["deeds"]:
        return False
    if above.lemma_ in ("freeze", "unfreeze"):
        owners = [token, *objects(token, "of")]
        if any(child.ent_type_ in NATIONAL for each in owners for child in each.lefts):
            return True  # "froze Kestrian assets", "the assets of six Kestrian officials"
    goals = [each for each in (*objects(token, "to", "for"), *objects(above, "to", "for")) if each.i > token.i]
    return any(
        each.ent_type_ in (*NATIONAL, "ORG") or any(child.ent_type_ in NATIONAL for child in each.lefts)
        for each in goals
    )


def _is_banned(token: Token) -> bool:
    """ "Its embargo on Kestrian ceramics", "a ban on Kestrian dairy products": whatever of a nation's is banned."""
    if token.pos_ != "NOUN" or token.dep_ != "pobj" or token.head.lower_ != "on":
        return False
    if token.lemma_.lower() in {*lexicon()["things"]["deeds"], *lexicon()["things"]["bearers"]}:
        return False
    return token.head.head.lemma_ in _BANS and any(child.ent_type_ in NATIONAL for child in token.lefts)


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
    return frozenset(kinds()[word] for word in singular if word in kinds())
