"""The thing to which is done what sets a duty off: "if a Party stops a convoy", "a Party that finds a mine".

A report of another thing sets nothing off; what tells one thing from another is asked as of a ban on that deed.
"""

from __future__ import annotations

from collections.abc import Callable

from parley.model import Framework, Obligation, Slot, Thing
from parley.text import act_covers
from parley.text import patterns as re
from parley.text.acts import noun_at_start, verb_at_start

from .acts import act_meant, act_of
from .itself import deed_told
from .kinds import and_wider, kinds_named
from .matching import Doing
from .names import Names
from .objects import stems, stems_told
from .phrases import is_plural
from .standing import Known
from .truth import YES, Fact, Truth
from .windows import Bounds

_VERB = re.compile(
    r"[a-z]+(?:\s+(?:up|out|back|off|down|over|away|on|upon|at|into|across|through|fire(?=\s+(?:on|upon|at)\b)))*\s+",
    re.I,
)
_THING = re.compile(
    r"(?:(?:an?|the|any|one|some|such|another|several)\s+)*(?P<thing>(?!(?:its|their|it|them|him|her|this|that|to|in|from|by|with|as|for)\b)[\w-]+"
    r"(?:\s+(?!(?:in|into|on|onto|at|from|to|by|with|within|without|near|over|across|under|after|before|during|and|or|"
    r"that|which|who|whose|shall|must|will|may|it|belonging|of\s+(?:an?|the|any|either|another|each)\s+(?:other\s+)?(?:part|side))\b)[\w-]+)*)",
    re.I,
)
_VAGUE = re.compile(
    r"(?:anything|something|once|twice|thrice|again|repeatedly|\w+\s+(?:or\s+more\s+)?times|acts?|actions?|measures?|steps?|provisions?|obligations?|agreements?|part)\b",
    re.I,
)


_PASSIVE = re.compile(
    r"\W*(?:if|when|whenever|where|once|after|each\s+time)\s+(?:an?|any|one|some|the)\s+(?:of\s+the\s+)?"
    r"(?P<thing>(?!(?:part(?:y|ies)|sides?)\b)[\w-]+(?:\s+(?!(?:of|by|in|on|at|that|which|who)\b)[\w-]+){0,3}?)\s+"
    r"(?:is|are|was|were|gets?|has\s+been|have\s+been)\s+(?:[a-z]+ly\s+)?(?P<done>[a-z]+(?:ed|en|wn|nt|ut|it|ot|et)\b)",
    re.I,
)
"""As "if an aid convoy is attacked"."""


_RECEIPT = re.compile(
    r"\W*(?:(?:upon|on|after|of)\s+)?(?:the\s+)?(?:receipt|receiving)\s+(?:of\s+)?(?P<thing>.+)", re.I
)


def thing_asked(one: Obligation, act: str, framework: Framework, names: Names) -> Callable[[Known], Fact]:
    """Whether a report is of the thing that the clause names; of any, where it names none."""
    thing = thing_told(one)
    if thing is None or one.trigger is None:
        return lambda _: YES
    slot = Slot[Thing](words=thing, value=Thing(text=thing), spans=one.trigger.spans)
    verb = Slot[str](words=act, value=act, spans=one.trigger.spans)
    doing = Doing(one.replace(act=verb, object=slot), act, None, Bounds(), None, framework, names)

    such = "such" if is_plural(thing) else "such a"
    unknown = Fact(Truth.UNKNOWN, f"whether it was done to {such} {thing} is not said", "what it was done to")

    def fact(entry: Known) -> Fact:
        if act_covers("attack", act):
            return doing.target_fact(entry)
        done = act_of(entry.report.act or "")
        if act == "kill" and done is not None and not act_covers("kill", done):
            return unknown  # what was shelled is not who was killed by it
        said = stems_told(entry.report)
        told = YES if stems(thing) <= said else doing.thing_fact(entry.report.object)
        return told if told.truth is not Truth.NO or _is_of_another_kind(thing, entry.report.object or "") else unknown

    return fact


def _is_of_another_kind(thing: str, reported: str) -> bool:
    """Whether what was reported surely is no such thing: a soldier is no vessel; a teacher may be a citizen."""
    kinds, told = kinds_named(thing), kinds_named(reported)
    return bool(kinds and told) and not (and_wider(kinds) & and_wider(told))


def suffers(one: Obligation) -> str | None:
    """To what it is done that sets a duty off, where that is no party: "if an aid convoy is attacked"."""
    told = _PASSIVE.match(" ".join(one.trigger.words.split())) if one.trigger else None
    if told is None or act_meant(told["done"]) is None or _VAGUE.match(told["thing"]):
        return None
    return None if noun_at_start(told["thing"].split()[-1]) or noun_at_start(told["thing"]) else told["thing"]


def thing_told(one: Obligation) -> str | None:
    """The thing that the clause names behind its verb, without its article, or as its subject to which it is done;
    ``None`` where it names none.
    """
    receipt = _RECEIPT.match(" ".join(one.trigger.words.split())) if one.trigger else None
    told = f"receive {receipt['thing']}" if receipt else deed_told(one)
    if not told and (suffered := suffers(one)) is not None:
        return suffered
    at, verb = _VERB.match(told), verb_at_start(told)
    found = _THING.match(told, max(at.end(), verb[1] + 1 if verb else 0)) if at else None
    if found is None or _VAGUE.match(found["thing"]) or (noun_at_start(found["thing"]) and receipt is None):
        return None
    return found["thing"]
